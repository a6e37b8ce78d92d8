//! Laws of the normalized form: what was written reads back as the same model, and writing again
//! gives the same bytes.

use cutline::credit::Lexicon;
use cutline::formats::ninjs;
use cutline::model::{
    Article, Block, Contributor, Image, Moment, Original, Photo, PhotoId, Precision, Provenance,
    Source, SourceRole, Span,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn said() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just(String::new()),
        4 => "[A-Za-zÀ-ž ,./()&\"\\\\-]{1,40}",
        1 => "\\PC{1,20}",
    ]
}

fn named() -> impl Strategy<Value = String> {
    "[A-Z][a-zé]{1,8}(, Jr\\.| [A-Z][a-z]{1,8})?"
}

fn moment() -> impl Strategy<Value = Option<Moment>> {
    option::of(prop_oneof![
        Just(Moment {
            date_time: "2021-01-01T00:00:00Z".into(),
            precision: Precision::Year
        }),
        Just(Moment {
            date_time: "2021-06-01T00:00:00Z".into(),
            precision: Precision::Month
        }),
        Just(Moment {
            date_time: "2021-06-14T00:00:00Z".into(),
            precision: Precision::Day
        }),
        Just(Moment {
            date_time: "2021-06-14T08:30:00+02:00".into(),
            precision: Precision::Instant
        }),
    ])
}

fn source() -> impl Strategy<Value = Source> {
    let role = prop_oneof![
        Just(SourceRole::Source),
        Just(SourceRole::Distributor),
        Just(SourceRole::Provider)
    ];
    (named(), role).prop_map(|(name, role)| Source { name, role })
}

fn image() -> impl Strategy<Value = Option<Image>> {
    let image = (
        "[a-z]{1,8}",
        option::of(1u32..9000),
        option::of(1u64..9_000_000),
    )
        .prop_map(|(name, width, size)| Image {
            path: format!("photos/{name}.jpg"),
            href: String::new(),
            content_type: "image/jpeg".into(),
            width,
            height: width,
            size_in_bytes: size,
            poi: width.map(|x| json!({ "x": x, "y": 1 })),
        });
    option::of(image)
}

fn photo() -> impl Strategy<Value = Photo> {
    let texts = vec(said(), 11);
    let original = option::of(("\\PC{1,40}", option::of((0usize..99, 0usize..99))));
    let rest = prop_oneof![
        Just(Map::new()),
        Just(Map::from_iter([(
            "subjects".to_owned(),
            json!([{ "name": "sea", "rel": "about" }])
        )])),
        Just(Map::from_iter([(
            "descriptions".to_owned(),
            json!([{ "role": "other", "value": "More." }])
        )])),
    ];
    (
        texts,
        vec(named(), 0..3),
        vec(source(), 0..4),
        moment(),
        original,
        image(),
        vec("[a-z-]{3,9}:[0-9a-f]{4}", 0..3),
        rest,
    )
        .prop_map(
            |(texts, creators, sources, created, original, image, mut ignored, rest)| {
                let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
                for (field, text) in cutline::model::TextField::ALL.into_iter().zip(texts) {
                    *photo.text_mut(field) = text;
                }
                ignored.sort();
                ignored.dedup();
                photo.creators = creators;
                photo.sources = sources;
                photo.created = created;
                photo.image = image;
                photo.ignored = ignored;
                photo.rest = rest;
                photo.original = original.map(|(text, span)| Original {
                    text,
                    span: span.map(|(start, length)| Span::new(start, start + length)),
                });
                photo
            },
        )
}

prop_compose! {
    pub(crate) fn article()(
        texts in vec("[A-Za-zé,.]{1,12}( [A-Za-zé,.]{1,12}){0,5}", 0..5),
        photos in vec((photo(), 0usize..6), 0..4),
        heads in vec(said(), 2),
        contributors in vec(named(), 0..3),
        created in moment(),
        facts in vec("[a-z0-9./:-]{0,12}", 5),
        fields in prop_oneof![
            Just(Map::new()),
            Just(Map::from_iter([("tags".to_owned(), json!(["a", 1.50])), ("n".to_owned(), Value::Null)])),
        ],
    ) -> Article {
        let mut article = Article {
            uri: "urn:x:0".into(),
            headline: heads[0].clone(),
            by: heads[1].clone(),
            contributors: contributors.into_iter().map(|name| Contributor { name }).collect(),
            created,
            source_date: facts[0].clone(),
            url: facts[1].clone(),
            language: facts[2].clone(),
            record_id: facts[3].clone(),
            provenance: Provenance { file: format!("a{}.txt", facts[4]), sha256: "ab".repeat(32) },
            source_fields: fields,
            ..Article::default()
        };
        let mut places: Vec<usize> = photos.iter().map(|(_, place)| *place.min(&texts.len())).collect();
        places.sort_unstable();
        let mut photos: Vec<Photo> = photos.into_iter().map(|(photo, _)| photo).collect();
        for (photo, number) in photos.iter_mut().zip(1u32..) {
            photo.id = PhotoId(number);
            photo.name = format!("photo-{number}");
            photo.uri = format!("urn:x:{number}");
        }
        let mut placed = places.iter().zip(&photos).peekable();
        for (number, text) in texts.iter().enumerate() {
            while let Some((_, photo)) = placed.next_if(|(place, _)| **place <= number) {
                article.blocks.push(Block::Photo(photo.id));
            }
            article.blocks.push(Block::Text(text.clone()));
        }
        article.blocks.extend(placed.map(|(_, photo)| Block::Photo(photo.id)));
        article.photos = photos;
        article
    }
}

proptest! {
    #[test]
    fn what_was_written_reads_back_as_the_same_model(article in article()) {
        let written = ninjs::to_string(&ninjs::write(&article));
        let value: Value = serde_json::from_str(&written).unwrap();
        let read = ninjs::read(&value, &Provenance::default(), &Lexicon::built_in());
        prop_assert_eq!(&read, &article);
        prop_assert_eq!(ninjs::to_string(&ninjs::write(&read)), written);
    }

    #[test]
    fn key_order_and_indent_of_a_copy_do_not_matter(article in article()) {
        let written = ninjs::write(&article);
        let shuffled = backwards(&written);
        let read = ninjs::read(&shuffled, &Provenance::default(), &Lexicon::built_in());
        prop_assert_eq!(ninjs::to_string(&ninjs::write(&read)), ninjs::to_string(&written));
    }
}

/// The same JSON with the members of every object in opposite order, but for what a source wrote.
fn backwards(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = ["poi", "subjects", "descriptions"];
            let turned = members.iter().rev().map(|(name, value)| {
                let value = if kept.contains(&name.as_str()) {
                    value.clone()
                } else {
                    backwards(value)
                };
                (name.clone(), value)
            });
            Value::Object(turned.collect())
        }
        Value::Array(entries) => Value::Array(entries.iter().map(backwards).collect()),
        other => other.clone(),
    }
}

//! An article to normalized ninjs 3.1 (profile `cutline-1`).

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::PROFILE;
use super::members::{self, ORDER, text};
use super::node::{Member, Node, object};
use crate::model::{Article, Block, Image, Moment, Photo, PhotoId};

/// The normalized form of an article. What its source had that ninjs has a place for stands there;
/// the rest is in altId `source-fields`.
#[must_use]
pub fn write(article: &Article) -> Value {
    Value::from(item_of(article))
}

/// The same, ready to be written.
pub(crate) fn item_of(article: &Article) -> Node<'_> {
    let mut item = Vec::with_capacity(12);
    put(&mut item, "uri", &article.uri);
    put(&mut item, "type", "text");
    put(&mut item, "profile", PROFILE);
    put_moment(&mut item, article.created.as_ref());
    put(&mut item, "language", &article.language);
    let body = body(article).map(|text| described("main", text));
    put_list(&mut item, "bodies", body.into_iter().collect());
    put_list(&mut item, "headlines", headlines(&article.headline));
    let contributors = article
        .contributors
        .iter()
        .map(|contributor| party(&contributor.name, "contributor"));
    put_list(&mut item, "infoSources", contributors.collect());
    put(&mut item, "by", &article.by);
    let places = places(article);
    put_list(
        &mut item,
        "associations",
        article
            .photos
            .iter()
            .map(|photo| association(photo, places.get(&photo.id).copied()))
            .collect(),
    );
    put_list(&mut item, "altIds", article_ids(article));
    item.push(("standard", Node::from(standard())));
    ordered(item, &article.rest, &[])
}

/// The `standard` member of files that Cutline made.
pub(super) fn standard() -> Value {
    json!({
        "name": "ninjs",
        "version": "3.1",
        "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
    })
}

/// The normalized form of one photo; `place` is how many paragraphs of the body stand before it.
pub(super) fn association(photo: &Photo, place: Option<usize>) -> Node<'_> {
    let mut item = Vec::with_capacity(8);
    put(&mut item, "name", &photo.name);
    put(&mut item, "uri", &photo.uri);
    put(&mut item, "type", "picture");
    put_moment(&mut item, photo.created.as_ref());
    put(&mut item, "copyrightHolder", &photo.copyright_holder);
    put(&mut item, "copyrightNotice", &photo.copyright_notice);
    put(&mut item, "usageTerms", &photo.usage_terms);
    put(&mut item, "edNote", &photo.instructions);
    put_list(&mut item, "descriptions", descriptions(photo));
    put_list(&mut item, "headlines", headlines(&photo.headline));
    put_list(&mut item, "infoSources", parties(photo));
    put(&mut item, "by", photo.creators.join(", "));
    put(&mut item, "located", &photo.located);
    put_list(
        &mut item,
        "renditions",
        photo.image.as_ref().map(rendition).into_iter().collect(),
    );
    put_list(&mut item, "altIds", photo_ids(photo, place));
    ordered(item, &photo.rest, &members::PARTIES)
}

/// Descriptions in the order of their roles.
pub(super) fn descriptions(photo: &Photo) -> Vec<Node<'_>> {
    let original = photo
        .original
        .as_ref()
        .map_or("", |original| original.text.as_str());
    let texts = [
        photo.caption.as_str(),
        &photo.credit_line,
        &photo.alt_text,
        &photo.extended_description,
        &photo.caption_writer,
        original,
    ];
    let said = members::DESCRIPTIONS
        .iter()
        .zip(texts)
        .filter(|(_, text)| !text.is_empty());
    said.map(|(role, text)| described(role, text)).collect()
}

/// Creators, then organisations, as printed.
pub(super) fn parties(photo: &Photo) -> Vec<Node<'_>> {
    let creators = photo.creators.iter().map(|name| (name, "creator"));
    let sources = photo
        .sources
        .iter()
        .map(|source| (&source.name, source.role.word()));
    creators
        .chain(sources)
        .filter(|(name, _)| !name.is_empty())
        .map(|(name, role)| party(name, role))
        .collect()
}

/// One entry of `descriptions` or `bodies`.
pub(super) fn described<'a>(role: &'a str, text: impl Into<Node<'a>>) -> Node<'a> {
    Node::Object(vec![
        ("role", Node::from(role)),
        ("contentType", Node::from("text/plain")),
        ("value", text.into()),
    ])
}

/// One entry of `headlines`, none for an empty one.
pub(super) fn headlines(headline: &str) -> Vec<Node<'_>> {
    if headline.is_empty() {
        Vec::new()
    } else {
        vec![Node::of_texts([("role", "main"), ("value", headline)])]
    }
}

/// The paragraphs of the body, parted by an empty line; none where there are none.
pub(super) fn body(article: &Article) -> Option<String> {
    let texts: Vec<&str> = article
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Text(text) => Some(text.as_str()),
            Block::Photo(_) => None,
        })
        .collect();
    (!texts.is_empty()).then(|| texts.join("\n\n"))
}

/// The rendition `main`.
pub(super) fn rendition(image: &Image) -> Node<'_> {
    let mut rendition = Vec::new();
    put(&mut rendition, "name", "main");
    put(&mut rendition, "href", &image.href);
    put(&mut rendition, "contentType", &image.content_type);
    put(&mut rendition, "title", &image.path);
    for (member, number) in [
        ("width", image.width.map(u64::from)),
        ("height", image.height.map(u64::from)),
        ("sizeInBytes", image.size_in_bytes),
    ] {
        if let Some(number) = number {
            rendition.push((member, Node::from(Value::from(number))));
        }
    }
    if let Some(poi) = &image.poi {
        rendition.push(("poi", Node::Json(Cow::Borrowed(poi))));
    }
    Node::Object(rendition)
}

/// One entry of `altIds`.
pub(super) fn alt_id<'a>(role: &'a str, value: impl Into<Node<'a>>) -> Node<'a> {
    Node::Object(vec![("role", Node::from(role)), ("value", value.into())])
}

fn article_ids(article: &Article) -> Vec<Node<'_>> {
    let fields = if article.source_fields.is_empty() {
        String::new()
    } else {
        // What is JSON already can always be written.
        serde_json::to_string(&article.source_fields).unwrap_or_default()
    };
    let precision = article
        .created
        .as_ref()
        .and_then(|moment| moment.precision.word())
        .unwrap_or_default();
    let values = [
        Cow::Borrowed(article.provenance.file.as_str()),
        Cow::Borrowed(&article.provenance.sha256),
        Cow::Borrowed(&article.url),
        Cow::Borrowed(&article.source_date),
        Cow::Borrowed(precision),
        Cow::Borrowed(&article.record_id),
        Cow::Owned(fields),
    ];
    let said = members::ARTICLE_IDS
        .iter()
        .zip(values)
        .filter(|(_, value)| !value.is_empty());
    said.map(|(role, value)| alt_id(role, Node::Text(value)))
        .collect()
}

fn photo_ids(photo: &Photo, place: Option<usize>) -> Vec<Node<'_>> {
    let mut ids = Vec::new();
    if let Some(span) = photo.original.as_ref().and_then(|original| original.span) {
        ids.push(alt_id(
            "source-span",
            format!("{}-{}", span.start, span.end),
        ));
    }
    if let Some(place) = place {
        ids.push(alt_id("body-paragraph", place.to_string()));
    }
    if let Some(word) = photo
        .created
        .as_ref()
        .and_then(|moment| moment.precision.word())
    {
        ids.push(alt_id("date-precision", word));
    }
    ids.extend(
        photo
            .ignored
            .iter()
            .map(|mark| alt_id("ignored", mark.as_str())),
    );
    ids
}

/// How many paragraphs of the body stand before each photo.
fn places(article: &Article) -> BTreeMap<PhotoId, usize> {
    let mut before = 0;
    let mut places = BTreeMap::new();
    for block in &article.blocks {
        match block {
            Block::Text(_) => before += 1,
            Block::Photo(id) => drop(places.insert(*id, before)),
        }
    }
    places
}

fn party<'a>(name: &'a str, role: &'a str) -> Node<'a> {
    if role.is_empty() {
        Node::of_texts([("name", name)])
    } else {
        Node::of_texts([("name", name), ("role", role)])
    }
}

fn put<'a>(item: &mut Vec<Member<'a>>, member: &'static str, text: impl Into<Cow<'a, str>>) {
    let text = text.into();
    if !text.is_empty() {
        item.push((member, Node::Text(text)));
    }
}

fn put_list<'a>(item: &mut Vec<Member<'a>>, member: &'static str, entries: Vec<Node<'a>>) {
    if !entries.is_empty() {
        item.push((member, Node::List(entries)));
    }
}

fn put_moment<'a>(item: &mut Vec<Member<'a>>, moment: Option<&'a Moment>) {
    if let Some(moment) = moment {
        put(item, "contentCreated", &moment.date_time);
    }
}

/// Adds an entry that the model does not hold. A party of a photo that says more than its name and role stands
/// in the model by these two: it takes their place, and goes where the model has it no more. One
/// without a name does not stand in the model.
fn add(member: &str, entries: &mut Vec<Value>, entry: &Value, parties: &[&str]) {
    let is_party = member == "infoSources"
        && parties.contains(&text(entry, "role"))
        && !text(entry, "name").is_empty();
    if !is_party {
        entries.push(entry.clone());
        return;
    }
    let same = |known: &&mut Value| {
        text(known, "name") == text(entry, "name") && text(known, "role") == text(entry, "role")
    };
    if let Some(known) = entries.iter_mut().find(same) {
        known.clone_from(entry);
    }
}

/// The members in the schema's order, what the model does not hold put in at its place: whole
/// members, and entries at the end of lists. `parties` are the roles that the model holds. The item comes
/// in this order.
fn ordered<'a>(item: Vec<Member<'a>>, rest: &Map<String, Value>, parties: &[&str]) -> Node<'a> {
    if rest.is_empty() {
        return Node::Object(item);
    }
    let mut item = object(item);
    let mut all = Map::new();
    for member in ORDER {
        match (item.shift_remove(member), rest.get(member)) {
            (Some(Value::Array(mut entries)), Some(Value::Array(more))) => {
                for entry in more {
                    add(member, &mut entries, entry, parties);
                }
                all.insert(member.to_owned(), Value::Array(entries));
            }
            (Some(value), _) => drop(all.insert(member.to_owned(), value)),
            (None, Some(value)) => drop(all.insert(member.to_owned(), value.clone())),
            (None, None) => {}
        }
    }
    Node::from(Value::Object(all))
}

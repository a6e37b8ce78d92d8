//! The pictures that a record lists beside its text.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::credit;
use crate::formats::address::{address_of, image_at};
use crate::formats::assemble::Assembly;
use crate::formats::fields::Fields;
use crate::model::{Image, Photo};

/// What a picture says and the names under which crawlers keep it, best first.
pub(super) struct Names {
    url: &'static [&'static str],
    caption: &'static [&'static str],
    alt_text: &'static [&'static str],
    headline: &'static [&'static str],
    credit: &'static [&'static str],
    authors: &'static [&'static str],
    agency: &'static [&'static str],
    copyright_notice: &'static [&'static str],
    copyright_holder: &'static [&'static str],
    usage_terms: &'static [&'static str],
    content_type: &'static [&'static str],
    width: &'static [&'static str],
    height: &'static [&'static str],
}

/// Strings, schema.org's `ImageObject`, and what the crawlers' own lists look like.
pub(super) const PICTURE: Names = Names {
    url: &[
        "url",
        "src",
        "href",
        "contentUrl",
        "image_url",
        "img_url",
        "original_url",
        "link",
    ],
    caption: &["caption", "description", "figcaption", "text"],
    alt_text: &["alt", "alt_text", "altText"],
    headline: &["title", "headline", "name"],
    credit: &[
        "credit",
        "credit_line",
        "creditline",
        "creditLine",
        "creditText",
        "credits",
        "attribution",
    ],
    authors: &[
        "authors",
        "author",
        "photographer",
        "creator",
        "by",
        "byline",
    ],
    agency: &["agency", "provider"],
    copyright_notice: &["copyright", "copyright_notice", "copyrightNotice", "rights"],
    copyright_holder: &["copyright_holder", "copyrightHolder"],
    usage_terms: &["usage_terms", "usageTerms", "license"],
    content_type: &[
        "mimetype",
        "mime_type",
        "contentType",
        "content_type",
        "encodingFormat",
    ],
    width: &["width", "w"],
    height: &["height", "h"],
};

/// Furniture of a page that lists of all its images hold; such an address alone is no photo.
const FURNITURE: [&str; 9] = [
    "data:", ".svg", ".ico", "logo", "sprite", "/icon", "-icon", "pixel", "avatar",
];

/// A picture that a record lists.
#[derive(Debug, Default)]
pub(super) struct Picture {
    /// Everything said of it, as a photo without an identity.
    image: Option<Image>,
    caption: String,
    credit: String,
    alt_text: String,
    headline: String,
    copyright_notice: String,
    copyright_holder: String,
    usage_terms: String,
    left: Map<String, Value>,
}

impl Picture {
    /// Whether words are said about it.
    pub(super) fn has_caption(&self) -> bool {
        !self.caption.is_empty()
    }

    fn url(&self) -> &str {
        self.image.as_ref().map_or("", address_of)
    }

    fn is_furniture(&self) -> bool {
        let url = self.url().to_ascii_lowercase();
        !self.has_caption()
            && self.credit.is_empty()
            && FURNITURE.iter().any(|mark| url.contains(mark))
    }
}

/// Takes the pictures out of a record's lists; what is no picture stays in its list. Each address
/// is one picture, however many lists name it.
pub(super) fn take(record: &mut Fields, lists: &[&str]) -> Vec<Picture> {
    let mut all: Vec<Picture> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for list in lists {
        let is_list = record.get(list).is_some_and(Value::is_array);
        let entries = match record.take(list) {
            Some(Value::Array(entries)) => entries,
            Some(one) => vec![one],
            None => continue,
        };
        let mut left = Vec::new();
        for entry in entries {
            match picture(entry) {
                Ok(picture) => match known.get(picture.url()).and_then(|at| all.get_mut(*at)) {
                    Some(same) if picture.caption.is_empty() && picture.credit.is_empty() => {
                        same.take_over(picture);
                    }
                    _ => {
                        if !picture.url().is_empty() {
                            known.insert(picture.url().to_owned(), all.len());
                        }
                        all.push(picture);
                    }
                },
                Err(other) => left.push(other),
            }
        }
        match left.pop() {
            Some(one) if !is_list => record.put(list, one),
            Some(last) => {
                left.push(last);
                record.put(list, Value::Array(left));
            }
            None => {}
        }
    }
    all
}

/// Puts the pictures into the article: those whose caption or address its text has are that photo,
/// the others follow in their order.
pub(super) fn place(pictures: Vec<Picture>, assembly: &mut Assembly<'_>) {
    if pictures.is_empty() {
        return;
    }
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for (at, photo) in assembly.article.photos.iter().enumerate() {
        let printed = photo
            .original
            .as_ref()
            .map_or("", |original| &original.text);
        let keys = [folded(&photo.caption), folded(printed)];
        let address = photo.image.as_ref().map_or("", address_of).to_owned();
        for key in keys.into_iter().chain([address]) {
            if !key.is_empty() {
                found.entry(key).or_insert(at);
            }
        }
    }
    let mut merged = BTreeSet::new();
    for picture in pictures {
        let read = credit::read(&picture.caption, assembly.lexicon()).caption();
        let keys = [
            picture.url().to_owned(),
            folded(&picture.caption),
            folded(&read),
        ];
        let same = keys.iter().find_map(|key| found.get(key).copied());
        let same = same.filter(|at| merged.insert(*at));
        match same.and_then(|at| assembly.article.photos.get_mut(at)) {
            Some(photo) => {
                let id = photo.id;
                let left = merge(picture, photo);
                assembly.keep_of_photo(id, left);
            }
            None => add(picture, assembly),
        }
    }
}

fn add(picture: Picture, assembly: &mut Assembly<'_>) {
    let left = picture.left;
    let id = assembly.photo(&picture.caption, |photo| {
        photo.image = picture.image;
        photo.credit_line = picture.credit;
        photo.alt_text = picture.alt_text;
        photo.headline = picture.headline;
        photo.copyright_notice = picture.copyright_notice;
        photo.copyright_holder = picture.copyright_holder;
        photo.usage_terms = picture.usage_terms;
    });
    assembly.keep_of_photo(id, left);
}

impl Picture {
    /// Adds what another listing of the same address says.
    fn take_over(&mut self, other: Self) {
        self.left.extend(other.left);
        for (name, said, place) in [
            ("alt", other.alt_text, &mut self.alt_text),
            ("title", other.headline, &mut self.headline),
            (
                "copyright",
                other.copyright_notice,
                &mut self.copyright_notice,
            ),
            (
                "copyright_holder",
                other.copyright_holder,
                &mut self.copyright_holder,
            ),
            ("usage_terms", other.usage_terms, &mut self.usage_terms),
        ] {
            if place.is_empty() {
                *place = said;
            } else if !said.is_empty() && *place != said {
                self.left.insert(name.to_owned(), Value::from(said));
            }
        }
        if let (Some(there), Some(image)) = (&mut self.image, other.image) {
            measure(there, image);
        }
    }
}

/// Adds what another listing says of the picture's size and type where nothing was said.
fn measure(there: &mut Image, other: Image) {
    there.width = there.width.or(other.width);
    there.height = there.height.or(other.height);
    if there.content_type.is_empty() {
        there.content_type = other.content_type;
    }
}

/// Adds to a photo found in the text what the list says of it; answers with what it says otherwise.
fn merge(picture: Picture, photo: &mut Photo) -> Map<String, Value> {
    let mut left = picture.left;
    match (&photo.image, picture.image) {
        (None, image) => photo.image = image,
        (Some(there), Some(image)) if address_of(there) != address_of(&image) => {
            left.insert("url".to_owned(), Value::from(address_of(&image)));
        }
        (Some(_), Some(image)) => {
            if let Some(there) = &mut photo.image {
                measure(there, image);
            }
        }
        (Some(_), None) => {}
    }
    let printed = photo
        .original
        .as_ref()
        .map(|original| original.text.clone());
    let printed = printed.unwrap_or_default();
    for (name, said, place) in [
        ("caption", picture.caption, &mut photo.caption),
        ("credit", picture.credit, &mut photo.credit_line),
        ("alt", picture.alt_text, &mut photo.alt_text),
        ("title", picture.headline, &mut photo.headline),
        (
            "copyright",
            picture.copyright_notice,
            &mut photo.copyright_notice,
        ),
        (
            "copyright_holder",
            picture.copyright_holder,
            &mut photo.copyright_holder,
        ),
        ("usage_terms", picture.usage_terms, &mut photo.usage_terms),
    ] {
        let is_printed = matches!(name, "caption" | "credit")
            && (printed.contains(&said) || place.contains(&said));
        if said.is_empty() || is_printed || *place == said {
            continue;
        }
        if place.is_empty() {
            *place = said;
        } else {
            left.insert(name.to_owned(), Value::from(said));
        }
    }
    left
}

/// A picture; what is none comes back.
fn picture(entry: Value) -> Result<Picture, Value> {
    let picture = match &entry {
        Value::String(url) => Picture {
            image: image_at(url),
            ..Picture::default()
        },
        Value::Object(fields) => described(Fields::of(Value::Object(fields.clone()))),
        _ => return Err(entry),
    };
    let says_nothing =
        picture.image.is_none() && !picture.has_caption() && picture.credit.is_empty();
    if says_nothing || picture.is_furniture() {
        return Err(entry);
    }
    Ok(picture)
}

fn described(mut fields: Fields) -> Picture {
    let mut picture = Picture {
        image: image(&mut fields),
        caption: fields.text(PICTURE.caption),
        credit: fields.text(PICTURE.credit),
        alt_text: fields.text(PICTURE.alt_text),
        headline: fields.text(PICTURE.headline),
        copyright_notice: fields.text(PICTURE.copyright_notice),
        copyright_holder: fields.text(PICTURE.copyright_holder),
        usage_terms: fields.text(PICTURE.usage_terms),
        left: Map::new(),
    };
    // Of a picture that has no caption, what stands in its place says what it shows.
    for said in [&mut picture.alt_text, &mut picture.headline] {
        if picture.caption.trim().is_empty() {
            picture.caption = std::mem::take(said);
        }
    }
    if picture.credit.is_empty() {
        let mut makers = vec![fields.names(PICTURE.authors).join(", ")];
        makers.push(fields.text(PICTURE.agency));
        makers.retain(|said| !said.is_empty());
        picture.credit = makers.join("/");
    }
    picture.left = fields.left();
    picture
}

fn image(fields: &mut Fields) -> Option<Image> {
    // Fundus lists the versions of one picture; the widest is shown, and all are kept.
    let versions = fields.get("versions").and_then(Value::as_array);
    let versions = versions.into_iter().flatten().cloned().map(Fields::of);
    let widest = versions.map(with_width).max_by_key(|(width, _)| *width);
    let mut widest = widest.map(|(_, version)| version).unwrap_or_default();
    let own = fields.text(PICTURE.url);
    let said = if own.is_empty() {
        widest.text(PICTURE.url)
    } else {
        own.clone()
    };
    let Some(image) = image_at(&said) else {
        if !own.is_empty() {
            fields.put("url", Value::from(own));
        }
        return None;
    };
    let mut size = widest.object("size").unwrap_or_default();
    let mut number = |names: &[&str]| {
        let said = fields.count(names).or_else(|| widest.count(names));
        u32::try_from(said.or_else(|| size.count(names))?).ok()
    };
    let (width, height) = (number(PICTURE.width), number(PICTURE.height));
    Some(Image {
        content_type: fields.text(PICTURE.content_type),
        width,
        height,
        ..image
    })
}

fn with_width(version: Fields) -> (u64, Fields) {
    let width = |fields: &Fields, name: &str| fields.get(name).and_then(Value::as_u64);
    let own = width(&version, "width").or_else(|| width(&version, "query_width"));
    let size = version.get("size").and_then(|size| size.get("width"));
    let width = own.or_else(|| size.and_then(Value::as_u64));
    (width.unwrap_or(0), version)
}

/// A text to compare by: its words in small letters.
fn folded(said: &str) -> String {
    let words = said.split_whitespace().collect::<Vec<_>>();
    words.join(" ").to_lowercase()
}

//! A crawler's JSON record: the article's text in one field, other facts and pictures beside it.
//!
//! What crawlers call their fields is data: [`FIELDS`] and, of a picture, [`images::PICTURE`]. A field of
//! another type than is expected says nothing to Cutline and is kept like any other.

mod images;

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::assemble::{Assembly, part_of};
use super::fields::Fields;
use super::{Format, FormatError, Read, html};
use crate::credit::Lexicon;
use crate::model::{Article, Moment, Provenance};

/// A crawler's JSON record with the article's text in a field, or a list of them.
pub(super) static FORMAT: Format = Format {
    name: "JSON record",
    recognizes: |source| source.json().is_some_and(is_record_or_list),
    read: |source, lexicon| {
        let provenance = source.provenance.clone();
        match source.into_json() {
            Some(Value::Object(record)) => {
                Ok(vec![Read::from(read(record, &provenance, lexicon)?)])
            }
            Some(Value::Array(records)) => read_list(records, &provenance, lexicon),
            _ => Err(FormatError::Empty),
        }
    },
};

/// The facts of an article and the names under which crawlers keep them, best first.
struct Names {
    text: &'static [&'static str],
    headline: &'static [&'static str],
    by: &'static [&'static str],
    url: &'static [&'static str],
    date: &'static [&'static str],
    language: &'static [&'static str],
    id: &'static [&'static str],
    /// Lists of pictures, or a single one.
    pictures: &'static [&'static str],
}

/// trafilatura, news-please, Fundus, newspaper3k and 4k, and what is derived from Common Crawl.
const FIELDS: Names = Names {
    text: &[
        "text",
        "maintext",
        "main_text",
        "plaintext",
        "plain_text",
        "body",
        "articleBody",
        "article_body",
        "article_text",
        "full_text",
        "fulltext",
        "content",
        "cleaned_text",
        "raw_text",
        "article",
        "article_html",
        "body_html",
        "content_html",
        "html",
        "raw_html",
    ],
    headline: &["title", "headline", "article_title", "name"],
    by: &["author", "authors", "byline", "creator"],
    url: &[
        "url",
        "source_url",
        "link",
        "canonical_url",
        "canonical_link",
        "requested_url",
        "responded_url",
        "warc_target_uri",
    ],
    date: &[
        "date",
        "date_publish",
        "publishing_date",
        "publish_date",
        "published",
        "published_date",
        "published_at",
        "date_published",
        "datePublished",
        "pubDate",
        "timestamp",
    ],
    language: &["language", "lang", "meta_lang", "inLanguage"],
    id: &["id", "_id", "guid", "uuid"],
    pictures: &[
        "images",
        "image",
        "pictures",
        "photos",
        "top_image",
        "lead_image",
        "main_image",
        "image_url",
        "top_img",
        "img_urls",
        "image_urls",
        "imgs",
    ],
};

/// Reads a record. Fields that Cutline does not use are kept in `source_fields`.
///
/// # Errors
/// Where no field holds a text and no picture has a caption.
pub fn read(
    record: Map<String, Value>,
    provenance: &Provenance,
    lexicon: &Lexicon,
) -> Result<Article, FormatError> {
    read_one(record, Assembly::new(provenance, "", lexicon))
}

fn is_record_or_list(value: &Value) -> bool {
    match value {
        Value::Array(entries) => entries.first().is_some_and(Value::is_object),
        value => value.is_object(),
    }
}

/// Reads those that hold an article; of the others it says which they are and why.
fn read_list(
    records: Vec<Value>,
    provenance: &Provenance,
    lexicon: &Lexicon,
) -> Result<Vec<Read>, FormatError> {
    let mut reads = Vec::new();
    let mut notes = Vec::new();
    let mut first_error = None;
    for (record, number) in records.into_iter().zip(1u64..) {
        let provenance = part_of(provenance, &record.to_string());
        let read = match record {
            Value::Object(record) => read_one(record, Assembly::new(&provenance, "", lexicon)),
            _ => Err(FormatError::NoArticle("this is no JSON object")),
        };
        match read {
            Ok(article) => reads.push(Read::from(article)),
            Err(error) => {
                notes.push(format!("record {number} is left out: {error}"));
                first_error.get_or_insert(error);
            }
        }
    }
    match reads.first_mut() {
        Some(first) => first.notes.extend(notes),
        None => return Err(first_error.unwrap_or(FormatError::Empty)),
    }
    Ok(reads)
}

fn read_one(
    record: Map<String, Value>,
    mut assembly: Assembly<'_>,
) -> Result<Article, FormatError> {
    let mut record = Fields::of(Value::Object(record));
    let body = body(&mut record);
    let pictures = images::take(&mut record, FIELDS.pictures);
    if body.is_none() && !pictures.iter().any(images::Picture::has_caption) {
        return Err(FormatError::NoArticle(
            "this JSON has no article text; a field \"text\", \"maintext\", \"body\" or \"articleBody\" is expected",
        ));
    }
    facts(&mut record, &mut assembly.article);
    match body {
        Some(Body::Html(fragment)) => {
            html::body(&fragment, &mut assembly)?;
            assembly.keep_body("html", "text/html", &fragment);
        }
        Some(Body::Text(said)) => assembly.running_text(&said),
        None => {}
    }
    images::place(pictures, &mut assembly);
    assembly.keep(record.left());
    Ok(assembly.done())
}

fn facts(record: &mut Fields, article: &mut Article) {
    article.headline = record.text(FIELDS.headline);
    article.by = record.names(FIELDS.by).join(", ");
    article.url = record.text(FIELDS.url);
    article.language = record.text(FIELDS.language);
    article.record_id = record.id(FIELDS.id);
    article.source_date = record.text(FIELDS.date);
    article.created = Moment::parse(&article.source_date);
}

/// An article's text as the crawler kept it.
enum Body {
    Text(String),
    Html(String),
}

/// Marks of HTML; a text that has none of them is read as it stands.
const TAGS: [&str; 8] = [
    "</p>", "<p>", "<p ", "<br", "<div", "<figure", "<img ", "<article",
];

/// Takes the first field that holds a text in one of its shapes.
fn body(record: &mut Fields) -> Option<Body> {
    let said = |name: &&&str| {
        record
            .get(name)
            .is_some_and(|value| !text_in(value).is_empty())
    };
    let name = FIELDS.text.iter().find(said)?;
    let text = match record.take(name)? {
        Value::String(said) => said,
        value => {
            let text = text_in(&value).into_owned();
            if !is_told_by_text(&value) {
                record.put(name, value);
            }
            text
        }
    };
    Some(if has_tags(&text) {
        Body::Html(text)
    } else {
        Body::Text(text)
    })
}

/// Whether a text is HTML, as its beginning shows.
fn has_tags(text: &str) -> bool {
    let start = text.floor_char_boundary(100_000);
    let start = text.get(..start).unwrap_or(text);
    start.contains('<') && {
        let start = start.to_ascii_lowercase();
        TAGS.iter().any(|tag| start.contains(tag))
    }
}

/// The text in a field: a string, a list of paragraphs, or the tree of summary and sections that
/// Fundus writes. Its paragraphs are parted by an empty line.
fn text_in(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(said) if said.trim().is_empty() => Cow::Borrowed(""),
        Value::String(said) => Cow::Borrowed(said),
        Value::Array(_) => Cow::Owned(paragraphs_in(value).join("\n\n")),
        Value::Object(body) => {
            let mut all = body.get("summary").map(paragraphs_in).unwrap_or_default();
            let sections = body.get("sections").and_then(Value::as_array);
            for section in sections.into_iter().flatten() {
                let parts = ["headline", "paragraphs"].map(|part| section.get(part));
                all.extend(parts.into_iter().flatten().flat_map(paragraphs_in));
            }
            Cow::Owned(all.join("\n\n"))
        }
        _ => Cow::Borrowed(""),
    }
}

/// A paragraph or a list of them, each a string or an object with its `text`.
fn paragraphs_in(value: &Value) -> Vec<&str> {
    let entries = match value {
        Value::Array(entries) => entries.as_slice(),
        one => std::slice::from_ref(one),
    };
    let said = entries.iter().filter_map(|entry| match entry {
        Value::String(said) => Some(said.as_str()),
        Value::Object(entry) => entry.get("text").and_then(Value::as_str),
        _ => None,
    });
    said.filter(|said| !said.trim().is_empty()).collect()
}

/// Whether the text says all that is in the field; what says more is kept beside.
fn is_told_by_text(value: &Value) -> bool {
    match value {
        Value::Array(entries) => entries.iter().all(Value::is_string),
        Value::Object(body) => body.iter().all(|(name, value)| match name.as_str() {
            "summary" => is_told_by_text(value),
            "sections" => value.as_array().is_some_and(|sections| {
                sections.iter().all(|section| {
                    section.as_object().is_some_and(|section| {
                        section.iter().all(|(name, value)| {
                            matches!(name.as_str(), "headline" | "paragraphs")
                                && (value.is_string() || is_list_of_strings(value))
                        })
                    })
                })
            }),
            _ => false,
        }),
        value => value.is_string(),
    }
}

fn is_list_of_strings(value: &Value) -> bool {
    let entries = value.as_array();
    entries.is_some_and(|entries| entries.iter().all(Value::is_string))
}

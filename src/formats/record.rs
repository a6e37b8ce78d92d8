//! A crawler's JSON record: the article's text in one field, other facts beside it.

use serde_json::{Map, Value};

use super::{Format, FormatError, Read, ninjs, text, urn};
use crate::credit::Lexicon;
use crate::model::{Article, Moment, Provenance};

/// A crawler's JSON record with the article's text in a field.
pub(super) static FORMAT: Format = Format {
    name: "JSON record",
    recognizes: |source| source.json().is_some_and(Value::is_object),
    read: |source, lexicon| {
        let provenance = source.provenance.clone();
        match source.into_json() {
            Some(value) if ninjs::is_older(&value) => Err(FormatError::NoArticle(
                "this is ninjs 1 or 2, which is not read yet; ninjs 3 is",
            )),
            Some(Value::Object(record)) => {
                Ok(vec![Read::from(read(record, &provenance, lexicon)?)])
            }
            _ => Err(FormatError::Empty),
        }
    },
};

/// Names under which crawlers keep the text, best first.
const TEXT: [&str; 8] = [
    "text",
    "maintext",
    "plaintext",
    "body",
    "articleBody",
    "article_body",
    "content",
    "raw_text",
];
/// Names of the headline.
const HEADLINE: [&str; 2] = ["title", "headline"];
/// Names of the address.
const URL: [&str; 4] = ["url", "source_url", "link", "canonical_url"];
/// Names of the date of publication.
const DATE: [&str; 5] = [
    "date",
    "date_publish",
    "publishing_date",
    "publish_date",
    "published",
];
/// Names of the language.
const LANGUAGE: [&str; 2] = ["language", "lang"];

/// Reads a record. Fields that Cutline does not use are kept in `source_fields`.
///
/// # Errors
/// Where no field holds a text.
pub fn read(
    mut record: Map<String, Value>,
    provenance: &Provenance,
    lexicon: &Lexicon,
) -> Result<Article, FormatError> {
    let body = take(&mut record, &TEXT).ok_or(FormatError::NoArticle(
        "this JSON has no article text; a field \"text\", \"maintext\", \"body\" or \"articleBody\" is expected",
    ))?;
    let mut article = Article {
        uri: urn(&provenance.sha256),
        headline: take(&mut record, &HEADLINE).unwrap_or_default(),
        url: take(&mut record, &URL).unwrap_or_default(),
        language: take(&mut record, &LANGUAGE).unwrap_or_default(),
        record_id: take(&mut record, &["id"]).unwrap_or_default(),
        provenance: provenance.clone(),
        ..Article::default()
    };
    if let Some(date) = take(&mut record, &DATE) {
        article.created = Moment::parse(&date);
        article.source_date = date;
    }
    article.source_fields = record;
    text::fill(&mut article, &body, lexicon);
    Ok(article)
}

/// Takes the first of these fields that says something; the others stay.
fn take(record: &mut Map<String, Value>, names: &[&str]) -> Option<String> {
    let name = names.iter().find(|name| match record.get(**name) {
        Some(Value::String(said)) => !said.trim().is_empty(),
        Some(Value::Number(_)) => **name == "id",
        _ => false,
    })?;
    match record.shift_remove(*name)? {
        Value::String(said) => Some(said),
        other => Some(other.to_string()),
    }
}

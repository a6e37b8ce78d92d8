//! What an exported file carries of its article, so that opening it again loses nothing.
//!
//! Formats of others have no place for much that the model holds. A file of ours therefore carries the
//! normalized form beside what it says in its own words. It counts only while the file is as it was
//! written, which is looked at by writing it once more: whoever edited the file has the last word.

use serde_json::{Value, json};

use super::{EXPORTS, Setting};
use crate::credit::Lexicon;
use crate::formats::{Source, ninjs};
use crate::model::Article;

/// The member that holds it, wherever that stands.
pub(super) const MEMBER: &str = "cutline-1";
/// How it begins in a text.
const BEGIN: &str = "\"cutline-1\": ";

/// What a file carries.
pub(super) fn carry(article: &Article, setting: &Setting) -> Value {
    json!({
        "now": setting.now,
        "picturesAt": setting.pictures_at,
        "item": ninjs::write(article),
    })
}

/// The same as text inside a page: an object with this one member.
pub(super) fn carried_text(article: &Article, setting: &Setting) -> String {
    let value = super::markup::json(&carry(article, setting), false);
    format!("{{{BEGIN}{value}}}")
}

/// The article of a file that Cutline exported and nobody changed since; it comes from this file now.
pub(in crate::formats) fn carried(source: &Source<'_>, lexicon: &Lexicon) -> Option<Article> {
    let at = source.text.rfind(BEGIN)?;
    let from = source.text.get(at + BEGIN.len()..)?;
    let mut values = serde_json::Deserializer::from_str(from).into_iter::<Value>();
    let value = values.next()?.ok()?;
    let said = |member: &str| Some(value.get(member)?.as_str()?.to_owned());
    let setting = Setting {
        now: said("now")?,
        pictures_at: said("picturesAt")?,
        ..Setting::default()
    };
    let mut article = ninjs::read(value.get("item")?, &source.provenance, lexicon);
    let is_as_written = |text: String| text == source.text;
    let mut kinds = EXPORTS
        .iter()
        .filter_map(|kind| kind.text(&article, &setting));
    if !kinds.any(is_as_written) {
        return None;
    }
    article.provenance = source.provenance.clone();
    for original in article
        .photos
        .iter_mut()
        .filter_map(|photo| photo.original.as_mut())
    {
        // It counts the bytes of the file that the photo was first read from.
        original.span = None;
    }
    Some(article)
}

//! What an exported file carries of its article, so that opening it again loses nothing.
//!
//! Formats of others have no place for much that the model holds. A file of ours therefore carries the
//! normalized form beside what it says in its own words. It counts only while the file says what it
//! said when it was written, which is looked at by writing it once more: whoever edited the file has
//! the last word.

use serde_json::{Value, json};

use super::{EXPORTS, Setting};
use crate::credit::Lexicon;
use crate::formats::ninjs::own::CARRIED;
use crate::formats::{Source, ninjs};
use crate::model::Article;

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
    format!("{{{}: {value}}}", begin())
}

/// How it begins in a text.
fn begin() -> String {
    format!("\"{CARRIED}\"")
}

/// What a file that Cutline exported carries.
#[derive(Debug)]
pub(in crate::formats) struct Carried {
    article: Article,
    setting: Setting,
}

impl Carried {
    /// What this file carries; None where it is no export of ours.
    pub(in crate::formats) fn of(source: &Source<'_>, lexicon: &Lexicon) -> Option<Self> {
        let begin = begin();
        let mut found = source.text.rmatch_indices(&begin);
        // The last that is a member's name; the profile in it has the same word as its value.
        let from = found.find_map(|(at, found)| {
            let behind = source.text.get(at + found.len()..)?.trim_start();
            behind.strip_prefix(':')
        })?;
        let mut values = serde_json::Deserializer::from_str(from).into_iter::<Value>();
        let value = values.next()?.ok()?;
        let said = |member: &str| Some(value.get(member)?.as_str()?.to_owned());
        let setting = Setting {
            now: said("now")?,
            pictures_at: said("picturesAt")?,
            ..Setting::default()
        };
        let article = ninjs::read(value.get("item")?, &source.provenance, lexicon);
        Some(Self { article, setting })
    }

    /// The files that would carry it, as they were written.
    pub(in crate::formats) fn files(&self) -> impl Iterator<Item = String> + '_ {
        let begin = begin();
        let texts = EXPORTS
            .iter()
            .filter_map(|kind| kind.text(&self.article, &self.setting));
        texts.filter(move |text| text.contains(&begin))
    }

    /// The article, which comes from this file now.
    pub(in crate::formats) fn into_article(self, source: &Source<'_>) -> Article {
        let mut article = self.article;
        article.provenance = source.provenance.clone();
        let photos = article.photos.iter_mut();
        for original in photos.filter_map(|photo| photo.original.as_mut()) {
            // It counts the bytes of the file that the photo was first read from.
            original.span = None;
        }
        article
    }
}

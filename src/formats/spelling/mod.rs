//! What each field of a photo and each fact of an article reads like as one text, and back.
//!
//! One table for all that write fields under names: the caption sheet's columns, the attributes of an
//! exported page and the meta fields of a WordPress export. What one of them writes is read by the
//! same lines.

mod date;
mod list;
pub(super) mod told;

use crate::model::{
    Article, Contributor, Field, FieldValue, Moment, Photo, Source, SourceRole, TextField,
};
use list::{entries, escaped, joined, plain, trimmed};

/// What parts an organisation from its role: `AP [provider]`.
const ROLE: (char, char) = ('[', ']');

impl Field {
    /// Its name, in words parted by blanks.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text(field) => match field {
                TextField::Caption => "caption",
                TextField::CreditLine => "credit line",
                TextField::Headline => "headline",
                TextField::AltText => "alt text",
                TextField::ExtendedDescription => "extended description",
                TextField::Located => "place",
                TextField::CopyrightHolder => "copyright holder",
                TextField::CopyrightNotice => "copyright notice",
                TextField::UsageTerms => "usage terms",
                TextField::Instructions => "instructions",
                TextField::CaptionWriter => "caption writer",
            },
            Self::Creators => "creators",
            Self::Sources => "sources",
            Self::Created => "date",
        }
    }

    /// The field with this name, in small or capital letters.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is_named = |field: &Self| field.name().eq_ignore_ascii_case(name.trim());
        Self::ALL.into_iter().find(is_named)
    }

    /// What a photo says in it.
    #[must_use]
    pub fn of(self, photo: &Photo) -> String {
        match self {
            Self::Text(field) => photo.text(field).to_owned(),
            Self::Creators => names(&photo.creators),
            Self::Sources => {
                let bodies: Vec<String> = photo.sources.iter().map(written).collect();
                joined(bodies.iter().map(String::as_str))
            }
            Self::Created => said(photo.created.as_ref()),
        }
    }

    /// What a text means in it; `photo` is what the field says now, for roles and dates that the text
    /// leaves out or spells otherwise.
    ///
    /// # Errors
    /// Why it is not understood: only a date may not be.
    pub(super) fn read(self, text: &str, photo: &Photo) -> Result<FieldValue, String> {
        Ok(match self {
            Self::Text(field) => FieldValue::Text(field, unbroken(text)),
            Self::Creators => FieldValue::Creators(names_in(text)),
            Self::Sources => {
                let bodies = entries(text);
                FieldValue::Sources(bodies.iter().map(|body| source(body, photo)).collect())
            }
            Self::Created => FieldValue::Created(date::read(text, photo.created.as_ref())?),
        })
    }
}

/// Something said of an article itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fact {
    Uri,
    Headline,
    By,
    Created,
    SourceDate,
    Url,
    Language,
    RecordId,
    Contributors,
}

impl Fact {
    pub(super) const ALL: [Self; 9] = [
        Self::Uri,
        Self::Headline,
        Self::By,
        Self::Created,
        Self::SourceDate,
        Self::Url,
        Self::Language,
        Self::RecordId,
        Self::Contributors,
    ];

    /// Its name, in words parted by blanks.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Uri => "uri",
            Self::Headline => "headline",
            Self::By => "byline",
            Self::Created => "date",
            Self::SourceDate => "source date",
            Self::Url => "source url",
            Self::Language => "language",
            Self::RecordId => "id",
            Self::Contributors => "contributors",
        }
    }

    /// What an article says of it.
    pub(super) fn of(self, article: &Article) -> String {
        match self {
            Self::Uri => article.uri.clone(),
            Self::Headline => article.headline.clone(),
            Self::By => article.by.clone(),
            Self::Created => said(article.created.as_ref()),
            Self::SourceDate => article.source_date.clone(),
            Self::Url => article.url.clone(),
            Self::Language => article.language.clone(),
            Self::RecordId => article.record_id.clone(),
            Self::Contributors => {
                let named = article.contributors.iter().map(|one| one.name.clone());
                names(&named.collect::<Vec<_>>())
            }
        }
    }

    /// Lets an article say it; a date that is none is left out.
    pub(super) fn tell(self, article: &mut Article, text: &str) {
        match self {
            Self::Uri => text.clone_into(&mut article.uri),
            Self::Headline => text.clone_into(&mut article.headline),
            Self::By => text.clone_into(&mut article.by),
            Self::Created => article.created = Moment::typed(text),
            Self::SourceDate => text.clone_into(&mut article.source_date),
            Self::Url => text.clone_into(&mut article.url),
            Self::Language => text.clone_into(&mut article.language),
            Self::RecordId => text.clone_into(&mut article.record_id),
            Self::Contributors => {
                let named = names_in(text).into_iter();
                article.contributors = named.map(|name| Contributor { name }).collect();
            }
        }
    }
}

/// A name as the formats write it that allow no blanks: `usage-terms`, `usage_terms`.
pub(super) fn key(name: &str, part: &str) -> String {
    name.replace(' ', part)
}

/// Line breaks as spreadsheets and other systems write them are no change.
pub(super) fn unbroken(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn said(moment: Option<&Moment>) -> String {
    moment.map_or_else(String::new, |moment| moment.as_said().to_owned())
}

fn names(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| escaped(name, &[])).collect();
    joined(names.iter().map(String::as_str))
}

fn names_in(text: &str) -> Vec<String> {
    entries(text).iter().map(|entry| plain(entry)).collect()
}

fn written(source: &Source) -> String {
    let (open, close) = ROLE;
    let name = escaped(&source.name, &[open, close]);
    match source.role.word() {
        "" => name,
        word => format!("{name} {open}{}{close}", escaped(word, &[open, close])),
    }
}

/// An organisation of a text. One without a role keeps the one that it had.
fn source(entry: &[(char, bool)], photo: &Photo) -> Source {
    let (open, close) = ROLE;
    let at = entry.iter().rposition(|c| *c == (open, false));
    let is_closed = entry.last() == Some(&(close, false));
    if let Some(at) = at.filter(|_| is_closed) {
        let name = trimmed(entry.get(..at).unwrap_or_default());
        let word = entry.get(at + 1..entry.len() - 1).unwrap_or_default();
        return Source {
            name: plain(name),
            role: SourceRole::from_word(&plain(word)),
        };
    }
    let name = plain(entry);
    let known = photo.sources.iter().find(|source| source.name == name);
    let role = known.map_or(SourceRole::Source, |source| source.role.clone());
    Source { name, role }
}

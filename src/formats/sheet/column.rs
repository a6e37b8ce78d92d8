//! The columns of a sheet that hold what can be edited: what they read and what they set.

use super::cell::{entries, escaped, joined, plain, trimmed};
use super::date;
use crate::edit::Edit;
use crate::model::{Photo, Source, SourceRole, TextField, sha256};

/// What parts an organisation from its role: `AP [provider]`.
const ROLE: (char, char) = ('[', ']');

/// A column of the sheet that can be edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// One text.
    Text(TextField),
    /// Persons, parted by `;`.
    Creators,
    /// Organisations with their roles, parted by `;`.
    Sources,
    /// When it was taken.
    Date,
}

impl Column {
    /// In the order of the sheet.
    pub const ALL: [Self; 14] = [
        Self::Text(TextField::Headline),
        Self::Text(TextField::Caption),
        Self::Text(TextField::CreditLine),
        Self::Creators,
        Self::Sources,
        Self::Text(TextField::CopyrightHolder),
        Self::Text(TextField::CopyrightNotice),
        Self::Text(TextField::UsageTerms),
        Self::Text(TextField::Instructions),
        Self::Text(TextField::AltText),
        Self::Text(TextField::ExtendedDescription),
        Self::Date,
        Self::Text(TextField::Located),
        Self::Text(TextField::CaptionWriter),
    ];

    /// Its name in the sheet's first line.
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
            Self::Date => "date",
        }
    }

    /// The column with this name, in small or capital letters.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is_named = |column: &Self| column.name().eq_ignore_ascii_case(name.trim());
        Self::ALL.into_iter().find(is_named)
    }

    /// What a photo says in it.
    #[must_use]
    pub fn of(self, photo: &Photo) -> String {
        match self {
            Self::Text(field) => photo.text(field).to_owned(),
            Self::Creators => {
                let names: Vec<String> = photo
                    .creators
                    .iter()
                    .map(|name| escaped(name, &[]))
                    .collect();
                joined(names.iter().map(String::as_str))
            }
            Self::Sources => {
                let bodies: Vec<String> = photo.sources.iter().map(written).collect();
                joined(bodies.iter().map(String::as_str))
            }
            Self::Date => photo
                .created
                .as_ref()
                .map(|created| created.as_said().to_owned())
                .unwrap_or_default(),
        }
    }

    /// What a cell changes of a photo; None where it says what the photo says.
    ///
    /// # Errors
    /// Why the cell is not understood.
    pub(super) fn edit(self, photo: &Photo, cell: &str) -> Result<Option<Edit>, String> {
        if unbroken(&self.of(photo)) == unbroken(cell) {
            return Ok(None);
        }
        let id = photo.id;
        let edit = match self {
            Self::Text(field) => Edit::SetText {
                photo: id,
                field,
                text: cell.to_owned(),
            },
            Self::Creators => Edit::SetCreators {
                photo: id,
                creators: entries(cell).iter().map(|entry| plain(entry)).collect(),
            },
            Self::Sources => Edit::SetSources {
                photo: id,
                sources: entries(cell)
                    .iter()
                    .map(|entry| source(entry, photo))
                    .collect(),
            },
            Self::Date => Edit::SetCreated {
                photo: id,
                created: date::read(cell, photo.created.as_ref())?,
            },
        };
        let is_same = match &edit {
            Edit::SetCreators { creators, .. } => *creators == photo.creators,
            Edit::SetSources { sources, .. } => *sources == photo.sources,
            Edit::SetCreated { created, .. } => *created == photo.created,
            _ => false,
        };
        Ok((!is_same).then_some(edit))
    }
}

/// How a photo was: changes with every cell that can be edited.
pub(super) fn mark(photo: &Photo) -> String {
    let cells = Column::ALL.iter().map(|column| unbroken(&column.of(photo)));
    let hash = sha256(cells.collect::<Vec<_>>().join("\u{0}").as_bytes());
    // Enough to tell two versions of one photo apart; letters before it, so that no spreadsheet takes
    // it for a number.
    format!("v-{}", hash.get(..12).unwrap_or(&hash))
}

/// Line breaks as spreadsheets write them are no change.
fn unbroken(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn written(source: &Source) -> String {
    let (open, close) = ROLE;
    let name = escaped(&source.name, &[open, close]);
    match source.role.word() {
        "" => name,
        word => format!("{name} {open}{}{close}", escaped(word, &[open, close])),
    }
}

/// An organisation of a cell. One without a role keeps the one that it had.
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

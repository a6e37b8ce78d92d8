//! What the rows of an edited sheet change.

use std::collections::BTreeSet;

use super::PICTURE;
use super::mark::picture;
use super::read::{Row, Sheet};
use crate::formats::spelling::unbroken;
use crate::model::{Article, Field, FieldValue, Photo, PhotoId, SourceRole};

/// What one cell changes.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// The position of its article among those asked about.
    pub article: usize,
    /// Whose.
    pub photo: PhotoId,
    /// The row's line, counted from 1.
    pub line: u64,
    /// What of it.
    pub field: Field,
    /// How it reads before.
    pub before: String,
    /// And after.
    pub after: String,
    /// What it holds afterwards.
    pub value: FieldValue,
}

/// A row, or a cell of it, that changes nothing though it may have been meant to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Counted from 1.
    pub line: u64,
    /// The photo's name in the sheet.
    pub photo: String,
    /// Why.
    pub why: Why,
}

/// Why a row was left.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// Of another bundle, or the photo was removed.
    #[error("no photo answers to this row")]
    NoPhoto,
    /// Which of them is meant cannot be told.
    #[error("several photos answer to this row; name one article")]
    Several,
    /// What was edited in the sheet and what in the article cannot be told apart.
    #[error("somebody wrote into the column \"as exported\"; export the sheet anew")]
    Mark,
    /// The same photo again.
    #[error("an earlier row has this photo already")]
    Again,
    /// A cell that was left alone.
    #[error("{column}: {reason}")]
    Cell {
        /// The column's name.
        column: &'static str,
        /// Why.
        reason: String,
    },
}

impl Sheet {
    /// What the sheet changes of these articles, each with the name that a sheet calls it by; and the
    /// rows and cells that change nothing though they say something else.
    #[must_use]
    pub fn changes(&self, articles: &[(&str, &Article)]) -> (Vec<RowChange>, Vec<Left>) {
        let (mut changes, mut left) = (Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for row in &self.rows {
            match changes_of(row, articles, &mut seen) {
                Ok((cells, refused)) => {
                    changes.extend(cells);
                    left.extend(refused);
                }
                Err(why) => left.push(row.left(why)),
            }
        }
        (changes, left)
    }
}

impl Row {
    fn left(&self, why: Why) -> Left {
        Left {
            line: self.line,
            photo: self.photo.clone(),
            why,
        }
    }

    fn left_cell(&self, column: &'static str, reason: impl Into<String>) -> Left {
        let reason = reason.into();
        self.left(Why::Cell { column, reason })
    }

    /// Whether a photo is the one that the row is about.
    fn is_of(&self, photo: &Photo) -> bool {
        if self.uri.is_empty() {
            photo.name == self.photo
        } else {
            photo.uri == self.uri
        }
    }

    /// Whether a cell says what it said when the sheet was written.
    fn is_unedited(&self, field: Field, cell: &str) -> bool {
        let mark = self.mark.as_ref();
        mark.is_some_and(|mark| mark.is(field, cell))
    }

    /// Whether the sheet's picture is another one than it was.
    fn has_other_picture(&self, photo: &Photo) -> bool {
        let shown = self.picture.as_deref().unwrap_or_default();
        let is_as_exported = self.mark.as_ref().is_none_or(|mark| mark.is_picture(shown));
        self.picture.is_some() && !is_as_exported && shown != picture(photo)
    }
}

fn changes_of(
    row: &Row,
    articles: &[(&str, &Article)],
    seen: &mut BTreeSet<(usize, PhotoId)>,
) -> Result<(Vec<RowChange>, Vec<Left>), Why> {
    let (at, photo) = find(row, articles)?;
    if !seen.insert((at, photo.id)) {
        return Err(Why::Again);
    }
    let (mut changes, mut left) = (Vec::new(), Vec::new());
    for (field, cell) in &row.cells {
        match change(*field, cell, row, photo) {
            Ok(None) => {}
            Ok(Some(value)) => changes.push(RowChange {
                article: at,
                photo: photo.id,
                line: row.line,
                field: *field,
                before: field.of(photo),
                after: unbroken(cell),
                value,
            }),
            Err(reason) => left.push(row.left_cell(field.name(), reason)),
        }
    }
    if row.is_mark_broken && !changes.is_empty() {
        return Err(Why::Mark);
    }
    if row.has_other_picture(photo) {
        left.push(row.left_cell(
            PICTURE,
            "a sheet changes no pictures; attach this one to the photo",
        ));
    }
    changes.sort_by_key(|change| Field::ALL.iter().position(|one| *one == change.field));
    Ok((changes, left))
}

/// What a cell changes of a photo; None where it was not edited, or says what the photo says.
fn change(
    field: Field,
    cell: &str,
    row: &Row,
    photo: &Photo,
) -> Result<Option<FieldValue>, String> {
    let now = field.of(photo);
    if unbroken(&now) == unbroken(cell) || row.is_unedited(field, cell) {
        return Ok(None);
    }
    let value = field.read(cell, photo)?;
    if photo.says(&value) {
        return Ok(None);
    }
    if let FieldValue::Sources(sources) = &value {
        let is_new = |role: &SourceRole| !photo.sources.iter().any(|known| known.role == *role);
        let unknown = sources.iter().map(|source| &source.role);
        let mut unknown = unknown.filter(|role| matches!(role, SourceRole::Other(_)));
        if let Some(role) = unknown.find(|role| is_new(role)) {
            return Err(format!(
                "\"{}\" is no role; write source, distributor or provider",
                role.word()
            ));
        }
    }
    if row.mark.is_some() && !row.is_unedited(field, &now) {
        return Err(
            "both the sheet and the article changed it since the sheet was exported; edit it in one of them"
                .to_owned(),
        );
    }
    Ok(Some(value))
}

/// The photo of a row: by its identity, where two articles share that by the article's name too.
fn find<'a>(row: &Row, articles: &[(&str, &'a Article)]) -> Result<(usize, &'a Photo), Why> {
    let all = articles
        .iter()
        .enumerate()
        .flat_map(|(at, (name, article))| {
            let photos = article.photos.iter().filter(|photo| row.is_of(photo));
            photos.map(move |photo| (at, *name, photo))
        });
    let all: Vec<_> = all.collect();
    let of_article: Vec<_> = all
        .iter()
        .filter(|(_, name, _)| *name == row.article)
        .collect();
    match (all.as_slice(), of_article.as_slice()) {
        (_, [(at, _, photo)]) | ([(at, _, photo)], _) => Ok((*at, photo)),
        ([], _) => Err(Why::NoPhoto),
        _ => Err(Why::Several),
    }
}

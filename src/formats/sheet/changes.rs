//! What the rows of an edited sheet change.

use std::collections::BTreeSet;

use super::column::{Column, mark};
use super::read::{Row, Sheet};
use crate::edit::Edit;
use crate::model::{Article, Photo, PhotoId};

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
    pub column: Column,
    /// How it reads before.
    pub before: String,
    /// And after.
    pub after: String,
    /// What makes it so.
    pub edit: Edit,
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
    /// The photo is not as it was when the sheet was written.
    #[error("the photo was changed since the sheet was exported; export it anew")]
    Changed,
    /// The same photo again.
    #[error("an earlier row has this photo already")]
    Again,
    /// A cell that says nothing.
    #[error("{column}: {reason}")]
    Cell {
        /// The column's name.
        column: &'static str,
        /// What is wrong with it.
        reason: String,
    },
}

impl Sheet {
    /// What the sheet changes of these articles, each with the name that a sheet calls it by; and the
    /// rows that change nothing though they say something else.
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

    /// Whether a photo is the one that the row is about.
    fn is_of(&self, photo: &Photo) -> bool {
        if self.uri.is_empty() {
            photo.name == self.photo
        } else {
            photo.uri == self.uri
        }
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
    for (column, cell) in &row.cells {
        match column.edit(photo, cell) {
            Ok(None) => {}
            Ok(Some(edit)) => changes.push(RowChange {
                article: at,
                photo: photo.id,
                line: row.line,
                column: *column,
                before: column.of(photo),
                after: cell.clone(),
                edit,
            }),
            Err(reason) => left.push(row.left(Why::Cell {
                column: column.name(),
                reason,
            })),
        }
    }
    let is_changed = !row.mark.is_empty() && row.mark != mark(photo);
    if is_changed && !(changes.is_empty() && left.is_empty()) {
        return Err(Why::Changed);
    }
    changes.sort_by_key(|change| Column::ALL.iter().position(|one| *one == change.column));
    Ok((changes, left))
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

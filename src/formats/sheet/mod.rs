//! The caption sheet: a table with one row a photo, to be edited in a spreadsheet and read back.
//!
//! [`row`] writes, [`Sheet::read`] reads, [`Sheet::changes`] says what an edited row changes of a photo.
//! A cell that a spreadsheet would take for a formula is quoted by `'`, which reading takes off again;
//! a cell that holds a list escapes what parts its entries. Each row carries a mark of how its cells
//! were when the sheet was written, so that a field that both the sheet and the article changed since is
//! told and left alone.

mod cell;
mod changes;
mod mark;
mod read;

use crate::model::{Article, Field, Photo};

pub use cell::{csv_row, safe};
pub use changes::{Left, RowChange, Why};
pub use mark::Mark;
pub use read::{Row, Sheet, SheetError};

use mark::{mark, picture};

/// The columns before those of the fields: which article, which photo, which picture.
const ARTICLE: &str = "article";
const PHOTO: &str = "photo";
const PICTURE: &str = "picture";
/// The columns behind them: what tells the photo apart from all others, and how it was.
const URI: &str = "uri";
const MARK: &str = "as exported";

/// The sheet's first line.
#[must_use]
pub fn head() -> String {
    let names = Field::ALL.iter().map(|field| field.name());
    let names = [ARTICLE, PHOTO, PICTURE].into_iter().chain(names);
    csv_row(names.chain([URI, MARK]))
}

/// The rows of an article's photos, `article` being what the sheet calls it.
#[must_use]
pub fn rows(article_name: &str, article: &Article) -> String {
    let rows = article.photos.iter();
    rows.map(|photo| row(article_name, photo)).collect()
}

fn row(article: &str, photo: &Photo) -> String {
    let mut cells = vec![
        article.to_owned(),
        photo.name.clone(),
        picture(photo).to_owned(),
    ];
    cells.extend(Field::ALL.iter().map(|field| field.of(photo)));
    cells.extend([photo.uri.clone(), mark(photo)]);
    csv_row(cells.iter().map(String::as_str))
}

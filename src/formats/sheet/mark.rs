//! How a photo was when its sheet was written, cell by cell: what the sheet edited can then be told
//! from what was edited in the article meanwhile.

use crate::formats::spelling::unbroken;
use crate::model::{Field, Photo, sha256};

/// A letter before the figures, so that no spreadsheet takes it for a number.
const BEGIN: &str = "v-";
/// So many figures tell two versions of one cell apart: one in 16 million passes for the same.
const FIGURES: usize = 6;

/// What a photo's picture cell shows: its path, else its address.
pub(super) fn picture(photo: &Photo) -> &str {
    photo.image.as_ref().map_or("", |image| {
        if image.path.is_empty() {
            &image.href
        } else {
            &image.path
        }
    })
}

/// The mark of a photo: some figures of each of its cells, the picture's first.
pub(super) fn mark(photo: &Photo) -> String {
    let fields = Field::ALL.iter().map(|field| figures(&field.of(photo)));
    let cells: String = std::iter::once(figures(picture(photo)))
        .chain(fields)
        .collect();
    format!("{BEGIN}{cells}")
}

/// The cells of a row as they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark(Vec<String>);

impl Mark {
    /// Reads the mark of a row; None where it is not as it was written.
    pub(super) fn read(cell: &str) -> Option<Self> {
        let figures = cell.trim().strip_prefix(BEGIN)?;
        let is_whole = figures.len() == FIGURES * (Field::ALL.len() + 1)
            && figures.bytes().all(|byte| byte.is_ascii_hexdigit());
        let cells = figures.as_bytes().chunks(FIGURES);
        let cells = cells.map(|cell| String::from_utf8_lossy(cell).into_owned());
        is_whole.then(|| Self(cells.collect()))
    }

    /// Whether a text is what the picture's cell held.
    pub(super) fn is_picture(&self, text: &str) -> bool {
        self.is_cell(0, text)
    }

    /// Whether a text is what a field's cell held.
    pub(super) fn is(&self, field: Field, text: &str) -> bool {
        let at = Field::ALL.iter().position(|one| *one == field);
        at.is_some_and(|at| self.is_cell(at + 1, text))
    }

    fn is_cell(&self, at: usize, text: &str) -> bool {
        self.0.get(at).is_some_and(|cell| *cell == figures(text))
    }
}

fn figures(text: &str) -> String {
    let mut hash = sha256(unbroken(text).as_bytes());
    hash.truncate(FIGURES);
    hash
}

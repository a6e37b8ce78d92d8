//! An edited sheet: which rows it has, whatever program wrote it.

use std::collections::BTreeMap;

use super::cell::said;
use super::mark::Mark;
use super::{ARTICLE, MARK, PHOTO, PICTURE, URI};
use crate::formats::{FormatError, decode};
use crate::model::Field;

/// What parts the cells of a row, in the order in which it is tried; Excel writes semicolons where
/// the comma is the decimal point, and tabs as "Unicode text".
const SEPARATORS: [u8; 3] = *b",;\t";
/// More rows than this are no caption sheet.
const ROWS: usize = 1_000_000;

/// A sheet as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// In the order of the sheet.
    pub rows: Vec<Row>,
    /// Columns that mean nothing here.
    pub unknown: Vec<String>,
    /// What an editor should know: "read as windows-1252".
    pub notes: Vec<String>,
}

/// One photo of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line, counted from 1.
    pub line: u64,
    /// What the sheet calls its article.
    pub article: String,
    /// The photo's name.
    pub photo: String,
    /// Its identity; empty where the column is gone.
    pub uri: String,
    /// What it shows; None where the column is gone.
    pub picture: Option<String>,
    /// How it was when the sheet was written; None where the column is gone.
    pub mark: Option<Mark>,
    /// Whether somebody wrote into the column of the mark.
    pub is_mark_broken: bool,
    /// What the row says; columns that the sheet does not have are not here.
    pub cells: BTreeMap<Field, String>,
}

/// Why a file is no caption sheet.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// Nothing in it.
    #[error("the file is empty; a caption sheet is expected, as `--to csv` exports it")]
    Empty,
    /// Not even text: a spreadsheet's own file, most often.
    #[error("this is no text (it looks like {0}); save the sheet as CSV")]
    NoText(&'static str),
    /// Text that cannot be decoded.
    #[error("{0}")]
    Text(FormatError),
    /// A table of something else.
    #[error(
        "this is no caption sheet: its first line has neither a column \"photo\" nor \"uri\"; export one with `--to csv`"
    )]
    NoSheet,
    /// Broken quoting and the like.
    #[error("line {line}: {reason}")]
    Row {
        /// Counted from 1.
        line: u64,
        /// What the parser says.
        reason: String,
    },
    /// More than any bundle holds.
    #[error("more than {ROWS} rows; split the sheet")]
    TooLong,
}

/// What a column of the file is.
enum Meaning {
    Article,
    Photo,
    Uri,
    Mark,
    Field(Field),
    Picture,
    Unknown,
}

impl Sheet {
    /// Reads a sheet: UTF-8 with or without a mark, UTF-16, or what Excel takes for text; cells parted
    /// by commas, semicolons or tabs.
    ///
    /// # Errors
    /// Where it is no table, or not one of photos.
    pub fn read(bytes: &[u8]) -> Result<Self, SheetError> {
        let decoded = decode(bytes).map_err(|error| match error {
            FormatError::Empty => SheetError::Empty,
            FormatError::NoText(what) => SheetError::NoText(what),
            error => SheetError::Text(error),
        })?;
        let (told, text) = told_separator(&decoded.text);
        let above = decoded.text.len() - text.len();
        let mut lines = Lines::new(&decoded.text, above);
        let separator = told.unwrap_or_else(|| separator(text));
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut records = reader.records();
        let head = match records.next() {
            Some(head) => head.map_err(|error| refused(&error, &mut lines))?,
            None => return Err(SheetError::NoSheet),
        };
        let meanings: Vec<Meaning> = head.iter().map(meaning).collect();
        let is_sheet = meanings
            .iter()
            .any(|meaning| matches!(meaning, Meaning::Photo | Meaning::Uri));
        if !is_sheet {
            return Err(SheetError::NoSheet);
        }
        let unknown = head.iter().zip(&meanings);
        let unknown = unknown.filter(|(name, meaning)| {
            matches!(meaning, Meaning::Unknown) && !name.trim().is_empty()
        });
        let unknown = unknown.map(|(name, _)| name.to_owned()).collect();
        let mut rows = Vec::new();
        for record in records {
            let record = record.map_err(|error| refused(&error, &mut lines))?;
            if rows.len() >= ROWS {
                return Err(SheetError::TooLong);
            }
            let row = row(&record, &meanings, lines.of(record.position()));
            let is_blank = record.iter().all(|cell| cell.trim().is_empty());
            rows.extend((!is_blank).then_some(row));
        }
        Ok(Self {
            rows,
            unknown,
            notes: decoded.note.into_iter().collect(),
        })
    }
}

fn row(record: &csv::StringRecord, meanings: &[Meaning], line: u64) -> Row {
    let mut row = Row {
        line,
        article: String::new(),
        photo: String::new(),
        uri: String::new(),
        picture: None,
        mark: None,
        is_mark_broken: false,
        cells: BTreeMap::new(),
    };
    for (cell, meaning) in record.iter().zip(meanings) {
        let text = said(cell).to_owned();
        match meaning {
            Meaning::Article => row.article = text,
            Meaning::Photo => row.photo = text,
            Meaning::Uri => row.uri = text,
            Meaning::Mark => {
                row.mark = Mark::read(&text);
                row.is_mark_broken = row.mark.is_none() && !text.trim().is_empty();
            }
            Meaning::Picture => row.picture = Some(text),
            Meaning::Field(field) => drop(row.cells.insert(*field, text)),
            Meaning::Unknown => {}
        }
    }
    row
}

fn meaning(name: &str) -> Meaning {
    let name = name.trim();
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    if is(ARTICLE) {
        Meaning::Article
    } else if is(PHOTO) {
        Meaning::Photo
    } else if is(URI) {
        Meaning::Uri
    } else if is(MARK) {
        Meaning::Mark
    } else if is(PICTURE) {
        Meaning::Picture
    } else {
        Field::named(name).map_or(Meaning::Unknown, Meaning::Field)
    }
}

/// The separator that the first line says itself, `sep=;`, as Excel wants it; and the rest.
fn told_separator(text: &str) -> (Option<u8>, &str) {
    let Some(rest) = text.strip_prefix("sep=") else {
        return (None, text);
    };
    let line = rest.split(['\r', '\n']).next().unwrap_or_default();
    let after = rest.get(line.len()..).unwrap_or_default();
    let separator = line.bytes().next().filter(u8::is_ascii);
    (separator, after.trim_start_matches(['\r', '\n']))
}

/// The separator by which the first line has the most columns that mean something.
fn separator(text: &str) -> u8 {
    let line = text.lines().next().unwrap_or_default();
    let known = |separator: &u8| {
        let cells = line.split(char::from(*separator));
        cells
            .map(|cell| meaning(cell.trim_matches('"')))
            .filter(|meaning| !matches!(meaning, Meaning::Unknown))
            .count()
    };
    // Of equals the last is the greatest to `max_by_key`; the first shall win.
    let best = SEPARATORS
        .iter()
        .rev()
        .max_by_key(|separator| known(separator));
    best.copied().unwrap_or(b',')
}

/// Which line of a file a record is in. The parser counts line feeds before it has read the one that
/// ends the line before, so the lines are counted here.
struct Lines<'t> {
    text: &'t str,
    /// How much of the text stands above what the parser reads.
    above: usize,
    counted: usize,
    line: u64,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str, above: usize) -> Self {
        Self {
            text,
            above,
            counted: 0,
            line: 1,
        }
    }

    /// The line of a place, counted from 1; places come in their order.
    fn of(&mut self, place: Option<&csv::Position>) -> u64 {
        let place = place.and_then(|place| usize::try_from(place.byte()).ok());
        let at = self.above.saturating_add(place.unwrap_or_default());
        let behind = self.text.get(at..).unwrap_or_default();
        // Blank lines before the record, and the rest of the line end before it.
        let blank = behind.len() - behind.trim_start_matches(['\r', '\n']).len();
        let at = at.saturating_add(blank);
        let passed = self.text.get(self.counted..at).unwrap_or_default();
        let ends = passed.matches('\n').count() + passed.matches('\r').count()
            - passed.matches("\r\n").count();
        self.line = self
            .line
            .saturating_add(u64::try_from(ends).unwrap_or_default());
        self.counted = self.counted.max(at);
        self.line
    }
}

fn refused(error: &csv::Error, lines: &mut Lines<'_>) -> SheetError {
    SheetError::Row {
        line: lines.of(error.position()),
        reason: error.to_string(),
    }
}

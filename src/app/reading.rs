//! Captions and credits as coloured text: what `credit::read` says, kept while it is looked at.

use std::collections::HashMap;
use std::sync::Arc;

use super::highlight::{Coloured, Kind};
use crate::credit::{self, Credit, Lexicon, PartKind, Reading};
use crate::model::Photo;

/// Readings of the texts that were looked at last; more than this and they are read anew.
const KEPT: usize = 1024;

/// A text as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// In colours.
    pub coloured: Coloured,
    /// Its caption.
    pub caption: String,
    /// Its credits as printed.
    pub credit: String,
}

/// What was read from texts, by text.
#[derive(Debug, Default)]
pub struct Readings {
    read: HashMap<String, Arc<Read>>,
}

impl Readings {
    /// Reads a text, or remembers how it was read.
    pub fn of(&mut self, raw: &str, lexicon: &Lexicon) -> Arc<Read> {
        if let Some(read) = self.read.get(raw) {
            return Arc::clone(read);
        }
        if self.read.len() >= KEPT {
            self.read.clear();
        }
        let read = Arc::new(read(raw, lexicon));
        self.read.insert(raw.to_owned(), Arc::clone(&read));
        read
    }

    /// A photo as its place in the article shows it: the original in colours, until an edit makes
    /// it read otherwise; then the caption and the credit line as they stand now.
    pub fn of_photo(&mut self, photo: &Photo, lexicon: &Lexicon) -> Arc<Read> {
        if let Some(original) = &photo.original {
            let read = self.of(&original.text, lexicon);
            if same(&read.caption, &photo.caption) && same(&read.credit, &photo.credit_line) {
                return read;
            }
        }
        let credit = self.of(&photo.credit_line, lexicon);
        let mut coloured = Coloured::default();
        coloured.push(&photo.caption, Kind::Caption);
        if !photo.caption.is_empty() && !photo.credit_line.is_empty() {
            coloured.push(" ", Kind::Plain);
        }
        for (text, kind) in credit.coloured.pieces() {
            // All that stands in the credit line is credit, however little it looks like one.
            let kind = if matches!(kind, Kind::Caption | Kind::Plain) && !text.trim().is_empty() {
                Kind::Credit
            } else {
                *kind
            };
            coloured.push(text, kind);
        }
        Arc::new(Read {
            coloured,
            caption: photo.caption.clone(),
            credit: photo.credit_line.clone(),
        })
    }
}

fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

fn read(raw: &str, lexicon: &Lexicon) -> Read {
    let reading = credit::read(raw, lexicon);
    let mut coloured = Coloured::default();
    let mut at = 0;
    let last_credit = reading.credits.last().map(|credit| credit.span);
    for part in &reading.parts {
        coloured.push(
            raw.get(at..part.span.start).unwrap_or_default(),
            Kind::Plain,
        );
        coloured.push(
            part.span.of(raw),
            kind(part.kind, credit_at(&reading, part.span.start), &reading),
        );
        at = part.span.end;
        if Some(part.span) == last_credit
            && let Some((word, kind)) = word(&reading)
        {
            coloured.push_word(&word, kind);
        }
    }
    coloured.push(raw.get(at..).unwrap_or_default(), Kind::Plain);
    let of = |kind: PartKind| {
        let parts = reading
            .parts
            .iter()
            .filter(|part| part.kind == kind)
            .map(|part| part.span.of(raw));
        parts.collect::<Vec<_>>().join(" ")
    };
    Read {
        caption: of(PartKind::Caption),
        credit: of(PartKind::Credit),
        coloured,
    }
}

fn credit_at<'r>(reading: &'r Reading, start: usize) -> Option<&'r Credit> {
    reading
        .credits
        .iter()
        .find(|credit| credit.span.start == start)
}

fn kind(part: PartKind, credit: Option<&Credit>, reading: &Reading) -> Kind {
    match part {
        PartKind::Caption => Kind::Caption,
        PartKind::CaptionAgain => Kind::Repeated,
        PartKind::Credit if credit.is_some_and(|credit| credit.is_repeated) => Kind::Repeated,
        PartKind::Credit if !reading.conflict.is_empty() => Kind::Conflict,
        PartKind::Credit => Kind::Credit,
        PartKind::Usage => Kind::Usage,
        PartKind::Furniture => Kind::Furniture,
    }
}

/// The word that says what a colour says.
fn word(reading: &Reading) -> Option<(String, Kind)> {
    if !reading.conflict.is_empty() {
        let count = match reading.conflict.len() {
            2 => "two".to_owned(),
            count => count.to_string(),
        };
        return Some((format!("{count} credits disagree"), Kind::ConflictWord));
    }
    let is_repeated = reading.credits.iter().any(|credit| credit.is_repeated);
    let times = reading.credits.len();
    is_repeated.then(|| match times {
        0..=2 => ("said twice".to_owned(), Kind::RepeatedWord),
        times => (format!("said {times} times"), Kind::RepeatedWord),
    })
}

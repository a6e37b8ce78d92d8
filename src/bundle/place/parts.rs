//! Files that hold several articles: one a line, or several that are read together.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use aho_corasick::AhoCorasick;
use serde_json::Value;

use super::super::about::{self, Mark};
use super::super::error::OpenError;
use super::super::holder::Holder;
use super::super::item::{Item, Part, Several, SourceIs};
use super::super::lines::{self, Line};
use super::super::saved::Named;
use super::super::saved_work::{Parts, SavedPart};
use super::kind::Kind;
use super::{Found, Search};
use crate::credit::Lexicon;
use crate::formats::{self, FormatError, Read};
use crate::model::{Article, sha256};

impl Search<'_> {
    /// Lists the lines of a file of records.
    pub(super) fn lines(&mut self, found: &Found) -> Result<(), OpenError> {
        let place = found.holder.place();
        let mark = found.holder.head(2)?;
        if [[0xFF, 0xFE], [0xFE, 0xFF]]
            .iter()
            .any(|utf16| mark == utf16)
        {
            return Err(OpenError::Format {
                path: place.into(),
                reason: FormatError::NoArticle(
                    "this is UTF-16, in which lines are not told apart; save it as UTF-8",
                ),
            });
        }
        let (lines, has_more) = match &found.holder {
            Holder::Disk(file) => {
                let opened = File::open(file).map_err(OpenError::io(file))?;
                lines::of(opened).map_err(OpenError::io(file))?
            }
            Holder::Entry { archive, path } => {
                self.may_unpack(&found.holder)?;
                let bytes = archive.kept(path).map_err(found.holder.zip_error())?;
                lines::of(bytes.as_slice()).map_err(OpenError::io(Path::new(&place)))?
            }
        };
        if lines.is_empty() {
            return Err(OpenError::Nothing { place });
        }
        if has_more {
            let most = lines::LINES;
            self.found.notes.push(format!(
                "{place}: only the first {most} lines are listed; split it, or read it as a stream with `cutline clean`"
            ));
        }
        let mut parts = LinesOf {
            holder: &found.holder,
            lines: &lines,
            lexicon: &self.house.lexicon,
        };
        let saved = self.saved_of(found, ':', &mut parts);
        let items = lines.iter().map(|line| {
            let mark = format!(":{}", line.number);
            let item = found.item(Part::Line(*line), &mark);
            of_part(item, saved.get(&line.number))
        });
        self.found.items.extend(items);
        Ok(())
    }

    /// Reads a file to say how many articles it holds.
    pub(super) fn perhaps_several(&mut self, found: &Found) -> Result<(), OpenError> {
        self.may_unpack(&found.holder)?;
        let bytes = found.holder.bytes()?;
        let name = found.holder.file_name();
        let document = formats::read(&name, &bytes, &self.house.lexicon);
        // Where it cannot be read, opening it says why.
        let reads = document.map_or_else(|_| Vec::new(), |document| document.articles);
        // It may have held several when they were saved.
        let held_several = self.work.has_parts_of(&prefix(found, '#'));
        if reads.is_empty() || (reads.len() < 2 && !held_several) {
            return self.file(found, Kind::One);
        }
        let mut parts = Reads {
            reads: &reads,
            lexicon: &self.house.lexicon,
        };
        let saved = self.saved_of(found, '#', &mut parts);
        let several = Arc::new(Several::default());
        for (at, read) in reads.iter().enumerate() {
            let blank = if read.name.is_empty() { "" } else { " " };
            let mark = format!("#{}{blank}{}", at + 1, read.name);
            let part = Part::OfSeveral {
                several: Arc::clone(&several),
                at,
                sha256: read.article.provenance.sha256.as_str().into(),
            };
            let saved = saved.get(&number_of(at));
            let item = of_part(found.item(part, &mark), saved);
            self.found.items.push(item);
        }
        Ok(())
    }

    /// What was saved of the parts of a file, by their numbers.
    fn saved_of(
        &mut self,
        found: &Found,
        mark: char,
        parts: &mut impl Parts,
    ) -> BTreeMap<u64, SavedPart> {
        if self.work.is_empty() {
            return BTreeMap::new();
        }
        self.work.take_parts(&prefix(found, mark), parts)
    }
}

fn prefix(found: &Found, mark: char) -> String {
    format!("{}{mark}", found.holder.source_file())
}

fn number_of(at: usize) -> u64 {
    u64::try_from(at).map_or(u64::MAX, |at| at.saturating_add(1))
}

/// One of several articles, with what was saved of it.
fn of_part(item: Item, saved: Option<&SavedPart>) -> Item {
    Item {
        is_alone: false,
        kept: saved.map(|saved| Holder::disk(&saved.file)),
        source: match saved {
            Some(saved) if saved.is_changed => SourceIs::Changed,
            _ => SourceIs::There,
        },
        ..item
    }
}

/// The lines of a file of records.
struct LinesOf<'a> {
    holder: &'a Holder,
    lines: &'a [Line],
    lexicon: &'a Lexicon,
}

impl LinesOf<'_> {
    fn article(&self, line: &[u8]) -> Option<Article> {
        let name = self.holder.file_name();
        let read = formats::read_line(&name, line, self.lexicon).ok()?;
        Some(read.into_first()?.article)
    }

    fn marks_of_line(&self, line: &[u8]) -> Vec<Mark> {
        self.article(line)
            .as_ref()
            .map(about::marks_of)
            .unwrap_or_default()
    }

    fn line(&self, number: u64) -> Option<Vec<u8>> {
        let at = self.lines.binary_search_by_key(&number, |line| line.number);
        self.holder.line(*self.lines.get(at.ok()?)?).ok()
    }
}

impl Parts for LinesOf<'_> {
    fn sha256(&mut self, number: u64) -> Option<String> {
        Some(sha256(&self.line(number)?))
    }

    fn having(&mut self, hashes: &BTreeSet<&str>) -> BTreeMap<String, BTreeSet<u64>> {
        let mut found: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
        let looked_at = self.holder.each_line(self.lines, |line, bytes| {
            let hash = sha256(bytes);
            if hashes.contains(hash.as_str()) {
                found.entry(hash).or_default().insert(line.number);
            }
        });
        // What cannot be read was not saved; opening it says why.
        looked_at.ok();
        found
    }

    fn marked(&mut self, marks: &BTreeSet<&Mark>) -> BTreeMap<Mark, BTreeSet<u64>> {
        let runs = about::runs_of(marks);
        let screen = runs.and_then(|runs| AhoCorasick::new(runs).ok());
        let values: HashSet<&str> = marks.iter().map(|mark| mark.value()).collect();
        let mut found: BTreeMap<Mark, BTreeSet<u64>> = BTreeMap::new();
        let looked_at = self.holder.each_line(self.lines, |line, bytes| {
            if screen
                .as_ref()
                .is_some_and(|screen| !screen.is_match(bytes))
            {
                return;
            }
            // Reading a record is slow: its values are looked at first.
            let record: Value = serde_json::from_slice(bytes).unwrap_or_default();
            if !has_one_of(&record, &values) {
                return;
            }
            for mark in self.marks_of_line(bytes) {
                if marks.contains(&mark) {
                    found.entry(mark).or_default().insert(line.number);
                }
            }
        });
        // What cannot be read has no marks; opening it says why.
        looked_at.ok();
        found
    }

    fn is_saved_as(&mut self, number: u64, file: &Path, named: &Named) -> bool {
        let line = self.line(number);
        let article = line.and_then(|line| self.article(&line));
        article.is_some_and(|article| about::is_saved_as(&article, file, named, self.lexicon))
    }
}

/// Whether a record says one of these values anywhere.
fn has_one_of(record: &Value, values: &HashSet<&str>) -> bool {
    let mut left = vec![record];
    while let Some(value) = left.pop() {
        match value {
            Value::String(said) if values.contains(said.as_str()) => return true,
            Value::Number(said) if values.contains(said.to_string().as_str()) => return true,
            Value::Array(inside) => left.extend(inside),
            Value::Object(members) => left.extend(members.values()),
            _ => {}
        }
    }
    false
}

/// Articles that were read together.
struct Reads<'a> {
    reads: &'a [Read],
    lexicon: &'a Lexicon,
}

impl Reads<'_> {
    fn numbered(&self) -> impl Iterator<Item = (u64, &Read)> {
        self.reads
            .iter()
            .enumerate()
            .map(|(at, read)| (number_of(at), read))
    }

    fn read(&self, number: u64) -> Option<&Read> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        self.reads.get(at)
    }
}

impl Parts for Reads<'_> {
    fn sha256(&mut self, number: u64) -> Option<String> {
        Some(self.read(number)?.article.provenance.sha256.clone())
    }

    fn having(&mut self, hashes: &BTreeSet<&str>) -> BTreeMap<String, BTreeSet<u64>> {
        let mut found: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
        for (number, read) in self.numbered() {
            let hash = &read.article.provenance.sha256;
            if hashes.contains(hash.as_str()) {
                found.entry(hash.clone()).or_default().insert(number);
            }
        }
        found
    }

    fn marked(&mut self, marks: &BTreeSet<&Mark>) -> BTreeMap<Mark, BTreeSet<u64>> {
        let mut found: BTreeMap<Mark, BTreeSet<u64>> = BTreeMap::new();
        for (number, read) in self.numbered() {
            for mark in about::marks_of(&read.article) {
                if marks.contains(&mark) {
                    found.entry(mark).or_default().insert(number);
                }
            }
        }
        found
    }

    fn is_saved_as(&mut self, number: u64, file: &Path, named: &Named) -> bool {
        let read = self.read(number);
        read.is_some_and(|read| about::is_saved_as(&read.article, file, named, self.lexicon))
    }
}

//! `clean` as a filter: one JSON record a line in, one compact ninjs item a line out, in order, in
//! the memory of one line. A line that holds several articles gives a list of them.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use serde_json::{Value, json};

use super::Outcome;
use super::print::Output;
use crate::formats;
use crate::formats::ninjs;
use crate::lint::{Certainty, House, Index, certain};
use crate::model::Article;

/// Lines longer than this are not read.
const LINE: u64 = 256 * 1024 * 1024;
/// Of a line that could not be read, so much is given back.
const GIVEN_BACK: usize = 1024 * 1024;

/// Whether a path is a stream of records.
pub(super) fn is_stream(path: &Path) -> bool {
    is_stdin(path)
        || path.extension().is_some_and(|ending| {
            let lines = ["jsonl", "ndjson"];
            lines.iter().any(|lines| ending.eq_ignore_ascii_case(lines))
        })
}

/// Runs the filter.
pub(super) fn run(
    path: &Path,
    is_fixing: bool,
    is_strict: bool,
    house: &House,
    output: &mut Output,
) -> io::Result<Outcome> {
    let file = file_name(path);
    let mut unreadable_lines = Outcome::Done;
    let read = each_line(path, output, |output, number, record| {
        if record.iter().all(u8::is_ascii_whitespace) {
            return output.text("\n");
        }
        match clean(&source(&file, number), record, is_fixing, house) {
            Ok(articles) => match articles.as_slice() {
                [only] => output.json(&ninjs::item_of(only)),
                several => output.json(&several.iter().map(ninjs::item_of).collect::<Vec<_>>()),
            },
            Err(error) => {
                if is_strict {
                    unreadable_lines = Outcome::Failed;
                }
                output.json(&unreadable(record, number, &error))
            }
        }
    })?;
    Ok(read.and(unreadable_lines))
}

/// What a record of a file is read as: the name that finds it again; none where it came from stdin.
pub(super) fn source(file: &str, number: u64) -> String {
    if file.is_empty() {
        return String::new();
    }
    format!("{file}:{number}")
}

/// The name of a stream's file; none for stdin.
pub(super) fn file_name(path: &Path) -> String {
    if is_stdin(path) {
        return String::new();
    }
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Gives each line of a stream, without its ending, with its number, counted from 1.
pub(super) fn each_line(
    path: &Path,
    output: &mut Output,
    mut take: impl FnMut(&mut Output, u64, &[u8]) -> io::Result<()>,
) -> io::Result<Outcome> {
    let mut input: Box<dyn BufRead> = if is_stdin(path) {
        Box::new(BufReader::with_capacity(1 << 16, io::stdin()))
    } else {
        match File::open(path) {
            Ok(file) => Box::new(BufReader::with_capacity(1 << 16, file)),
            Err(error) => {
                output.complain(format_args!("{}: {error}; check the path", path.display()));
                return Ok(Outcome::Failed);
            }
        }
    };
    let mut line = Vec::new();
    for number in 1u64.. {
        line.clear();
        if input.by_ref().take(LINE).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let record = line.strip_suffix(b"\n").unwrap_or(&line);
        let record = record.strip_suffix(b"\r").unwrap_or(record);
        take(output, number, record)?;
    }
    Ok(Outcome::Done)
}

/// Reads the articles of a record of a stream, mostly one.
pub(super) fn read(
    source: &str,
    line: &[u8],
    house: &House,
) -> Result<Vec<Article>, formats::FormatError> {
    let document = formats::read_line(source, line, &house.lexicon)?;
    let articles = document.articles.into_iter();
    Ok(articles.map(|read| read.article).collect())
}

fn clean(
    source: &str,
    line: &[u8],
    is_fixing: bool,
    house: &House,
) -> Result<Vec<Article>, formats::FormatError> {
    let mut articles = read(source, line, house)?;
    for article in articles.iter_mut().filter(|_| is_fixing) {
        let index = Index::of(article, None);
        certain::apply(article, &index, house, Certainty::Certain);
    }
    if articles.is_empty() {
        return Err(formats::FormatError::Empty);
    }
    Ok(articles)
}

fn unreadable(line: &[u8], number: u64, error: &formats::FormatError) -> Value {
    let code = match error {
        formats::FormatError::Json { .. } => "not-json",
        formats::FormatError::Xml { .. } => "not-xml",
        formats::FormatError::Html { .. } => "not-html",
        formats::FormatError::NoText(_) => "not-text",
        formats::FormatError::Empty | formats::FormatError::NoArticle(_) => "no-article",
    };
    let text = String::from_utf8_lossy(line);
    let mut answer =
        json!({ "error": { "code": code, "message": error.to_string(), "line": number } });
    if let Some(answer) = answer.as_object_mut() {
        if text.len() <= GIVEN_BACK {
            answer.insert("input".to_owned(), text.into());
        } else {
            let cut = text.floor_char_boundary(GIVEN_BACK);
            answer.insert(
                "input".to_owned(),
                text.get(..cut).unwrap_or_default().into(),
            );
            answer.insert("input-offset".to_owned(), 0.into());
            answer.insert("input-length".to_owned(), line.len().into());
        }
    }
    answer
}

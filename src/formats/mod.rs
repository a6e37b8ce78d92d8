//! Bytes of one article's file to an [`Article`], and back.
//!
//! [`decode`] finds the text in the bytes, [`recognize`] says what it is (by content first, then by
//! name), and each format's own file reads it. A format is one file here and one line in [`Format::ALL`].

mod encoding;
pub mod html;
pub mod ninjs;
pub mod record;
pub mod text;

use serde_json::Value;

use crate::credit::Lexicon;
use crate::model::{Article, Provenance, sha256};

pub use encoding::{Decoded, decode};

/// A kind of file that holds an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// IPTC ninjs 3.x, ours or a stranger's.
    Ninjs,
    /// A crawler's JSON record with the article's text in a field.
    Record,
    /// Plain text.
    Text,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Ninjs, Self::Record, Self::Text];

    /// What a person calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ninjs => "ninjs 3",
            Self::Record => "JSON record",
            Self::Text => "plain text",
        }
    }
}

/// Why a file could not be read as an article.
#[derive(Debug, thiserror::Error)]
pub enum FormatError {
    /// Nothing in it.
    #[error("the file is empty; an article's text or JSON is expected")]
    Empty,
    /// Binary.
    #[error(
        "this is no text (it looks like {0}); open an article's text or JSON, and attach pictures to it"
    )]
    NoText(&'static str),
    /// JSON that does not parse.
    #[error(
        "line {line}, column {column}: not JSON ({reason}); mend that place or open the original"
    )]
    Json {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// What the parser says.
        reason: String,
    },
    /// JSON without an article.
    #[error("{0}")]
    NoArticle(&'static str),
}

/// An article read from a file, with what saving it needs.
#[derive(Debug, Clone)]
pub struct Read {
    /// The article.
    pub article: Article,
    /// What it was taken for.
    pub format: Format,
    /// The JSON of a ninjs 3.x file that Cutline did not make; saving keeps this tree.
    pub tree: Option<ninjs::Tree>,
    /// What an editor should know: "read as windows-1252".
    pub notes: Vec<String>,
}

/// Reads the bytes of one file.
///
/// # Errors
/// Where it is no text, or JSON that holds no article; says what and where.
pub fn read(file: &str, bytes: &[u8], lexicon: &Lexicon) -> Result<Read, FormatError> {
    let decoded = decode(bytes)?;
    let provenance = Provenance {
        file: file.to_owned(),
        sha256: sha256(bytes),
    };
    let mut read = match recognize(file, &decoded.text)? {
        Recognized::Ninjs(value) => {
            let article = ninjs::read(&value, &provenance, lexicon);
            let tree = (!ninjs::is_ours(&value)).then(|| ninjs::Tree::new(value, &decoded.text));
            Read {
                article,
                format: Format::Ninjs,
                tree,
                notes: Vec::new(),
            }
        }
        Recognized::Record(value) => {
            let article = record::read(value, &provenance, lexicon)?;
            Read {
                article,
                format: Format::Record,
                tree: None,
                notes: Vec::new(),
            }
        }
        Recognized::Text => {
            let article = text::read(&decoded.text, &provenance, lexicon);
            Read {
                article,
                format: Format::Text,
                tree: None,
                notes: Vec::new(),
            }
        }
    };
    read.notes.extend(decoded.note);
    Ok(read)
}

/// Reads one line of a stream of records; `file` is empty where it has no name.
///
/// # Errors
/// Where it is no JSON object with an article's text.
pub fn read_line(file: &str, line: &[u8], lexicon: &Lexicon) -> Result<Article, FormatError> {
    let provenance = Provenance {
        file: file.to_owned(),
        sha256: sha256(line),
    };
    let text = decode(line)?.text;
    match serde_json::from_str::<Value>(&text) {
        Err(error) => Err(FormatError::Json {
            line: error.line(),
            column: error.column(),
            reason: said_by_parser(&error),
        }),
        Ok(value) if ninjs::is_three(&value) => Ok(ninjs::read(&value, &provenance, lexicon)),
        Ok(Value::Object(record)) => record::read(record, &provenance, lexicon),
        Ok(_) => Err(FormatError::NoArticle(
            "this line is no JSON object; one article's record a line is expected",
        )),
    }
}

/// What a text was recognized as.
enum Recognized {
    Ninjs(Value),
    Record(serde_json::Map<String, Value>),
    Text,
}

fn recognize(file: &str, text: &str) -> Result<Recognized, FormatError> {
    let start = text.trim_start();
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_named_json = ending.eq_ignore_ascii_case("json");
    if ending.eq_ignore_ascii_case("jsonl") || is_lines(start) {
        return Err(FormatError::NoArticle(
            "this holds one JSON record a line; only `cutline clean` reads that, as a filter without --out",
        ));
    }
    if !start.starts_with('{') && !is_named_json {
        return Ok(Recognized::Text);
    }
    match serde_json::from_str::<Value>(text) {
        Err(error) if is_named_json => Err(FormatError::Json {
            line: error.line(),
            column: error.column(),
            reason: said_by_parser(&error),
        }),
        Err(_) => Ok(Recognized::Text),
        Ok(value) if ninjs::is_three(&value) => Ok(Recognized::Ninjs(value)),
        Ok(value) if ninjs::is_older(&value) => Err(FormatError::NoArticle(
            "this is ninjs 1 or 2, which is not read yet; ninjs 3 is",
        )),
        Ok(Value::Object(record)) => Ok(Recognized::Record(record)),
        Ok(_) => Err(FormatError::NoArticle(
            "this JSON is no object; an article's record or ninjs 3 is expected",
        )),
    }
}

/// Whether each of the first lines is a JSON object of its own.
fn is_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(3);
    let is_record = |line: &str| {
        line.starts_with('{')
            && serde_json::from_str::<serde_json::Map<String, Value>>(line).is_ok()
    };
    let (first, second) = (lines.next(), lines.next());
    first.is_some_and(is_record) && second.is_some_and(is_record) && lines.all(is_record)
}

/// The parser's sentence without its own "at line … column …".
pub(crate) fn said_by_parser(error: &serde_json::Error) -> String {
    if error.is_eof() {
        return "the file ends too early".to_owned();
    }
    let said = error.to_string();
    said.split(" at line ").next().unwrap_or(&said).to_owned()
}

/// The identity of what has none: `urn:uuid:` with the `UUIDv5` of `name` in Cutline's namespace.
#[must_use]
pub fn urn(name: &str) -> String {
    let namespace = uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_URL, b"urn:cutline:1");
    uuid::Uuid::new_v5(&namespace, name.as_bytes())
        .urn()
        .to_string()
}

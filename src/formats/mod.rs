//! Bytes of a file to its [`Article`]s, and back.
//!
//! [`decode`] finds the text in the bytes, [`Source`] holds it for [`Format::recognizes`] (by content
//! first, then by name), and each format's own file reads it. A format is one file here and one line in
//! [`FORMATS`].

mod address;
mod ans;
mod ap_media;
mod assemble;
mod edited;
mod encoding;
pub mod export;
mod fields;
pub mod html;
mod newsml_g2;
pub mod ninjs;
mod nitf;
pub mod record;
pub mod sheet;
mod source;
mod spelling;
pub mod text;
mod wordpress;
mod xml;

use serde_json::Value;

use crate::credit::Lexicon;
use crate::model::{Article, sha256};
use export::Carried;

pub(crate) use address::percent_decoded;
pub use encoding::{Decoded, decode};
pub use source::Source;

/// Every format, in the order in which a file is tried for them: what says what it is comes before
/// what is only shaped like it.
pub static FORMATS: [&Format; 11] = [
    &ninjs::FORMAT,
    &ap_media::FORMAT,
    &ninjs::older::FORMAT,
    &ans::FORMAT,
    &wordpress::REST,
    &wordpress::EXPORT,
    &newsml_g2::FORMAT,
    &nitf::FORMAT,
    &record::FORMAT,
    &html::FORMAT,
    &text::FORMAT,
];

/// A kind of file that holds articles.
pub struct Format {
    /// What a person calls it: "JSON record".
    pub name: &'static str,
    /// Whether a file is of this kind.
    pub(crate) recognizes: fn(&Source<'_>) -> bool,
    /// Its articles, at least one.
    pub(crate) read: fn(Source<'_>, &Lexicon) -> Result<Vec<Read>, FormatError>,
}

impl Format {
    /// Whether what is read from it is counted in the lines of the file itself.
    #[must_use]
    pub fn is_plain_text(&self) -> bool {
        *self == text::FORMAT
    }

    /// Whether a save goes into the file itself, keeping what Cutline does not know.
    #[must_use]
    pub fn is_saved_in_place(&self) -> bool {
        *self == ninjs::FORMAT
    }
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
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
    /// XML that does not parse, or that is not read as it could do harm.
    #[error(
        "line {line}, column {column}: not XML that can be read ({reason}); mend that place or open the original"
    )]
    Xml {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// What the parser says.
        reason: String,
    },
    /// HTML that is not parsed, as that would take too long.
    #[error(
        "line {line}, column {column}: {reason}, as no page has; save the article alone and open that"
    )]
    Html {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// What is too much.
        reason: &'static str,
    },
    /// JSON without an article.
    #[error("{0}")]
    NoArticle(&'static str),
}

/// A file that was read.
#[derive(Debug, Clone)]
pub struct Document {
    /// What it was taken for.
    pub format: &'static Format,
    /// Its articles in their order, at least one.
    pub articles: Vec<Read>,
}

impl Document {
    /// The first article, which is the only one of most files.
    #[must_use]
    pub fn into_first(self) -> Option<Read> {
        self.articles.into_iter().next()
    }
}

/// An article read from a file, with what saving it needs.
#[derive(Debug, Clone)]
pub struct Read {
    /// The article.
    pub article: Article,
    /// What tells it apart within its file: its headline, else its own id or identity.
    pub name: String,
    /// The JSON of a ninjs 3.x file that Cutline did not make; saving keeps this tree.
    pub tree: Option<ninjs::Tree>,
    /// What an editor should know: "read as windows-1252".
    pub notes: Vec<String>,
}

impl From<Article> for Read {
    fn from(article: Article) -> Self {
        let names = [&article.headline, &article.record_id, &article.uri];
        let name = names.into_iter().find(|name| !name.trim().is_empty());
        Self {
            name: name.cloned().unwrap_or_default(),
            article,
            tree: None,
            notes: Vec::new(),
        }
    }
}

/// Reads the bytes of one file.
///
/// # Errors
/// Where it is no text, or JSON that holds no article; says what and where.
pub fn read(file: &str, bytes: &[u8], lexicon: &Lexicon) -> Result<Document, FormatError> {
    read_part(file, bytes, sha256(bytes), lexicon)
}

/// Reads bytes that were unpacked from a file whose own bytes have this hash.
///
/// # Errors
/// As [`read`].
pub fn read_part(
    file: &str,
    bytes: &[u8],
    sha256: String,
    lexicon: &Lexicon,
) -> Result<Document, FormatError> {
    let decoded = decode(bytes)?;
    let source = Source::new(file, &decoded.text, sha256);
    if source.has_ending("jsonl") || source.has_ending("ndjson") || is_lines(source.text) {
        return Err(FormatError::NoArticle(
            "this holds one JSON record a line; open it by itself, as a queue of them",
        ));
    }
    let format = recognize(&source)?;
    let carried = Carried::of(&source, lexicon);
    let mut articles = match carried {
        None => (format.read)(source, lexicon)?,
        Some(carried) => edited::read(format, source, carried, lexicon)?,
    };
    for read in &mut articles {
        read.notes.extend(decoded.note.clone());
    }
    Ok(Document { format, articles })
}

/// Whether this is a file that Cutline exported and somebody edited since. A kind that carries no
/// normalized form does not tell.
pub(crate) fn is_edited_export(file: &str, bytes: &[u8], lexicon: &Lexicon) -> bool {
    let carries = |decoded: &Decoded| {
        let source = Source::new(file, &decoded.text, String::new());
        Carried::of(&source, lexicon).is_some()
    };
    decode(bytes).is_ok_and(|decoded| carries(&decoded))
        && read(file, bytes, lexicon).is_ok_and(|document| {
            let mut notes = document.articles.iter().flat_map(|read| &read.notes);
            notes.any(|note| note == edited::EDITED)
        })
}

/// Reads one line of a stream of records; `file` is empty where it has no name.
///
/// # Errors
/// Where it is no JSON object with an article's text.
pub fn read_line(file: &str, line: &[u8], lexicon: &Lexicon) -> Result<Document, FormatError> {
    let decoded = decode(line)?;
    let source = Source::of_json(file, &decoded.text, sha256(line));
    if let Some(error) = source.json_error() {
        return Err(not_json(error));
    }
    if !source.json().is_some_and(Value::is_object) {
        return Err(FormatError::NoArticle(
            "this line is no JSON object; one article's record a line is expected",
        ));
    }
    let format = recognize(&source)?;
    let articles = (format.read)(source, lexicon)?;
    Ok(Document { format, articles })
}

/// Whether each line of a file is a JSON record of its own, as its name or its beginning says.
#[must_use]
pub fn holds_lines(file: &str, head: &[u8]) -> bool {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_named = ["jsonl", "ndjson"]
        .iter()
        .any(|lines| ending.eq_ignore_ascii_case(lines));
    // Where the file goes on, its last line is not whole.
    let end = if head.len() < HEAD {
        head.len()
    } else {
        head.iter().rposition(|byte| *byte == b'\n').unwrap_or(0)
    };
    is_named
        || is_lines(&String::from_utf8_lossy(
            head.get(..end).unwrap_or_default(),
        ))
}

/// How much of a file is its beginning, for [`holds_lines`] and [`may_hold_several`].
pub const HEAD: usize = 16 * 1024;

/// Whether the beginning of a file allows that [`read`] finds several articles in it: a list of
/// records, or an envelope of several items. Tells which files are read before they are listed.
#[must_use]
pub fn may_hold_several(head: &[u8]) -> bool {
    const ENVELOPES: [&str; 10] = [
        "<newsMessage",
        "<packageItem",
        "<rss",
        "<feed",
        "<nitf-collection",
        "\"data\"",
        "\"items\"",
        "\"_items\"",
        "\"item\"",
        "\"content_elements\"",
    ];
    let head = String::from_utf8_lossy(head);
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    head.starts_with('[') || ENVELOPES.iter().any(|envelope| head.contains(envelope))
}

/// The format of a file; the last one takes any text.
fn recognize(source: &Source<'_>) -> Result<&'static Format, FormatError> {
    if source.has_ending("json")
        && let Some(error) = source.json_error()
    {
        return Err(not_json(error));
    }
    let format = FORMATS
        .into_iter()
        .find(|format| (format.recognizes)(source));
    format.ok_or(FormatError::NoArticle(if source.json().is_some() {
        "this JSON is no object; an article's record or ninjs 3 is expected"
    } else {
        "this XML is of no kind that is read; NewsML-G2, NITF or a WordPress export is expected"
    }))
}

fn not_json(error: &serde_json::Error) -> FormatError {
    FormatError::Json {
        line: error.line(),
        column: error.column(),
        reason: said_by_parser(error),
    }
}

/// Whether each of the first lines is a JSON object of its own.
fn is_lines(text: &str) -> bool {
    let mut lines = text
        .trim_start()
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(3);
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

/// Cutline's namespace of identities: the `UUIDv5` of `urn:cutline:1` in that of URLs.
const NAMESPACE: uuid::Uuid = uuid::uuid!("0df9595d-6a62-5340-92e8-89bbc8976e19");

/// The identity of what has none: `urn:uuid:` with the `UUIDv5` of `name` in Cutline's namespace.
#[must_use]
pub fn urn(name: &str) -> String {
    uuid::Uuid::new_v5(&NAMESPACE, name.as_bytes())
        .urn()
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_namespace_is_that_of_its_name() {
        let named = uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_URL, b"urn:cutline:1");
        assert_eq!(NAMESPACE, named);
    }
}

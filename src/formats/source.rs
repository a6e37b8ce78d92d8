//! The text of a file, with what is asked of it again and again.

use serde_json::Value;

use crate::model::Provenance;

/// The decoded text of a file that a format is recognized from and read from.
#[derive(Debug)]
pub struct Source<'a> {
    /// The file's name, without its folder; empty where it has none.
    pub file: &'a str,
    /// Its text, decoded, without a byte order mark.
    pub text: &'a str,
    /// Which bytes it is.
    pub provenance: Provenance,
    json: Option<Result<Value, serde_json::Error>>,
}

impl<'a> Source<'a> {
    /// The text of a file whose bytes have this hash.
    #[must_use]
    pub fn new(file: &'a str, text: &'a str, sha256: String) -> Self {
        let mut source = Self {
            file,
            text,
            provenance: Provenance {
                file: file.to_owned(),
                sha256,
            },
            json: None,
        };
        let is_json = text.trim_start().starts_with(['{', '[']) || source.has_ending("json");
        source.json = is_json.then(|| serde_json::from_str(text));
        source
    }

    /// The same of what can only be JSON: a line of a stream of records.
    #[must_use]
    pub fn of_json(file: &'a str, text: &'a str, sha256: String) -> Self {
        Self {
            file,
            text,
            provenance: Provenance {
                file: file.to_owned(),
                sha256,
            },
            json: Some(serde_json::from_str(text)),
        }
    }

    /// Whether the file's name ends so, in small or capital letters: `"json"`.
    #[must_use]
    pub fn has_ending(&self, ending: &str) -> bool {
        let said = self.file.rsplit_once('.').map_or("", |(_, said)| said);
        said.eq_ignore_ascii_case(ending)
    }

    /// The JSON that it is.
    #[must_use]
    pub fn json(&self) -> Option<&Value> {
        self.json.as_ref()?.as_ref().ok()
    }

    /// Why it is no JSON though it looks like it.
    #[must_use]
    pub fn json_error(&self) -> Option<&serde_json::Error> {
        self.json.as_ref()?.as_ref().err()
    }

    /// The JSON that it is, to be taken apart.
    #[must_use]
    pub fn into_json(self) -> Option<Value> {
        self.json?.ok()
    }
}

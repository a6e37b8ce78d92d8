//! A source and the file that Cutline saved for it are one article.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::item::Item;
use crate::formats::ninjs;

/// What ends the name of a saved file.
pub(super) const ENDING: &str = ".ninjs.json";

/// So many of the names that a saved file may have carry no number.
const PLAIN_NAMES: usize = 2;

/// Saved files larger than this are not looked into.
const LIMIT: u64 = 256 * 1024 * 1024;

/// Where an article is saved, and under which names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Home {
    /// Beside the source, or in the `.cutline` folder beside the file that holds it.
    pub(super) folder: PathBuf,
    /// The source's name without its ending; numbered where the source is one of several.
    pub(super) stem: String,
    /// The source's name; the same.
    pub(super) name: String,
    /// The name that finds the source again: what a saved file says as `source-file`.
    pub(super) source_file: String,
}

impl Home {
    /// Where the article is or would be saved: `NAME.ninjs.json`, or `NAME.txt.ninjs.json` where the
    /// first is taken by anything else, then with a number.
    pub(super) fn place(&self) -> PathBuf {
        let is_free = |file: &PathBuf| !file.exists() || self.owns(file);
        let first = || self.folder.join(format!("{}{ENDING}", self.stem));
        self.candidates().find(is_free).unwrap_or_else(first)
    }

    /// The saved file, where there is one.
    pub(super) fn saved(&self) -> Option<PathBuf> {
        let source = self.folder.join(&self.name);
        // A name that a stranger held may be free again: the two without number are always looked at.
        let plain = self.candidates().take(PLAIN_NAMES);
        let numbered = self.candidates().skip(PLAIN_NAMES);
        plain
            .chain(numbered.take_while(|file| file.exists()))
            .find(|file| *file != source && file.is_file() && self.owns(file))
    }

    /// A file that has the name of the saved file and is no JSON.
    pub(super) fn unreadable(&self) -> Option<PathBuf> {
        let file = self.candidates().next()?;
        let is_json = |file: &Path| {
            let text = std::fs::read(file).unwrap_or_default();
            serde_json::from_slice::<serde::de::IgnoredAny>(&text).is_ok()
        };
        let is_other = file != self.folder.join(&self.name) && file.is_file();
        (is_other && !is_json(&file)).then_some(file)
    }

    /// The names that a saved file may have, in the order in which they are taken.
    pub(super) fn names(&self) -> impl Iterator<Item = String> + use<> {
        let first = [&self.stem, &self.name].map(|name| format!("{name}{ENDING}"));
        let name = self.name.clone();
        let numbered = (2..=99).map(move |number| format!("{name}-{number}{ENDING}"));
        first.into_iter().chain(numbered)
    }

    fn candidates(&self) -> impl Iterator<Item = PathBuf> + use<'_> {
        self.names().map(|name| self.folder.join(name))
    }

    fn owns(&self, file: &Path) -> bool {
        source_of(file).as_deref() == Some(&self.source_file)
    }
}

/// The source that a saved file belongs to, where it still lies beside it.
pub(super) fn source_beside(file: &Path) -> Option<PathBuf> {
    let source = file.with_file_name(source_of(file).filter(|name| is_plain(name))?);
    (source != file && source.is_file()).then_some(source)
}

/// Whether a file was saved for one of these sources, which then stands for it.
pub(super) fn stands_for_another(file: &Path, names: &BTreeSet<PathBuf>) -> bool {
    let Some(name) = file.file_name().and_then(|name| name.to_str()) else {
        return false;
    };
    if !name.ends_with(ENDING) {
        return false;
    }
    source_of(file).is_some_and(|source| {
        let source = file.with_file_name(source);
        let home = Item::on_disk(&source, String::new()).home();
        source != file
            && names.contains(&source)
            && home.candidates().any(|candidate| candidate == file)
    })
}

/// The source that a normalized file of these bytes names, where Cutline made it.
pub(super) fn source_named(bytes: &[u8]) -> Option<String> {
    let value: Value = serde_json::from_slice(bytes).ok()?;
    if !ninjs::is_ours(&value) {
        return None;
    }
    let ids = value.get("altIds")?.as_array()?;
    let id = ids
        .iter()
        .find(|id| id.get("role").and_then(Value::as_str) == Some("source-file"))?;
    Some(id.get("value")?.as_str()?.to_owned())
}

/// The source that a file of ours names.
fn source_of(file: &Path) -> Option<String> {
    if std::fs::metadata(file).ok()?.len() > LIMIT {
        return None;
    }
    source_named(&std::fs::read(file).ok()?)
}

/// Whether it is a file's name and no path.
fn is_plain(name: &str) -> bool {
    !name.contains(['/', '\\'])
}

//! A source and the file that Cutline saved beside it are one article.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::formats::ninjs;

/// What ends the name of a saved file.
pub(super) const ENDING: &str = ".ninjs.json";

/// Saved files larger than this are not looked into.
const LIMIT: u64 = 256 * 1024 * 1024;

/// Where an article of this source is or would be saved: `NAME.ninjs.json`, or `NAME.txt.ninjs.json`
/// where the first is taken by anything else, then with a number.
pub(super) fn place(source: &Path) -> PathBuf {
    let is_free = |file: &PathBuf| !file.exists() || belongs(file, source);
    candidates(source)
        .find(is_free)
        .unwrap_or_else(|| source.with_extension("ninjs.json"))
}

/// The saved file of this source, where there is one.
pub(super) fn of(source: &Path) -> Option<PathBuf> {
    candidates(source)
        .take_while(|file| file.exists())
        .find(|file| file != source && file.is_file() && belongs(file, source))
}

/// The source that a saved file belongs to, where it still lies beside it.
pub(super) fn source_beside(file: &Path) -> Option<PathBuf> {
    let source = file.with_file_name(source_of(file)?);
    (source != file && source.is_file()).then_some(source)
}

/// A file that has the name of this source's saved file and is no JSON.
pub(super) fn unreadable(source: &Path) -> Option<PathBuf> {
    let file = candidates(source).next()?;
    let is_json = |file: &Path| {
        let text = std::fs::read(file).unwrap_or_default();
        serde_json::from_slice::<serde::de::IgnoredAny>(&text).is_ok()
    };
    let is_other = file != source && file.is_file();
    (is_other && !is_json(&file)).then_some(file)
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
        source != file
            && names.contains(&source)
            && candidates(&source).any(|candidate| candidate == file)
    })
}

/// The names that a saved file of this source may have, in the order in which they are taken.
fn candidates(source: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let name = source.file_name().unwrap_or_default().to_string_lossy();
    let stem = source.file_stem().unwrap_or_default().to_string_lossy();
    let first = [format!("{stem}{ENDING}"), format!("{name}{ENDING}")];
    let name = name.into_owned();
    let numbered = (2..=99).map(move |number| format!("{name}-{number}{ENDING}"));
    let source = source.to_owned();
    first
        .into_iter()
        .chain(numbered)
        .map(move |name| source.with_file_name(name))
}

fn belongs(file: &Path, source: &Path) -> bool {
    let name = source.file_name().and_then(|name| name.to_str());
    name.is_some() && source_of(file).as_deref() == name
}

/// The source that a file of ours names.
fn source_of(file: &Path) -> Option<String> {
    if std::fs::metadata(file).ok()?.len() > LIMIT {
        return None;
    }
    let value: Value = serde_json::from_slice(&std::fs::read(file).ok()?).ok()?;
    if !ninjs::is_ours(&value) {
        return None;
    }
    let ids = value.get("altIds")?.as_array()?;
    let id = ids
        .iter()
        .find(|id| id.get("role").and_then(Value::as_str) == Some("source-file"))?;
    Some(id.get("value")?.as_str()?.to_owned())
}

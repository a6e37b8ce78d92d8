//! A source and the file that Cutline saved for it are one article.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::about::{self, Mark};
use super::export::again;
use super::holder::{name_of, read_file};
use super::item::{Item, folder_of, stem_of};
use crate::formats::ninjs;
use crate::model::sha256;

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
    /// The hash of a part, which has no name of its own: its number alone does not find it again.
    pub(super) part: Option<String>,
    /// The saved file that was found when the article was listed.
    pub(super) kept: Option<PathBuf>,
}

/// What a saved file says of its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// The name that finds it again.
    pub(super) file: String,
    pub(super) sha256: String,
    /// The address and the own id of the article, as far as it has them.
    pub(super) marks: Vec<Mark>,
}

impl Home {
    /// Where the article is or would be saved: `NAME.ninjs.json`, or `NAME.txt.ninjs.json` where the
    /// first is taken by anything else, then with a number.
    pub(super) fn place(&self) -> PathBuf {
        if let Some(kept) = self.kept() {
            return kept;
        }
        let is_free = |file: &PathBuf| !file.exists() || self.owns(file);
        let first = || self.folder.join(format!("{}{ENDING}", self.stem));
        self.candidates().find(is_free).unwrap_or_else(first)
    }

    /// The saved file, where there is one.
    pub(super) fn saved(&self) -> Option<PathBuf> {
        if let Some(kept) = self.kept() {
            return Some(kept);
        }
        let source = self.folder.join(&self.name);
        // A name that a stranger held may be free again: the two without number are always looked at.
        let plain = self.candidates().take(PLAIN_NAMES);
        let numbered = self.candidates().skip(PLAIN_NAMES);
        plain
            .chain(numbered.take_while(|file| file.exists()))
            .find(|file| *file != source && file.is_file() && self.owns(file))
    }

    /// What an editor should know of a file that has the name of the saved file and cannot be it.
    pub(super) fn in_the_way(&self) -> Option<String> {
        let file = self.candidates().next()?;
        if let Some(target) = led_out(&file) {
            return Some(format!(
                "{} beside it is a link to {}, outside the bundle, and is left alone",
                file.display(),
                target.display()
            ));
        }
        let is_json = |file: &Path| {
            let text = std::fs::read(file).unwrap_or_default();
            serde_json::from_slice::<serde::de::IgnoredAny>(&text).is_ok()
        };
        let is_other = file != self.folder.join(&self.name) && file.is_file();
        (is_other && !is_json(&file)).then(|| {
            format!(
                "{} beside it cannot be read and is left alone",
                file.display()
            )
        })
    }

    /// The names that a saved file may have, in the order in which they are taken.
    pub(super) fn names(&self) -> impl Iterator<Item = String> + use<> {
        names_of(&self.stem, &self.name)
    }

    fn candidates(&self) -> impl Iterator<Item = PathBuf> + use<'_> {
        self.names().map(|name| self.folder.join(name))
    }

    fn kept(&self) -> Option<PathBuf> {
        self.kept.clone().filter(|file| file.is_file())
    }

    fn owns(&self, file: &Path) -> bool {
        named_in(file).is_some_and(|named| {
            let is_of_part = |part: &String| *part == named.sha256;
            named.file == self.source_file
                && self.part.as_ref().is_none_or(is_of_part)
                && !is_of_the_export(file, &self.folder.join(&self.name), &named)
        })
    }
}

/// The names that the saved file of a source may have, in the order in which they are taken.
pub(super) fn names_of(stem: &str, name: &str) -> impl Iterator<Item = String> + use<> {
    let first = [stem, name].map(|name| format!("{name}{ENDING}"));
    let name = name.to_owned();
    let numbered = (2..=99).map(move |number| format!("{name}-{number}{ENDING}"));
    first.into_iter().chain(numbered)
}

/// The source that a saved file belongs to, where it still lies beside it.
pub(super) fn source_beside(file: &Path) -> Option<PathBuf> {
    let named = named_in(file)?;
    if !is_plain(&named.file) {
        return None;
    }
    let source = file.with_file_name(&named.file);
    let is_beside = source != file && source.is_file();
    (is_beside && !is_of_the_export(file, &source, &named)).then_some(source)
}

/// Which of these sources a file was saved for: that stands for it.
pub(super) fn stands_for(file: &Path, names: &BTreeSet<PathBuf>) -> Option<PathBuf> {
    if !name_of(file).ends_with(ENDING) {
        return None;
    }
    let named = named_in(file)?;
    let source = file.with_file_name(&named.file);
    if source == file || !names.contains(&source) {
        return None;
    }
    let home = Item::on_disk(&source, String::new()).home();
    let is_its_name = home.candidates().any(|candidate| candidate == file);
    (is_its_name && !is_of_the_export(file, &source, &named)).then_some(source)
}

/// Whether an export wrote a file itself that names what lies beside it: it means the source that the
/// export was made from, and its neighbour is only called the same.
fn is_of_the_export(file: &Path, source: &Path, named: &Named) -> bool {
    let source_name = name_of(source);
    is_first_name(&name_of(file), &source_name)
        && again::is_of_normalized(&folder_of(file))
        && read_file(source).is_ok_and(|bytes| sha256(&bytes) != named.sha256)
}

/// Whether a saved file has the first of its names, which exports give to theirs.
pub(super) fn is_first_name(name: &str, source_name: &str) -> bool {
    name.strip_suffix(ENDING) == Some(&*stem_of(source_name))
}

/// As much of a normalized file as says where it came from.
#[derive(Deserialize)]
struct Head {
    profile: String,
    #[serde(rename = "altIds", default)]
    ids: Vec<Id>,
}

#[derive(Deserialize)]
struct Id {
    role: String,
    value: String,
}

/// The source that a normalized file of these bytes names, where Cutline made it.
pub(super) fn named(bytes: &[u8]) -> Option<Named> {
    let head: Head = serde_json::from_slice(bytes).ok()?;
    if head.profile != ninjs::PROFILE {
        return None;
    }
    let said = |role: &str| {
        let id = head.ids.iter().find(|id| id.role == role)?;
        Some(id.value.clone())
    };
    Some(Named {
        file: said("source-file")?,
        sha256: said("source-sha256").unwrap_or_default(),
        marks: about::marks(
            &said("source-url").unwrap_or_default(),
            &said("id").unwrap_or_default(),
        ),
    })
}

/// The source that a file of ours names.
pub(super) fn named_in(file: &Path) -> Option<Named> {
    if std::fs::metadata(file).ok()?.len() > LIMIT || led_out(file).is_some() {
        return None;
    }
    named(&std::fs::read(file).ok()?)
}

/// Where a file leads that is a link out of its folder, which no saved file is.
fn led_out(file: &Path) -> Option<PathBuf> {
    let named = std::fs::read_link(file).ok()?;
    let target = file.canonicalize().unwrap_or(named);
    let folder = folder_of(file).canonicalize().ok()?;
    (!target.starts_with(folder)).then_some(target)
}

/// Whether it is a file's name and no path.
pub(super) fn is_plain(name: &str) -> bool {
    !name.contains(['/', '\\'])
}

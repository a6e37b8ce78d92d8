//! What a zip holds, listed as a folder on disk would be.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::archive::Archive;
use super::super::export::{REPORT, again, is_report};
use super::super::holder::Holder;
use super::super::item::Item;
use super::super::saved;
use super::kind::{self, Kind};
use super::{Found, Search, joined};

impl Search<'_> {
    /// Lists the articles of a zip, then what is refused of it.
    pub(super) fn zip(&mut self, archive: &Arc<Archive>, found: &Found) {
        self.entries_of(archive, found);
        self.refused_of(archive, found);
    }

    fn entries_of(&mut self, archive: &Arc<Archive>, found: &Found) {
        let count = archive.paths().count();
        if !self.may_look_at(count) {
            return;
        }
        let base = found.folder_of_zip();
        let is_export = is_report(&entry(archive, REPORT));
        for (folder, files) in articles_of(archive) {
            let mut files = if is_export {
                again::once_each(files, |path| name_in_zip(path))
            } else {
                without_sources(archive, &files)
            };
            files.retain(|path| !is_report(&entry(archive, path)));
            let is_alone = files.len() == 1;
            let below: Arc<str> = joined(&base, &folder).into();
            for path in files {
                self.in_queue(&Found {
                    name: joined(&found.name, path),
                    holder: entry(archive, path),
                    folder: Arc::clone(&below),
                    is_alone,
                    is_place: false,
                });
            }
        }
    }

    /// Says of what is refused why: of an article when it is opened, of anything else at once.
    fn refused_of(&mut self, archive: &Archive, found: &Found) {
        for (path, why) in archive.refused() {
            let place = joined(&archive.place, path);
            let why = format!("{place}: {why}");
            if Kind::is_article(name_in_zip(path)) {
                let name = joined(&found.name, path);
                let item = Item::refused(&archive.file, name, &why);
                self.found.items.push(item);
            } else {
                self.found.notes.push(why);
            }
        }
    }
}

fn entry(archive: &Arc<Archive>, path: &str) -> Holder {
    Holder::Entry {
        archive: Arc::clone(archive),
        path: path.into(),
    }
}

/// The articles of a zip by their folders, in the order in which a folder on disk is listed.
fn articles_of(archive: &Archive) -> Vec<(String, Vec<&str>)> {
    let mut folders: BTreeMap<Vec<&str>, Vec<&str>> = BTreeMap::new();
    for path in archive.paths() {
        let mut parts: Vec<&str> = path.split('/').collect();
        let name = parts.pop().unwrap_or_default();
        if Kind::is_article(name) {
            folders.entry(parts).or_default().push(path);
        }
    }
    let names: BTreeMap<&[&str], BTreeSet<String>> = folders
        .iter()
        .map(|(folder, files)| {
            let names = files.iter().map(|path| name_in_zip(path).to_owned());
            (folder.as_slice(), names.collect())
        })
        .collect();
    let is_of_page = |folder: &[&str]| {
        (1..=folder.len()).any(|depth| {
            let (Some(parent), Some(name)) = (folder.get(..depth - 1), folder.get(depth - 1))
            else {
                return false;
            };
            names
                .get(parent)
                .is_some_and(|pages| kind::is_of_page(name, pages))
        })
    };
    folders
        .iter()
        .filter(|(folder, _)| !is_of_page(folder))
        .map(|(folder, files)| (folder.join("/"), files.clone()))
        .collect()
}

/// The files of a folder of a zip without the sources that a saved file in it stands for.
fn without_sources<'a>(archive: &Archive, files: &[&'a str]) -> Vec<&'a str> {
    let stand_for = files.iter().filter_map(|path| {
        let stem = path.strip_suffix(saved::ENDING)?;
        // Only where there is something that it may stand for, it is unpacked.
        let has_source = files
            .iter()
            .any(|other| other != path && other.starts_with(stem));
        let bytes = has_source.then(|| archive.read(path).ok()).flatten()?;
        saved::source_named(&bytes)
    });
    let sources: BTreeSet<String> = stand_for.collect();
    let is_left = |path: &&&str| !sources.contains(name_in_zip(path));
    files.iter().filter(is_left).copied().collect()
}

fn name_in_zip(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

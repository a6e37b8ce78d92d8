//! What a zip holds, listed as a folder on disk would be.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::archive::Archive;
use super::super::export::{REPORT, again, is_report};
use super::super::holder::Holder;
use super::super::item::{Item, stem_of};
use super::super::saved;
use super::super::settings;
use super::kind::{self, Kind};
use super::{Found, Search, joined};
use crate::model::sha256;

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
        let source = found.holder.source_file();
        self.archives.push((source, Arc::clone(archive)));
        let base = found.folder_of_zip();
        for (folder, mut files) in articles_of(archive) {
            files.retain(|path| !is_report(&entry(archive, path)));
            let report = report_for(archive, &folder);
            let wrote_normalized = report.as_ref().is_some_and(again::wrote_normalized);
            let kept = self.saved_inside(archive, &files, wrote_normalized);
            let stand_for: BTreeSet<&str> = kept.values().copied().collect();
            files.retain(|path| !stand_for.contains(path));
            if report.is_some() {
                let is_worked_on = |path: &&str| kept.contains_key(path);
                files = again::once_each(files, |path| name_in_zip(path), is_worked_on);
            }
            let is_alone = files.len() == 1;
            let below: Arc<str> = joined(&base, &folder).into();
            let before = self.found.items.len();
            for path in files {
                self.in_queue(&Found {
                    name: joined(&found.name, path),
                    holder: entry(archive, path),
                    folder: Arc::clone(&below),
                    is_alone,
                    is_place: false,
                    kept: kept.get(path).map(|saved| entry(archive, saved)),
                });
            }
            let settings = joined(&folder, settings::NAME);
            if archive.has(&settings) {
                self.tell_of_settings(before, &archive.place_of(&settings));
            }
        }
    }

    /// The saved files of a folder of a zip, by the sources in that folder that they stand for.
    fn saved_inside<'p>(
        &mut self,
        archive: &Arc<Archive>,
        files: &[&'p str],
        wrote_normalized: bool,
    ) -> BTreeMap<&'p str, &'p str> {
        let by_name: BTreeMap<&str, &'p str> = files
            .iter()
            .map(|path| (name_in_zip(path), *path))
            .collect();
        let sources = by_name.keys().filter(|name| !name.ends_with(saved::ENDING));
        let stems: BTreeSet<String> = sources.map(|name| stem_of(name)).collect();
        let mut best: BTreeMap<&'p str, (usize, &'p str)> = BTreeMap::new();
        for path in files {
            let name = name_in_zip(path);
            // Only what may stand for something beside it is unpacked.
            let Some(stem) = name.strip_suffix(saved::ENDING) else {
                continue;
            };
            let unnumbered = stem.rsplit_once('-').map_or(stem, |(source, _)| source);
            let is_there = |name: &str| by_name.contains_key(name);
            if !stems.contains(stem) && !is_there(stem) && !is_there(unnumbered) {
                continue;
            }
            let holder = entry(archive, path);
            let bytes = self.may_unpack(&holder).and_then(|()| holder.bytes());
            let named = bytes.ok().and_then(|bytes| saved::named(&bytes));
            let Some(named) = named else { continue };
            let source = by_name.get_key_value(named.file.as_str());
            let Some((source_name, source)) = source.filter(|(source, _)| **source != name) else {
                continue;
            };
            // What an export wrote itself names the source that it was made from, not its neighbour.
            let may_be_the_exports = wrote_normalized && saved::is_first_name(name, source_name);
            if may_be_the_exports && !self.is_made_from(&entry(archive, source), &named.sha256) {
                continue;
            }
            let mut names = saved::names_of(&stem_of(source_name), source_name);
            let Some(rank) = names.position(|one| one == name) else {
                continue;
            };
            let chosen = best.entry(source).or_insert((rank, path));
            *chosen = (*chosen).min((rank, path));
        }
        let best = best.into_iter();
        best.map(|(source, (_, saved))| (source, saved)).collect()
    }

    fn is_made_from(&mut self, source: &Holder, hash: &str) -> bool {
        let bytes = self.may_unpack(source).and_then(|()| source.bytes());
        bytes.is_ok_and(|bytes| sha256(&bytes) == hash)
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

/// The report of the export of ours that a folder of a zip belongs to, by the rule for folders on disk.
fn report_for(archive: &Arc<Archive>, folder: &str) -> Option<Holder> {
    let parent = match folder.rsplit_once('/') {
        Some((parent, _)) => Some(parent),
        None => (!folder.is_empty()).then_some(""),
    };
    let folders = [Some(folder), parent].into_iter().flatten();
    let mut reports = folders.map(|folder| entry(archive, &joined(folder, REPORT)));
    reports.find(is_report)
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

fn name_in_zip(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

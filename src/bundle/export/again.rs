//! An export that is opened: each of its articles once, whatever kinds of files it was written as.
//!
//! The normalized JSON goes first, as it loses nothing; then what carries it; then what says the most.
//! The other kinds are the same article, not its source, and not further articles.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::super::holder::Holder;
use super::super::item::folder_of;
use super::{REPORT, is_report, report};
use crate::credit::Lexicon;
use crate::formats::export::export;
use crate::formats::is_edited_export;

const NORMALIZED: &str = "ninjs";
/// So much of a report is read for the kinds that it names.
const FIRST_LINE: usize = 1024;
/// The kinds that can be read, by how much they say.
const KINDS: [&str; 6] = [NORMALIZED, "ninjs-1.6", "html", "wxr", "wordpress", "text"];

/// Whether a folder is an export of ours.
pub(in crate::bundle) fn is_export(folder: &Path) -> bool {
    is_report(&Holder::disk(&folder.join(REPORT)))
}

/// Whether what lies in a folder belongs to an export of ours: the folder is one, or holds one article
/// of one.
pub(in crate::bundle) fn is_of_export(folder: &Path) -> bool {
    report_for(folder).is_some()
}

/// The report of the export of ours that what lies in a folder belongs to.
fn report_for(folder: &Path) -> Option<Holder> {
    // `.` has a parent too.
    let folder = folder.canonicalize().ok()?;
    let folders = [Some(&*folder), folder.parent()].into_iter().flatten();
    let mut reports = folders.map(|folder| Holder::disk(&folder.join(REPORT)));
    reports.find(is_report)
}

/// Whether what lies in a folder belongs to an export that wrote normalized files, which are called as
/// saved ones are.
pub(in crate::bundle) fn is_of_normalized(folder: &Path) -> bool {
    report_for(folder).is_some_and(|report| wrote_normalized(&report))
}

/// Whether the export of this report wrote normalized files.
pub(in crate::bundle) fn wrote_normalized(report: &Holder) -> bool {
    let Some(normalized) = export(NORMALIZED) else {
        return false;
    };
    let head = report.head(FIRST_LINE).unwrap_or_default();
    let head = String::from_utf8_lossy(&head);
    let kinds = head.lines().next().and_then(report::kinds_of);
    kinds.is_some_and(|kinds| kinds.split(", ").any(|kind| kind == normalized.title))
}

/// Of the files of one folder of an export, for each article the one that says the most, or those that
/// were worked on; what no export is called stays.
pub(in crate::bundle) fn once_each<T>(
    files: Vec<T>,
    name: impl Fn(&T) -> &str,
    is_worked_on: impl Fn(&T) -> bool,
) -> Vec<T> {
    let article_of = |file: &T| {
        let (stem, rank) = article_of(name(file))?;
        let rank = if is_worked_on(file) { 0 } else { rank + 1 };
        Some((stem.to_owned(), rank))
    };
    let mut best: BTreeMap<String, usize> = BTreeMap::new();
    for file in &files {
        if let Some((stem, rank)) = article_of(file) {
            let known = best.entry(stem).or_insert(rank);
            *known = rank.min(*known);
        }
    }
    let mut files = files;
    files.retain(|file| {
        let of = article_of(file);
        of.is_none_or(|(stem, rank)| best.get(&stem) == Some(&rank))
    });
    files
}

/// What an exported file's article is called, and how early its kind is read; None where no export is
/// called so.
fn article_of(name: &str) -> Option<(&str, usize)> {
    let endings = KINDS.iter().enumerate().filter_map(|(rank, kind)| {
        let ending = export(kind)?.ending;
        Some((name.strip_suffix(ending)?, rank))
    });
    // `.wordpress.html` ends in `.html` too.
    endings.min_by_key(|(stem, _)| stem.len())
}

/// Which other kinds of an exported article were edited since, and are not what is shown: a note each.
pub(in crate::bundle) fn edited_beside(shown: &Holder, lexicon: &Lexicon) -> Vec<String> {
    let name = shown.file_name();
    let Some((stem, rank)) = article_of(&name).filter(|_| is_in_export(shown)) else {
        return Vec::new();
    };
    let lower = KINDS.iter().skip(rank + 1);
    let others = lower.filter_map(|kind| Some(format!("{stem}{}", export(kind)?.ending)));
    let edited = others.filter(|other| {
        let bytes = beside(shown, other).and_then(|holder| holder.bytes().ok());
        bytes.is_some_and(|bytes| is_edited_export(other, &bytes, lexicon))
    });
    edited
        .map(|other| {
            format!(
                "{other} was edited since the export and is not what is shown; open it by itself"
            )
        })
        .collect()
}

fn is_in_export(holder: &Holder) -> bool {
    match holder {
        Holder::Disk(file) => is_of_export(&folder_of(file)),
        Holder::Entry { archive, .. } => is_report(&Holder::Entry {
            archive: Arc::clone(archive),
            path: REPORT.into(),
        }),
    }
}

/// The file of this name in the same folder, where it is there.
fn beside(holder: &Holder, name: &str) -> Option<Holder> {
    match holder {
        Holder::Disk(file) => {
            let beside = file.with_file_name(name);
            beside.is_file().then(|| Holder::disk(&beside))
        }
        Holder::Entry { archive, path } => {
            let folder = path.rsplit_once('/').map(|(folder, _)| folder);
            let path = folder.map_or_else(|| name.to_owned(), |folder| format!("{folder}/{name}"));
            let is_there = archive.paths().any(|one| one == path);
            is_there.then(|| Holder::Entry {
                archive: Arc::clone(archive),
                path: path.into(),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::export::EXPORTS;

    #[test]
    fn every_kind_that_is_read_is_a_kind() {
        for kind in KINDS {
            assert!(EXPORTS.iter().any(|export| export.name == kind), "{kind}");
        }
    }

    #[test]
    fn of_each_article_the_kind_that_says_the_most_is_opened() {
        let files = vec![
            "a.html",
            "a.ninjs.json",
            "a.print.txt",
            "a.wordpress.html",
            "b.html",
            "b.wordpress.html",
            "b.wxr.xml",
            "notes.txt",
        ];
        assert_eq!(
            once_each(files.clone(), |file| file, |_| false),
            ["a.ninjs.json", "b.html", "notes.txt"]
        );
        assert_eq!(
            once_each(files, |file| file, |file| *file == "b.wxr.xml"),
            ["a.ninjs.json", "b.wxr.xml", "notes.txt"],
            "what was worked on goes first"
        );
    }
}

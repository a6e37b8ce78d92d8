//! An export that is opened: each of its articles once, whatever kinds of files it was written as.
//!
//! The normalized JSON goes first, as it loses nothing; then what carries it; then what says the most.
//! The other kinds are the same article, not its source, and not further articles.

use std::collections::BTreeMap;
use std::path::Path;

use super::super::holder::Holder;
use super::{REPORT, is_report};
use crate::formats::export::export;

/// The kinds that can be read, by how much they say.
const KINDS: [&str; 6] = ["ninjs", "ninjs-1.6", "html", "wxr", "wordpress", "text"];

/// Whether a folder is an export of ours.
pub(in crate::bundle) fn is_export(folder: &Path) -> bool {
    is_report(&Holder::disk(&folder.join(REPORT)))
}

/// Whether what lies in a folder belongs to an export of ours: the folder is one, or holds one article
/// of one.
pub(in crate::bundle) fn is_of_export(folder: &Path) -> bool {
    is_export(folder) || folder.parent().is_some_and(is_export)
}

/// Of the files of one folder of an export, for each article the one that says the most; what no
/// export is called stays.
pub(in crate::bundle) fn once_each<T>(files: Vec<T>, name: impl Fn(&T) -> &str) -> Vec<T> {
    let mut best: BTreeMap<String, usize> = BTreeMap::new();
    for file in &files {
        if let Some((stem, rank)) = article_of(name(file)) {
            let known = best.entry(stem.to_owned()).or_insert(rank);
            *known = rank.min(*known);
        }
    }
    let mut files = files;
    files.retain(|file| {
        let of = article_of(name(file));
        of.is_none_or(|(stem, rank)| best.get(stem) == Some(&rank))
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
            once_each(files, |file| file),
            ["a.ninjs.json", "b.html", "notes.txt"]
        );
    }
}

//! What a file is to a list of articles: one article, several, or a place of its own.

use std::collections::BTreeSet;

use super::super::archive::Archive;
use crate::formats;

/// How the names of files end that are listed as articles of a folder or a zip.
pub const ARTICLE_ENDINGS: [&str; 12] = [
    "txt", "text", "json", "html", "htm", "xhtml", "xml", "jsonl", "ndjson", "mhtml", "mht", "zip",
];
/// Those of which the name says that they hold one article.
const ONE: [&str; 7] = ["txt", "text", "html", "htm", "xhtml", "mhtml", "mht"];
const LINES: [&str; 2] = ["jsonl", "ndjson"];
const PAGES: [&str; 3] = ["html", "htm", "xhtml"];

/// How browsers end the name of the folder that they save with a page, in their languages.
const OF_PAGE: [&str; 24] = [
    "_files",
    ".files",
    "-Dateien",
    "_fichiers",
    "_archivos",
    "_file",
    "_ficheiros",
    "_arquivos",
    "_bestanden",
    "-filer",
    "_pliki",
    "_soubory",
    "_tiedostot",
    "_elemei",
    "_dosyalar",
    "_datoteke",
    "_fitxers",
    "_fitxategiak",
    "_failid",
    "_fails",
    "_bylos",
    "_fajlovi",
    "_viri",
    ".fayllar",
];

/// What a file is to a list of articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A place of its own.
    Zip,
    /// One record a line.
    Lines,
    /// Reading it says how many articles it holds.
    PerhapsSeveral,
    /// One article.
    One,
}

impl Kind {
    /// Whether a file of this name is listed.
    pub(super) fn is_article(name: &str) -> bool {
        !name.starts_with('.') && ends_in(name, &ARTICLE_ENDINGS)
    }

    /// What the name alone says; none where the content must be asked.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        if ends_in(name, &["zip"]) {
            Some(Self::Zip)
        } else if ends_in(name, &LINES) {
            Some(Self::Lines)
        } else if ends_in(name, &ONE) {
            Some(Self::One)
        } else {
            None
        }
    }

    /// What the beginning of the file says, then its name.
    pub(super) fn of_content(name: &str, head: &[u8]) -> Self {
        if Archive::is_one(head) || ends_in(name, &["zip"]) {
            Self::Zip
        } else if formats::holds_lines(name, head) {
            Self::Lines
        } else if !ends_in(name, &ONE) && formats::may_hold_several(head) {
            Self::PerhapsSeveral
        } else {
            Self::One
        }
    }
}

/// Whether a folder is what a browser saved with one of these pages beside it.
pub(super) fn is_of_page(folder: &str, files: &BTreeSet<String>) -> bool {
    let endings = OF_PAGE
        .iter()
        .filter_map(|ending| folder.strip_suffix(ending));
    let mut pages = endings.flat_map(|stem| PAGES.map(|ending| format!("{stem}.{ending}")));
    pages.any(|page| files.contains(&page))
}

fn ends_in(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    endings.iter().any(|one| ending.eq_ignore_ascii_case(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_says_more_than_the_name() {
        let records = b"{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
        for (name, head, expected) in [
            ("a.zip", &b"PK\x03\x04"[..], Kind::Zip),
            ("a.bin", b"PK\x03\x04", Kind::Zip),
            ("cut-short.zip", b"", Kind::Zip),
            ("a.jsonl", b"", Kind::Lines),
            ("a.json", records, Kind::Lines),
            ("a.json", b" [{\"text\": \"One.\"}]", Kind::PerhapsSeveral),
            (
                "a.xml",
                b"<?xml version=\"1.0\"?><newsMessage>",
                Kind::PerhapsSeveral,
            ),
            ("a.json", b"{\"text\": \"One.\"}", Kind::One),
            ("a.txt", b"[AP] A ferry leaves.", Kind::One),
            ("a.html", b"<html>", Kind::One),
        ] {
            assert_eq!(Kind::of_content(name, head), expected, "{name}");
        }
    }

    #[test]
    fn the_folder_saved_with_a_page_belongs_to_it() {
        let files = BTreeSet::from(["Ferry.html".to_owned(), "boats.txt".to_owned()]);
        assert!(is_of_page("Ferry_files", &files));
        assert!(is_of_page("Ferry-Dateien", &files));
        assert!(!is_of_page("boats_files", &files));
        assert!(!is_of_page("Ferry", &files));
    }
}

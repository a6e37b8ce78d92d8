//! An article to what the next system takes: one file a kind, one list ([`EXPORTS`]).
//!
//! Every kind is a pure function from an article to text. The paths that its photos name are taken
//! as they stand: `bundle::Exporter` puts the names of the exported pictures there first.

mod carried;
mod html;
mod json_ld;
mod markup;
mod ninjs_1;
mod printed;
mod text;
mod wordpress;
mod wxr;

use super::{ninjs, sheet};
use crate::model::{Article, Block, Photo};

pub(super) use carried::Carried;
pub(super) use markup::in_url;
pub use printed::{for_the_desk, printed};
pub(super) use wxr::description;

/// What the writing of an article needs to know besides the article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Setting {
    /// When it is written, RFC 3339 in whole seconds of UTC: `2026-11-16T10:00:00Z`.
    pub now: String,
    /// The address under which the exported pictures will lie; empty where nobody knows.
    pub pictures_at: String,
    /// Whether a sheet begins with a byte order mark, which some spreadsheets want.
    pub has_mark: bool,
}

/// A kind of file that an article is exported as.
pub struct Export {
    /// Its word on the command line.
    pub name: &'static str,
    /// What a person calls it.
    pub title: &'static str,
    /// What it is good for, in a few words.
    pub hint: &'static str,
    /// How the file's name ends, behind the article's: `.ninjs.json`.
    pub ending: &'static str,
    pub(crate) write: Write,
}

/// How a kind is written.
pub(crate) enum Write {
    /// One file an article.
    Article(fn(&Article, &Setting) -> String),
    /// One table of all photos of all articles.
    Sheet,
}

/// Every kind, in the order in which they are offered.
pub static EXPORTS: [Export; 8] = [
    Export {
        name: "ninjs",
        title: "ninjs 3.1",
        hint: "the normalized JSON, which loses nothing",
        ending: ".ninjs.json",
        write: Write::Article(|article, _| ninjs::to_string(&ninjs::write(article))),
    },
    Export {
        name: "ninjs-1.6",
        title: "ninjs 1.6",
        hint: "as Superdesk ingests it",
        ending: ".ninjs-1.6.json",
        write: Write::Article(ninjs_1::write),
    },
    Export {
        name: "html",
        title: "HTML",
        hint: "a page with figures and JSON-LD",
        ending: ".html",
        write: Write::Article(html::write),
    },
    Export {
        name: "wordpress",
        title: "WordPress blocks",
        hint: "to paste into the block editor",
        ending: ".wordpress.html",
        write: Write::Article(wordpress::write),
    },
    Export {
        name: "wxr",
        title: "WordPress import (WXR)",
        hint: "a draft post with its attachments",
        ending: ".wxr.xml",
        write: Write::Article(wxr::write),
    },
    Export {
        name: "jsonld",
        title: "JSON-LD",
        hint: "schema.org data alone",
        ending: ".jsonld",
        write: Write::Article(|article, setting| {
            ninjs::to_string(&json_ld::of_article(article, setting))
        }),
    },
    Export {
        name: "text",
        title: "Text",
        hint: "the body with captions as they are printed",
        // Not the name of a source, which would seem to have changed since it was saved.
        ending: ".print.txt",
        write: Write::Article(|article, _| text::write(article)),
    },
    Export {
        name: "csv",
        title: "Caption sheet (CSV)",
        hint: "to edit in a spreadsheet and read back",
        ending: ".csv",
        write: Write::Sheet,
    },
];

/// The kinds of a cleaned bundle: what an editor hands on where nobody asked for one kind.
pub const CLEAN_BUNDLE: [&str; 3] = ["ninjs", "text", "csv"];

/// The kind with this word.
#[must_use]
pub fn export(name: &str) -> Option<&'static Export> {
    EXPORTS.iter().find(|export| export.name == name)
}

impl std::fmt::Debug for Export {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Export {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Export {
    /// What is written of one article; None where the kind is a table of all.
    #[must_use]
    pub fn text(&self, article: &Article, setting: &Setting) -> Option<String> {
        match self.write {
            Write::Article(write) => Some(write(article, setting)),
            Write::Sheet => None,
        }
    }

    /// Whether it is one table of all articles.
    #[must_use]
    pub fn is_sheet(&self) -> bool {
        matches!(self.write, Write::Sheet)
    }
}

impl Setting {
    /// For what is written now.
    #[must_use]
    pub fn now() -> Self {
        let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ");
        Self {
            now: now.to_string(),
            ..Self::default()
        }
    }

    /// How a file begins that holds this sheet.
    #[must_use]
    pub fn sheet_head(&self) -> String {
        let mark = if self.has_mark { "\u{FEFF}" } else { "" };
        format!("{mark}{}", sheet::head())
    }

    /// Where the picture of a photo is found from the exported file: an address where one is known,
    /// else its path beside the file; empty where it has none.
    fn picture(&self, photo: &Photo) -> String {
        let Some(image) = &photo.image else {
            return String::new();
        };
        if image.path.is_empty() {
            return image.href.clone();
        }
        let path = markup::in_url(&image.path);
        match self.pictures_at.trim_end_matches('/') {
            "" => path,
            address => format!("{address}/{path}"),
        }
    }
}

/// A piece of an article as it is printed.
#[derive(Debug, Clone, Copy)]
enum Piece<'a> {
    Text(&'a str),
    Photo(&'a Photo),
}

/// The article in reading order; photos that have no place in the text come at its end.
fn pieces(article: &Article) -> impl Iterator<Item = Piece<'_>> {
    let placed = article.blocks.iter().filter_map(|block| match block {
        Block::Text(text) => Some(Piece::Text(text)),
        Block::Photo(id) => article.photo(*id).map(Piece::Photo),
    });
    let has_place = |photo: &&Photo| !article.blocks.contains(&Block::Photo(photo.id));
    let unplaced = article.photos.iter().filter(has_place).map(Piece::Photo);
    placed.chain(unplaced)
}

/// What stands for a headline where the article has none: the first words of its text.
pub(super) fn title(article: &Article) -> String {
    if !article.headline.is_empty() {
        return article.headline.clone();
    }
    let first = pieces(article).find_map(|piece| match piece {
        Piece::Text(text) => Some(text),
        Piece::Photo(_) => None,
    });
    let words: Vec<&str> = first.unwrap_or("Photos").split_whitespace().collect();
    match words.get(..12) {
        Some(words) => format!("{} …", words.join(" ")),
        None => words.join(" "),
    }
}

/// A date as a moment of UTC in whole seconds, `2026-11-16T10:00:00Z`, as parsers want it that know
/// no other spelling.
fn in_utc(date_time: &str) -> Option<String> {
    let moment: jiff::Timestamp = date_time.parse().ok()?;
    Some(moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

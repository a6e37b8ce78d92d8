//! Writes articles as other systems take them: a folder or a zip with their texts, their pictures
//! and a report.
//!
//! [`Exporter::new`] looks at the place, [`Exporter::add`] takes one article after another (only one is
//! in memory), [`Exporter::finish`] puts everything in its place at once. Until then nothing is seen
//! there. The texts name the pictures as they lie in the export.

pub(super) mod again;
mod report;
mod sink;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::holder::Holder;
use super::match_pictures::not_shown;
use super::names::{Names, safe_name};
use super::open::Bundle;
use crate::formats::export::{Export, Setting};
use crate::formats::sheet;
use crate::lint::Linter;
use crate::model::Article;

pub use report::{Notice, Report, Section};
use sink::Sink;
pub(super) use sink::is_zip_of_ours;

/// The folder of the pictures.
const PICTURES: &str = "photos";
/// The report's file; its first words tell an export of ours.
pub(super) const REPORT: &str = "report.txt";

/// What is exported, and where to.
#[derive(Debug, Clone)]
pub struct Order {
    /// The kinds of files, at least one.
    pub kinds: Vec<&'static Export>,
    /// A folder, or a file that ends in `.zip`.
    pub place: PathBuf,
    /// Whether the pictures come along.
    pub pictures: Pictures,
    /// How many articles.
    pub articles: Articles,
    /// What writing them needs to know.
    pub setting: Setting,
}

/// Whether the pictures come along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pictures {
    /// Copied byte for byte.
    Copied,
    /// They stay where they are.
    Left,
}

/// What becomes of an article with a photo that the wire has stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// It is left out, and told.
    LeftOut,
    /// Somebody said that it goes out all the same.
    Exported,
}

/// How articles lie in an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Articles {
    /// One article, at the top.
    One,
    /// Each in a folder of its own.
    Several,
}

/// Why an export could not be written. What lay at its place lies there still, unless the last step
/// failed: then it is whole, new or old, and the system could not say that it is on the disk for good.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Somebody else's.
    #[error("{}: not overwritten, as Cutline did not make it; name another place", .0.display())]
    NotOurs(PathBuf),
    /// It may lead anywhere.
    #[error("{}: is a link, which is not followed; name another place", .0.display())]
    Link(PathBuf),
    /// Neither a folder nor a zip.
    #[error("{}: an export is a folder or a file that ends in .zip; name one of these", .0.display())]
    OtherArchive(PathBuf),
    /// The system says no.
    #[error("{}: not exported ({reason}); check the place, its rights and its room", .path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
}

/// Whether a file is the report of an export, which is no article.
pub(super) fn is_report(holder: &Holder) -> bool {
    holder.file_name() == REPORT
        && holder
            .head(report::TITLE.len())
            .is_ok_and(|begin| begin == report::TITLE.as_bytes())
}

impl ExportError {
    fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |reason| Self::Io { path, reason }
    }

    /// Whether the disk or the rights on it are at fault.
    #[must_use]
    pub fn is_io(&self) -> bool {
        matches!(self, Self::Io { .. })
    }
}

/// An export in the making.
#[derive(Debug)]
pub struct Exporter {
    order: Order,
    sink: Sink,
    /// The names at the top.
    names: Names,
    /// The caption sheet of all articles so far, and its name.
    sheet: Option<(String, String)>,
    report: Report,
}

impl Exporter {
    /// Begins an export beside its place.
    ///
    /// # Errors
    /// Where something lies there that Cutline did not make, or nothing can be written.
    pub fn new(order: Order) -> Result<Self, ExportError> {
        let sink = Sink::new(&order.place)?;
        let mut names = Names::default();
        names.free(REPORT);
        let name = names.free("captions.csv");
        let has_sheet = order.kinds.iter().any(|kind| kind.is_sheet());
        let sheet = has_sheet.then(|| (name, order.setting.sheet_head()));
        Ok(Self {
            report: Report::new(&order),
            order,
            sink,
            names,
            sheet,
        })
    }

    /// Writes one article; `name` is what a person calls it. Answers why it was left out, where it was:
    /// the wire has stopped a photo.
    ///
    /// # Errors
    /// Where it cannot be written. A picture that cannot be read is told in the report.
    pub fn add(
        &mut self,
        name: &str,
        bundle: &Bundle,
        article: &Article,
        stopped: Stopped,
    ) -> Result<Option<String>, ExportError> {
        let linter = Linter::of(article, bundle.files.clone(), &bundle.house);
        if stopped == Stopped::LeftOut
            && let Some((photo, word)) = linter.stopped(article).first()
        {
            let why = format!("the wire says {word} about {}", photo.name);
            self.leave_out(name, &why);
            return Ok(Some(why));
        }
        let last = name.rsplit('/').next().unwrap_or(name);
        let file = safe_name(stem(last), "article");
        let (folder, file) = match self.order.articles {
            Articles::One => (String::new(), self.free_stem(&file)),
            Articles::Several => {
                let folder = self.names.free(&safe_name(stem(name), "article"));
                (format!("{folder}/"), file)
            }
        };
        let (exported, mut pictures) = with_pictures_named(article, &bundle.pictures);
        let kinds = self.order.kinds.clone();
        for kind in kinds {
            if let Some(text) = kind.text(&exported, &self.order.setting) {
                let path = format!("{folder}{file}{}", kind.ending);
                self.sink.write(&path, text.as_bytes())?;
            }
        }
        if let Some((sheet_name, rows)) = &mut self.sheet {
            if self.order.articles == Articles::One {
                *sheet_name = format!("{file}.csv");
            }
            rows.push_str(&sheet::rows(name, &exported));
        }
        if self.order.pictures == Pictures::Left {
            pictures.clear();
        }
        let mut missing = BTreeMap::new();
        for (from, to) in pictures {
            match bundle.picture(&from) {
                Ok(bytes) => {
                    self.sink.write(&format!("{folder}{to}"), &bytes)?;
                    self.report.pictures += 1;
                }
                Err(why) => drop(missing.insert(to, why.to_string())),
            }
        }
        self.report.add(name, &exported, &linter, &missing);
        for path in not_shown(article, &bundle.pictures) {
            self.report.loose.push(format!("{name}: {path}"));
        }
        Ok(None)
    }

    /// Tells in the report that an article is not in the export.
    pub fn leave_out(&mut self, name: &str, why: &str) {
        self.report.left_out.push((name.to_owned(), why.to_owned()));
    }

    /// How many articles it has.
    #[must_use]
    pub fn articles(&self) -> usize {
        self.report.articles
    }

    /// Puts the export in its place. An earlier export of ours is kept under another name.
    ///
    /// # Errors
    /// Where it cannot be put there.
    pub fn finish(mut self) -> Result<Report, ExportError> {
        if let Some((name, text)) = &self.sheet {
            self.sink.write(name, text.as_bytes())?;
        }
        self.sink
            .write(REPORT, self.report.to_string().as_bytes())?;
        self.report.kept = self.sink.finish()?;
        Ok(self.report)
    }

    /// A stem of which no file is taken at the top.
    fn free_stem(&mut self, stem: &str) -> String {
        let endings: Vec<&str> = self.order.kinds.iter().map(|kind| kind.ending).collect();
        let numbered = |number: u32| match number {
            1 => stem.to_owned(),
            number => format!("{stem}-{number}"),
        };
        let form = |number: u32| -> Vec<String> {
            let stem = numbered(number);
            let files = endings.iter().map(|ending| format!("{stem}{ending}"));
            files.collect()
        };
        let names = self.names.free_all(stem, form);
        let ending = endings.first().copied().unwrap_or_default();
        let first = names.first().and_then(|name| name.strip_suffix(ending));
        first.unwrap_or(stem).to_owned()
    }
}

/// The article whose photos name their pictures as the export has them, and where each of these is
/// read from and written to. What a photo names that is not there gets a name all the same, so that
/// it can be added under it. The `others` of the bundle, which no photo names, come along.
fn with_pictures_named(
    article: &Article,
    others: &[String],
) -> (Article, BTreeMap<String, String>) {
    let mut names = Names::default();
    let mut pictures: BTreeMap<String, String> = BTreeMap::new();
    let mut place = |path: &str| {
        let place = pictures.entry(path.to_owned()).or_insert_with(|| {
            let last = path.rsplit(['/', '\\']).next().unwrap_or_default();
            format!("{PICTURES}/{}", names.free(&safe_name(last, "photo")))
        });
        place.clone()
    };
    let mut exported = article.clone();
    let images = exported.photos.iter_mut();
    for image in images.filter_map(|photo| photo.image.as_mut()) {
        if !image.path.is_empty() {
            image.path = place(&image.path);
        }
    }
    for path in others {
        place(path);
    }
    (exported, pictures)
}

/// An article's name without what its file's name ends in.
fn stem(name: &str) -> &str {
    let name = name.strip_suffix(".ninjs.json").unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && !ending.contains('/') && ending.len() <= 5 => {
            stem
        }
        _ => name,
    }
}

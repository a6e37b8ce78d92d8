//! Which articles a path holds.

mod in_zip;
mod kind;
mod saved_folder;

use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::archive::{Archive, Store, ZipError, is_left_behind};
use super::error::OpenError;
use super::export::{again, is_report, is_zip_of_ours};
use super::holder::{Holder, name_of};
use super::item::{Item, Part, Several, saved_folder_of, stem_of};
use super::{lines, saved};
use crate::formats::{self, FormatError};
use crate::lint::House;
pub use kind::ARTICLE_ENDINGS;
use kind::Kind;

/// Folders are searched no deeper than this.
const DEPTH: usize = 16;
/// More entries than this, of folders and zips together, are not looked at.
const ENTRIES: usize = 100_000;
/// What may be unpacked of zips to say what they hold: zips in them, and files of several articles.
const UNPACKED: u64 = 8 * 1024 * 1024 * 1024;

/// The articles of a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// In the order of their names; of a file of several in its own order.
    pub items: Vec<Item>,
    /// What is not listed, each with its place and its reason.
    pub notes: Vec<String>,
    /// What is not listed as it is meant to be: exports of the articles that are.
    pub asides: Vec<String>,
}

/// The articles of a file, a folder or a zip. A source and the file saved for it are one.
///
/// Of files with several articles the articles are listed one by one: the lines of a file of records
/// without reading them, those of other files as they are read. A zip is listed by its table of
/// contents; only zips inside it, and files that may hold several articles, are unpacked for that.
///
/// # Errors
/// Where the path is not there or holds no article.
pub fn list(path: &Path, house: &House) -> Result<Listing, OpenError> {
    let about = std::fs::metadata(path).map_err(OpenError::io(path))?;
    if let Some(listing) = saved_folder::list(path, about.is_dir(), house) {
        return Ok(listing);
    }
    let mut search = Search::new(house);
    if about.is_dir() {
        search.folder(path, "", DEPTH)?;
        search.settle_exports()?;
        if search.found.items.is_empty() {
            return Err(OpenError::NoArticle(path.to_owned()));
        }
        return Ok(search.found);
    }
    let head = Holder::disk(path).head(formats::HEAD)?;
    let kind = Kind::of_content(&name_of(path), &head);
    let found = Found {
        is_place: true,
        ..found_on_disk(path)
    };
    search.file(&found, kind)?;
    if search.found.items.is_empty() {
        let mut place = path.display().to_string();
        if let Some(note) = search.found.notes.first() {
            place = format!("{note}\n{place}");
        }
        return Err(OpenError::Nothing { place });
    }
    Ok(search.found)
}

/// A file that is listed.
struct Found {
    holder: Holder,
    /// Its path below the place that was opened.
    name: String,
    /// The folder that what it holds is written to, below any folder.
    folder: Arc<str>,
    is_alone: bool,
    /// Whether it is the place itself.
    is_place: bool,
}

fn found_on_disk(path: &Path) -> Found {
    Found {
        holder: Holder::disk(path),
        name: name_of(path),
        folder: "".into(),
        is_alone: false,
        is_place: false,
    }
}

impl Found {
    fn item(&self, part: Part, mark: &str) -> Item {
        Item {
            name: format!("{}{mark}", self.name),
            holder: self.holder.clone(),
            part,
            is_alone: self.is_alone,
            folder: Arc::clone(&self.folder),
        }
    }

    /// The folder below which the entries of this zip are written.
    fn folder_of_zip(&self) -> String {
        if self.is_place {
            return String::new();
        }
        joined(&self.folder, &stem_of(&self.holder.file_name()))
    }
}

struct Search<'a> {
    house: &'a House,
    store: Arc<Store>,
    /// How many entries may still be looked at, and how much unpacked.
    entries_left: usize,
    unpacked_left: u64,
    found: Listing,
    /// Exports of ours below the place, with their paths below it.
    exports: Vec<(PathBuf, String)>,
}

impl<'a> Search<'a> {
    fn new(house: &'a House) -> Self {
        Self {
            house,
            store: Arc::default(),
            entries_left: ENTRIES,
            unpacked_left: UNPACKED,
            found: Listing::default(),
            exports: Vec::new(),
        }
    }

    /// Lists a folder on disk; `below` is its path below the place that was opened.
    fn folder(&mut self, folder: &Path, below: &str, depth: usize) -> Result<(), OpenError> {
        let (mut files, mut folders) = (Vec::new(), Vec::new());
        for entry in std::fs::read_dir(folder).map_err(OpenError::io(folder))? {
            if !self.may_look_at(1) {
                break;
            }
            let Ok(entry) = entry else { continue };
            let path = entry.path();
            // A link to a folder is not followed: it may lead anywhere, also back here.
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(path),
                Ok(_)
                    if Kind::is_article(&name_of(&path))
                        && path.is_file()
                        && !is_report(&Holder::disk(&path)) =>
                {
                    files.push(path);
                }
                _ => {}
            }
        }
        files.sort();
        folders.sort();
        let is_export = again::is_of_export(folder);
        if is_export {
            let named: Vec<(String, PathBuf)> = files
                .into_iter()
                .map(|file| (name_of(&file), file))
                .collect();
            let named = again::once_each(named, |(name, _)| name);
            files = named.into_iter().map(|(_, file)| file).collect();
        } else {
            let names: BTreeSet<PathBuf> = files.iter().cloned().collect();
            files.retain(|file| !saved::stands_for_another(file, &names));
            self.set_exports_aside(&mut files, &mut folders, below);
        }
        let pages: BTreeSet<String> = files.iter().map(|file| name_of(file)).collect();
        let saved: BTreeSet<PathBuf> = files.iter().map(|file| saved_folder_of(file)).collect();
        folders.retain(|folder| {
            let name = name_of(folder);
            !is_left_behind(&name) && !saved.contains(folder) && !kind::is_of_page(&name, &pages)
        });
        let is_alone = files.len() == 1;
        for file in files {
            let found = Found {
                name: joined(below, &name_of(&file)),
                folder: below.into(),
                is_alone,
                ..found_on_disk(&file)
            };
            self.in_queue(&found);
        }
        let Some(depth) = depth.checked_sub(1) else {
            return Ok(());
        };
        for folder in folders {
            let below = joined(below, &name_of(&folder));
            // One that cannot be looked into is listed: opening it says why, and the rest goes on.
            if let Err(why) = self.folder(&folder, &below, depth) {
                let item = Item::refused(&folder, below, &why.to_string());
                self.found.items.push(item);
            }
        }
        Ok(())
    }

    /// Takes exports of ours out of what is listed: they are made of articles that stand here already.
    fn set_exports_aside(
        &mut self,
        files: &mut Vec<PathBuf>,
        folders: &mut Vec<PathBuf>,
        below: &str,
    ) {
        let zips = files.extract_if(.., |file| {
            Kind::of_name(&name_of(file)) == Some(Kind::Zip) && is_zip_of_ours(file)
        });
        let mut exports: Vec<PathBuf> = zips.collect();
        exports.extend(folders.extract_if(.., |folder| again::is_export(folder)));
        let named = exports.into_iter().map(|path| {
            let name = joined(below, &name_of(&path));
            (path, name)
        });
        self.exports.extend(named);
    }

    /// What becomes of the exports that were found: they are articles only where there are no others.
    fn settle_exports(&mut self) -> Result<(), OpenError> {
        let exports = std::mem::take(&mut self.exports);
        if exports.is_empty() {
            return Ok(());
        }
        if !self.found.items.is_empty() {
            let names: Vec<&str> = exports.iter().map(|(_, name)| name.as_str()).collect();
            self.found.asides.push(format!(
                "exports of Cutline, which are not listed among the articles: {}; open one by itself",
                names.join(", ")
            ));
            return Ok(());
        }
        for (path, name) in exports {
            if path.is_dir() {
                self.folder(&path, &name, DEPTH)?;
            } else {
                let found = found_on_disk(&path);
                self.in_queue(&Found { name, ..found });
            }
        }
        Ok(())
    }

    /// Lists a file among others: what is wrong with it is said when it is opened.
    fn in_queue(&mut self, found: &Found) {
        let name = found.holder.file_name();
        let kind = Kind::of_name(&name).map_or_else(
            || {
                let head = found.holder.head(formats::HEAD);
                head.map(|head| Kind::of_content(&name, &head))
            },
            Ok,
        );
        if let Err(why) = kind.and_then(|kind| self.file(found, kind)) {
            let part = Part::Refused(why.to_string().into());
            self.found.items.push(found.item(part, ""));
        }
    }

    fn file(&mut self, found: &Found, kind: Kind) -> Result<(), OpenError> {
        match kind {
            Kind::Zip => self.zip_file(found),
            Kind::Lines => self.lines(found),
            Kind::PerhapsSeveral => self.perhaps_several(found),
            Kind::One => {
                self.found.items.push(found.item(Part::Whole, ""));
                Ok(())
            }
        }
    }

    fn zip_file(&mut self, found: &Found) -> Result<(), OpenError> {
        let archive = match &found.holder {
            Holder::Disk(file) => Archive::open(file, Arc::clone(&self.store))?,
            Holder::Entry { archive, path } => {
                self.may_unpack(&found.holder)?;
                archive.inside(path).map_err(found.holder.zip_error())?
            }
        };
        self.zip(&archive, found);
        Ok(())
    }

    fn lines(&mut self, found: &Found) -> Result<(), OpenError> {
        let place = found.holder.place();
        let mark = found.holder.head(2)?;
        if [[0xFF, 0xFE], [0xFE, 0xFF]]
            .iter()
            .any(|utf16| mark == utf16)
        {
            return Err(OpenError::Format {
                path: place.into(),
                reason: FormatError::NoArticle(
                    "this is UTF-16, in which lines are not told apart; save it as UTF-8",
                ),
            });
        }
        let (lines, has_more) = match &found.holder {
            Holder::Disk(file) => {
                let opened = File::open(file).map_err(OpenError::io(file))?;
                lines::of(opened).map_err(OpenError::io(file))?
            }
            Holder::Entry { archive, path } => {
                self.may_unpack(&found.holder)?;
                let bytes = archive.kept(path).map_err(found.holder.zip_error())?;
                lines::of(bytes.as_slice()).map_err(OpenError::io(Path::new(&place)))?
            }
        };
        if lines.is_empty() {
            return Err(OpenError::Nothing { place });
        }
        if has_more {
            let most = lines::LINES;
            self.found.notes.push(format!(
                "{place}: only the first {most} lines are listed; split it, or read it as a stream with `cutline clean`"
            ));
        }
        let items = lines.into_iter().map(|line| {
            let mark = format!(":{}", line.number);
            Item {
                is_alone: false,
                ..found.item(Part::Line(line), &mark)
            }
        });
        self.found.items.extend(items);
        Ok(())
    }

    /// Reads a file to say how many articles it holds.
    fn perhaps_several(&mut self, found: &Found) -> Result<(), OpenError> {
        self.may_unpack(&found.holder)?;
        let bytes = found.holder.bytes()?;
        let name = found.holder.file_name();
        let document = formats::read(&name, &bytes, &self.house.lexicon);
        let names: Vec<String> = match document {
            Ok(document) => {
                let articles = document.articles.into_iter();
                articles.map(|read| read.name).collect()
            }
            // Opening it says why.
            Err(_) => Vec::new(),
        };
        if names.len() < 2 {
            return self.file(found, Kind::One);
        }
        let several = Arc::new(Several::default());
        for (at, name) in names.iter().enumerate() {
            let blank = if name.is_empty() { "" } else { " " };
            let mark = format!("#{}{blank}{name}", at + 1);
            let several = Arc::clone(&several);
            let item = Item {
                is_alone: false,
                ..found.item(Part::OfSeveral { several, at }, &mark)
            };
            self.found.items.push(item);
        }
        Ok(())
    }

    /// Whether so many entries more are looked at; says once that the rest is not.
    fn may_look_at(&mut self, count: usize) -> bool {
        if let Some(left) = self.entries_left.checked_sub(count) {
            self.entries_left = left;
            return true;
        }
        if std::mem::take(&mut self.entries_left) > 0 || count > 0 {
            let note =
                format!("more than {ENTRIES} files; the rest is not listed: open a part of it");
            if self.found.notes.last() != Some(&note) {
                self.found.notes.push(note);
            }
        }
        false
    }

    /// Whether an entry of a zip may be unpacked to be listed.
    fn may_unpack(&mut self, holder: &Holder) -> Result<(), OpenError> {
        let Holder::Entry { archive, path } = holder else {
            return Ok(());
        };
        let size = archive.size(path).unwrap_or_default();
        match self.unpacked_left.checked_sub(size) {
            Some(left) => {
                self.unpacked_left = left;
                Ok(())
            }
            None => Err(holder.zip_error()(ZipError::TooMuch)),
        }
    }
}

fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() || name.is_empty() {
        format!("{folder}{name}")
    } else {
        format!("{folder}/{name}")
    }
}

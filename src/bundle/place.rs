//! Which articles a path holds.

mod kind;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::archive::{Archive, Store, ZipError, is_left_behind};
use super::error::OpenError;
use super::item::{
    Holder, Item, Part, Several, is_saved_folder, name_of, saved_folder_of, stem_of,
};
use super::{lines, saved};
use crate::formats;
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
    if let Some(listing) = of_saved(path, about.is_dir(), house) {
        return Ok(listing);
    }
    let mut search = Search::new(house);
    if about.is_dir() {
        search.folder(path, "", DEPTH)?;
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
}

impl<'a> Search<'a> {
    fn new(house: &'a House) -> Self {
        Self {
            house,
            store: Arc::default(),
            entries_left: ENTRIES,
            unpacked_left: UNPACKED,
            found: Listing::default(),
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
                Ok(_) if Kind::is_article(&name_of(&path)) && path.is_file() => files.push(path),
                _ => {}
            }
        }
        files.sort();
        folders.sort();
        let names: BTreeSet<PathBuf> = files.iter().cloned().collect();
        files.retain(|file| !saved::stands_for_another(file, &names));
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

    fn zip(&mut self, archive: &Arc<Archive>, found: &Found) {
        self.entries_of(archive, found);
        self.refused_of(archive, found);
    }

    fn entries_of(&mut self, archive: &Arc<Archive>, found: &Found) {
        let count = archive.paths().count();
        if !self.may_look_at(count) {
            return;
        }
        let base = found.folder_of_zip();
        for (folder, files) in articles_of(archive) {
            let is_alone = files.len() == 1;
            let below: Arc<str> = joined(&base, &folder).into();
            for path in files {
                self.in_queue(&Found {
                    name: joined(&found.name, path),
                    holder: Holder::Entry {
                        archive: Arc::clone(archive),
                        path: path.into(),
                    },
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

    fn lines(&mut self, found: &Found) -> Result<(), OpenError> {
        let place = found.holder.place();
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
        .map(|(folder, files)| (folder.join("/"), without_sources(archive, files)))
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

fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() || name.is_empty() {
        format!("{folder}{name}")
    } else {
        format!("{folder}/{name}")
    }
}

/// What lies in a `.cutline` folder stands for the articles of the file beside that folder: their
/// pictures and their sources are there.
fn of_saved(path: &Path, is_folder: bool, house: &House) -> Option<Listing> {
    let folder = path.ancestors().find(|folder| is_saved_folder(folder))?;
    if folder != path && is_folder {
        return None;
    }
    let beside = folder.parent()?;
    let beside = if beside.as_os_str().is_empty() {
        Path::new(".")
    } else {
        beside
    };
    let mut holders: Vec<PathBuf> = std::fs::read_dir(beside)
        .ok()?
        .flatten()
        .map(|entry| folder.with_file_name(entry.file_name()))
        .filter(|file| Kind::is_article(&name_of(file)) && saved_folder_of(file) == folder)
        .filter(|file| file.is_file())
        .collect();
    holders.sort();
    let mut listing = Listing::default();
    for holder in holders {
        let Ok(of_holder) = list(&holder, house) else {
            continue;
        };
        let is_wanted = |item: &Item| {
            let saved = item.home().saved();
            saved.is_some_and(|saved| is_folder || saved == path)
        };
        listing
            .items
            .extend(of_holder.items.into_iter().filter(is_wanted));
    }
    (!listing.items.is_empty()).then_some(listing)
}

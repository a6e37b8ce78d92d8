//! Which articles a path holds.

mod gone;
mod in_zip;
mod kind;
mod links;
mod parts;
mod saved_folder;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::archive::{Archive, Store, ZipError, is_left_behind};
use super::error::OpenError;
use super::export::{again, is_report, is_zip_of_ours};
use super::holder::{Holder, name_of};
use super::item::{Item, Part, SourceIs, saved_folder_of, stem_of};
use super::saved;
use super::saved_work::SavedWork;
use super::settings;
use crate::formats;
use crate::lint::House;
pub use kind::ARTICLE_ENDINGS;
use kind::Kind;
use links::{Link, Links};

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
    /// What is not listed or used as it is meant to be: exports of the articles that are, settings
    /// beside several.
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
    let mut search = Search::new(house, path);
    if about.is_dir() {
        search.folder(path, "", DEPTH)?;
        search.settle_exports()?;
        if search.found.items.is_empty() {
            return Err(search.nothing(OpenError::NoArticle(path.to_owned())));
        }
        return Ok(search.found);
    }
    let head = Holder::disk(path).head(formats::HEAD)?;
    let kind = Kind::of_content(&name_of(path), &head);
    let found = Found {
        is_place: true,
        ..found_on_disk(path)
    };
    let listed = search.on_disk(&found, kind);
    if search.found.items.is_empty() {
        listed?;
        let place = path.display().to_string();
        return Err(search.nothing(OpenError::Nothing { place }));
    }
    if let Err(why) = listed {
        // What was saved of it is listed all the same.
        search.refuse(&found, &why);
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
    /// What stands for it in its own zip.
    kept: Option<Holder>,
}

fn found_on_disk(path: &Path) -> Found {
    Found {
        holder: Holder::disk(path),
        name: name_of(path),
        folder: "".into(),
        is_alone: false,
        is_place: false,
        kept: None,
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
            kept: None,
            source: SourceIs::There,
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
    links: Links,
    /// What was saved of the file on disk that is being listed.
    work: SavedWork,
    /// The zips in it that were opened, by the name that begins the sources in them.
    archives: Vec<(String, Arc<Archive>)>,
    found: Listing,
    /// Exports of ours below the place, with their paths below it.
    exports: Vec<(PathBuf, String)>,
}

impl<'a> Search<'a> {
    fn new(house: &'a House, place: &Path) -> Self {
        Self {
            house,
            store: Arc::default(),
            entries_left: ENTRIES,
            unpacked_left: UNPACKED,
            links: Links::within(place),
            work: SavedWork::default(),
            archives: Vec::new(),
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
            let name = name_of(&path);
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(path),
                Ok(kind) if kind.is_symlink() => match self.links.look_at(&path) {
                    Link::File if Kind::is_article(&name) => files.push(path),
                    Link::LeadsOut(why) if Kind::is_article(&name) || path.is_dir() => {
                        self.found.notes.push(why);
                    }
                    Link::File | Link::LeadsOut(_) | Link::NoFile => {}
                },
                Ok(kind) if kind.is_file() && Kind::is_article(&name) => files.push(path),
                _ => {}
            }
        }
        files.retain(|file| !is_report(&Holder::disk(file)));
        files.sort();
        folders.sort();
        let is_export = again::is_of_export(folder);
        let names: BTreeSet<PathBuf> = files.iter().cloned().collect();
        let mut worked_on = BTreeSet::new();
        files.retain(|file| {
            let source = saved::stands_for(file, &names);
            let is_itself = source.is_none();
            worked_on.extend(source);
            is_itself
        });
        if is_export {
            let named: Vec<(String, PathBuf)> = files
                .into_iter()
                .map(|file| (name_of(&file), file))
                .collect();
            let is_worked_on = |(_, file): &(_, PathBuf)| worked_on.contains(file);
            let named = again::once_each(named, |(name, _)| name, is_worked_on);
            files = named.into_iter().map(|(_, file)| file).collect();
        }
        // Of exports too: what was saved of them goes aside with them.
        let pages: BTreeSet<String> = files.iter().map(|file| name_of(file)).collect();
        let saved: BTreeSet<PathBuf> = files.iter().map(|file| saved_folder_of(file)).collect();
        if !is_export {
            self.set_exports_aside(&mut files, &mut folders, below);
        }
        folders.retain(|folder| {
            let name = name_of(folder);
            !is_left_behind(&name) && !saved.contains(folder) && !kind::is_of_page(&name, &pages)
        });
        let saved: Vec<PathBuf> = saved.into_iter().filter(|folder| folder.is_dir()).collect();
        let is_alone = files.len() == 1;
        let before = self.found.items.len();
        for file in files {
            let found = Found {
                name: joined(below, &name_of(&file)),
                folder: below.into(),
                is_alone,
                ..found_on_disk(&file)
            };
            self.in_queue(&found);
        }
        let settings = folder.join(settings::NAME);
        if settings.is_file() {
            self.tell_of_settings(before, &settings.display().to_string());
        }
        for folder in saved {
            self.without_holder(&folder, below, &pages);
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

    /// Says of settings in a folder that they are not used, unless the only article of the folder, listed
    /// after so many others, obeys them.
    fn tell_of_settings(&mut self, before: usize, place: &str) {
        let listed = self.found.items.iter().skip(before);
        let mut articles = listed.filter(|item| !item.is_left_over());
        let has_one = match (articles.next(), articles.next()) {
            (None, _) => return,
            (Some(item), None) => item.is_alone,
            (Some(_), Some(_)) => false,
        };
        if !has_one {
            self.found.asides.push(settings::of_several(place));
        }
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
        // What is left of sources that are gone are none of the articles that these were made of.
        if self.found.items.iter().any(|item| !item.is_left_over()) {
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
        let listed = kind.and_then(|kind| match &found.holder {
            Holder::Disk(_) => self.on_disk(found, kind),
            Holder::Entry { .. } => self.file(found, kind),
        });
        if let Err(why) = listed {
            self.refuse(found, &why);
        }
    }

    /// Lists what cannot be listed as what it is: opening it says why.
    fn refuse(&mut self, found: &Found, why: &OpenError) {
        let part = Part::Refused(why.to_string().into());
        self.found.items.push(found.item(part, ""));
    }

    /// An error that says first what was left out.
    fn nothing(self, error: OpenError) -> OpenError {
        match self.found.notes.first() {
            Some(note) => OpenError::Refused(format!("{note}\n{error}")),
            None => error,
        }
    }

    /// Lists a file on disk with what was saved of it, also where that is not to be found in it.
    fn on_disk(&mut self, found: &Found, kind: Kind) -> Result<(), OpenError> {
        let file = found.holder.file();
        self.work = SavedWork::of(file);
        self.archives.clear();
        let listed = self.file(found, kind);
        let below = found.name.strip_suffix(&name_of(file));
        self.gone(&saved_folder_of(file), below.unwrap_or_default());
        listed
    }

    fn file(&mut self, found: &Found, kind: Kind) -> Result<(), OpenError> {
        match kind {
            Kind::Zip => self.zip_file(found),
            Kind::Lines => self.lines(found),
            Kind::PerhapsSeveral => self.perhaps_several(found),
            Kind::One => {
                self.one(found);
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

    /// Lists a file with one article.
    fn one(&mut self, found: &Found) {
        let mut item = found.item(Part::Whole, "");
        match &found.holder {
            Holder::Disk(file) => item.source = gone::source_of_left_over(file),
            Holder::Entry { .. } => {
                let kept = self.work.take(&found.holder.source_file());
                let kept = kept.map(|file| Holder::disk(&file));
                item.kept = kept.or_else(|| found.kept.clone());
            }
        }
        self.found.items.push(item);
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

//! Opens one article of a place.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::OpenError;
use super::export::again::edited_beside;
use super::holder::{Holder, read_file};
use super::item::{Item, Part, SourceIs, folder_of, stem_of};
use super::mhtml::{self, Page};
use super::saved::{self, Home};
use super::settings;
use super::storage::{Storage, is_picture};
use super::write::hash_of;
use crate::formats::{self, Document, Format, FormatError, Read, html, ninjs};
use crate::lint::House;
use crate::model::{Article, Provenance, sha256};

/// An opened article with its pictures, and what saving it needs to know.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// As opened; what an editor changes lives elsewhere.
    pub article: Article,
    /// How the house wants it; the bundle's own settings may have set severities.
    pub house: House,
    /// What it was taken for.
    pub format: &'static Format,
    /// The paths inside the bundle that are known to be there; None where it lies nowhere.
    pub files: Option<BTreeSet<String>>,
    /// The pictures inside, sorted.
    pub pictures: Vec<String>,
    /// What an editor should know: "read as windows-1252".
    pub notes: Vec<String>,
    /// Whether the source changed since the saved file was made from it.
    pub source_changed: bool,
    pub(super) storage: Storage,
    /// Where what was opened lies, as a person would write it.
    pub(super) place: String,
    /// The file that was opened: the source, or the saved file that stands for it; none where it lies
    /// inside another file.
    pub(super) file: Option<PathBuf>,
    /// The file that it was read from, which is never written; none where a file is saved in place.
    pub(super) source: Option<PathBuf>,
    /// Where it is saved, and under which names.
    pub(super) home: Option<Home>,
    /// What a save says of where it came from, where that is not what the article says itself: a
    /// normalized file inside another file.
    pub(super) came_from: Option<Provenance>,
    /// The hash of what lay at `target` when it was opened or saved; none where nothing did.
    pub(super) on_disk: Option<String>,
    /// Where it is saved to.
    pub(super) target: Option<PathBuf>,
    pub(super) tree: Option<Arc<ninjs::Tree>>,
    /// The hash of what Cutline knows to be on disk at `target` and may overwrite without a copy.
    pub(super) written: Option<String>,
    /// Attached pictures that wait to be moved in, by their path inside the bundle.
    pub(super) staged: BTreeMap<String, PathBuf>,
    pub(super) is_saved: bool,
}

/// Opens an article; a source with a saved file is opened from that file, and a saved file knows
/// whether its source has changed.
///
/// # Errors
/// Where it cannot be read; says which file and why.
pub fn open(item: &Item, house: &House) -> Result<Bundle, OpenError> {
    if let Part::Refused(why) = &item.part {
        return Err(OpenError::Refused(why.to_string()));
    }
    let home = home_of(item)?;
    let kept = home.saved().map(|file| Holder::disk(&file));
    let mut bundle = match kept.or_else(|| item.kept.clone()) {
        Some(kept) => open_saved(item, &home, &kept, house)?,
        None => open_source(item, house)?,
    };
    if let Some(source) = item.own_file().and_then(saved::source_beside) {
        match read_file(&source) {
            Ok(bytes) => {
                bundle.source_changed = sha256(&bytes) != bundle.article.provenance.sha256;
            }
            Err(why) => bundle.notes.push(unreadable(&why)),
        }
        bundle.source = Some(source);
    }
    if let SourceIs::Gone(gone) = &item.source {
        let source = &gone.file;
        bundle.notes.push(format!(
            "its source {source} is gone; this is what was saved from it"
        ));
    }
    bundle.notes.extend(home.in_the_way());
    Ok(bundle)
}

/// Where an article is saved; what was saved of a part is known by the part's hash.
fn home_of(item: &Item) -> Result<Home, OpenError> {
    let mut home = item.home();
    if item.is_part() && home.folder.is_dir() {
        home.part = Some(item.sha256()?);
    }
    Ok(home)
}

/// Opens the file that was saved for an article.
fn open_saved(item: &Item, home: &Home, kept: &Holder, house: &House) -> Result<Bundle, OpenError> {
    let saved = Item {
        holder: kept.clone(),
        part: Part::Whole,
        kept: None,
        ..item.clone()
    };
    // What was saved opens also where its source cannot be read any more.
    let (source, hash, why) = match source_of(item) {
        Ok((source, hash)) => (source, Some(hash), None),
        Err(why) => (item.storage(), None, Some(why)),
    };
    let storage = match (source, kept) {
        (Storage::Folder(folder), _) if item.own_file().is_some() => Storage::Folder(folder),
        (source, Holder::Disk(file)) => Storage::Saved {
            folder: folder_of(file),
            source: Box::new(source),
        },
        (source, Holder::Entry { .. }) => source,
    };
    let opened = read_source(&saved, house)?;
    let mut bundle = bundled(&saved, opened, storage, house);
    bundle.source_changed = hash.is_some_and(|hash| hash != bundle.article.provenance.sha256);
    bundle.notes.extend(why.map(|why| unreadable(&why)));
    bundle.source = Some(item.file().to_owned());
    bundle.home = Some(home.clone());
    if matches!(kept, Holder::Entry { .. }) {
        // It is saved for its source, as that would be.
        bundle.came_from = Some(Provenance {
            file: home.source_file.clone(),
            sha256: bundle.article.provenance.sha256.clone(),
        });
        let target = home.place();
        bundle.on_disk = hash_of(&target).unwrap_or_default();
        bundle.target = Some(target);
    }
    Ok(bundle)
}

/// What the pictures of a source are read from, and its hash.
fn source_of(item: &Item) -> Result<(Storage, String), OpenError> {
    Ok(match mhtml_of(item)? {
        Some((page, hash)) => (Storage::Parts(Arc::new(page.parts)), hash),
        None => (item.storage(), item.sha256()?),
    })
}

fn unreadable(why: &OpenError) -> String {
    format!("its source cannot be read any more ({why}); this is what was saved from it")
}

/// Opens the source itself, though a file may have been saved for it.
///
/// # Errors
/// Where it cannot be read; says which file and why.
pub fn open_source(item: &Item, house: &House) -> Result<Bundle, OpenError> {
    let (opened, storage) = match mhtml_of(item)? {
        Some((page, hash)) => {
            let opened = read_page(item, &page, hash, house)?;
            (opened, Storage::Parts(Arc::new(page.parts)))
        }
        None => (read_source(item, house)?, item.storage()),
    };
    let mut bundle = bundled(item, opened, storage, house);
    let beside = edited_beside(&item.holder, &house.lexicon);
    bundle.notes.extend(beside);
    Ok(bundle)
}

/// An article as its format read it.
struct Opened {
    format: &'static Format,
    read: Read,
    /// What it was read from; empty where that does not matter any more.
    bytes: Vec<u8>,
    sha256: String,
}

fn read_source(item: &Item, house: &House) -> Result<Opened, OpenError> {
    let name = item.holder.file_name();
    if let Part::OfSeveral {
        several,
        at,
        sha256,
    } = &item.part
    {
        let read_all = || {
            let bytes = item.bytes()?;
            formats::read(&name, &bytes, &house.lexicon).map_err(in_format(item))
        };
        let read = several.take(*at, read_all)?;
        let is_listed = |read: &(_, Read)| read.1.article.provenance.sha256.as_str() == &**sha256;
        let (format, read) = read.filter(is_listed).ok_or_else(|| OpenError::Gone {
            place: item.place(),
        })?;
        return Ok(Opened {
            format,
            read,
            bytes: Vec::new(),
            sha256: sha256.to_string(),
        });
    }
    let bytes = item.bytes()?;
    let hash = sha256(&bytes);
    let document = match &item.part {
        Part::Line(line) => {
            formats::read_line(&name, &bytes, &house.lexicon).map_err(|reason| match reason {
                FormatError::Json { column, reason, .. } => FormatError::Json {
                    line: usize::try_from(line.number).unwrap_or(usize::MAX),
                    column,
                    reason,
                },
                reason => reason,
            })
        }
        Part::Whole | Part::OfSeveral { .. } | Part::Refused(_) => {
            formats::read_part(&name, &bytes, hash.clone(), &house.lexicon)
        }
    };
    first_of(document.map_err(in_format(item))?, bytes, hash, item)
}

/// Reads a page whose pictures came with it.
fn read_page(item: &Item, page: &Page, hash: String, house: &House) -> Result<Opened, OpenError> {
    let provenance = Provenance {
        file: item.home().source_file,
        sha256: hash.clone(),
    };
    let inside = |said: &str| page.part_of(said).map(str::to_owned);
    let article = html::read(&page.html, &provenance, &house.lexicon, &inside);
    Ok(Opened {
        format: &html::FORMAT,
        read: Read::from(article.map_err(in_format(item))?),
        bytes: Vec::new(),
        sha256: hash,
    })
}

/// The only article of most files; of one that was not listed as several, the first.
fn first_of(
    document: Document,
    bytes: Vec<u8>,
    sha256: String,
    item: &Item,
) -> Result<Opened, OpenError> {
    let (format, count) = (document.format, document.articles.len());
    if count > 1 && matches!(item.part, Part::Line(_)) {
        // What would be saved of the first would hide the others.
        let place = item.place();
        return Err(OpenError::SeveralInLine { place, count });
    }
    let read = document.into_first();
    let mut read = read.ok_or_else(|| in_format(item)(FormatError::Empty))?;
    if count > 1 {
        read.notes.push(format!(
            "the first of {count} articles of this file; the others are not shown"
        ));
    }
    Ok(Opened {
        format,
        read,
        bytes,
        sha256,
    })
}

/// A page that was saved with its pictures in one file, with the hash of that file.
fn mhtml_of(item: &Item) -> Result<Option<(Page, String)>, OpenError> {
    if !matches!(item.part, Part::Whole) || !mhtml::is_one(&item.holder.head(formats::HEAD)?) {
        return Ok(None);
    }
    let bytes = item.bytes()?;
    let page = mhtml::read(&bytes);
    let page = page.map_err(|why| in_format(item)(FormatError::NoArticle(why)))?;
    Ok(Some((page, sha256(&bytes))))
}

fn in_format(item: &Item) -> impl FnOnce(FormatError) -> OpenError + use<> {
    // The place in JSON is counted from the file's first line.
    let (line, place) = (item.line(), item.place());
    move |reason| {
        let path = match (line, &reason) {
            (Some((file, _)), FormatError::Json { .. }) => file,
            _ => place,
        };
        OpenError::Format {
            path: path.into(),
            reason,
        }
    }
}

fn bundled(item: &Item, opened: Opened, storage: Storage, house: &House) -> Bundle {
    let Opened {
        format,
        read,
        bytes,
        sha256: hash,
    } = opened;
    let Read {
        mut article,
        tree,
        notes,
        ..
    } = read;
    let mut home = item.home();
    home.part = item.is_part().then(|| hash.clone());
    let own_file = item.own_file();
    let is_ninjs = format.is_saved_in_place();
    let is_ours = is_ninjs && tree.is_none();
    let in_place = own_file.filter(|_| is_ninjs);
    let provenance = Provenance {
        file: home.source_file.clone(),
        sha256: hash,
    };
    let came_from = if is_ours {
        in_place.is_none().then_some(provenance)
    } else {
        article.provenance = provenance;
        None
    };
    let target = in_place.map_or_else(|| home.place(), Path::to_owned);
    let is_whole_place = item.is_alone || matches!(storage, Storage::Parts(_));
    let files = if is_whole_place {
        storage.files()
    } else {
        shown_files(&article, &storage)
    };
    let (house, note) = settings::of_bundle(Some(&storage).filter(|_| item.is_alone), house);
    let is_as_written = is_ours && ninjs::to_string(&ninjs::write(&article)).as_bytes() == bytes;
    Bundle {
        pictures: files
            .iter()
            .filter(|path| is_picture(path))
            .cloned()
            .collect(),
        on_disk: hash_of(&target).unwrap_or_default(),
        source: in_place.is_none().then(|| item.file().to_owned()),
        files: Some(files),
        article,
        house,
        format,
        notes: notes.into_iter().chain(note).collect(),
        source_changed: false,
        storage,
        place: item.place(),
        file: own_file.map(Path::to_owned),
        home: in_place.is_none().then_some(home),
        came_from,
        target: Some(target),
        tree: tree.filter(|_| in_place.is_some()).map(Arc::new),
        written: is_as_written.then(|| sha256(&bytes)),
        staged: BTreeMap::new(),
        is_saved: in_place.is_some(),
    }
}

impl Bundle {
    /// Whether what was opened is a file of this article that Cutline may save to.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.is_saved
    }

    /// The name of the file that the article came from.
    #[must_use]
    pub fn source_name(&self) -> String {
        let file = self.file.as_ref().and_then(|file| file.file_name());
        file.map_or_else(
            || self.article.provenance.file.clone(),
            |name| name.to_string_lossy().into_owned(),
        )
    }

    /// Where what was opened lies, as a person would write it: the source, or the saved file that
    /// stands for it.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// The file that was opened; none where it lies inside another file.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// The name that its saved file has, or would have.
    #[must_use]
    pub fn saved_name(&self) -> String {
        let home = self.home.as_ref().and_then(|home| home.names().next());
        home.unwrap_or_else(|| {
            let name = self.source_name();
            format!("{}{}", stem_of(&name), saved::ENDING)
        })
    }

    /// Where saving writes; none where that must be asked.
    #[must_use]
    pub fn saves_to(&self) -> Option<&Path> {
        self.target.as_deref()
    }

    /// Where saving writes, as a person would say it beside the source: `news.cutline/ferry.ninjs.json`.
    #[must_use]
    pub fn saves_to_name(&self) -> Option<String> {
        let target = self.target.as_deref()?;
        let beside = self.source.as_deref().and_then(Path::parent);
        let below = beside.and_then(|folder| target.strip_prefix(folder).ok());
        let name = below.or(target.file_name().map(Path::new))?;
        Some(name.to_string_lossy().into_owned())
    }

    /// Whether captions can be taken out of the body: not where it is a stranger's HTML.
    #[must_use]
    pub fn has_plain_body(&self) -> bool {
        self.tree.as_ref().is_none_or(|tree| tree.has_plain_body())
    }

    /// The bytes of a picture.
    ///
    /// # Errors
    /// Where it is not there, too large, or leads out of the bundle.
    pub fn picture(&self, path: &str) -> Result<Vec<u8>, OpenError> {
        match self.staged.get(path) {
            Some(file) => std::fs::read(file).map_err(OpenError::io(file)),
            None => self.storage.read(path),
        }
    }

    /// The attached pictures that wait to be moved in, by their path inside the bundle.
    #[must_use]
    pub fn staged(&self) -> &BTreeMap<String, PathBuf> {
        &self.staged
    }

    /// An attached picture waits to be moved in on save.
    pub fn stage(&mut self, path: String, file: PathBuf) {
        if let Some(files) = &mut self.files {
            files.insert(path.clone());
        }
        if !self.pictures.contains(&path) {
            self.pictures.push(path.clone());
            self.pictures.sort();
        }
        self.staged.insert(path, file);
    }
}

/// Of a file that has no folder of its own: only the pictures that it names.
fn shown_files(article: &Article, storage: &Storage) -> BTreeSet<String> {
    shown(article)
        .filter(|path| storage.has(path))
        .map(str::to_owned)
        .collect()
}

fn shown(article: &Article) -> impl Iterator<Item = &str> {
    let images = article
        .photos
        .iter()
        .filter_map(|photo| photo.image.as_ref());
    images
        .map(|image| image.path.as_str())
        .filter(|path| !path.is_empty())
}

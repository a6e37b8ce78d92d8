//! Opens one article of a place.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::OpenError;
use super::place::Item;
use super::saved;
use super::settings;
use super::storage::{Storage, is_picture};
use super::write::hash_of;
use crate::formats::{self, Format, FormatError, Read, ninjs};
use crate::lint::House;
use crate::model::{Article, sha256};

/// Files larger than this are not read as an article.
const LIMIT: u64 = 256 * 1024 * 1024;

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
    /// The file that was opened: the source, or the saved file that stands for it.
    pub(super) file: Option<PathBuf>,
    /// The source that it was read from, which is never written; none where a file is saved in place.
    pub(super) source: Option<PathBuf>,
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

/// Opens an article; a source with a saved file beside it is opened from that file, and a saved
/// file knows whether its source has changed.
///
/// # Errors
/// Where it cannot be read; says which file and why.
pub fn open(item: &Item, house: &House) -> Result<Bundle, OpenError> {
    let saved = saved::of(&item.file);
    let source = match &saved {
        Some(_) => Some(item.file.clone()),
        None => saved::source_beside(&item.file),
    };
    let file = saved.unwrap_or_else(|| item.file.clone());
    let is_source = source.as_ref() == Some(&file);
    let mut bundle = open_source(
        &Item {
            file,
            ..item.clone()
        },
        house,
    )?;
    if let Some(source) = source.filter(|_| !is_source) {
        let bytes = read_file(&source)?;
        bundle.source_changed = sha256(&bytes) != bundle.article.provenance.sha256;
        bundle.source = Some(source);
    }
    if let Some(unreadable) = saved::unreadable(&item.file) {
        bundle.notes.push(format!(
            "{} beside it cannot be read and is left alone",
            unreadable.display()
        ));
    }
    Ok(bundle)
}

/// Opens the file itself, though another may have been saved from it.
///
/// # Errors
/// Where it cannot be read; says which file and why.
pub fn open_source(item: &Item, house: &House) -> Result<Bundle, OpenError> {
    let bytes = read_file(&item.file)?;
    let name = item
        .file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let in_format = |reason| OpenError::Format {
        path: item.file.clone(),
        reason,
    };
    let document = formats::read(&name, &bytes, &house.lexicon).map_err(in_format)?;
    let format = document.format;
    let Read {
        article,
        tree,
        notes,
        ..
    } = document
        .into_first()
        .ok_or_else(|| in_format(FormatError::Empty))?;
    let is_ninjs = format.is_saved_in_place();
    let is_ours = is_ninjs && tree.is_none();
    let target = if is_ninjs {
        item.file.clone()
    } else {
        saved::place(&item.file)
    };
    let target_hash = hash_of(&target).unwrap_or_default();
    let parent = match item.file.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => Path::new("."),
    };
    let storage = Storage::Folder(item.folder.clone().unwrap_or_else(|| parent.to_owned()));
    let files = if item.folder.is_some() {
        storage.files()
    } else {
        shown_files(&article, &storage)
    };
    let (house, note) = settings::of_bundle(item.folder.as_deref(), house);
    let notes = notes.into_iter().chain(note).collect();
    let is_as_written = is_ours && ninjs::to_string(&ninjs::write(&article)).as_bytes() == bytes;
    Ok(Bundle {
        pictures: files
            .iter()
            .filter(|path| is_picture(path))
            .cloned()
            .collect(),
        on_disk: target_hash,
        source: (!is_ninjs).then(|| item.file.clone()),
        files: Some(files),
        article,
        house,
        format,
        notes,
        source_changed: false,
        storage,
        file: Some(item.file.clone()),
        target: Some(target),
        tree: tree.map(Arc::new),
        written: is_as_written.then(|| sha256(&bytes)),
        staged: BTreeMap::new(),
        is_saved: is_ninjs,
    })
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

    /// The file that was opened.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Where saving writes; none where that must be asked.
    #[must_use]
    pub fn saves_to(&self) -> Option<&Path> {
        self.target.as_deref()
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

/// The bytes of a file that is not too large to be an article or a sheet.
///
/// # Errors
/// Where it is not there, no file, or too large.
pub fn read_file(path: &Path) -> Result<Vec<u8>, OpenError> {
    let about = std::fs::metadata(path).map_err(OpenError::io(path))?;
    if !about.is_file() && !about.is_dir() {
        return Err(OpenError::NoFile(path.to_owned()));
    }
    if about.len() > LIMIT {
        let megabyte = 1024 * 1024;
        let (megabytes, limit) = (about.len() / megabyte, LIMIT / megabyte);
        return Err(OpenError::TooLarge {
            path: path.to_owned(),
            megabytes,
            limit,
        });
    }
    std::fs::read(path).map_err(OpenError::io(path))
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

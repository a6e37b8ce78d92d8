//! What the files of a bundle are read from.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::archive::{Archive, is_left_behind};
use super::error::OpenError;
use super::mhtml::Parts;

/// Pictures larger than this are not read.
const LIMIT: u64 = 256 * 1024 * 1024;
/// Folders are searched no deeper than this.
const DEPTH: usize = 16;
/// More files than this are not listed.
const FILES: usize = 100_000;

/// What the files of a bundle are read from. Paths inside use `/` and never lead out.
#[derive(Debug, Clone)]
pub enum Storage {
    /// A folder on disk.
    Folder(PathBuf),
    /// A folder of a zip; the whole zip where its path is empty.
    Zip {
        /// Which zip.
        archive: Arc<Archive>,
        /// Its path inside.
        folder: String,
    },
    /// The parts of a page saved as MHTML.
    Parts(Arc<Parts>),
    /// Where an article is saved, and behind it what its source lies in.
    Saved {
        /// A folder on disk.
        folder: PathBuf,
        /// The source's own.
        source: Box<Storage>,
    },
    /// Files that the program carries.
    Embedded(&'static [(&'static str, &'static [u8])]),
}

impl Storage {
    /// The bytes of a file inside.
    ///
    /// # Errors
    /// Where it is not there, too large, or leads out of the bundle.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, OpenError> {
        match self {
            Self::Embedded(files) => {
                let file = files.iter().find(|(name, _)| *name == path);
                file.map(|(_, bytes)| bytes.to_vec())
                    .ok_or_else(|| OpenError::NotThere(path.into()))
            }
            Self::Folder(root) => {
                let file = inside(root, path)?;
                let about = std::fs::metadata(&file).map_err(OpenError::io(&file))?;
                if about.len() > LIMIT {
                    return Err(OpenError::too_large(file, about.len(), LIMIT));
                }
                std::fs::read(&file).map_err(OpenError::io(&file))
            }
            Self::Zip { archive, folder } => {
                let path = in_zip(folder, path)?;
                let place = archive.place_of(&path);
                let read = archive.read(&path);
                read.map_err(|why| OpenError::Zip { place, why })
            }
            Self::Parts(parts) => {
                let part = parts.part(path);
                part.ok_or_else(|| OpenError::NotThere(path.into()))
            }
            Self::Saved { folder, source } => {
                if has_file(folder, path) {
                    Self::Folder(folder.clone()).read(path)
                } else {
                    source.read(path)
                }
            }
        }
    }

    /// Whether a file is inside.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        match self {
            Self::Embedded(files) => files.iter().any(|(name, _)| *name == path),
            Self::Folder(root) => has_file(root, path),
            Self::Zip { archive, folder } => {
                in_zip(folder, path).is_ok_and(|path| archive.has(&path))
            }
            Self::Parts(parts) => parts.has(path),
            Self::Saved { folder, source } => has_file(folder, path) || source.has(path),
        }
    }

    /// The paths of all files inside, sorted.
    #[must_use]
    pub fn files(&self) -> BTreeSet<String> {
        let mut files = BTreeSet::new();
        match self {
            Self::Embedded(all) => files.extend(all.iter().map(|(name, _)| (*name).to_owned())),
            Self::Folder(root) => collect(root, root, DEPTH, &mut files),
            Self::Zip { archive, folder } => {
                files.extend(archive.paths_in(folder).map(str::to_owned));
            }
            Self::Parts(parts) => files.extend(parts.paths().map(str::to_owned)),
            Self::Saved { folder, source } => {
                files = source.files();
                collect(folder, folder, DEPTH, &mut files);
            }
        }
        files
    }
}

/// How the names of pictures end that can be attached.
pub const PICTURE_ENDINGS: [&str; 8] = ["jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "bmp"];

/// Whether a file's name is that of a picture.
#[must_use]
pub fn is_picture(path: &str) -> bool {
    let ending = path
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| PICTURE_ENDINGS.contains(&ending.as_str()))
}

/// A path inside a folder, refused where it is absolute, climbs, or leads out through a link.
fn inside(root: &Path, path: &str) -> Result<PathBuf, OpenError> {
    let leads_out = || OpenError::LeadsOut {
        path: path.to_owned(),
    };
    let relative = Path::new(path);
    let is_plain = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if path.is_empty() || path.contains(['\0', '\\']) || !is_plain {
        return Err(leads_out());
    }
    let file = root.join(relative);
    let (Ok(root), Ok(real)) = (root.canonicalize(), file.canonicalize()) else {
        return Ok(file);
    };
    if real.starts_with(root) {
        Ok(file)
    } else {
        Err(leads_out())
    }
}

fn has_file(root: &Path, path: &str) -> bool {
    inside(root, path).is_ok_and(|file| file.is_file())
}

/// A path inside a folder of a zip, by which its entry is known. It may climb as far as the zip goes,
/// as a page's link to a picture of the zip does.
fn in_zip(folder: &str, path: &str) -> Result<String, OpenError> {
    let leads_out = || OpenError::LeadsOut {
        path: path.to_owned(),
    };
    if path.starts_with('/') || path.contains(['\0', '\\']) {
        return Err(leads_out());
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().ok_or_else(leads_out)?;
            }
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

fn collect(root: &Path, folder: &Path, depth: usize, files: &mut BTreeSet<String>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if files.len() >= FILES {
            return;
        }
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => {
                if let Some(depth) = depth.checked_sub(1) {
                    collect(root, &path, depth, files);
                }
            }
            Ok(kind) => {
                let Ok(relative) = path.strip_prefix(root) else {
                    continue;
                };
                let relative = relative.to_string_lossy().replace('\\', "/");
                // A link may lead out.
                let is_there = kind.is_file() || (kind.is_symlink() && has_file(root, &relative));
                if is_there && !is_left_behind(&relative) {
                    files.insert(relative);
                }
            }
            Err(_) => {}
        }
    }
}

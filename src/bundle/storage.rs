//! What the files of a bundle are read from.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use super::error::OpenError;

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
                    let megabyte = 1024 * 1024;
                    return Err(OpenError::TooLarge {
                        path: file,
                        megabytes: about.len() / megabyte,
                        limit: LIMIT / megabyte,
                    });
                }
                std::fs::read(&file).map_err(OpenError::io(&file))
            }
        }
    }

    /// Whether a file is inside.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        match self {
            Self::Embedded(files) => files.iter().any(|(name, _)| *name == path),
            Self::Folder(root) => inside(root, path).is_ok_and(|file| file.is_file()),
        }
    }

    /// The paths of all files inside, sorted.
    #[must_use]
    pub fn files(&self) -> BTreeSet<String> {
        let mut files = BTreeSet::new();
        match self {
            Self::Embedded(all) => files.extend(all.iter().map(|(name, _)| (*name).to_owned())),
            Self::Folder(root) => collect(root, root, DEPTH, &mut files),
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
            Ok(_) if path.is_file() => {
                if let Ok(relative) = path.strip_prefix(root) {
                    files.insert(relative.to_string_lossy().replace('\\', "/"));
                }
            }
            _ => {}
        }
    }
}

//! Which articles a path holds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::error::OpenError;
use super::export::is_report;
use super::saved;

/// Folders are searched no deeper than this.
const DEPTH: usize = 16;
/// More entries than this are not looked at.
const ENTRIES: usize = 100_000;

/// One article of a place: a source file, or a saved file whose source is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What a person calls it: its path below the place that was opened.
    pub name: String,
    /// The file to open.
    pub file: PathBuf,
    /// The folder whose pictures are the article's, where the article has one of its own.
    pub folder: Option<PathBuf>,
}

/// The articles of a file or a folder, in the order of their names. A source and the file saved
/// beside it are one.
///
/// # Errors
/// Where the path is not there or holds no article.
pub fn list(path: &Path) -> Result<Vec<Item>, OpenError> {
    let about = std::fs::metadata(path).map_err(OpenError::io(path))?;
    if !about.is_dir() {
        let name = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned();
        return Ok(vec![Item {
            name,
            file: path.to_owned(),
            folder: None,
        }]);
    }
    let mut items = Vec::new();
    let mut left = ENTRIES;
    search(path, path, DEPTH, &mut left, &mut items)?;
    if items.is_empty() {
        return Err(OpenError::NoArticle(path.to_owned()));
    }
    Ok(items)
}

fn search(
    root: &Path,
    folder: &Path,
    depth: usize,
    left: &mut usize,
    items: &mut Vec<Item>,
) -> Result<(), OpenError> {
    let mut files = Vec::new();
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(OpenError::io(folder))? {
        let Some(now) = left.checked_sub(1) else {
            break;
        };
        *left = now;
        let Ok(entry) = entry else { continue };
        let path = entry.path();
        // A link to a folder is not followed: it may lead anywhere, also back here.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => folders.push(path),
            Ok(_) if is_article(&path) && path.is_file() && !is_report(&path) => files.push(path),
            _ => {}
        }
    }
    files.sort();
    folders.sort();
    let names: BTreeSet<PathBuf> = files.iter().cloned().collect();
    files.retain(|file| !saved::stands_for_another(file, &names));
    let folder_of_one = (files.len() == 1).then(|| folder.to_owned());
    for file in files {
        let name = file
            .strip_prefix(root)
            .unwrap_or(&file)
            .to_string_lossy()
            .replace('\\', "/");
        items.push(Item {
            name,
            folder: folder_of_one.clone(),
            file,
        });
    }
    if let Some(depth) = depth.checked_sub(1) {
        for folder in folders {
            // One that cannot be looked into is listed: opening it says why, and the rest goes on.
            if search(root, &folder, depth, left, items).is_err() {
                let name = folder.strip_prefix(root).unwrap_or(&folder);
                items.push(Item {
                    name: name.to_string_lossy().replace('\\', "/"),
                    folder: None,
                    file: folder,
                });
            }
        }
    }
    Ok(())
}

fn is_article(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    !name.starts_with('.') && matches!(ending.as_str(), "txt" | "text" | "json")
}

//! Saved articles whose source is not to be found: listed by themselves, so that no work is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::archive::Archive;
use super::super::holder::name_of;
use super::super::item::{Gone, Item, SourceIs, is_saved_folder};
use super::super::saved;
use super::super::saved_work::SavedWork;
use super::super::storage::Storage;
use super::{Search, joined};

impl Search<'_> {
    /// Lists what was saved of the file at hand and belongs to nothing in it.
    pub(super) fn gone(&mut self, folder: &Path, below: &str) {
        let left = std::mem::take(&mut self.work).left();
        self.left_over(left, folder, below);
    }

    /// Lists what a `.cutline` folder holds of files that are not beside it any more.
    pub(super) fn without_holder(&mut self, folder: &Path, below: &str, names: &BTreeSet<String>) {
        let work = SavedWork::in_folder(folder);
        let left = work.left_of_none(names);
        self.archives.clear();
        self.left_over(left, folder, below);
    }

    fn left_over(&mut self, left: BTreeMap<PathBuf, String>, folder: &Path, below: &str) {
        let below = joined(below.trim_end_matches('/'), &name_of(folder));
        for (file, source) in left {
            let inside = file.strip_prefix(folder).unwrap_or(&file);
            let inside = inside.to_string_lossy().replace('\\', "/");
            let gone = Gone {
                pictures: pictures_of(&source, &self.archives),
                file: source,
            };
            let name = joined(&below, &inside);
            self.found.items.push(Item::left_over(&file, name, gone));
        }
    }
}

/// Where the pictures of a source still are that is not in its zip any more.
fn pictures_of(source: &str, archives: &[(String, Arc<Archive>)]) -> Option<Storage> {
    let of_source = archives.iter().filter_map(|(name, archive)| {
        let path = source.strip_prefix(name.as_str())?.strip_prefix('/')?;
        Some((name.len(), archive, path))
    });
    // Of zips in zips the innermost.
    let (_, archive, path) = of_source.max_by_key(|(length, ..)| *length)?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    Some(Storage::Zip {
        archive: Arc::clone(archive),
        folder: folder.to_owned(),
    })
}

/// Whether a file lies in a `.cutline` folder and names a source: that is not beside it there.
pub(super) fn source_of_left_over(file: &Path) -> SourceIs {
    let is_saved = name_of(file).ends_with(saved::ENDING);
    if !is_saved || !file.ancestors().skip(1).any(is_saved_folder) {
        return SourceIs::There;
    }
    match saved::named_in(file) {
        Some(named) if saved::source_beside(file).is_none() => SourceIs::Gone(Arc::new(Gone {
            file: named.file,
            pictures: None,
        })),
        _ => SourceIs::There,
    }
}

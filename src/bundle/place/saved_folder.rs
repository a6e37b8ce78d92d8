//! A `.cutline` folder, opened by itself.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::super::holder::name_of;
use super::super::item::{Item, is_saved_folder, saved_folder_of};
use super::kind::Kind;
use super::{Listing, Search};
use crate::lint::House;

/// What lies in a `.cutline` folder stands for the articles of the file beside that folder: their
/// pictures and their sources are there.
pub(super) fn list(path: &Path, is_folder: bool, house: &House) -> Option<Listing> {
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
    if holders.is_empty() {
        return None;
    }
    holders.sort();
    let mut listing = Listing::default();
    for holder in &holders {
        // What cannot be listed is told where that file is opened; what was saved of it is listed.
        if let Ok(of_holder) = super::list(holder, house) {
            listing.items.extend(of_holder.items);
        }
    }
    let names: BTreeSet<String> = holders.iter().map(|holder| name_of(holder)).collect();
    let mut search = Search::new(house, folder);
    search.without_holder(folder, "", &names);
    listing.items.extend(search.found.items);
    listing.items.retain(|item: &Item| {
        let saved = item.kept_on_disk();
        saved.is_some_and(|saved| is_folder || saved == path)
    });
    (!listing.items.is_empty()).then_some(listing)
}

//! The sample that the program carries: an article with pictures, in the shape of a crawl.

use std::collections::BTreeMap;

use super::attach::image;
use super::open::Bundle;
use super::storage::{Storage, is_picture};
use crate::formats::text;
use crate::lint::House;
use crate::model::{Block, Photo, Provenance, sha256};

/// The article's text.
const TEXT: &str = "harbour-day.txt";

/// All files of the sample; the pictures in the order of the captions, the last has none.
const FILES: &[(&str, &[u8])] = &[
    (TEXT, include_bytes!("../../assets/sample/harbour-day.txt")),
    (
        "photos/harbour-01.jpg",
        include_bytes!("../../assets/sample/photos/harbour-01.jpg"),
    ),
    (
        "photos/market-02.jpg",
        include_bytes!("../../assets/sample/photos/market-02.jpg"),
    ),
    (
        "photos/trees-03.jpg",
        include_bytes!("../../assets/sample/photos/trees-03.jpg"),
    ),
    (
        "photos/lighthouse-04.jpg",
        include_bytes!("../../assets/sample/photos/lighthouse-04.jpg"),
    ),
    (
        "photos/tram-05.jpg",
        include_bytes!("../../assets/sample/photos/tram-05.jpg"),
    ),
    (
        "photos/dyke-06.jpg",
        include_bytes!("../../assets/sample/photos/dyke-06.jpg"),
    ),
];

/// Opens the sample with its pictures attached. Saving it asks where.
#[must_use]
pub fn sample(house: &House) -> Bundle {
    let storage = Storage::Embedded(FILES);
    let bytes = FILES
        .iter()
        .find(|(name, _)| *name == TEXT)
        .map_or(&[][..], |(_, bytes)| bytes);
    let provenance = Provenance {
        file: TEXT.to_owned(),
        sha256: sha256(bytes),
    };
    let mut article = text::read(&String::from_utf8_lossy(bytes), &provenance, &house.lexicon);
    let pictures = FILES.iter().filter(|(name, _)| *name != TEXT);
    for (position, (path, bytes)) in pictures.enumerate() {
        if article.photos.get(position).is_none() {
            let id = article.next_id();
            let name = article.next_name();
            let uri = crate::formats::urn(&format!("{}#{name}", provenance.sha256));
            article.blocks.push(Block::Photo(id));
            article.photos.push(Photo::new(id, name, uri));
        }
        if let Some(photo) = article.photos.get_mut(position) {
            photo.image = image(path, bytes).ok();
        }
    }
    let files = storage.files();
    Bundle {
        pictures: files
            .iter()
            .filter(|path| is_picture(path))
            .cloned()
            .collect(),
        source: None,
        home: None,
        came_from: None,
        on_disk: None,
        files: Some(files),
        article,
        house: house.clone(),
        format: &text::FORMAT,
        notes: Vec::new(),
        source_changed: false,
        storage,
        place: String::new(),
        file: None,
        target: None,
        tree: None,
        written: None,
        staged: BTreeMap::new(),
        is_saved: false,
    }
}

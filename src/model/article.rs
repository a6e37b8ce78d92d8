//! An article: its text in reading order, and its photos.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Moment, Photo, PhotoId, Provenance};

/// A piece of an article in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A paragraph of the body, trimmed, not blank.
    Text(String),
    /// The place of a photo.
    Photo(PhotoId),
}

/// Somebody named in a contributor line, who wrote but took no photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contributor {
    /// A person or the organisation, as printed; persons first, then their organisation.
    pub name: String,
}

/// An article and its photos.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// ninjs `uri`.
    pub uri: String,
    /// Main headline; empty where the source has none apart from the text.
    pub headline: String,
    /// Byline of the article (ninjs `by`).
    pub by: String,
    /// The body and the places of the photos, in reading order.
    pub blocks: Vec<Block>,
    /// Who is named in contributor lines.
    pub contributors: Vec<Contributor>,
    /// When its content was made (ninjs `contentCreated`).
    pub created: Option<Moment>,
    /// That date as the source wrote it; provenance only.
    pub source_date: String,
    /// Where it was published.
    pub url: String,
    /// BCP 47 language tag.
    pub language: String,
    /// A crawl record's own id.
    pub record_id: String,
    /// The photos, in the article's own order.
    pub photos: Vec<Photo>,
    /// Which bytes it was read from.
    pub provenance: Provenance,
    /// ninjs members of its source that Cutline does not use, by name; of lists the unused entries.
    pub rest: Map<String, Value>,
    /// What the source said and ninjs has no place for.
    pub source_fields: Map<String, Value>,
}

impl Article {
    /// The photo with this key.
    #[must_use]
    pub fn photo(&self, id: PhotoId) -> Option<&Photo> {
        self.photos.iter().find(|photo| photo.id == id)
    }

    /// The photo with this key, to be changed. Product code changes it through an `Edit` only.
    pub fn photo_mut(&mut self, id: PhotoId) -> Option<&mut Photo> {
        self.photos.iter_mut().find(|photo| photo.id == id)
    }

    /// Where a photo stands among the photos, counted from 0.
    #[must_use]
    pub fn position(&self, id: PhotoId) -> Option<usize> {
        self.photos.iter().position(|photo| photo.id == id)
    }

    /// A key that no photo of this article has or had in its present state.
    #[must_use]
    pub fn next_id(&self) -> PhotoId {
        let placed = self.blocks.iter().filter_map(|block| match block {
            Block::Photo(id) => Some(id.0),
            Block::Text(_) => None,
        });
        let highest = self
            .photos
            .iter()
            .map(|photo| photo.id.0)
            .chain(placed)
            .max();
        PhotoId(highest.map_or(1, |id| id.saturating_add(1)))
    }

    /// `photo-` and the next number above the highest in the article.
    #[must_use]
    pub fn next_name(&self) -> String {
        let number = |photo: &Photo| photo.name.strip_prefix("photo-")?.parse::<u32>().ok();
        let highest = self.photos.iter().filter_map(number).max().unwrap_or(0);
        format!("photo-{}", highest.saturating_add(1))
    }
}

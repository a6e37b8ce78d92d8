//! Which pictures of a bundle may belong to which photos: proposals that an editor confirms.
//!
//! In the order of how much they say: a declared file name or the base name of a URL, an id, then
//! the order in which photos and pictures stand.

use std::collections::{BTreeMap, BTreeSet};

use super::attach::image;
use super::open::Bundle;
use crate::model::{Article, Image, Photo, PhotoId};

/// Why a picture is proposed for a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The photo's URL ends in the picture's name.
    Name,
    /// The photo's id is the picture's name.
    Id,
    /// The numbers in the pictures' names count as the photos do.
    Count,
    /// Nothing but their order.
    Order,
    /// No photo is left for it: it would be a new one.
    LeftOver,
}

impl Why {
    /// Whether it says enough to be attached unless an editor objects.
    #[must_use]
    pub fn is_evidence(self) -> bool {
        matches!(self, Self::Name | Self::Id | Self::Count)
    }

    /// The reason in an editor's words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Name => "same file name as the photo's address",
            Self::Id => "named after the photo's id",
            Self::Count => "counted in its name",
            Self::Order => "next in order, nothing else speaks for it",
            Self::LeftOver => "no photo is left: becomes a new one",
        }
    }
}

/// A picture and the photo that it may belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// None where it would be a new photo.
    pub photo: Option<PhotoId>,
    /// Path inside the bundle.
    pub path: String,
    /// Why.
    pub why: Why,
}

/// A photo for each of the bundle's pictures that no photo shows, in the order of the photos, then
/// what is left over.
#[must_use]
pub fn proposals(article: &Article, pictures: &[String]) -> Vec<Proposal> {
    let without = |photo: &&Photo| {
        let image = photo.image.as_ref();
        image.is_none_or(|image| image.path.is_empty())
    };
    let photos: Vec<&Photo> = article.photos.iter().filter(without).collect();
    let mut free: BTreeSet<&str> = not_shown(article, pictures).collect();
    let mut found: BTreeMap<PhotoId, (&str, Why)> = BTreeMap::new();
    for why in [Why::Name, Why::Id] {
        for photo in &photos {
            let fits = |path: &&&str| !found.contains_key(&photo.id) && is_like(photo, path, why);
            if let Some(path) = free.iter().find(fits).copied() {
                free.remove(path);
                found.insert(photo.id, (path, why));
            }
        }
    }
    let mut rest: Vec<&str> = free.into_iter().collect();
    rest.sort_by_key(|path| (last_number(path), *path));
    let is_counted = rest.iter().all(|path| last_number(path) < u64::MAX);
    let by_order = if is_counted { Why::Count } else { Why::Order };
    let mut rest = rest.into_iter();
    for photo in &photos {
        if !found.contains_key(&photo.id)
            && let Some(path) = rest.next()
        {
            found.insert(photo.id, (path, by_order));
        }
    }
    let matched = photos.iter().filter_map(|photo| {
        let (path, why) = found.get(&photo.id)?;
        Some(Proposal {
            photo: Some(photo.id),
            path: (*path).to_owned(),
            why: *why,
        })
    });
    let left = rest.map(|path| Proposal {
        photo: None,
        path: path.to_owned(),
        why: Why::LeftOver,
    });
    matched.chain(left).collect()
}

/// Those of the bundle's pictures that no photo shows.
pub fn not_shown<'a>(article: &Article, pictures: &'a [String]) -> impl Iterator<Item = &'a str> {
    let images = article
        .photos
        .iter()
        .filter_map(|photo| photo.image.as_ref());
    let shown: BTreeSet<String> = images.map(|image| image.path.clone()).collect();
    let pictures = pictures.iter().map(String::as_str);
    pictures.filter(move |path| !shown.contains(*path))
}

/// The last number in a file's name, by which people count their pictures; the largest where there
/// is none.
fn last_number(path: &str) -> u64 {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let digits = |part: &&str| {
        part.bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_digit())
    };
    let parts = stem.rsplit(|c: char| !c.is_ascii_digit());
    let number = parts
        .into_iter()
        .find(digits)
        .and_then(|part| part.parse().ok());
    number.unwrap_or(u64::MAX)
}

fn is_like(photo: &Photo, path: &str, why: Why) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let stem = file
        .rsplit_once('.')
        .map_or(file.as_str(), |(stem, _)| stem);
    match why {
        Why::Name => photo.image.as_ref().is_some_and(|image| {
            let address = image.href.split(['?', '#']).next().unwrap_or_default();
            let name = address.rsplit('/').next().unwrap_or_default();
            !name.is_empty() && name.to_lowercase() == file
        }),
        Why::Id => {
            let ends = |id: &str| id.rsplit([':', '/']).next().map(str::to_lowercase);
            [&photo.uri, &photo.name]
                .into_iter()
                .any(|id| ends(id).as_deref() == Some(stem))
        }
        Why::Count | Why::Order | Why::LeftOver => false,
    }
}

impl Bundle {
    /// What a picture of the bundle measures. Reads the disk.
    ///
    /// # Errors
    /// Where it is not there or no picture, in a sentence that names it.
    pub fn measured(&self, path: &str) -> Result<Image, String> {
        let bytes = self.picture(path).map_err(|error| error.to_string())?;
        image(path, &bytes).map_err(|error| format!("{path}: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(number: u32, href: &str) -> Photo {
        let mut photo = Photo::new(
            PhotoId(number),
            format!("photo-{number}"),
            format!("urn:x:{number}"),
        );
        if !href.is_empty() {
            photo.image = Some(Image {
                href: href.to_owned(),
                ..Image::default()
            });
        }
        photo
    }

    fn told(photos: Vec<Photo>, loose: &[&str]) -> Vec<(Option<u32>, String, Why)> {
        let article = Article {
            photos,
            ..Article::default()
        };
        let loose: Vec<String> = loose.iter().map(|path| (*path).to_owned()).collect();
        let told = proposals(&article, &loose).into_iter();
        told.map(|proposal| {
            let photo = proposal.photo.map(|photo| photo.0);
            (photo, proposal.path, proposal.why)
        })
        .collect()
    }

    #[test]
    fn what_says_more_goes_before_order() {
        let photos = vec![
            photo(1, ""),
            photo(2, "https://example.org/a/boat.jpg?w=800"),
            photo(3, ""),
        ];
        let loose = ["a.jpg", "photos/Boat.jpg", "photos/photo-3.jpg"];
        assert_eq!(
            told(photos, &loose),
            [
                (Some(1), "a.jpg".to_owned(), Why::Order),
                (Some(2), "photos/Boat.jpg".to_owned(), Why::Name),
                (Some(3), "photos/photo-3.jpg".to_owned(), Why::Id),
            ]
        );
    }

    #[test]
    fn pictures_are_counted_as_their_names_count_them() {
        let photos = vec![photo(1, ""), photo(2, ""), photo(3, "")];
        let loose = ["dyke-10.jpg", "harbour-02.jpg", "market-1.jpg"];
        let paths: Vec<_> = told(photos, &loose)
            .into_iter()
            .map(|(_, path, _)| path)
            .collect();
        assert_eq!(paths, ["market-1.jpg", "harbour-02.jpg", "dyke-10.jpg"]);
    }

    #[test]
    fn pictures_without_a_photo_are_left_over() {
        assert_eq!(
            told(vec![photo(1, "")], &["a.jpg", "b.jpg"]),
            [
                (Some(1), "a.jpg".to_owned(), Why::Order),
                (None, "b.jpg".to_owned(), Why::LeftOver),
            ]
        );
    }

    #[test]
    fn a_photo_with_a_picture_gets_no_other() {
        let mut with = photo(1, "");
        with.image = Some(Image {
            path: "c.jpg".to_owned(),
            ..Image::default()
        });
        assert_eq!(
            told(vec![with], &["a.jpg"]),
            [(None, "a.jpg".to_owned(), Why::LeftOver)]
        );
    }
}

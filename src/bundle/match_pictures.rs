//! Which pictures of a bundle may belong to which photos: proposals that an editor confirms.
//!
//! A picture that a photo names by its path in the bundle needs no proposal. Of the others, in the order
//! of how much they say: a declared file name, the base name of a URL, an id, then the order in which
//! photos and pictures stand.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::attach::image;
use super::open::Bundle;
use crate::formats::percent_decoded;
use crate::model::{Article, Image, Photo, PhotoId};

/// Why a picture is proposed for a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The photo declares a file of the picture's name, which lies elsewhere.
    File,
    /// The photo's URL ends in the picture's name.
    Name,
    /// The same, of another size or kind of file.
    OtherSize,
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
        match self {
            Self::File | Self::Name | Self::OtherSize | Self::Id | Self::Count => true,
            Self::Order | Self::LeftOver => false,
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

impl Proposal {
    /// The reason in an editor's words, with the number of the photo: "same base name as the URL in
    /// figure 2".
    #[must_use]
    pub fn reason(&self, article: &Article) -> String {
        let position = self.photo.and_then(|photo| article.position(photo));
        let figure = position.map_or_else(String::new, |at| format!("figure {}", at + 1));
        match self.why {
            Why::File => format!("same file name as {figure} declares"),
            Why::Name => format!("same base name as the URL in {figure}"),
            Why::OtherSize => format!("same base name as the URL in {figure}, but for its size"),
            Why::Id => format!("named after the id of {figure}"),
            Why::Count => format!("counted in its name as {figure} is"),
            Why::Order => "next in order, nothing else speaks for it".to_owned(),
            Why::LeftOver => "no photo is left: becomes a new one".to_owned(),
        }
    }
}

/// A photo for each of the bundle's pictures that no photo shows, in the order of the photos, then
/// what is left over. `files` are the bundle's, None where it lies nowhere.
#[must_use]
pub fn proposals(
    article: &Article,
    pictures: &[String],
    files: Option<&BTreeSet<String>>,
) -> Vec<Proposal> {
    let is_there = |path: &str| files.is_none_or(|files| files.contains(path));
    let without = |photo: &&Photo| {
        let image = photo.image.as_ref();
        image.is_none_or(|image| image.path.is_empty() || !is_there(&image.path))
    };
    let photos: Vec<&Photo> = article.photos.iter().filter(without).collect();
    let mut free: BTreeSet<&str> = not_shown(article, pictures).collect();
    let mut found: BTreeMap<PhotoId, (&str, Why)> = BTreeMap::new();
    for why in [Why::File, Why::Name, Why::OtherSize, Why::Id] {
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
    let file = base_name(path);
    let stem = stem(&file);
    match why {
        Why::File => {
            let image = photo.image.as_ref();
            image.is_some_and(|image| base_name(&image.path) == file)
        }
        // Agencies address a picture without the ending that its file has.
        Why::Name => addresses(photo).any(|name| name == file || name == stem),
        Why::OtherSize => addresses(photo)
            .any(|name| !name.is_empty() && without_size(self::stem(&name)) == without_size(stem)),
        Why::Id => {
            let ends = |id: &str| id.rsplit([':', '/']).next().map(str::to_lowercase);
            [&photo.uri, &photo.name]
                .into_iter()
                .any(|id| ends(id).is_some_and(|end| end == stem || end == file))
        }
        Why::Count | Why::Order | Why::LeftOver => false,
    }
}

/// The base names of all addresses of a photo's picture: of the one that is shown, and of the other
/// renditions that its source named.
fn addresses(photo: &Photo) -> impl Iterator<Item = String> + '_ {
    let shown = photo.image.iter().map(|image| image.href.as_str());
    let renditions = photo.rest.get("renditions").and_then(Value::as_array);
    let others = renditions.into_iter().flatten();
    let others = others.filter_map(|rendition| rendition.get("href")?.as_str());
    shown.chain(others).map(base_name)
}

/// The last part of a path or an address, as names are compared: decoded, in small letters.
fn base_name(address: &str) -> String {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let name = address.rsplit('/').next().unwrap_or_default();
    let decoded = percent_decoded(name).unwrap_or_else(|| name.to_owned());
    decoded.to_lowercase()
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A name without the size that systems append to their smaller copies: `boat-800x600`, `boat@2x`,
/// `boat-scaled`.
fn without_size(stem: &str) -> &str {
    let is_size = |end: &str| {
        let digits = |side: &str| !side.is_empty() && side.bytes().all(|b| b.is_ascii_digit());
        end == "scaled"
            || end
                .split_once('x')
                .is_some_and(|(w, h)| digits(w) && digits(h))
    };
    let stem = stem.strip_suffix("@2x").unwrap_or(stem);
    match stem.rsplit_once('-') {
        Some((name, end)) if is_size(end) && !name.is_empty() => name,
        _ => stem,
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
        let files: BTreeSet<String> = loose.iter().cloned().collect();
        let told = proposals(&article, &loose, Some(&files)).into_iter();
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
            told(vec![with], &["a.jpg", "c.jpg"]),
            [(None, "a.jpg".to_owned(), Why::LeftOver)]
        );
    }

    #[test]
    fn a_declared_file_is_found_where_it_lies() {
        let mut declares = photo(1, "");
        declares.image = Some(Image {
            path: "images/Boat%20one.jpg".to_owned(),
            ..Image::default()
        });
        assert_eq!(
            told(vec![declares], &["a.jpg", "photos/boat one.jpg"]),
            [
                (Some(1), "photos/boat one.jpg".to_owned(), Why::File),
                (None, "a.jpg".to_owned(), Why::LeftOver),
            ]
        );
    }

    #[test]
    fn a_smaller_copy_is_the_same_picture() {
        for (url, file) in [
            ("https://example.org/boat-800x600.jpg", "boat.jpg"),
            ("https://example.org/boat.jpg", "boat-1024x768.webp"),
            (
                "https://example.org/boat-scaled.jpeg?x=1",
                "photos/boat.png",
            ),
        ] {
            let told = told(vec![photo(1, url)], &["a.jpg", file]);
            assert_eq!(told[0], (Some(1), file.to_owned(), Why::OtherSize));
        }
    }

    #[test]
    fn every_rendition_that_a_source_names_finds_its_file() {
        let base = "https://wire.example/server/tag_wire.example_0000_binary_GM1";
        let mut with = photo(1, &format!("{base}-BASE"));
        let renditions = ["BASE", "VIEW"].map(
            |size| serde_json::json!({ "name": size, "href": format!("{base}-{size}?token=x") }),
        );
        let renditions = Value::Array(renditions.to_vec());
        with.rest.insert("renditions".to_owned(), renditions);
        for file in [
            "tag_wire.example_0000_binary_GM1-VIEW",
            "photos/tag_wire.example_0000_binary_GM1-view.jpg",
        ] {
            let told = told(vec![with.clone()], &["a.jpg", file]);
            assert_eq!(told[0], (Some(1), file.to_owned(), Why::Name));
        }
    }

    #[test]
    fn the_reason_names_the_figure() {
        let article = Article {
            photos: vec![photo(1, ""), photo(2, "https://example.org/boat.jpg")],
            ..Article::default()
        };
        let proposals = proposals(&article, &["boat.jpg".to_owned()], None);
        let reasons: Vec<_> = proposals.iter().map(|one| one.reason(&article)).collect();
        assert_eq!(reasons, ["same base name as the URL in figure 2"]);
    }
}

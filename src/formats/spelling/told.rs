//! Everything that an export of ours says of a photo or an article, each under its name.
//!
//! Formats of others have no place for much of it, and read credits out of captions where they find
//! none. What is said under these names is taken as it stands: nothing of it is read anew.

use serde_json::{Map, Value};

use super::Fact;
use crate::formats::address::image_at;
use crate::formats::edited::UNREAD_DATE;
use crate::formats::ninjs::PROFILE;
use crate::formats::ninjs::own::{MADE_BY, NAME};
use crate::model::{Article, Field, Image, Photo, PhotoId};

const URI: &str = "uri";
/// Where the picture lies beside the file, and its address on the web.
pub(in crate::formats) const PICTURE: &str = "picture";
pub(in crate::formats) const ADDRESS: &str = "address";

/// What is said of a photo; nothing stands here without a value.
pub(in crate::formats) fn of_photo(photo: &Photo) -> Vec<(&'static str, String)> {
    let image = photo.image.as_ref();
    let mut all = vec![
        (MADE_BY, PROFILE.to_owned()),
        (NAME, photo.name.clone()),
        (URI, photo.uri.clone()),
    ];
    all.extend(Field::ALL.map(|field| (field.name(), field.of(photo))));
    all.extend([
        (
            PICTURE,
            image.map_or_else(String::new, |image| image.path.clone()),
        ),
        (
            ADDRESS,
            image.map_or_else(String::new, |image| image.href.clone()),
        ),
    ]);
    all.retain(|(_, said)| !said.is_empty());
    all
}

/// A photo that says all of itself.
#[derive(Debug, Clone)]
pub(in crate::formats) struct Told {
    pub(in crate::formats) photo: Photo,
    /// What stands for its date and is none that is certain.
    pub(in crate::formats) unread_date: Option<String>,
}

impl Told {
    /// What is said of it and has no field.
    pub(in crate::formats) fn fields(&self) -> Map<String, Value> {
        let date = self.unread_date.iter();
        date.flat_map(|said| unread_date(said)).collect()
    }
}

/// Keeps what stands for a date and is none that is certain.
pub(in crate::formats) fn unread_date(said: &str) -> Map<String, Value> {
    Map::from_iter([(UNREAD_DATE.to_owned(), Value::from(said))])
}

/// The photo of which this is said; None where the names are not ours.
pub(in crate::formats) fn photo(said: impl Fn(&str) -> Option<String>) -> Option<Told> {
    let text = |name: &str| said(name).unwrap_or_default();
    if text(MADE_BY) != PROFILE {
        return None;
    }
    let mut photo = Photo::new(PhotoId(0), text(NAME), text(URI));
    let mut unread_date = None;
    for field in Field::ALL {
        let Some(said) = said(field.name()) else {
            continue;
        };
        match field.read(&said, &photo) {
            Ok(value) => photo.set(value),
            Err(_) => unread_date = Some(said),
        }
    }
    let path = image_at(&text(PICTURE)).map(|image| image.path);
    let href = image_at(&text(ADDRESS)).map(|image| image.href);
    let image = Image {
        path: path.unwrap_or_default(),
        href: href.unwrap_or_default(),
        ..Image::default()
    };
    photo.image = (image != Image::default()).then_some(image);
    Some(Told { photo, unread_date })
}

/// What is said of an article itself; nothing stands here without a value.
pub(in crate::formats) fn of_article(article: &Article) -> Vec<(&'static str, String)> {
    let facts = Fact::ALL.map(|fact| (fact.name(), fact.of(article)));
    let all = std::iter::once((MADE_BY, PROFILE.to_owned())).chain(facts);
    all.filter(|(_, said)| !said.is_empty()).collect()
}

/// Lets an article say it; whether the names are ours. Its identity stays where none is said.
pub(in crate::formats) fn article(
    article: &mut Article,
    said: impl Fn(&str) -> Option<String>,
) -> bool {
    let text = |name: &str| said(name).unwrap_or_default();
    if text(MADE_BY) != PROFILE {
        return false;
    }
    for fact in Fact::ALL {
        let said = text(fact.name());
        if fact != Fact::Uri || !said.is_empty() {
            fact.tell(article, &said);
        }
        if fact == Fact::Created && article.created.is_none() && !said.is_empty() {
            article.source_fields.extend(unread_date(&said));
        }
    }
    true
}

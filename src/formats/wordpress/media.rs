//! A picture of a site's library, and the photos of a post that show it.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::{Map, Value};

use super::own;
use crate::credit;
use crate::formats::FormatError;
use crate::formats::address::{address_of, image_at};
use crate::formats::assemble::Assembly;
use crate::formats::fields;
use crate::formats::html::{self, Printed};
use crate::model::{Image, Original, Photo, PhotoId};

/// A picture of the library.
#[derive(Debug, Clone, Default)]
pub(super) struct Media {
    pub(super) id: String,
    pub(super) url: String,
    /// Its own caption, which a post may print another one instead of.
    pub(super) caption: String,
    pub(super) alt_text: String,
    pub(super) description: String,
    /// Where a plug-in has a field for it.
    pub(super) credit: String,
    pub(super) content_type: String,
    pub(super) width: Option<u32>,
    pub(super) height: Option<u32>,
    pub(super) left: Map<String, Value>,
    /// How long all of its text is, where several posts may show it.
    pub(super) size: usize,
    /// What it says of itself, where Cutline exported it.
    pub(super) told: Option<Box<Photo>>,
}

impl Media {
    /// Whether it is a picture that can be shown; a library also has films and documents.
    pub(super) fn is_picture(&self) -> bool {
        const ENDINGS: [&str; 9] = [
            "jpg", "jpeg", "png", "gif", "webp", "avif", "tif", "tiff", "heic",
        ];
        let path = self.url.split(['?', '#']).next().unwrap_or_default();
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        self.content_type.starts_with("image/")
            || ENDINGS
                .iter()
                .any(|known| ending.eq_ignore_ascii_case(known))
    }

    /// A film or document of the library, which is kept.
    fn as_it_came(&self) -> Value {
        let mut left = self.left.clone();
        for (name, said) in [
            ("url", &self.url),
            ("caption", &self.caption),
            ("alt_text", &self.alt_text),
            ("description", &self.description),
            ("credit", &self.credit),
        ] {
            if !said.is_empty() {
                left.insert(name.to_owned(), Value::from(said.as_str()));
            }
        }
        Value::Object(left)
    }

    pub(super) fn image(&self) -> Option<Image> {
        Some(Image {
            content_type: self.content_type.clone(),
            width: self.width,
            height: self.height,
            ..image_at(&self.url)?
        })
    }
}

/// The picture of the library behind an address: smaller copies have their size in their name.
pub(super) fn original_of(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let Some((stem, ending)) = path.rsplit_once('.') else {
        return path.to_owned();
    };
    let size = stem.rsplit_once('-').filter(|(_, size)| {
        let sides = size.split_once('x');
        sides.is_some_and(|(width, height)| {
            [width, height]
                .iter()
                .all(|side| !side.is_empty() && side.bytes().all(|b| b.is_ascii_digit()))
        })
    });
    let stem = size.map_or(stem, |(stem, _)| stem);
    let stem = stem.strip_suffix("-scaled").unwrap_or(stem);
    format!("{stem}.{ending}")
}

/// The ids of the pictures that an address shows, in the order of the body: several may have the same.
pub(super) type Ids = BTreeMap<String, VecDeque<String>>;

/// How much text of the library posts may show together: each of thousands may show the same long
/// caption.
const LENT: usize = 64 * 1024 * 1024;

/// The pictures that a site has, by their id and address.
#[derive(Debug, Default)]
pub(super) struct Library<'m> {
    by_id: BTreeMap<&'m str, &'m Media>,
    by_address: BTreeMap<String, &'m Media>,
    lent: Cell<usize>,
}

impl<'m> Library<'m> {
    pub(super) fn of(all: impl Iterator<Item = &'m Media>) -> Self {
        let mut library = Self::default();
        for media in all {
            if !media.id.is_empty() {
                library.by_id.insert(&media.id, media);
            }
            library.by_address.insert(original_of(&media.url), media);
        }
        library
    }

    pub(super) fn with_id(&self, id: &str) -> Option<&'m Media> {
        self.by_id
            .get(id)
            .copied()
            .filter(|media| self.lends(media))
    }

    /// The picture that a body shows at an address.
    fn shown_as(&self, address: &str, ids: &mut Ids) -> Option<&'m Media> {
        let id = ids.get_mut(address).and_then(|ids| match ids.len() {
            0 | 1 => ids.front().cloned(),
            _ => ids.pop_front(),
        });
        let by_id = id.and_then(|id| self.with_id(&id));
        by_id.or_else(|| {
            let media = self.by_address.get(&original_of(address)).copied();
            media.filter(|media| self.lends(media))
        })
    }

    /// Whether a post may show it.
    fn lends(&self, media: &Media) -> bool {
        self.lent.set(self.lent.get().saturating_add(media.size));
        !self.is_exhausted()
    }

    /// Whether posts showed so much of it that the rest of them show its pictures without its words.
    pub(super) fn is_exhausted(&self) -> bool {
        self.lent.get() > LENT
    }
}

/// A post's body and its pictures.
pub(super) struct Post<'p, 'm> {
    pub(super) body: String,
    /// Which picture of the library an address in the body shows.
    pub(super) ids: Ids,
    /// The featured picture.
    pub(super) lead: Option<&'m Media>,
    pub(super) library: &'p Library<'m>,
    /// What is attached to the post.
    pub(super) own: Vec<&'m Media>,
}

impl Post<'_, '_> {
    /// Puts it into the article: the lead stands before the text, what the body shows at its place,
    /// what is attached and shown nowhere after the text.
    ///
    /// # Errors
    /// Where the body is too large or nested too deep.
    pub(super) fn show(self, assembly: &mut Assembly<'_>) -> Result<Shown, FormatError> {
        let told = self.library.by_id.values();
        let told = told.filter_map(|media| Some(media.told.as_ref()?.name.as_str()));
        let mut told = told.peekable();
        let is_own = told.peek().is_some();
        assembly.reserve(told);
        html::body(&self.body, assembly)?;
        let mut printed = self.printed(is_own, assembly);
        let mut shown = Shown::default();
        let photos = assembly.article.photos.iter();
        let places: Vec<(PhotoId, String)> = photos
            .map(|photo| {
                (
                    photo.id,
                    photo.image.as_ref().map_or("", address_of).to_owned(),
                )
            })
            .collect();
        let mut ids = self.ids;
        for (id, address) in places {
            if let Some(media) = self.library.shown_as(&address, &mut ids) {
                shown.insert(media);
                let printed = printed.get_mut(&address).and_then(VecDeque::pop_front);
                complete(id, media, printed.as_ref(), assembly);
            }
        }
        if let Some(lead) = self.lead.filter(|lead| shown.insert(lead)) {
            let blocks = std::mem::take(&mut assembly.article.blocks);
            add(lead, assembly);
            assembly.article.blocks.extend(blocks);
        }
        let mut others = Vec::new();
        for media in self.own {
            if !shown.insert(media) {
                continue;
            }
            if media.is_picture() {
                add(media, assembly);
            } else {
                others.push(media.as_it_came());
            }
        }
        keep_others(others, assembly);
        Ok(shown)
    }

    /// The words at each picture, in the order of the body, where the pictures are of an export of
    /// ours.
    fn printed(
        &self,
        is_own: bool,
        assembly: &Assembly<'_>,
    ) -> BTreeMap<String, VecDeque<Printed>> {
        let mut all: BTreeMap<String, VecDeque<Printed>> = BTreeMap::new();
        if is_own {
            for (address, printed) in html::printed_at(&self.body, &assembly.article) {
                all.entry(address).or_default().push_back(printed);
            }
        }
        all
    }
}

/// An article of the pictures that no post shows; what is no picture is kept beside them.
pub(super) fn show_all<'m>(all: impl Iterator<Item = &'m Media>, assembly: &mut Assembly<'_>) {
    let (pictures, others): (Vec<&Media>, Vec<&Media>) = all.partition(|media| media.is_picture());
    for media in pictures {
        add(media, assembly);
    }
    keep_others(
        others.into_iter().map(Media::as_it_came).collect(),
        assembly,
    );
}

fn keep_others(others: Vec<Value>, assembly: &mut Assembly<'_>) {
    if !others.is_empty() {
        let others = Value::Array(others);
        assembly.keep(Map::from_iter([("attachments".to_owned(), others)]));
    }
}

/// Which of the library's media were shown: by what they are, as some have no id.
#[derive(Debug, Default)]
pub(super) struct Shown(BTreeSet<*const Media>);

impl Shown {
    /// Notes that it is shown; whether it was not before.
    pub(super) fn insert(&mut self, media: &Media) -> bool {
        self.0.insert(std::ptr::from_ref(media))
    }

    pub(super) fn has(&self, media: &Media) -> bool {
        self.0.contains(&std::ptr::from_ref(media))
    }

    pub(super) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

/// A photo of its own, said as the library says it.
pub(super) fn add(media: &Media, assembly: &mut Assembly<'_>) {
    if let Some(told) = &media.told {
        let id = assembly.told(own::with_address(told, media));
        assembly.keep_of_photo(id, media.left.clone());
        return;
    }
    let id = assembly.photo(&media.caption, |photo| {
        photo.image = media.image();
        photo.credit_line.clone_from(&media.credit);
        photo.alt_text.clone_from(&media.alt_text);
        photo.extended_description.clone_from(&media.description);
    });
    assembly.keep_of_photo(id, media.left.clone());
}

/// Adds to a photo of the body what the library says of it; what the body says otherwise stands.
fn complete(id: PhotoId, media: &Media, printed: Option<&Printed>, assembly: &mut Assembly<'_>) {
    let mut left = media.left.clone();
    if let Some(told) = &media.told {
        own::complete(id, told, media, printed, &mut left, assembly);
        assembly.keep_of_photo(id, left);
        return;
    }
    let lexicon = assembly.lexicon();
    let Some(photo) = assembly.article.photo_mut(id) else {
        return;
    };
    let printed = photo
        .original
        .as_ref()
        .map_or(String::new(), |original| original.text.clone());
    if photo.caption.is_empty() && photo.credit_line.is_empty() && !media.caption.is_empty() {
        let reading = credit::read(&media.caption, lexicon);
        credit::fill(photo, &reading);
        if photo.caption != media.caption {
            photo.original = Some(Original {
                text: media.caption.clone(),
                span: None,
            });
        }
    } else if photo.caption != media.caption
        && printed != media.caption
        && !media.caption.is_empty()
    {
        fields::add(&mut left, "caption", Value::from(media.caption.as_str()));
    }
    for (name, said, place) in [
        ("credit", &media.credit, &mut photo.credit_line),
        ("alt_text", &media.alt_text, &mut photo.alt_text),
        (
            "description",
            &media.description,
            &mut photo.extended_description,
        ),
    ] {
        if place.is_empty() {
            place.clone_from(said);
        } else if place != said && !said.is_empty() {
            fields::add(&mut left, name, Value::from(said.as_str()));
        }
    }
    if photo.creators.is_empty() && photo.sources.is_empty() {
        credit::name_parties(photo, lexicon);
    }
    if let Some(image) = media.image() {
        let shown = photo.image.as_ref().map_or("", address_of);
        if shown != address_of(&image) && !shown.is_empty() {
            fields::add(&mut left, "src", Value::from(shown));
        }
        photo.image = Some(image);
    }
    assembly.keep_of_photo(id, left);
}

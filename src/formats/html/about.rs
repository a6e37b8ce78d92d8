//! What a page says about its pictures apart from showing them: JSON-LD, and Open Graph as a last
//! resort.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::caption;
use super::head::Head;
use super::json_ld::{self, Data};
use super::link::{self, Links};
use crate::formats::text::folded;
use crate::model::{Image, Photo};

/// A picture's name that says what it shows has no fewer words.
const WORDS_OF_SENTENCE: usize = 6;

/// What the page says about a picture apart from showing it.
#[derive(Debug, Default)]
pub(super) struct About {
    key: String,
    pub(super) image: Option<Image>,
    caption: String,
    /// Its description: a caption where nothing else is one, else for those who do not see it.
    alt: String,
    credit: String,
    creators: Vec<String>,
    copyright_holder: String,
    copyright_notice: String,
    /// Addresses of its licence, which the model has no place for.
    licences: Map<String, Value>,
    width: Option<u32>,
    height: Option<u32>,
    is_last_resort: bool,
}

/// What the page says of its pictures, in the order in which it does.
#[derive(Debug, Default)]
pub(super) struct Abouts {
    all: Vec<About>,
    by_key: HashMap<String, usize>,
}

impl Abouts {
    /// What is said of the picture with this key.
    pub(super) fn of(&self, key: &str) -> Option<&About> {
        self.by_key
            .get(key)
            .and_then(|number| self.all.get(*number))
    }

    /// The one that speaks for the page where it shows none: the first with a caption, else the
    /// first.
    pub(super) fn lead(&self) -> Option<&About> {
        let captioned = self.all.iter().find(|about| !about.caption.is_empty());
        captioned.or(self.all.first())
    }
}

/// What JSON-LD says of pictures, then what Open Graph does.
pub(super) fn read(data: &Data, head: &Head<'_, '_>, links: &Links<'_>) -> Abouts {
    let mut all: Vec<About> = data
        .images
        .iter()
        .filter_map(|object| about(object, links))
        .collect();
    let shared = head.meta(&[
        "og:image:secure_url",
        "og:image",
        "og:image:url",
        "twitter:image",
    ]);
    if let Some(image) = links.image(shared) {
        all.push(About {
            key: link::key(shared),
            image: Some(image),
            alt: folded(head.meta(&["og:image:alt", "twitter:image:alt"])),
            is_last_resort: true,
            ..About::default()
        });
    }
    let described = all
        .iter()
        .enumerate()
        .filter(|(_, about)| !about.is_last_resort);
    let by_key = described
        .rev()
        .map(|(number, about)| (about.key.clone(), number));
    let by_key = by_key.collect();
    Abouts { all, by_key }
}

fn about(object: &Map<String, Value>, links: &Links<'_>) -> Option<About> {
    let text = |name| folded(json_ld::text(object, name));
    let address = ["contentUrl", "url", "@id", "embedUrl"]
        .into_iter()
        .map(|name| json_ld::text(object, name));
    let address = address
        .into_iter()
        .find(|said| !said.is_empty() && !said.starts_with('#'))?;
    let licences = ["license", "acquireLicensePage", "usageInfo"];
    let licences = licences
        .iter()
        .filter(|name| !json_ld::text(object, name).is_empty());
    let number = |name| {
        object.get(name).and_then(|value| match value {
            Value::Number(number) => number
                .as_u64()
                .and_then(|number| u32::try_from(number).ok()),
            Value::String(said) => said.trim().trim_end_matches("px").parse().ok(),
            _ => None,
        })
    };
    let names = |member| json_ld::names(object, member);
    let makers = ["creator", "author"].into_iter().map(names);
    let makers = makers.into_iter().find(|names| !names.is_empty());
    // Who is named with his house has a credit and no name there: `Ana Maric/NTB`.
    let (creators, others): (Vec<_>, Vec<_>) = makers
        .unwrap_or_default()
        .into_iter()
        .partition(|one| !one.is_organisation && !one.name.contains(['/', '|']));
    let mut credit = text("creditText");
    if credit.is_empty() {
        let others: Vec<String> = others.into_iter().map(|one| one.name).collect();
        credit = others.join(", ");
    }
    let mut caption = text("caption");
    if caption.is_empty() && is_sentence(&text("name")) {
        caption = text("name");
    }
    Some(About {
        key: link::key(address),
        image: links.image(address),
        caption,
        alt: text("description"),
        credit,
        creators: creators.into_iter().map(|one| one.name).collect(),
        copyright_holder: names("copyrightHolder")
            .into_iter()
            .map(|one| one.name)
            .collect::<Vec<_>>()
            .join(", "),
        copyright_notice: text("copyrightNotice"),
        licences: licences
            .map(|name| ((*name).to_owned(), Value::from(json_ld::text(object, name))))
            .collect(),
        width: number("width"),
        height: number("height"),
        is_last_resort: false,
    })
}

/// Whether a picture's name says what it shows: a title or a file's name is no sentence.
fn is_sentence(name: &str) -> bool {
    name.ends_with(['.', '!', '?', '。', '।'])
        && name.split_whitespace().count() >= WORDS_OF_SENTENCE
}

impl About {
    /// Says whose the photo is.
    pub(super) fn credit(&self, photo: &mut Photo) {
        photo.credit_line.clone_from(&self.credit);
        photo.creators.clone_from(&self.creators);
    }

    /// The caption of a photo that is shown without words: its description is one too, unless the
    /// page gives that to those who do not see the picture.
    pub(super) fn caption(&self, alt: &str) -> &str {
        let is_alt = self.is_last_resort || caption::is_alike(&self.alt, alt) || self.alt == alt;
        if self.caption.is_empty() && !is_alt {
            &self.alt
        } else {
            &self.caption
        }
    }

    /// Says of a photo with this caption what its figure does not.
    pub(super) fn fill(&self, photo: &mut Photo, caption: &str, licences: &mut Map<String, Value>) {
        photo.copyright_holder.clone_from(&self.copyright_holder);
        photo.copyright_notice.clone_from(&self.copyright_notice);
        if photo.alt_text.is_empty() && self.alt != self.caption && self.alt != caption {
            photo.alt_text.clone_from(&self.alt);
        }
        // The size is that of the file that it names, which may be another than the one shown.
        let described = self.image.as_ref().map_or("", |image| &image.href);
        if let Some(image) = &mut photo.image
            && image.href == described
        {
            image.width = image.width.or(self.width);
            image.height = image.height.or(self.height);
        }
        if !self.licences.is_empty() {
            licences.insert(photo.name.clone(), Value::Object(self.licences.clone()));
        }
    }
}

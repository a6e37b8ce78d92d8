//! Puts a page's article together: paragraphs and photos in reading order, each photo with all that
//! the page says about it.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::caption::Said;
use super::elsewhere::Elsewhere;
use super::figures::{Figure, Figures};
use super::head::{Head, folded};
use super::json_ld::{self, Data};
use super::link::{self, Links};
use super::page::{At, Page, Run};
use super::story::Story;
use super::words;
use crate::credit;
use crate::formats::assemble::Assembly;
use crate::model::{Image, Original, Photo};

/// What the page says about a picture apart from showing it.
#[derive(Debug, Default)]
pub(super) struct About {
    key: String,
    image: Option<Image>,
    caption: String,
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

/// A shorter text between headline and body is a label.
const STANDFIRST: usize = 40;

/// What JSON-LD says of pictures, then what Open Graph does.
pub(super) fn images(data: &Data, head: &Head<'_, '_>, links: &Links<'_>) -> Vec<About> {
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
    all
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
    let creators = names("creator");
    let organisations = creators.iter().filter(|one| one.is_organisation);
    let organisations: Vec<String> = organisations.map(|one| one.name.clone()).collect();
    let mut credit = text("creditText");
    if credit.is_empty() {
        credit = organisations.join(", ");
    }
    Some(About {
        key: link::key(address),
        image: links.image(address),
        caption: text("caption"),
        alt: text("description"),
        credit,
        creators: creators
            .into_iter()
            .filter(|one| !one.is_organisation)
            .map(|one| one.name)
            .collect(),
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

/// A photo that a page shows again, with the same words, is one photo.
pub(super) fn once_each(figures: &mut Figures) {
    let mut seen: HashSet<(String, String)> = HashSet::new();
    figures.all.retain(|figure| {
        let key = figure
            .picture
            .as_ref()
            .map(super::picture::Picture::key)
            .unwrap_or_default();
        let words = link_free(&figure.said.caption);
        if key.is_empty() && words.is_empty() {
            return true;
        }
        seen.insert((key, words))
    });
    // The same picture once more without words adds nothing.
    let told: HashSet<String> = figures
        .all
        .iter()
        .filter(|figure| !figure.said.whole.is_empty())
        .map(key_of)
        .collect();
    figures
        .all
        .retain(|figure| !figure.said.whole.is_empty() || !told.contains(&key_of(figure)));
}

fn key_of(figure: &Figure) -> String {
    figure
        .picture
        .as_ref()
        .map(super::picture::Picture::key)
        .unwrap_or_default()
}

/// A text by its letters alone, to compare.
fn link_free(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Says the article: its text, its photos at their places.
pub(super) fn page(
    page: &Page<'_>,
    story: &Story,
    elsewhere: &Elsewhere,
    figures: Figures,
    abouts: Vec<About>,
    assembly: &mut Assembly<'_>,
) {
    let texts = texts(page, story, elsewhere, &figures.taken);
    let mut photos = figures.all.into_iter().peekable();
    let shown = photos.len();
    let mut is_used = vec![false; abouts.len()];
    let mut licences = Map::new();
    if shown == 0 {
        lead(&abouts, assembly, &mut licences);
    }
    for run in texts {
        while let Some(figure) = photos.next_if(|figure| figure.at < run.at) {
            say(figure, &abouts, &mut is_used, assembly, &mut licences);
        }
        assembly.text(&run.text);
    }
    for figure in photos {
        say(figure, &abouts, &mut is_used, assembly, &mut licences);
    }
    if !licences.is_empty() {
        assembly.keep(Map::from_iter([(
            "licences".to_owned(),
            Value::Object(licences),
        )]));
    }
}

/// Where the page shows no photo by itself: the first that it describes, best with a caption.
fn lead(abouts: &[About], assembly: &mut Assembly<'_>, licences: &mut Map<String, Value>) {
    let captioned = abouts.iter().find(|about| !about.caption.is_empty());
    let Some(about) = captioned.or(abouts.first()) else {
        return;
    };
    assembly.photo(&about.caption, |photo| {
        photo.image.clone_from(&about.image);
        about.fill(photo, licences);
        about.credit(photo);
    });
}

fn say(
    figure: Figure,
    abouts: &[About],
    is_used: &mut [bool],
    assembly: &mut Assembly<'_>,
    licences: &mut Map<String, Value>,
) {
    let key = key_of(&figure);
    let is_same = |about: &About| !key.is_empty() && about.key == key && !about.is_last_resort;
    let number = abouts.iter().position(is_same);
    if let Some(used) = number.and_then(|number| is_used.get_mut(number)) {
        *used = true;
    }
    let about = number.and_then(|number| abouts.get(number));
    let Said {
        caption,
        credit,
        whole,
    } = figure.said;
    let caption = match about {
        Some(about) if caption.is_empty() && whole.is_empty() => about.caption.clone(),
        _ => caption,
    };
    let names_nobody = credit.is_empty()
        && credit::read(&caption, assembly.lexicon())
            .credits
            .is_empty();
    assembly.photo(&caption, |photo| {
        if let Some(picture) = figure.picture {
            photo.alt_text = picture.alt;
            photo.image = picture.image;
        }
        if !credit.is_empty() {
            photo.original = (whole != caption).then(|| Original {
                text: whole.clone(),
                span: None,
            });
            photo.credit_line = credit;
        }
        if let Some(about) = about {
            about.fill(photo, licences);
        }
        if let Some(about) = about.filter(|_| names_nobody) {
            about.credit(photo);
        }
    });
}

impl About {
    /// Says whose the photo is.
    fn credit(&self, photo: &mut Photo) {
        photo.credit_line.clone_from(&self.credit);
        photo.creators.clone_from(&self.creators);
    }

    /// Says of a photo what its figure does not.
    fn fill(&self, photo: &mut Photo, licences: &mut Map<String, Value>) {
        photo.copyright_holder.clone_from(&self.copyright_holder);
        photo.copyright_notice.clone_from(&self.copyright_notice);
        if photo.alt_text.is_empty() && self.alt != self.caption {
            photo.alt_text.clone_from(&self.alt);
        }
        if let Some(image) = &mut photo.image {
            image.width = image.width.or(self.width);
            image.height = image.height.or(self.height);
        }
        if !self.licences.is_empty() {
            licences.insert(photo.name.clone(), Value::Object(self.licences.clone()));
        }
    }
}

/// The paragraphs of the story in their order: its standfirst, its body.
fn texts(page: &Page<'_>, story: &Story, elsewhere: &Elsewhere, taken: &[At]) -> Vec<Run> {
    let is_skipped = |at: At| {
        taken.binary_search(&at).is_ok()
            || Some(at) == story.headline
            || elsewhere.holds(at)
            || is_tool(page, at)
    };
    let mut texts = Vec::new();
    if let Some(headline) = story.headline.filter(|headline| *headline < story.body) {
        let above = page.common(headline, story.body);
        let runs = page.runs(above, &|at| {
            is_skipped(at) || at == story.body || page.name(at) == "time"
        });
        let is_standfirst = |run: &Run| {
            let block = page.up(run.at).find(|at| page.is_block(*at));
            headline < run.at
                && run.at < story.body
                && super::page::weight(&run.text) >= STANDFIRST
                && block.is_some_and(|block| {
                    page.linked(block) * 2 < page.letters(block)
                        && !words::of(page, block).has(&words::WRITER)
                })
        };
        texts.extend(runs.into_iter().filter(is_standfirst));
    }
    texts.extend(page.runs(story.body, &is_skipped));
    texts
}

/// What readers press and fill in.
fn is_tool(page: &Page<'_>, at: At) -> bool {
    matches!(
        page.name(at),
        "button" | "form" | "nav" | "footer" | "dialog" | "video"
    )
}

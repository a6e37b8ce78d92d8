//! Puts a page's article together: paragraphs and photos in reading order, each photo with all that
//! the page says about it.

use std::collections::{BTreeSet, HashSet};

use serde_json::{Map, Value};

use super::about::Abouts;
use super::caption::{self, Said};
use super::elsewhere::Elsewhere;
use super::figures::{Figure, Figures};
use super::own::Own;
use super::page::{At, Page, Run};
use super::story::Story;
use super::words;
use crate::credit::{self, Confidence, Lexicon, PartKind};
use crate::formats::assemble::Assembly;
use crate::model::{Original, Photo};

/// A shorter text between headline and body is a label.
const STANDFIRST: usize = 40;

/// A photo that a page shows again, with the same words, is one photo. Where only the order pairs
/// picture and words, the same words are enough.
pub(super) fn once_each(figures: &mut Figures) {
    let mut seen: HashSet<(String, String)> = HashSet::new();
    let mut told: HashSet<String> = HashSet::new();
    figures.all.retain(|figure| {
        let (key, words) = (key_of(figure), caption::letters_of(&figure.said.caption));
        if key.is_empty() && words.is_empty() {
            return true;
        }
        let is_told = !words.is_empty() && !told.insert(words.clone());
        seen.insert((key.clone(), words)) && !(is_told && (figure.is_by_order || key.is_empty()))
    });
    // The same picture once more without words adds nothing.
    let worded = figures
        .all
        .iter()
        .filter(|figure| !figure.said.whole.is_empty());
    let worded: HashSet<String> = worded.map(key_of).collect();
    figures
        .all
        .retain(|figure| !figure.said.whole.is_empty() || !worded.contains(&key_of(figure)));
}

fn key_of(figure: &Figure) -> String {
    figure
        .picture
        .as_ref()
        .map(super::picture::Picture::key)
        .unwrap_or_default()
}

/// Says the article: its text, its photos at their places.
pub(super) fn page(
    page: &Page<'_>,
    story: &Story,
    elsewhere: &Elsewhere,
    figures: Figures,
    own: Vec<Own>,
    abouts: &Abouts,
    assembly: &mut Assembly<'_>,
) {
    let texts = texts(page, story, elsewhere, &figures.taken);
    let mut licences = Map::new();
    if figures.all.is_empty() && own.is_empty() {
        lead(abouts, assembly, &mut licences);
    }
    assembly.reserve(own.iter().map(|own| own.photo.name.as_str()));
    let figures = figures
        .all
        .into_iter()
        .map(|figure| (figure.at, Shown::Figure(Box::new(figure))));
    let own = own
        .into_iter()
        .map(|own| (own.at, Shown::Own(Box::new(own))));
    let mut photos: Vec<(At, Shown)> = figures.chain(own).collect();
    photos.sort_by_key(|(at, _)| *at);
    let mut photos = photos.into_iter().peekable();
    let mut show = |shown, assembly: &mut Assembly<'_>| match shown {
        Shown::Figure(figure) => say(*figure, abouts, assembly, &mut licences),
        Shown::Own(own) => tell(*own, assembly),
    };
    for run in texts {
        while let Some((_, shown)) = photos.next_if(|(at, _)| *at < run.at) {
            show(shown, assembly);
        }
        assembly.text(&run.text);
    }
    for (_, shown) in photos {
        show(shown, assembly);
    }
    if !licences.is_empty() {
        assembly.keep(Map::from_iter([(
            "licences".to_owned(),
            Value::Object(licences),
        )]));
    }
}

/// A photo at its place.
enum Shown {
    Figure(Box<Figure>),
    Own(Box<Own>),
}

/// A photo that Cutline wrote; words that somebody else wrote at it are read.
fn tell(own: Own, assembly: &mut Assembly<'_>) {
    let photo = if own.is_rewritten {
        rewritten(own.photo, assembly.lexicon())
    } else {
        own.photo
    };
    let id = assembly.told(photo);
    assembly.keep_of_photo(id, own.left);
}

fn rewritten(photo: Photo, lexicon: &Lexicon) -> Photo {
    let mut read = Photo::new(photo.id, "", "");
    credit::fill(&mut read, &credit::read(&photo.caption, lexicon));
    let original = (read.caption != photo.caption).then(|| Original {
        text: photo.caption.clone(),
        span: None,
    });
    Photo {
        caption: read.caption,
        credit_line: read.credit_line,
        original,
        ..photo
    }
}

/// Where the page shows no photo by itself: the first that it describes, best with a caption.
fn lead(abouts: &Abouts, assembly: &mut Assembly<'_>, licences: &mut Map<String, Value>) {
    let Some(about) = abouts.lead() else {
        return;
    };
    let caption = about.caption("");
    assembly.photo(caption, |photo| {
        photo.image.clone_from(&about.image);
        about.fill(photo, caption, licences);
        about.credit(photo);
    });
}

fn say(
    figure: Figure,
    abouts: &Abouts,
    assembly: &mut Assembly<'_>,
    licences: &mut Map<String, Value>,
) {
    let about = abouts.of(&key_of(&figure));
    let Said {
        mut caption,
        mut credit,
        whole,
    } = figure.said;
    let picture = figure.picture;
    if credit.is_empty()
        && let Some(picture) = &picture
        && picture.credit.is_empty()
        && !names_who(&caption, assembly.lexicon())
    {
        credit = labelled_credit(&picture.alt, assembly.lexicon());
    }
    if caption.is_empty() && (whole.is_empty() || !credit.is_empty()) {
        let in_attribute = picture.as_ref().map(|picture| picture.caption.as_str());
        let alt = picture.as_ref().map_or("", |picture| picture.alt.as_str());
        let elsewhere = about.map(|about| about.caption(alt));
        let said = [in_attribute, elsewhere]
            .into_iter()
            .flatten()
            .find(|said| !said.is_empty());
        said.unwrap_or_default().clone_into(&mut caption);
    }
    if !credit.is_empty() {
        caption = without_furniture(&caption, assembly.lexicon());
    }
    let original = (!credit.is_empty() && whole != caption).then_some(Original {
        text: whole,
        span: None,
    });
    let names_nobody = credit.is_empty()
        && credit::read(&caption, assembly.lexicon())
            .credits
            .is_empty();
    if names_nobody && let Some(picture) = &picture {
        credit.clone_from(&picture.credit);
    }
    assembly.photo(&caption, |photo| {
        if let Some(picture) = picture {
            photo.alt_text = picture.alt;
            photo.image = picture.image;
        }
        photo.original = original;
        photo.credit_line = credit;
        if let Some(about) = about {
            about.fill(photo, &caption, licences);
        }
        if names_nobody
            && photo.credit_line.is_empty()
            && let Some(about) = about
        {
            about.credit(photo);
        }
    });
}

/// Whether a caption says for certain who made the picture: in a part of it, or with a label.
fn names_who(caption: &str, lexicon: &Lexicon) -> bool {
    let reading = credit::read(caption, lexicon);
    let is_labelled = reading.credits.iter().any(|credit| credit.label.is_some());
    is_labelled || !(reading.credits.is_empty() || reading.caption().is_empty())
}

/// The credit that stands in the text for those who do not see the picture, where a label says that
/// it is one; else empty.
fn labelled_credit(alt: &str, lexicon: &Lexicon) -> String {
    let reading = credit::read(alt, lexicon);
    let is_labelled = reading.credits.iter().any(|credit| credit.label.is_some());
    if !is_labelled || reading.confidence < Confidence::Certain {
        return String::new();
    }
    reading.credit_as_printed()
}

/// A caption without what the page prints around it ("Image caption", "Enlarge"), where it holds no
/// credit of its own; all of it stays in the original.
fn without_furniture(caption: &str, lexicon: &Lexicon) -> String {
    let reading = credit::read(caption, lexicon);
    let mut kinds = reading.parts.iter().map(|part| part.kind);
    let is_plain = reading.credits.is_empty() && !kinds.any(|kind| kind == PartKind::Usage);
    let plain = if is_plain {
        reading.caption()
    } else {
        String::new()
    };
    if plain.is_empty() {
        caption.to_owned()
    } else {
        plain
    }
}

/// The paragraphs of the story in their order: its standfirst, its body.
fn texts(page: &Page<'_>, story: &Story, elsewhere: &Elsewhere, taken: &BTreeSet<At>) -> Vec<Run> {
    let is_skipped = |at: At| {
        taken.contains(&at)
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
    // What stands above the headline, where the whole page is the body, is the page's own.
    let runs = page.runs(story.body, &is_skipped).into_iter();
    let headline = story
        .headline
        .filter(|headline| page.is_within(*headline, story.body));
    texts.extend(runs.filter(|run| headline.is_none_or(|headline| headline < run.at)));
    let printed = story.headline.map(|headline| page.text(headline));
    texts.retain(|run| printed.as_ref() != Some(&run.text));
    texts
}

/// What readers press and fill in.
fn is_tool(page: &Page<'_>, at: At) -> bool {
    matches!(
        page.name(at),
        "button" | "form" | "nav" | "footer" | "dialog" | "video"
    )
}

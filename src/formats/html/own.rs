//! Pages that Cutline wrote: what no reader of the page sees stands in attributes, and is taken as
//! it stands.
//!
//! Caption and credit are the words that the page shows, each in a span of its own; where somebody
//! wrote others there without the spans, they are read as on any page.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::json_ld::{self, Data};
use super::link::Links;
use super::page::{At, Page};
use super::picture;
use crate::formats::address::address_of;
use crate::formats::spelling::{Fact, key, told};
use crate::formats::text::folded;
use crate::model::{Article, Field, Moment, Photo, PhotoId, TextField};

/// What a page shows as words, or in attributes of its own elements.
const SHOWN: [Field; 2] = [
    Field::Text(TextField::Caption),
    Field::Text(TextField::CreditLine),
];
const ALT_TEXT: Field = Field::Text(TextField::AltText);
const SHOWN_FACTS: [Fact; 4] = [Fact::Headline, Fact::By, Fact::Created, Fact::Language];

/// The attributes of a photo's figure, each with its value. `source` is what its `img` names as its
/// file; empty where it has none.
pub(in crate::formats) fn of_photo(photo: &Photo, source: &str) -> Vec<(String, String)> {
    let has_picture = !source.is_empty();
    let is_address = source.contains("://");
    // Without a copy of its own the page shows the picture at its address.
    let is_at_its_address = photo
        .image
        .as_ref()
        .is_some_and(|image| image.path.is_empty());
    let is_shown = |name: &str| {
        SHOWN.iter().any(|field| field.name() == name)
            || (name == ALT_TEXT.name() && has_picture)
            || (name == told::PICTURE && has_picture && !is_address)
            || (name == told::ADDRESS && is_at_its_address)
    };
    attributes(told::of_photo(photo), is_shown)
}

/// The attributes of the article's element.
pub(in crate::formats) fn of_article(article: &Article) -> Vec<(String, String)> {
    attributes(told::of_article(article), |name| {
        SHOWN_FACTS.iter().any(|fact| fact.name() == name)
    })
}

fn attributes(
    said: Vec<(&'static str, String)>,
    is_shown: impl Fn(&str) -> bool,
) -> Vec<(String, String)> {
    let hidden = said.into_iter().filter(|(name, _)| !is_shown(name));
    hidden.map(|(name, said)| (attribute(name), said)).collect()
}

fn attribute(name: &str) -> String {
    format!("data-{}", key(name, "-"))
}

/// The element of an article that Cutline wrote.
pub(super) fn article(page: &Page<'_>) -> Option<At> {
    let mut articles = page.named(At::WHOLE, "article");
    articles.find(|at| told::article(&mut Article::default(), said(page, *at)))
}

/// Lets an article say what its element does; answers with the parts that are no paragraphs.
pub(super) fn tell(page: &Page<'_>, at: At, article: &mut Article) -> Vec<At> {
    told::article(article, said(page, at));
    let first = |name: &'static str| page.named(at, name).next();
    let headline = first("h1");
    let byline = page.within(at).find(|at| has_class(page, *at, "byline"));
    let header = first("header");
    let date = header.and_then(|header| page.named(header, "time").next());
    for (fact, shown) in [(Fact::Headline, headline), (Fact::By, byline)] {
        let shown = shown.map_or_else(String::new, |at| page.text(at));
        fact.tell(article, &shown);
    }
    let language = page.attr(page_root(page), "lang");
    Fact::Language.tell(article, language.unwrap_or_default());
    // What is printed goes before what is said for programs: an editor changes what is seen.
    let printed = date.map(|at| page.text(at)).unwrap_or_default();
    let for_programs = date.and_then(|at| page.attr(at, "datetime"));
    let is_read = Moment::typed(&printed).is_some() || printed.is_empty();
    if !is_read {
        article.source_fields.extend(told::unread_date(&printed));
    }
    article.created = Moment::typed(&printed).or_else(|| Moment::parse(for_programs?));
    [headline, byline, date].into_iter().flatten().collect()
}

/// The headline of a page whose title stands for one: where somebody gave it another title than the
/// page's data have.
pub(super) fn settle_headline(page: &Page<'_>, data: &Data, article: &mut Article) {
    let title = page.named(At::WHOLE, "title").next();
    let title = title.map_or_else(String::new, |at| folded(&page.raw(at)));
    let exported = folded(json_ld::text(&data.article, "headline"));
    if article.headline.is_empty() && !exported.is_empty() && title != exported {
        article.headline = title;
    }
}

fn page_root(page: &Page<'_>) -> At {
    page.named(At::WHOLE, "html").next().unwrap_or(At::WHOLE)
}

/// A photo that Cutline wrote, and where.
#[derive(Debug, Clone)]
pub(super) struct Own {
    pub(super) at: At,
    pub(super) photo: Photo,
    /// What else is said of it.
    pub(super) left: Map<String, Value>,
    /// Whether caption and credit stand together, in words that somebody else wrote.
    pub(super) is_rewritten: bool,
}

/// The photos within a part of a page that Cutline wrote, in their order.
pub(super) fn photos(page: &Page<'_>, outer: At, links: &Links<'_>) -> Vec<Own> {
    let mut all = Vec::new();
    let mut next = outer;
    for at in page.within(outer) {
        if at >= next && page.name(at) == "figure" {
            let Some(own) = photo(page, at, links) else {
                continue;
            };
            next = page.end(at);
            all.push(own);
            all.extend(further(page, at, links));
        }
    }
    all
}

/// Pictures that somebody put into the figure of another one.
fn further(page: &Page<'_>, figure: At, links: &Links<'_>) -> Vec<Own> {
    let mut images = page.named(figure, "img");
    let source = |at: At| page.attr(at, "src").unwrap_or_default();
    let mut seen: BTreeSet<&str> = images.next().map(source).into_iter().collect();
    let new = images.filter(|at| seen.insert(source(*at)));
    let photos = new.map(|at| {
        let mut photo = Photo::new(PhotoId(0), "", "");
        shown(page, at, links, &mut photo);
        Own {
            at,
            photo,
            left: Map::new(),
            is_rewritten: false,
        }
    });
    photos.collect()
}

fn photo(page: &Page<'_>, at: At, links: &Links<'_>) -> Option<Own> {
    let told = told::photo(said(page, at))?;
    let left = told.fields();
    let mut photo = told.photo;
    if let Some(img) = page.named(at, "img").next() {
        shown(page, img, links, &mut photo);
    }
    let is_rewritten = words(page, at, &mut photo);
    Some(Own {
        at,
        photo,
        left,
        is_rewritten,
    })
}

fn shown(page: &Page<'_>, img: At, links: &Links<'_>, photo: &mut Photo) {
    let alt_text = page.attr(img, "alt").unwrap_or_default();
    alt_text.clone_into(&mut photo.alt_text);
    show(page, img, links, photo);
}

/// The picture that the figure shows: its file beside the page, else the one that the figure names
/// where the page links an address.
fn show(page: &Page<'_>, img: At, links: &Links<'_>, photo: &mut Photo) {
    let told = photo.image.take().unwrap_or_default();
    let Some(mut image) = picture::picture(page, img, links).image else {
        return;
    };
    let is_address = page.attr(img, "src").is_some_and(|src| src.contains("://"));
    if is_address && !told.path.is_empty() {
        image.path = told.path;
        image.href = told.href;
    } else if !image.path.is_empty() {
        image.href = told.href;
    }
    let side = |name: &str| page.attr(img, name)?.trim().parse().ok();
    image.width = side("width");
    image.height = side("height");
    photo.image = Some(image);
}

/// The words that stand at a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::formats) struct Printed {
    /// All of them that are no credit, with their line breaks.
    pub(in crate::formats) caption: String,
    /// The credit, where it has an element of its own.
    pub(in crate::formats) credit: Option<String>,
}

impl Printed {
    /// Everything that a part of a page shows.
    pub(super) fn within(page: &Page<'_>, part: At) -> Self {
        let text = |at: At, skip: &dyn Fn(At) -> bool| {
            let runs = page.runs(at, skip).into_iter();
            runs.map(|run| run.text).collect::<Vec<_>>().join("\n")
        };
        let mut credits = Vec::new();
        let mut next = part;
        for at in page.within(part).skip(1) {
            if at >= next && has_class(page, at, "credit") {
                next = page.end(at);
                credits.push(at);
            }
        }
        let is_credit = |at: At| credits.binary_search(&at).is_ok();
        let said = credits.iter().map(|at| text(*at, &|_| false));
        let said: Vec<String> = said.filter(|said| !said.is_empty()).collect();
        Self {
            caption: text(part, &is_credit),
            credit: (!credits.is_empty()).then(|| said.join("\n")),
        }
    }
}

/// The words of each figure of a page, with the address of the picture that it shows.
pub(super) fn printed(page: &Page<'_>, links: &Links<'_>) -> Vec<(String, Printed)> {
    let figures = page.named(At::WHOLE, "figure").filter_map(|figure| {
        let mut images = page.named(figure, "img");
        let (image, None) = (images.next()?, images.next()) else {
            // Which words are whose is not said.
            return None;
        };
        let shown = picture::picture(page, image, links).image?;
        Some((address_of(&shown).to_owned(), Printed::within(page, figure)))
    });
    figures.collect()
}

/// Says caption and credit; whether they were not told apart.
fn words(page: &Page<'_>, figure: At, photo: &mut Photo) -> bool {
    let printed = Printed::within(page, figure);
    let mut within = page.within(figure).skip(1);
    let is_together = printed.credit.is_none() && !within.any(|at| has_class(page, at, "caption"));
    photo.caption = printed.caption;
    photo.credit_line = printed.credit.unwrap_or_default();
    is_together && !photo.caption.is_empty()
}

fn said<'a>(page: &'a Page<'_>, at: At) -> impl Fn(&str) -> Option<String> + 'a {
    move |name| page.attr(at, &attribute(name)).map(str::to_owned)
}

fn has_class(page: &Page<'_>, at: At, class: &str) -> bool {
    let classes = page.attr(at, "class").unwrap_or_default();
    classes.split_whitespace().any(|one| one == class)
}

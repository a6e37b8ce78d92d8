//! Pages that Cutline wrote: what no reader of the page sees stands in attributes, and is taken as
//! it stands.
//!
//! Caption and credit are the words that the page shows, each in a span of its own; where somebody
//! wrote others there without the spans, they are read as on any page.

use super::link::Links;
use super::page::{At, Page};
use super::picture;
use crate::formats::spelling::{Fact, key, told};
use crate::model::{Article, Field, Moment, Photo, TextField};

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
    article.created = Moment::parse(&printed).or_else(|| Moment::parse(for_programs?));
    [headline, byline, date].into_iter().flatten().collect()
}

fn page_root(page: &Page<'_>) -> At {
    page.named(At::WHOLE, "html").next().unwrap_or(At::WHOLE)
}

/// A photo that Cutline wrote, and where.
#[derive(Debug, Clone)]
pub(super) struct Own {
    pub(super) at: At,
    pub(super) photo: Photo,
    /// Whether caption and credit stand together, in words that somebody else wrote.
    pub(super) is_rewritten: bool,
}

/// The photos within a part of a page that Cutline wrote, in their order.
pub(super) fn photos(page: &Page<'_>, outer: At, links: &Links<'_>) -> Vec<Own> {
    let mut all = Vec::new();
    let mut next = outer;
    for at in page.within(outer) {
        if at >= next && page.name(at) == "figure" {
            let own = photo(page, at, links);
            if own.is_some() {
                next = page.end(at);
            }
            all.extend(own);
        }
    }
    all
}

fn photo(page: &Page<'_>, at: At, links: &Links<'_>) -> Option<Own> {
    let mut photo = told::photo(said(page, at))?;
    let shown = page.named(at, "img").next();
    if let Some(img) = shown {
        page.attr(img, "alt")
            .unwrap_or_default()
            .clone_into(&mut photo.alt_text);
        show(page, img, links, &mut photo);
    }
    let is_rewritten = words(page, at, &mut photo);
    Some(Own {
        at,
        photo,
        is_rewritten,
    })
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

/// Says caption and credit; whether they were not told apart.
fn words(page: &Page<'_>, figure: At, photo: &mut Photo) -> bool {
    let Some(caption) = page.named(figure, "figcaption").next() else {
        return false;
    };
    let called = |class: &'static str| {
        let mut within = page.within(caption).skip(1);
        within.find(|at| has_class(page, *at, class))
    };
    let credit = called("credit");
    let text = |at: At, skip: Option<At>| {
        let runs = page.runs(at, &|part| Some(part) == skip).into_iter();
        runs.map(|run| run.text).collect::<Vec<_>>().join("\n")
    };
    photo.caption = text(caption, credit);
    photo.credit_line = credit.map(|at| text(at, None)).unwrap_or_default();
    credit.is_none() && called("caption").is_none()
}

fn said<'a>(page: &'a Page<'_>, at: At) -> impl Fn(&str) -> Option<String> + 'a {
    move |name| page.attr(at, &attribute(name)).map(str::to_owned)
}

fn has_class(page: &Page<'_>, at: At, class: &str) -> bool {
    let classes = page.attr(at, "class").unwrap_or_default();
    classes.split_whitespace().any(|one| one == class)
}

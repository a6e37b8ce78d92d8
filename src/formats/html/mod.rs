//! Saved HTML pages, and the HTML bodies of other formats.
//!
//! [`parse`] makes a tree within bounds, [`page`] its parts in document order. [`story`] says where the
//! article is and [`elsewhere`] what leads away from it; [`figures`] finds its photos ([`picture`] their
//! files, [`caption`] their words, both by the [`words`] in which pages name their elements); [`head`]
//! and [`json_ld`] what the page says about itself, [`about`] of its pictures; [`own`] is about pages that
//! Cutline wrote. [`flow`] puts all of it together in reading order.

mod about;
mod caption;
mod elsewhere;
mod figures;
mod flow;
mod head;
mod json_ld;
mod link;
pub(super) mod own;
mod page;
mod parse;
mod picture;
mod recognize;
mod story;
mod tag;
mod words;

use super::assemble::Assembly;
use super::{Format, FormatError, Read};
use crate::credit::Lexicon;
use crate::model::{Article, Provenance};
use about::Abouts;
use elsewhere::Elsewhere;
use head::Head;
use json_ld::Data;
use link::Links;
pub(super) use own::Printed;
use page::{At, Page};
use story::Story;

/// A web page that was saved.
pub(crate) static FORMAT: Format = Format {
    name: "HTML page",
    recognizes: recognize::is_page,
    read: |source, lexicon| {
        let article = read(source.text, &source.provenance, lexicon, &|_| None)?;
        Ok(vec![Read::from(article)])
    },
};

/// Reads a page. `inside` knows the path of a picture that came with the page, by the address that
/// the page writes: for a page in an archive of its own.
///
/// # Errors
/// Where it is too large or nested too deep to be a page.
pub(crate) fn read(
    html: &str,
    provenance: &Provenance,
    lexicon: &Lexicon,
    inside: &dyn Fn(&str) -> Option<String>,
) -> Result<Article, FormatError> {
    let tree = parse::parse(html)?;
    let page = Page::new(&tree);
    let data = Data::read(&page);
    let head = Head::read(&page);
    let address = head.address(&data);
    let links = Links {
        base: head.base(),
        page: (!address.is_empty()).then_some(address),
        inside,
    };
    let mut assembly = Assembly::new(provenance, "", lexicon);
    if let Some(at) = own::article(&page) {
        let shown = own::tell(&page, at, &mut assembly.article);
        // Somebody may have written around the article, too.
        let story = Story::within(page.named(At::WHOLE, "body").next().unwrap_or(at));
        let mut elsewhere = Elsewhere::nothing();
        elsewhere.take(&page, shown);
        show(
            &page,
            &story,
            elsewhere,
            &links,
            &Abouts::default(),
            &mut assembly,
        );
        own::settle_headline(&page, &data, &mut assembly.article);
        return Ok(assembly.done());
    }
    let story = Story::find(&page, &head.titles(&data));
    let elsewhere = Elsewhere::find(&page, &story, lexicon);
    head.fill(&mut assembly.article, &story, &data);
    assembly.keep(head.rest());
    let abouts = about::read(&data, &head, &links);
    show(&page, &story, elsewhere, &links, &abouts, &mut assembly);
    Ok(assembly.done())
}

/// Puts the story into the article, its photos at their places.
fn show(
    page: &Page<'_>,
    story: &Story,
    mut elsewhere: Elsewhere,
    links: &Links<'_>,
    abouts: &Abouts,
    assembly: &mut Assembly<'_>,
) {
    let mut own = own::photos(page, story.whole, links);
    own.retain(|own| !elsewhere.holds(own.at));
    if !own.is_empty() {
        elsewhere.take(page, own.iter().map(|own| own.at));
    }
    let mut figures = figures::find(page, story, &elsewhere, links, assembly.lexicon());
    flow::once_each(&mut figures);
    flow::page(page, story, &elsewhere, figures, own, abouts, assembly);
}

/// Reads an HTML body that somebody else cut out: its paragraphs and figures, in their order.
///
/// A relative link is a path beside the file, unless the article's address is known already.
///
/// # Errors
/// Where it is too large or nested too deep.
pub(super) fn body(fragment: &str, assembly: &mut Assembly<'_>) -> Result<(), FormatError> {
    let tree = parse::parse(fragment)?;
    let page = Page::new(&tree);
    let links = links_of(&assembly.article);
    // The parser puts a fragment into the body of a page.
    let whole = page.named(At::WHOLE, "body").next().unwrap_or(At::WHOLE);
    let (story, abouts) = (Story::within(whole), Abouts::default());
    show(
        &page,
        &story,
        Elsewhere::nothing(),
        &links,
        &abouts,
        assembly,
    );
    Ok(())
}

fn links_of(article: &Article) -> Links<'static> {
    Links {
        base: None,
        page: (!article.url.is_empty()).then(|| article.url.clone()),
        inside: &|_| None,
    }
}

/// The words of a fragment that stands at a picture.
pub(super) fn printed(fragment: &str) -> Printed {
    let Ok(tree) = parse::parse(fragment) else {
        return Printed::default();
    };
    Printed::within(&Page::new(&tree), At::WHOLE)
}

/// The words at each picture of an article's body, with the address that shows it there.
pub(super) fn printed_at(fragment: &str, article: &Article) -> Vec<(String, Printed)> {
    let Ok(tree) = parse::parse(fragment) else {
        return Vec::new();
    };
    own::printed(&Page::new(&tree), &links_of(article))
}

/// What a reader of a page sees: its title and all of its text.
pub(super) fn shown(html: &str) -> Vec<String> {
    let Ok(tree) = parse::parse(html) else {
        return Vec::new();
    };
    let page = Page::new(&tree);
    let titles = page.named(At::WHOLE, "title").map(|at| page.raw(at));
    let runs = page.runs(At::WHOLE, &|_| false);
    let texts = runs.into_iter().map(|run| run.text);
    titles.chain(texts).collect()
}

/// The paragraphs of an HTML text, trimmed, white space folded, none blank. What nests too deep for
/// a page comes as it is written.
#[must_use]
pub fn paragraphs(html: &str) -> Vec<String> {
    let Ok(tree) = parse::parse(html) else {
        return vec![html.trim().to_owned()];
    };
    let page = Page::new(&tree);
    let runs = page.runs(At::WHOLE, &|_| false);
    runs.into_iter().map(|run| run.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_part_paragraphs_and_scripts_are_not_read() {
        let html = "<html><head><title>T</title></head><body><section><p>One &amp; <b>two</b>\n lines.</p>\
                    <script>var x;</script><ul><li>Three<li>Four</ul>Five<br>Six</section></body></html>";
        assert_eq!(
            paragraphs(html),
            ["One & two lines.", "Three", "Four", "Five", "Six"]
        );
    }
}

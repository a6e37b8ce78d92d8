//! Saved HTML pages, and the HTML bodies of other formats.
//!
//! [`parse`] makes a tree within bounds, [`page`] its parts in document order. [`story`] says where the
//! article is and [`elsewhere`] what leads away from it; [`figures`] finds its photos ([`picture`] their
//! files, [`caption`] their words, both by the [`words`] in which pages name their elements); [`head`]
//! and [`json_ld`] what the page says about itself, [`about`] of its pictures. [`flow`] puts all of it together in reading order.

mod about;
mod caption;
mod elsewhere;
mod figures;
mod flow;
mod head;
mod json_ld;
mod link;
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
use elsewhere::Elsewhere;
use head::Head;
use json_ld::Data;
use link::Links;
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
    let story = Story::find(&page, &head.titles(&data));
    let elsewhere = Elsewhere::find(&page, &story);
    let address = head.address(&data);
    let links = Links {
        base: head.base(),
        page: (!address.is_empty()).then_some(address),
        inside,
    };
    let mut figures = figures::find(&page, &story, &elsewhere, &links, lexicon);
    let mut assembly = Assembly::new(provenance, "", lexicon);
    head.fill(&mut assembly.article, &story, &data);
    assembly.keep(head.rest());
    let abouts = about::read(&data, &head, &links);
    flow::once_each(&mut figures);
    flow::page(&page, &story, &elsewhere, figures, &abouts, &mut assembly);
    Ok(assembly.done())
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
    let story = Story::ALL;
    let elsewhere = Elsewhere::nothing();
    let address = assembly.article.url.clone();
    let links = Links {
        base: None,
        page: (!address.is_empty()).then_some(address),
        inside: &|_| None,
    };
    let mut figures = figures::find(&page, &story, &elsewhere, &links, assembly.lexicon());
    flow::once_each(&mut figures);
    flow::page(
        &page,
        &story,
        &elsewhere,
        figures,
        &about::Abouts::default(),
        assembly,
    );
    Ok(())
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

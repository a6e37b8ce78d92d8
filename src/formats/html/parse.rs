//! HTML text to a tree, within bounds of depth and number.

use html5ever::driver::{self, ParseOpts};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use scraper::{Html, HtmlTreeSink};

use crate::formats::FormatError;

/// No page that people made nests its elements so deep; browsers stop at 512.
const DEPTH: usize = 1_000;
/// The largest pages have some ten thousands. A short text can ask for far more: every paragraph
/// repeats what is still open before it.
const NODES: usize = 2_000_000;
/// How many bytes are parsed between two looks at the bounds.
const STEP: usize = 1_024;

/// The tree of a page, mended as browsers mend it. What stands in `noscript` is read as elements.
///
/// # Errors
/// Where it nests too deep or has too many elements.
pub(super) fn parse(html: &str) -> Result<Html, FormatError> {
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        },
        ..ParseOpts::default()
    };
    let mut parser = driver::parse_document(HtmlTreeSink::new(Html::new_document()), options);
    for piece in pieces(html) {
        parser.process(piece.into());
        within_bounds(&parser.tokenizer.sink.sink.0.borrow())?;
    }
    Ok(parser.finish())
}

fn within_bounds(html: &Html) -> Result<(), FormatError> {
    let mut nodes = html.tree.nodes();
    if nodes.len() > NODES {
        return Err(FormatError::NoArticle(
            "this page has more than two million elements; save the article alone and open that",
        ));
    }
    let newest = nodes.next_back();
    if newest.is_some_and(|node| node.ancestors().nth(DEPTH).is_some()) {
        return Err(FormatError::NoArticle(
            "this page nests its elements more than 1,000 deep; save the article alone and open that",
        ));
    }
    Ok(())
}

/// The text in pieces of about [`STEP`] bytes, cut between characters.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (piece, after) = rest.split_at_checked(rest.ceil_char_boundary(STEP))?;
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

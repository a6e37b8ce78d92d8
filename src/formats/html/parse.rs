//! HTML text to a tree, within bounds of depth and number.

use std::cell::Cell;

use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use scraper::{Html, HtmlTreeSink};

use super::tag::Tag;
use crate::formats::FormatError;

/// No page that people made nests its elements so deep; browsers stop at 512.
const DEPTH: usize = 1_000;
/// The largest pages have some ten thousands. A short text can ask for far more: every paragraph
/// repeats what is still open before it.
const NODES: usize = 2_000_000;
/// Elements have some dozens. Each is compared with all before it.
const ATTRIBUTES: usize = 500;
/// How many bytes are parsed between two looks at the bounds.
const STEP: usize = 1_024;

/// The tree of a page, mended as browsers mend it. What stands in `noscript` is read as elements.
///
/// # Errors
/// Where it nests too deep, has too many elements, or one with too many attributes.
pub(super) fn parse(html: &str) -> Result<Html, FormatError> {
    let options = TreeBuilderOpts {
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let sink = Counting {
        tree: TreeBuilder::new(HtmlTreeSink::new(Html::new_document()), options),
        tokens: Cell::new(0),
    };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    let mut open_tag = OpenTag::default();
    let mut since_look = 0;
    for piece in pieces(html) {
        let before = tokenizer.sink.tokens.get();
        input.push_back(piece.text.into());
        while let TokenizerResult::Script(_) = tokenizer.feed(&input) {}
        let has_token = tokenizer.sink.tokens.get() > before;
        open_tag.within_bounds(html, piece.start, has_token)?;
        since_look += piece.text.len();
        if since_look >= STEP {
            since_look = 0;
            within_bounds(&tokenizer.sink.tree.sink.0.borrow())?;
        }
    }
    tokenizer.end();
    within_bounds(&tokenizer.sink.tree.sink.0.borrow())?;
    Ok(tokenizer.sink.tree.sink.finish())
}

/// Hands tokens to the tree, and counts them.
struct Counting {
    tree: TreeBuilder<<HtmlTreeSink as TreeSink>::Handle, HtmlTreeSink>,
    tokens: Cell<usize>,
}

impl TokenSink for Counting {
    type Handle = <HtmlTreeSink as TreeSink>::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Self::Handle> {
        // What is wrong inside a tag is said before the tag is.
        if !matches!(token, Token::ParseError(_)) {
            self.tokens.set(self.tokens.get() + 1);
        }
        self.tree.process_token(token, line)
    }

    fn end(&self) {
        self.tree.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.tree
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// The tag that the tokenizer may be in: texts come piece by piece, tags when they end.
#[derive(Default)]
struct OpenTag {
    /// Where the piece began since which nothing came.
    start: Option<usize>,
    /// Whether it was looked at already.
    is_known: bool,
}

impl OpenTag {
    /// A piece was parsed that begins here.
    fn within_bounds(&mut self, html: &str, at: usize, has_token: bool) -> Result<(), FormatError> {
        if has_token {
            *self = Self::default();
            return Ok(());
        }
        let start = *self.start.get_or_insert(at);
        if self.is_known || at - start < STEP {
            return Ok(());
        }
        self.is_known = true;
        let rest = html.get(start..).unwrap_or_default();
        let count = Tag::at(rest).map_or(0, |tag| tag.attributes().take(ATTRIBUTES + 1).count());
        if count <= ATTRIBUTES {
            return Ok(());
        }
        let before = html.get(..start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        Err(FormatError::Html {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            reason: "a tag with more than 500 attributes",
        })
    }
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

struct Piece<'h> {
    start: usize,
    text: &'h str,
}

/// The text in pieces of no more than about [`STEP`] bytes, cut between characters. Each that may
/// begin a tag is the beginning of a piece.
fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = html.get(start..)?;
        let most = rest.ceil_char_boundary(STEP);
        let after_first = rest.bytes().take(most).skip(1);
        let next_tag = after_first.into_iter().position(|byte| byte == b'<');
        let text = rest.get(..next_tag.map_or(most, |at| at + 1))?;
        let piece = Piece { start, text };
        start += text.len();
        (!text.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attributes(count: usize) -> String {
        let names: Vec<String> = (0..count).map(|number| format!(" a{number}=''")).collect();
        names.concat()
    }

    #[test]
    fn a_tag_of_attributes_without_end_is_refused_with_its_place() {
        let crowded = attributes(300_000);
        for (name, html) in [
            ("a tag", format!("<p>One.</p>\n é<p{crowded}>Two.")),
            ("a tag that does not end", format!("\n  <p{crowded}")),
            ("an end", format!("\n  </p{crowded}>")),
            (
                "slashes between",
                format!("\n  <p{}", crowded.replace(' ', "/")),
            ),
            (
                "nothing between",
                format!("\n  <p {}", crowded.replace(' ', "")),
            ),
            ("in a picture", format!("<svg><style>\n  <p{crowded}>")),
            ("behind a quote", format!("<p>\"\n  <p{crowded}>")),
        ] {
            let error = parse(&html).expect_err(name).to_string();
            let place = "line 2, column 3: a tag with more than 500 attributes";
            assert!(error.starts_with(place), "{name}: {error}");
        }
    }

    #[test]
    fn what_only_looks_like_such_a_tag_is_read() {
        let crowded = attributes(10_000);
        for html in [
            format!("<p>One.<script>if (a <b{crowded}) {{}}</script>"),
            format!("<p>One.<!-- <p{crowded}> -->"),
            format!(
                "<p data-settings=\"<b{}\">One.",
                crowded.replace('\'', "&quot;")
            ),
            format!("<p alt='{}'>One.", "<b> word ".repeat(10_000)),
            format!("<p{}>One.", attributes(400)),
            format!("<p>One. {}", "a=b ".repeat(10_000)),
            format!("<title><p{crowded}></title><p>One."),
        ] {
            let page = parse(&html).expect("a page");
            let text: String = page.root_element().text().collect();
            assert!(text.contains("One."), "{}", &html[..40]);
        }
    }

    #[test]
    fn pieces_are_the_text_and_no_tag_begins_inside_one() {
        let text = format!("é<p>One <b>two</b>{}<", "漁".repeat(STEP));
        let all: Vec<Piece<'_>> = pieces(&text).collect();
        let put_together: String = all.iter().map(|piece| piece.text).collect();
        assert_eq!(put_together, text);
        for piece in all {
            assert!(
                piece.text.rfind('<').is_none_or(|at| at == 0),
                "{}",
                piece.text
            );
            assert!(piece.text.len() <= STEP + 2);
            assert_eq!(
                text.get(piece.start..piece.start + piece.text.len()),
                Some(piece.text)
            );
        }
    }
}

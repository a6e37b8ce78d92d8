//! The text of HTML bodies, paragraph by paragraph.

use scraper::{Html, Node};

/// Elements that part the text into paragraphs.
const BLOCKS: [&str; 26] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "dd",
    "div",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "p",
    "pre",
    "section",
    "td",
    "tr",
];

/// Elements whose text no reader sees.
const UNSEEN: [&str; 6] = ["head", "noscript", "script", "style", "template", "title"];

/// The paragraphs of an HTML text, trimmed, white space folded, none blank.
#[must_use]
pub fn paragraphs(html: &str) -> Vec<String> {
    let tree = Html::parse_document(html);
    let mut all = Vec::new();
    let mut text = String::new();
    let mut unseen = 0usize;
    for edge in tree.tree.root().traverse() {
        let (node, is_open) = match edge {
            ego_tree::iter::Edge::Open(node) => (node, true),
            ego_tree::iter::Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Element(element) => {
                if UNSEEN.contains(&element.name()) {
                    unseen = if is_open {
                        unseen.saturating_add(1)
                    } else {
                        unseen.saturating_sub(1)
                    };
                }
                if BLOCKS.contains(&element.name()) {
                    finish(&mut text, &mut all);
                }
            }
            Node::Text(piece) if is_open && unseen == 0 => text.push_str(piece),
            _ => {}
        }
    }
    finish(&mut text, &mut all);
    all
}

fn finish(text: &mut String, all: &mut Vec<String>) {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !folded.is_empty() {
        all.push(folded);
    }
    text.clear();
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

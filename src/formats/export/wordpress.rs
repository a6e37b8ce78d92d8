//! WordPress' block markup: paragraphs and images as the block editor writes them.
//!
//! Source: the block editor's `core/paragraph` and `core/image` as saved since WordPress 6.

use serde_json::json;

use super::markup::{self, even_empty, lines};
use super::{Piece, Setting, html, pieces};
use crate::model::{Article, Photo};

/// The article to paste into the editor.
pub(super) fn write(article: &Article, setting: &Setting) -> String {
    blocks(article, |photo| (None, setting.picture(photo)))
}

/// The content of a post; `of` gives for a photo its number among the attachments, where it is one,
/// and where its picture lies.
pub(super) fn blocks(article: &Article, of: impl Fn(&Photo) -> (Option<usize>, String)) -> String {
    let mut blocks: Vec<String> = Vec::new();
    for piece in pieces(article) {
        match piece {
            Piece::Text(text) => blocks.push(format!(
                "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->",
                lines(text)
            )),
            Piece::Photo(photo) => {
                let (id, source) = of(photo);
                blocks.push(image(photo, id, &source));
            }
        }
    }
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

/// An image block. Without a picture it is a block of HTML, as the editor calls an image block without
/// one broken.
fn image(photo: &Photo, id: Option<usize>, source: &str) -> String {
    if source.is_empty() {
        let figure = html::figure(photo, source);
        return format!("<!-- wp:html -->\n{figure}\n<!-- /wp:html -->");
    }
    let mut facts = json!({});
    let mut set = |name: &str, said: serde_json::Value| {
        if let Some(facts) = facts.as_object_mut() {
            facts.insert(name.to_owned(), said);
        }
    };
    if let Some(id) = id {
        set("id", id.into());
    }
    set("sizeSlug", "large".into());
    set("linkDestination", "none".into());
    // Attributes that the editor does not know stay in the comment, where no reader sees them.
    for (name, said) in [
        ("usageTerms", &photo.usage_terms),
        ("instructions", &photo.instructions),
    ] {
        if !said.is_empty() {
            set(name, said.as_str().into());
        }
    }
    let caption = caption(photo);
    let class = id.map(|id| format!(" class=\"wp-image-{id}\""));
    let caption = if caption.is_empty() {
        caption
    } else {
        format!("<figcaption class=\"wp-element-caption\">{caption}</figcaption>")
    };
    format!(
        "<!-- wp:image {} -->\n<figure class=\"wp-block-image size-large\"><img {} {}{}/>{caption}</figure>\n<!-- /wp:image -->",
        markup::json(&facts, false),
        even_empty("src", source),
        even_empty("alt", &photo.alt_text),
        class.unwrap_or_default(),
    )
}

/// Caption and credit, the credit in an element of its own.
pub(super) fn caption(photo: &Photo) -> String {
    let credit = if photo.credit_line.is_empty() {
        String::new()
    } else {
        format!(
            "<span class=\"credit\">{}</span>",
            lines(&photo.credit_line)
        )
    };
    let parts = [lines(&photo.caption), credit].into_iter();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

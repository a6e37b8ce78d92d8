//! Plain text: the body, with the captions at their places as the house prints them.

use super::{Piece, for_the_desk, pieces, printed};
use crate::model::Article;

/// Headline, byline, paragraphs and captions, parted by empty lines. What only the desk may read
/// stands in brackets below its caption.
pub(super) fn write(article: &Article) -> String {
    let mut parts = vec![article.headline.clone(), article.by.clone()];
    for piece in pieces(article) {
        match piece {
            Piece::Text(text) => parts.push(text.to_owned()),
            Piece::Photo(photo) => {
                let desk = for_the_desk(photo);
                let desk = if desk.is_empty() {
                    desk
                } else {
                    format!("[Not for print: {desk}]")
                };
                let caption = [printed(photo), desk].into_iter();
                let caption: Vec<String> = caption.filter(|part| !part.is_empty()).collect();
                parts.push(caption.join("\n"));
            }
        }
    }
    parts.retain(|part| !part.is_empty());
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

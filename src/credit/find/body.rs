//! What remains of a text when its photos and its date stamp are taken out.

use super::lines::{Line, lines};
use crate::model::Span;

/// The paragraphs of the body: lines that are not blank, trimmed, in order.
pub(super) fn paragraphs(text: &str, cut: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    for span in cut {
        found.extend(rest(text, at, span.start));
        at = span.end.max(at);
    }
    found.extend(rest(text, at, text.len()));
    found
}

/// The paragraphs between two places of the text.
fn rest(text: &str, start: usize, end: usize) -> impl Iterator<Item = Span> {
    let lines: Vec<Line> = if start < end {
        lines(text, Span::new(start, end))
    } else {
        Vec::new()
    };
    lines.into_iter().map(|line| line.span)
}

/// How many of the paragraphs stand before each of the spans; both in order.
pub(super) fn counts_before(paragraphs: &[Span], spans: impl Iterator<Item = Span>) -> Vec<usize> {
    let mut before = paragraphs.iter().peekable();
    let mut count = 0_usize;
    spans
        .map(|span| {
            while before
                .next_if(|paragraph| paragraph.start < span.start)
                .is_some()
            {
                count = count.saturating_add(1);
            }
            count
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_cut_out_of_a_paragraph_leaves_two() {
        let text = "Rain fell. A wet dog. (Photo: Ann Lee) Then it stopped.\n\nThe end.";
        let photo = Span::new(11, 38);
        assert_eq!(photo.of(text), "A wet dog. (Photo: Ann Lee)");
        let body = paragraphs(text, &[photo]);
        let seen: Vec<_> = body.iter().map(|span| span.of(text)).collect();
        assert_eq!(seen, ["Rain fell.", "Then it stopped.", "The end."]);
        assert_eq!(counts_before(&body, [photo].into_iter()), [1]);
    }
}

//! What remains of a text when its photos and its date stamp are taken out.

use super::lines::{Line, trimmed};
use crate::model::Span;

/// The paragraphs of the body: the lines without what is cut, trimmed, in order; the cuts are in order
/// too.
pub(super) fn paragraphs(text: &str, lines: &[Line], cut: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut found = Vec::with_capacity(lines.len());
    let mut cut = cut.peekable();
    // Where the last cut ends, which may be lines below the one that it begins in.
    let mut at = 0;
    for Span { start, end } in lines.iter().map(|line| line.span) {
        let mut from = start.max(at);
        let is_whole = from == start && cut.peek().is_none_or(|cut| cut.start >= end);
        if is_whole {
            found.push(Span::new(start, end));
            continue;
        }
        while let Some(cut) = cut.next_if(|cut| cut.start < end) {
            found.extend(rest(text, from, cut.start));
            at = cut.end.max(at);
            from = from.max(at);
        }
        found.extend(rest(text, from, end));
    }
    found
}

/// What stands between two places of a line.
fn rest(text: &str, start: usize, end: usize) -> Option<Span> {
    let rest = (start < end).then(|| trimmed(text, Span::new(start, end)));
    rest.filter(|rest| !rest.is_empty())
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
    use crate::credit::find::lines::lines;

    #[test]
    fn a_caption_cut_out_of_a_paragraph_leaves_two() {
        let text = "Rain fell. A wet dog. (Photo: Ann Lee) Then it stopped.\n\nThe end.";
        let photo = Span::new(11, 38);
        assert_eq!(photo.of(text), "A wet dog. (Photo: Ann Lee)");
        let lines = lines(text, Span::new(0, text.len()));
        let body = paragraphs(text, &lines, [photo].into_iter());
        let seen: Vec<_> = body.iter().map(|span| span.of(text)).collect();
        assert_eq!(seen, ["Rain fell.", "Then it stopped.", "The end."]);
        assert_eq!(counts_before(&body, [photo].into_iter()), [1]);
    }
}

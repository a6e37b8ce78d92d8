//! Texts without some of their stretches, and with something more at their end.

use crate::model::Span;

/// A text without these stretches, which are in order and apart; the blanks beside one become one.
pub(super) fn without(text: &str, spans: &[Span]) -> String {
    let mut rest = String::with_capacity(text.len());
    let mut at = 0;
    for end in spans.iter().map(|span| span.start).chain([text.len()]) {
        let piece = text.get(at..end).unwrap_or_default();
        let piece = if rest.is_empty() {
            piece.trim_start()
        } else {
            let blanks = piece.len() - piece.trim_start_matches(' ').len();
            let is_parted = rest.ends_with([' ', '\n']);
            piece
                .get(blanks.saturating_sub(usize::from(!is_parted))..)
                .unwrap_or_default()
        };
        rest.push_str(piece);
        at = spans
            .iter()
            .find(|span| span.start == end)
            .map_or(end, |span| span.end);
    }
    rest.trim_end().to_owned()
}

/// A text with more behind it, unless it says that already.
pub(super) fn with(text: &str, more: &str) -> String {
    if text.trim().is_empty() {
        return more.to_owned();
    }
    if text.to_lowercase().contains(&more.to_lowercase()) {
        return text.to_owned();
    }
    format!("{} {more}", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_leaves_one_blank() {
        let text = "One. TWO. Three. FOUR";
        for (spans, expected) in [
            (vec![Span::new(5, 9)], "One. Three. FOUR"),
            (vec![Span::new(0, 4)], "TWO. Three. FOUR"),
            (vec![Span::new(5, 9), Span::new(17, 21)], "One. Three."),
            (vec![Span::new(0, 21)], ""),
            (vec![], text),
        ] {
            assert_eq!(without(text, &spans), expected);
        }
    }

    #[test]
    fn what_is_said_is_not_said_again() {
        assert_eq!(with("", "NO SALES"), "NO SALES");
        assert_eq!(with("No sales. ", "NO SALES"), "No sales. ");
        assert_eq!(
            with("Editorial use only.", "NO SALES"),
            "Editorial use only. NO SALES"
        );
    }
}

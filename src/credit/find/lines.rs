//! The lines of a text: what is not blank, trimmed, and the date stamp before the first of them.

use crate::model::Span;

/// What parts a line from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing: both are pieces of one paragraph.
    Glued,
    /// A line break.
    Break,
    /// At least one blank line, or the beginning of the text.
    Blank,
}

/// A line that is not blank, or a piece of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it stands, trimmed.
    pub(super) span: Span,
    /// What parts it from the line before.
    pub(super) gap: Gap,
}

/// The date stamp of a crawl at the start of a text: ` date 2020-11-16 `.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateStamp {
    /// All of it, with the white space around it.
    pub span: Span,
    /// The date alone: `2020-11-16`, `2020-11` or `2020`.
    pub date: Span,
}

/// A byte order mark or another character that shows nothing.
const UNSEEN: [char; 3] = ['\u{feff}', '\u{200b}', '\u{2060}'];

/// Whether a character is blank at the ends of a line.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || UNSEEN.contains(&c)
}

/// The span without the blanks at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let whole = span.of(text);
    let start = span.start.saturating_add(
        whole
            .len()
            .saturating_sub(whole.trim_start_matches(is_blank).len()),
    );
    let end = start.saturating_add(whole.trim_matches(is_blank).len());
    Span::new(start, end)
}

/// The lines of a stretch of the text.
pub(super) fn lines(text: &str, stretch: Span) -> Vec<Line> {
    let mut found = Vec::new();
    let mut at = stretch.start;
    let mut gap = Gap::Blank;
    for raw in stretch.of(text).split_inclusive('\n') {
        let whole = Span::new(at, at.saturating_add(raw.len()));
        at = whole.end;
        let span = trimmed(text, whole);
        if span.is_empty() {
            gap = Gap::Blank;
        } else {
            found.push(Line { span, gap });
            gap = Gap::Break;
        }
    }
    found
}

/// The date stamp that the text begins with.
pub(super) fn date_stamp(text: &str) -> Option<DateStamp> {
    let rest = text.trim_start_matches(is_blank);
    let rest = rest.strip_prefix("date")?;
    let date = rest.trim_start_matches([' ', '\t']);
    if date.len() == rest.len() {
        return None;
    }
    let start = text.len().saturating_sub(date.len());
    let length = date_length(date)?;
    let after = date.get(length..)?;
    if after.starts_with(|c: char| !is_blank(c)) {
        return None;
    }
    let end = text
        .len()
        .saturating_sub(after.trim_start_matches(is_blank).len());
    Some(DateStamp {
        span: Span::new(0, end),
        date: Span::new(start, start.saturating_add(length)),
    })
}

/// How many bytes of the beginning are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
fn date_length(text: &str) -> Option<usize> {
    let digits = |from: usize, count: usize| {
        text.get(from..from.saturating_add(count))
            .is_some_and(|part| part.bytes().all(|b| b.is_ascii_digit()))
    };
    if !digits(0, 4) {
        return None;
    }
    let dash = |at: usize| text.as_bytes().get(at) == Some(&b'-');
    if !(dash(4) && digits(5, 2)) {
        return Some(4);
    }
    Some(if dash(7) && digits(8, 2) { 10 } else { 7 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stamp_is_cut_with_the_blanks_around_it() {
        for (text, date, rest) in [
            (" date 2020-11-16 Rain fell.", "2020-11-16", "Rain fell."),
            ("date 2021-06 Rain fell.", "2021-06", "Rain fell."),
            (" date 2019\n\nRain fell.", "2019", "Rain fell."),
        ] {
            let stamp = date_stamp(text).expect(text);
            assert_eq!(stamp.date.of(text), date);
            assert_eq!(&text[stamp.span.end..], rest);
        }
    }

    #[test]
    fn other_beginnings_are_no_stamp() {
        for text in [
            "",
            "date",
            "date 20",
            "date 2020th anniversary",
            "dated 2020-11-16 x",
            "update 2020-11-16",
        ] {
            assert_eq!(date_stamp(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_knows_what_parts_it_from_the_one_before() {
        let text = " One. \r\nTwo.\n \u{a0}\nThree.";
        let found = lines(text, Span::new(0, text.len()));
        let seen: Vec<_> = found
            .iter()
            .map(|line| (line.span.of(text), line.gap))
            .collect();
        assert_eq!(
            seen,
            [
                ("One.", Gap::Blank),
                ("Two.", Gap::Break),
                ("Three.", Gap::Blank)
            ]
        );
    }
}

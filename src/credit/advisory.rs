//! The wire's word to its clients behind a credit, or on a line of its own: `EMBARGOED UNTIL 6 PM`,
//! `PHOTO KILL`, `CORRECTS DATE`. It names nobody, and is no caption.
//!
//! Source: IPTC NewsML-G2, "pubStatus" and "edNote"; agencies' advisories.

use super::lexicon::{Facts, Sense};
use super::tokens::{Gap, Kind, Mark, Shape, Token};

/// Words that say: this must not be printed.
pub(crate) const STOP: [&str; 5] = ["KILL", "EMBARGO", "EMBARGOED", "WITHHOLD", "WITHDRAWN"];

/// Words that say: this changes something that was sent before.
pub(crate) const CHANGE: [&str; 8] = [
    "CORRECTS",
    "CORRECTION",
    "CORRECTING",
    "ADDS",
    "ADDITION",
    "RETRANSMISSION",
    "RECROP",
    "ADVISORY",
];

/// What may stand before them: PHOTO KILL, MANDATORY KILL.
pub(crate) const LEADING: [&str; 4] = ["PHOTO", "PICTURE", "MANDATORY", "EDITORS"];

/// An advisory is not longer, in tokens.
const LONGEST: usize = 24;

/// What stands before an advisory.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// A line begins.
    Line,
    /// A bracket has closed or opened, a bar, a dash or a slash stands between.
    Apart,
    /// A sentence, or a part of one, has ended.
    Sentence,
    /// Nothing.
    None,
}

/// Whether a piece of a caption or a credit is an advisory.
pub(crate) fn is_advisory(piece: &str) -> bool {
    let mut words = piece
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words
        .find(|word| !LEADING.contains(word))
        .is_some_and(is_word)
}

/// Whether a line is an advisory, and nothing else.
pub(super) fn is_line(line: &str) -> bool {
    let is_loud = !line.chars().any(char::is_lowercase);
    let words = line.split_whitespace().count();
    is_loud && words <= LONGEST && is_advisory(line) && (words > 1 || STOP.contains(&line.trim()))
}

fn is_word(word: &str) -> bool {
    STOP.contains(&word) || CHANGE.contains(&word)
}

/// Notes where advisories stand: they are read like terms of use.
pub(super) fn mark(tokens: &[Token<'_>], facts: &mut [Facts]) {
    let is_quiet = |token: &Token<'_>| matches!(token.shape(), Some(Shape::Lower | Shape::Title));
    let first_quiet = tokens.iter().position(is_quiet).unwrap_or(tokens.len());
    let mut from = 0;
    while let Some(found) = tokens.iter().skip(from).position(is_advisory_word) {
        let at = from + found;
        let start = start(tokens, at);
        let end = end(tokens, at);
        from = at + 1;
        if let Some(end) =
            end.filter(|end| stands_apart(tokens, start..*end, at, first_quiet > start))
            && let Some(facts) = facts.get_mut(start)
        {
            facts.note(Sense::Usage, end - start);
            from = end;
        }
    }
}

fn is_advisory_word(token: &Token<'_>) -> bool {
    token.shape() == Some(Shape::Upper) && is_word(token.text)
}

/// Where it begins: with a word before it that belongs to it, with asterisks.
fn start(tokens: &[Token<'_>], at: usize) -> usize {
    let belongs = |token: &Token<'_>| {
        LEADING.contains(&token.text) || (token.is(Mark::Other) && matches!(token.text, "*" | "+"))
    };
    let before = tokens.get(..at).unwrap_or_default().iter().rev();
    at - before.take(4).take_while(|token| belongs(token)).count()
}

/// Where it ends: with its line, its bracket or its sentence; none where it is too long.
fn end(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (number, token) in tokens.iter().enumerate().skip(at + 1).take(LONGEST) {
        let next = tokens.get(number + 1);
        match token.kind {
            _ if token.gap == Gap::Line => return Some(number),
            Kind::Open if token.gap != Gap::None => return Some(number),
            Kind::Open => depth += 1,
            Kind::Close if depth == 0 => return Some(number),
            Kind::Close => depth -= 1,
            Kind::Mark(Mark::Stop) if ends_sentence(next) => return Some(number),
            Kind::Word(_) | Kind::Number | Kind::Mark(_) => {}
        }
    }
    let is_last = tokens.len() <= at + 1 + LONGEST;
    is_last.then_some(tokens.len())
}

/// `6 p.m. EST` goes on behind its dots.
fn ends_sentence(next: Option<&Token<'_>>) -> bool {
    next.is_none_or(|next| {
        next.gap != Gap::None && !matches!(next.kind, Kind::Number | Kind::Word(Shape::Upper))
    })
}

/// Whether nobody would take it for a part of the sentence, or for words on a banner.
fn stands_apart(
    tokens: &[Token<'_>],
    range: std::ops::Range<usize>,
    at: usize,
    all_is_loud: bool,
) -> bool {
    let word = tokens.get(at).map_or("", |token| token.text);
    let is_stop = STOP.contains(&word);
    let is_embargo = word.starts_with("EMBARGO");
    let is_loud = tokens
        .get(range.clone())
        .unwrap_or_default()
        .iter()
        .all(is_loud_or_time);
    let is_whole_line = tokens
        .get(range.end)
        .is_none_or(|next| next.gap == Gap::Line);
    match opening(tokens, range.start) {
        Opening::Line => is_loud && is_whole_line && (is_stop || range.len() > 1),
        Opening::Apart => is_embargo || (is_loud && (is_stop || !all_is_loud)),
        Opening::Sentence => is_loud && (is_stop || range.len() > 1) && !all_is_loud,
        Opening::None => {
            let next = tokens.get(at + 1).map_or("", |token| token.text);
            is_embargo && matches!(next, "UNTIL" | "TILL" | "FOR")
        }
    }
}

fn opening(tokens: &[Token<'_>], start: usize) -> Opening {
    let (Some(before), Some(first)) = (
        start.checked_sub(1).and_then(|before| tokens.get(before)),
        tokens.get(start),
    ) else {
        return Opening::Line;
    };
    match before.kind {
        _ if first.gap == Gap::Line => Opening::Line,
        Kind::Open | Kind::Close | Kind::Mark(Mark::Bar | Mark::Dash | Mark::Slash) => {
            Opening::Apart
        }
        Kind::Mark(Mark::Stop | Mark::Comma | Mark::Semicolon | Mark::Colon) => Opening::Sentence,
        Kind::Word(_) | Kind::Number | Kind::Mark(_) => Opening::None,
    }
}

fn is_loud_or_time(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Word(shape) => {
            let is_time = matches!(token.text, "p.m" | "a.m" | "pm" | "am" | "p.m." | "a.m.");
            is_time || matches!(shape, Shape::Upper | Shape::Initial)
        }
        Kind::Number | Kind::Open | Kind::Close | Kind::Mark(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::credit::{Lexicon, find, read};

    #[test]
    fn an_advisory_is_neither_caption_nor_credit() {
        let lexicon = Lexicon::built_in();
        for (raw, advisory) in [
            (
                "Mayor Brandt opens it. (AP Photo/Ana Maric) EMBARGOED UNTIL 6 PM",
                "EMBARGOED UNTIL 6 PM",
            ),
            (
                "Mayor Brandt opens it. (AP Photo/Ana Maric) EMBARGOED UNTIL 6 P.M. EST MONDAY",
                "EMBARGOED UNTIL 6 P.M. EST MONDAY",
            ),
            (
                "Mayor Brandt opens it. (AP Photo/Ana Maric) -- EMBARGOED UNTIL 6 PM",
                "EMBARGOED UNTIL 6 PM",
            ),
            (
                "Mayor Brandt opens it. (AP Photo/Ana Maric) EMBARGO: Monday 6 pm",
                "EMBARGO: Monday 6 pm",
            ),
            ("Mayor Brandt opens it. (AP Photo/Ana Maric) KILL", "KILL"),
            (
                "Mayor Brandt opens it. (AP Photo/Ana Maric) MANDATORY KILL",
                "MANDATORY KILL",
            ),
            (
                "Mayor Brandt opens it. (AP Photo/Ana Maric) **EMBARGOED**",
                "**EMBARGOED**",
            ),
            (
                "Mayor Brandt opens it. (AP Photo/Ana Maric) NO SALES EMBARGOED UNTIL 6 PM",
                "EMBARGOED UNTIL 6 PM",
            ),
            (
                "Mayor Brandt opens it. Photo: Ana Maric/AP EMBARGOED UNTIL 6 PM",
                "EMBARGOED UNTIL 6 PM",
            ),
            (
                "Mayor Brandt opens it. (AP Photo/Ana Maric, EMBARGOED UNTIL 6 PM)",
                "EMBARGOED UNTIL 6 PM",
            ),
            (
                "Mayor Brandt opens it. EMBARGOED UNTIL 6 PM. (AP Photo/Ana Maric)",
                "EMBARGOED UNTIL 6 PM.",
            ),
            (
                "Mayor Brandt opens it. CORRECTS DATE (AP Photo/Ana Maric)",
                "CORRECTS DATE",
            ),
            (
                "Mayor Brandt opens it. (AP Photo/Ana Maric)\nEMBARGOED UNTIL 6 PM",
                "EMBARGOED UNTIL 6 PM",
            ),
        ] {
            let reading = read(raw, &lexicon);
            let people = (reading.creators.as_slice(), reading.sources.len());
            assert_eq!(reading.instructions(), advisory, "{raw}");
            assert_eq!(people, (&["Ana Maric"][..], 1), "{raw}: {reading:?}");
            assert!(!reading.caption().contains("EMBARGO"), "{raw}");
            assert!(!reading.usage_terms().contains("EMBARGO"), "{raw}");
        }
    }

    #[test]
    fn words_of_a_sentence_and_of_banners_are_none() {
        let lexicon = Lexicon::built_in();
        for raw in [
            "A banner in Torvik reads KILL THE BILL (AP Photo/Ana Maric)",
            "The band plays. KILL THE LIGHTS was its first song. (AP Photo/Ana Maric)",
            "Supporters hold up END THE EMBARGO signs. (AP Photo/Ana Maric)",
            "MAYOR OPENS BRIDGE, ADDS A LANE (AP Photo/Ana Maric)",
            "He adds a net (AP Photo/Ana Maric)",
        ] {
            assert_eq!(read(raw, &lexicon).instructions(), "", "{raw}");
        }
    }

    #[test]
    fn a_line_of_its_own_below_goes_with_its_photo() {
        let lexicon = Lexicon::built_in();
        let text = "The ferry stays for two more winters, the council of Torvik said on Monday.\n\n\
                    Mayor Brandt opens the bridge. (AP Photo/Ana Maric)\n\nEMBARGOED UNTIL 6 PM\n\n\
                    The harbour master expects ice from January on, he told the newspaper.";
        let found = find(text, &lexicon);
        let [photo] = found.photos.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(photo.reading.instructions(), "EMBARGOED UNTIL 6 PM");
        assert_eq!(photo.reading.caption(), "Mayor Brandt opens the bridge.");
    }
}

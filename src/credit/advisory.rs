//! The wire's word to its clients behind a credit, or on a line of its own: `EMBARGOED UNTIL 6 PM`,
//! `PHOTO KILL`, `CORRECTS DATE`. It names nobody, and is no caption.
//!
//! Source: IPTC NewsML-G2, "pubStatus" and "edNote"; agencies' advisories.

use super::lexicon::{Facts, Lexicon, Sense, WordSense};
use super::text::Text;
use super::tokens::{Gap, Kind, Mark, Shape, Token};

/// Words that say: this must not be printed.
const STOP: [&str; 9] = [
    "KILL",
    "KILLED",
    "ELIMINATION",
    "EMBARGO",
    "EMBARGOED",
    "EMBARGADO",
    "SPERRFRIST",
    "WITHHOLD",
    "WITHDRAWN",
];

/// Phrases that say it, too.
const STOP_PHRASES: [[&str; 3]; 3] = [
    ["HOLD", "FOR", "RELEASE"],
    ["NOT", "FOR", "RELEASE"],
    ["NOT", "FOR", "PUBLICATION"],
];

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
pub(crate) const LEADING: [&str; 7] = [
    "PHOTO",
    "PICTURE",
    "MANDATORY",
    "EDITORS",
    "PLEASE",
    "STRICTLY",
    "UNDER",
];

/// What an advisory corrects, adds or kills: other words in capitals are a name or a banner.
const OBJECTS: [&str; 52] = [
    "DATE",
    "DATES",
    "DAY",
    "MONTH",
    "YEAR",
    "TIME",
    "NAME",
    "NAMES",
    "BYLINE",
    "CAPTION",
    "CAPTIONS",
    "CREDIT",
    "SOURCE",
    "SPELLING",
    "QUOTE",
    "QUOTES",
    "ID",
    "IDS",
    "AGE",
    "TITLE",
    "TITLES",
    "RANK",
    "LOCATION",
    "PLACE",
    "CITY",
    "STATE",
    "COUNTRY",
    "STREET",
    "TEAM",
    "SCORE",
    "SLUG",
    "KEYWORDS",
    "PHOTOGRAPHER",
    "PHOTO",
    "PHOTOS",
    "PICTURE",
    "PICTURES",
    "IMAGE",
    "IMAGES",
    "INFORMATION",
    "INFO",
    "DETAIL",
    "DETAILS",
    "BACKGROUND",
    "RESTRICTION",
    "RESTRICTIONS",
    "EMBARGO",
    "TO",
    "THAT",
    "FIRST",
    "LAST",
    "SURNAME",
];

/// What an embargo goes on with, but for a day or an hour.
const OF_EMBARGO: [&str; 8] = [
    "UNTIL",
    "TILL",
    "FOR",
    "TO",
    "NOT",
    "PUBLICATION",
    "RELEASE",
    "STRICTLY",
];

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
    let words = words(piece).skip_while(|word| LEADING.contains(word));
    words.clone().next().is_some_and(is_word) || is_stop_phrase(&words)
}

/// Whether one of the words stands in a text in capitals: where none does, nothing is said.
pub(crate) fn may_be_said(text: &str) -> bool {
    let is_loud = |word: &str| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    words(text).any(|word| is_loud(word) && (is_word(word) || begins_phrase(word)))
}

/// Whether the text begins with a word or a phrase that says: this must not be printed.
pub(crate) fn begins_with_stop(text: &str) -> bool {
    let words = words(text);
    let first = words.clone().next();
    first.is_some_and(|word| STOP.contains(&word)) || is_stop_phrase(&words)
}

fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

fn is_stop_phrase<'t>(words: &(impl Iterator<Item = &'t str> + Clone)) -> bool {
    STOP_PHRASES
        .iter()
        .any(|phrase| words.clone().take(phrase.len()).eq(phrase.iter().copied()))
}

/// Whether a line is an advisory, and nothing else.
pub(super) fn is_line(line: &str, lexicon: &Lexicon) -> bool {
    let is_loud = !line.chars().any(char::is_lowercase);
    if !is_loud || !is_advisory(line) {
        return false;
    }
    let text = Text::new(line, lexicon);
    let end = text.length(0, Sense::Usage);
    (end..text.len()).all(|at| !text.is_word(at)) && end > 0
}

/// Whether the word here says something to the wire's clients: what follows it is what such words are said of.
fn is_said(tokens: &[Token<'_>], facts: &[Facts], at: usize, start: usize) -> bool {
    let word = tokens.get(at).map_or("", |token| token.text);
    let next = tokens.get(at + 1).filter(|next| next.gap != Gap::Line);
    let is_over = next.is_none_or(|next| {
        !next.is_word() && !matches!(next.kind, Kind::Mark(Mark::And | Mark::Quote | Mark::Slash))
    });
    let goes_on_with = |words: &[&str]| next.is_some_and(|next| words.contains(&next.text));
    match word {
        "EMBARGO" | "EMBARGOED" | "EMBARGADO" | "SPERRFRIST" => {
            let names_time = next.is_some_and(|next| next.kind == Kind::Number)
                || facts
                    .get(at + 1)
                    .is_some_and(|facts| facts.is(WordSense::Date));
            is_over || names_time || goes_on_with(&OF_EMBARGO)
        }
        "ADVISORY" => at > start && is_over,
        "CORRECTS" | "CORRECTING" | "ADDS" => goes_on_with(&OBJECTS),
        _ => is_over || goes_on_with(&OBJECTS),
    }
}

fn is_word(word: &str) -> bool {
    STOP.contains(&word) || CHANGE.contains(&word)
}

/// Notes where advisories stand: they are read like terms of use.
pub(super) fn mark(tokens: &[Token<'_>], facts: &mut [Facts]) {
    let first_quiet = tokens.iter().position(is_quiet).unwrap_or(tokens.len());
    let mut from = 0;
    while let Some(found) = tokens.iter().skip(from).position(may_begin) {
        let at = from + found;
        let start = start(tokens, at);
        let is_said = is_phrase(tokens, at) || is_said(tokens, facts, at, start);
        let end = end(tokens, facts, at, start == 0).filter(|_| is_said);
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

/// Whether it is a word that nobody calls out.
fn is_quiet(token: &Token<'_>) -> bool {
    matches!(token.shape(), Some(Shape::Lower | Shape::Title))
}

/// Whether an advisory's own words may begin with this one.
fn may_begin(token: &Token<'_>) -> bool {
    token.shape() == Some(Shape::Upper) && (is_word(token.text) || begins_phrase(token.text))
}

fn begins_phrase(word: &str) -> bool {
    STOP_PHRASES.iter().any(|[first, ..]| *first == word)
}

fn is_phrase(tokens: &[Token<'_>], at: usize) -> bool {
    let from_here = tokens.get(at..).unwrap_or_default().iter();
    is_stop_phrase(&from_here.map(|token| token.text))
}

/// Where it begins: with a word before it that belongs to it, with asterisks.
fn start(tokens: &[Token<'_>], at: usize) -> usize {
    let belongs = |token: &Token<'_>| {
        LEADING.contains(&token.text) || (token.is(Mark::Other) && matches!(token.text, "*" | "+"))
    };
    let before = tokens.get(..at).unwrap_or_default().iter().rev();
    at - before.take(4).take_while(|token| belongs(token)).count()
}

/// Where it ends: with its line, its bracket or its sentence, before a caption with a dash; none where it is
/// too long.
fn end(tokens: &[Token<'_>], facts: &[Facts], at: usize, leads: bool) -> Option<usize> {
    let begins_caption = |at: usize| {
        let is_date = facts.get(at).is_some_and(|facts| facts.is(WordSense::Date));
        tokens.get(at).is_some_and(is_quiet) && !is_date
    };
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
            Kind::Mark(Mark::Dash) if leads && token.gap != Gap::None => return Some(number),
            // `AT 6 P.M. Mayor Brandt opens it.`
            Kind::Word(_) if leads && token.text.ends_with('.') && begins_caption(number + 1) => {
                return Some(number + 1);
            }
            Kind::Word(_) | Kind::Number | Kind::Mark(_) => {}
        }
    }
    let is_last = tokens.len() <= at + 1 + LONGEST;
    is_last.then_some(tokens.len())
}

/// `6 p.m. EST` goes on behind its dots, and a sentence may begin with `A`.
fn ends_sentence(next: Option<&Token<'_>>) -> bool {
    next.is_none_or(|next| {
        let goes_on = match next.kind {
            Kind::Number => true,
            Kind::Word(shape) => shape == Shape::Upper && next.text != "A",
            Kind::Open | Kind::Close | Kind::Mark(_) => false,
        };
        next.gap != Gap::None && !goes_on
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
    let is_stop = STOP.contains(&word) || is_phrase(tokens, at);
    let is_embargo = word.starts_with("EMBARGO");
    let inside = tokens.get(range.clone()).unwrap_or_default();
    let is_loud = inside.iter().all(is_loud_or_time);
    // What is quoted is on a banner or in a title.
    let is_quoted = inside.iter().any(|token| token.is(Mark::Quote))
        || range
            .start
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|before| before.is(Mark::Quote));
    let next = tokens.get(at + 1).map_or("", |token| token.text);
    // `KILL: wrong person identified`, `EMBARGOED until Monday`
    let names_end = (is_stop && next == ":")
        || (is_embargo && matches!(next, "UNTIL" | "TILL" | "until" | "till"));
    if is_quoted || !(is_loud || names_end) {
        return false;
    }
    let after = tokens.get(range.end);
    let is_whole_line = after.is_none_or(|next| next.gap == Gap::Line);
    // Behind a bracket of its own the sentence goes on: `Ann (KILL), Bo and Cy`.
    let goes_on = after.is_some_and(|close| close.kind == Kind::Close)
        && tokens
            .get(range.end + 1)
            .is_some_and(|next| next.gap == Gap::None || next.shape() == Some(Shape::Lower));
    if goes_on {
        return false;
    }
    match opening(tokens, range.start) {
        // Before a caption: `CORRECTS NAME - Mayor Brandt …`, `EMBARGOED UNTIL MONDAY. Mayor Brandt …`
        Opening::Line if !is_whole_line => {
            let ends = inside.last().is_some_and(|last| last.text.ends_with('.'))
                || after
                    .is_some_and(|mark| matches!(mark.kind, Kind::Mark(Mark::Stop | Mark::Dash)));
            let goes_on_quietly = || tokens.iter().skip(range.end).any(is_quiet);
            ends && is_loud && range.len() > 1 && goes_on_quietly()
        }
        Opening::Line => is_stop || range.len() > 1,
        Opening::Apart => is_stop || !all_is_loud,
        Opening::Sentence => is_loud && (is_stop || range.len() > 1) && !all_is_loud,
        Opening::None => is_embargo && matches!(next, "UNTIL" | "TILL"),
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
                "Mayor Brandt opens it. (AP Photo/Ana Maric) [KILL]",
                "[KILL]",
            ),
            (
                "Mayor Brandt opens it. (AP Photo/Ana Maric) PLEASE KILL",
                "PLEASE KILL",
            ),
            (
                "Mayor Brandt opens it. (AP Photo/Ana Maric) KILL: wrong person identified",
                "KILL: wrong person identified",
            ),
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
                "EMBARGOED UNTIL MONDAY. Mayor Brandt opens it. (AP Photo/Ana Maric)",
                "EMBARGOED UNTIL MONDAY.",
            ),
            (
                "EMBARGOED UNTIL 6 PM. A ferry leaves at dawn. (AP Photo/Ana Maric)",
                "EMBARGOED UNTIL 6 PM.",
            ),
            (
                "CORRECTS NAME - Mayor Brandt opens it. (AP Photo/Ana Maric)",
                "CORRECTS NAME",
            ),
            (
                "HOLD FOR RELEASE AT 6 P.M. Mayor Brandt opens it. (AP Photo/Ana Maric)",
                "HOLD FOR RELEASE AT 6 P.M.",
            ),
            (
                "EMBARGO: NOT FOR PUBLICATION BEFORE 22:00 CET. Mayor Brandt opens it. Photo: Ana Maric/AP",
                "EMBARGO: NOT FOR PUBLICATION BEFORE 22:00 CET.",
            ),
            (
                "Mayor Brandt opens it. (AP Photo/Ana Maric) NOT FOR RELEASE BEFORE 6 PM",
                "NOT FOR RELEASE BEFORE 6 PM",
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
            "A voter holds a sign that reads \"EMBARGO FOR PEACE\" in Torvik.",
            "The Cuban EMBARGO FOR decades hurt farmers.",
            "Signs in the crowd – EMBARGO RUSSIA, STOP WAR – in Torvik on Monday.",
            "A poster of the show - EMBARGO by Anna Roe and friends at the theatre of Torvik",
            "Storm over Torvik. ADVISORY IN EFFECT.",
            "A road sign reads: ADVISORY SPEED 35.",
            "Inmates in Torvik - CORRECTION FACILITY.",
            "From left: Ann (KILL), Bo (WITHHOLD) and Cy.",
            "The band plays. (AP | KILL ROCK STARS)",
            "A meeting in Torvik. Handout / ADVISORY NEIGHBORHOOD COMMISSION",
            "A meeting in Torvik. Ana Maric/ADVISORY BOARD",
            "A scene in Torvik. Photo: EMBARGO FILMS",
            "KILL BILL - Uma Roe in Torvik. (AP Photo/Ana Maric)",
            "ADVISORY BOARD. Members meet in Torvik. (AP Photo/Ana Maric)",
            "A key says HOLD in Torvik. (AP Photo/Ana Maric)",
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

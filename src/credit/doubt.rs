//! What makes a reading less than certain, though each part of it was found plainly: signs that a part
//! of the text was not understood.

use std::ops::Range;

use super::glue;
use super::lexicon::{Sense, WordSense};
use super::line::Name;
use super::reading::{Part, PartKind};
use super::scan::Found;
use super::text::Text;
use super::tokens::{Mark, Shape, Token, is_unspaced};

/// A person's name has no more words.
const WORDS_OF_NAME: usize = 4;
/// So far before a credit an account is looked for, in tokens.
const TOKENS_BESIDE: usize = 3;
/// What is left behind a credit and is no caption has no more words.
const WORDS_OF_CRUMBS: usize = 4;
/// A note in brackets at the edge of a caption has no more words.
const WORDS_OF_NOTE: usize = 2;

/// Whether anything in the text speaks against what was read.
pub(super) fn is_doubted(text: &Text<'_, '_>, found: &[Found], caption: &[Part]) -> bool {
    let names = || found.iter().flat_map(|found| &found.line.names);
    text.tokens
        .iter()
        .any(|token| glue::is_doubtful(token, text.lexicon) || is_of_two_scripts(token))
        || names().any(|name| {
            is_long_without_capitals(text, name)
                || holds_tie(text, name)
                || holds_figure(text, name)
        })
        || found.iter().any(|found| {
            says_an_agency_twice(found)
                || begins_with_mark(text, found)
                || holds_loose_words(text, found)
        })
        || is_beside_strange(text, found)
        || (!found.is_empty() && is_caption_strange(text, caption))
        || leaves_crumbs(text, found, caption)
}

/// Whether a word is written in two scripts, as where a credit and a caption were glued.
fn is_of_two_scripts(token: &Token<'_>) -> bool {
    if token.text.is_ascii() {
        return false;
    }
    let is_letter = |c: &char| c.is_alphabetic();
    let mut letters = token.text.chars().filter(is_letter);
    let Some(first) = letters.next() else {
        return false;
    };
    token.is_word()
        && !token.text.chars().any(is_unspaced)
        && letters.any(|c| c.is_ascii() != first.is_ascii() && has_case(c) != has_case(first))
}

fn has_case(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase()
}

/// Whether a name of a script without capitals is longer than persons' names are, and of nobody known:
/// where it ends, nothing shows.
fn is_long_without_capitals(text: &Text<'_, '_>, name: &Name) -> bool {
    let words = name.bare.clone().filter(|&at| text.is_word(at)).count();
    name.known.is_none()
        && words > WORDS_OF_NAME
        && text.shape(name.bare.start) == Some(Shape::Caseless)
}

/// Whether a name that nobody knows has a word in it that stands between two names elsewhere
/// ("for", "via"): where it ends is a guess.
fn holds_tie(text: &Text<'_, '_>, name: &Name) -> bool {
    let ties = [Sense::For, Sense::Via];
    name.known.is_none()
        && name
            .bare
            .clone()
            .any(|at| ties.iter().any(|&tie| text.length(at, tie) > 0))
}

/// Whether a name that nobody knows has a figure of its own in it: a date, a paragraph of a law.
fn holds_figure(text: &Text<'_, '_>, name: &Name) -> bool {
    let is_figure = |at: usize| {
        let holds_digit = text.printed(at).contains(|c: char| c.is_ascii_digit());
        text.is_number(at) || (holds_digit && text.shape(at) == Some(Shape::Caseless))
    };
    name.known.is_none() && name.bare.clone().any(is_figure)
}

/// Whether one credit names an agency twice, which was not taken for a repetition.
fn says_an_agency_twice(found: &Found) -> bool {
    let known: Vec<_> = found
        .line
        .names
        .iter()
        .filter_map(|name| name.known.map(|known| known.id))
        .collect();
    known
        .iter()
        .enumerate()
        .any(|(n, id)| known.iter().take(n).any(|other| other == id))
}

/// Whether words in small letters stand in the credit that belong to no name and say nothing: the caption may have
/// begun.
fn holds_loose_words(text: &Text<'_, '_>, found: &Found) -> bool {
    let line = &found.line;
    let names: usize = line
        .names
        .iter()
        .map(|name| text.plain_words(&name.tokens))
        .sum();
    text.plain_words(&line.tokens) > names
}

/// Whether the credit begins with a mark that ties it to what was left in the caption.
fn begins_with_mark(text: &Text<'_, '_>, found: &Found) -> bool {
    let start = found.line.tokens.start;
    [
        Mark::Dash,
        Mark::Slash,
        Mark::Bar,
        Mark::Comma,
        Mark::And,
        Mark::Colon,
    ]
    .into_iter()
    .any(|mark| text.is_mark(start, mark))
}

/// Whether an account or an address stands just before a credit, to which it may belong, or one more label
/// behind it (`Foto: Ann Lee. Styling: Bo Roe`), and no credit holds them.
fn is_beside_strange(text: &Text<'_, '_>, found: &[Found]) -> bool {
    let is_free = |at: usize| !found.iter().any(|found| found.tokens.contains(&at));
    let is_account = |at: usize| {
        matches!(text.shape(at), Some(Shape::Mail | Shape::Address))
            || text.printed(at).starts_with('@')
    };
    found.iter().any(|found| {
        let (start, end) = (found.tokens.start, found.tokens.end);
        let before = start.saturating_sub(TOKENS_BESIDE)..start;
        let is_labelled = text.is_capital(end) && text.is_mark(end + 1, Mark::Colon);
        before.into_iter().any(|at| is_account(at) && is_free(at)) || (is_labelled && is_free(end))
    })
}

/// Whether the caption holds what captions do not: a short note in brackets at an end of it, an address.
fn is_caption_strange(text: &Text<'_, '_>, caption: &[Part]) -> bool {
    let parts = || {
        caption
            .iter()
            .filter(|part| part.kind == PartKind::Caption)
            .map(|part| tokens_of(text, part))
    };
    let has_address = || {
        parts()
            .flatten()
            .any(|at| text.shape(at) == Some(Shape::Mail))
    };
    let ends_in_note = || {
        parts().next_back().is_some_and(|tokens| {
            let Some(close) = tokens.clone().next_back() else {
                return false;
            };
            let open = text.partner(close).filter(|_| text.is_close(close));
            open.is_some_and(|open| is_note(text, open + 1..close))
        })
    };
    has_address() || ends_in_note()
}

/// Whether so little is left behind the last credit that it may belong to it: `Credit: Torvik Review (2025)`.
fn leaves_crumbs(text: &Text<'_, '_>, found: &[Found], caption: &[Part]) -> bool {
    let Some(last) = found.iter().map(|found| found.tokens.end).max() else {
        return false;
    };
    let behind: Vec<usize> = caption
        .iter()
        .flat_map(|part| tokens_of(text, part))
        .filter(|&at| at >= last && text.is_word(at))
        .collect();
    let small = behind
        .iter()
        .filter(|&&at| matches!(text.shape(at), Some(Shape::Lower | Shape::Caseless)));
    (1..=WORDS_OF_CRUMBS).contains(&behind.len()) && small.count() < 2
}

/// Whether a bracket says neither where somebody stands nor when: the initials of a desk, a name.
fn is_note(text: &Text<'_, '_>, inner: Range<usize>) -> bool {
    let words = inner.clone().filter(|&at| text.is_word(at)).count();
    (1..=WORDS_OF_NOTE).contains(&words)
        && inner
            .clone()
            .all(|at| text.shape(at).is_some() && !text.is(at, WordSense::Prose))
        && inner.clone().all(|at| {
            [Sense::Place, Sense::ArchiveNote, Sense::Qualifier]
                .into_iter()
                .all(|sense| text.length(at, sense) == 0)
        })
}

fn tokens_of(text: &Text<'_, '_>, part: &Part) -> Range<usize> {
    let from = text
        .tokens
        .partition_point(|token| token.span.start < part.span.start);
    let until = text
        .tokens
        .partition_point(|token| token.span.start < part.span.end);
    from..until
}

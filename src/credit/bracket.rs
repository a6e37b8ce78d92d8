//! Credits in brackets: `(Ann Lee/AP)`, `[Photo: Ann Lee]`, and what else stands in brackets beside them.

use std::ops::Range;

use super::label::{self, Strength};
use super::lexicon::{Sense, WordSense};
use super::line::{self, Ending, Extent, Line, Tie};
use super::name;
use super::reading::Confidence;
use super::rough;
use super::scan::{Found, Piece, is_end};
use super::text::{Boundary, Text};
use super::tokens::{Gap, Mark, Shape};

/// A caption before a bracket that is its credit has more tokens.
const CAPTION_TOKENS: usize = 4;

/// The initials of those who edited a caption are no more letters.
const LETTERS_OF_SIGNATURE: usize = 4;

/// A year, a score or a price has fewer figures than the number of a photo.
const DIGITS_OF_CODE: usize = 6;

/// A credit, terms or furniture in brackets.
pub(super) fn read(text: &Text<'_, '_>, open: usize) -> Option<Piece> {
    if !text.is_open(open) {
        return None;
    }
    let close = text
        .partner(open)
        .filter(|&close| close > open + 1 && close - open <= line::LONGEST)?;
    let inner = open + 1..close;
    let whole = open..close + 1;
    if text.is_open(inner.start) {
        return None;
    }
    let covers = |sense: Sense| text.length(inner.start, sense) == inner.len();
    if covers(Sense::Usage) {
        return Some(Piece::Usage(whole));
    }
    let is_counter = text.is_number(inner.start);
    let begins = matches!(text.boundary(open), Boundary::Start | Boundary::Line);
    if covers(Sense::Furniture) && inner.len() > 1 && (!is_counter || begins) {
        return Some(Piece::Furniture(whole));
    }
    if covers(Sense::ArchiveNote) {
        return None;
    }
    if is_signature(text, &inner, &whole) {
        return Some(Piece::Furniture(whole));
    }
    if is_code(text, &inner) {
        return Some(Piece::Furniture(whole));
    }
    let label = label::at(text, inner.start, close);
    let (label, line, confidence) = if let Some(label) = label {
        let is_bare = label.strength == Strength::Bare;
        let inside = label.tokens.end..close;
        let line = labelled_inside(text, inside.clone()).or_else(|| {
            // Whatever it says, the label says that it is a credit.
            (!is_bare).then(|| rough::line(text, inside))?
        })?;
        let is_said =
            !line.is_empty() && (!is_bare || (line.strays == 0 && starts_with_name(text, &line)));
        let confidence = if line.ending == Ending::Guessed {
            Confidence::Unsure
        } else if line.strays > 0 {
            Confidence::Likely
        } else {
            Confidence::Certain
        };
        is_said.then_some((Some(label.tokens), line, confidence))?
    } else {
        let (line, confidence) = unlabelled_inside(text, inner, &whole)?;
        (None, line, confidence)
    };
    Some(Piece::Credit(Found {
        tokens: past_sentence(text, whole),
        label,
        line,
        confidence,
        is_bracketed: true,
    }))
}

/// Whether the desk signed between the caption and its credit: `… in the harbour. (abc) PAP/Ann Lee`.
fn is_signature(text: &Text<'_, '_>, inner: &Range<usize>, whole: &Range<usize>) -> bool {
    let printed = text.printed(inner.start);
    let is_small = printed.chars().all(char::is_lowercase);
    let follows = text
        .known(whole.end)
        .is_some_and(|known| known.is_exact && !known.is_weak);
    inner.len() == 1
        && is_small
        && (2..=LETTERS_OF_SIGNATURE).contains(&printed.chars().count())
        && text.boundary(whole.start) == Boundary::Sentence
        && follows
}

/// Whether the desk signed behind the credit: `Foto: Ana Maric/BTA (AM)`, `(Xinhua/Ann Lee) (al)`.
pub(super) fn signature_behind(text: &Text<'_, '_>, open: usize) -> Option<Range<usize>> {
    let close = text.partner(open).filter(|&close| close == open + 2)?;
    let printed = text.printed(open + 1);
    let follows_agency = open.checked_sub(1).is_some_and(|before| {
        text.is_close(before) || text.known(before).is_some_and(|known| known.is_exact)
    });
    let is_one_case = printed.chars().all(char::is_lowercase)
        || (follows_agency && printed.chars().all(char::is_uppercase));
    let is_name = text.known(open + 1).is_some()
        || [
            Sense::Qualifier,
            Sense::ArchiveNote,
            Sense::Place,
            Sense::Usage,
        ]
        .into_iter()
        .any(|sense| text.length(open + 1, sense) > 0);
    let ends = close + 1 >= text.len() || text.gap(close + 1) == Gap::Line;
    (text.is_open(open)
        && is_one_case
        && !is_name
        && ends
        && (2..=LETTERS_OF_SIGNATURE).contains(&printed.chars().count()))
    .then_some(open..close + 1)
}

/// The number under which an archive keeps a photo: `(48812901)`, `(XY06_28_2024_000117B)`.
fn is_code(text: &Text<'_, '_>, inner: &Range<usize>) -> bool {
    let printed = text.span(inner).of(text.raw);
    printed.bytes().filter(u8::is_ascii_digit).count() >= DIGITS_OF_CODE
        && printed
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase() || matches!(b, b'_' | b'-'))
}

fn starts_with_name(text: &Text<'_, '_>, line: &Line) -> bool {
    line.names
        .first()
        .is_some_and(|name| name.known.is_some() || text.is_capital(name.tokens.start))
        || !line.qualifiers.is_empty()
}

/// A full stop right behind a credit's bracket goes with it only where nothing ended before.
fn past_sentence(text: &Text<'_, '_>, whole: Range<usize>) -> Range<usize> {
    let ended = whole.start == 0 || text.boundary(whole.start) == Boundary::Sentence;
    if ended && text.is_sentence_end(whole.end) && text.gap(whole.end) == Gap::None {
        whole.start..whole.end + 1
    } else {
        whole
    }
}

/// All labelled lines of one bracket as one line: `(Foto: Ann Lee / Quelle: AP)`.
fn labelled_inside(text: &Text<'_, '_>, range: Range<usize>) -> Option<Line> {
    let mut line = line::read(text, range.clone(), Extent::Whole)?;
    while line.tokens.end < range.end {
        let mut from = line.tokens.end;
        while from < range.end && !text.is_word(from) && label::at(text, from, range.end).is_none()
        {
            from += 1;
        }
        let start = match label::at(text, from, range.end) {
            Some(label) => label.tokens.end,
            // `(Photo: Ann Lee/AP. Courtesy of the museum)`
            None if text.length(from, Sense::Qualifier) > 1 => from,
            None => break,
        };
        let Some(more) = line::read(text, start..range.end, Extent::Whole) else {
            break;
        };
        line.tokens.end = more.tokens.end;
        line.names.extend(more.names);
        line.qualifiers.extend(more.qualifiers);
        line.strays += more.strays;
    }
    Some(line)
}

/// A bracket without a label that nevertheless is a credit.
fn unlabelled_inside(
    text: &Text<'_, '_>,
    inner: Range<usize>,
    whole: &Range<usize>,
) -> Option<(Line, Confidence)> {
    let ends = is_end(text, whole.end);
    let after_sentence = matches!(
        text.boundary(whole.start),
        Boundary::Sentence | Boundary::Line | Boundary::Start
    );
    let is_dateline = text.is_mark(whole.end, Mark::Dash) && whole.end < 16;
    if is_dateline || !(ends || after_sentence) {
        return None;
    }
    let line = line::read(text, inner.clone(), Extent::Strict).or_else(|| {
        let leads = text.length(inner.start, Sense::Qualifier) > 0
            || text.length(inner.start, Sense::KindOfPicture) > 0;
        if leads {
            line::read(text, inner.clone(), Extent::Whole)
                .filter(|line| line.tokens.end >= inner.end)
        } else {
            None
        }
    })?;
    let confidence = bracket_confidence(text, &line, ends, after_sentence)?;
    Some((line, confidence))
}

fn bracket_confidence(
    text: &Text<'_, '_>,
    line: &Line,
    ends: bool,
    after_sentence: bool,
) -> Option<Confidence> {
    let has_role = line.names.iter().any(|name| name.has_role);
    let is_weak = line
        .names
        .iter()
        .all(|name| name.known.is_none_or(|known| known.is_weak));
    let says_more = line
        .qualifiers
        .iter()
        .any(|range| text.length(range.start, Sense::Qualifier) >= range.len());
    let is_personal = line
        .names
        .iter()
        .any(|name| name::is_personal(text, &name.bare));
    if has_role || (line.names_agency() && (!is_weak || line.is_tied())) {
        return Some(Confidence::Certain);
    }
    let knows = line
        .names
        .iter()
        .any(|name| name.known.is_some_and(|known| known.is_exact));
    let is_dated = line.tokens.clone().any(|at| text.is_number(at));
    let names_day = line.tokens.clone().any(|at| text.is(at, WordSense::Date));
    if is_dated && (names_day || !is_personal) && !knows {
        // `(Torvik, May 2023)` says where and when.
        return None;
    }
    if says_more {
        return Some(if ends {
            Confidence::Certain
        } else {
            Confidence::Likely
        });
    }
    // `(Ann Lee photo)`: the last word is no part of the name.
    let last = line.tokens.end.saturating_sub(1);
    let is_signed = line.names.len() == 1
        && is_personal
        && text.length(last, Sense::Label) == 1
        && text.shape(last) == Some(Shape::Lower);
    if is_signed && after_sentence {
        return Some(Confidence::Certain);
    }
    if line.is_tied() && (is_personal || line.names.iter().any(|name| name.known.is_some())) {
        return Some(if after_sentence && is_personal {
            Confidence::Certain
        } else {
            Confidence::Likely
        });
    }
    let is_whole = line.tokens.start == 1 && line.tokens.end + 1 >= text.len();
    let is_strong = line
        .names
        .iter()
        .all(|name| name.known.is_some_and(|known| !known.is_weak));
    if ends && is_strong && !line.names.is_empty() && line.tokens.start > CAPTION_TOKENS {
        return Some(if knows {
            Confidence::Likely
        } else {
            Confidence::Unsure
        });
    }
    let words = line.tokens.clone().filter(|&at| text.is_word(at)).count();
    let is_body = words > 1
        && text.is_capital(line.tokens.start)
        && line
            .tokens
            .clone()
            .any(|at| text.is(at, WordSense::Organisation) && !text.is(at, WordSense::GivenName));
    if ends
        && (knows || (is_body && !is_dated))
        && line.names.len() == 1
        && line.tokens.start > CAPTION_TOKENS
    {
        return Some(Confidence::Unsure);
    }
    if !ends || !(after_sentence || is_whole) {
        return None;
    }
    let is_person_of_house = matches!(line.names.as_slice(), [person, house]
        if name::is_personal(text, &person.bare)
            && text.is(person.bare.start, WordSense::GivenName)
            && house.tie == Tie::Comma
            && house.bare.len() == 1)
        && text.printed(line.tokens.start.saturating_sub(1)) == "[";
    if is_person_of_house {
        return Some(Confidence::Unsure);
    }
    if knows || (words > 1 && words < 8 && line.names.len() == 1) {
        return Some(Confidence::Likely);
    }
    let is_plain_word = words == 1
        && line.tokens.clone().all(|at| {
            matches!(
                text.shape(at),
                Some(Shape::Upper | Shape::Mixed | Shape::Address | Shape::Title)
            ) && !text.is(at, WordSense::Prose)
                && !text.is(at, WordSense::Date)
        });
    is_plain_word.then_some(Confidence::Unsure)
}

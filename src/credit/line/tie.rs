//! What ties the names of a credit line to one another: marks, and words such as via, for and and.

use super::{Line, Text};
use crate::credit::lexicon::{Sense, WordSense};
use crate::credit::name::Bearer;
use crate::credit::text::Boundary;
use crate::credit::tokens::{Gap, Kind, Mark, Shape};

/// What ties a name to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::credit) enum Tie {
    None,
    Slash,
    Bar,
    Dash,
    Comma,
    And,
    Via,
    For,
    On,
    Bracket,
    Colon,
    Place,
}

pub(super) fn strongest(so_far: Tie, next: Tie) -> Tie {
    match (so_far, next) {
        (_, Tie::Via | Tie::For | Tie::On) | (Tie::None | Tie::Comma, _) => next,
        _ => so_far,
    }
}

/// The tie that stands here: its kind and what follows it.
pub(super) fn tie_at(
    text: &Text<'_, '_>,
    line: &Line,
    at: usize,
    until: usize,
) -> Option<(Tie, usize)> {
    let token = text.token(at)?;
    let next = at + 1;
    let is_spaced = token.gap != Gap::None || (next < until && text.gap(next) != Gap::None);
    let by_mark = match token.kind {
        Kind::Mark(mark) => match mark {
            Mark::Slash => Some(Tie::Slash),
            Mark::Bar => Some(Tie::Bar),
            Mark::Comma | Mark::Semicolon => Some(Tie::Comma),
            Mark::And => Some(Tie::And),
            Mark::Underscore => Some(Tie::Place),
            Mark::Dash if is_spaced || token.gap == Gap::None => Some(Tie::Dash),
            Mark::Colon if !line.is_empty() && next < until => Some(Tie::Colon),
            Mark::Equals if next < until => Some(Tie::Bar),
            Mark::Dash
            | Mark::Colon
            | Mark::Stop
            | Mark::Copyright
            | Mark::Equals
            | Mark::Quote
            | Mark::Other => None,
        },
        _ => None,
    };
    if let Some(tie) = by_mark {
        return Some((tie, next));
    }
    word_tie(text, line, at, until)
}

fn word_tie(text: &Text<'_, '_>, line: &Line, at: usize, until: usize) -> Option<(Tie, usize)> {
    if line.is_empty() && text.length(at, Sense::Via) == 0 {
        return None;
    }
    let follows_mark = at
        .checked_sub(1)
        .is_some_and(|before| !text.is_word(before) && before >= line.tokens.end);
    let may_tie = match text.shape(at) {
        // `DAN` is "and" and a person.
        // Nor is `UN` the Latvian "and", where what follows is not in capitals.
        Some(Shape::Upper) => {
            !text.is(at, WordSense::GivenName)
                && (text.shape(at + 1) != Some(Shape::Title)
                    || text.length(at, Sense::Via) + text.length(at, Sense::For) > 0)
        }
        Some(Shape::Title) => {
            text.length(at, Sense::Via) > 0 || (follows_mark && text.length(at, Sense::For) > 0)
        }
        Some(Shape::Mixed | Shape::Initial) => text.length(at, Sense::Via) > 0,
        Some(Shape::Lower | Shape::Handle | Shape::Address | Shape::Mail | Shape::Caseless)
        | None => true,
    };
    if !may_tie {
        return None;
    }
    let by = text.length(at, Sense::By);
    if is_staff_label(text, at) && at + by < until {
        return Some((Tie::On, at + by));
    }
    let [via, whom, and, on] =
        [Sense::Via, Sense::For, Sense::And, Sense::On].map(|sense| text.length(at, sense));
    let behind = |length: usize| at + length;
    let follows_organisation_word = line.tokens.end == at
        && line.names.last().is_some_and(|name| {
            name.tokens.end == at
                && name.known.is_none()
                && name.bearer == Bearer::Organisation
                && name
                    .tokens
                    .clone()
                    .any(|word| text.is(word, WordSense::Organisation))
        });
    if via > 0 && behind(via) < until {
        return Some((Tie::Via, behind(via)));
    }
    if whom > 0 && starts_name(text, behind(whom), until) && !follows_organisation_word {
        return Some((Tie::For, behind(whom)));
    }
    if on > 0 && behind(on) < until && text.known(behind(on)).is_some() {
        return Some((Tie::On, behind(on)));
    }
    let is_pair = and > 0
        && (line.tokens.end < at
            || line
                .names
                .last()
                .is_some_and(|name| name.tokens.end == at || name.tie == Tie::Place));
    (is_pair && behind(and) < until && !follows_organisation_word).then(|| (Tie::And, behind(and)))
}

/// Whether a small word inside a chunk ties two names: "Ann Lee for The Post", "Ann Lee and Bo Roe".
pub(super) fn splits(text: &Text<'_, '_>, from: usize, at: usize, until: usize) -> bool {
    if text.is_mere_word(at) {
        return false;
    }
    let is_small = matches!(text.shape(at), Some(Shape::Lower | Shape::Caseless))
        || (text.shape(at) == Some(Shape::Upper)
            && text.length(at, Sense::For).max(text.length(at, Sense::Via)) > 0
            && !text.is(at, WordSense::GivenName))
        || is_loud_and(text, at);
    if is_staff_label(text, at) {
        return true;
    }
    if text.length(at, Sense::Via) > 0
        && (is_small || text.shape(at) == Some(Shape::Title))
        && at + 1 < until
    {
        return true;
    }
    if !is_small {
        return false;
    }
    let names_body = (from..at)
        .any(|word| text.is(word, WordSense::Organisation) && !text.is(word, WordSense::GivenName))
        && !(from..at).any(|word| {
            text.known(word)
                .is_some_and(|known| word + known.tokens == at)
        });
    let [whom, and, on] = [Sense::For, Sense::And, Sense::On].map(|sense| text.length(at, sense));
    if whom > 0 && starts_name(text, at + whom, until) && !names_body {
        return true;
    }
    if on > 0
        && text.known(at + on).is_some_and(|known| known.is_exact)
        && at + on < until
        && !names_body
        && !text.is(from, WordSense::Organisation)
    {
        return true;
    }
    let is_letter_word = text.printed(at).chars().count() < 2 || text.is(at, WordSense::Particle);
    let is_pair = at >= from + 2
        && starts_name(text, at + and, until)
        && (!is_letter_word || (at + and + 1 < until && text.is_capital(at + and + 1)));
    and > 0 && is_pair && !names_body
}

/// Whether an ampersand stands inside one name of two single words: `Herald & Record`.
pub(super) fn joins_one_name(text: &Text<'_, '_>, from: usize, at: usize, until: usize) -> bool {
    let is_part = |word: usize| {
        matches!(text.shape(word), Some(Shape::Title | Shape::Upper))
            && text.known(word).is_none()
            && !text.is(word, WordSense::GivenName)
    };
    at == from + 1
        && text.printed(at) == "&"
        && is_part(from)
        && at + 1 < until
        && is_part(at + 1)
        && !(at + 2 < until && text.is_capital(at + 2))
}

/// Whether a label stands between a house and its photographer: `Express photo by Ann Lee`.
pub(super) fn is_staff_label(text: &Text<'_, '_>, at: usize) -> bool {
    text.length(at, Sense::By) > 0
        && text.shape(at) == Some(Shape::Lower)
        && text.boundary(at) == Boundary::None
        && at.checked_sub(1).is_some_and(|before| {
            text.is_capital(before)
                && text.length(before, Sense::Qualifier) <= text.length(at, Sense::By)
        })
}

/// Whether a name may begin here, within quotation marks or without.
fn starts_name(text: &Text<'_, '_>, start: usize, until: usize) -> bool {
    let start = start + usize::from(text.is_mark(start, Mark::Quote));
    start < until
        && (text.is_capital(start)
            || text.known(start).is_some()
            || matches!(text.shape(start), Some(Shape::Handle | Shape::Address)))
}

/// Whether an "and" stands between names that are set in capitals as it is: `ANN LEE ET BO ROE`.
fn is_loud_and(text: &Text<'_, '_>, at: usize) -> bool {
    let is_loud = |at: usize| text.shape(at) == Some(Shape::Upper);
    text.length(at, Sense::And) > 0
        && !text.is(at, WordSense::GivenName)
        && is_loud(at)
        && is_loud(at + 1)
        && at.checked_sub(1).is_some_and(is_loud)
}

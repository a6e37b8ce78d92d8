//! A line that says its names twice is two credits.

use std::ops::Range;

use crate::credit::line::{Line, Name, Tie};
use crate::credit::name::Bearer;
use crate::credit::same::{Comparable, Likeness};
use crate::credit::scan::Found;
use crate::credit::text::{Boundary, Text};
use crate::credit::tokens::{Mark, Shape};

/// A line whose last names only repeat its first is two credits: `Ann Lee/dpa | Ann Lee`.
pub(super) fn apart(text: &Text<'_, '_>, found: Found) -> Vec<Found> {
    if let Some(both) = bracket_apart(text, &found) {
        return both;
    }
    let Some(at) = repetition(text, &found.line) else {
        return vec![found];
    };
    let names = &found.line.names;
    let (Some(again), Some(last)) = (
        names.get(at),
        at.checked_sub(1).and_then(|last| names.get(last)),
    ) else {
        return vec![found];
    };
    let end = (last.tokens.end..again.tokens.start)
        .find(|&mark| {
            [
                Mark::Slash,
                Mark::Bar,
                Mark::Comma,
                Mark::Dash,
                Mark::Semicolon,
            ]
            .into_iter()
            .any(|kind| text.is_mark(mark, kind))
        })
        .unwrap_or(last.tokens.end);
    let (first, rest) = names.split_at(at);
    let one = Found {
        line: found.line.part(found.line.tokens.start..end, first),
        ..found.clone()
    };
    let other = Found {
        line: found
            .line
            .part(again.tokens.start..found.line.tokens.end, rest),
        label: None,
        ..found.clone()
    };
    vec![one, other]
}

/// A bracket that names all who stand before it, and more, is the richer of two credits:
/// `Credit: Ann Lee (AP Photo/Ann Lee)`.
fn bracket_apart(text: &Text<'_, '_>, found: &Found) -> Option<Vec<Found>> {
    let names = &found.line.names;
    let at = names.iter().position(|name| name.tie == Tie::Bracket)?;
    let (before, inside) = names.split_at(at);
    let open = (before.last()?.tokens.end..inside.first()?.tokens.start)
        .find(|&open| text.is_open(open))?;
    let close = text.partner(open)?;
    let comparable =
        |name: &Name| Comparable::new(text.span(&name.bare).of(text.raw), text.lexicon);
    let held: Vec<Comparable> = inside.iter().take(8).map(comparable).collect();
    let is_held = before.iter().all(|name| {
        let name = comparable(name);
        held.iter()
            .any(|other| matches!(name.likeness(other), Some(Likeness::Same | Likeness::Less)))
    });
    let is_last = found.line.tokens.end == close + 1;
    let is_again = inside.len() == 1
        && before.len() == 1
        && before
            .iter()
            .zip(&held)
            .all(|(name, other)| comparable(name).likeness(other) == Some(Likeness::Same));
    if !is_held || (inside.len() < 2 && !is_again) || before.len() > 8 || !is_last {
        return None;
    }
    let part = |tokens: Range<usize>, names: &[Name], label: Option<Range<usize>>| Found {
        line: found.line.part(tokens, names),
        label,
        ..found.clone()
    };
    Some(vec![
        part(found.line.tokens.start..open, before, found.label.clone()),
        part(open + 1..close, inside, None),
    ])
}

/// From which name on a line says only what it has said.
fn repetition(text: &Text<'_, '_>, line: &Line) -> Option<usize> {
    let parts = |at: usize| {
        line.names.get(at).is_some_and(|name| match name.tie {
            Tie::Bar | Tie::Dash => true,
            Tie::Slash | Tie::Comma => line
                .names
                .iter()
                .skip(at)
                .all(|name| name.bearer == Bearer::Person),
            Tie::None => {
                at + 1 < line.names.len()
                    || name.known.is_some()
                    || text.boundary(name.tokens.start) == Boundary::Glued
            }
            Tie::And | Tie::Via | Tie::For | Tie::On | Tie::Bracket | Tie::Colon | Tie::Place => {
                false
            }
        })
    };
    if line.names.len() < 2 || (line.names.len() == 2 && !parts(1)) {
        return None;
    }
    let said: Vec<Comparable> = line
        .names
        .iter()
        .take(16)
        .map(|name| Comparable::new(text.span(&name.bare).of(text.raw), text.lexicon))
        .collect();
    let is_said = |n: usize, before: usize| {
        said.get(n).is_some_and(|name| {
            said.iter()
                .take(before)
                .any(|other| matches!(name.likeness(other), Some(Likeness::Same | Likeness::Less)))
        })
    };
    let has_address = line
        .names
        .iter()
        .any(|name| text.shape(name.bare.start) == Some(Shape::Mail));
    if line.names.len() > said.len() || has_address {
        return None;
    }
    (1..said.len()).find(|&at| {
        let name = line.names.get(at);
        // `AP/AP/Ann Lee`: the house's system put its name before the whole credit once more.
        let is_said_on = at == 1
            && said.len() > 2
            && name.is_some_and(|name| matches!(name.tie, Tie::Slash | Tie::Bar | Tie::Dash))
            && line
                .names
                .first()
                .is_some_and(|first| first.known.is_some())
            && said
                .first()
                .zip(said.get(1))
                .is_some_and(|(one, other)| one.likeness(other) == Some(Likeness::Same));
        if is_said_on {
            return true;
        }
        let is_whole_again = said.len() == 2 * at
            && at > 1
            && (0..at).all(|n| {
                said.get(n)
                    .zip(said.get(at + n))
                    .is_some_and(|(one, other)| one.likeness(other) == Some(Likeness::Same))
            });
        if is_whole_again {
            return true;
        }
        parts(at) && (at..said.len()).all(|n| is_said(n, at))
    })
}

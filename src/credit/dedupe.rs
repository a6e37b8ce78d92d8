//! Credits said twice: which one says all, and which disagree.
//!
//! Richer is containment, not position: a credit whose persons and organisations are all in another
//! one adds nothing. Credits that complete each other side by side are one line; credits that name
//! different persons are a conflict, and a conflict is raised, never decided.

use super::lexicon::Lexicon;
use super::name::Bearer;
use super::reading::{Confidence, Credit};
use super::same::{Comparable, Likeness};
use crate::model::Span;

/// Among so many credits or names that differ, repetitions are looked for; a text that holds more
/// is no caption, and comparing each with each would take time without bound.
const MOST: usize = 64;

/// What the credits of a caption come to.
#[derive(Debug, Default)]
pub(super) struct Settled {
    /// The credit line that the certain fix keeps.
    pub(super) kept: Option<Span>,
    /// The credits that the kept line is made of.
    pub(super) kept_credits: Vec<usize>,
    /// Credits that say nothing new.
    pub(super) repeated: Vec<usize>,
    /// Credits that disagree.
    pub(super) conflict: Vec<usize>,
    /// How sure that is.
    pub(super) confidence: Option<Confidence>,
}

struct Said {
    persons: Vec<Comparable>,
    organisations: Vec<Comparable>,
}

impl Said {
    fn new(raw: &str, credit: &Credit, lexicon: &Lexicon) -> Self {
        let comparable = |span: &Span| Comparable::new(span.of(raw), lexicon);
        Self {
            persons: credit.persons.iter().map(comparable).collect(),
            organisations: credit.organisations.iter().map(comparable).collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.persons.is_empty() && self.organisations.is_empty()
    }

    fn names(&self) -> impl Iterator<Item = &Comparable> {
        self.persons.iter().chain(&self.organisations)
    }

    /// Whether the other credit names everybody whom this one names.
    fn is_held_by(&self, other: &Self) -> bool {
        self.names().all(|name| {
            other
                .names()
                .any(|held| matches!(name.likeness(held), Some(Likeness::Same | Likeness::Less)))
        })
    }

    /// As before, but a fuller spelling of a name does not count as more.
    fn is_loosely_held_by(&self, other: &Self) -> bool {
        self.names()
            .all(|name| other.names().any(|held| name.likeness(held).is_some()))
    }

    /// Whether both name somebody, and nobody in common, and one only persons, the other only bodies.
    fn completes(&self, other: &Self) -> bool {
        let only =
            |one: &Self, other: &Self| one.organisations.is_empty() && other.persons.is_empty();
        !self.is_empty() && !other.is_empty() && (only(self, other) || only(other, self))
    }
}

/// Settles which credits repeat, complete or contradict each other.
pub(super) fn settle(
    raw: &str,
    credits: &[Credit],
    is_bracketed: &[bool],
    lexicon: &Lexicon,
) -> Settled {
    let mut settled = Settled::default();
    if let [only] = credits {
        settled.kept = Some(only.line);
        settled.kept_credits.push(0);
        return settled;
    }
    let said: Vec<Said> = credits
        .iter()
        .map(|credit| Said::new(raw, credit, lexicon))
        .collect();
    let mut kept: Vec<usize> = Vec::new();
    for (n, mine) in said.iter().enumerate() {
        if kept.len() >= MOST {
            kept.push(n);
            continue;
        }
        let is_said_by = |other: &Said| mine.is_held_by(other);
        let by_kept = kept.iter().any(|&k| said.get(k).is_some_and(is_said_by));
        if by_kept && !(mine.is_empty() && kept.is_empty()) {
            settled.repeated.push(n);
            continue;
        }
        kept.retain(|&k| {
            let is_poorer = said.get(k).is_some_and(|other| other.is_held_by(mine));
            if is_poorer {
                settled.repeated.push(k);
            }
            !is_poorer
        });
        kept.push(n);
    }
    if kept.len() < MOST {
        drop_other_spellings(&said, &mut kept, &mut settled);
    }
    settled.repeated.sort_unstable();
    let spans: Vec<Span> = kept
        .iter()
        .filter_map(|&k| credits.get(k).map(|credit| credit.line))
        .collect();
    match (kept.as_slice(), spans.as_slice()) {
        ([], _) => {}
        ([_], [only]) => settled.kept = Some(*only),
        ([first, second], [one, other])
            if completes(&said, *first, *second) && between_is_short(raw, *one, *other) =>
        {
            settled.kept = Some(whole(
                *one,
                *other,
                [*first, *second].map(|k| is_bracketed.get(k).copied().unwrap_or(false)),
                raw,
            ));
            settled.confidence = Some(Confidence::Likely);
        }
        _ => {
            settled.conflict.clone_from(&kept);
            settled.confidence = Some(Confidence::Unsure);
        }
    }
    settled.kept_credits = kept;
    settled
}

fn completes(said: &[Said], one: usize, other: usize) -> bool {
    said.get(one)
        .zip(said.get(other))
        .is_some_and(|(one, other)| one.completes(other))
}

/// Whether only labels and marks stand between two credits, no caption.
fn between_is_short(raw: &str, one: Span, other: Span) -> bool {
    other.start.saturating_sub(one.end) < 48
        && raw
            .get(one.end..other.start)
            .is_some_and(|between| between.split_whitespace().count() < 5)
}

/// From the first name to the last; with the brackets where only one of the two stands in them.
fn whole(one: Span, other: Span, brackets: [bool; 2], raw: &str) -> Span {
    let [first, second] = brackets;
    let start = if first {
        raw.get(..one.start)
            .and_then(|before| before.rfind(['(', '[', '（', '【']))
            .unwrap_or(one.start)
    } else {
        one.start
    };
    let end = if second {
        raw.get(other.end..)
            .and_then(|after| {
                after
                    .find([')', ']', '）', '】'])
                    .map(|at| other.end + at + 1)
            })
            .unwrap_or(other.end)
    } else {
        other.end
    };
    let end = (end..raw.len())
        .find(|&end| raw.is_char_boundary(end))
        .unwrap_or(end);
    Span::new(start, end)
}

/// Of credits that differ only in how a name is spelt, the first stays.
fn drop_other_spellings(said: &[Said], kept: &mut Vec<usize>, settled: &mut Settled) {
    let mut at = 1;
    while at < kept.len() {
        let is_other_spelling = kept.get(at).and_then(|&k| said.get(k)).is_some_and(|mine| {
            kept.iter().take(at).any(|&k| {
                said.get(k)
                    .is_some_and(|other| mine.is_loosely_held_by(other))
            })
        });
        if is_other_spelling {
            settled.repeated.push(kept.remove(at));
        } else {
            at += 1;
        }
    }
}

/// Persons and organisations of some credits, as printed, once each.
pub(super) fn once<'a>(
    raw: &'a str,
    credits: &[Credit],
    which: &[usize],
    bearer: Bearer,
    lexicon: &Lexicon,
) -> Vec<(&'a str, Span)> {
    let spans: Vec<Span> = which
        .iter()
        .filter_map(|&n| credits.get(n))
        .flat_map(|credit| match bearer {
            Bearer::Person => &credit.persons,
            Bearer::Organisation => &credit.organisations,
        })
        .copied()
        .collect();
    if let [only] = spans.as_slice() {
        return vec![(only.of(raw), *only)];
    }
    let mut names: Vec<(&'a str, Span, Comparable)> = Vec::new();
    for span in spans {
        let name = span.of(raw);
        let comparable = Comparable::new(name, lexicon);
        if !names.iter().take(MOST).any(|(_, _, known)| {
            known
                .likeness(&comparable)
                .is_some_and(|likeness| likeness != Likeness::More)
        }) {
            names.push((name, span, comparable));
        }
    }
    names
        .into_iter()
        .map(|(name, span, _)| (name, span))
        .collect()
}

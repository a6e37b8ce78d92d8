//! What is left when credits, terms and furniture are taken out: the caption, perhaps printed twice.

use std::collections::HashSet;
use std::ops::Range;

use super::reading::{Part, PartKind};
use super::text::Text;
use super::tokens::{Gap, Kind, Mark};
use crate::model::Span;

/// A caption printed twice has at least as many words.
const SHORTEST_REPEATED: usize = 3;
/// A caption printed more often is no caption.
const MOST_COPIES: usize = 4;
/// How many places are tried as the beginning of the second copy.
const TRIES: usize = 8;

/// The caption's stretches between other parts, without the separators at their ends.
pub(super) fn stretches(text: &Text<'_, '_>, gaps: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::with_capacity(gaps.len());
    for gap in gaps {
        let stretch = trimmed(text, gap.clone());
        if stretch.is_empty() {
            continue;
        }
        let goes_on = stretches
            .last()
            .is_some_and(|before| goes_on_with_mark(text, before, gap.start));
        stretches.push(if goes_on {
            gap.start..stretch.end
        } else {
            stretch
        });
    }
    stretches
}

/// Whether the mark here goes on with the sentence before a credit in brackets: `Left the old hall (photo: Ann
/// Lee), right the new one`.
fn goes_on_with_mark(text: &Text<'_, '_>, before: &Range<usize>, mark: usize) -> bool {
    let is_mark = |at: usize| {
        [Mark::Comma, Mark::Semicolon, Mark::Stop]
            .into_iter()
            .any(|kind| text.is_mark(at, kind))
    };
    is_mark(mark)
        && text.gap(mark) == Gap::None
        && text.gap(mark + 1) != Gap::None
        && mark
            .checked_sub(1)
            .is_some_and(|close| text.is_close(close))
        && before
            .end
            .checked_sub(1)
            .is_some_and(|last| text.is_word(last))
}

/// Takes separators off both ends, and a full stop that stands alone.
fn trimmed(text: &Text<'_, '_>, gap: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = gap.clone();
    let is_separator = |at: usize| {
        [
            Mark::Bar,
            Mark::Dash,
            Mark::Slash,
            Mark::Comma,
            Mark::Semicolon,
            Mark::Colon,
            Mark::Equals,
        ]
        .into_iter()
        .any(|mark| text.is_mark(at, mark))
    };
    let is_torn = |at: usize| text.partner(at).is_none_or(|other| !gap.contains(&other));
    while end > start && (is_separator(end - 1) || (text.is_open(end - 1) && is_torn(end - 1))) {
        end -= 1;
    }
    while end > start && text.is_close(start) && is_torn(start) {
        start += 1;
    }
    while end > start
        && (is_separator(start) && !is_opening_dash(text, start, end)
            || text.is_mark(start, Mark::Stop) && start > 0)
    {
        start += 1;
    }
    let has_word = (start..end).any(|at| {
        text.token(at).is_some_and(|token| {
            !matches!(
                token.kind,
                Kind::Mark(Mark::Stop | Mark::Comma | Mark::Quote | Mark::Bar)
                    | Kind::Open
                    | Kind::Close
            )
        })
    });
    if has_word { start..end } else { start..start }
}

/// A dash that opens direct speech at the start of a caption is part of it.
fn is_opening_dash(text: &Text<'_, '_>, at: usize, end: usize) -> bool {
    at == 0 && at + 1 < end && text.is_mark(at, Mark::Dash)
}

/// The parts of kind caption; of a caption printed twice, the poorer copy is marked.
pub(super) fn parts(text: &Text<'_, '_>, stretches: &[Range<usize>]) -> Vec<Part> {
    let words: Vec<usize> = stretches
        .iter()
        .flat_map(Clone::clone)
        .filter(|&at| text.is_word(at))
        .collect();
    let copies = copies(text, &words);
    let richest = richest(&copies, &words);
    let mut parts = Vec::new();
    let mut seen = HashSet::new();
    if let [only] = stretches
        && copies.is_empty()
        && only.clone().skip(1).all(|at| text.gap(at) != Gap::Line)
    {
        // One line is no copy of another.
        push(text, only.clone(), PartKind::Caption, &mut parts);
        return parts;
    }
    for stretch in stretches {
        if copies.is_empty() {
            lines(text, stretch, &mut seen, &mut parts);
            continue;
        }
        let mut start = stretch.start;
        let within = copies
            .iter()
            .filter(|&&copy| copy > stretch.start && copy < stretch.end)
            .map(|&copy| before_marks(text, stretch.start, copy));
        for end in within.chain([stretch.end]) {
            let number = copies.iter().filter(|&&copy| copy < end).count();
            let kind = if number == richest {
                PartKind::Caption
            } else {
                PartKind::CaptionAgain
            };
            push(text, start..end, kind, &mut parts);
            start = end;
        }
    }
    parts
}

/// The tokens at which the caption begins once more, and again.
fn copies(text: &Text<'_, '_>, words: &[usize]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut rest = words;
    while found.len() < MOST_COPIES
        && let Some(place) = second_copy(text, rest)
        && let Some((&token, after)) = rest.get(place..).and_then(<[usize]>::split_first)
    {
        found.push(token);
        rest = rest.get(rest.len() - after.len() - 1..).unwrap_or_default();
    }
    found
}

/// Which copy says most, the first of equals: 0 for what stands before the first repetition.
fn richest(copies: &[usize], words: &[usize]) -> usize {
    let number = |word: usize| copies.iter().filter(|&&copy| copy <= word).count();
    let mut lengths = vec![0_usize; copies.len() + 1];
    for &word in words {
        if let Some(length) = lengths.get_mut(number(word)) {
            *length += 1;
        }
    }
    let most = lengths.iter().max().copied().unwrap_or_default();
    lengths
        .iter()
        .position(|&length| length == most)
        .unwrap_or(0)
}

/// The lines of a stretch; one that was printed before is marked.
fn lines(
    text: &Text<'_, '_>,
    stretch: &Range<usize>,
    seen: &mut HashSet<Vec<String>>,
    parts: &mut Vec<Part>,
) {
    let mut new = stretch.start..stretch.start;
    let mut start = stretch.start;
    for at in stretch.clone().skip(1).chain([stretch.end]) {
        if at < stretch.end && text.gap(at) != Gap::Line {
            continue;
        }
        let words = (start..at)
            .filter(|&word| text.is_word(word))
            .map(|word| text.key(word).to_owned())
            .collect::<Vec<_>>();
        if words.is_empty() || seen.insert(words) {
            new.end = at;
        } else {
            push(text, new, PartKind::Caption, parts);
            push(text, start..at, PartKind::CaptionAgain, parts);
            new = at..at;
        }
        start = at;
    }
    push(text, new, PartKind::Caption, parts);
}

/// An opening quotation mark or bracket before the second copy belongs to it.
fn before_marks(text: &Text<'_, '_>, start: usize, cut: usize) -> usize {
    let mut at = cut;
    while at > start
        && (text.is_open(at - 1) || text.is_mark(at - 1, Mark::Quote))
        && text.gap(at - 1) != Gap::None
    {
        at -= 1;
    }
    at
}

fn push(text: &Text<'_, '_>, tokens: Range<usize>, kind: PartKind, parts: &mut Vec<Part>) {
    let tokens = if kind == PartKind::Caption {
        tokens
    } else {
        trimmed(text, tokens)
    };
    let span: Span = text.span(&tokens);
    if !span.is_empty() {
        parts.push(Part { span, kind });
    }
}

/// Where the caption begins once more, counted in its words.
fn second_copy(text: &Text<'_, '_>, words: &[usize]) -> Option<usize> {
    let key = |n: usize| words.get(n).map(|&at| text.key(at));
    let first = key(0)?;
    let is_start = |n: &usize| key(*n) == Some(first) && key(n + 1) == key(1);
    let places = (SHORTEST_REPEATED..words.len())
        .filter(is_start)
        .take(TRIES);
    for place in places {
        let rest = words.len() - place;
        let same = (0..rest.min(place))
            .take_while(|&n| key(n) == key(place + n))
            .count();
        // Both copies whole, or one cut short by its page.
        let is_periodic = (0..rest).all(|n| key(n) == key(place + n));
        let is_whole_copy = same == place && rest.is_multiple_of(place) && is_periodic;
        let begins_line = words
            .get(place)
            .is_some_and(|&at| text.gap(at) == Gap::Line);
        let enough = SHORTEST_REPEATED + if begins_line { 1 } else { 2 };
        let is_cut_short = (same == rest || same == place) && same >= enough;
        if is_whole_copy || is_cut_short {
            return Some(place);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::credit::{Lexicon, read};

    #[test]
    fn of_a_caption_printed_several_times_the_fullest_copy_is_kept() {
        let lexicon = Lexicon::built_in();
        for (raw, expected) in [
            (
                "Bel Ormond sings.\nBel Ormond sings.\nBel Ormond sings. Photo: Ann Lee",
                "Bel Ormond sings.",
            ),
            (
                "The pond in Torvik, where herons stand,.\nThe pond in Torvik, where herons stand,.\nThe pond in Torvik, where herons stand, in May.",
                "The pond in Torvik, where herons stand, in May.",
            ),
            (
                "The old ferry at the quay\n1 of 2 The old ferry at the quay - Photo: Ann Lee/AP",
                "The old ferry at the quay",
            ),
            (
                "Boats and boats and boats lie in the harbour.",
                "Boats and boats and boats lie in the harbour.",
            ),
        ] {
            assert_eq!(read(raw, &lexicon).caption(), expected, "{raw}");
        }
    }
}

//! A credit that a label promises and the grammar does not follow: its names are what stands between its
//! marks. Never sure.

use std::ops::Range;

use super::lexicon::Sense;
use super::line::{Ending, Line, Name, Tie};
use super::name::{Beside, bearer};
use super::text::{Boundary, Text};
use super::tokens::Mark;

/// What follows a label is not taken for a credit on its word alone where it is longer, in tokens.
const LONGEST: usize = 14;

/// The names in these tokens, to their end.
pub(super) fn line(text: &Text<'_, '_>, tokens: Range<usize>) -> Option<Line> {
    if tokens.is_empty() || tokens.len() > LONGEST {
        return None;
    }
    let mut names: Vec<Name> = Vec::new();
    let mut start = tokens.start;
    let mut tie = Tie::None;
    for at in tokens.clone().chain([tokens.end]) {
        let next = if at == tokens.end {
            Some(Tie::None)
        } else {
            tie_of(text, at)
        };
        let Some(next) = next else { continue };
        if (start..at).any(|word| text.shape(word).is_some()) {
            names.push(name(text, start..at, tie));
        }
        tie = next;
        start = at + 1;
    }
    (!names.is_empty()).then_some(Line {
        tokens,
        names,
        qualifiers: Vec::new(),
        ending: Ending::Guessed,
        strays: 1,
    })
}

/// Whether nothing but this credit can stand here: something ended before it, and the text or its line
/// ends with it.
pub(super) fn is_last(text: &Text<'_, '_>, label: usize, end: usize) -> bool {
    let is_parted = matches!(
        text.boundary(label),
        Boundary::Sentence | Boundary::Separator | Boundary::Line | Boundary::Bracket
    ) && label > 0;
    let is_over = |at: usize| at >= text.len() || text.boundary(at) == Boundary::Line;
    is_parted && (is_over(end) || (text.is_sentence_end(end) && is_over(end + 1)))
}

fn name(text: &Text<'_, '_>, tokens: Range<usize>, tie: Tie) -> Name {
    let whom = [Sense::For, Sense::Via].map(|sense| text.length(tokens.start, sense));
    let led = whom.into_iter().max().unwrap_or(0);
    let tokens = tokens.start + led..tokens.end;
    let known = text
        .known(tokens.start)
        .filter(|known| known.tokens == tokens.len());
    Name {
        bare: tokens.clone(),
        bearer: bearer(
            text,
            &tokens,
            Beside {
                is_led: led > 0,
                ..Beside::default()
            },
        ),
        tokens,
        known,
        tie,
        has_role: false,
    }
}

fn tie_of(text: &Text<'_, '_>, at: usize) -> Option<Tie> {
    [
        (Mark::Slash, Tie::Slash),
        (Mark::Bar, Tie::Bar),
        (Mark::Comma, Tie::Comma),
        (Mark::Semicolon, Tie::Comma),
    ]
    .into_iter()
    .find_map(|(mark, tie)| text.is_mark(at, mark).then_some(tie))
}

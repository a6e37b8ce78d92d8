//! Agencies that a hyphen glues to a name: `Ann Lee-Reuters`.

use super::credit::cut_in_two;
use crate::credit::lexicon::Lexicon;
use crate::credit::tokens::{Gap, Kind, Mark, Shape, Token, shape_of, token};
use crate::model::Span;

/// No name of an agency behind a hyphen has more words after its first.
const WORDS_OF_AGENCY: usize = 3;

/// Cuts a photographer's surname from the agency that a hyphen ties to it: `Ann Roe-Imagn Images`.
pub(in crate::credit) fn cut_hyphens<'a>(
    raw: &'a str,
    tokens: &mut Vec<Token<'a>>,
    lexicon: &Lexicon,
) {
    let cuts: Vec<(usize, usize)> = (1..tokens.len())
        .filter_map(|at| Some((at, hyphen_before_agency(raw, tokens, at, lexicon)?)))
        .collect();
    for (at, hyphen) in cuts.into_iter().rev() {
        cut_in_two(raw, tokens, at, hyphen);
        let Some(rest) = tokens.get(at + 1).map(|rest| rest.span) else {
            continue;
        };
        let name = Span::new(rest.start + 1, rest.end);
        let halves = [
            token(
                raw,
                Span::new(rest.start, name.start),
                Kind::Mark(Mark::Dash),
                Gap::None,
            ),
            token(raw, name, Kind::Word(shape_of(name.of(raw))), Gap::None),
        ];
        tokens.splice(at + 1..=at + 1, halves);
    }
}

fn hyphen_before_agency(
    raw: &str,
    tokens: &[Token<'_>],
    at: usize,
    lexicon: &Lexicon,
) -> Option<usize> {
    let word = tokens.get(at)?;
    let before = tokens.get(at - 1)?;
    let follows_name =
        word.gap == Gap::Space && matches!(before.shape(), Some(Shape::Title | Shape::Initial));
    if !follows_name {
        return None;
    }
    let hyphen = word.text.rfind('-')?;
    let (surname, name) = (word.text.get(..hyphen)?, word.text.get(hyphen + 1..)?);
    if shape_of(surname) != Shape::Title
        || name.is_empty()
        || lexicon.facts(tokens.get(at..)?).organisation.is_some()
    {
        return None;
    }
    let span = Span::new(word.span.end - name.len(), word.span.end);
    let mut rest = vec![token(raw, span, Kind::Word(shape_of(name)), Gap::None)];
    rest.extend(tokens.get(at + 1..)?.iter().take(WORDS_OF_AGENCY).cloned());
    lexicon
        .facts(&rest)
        .organisation
        .filter(|known| known.is_exact && !known.is_weak)
        .map(|_| hyphen)
}

//! Captions and credits that were printed without the space between them: `in PortoAnna Roe/EFE`.

use super::humps;
use crate::credit::fold::fold;
use crate::credit::lexicon::{Lexicon, Sense, WordSense};
use crate::credit::tokens::{Gap, Kind, Mark, NAME_PREFIXES, Shape, Token, shape_of, token};
use crate::model::Span;

/// How far from the end of a text a credit may be glued to its caption, in tokens.
const GLUED_WITHIN: usize = 24;

/// Cuts the last word of a caption from the first of an unlabelled credit: `in PortoAnna Roe/EFE`.
pub(in crate::credit) fn cut_glued_captions<'a>(
    raw: &'a str,
    tokens: &mut Vec<Token<'a>>,
    lexicon: &Lexicon,
) {
    let from = tokens.len().saturating_sub(GLUED_WITHIN).max(1);
    let glued = (from..tokens.len()).find_map(|at| Some((at, glued_at(tokens, at, lexicon)?)));
    if let Some((at, hump)) = glued {
        cut_in_two(raw, tokens, at, hump);
    }
}

pub(super) fn cut_in_two<'a>(raw: &'a str, tokens: &mut Vec<Token<'a>>, at: usize, hump: usize) {
    let Some(whole) = tokens.get(at).cloned() else {
        return;
    };
    let cut = whole.span.start + hump;
    let halves = [
        (Span::new(whole.span.start, cut), whole.gap),
        (Span::new(cut, whole.span.end), Gap::None),
    ]
    .map(|(span, gap)| token(raw, span, Kind::Word(shape_of(span.of(raw))), gap));
    tokens.splice(at..=at, halves);
}

/// Cuts a credit from the caption that follows it: `© AP Photo / Ann LeeTwo boats lie in the harbour`.
pub(in crate::credit) fn cut_glued_credits<'a>(
    raw: &'a str,
    tokens: &mut Vec<Token<'a>>,
    lexicon: &Lexicon,
) {
    let mut line = 0;
    let mut cuts = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.gap == Gap::Line {
            line = at;
        }
        if at > line && at - line < GLUED_WITHIN && token.shape() == Some(Shape::Mixed) {
            cuts.extend(caption_glued_at(tokens, line, at, lexicon).map(|hump| (at, hump)));
        }
    }
    for (at, hump) in cuts.into_iter().rev() {
        cut_in_two(raw, tokens, at, hump);
    }
}

fn caption_glued_at(
    tokens: &[Token<'_>],
    line: usize,
    at: usize,
    lexicon: &Lexicon,
) -> Option<usize> {
    let word = tokens.get(at)?;
    let before = tokens.get(at.checked_sub(1)?)?;
    let after = tokens.get(at + 1)?;
    let [hump] = *humps(word.text).as_slice() else {
        return None;
    };
    let (name, caption) = word.text.split_at_checked(hump)?;
    let speaks_for_credit = tokens
        .get(line..at)?
        .iter()
        .any(|token| token.is(Mark::Slash) || token.is(Mark::Copyright) || token.is(Mark::Colon));
    let is_name = shape_of(name) == Shape::Title
        && name.chars().count() > 2
        && !NAME_PREFIXES.contains(&name)
        && (before.is(Mark::Slash)
            || before.shape() == Some(Shape::Title)
            || (before.is(Mark::Comma) && lexicon.organisation_id(&fold(name)).is_some()));
    let is_caption = shape_of(caption) == Shape::Title
        && after.shape() == Some(Shape::Lower)
        && after.gap == Gap::Space;
    let is_known = || {
        let rest = tokens.get(at..).unwrap_or_default();
        lexicon.facts(rest).organisation.is_some()
    };
    (speaks_for_credit && is_name && is_caption && !is_known()).then_some(hump)
}

fn glued_at(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<usize> {
    let word = tokens
        .get(at)
        .filter(|word| word.shape() == Some(Shape::Mixed) && word.gap == Gap::Space)?;
    let before = tokens
        .get(at.checked_sub(1)?)
        .filter(|before| before.is_word())?;
    let after = tokens.get(at + 1)?;
    let rest = tokens.get(at + 1..)?;
    let [hump] = *humps(word.text).as_slice() else {
        return None;
    };
    let (caption, name) = word.text.split_at_checked(hump)?;
    let is_name_prefix = NAME_PREFIXES.contains(&caption);
    let goes_on = match after.kind {
        Kind::Word(Shape::Title | Shape::Upper | Shape::Initial) => after.gap == Gap::Space,
        Kind::Mark(Mark::Slash) => after.gap == Gap::None,
        Kind::Word(_) | Kind::Number | Kind::Open | Kind::Close | Kind::Mark(_) => false,
    };
    let begins_with_given = lexicon.is(&fold(name), WordSense::GivenName)
        && (caption.chars().all(char::is_lowercase)
            || (shape_of(caption) == Shape::Title && after.shape() == Some(Shape::Title)))
        && before.text.chars().all(char::is_lowercase);
    let speaks_for_credit = begins_with_given
        || rest.iter().any(|token| token.is(Mark::Slash))
        || (0..rest.len()).any(|n| {
            rest.get(n..)
                .and_then(|rest| lexicon.facts(rest).organisation)
                .is_some_and(|known| known.is_exact)
        });
    let is_cut = goes_on
        && speaks_for_credit
        && !is_name_prefix
        && caption.chars().count() > 2
        && shape_of(name) == Shape::Title
        && name.chars().count() > 2
        && (before.text.chars().all(char::is_lowercase)
            || before.kind == Kind::Number
            || after.shape() == Some(Shape::Title))
        && lexicon.facts(tokens.get(at..)?).organisation.is_none()
        && lexicon
            .facts(tokens.get(at.saturating_sub(2)..)?)
            .length(Sense::By)
            == 0
        && lexicon
            .facts(tokens.get(at.saturating_sub(1)..)?)
            .length(Sense::Via)
            == 0;
    is_cut.then_some(hump)
}

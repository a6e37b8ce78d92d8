//! Where no credit line goes on: at a sentence's end, at terms, at another label.

use super::tie::is_staff_label;
use super::{Extent, Text};
use crate::credit::label;
use crate::credit::lexicon::Sense;
use crate::credit::text::Boundary;
use crate::credit::tokens::{Gap, Mark, Shape};

/// The most tokens of a name in quotation marks.
const LONGEST_QUOTED: usize = 8;

/// Whether no credit line goes on here.
pub(in crate::credit) fn is_stop(
    text: &Text<'_, '_>,
    at: usize,
    from: usize,
    extent: Extent,
) -> bool {
    let Some(token) = text.token(at) else {
        return true;
    };
    if at == from {
        return text.is_close(at) || text.is_sentence_end(at);
    }
    let tied = at.checked_sub(1).is_some_and(|before| {
        text.is_mark(before, Mark::Slash)
            || text.is_mark(before, Mark::Bar)
            || text.is_mark(before, Mark::Comma)
    });
    if token.gap == Gap::Line && !tied {
        return true;
    }
    if text.is_mere_word(at) {
        return false;
    }
    if text.is_sentence_end(at) || text.is_close(at) || (text.is_open(at) && is_term(text, at + 1))
    {
        return true;
    }
    if text.is_mark(at, Mark::Other) || text.is_mark(at, Mark::Quote) {
        return extent != Extent::Whole && !is_quoted_name(text, at, from);
    }
    is_term(text, at)
        || (!ends_name_before_via(text, at)
            && !is_staff_label(text, at)
            && label::at(text, at, at + 8).is_some_and(|label| {
                label.strength > label::Strength::Bare
                    && text
                        .known(at)
                        .is_none_or(|known| known.tokens < label.tokens.len())
            }))
}

/// How long the licence is that a credit says among its names, between a name and the place where the photo
/// was found (`Ann Lee, CC BY-SA 4.0, via Harbour Commons`) or before a slash (`Photo: Creative Commons / Ann
/// Lee`); none where neither follows.
pub(super) fn terms_inside(text: &Text<'_, '_>, at: usize, until: usize) -> Option<usize> {
    let length = Some(text.length(at, Sense::Usage)).filter(|&length| length > 0)?;
    let next = at + length;
    let leads = text.is_mark(at.wrapping_sub(1), Mark::Colon)
        && text.is_mark(next, Mark::Slash)
        && next + 1 < until
        && text.is_capital(next + 1);
    if leads || (next + 1 < until && is_between_names(text, at, length)) {
        return Some(length);
    }
    let next = if text.is_mark(next, Mark::Comma) {
        next + 1
    } else {
        next
    };
    let follows = text.length(next, Sense::Via) > 0 && next < until;
    (follows
        && at
            .checked_sub(1)
            .is_some_and(|before| text.is_mark(before, Mark::Comma)))
    .then_some(length)
}

/// Whether terms of so many tokens stand between the names of a credit: `Harbour Commons / CC BY-SA 4.0 / Ann
/// Lee`.
pub(in crate::credit) fn is_between_names(text: &Text<'_, '_>, at: usize, length: usize) -> bool {
    let next = at + length;
    let is_name = |at: usize| text.is_capital(at) || text.known(at).is_some();
    text.is_mark(at.wrapping_sub(1), Mark::Slash)
        && text.is_mark(next, Mark::Slash)
        && at.checked_sub(2).is_some_and(is_name)
        && is_name(next + 1)
}

/// Whether a word that could begin a label ends a name that "via" follows: `Harbour Photo via AP`.
fn ends_name_before_via(text: &Text<'_, '_>, at: usize) -> bool {
    text.length(at + 1, Sense::Via) > 0
        && text.boundary(at) == Boundary::None
        && at
            .checked_sub(1)
            .is_some_and(|before| text.is_capital(before) && text.length(before, Sense::Label) == 0)
}

/// Whether a guillemet opens or closes the name of a house here: `Ann Lee pour « Le Courrier »`.
fn is_quoted_name(text: &Text<'_, '_>, at: usize, from: usize) -> bool {
    let is = |at: usize, mark: &str| text.printed(at) == mark;
    if is(at, "«") {
        return text.is_capital(at + 1)
            && (at + 2..at + LONGEST_QUOTED).any(|close| is(close, "»"));
    }
    if is_nickname(text, at) || (at > from + 1 && is_nickname(text, at - 2)) {
        return true;
    }
    is(at, "»") && (from.max(at.saturating_sub(LONGEST_QUOTED))..at).any(|open| is(open, "«"))
}

/// Whether a word in quotation marks stands between a given name and a surname: `Ann ‘Lucky’ Lee`.
fn is_nickname(text: &Text<'_, '_>, open: usize) -> bool {
    text.is_mark(open, Mark::Quote)
        && text.is_mark(open + 2, Mark::Quote)
        && open
            .checked_sub(1)
            .is_some_and(|before| text.is_capital(before))
        && text.is_capital(open + 1)
        && text.is_capital(open + 3)
        && text.gap(open + 1) == Gap::None
}

/// Whether usage terms or page furniture begin here.
pub(in crate::credit) fn is_term(text: &Text<'_, '_>, at: usize) -> bool {
    let usage = text.length(at, Sense::Usage);
    let is_usage = usage > 1 || (usage == 1 && text.shape(at) != Some(Shape::Title));
    let is_usage_label = text.length(at, Sense::UsageLabel) > 0
        && text.is_mark(at + text.length(at, Sense::UsageLabel), Mark::Colon);
    is_usage || is_usage_label || text.length(at, Sense::Furniture) > 1 || is_template(text, at)
}

/// Whether a template's place-holder begins here: `--total--`.
pub(in crate::credit) fn is_template(text: &Text<'_, '_>, at: usize) -> bool {
    text.is_mark(at, Mark::Dash)
        && text.is_mark(at + 1, Mark::Dash)
        && text.gap(at + 1) == Gap::None
        && text.is_word(at + 2)
}

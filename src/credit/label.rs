//! Where a labelled credit begins: `Credit:`, `© Foto:`, `Photo by`, `CreditCredit`, `写真：`.

use std::ops::Range;

use super::lexicon::{Sense, WordSense};
use super::text::{Boundary, Text};
use super::tokens::{Gap, Mark, Shape};

/// What follows a note of the archive is a caption where its line goes on for so many tokens.
const TOKENS_OF_CAPTION: usize = 12;

/// A label, or several in a row.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub(super) tokens: Range<usize>,
    pub(super) strength: Strength,
}

/// How plainly a label says that a credit follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// The word alone: `Foto Ann Lee`.
    Bare,
    /// With a mark: `Photo: …`.
    Marked,
    /// Complete in itself: `Photo by`.
    By,
    /// `©`
    Copyright,
}

/// The label that begins at token `at`, up to `until`.
pub(super) fn at(text: &Text<'_, '_>, at: usize, until: usize) -> Option<Label> {
    let mut end = at;
    let mut strength = None;
    while end < until {
        if end > at && text.gap(end) == Gap::Line && strength == Some(Strength::Bare) {
            break;
        }
        let Some((next, found)) = one(text, end, until, end == at) else {
            break;
        };
        if end > at
            && strength == Some(Strength::Bare)
            && text.gap(end) > Gap::None
            && is_glued(text, at)
        {
            // `場面写真 （C）…`: the word belongs to the one before it, the label stands apart.
            return None;
        }
        strength = Some(strength.map_or(found, |so_far: Strength| so_far.max(found)));
        end = next;
    }
    let strength = strength?;
    let is_led_by_prose = at.checked_sub(1).is_some_and(|before| {
        text.boundary(at) == Boundary::None
            && text.is(before, WordSense::Prose)
            && text.shape(before) == Some(Shape::Lower)
            && strength != Strength::Copyright
            && (strength != Strength::Marked || text.shape(at) == Some(Shape::Lower))
    });
    (!is_led_by_prose).then_some(Label {
        tokens: at..end,
        strength,
    })
}

/// Whether a word is glued to another before it.
fn is_glued(text: &Text<'_, '_>, at: usize) -> bool {
    text.gap(at) == Gap::None && at.checked_sub(1).is_some_and(|before| text.is_word(before))
}

/// One label: its end and how plain it is.
fn one(text: &Text<'_, '_>, at: usize, until: usize, is_first: bool) -> Option<(usize, Strength)> {
    if text.is_mere_word(at) {
        return None;
    }
    if text.is_mark(at, Mark::Copyright) {
        return Some((
            past_mark(text, at + 1, until).unwrap_or(at + 1),
            Strength::Copyright,
        ));
    }
    if let Some(end) = in_brackets(text, at, until) {
        return Some((end, Strength::Marked));
    }
    let ends_note = at
        .checked_sub(1)
        .is_some_and(|before| text.length(before, Sense::ArchiveNote) > 1);
    let is_caption =
        || (at + 2..at + 2 + TOKENS_OF_CAPTION).all(|next| text.gap(next) != Gap::Line);
    if ends_note && is_caption() {
        // `FILE PHOTO: …` leads a caption.
        return None;
    }
    let is_organisation = text.known(at).is_some_and(|known| {
        known.tokens
            > text
                .length(at, Sense::Label)
                .max(text.length(at, Sense::By))
    });
    if is_organisation || ends_studio(text, at) {
        return None;
    }
    let by = text.length(at, Sense::By);
    let label = text.length(at, Sense::Label);
    if says_more(text, at, by.max(label)) {
        return None;
    }
    if by > 0 && by >= label {
        let end = at + by;
        return Some((past_mark(text, end, until).unwrap_or(end), Strength::By));
    }
    if label == 0 {
        return None;
    }
    let end = at + label;
    if let Some(past) = past_mark(text, end, until) {
        return Some((past, Strength::Marked));
    }
    let opens = matches!(text.boundary(at), Boundary::Start | Boundary::Line);
    if opens && is_first && end < until && text.gap(end) == Gap::Line {
        // A label in a line of its own leads the next one.
        return Some((end, Strength::Marked));
    }
    let leads_agency = text.known(end + 1).is_some_and(|known| known.is_exact);
    if opens && (label > 1 || leads_agency) && text.is_mark(end, Mark::Comma) {
        return Some((end + 1, Strength::Marked));
    }
    let is_at_boundary = is_first
        && !matches!(
            text.boundary(at),
            Boundary::None | Boundary::Comma | Boundary::Glued
        );
    if (is_at_boundary || !is_first)
        && text.is_parting(end)
        && end + 1 < until
        && text.gap(end + 1) != Gap::Line
    {
        return Some((end + 1, Strength::Marked));
    }
    if text.is_number(end) {
        // A figure behind it counts pictures: `图1`, `Foto 3`.
        return None;
    }
    if is_inside_name(text, at, end) || is_surname(text, at, end) {
        return None;
    }
    if !is_first && text.is(end, WordSense::Organisation) && text.gap(end) == Gap::Space {
        // Behind a label, the name of a body may begin with what is a label elsewhere: `Câmara Municipal`.
        return None;
    }
    (!is_first || text.shape(at) != Some(Shape::Lower) || is_at_boundary)
        .then_some((end, Strength::Bare))
}

/// Whether the word stands inside the name of a body: `Merrow Photo Agency`.
fn is_inside_name(text: &Text<'_, '_>, at: usize, end: usize) -> bool {
    let is_title = |at: usize| matches!(text.shape(at), Some(Shape::Title | Shape::Upper));
    goes_on_with_name(text, at)
        && is_title(at)
        && is_title(end)
        && text.gap(end) == Gap::Space
        && text.is(end, WordSense::Organisation)
}

/// Whether a studio's name ends here that a slash follows: `Torvik Pictures/Courtesy of AP`.
fn ends_studio(text: &Text<'_, '_>, at: usize) -> bool {
    goes_on_with_name(text, at) && text.key(at) == "pictures" && text.is_mark(at + 1, Mark::Slash)
}

/// Whether nothing parts a word from a capitalised one before it.
fn goes_on_with_name(text: &Text<'_, '_>, at: usize) -> bool {
    let follows_capital = at
        .checked_sub(1)
        .is_some_and(|before| text.is_word(before) && text.is_capital(before));
    follows_capital && text.boundary(at) == Boundary::None
}

/// Whether the word is the surname of somebody whose agency a dash follows with: `Ana Cámara - Europa Press`.
fn is_surname(text: &Text<'_, '_>, at: usize, end: usize) -> bool {
    let follows_given = at.checked_sub(1).is_some_and(|before| {
        text.is(before, WordSense::GivenName) && text.boundary(at) == Boundary::None
    });
    follows_given && text.shape(at) == Some(Shape::Title) && text.is_mark(end, Mark::Dash)
}

/// A label in brackets of its own before a mark: `［写真］＝…`.
fn in_brackets(text: &Text<'_, '_>, at: usize, until: usize) -> Option<usize> {
    let close = text
        .partner(at)
        .filter(|&close| text.is_open(at) && close < until)?;
    let is_label = text.length(at + 1, Sense::Label) == close - at - 1;
    (is_label && close > at + 1)
        .then(|| past_mark(text, close + 1, until))
        .flatten()
}

/// Whether the words say more than a label does: `Photo supplied by …`.
fn says_more(text: &Text<'_, '_>, at: usize, length: usize) -> bool {
    let qualifier = text.length(at, Sense::Qualifier);
    qualifier > length
        && text.length(at, Sense::ArchiveNote) == 0
        && !text.is_mark(at + qualifier, Mark::Colon)
        && text.boundary(at) != Boundary::None
}

/// Past the mark that follows a label (`:`, `=`, `...`), if one does.
fn past_mark(text: &Text<'_, '_>, at: usize, until: usize) -> Option<usize> {
    let mut end = at;
    if end < until && (text.is_mark(end, Mark::Colon) || text.is_mark(end, Mark::Equals)) {
        end += 1;
        while end < until && text.is_mark(end, Mark::Colon) {
            end += 1;
        }
        return Some(end);
    }
    let dots = (at..until)
        .take_while(|&n| text.is_mark(n, Mark::Stop) && (n == at || text.gap(n) == Gap::None))
        .count();
    let is_dotted = dots > 1
        || (dots == 1
            && text.printed(at) != "!"
            && text.printed(at) != "?"
            && is_abbreviated(text, at));
    let colon = usize::from(text.is_mark(at + dots, Mark::Colon) && at + dots < until);
    is_dotted.then_some(at + dots + colon)
}

/// Whether the dot belongs to an abbreviated label (`Fot. Jan Kowal`) or is an ellipsis.
fn is_abbreviated(text: &Text<'_, '_>, dot: usize) -> bool {
    text.printed(dot) == "…"
        || (text.gap(dot) == Gap::None
            && dot.checked_sub(1).is_some_and(|before| {
                text.is(before, WordSense::Abbreviation) || text.key(before) == "pic"
            }))
}

//! A credit at the beginning of a caption that no mark parts from it: `Ann Lee/AP The ferry leaves …`,
//! `Foto: Ann Lee Boats lie in the harbour`.
//!
//! Where it ends is told by the names alone: behind a known agency, before a word that begins a
//! sentence, or after the usual length of a name. It is never certain.

use std::ops::Range;

use super::label::{self, Strength};
use super::lexicon::{Sense, WordSense};
use super::line::{self, Ending, Extent, Line};
use super::name;
use super::reading::Confidence;
use super::scan::Found;
use super::text::{Boundary, Text};
use super::tokens::{Gap, Mark, Shape};

/// A credit before its label is not longer, in tokens.
const TOKENS_OF_SIGNATURE: usize = 16;

/// A caption behind a credit has at least so many words, and a small one among as many.
const CAPTION_WORDS: usize = 4;

/// The credit that leads the caption beginning at this token.
pub(super) fn read(text: &Text<'_, '_>, at: usize) -> Option<Found> {
    if !matches!(text.boundary(at), Boundary::Start | Boundary::Line) {
        return None;
    }
    let limit = text.len().min(at + line::LONGEST);
    let label = label::at(text, at, limit);
    let start = label.as_ref().map_or(at, |label| label.tokens.end);
    let end = (start + 1..limit).find(|&next| text.gap(next) == Gap::Line);
    let end = end.unwrap_or(limit);
    if start >= end || !may_hold_caption(text, start..end) {
        return None;
    }
    if let Some(found) = signed(text, start..end).filter(|_| label.is_none()) {
        return Some(found);
    }
    let line = line::read(text, start..end, Extent::Open)?;
    if line.strays > 0 || line.ending == Ending::Marked || !is_caption(text, line.tokens.end, end) {
        return None;
    }
    let strength = label.as_ref().map(|label| label.strength);
    let confidence = weigh(text, &line, strength)?;
    Some(Found {
        tokens: at..line.tokens.end,
        label: label.map(|label| label.tokens),
        line,
        confidence,
        is_bracketed: false,
    })
}

/// A credit that a label closes, and a mark parts from its caption: `Ann Lee / Torvik nuotr. / Boats lie …`.
fn signed(text: &Text<'_, '_>, range: Range<usize>) -> Option<Found> {
    let until = range.end.min(range.start + TOKENS_OF_SIGNATURE);
    let label = (range.start + 1..until)
        .find(|&at| text.length(at, Sense::After) > 0 && text.shape(at) == Some(Shape::Lower))?;
    let end = label + text.length(label, Sense::After);
    let end = end + usize::from(text.is_mark(end, Mark::Stop));
    if !text.is_parting(end) || !is_caption(text, end + 1, range.end) {
        return None;
    }
    let line = line::read(text, range.start..label, Extent::Strict)?;
    let names_somebody = line
        .names
        .iter()
        .any(|name| name::is_personal(text, &name.bare))
        || line.names_agency();
    names_somebody.then(|| Found {
        tokens: range.start..end + 1,
        label: None,
        line,
        confidence: Confidence::Likely,
        is_bracketed: false,
    })
}

/// Whether there are enough words for a credit and its caption, and a small one among them.
fn may_hold_caption(text: &Text<'_, '_>, line: Range<usize>) -> bool {
    let is_small = |at: usize| text.shape(at) == Some(Shape::Lower);
    line.len() > CAPTION_WORDS && line.skip(1).any(is_small)
}

/// Whether words from here on are a caption: they begin with a capital and go on in small letters.
fn is_caption(text: &Text<'_, '_>, start: usize, end: usize) -> bool {
    let words: Vec<usize> = (start..end)
        .filter(|&at| text.is_word(at))
        .take(CAPTION_WORDS)
        .collect();
    text.is_word(start)
        && (text.gap(start) == Gap::Space || text.boundary(start) == Boundary::Separator)
        && text.is_capital(start)
        && words.len() == CAPTION_WORDS
        && words.iter().any(|&at| text.shape(at) == Some(Shape::Lower))
}

fn weigh(text: &Text<'_, '_>, line: &Line, label: Option<Strength>) -> Option<Confidence> {
    let is_labelled = label.is_some_and(|strength| strength > Strength::Bare);
    let is_labelled_at_all = label.is_some();
    let is_personal = |name: &line::Name| name::is_personal(text, &name.bare);
    let last = line.names.last()?;
    let knows_end = last
        .known
        .is_some_and(|known| known.is_exact && !known.is_weak);
    if line.is_tied() && knows_end && line.names.len() > 1 {
        let is_sure = line.names.iter().any(is_personal) || line.names_agency();
        return is_sure.then_some(Confidence::Likely);
    }
    let ends_in_mail = text.shape(line.tokens.end.saturating_sub(1)) == Some(Shape::Mail);
    if ends_in_mail && line.names.iter().any(is_personal) {
        return Some(Confidence::Likely);
    }
    let first_is_agency = line
        .names
        .first()
        .is_some_and(|name| name.known.is_some_and(|known| known.is_exact));
    if is_labelled_at_all && line.names.len() == 2 && first_is_agency && is_personal(last) {
        return Some(Confidence::Likely);
    }
    let is_given = text.is(last.bare.start, WordSense::GivenName);
    let is_one_person = line.names.len() == 1 && is_personal(last) && is_given;
    (is_labelled && is_one_person).then_some(Confidence::Unsure)
}

#[cfg(test)]
mod tests {
    use crate::credit::{Confidence, Lexicon, read};

    #[test]
    fn a_credit_may_lead_its_caption_without_a_mark() {
        let lexicon = Lexicon::built_in();
        for (raw, caption, credit) in [
            (
                "Rasa Roenė / 15min nuotr. / Gaisras Torviko pramonės rajone",
                "Gaisras Torviko pramonės rajone",
                Some("Rasa Roenė / 15min"),
            ),
            (
                "Ann Lee/REUTERS Two boats lie in the harbour",
                "Two boats lie in the harbour",
                Some("Ann Lee/REUTERS"),
            ),
            (
                "ANN LEE / ALEE@POST.EXAMPLE Boats waited for the tide on Saturday.",
                "Boats waited for the tide on Saturday.",
                Some("ANN LEE / ALEE@POST.EXAMPLE"),
            ),
            (
                "Foto: Ana Pérez Vecinos del puerto miran los barcos",
                "Vecinos del puerto miran los barcos",
                Some("Ana Pérez"),
            ),
            (
                "Reuters journalist Ann Lee stands on the quay in Torvik.",
                "Reuters journalist Ann Lee stands on the quay in Torvik.",
                None,
            ),
            (
                "Photo: The ferry has left the harbour for good",
                "The ferry has left the harbour for good",
                None,
            ),
        ] {
            let reading = read(raw, &lexicon);
            assert_eq!(reading.caption(), caption, "{raw}");
            assert_eq!(reading.credit_line().as_deref(), credit, "{raw}");
            let is_certain = reading.confidence == Confidence::Certain;
            assert!(credit.is_none() || !is_certain, "{raw}");
        }
    }

    #[test]
    fn a_caption_is_not_swallowed_by_the_credit_at_its_end() {
        let lexicon = Lexicon::built_in();
        for (raw, credit) in [
            (
                "He had pledged a harbour for all the boats of the country AP Photo/Ann Lee",
                "AP Photo/Ann Lee",
            ),
            ("Keeper Bo Roe vom FC Torvik | AFP/Ann Lee", "AFP/Ann Lee"),
            (
                "Boats wait in the harbour. —ANN LEE/REUTERS",
                "ANN LEE/REUTERS",
            ),
        ] {
            assert_eq!(
                read(raw, &lexicon).credit_line().as_deref(),
                Some(credit),
                "{raw}"
            );
        }
    }
}

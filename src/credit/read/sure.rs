//! How sure a reading is.

use crate::credit::dedupe::Settled;
use crate::credit::doubt;
use crate::credit::lexicon::{Sense, WordSense};
use crate::credit::name::Bearer;
use crate::credit::reading::{Confidence, Part, PartKind};
use crate::credit::scan::Found;
use crate::credit::text::{Boundary, Text};
use crate::credit::tokens::Mark;

/// A sentence of so many tokens may be a name.
const SHORT_SENTENCE: usize = 8;

pub(super) fn confidence(
    text: &Text<'_, '_>,
    found: &[Found],
    settled: &Settled,
    caption: &[Part],
) -> Confidence {
    let is_again = caption
        .iter()
        .any(|part| part.kind == PartKind::CaptionAgain);
    let by_caption = if is_again {
        Confidence::Likely
    } else {
        Confidence::Certain
    };
    let by_signs = if doubt::is_doubted(text, found, caption) {
        Confidence::Likely
    } else {
        Confidence::Certain
    };
    let said = || found.iter().map(|found| found.confidence);
    // Credits that say the same bear each other out.
    let is_borne_out = settled.kept_credits.len() == 1 && settled.repeated.len() + 1 == found.len();
    let by_credits = said().min().map(|least| {
        let names_person = |found: &Found| {
            let mut names = found.line.names.iter();
            names.any(|name| name.bearer == Bearer::Person)
        };
        let most = said()
            .max()
            .filter(|_| is_borne_out && found.iter().all(names_person));
        if least == Confidence::Likely {
            most.unwrap_or(least)
        } else {
            least
        }
    });
    let by_settling = settled.confidence.unwrap_or(Confidence::Certain);
    by_credits
        .unwrap_or_else(|| without_credit(text))
        .min(by_settling)
        .min(by_caption)
        .min(by_signs)
}

/// Whether the last sentence is nothing but a few capitals: a credit that nobody knows, or prose.
fn ends_in_name(text: &Text<'_, '_>) -> bool {
    let last = text.len().saturating_sub(1);
    let end = if text.is_sentence_end(last) {
        last
    } else {
        text.len()
    };
    let start = (end.saturating_sub(SHORT_SENTENCE)..end)
        .rev()
        .find(|&at| text.boundary(at) == Boundary::Sentence);
    start.is_some_and(|start| {
        start > 0
            && (start..end).all(|at| {
                text.is_capital(at)
                    || !text.is_word(at)
                    || (at > start && text.is(at, WordSense::Connector))
            })
    })
}

/// How sure it is that a caption holds no credit: less where a label or an agency is named in it.
fn without_credit(text: &Text<'_, '_>) -> Confidence {
    // `Ann Lee Archives Torvik Herald The boats …`: a credit without any mark may lead the caption.
    let led = (0..text.len())
        .take_while(|&at| text.is_capital(at))
        .take(SHORT_SENTENCE)
        .skip(1)
        .any(|at| {
            text.known(at)
                .is_some_and(|known| known.is_exact && known.tokens > 1)
        });
    let last = text.len().saturating_sub(6);
    let is_hint = |at: usize| {
        let is_first = at < 8 && text.is_mark(at, Mark::Slash);
        let is_label = text.length(at, Sense::Label) > 0
            && text.is_mark(at + text.length(at, Sense::Label), Mark::Colon);
        let is_agency = at >= last && text.known(at).is_some_and(|known| known.is_exact);
        let is_tied = at >= last && (text.is_mark(at, Mark::Slash) || text.is_mark(at, Mark::Bar));
        is_label || is_agency || is_tied || is_first || text.is_mark(at, Mark::Copyright)
    };
    let words = (0..text.len()).filter(|&at| text.is_word(at)).count();
    let ends = text
        .len()
        .checked_sub(1)
        .is_some_and(|last| text.is_sentence_end(last));
    let is_hinted = led || (0..text.len()).any(is_hint);
    let is_hinted = is_hinted || ends_in_name(text);
    match (is_hinted, ends || words > 12) {
        (true, _) => Confidence::Unsure,
        (false, true) => Confidence::Certain,
        (false, false) => Confidence::Likely,
    }
}

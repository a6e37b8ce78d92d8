//! A credit at the end of a caption that nothing sets apart but its own shape: `… at dawn. Ann Lee/AP`.
//!
//! Two sorts of evidence are weighed: what stands before it (the end of a sentence, a line, a dash,
//! no space at all) and what it holds (a known agency, a slash, a person's name).

use std::ops::Range;

use super::lexicon::{Sense, Sort, WordSense};
use super::line::{self, Extent, Line, Tie};
use super::name;
use super::reading::Confidence;
use super::scan::Found;
use super::text::{Boundary, Text};
use super::tokens::{Gap, Mark, Shape, is_unspaced};

/// How far from the end a credit without label may begin, in tokens.
const LONGEST_TAIL: usize = 40;
/// A name holds fewer small words than this.
const SMALL_WORDS: usize = 3;
/// A sentence of so few words, all with capitals, is a name behind the caption.
const WORDS_OF_FRAGMENT: usize = 2;
/// What has more letters without a space, in a script that writes none, is a piece of a sentence.
const LONGEST_RUN: usize = 8;
/// A caption of fewer words does not make a bare name behind it a credit.
const CAPTION_WORDS: usize = 4;

/// The credit that ends a stretch of caption.
///
/// Terms of use before it (`CC BY 4.0 Ann Lee`) set it apart as a dash does.
pub(super) fn read(
    text: &Text<'_, '_>,
    region: Range<usize>,
    follows_terms: bool,
) -> Option<Found> {
    let mut end = region.end;
    while end > region.start
        && [
            Mark::Bar,
            Mark::Dash,
            Mark::Comma,
            Mark::Semicolon,
            Mark::Slash,
        ]
        .into_iter()
        .any(|mark| text.is_mark(end - 1, mark))
    {
        end -= 1;
    }
    let region = region.start..end;
    if region.is_empty() {
        return None;
    }
    let found = at_boundary(text, &region, follows_terms);
    match found {
        // `… in the harbour Ann Lee - Lusa`: the dash ties the agency to the name before it.
        Some(agency) if follows_dash(text, &agency) => {
            Some(without_boundary(text, &region).unwrap_or(agency))
        }
        Some(found) => Some(found),
        None => without_boundary(text, &region),
    }
}

/// Whether nothing but an agency was found, and a dash stands before it.
fn follows_dash(text: &Text<'_, '_>, found: &Found) -> bool {
    let start = found.line.tokens.start;
    found.line.names.len() == 1
        && found.line.names_agency()
        && start
            .checked_sub(2)
            .is_some_and(|before| text.is_mark(before + 1, Mark::Dash) && text.is_capital(before))
}

fn found(tokens: Range<usize>, line: Line, confidence: Confidence) -> Found {
    Found {
        tokens,
        label: None,
        line,
        confidence,
        is_bracketed: false,
    }
}

/// A credit that begins where a sentence, a line or a dash has ended.
fn at_boundary(text: &Text<'_, '_>, region: &Range<usize>, follows_terms: bool) -> Option<Found> {
    let from = region.end.saturating_sub(LONGEST_TAIL).max(region.start);
    (from..region.end).find_map(|start| {
        let boundary = if start == region.start && follows_terms {
            Boundary::Separator
        } else if start == region.start {
            start_boundary(text, start)
        } else {
            text.boundary(start)
        };
        let is_account = text.printed(start).starts_with('@');
        let is_begun = text.is_word(start) || text.is_open(start) || is_quoted_agency(text, start);
        if (boundary == Boundary::None && !is_account) || !is_begun || goes_on(text, start) {
            return None;
        }
        let quotes = usize::from(is_quoted_agency(text, start));
        let inner = start + quotes..region.end - quotes;
        let line = line::read(text, inner, Extent::Strict)?;
        if is_worded(text, &line) {
            return None;
        }
        // What stands in the lines before counts too: a name alone in its line follows a caption.
        let from = start.saturating_sub(LONGEST_TAIL);
        let words = (from..start).filter(|&at| text.is_word(at)).count();
        let confidence = weigh(text, &line, boundary, words, region.end)?;
        Some(found(start..region.end, line, confidence))
    })
}

/// Whether an agency in quotation marks stands here: `… in the harbour. «واس»`.
fn is_quoted_agency(text: &Text<'_, '_>, start: usize) -> bool {
    text.is_mark(start, Mark::Quote)
        && text.known(start + 1).is_some_and(|known| {
            known.is_exact && text.is_mark(start + 1 + known.tokens, Mark::Quote)
        })
}

/// Whether a date or a small word begins here that goes on with a sentence: `(left) with the mayor of Torvik`,
/// `11. May 2026`.
fn goes_on(text: &Text<'_, '_>, start: usize) -> bool {
    let is_date = text.is(start, WordSense::Date)
        && text.is_number(start + 1)
        && start.checked_sub(2).is_some_and(|day| text.is_number(day));
    is_date
        || text.shape(start) == Some(Shape::Lower)
            && text.is(start, WordSense::Prose)
            && text.known(start).is_none()
            && text.known(start + 1).is_none()
            && [
                Sense::Qualifier,
                Sense::KindOfPicture,
                Sense::Via,
                Sense::By,
            ]
            .into_iter()
            .all(|sense| text.length(start, sense) == 0)
}

/// Whether a line holds more small words than names do: a sentence that ends in a credit.
fn is_worded(text: &Text<'_, '_>, line: &Line) -> bool {
    let is_small = |&at: &usize| {
        text.shape(at) == Some(Shape::Lower)
            && !text.is(at, WordSense::Particle)
            && !text.is(at, WordSense::Connector)
            && text.known(at).is_none()
    };
    let is_said = |at: &usize| line.qualifiers.iter().any(|said| said.contains(at));
    let is_tie = |at: usize| {
        [
            Sense::Via,
            Sense::For,
            Sense::And,
            Sense::On,
            Sense::Role,
            Sense::By,
        ]
        .into_iter()
        .any(|sense| text.length(at, sense) > 0)
    };
    let in_name = |name: &line::Name| name.bare.clone().filter(is_small).count();
    let all = line.tokens.clone().filter(is_small);
    let beside = all.filter(|at| !is_said(at) && !is_tie(*at)).count();
    let is_run = |name: &line::Name| {
        let printed = text.span(&name.bare).of(text.raw);
        name.known.is_none()
            && printed.starts_with(is_unspaced)
            && printed.chars().count() > LONGEST_RUN
            && !text
                .lexicon
                .ends_as_organisation(text.key(name.bare.end - 1))
    };
    line.names
        .iter()
        .any(|name| in_name(name) >= SMALL_WORDS || is_run(name))
        || beside > SMALL_WORDS
}

/// What a stretch begins with: the text, a line, or what follows another piece.
fn start_boundary(text: &Text<'_, '_>, start: usize) -> Boundary {
    match text.boundary(start) {
        // Furniture before it parts it from nothing that was said.
        Boundary::None | Boundary::Glued => Boundary::Start,
        other => other,
    }
}

fn weigh(
    text: &Text<'_, '_>,
    line: &Line,
    boundary: Boundary,
    caption_words: usize,
    end: usize,
) -> Option<Confidence> {
    let is_ended =
        boundary != Boundary::Start && boundary != Boundary::Comma && boundary != Boundary::None;
    let personal = line
        .names
        .iter()
        .filter(|name| name::is_personal(text, &name.bare))
        .count();
    let given = line
        .names
        .iter()
        .any(|name| text.is(name.bare.start, WordSense::GivenName));
    if boundary == Boundary::Start && is_caption_before_bar(text, line) {
        return None;
    }
    if line.names_agency() {
        return weigh_agency(text, line, boundary, personal);
    }
    let has_role = line.names.iter().any(|name| name.has_role);
    if has_role && (is_ended || boundary == Boundary::Comma) {
        return Some(Confidence::Certain);
    }
    let knows_body = line
        .names
        .iter()
        .any(|name| name.known.is_some_and(|known| known.is_exact));
    let is_pair = line.names.len() == 2
        && personal == 1
        && (given || knows_body)
        && line
            .names
            .iter()
            .any(|name| name.tie == Tie::Comma && name.bearer == name::Bearer::Organisation);
    if is_pair && is_ended {
        return Some(Confidence::Likely);
    }
    let says_more = line.qualifiers.iter().any(|range| {
        text.length(range.start, Sense::Qualifier) >= range.len()
            && text.length(range.start, Sense::ArchiveNote) == 0
    });
    let is_archive = line.qualifiers.len() == 1
        && line.names.len() == 1
        && line
            .names
            .iter()
            .any(|name| name.tie == Tie::Slash && name.known.is_some_and(|known| known.is_exact));
    if is_archive && is_ended {
        return Some(Confidence::Likely);
    }
    // A colon parts a sentence far more often than the names of a credit.
    if line.names.iter().any(|name| name.tie == Tie::Colon) {
        return None;
    }
    let is_stopped = end > line.tokens.end || text.is_mark(end.saturating_sub(1), Mark::Stop);
    if line.is_tied() && line.names.len() > 1 {
        // Short for what stands before it: `the World Harbour Board (WHB)`.
        let is_short_form =
            |name: &line::Name| boundary == Boundary::Start && name.tie == Tie::Bracket;
        let knows = line
            .names
            .iter()
            .any(|name| !is_short_form(name) && name.known.is_some_and(|known| known.is_exact));
        let is_tight = line.names.iter().any(|name| name.tie == Tie::Slash);
        return match boundary {
            Boundary::Start => (personal > 0 && (is_tight || knows)).then_some(if given && knows {
                Confidence::Certain
            } else {
                Confidence::Likely
            }),
            Boundary::None if text.printed(line.tokens.start).starts_with('@') => {
                Some(Confidence::Likely)
            }
            Boundary::Comma | Boundary::None => None,
            _ if personal > 0 && knows => Some(Confidence::Certain),
            _ if personal > 0 && given && is_tight => Some(Confidence::Certain),
            _ if personal > 0 || knows => Some(Confidence::Likely),
            _ => None,
        };
    }
    let is_all = boundary == Boundary::Start && line.tokens.start == 0 && end == text.len();
    let is_kind = || {
        line.names.is_empty()
            && line.qualifiers.iter().any(|range| {
                range.len() > 1
                    && text.length(range.start, Sense::KindOfPicture) >= range.len()
                    && text.length(range.start, Sense::ArchiveNote) == 0
            })
    };
    let is_courtesy = || {
        let [first, ..] = line.qualifiers.as_slice() else {
            return false;
        };
        first.start == 0 && first.len() > 1 && !line.is_tied()
    };
    if is_all && (is_kind() || (says_more && is_courtesy())) {
        return Some(Confidence::Likely);
    }
    if says_more && (is_ended || (boundary == Boundary::Start && line.names.is_empty())) {
        return Some(Confidence::Likely);
    }
    if !is_ended || caption_words < CAPTION_WORDS || is_stopped || line.names.len() != 1 {
        return None;
    }
    bare_name(text, line, boundary, personal > 0, given)
}

fn weigh_agency(
    text: &Text<'_, '_>,
    line: &Line,
    boundary: Boundary,
    personal: usize,
) -> Option<Confidence> {
    let is_weak = line
        .names
        .iter()
        .all(|name| name.known.is_none_or(|known| known.is_weak));
    let is_alone = line.names.len() == 1;
    let is_tied = line.is_tied();
    match boundary {
        Boundary::Start if is_alone => Some(if is_weak {
            Confidence::Likely
        } else {
            Confidence::Certain
        }),
        // `新华社记者 李四 摄`: a word says who is who.
        Boundary::Start if !is_tied => line
            .names
            .iter()
            .any(|name| name.has_role)
            .then_some(Confidence::Certain),
        Boundary::Start => {
            let first = line.names.first()?;
            let is_institution =
                first.known.is_none() && first.bearer == name::Bearer::Organisation;
            let is_library = line
                .names
                .iter()
                .any(|name| name.known.is_some_and(|known| known.sort == Sort::Library));
            let is_caption = is_institution && is_library && line.names.len() == 2;
            (!is_caption).then_some(if personal > 0 || first.known.is_some() {
                Confidence::Certain
            } else {
                Confidence::Likely
            })
        }
        Boundary::Comma => {
            (is_tied && personal > 0 && !is_long(text, line)).then_some(Confidence::Likely)
        }
        Boundary::None => (is_tied && text.printed(line.tokens.start).starts_with('@'))
            .then_some(Confidence::Likely),
        Boundary::Line
        | Boundary::Sentence
        | Boundary::Separator
        | Boundary::Bracket
        | Boundary::Wide
        | Boundary::Glued => {
            let is_plain = is_weak && is_alone;
            let is_doubtful = text.is_mark(line.tokens.end, Mark::Stop) && is_alone && is_weak;
            (!is_doubtful).then_some(if is_plain {
                Confidence::Likely
            } else {
                Confidence::Certain
            })
        }
    }
}

/// Whether the first name has more words than a person's: it runs on from the caption.
fn is_long(text: &Text<'_, '_>, line: &Line) -> bool {
    line.names.first().is_some_and(|name| {
        let words = name.bare.clone().filter(|&at| text.is_word(at)).count();
        name.known.is_none() && words > CAPTION_WORDS
    })
}

/// Whether the first name is a caption, and a bar or a dash parts it from a credit that is complete
/// without it: `Ann Lee in the harbour | AP/Bo Roe`.
fn is_caption_before_bar(text: &Text<'_, '_>, line: &Line) -> bool {
    let Some((first, rest)) = line.names.split_first() else {
        return false;
    };
    let opens = text.is(first.bare.start, WordSense::Article)
        && text.shape(first.bare.start + 1) == Some(Shape::Lower);
    let holds_prose = opens
        || first.bare.clone().any(|at| {
            text.is(at, WordSense::Prose)
                && text.shape(at) == Some(Shape::Lower)
                && !text.is(at, WordSense::Particle)
        });
    let is_parted = rest.first().is_some_and(|name| match name.tie {
        Tie::Bar | Tie::Dash => true,
        Tie::Slash => holds_prose,
        _ => false,
    });
    let is_name = first.known.is_some() || name::is_personal(text, &first.bare);
    let said = first.tokens.start
        ..rest
            .first()
            .map_or(first.tokens.end, |name| name.tokens.start);
    let words = said.clone().filter(|&at| text.is_word(at)).count();
    let names_agency = rest.iter().any(|name| {
        name.known.is_some_and(|known| known.is_exact) || name::is_personal(text, &name.bare)
    });
    let has_small = said
        .clone()
        .any(|at| text.shape(at) == Some(Shape::Lower) && !text.is(at, WordSense::Particle));
    let is_caption = words >= CAPTION_WORDS || (words > 1 && has_small);
    is_parted
        && !is_name
        && is_caption
        && (rest.len() > 1 || (holds_prose && line.names_agency()))
        && names_agency
}

fn bare_name(
    text: &Text<'_, '_>,
    line: &Line,
    boundary: Boundary,
    is_personal: bool,
    is_given: bool,
) -> Option<Confidence> {
    let name = line.names.first()?;
    let knows = name.known.is_some_and(|known| known.is_exact);
    let words = name.bare.clone().filter(|&at| text.is_word(at)).count();
    let is_dated = name
        .bare
        .clone()
        .any(|at| text.is(at, WordSense::Date) && !text.is(at, WordSense::GivenName));
    if is_dated || words > 6 {
        return None;
    }
    if is_personal {
        return Some(if is_given || boundary == Boundary::Glued {
            Confidence::Likely
        } else {
            Confidence::Unsure
        });
    }
    let is_body = name
        .bare
        .clone()
        .any(|at| text.is(at, WordSense::Organisation))
        || (words == 1
            && matches!(
                text.shape(name.bare.start),
                Some(Shape::Upper | Shape::Address)
            ));
    let is_fragment = boundary == Boundary::Sentence
        && words <= WORDS_OF_FRAGMENT
        && name.bare.clone().all(|at| {
            matches!(
                text.shape(at),
                Some(Shape::Title | Shape::Mixed | Shape::Upper)
            ) && !text.is(at, WordSense::Prose)
                && text.length(at, Sense::Furniture) == 0
                && text.length(at, Sense::Label) == 0
        });
    (knows || is_body || is_fragment || boundary == Boundary::Glued).then_some(if knows {
        Confidence::Likely
    } else {
        Confidence::Unsure
    })
}

/// A credit that runs on from the caption's words: `… in the park Ann Lee/AP`, `Ann Lee Getty Images`.
fn without_boundary(text: &Text<'_, '_>, region: &Range<usize>) -> Option<Found> {
    let end = if text.is_sentence_end(region.end - 1) {
        region.end - 1
    } else {
        region.end
    };
    tied_names(text, region, end)
        .or_else(|| last_agency(text, region, end))
        .or_else(|| last_qualifier(text, region, end))
}

/// Names with a tie and an agency; the first begins where the capitals of the run begin.
fn tied_names(text: &Text<'_, '_>, region: &Range<usize>, end: usize) -> Option<Found> {
    let from = end.saturating_sub(LONGEST_TAIL).max(region.start);
    let is_dash = |at: usize| {
        text.is_mark(at, Mark::Dash)
            && text.gap(at) == Gap::Space
            && text.known(at + 1).is_some_and(|known| known.is_exact)
    };
    let tie = (from..end)
        .find(|&at| text.is_mark(at, Mark::Slash) || text.is_mark(at, Mark::Bar) || is_dash(at))?;
    let is_part = |at: usize| {
        text.is_capital(at)
            || text.shape(at) == Some(Shape::Handle)
            || (text.is(at, WordSense::Particle) && text.is_capital(at + 1))
    };
    let mut start = tie;
    while start > from
        && is_part(start - 1)
        && tie - start < 4
        && text.boundary(start) == Boundary::None
    {
        start -= 1;
    }
    while start < tie
        && (text.is(start, WordSense::Particle) && text.shape(start) == Some(Shape::Lower))
    {
        start += 1;
    }
    let before = start
        .checked_sub(1)
        .filter(|&before| before >= region.start)?;
    let is_led = text.is_word(before)
        && text.is(before, WordSense::Prose)
        && text.shape(before) == Some(Shape::Lower);
    if start == tie {
        return None;
    }
    if is_led || text.is_capital(before) {
        // The capitals before it name somebody else: the last given name begins the credit.
        start = (start + 1..tie).rev().find(|&at| {
            text.is(at, WordSense::GivenName) && tie - at > 1 && text.is_capital(at - 1)
        })?;
    }
    let line = line::read(text, start..region.end, Extent::Strict)?;
    if line.names_agency() && line.is_tied() {
        return Some(found(start..region.end, line, Confidence::Likely));
    }
    let is_tight = text.is_mark(tie, Mark::Slash)
        && text.gap(tie) == Gap::None
        && text.gap(tie + 1) == Gap::None;
    let is_signed = line.names.len() == 2
        && line.names.iter().any(|name| {
            text.is(name.bare.start, WordSense::GivenName) && name::is_personal(text, &name.bare)
        });
    (is_tight && is_signed).then(|| found(start..region.end, line, Confidence::Unsure))
}

/// An agency alone behind the caption's last word.
fn last_agency(text: &Text<'_, '_>, region: &Range<usize>, end: usize) -> Option<Found> {
    let from = end.saturating_sub(8).max(region.start + 1);
    let start = (from..end).find(|&at| {
        text.known(at).is_some_and(|known| {
            known.is_exact
                && !known.is_weak
                && matches!(known.sort, Sort::Agency | Sort::Library)
                && at + known.tokens == end
        })
    });
    let is_seen = start.is_some();
    let start = start.or_else(|| led_library(text, end))?;
    let before = start.checked_sub(1)?;
    let is_led = text.is_word(before)
        && (text.is(before, WordSense::Prose) || text.is(before, WordSense::Connector))
        && text.shape(before) == Some(Shape::Lower);
    let is_by = text.length(before, Sense::On) > 0
        && text
            .known(start)
            .is_some_and(|known| known.sort == Sort::Library)
        && matches!(text.key(before), "by" | "von" | "par" | "por");
    // "… she told Reuters." is a sentence.
    let is_sentence = is_seen && end < region.end && text.shape(before) == Some(Shape::Lower);
    let needs_by = is_led || !is_seen;
    if (needs_by && !is_by)
        || is_sentence
        || text.is_mark(before, Mark::Slash)
        || !(text.is_word(before) || text.is_close(before))
    {
        return None;
    }
    let line = line::read(text, start..region.end, Extent::Strict)?;
    let tokens = if is_by {
        before..region.end
    } else {
        start..region.end
    };
    Some(found(tokens, line, Confidence::Likely))
}

/// A library in small letters behind "by": `vector by vectorstock`.
fn led_library(text: &Text<'_, '_>, end: usize) -> Option<usize> {
    let start = end.checked_sub(1)?;
    text.known(start)
        .filter(|known| known.sort == Sort::Library && known.tokens == 1)
        .map(|_| start)
}

/// `Submitted photo`, `Courtesy photo` behind the caption's last word.
fn last_qualifier(text: &Text<'_, '_>, region: &Range<usize>, end: usize) -> Option<Found> {
    let from = end.saturating_sub(8).max(region.start + 1);
    let start = (from..end).find(|&at| {
        let length = text.length(at, Sense::Qualifier);
        length > 1
            && at + length == end
            && text.length(at, Sense::ArchiveNote) == 0
            && text.shape(at) == Some(Shape::Title)
    })?;
    let line = line::read(text, start..region.end, Extent::Strict)?;
    Some(found(start..region.end, line, Confidence::Likely))
}

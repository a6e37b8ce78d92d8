//! A credit at the end of a caption that nothing sets apart but its own shape: `… at dawn. Ann Lee/AP`.
//!
//! Two sorts of evidence are weighed: what stands before it (the end of a sentence, a line, a dash,
//! no space at all) and what it holds (a known agency, a slash, a person's name).

mod weigh;

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
/// The name of a house before a colon has no more words.
const LONGEST_HOUSE: usize = 6;
/// A name in capitals at the end has no more words.
const WORDS_OF_LOUD_NAME: usize = 4;
/// A name holds fewer small words than this.
const SMALL_WORDS: usize = 3;
/// A person's name in a script without capitals has no more words.
const WORDS_WITHOUT_CAPITALS: usize = 4;
/// What has more letters without a space, in a script that writes none, is a piece of a sentence.
const LONGEST_RUN: usize = 8;

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
        None => behind_house(text, &region).or_else(|| without_boundary(text, &region)),
        // `… in the harbour Ann Lee - Lusa`: the mark ties the agency to the name before it.
        Some(agency) if follows_tie(text, &agency) => {
            Some(without_boundary(text, &region).unwrap_or(agency))
        }
        Some(found) => Some(found),
    }
}

/// A name and its e-mail address behind the house that sent the picture: `… again. Torvik Lodge: Ann Lee,
/// ann@lodge.example`.
fn behind_house(text: &Text<'_, '_>, region: &Range<usize>) -> Option<Found> {
    if text.shape(region.end.checked_sub(1)?) != Some(Shape::Mail) {
        return None;
    }
    let from = region.end.saturating_sub(LONGEST_TAIL).max(region.start);
    let colon = (from..region.end).rfind(|&at| text.is_mark(at, Mark::Colon))?;
    let is_of_name = |at: &usize| text.is_word(*at) && text.is_capital(*at);
    let words = (from..colon)
        .rev()
        .take_while(is_of_name)
        .take(LONGEST_HOUSE);
    let start = words
        .take_while(|&at| at + 1 == colon || text.boundary(at + 1) == Boundary::None)
        .last()?;
    if !matches!(text.boundary(start), Boundary::Sentence | Boundary::Line) {
        return None;
    }
    let line = line::read(text, colon + 1..region.end, Extent::Strict)?;
    let is_somebody = line
        .names
        .first()
        .is_some_and(|name| name::is_personal(text, &name.bare));
    let names = line.names.clone();
    let whole = line.part(start..line.tokens.end, &names);
    is_somebody.then(|| found(start..region.end, whole, Confidence::Likely))
}

/// Whether nothing but an agency was found, and a mark before it ties it to a name.
fn follows_tie(text: &Text<'_, '_>, found: &Found) -> bool {
    let start = found.line.tokens.start;
    found.line.names.len() == 1
        && found.line.names_agency()
        && start
            .checked_sub(2)
            .is_some_and(|before| text.is_parting(before + 1) && text.is_capital(before))
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
        if text.plain_words(&(start..region.end)) > SMALL_WORDS {
            // A sentence, however it ends: see `is_worded`.
            return None;
        }
        let boundary = if start == region.start && follows_terms {
            Boundary::Separator
        } else if start == region.start {
            start_boundary(text, start)
        } else if is_signed_apart(text, start, region.end) {
            Boundary::Wide
        } else {
            text.boundary(start)
        };
        let is_account = text.printed(start).starts_with('@');
        let is_begun = text.is_word(start) || text.is_open(start) || is_quoted_agency(text, start);
        // Words of a script without spaces are not glued to one another.
        let is_in_run = boundary == Boundary::Glued
            && start > region.start
            && text.printed(start).starts_with(is_unspaced)
            && text.printed(start - 1).ends_with(is_unspaced)
            && !line_has_role(text, start..region.end);
        if (boundary == Boundary::None && !is_account)
            || is_in_run
            || !is_begun
            || goes_on(text, start)
        {
            return None;
        }
        let quotes = usize::from(is_quoted_agency(text, start));
        let inner = start + quotes..region.end - quotes;
        let line = line::read(text, inner, Extent::Strict)?;
        if is_dated(text, &line)
            || is_worded(text, &line)
            || (boundary == Boundary::Start && is_caption_before_agency(text, &line))
        {
            return None;
        }
        // What stands in the lines before counts too: a name alone in its line follows a caption.
        let from = start.saturating_sub(LONGEST_TAIL);
        let words = (from..start).filter(|&at| text.is_word(at)).count();
        let confidence = weigh::weigh(text, &line, boundary, words, region.end)?;
        Some(found(start..region.end, line, confidence))
    })
}

/// Whether a name has two words in small letters, as user names of libraries have: at the beginning of a text
/// that are words of its caption.
fn has_plain_words(text: &Text<'_, '_>, line: &Line) -> bool {
    let is_plain = |&at: &usize| {
        text.shape(at) == Some(Shape::Lower)
            && !text.is(at, WordSense::Particle)
            && !text.is(at, WordSense::Connector)
    };
    let names_library = line
        .names
        .iter()
        .any(|name| name.known.is_some_and(|known| known.sort == Sort::Library));
    !names_library
        && line
            .names
            .iter()
            .any(|name| name.known.is_none() && name.bare.clone().filter(is_plain).count() > 1)
}

/// Whether a line says when and nothing else: `maj 2019 r.`
fn is_dated(text: &Text<'_, '_>, line: &Line) -> bool {
    let mut words = line.tokens.clone().filter(|&at| text.is_word(at));
    line.tokens.clone().any(|at| text.is_number(at))
        && words.all(|at| {
            text.is_number(at)
                || text.is(at, WordSense::Date)
                || text.printed(at).trim_end_matches('.').chars().count() == 1
        })
}

/// Whether a line that begins a text begins with the caption, and the credit comes behind it.
fn is_caption_before_agency(text: &Text<'_, '_>, line: &Line) -> bool {
    let leads_long = line.names.first().is_some_and(|name| {
        let words = name.bare.clone().filter(|&at| text.is_word(at)).count();
        name.known.is_none()
            && words > WORDS_WITHOUT_CAPITALS
            && text.shape(name.bare.start) == Some(Shape::Caseless)
            && !name
                .bare
                .clone()
                .any(|at| text.is(at, WordSense::Organisation))
    });
    // `The minister in Torvik / A. Lee nuotr.`: the label behind the name signs that alone.
    let signs_last = matches!(line.names.as_slice(), [first, last]
        if last.tie == Tie::Slash
            && first.bare.len() > 2
            && text.gap(last.tokens.start) == Gap::Space
            && text.length(last.tokens.end, Sense::After) > 0
            && text.shape(last.tokens.end) == Some(Shape::Lower));
    // `Gregor Stone Ann Lee / AP`
    let parted = line
        .names
        .iter()
        .position(|name| matches!(name.tie, Tie::Slash | Tie::Bar));
    let runs_on = line.names_agency()
        && parted
            .and_then(|parted| line.names.get(..parted))
            .is_some_and(|before| match before {
                [only] => {
                    second_name(text, only.bare.clone()).is_some_and(|at| at > only.bare.start + 1)
                }
                [first, .., last] => {
                    !text.is(first.bare.start, WordSense::GivenName)
                        && first.known.is_none()
                        && second_name(text, last.bare.clone()).is_some()
                }
                [] => false,
            });
    (leads_long && line.names.len() > 1) || signs_last || runs_on || has_plain_words(text, line)
}

/// Whether a space parts a signature from the caption in a script that writes none: `南京路步行街 新华社 图`.
fn is_signed_apart(text: &Text<'_, '_>, start: usize, end: usize) -> bool {
    text.gap(start) == Gap::Space
        && text.printed(start).starts_with(is_unspaced)
        && start
            .checked_sub(1)
            .is_some_and(|before| text.printed(before).ends_with(is_unspaced))
        && text.known(start).is_some_and(|known| known.is_exact)
        && line_has_role(text, start..end)
}

/// Whether a word says of somebody in these tokens that he took the photo: `记者`, `摄`.
fn line_has_role(text: &Text<'_, '_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| text.length(at, Sense::Role) + text.length(at, Sense::After) > 0)
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
    // `The harbour in …`: an article and a small word begin no name.
    let is_article = text.is(start, WordSense::Article)
        && text.shape(start) == Some(Shape::Title)
        && text.shape(start + 1) == Some(Shape::Lower)
        && text.known(start).is_none()
        && !text.is(start + 1, WordSense::Organisation);
    is_date
        || is_article
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
        .or_else(|| loud_name(text, region))
}

/// A person's name in capitals behind a sentence in small letters: `… for two days ANN LEE`.
fn loud_name(text: &Text<'_, '_>, region: &Range<usize>) -> Option<Found> {
    let is_loud =
        |at: usize| text.shape(at) == Some(Shape::Upper) && text.printed(at).chars().count() > 1;
    let from = region
        .end
        .saturating_sub(WORDS_OF_LOUD_NAME)
        .max(region.start);
    let loud = (from..region.end).rev().take_while(|&at| is_loud(at));
    let start = loud.last()?;
    let before = start
        .checked_sub(1)
        .filter(|&before| before >= region.start)?;
    let is_sentence = text.shape(before) == Some(Shape::Lower)
        && !text.is(before, WordSense::Prose)
        && text.plain_words(&(region.start..start)) > SMALL_WORDS;
    let name = start..region.end;
    let is_somebody = text.boundary(start) == Boundary::None
        && text.is(start, WordSense::GivenName)
        && name::is_personal(text, &name);
    if !is_sentence || !is_somebody {
        return None;
    }
    let line = line::read(text, name.clone(), Extent::Strict)?;
    Some(found(name, line, Confidence::Likely))
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
    // `… of the group of Madrid EFE/ A. Lee`: an agency that is known begins it, whatever stands before.
    let agency = (start..tie).find(|&at| {
        let known = text.known(at).filter(|known| at + known.tokens == tie);
        known.is_some_and(|known| known.is_exact && !known.is_weak)
    });
    start = agency.unwrap_or(start);
    let before = start
        .checked_sub(1)
        .filter(|&before| before >= region.start);
    let is_led = before.is_none_or(|before| {
        text.is_word(before)
            && text.is(before, WordSense::Prose)
            && text.shape(before) == Some(Shape::Lower)
    });
    if start == tie || (before.is_none() && second_name(text, start..tie).is_none()) {
        return None;
    }
    if agency.is_none()
        && let Some(name) = second_name(text, start..tie)
    {
        start = name;
    } else if agency.is_none() && (is_led || before.is_some_and(|before| text.is_capital(before))) {
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
    let is_noted = line.names.len() == 1 && !line.qualifiers.is_empty();
    let is_signed = (line.names.len() == 2 || is_noted)
        && line.names.iter().any(|name| {
            text.is(name.bare.start, WordSense::GivenName) && name::is_personal(text, &name.bare)
        });
    (is_tight && is_signed).then(|| found(start..region.end, line, Confidence::Unsure))
}

/// Where a person's name begins behind another name in one run of capitals: `Gregor Stone Ann Lee/AP`,
/// `… in Torvik Ann Lee/AP`.
fn second_name(text: &Text<'_, '_>, run: Range<usize>) -> Option<usize> {
    let is_given = |at: usize| text.is(at, WordSense::GivenName);
    let first_is_given = is_given(run.start);
    let at = (run.start + 1..run.end.saturating_sub(1))
        .rev()
        .find(|&at| {
            is_given(at) && text.is_capital(at + 1) && text.is_capital(at - 1) && !is_given(at - 1)
        })?;
    let before = (run.start..at).filter(|&at| text.is_capital(at)).count();
    let is_apart = before > 1 || !first_is_given;
    let is_initial = text.shape(at - 1) == Some(Shape::Initial);
    (is_apart && !is_initial && (run.start..at).all(|at| text.known(at).is_none())).then_some(at)
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

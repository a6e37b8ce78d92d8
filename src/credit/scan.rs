//! Finds what the text itself sets apart: labelled credits, credits in brackets, usage terms, page furniture.

use std::ops::Range;

use super::head;
use super::label::{self, Label, Strength};
use super::lexicon::{Sense, Sort, WordSense};
use super::line::{self, Ending, Extent, Line};
use super::name;
use super::reading::Confidence;
use super::text::{Boundary, Text};
use super::tokens::{Gap, Mark, Shape};

/// A sentence shows a small word within so many of its first, in tokens.
const SENTENCE_WITHIN: usize = 8;

/// The name of a house before its `photo by` has no more words.
const WORDS_OF_HOUSE: usize = 3;

/// A caption printed again begins with as many words of the line before.
const WORDS_OF_COPY: usize = 3;

/// A caption before a bracket that is its credit has more tokens.
const CAPTION_TOKENS: usize = 4;

/// A year, a score or a price has fewer figures than the number of a photo.
const DIGITS_OF_CODE: usize = 6;

/// An institution's name with small words is not longer, in tokens.
const LONGEST_INSTITUTION: usize = 7;

/// A stretch of the text that is not caption.
pub(super) enum Piece {
    Credit(Found),
    Usage(Range<usize>),
    Furniture(Range<usize>),
}

impl Piece {
    pub(super) fn tokens(&self) -> &Range<usize> {
        match self {
            Self::Credit(found) => &found.tokens,
            Self::Usage(tokens) | Self::Furniture(tokens) => tokens,
        }
    }
}

/// A credit, where it stands and how sure that is.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// All of it, label and brackets included.
    pub(super) tokens: Range<usize>,
    pub(super) label: Option<Range<usize>>,
    pub(super) line: Line,
    pub(super) confidence: Confidence,
    pub(super) is_bracketed: bool,
}

/// All pieces that are set apart, in order.
pub(super) fn pieces(text: &Text<'_, '_>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let follows_piece = pieces.last().is_some_and(|last| last.tokens().end == at);
        let piece = term(text, at, follows_piece)
            .or_else(|| bracket(text, at))
            .or_else(|| labelled(text, at))
            .or_else(|| led_by_kind(text, at));
        let piece = match piece {
            None | Some(Piece::Furniture(_)) => head::read(text, at).map(Piece::Credit).or(piece),
            Some(Piece::Credit(_) | Piece::Usage(_)) => piece,
        };
        if let Some(piece) = piece {
            at = piece.tokens().end.max(at + 1);
            pieces.push(piece);
        } else {
            at += past_name(text, at);
        }
    }
    pieces
}

/// How many tokens a known name has here, so that no label is looked for inside it ("AP Photo").
fn past_name(text: &Text<'_, '_>, at: usize) -> usize {
    let Some(known) = text.known(at).filter(|known| known.is_exact) else {
        return 1;
    };
    let styles = (at + known.tokens..text.len())
        .take_while(|&style| text.is(style, WordSense::Style))
        .count();
    let label = text.length(at + known.tokens, Sense::Label).max(styles);
    let is_marked = styles > 0 && text.is_mark(at + known.tokens + label, Mark::Colon);
    let is_by = text.length(at + known.tokens, Sense::By) > 0;
    known.tokens + if is_marked || is_by { 0 } else { styles.min(1) }
}

/// Whether nothing of a caption's sentence goes on at this token.
pub(super) fn is_end(text: &Text<'_, '_>, at: usize) -> bool {
    at >= text.len()
        || text.gap(at) == Gap::Line
        || text.is_sentence_end(at)
        || text.is_open(at)
        || line::is_term(text, at)
        || [Mark::Bar, Mark::Dash, Mark::Slash]
            .into_iter()
            .any(|mark| text.is_mark(at, mark) && label::at(text, at + 1, at + 8).is_some())
        || label::at(text, at, at + 8).is_some_and(|label| label.strength > Strength::Bare)
}

/// Usage terms or furniture.
fn term(text: &Text<'_, '_>, at: usize, follows_piece: bool) -> Option<Piece> {
    let stands_apart =
        |end: usize| follows_piece || text.boundary(at) != Boundary::None || is_end(text, end);
    let label = text.length(at, Sense::UsageLabel);
    if label > 0
        && text.is_mark(at + label, Mark::Colon)
        && text.length(at + label + 1, Sense::Usage) > 0
    {
        let end = at + label + 1;
        return Some(Piece::Usage(
            at..past_stop(text, end + text.length(end, Sense::Usage)),
        ));
    }
    let usage = text.length(at, Sense::Usage);
    let end = at + usage;
    if usage > 0
        && stands_apart(end)
        && (usage > 1
            || (text.shape(at) != Some(Shape::Title)
                && text.shape(at) != Some(Shape::Lower)
                && is_end(text, end)))
    {
        return Some(Piece::Usage(at..past_stop(text, end)));
    }
    if is_number_of_photo(text, at) {
        return Some(Piece::Furniture(at..at + 1));
    }
    if is_slug(text, at) {
        return Some(Piece::Furniture(at..at + 2));
    }
    let furniture = text.length(at, Sense::Furniture);
    let end = at + furniture;
    let is_marked =
        text.is_mark(end, Mark::Colon) || (furniture > 1 && text.is_mark(end, Mark::Comma));
    let is_alone = text.gap(at) == Gap::Line && text.gap(end) == Gap::Line;
    let begins = matches!(text.boundary(at), Boundary::Start | Boundary::Line) || follows_piece;
    let is_counter = text.is_number(at);
    let is_numbered = text.is_number(end.saturating_sub(1));
    let is_furniture = match furniture {
        0 => false,
        _ if is_counter => (is_alone && text.len() > furniture) || is_before_caption(text, at, end),
        2 if is_numbered && !is_counter => begins && is_marked,
        1 => (begins && is_marked) || (is_alone && text.len() > 1),
        _ => stands_apart(end),
    };
    is_furniture.then(|| Piece::Furniture(at..if is_marked { end + 1 } else { end }))
}

/// The number under which a wire sent a photo, at the beginning: `ABC3071. TORVIK (NORWAY) …`.
fn is_slug(text: &Text<'_, '_>, at: usize) -> bool {
    let printed = text.printed(at);
    let letters = printed.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = printed
        .bytes()
        .skip(letters)
        .filter(u8::is_ascii_digit)
        .count();
    at == 0
        && (2..=4).contains(&letters)
        && digits >= 3
        && letters + digits == printed.len()
        && text.is_sentence_end(1)
        && text.gap(1) == Gap::None
        && text.is_capital(2)
}

/// A number that is glued to the caption behind it: `3Boats lie in the harbour`.
fn is_number_of_photo(text: &Text<'_, '_>, at: usize) -> bool {
    text.is_number(at)
        && text.gap(at) == Gap::Line
        && text.gap(at + 1) == Gap::None
        && text.is_capital(at + 1)
        && text.shape(at + 1) != Some(Shape::Caseless)
}

/// Whether a caption follows the counter of photos, with a capital, or once more as in the line before:
/// `1 of 9 The ferry …`.
fn is_before_caption(text: &Text<'_, '_>, at: usize, end: usize) -> bool {
    let line = (0..at).rev().find(|&before| text.gap(before) == Gap::Line);
    let is_copy = line.is_some_and(|line| {
        (0..WORDS_OF_COPY).all(|n| text.is_word(end + n) && text.key(line + n) == text.key(end + n))
    });
    let is_caption = text.is_capital(end) && text.shape(end + 1) == Some(Shape::Lower);
    text.gap(at) == Gap::Line && text.gap(end) != Gap::Line && (is_caption || is_copy)
}

fn past_stop(text: &Text<'_, '_>, at: usize) -> usize {
    if text.is_sentence_end(at) && text.gap(at) == Gap::None {
        at + 1
    } else {
        at
    }
}

/// A credit, terms or furniture in brackets.
fn bracket(text: &Text<'_, '_>, open: usize) -> Option<Piece> {
    if !text.is_open(open) {
        return None;
    }
    let close = text
        .partner(open)
        .filter(|&close| close > open + 1 && close - open <= line::LONGEST)?;
    let inner = open + 1..close;
    let whole = open..close + 1;
    if text.is_open(inner.start) {
        return None;
    }
    let covers = |sense: Sense| text.length(inner.start, sense) == inner.len();
    if covers(Sense::Usage) {
        return Some(Piece::Usage(whole));
    }
    let is_counter = text.is_number(inner.start);
    let begins = matches!(text.boundary(open), Boundary::Start | Boundary::Line);
    if covers(Sense::Furniture) && inner.len() > 1 && (!is_counter || begins) {
        return Some(Piece::Furniture(whole));
    }
    if covers(Sense::ArchiveNote) {
        return None;
    }
    if is_code(text, &inner) {
        return Some(Piece::Furniture(whole));
    }
    let label = label::at(text, inner.start, close);
    let (label, line, confidence) = if let Some(label) = label {
        let line = labelled_inside(text, label.tokens.end..close)?;
        let is_bare = label.strength == Strength::Bare;
        let is_said =
            !line.is_empty() && (!is_bare || (line.strays == 0 && starts_with_name(text, &line)));
        let confidence = if line.strays > 0 {
            Confidence::Likely
        } else {
            Confidence::Certain
        };
        is_said.then_some((Some(label.tokens), line, confidence))?
    } else {
        let (line, confidence) = unlabelled_inside(text, inner, &whole)?;
        (None, line, confidence)
    };
    Some(Piece::Credit(Found {
        tokens: past_sentence(text, whole),
        label,
        line,
        confidence,
        is_bracketed: true,
    }))
}

/// The number under which an archive keeps a photo: `(48812901)`, `(XY06_28_2024_000117B)`.
fn is_code(text: &Text<'_, '_>, inner: &Range<usize>) -> bool {
    let printed = text.span(inner).of(text.raw);
    printed.bytes().filter(u8::is_ascii_digit).count() >= DIGITS_OF_CODE
        && printed
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase() || matches!(b, b'_' | b'-'))
}

fn starts_with_name(text: &Text<'_, '_>, line: &Line) -> bool {
    line.names
        .first()
        .is_some_and(|name| name.known.is_some() || text.is_capital(name.tokens.start))
        || !line.qualifiers.is_empty()
}

/// A full stop right behind a credit's bracket goes with it only where nothing ended before.
fn past_sentence(text: &Text<'_, '_>, whole: Range<usize>) -> Range<usize> {
    let ended = whole.start == 0 || text.boundary(whole.start) == Boundary::Sentence;
    if ended && text.is_sentence_end(whole.end) && text.gap(whole.end) == Gap::None {
        whole.start..whole.end + 1
    } else {
        whole
    }
}

/// All labelled lines of one bracket as one line: `(Foto: Ann Lee / Quelle: AP)`.
fn labelled_inside(text: &Text<'_, '_>, range: Range<usize>) -> Option<Line> {
    let mut line = line::read(text, range.clone(), Extent::Whole)?;
    while line.tokens.end < range.end {
        let mut from = line.tokens.end;
        while from < range.end && !text.is_word(from) && label::at(text, from, range.end).is_none()
        {
            from += 1;
        }
        let Some(label) = label::at(text, from, range.end) else {
            break;
        };
        let Some(more) = line::read(text, label.tokens.end..range.end, Extent::Whole) else {
            break;
        };
        line.tokens.end = more.tokens.end;
        line.names.extend(more.names);
        line.qualifiers.extend(more.qualifiers);
        line.strays += more.strays;
    }
    Some(line)
}

/// A bracket without a label that nevertheless is a credit.
fn unlabelled_inside(
    text: &Text<'_, '_>,
    inner: Range<usize>,
    whole: &Range<usize>,
) -> Option<(Line, Confidence)> {
    let ends = is_end(text, whole.end);
    let after_sentence = matches!(
        text.boundary(whole.start),
        Boundary::Sentence | Boundary::Line | Boundary::Start
    );
    let is_dateline = text.is_mark(whole.end, Mark::Dash) && whole.end < 16;
    if is_dateline || !(ends || after_sentence) {
        return None;
    }
    let line = line::read(text, inner.clone(), Extent::Strict).or_else(|| {
        let leads = text.length(inner.start, Sense::Qualifier) > 0
            || text.length(inner.start, Sense::KindOfPicture) > 0;
        if leads {
            line::read(text, inner.clone(), Extent::Whole)
                .filter(|line| line.tokens.end >= inner.end)
        } else {
            None
        }
    })?;
    let confidence = bracket_confidence(text, &line, ends, after_sentence)?;
    Some((line, confidence))
}

fn bracket_confidence(
    text: &Text<'_, '_>,
    line: &Line,
    ends: bool,
    after_sentence: bool,
) -> Option<Confidence> {
    let has_role = line.names.iter().any(|name| name.has_role);
    let is_weak = line
        .names
        .iter()
        .all(|name| name.known.is_none_or(|known| known.is_weak));
    let says_more = line
        .qualifiers
        .iter()
        .any(|range| text.length(range.start, Sense::Qualifier) >= range.len());
    let is_personal = line
        .names
        .iter()
        .any(|name| name::is_personal(text, &name.bare));
    if has_role || (line.names_agency() && (!is_weak || line.is_tied())) {
        return Some(Confidence::Certain);
    }
    let knows = line
        .names
        .iter()
        .any(|name| name.known.is_some_and(|known| known.is_exact));
    let is_dated = line.tokens.clone().any(|at| text.is_number(at));
    let names_day = line.tokens.clone().any(|at| text.is(at, WordSense::Date));
    if is_dated && (names_day || !is_personal) && !knows {
        // `(Torvik, May 2023)` says where and when.
        return None;
    }
    if says_more {
        return Some(if ends {
            Confidence::Certain
        } else {
            Confidence::Likely
        });
    }
    // `(Ann Lee photo)`: the last word is no part of the name.
    let last = line.tokens.end.saturating_sub(1);
    let is_signed = line.names.len() == 1
        && is_personal
        && text.length(last, Sense::Label) == 1
        && text.shape(last) == Some(Shape::Lower);
    if is_signed && after_sentence {
        return Some(Confidence::Certain);
    }
    if line.is_tied() && (is_personal || line.names.iter().any(|name| name.known.is_some())) {
        return Some(if after_sentence && is_personal {
            Confidence::Certain
        } else {
            Confidence::Likely
        });
    }
    let is_whole = line.tokens.start == 1 && line.tokens.end + 1 >= text.len();
    let is_strong = line
        .names
        .iter()
        .all(|name| name.known.is_some_and(|known| !known.is_weak));
    if ends && is_strong && !line.names.is_empty() && line.tokens.start > CAPTION_TOKENS {
        return Some(if knows {
            Confidence::Likely
        } else {
            Confidence::Unsure
        });
    }
    if !ends || !(after_sentence || is_whole) {
        return None;
    }
    let words = line.tokens.clone().filter(|&at| text.is_word(at)).count();
    if knows || (words > 1 && words < 8 && line.names.len() == 1) {
        return Some(Confidence::Likely);
    }
    let is_plain_word = words == 1
        && line.tokens.clone().all(|at| {
            matches!(
                text.shape(at),
                Some(Shape::Upper | Shape::Mixed | Shape::Address)
            )
        });
    is_plain_word.then_some(Confidence::Unsure)
}

/// A credit behind a label.
fn labelled(text: &Text<'_, '_>, at: usize) -> Option<Piece> {
    let label = label::at(text, at, (at + line::LONGEST).min(text.len()))?;
    if is_style_of_house(text, at, label.strength) {
        return None;
    }
    let start = label.tokens.end;
    let end = hard_end(text, start);
    let has_prose = has_prose(text, start..end);
    let extent = if has_prose {
        Extent::Open
    } else {
        Extent::Whole
    };
    let line = if start < end {
        line::read(text, start..end, extent)
    } else {
        None
    };
    let Some(line) = line.filter(|line| is_believed(text, &label, line, has_prose)) else {
        return lone_label(text, label, start < end);
    };
    let confidence = labelled_confidence(text, &label, &line);
    let end = past_stop(text, line.tokens.end);
    Some(Piece::Credit(Found {
        tokens: at..end,
        label: Some(label.tokens),
        line,
        confidence,
        is_bracketed: false,
    }))
}

/// `… in the harbour. HarbourNews photo by Ann Lee`: the credit begins with the house, not with the label.
fn is_style_of_house(text: &Text<'_, '_>, label: usize, strength: Strength) -> bool {
    if strength != Strength::By || text.shape(label) != Some(Shape::Lower) {
        return false;
    }
    let house = (label.saturating_sub(WORDS_OF_HOUSE)..label)
        .rev()
        .take_while(|&at| text.is_capital(at))
        .find(|&at| text.boundary(at) != Boundary::None);
    house.is_some_and(|at| {
        matches!(text.boundary(at), Boundary::Sentence | Boundary::Separator)
            && !text.is(at, WordSense::Prose)
    })
}

/// A label that leads no credit leads the caption: it is the page's, not the credit's.
fn lone_label(text: &Text<'_, '_>, label: Label, has_caption: bool) -> Option<Piece> {
    let begins = matches!(
        text.boundary(label.tokens.start),
        Boundary::Start | Boundary::Line
    );
    let is_marked = label.strength == Strength::Marked;
    let is_last = !has_caption
        && label.tokens.end >= text.len()
        && (is_marked || label.strength == Strength::Copyright);
    let is_furniture = (begins && is_marked)
        || is_last
        || (label.strength > Strength::Bare && label.tokens.len() > 4 && !has_caption);
    is_furniture.then_some(Piece::Furniture(label.tokens))
}

/// Where a line that begins here ends at the latest.
fn hard_end(text: &Text<'_, '_>, start: usize) -> usize {
    let limit = text.len().min(start + line::LONGEST);
    let mut at = start;
    while at < limit {
        if line::is_stop(text, at, start, Extent::Whole) {
            break;
        }
        if let Some(known) = text.known(at).filter(|known| known.is_exact) {
            // No label begins inside a name that is known.
            at += known.tokens.max(1);
            continue;
        }
        at = match text.partner(at).filter(|_| text.is_open(at)) {
            Some(close) if close < limit && close - at < 24 => close + 1,
            Some(_) => break,
            None if text.is_open(at) => break,
            None => at + 1,
        };
    }
    at.min(limit)
}

/// Whether a caption's sentence runs on inside these tokens.
fn has_prose(text: &Text<'_, '_>, range: Range<usize>) -> bool {
    let mut small = 0;
    let mut at = range.start;
    // Small words go on with the name of an institution: `пресс-служба мэрии`, `Torvik kommune`.
    let mut is_institution = false;
    let is_short = range.len() <= LONGEST_INSTITUTION;
    while at < range.end {
        if let Some(known) = text.known(at).filter(|known| known.tokens > 1) {
            at += known.tokens;
            small = 0;
            continue;
        }
        is_institution = text.is_word(at)
            && (is_institution
                || (text.is(at, WordSense::Organisation) && !text.is(at, WordSense::GivenName)));
        let said = [
            Sense::Qualifier,
            Sense::KindOfPicture,
            Sense::Role,
            Sense::Place,
            Sense::ArchiveNote,
        ]
        .map(|sense| text.length(at, sense));
        let said = said.into_iter().max().unwrap_or(0);
        if said > 1 || (said == 1 && !text.is(at, WordSense::Prose)) {
            at += said;
            continue;
        }
        if text.is_running_script(at) {
            return true;
        }
        let next_capital = (at + 1..(at + 3).min(range.end)).any(|next| {
            text.is_capital(next)
                || text.known(next).is_some()
                || text.shape(next) == Some(Shape::Handle)
        });
        let joins = next_capital
            && (text.is(at, WordSense::Particle)
                || text.is(at, WordSense::Connector)
                || [Sense::Via, Sense::For, Sense::And, Sense::On]
                    .into_iter()
                    .any(|tie| text.length(at, tie) > 0));
        let belongs = is_institution && is_short && !text.is(at, WordSense::Prose);
        let is_small =
            text.shape(at) == Some(Shape::Lower) && text.known(at).is_none() && !joins && !belongs;
        let is_opener = at > range.start
            && text.is(at, WordSense::Prose)
            && !text.is(at, WordSense::GivenName)
            && text.shape(at) == Some(Shape::Title)
            && text.gap(at) == Gap::Space
            && text.is_word(at - 1)
            && !(text.is_capital(at + 1) && at + 2 >= range.end)
            && (at + 1..range.end.min(at + SENTENCE_WITHIN))
                .any(|word| text.shape(word) == Some(Shape::Lower));
        let follows_capital =
            at > range.start && text.is_word(at - 1) && text.shape(at - 1) != Some(Shape::Lower);
        small = if is_small { small + 1 } else { 0 };
        if is_opener
            || (is_small && (follows_capital || text.is(at, WordSense::Prose)))
            || small > 3
        {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether what follows a label is taken for a credit.
fn is_believed(text: &Text<'_, '_>, label: &Label, line: &Line, has_prose: bool) -> bool {
    if line.names.iter().any(|name| name.tokens.len() > 24) {
        return false;
    }
    match label.strength {
        Strength::Copyright | Strength::By => {
            !has_prose
                || line.ending != Ending::Guessed
                || line
                    .names
                    .iter()
                    .any(|name| name::is_personal(text, &name.bare))
        }
        Strength::Marked => {
            !has_prose
                || line.ending != Ending::Guessed
                || text.boundary(label.tokens.start) != Boundary::Start
        }
        Strength::Bare => {
            let first = line.names.first();
            let is_name = first.is_some_and(|name| {
                name.known.is_some_and(|known| !known.is_weak)
                    || name::is_personal(text, &name.bare)
            });
            let is_caseless = text.shape(label.tokens.start) == Some(Shape::Caseless);
            let is_glued_script = is_caseless && first.is_some_and(|name| name.tokens.len() < 4);
            !has_prose
                && line.strays == 0
                && (is_name || is_glued_script)
                && is_end(text, line.tokens.end)
        }
    }
}

fn labelled_confidence(text: &Text<'_, '_>, label: &Label, line: &Line) -> Confidence {
    let by_ending = match line.ending {
        Ending::Marked => Confidence::Certain,
        Ending::Seen => Confidence::Likely,
        Ending::Guessed => Confidence::Unsure,
    };
    let is_clean = line.strays == 0 && line.names.iter().all(|name| name.tokens.len() < 8);
    let by_line = if is_clean {
        Confidence::Certain
    } else {
        Confidence::Likely
    };
    let is_sure_label = label.strength > Strength::Bare
        || line
            .names
            .iter()
            .any(|name| name.known.is_some_and(|known| known.sort == Sort::Agency));
    let by_label = if is_sure_label {
        Confidence::Certain
    } else {
        Confidence::Likely
    };
    let goes_on = !is_end(text, line.tokens.end) && line.ending == Ending::Marked;
    let by_rest = if goes_on {
        Confidence::Unsure
    } else {
        Confidence::Certain
    };
    by_ending.min(by_line).min(by_label).min(by_rest)
}

/// `Illustration: Ann Lee`, `Montage by …`: the word that leads it stays in the line.
fn led_by_kind(text: &Text<'_, '_>, at: usize) -> Option<Piece> {
    let kind = text.length(at, Sense::KindOfPicture);
    if kind == 0 || matches!(text.boundary(at), Boundary::Comma | Boundary::Glued) {
        return None;
    }
    let is_marked = text.is_mark(at + kind, Mark::Colon);
    let is_by = text.length(at + kind - 1, Sense::On) > 0;
    let is_set_apart =
        text.boundary(at) != Boundary::None || (is_marked && text.shape(at) != Some(Shape::Lower));
    let end = hard_end(text, at);
    if !(is_marked || is_by) || !is_set_apart || has_prose(text, at + kind..end) {
        return None;
    }
    let line = line::read(text, at..end, Extent::Whole)
        .filter(|line| !line.names.is_empty() && line.strays == 0)?;
    let is_name = |name: &line::Name| name.known.is_some() || name::is_personal(text, &name.bare);
    let confidence = if line.names.iter().any(is_name) {
        Confidence::Certain
    } else {
        Confidence::Likely
    };
    let end = past_stop(text, line.tokens.end);
    Some(Piece::Credit(Found {
        tokens: at..end,
        label: None,
        line,
        confidence,
        is_bracketed: false,
    }))
}

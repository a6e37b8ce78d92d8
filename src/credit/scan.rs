//! Finds what the text itself sets apart: labelled credits, credits in brackets, usage terms, page furniture.

use std::ops::Range;

use super::bracket;
use super::furniture;
use super::head;
use super::label::{self, Label, Strength};
use super::lexicon::{Sense, Sort, WordSense};
use super::line::{self, Ending, Extent, Line};
use super::name;
use super::reading::Confidence;
use super::rough;
use super::text::{Boundary, Text};
use super::tokens::{Gap, Mark, Shape};

/// A sentence shows a small word within so many of its first, in tokens.
const SENTENCE_WITHIN: usize = 8;

/// The name of a house before its `photo by` has no more words.
const WORDS_OF_HOUSE: usize = 3;

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
        let follows_credit =
            matches!(pieces.last(), Some(Piece::Credit(last)) if last.tokens.end == at);
        let signature = || bracket::signature_behind(text, at).filter(|_| follows_credit);
        if let Some(signature) = signature() {
            at = signature.end;
            pieces.push(Piece::Furniture(signature));
            continue;
        }
        if at > 0 && text.is_mere_word(at) && text.gap(at) != Gap::Line {
            at += 1;
            continue;
        }
        let piece = furniture::term(text, at, follows_piece)
            .or_else(|| bracket::read(text, at))
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
        || is_parted_credit(text, at)
        || label::at(text, at, at + 8).is_some_and(|label| label.strength > Strength::Bare)
}

/// Whether a mark stands here and behind it a labelled credit, terms, or an agency at the end.
fn is_parted_credit(text: &Text<'_, '_>, at: usize) -> bool {
    let is_last_agency = || {
        text.known(at + 1).is_some_and(|known| {
            let end = at + 1 + known.tokens;
            known.is_exact && !known.is_weak && (end >= text.len() || text.gap(end) == Gap::Line)
        })
    };
    text.is_parting(at)
        && (label::at(text, at + 1, at + 8).is_some()
            || line::is_term(text, at + 1)
            || is_last_agency())
}

pub(super) fn past_stop(text: &Text<'_, '_>, at: usize) -> usize {
    if text.is_sentence_end(at) && text.gap(at) == Gap::None {
        at + 1
    } else {
        at
    }
}

/// A credit behind a label.
fn labelled(text: &Text<'_, '_>, at: usize) -> Option<Piece> {
    let label = label::at(text, at, (at + line::LONGEST).min(text.len()))?;
    if is_style_of_house(text, at, label.strength) || is_quoted(text, &label.tokens) {
        return None;
    }
    let start = label.tokens.end;
    let end = hard_end(text, start);
    let end = before_caption(text, &label, start..end).unwrap_or(end);
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
    let line = line
        .filter(|line| is_believed(text, &label, line, has_prose))
        .filter(|line| !(is_torn(text, line, end) && rough::is_last(text, at, end)));
    let is_rough = line.is_none();
    let rough = || {
        (label.strength > Strength::Bare && rough::is_last(text, at, end))
            .then(|| rough::line(text, start..end))?
    };
    let Some(line) = line.or_else(rough) else {
        return lone_label(text, label, start < end);
    };
    let confidence = if is_rough {
        Confidence::Unsure
    } else {
        labelled_confidence(text, &label, &line)
    };
    let end = past_stop(text, line.tokens.end);
    Some(Piece::Credit(Found {
        tokens: at..end,
        label: Some(label.tokens),
        line,
        confidence,
        is_bracketed: false,
    }))
}

/// Where a dash or a bar parts a name behind the label that begins a line from the caption behind it: `Foto: Ann
/// Lee – The ferry leaves the harbour`.
fn before_caption(text: &Text<'_, '_>, label: &Label, range: Range<usize>) -> Option<usize> {
    let begins = matches!(
        text.boundary(label.tokens.start),
        Boundary::Start | Boundary::Line
    );
    if !begins || label.strength != Strength::Marked {
        return None;
    }
    let longest = range.end.min(range.start + LONGEST_INSTITUTION);
    let mark = (range.start + 1..longest).find(|&at| {
        (text.is_mark(at, Mark::Dash) || text.is_mark(at, Mark::Bar))
            && text.gap(at) == Gap::Space
            && text.gap(at + 1) == Gap::Space
    })?;
    let name = range.start..mark;
    let is_name = text
        .known(name.start)
        .is_some_and(|known| known.is_exact && known.tokens == name.len())
        || (name::is_personal(text, &name) && text.is(name.start, WordSense::GivenName));
    let is_sentence = text.is_capital(mark + 1)
        && text.known(mark + 1).is_none()
        && (mark + 2..text.len().min(mark + SENTENCE_WITHIN))
            .filter(|&at| text.shape(at) == Some(Shape::Lower))
            .count()
            > 1;
    (is_name && is_sentence).then_some(mark)
}

/// Whether the line was left at a slash, which ties what follows to it.
fn is_torn(text: &Text<'_, '_>, line: &Line, end: usize) -> bool {
    let mark = line.tokens.end;
    let leads_body = || {
        [Sense::For, Sense::Via]
            .into_iter()
            .any(|tie| text.length(mark + 1, tie) > 1)
    };
    mark < end
        && (text.is_mark(mark, Mark::Slash) || (text.is_mark(mark, Mark::Comma) && leads_body()))
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

/// Whether a quotation mark opens right before a label and closes behind it in its line: what is quoted is a
/// title, “Photo: Archive”.
fn is_quoted(text: &Text<'_, '_>, label: &Range<usize>) -> bool {
    let opens = label.start.checked_sub(1).is_some_and(|open| {
        text.is_mark(open, Mark::Quote)
            && text.gap(label.start) == Gap::None
            && text.gap(open) != Gap::None
    });
    let end = text.len().min(label.end + line::LONGEST);
    let mut line = (label.end..end).take_while(|&at| text.gap(at) != Gap::Line);
    opens && line.any(|at| text.is_mark(at, Mark::Quote))
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
        is_institution = (text.is_word(at) || text.is_mark(at, Mark::Dash))
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
    if has_prose && is_word_of_sentence(text, line) {
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

/// Whether all that was read is an ordinary word that names a house too, and a sentence goes on behind it:
/// `Bild: Blick vom Rathausturm auf den Markt`.
fn is_word_of_sentence(text: &Text<'_, '_>, line: &Line) -> bool {
    let next = line.tokens.end;
    matches!(line.names.as_slice(), [only] if only.known.is_some_and(|known| known.is_weak))
        && text.gap(next) == Gap::Space
        && text.shape(next) == Some(Shape::Lower)
        && text.is(next, WordSense::Prose)
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
    // Nothing else stands in the text: `تصوير الشرطة`.
    let is_all = label.tokens.start == 0
        && line.tokens.end == text.len()
        && text.shape(0) == Some(Shape::Caseless);
    let is_sure_label = label.strength > Strength::Bare
        || is_all
        || signs_person(text, label, line)
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

/// Whether a bare label that begins a sentence leads one person's name to the end of the text: `… at dawn.
/// Foto Ann Lee`.
fn signs_person(text: &Text<'_, '_>, label: &Label, line: &Line) -> bool {
    let [name] = line.names.as_slice() else {
        return false;
    };
    let begins = matches!(
        text.boundary(label.tokens.start),
        Boundary::Start | Boundary::Sentence | Boundary::Line
    );
    let ends = past_stop(text, line.tokens.end) >= text.len();
    begins
        && ends
        && text.is_capital(label.tokens.start)
        && text.is(name.bare.start, WordSense::GivenName)
        && name::is_personal(text, &name.bare)
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
    if !(is_marked || is_by) || !is_set_apart {
        return None;
    }
    let has_prose = has_prose(text, at + kind..end);
    let line = line::read(text, at..end, Extent::Whole)
        .filter(|line| !has_prose && !line.names.is_empty() && line.strays == 0);
    let is_rough = line.is_none();
    let rough = || {
        let name = rough::line(text, at + kind + 1..end).filter(|_| is_marked)?;
        rough::is_last(text, at, end).then_some(Line {
            tokens: at..end,
            ..name
        })
    };
    let line = line.or_else(rough)?;
    let is_name = |name: &line::Name| name.known.is_some() || name::is_personal(text, &name.bare);
    let confidence = if is_rough {
        Confidence::Unsure
    } else if line.names.iter().any(is_name) {
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

//! The grammar of a credit line: names, what ties them, and words that say something more.
//!
//! `Ann Lee/Harbour Pictures via AP, File` is three names tied by a slash and "via", and a
//! qualifier. A line is read from left to right, chunk by chunk; a chunk is what stands between
//! two ties. Where a caption follows without a mark, the line ends as early as the names allow.

use std::ops::Range;

use super::bracket;
use super::chunk;
use super::label;
use super::lexicon::{Known, Sense, Sort, WordSense};
use super::name::{Bearer, Beside, bearer};
use super::text::{Boundary, Text};
use super::tokens::{Gap, Mark, Shape};

/// The most tokens that a credit line is read over; longer ones are cut here, so that reading stays linear.
pub(super) const LONGEST: usize = 160;
/// The most tokens of a name in quotation marks.
const LONGEST_QUOTED: usize = 8;
/// The most letters of a desk's mark.
const LONGEST_CODE: usize = 5;
/// The most tokens of a bracket inside a credit line: `(dpa/picture alliance via Getty)`.
const LONGEST_BRACKET: usize = 24;

/// How far a line may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// All of the tokens are the credit: a bracket, or a label and no prose.
    Whole,
    /// A caption may follow.
    Open,
    /// Nothing says that it is a credit but its own shape: every word must be accounted for.
    Strict,
}

/// What ties a name to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tie {
    None,
    Slash,
    Bar,
    Dash,
    Comma,
    And,
    Via,
    For,
    On,
    Bracket,
    Colon,
    Place,
}

/// A name in a credit line.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) tokens: Range<usize>,
    /// The name without its style: "AP" of "AP Photo".
    pub(super) bare: Range<usize>,
    pub(super) bearer: Bearer,
    pub(super) known: Option<Known>,
    pub(super) tie: Tie,
    pub(super) has_role: bool,
}

/// How the end of a line was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ending {
    /// By a mark, or the text ends.
    Marked,
    /// By a word that begins a sentence, or a name known to end there.
    Seen,
    /// Only by the usual length of names.
    Guessed,
}

/// A credit line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) tokens: Range<usize>,
    pub(super) names: Vec<Name>,
    pub(super) qualifiers: Vec<Range<usize>>,
    pub(super) ending: Ending,
    /// Small words that are neither names nor qualifiers.
    pub(super) strays: usize,
}

impl Line {
    /// Whether it says anything at all.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty() && self.qualifiers.is_empty()
    }

    /// The part of it that these tokens hold, with these of its names.
    pub(super) fn part(&self, tokens: Range<usize>, names: &[Name]) -> Self {
        Self {
            qualifiers: self
                .qualifiers
                .iter()
                .filter(|range| tokens.contains(&range.start))
                .cloned()
                .collect(),
            names: names.to_vec(),
            ending: self.ending,
            strays: self.strays,
            tokens,
        }
    }

    /// Whether a mark or word ties two of its names: `/`, `|`, via, for.
    pub(super) fn is_tied(&self) -> bool {
        self.names.iter().any(|name| {
            matches!(
                name.tie,
                Tie::Slash | Tie::Bar | Tie::Via | Tie::For | Tie::On | Tie::Bracket | Tie::Colon
            )
        }) || (self.names.iter().any(|name| name.tie == Tie::Dash))
    }

    /// Whether it names an agency or a library that is known and printed as such.
    pub(super) fn names_agency(&self) -> bool {
        self.names.iter().any(|name| {
            name.known.is_some_and(|known| {
                known.is_exact && matches!(known.sort, Sort::Agency | Sort::Library)
            })
        })
    }
}

/// Reads the line that begins at `range.start` and ends at `range.end` at the latest.
pub(super) fn read(text: &Text<'_, '_>, range: Range<usize>, extent: Extent) -> Option<Line> {
    let until = range.end.min(range.start + LONGEST);
    let mut line = Line {
        tokens: range.start..range.start,
        names: Vec::new(),
        qualifiers: Vec::new(),
        ending: Ending::Marked,
        strays: 0,
    };
    let again = said_again(text, range.start..until);
    let mut at = range.start;
    let mut tie = Tie::None;
    while at < until {
        if let Some((next_tie, next)) = tie_at(text, &line, at, until) {
            tie = strongest(tie, next_tie);
            at = next;
            continue;
        }
        if let Some(terms) = terms_inside(text, at, until) {
            line.qualifiers.push(at..at + terms);
            at += terms;
            line.tokens.end = at;
            continue;
        }
        if is_stop(text, at, range.start, extent) {
            break;
        }
        if text.is_open(at) {
            let Some(inner) = in_brackets(text, at, until, extent) else {
                break;
            };
            let close = inner.tokens.end + 1;
            line.names
                .extend(inner.names.into_iter().enumerate().map(|(n, name)| {
                    if n == 0 {
                        Name {
                            tie: Tie::Bracket,
                            ..name
                        }
                    } else {
                        name
                    }
                }));
            line.qualifiers.extend(inner.qualifiers);
            line.tokens.end = close;
            at = close;
            continue;
        }
        let within = again.filter(|&half| at < half).unwrap_or(until);
        let end = chunk_end(text, &line, at, range.start, within, extent);
        let chunk = chunk::read(text, at..end, tie, extent)?;
        let went_on = chunk.end == end;
        if chunk.end > at {
            line.tokens.end = chunk.end;
        }
        line.names.extend(chunk.names);
        line.qualifiers.extend(chunk.qualifiers);
        line.strays += chunk.strays;
        if !went_on {
            line.ending = line.ending.max(chunk.ending);
            break;
        }
        tie = Tie::None;
        at = end.max(at + 1);
    }
    // A qualifier's comma or an opening quote at the end is no part of the line.
    settle(text, &mut line);
    let is_short = line.tokens.end < until
        && extent == Extent::Strict
        && !is_trailing(text, line.tokens.end, until);
    (!line.is_empty() && !is_short).then_some(line)
}

/// Where a line begins once more, word by word: `Ann Lee/Torvik Herald Ann Lee/Torvik Herald`.
fn said_again(text: &Text<'_, '_>, range: Range<usize>) -> Option<usize> {
    let words: Vec<usize> = range.filter(|&at| text.is_word(at)).collect();
    let (first, second) = words.split_at_checked(words.len() / 2)?;
    let is_again = first.len() > 1
        && first.len() == second.len()
        && first
            .iter()
            .zip(second)
            .all(|(&one, &other)| text.key(one) == text.key(other));
    second.first().copied().filter(|_| is_again)
}

/// Whether only a full stop or a separator is left.
fn is_trailing(text: &Text<'_, '_>, from: usize, until: usize) -> bool {
    (from..until).all(|at| {
        [
            Mark::Stop,
            Mark::Slash,
            Mark::Bar,
            Mark::Dash,
            Mark::Comma,
            Mark::Semicolon,
        ]
        .into_iter()
        .any(|mark| text.is_mark(at, mark))
    })
}

fn strongest(so_far: Tie, next: Tie) -> Tie {
    match (so_far, next) {
        (_, Tie::Via | Tie::For | Tie::On) | (Tie::None | Tie::Comma, _) => next,
        _ => so_far,
    }
}

/// The tie that stands here: its kind and what follows it.
fn tie_at(text: &Text<'_, '_>, line: &Line, at: usize, until: usize) -> Option<(Tie, usize)> {
    let token = text.token(at)?;
    let next = at + 1;
    let is_spaced = token.gap != Gap::None || (next < until && text.gap(next) != Gap::None);
    let by_mark = match token.kind {
        super::tokens::Kind::Mark(mark) => match mark {
            Mark::Slash => Some(Tie::Slash),
            Mark::Bar => Some(Tie::Bar),
            Mark::Comma | Mark::Semicolon => Some(Tie::Comma),
            Mark::And => Some(Tie::And),
            Mark::Underscore => Some(Tie::Place),
            Mark::Dash if is_spaced || token.gap == Gap::None => Some(Tie::Dash),
            Mark::Colon if !line.is_empty() && next < until => Some(Tie::Colon),
            Mark::Equals if next < until => Some(Tie::Bar),
            Mark::Dash
            | Mark::Colon
            | Mark::Stop
            | Mark::Copyright
            | Mark::Equals
            | Mark::Quote
            | Mark::Other => None,
        },
        _ => None,
    };
    if let Some(tie) = by_mark {
        return Some((tie, next));
    }
    word_tie(text, line, at, until)
}

fn word_tie(text: &Text<'_, '_>, line: &Line, at: usize, until: usize) -> Option<(Tie, usize)> {
    if line.is_empty() && text.length(at, Sense::Via) == 0 {
        return None;
    }
    let follows_mark = at
        .checked_sub(1)
        .is_some_and(|before| !text.is_word(before) && before >= line.tokens.end);
    let may_tie = match text.shape(at) {
        // `DAN` is "and" and a person.
        // Nor is `UN` the Latvian "and", where what follows is not in capitals.
        Some(Shape::Upper) => {
            !text.is(at, WordSense::GivenName)
                && (text.shape(at + 1) != Some(Shape::Title)
                    || text.length(at, Sense::Via) + text.length(at, Sense::For) > 0)
        }
        Some(Shape::Title) => {
            text.length(at, Sense::Via) > 0 || (follows_mark && text.length(at, Sense::For) > 0)
        }
        Some(Shape::Mixed | Shape::Initial) => text.length(at, Sense::Via) > 0,
        Some(Shape::Lower | Shape::Handle | Shape::Address | Shape::Mail | Shape::Caseless)
        | None => true,
    };
    if !may_tie {
        return None;
    }
    let by = text.length(at, Sense::By);
    if is_staff_label(text, at) && at + by < until {
        return Some((Tie::On, at + by));
    }
    let [via, whom, and, on] =
        [Sense::Via, Sense::For, Sense::And, Sense::On].map(|sense| text.length(at, sense));
    let behind = |length: usize| at + length;
    let starts_name = |start: usize| {
        let start = start + usize::from(text.is_mark(start, Mark::Quote));
        start < until
            && (text.is_capital(start)
                || text.known(start).is_some()
                || matches!(text.shape(start), Some(Shape::Handle | Shape::Address)))
    };
    let follows_organisation_word = line.tokens.end == at
        && line.names.last().is_some_and(|name| {
            name.tokens.end == at
                && name.known.is_none()
                && name.bearer == Bearer::Organisation
                && name
                    .tokens
                    .clone()
                    .any(|word| text.is(word, WordSense::Organisation))
        });
    if via > 0 && behind(via) < until {
        return Some((Tie::Via, behind(via)));
    }
    if whom > 0 && starts_name(behind(whom)) && !follows_organisation_word {
        return Some((Tie::For, behind(whom)));
    }
    if on > 0 && behind(on) < until && text.known(behind(on)).is_some() {
        return Some((Tie::On, behind(on)));
    }
    let is_pair = and > 0
        && (line.tokens.end < at
            || line
                .names
                .last()
                .is_some_and(|name| name.tokens.end == at || name.tie == Tie::Place));
    (is_pair && behind(and) < until && !follows_organisation_word).then(|| (Tie::And, behind(and)))
}

/// Whether no credit line goes on here.
pub(super) fn is_stop(text: &Text<'_, '_>, at: usize, from: usize, extent: Extent) -> bool {
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
fn terms_inside(text: &Text<'_, '_>, at: usize, until: usize) -> Option<usize> {
    let length = Some(text.length(at, Sense::Usage)).filter(|&length| length > 0)?;
    let next = at + length;
    let leads = text.is_mark(at.wrapping_sub(1), Mark::Colon)
        && text.is_mark(next, Mark::Slash)
        && next + 1 < until
        && text.is_capital(next + 1);
    if leads {
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

/// Whether a label stands between a house and its photographer: `Express photo by Ann Lee`.
fn is_staff_label(text: &Text<'_, '_>, at: usize) -> bool {
    text.length(at, Sense::By) > 0
        && text.shape(at) == Some(Shape::Lower)
        && text.boundary(at) == Boundary::None
        && at.checked_sub(1).is_some_and(|before| {
            text.is_capital(before)
                && text.length(before, Sense::Qualifier) <= text.length(at, Sense::By)
        })
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
pub(super) fn is_term(text: &Text<'_, '_>, at: usize) -> bool {
    let usage = text.length(at, Sense::Usage);
    let is_usage = usage > 1 || (usage == 1 && text.shape(at) != Some(Shape::Title));
    let is_usage_label = text.length(at, Sense::UsageLabel) > 0
        && text.is_mark(at + text.length(at, Sense::UsageLabel), Mark::Colon);
    is_usage || is_usage_label || text.length(at, Sense::Furniture) > 1 || is_template(text, at)
}

/// Whether a template's place-holder begins here: `--total--`.
pub(super) fn is_template(text: &Text<'_, '_>, at: usize) -> bool {
    text.is_mark(at, Mark::Dash)
        && text.is_mark(at + 1, Mark::Dash)
        && text.gap(at + 1) == Gap::None
        && text.is_word(at + 2)
}

/// Where the chunk that begins here ends: at the next tie, bracket or stop.
fn chunk_end(
    text: &Text<'_, '_>,
    line: &Line,
    from: usize,
    start: usize,
    until: usize,
    extent: Extent,
) -> usize {
    // A name that is known is whole: no label begins inside it.
    let first = text.known(from).filter(|known| known.is_exact);
    let qualifier = text.length(from, Sense::Qualifier);
    let mut at = from + first.map_or(1, |known| known.tokens).max(qualifier).max(1);
    // Words inside a chunk are tied by words only where a name has ended.
    let so_far = Line {
        tokens: start..from,
        names: Vec::new(),
        qualifiers: std::iter::once(from..from + 1).collect(),
        ending: line.ending,
        strays: 0,
    };
    while at < until {
        if text.is_open(at) || is_stop(text, at, start, extent) {
            break;
        }
        let skip = text
            .known(at)
            .map_or(0, |known| if known.is_exact { known.tokens } else { 0 });
        if skip > 1 {
            at += skip;
            continue;
        }
        if text.token(at).is_some_and(|token| !token.is_word()) {
            let is_part = text.is_dot_inside(at)
                || text.is_mark(at, Mark::Quote)
                || (text.is_mark(at, Mark::Comma) && is_legal_form(text, at + 1, until))
                || (text.is_mark(at, Mark::And) && joins_one_name(text, from, at, until));
            if is_part {
                at += 1;
                continue;
            }
            if tie_at(text, &so_far, at, until).is_some() {
                break;
            }
        } else if splits(text, from, at, until) {
            break;
        }
        at += 1;
    }
    at.min(until)
}

/// Whether a small word inside a chunk ties two names: "Ann Lee for The Post", "Ann Lee and Bo Roe".
fn splits(text: &Text<'_, '_>, from: usize, at: usize, until: usize) -> bool {
    if text.is_mere_word(at) {
        return false;
    }
    let is_small = matches!(text.shape(at), Some(Shape::Lower | Shape::Caseless))
        || (text.shape(at) == Some(Shape::Upper)
            && text.length(at, Sense::For).max(text.length(at, Sense::Via)) > 0
            && !text.is(at, WordSense::GivenName));
    if is_staff_label(text, at) {
        return true;
    }
    if text.length(at, Sense::Via) > 0
        && (is_small || text.shape(at) == Some(Shape::Title))
        && at + 1 < until
    {
        return true;
    }
    if !is_small {
        return false;
    }
    let starts_name = |start: usize| {
        let start = start + usize::from(text.is_mark(start, Mark::Quote));
        start < until
            && (text.is_capital(start)
                || text.known(start).is_some()
                || matches!(text.shape(start), Some(Shape::Handle | Shape::Address)))
    };
    let names_body = (from..at)
        .any(|word| text.is(word, WordSense::Organisation) && !text.is(word, WordSense::GivenName))
        && !(from..at).any(|word| {
            text.known(word)
                .is_some_and(|known| word + known.tokens == at)
        });
    let [whom, and, on] = [Sense::For, Sense::And, Sense::On].map(|sense| text.length(at, sense));
    if whom > 0 && starts_name(at + whom) && !names_body {
        return true;
    }
    if on > 0
        && text.known(at + on).is_some_and(|known| known.is_exact)
        && at + on < until
        && !names_body
        && !text.is(from, WordSense::Organisation)
    {
        return true;
    }
    let is_letter_word = text.printed(at).chars().count() < 2 || text.is(at, WordSense::Particle);
    let is_pair = at >= from + 2
        && starts_name(at + and)
        && (!is_letter_word || (at + and + 1 < until && text.is_capital(at + and + 1)));
    and > 0 && is_pair && !names_body
}

/// Whether an ampersand stands inside one name of two single words: `Herald & Record`.
fn joins_one_name(text: &Text<'_, '_>, from: usize, at: usize, until: usize) -> bool {
    let is_part = |word: usize| {
        matches!(text.shape(word), Some(Shape::Title | Shape::Upper))
            && text.known(word).is_none()
            && !text.is(word, WordSense::GivenName)
    };
    at == from + 1
        && text.printed(at) == "&"
        && is_part(from)
        && at + 1 < until
        && is_part(at + 1)
        && !(at + 2 < until && text.is_capital(at + 2))
}

fn is_legal_form(text: &Text<'_, '_>, at: usize, until: usize) -> bool {
    at < until
        && matches!(
            text.key(at),
            "inc"
                | "ltd"
                | "llc"
                | "llp"
                | "plc"
                | "corp"
                | "gmbh"
                | "ag"
                | "jr"
                | "sr"
                | "sa"
                | "nv"
                | "bv"
        )
}

/// A bracket inside a line that holds nothing but credit: `(Keystone)`, `(dpa/AP)`, `(Archiv)`.
fn in_brackets(text: &Text<'_, '_>, open: usize, until: usize, extent: Extent) -> Option<Line> {
    let close = text
        .partner(open)
        .filter(|&close| close < until && close - open <= LONGEST_BRACKET && close > open + 1)?;
    if (open + 1..close).any(|at| text.is_open(at)) {
        return None;
    }
    if label::at(text, open + 1, close).is_some_and(|label| label.strength > label::Strength::Bare)
    {
        // A bracket with its own label is a credit of its own.
        return None;
    }
    if bracket::signature_behind(text, open).is_some() {
        return None;
    }
    if is_montage(text, open + 1..close) {
        return Some(Line {
            tokens: open + 1..close,
            names: Vec::new(),
            qualifiers: std::iter::once(open + 1..close).collect(),
            ending: Ending::Marked,
            strays: 0,
        });
    }
    let mut line = read(text, open + 1..close, Extent::Strict)?;
    let says_more = line
        .names
        .iter()
        .any(|name| name.known.is_some() || extent != Extent::Strict)
        || !line.qualifiers.is_empty();
    if !says_more || line.tokens.end < close {
        return None;
    }
    line.tokens.end = close;
    Some(line)
}

/// `[M]`: the mark of a picture put together from several.
fn is_montage(text: &Text<'_, '_>, inner: Range<usize>) -> bool {
    inner.len() == 1 && text.printed(inner.start) == "M"
}

/// A surname, a comma and a given name are one person: `Doe, Jane`.
fn join_reversed(text: &Text<'_, '_>, line: &mut Line) {
    let commas = line
        .names
        .iter()
        .filter(|name| name.tie == Tie::Comma)
        .count();
    let is_word = |name: &Name| name.known.is_none() && name.bare.len() == 1;
    let is_given = |name: &Name| text.is(name.bare.start, WordSense::GivenName);
    let at = line.names.windows(2).position(|pair| match pair {
        [surname, given] => {
            given.tie == Tie::Comma
                && is_word(surname)
                && is_word(given)
                && is_given(given)
                && !text.is(given.bare.start, WordSense::Date)
                && !is_given(surname)
                && text.shape(surname.bare.start) == text.shape(given.bare.start)
        }
        _ => false,
    });
    let Some(at) = at.filter(|_| commas == 1) else {
        return;
    };
    let given = line.names.remove(at + 1);
    if let Some(name) = line.names.get_mut(at) {
        name.tokens.end = given.tokens.end;
        name.bare.end = given.bare.end;
        name.has_role = true;
    }
}

/// Says of each name whom it names, now that its neighbours are known.
fn settle(text: &Text<'_, '_>, line: &mut Line) {
    join_reversed(text, line);
    let count = line.names.len();
    let commas = line
        .names
        .iter()
        .filter(|name| matches!(name.tie, Tie::Comma | Tie::And))
        .count();
    for n in 0..count {
        let Some(name) = line.names.get(n) else {
            continue;
        };
        if name.known.is_some() {
            continue;
        }
        let before = n.checked_sub(1).and_then(|before| line.names.get(before));
        let after = line.names.get(n + 1);
        let is_close = |tie: Tie| {
            matches!(
                tie,
                Tie::Slash | Tie::Bar | Tie::Dash | Tie::On | Tie::Via | Tie::Bracket | Tie::None
            )
        };
        let known_after = after
            .filter(|after| is_close(after.tie))
            .and_then(|after| after.known);
        let known_before = before
            .filter(|_| is_close(name.tie))
            .and_then(|before| before.known);
        let is_parted = |tie: Tie, other: Option<&Name>| {
            let is_pair = tie == Tie::Comma && commas == 1;
            (matches!(tie, Tie::Slash | Tie::Bar) || is_pair)
                && other.is_some_and(|other| {
                    other.known.is_none()
                        && text.is(other.bare.start, WordSense::GivenName)
                        && super::name::is_personal(text, &other.bare)
                })
        };
        let looks_personal =
            |other: &Name| other.known.is_none() && super::name::is_personal(text, &other.tokens);
        let beside = Beside {
            known: known_after.or(known_before).map(|known| known.sort),
            after_organisation: before.is_some_and(|before| before.bearer == Bearer::Organisation)
                && matches!(name.tie, Tie::Slash | Tie::Bar),
            has_role: name.has_role,
            is_led: matches!(name.tie, Tie::Via | Tie::For | Tie::Place)
                || (text.printed(name.bare.start.wrapping_sub(1)) == "the"),
            before_person: after.is_some_and(looks_personal)
                || (before.is_some_and(looks_personal)
                    && name.tie != Tie::And
                    && name.tie != Tie::Comma),
            by_given: is_parted(name.tie, before)
                || after.is_some_and(|after| is_parted(after.tie, Some(after))),
        };
        let bearer = bearer(text, &name.bare, beside);
        if let Some(name) = line.names.get_mut(n) {
            name.bearer = bearer;
        }
    }
    line.names.retain(|name| name.tie != Tie::Place);
    drop_code(text, line);
    drop_mail(text, line);
}

/// An e-mail address beside a person's name names nobody else.
fn drop_mail(text: &Text<'_, '_>, line: &mut Line) {
    let is_mail = |name: &Name| text.shape(name.bare.start) == Some(Shape::Mail);
    let names_person = line
        .names
        .iter()
        .any(|name| name.bearer == Bearer::Person && !is_mail(name));
    if names_person {
        line.names.retain(|name| !is_mail(name));
    }
}

/// The mark of the desk behind an agency's credit names nobody: the `abc` of `ANTARA/Ann Lee/abc`.
fn drop_code(text: &Text<'_, '_>, line: &mut Line) {
    let is_code = line.names.len() > 2
        && line.names_agency()
        && line.names.last().is_some_and(|last| {
            last.tie == Tie::Slash
                && last.known.is_none()
                && last.bare.len() == 1
                && text.shape(last.bare.start) == Some(Shape::Lower)
                && text.printed(last.bare.start).chars().count() <= LONGEST_CODE
        });
    if is_code {
        line.names.pop();
    }
}

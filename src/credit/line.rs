//! The grammar of a credit line: names, what ties them, and words that say something more.
//!
//! `Ann Lee/Harbour Pictures via AP, File` is three names tied by a slash and "via", and a
//! qualifier. A line is read from left to right, chunk by chunk; a chunk is what stands between
//! two ties. Where a caption follows without a mark, the line ends as early as the names allow.

mod settle;
mod stop;
mod tie;

use std::ops::Range;

use super::bracket;
use super::chunk;
use super::label;
use super::lexicon::{Known, Sense, Sort};
use super::name::Bearer;
use super::text::Text;
use super::tokens::{Gap, Mark};
use settle::settle;
use stop::terms_inside;
pub(super) use stop::{is_between_names, is_stop, is_term};
pub(super) use tie::Tie;
use tie::{joins_one_name, splits, strongest, tie_at};

/// The most tokens that a credit line is read over; longer ones are cut here, so that reading stays linear.
pub(super) const LONGEST: usize = 160;
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
                || (text.is_mark(at, Mark::And) && joins_one_name(text, from, at, until))
                || is_in_danish_form(text, from, at);
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

/// Whether a company's legal form stands here: `Inc`, `AG`.
pub(super) fn is_legal_form(text: &Text<'_, '_>, at: usize, until: usize) -> bool {
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

/// Whether the slash of a Danish or Norwegian company's legal form stands here: `Torvik A/S`.
fn is_in_danish_form(text: &Text<'_, '_>, from: usize, at: usize) -> bool {
    at > from + 1
        && text.is_mark(at, Mark::Slash)
        && text.printed(at + 1) == "S"
        && matches!(text.printed(at - 1), "A" | "I" | "K" | "P")
        && text.gap(at) == Gap::None
        && text.gap(at + 1) == Gap::None
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
    let is_count = is_count(text, open + 1..close);
    if is_count || is_montage(text, open + 1..close) {
        let said = (!is_count).then_some(open + 1..close);
        return Some(Line {
            tokens: open + 1..close,
            names: Vec::new(),
            qualifiers: said.into_iter().collect(),
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

/// `Ann Lee (2), Bo Roe`: how many of the pictures are hers.
fn is_count(text: &Text<'_, '_>, inner: Range<usize>) -> bool {
    inner.len() == 1 && text.is_number(inner.start) && text.printed(inner.start).len() < 3
}

/// `[M]`: the mark of a picture put together from several.
fn is_montage(text: &Text<'_, '_>, inner: Range<usize>) -> bool {
    inner.len() == 1 && text.printed(inner.start) == "M"
}

//! The way through: text → tokens → pieces set apart → credits by shape → what they come to → reading.

mod apart;
mod sure;
mod tails;

use std::collections::BTreeMap;
use std::ops::Range;

use super::agency::{self, Ordered};
use super::caption;
use super::dedupe::{self, Settled};
use super::lexicon::{Lexicon, Sense};
use super::line::{self, Extent, Name, Tie};
use super::name::Bearer;
use super::reading::{Confidence, Credit, Part, PartKind, Reading};
use super::same::{Comparable, Likeness};
use super::scan::{self, Found, Piece};
use super::text::Text;
use super::tokens::{Mark, Shape};
use crate::model::Span;
use apart::apart;
use sure::confidence;
use tails::with_tails;

/// Reads one caption: what is caption, what is credit, who is named, how sure that is.
///
/// Cannot fail, loses nothing, and takes time linear in the length of `raw`.
///
/// ```
/// use cutline::credit::{Lexicon, read};
///
/// let lexicon = Lexicon::built_in();
/// let reading = read("Fishermen mend nets. (AP Photo/Ana Maric) Credit: Ana Maric", &lexicon);
/// assert_eq!(reading.caption(), "Fishermen mend nets.");
/// assert_eq!(reading.credit_line().as_deref(), Some("AP Photo/Ana Maric"));
/// assert_eq!(reading.creators, ["Ana Maric"]);
/// ```
#[must_use]
pub fn read<'a>(raw: &'a str, lexicon: &Lexicon) -> Reading<'a> {
    let text = Text::new(raw, lexicon);
    let pieces = with_tails(&text, scan::pieces(&text));
    let mut reading = reading(&text, &pieces);
    if reading.confidence == Confidence::Certain && holds_credit(&reading, lexicon) {
        reading.confidence = Confidence::Unsure;
    }
    reading
}

/// How often the tokens of a text are looked at while it is read.
#[cfg(test)]
pub(super) fn visits(raw: &str, lexicon: &Lexicon) -> usize {
    let text = Text::new(raw, lexicon);
    let pieces = with_tails(&text, scan::pieces(&text));
    let _ = reading(&text, &pieces);
    text.visits()
}

/// Whether the caption that was read holds one more credit, as the one cut out hid it: nothing of
/// that is certain.
fn holds_credit(reading: &Reading<'_>, lexicon: &Lexicon) -> bool {
    let caption = reading.caption();
    if caption == reading.raw.trim() || lexicon.is_prose(&caption) {
        return false;
    }
    let text = Text::new(&caption, lexicon);
    with_tails(&text, scan::pieces(&text))
        .iter()
        .any(|piece| matches!(piece, Piece::Credit(_)))
}

/// Reads the text of a credit field: what a label or a bracket sets apart in a caption, stands
/// alone there. What is no credit even so is caption.
#[must_use]
pub fn read_credit<'a>(line: &'a str, lexicon: &Lexicon) -> Reading<'a> {
    let text = Text::new(line, lexicon);
    let mut pieces = Vec::new();
    let mut from = 0;
    for piece in with_tails(&text, scan::pieces(&text)) {
        pieces.extend(whole_credit(&text, from..piece.tokens().start));
        from = piece.tokens().end;
        pieces.push(piece);
    }
    pieces.extend(whole_credit(&text, from..text.len()));
    reading(&text, &pieces)
}

/// Whether a credit line names everybody whom another one names, in whatever spelling.
#[must_use]
pub fn says_all(line: &str, other: &str, lexicon: &Lexicon) -> bool {
    let said = |reading: &Reading<'_>| {
        let sources = reading.sources.iter().map(|source| source.name.clone());
        reading
            .creators
            .iter()
            .map(|name| (*name).to_owned())
            .chain(sources)
            .collect::<Vec<_>>()
    };
    let comparable = |names: Vec<String>| {
        names
            .iter()
            .map(|name| Comparable::new(name, lexicon))
            .collect::<Vec<_>>()
    };
    let held = comparable(said(&read_credit(line, lexicon)));
    let wanted = comparable(said(&read_credit(other, lexicon)));
    !wanted.is_empty()
        && wanted.iter().all(|name| {
            held.iter()
                .any(|known| matches!(name.likeness(known), Some(Likeness::Same | Likeness::Less)))
        })
}

/// A stretch of a credit field that nothing sets apart, where it reads as a credit to its end.
fn whole_credit(text: &Text<'_, '_>, stretch: Range<usize>) -> Option<Piece> {
    let is_mark_only = !stretch.clone().any(|at| text.is_word(at));
    if is_mark_only {
        return None;
    }
    let line = line::read(text, stretch.clone(), Extent::Whole)?;
    let is_all = !(line.tokens.end..stretch.end).any(|at| text.is_word(at));
    let confidence = if line.strays == 0 {
        Confidence::Certain
    } else {
        Confidence::Likely
    };
    is_all.then_some(Piece::Credit(Found {
        tokens: stretch,
        label: None,
        line,
        confidence,
        is_bracketed: false,
    }))
}

fn reading<'a>(text: &Text<'a, '_>, pieces: &[Piece]) -> Reading<'a> {
    let (raw, lexicon) = (text.raw, text.lexicon);
    let found: Vec<Found> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Credit(found) => Some(without_last_label(text, found.clone())),
            Piece::Usage(_) | Piece::Furniture(_) => None,
        })
        .flat_map(|found| apart(text, found))
        .collect();
    let mut credits: Vec<Credit> = found.iter().map(|found| credit(text, found)).collect();
    let is_bracketed: Vec<bool> = found.iter().map(|found| found.is_bracketed).collect();
    let settled = dedupe::settle(raw, &credits, &is_bracketed, lexicon);
    for (n, credit) in credits.iter_mut().enumerate() {
        credit.is_repeated = settled.repeated.binary_search(&n).is_ok();
    }
    let caption = caption_parts(text, pieces);
    let confidence = confidence(text, &found, &settled, &caption);
    let creators = dedupe::once(
        raw,
        &credits,
        &settled.kept_credits,
        Bearer::Person,
        lexicon,
    );
    let named = dedupe::once(
        raw,
        &credits,
        &settled.kept_credits,
        Bearer::Organisation,
        lexicon,
    );
    let named_at: BTreeMap<Span, &Name> = found
        .iter()
        .flat_map(|found| &found.line.names)
        .map(|name| (text.span(&name.bare), name))
        .collect();
    Reading {
        raw,
        parts: parts(text, pieces, &found, caption),
        kept: settled.kept,
        creators: creators.into_iter().map(|(name, _)| name).collect(),
        sources: agency::sources(
            &named
                .iter()
                .map(|(name, span)| ordered(name, named_at.get(span).copied()))
                .collect::<Vec<_>>(),
        ),
        qualifiers: qualifiers(text, &found, &settled),
        conflict: settled
            .conflict
            .iter()
            .filter_map(|&n| credits.get(n))
            .map(|credit| credit.line.of(raw))
            .collect(),
        credits,
        confidence,
    }
}

/// A label may follow the name (张三 摄): it is no part of the line.
fn without_last_label(text: &Text<'_, '_>, mut found: Found) -> Found {
    let tokens = &mut found.line.tokens;
    let last = tokens.end.saturating_sub(1);
    let mail = usize::from(text.shape(last) == Some(Shape::Mail) && tokens.len() > 2);
    let labelled = tokens.end - mail;
    let from = labelled.saturating_sub(3).max(tokens.start + 1);
    let label = (from..labelled).find(|&at| {
        matches!(text.shape(at), Some(Shape::Caseless | Shape::Lower))
            && text.length(at, Sense::After) == labelled - at
    });
    if let Some(label) = label {
        let is_parted = label > tokens.start + 1 && text.is_mark(label - 1, Mark::Slash);
        tokens.end = label - usize::from(is_parted);
        found.line.names.retain(|name| name.tokens.start < label);
    }
    found
}

fn credit(text: &Text<'_, '_>, found: &Found) -> Credit {
    let spans = |bearer: Bearer| {
        found
            .line
            .names
            .iter()
            .filter(move |name| name.bearer == bearer)
            .map(|name| text.span(&name.bare))
            .collect()
    };
    Credit {
        span: text.span(&found.tokens),
        label: found.label.as_ref().map(|label| text.span(label)),
        line: text.span(&found.line.tokens),
        persons: spans(Bearer::Person),
        organisations: spans(Bearer::Organisation),
        is_repeated: false,
    }
}

fn ordered<'a>(name: &'a str, named: Option<&Name>) -> Ordered<'a> {
    Ordered {
        name,
        sort: named.and_then(|name| name.known).map(|known| known.sort),
        is_for: named.is_some_and(|name| name.tie == Tie::For),
    }
}

fn qualifiers<'a>(text: &Text<'a, '_>, found: &[Found], settled: &Settled) -> Vec<&'a str> {
    let kept = settled.kept_credits.iter().filter_map(|&n| found.get(n));
    kept.flat_map(|found| &found.line.qualifiers)
        .filter(|range| {
            text.length(range.start, Sense::Role) < range.len()
                && text.length(range.start, Sense::Place) < range.len()
        })
        .map(|range| text.span(range).of(text.raw))
        .collect()
}

fn caption_parts(text: &Text<'_, '_>, pieces: &[Piece]) -> Vec<Part> {
    let mut gaps = Vec::with_capacity(pieces.len() + 1);
    let mut from = 0;
    for piece in pieces {
        gaps.push(from..piece.tokens().start.max(from));
        from = piece.tokens().end;
    }
    gaps.push(from..text.len());
    caption::parts(text, &caption::stretches(text, &gaps))
}

fn colon_at_end(text: &Text<'_, '_>, tokens: &Range<usize>) -> usize {
    let last = tokens.end.saturating_sub(1);
    usize::from(tokens.len() > 1 && text.is_mark(last, Mark::Colon))
}

fn parts(text: &Text<'_, '_>, pieces: &[Piece], found: &[Found], caption: Vec<Part>) -> Vec<Part> {
    let mut parts = caption;
    parts.extend(pieces.iter().filter_map(|piece| match piece {
        Piece::Credit(_) => None,
        Piece::Usage(tokens) => Some(Part {
            // The colon of `Mandatory credit: Ann Lee` is no part of the terms.
            span: text.span(&(tokens.start..tokens.end - colon_at_end(text, tokens))),
            kind: PartKind::Usage,
        }),
        Piece::Furniture(tokens) => Some(Part {
            span: text.span(tokens),
            kind: PartKind::Furniture,
        }),
    }));
    let mut last = None;
    for found in found {
        if last != Some(&found.tokens) {
            parts.push(Part {
                span: text.span(&found.tokens),
                kind: PartKind::Credit,
            });
        }
        last = Some(&found.tokens);
    }
    parts.sort_by_key(|part| part.span);
    parts
}

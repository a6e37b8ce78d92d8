//! The way through: text → tokens → pieces set apart → credits by shape → what they come to → reading.

use std::collections::BTreeMap;
use std::ops::Range;

use super::agency::{self, Ordered};
use super::caption;
use super::dedupe::{self, Settled};
use super::doubt;
use super::lexicon::{Lexicon, Sense, WordSense};
use super::line::{self, Extent, Line, Name, Tie};
use super::name::{self, Bearer};
use super::reading::{Confidence, Credit, Part, PartKind, Reading};
use super::same::{Comparable, Likeness};
use super::scan::{self, Found, Piece};
use super::tail;
use super::text::{Boundary, Text};
use super::tokens::{Gap, Mark, Shape, is_unspaced};
use crate::model::Span;

/// A sentence of so many tokens may be a name.
const SHORT_SENTENCE: usize = 8;

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

/// Adds credits that only their shape tells, at the ends of what is still caption.
fn with_tails(text: &Text<'_, '_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut all = Vec::with_capacity(pieces.len() + 1);
    let mut from = 0;
    for piece in pieces {
        let found = all.len();
        tails(text, from..piece.tokens().start, &mut all);
        if is_complete(&piece) {
            // A guess before a credit that is plain is caption.
            let is_guess = |piece: &Piece| match piece {
                Piece::Credit(found) => {
                    let mut names = found.line.names.iter();
                    found.confidence == Confidence::Unsure
                        && !names.any(|name| name::is_personal(text, &name.bare))
                }
                Piece::Usage(_) | Piece::Furniture(_) => false,
            };
            let kept = all.split_off(found).into_iter();
            all.extend(kept.filter(|piece| !is_guess(piece)));
        }
        from = piece.tokens().end;
        all.push(piece);
    }
    tails(text, from..text.len(), &mut all);
    all
}

/// Whether a piece is a credit that says by a label or a bracket what it is, and names somebody.
fn is_complete(piece: &Piece) -> bool {
    matches!(piece, Piece::Credit(found) if !found.line.names.is_empty()
        && (found.is_bracketed || found.label.is_some()))
}

/// The credits at the ends of the lines of a stretch.
fn tails(text: &Text<'_, '_>, stretch: Range<usize>, pieces: &mut Vec<Piece>) {
    let mut start = stretch.start;
    for at in stretch.clone().skip(1).chain([stretch.end]) {
        if at == stretch.end || text.gap(at) == Gap::Line {
            let follows_terms = matches!(
                pieces.last(),
                Some(Piece::Usage(terms)) if terms.end == start
            );
            let undated = start..before_date(text, start..at);
            let found = tail::read(text, start..at, follows_terms)
                .or_else(|| {
                    let is_dated = undated.end < at;
                    is_dated.then(|| tail::read(text, undated, follows_terms))?
                })
                .filter(|found| !is_copy_of_beginning(text, &found.tokens));
            pieces.extend(found.map(|found| Piece::Credit(without_date(text, found))));
            start = at;
        }
    }
}

/// Where the date begins that ends a stretch: `… in the harbour. Ann Lee/AP 12 May 2024`.
fn before_date(text: &Text<'_, '_>, stretch: Range<usize>) -> usize {
    let is_date = |at: usize| text.is_number(at) || text.is(at, WordSense::Date);
    let mut end = stretch.end;
    while end > stretch.start && is_date(end - 1) {
        end -= 1;
    }
    end
}

/// Whether a stretch only says again what the text begins with: a caption printed twice.
fn is_copy_of_beginning(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let words = |range: Range<usize>| range.filter(|&at| text.is_word(at)).map(|at| text.key(at));
    let count = words(tokens.clone()).count();
    count > 1
        && tokens.start > tokens.len()
        && words(tokens.clone()).eq(words(0..tokens.start).take(count))
}

/// The date before a name belongs to the caption: `…＝2024年1月1日、山田太郎撮影`.
fn without_date(text: &Text<'_, '_>, mut found: Found) -> Found {
    let line = &mut found.line;
    let is_mark = |at: &usize| text.is_mark(*at, Mark::Comma) || text.is_mark(*at, Mark::Slash);
    let mut marks = line.tokens.clone().filter(is_mark);
    // Of a date and a place before a name that a label follows, the last mark parts them from it.
    let is_signed = text.length(line.tokens.end - 1, Sense::After) > 0
        && text.printed(line.tokens.end - 1).starts_with(is_unspaced);
    let comma = if is_signed {
        marks.next_back()
    } else {
        marks.next()
    };
    let Some(comma) = comma.filter(|&comma| comma + 1 < line.tokens.end) else {
        return found;
    };
    let before = line.tokens.start..comma;
    let is_date = before.clone().any(|at| text.is_number(at))
        && before.clone().all(|at| {
            text.is_number(at) || text.shape(at) == Some(Shape::Caseless) || !text.is_word(at)
        });
    if is_date && found.label.is_none() && !found.is_bracketed {
        line.names.retain(|name| name.tokens.start > comma);
        line.tokens.start = comma + 1;
        found.tokens.start = comma + 1;
    }
    found
}

/// A label may follow the name (张三 摄): it is no part of the line.
fn without_last_label(text: &Text<'_, '_>, mut found: Found) -> Found {
    let tokens = &mut found.line.tokens;
    let last = tokens.end.saturating_sub(1);
    let mail = usize::from(text.shape(last) == Some(Shape::Mail) && tokens.len() > 2);
    let labelled = tokens.end - mail;
    let from = labelled.saturating_sub(3).max(tokens.start + 1);
    let label = (from..labelled).find(|&at| {
        text.shape(at) == Some(Shape::Caseless) && text.length(at, Sense::After) == labelled - at
    });
    if let Some(label) = label {
        let is_parted = label > tokens.start + 1 && text.is_mark(label - 1, Mark::Slash);
        tokens.end = label - usize::from(is_parted);
        found.line.names.retain(|name| name.tokens.start < label);
    }
    found
}

/// A line whose last names only repeat its first is two credits: `Ann Lee/dpa | Ann Lee`.
fn apart(text: &Text<'_, '_>, found: Found) -> Vec<Found> {
    if let Some(both) = bracket_apart(text, &found) {
        return both;
    }
    let Some(at) = repetition(text, &found.line) else {
        return vec![found];
    };
    let names = &found.line.names;
    let (Some(again), Some(last)) = (
        names.get(at),
        at.checked_sub(1).and_then(|last| names.get(last)),
    ) else {
        return vec![found];
    };
    let end = (last.tokens.end..again.tokens.start)
        .find(|&mark| {
            [
                Mark::Slash,
                Mark::Bar,
                Mark::Comma,
                Mark::Dash,
                Mark::Semicolon,
            ]
            .into_iter()
            .any(|kind| text.is_mark(mark, kind))
        })
        .unwrap_or(last.tokens.end);
    let (first, rest) = names.split_at(at);
    let one = Found {
        line: found.line.part(found.line.tokens.start..end, first),
        ..found.clone()
    };
    let other = Found {
        line: found
            .line
            .part(again.tokens.start..found.line.tokens.end, rest),
        label: None,
        ..found.clone()
    };
    vec![one, other]
}

/// A bracket that names all who stand before it, and more, is the richer of two credits:
/// `Credit: Ann Lee (AP Photo/Ann Lee)`.
fn bracket_apart(text: &Text<'_, '_>, found: &Found) -> Option<Vec<Found>> {
    let names = &found.line.names;
    let at = names.iter().position(|name| name.tie == Tie::Bracket)?;
    let (before, inside) = names.split_at(at);
    let open = (before.last()?.tokens.end..inside.first()?.tokens.start)
        .find(|&open| text.is_open(open))?;
    let close = text.partner(open)?;
    let comparable =
        |name: &Name| Comparable::new(text.span(&name.bare).of(text.raw), text.lexicon);
    let held: Vec<Comparable> = inside.iter().take(8).map(comparable).collect();
    let is_held = before.iter().all(|name| {
        let name = comparable(name);
        held.iter()
            .any(|other| matches!(name.likeness(other), Some(Likeness::Same | Likeness::Less)))
    });
    let is_last = found.line.tokens.end == close + 1;
    let is_again = inside.len() == 1
        && before.len() == 1
        && before
            .iter()
            .zip(&held)
            .all(|(name, other)| comparable(name).likeness(other) == Some(Likeness::Same));
    if !is_held || (inside.len() < 2 && !is_again) || before.len() > 8 || !is_last {
        return None;
    }
    let part = |tokens: Range<usize>, names: &[Name], label: Option<Range<usize>>| Found {
        line: found.line.part(tokens, names),
        label,
        ..found.clone()
    };
    Some(vec![
        part(found.line.tokens.start..open, before, found.label.clone()),
        part(open + 1..close, inside, None),
    ])
}

/// From which name on a line says only what it has said.
fn repetition(text: &Text<'_, '_>, line: &Line) -> Option<usize> {
    if line.names.len() < 2 {
        return None;
    }
    let said: Vec<Comparable> = line
        .names
        .iter()
        .take(16)
        .map(|name| Comparable::new(text.span(&name.bare).of(text.raw), text.lexicon))
        .collect();
    let is_said = |n: usize, before: usize| {
        said.get(n).is_some_and(|name| {
            said.iter()
                .take(before)
                .any(|other| matches!(name.likeness(other), Some(Likeness::Same | Likeness::Less)))
        })
    };
    let has_address = line
        .names
        .iter()
        .any(|name| text.shape(name.bare.start) == Some(Shape::Mail));
    if line.names.len() > said.len() || has_address {
        return None;
    }
    (1..said.len()).find(|&at| {
        let name = line.names.get(at);
        let parts = name.is_some_and(|name| match name.tie {
            Tie::Bar | Tie::Dash => true,
            Tie::Slash | Tie::Comma => line
                .names
                .iter()
                .skip(at)
                .all(|name| name.bearer == Bearer::Person),
            Tie::None => at + 1 < said.len() || text.boundary(name.tokens.start) == Boundary::Glued,
            Tie::And | Tie::Via | Tie::For | Tie::On | Tie::Bracket | Tie::Colon | Tie::Place => {
                false
            }
        });
        let is_whole_again = said.len() == 2 * at
            && at > 1
            && (0..at).all(|n| {
                said.get(n)
                    .zip(said.get(at + n))
                    .is_some_and(|(one, other)| one.likeness(other) == Some(Likeness::Same))
            });
        if is_whole_again {
            return true;
        }
        parts && (at..said.len()).all(|n| is_said(n, at))
    })
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

fn confidence(
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

//! Adds to what is set apart the credits that only their shape tells, at the ends of lines.

use std::ops::Range;

use crate::credit::lexicon::{Sense, WordSense};
use crate::credit::name;
use crate::credit::reading::Confidence;
use crate::credit::scan::{Found, Piece};
use crate::credit::tail;
use crate::credit::text::Text;
use crate::credit::tokens::{Gap, Mark, Shape, is_unspaced};

/// With what the names of places end in Japan: a city, a ward, a town, a village, a prefecture.
const PLACES: [char; 7] = ['市', '区', '町', '村', '県', '府', '都'];

/// Adds credits that only their shape tells, at the ends of what is still caption.
pub(super) fn with_tails(text: &Text<'_, '_>, pieces: Vec<Piece>) -> Vec<Piece> {
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
            // What follows a credit at the beginning of its line is its caption.
            let follows_head = matches!(
                pieces.last(),
                Some(Piece::Credit(head)) if head.tokens.end == start
                    && text.gap(start) != Gap::Line
                    && (head.tokens.start == 0 || text.gap(head.tokens.start) == Gap::Line)
            );
            let is_caption = |found: &Found| {
                follows_head
                    && found.tokens.start == start
                    && found.confidence == Confidence::Unsure
            };
            let undated = start..before_date(text, start..at);
            let found = tail::read(text, start..at, follows_terms)
                .or_else(|| {
                    let is_dated = undated.end < at;
                    is_dated.then(|| tail::read(text, undated, follows_terms))?
                })
                .filter(|found| !is_copy_of_beginning(text, &found.tokens) && !is_caption(found));
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
    // So is a place: `…＝午前10時、青葉市、山田太郎撮影`.
    let is_place = is_signed && {
        let ends_as_place = |at: usize| text.printed(at).ends_with(PLACES);
        before.clone().next_back().is_some_and(ends_as_place)
    };
    if (is_date || is_place) && found.label.is_none() && !found.is_bracketed {
        line.names.retain(|name| name.tokens.start > comma);
        line.tokens.start = comma + 1;
        found.tokens.start = comma + 1;
    }
    found
}

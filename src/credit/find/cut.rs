//! Cuts a line into its captions where a page has printed several without a break.
//!
//! "… the harbour. (AP Photo/Ann Lee) The next day …", "…(Huelva).Ana Pérez (EFE)Un niño …",
//! "…。王小明 摄   图②:…": a cut is kept where what stands before or after it is a credit for sure.

use super::lines::{Gap, Line, trimmed};
use super::look::look;
use super::piece::{Look, Mark, Piece, Strength};
use crate::credit::lexicon::{Lexicon, Sense};
use crate::credit::tokens::is_end;
use crate::credit::tokens::is_unspaced;
use crate::model::Span;

/// A paragraph holds no more captions than this.
const MOST_CAPTIONS: usize = 64;
/// One place at which words are glued is a slip or a name; so many are a page without breaks.
const PLACES_WITHOUT_BREAKS: usize = 3;
/// Of a page without breaks so many pieces must be credits.
const CREDITS_WITHOUT_BREAKS: usize = 2;
/// So many words glued to a credit are its caption.
const WORDS_OF_CAPTION: usize = 4;
/// A label in front of a detail has no more words.
const WORDS_OF_LABEL: usize = 3;
/// The longest label that follows a name, in characters.
const LONGEST_AFTER_LABEL: usize = 4;
/// A word that is cut in front of a capital is no shorter, so that `McDonald` stays whole.
const SHORTEST_WORD: usize = 4;

/// The captions of a line, one by one, and what stands between them.
pub(super) fn pieces<'a>(text: &'a str, line: Line, lexicon: &Lexicon) -> Vec<Piece<'a>> {
    let glued = glued_places(text, line.span);
    if glued.len() >= PLACES_WITHOUT_BREAKS {
        let mut found = looked_at(text, line, &glued, lexicon);
        let credits = found.iter().filter(|piece| piece.is_sure()).count();
        if credits >= CREDITS_WITHOUT_BREAKS {
            found.iter_mut().for_each(believe_glued);
            return found;
        }
    }
    if let Some(found) = glued
        .iter()
        .find_map(|at| glued_credit(text, line, *at, lexicon))
    {
        return found;
    }
    if let Some(found) = credit_and_details(text, line, lexicon) {
        return found;
    }
    let labels = places_behind_labels(text, line.span, lexicon);
    if !labels.is_empty() {
        let found = looked_at(text, line, &labels, lexicon);
        if found.iter().any(Piece::is_sure) {
            return found;
        }
    }
    by_credits(text, line, lexicon)
}

/// Between glued captions a name is a credit: "Ann Lee (Agency)", "Agency".
fn believe_glued(piece: &mut Piece<'_>) {
    let is_name = matches!(piece.mark, Mark::Bracket) && words_are_name(piece.words);
    if piece.look == Look::Credit || (piece.look == Look::Captioned && is_name) {
        piece.look = Look::Credit;
        piece.strength = Strength::Sure;
    }
}

/// Whether all words begin with a capital.
fn words_are_name(words: &str) -> bool {
    words.split_whitespace().count() <= WORDS_OF_CAPTION
        && words
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase))
}

/// Cut behind each credit after which another sentence begins.
fn by_credits<'a>(text: &'a str, line: Line, lexicon: &Lexicon) -> Vec<Piece<'a>> {
    let mut found = Vec::new();
    let mut rest = line;
    for _ in 0..MOST_CAPTIONS {
        let piece = look(text, rest, lexicon);
        let Some(end) = piece.inner_end else {
            found.push(piece);
            return found;
        };
        let first = Line {
            span: Span::new(rest.span.start, end),
            gap: rest.gap,
        };
        found.push(look(text, first, lexicon));
        rest = Line {
            span: trimmed(text, Span::new(end, rest.span.end)),
            gap: Gap::Glued,
        };
    }
    found.push(look(text, rest, lexicon));
    found
}

/// Looks at what lies between the places.
fn looked_at<'a>(text: &'a str, line: Line, places: &[usize], lexicon: &Lexicon) -> Vec<Piece<'a>> {
    let mut found = Vec::new();
    let mut start = line.span.start;
    for end in places.iter().copied().chain([line.span.end]) {
        let span = trimmed(text, Span::new(start, end));
        if !span.is_empty() {
            let gap = if found.is_empty() {
                line.gap
            } else {
                Gap::Glued
            };
            found.push(look(text, Line { span, gap }, lexicon));
        }
        start = end;
    }
    found
}

/// A credit to which its caption is glued, `© Agency/Ann LeeThe ferry leaves the harbour`, or a
/// credit glued to what is no caption, `CHAPTER ONEPhoto: Ann Lee`.
fn glued_credit<'a>(
    text: &'a str,
    line: Line,
    at: usize,
    lexicon: &Lexicon,
) -> Option<Vec<Piece<'a>>> {
    let found = looked_at(text, line, &[at], lexicon);
    let [first, second] = found.as_slice() else {
        return None;
    };
    let is_credit = |piece: &Piece<'_>| piece.look == Look::Credit && piece.is_sure();
    let is_caption = matches!(second.look, Look::Text | Look::Caption)
        && (second.look == Look::Caption || has_words(second, WORDS_OF_CAPTION));
    let is_heading = !first.whole.contains(char::is_lowercase)
        && matches!(second.mark, Mark::Label(_))
        && first.look == Look::Text;
    ((is_credit(first) && is_caption) || (is_credit(second) && is_heading)).then_some(found)
}

fn has_words(piece: &Piece<'_>, count: usize) -> bool {
    piece
        .whole
        .split_whitespace()
        .nth(count.saturating_sub(1))
        .is_some()
}

/// Where a capital begins a word right behind another: `lakeAnn`, `(EFE)Un`, `AFPSoldados`.
fn glued_places(text: &str, span: Span) -> Vec<usize> {
    let mut found = Vec::new();
    let mut two_before = ' ';
    let mut before = (span.start, ' ');
    let mut letters = 0_usize;
    for (at, c) in span.of(text).char_indices() {
        let at = at.saturating_add(span.start);
        let is_capital = c.is_uppercase() || matches!(c, '"' | '“' | '«');
        if is_capital && ends_a_piece(two_before, before.1, letters) {
            found.push(at);
            letters = 0;
        } else if c.is_lowercase()
            && before.1.is_uppercase()
            && two_before.is_uppercase()
            && letters >= SHORTEST_WORD
        {
            found.push(before.0);
            letters = 1;
        }
        letters = if c.is_alphabetic() {
            letters.saturating_add(1)
        } else {
            0
        };
        two_before = before.1;
        before = (at, c);
    }
    found.truncate(MOST_CAPTIONS);
    found
}

/// Whether a capital right behind these characters begins something new.
fn ends_a_piece(two_before: char, before: char, letters: usize) -> bool {
    let is_word = before.is_lowercase() && letters >= SHORTEST_WORD;
    let is_closed = matches!(before, ')' | ']') && !two_before.is_whitespace();
    let is_stop = is_end(before)
        && (two_before.is_lowercase() || two_before.is_ascii_digit() || two_before == ')');
    is_word || is_closed || is_stop
}

/// A credit, and the other details that stand behind a bar in its line.
fn credit_and_details<'a>(text: &'a str, line: Line, lexicon: &Lexicon) -> Option<Vec<Piece<'a>>> {
    let at = bar_of_details(text, line.span, lexicon)?;
    let mut found = looked_at(text, line, &[at], lexicon);
    let [credit, details] = found.as_mut_slice() else {
        return None;
    };
    details.take_for(Look::Notice);
    credit.is_sure().then_some(found)
}

/// The bar behind which a line goes on with other details: "Photo by: Ann Lee | DATE: …".
fn bar_of_details(text: &str, span: Span, lexicon: &Lexicon) -> Option<usize> {
    let whole = span.of(text);
    whole
        .match_indices('|')
        .take(MOST_CAPTIONS)
        .find(|(at, bar)| {
            let behind = whole
                .get(at.saturating_add(bar.len())..)
                .unwrap_or_default();
            is_led_by_detail(behind, lexicon)
        })
        .map(|(at, _)| at.saturating_add(span.start))
}

/// Whether a text begins with a label in capitals that says nothing of pictures: "VENUE: …".
fn is_led_by_detail(text: &str, lexicon: &Lexicon) -> bool {
    let Some((label, _)) = text.split_once(':') else {
        return false;
    };
    let label = label.trim();
    let is_known = [Sense::Label, Sense::KindOfPicture, Sense::Qualifier]
        .into_iter()
        .any(|sense| lexicon.is_phrase(label, sense));
    let is_short = (1..=WORDS_OF_LABEL).contains(&label.split_whitespace().count());
    is_short
        && !is_known
        && !label.contains(char::is_lowercase)
        && label.contains(char::is_uppercase)
}

/// Where a label that follows its name ends, and the line goes on: "。王小明 摄   图②".
///
/// Only beside a blank is it a label: elsewhere the character is a part of a word.
fn places_behind_labels(text: &str, span: Span, lexicon: &Lexicon) -> Vec<usize> {
    let whole = span.of(text);
    let mut found: Vec<usize> = Vec::new();
    if whole.is_ascii() || !whole.contains(is_unspaced) {
        return found;
    }
    // The two characters before, of which the last may be the one blank behind a name.
    let (mut two_before, mut before) = (' ', ' ');
    let mut until = 0;
    for (at, c) in whole.char_indices() {
        let is_after_name =
            is_unspaced(before) || (before.is_whitespace() && is_unspaced(two_before));
        let is_apart = before.is_whitespace();
        two_before = std::mem::replace(&mut before, c);
        if at < until || !is_unspaced(c) || !is_after_name {
            continue;
        }
        let rest = whole.get(at..).unwrap_or_default();
        let Some(label) = after_label(rest, lexicon) else {
            continue;
        };
        until = at.saturating_add(label);
        let behind = rest.get(label..).unwrap_or_default();
        let bracket = bracket_length(behind);
        let behind = behind.get(bracket..).unwrap_or_default();
        let is_beside_blank = is_apart || behind.starts_with(char::is_whitespace);
        if is_beside_blank && behind.contains(char::is_alphabetic) {
            found.push(until.saturating_add(bracket).saturating_add(span.start));
        }
        if found.len() >= MOST_CAPTIONS {
            break;
        }
    }
    found
}

/// The length of the label that the text begins with and that follows names.
fn after_label(text: &str, lexicon: &Lexicon) -> Option<usize> {
    text.char_indices()
        .map(|(at, c)| at.saturating_add(c.len_utf8()))
        .take(LONGEST_AFTER_LABEL)
        .filter(|end| {
            text.get(..*end)
                .is_some_and(|label| lexicon.is_phrase(label, Sense::After))
        })
        .last()
}

/// How long the bracket is that follows at once: "摄(人民视觉)".
fn bracket_length(text: &str) -> usize {
    if !text.starts_with(['(', '（']) {
        return 0;
    }
    text.char_indices()
        .take(16)
        .find(|(_, c)| matches!(c, ')' | '）'))
        .map_or(0, |(at, c)| at.saturating_add(c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let span = Span::new(0, text.len());
        let line = Line {
            span,
            gap: Gap::Blank,
        };
        pieces(text, line, &Lexicon::built_in())
            .iter()
            .map(|piece| piece.whole)
            .collect()
    }

    #[test]
    fn a_page_without_breaks_is_cut_at_its_glue() {
        assert_eq!(
            cut(
                "Dos barcos salen del puerto (Cádiz).Ana Pérez (EFE)Un niño mira el mar.AFPVista del muelle.LUIS GIL (REUTERS)"
            ),
            [
                "Dos barcos salen del puerto (Cádiz).",
                "Ana Pérez (EFE)",
                "Un niño mira el mar.",
                "AFP",
                "Vista del muelle.",
                "LUIS GIL (REUTERS)",
            ]
        );
    }

    #[test]
    fn a_label_behind_a_name_ends_a_caption_where_a_blank_parts_it() {
        let lexicon = Lexicon::built_in();
        for (text, expected) in [
            ("渔船离开港口。王小明 摄船员说", &["船员说"][..]),
            ("渔船离开港口。 王小明摄(海报) 船员说", &[" 船员说"]),
            ("他负责拍摄纪录片。", &[]),
            ("船到了。   图为码头。", &[]),
        ] {
            let places = places_behind_labels(text, Span::new(0, text.len()), &lexicon);
            let rests: Vec<&str> = places.iter().map(|at| &text[*at..]).collect();
            assert_eq!(rests, expected, "{text}");
        }
    }

    #[test]
    fn details_behind_a_bar_are_no_part_of_a_credit() {
        assert_eq!(
            cut("Photo by: Ann Lee |  VENUE: Old Pier"),
            ["Photo by: Ann Lee", "|  VENUE: Old Pier"]
        );
        let credit = "Foto: Ann Lee | Quelle: dpa";
        assert_eq!(cut(credit), [credit]);
    }

    #[test]
    fn names_with_capitals_inside_stay_whole() {
        for line in [
            "Ronald McDonald met Ann MacKenzie on YouTube and TikTok. Photo: Bo DeVries/AP",
            "他负责拍摄纪录片。",
        ] {
            assert_eq!(cut(line), [line]);
        }
    }
}

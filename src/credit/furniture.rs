//! Usage terms, and what a page prints around a caption: counters, buttons, numbers.

use super::lexicon::{Sense, WordSense};
use super::line::is_between_names;
use super::scan::{Piece, is_end, past_stop};
use super::text::{Boundary, Text};
use super::tokens::{Gap, Mark, Shape};

/// No page counts more photos than so many figures say.
const DIGITS_OF_COUNTER: usize = 3;

/// What terms quote is not longer, in tokens.
const LONGEST_QUOTED: usize = 24;

/// A button's word in a script without capitals has no fewer letters.
const LETTERS_OF_BUTTON: usize = 4;

/// A caption printed again begins with as many words of the line before.
const WORDS_OF_COPY: usize = 3;

/// Usage terms or furniture.
pub(super) fn term(text: &Text<'_, '_>, at: usize, follows_piece: bool) -> Option<Piece> {
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
    let goes_on = text.boundary(at) == Boundary::Start && text.shape(end) == Some(Shape::Lower);
    if usage > 0
        && !goes_on
        && !is_between_names(text, at, usage)
        && stands_apart(end)
        && (usage > 1
            || (text.shape(at) != Some(Shape::Title)
                && text.shape(at) != Some(Shape::Lower)
                && is_end(text, end)))
    {
        // `Mandatory credit: Ann Lee` leads the credit.
        let end = end + usize::from(text.is_mark(end, Mark::Colon));
        let end = past_quoted(text, end);
        return Some(Piece::Usage(at..past_stop(text, end)));
    }
    if is_number_of_photo(text, at) || is_number_of_sentence(text, at) {
        return Some(Piece::Furniture(at..at + 1));
    }
    if is_number_sign(text, at) {
        return Some(Piece::Furniture(at..at + 1));
    }
    if let Some(end) = count_of_more(text, at) {
        return Some(Piece::Furniture(at..end));
    }
    if is_slug(text, at) {
        return Some(Piece::Furniture(at..at + 2));
    }
    if is_file_name(text, at) {
        return Some(Piece::Furniture(at..at + 1));
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
        1 => {
            (begins && (is_marked || is_glued_button(text, at)))
                || (is_alone && text.len() > 1)
                || is_last_button(text, at)
        }
        _ => stands_apart(end) || is_button(text, at, end),
    };
    is_furniture.then(|| Piece::Furniture(at..if is_marked { end + 1 } else { end }))
}

/// Whether a number sign stands alone behind a caption, as the link to its picture: `… at dawn. # Ann Lee/AP`.
fn is_number_sign(text: &Text<'_, '_>, at: usize) -> bool {
    let ends = at + 1 >= text.len() || text.gap(at + 1) == Gap::Line;
    let parts = || {
        at.checked_sub(1)
            .is_some_and(|end| text.is_sentence_end(end))
            && text.gap(at + 1) == Gap::Space
            && text.is_capital(at + 1)
    };
    text.printed(at) == "#" && text.gap(at) == Gap::Space && (ends || parts())
}

/// Where the count of the pictures behind it ends, in a line of its own: `+7`.
fn count_of_more(text: &Text<'_, '_>, at: usize) -> Option<usize> {
    let end = (at + 1..at + 3).find(|&end| text.gap(end) == Gap::Line)?;
    let is_count = text.printed(at).starts_with('+') && text.is_number(end - 1);
    let begins = matches!(text.boundary(at), Boundary::Start | Boundary::Line);
    (is_count && begins && end < text.len()).then_some(end)
}

/// Behind what the terms quote: `MANDATORY CREDIT "AP PHOTO / ANN LEE"`.
fn past_quoted(text: &Text<'_, '_>, end: usize) -> usize {
    if !text.is_mark(end, Mark::Quote) || text.gap(end) == Gap::Line {
        return end;
    }
    let inside = (end + 1..end + LONGEST_QUOTED).take_while(|&at| text.gap(at) != Gap::Line);
    let is_close = |at: &usize| text.is_mark(*at, Mark::Quote) && text.gap(*at) == Gap::None;
    inside
        .into_iter()
        .find(is_close)
        .map_or(end, |close| close + 1)
}

/// Whether a button in a script without capitals runs into the caption, or a bar parts it from that.
fn is_glued_button(text: &Text<'_, '_>, at: usize) -> bool {
    text.shape(at) == Some(Shape::Caseless)
        && text.printed(at).chars().count() >= LETTERS_OF_BUTTON
        && (text.gap(at + 1) == Gap::None || text.is_mark(at + 1, Mark::Bar))
}

/// Whether a button in a script without capitals is glued to the end of the text.
fn is_last_button(text: &Text<'_, '_>, at: usize) -> bool {
    text.shape(at) == Some(Shape::Caseless)
        && text.printed(at).chars().count() >= LETTERS_OF_BUTTON
        && text.gap(at) == Gap::None
        && at + 1 == text.len()
}

/// Whether the words are so many and so written as on a button: `Purchase Licensing Rights`.
fn is_button(text: &Text<'_, '_>, at: usize, end: usize) -> bool {
    end - at >= WORDS_OF_COPY
        && (at..end).all(|word| matches!(text.shape(word), Some(Shape::Title | Shape::Upper)))
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

/// The name of a picture's file before its caption: `Harbour-2.jpg Boats lie in the harbour`.
fn is_file_name(text: &Text<'_, '_>, at: usize) -> bool {
    const ENDINGS: [&str; 6] = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif"];
    let printed = text.printed(at).to_ascii_lowercase();
    text.gap(at) == Gap::Line
        && text.shape(at) == Some(Shape::Address)
        && ENDINGS.iter().any(|ending| printed.ends_with(ending))
        && text.gap(at + 1) == Gap::Space
        && text.is_capital(at + 1)
        && text.shape(at + 2) == Some(Shape::Lower)
}

/// A number that is glued to the caption behind it: `3Boats lie in the harbour`.
fn is_number_of_photo(text: &Text<'_, '_>, at: usize) -> bool {
    text.is_number(at)
        && text.gap(at) == Gap::Line
        && text.gap(at + 1) == Gap::None
        && text.is_capital(at + 1)
        && text.shape(at + 1) != Some(Shape::Caseless)
}

/// A number before the first word of a sentence, where no number can stand: `4 The boats lie in the harbour`.
fn is_number_of_sentence(text: &Text<'_, '_>, at: usize) -> bool {
    at == 0
        && text.is_number(at)
        && text.printed(at).len() <= DIGITS_OF_COUNTER
        && text.printed(at).bytes().all(|b| b.is_ascii_digit())
        && text.is(1, WordSense::Article)
        && text.shape(1) == Some(Shape::Title)
        && text.shape(2) == Some(Shape::Lower)
}

/// Whether a caption follows the counter of photos, with a capital, or once more as in the line before:
/// `1 of 9 The ferry …`.
fn is_before_caption(text: &Text<'_, '_>, at: usize, end: usize) -> bool {
    if text.gap(at) != Gap::Line {
        return false;
    }
    let line = (0..at).rev().find(|&before| text.gap(before) == Gap::Line);
    let is_copy = line.is_some_and(|line| {
        (0..WORDS_OF_COPY).all(|n| text.is_word(end + n) && text.key(line + n) == text.key(end + n))
    });
    // `1 of 12 | The ferry …`
    let end = end + usize::from(text.is_mark(end, Mark::Bar));
    let is_caption = text.is_capital(end)
        && (end + 1..end + WORDS_OF_COPY + 2).any(|at| text.shape(at) == Some(Shape::Lower));
    // `1/12Torvik: …`: nothing but a counter is glued to a word so.
    let is_glued = text.gap(end) == Gap::None && text.is_capital(end);
    text.gap(end) != Gap::Line && (is_caption || is_copy || is_glued)
}

#[cfg(test)]
mod tests {
    use crate::credit::{Lexicon, read};

    #[test]
    fn the_terms_of_the_wires_are_taken_whole() {
        let lexicon = Lexicon::built_in();
        for (raw, credit, terms) in [
            (
                "Boats in Torvik on Friday. Sol Daily via REUTERS ATTENTION EDITORS - THIS IMAGE WAS PROVIDED BY A THIRD PARTY. CHINA OUT. NO COMMERCIAL OR EDITORIAL SALES IN CHINA.",
                "Sol Daily via REUTERS",
                "ATTENTION EDITORS THIS IMAGE WAS PROVIDED BY A THIRD PARTY. CHINA OUT. NO COMMERCIAL OR EDITORIAL SALES IN CHINA.",
            ),
            (
                "Boats in Torvik on Friday. (Photo by Handout / TORVIK PORT / AFP) / RESTRICTED TO EDITORIAL USE - MANDATORY CREDIT \"AFP PHOTO / TORVIK PORT\" - NO MARKETING NO ADVERTISING CAMPAIGNS - DISTRIBUTED AS A SERVICE TO CLIENTS",
                "Handout / TORVIK PORT / AFP",
                "RESTRICTED TO EDITORIAL USE MANDATORY CREDIT \"AFP PHOTO / TORVIK PORT\" NO MARKETING NO ADVERTISING CAMPAIGNS DISTRIBUTED AS A SERVICE TO CLIENTS",
            ),
            (
                "Boats in Torvik on Friday. (AP Photo/Ana Maric) MANDATORY CREDIT; NO SALES; MAGS OUT; TV OUT; INTERNET OUT",
                "AP Photo/Ana Maric",
                "MANDATORY CREDIT NO SALES MAGS OUT TV OUT INTERNET OUT",
            ),
            (
                "Boote in Torvik. Foto: Ana Maric/dpa - ACHTUNG: Nur zur redaktionellen Verwendung im Zusammenhang mit der aktuellen Berichterstattung und nur mit vollständiger Nennung des vorstehenden Credits",
                "Ana Maric/dpa",
                "ACHTUNG: Nur zur redaktionellen Verwendung im Zusammenhang mit der aktuellen Berichterstattung und nur mit vollständiger Nennung des vorstehenden Credits",
            ),
        ] {
            let reading = read(raw, &lexicon);
            assert_eq!(reading.credit_line().as_deref(), Some(credit), "{raw}");
            assert_eq!(reading.usage_terms(), terms, "{raw}");
        }
    }
}

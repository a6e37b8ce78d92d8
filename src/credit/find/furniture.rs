//! What a page prints around photos: buttons, counters, file names.

use crate::credit::lexicon::{Lexicon, Sense};

/// A longer line is no furniture.
const LONGEST_FURNITURE: usize = 60;

/// Whether a line is the number of a photo: "1 of 9", "2/4".
pub(super) fn is_counter(raw: &str) -> bool {
    if raw.len() > LONGEST_FURNITURE {
        return false;
    }
    let mut numbers = 0;
    let mut words = 0;
    for part in raw
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '[' | ']' | '(' | ')' | '|'))
        .filter(|part| !part.is_empty())
    {
        if part.bytes().all(|b| b.is_ascii_digit()) && part.len() < 4 {
            numbers += 1;
        } else if part.chars().count() < 6 && part.chars().all(char::is_alphabetic) {
            words += 1;
        } else {
            return false;
        }
    }
    numbers == 2 && words < 2
}

/// Whether a line is furniture as a whole.
pub(super) fn is_furniture(raw: &str, lexicon: &Lexicon) -> bool {
    if raw.len() > LONGEST_FURNITURE {
        return false;
    }
    if !raw.contains(char::is_alphabetic) {
        return true;
    }
    let folded = raw.to_lowercase();
    let counted = folded
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .trim_end();
    let is_file = !folded.contains(' ') && lexicon.pages.picture_files.end(&folded);
    is_file
        || lexicon.pages.furniture.has(counted)
        || lexicon.is_phrase(
            counted.trim_matches(|c: char| !c.is_alphanumeric()),
            Sense::Furniture,
        )
        || lexicon.pages.furniture_leads.lead(counted)
}

/// Whether a line is short enough to be furniture or a label alone.
pub(super) fn is_short(raw: &str) -> bool {
    raw.len() <= LONGEST_FURNITURE
}

/// Whether a word or a label speaks of pictures.
pub(super) fn is_picture_word(label: &str, lexicon: &Lexicon) -> bool {
    let folded = label.to_lowercase();
    lexicon.pages.photo_words.are_in(&folded)
}

//! What a photo takes over from a reading.

use super::{Lexicon, Reading, read_credit};
use crate::model::Photo;

/// Puts a reading into a photo: the caption, the credit as printed, who is named in it. Nothing is
/// fixed; fields that say something already keep what they say.
pub fn fill(photo: &mut Photo, reading: &Reading<'_>) {
    if photo.caption.is_empty() {
        photo.caption = reading.caption();
    }
    if photo.credit_line.is_empty() {
        photo.credit_line = reading.credit_as_printed();
    }
    if photo.usage_terms.is_empty() {
        photo.usage_terms = reading.usage_terms();
    }
    // What the wire says must reach the desk, whatever the field says already.
    let advisory = reading.instructions();
    if !photo.instructions.contains(&advisory) {
        let said = [photo.instructions.trim_end(), &advisory];
        photo.instructions = said.join(" ").trim_start().to_owned();
    }
    take_parties(photo, reading);
}

/// Reads creators and sources from the credit line of a photo that names none itself.
pub fn name_parties(photo: &mut Photo, lexicon: &Lexicon) {
    let line = photo.credit_line.clone();
    take_parties(photo, &read_credit(&line, lexicon));
}

fn take_parties(photo: &mut Photo, reading: &Reading<'_>) {
    if photo.creators.is_empty() && photo.sources.is_empty() {
        photo.creators = reading
            .creators
            .iter()
            .map(|name| (*name).to_owned())
            .collect();
        photo.sources.clone_from(&reading.sources);
    }
}

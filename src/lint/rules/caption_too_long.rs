//! `caption-too-long`: the caption has more words than the house wants.
//!
//! Why: it does not fit below the picture, and nobody reads it.
//! Source: house styles; The Associated Press: two sentences.
//!
//! Bad:  90 words where the house prints 60
//! Good: two sentences
//! Fix:  none. Speaks only where `[style] caption-words` of `cutline.toml` says how many.

use unicode_segmentation::UnicodeSegmentation;

use crate::lint::{Check, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "caption-too-long",
    severity: Severity::Warning,
    best_fix: None,
    page: include_str!("caption_too_long.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, house: &House) -> Vec<Problem> {
    let Some(most) = house.style.caption_words else {
        return Vec::new();
    };
    let words = photo.caption.unicode_words().count();
    if words <= most {
        return Vec::new();
    }
    let message = format!("The caption has {words} words, {most} at most are wanted");
    vec![Problem::of_field(photo, TextField::Caption, message)]
}

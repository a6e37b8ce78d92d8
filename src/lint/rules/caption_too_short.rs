//! `caption-too-short`: the caption has fewer than five words.
//!
//! Why: it can hardly say who, what, where and when.
//! Source: The Associated Press, caption guidelines; picture desks warn below five words.
//!
//! Bad:  The mayor.
//! Good: Mayor Ilka Brandt opens the bridge in Torvik, Monday, Nov. 16, 2026.
//! Fix:  none; only an editor knows more.

use unicode_segmentation::UnicodeSegmentation;

use crate::lint::{Check, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "caption-too-short",
    severity: Severity::Note,
    best_fix: None,
    page: include_str!("caption_too_short.rs"),
    check: Check::Photo(check),
};

/// A caption has at least so many words.
const FEWEST: usize = 5;

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let words = photo.caption.unicode_words().take(FEWEST).count();
    if words == 0 || words >= FEWEST {
        return Vec::new();
    }
    let message = match words {
        1 => "The caption has one word".to_owned(),
        words => format!("The caption has {words} words"),
    };
    vec![Problem::of_field(photo, TextField::Caption, message)]
}

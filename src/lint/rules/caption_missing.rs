//! `caption-missing`: a photo without a caption.
//!
//! Why: the reader does not learn what the picture shows, and search does not find it.
//! Source: IPTC Photo Metadata Standard, "Description".
//!
//! Bad:  a picture or a credit, and no words about it
//! Good: caption: Fishermen mend their nets in Torvik, Monday, Nov. 16, 2026.
//! Fix:  none; somebody has to write it.

use crate::lint::{Check, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "caption-missing",
    severity: Severity::Warning,
    best_fix: None,
    page: include_str!("caption_missing.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let is_there = photo.has_picture() || !photo.credit_line.trim().is_empty();
    if is_there && photo.caption.trim().is_empty() {
        vec![Problem::of_field(photo, TextField::Caption, "No caption")]
    } else {
        Vec::new()
    }
}

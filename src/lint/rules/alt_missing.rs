//! `alt-missing`: a picture without alt text.
//!
//! Why: who cannot see the picture is told nothing, or its file name.
//! Source: WCAG 2.2, success criterion 1.1.1; IPTC Photo Metadata Standard, "Alt Text (Accessibility)".
//!
//! Bad:  a picture, and no alt text
//! Good: alt text: Two men sit on a quay with a green net between them.
//! Fix:  none; somebody has to look at the picture.

use crate::lint::{Check, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "alt-missing",
    severity: Severity::Note,
    best_fix: None,
    page: include_str!("alt_missing.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    if photo.has_picture() && photo.alt_text.trim().is_empty() {
        vec![Problem::of_field(photo, TextField::AltText, "No alt text")]
    } else {
        Vec::new()
    }
}

//! `alt-is-file-name`: the alt text is the name of a file.
//!
//! Why: a screen reader spells it out, and the listener learns nothing.
//! Source: W3C, WCAG 2.2, failure F30: text alternatives that are file names.
//!
//! Bad:  alt text: DSC00412.JPG
//! Good: alt text: Two men sit on a quay with a green net between them.
//! Fix:  offered: clear the alt text.

use crate::lint::file_name::is_file_name;
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "alt-is-file-name",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Asked),
    page: include_str!("alt_is_file_name.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    if !is_file_name(&photo.alt_text) {
        return Vec::new();
    }
    let message = "The alt text is the name of a file";
    let clear = Fix::set(
        photo,
        TextField::AltText,
        "",
        "Clear the alt text",
        Certainty::Asked,
    );
    vec![Problem::of_field(photo, TextField::AltText, message).with_fix(clear)]
}

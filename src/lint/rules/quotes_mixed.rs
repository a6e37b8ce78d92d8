//! `quotes-mixed`: straight and curly quotation marks in one text.
//!
//! Why: they come from two systems, and one of them is wrong in print.
//! Source: The Guardian and Observer style guide, "quotation marks"; each house has its own, one of them.
//!
//! Bad:  The ferry “Solveig" ties up.
//! Good: The ferry “Solveig” ties up.
//! Fix:  none; the house decides which.

use crate::lint::{Check, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "quotes-mixed",
    severity: Severity::Note,
    page: include_str!("quotes_mixed.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let text = &photo.caption;
    let has_curly = text.contains(['“', '”', '„', '«', '»']);
    if !has_curly || !text.contains('"') {
        return Vec::new();
    }
    let message = "Straight and curly quotation marks are mixed";
    vec![Problem::of_field(photo, TextField::Caption, message)]
}

//! `creator-missing`: the credit names nobody at all.
//!
//! Why: "Handout" or "File" tells a reader, and the accountant, nothing about who made the picture.
//! Source: IPTC Photo Metadata Standard, "Creator": the photographer, an organisation only where the
//! person should not be named.
//!
//! Bad:  credit line: Handout
//! Good: credit line: Ana Maric/Handout
//! Fix:  none; only somebody who knows the picture can say.

use crate::lint::{Check, Problem, Rule, Severity, Subject};
use crate::model::TextField;

pub(super) const RULE: Rule = Rule {
    code: "creator-missing",
    severity: Severity::Note,
    best_fix: None,
    page: include_str!("creator_missing.rs"),
    check: Check::Read(check),
};

fn check(subject: &Subject<'_>) -> Vec<Problem> {
    let photo = subject.photo;
    if photo.credit_line.trim().is_empty()
        || !photo.creators.is_empty()
        || !photo.sources.is_empty()
    {
        return Vec::new();
    }
    let reading = subject.credit_line();
    if reading.creators.is_empty() && reading.sources.is_empty() {
        vec![Problem::of_field(
            photo,
            TextField::CreditLine,
            "The credit names nobody",
        )]
    } else {
        Vec::new()
    }
}

//! `credit-repeated`: the same credit is said more than once.
//!
//! Why: agencies' captions carry their credit in brackets; systems that import them append it again.
//! Source: IPTC Photo Metadata Standard, "Credit Line": one line, as the supplier asks for it.
//!
//! Bad:  (AP Photo/Ana Maric) Credit: Ana Maric Credit: Ana Maric
//! Good: AP Photo/Ana Maric
//! Fix:  certain where the reading is. Keeps the credit that names every person and organisation of
//!       the others.

use super::terms_in_caption::terms_moved;
use crate::lint::{Certainty, Check, Fix, Problem, Rule, Severity, Subject};
use crate::model::TextField;

pub(super) const RULE: Rule = Rule {
    code: "credit-repeated",
    severity: Severity::Error,
    best_fix: Some(Certainty::Certain),
    page: include_str!("credit_repeated.rs"),
    check: Check::Read(check),
};

fn check(subject: &Subject<'_>) -> Vec<Problem> {
    let photo = subject.photo;
    let reading = subject.credit_line();
    let (true, true, Some(line)) = (
        reading.is_duplicated(),
        reading.conflict.is_empty(),
        reading.credit_line(),
    ) else {
        return Vec::new();
    };
    let message = match reading.credits.len() {
        0..=2 => "The credit is said twice".to_owned(),
        times => format!("The credit is said {times} times"),
    };
    let mut problem = Problem::of_field(photo, TextField::CreditLine, message);
    problem.spans = reading
        .credits
        .iter()
        .filter(|credit| credit.is_repeated)
        .map(|credit| credit.span)
        .collect();
    let label = format!("Keep {line}");
    let certainty = reading.confidence.into();
    let mut fix = Fix::set(photo, TextField::CreditLine, line, label, certainty);
    fix.edits.extend(terms_moved(photo, reading));
    vec![problem.with_fix(fix)]
}

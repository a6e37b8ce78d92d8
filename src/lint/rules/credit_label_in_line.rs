//! `credit-label-in-line`: the credit line carries a label or brackets that say only "this is the credit".
//!
//! Why: the page that prints the line puts its own label before it, and the reader sees two.
//! Source: IPTC Photo Metadata Standard, "Credit Line": the credit itself, without a label.
//!
//! Bad:  (Photo: Ana Maric/AFP)
//! Good: Ana Maric/AFP
//! Fix:  certain where the reading is. A word that says more (Illustration, Handout, Courtesy of) stays.

use super::terms_in_caption::terms_moved;
use crate::lint::{Certainty, Check, Fix, Problem, Rule, Severity, Subject};
use crate::model::{Span, TextField};

pub(super) const RULE: Rule = Rule {
    code: "credit-label-in-line",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Certain),
    page: include_str!("credit_label_in_line.rs"),
    check: Check::Read(check),
};

fn check(subject: &Subject<'_>) -> Vec<Problem> {
    let photo = subject.photo;
    let reading = subject.credit_line();
    if reading.is_duplicated() || !reading.conflict.is_empty() || !reading.caption().is_empty() {
        return Vec::new();
    }
    let (Some(kept), Some(line)) = (reading.kept, reading.credit_line()) else {
        return Vec::new();
    };
    let before = Span::new(0, kept.start);
    let after = Span::new(kept.end, photo.credit_line.len());
    let is_label = |span: &Span| {
        span.of(&photo.credit_line)
            .chars()
            .any(|c| !c.is_whitespace() && !".,;".contains(c))
    };
    let spans: Vec<Span> = [before, after].into_iter().filter(is_label).collect();
    if spans.is_empty() {
        return Vec::new();
    }
    let label = format!("Write {line}");
    let mut problem = Problem::of_field(
        photo,
        TextField::CreditLine,
        "The credit line carries a label or brackets",
    );
    problem.spans = spans;
    // Brackets around the whole say nothing, whoever is named in them.
    let is_bracketed = problem
        .spans
        .iter()
        .map(|span| span.of(&photo.credit_line).trim());
    let certainty = if is_bracketed.eq(["(", ")"]) {
        Certainty::Certain
    } else {
        reading.confidence.into()
    };
    let mut fix = Fix::set(photo, TextField::CreditLine, line, label, certainty);
    fix.edits.extend(terms_moved(photo, reading));
    vec![problem.with_fix(fix)]
}

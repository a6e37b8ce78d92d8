//! `credit-conflict`: the credits of one photo name different people.
//!
//! Why: one of them is wrong, and only somebody who knows the picture can say which; printing either
//! may pay the wrong photographer.
//! Source: IPTC Photo Metadata Standard, "Creator": the person who made the picture.
//!
//! Bad:  (Jonas Lie/AFP) Credit: Petra Vik
//! Good: Jonas Lie/AFP
//! Fix:  never certain. Each credit is offered.

use crate::credit::read_credit;
use crate::edit::Edit;
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity, Subject};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "credit-conflict",
    severity: Severity::Error,
    best_fix: Some(Certainty::Asked),
    page: include_str!("credit_conflict.rs"),
    check: Check::Read(check),
};

fn check(subject: &Subject<'_>) -> Vec<Problem> {
    let (photo, house) = (subject.photo, subject.house);
    let reading = subject.credit_line();
    if reading.conflict.len() < 2 {
        return Vec::new();
    }
    let message = match reading.conflict.as_slice() {
        [one, other] => format!("Two credits disagree: {one} and {other}"),
        several => format!("{} credits disagree: {}", several.len(), several.join(", ")),
    };
    let mut problem = Problem::of_field(photo, TextField::CreditLine, message);
    problem.spans = reading.credits.iter().map(|credit| credit.span).collect();
    problem.fixes = reading
        .conflict
        .iter()
        .map(|line| keep(photo, line, house))
        .collect();
    vec![problem]
}

fn keep(photo: &Photo, line: &str, house: &House) -> Fix {
    let alone = read_credit(line, &house.lexicon);
    let creators = alone
        .creators
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    let mut fix = Fix::set(
        photo,
        TextField::CreditLine,
        line,
        format!("Keep {line}"),
        Certainty::Asked,
    );
    fix.edits.push(Edit::SetCreators {
        photo: photo.id,
        creators,
    });
    fix.edits.push(Edit::SetSources {
        photo: photo.id,
        sources: alone.sources,
    });
    fix
}

//! `creator-not-in-credit`: the credit line and the creator field name different people.
//!
//! Why: whoever pays and whoever prints read different fields; after an edit of one the other is
//! easily forgotten.
//! Source: IPTC Photo Metadata Standard, "Creator" and "Credit Line".
//!
//! Bad:  creator: Ana Maric · credit line: AP Photo/Petra Vik
//! Good: creator: Petra Vik · credit line: AP Photo/Petra Vik
//! Fix:  offered: the creator as the credit line names it. Fields never follow one another unseen.

use crate::credit::says_all;
use crate::edit::Edit;
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity, Subject};
use crate::model::TextField;

pub(super) const RULE: Rule = Rule {
    code: "creator-not-in-credit",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Asked),
    page: include_str!("creator_not_in_credit.rs"),
    check: Check::Read(check),
};

fn check(subject: &Subject<'_>) -> Vec<Problem> {
    let (photo, house) = (subject.photo, subject.house);
    if photo.credit_line.trim().is_empty() {
        return Vec::new();
    }
    let reading = subject.credit_line();
    if !reading.conflict.is_empty() {
        return Vec::new();
    }
    let unnamed: Vec<&str> = photo
        .creators
        .iter()
        .map(String::as_str)
        .filter(|creator| !creator.trim().is_empty() && !names(&photo.credit_line, creator, house))
        .collect();
    let message = match (unnamed.as_slice(), reading.creators.as_slice()) {
        ([], []) => return Vec::new(),
        ([], _) if !photo.creators.is_empty() => return Vec::new(),
        ([], people) => format!(
            "The credit line names {}, the creator field nobody",
            people.join(", ")
        ),
        (unnamed, _) => format!(
            "The credit line does not name the creator {}",
            unnamed.join(", ")
        ),
    };
    let mut problem = Problem::of_field(photo, TextField::CreditLine, message);
    problem.complaint = format!("{} · {}", photo.creators.join(", "), photo.credit_line);
    if reading.creators.is_empty() {
        return vec![problem];
    }
    let creators: Vec<String> = reading
        .creators
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    let label = format!("Set creator to {}", creators.join(", "));
    let edits = vec![Edit::SetCreators {
        photo: photo.id,
        creators,
    }];
    vec![problem.with_fix(Fix {
        label,
        certainty: Certainty::Asked,
        edits,
    })]
}

/// Whether a credit line names this person, in whatever spelling.
fn names(line: &str, creator: &str, house: &House) -> bool {
    line.to_lowercase().contains(&creator.to_lowercase()) || says_all(line, creator, &house.lexicon)
}

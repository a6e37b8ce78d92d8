//! `credit-in-caption`: the caption still carries a credit.
//!
//! Why: the reader gets it twice, or takes the photographer for the person pictured.
//! Source: IPTC Photo Metadata Standard: "Description" says what the picture shows, "Credit Line" whom
//! to credit.
//!
//! Bad:  Fishermen mend their nets. (AP Photo/Ana Maric)
//! Good: Fishermen mend their nets. · credit line: AP Photo/Ana Maric
//! Fix:  certain where the reading is and the credit line is empty or says the same; else offered.

use crate::credit::{read, says_all};
use crate::edit::Edit;
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "credit-in-caption",
    severity: Severity::Warning,
    page: include_str!("credit_in_caption.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, house: &House) -> Vec<Problem> {
    let reading = read(&photo.caption, &house.lexicon);
    let printed = reading.credit_as_printed();
    if reading.credits.is_empty() || printed.is_empty() {
        return Vec::new();
    }
    let mut problem = Problem::of_field(
        photo,
        TextField::Caption,
        format!("The caption carries a credit: {printed}"),
    );
    problem.spans = reading.credits.iter().map(|credit| credit.span).collect();
    let caption = reading.caption();
    if caption.is_empty() {
        problem.message = "The caption is nothing but a credit".to_owned();
    }
    let certainty = if caption.is_empty() {
        Certainty::Asked
    } else {
        reading.confidence.into()
    };
    if photo.credit_line.trim().is_empty() {
        let mut fix = Fix::set(
            photo,
            TextField::Caption,
            caption,
            "Move it to the credit line",
            certainty,
        );
        fix.edits.push(Edit::SetText {
            photo: photo.id,
            field: TextField::CreditLine,
            text: printed,
        });
        if photo.creators.is_empty() && photo.sources.is_empty() {
            let creators = reading
                .creators
                .iter()
                .map(|name| (*name).to_owned())
                .collect();
            fix.edits.push(Edit::SetCreators {
                photo: photo.id,
                creators,
            });
            fix.edits.push(Edit::SetSources {
                photo: photo.id,
                sources: reading.sources.clone(),
            });
        }
        return vec![problem.with_fix(fix)];
    }
    let is_said = says_all(&photo.credit_line, &printed, &house.lexicon);
    let certainty = if is_said { certainty } else { Certainty::Asked };
    vec![problem.with_fix(Fix::set(
        photo,
        TextField::Caption,
        caption,
        "Cut it from the caption",
        certainty,
    ))]
}

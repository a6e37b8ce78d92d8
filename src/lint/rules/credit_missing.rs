//! `credit-missing`: a photo without a credit line.
//!
//! Why: suppliers require the credit to be printed, and a reader wants to know whose picture it is.
//! Source: IPTC Photo Metadata Standard, "Credit Line"; agencies' terms of use.
//!
//! Bad:  a caption or a picture, and nobody credited
//! Good: credit line: AP Photo/Ana Maric
//! Fix:  offered where creator or source are known: in the house's pattern, else Name/Agency.

use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "credit-missing",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Asked),
    page: include_str!("credit_missing.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, house: &House) -> Vec<Problem> {
    let says_something = !photo.caption.trim().is_empty() || photo.has_picture();
    if !photo.credit_line.trim().is_empty() || !says_something {
        return Vec::new();
    }
    let problem = Problem::of_field(photo, TextField::CreditLine, "No credit line");
    let sources = photo.sources.iter().map(|source| source.name.as_str());
    let people = photo.creators.join(" and ");
    let known: Vec<&str> = std::iter::once(people.as_str())
        .chain(sources)
        .filter(|name| !name.is_empty())
        .collect();
    if known.is_empty() {
        return vec![problem];
    }
    let line = match (known.as_slice(), &house.style.credit) {
        ([creator, source], Some(pattern)) if !people.is_empty() => {
            pattern.written(creator, source)
        }
        (known, _) => known.join("/"),
    };
    let label = format!("Credit {line}");
    vec![problem.with_fix(Fix::set(
        photo,
        TextField::CreditLine,
        line,
        label,
        Certainty::Asked,
    ))]
}

//! `quotes-mixed`: straight and curly quotation marks or apostrophes in one text.
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
    best_fix: None,
    page: include_str!("quotes_mixed.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let message = match mixed(&photo.caption) {
        None => return Vec::new(),
        Some(Marks::Quotes) => "Straight and curly quotation marks are mixed",
        Some(Marks::Apostrophes) => "Straight and curly apostrophes are mixed",
    };
    vec![Problem::of_field(photo, TextField::Caption, message)]
}

/// Which marks are mixed.
#[derive(Debug, PartialEq, Eq)]
enum Marks {
    Quotes,
    Apostrophes,
}

fn mixed(text: &str) -> Option<Marks> {
    if text.contains(['“', '”', '„', '«', '»']) && has_straight(text, '"') {
        return Some(Marks::Quotes);
    }
    let is_mixed = text.contains('’') && has_straight(text, '\'');
    is_mixed.then_some(Marks::Apostrophes)
}

/// Whether a straight mark stands for a curly one: no inches or feet, no Hebrew abbreviation.
fn has_straight(text: &str, mark: char) -> bool {
    text.match_indices(mark).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|c| c.is_numeric() || matches!(c, '\u{0590}'..='\u{05ff}'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_two_systems_are_told() {
        for (text, expected) in [
            ("The ferry “Solveig\" ties up.", Some(Marks::Quotes)),
            (
                "The mayor’s car and the pilot's boat.",
                Some(Marks::Apostrophes),
            ),
            ("The ferry “Solveig” ties up.", None),
            ("The ferry \"Solveig\" and the pilot's boat.", None),
            ("A 6\" pipe of the “Solveig”.", None),
            ("The 6' mast of the mayor’s boat.", None),
            ("צה\"ל «דובר»", None),
            ("", None),
        ] {
            assert_eq!(mixed(text), expected, "{text}");
        }
    }
}

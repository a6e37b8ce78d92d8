//! `alt-too-long`: the alt text is longer than can be listened to.
//!
//! Why: a screen reader reads it in one go; what needs more room belongs into the extended description.
//! Source: IPTC Photo Metadata Standard, "Alt Text (Accessibility)" and its guidelines: about 125
//! characters, no more than 250.
//!
//! Bad:  alt text: 300 characters on everything that is in the picture
//! Good: alt text: Two men sit on a quay with a green net between them.
//! Fix:  none; only an editor can say it shorter.

use crate::lint::{Check, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "alt-too-long",
    severity: Severity::Note,
    page: include_str!("alt_too_long.rs"),
    check: Check::Photo(check),
};

/// What it should stay within, in characters.
const SUGGESTED: usize = 125;
/// What it must stay within.
const MOST: usize = 250;

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let length = photo.alt_text.chars().count();
    if length <= SUGGESTED {
        return Vec::new();
    }
    let message = format!("The alt text has {length} characters; {SUGGESTED} are enough");
    let problem = Problem::of_field(photo, TextField::AltText, message);
    vec![if length > MOST {
        problem.at(Severity::Warning)
    } else {
        problem
    }]
}

//! `alt-too-long`: the alt text is longer than can be listened to.
//!
//! Why: a screen reader reads it in one go; what needs more room belongs into the extended description.
//! Source: IPTC Photo Metadata Standard, "Alt Text (Accessibility)" and its guidelines: about 125
//! characters, no more than 250.
//!
//! Bad:  alt text: 300 characters on everything that is in the picture
//! Good: alt text: Two men sit on a quay with a green net between them.
//! Fix:  none; only an editor can say it shorter. Above 125 it is a note, above 250 an error.

use crate::lint::{Check, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "alt-too-long",
    severity: Severity::Note,
    best_fix: None,
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
    if length > MOST {
        let message = format!("The alt text has {length} characters; {MOST} are the most");
        let problem = Problem::of_field(photo, TextField::AltText, message);
        return vec![problem.at(Severity::Error)];
    }
    let message = format!("The alt text has {length} characters; {SUGGESTED} are enough");
    vec![Problem::of_field(photo, TextField::AltText, message)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PhotoId;

    #[test]
    fn above_the_aim_is_a_note_and_above_the_limit_an_error() {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        for (length, severity) in [
            (0, None),
            (125, None),
            (126, Some(Severity::Note)),
            (250, Some(Severity::Note)),
            (251, Some(Severity::Error)),
        ] {
            photo.alt_text = "é".repeat(length);
            let problems = check(&photo, &House::default());
            let told = problems
                .first()
                .map(|problem| problem.severity.unwrap_or(RULE.severity));
            assert_eq!(told, severity, "{length}");
        }
    }
}

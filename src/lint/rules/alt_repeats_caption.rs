//! `alt-repeats-caption`: the alt text says the same as the caption.
//!
//! Why: a screen reader reads both, so the listener hears it twice and still does not know what the
//! picture looks like.
//! Source: W3C, WAI Images Tutorial; IPTC Photo Metadata Standard, "Alt Text (Accessibility)".
//!
//! Bad:  caption and alt text: Fishermen mend their nets.
//! Good: alt text: Two men sit on a quay with a green net between them.
//! Fix:  offered: clear the alt text.

use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "alt-repeats-caption",
    severity: Severity::Note,
    best_fix: Some(Certainty::Asked),
    page: include_str!("alt_repeats_caption.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let words = |text: &str| {
        let words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    };
    let alt = words(&photo.alt_text);
    if !photo.has_picture() || alt.is_empty() || alt != words(&photo.caption) {
        return Vec::new();
    }
    let problem = Problem::of_field(
        photo,
        TextField::AltText,
        "The alt text repeats the caption",
    );
    vec![problem.with_fix(Fix::set(
        photo,
        TextField::AltText,
        "",
        "Clear the alt text",
        Certainty::Asked,
    ))]
}

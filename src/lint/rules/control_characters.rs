//! `control-characters`: characters that are not seen but obeyed.
//!
//! Why: they come from other systems' files, break layouts, and can make a text read in another order.
//! Source: Unicode Technical Report 36, "Bidirectional Text Spoofing"; XML 1.0, "Characters".
//!
//! Bad:  Fishermen\u{0007} mend their nets.
//! Good: Fishermen mend their nets.
//! Fix:  certain: they go. Line breaks, tabs and the joiners of scripts stay.

use super::is_plain;
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "control-characters",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Certain),
    page: include_str!("control_characters.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    TextField::ALL
        .into_iter()
        .filter_map(|field| {
            let text = photo.text(field);
            if is_plain(text) {
                return None;
            }
            let count = text.chars().filter(|c| is_unwanted(*c)).count();
            if count == 0 {
                return None;
            }
            let clean: String = text.chars().filter(|c| !is_unwanted(*c)).collect();
            let characters = if count == 1 {
                "one character that is".to_owned()
            } else {
                format!("{count} characters that are")
            };
            let message = format!("{}: {characters} not seen", field.name());
            let fix = Fix::set(photo, field, clean, "Take them out", Certainty::Certain);
            Some(Problem::of_field(photo, field, message).with_fix(fix))
        })
        .collect()
}

/// Controls but for line breaks and tabs; embeddings, overrides and isolates of direction.
fn is_unwanted(c: char) -> bool {
    let is_layout = matches!(c, '\n' | '\r' | '\t');
    (c.is_control() && !is_layout)
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_obeyed_unseen_is_unwanted_and_what_scripts_need_is_not() {
        for c in [
            '\u{0}', '\u{7}', '\u{85}', '\u{202e}', '\u{2066}', '\u{feff}',
        ] {
            assert!(is_unwanted(c), "{c:?}");
        }
        for c in [
            '\n', '\t', 'a', 'é', '\u{200d}', '\u{200c}', '\u{200f}', ' ',
        ] {
            assert!(!is_unwanted(c), "{c:?}");
        }
    }
}

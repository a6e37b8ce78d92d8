//! `creator-all-caps`: a creator's name is in capitals.
//!
//! Why: it comes from a wire's header; in print a name is written as its owner writes it.
//! Source: IPTC Photo Metadata Standard, "Creator": the name of the person.
//!
//! Bad:  creator: ANA MARIC
//! Good: creator: Ana Maric
//! Fix:  offered, as capitals hide what is small (Ana van der Meer).

use crate::edit::Edit;
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::Photo;

pub(super) const RULE: Rule = Rule {
    code: "creator-all-caps",
    severity: Severity::Note,
    best_fix: Some(Certainty::Asked),
    page: include_str!("creator_all_caps.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let shouted = photo.creators.iter().enumerate();
    shouted
        .filter(|(_, name)| is_all_caps(name))
        .map(|(at, name)| {
            let calm = calm(name);
            let mut creators = photo.creators.clone();
            if let Some(creator) = creators.get_mut(at) {
                creator.clone_from(&calm);
            }
            let edits = vec![Edit::SetCreators {
                photo: photo.id,
                creators,
            }];
            Problem {
                message: format!("The creator {name} is in capitals"),
                field: None,
                spans: Vec::new(),
                complaint: name.clone(),
                severity: None,
                fixes: vec![Fix {
                    label: format!("Write {calm}"),
                    certainty: Certainty::Asked,
                    edits,
                }],
            }
        })
        .collect()
}

/// Two words or more, each with several letters, none of them small.
fn is_all_caps(name: &str) -> bool {
    let has_small = name.chars().any(char::is_lowercase);
    let long = name
        .split_whitespace()
        .filter(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1);
    !has_small && long.count() > 1
}

/// Each part of the name with its first letter large.
fn calm(name: &str) -> String {
    let mut starts = true;
    name.chars()
        .flat_map(|c| {
            let letter: Vec<char> = if starts {
                c.to_uppercase().collect()
            } else {
                c.to_lowercase().collect()
            };
            starts = !c.is_alphabetic();
            letter
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_become_small_but_for_the_first() {
        for (name, expected) in [
            ("ANA MARIC", "Ana Maric"),
            ("ODD-ARNE ÅS-HOLM", "Odd-Arne Ås-Holm"),
            ("SEÁN O’NEILL", "Seán O’Neill"),
        ] {
            assert!(is_all_caps(name), "{name}");
            assert_eq!(calm(name), expected);
        }
        for name in ["Ana Maric", "AFP", "J. P. Roe", "王伟", "AJ SISCO Jr."] {
            assert!(!is_all_caps(name), "{name}");
        }
    }
}

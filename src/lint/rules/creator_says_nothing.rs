//! `creator-says-nothing`: the creator is a word that names nobody.
//!
//! Why: STR, Handout or Uncredited in the creator field is printed as if it were a person.
//! Source: IPTC Photo Metadata Standard, "Creator": the person, or the organisation where the person
//! should not be named.
//!
//! Bad:  creator: STR
//! Good: no creator, and the agency as source
//! Fix:  offered: take it out.

use crate::edit::Edit;
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::Photo;

pub(super) const RULE: Rule = Rule {
    code: "creator-says-nothing",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Asked),
    page: include_str!("creator_says_nothing.rs"),
    check: Check::Photo(check),
};

/// Words that stand where a name belongs, in lower case.
const EMPTY: [&str; 34] = [
    "str",
    "stringer",
    "handout",
    "uncredited",
    "unknown",
    "unbekannt",
    "anonymous",
    "no credit",
    "none",
    "n/a",
    "na",
    "staff",
    "staff photographer",
    "photographer",
    "freelance",
    "freelancer",
    "pool",
    "pool photographer",
    "supplied",
    "submitted",
    "admin",
    "courtesy",
    "not specified",
    "n.n",
    "keine angabe",
    "ohne namen",
    "anonyme",
    "inconnu",
    "anónimo",
    "desconocido",
    "desconhecido",
    "sconosciuto",
    "onbekend",
    "неизвестен",
];
/// Behind an agency's name: `Reuters Photographer`.
const TITLES: [&str; 4] = [
    " photographer",
    " staff photographer",
    " stringer",
    " staff",
];

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let names = photo.creators.iter().enumerate();
    names
        .filter(|(_, name)| says_nothing(name))
        .map(|(at, name)| {
            let mut creators = photo.creators.clone();
            creators.remove(at);
            let edits = vec![Edit::SetCreators {
                photo: photo.id,
                creators,
            }];
            Problem {
                message: format!("The creator \"{name}\" names nobody"),
                field: None,
                spans: Vec::new(),
                complaint: name.clone(),
                severity: None,
                fixes: vec![Fix {
                    label: format!("Take out {name}"),
                    certainty: Certainty::Asked,
                    edits,
                }],
            }
        })
        .collect()
}

fn says_nothing(name: &str) -> bool {
    let name = name.trim().trim_end_matches('.').to_lowercase();
    let titled = TITLES.iter().find_map(|title| name.strip_suffix(title));
    // One word before the title is an agency; a person has two.
    EMPTY.contains(&name.as_str())
        || titled.is_some_and(|rest| !rest.is_empty() && !rest.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_name_nobody_are_told_from_names() {
        for name in [
            "STR",
            "Handout",
            "Uncredited",
            "Reuters Photographer",
            "N/A",
        ] {
            assert!(says_nothing(name), "{name}");
        }
        for name in [
            "Ana Maric",
            "Ana Maric Photographer",
            "Pool Holm",
            "Strand",
            "",
        ] {
            assert!(!says_nothing(name), "{name}");
        }
    }
}

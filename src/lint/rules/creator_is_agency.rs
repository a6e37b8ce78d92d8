//! `creator-is-agency`: the creator is an agency.
//!
//! Why: the agency gets listed as a person, and the photographer nowhere.
//! Source: IPTC Photo Metadata Standard, "Creator": the photographer, an organisation only where the
//! person should not be named.
//!
//! Bad:  creator: AFP
//! Good: no creator, and source: AFP
//! Fix:  offered: make it a source; some pictures are signed by their agency on purpose.

use crate::credit::read_credit;
use crate::edit::Edit;
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::Photo;

pub(super) const RULE: Rule = Rule {
    code: "creator-is-agency",
    severity: Severity::Note,
    best_fix: Some(Certainty::Asked),
    page: include_str!("creator_is_agency.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, house: &House) -> Vec<Problem> {
    let creators = photo.creators.iter().enumerate();
    creators
        .filter(|(_, name)| is_agency(name, house))
        .map(|(at, name)| {
            let mut creators = photo.creators.clone();
            creators.remove(at);
            let mut edits = vec![Edit::SetCreators {
                photo: photo.id,
                creators,
            }];
            let is_source = photo.sources.iter().any(|source| source.name == *name);
            if !is_source {
                let mut sources = photo.sources.clone();
                sources.extend(read_credit(name, &house.lexicon).sources);
                edits.push(Edit::SetSources {
                    photo: photo.id,
                    sources,
                });
            }
            Problem {
                message: format!("The creator {name} is an agency"),
                field: None,
                spans: Vec::new(),
                complaint: name.clone(),
                severity: None,
                fixes: vec![Fix {
                    label: format!("Make {name} a source"),
                    certainty: Certainty::Asked,
                    edits,
                }],
            }
        })
        .collect()
}

/// Whether a name is an agency's, letter by letter, and reads as nobody else's.
fn is_agency(name: &str, house: &House) -> bool {
    let is_known = house.lexicon.agency(name).is_some_and(|agency| {
        let mut spellings = agency.spellings.iter();
        spellings.any(|own| own == name || own.to_uppercase() == name)
    });
    is_known && {
        let reading = read_credit(name, &house.lexicon);
        reading.creators.is_empty() && reading.sources.len() == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_are_told_from_persons() {
        let house = House::default();
        for name in [
            "AFP",
            "Reuters",
            "REUTERS",
            "Getty Images",
            "picture alliance",
        ] {
            assert!(is_agency(name, &house), "{name}");
        }
        for name in [
            "Ana Maric",
            "Rex Holm",
            "reuter",
            "Ana Maric/AFP",
            "Torvik Herald",
            "",
        ] {
            assert!(!is_agency(name, &house), "{name}");
        }
    }
}

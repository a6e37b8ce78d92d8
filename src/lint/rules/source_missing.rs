//! `source-missing`: the credit line names an organisation that the source field does not.
//!
//! Why: who counts what an agency is owed reads the field; after an edit of the line it is easily forgotten.
//! Source: IPTC Photo Metadata Standard, "Source" and "Supplier"; ninjs 3.1, `infoSources`.
//!
//! Bad:  credit line: Ana Maric/Reuters · source: AP
//! Good: credit line: Ana Maric/Reuters · source: Reuters
//! Fix:  offered: the sources as the credit line names them, and what the field named besides. Fields
//!       never follow one another unseen. Sources that the line does not name are fine.

use crate::credit::{Confidence, says_all};
use crate::edit::Edit;
use crate::lint::{Certainty, Check, Fix, Problem, Rule, Severity, Subject};
use crate::model::{Source, TextField};

pub(super) const RULE: Rule = Rule {
    code: "source-missing",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Asked),
    page: include_str!("source_missing.rs"),
    check: Check::Read(check),
};

fn check(subject: &Subject<'_>) -> Vec<Problem> {
    let (photo, house) = (subject.photo, subject.house);
    let reading = subject.credit_line();
    if reading.confidence < Confidence::Certain || !reading.conflict.is_empty() {
        return Vec::new();
    }
    let is_named = |source: &Source| {
        let sources = photo.sources.iter().map(|known| &known.name);
        let mut others = sources
            .chain([&photo.copyright_holder])
            .chain(&photo.creators);
        others.any(|known| {
            let (known, name) = (known.to_lowercase(), source.name.to_lowercase());
            known.contains(&name) || says_all(&known, &name, &house.lexicon)
        })
    };
    let missing: Vec<&str> = reading
        .sources
        .iter()
        .filter(|source| !is_named(source))
        .map(|source| source.name.as_str())
        .collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let message = format!("The source field does not name {}", missing.join(", "));
    let mut problem = Problem::of_field(photo, TextField::CreditLine, message);
    let held = photo.sources.iter().map(|source| source.name.as_str());
    problem.complaint = format!(
        "{} · {}",
        held.collect::<Vec<_>>().join(", "),
        photo.credit_line
    );
    let edits = vec![Edit::SetSources {
        photo: photo.id,
        sources: reading.sources.clone(),
    }];
    let names = reading.sources.iter().map(|source| source.name.as_str());
    let names = names.collect::<Vec<_>>().join(", ");
    vec![problem.with_fix(Fix {
        label: format!("Set source to {names}"),
        certainty: Certainty::Asked,
        edits,
    })]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::House;
    use crate::model::Photo;
    use crate::model::{PhotoId, SourceRole};

    fn told(credit: &str, sources: &[&str]) -> Vec<String> {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        photo.credit_line = credit.to_owned();
        let sources = sources.iter().map(|name| Source {
            name: (*name).to_owned(),
            role: SourceRole::Provider,
        });
        photo.sources = sources.collect();
        let problems = check(&Subject::new(&photo, &House::default())).into_iter();
        problems.map(|problem| problem.message).collect()
    }

    #[test]
    fn an_organisation_that_only_the_line_names_is_told() {
        let reuters = ["The source field does not name Reuters"];
        assert_eq!(told("Ana Maric/Reuters", &["AP"]), reuters);
        assert_eq!(told("Ana Maric/Reuters", &[]), reuters);
        for (credit, sources) in [
            ("Ana Maric/Reuters", &["Reuters"][..]),
            ("AP Photo/Ana Maric", &["The Associated Press"]),
            ("Ana Maric/TT", &["TT Nyhetsbyrån", "Torvik Herald"]),
            ("Ana Maric", &["AP"]),
            ("Ana Maric", &[]),
            ("", &["AP"]),
            ("Courtesy photo", &[]),
        ] {
            assert_eq!(told(credit, sources), [""; 0], "{credit}");
        }
    }
}

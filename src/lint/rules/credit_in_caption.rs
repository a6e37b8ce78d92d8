//! `credit-in-caption`: the caption still carries a credit.
//!
//! Why: the reader gets it twice, or takes the photographer for the person pictured.
//! Source: IPTC Photo Metadata Standard: "Description" says what the picture shows, "Credit Line" whom
//! to credit.
//!
//! Bad:  Fishermen mend their nets. (AP Photo/Ana Maric)
//! Good: Fishermen mend their nets. · credit line: AP Photo/Ana Maric
//! Fix:  certain where the reading is and the credit line is empty or says the same; offered where the
//!       credit line says less. Where each names somebody whom the other does not, an editor decides.

use super::copyright_in_caption::notice;
use super::terms_in_caption::terms_moved;
use crate::credit::says_all;
use crate::edit::Edit;
use crate::lint::{Certainty, Check, Fix, Problem, Rule, Severity, Subject};
use crate::model::TextField;

pub(super) const RULE: Rule = Rule {
    code: "credit-in-caption",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Certain),
    page: include_str!("credit_in_caption.rs"),
    check: Check::Read(check),
};

fn check(subject: &Subject<'_>) -> Vec<Problem> {
    let (photo, house) = (subject.photo, subject.house);
    let Some(reading) = subject.caption() else {
        return Vec::new();
    };
    let printed = reading.credit_as_printed();
    // A sign with a year is a copyright notice, whatever names follow it.
    let mut credits = reading.credits.iter();
    let is_notice = credits.all(|credit| notice(credit.span.of(&photo.caption)).is_some());
    if is_notice || printed.is_empty() {
        return Vec::new();
    }
    let mut problem = Problem::of_field(
        photo,
        TextField::Caption,
        format!("The caption carries a credit: {printed}"),
    );
    problem.spans = reading.credits.iter().map(|credit| credit.span).collect();
    let caption = reading.caption();
    if caption.is_empty() {
        problem.message = "The caption is nothing but a credit".to_owned();
    }
    let certainty = if caption.is_empty() {
        Certainty::Asked
    } else {
        reading.confidence.into()
    };
    let terms = terms_moved(photo, reading);
    if photo.credit_line.trim().is_empty() {
        let mut fix = Fix::set(
            photo,
            TextField::Caption,
            caption,
            "Move it to the credit line",
            certainty,
        );
        fix.edits.push(Edit::SetText {
            photo: photo.id,
            field: TextField::CreditLine,
            text: printed,
        });
        if photo.creators.is_empty() && photo.sources.is_empty() {
            let creators = reading
                .creators
                .iter()
                .map(|name| (*name).to_owned())
                .collect();
            fix.edits.push(Edit::SetCreators {
                photo: photo.id,
                creators,
            });
            fix.edits.push(Edit::SetSources {
                photo: photo.id,
                sources: reading.sources.clone(),
            });
        }
        fix.edits.extend(terms);
        return vec![problem.with_fix(fix)];
    }
    if says_all(&photo.credit_line, &printed, &house.lexicon) {
        let label = "Cut it from the caption";
        let mut fix = Fix::set(photo, TextField::Caption, caption, label, certainty);
        fix.edits.extend(terms);
        return vec![problem.with_fix(fix)];
    }
    if !says_all(&printed, &photo.credit_line, &house.lexicon) {
        // Two credits: cutting either would lose whom it names.
        return vec![problem];
    }
    let label = "Make it the credit line";
    let mut fix = Fix::set(photo, TextField::Caption, caption, label, Certainty::Asked);
    fix.edits.push(Edit::SetText {
        photo: photo.id,
        field: TextField::CreditLine,
        text: printed,
    });
    if photo.creators.is_empty() {
        let creators = reading.creators.iter().map(|name| (*name).to_owned());
        fix.edits.push(Edit::SetCreators {
            photo: photo.id,
            creators: creators.collect(),
        });
    }
    fix.edits.extend(terms);
    vec![problem.with_fix(fix)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::House;
    use crate::model::{Article, Photo, PhotoId};

    #[test]
    fn a_credit_that_names_somebody_is_never_cut_without_a_trace() {
        for (line, expected) in [
            ("AP Photo/Ana Maric", Some("AP Photo/Ana Maric")),
            ("AP Photo", Some("(AP Photo/Ana Maric)")),
            ("Bo Roe/Reuters", None),
        ] {
            let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
            photo.caption = "Fishermen mend nets. (AP Photo/Ana Maric)".to_owned();
            photo.credit_line = line.to_owned();
            let fixes = check(&Subject::new(&photo, &House::default()))
                .remove(0)
                .fixes;
            let left = fixes.first().map(|fix| {
                let mut article = Article {
                    photos: vec![photo.clone()],
                    ..Article::default()
                };
                for edit in fix.edits.clone() {
                    edit.apply(&mut article).unwrap();
                }
                article.photos.remove(0)
            });
            let left = left.as_ref().map(|photo| photo.credit_line.as_str());
            assert_eq!(left, expected, "{line}");
        }
    }

    #[test]
    fn terms_that_go_with_the_credit_are_kept() {
        for line in ["", "AP Photo/Ana Maric"] {
            let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
            photo.caption = "Fishermen mend nets. (AP Photo/Ana Maric) NO SALES".to_owned();
            photo.credit_line = line.to_owned();
            let fix = check(&Subject::new(&photo, &House::default()))
                .remove(0)
                .fixes
                .remove(0);
            let mut article = Article {
                photos: vec![photo],
                ..Article::default()
            };
            for edit in fix.edits {
                edit.apply(&mut article).unwrap();
            }
            let photo = &article.photos[0];
            assert_eq!(photo.caption, "Fishermen mend nets.");
            assert!(photo.credit_line.contains("AP Photo/Ana Maric"));
            assert_eq!(photo.usage_terms, "NO SALES");
        }
    }
}

//! `terms-in-caption`: the caption carries terms of use.
//!
//! Why: terms are for who prints the picture; in the caption the reader gets them, and the desk does not.
//! Source: IPTC Photo Metadata Standard, "Rights Usage Terms"; agencies' own words, `assets/lexicon/usage.toml`.
//!
//! Bad:  Fishermen mend their nets. NO SALES
//! Good: Fishermen mend their nets. · usage terms: NO SALES
//! Fix:  certain where they stand apart at the beginning or end, in brackets, in capitals or as a sentence of
//!       their own; else offered. They go to the usage terms, behind what those say already.

use super::copyright_in_caption::notice;
use crate::credit::advisory::is_advisory;
use crate::credit::{PartKind, Reading};
use crate::edit::Edit;
use crate::lint::cutting;
use crate::lint::{Certainty, Check, Fix, Problem, Rule, Severity, Subject};
use crate::model::{Photo, Span, TextField};

pub(super) const RULE: Rule = Rule {
    code: "terms-in-caption",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Certain),
    page: include_str!("terms_in_caption.rs"),
    check: Check::Read(check),
};

fn check(subject: &Subject<'_>) -> Vec<Problem> {
    let photo = subject.photo;
    let text = &photo.caption;
    let Some(reading) = subject.caption() else {
        return Vec::new();
    };
    // What belongs to a copyright notice goes where the notice goes.
    let notice = notice(text);
    let is_free = |span: &Span| {
        let is_beside =
            notice.is_none_or(|notice| span.end <= notice.start || notice.end <= span.start);
        is_beside && !goes_on(text, *span)
    };
    let spans: Vec<Span> = reading
        .parts
        .iter()
        .filter(|part| part.kind == PartKind::Usage)
        .map(|part| part.span)
        // The wire's word to the desk is another rule's.
        .filter(|span| is_free(span) && !is_advisory(span.of(text)))
        .collect();
    if spans.is_empty() {
        return Vec::new();
    }
    let terms: Vec<&str> = spans.iter().map(|span| span.of(text).trim()).collect();
    let terms = terms.join(" ");
    let message = format!("The caption carries terms of use: {terms}");
    let mut problem = Problem::of_field(photo, TextField::Caption, message);
    let rest = cutting::without(text, &spans);
    // What a colon joins to them is said with them: MANDATORY CREDIT: Torvik Museum.
    let leads_on = spans.iter().any(|span| {
        let behind = text.get(span.end..).unwrap_or_default();
        behind.trim_start().starts_with([':', '='])
    });
    let certainty = if is_apart(reading, &spans) && !rest.is_empty() {
        Certainty::Certain
    } else {
        Certainty::Asked
    };
    problem.spans = spans;
    if leads_on {
        return vec![problem];
    }
    let mut fix = Fix::set(
        photo,
        TextField::Caption,
        rest,
        "Move them to the usage terms",
        certainty,
    );
    fix.edits
        .extend(moved(photo, TextField::UsageTerms, &terms));
    vec![problem.with_fix(fix)]
}

/// The edits that keep the terms and the wire's words of a text whose credit alone goes on: behind
/// those that the photo has.
pub(super) fn terms_moved(photo: &Photo, reading: &Reading<'_>) -> Vec<Edit> {
    let terms = moved(photo, TextField::UsageTerms, &reading.usage_terms());
    let advisory = moved(photo, TextField::Instructions, &reading.instructions());
    terms.into_iter().chain(advisory).collect()
}

/// The edit that puts something behind what a field says; None where there is nothing new.
pub(super) fn moved(photo: &Photo, field: TextField, more: &str) -> Option<Edit> {
    let said = photo.text(field);
    let text = cutting::with(said, more);
    (!more.is_empty() && text != said).then(|| Edit::SetText {
        photo: photo.id,
        field,
        text,
    })
}

/// Whether the sentence goes on behind words that are not in capitals: "Mandatory credit checks are
/// discussed" is prose.
fn goes_on(text: &str, span: Span) -> bool {
    let behind = text.get(span.end..).unwrap_or_default();
    let is_loud = !span.of(text).chars().any(char::is_lowercase);
    !is_loud && behind.trim_start().starts_with(char::is_lowercase)
}

/// Whether nobody would take the terms for words of the caption.
fn is_apart(reading: &Reading<'_>, spans: &[Span]) -> bool {
    let captions = reading
        .parts
        .iter()
        .filter(|part| part.kind == PartKind::Caption);
    let is_edge = captions.count() == 1;
    let stands_apart = |span: &Span| {
        let terms = span.of(reading.raw);
        let before = reading.raw.get(..span.start).unwrap_or_default().trim_end();
        let is_sentence =
            before.is_empty() || before.ends_with(['.', '!', '?', ')', ']', '"', '”']);
        let is_loud = !terms.chars().any(char::is_lowercase);
        is_sentence || is_loud || terms.starts_with(['(', '['])
    };
    is_edge && spans.iter().all(stands_apart)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::House;
    use crate::model::{Article, PhotoId};

    fn fixed(caption: &str) -> Option<(String, String, Certainty)> {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        photo.caption = caption.to_owned();
        photo.usage_terms = "Editorial use only.".to_owned();
        let fix = check(&Subject::new(&photo, &House::default()))
            .pop()?
            .fixes
            .pop()?;
        let mut article = Article {
            photos: vec![photo],
            ..Article::default()
        };
        for edit in fix.edits {
            edit.apply(&mut article).unwrap();
        }
        let photo = article.photos.remove(0);
        assert!(
            check(&Subject::new(&photo, &House::default())).is_empty(),
            "{caption}"
        );
        Some((photo.caption, photo.usage_terms, fix.certainty))
    }

    #[test]
    fn terms_go_where_they_belong_and_none_is_lost() {
        let nets = "Fishermen mend nets in Torvik.";
        for (caption, left, terms) in [
            ("Fishermen mend nets in Torvik. NO SALES", nets, "NO SALES"),
            (
                "Fishermen mend nets in Torvik. NO SALES. NO ARCHIVES.",
                nets,
                "NO SALES. NO ARCHIVES.",
            ),
            (
                "NO RESALE Fishermen mend nets in Torvik.",
                nets,
                "NO RESALE",
            ),
            (
                "Fischer flicken Netze in Torvik. Nachdruck verboten.",
                "Fischer flicken Netze in Torvik.",
                "Nachdruck verboten.",
            ),
            (
                "Des pêcheurs à Torvik. Tous droits réservés.",
                "Des pêcheurs à Torvik.",
                "Tous droits réservés.",
            ),
        ] {
            let (caption, usage, certainty) = fixed(caption).expect(caption);
            assert_eq!((caption.as_str(), certainty), (left, Certainty::Certain));
            assert_eq!(usage, format!("Editorial use only. {terms}"));
        }
    }

    #[test]
    fn words_of_prose_are_no_terms() {
        for caption in [
            "",
            "The gallery offers pictures that are free to use for schools in Torvik.",
            "There are no sales of fish in Torvik on Sunday.",
            "A mandatory credit course is taught in Torvik.",
            "Mandatory credit checks are discussed in Torvik.",
            "All rights reserved seats were sold in Torvik.",
            "The archives of the town hold no archives of the port.",
            "Das Bild hängt lizenzfrei im Museum in Torvik.",
        ] {
            assert_eq!(fixed(caption), None, "{caption}");
        }
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        photo.caption = "Nets in Torvik. MANDATORY CREDIT: Harbour Office".to_owned();
        let problems = check(&Subject::new(&photo, &House::default()));
        assert_eq!((problems.len(), problems[0].fixes.len()), (1, 0));
    }
}

//! `wire-advisory`: caption or credit still carry the wire's word to its clients.
//!
//! Why: a picture that was killed or is embargoed must not be printed; a correction is not for readers.
//! Source: IPTC NewsML-G2, "pubStatus" and "edNote"; agencies' advisories (KILL, EMBARGO, CORRECTS).
//!
//! Bad:  CORRECTS NAME - Mayor Ilka Brandt opens the bridge.
//! Good: Mayor Ilka Brandt opens the bridge. · instructions: CORRECTS NAME
//! Fix:  certain where it stands apart, behind a credit or in a sentence of its own: it goes to the
//!       instructions. KILL and EMBARGO are errors wherever the photo shows them, in the instructions
//!       too: an editor must act on them, and Export asks first. The others are warnings. Only a word in
//!       capitals that begins the text, a sentence or a bracket is one; in usage terms and instructions any.
//!       A picture that its metadata calls canceled, withheld or embargoed is an error too, and an article
//!       of which its metadata says so at its first photo.

use super::terms_in_caption::moved;
use crate::credit::advisory::{CHANGE, LEADING, begins_with_stop, is_advisory, may_be_said};
use crate::credit::{PartKind, read, read_credit};
use crate::lint::cutting;
use crate::lint::index::stop_of;
use crate::lint::{Certainty, Check, Fix, House, Index, Problem, Rule, Severity};
use crate::model::{Photo, Span, TextField};

pub(super) const RULE: Rule = Rule {
    code: "wire-advisory",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Certain),
    page: include_str!("wire_advisory.rs"),
    check: Check::Indexed(check),
};

/// The fields in which a photo shows it.
const FIELDS: [TextField; 5] = [
    TextField::Headline,
    TextField::Caption,
    TextField::CreditLine,
    TextField::UsageTerms,
    TextField::Instructions,
];

fn check(photo: &Photo, index: &Index, house: &House) -> Vec<Problem> {
    let by_status = stops_by_status(photo, index);
    let in_fields = FIELDS.into_iter().filter_map(|field| {
        let text = photo.text(field);
        if !text.contains(char::is_uppercase) {
            return None;
        }
        // What is printed says it in capitals alone.
        if !is_for_the_desk(field) && !may_be_said(text) {
            return None;
        }
        let read_apart = read_apart(text, field, house);
        let (span, severity) = worst(&read_apart, text).or_else(|| advisory(text, field))?;
        // Instructions are their place: there only what stops a picture is a problem.
        if is_for_the_desk(field) && severity < Severity::Error {
            return None;
        }
        let word = span.of(text);
        let message = match severity {
            Severity::Error => {
                format!("The wire says {word}: do not print before you know why")
            }
            Severity::Warning | Severity::Note => {
                format!("The wire says {word} to its clients")
            }
        };
        let mut problem = Problem::of_field(photo, field, message).at(severity);
        problem.spans = vec![span];
        if read_apart.is_empty() {
            return Some(problem);
        }
        Some(problem.with_fix(moved_out(photo, field, &read_apart)))
    });
    by_status.into_iter().chain(in_fields).collect()
}

/// What the wire says of a picture, and of its whole article, outside its texts; once where it says the same
/// of both.
fn stops_by_status(photo: &Photo, index: &Index) -> Vec<Problem> {
    let of_picture = stop_of(&photo.rest);
    let of_article = index.stop_told_by(photo.id).map(str::to_owned);
    let of_article = of_article.filter(|stop| of_picture.as_ref() != Some(stop));
    let told = |(what, stop): (&str, Option<String>)| {
        let stop = stop?;
        Some(Problem {
            message: format!("The wire says that this {what} is {stop}"),
            complaint: stop,
            field: None,
            spans: Vec::new(),
            severity: Some(Severity::Error),
            fixes: Vec::new(),
        })
    };
    let said = [("picture", of_picture), ("article", of_article)];
    said.into_iter().filter_map(told).collect()
}

/// Whether a field is read by those who print the picture alone.
fn is_for_the_desk(field: TextField) -> bool {
    matches!(field, TextField::Instructions | TextField::UsageTerms)
}

/// The stretches of a caption or credit line that are an advisory and nothing else.
fn read_apart(text: &str, field: TextField, house: &House) -> Vec<Span> {
    let reading = if field == TextField::Caption {
        read(text, &house.lexicon)
    } else if field == TextField::CreditLine {
        read_credit(text, &house.lexicon)
    } else {
        return Vec::new();
    };
    let parts = reading.parts.iter();
    let terms = parts.filter(|part| part.kind == PartKind::Usage);
    terms
        .map(|part| part.span)
        .filter(|span| is_advisory(span.of(text)))
        .collect()
}

/// The worst word of these stretches.
fn worst(spans: &[Span], text: &str) -> Option<(Span, Severity)> {
    let all = spans.iter().filter_map(|span| {
        let (word, severity) = advisory(span.of(text), TextField::Instructions)?;
        let start = span.start;
        Some((Span::new(start + word.start, start + word.end), severity))
    });
    all.reduce(|worst, other| if other.1 > worst.1 { other } else { worst })
}

/// The fix that takes them to the instructions.
fn moved_out(photo: &Photo, field: TextField, spans: &[Span]) -> Fix {
    let text = photo.text(field);
    let said: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    let rest = cutting::without(text, spans);
    let rest = rest
        .trim_start_matches([' ', '-', '–', '—', '|', '/', ':'])
        .trim_end_matches([' ', '-', '–', '—', '|', '/', ',']);
    let label = "Move it to the instructions";
    let mut fix = Fix::set(photo, field, rest, label, Certainty::Certain);
    let instructions = moved(photo, TextField::Instructions, &said.join(" "));
    fix.edits.extend(instructions);
    fix
}

/// The worst advisory in capitals. In a caption it stands apart, and not all of the text is in
/// capitals; instructions say nothing else.
fn advisory(text: &str, field: TextField) -> Option<(Span, Severity)> {
    let is_printed = !is_for_the_desk(field);
    let is_loud = !text.chars().any(char::is_lowercase) && text.split_whitespace().count() > 6;
    if is_printed && is_loud && !begins_with_stop(text) {
        return None;
    }
    let mut found = None;
    let mut at = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let end = at + word.len();
        let before = text.get(..at).unwrap_or_default();
        // To the desk the wire speaks in small letters, too: "Eds: please kill this picture".
        let said = || {
            let rest = text.get(at..).unwrap_or_default().split_whitespace();
            rest.take(3).collect::<Vec<_>>().join(" ").to_uppercase()
        };
        let is_said_quietly =
            !is_printed && !word.is_empty() && begins_with_stop(&said()) && !is_denied(before);
        let is_stop = || begins_with_stop(text.get(at..).unwrap_or_default());
        let severity = if is_said_quietly || (!word.is_empty() && is_stop()) {
            Some(Severity::Error)
        } else if CHANGE.contains(&word) {
            Some(Severity::Warning)
        } else {
            None
        };
        if let Some(severity) = severity.filter(|_| !is_printed || is_apart(before)) {
            let is_worse = found.is_none_or(|(_, known)| severity > known);
            if is_worse {
                found = Some((Span::new(at, end), severity));
            }
        }
        let next = text.get(end..).and_then(|rest| rest.chars().next());
        at = end + next.map_or(0, char::len_utf8);
    }
    found
}

/// Whether the word before says that there is none: "No embargo".
fn is_denied(before: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or_default();
    word.eq_ignore_ascii_case("no")
}

/// Whether what follows is said by the wire: a banner's words stand in their sentence or in quotation
/// marks.
fn is_apart(before: &str) -> bool {
    let before = before.trim_end();
    let before = LEADING
        .iter()
        .find_map(|word| before.strip_suffix(word))
        .unwrap_or(before);
    let before = before.trim_end_matches([' ', '*', '+']);
    before.is_empty()
        || before.ends_with(['.', '!', '?', ':', ';', '(', '[', '-', '–', '—', '/', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, PhotoId};

    /// The fields of a photo after all certain fixes, and whether an error is left.
    fn fixed(caption: &str, credit_line: &str) -> (String, String, String, bool) {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        photo.caption = caption.to_owned();
        photo.credit_line = credit_line.to_owned();
        let mut article = Article {
            photos: vec![photo],
            ..Article::default()
        };
        let problems = check(&article.photos[0], &Index::default(), &House::default());
        for fix in problems.into_iter().flat_map(|problem| problem.fixes) {
            assert_eq!(fix.certainty, Certainty::Certain);
            for edit in fix.edits {
                edit.apply(&mut article).unwrap();
            }
        }
        let photo = article.photos.remove(0);
        let left = check(&photo, &Index::default(), &House::default());
        let stops = left
            .iter()
            .any(|problem| problem.severity == Some(Severity::Error));
        (photo.caption, photo.credit_line, photo.instructions, stops)
    }

    #[test]
    fn it_goes_to_the_instructions_and_still_stops_the_picture() {
        let nets = "Fishermen mend nets in Torvik.";
        let line = "AP Photo/Ana Maric";
        for (caption, credit_line, expected) in [
            (
                "Fishermen mend nets in Torvik. EMBARGOED UNTIL 6 PM",
                line,
                (nets, line, "EMBARGOED UNTIL 6 PM"),
            ),
            (
                "Fishermen mend nets in Torvik.\nPHOTO KILL",
                line,
                (nets, line, "PHOTO KILL"),
            ),
            (
                "EMBARGOED UNTIL MONDAY. Fishermen mend nets in Torvik.",
                line,
                (nets, line, "EMBARGOED UNTIL MONDAY."),
            ),
            (
                "NOT FOR RELEASE BEFORE 6 PM - Fishermen mend nets in Torvik.",
                line,
                (nets, line, "NOT FOR RELEASE BEFORE 6 PM"),
            ),
            (
                nets,
                "AP Photo/Ana Maric EMBARGOED UNTIL 6 PM",
                (nets, line, "EMBARGOED UNTIL 6 PM"),
            ),
            (nets, "AP Photo/Ana Maric - KILL", (nets, line, "KILL")),
            (
                "Fishermen mend nets in Torvik. (AP Photo/Ana Maric) EMBARGO: Monday 6 pm",
                "",
                (
                    "Fishermen mend nets in Torvik. (AP Photo/Ana Maric)",
                    "",
                    "EMBARGO: Monday 6 pm",
                ),
            ),
        ] {
            let (left, credit, instructions, stops) = fixed(caption, credit_line);
            let found = (&*left, &*credit, &*instructions);
            assert_eq!(found, expected, "{caption} · {credit_line}");
            assert!(stops, "{caption} · {credit_line}");
        }
    }

    #[test]
    fn a_picture_that_was_withdrawn_by_its_metadata_is_stopped() {
        for (name, value, expected) in [
            ("pubStatus", "canceled", Some("canceled")),
            ("pubStatus", "stat:withheld", Some("stat:withheld")),
            ("pubStatus", "usable", None),
            (
                "embargoedUntil",
                "2026-11-20T10:00:00Z",
                Some("embargoed until 2026-11-20T10:00:00Z"),
            ),
        ] {
            let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
            photo.rest.insert(name.to_owned(), value.into());
            let problems = check(&photo, &Index::default(), &House::default());
            let said = problems.first().map(|problem| problem.complaint.as_str());
            assert_eq!(said, expected, "{name} {value}");
        }
    }

    #[test]
    fn an_article_that_was_withdrawn_is_told_once() {
        for (name, value, expected) in [
            ("pubStatus", "canceled", Some("canceled")),
            (
                "embargoedUntil",
                "2026-11-21",
                Some("embargoed until 2026-11-21"),
            ),
            // It was free when it was made.
            ("embargoedUntil", "2026-11-20T08:00:00Z", None),
            ("embargoedUntil", "2026-11-20", None),
            // It is free later on that day.
            (
                "embargoedUntil",
                "2026-11-20T19:00:00+01:00",
                Some("embargoed until 2026-11-20T19:00:00+01:00"),
            ),
        ] {
            let mut article = Article {
                created: crate::model::Moment::parse("2026-11-20T09:00:00Z"),
                photos: vec![
                    Photo::new(PhotoId(1), "photo-1", "urn:x:1"),
                    Photo::new(PhotoId(2), "photo-2", "urn:x:2"),
                ],
                ..Article::default()
            };
            article.rest.insert(name.to_owned(), value.into());
            let index = Index::of(&article, None);
            let told: Vec<_> = article
                .photos
                .iter()
                .flat_map(|photo| check(photo, &index, &House::default()))
                .map(|problem| problem.complaint)
                .collect();
            assert_eq!(
                told,
                expected.into_iter().collect::<Vec<_>>(),
                "{name} {value}"
            );
        }
    }

    #[test]
    fn a_picture_and_its_article_may_be_stopped_each() {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        let until = "2026-11-20T10:00:00Z";
        photo.rest.insert("embargoedUntil".to_owned(), until.into());
        let mut article = Article {
            photos: vec![photo],
            ..Article::default()
        };
        let canceled = serde_json::Value::from("canceled");
        article.rest.insert("pubStatus".to_owned(), canceled);
        let index = Index::of(&article, None);
        let problems = check(&article.photos[0], &index, &House::default());
        let said: Vec<_> = problems.iter().map(|problem| &*problem.message).collect();
        assert_eq!(
            said,
            [
                "The wire says that this picture is embargoed until 2026-11-20T10:00:00Z",
                "The wire says that this article is canceled",
            ]
        );
    }

    #[test]
    fn every_field_that_shows_it_is_looked_at() {
        for field in FIELDS {
            let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
            "EMBARGOED until Monday".clone_into(photo.text_mut(field));
            let problems = check(&photo, &Index::default(), &House::default());
            let severities: Vec<_> = problems.iter().map(|problem| problem.severity).collect();
            assert_eq!(severities, [Some(Severity::Error)], "{field:?}");
        }
    }

    #[test]
    fn instructions_are_for_the_desk_alone() {
        for text in [
            "Please KILL this photo",
            "Eds: please kill this picture",
            "Embargoed until Monday 0001 GMT",
            "Hold for release until Monday.",
            "Not for publication before 6 pm",
            "EMBARGOED FOR PUBLICATION IN NEWSPAPERS UNTIL 24 HOURS AFTER CREATE DATE AND TIME",
        ] {
            let found = advisory(text, TextField::Instructions);
            assert_eq!(found.map(|(_, severity)| severity), Some(Severity::Error));
        }
    }

    #[test]
    fn that_nothing_is_embargoed_stops_nothing() {
        for text in ["No embargo", "Free for use, no embargo."] {
            assert_eq!(advisory(text, TextField::Instructions), None, "{text}");
        }
    }

    #[test]
    fn the_worst_advisory_is_told() {
        for (text, word, severity) in [
            (
                "CORRECTS NAME - Mayor Brandt opens it.",
                "CORRECTS",
                Severity::Warning,
            ),
            (
                "EMBARGOED until Monday: a bridge.",
                "EMBARGOED",
                Severity::Error,
            ),
            (
                "ADDS NAME; MANDATORY KILL of photo 7.",
                "KILL",
                Severity::Error,
            ),
            (
                "Mayor Brandt opens it. (CORRECTION: the bridge is 90 meters long)",
                "CORRECTION",
                Severity::Warning,
            ),
            ("** EMBARGO ** A bridge.", "EMBARGO", Severity::Error),
            ("** PHOTO KILL ** A bridge.", "KILL", Severity::Error),
        ] {
            let (span, found) = advisory(text, TextField::Caption).expect(text);
            assert_eq!((span.of(text), found), (word, severity));
        }
        for text in [
            "",
            "A sign says Kill the lights.",
            "He adds a net.",
            "A banner reads KILL THE BILL in Torvik.",
            "A banner in Torvik reads “KILL THE BILL”.",
            "Supporters hold up END THE EMBARGO signs.",
            "The band KILL THE LIGHTS plays.",
        ] {
            assert_eq!(advisory(text, TextField::Caption), None, "{text}");
        }
    }
}

//! `wire-advisory`: the caption still carries the wire's word to its clients.
//!
//! Why: a picture that was killed or is embargoed must not be printed; a correction is not for readers.
//! Source: IPTC NewsML-G2, "pubStatus" and "edNote"; agencies' advisories (KILL, EMBARGO, CORRECTS).
//!
//! Bad:  CORRECTS NAME - Mayor Ilka Brandt opens the bridge.
//! Good: Mayor Ilka Brandt opens the bridge. · instructions: CORRECTS NAME
//! Fix:  none; an editor must act on it. KILL and EMBARGO are errors, and Export asks first; the others
//!       are warnings. Only a word in capitals that begins the text, a sentence or a bracket is one.

use crate::lint::{Check, House, Problem, Rule, Severity};
use crate::model::{Photo, Span, TextField};

pub(super) const RULE: Rule = Rule {
    code: "wire-advisory",
    severity: Severity::Warning,
    best_fix: None,
    page: include_str!("wire_advisory.rs"),
    check: Check::Photo(check),
};

/// Must not be printed.
const STOP: [&str; 5] = ["KILL", "EMBARGO", "EMBARGOED", "WITHHOLD", "WITHDRAWN"];
/// Changes something that was sent before.
const CHANGE: [&str; 8] = [
    "CORRECTS",
    "CORRECTION",
    "CORRECTING",
    "ADDS",
    "ADDITION",
    "RETRANSMISSION",
    "RECROP",
    "ADVISORY",
];

/// What may stand before it: PHOTO KILL, MANDATORY KILL.
const LEADING: [&str; 4] = ["PHOTO", "PICTURE", "MANDATORY", "EDITORS"];

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let fields = [TextField::Caption, TextField::Instructions];
    fields
        .into_iter()
        .filter_map(|field| {
            let text = photo.text(field);
            let (span, severity) = advisory(text, field)?;
            // Instructions are their place: there only what stops a picture is a problem.
            if field == TextField::Instructions && severity < Severity::Error {
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
            Some(problem)
        })
        .collect()
}

/// The worst advisory in capitals. In a caption it stands apart, and not all of the text is in
/// capitals; instructions say nothing else.
fn advisory(text: &str, field: TextField) -> Option<(Span, Severity)> {
    let is_printed = field != TextField::Instructions;
    let is_loud = !text.chars().any(char::is_lowercase) && text.split_whitespace().count() > 6;
    if is_printed && is_loud && !STOP.iter().any(|word| text.starts_with(word)) {
        return None;
    }
    let mut found = None;
    let mut at = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let end = at + word.len();
        let severity = if STOP.contains(&word) {
            Some(Severity::Error)
        } else if CHANGE.contains(&word) {
            Some(Severity::Warning)
        } else {
            None
        };
        let before = text.get(..at).unwrap_or_default();
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

    #[test]
    fn instructions_are_for_the_desk_alone() {
        for text in [
            "Please KILL this photo",
            "EMBARGOED FOR PUBLICATION IN NEWSPAPERS UNTIL 24 HOURS AFTER CREATE DATE AND TIME",
        ] {
            let found = advisory(text, TextField::Instructions);
            assert_eq!(found.map(|(_, severity)| severity), Some(Severity::Error));
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

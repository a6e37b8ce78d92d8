//! `boilerplate`: words that were to be replaced are still there.
//!
//! Why: a template's words get printed as they are.
//! Source: The trade's own marks for what is to come: TK, XXX, "name to come".
//!
//! Bad:  Mayor NAME TO COME opens the bridge.
//! Good: Mayor Ilka Brandt opens the bridge.
//! Fix:  none; only an editor knows the words.

use crate::lint::{Check, House, Problem, Rule, Severity};
use crate::model::{Photo, Span, TextField};

pub(super) const RULE: Rule = Rule {
    code: "boilerplate",
    severity: Severity::Warning,
    page: include_str!("boilerplate.rs"),
    check: Check::Photo(check),
};

/// The fields that are printed.
const FIELDS: [TextField; 3] = [
    TextField::Caption,
    TextField::CreditLine,
    TextField::AltText,
];
/// Phrases, in lower case.
const PHRASES: [&str; 12] = [
    "name to come",
    "names to come",
    "caption to come",
    "credit to come",
    "caption here",
    "add caption",
    "enter caption",
    "insert caption",
    "add a caption",
    "lorem ipsum",
    "placeholder",
    "description here",
];

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    FIELDS
        .into_iter()
        .filter_map(|field| {
            let text = photo.text(field);
            let span = phrase(text).or_else(|| mark(text))?;
            let message = format!("{}: \"{}\" is still there", field.name(), span.of(text));
            let mut problem = Problem::of_field(photo, field, message);
            problem.spans = vec![span];
            Some(problem)
        })
        .collect()
}

fn phrase(text: &str) -> Option<Span> {
    let lower = text.to_ascii_lowercase();
    let found = PHRASES
        .iter()
        .filter_map(|phrase| Some((lower.find(phrase)?, phrase.len())));
    let (start, length) = found.min()?;
    Some(Span::new(start, start + length))
}

/// `TK`, `TKTK`, `XXX` as a word of its own.
fn mark(text: &str) -> Option<Span> {
    let mut at = 0;
    for piece in text.split(|c: char| !c.is_alphanumeric()) {
        let is_to_come = !piece.is_empty() && piece.len().is_multiple_of(2) && {
            let pairs = piece.as_bytes().chunks_exact(2);
            piece.is_ascii() && pairs.into_iter().all(|pair| pair == b"TK")
        };
        let is_crossed =
            piece.len() >= 3 && piece.bytes().all(|byte| byte.eq_ignore_ascii_case(&b'x'));
        if is_to_come || is_crossed {
            return Some(Span::new(at, at + piece.len()));
        }
        let next = text
            .get(at + piece.len()..)
            .and_then(|rest| rest.chars().next());
        at += piece.len() + next.map_or(0, char::len_utf8);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_come_is_found() {
        for (text, found) in [
            ("Mayor NAME TO COME opens the bridge.", "NAME TO COME"),
            ("Mayor TK opens the bridge.", "TK"),
            ("Å TKTK", "TKTK"),
            ("xxx", "xxx"),
            ("Lorem ipsum dolor", "Lorem ipsum"),
        ] {
            let span = phrase(text).or_else(|| mark(text)).expect(text);
            assert_eq!(span.of(text), found, "{text}");
        }
        for text in [
            "",
            "The TKP party",
            "Super Bowl XX",
            "tk",
            "A name is to come",
        ] {
            assert_eq!(phrase(text).or_else(|| mark(text)), None, "{text}");
        }
    }
}

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
    best_fix: None,
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
const PHRASES: [&str; 26] = [
    "name to come",
    "names to come",
    "name tk",
    "caption to come",
    "caption tk",
    "credit to come",
    "credit tk",
    "caption here",
    "add caption",
    "enter caption",
    "insert caption",
    "add a caption",
    "lorem ipsum",
    "placeholder image",
    "placeholder photo",
    "placeholder text",
    "placeholder caption",
    "image placeholder",
    "description here",
    "name folgt",
    "bildunterschrift folgt",
    "bildtext folgt",
    "légende à venir",
    "nom à venir",
    "pie de foto pendiente",
    "bijschrift volgt",
];
/// All of a text.
const WHOLE: [&str; 4] = ["placeholder", "platzhalter", "caption", "untitled"];

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
    // Letters that grow in lower case would move what stands behind them.
    let lower = text.to_lowercase();
    let lower = if lower.len() == text.len() {
        lower
    } else {
        text.to_ascii_lowercase()
    };
    let found = PHRASES
        .iter()
        .filter_map(|phrase| Some((lower.find(phrase)?, phrase.len())));
    if let Some((start, length)) = found.min() {
        return Some(Span::new(start, start + length));
    }
    let is_whole = WHOLE.contains(&lower.trim().trim_end_matches('.'));
    is_whole.then(|| Span::new(0, text.len()))
}

/// `TK`, `TKTK`, `XXX` as a word of its own.
fn mark(text: &str) -> Option<Span> {
    let mut at = 0;
    for piece in text.split(|c: char| !c.is_alphanumeric()) {
        let end = at + piece.len();
        let is_to_come = !piece.is_empty() && piece.len().is_multiple_of(2) && {
            let pairs = piece.as_bytes().chunks_exact(2);
            piece.is_ascii() && pairs.into_iter().all(|pair| pair == b"TK")
        };
        let is_crossed =
            piece.len() >= 3 && piece.bytes().all(|byte| byte.eq_ignore_ascii_case(&b'x'));
        let (before, after) = (
            text.get(..at).unwrap_or_default(),
            text.get(end..).unwrap_or_default(),
        );
        // TK Maxx is a shop.
        let is_name = after
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(char::is_uppercase));
        if (is_to_come && !is_name) || (is_crossed && !counts_thirty(before, after)) {
            return Some(Span::new(at, end));
        }
        let next = after.chars().next();
        at = end + next.map_or(0, char::len_utf8);
    }
    None
}

/// Whether XXX is a number here: Super Bowl XXX, the games of the XXX Olympiad.
fn counts_thirty(before: &str, after: &str) -> bool {
    before.ends_with("Bowl ") || after.starts_with(" Olymp")
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
            ("Placeholder Image", "Placeholder Image"),
            ("Placeholder", "Placeholder"),
            ("Légende à venir", "Légende à venir"),
            ("Bürgermeister (Name folgt)", "Name folgt"),
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
            "Shoppers leave TK Maxx in Torvik",
            "Fans of Super Bowl XXX",
            "The games of the XXX Olympiad",
            "A placeholder for the statue stands in Torvik",
        ] {
            assert_eq!(phrase(text).or_else(|| mark(text)), None, "{text}");
        }
    }
}

//! `order-marks-without-names`: "from left" without names, or "second from left" out of order.
//!
//! Why: the reader counts along and finds nobody.
//! Source: The Associated Press and BBC News, caption guidelines: names from left to right.
//!
//! Bad:  From left, the mayor, a pilot and their guests.
//! Good: From left, Mayor Ilka Brandt, pilot Jonas Lie and their guests.
//! Fix:  none; only an editor knows who they are. A single "left" is fine with whatever it points at.

use crate::lint::{Check, House, Problem, Rule, Severity};
use crate::model::{Photo, Span, TextField};

pub(super) const RULE: Rule = Rule {
    code: "order-marks-without-names",
    severity: Severity::Note,
    best_fix: None,
    page: include_str!("order_marks_without_names.rs"),
    check: Check::Photo(check),
};

/// What announces names in their order, in lower case.
const MARKS: [&str; 22] = [
    "from left to right",
    "from left",
    "from right",
    "left to right",
    "clockwise from",
    "l-r",
    "l to r",
    "von links nach rechts",
    "von links",
    "v.l.n.r.",
    "v.l.",
    "de gauche à droite",
    "de izquierda a derecha",
    "da sinistra",
    "da esquerda para a direita",
    "da esquerda",
    "d'esquerra a dreta",
    "van links naar rechts",
    "från vänster",
    "fra venstre",
    "vasemmalta",
    "слева направо",
];
/// Places in a row, as they are counted from the left.
const ORDINALS: [&str; 6] = [
    "second from left",
    "third from left",
    "fourth from left",
    "fifth from left",
    "sixth from left",
    "seventh from left",
];

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let text = &photo.caption;
    let found = without_names(text).or_else(|| out_of_order(text));
    let told = found.map(|(span, message)| {
        let mut problem = Problem::of_field(photo, TextField::Caption, message);
        problem.spans = vec![span];
        problem
    });
    told.into_iter().collect()
}

/// The mark of an order, set apart, in a caption that names nobody.
fn without_names(text: &str) -> Option<(Span, String)> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() || names_somebody(text) {
        return None;
    }
    let span = MARKS.iter().find_map(|mark| {
        let at = lower.match_indices(mark).map(|(at, _)| at);
        at.map(|at| Span::new(at, at + mark.len()))
            .find(|span| is_apart(&lower, *span))
    })?;
    let message = format!("\"{}\" announces names, and there are none", span.of(text));
    Some((span, message))
}

/// Whether marks stand on both sides, or the text begins or ends: ", from left," and "(l-r)".
fn is_apart(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default().trim_end();
    let after = text.get(span.end..).unwrap_or_default().trim_start();
    let opens = before.is_empty() || before.ends_with(['(', '[', ',', '.', ':', ';', '–', '—']);
    opens && after.starts_with([',', ':', ')', ']', '.', '-', '–'])
}

/// Whether a word inside a sentence begins with a capital, as names do.
fn names_somebody(text: &str) -> bool {
    let is_large = |word: &str| {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        word.starts_with(char::is_uppercase)
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| match pair {
        [before, word] => is_large(word) && !before.ends_with(['.', '!', '?']),
        _ => false,
    })
}

/// A place in the row that is counted before one that stands left of it.
fn out_of_order(text: &str) -> Option<(Span, String)> {
    let lower = text.to_lowercase();
    let mut places: Vec<(usize, usize, &str)> = ORDINALS
        .iter()
        .enumerate()
        .flat_map(|(place, words)| {
            lower
                .match_indices(words)
                .map(move |(at, words)| (at, place, words))
        })
        .collect();
    places.sort_unstable();
    places.windows(2).find_map(|pair| match pair {
        [(_, place, words), (at, next, left)] if next < place && lower.len() == text.len() => {
            Some((
                Span::new(*at, at + left.len()),
                format!("\"{left}\" comes after \"{words}\""),
            ))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<String> {
        without_names(text)
            .or_else(|| out_of_order(text))
            .map(|(_, message)| message)
    }

    #[test]
    fn an_order_of_nobody_is_told() {
        for (text, expected) in [
            (
                "From left, the mayor, a pilot and their guests.",
                "\"From left\" announces names, and there are none",
            ),
            (
                "The winners (l-r).",
                "\"l-r\" announces names, and there are none",
            ),
            (
                "Les lauréats, de gauche à droite : la maire et son adjoint.",
                "\"de gauche à droite\" announces names, and there are none",
            ),
            (
                "Ana Maric, third from left, and Jonas Lie, second from left, mend nets.",
                "\"second from left\" comes after \"third from left\"",
            ),
        ] {
            assert_eq!(told(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn names_in_their_order_are_fine() {
        for text in [
            "",
            "From left, Ana Maric, Jonas Lie and Petra Vik.",
            "From left: Madonna and her dog.",
            "The mayor, left, and a pilot open the bridge.",
            "A car comes from left and hits a tram.",
            "The ship sails from left to right, past the pier.",
            "Von links: Bürgermeisterin Ilka Brandt und ihr Hund.",
            "Ana Maric, second from left, and Jonas Lie, third from left, mend nets.",
            "The second from left is the oldest.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}

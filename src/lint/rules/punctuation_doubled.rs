//! `punctuation-doubled`: a mark stands twice, or a blank stands before it.
//!
//! Why: it is left when a word is cut out, and printed.
//! Source: The Associated Press Stylebook, "Punctuation": one mark, no blank before it.
//!
//! Bad:  Mayor Ilka Brandt , left,, opens the bridge..
//! Good: Mayor Ilka Brandt, left, opens the bridge.
//! Fix:  offered, as some languages set a blank before ; : ! and ?

use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, Span, TextField};

pub(super) const RULE: Rule = Rule {
    code: "punctuation-doubled",
    severity: Severity::Note,
    best_fix: Some(Certainty::Asked),
    page: include_str!("punctuation_doubled.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let text = &photo.caption;
    let spans = doubled(text);
    let Some(first) = spans.first() else {
        return Vec::new();
    };
    let message = format!("The caption has \"{}\"", first.of(text));
    let mut problem = Problem::of_field(photo, TextField::Caption, message);
    let clean = cut(text, &spans);
    problem.spans = spans;
    let fix = Fix::set(
        photo,
        TextField::Caption,
        clean,
        "Clean it up",
        Certainty::Asked,
    );
    vec![problem.with_fix(fix)]
}

/// The stretches of commas and full stops that are too many, with the blanks among them.
fn doubled(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = None;
    let ends = text.char_indices().map(|(at, c)| (at, Some(c)));
    for (at, c) in ends.chain([(text.len(), None)]) {
        let is_part = c.is_some_and(|c| matches!(c, ',' | '.' | ' '));
        match (start, is_part) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                spans.extend(too_many(text, from, at));
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    spans
}

fn too_many(text: &str, from: usize, to: usize) -> Option<Span> {
    let run = text.get(from..to)?;
    let marks: String = run.chars().filter(|c| *c != ' ').collect();
    let trimmed = run.trim_end_matches(' ');
    // An abbreviation keeps its dot before a comma: D.C., Jr.,
    let is_abbreviated = trimmed.starts_with(".,") && marks == ".,";
    let is_allowed = marks.contains("...") || is_abbreviated;
    let is_blank_before = trimmed.starts_with(' ') && marks.len() == 1 && from > 0;
    // A figure such as ` .5` and a domain such as ` .org` begin with their mark.
    let goes_on = run == trimmed && text.get(to..).is_some_and(|rest| !rest.is_empty());
    let is_wrong = !is_allowed && (marks.len() > 1 || (is_blank_before && !goes_on));
    is_wrong.then(|| Span::new(from, from + trimmed.len()))
}

/// The first mark of each stretch stands for all of it.
fn cut(text: &str, spans: &[Span]) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut at = 0;
    for span in spans {
        clean.push_str(text.get(at..span.start).unwrap_or_default());
        clean.extend(span.of(text).chars().find(|c| *c != ' '));
        at = span.end;
    }
    clean.push_str(text.get(at..).unwrap_or_default());
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mark_stands_for_several() {
        for (text, clean) in [
            (
                "Mayor Ilka Brandt , left,, opens the bridge..",
                "Mayor Ilka Brandt, left, opens the bridge.",
            ),
            ("A boat, . A net.", "A boat, A net."),
            ("A boat .", "A boat."),
        ] {
            assert_eq!(cut(text, &doubled(text)), clean, "{text}");
        }
        for text in [
            "",
            "A boat... and a net.",
            "A boat . . . and a net.",
            "Nov. 16, 2026. A net.",
            "It cost .5 million.",
            "At U.S. Open, New York.",
            "In Washington, D.C., on Monday.",
            "Ana Maric Jr., left, and Jonas Lie.",
        ] {
            assert_eq!(doubled(text), [], "{text}");
        }
    }
}

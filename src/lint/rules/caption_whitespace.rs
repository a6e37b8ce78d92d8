//! `caption-whitespace`: doubled blanks, left-over entities or damaged letters in a caption or credit line.
//!
//! Why: they come from conversions between systems, and are printed as they are.
//! Source: HTML Living Standard, "Named character references"; WHATWG Encoding Standard, windows-1252.
//!
//! Bad:  The road  &amp; the line are closed, says `JosÃ`© Vik.
//! Good: The road & the line are closed, says José Vik.
//! Fix:  certain. One blank for several, the character for its entity, the letters before they were
//!       taken for windows-1252. Line breaks stay.

use super::is_plain;
use crate::lint::mojibake::without_mojibake;
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "caption-whitespace",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Certain),
    page: include_str!("caption_whitespace.rs"),
    check: Check::Photo(check),
};

/// No entity is longer than this: `&CounterClockwiseContourIntegral;`.
const LONGEST_ENTITY: usize = 33;

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    [TextField::Caption, TextField::CreditLine]
        .into_iter()
        .filter_map(|field| in_field(photo, field))
        .collect()
}

fn in_field(photo: &Photo, field: TextField) -> Option<Problem> {
    let text = photo.text(field);
    if is_plain(text) && !text.contains('&') && !has_blanks_too_many(text) {
        return None;
    }
    let letters = without_mojibake(text);
    let characters = without_entities(&letters);
    let clean = without_blanks(&characters);
    if clean == text || clean.is_empty() {
        return None;
    }
    let mut found = Vec::new();
    if letters != text {
        found.push("damaged letters");
    }
    if characters != letters {
        found.push("an entity left over");
    }
    if clean != characters {
        found.push("blanks too many");
    }
    let problem = Problem::of_field(
        photo,
        field,
        format!("{}: {}", field.name(), found.join(", ")),
    );
    Some(problem.with_fix(Fix::set(
        photo,
        field,
        clean,
        "Clean it up",
        Certainty::Certain,
    )))
}

/// Whether blanks stand at an end of a line or beside one another.
fn has_blanks_too_many(line: &str) -> bool {
    let bytes = line.as_bytes();
    bytes.starts_with(b" ") || bytes.ends_with(b" ") || bytes.windows(2).any(|pair| pair == b"  ")
}

/// One blank for several, none at the ends of lines; at most one empty line on end.
fn without_blanks(text: &str) -> String {
    // Blanks that do not break belong to figures, quotation marks and names of some languages.
    let blanks = [' ', '\t'];
    let words = |line: &str| {
        let words = line.split(blanks).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    };
    let lines = text.trim().lines().map(words);
    let mut clean = String::with_capacity(text.len());
    let mut empty = 0;
    for line in lines {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty > 1 {
            continue;
        }
        if !clean.is_empty() {
            clean.push('\n');
        }
        clean.push_str(&line);
    }
    clean
}

/// The characters for entities that end in a semicolon; `AT&T` and `R&B` are none.
fn without_entities(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        clean.push_str(before);
        let end = from
            .bytes()
            .take(LONGEST_ENTITY)
            .position(|byte| byte == b';');
        let entity = end
            .and_then(|end| from.get(..=end))
            .filter(|entity| is_entity(entity));
        if let Some(entity) = entity {
            clean.push_str(&htmlize::unescape(entity));
            rest = from.get(entity.len()..).unwrap_or_default();
        } else {
            clean.push('&');
            rest = from.get(1..).unwrap_or_default();
        }
    }
    clean.push_str(rest);
    clean
}

fn is_entity(entity: &str) -> bool {
    let name = entity.trim_start_matches('&').trim_end_matches(';');
    let is_word = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
    // A control character is no better than its entity.
    is_word
        && htmlize::unescape(entity).chars().all(|c| !c.is_control())
        && htmlize::unescape(entity) != entity
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_conversions_leave_behind_is_cleaned() {
        for (text, clean) in [
            ("A road  and a line.", "A road and a line."),
            (" A road. ", "A road."),
            ("Cats &amp; dogs", "Cats & dogs"),
            ("Cats &#38; dogs&hellip;", "Cats & dogs…"),
            ("One line.\nAnother.", "One line.\nAnother."),
        ] {
            let mended = without_blanks(&without_entities(&without_mojibake(text)));
            assert_eq!(mended, clean, "{text}");
        }
    }

    #[test]
    fn what_is_meant_stays() {
        for text in [
            "AT&T; R&B",
            "a & b",
            "5\u{a0}km, «\u{202f}oui\u{202f}», 山田\u{3000}太郎",
        ] {
            assert_eq!(
                without_blanks(&without_entities(&without_mojibake(text))),
                text
            );
        }
    }
}

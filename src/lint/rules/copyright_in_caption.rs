//! `copyright-in-caption`: the caption carries a copyright notice.
//!
//! Why: the reader wants to know what the picture shows; who claims rights has a field of its own, which
//! travels with the picture.
//! Source: IPTC Photo Metadata Standard, "Copyright Notice" beside "Description".
//!
//! Bad:  Fishermen mend their nets. © 2026 Harbour Pictures
//! Good: Fishermen mend their nets. · copyright notice: © 2026 Harbour Pictures
//! Fix:  offered: move it to the copyright notice.

use crate::edit::Edit;
use crate::lint::cutting;
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, Span, TextField};

pub(super) const RULE: Rule = Rule {
    code: "copyright-in-caption",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Asked),
    page: include_str!("copyright_in_caption.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let text = &photo.caption;
    let Some(span) = notice(text) else {
        return Vec::new();
    };
    let said = span.of(text);
    let message = format!("The caption carries a copyright notice: {said}");
    let mut problem = Problem::of_field(photo, TextField::Caption, message);
    problem.spans = vec![span];
    let mut fix = Fix::set(
        photo,
        TextField::Caption,
        cutting::without(text, &[span]),
        "Move it to the copyright notice",
        Certainty::Asked,
    );
    fix.edits.push(Edit::SetText {
        photo: photo.id,
        field: TextField::CopyrightNotice,
        text: cutting::with(&photo.copyright_notice, said),
    });
    vec![problem.with_fix(fix)]
}

/// The notice: its sign, a year, and what follows to the end of the line. A sign before a mere name is a
/// credit's label.
pub(super) fn notice(text: &str) -> Option<Span> {
    let lower = text.to_ascii_lowercase();
    let is_free = |at: usize| {
        let before = lower
            .get(..at)
            .and_then(|before| before.chars().next_back());
        !before.is_some_and(char::is_alphanumeric)
    };
    let signs = ["copyright", "©", "(c)"].into_iter();
    let start = signs
        .flat_map(|sign| lower.match_indices(sign))
        .filter(|(at, sign)| {
            let behind = lower.get(at + sign.len()..).unwrap_or_default();
            is_free(*at) && leads_year(behind)
        })
        .map(|(at, _)| at)
        .min()?;
    let rest = text.get(start..)?;
    let line = rest.lines().next().unwrap_or_default();
    // A bracket that opened before the notice closes behind it.
    let end = closing(line).unwrap_or(line.trim_end().len());
    Some(Span::new(start, start + end))
}

/// Whether a year follows, perhaps after another sign.
fn leads_year(text: &str) -> bool {
    let text = text.trim_start_matches([' ', ':', '\u{a0}']);
    let text = ["©", "(c)", "by"].iter().fold(text, |text, sign| {
        text.strip_prefix(sign).unwrap_or(text).trim_start()
    });
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    figures == 4 && matches!(text.get(..2), Some("18" | "19" | "20"))
}

/// Where a bracket closes that was opened before.
fn closing(line: &str) -> Option<usize> {
    let mut depth = 0;
    line.char_indices().find_map(|(at, c)| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' if depth == 0 => return Some(at),
            ')' | ']' => depth -= 1,
            _ => {}
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_told_from_a_label_and_from_the_word() {
        for (text, expected) in [
            (
                "Nets dry. © 2026 Harbour Pictures",
                "© 2026 Harbour Pictures",
            ),
            (
                "Nets dry. Copyright 2026 Harbour Pictures. All rights reserved.",
                "Copyright 2026 Harbour Pictures. All rights reserved.",
            ),
            (
                "Copyright (c) 2026, Harbour\nNets dry.",
                "Copyright (c) 2026, Harbour",
            ),
            ("Nets dry (© 2026 Harbour) on the quay.", "© 2026 Harbour"),
            (
                "Netze. Copyright: © 2024 Hafenbild",
                "Copyright: © 2024 Hafenbild",
            ),
        ] {
            assert_eq!(notice(text).map(|span| span.of(text)), Some(expected));
        }
        for text in [
            "",
            "Copyright lawyers leave the court.",
            "A 2026 copyright law is read out.",
            "Nets dry. © Ana Maric",
            "Nets dry. Copyright: Ana Maric",
            "Building (c) 12, Torvik",
        ] {
            assert_eq!(notice(text), None, "{text}");
        }
    }
}

//! `alt-says-image`: the alt text begins with "image of" or its like.
//!
//! Why: the screen reader has said already that it is an image.
//! Source: W3C, WAI Images Tutorial, "Tips": leave out "image of".
//!
//! Bad:  alt text: Image of two men on a quay
//! Good: alt text: Two men sit on a quay
//! Fix:  offered: cut it.

use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, Span, TextField};

pub(super) const RULE: Rule = Rule {
    code: "alt-says-image",
    severity: Severity::Note,
    best_fix: Some(Certainty::Asked),
    page: include_str!("alt_says_image.rs"),
    check: Check::Photo(check),
};

/// How such alt texts begin.
const OPENINGS: [&str; 22] = [
    "an image of ",
    "a picture of ",
    "a photo of ",
    "a photograph of ",
    "image of ",
    "picture of ",
    "photo of ",
    "photograph of ",
    "graphic of ",
    "foto von ",
    "ein foto von ",
    "bild von ",
    "photo de ",
    "image de ",
    "foto de ",
    "imagen de ",
    "imagem de ",
    "foto di ",
    "immagine di ",
    "foto van ",
    "bilde av ",
    "bild av ",
];

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let text = &photo.alt_text;
    let opening = OPENINGS.iter().find(|opening| {
        text.get(..opening.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(opening))
    });
    let Some(opening) = opening else {
        return Vec::new();
    };
    let message = format!("The alt text begins with \"{}\"", opening.trim());
    let mut problem = Problem::of_field(photo, TextField::AltText, message);
    problem.spans = vec![Span::new(0, opening.len())];
    let rest = text.get(opening.len()..).unwrap_or_default();
    let mut letters = rest.chars();
    let capital = letters.next().into_iter().flat_map(char::to_uppercase);
    let without: String = capital.chain(letters).collect();
    let cut = Fix::set(
        photo,
        TextField::AltText,
        without,
        "Cut it",
        Certainty::Asked,
    );
    vec![problem.with_fix(cut)]
}

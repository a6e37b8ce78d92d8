//! `caption-no-place-or-date`: the caption does not say where or when the picture was taken.
//!
//! Why: a picture that is found again in the archive means nothing without them.
//! Source: The Associated Press, caption guidelines: the first sentence says who and what, where, and the
//! date. Other houses want one line. Speaks only where `[style] caption-place-and-date` of
//! `cutline.toml` is true.
//!
//! Bad:  Fishermen mend their nets.
//! Good: Fishermen mend their nets in Torvik, Monday, Nov. 16, 2026.
//! Fix:  none; only an editor knows them.

use crate::lint::calendar::{is_date_word, says_when};
use crate::lint::{Check, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "caption-no-place-or-date",
    severity: Severity::Warning,
    best_fix: None,
    page: include_str!("caption_no_place_or_date.rs"),
    check: Check::Photo(check),
};

/// Words that lead a place, in lower case.
const LEADING: [&str; 56] = [
    "in", "at", "near", "outside", "from", "off", "on", "over", "across", "along", "around",
    "toward", "im", "am", "bei", "nahe", "vor", "aus", "auf", "à", "au", "aux", "en", "dans",
    "près", "sur", "a", "cerca", "de", "del", "em", "no", "na", "nos", "nas", "ad", "nel", "nella",
    "presso", "te", "bij", "op", "i", "på", "ved", "vid", "hos", "w", "we", "v", "ve", "u", "в",
    "во", "на", "под",
];
/// Small words between them and the place.
const ARTICLES: [&str; 16] = [
    "the", "der", "dem", "den", "die", "das", "la", "le", "les", "el", "los", "las", "l", "il",
    "det", "de",
];

fn check(photo: &Photo, house: &House) -> Vec<Problem> {
    let text = photo.caption.trim();
    let has_case = text.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    if !house.style.caption_place_and_date || !has_case {
        return Vec::new();
    }
    let located = photo.located.split(',').next().unwrap_or_default().trim();
    let has_place = says_where(text) || (!located.is_empty() && text.contains(located));
    let message = match (has_place, says_when(text)) {
        (true, true) => return Vec::new(),
        (true, false) => "The caption does not say when",
        (false, true) => "The caption does not say where",
        (false, false) => "The caption says neither where nor when",
    };
    vec![Problem::of_field(photo, TextField::Caption, message)]
}

/// Whether a word that leads a place stands before a capital.
fn says_where(text: &str) -> bool {
    let parts = text.split(|c: char| c.is_whitespace() || c == '\'' || c == '’');
    let words: Vec<&str> = parts
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().enumerate().any(|(at, word)| {
        let mut after = words
            .iter()
            .skip(at + 1)
            .skip_while(|word| ARTICLES.contains(word));
        LEADING.contains(&word.to_lowercase().as_str())
            && after
                .next()
                .is_some_and(|name| name.starts_with(char::is_uppercase) && !is_date_word(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PhotoId;

    #[test]
    fn it_speaks_only_where_the_house_wants_both() {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        photo.caption = "Fishermen mend their nets.".to_owned();
        assert_eq!(check(&photo, &House::default()), []);
        let house = House::from_toml("[style]\ncaption-place-and-date = true").unwrap();
        for (caption, message) in [
            (
                "Fishermen mend their nets.",
                Some("The caption says neither where nor when"),
            ),
            (
                "Fishermen mend their nets in Torvik.",
                Some("The caption does not say when"),
            ),
            (
                "Fishermen mend their nets on Monday.",
                Some("The caption does not say where"),
            ),
            (
                "Fishermen mend nets in Torvik, Monday, Nov. 16, 2026.",
                None,
            ),
            ("Fischer flicken am Montag im Hafen von Torvik Netze.", None),
            (
                "Des pêcheurs réparent leurs filets à Torvik, le lundi 16 novembre.",
                None,
            ),
            ("Pescadores en el puerto de Torvik, en 1954.", None),
            ("渔民在修补渔网。", None),
            ("", None),
        ] {
            photo.caption = caption.to_owned();
            let problems = check(&photo, &house);
            let told = problems.first().map(|problem| problem.message.as_str());
            assert_eq!(told, message, "{caption}");
        }
    }
}

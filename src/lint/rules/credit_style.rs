//! `credit-style`: the credit line is not written as the house writes it.
//!
//! Why: agencies sign in their own orders (AP Photo/Ana Maric, Ana Maric/AFP); a page that prints them
//! side by side looks careless.
//! Source: house styles; The Associated Press: agency first; NPR, the Guardian: photographer, slash,
//! organisation. They contradict one another, so it speaks only where `[style] credit` of
//! `cutline.toml` has chosen a pattern.
//!
//! Bad:  AP Photo/Ana Maric, where the house has chosen {creator}/{source}
//! Good: Ana Maric/AP
//! Fix:  certain. Only a line that is read with certainty as its creators and one organisation is
//!       rewritten, and only where it reads the same afterwards: Courtesy of, File, via, Pool, for and
//!       terms are never lost.

use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "credit-style",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Certain),
    page: include_str!("credit_style.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, house: &House) -> Vec<Problem> {
    let line = photo.credit_line.trim();
    let pattern = house.style.credit.as_ref();
    let written = pattern.and_then(|pattern| pattern.rewritten(line, &house.lexicon));
    let Some(written) = written.filter(|written| written != line) else {
        return Vec::new();
    };
    let message = format!("The house writes this credit {written}");
    let label = format!("Write {written}");
    vec![
        Problem::of_field(photo, TextField::CreditLine, message).with_fix(Fix::set(
            photo,
            TextField::CreditLine,
            written,
            label,
            Certainty::Certain,
        )),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PhotoId;

    #[test]
    fn it_speaks_only_where_the_house_has_chosen() {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        photo.credit_line = "AP Photo/Ana Maric".to_owned();
        assert_eq!(check(&photo, &House::default()), []);
        let house = House::from_toml("[style]\ncredit = \"{creator}/{source}\"").unwrap();
        let problems = check(&photo, &house);
        assert_eq!(problems[0].fixes[0].label, "Write Ana Maric/AP");
        photo.credit_line = "Ana Maric/AP".to_owned();
        assert_eq!(check(&photo, &house), []);
    }
}

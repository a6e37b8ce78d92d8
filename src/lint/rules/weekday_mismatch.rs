//! `weekday-mismatch`: the weekday is not that of the date beside it.
//!
//! Why: one of the two is wrong, and readers find out.
//! Source: The Associated Press, caption guidelines: the weekday with the date; the Gregorian calendar.
//!
//! Bad:  … in Torvik, Monday, Nov. 17, 2026.
//! Good: … in Torvik, Tuesday, Nov. 17, 2026.
//! Fix:  offered: the weekday of the date; it may be the date that is wrong.

use jiff::civil::{Date, Weekday};

use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, Span, TextField};

pub(super) const RULE: Rule = Rule {
    code: "weekday-mismatch",
    severity: Severity::Warning,
    page: include_str!("weekday_mismatch.rs"),
    check: Check::Photo(check),
};

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];
/// The first letters of the months; AP shortens some of them.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let text = &photo.caption;
    let mut problems = Vec::new();
    for (name, weekday) in WEEKDAYS {
        for (at, _) in text.match_indices(name) {
            let end = at + name.len();
            let Some(date) = text.get(end..).and_then(date_after) else {
                continue;
            };
            if date.weekday() == weekday {
                continue;
            }
            let right = WEEKDAYS
                .iter()
                .find(|(_, day)| *day == date.weekday())
                .map_or("", |(name, _)| name);
            let message = format!("{date} is a {right}, not a {name}");
            let mut problem = Problem::of_field(photo, TextField::Caption, message);
            problem.spans = vec![Span::new(at, end)];
            let mut mended = text.clone();
            mended.replace_range(at..end, right);
            let label = format!("Write {right}");
            let fix = Fix::set(photo, TextField::Caption, mended, label, Certainty::Asked);
            problems.push(problem.with_fix(fix));
        }
    }
    problems
}

/// The date that follows a weekday: `, Nov. 17, 2026` or ` 17 November 2026`.
fn date_after(text: &str) -> Option<Date> {
    let mut words = text
        .split([' ', ',', '.', '\u{a0}'])
        .filter(|word| !word.is_empty())
        .take(3);
    let [first, second, third] = [words.next()?, words.next()?, words.next()?];
    let (month, day) = match (month(first), month(second)) {
        (Some(month), _) => (month, second),
        (None, Some(month)) => (month, first),
        (None, None) => return None,
    };
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let year = third.get(..4).filter(|_| third.len() == 4)?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

fn month(word: &str) -> Option<i8> {
    let is_letters = word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let short = word.get(..3).filter(|_| is_letters)?.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| *month == short)?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PhotoId;

    fn told(caption: &str) -> Vec<String> {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        photo.caption = caption.to_owned();
        let problems = check(&photo, &House::default()).into_iter();
        problems.map(|problem| problem.message).collect()
    }

    #[test]
    fn a_weekday_that_is_not_the_dates_is_told() {
        let expected = ["2026-11-17 is a Tuesday, not a Monday"];
        for caption in [
            "A ferry in Torvik, Monday, Nov. 17, 2026. It is late.",
            "A ferry on Monday 17 November 2026",
            "A ferry on Monday, November 17th, 2026",
        ] {
            assert_eq!(told(caption), expected, "{caption}");
        }
        for caption in [
            "A ferry in Torvik, Tuesday, Nov. 17, 2026.",
            "A ferry on Monday.",
            "A ferry on Monday, Nov. 31, 2026",
            "The Sunday Times 12 May Street 2026",
        ] {
            assert_eq!(told(caption), [""; 0], "{caption}");
        }
    }
}

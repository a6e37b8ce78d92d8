//! `weekday-mismatch`: the weekday is not that of the date beside it.
//!
//! Why: one of the two is wrong, and readers find out.
//! Source: The Associated Press, caption guidelines: the weekday with the date; the Gregorian calendar.
//!
//! Bad:  … in Torvik, Monday, Nov. 17, 2026.
//! Good: … in Torvik, Tuesday, Nov. 17, 2026.
//! Fix:  offered: the weekday of the date; it may be the date that is wrong.

use crate::lint::calendar::{dates, renamed};
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "weekday-mismatch",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Asked),
    page: include_str!("weekday_mismatch.rs"),
    check: Check::Photo(check),
};

/// Before, some countries still counted by the Julian calendar.
const GREGORIAN: i16 = 1924;

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let text = &photo.caption;
    let told = |said: crate::lint::calendar::Said| {
        let (span, weekday) = said.weekday?;
        let date = said.date()?;
        if date.weekday() == weekday || date.year() < GREGORIAN {
            return None;
        }
        let name = span.of(text);
        let right = renamed(name, date.weekday());
        let message = match &right {
            Some(right) => format!("{date} is a {right}, not a {name}"),
            None => format!("{date} is not a {name}"),
        };
        let mut problem = Problem::of_field(photo, TextField::Caption, message);
        problem.spans = vec![span];
        let Some(right) = right else {
            return Some(problem);
        };
        let mut mended = text.clone();
        mended.replace_range(span.start..span.end, &right);
        let label = format!("Write {right}");
        let fix = Fix::set(photo, TextField::Caption, mended, label, Certainty::Asked);
        Some(problem.with_fix(fix))
    };
    dates(text).into_iter().filter_map(told).collect()
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
        for (caption, message) in [
            (
                "Eine Fähre in Torvik, Montag, 17. November 2026.",
                "2026-11-17 is a Dienstag, not a Montag",
            ),
            (
                "Un bac à Torvik, le lundi 17 novembre 2026.",
                "2026-11-17 is a mardi, not a lundi",
            ),
            (
                "En färja i Torvik, fredag 17 november 2026.",
                "2026-11-17 is not a fredag",
            ),
        ] {
            assert_eq!(told(caption), [message]);
        }
        for caption in [
            "Un transbordador en Torvik, martes, 17 de noviembre de 2026.",
            "A ferry in Torvik, Tuesday, Nov. 17, 2026.",
            "A ferry on Monday.",
            "The battle of Friday 13 October 1307",
            "A ferry on Monday, Nov. 31, 2026",
            "The Sunday Times 12 May Street 2026",
        ] {
            assert_eq!(told(caption), [""; 0], "{caption}");
        }
    }
}

//! `date-mismatch`: the day that a caption gives itself does not fit the article's.
//!
//! Why: a picture cannot have been taken after the article was printed, and "Monday, Nov. 17" was a Tuesday
//! that year; one of the two is wrong.
//! Source: The Associated Press, caption guidelines: the date ends the first sentence, the weekday with it
//! within two weeks; the Gregorian calendar.
//!
//! Bad:  an article of Nov. 16, 2026, and: … in Torvik, Tuesday, Nov. 16, 2027.
//! Good: … in Torvik, Monday, Nov. 16, 2026.
//! Fix:  none; only an editor knows the day. File pictures, history, and what is announced are fine.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::lint::calendar::{Said, dates};
use crate::lint::{Check, House, Index, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "date-mismatch",
    severity: Severity::Warning,
    best_fix: None,
    page: include_str!("date_mismatch.rs"),
    check: Check::Indexed(check),
};

/// An article is updated for some days under the date of its first print.
const DAYS: i32 = 14;
/// Words of captions about what was or will be, in lower case.
const OTHER_TIMES: [&str; 44] = [
    "file",
    "archive",
    "archiv",
    "archivbild",
    "archivfoto",
    "archives",
    "archivo",
    "arquivo",
    "archivio",
    "arkiv",
    "arkivfoto",
    "arkisto",
    "архив",
    "will",
    "due",
    "scheduled",
    "planned",
    "plans",
    "expected",
    "set",
    "upcoming",
    "until",
    "before",
    "ahead",
    "starting",
    "opens",
    "wird",
    "werden",
    "soll",
    "sollen",
    "geplant",
    "bis",
    "ab",
    "sera",
    "doit",
    "prévu",
    "prévue",
    "jusqu",
    "será",
    "previsto",
    "prevista",
    "hasta",
    "até",
    "ska",
];

fn check(photo: &Photo, index: &Index, _house: &House) -> Vec<Problem> {
    let Some(today) = index.date() else {
        return Vec::new();
    };
    let text = &photo.caption;
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    if words.any(|word| OTHER_TIMES.contains(&word.to_lowercase().as_str())) {
        return Vec::new();
    }
    let told = |said: Said| {
        let message = message(&said, text, today)?;
        let mut problem = Problem::of_field(photo, TextField::Caption, message);
        problem.spans = vec![said.span];
        problem.complaint = said.span.of(text).to_owned();
        Some(problem)
    };
    dates(text).into_iter().filter_map(told).collect()
}

fn message(said: &Said, text: &str, today: Date) -> Option<String> {
    let (_, weekday) = said.weekday?;
    let Some(date) = said.date() else {
        let years = [today.year() - 1, today.year(), today.year() + 1];
        let days = said
            .year
            .is_none()
            .then(|| years.map(|year| said.date_in(year)));
        let fits = days?
            .into_iter()
            .any(|day| day.is_none_or(|day| day.weekday() == weekday));
        let year = today.year();
        return (!fits).then(|| {
            format!(
                "{} was on another day of the week in {year}",
                said.span.of(text)
            )
        });
    };
    // What is not apart from its sentence may be announced in it.
    let before = text.get(..said.span.start)?.trim_end();
    let after = text.get(said.span.end..)?.trim_start();
    let is_dateline = before.ends_with(',') && (after.is_empty() || after.starts_with(['.', '(']));
    let latest = today.checked_add(DAYS.days()).ok()?;
    (is_dateline && date > latest).then(|| format!("{date} is after the article's date, {today}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Moment, PhotoId};

    fn told(caption: &str) -> Vec<String> {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        photo.caption = caption.to_owned();
        let article = Article {
            created: Moment::parse("2026-11-16"),
            photos: vec![photo.clone()],
            ..Article::default()
        };
        let index = Index::of(&article, None);
        let problems = check(&photo, &index, &House::default()).into_iter();
        problems.map(|problem| problem.message).collect()
    }

    #[test]
    fn a_day_that_cannot_be_is_told() {
        for (caption, message) in [
            (
                "A ferry in Torvik, Tuesday, Nov. 16, 2027.",
                "2027-11-16 is after the article's date, 2026-11-16",
            ),
            (
                "Eine Fähre in Torvik, Dienstag, 16. November 2027. (Ana Maric/dpa)",
                "2027-11-16 is after the article's date, 2026-11-16",
            ),
            (
                "A ferry in Torvik, Sunday, Nov. 18.",
                "Sunday, Nov. 18 was on another day of the week in 2026",
            ),
        ] {
            assert_eq!(told(caption), [message], "{caption}");
        }
    }

    #[test]
    fn history_what_is_announced_and_updates_are_fine() {
        for caption in [
            "A ferry in Torvik, Monday, Nov. 16, 2026.",
            "A ferry in Torvik, Wednesday, Nov. 18, 2026.",
            "A ferry in Torvik, Sunday, Dec. 14, 1997.",
            "FILE - A ferry in Torvik, Friday, Nov. 18.",
            "The new ferry will sail on Friday, July 23, 2027.",
            "The games begin on Friday, July 23, 2027.",
            "Workers ready the stadium for the games of Friday, July 23, 2027, in Torvik.",
            "The old ferry in Torvik, Nov. 16, 2027.",
            "A ferry on Monday, Nov. 16.",
            "A ferry on Sunday, Nov. 16.",
            "Eine Fähre wird getauft, Freitag, 23. Juli 2027.",
            "A ferry on Friday.",
            "",
        ] {
            assert_eq!(told(caption), [""; 0], "{caption}");
        }
    }
}

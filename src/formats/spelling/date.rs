//! Dates as spreadsheets give them back: they take `2026-11-16` for a date of their own and save it as
//! the country writes it.

use crate::model::{Moment, Precision};

/// The date of a cell; None where it is empty. One that is only another spelling of the date `now` is
/// that date.
///
/// # Errors
/// Where it is no date, or may be one of two.
pub(super) fn read(cell: &str, now: Option<&Moment>) -> Result<Option<Moment>, String> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Ok(None);
    }
    if let Some(moment) = Moment::typed(cell) {
        return Ok(Some(moment));
    }
    if let Some(now) = now.filter(|now| is_spelling_of(cell, now)) {
        return Ok(Some(now.clone()));
    }
    let ordered = numbers(cell).and_then(|numbers| by_country(cell, numbers));
    let typed = ordered.and_then(|(year, month, day)| {
        // A year of two figures may be of either century.
        (year >= 1000).then(|| Moment::typed(&format!("{year}-{month:02}-{day:02}")))?
    });
    let why = || format!("\"{cell}\" is no date that is certain; write 2026-11-16 or 16 Nov 2026");
    typed.map(Some).ok_or_else(why)
}

/// Day first behind dots; behind slashes only where no month has that number.
fn by_country(cell: &str, numbers: [u32; 3]) -> Option<(u32, u32, u32)> {
    let [first, second, third] = numbers;
    if cell.contains('.') {
        return Some((third, second, first));
    }
    match (first, second) {
        (1000.., _) => Some((first, second, third)),
        (13.., _) => Some((third, second, first)),
        (_, 13..) => Some((third, first, second)),
        _ if first == second => Some((third, first, second)),
        _ => None,
    }
}

/// Whether a cell spells a date in any order, with or without its century.
fn is_spelling_of(cell: &str, now: &Moment) -> bool {
    let Some([year, month, day]) = numbers(now.date_time.get(..10).unwrap_or_default()) else {
        return false;
    };
    if now.precision == Precision::Month {
        // `2021-06` comes back as `Jun 21`.
        let of_month = now.date_time.get(..10).and_then(|date| date.parse().ok());
        let of_month = of_month.map(|date: jiff::civil::Date| date.strftime("%b %y").to_string());
        let cell = cell.replace(['-', '.'], " ");
        let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        return of_month.is_some_and(|said| said.eq_ignore_ascii_case(&cell));
    }
    let Some(said) = numbers(cell).filter(|_| now.precision == Precision::Day) else {
        return false;
    };
    [year, year % 100]
        .into_iter()
        .any(|year| [[year, month, day], [day, month, year], [month, day, year]].contains(&said))
}

/// The three numbers of a date, and nothing else but what parts them.
fn numbers(cell: &str) -> Option<[u32; 3]> {
    let mut parts = cell.split(['.', '/', '-']).map(|part| {
        let part = part.trim();
        let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| part.parse().ok())?
    });
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_made_of_a_date_is_that_date() {
        let day = Moment::parse("2026-11-06");
        for cell in [
            "06.11.2026",
            "6.11.26",
            "11/6/2026",
            "06/11/2026",
            "11/6/26",
            "2026/11/06",
        ] {
            assert_eq!(read(cell, day.as_ref()), Ok(day.clone()), "{cell}");
        }
        let month = Moment::parse("2021-06");
        for cell in ["Jun 21", "Jun-21", "2021-06"] {
            assert_eq!(read(cell, month.as_ref()), Ok(month.clone()), "{cell}");
        }
    }

    #[test]
    fn a_new_date_is_taken_where_it_can_be_one_only() {
        let now = Moment::parse("2020-01-01");
        for (cell, date) in [
            ("06.11.2026", Some("2026-11-06")),
            ("16/11/2026", Some("2026-11-16")),
            ("11/16/2026", Some("2026-11-16")),
            ("5/5/2026", Some("2026-05-05")),
            ("2026/11/06", Some("2026-11-06")),
            ("16 Nov 2026", Some("2026-11-16")),
            ("11/6/2026", None),
            ("16.11.26", None),
            ("31.02.2026", None),
            ("soon", None),
        ] {
            let read = read(cell, now.as_ref()).ok().flatten();
            assert_eq!(read.as_ref().map(Moment::as_said), date, "{cell}");
        }
        assert_eq!(read(" ", now.as_ref()), Ok(None));
    }
}

//! When something was made, as exactly as the source said it.

use serde::{Deserialize, Serialize};

/// How much of a date the source said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// `2021`
    Year,
    /// `2021-06`
    Month,
    /// `2021-06-14`
    Day,
    /// A date with a time of day.
    Instant,
}

impl Precision {
    /// The word for altId `date-precision`; none for an instant.
    #[must_use]
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Year => Some("year"),
            Self::Month => Some("month"),
            Self::Day => Some("day"),
            Self::Instant => None,
        }
    }

    /// The precision that a `date-precision` word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Year, Self::Month, Self::Day]
            .into_iter()
            .find(|p| p.word() == Some(word))
    }
}

/// A point in time with its precision, spelled as ninjs wants it (RFC 3339 date-time).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// RFC 3339, for example `2020-11-16T00:00:00Z`.
    pub date_time: String,
    /// How much of it was said.
    pub precision: Precision,
}

impl Moment {
    /// Reads what sources write: `2021`, `2021-06`, `2021-06-14`, or a date with a time.
    /// None where it is no date of the calendar.
    #[must_use]
    pub fn parse(said: &str) -> Option<Self> {
        let said = said.trim();
        let is_year = |s: &str| s.len() == 4 && s.bytes().all(|b| b.is_ascii_digit());
        if is_year(said) {
            return Self::bare(&format!("{said}-01-01"), Precision::Year);
        }
        if said.len() == 7 && said.get(..4).is_some_and(is_year) {
            return Self::bare(&format!("{said}-01"), Precision::Month);
        }
        if said.len() == 10 {
            return Self::bare(said, Precision::Day);
        }
        if said.len() == 8 && said.bytes().all(|b| b.is_ascii_digit()) {
            let day = [said.get(..4)?, said.get(4..6)?, said.get(6..)?].join("-");
            return Self::bare(&day, Precision::Day);
        }
        let date_time = spelled_out(said).or_else(|| of_mail(said))?;
        Some(Self {
            date_time,
            precision: Precision::Instant,
        })
    }

    /// Reads what an editor types: what [`Self::parse`] reads, or a day with its month by name
    /// (`16 Nov 2026`, `Nov. 16, 2026`).
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        if let Some(moment) = Self::parse(text) {
            return Some(moment);
        }
        let plain = text.replace(['.', ','], " ");
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        ["%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y"]
            .iter()
            .find_map(|form| jiff::civil::Date::strptime(form, &plain).ok())
            // A year of two figures may be of either century.
            .filter(|date| date.year() >= 1000)
            .and_then(|date| Self::bare(&date.to_string(), Precision::Day))
    }

    /// As a person reads it: as much as was said, `2020-11-16`.
    #[must_use]
    pub fn as_said(&self) -> &str {
        let length = match self.precision {
            Precision::Year => 4,
            Precision::Month => 7,
            Precision::Day => 10,
            Precision::Instant => self.date_time.len(),
        };
        self.date_time.get(..length).unwrap_or(&self.date_time)
    }

    fn bare(date: &str, precision: Precision) -> Option<Self> {
        let date: jiff::civil::Date = date.parse().ok()?;
        Some(Self {
            date_time: format!("{date}T00:00:00Z"),
            precision,
        })
    }
}

/// A date with a time as RFC 3339 spells it: ISO's basic spelling (`20261116T083000+0100`) and zones
/// without a colon are spelled out; a time without a zone is taken as UTC, which is what crawls write.
fn spelled_out(said: &str) -> Option<String> {
    let (day, time) = said.split_once(['T', 't', ' '])?;
    let is_figures = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let day = match (day.get(..4), day.get(4..6), day.get(6..)) {
        (Some(year), Some(month), Some(date)) if day.len() == 8 && is_figures(day) => {
            format!("{year}-{month}-{date}")
        }
        _ => day.to_owned(),
    };
    let time = time.split('[').next().unwrap_or(time).trim();
    let zone = time.find(['+', '-', 'Z', 'z']).unwrap_or(time.len());
    let (clock, zone) = time.split_at_checked(zone)?;
    let clock = clock.trim();
    let clock = match (clock.get(..2), clock.get(2..4), clock.get(4..)) {
        (Some(hour), Some(minute), Some(rest)) if is_figures(clock) => {
            let seconds = if rest.is_empty() { "00" } else { rest };
            format!("{hour}:{minute}:{seconds}")
        }
        _ if clock.len() == 5 => format!("{clock}:00"),
        _ => clock.to_owned(),
    };
    let zone = match (zone.get(..3), zone.get(3..)) {
        (Some(hours), Some(minutes)) if is_figures(minutes) => format!("{hours}:{minutes}"),
        (Some(hours), Some("")) => format!("{hours}:00"),
        _ if zone.is_empty() || zone == "z" => "Z".to_owned(),
        _ => zone.to_owned(),
    };
    let whole = format!("{day}T{clock}{zone}");
    let is_whole = day.len() == 10 && clock.len() >= 8 && whole.parse::<jiff::Timestamp>().is_ok();
    is_whole.then_some(whole)
}

/// A date as mail and feeds write it (RFC 2822): `Mon, 16 Nov 2026 08:30:00 +0100`.
fn of_mail(said: &str) -> Option<String> {
    let zoned = jiff::fmt::rfc2822::parse(said).ok()?;
    Some(zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_date_keeps_its_precision() {
        for (said, date_time, precision) in [
            ("2021", "2021-01-01T00:00:00Z", Precision::Year),
            ("2021-06", "2021-06-01T00:00:00Z", Precision::Month),
            ("2021-06-14", "2021-06-14T00:00:00Z", Precision::Day),
            (
                "2021-06-14T08:30:00+02:00",
                "2021-06-14T08:30:00+02:00",
                Precision::Instant,
            ),
            (
                "2021-06-14T08:30:00+0200",
                "2021-06-14T08:30:00+02:00",
                Precision::Instant,
            ),
            (
                "2021-06-14T08:30Z",
                "2021-06-14T08:30:00Z",
                Precision::Instant,
            ),
            (
                "2021-06-14 08:30:00",
                "2021-06-14T08:30:00Z",
                Precision::Instant,
            ),
        ] {
            let moment = Moment::parse(said).unwrap_or_else(|| panic!("{said} is a date"));
            assert_eq!(
                (moment.date_time.as_str(), moment.precision),
                (date_time, precision),
                "{said}"
            );
        }
    }

    #[test]
    fn a_time_is_spelled_out() {
        for (said, date_time) in [
            (
                "2026-11-16T08:30:00.25+01:00",
                "2026-11-16T08:30:00.25+01:00",
            ),
            ("2026-11-16T08:30:00+0100", "2026-11-16T08:30:00+01:00"),
            ("2026-11-16T08:30:00+01", "2026-11-16T08:30:00+01:00"),
            ("20261116T083000-0500", "2026-11-16T08:30:00-05:00"),
            ("20261116T083000Z", "2026-11-16T08:30:00Z"),
            ("2026-11-16T08:30:00", "2026-11-16T08:30:00Z"),
            ("2026-11-16 08:30", "2026-11-16T08:30:00Z"),
            ("2026-11-16 08:30:00 +0100", "2026-11-16T08:30:00+01:00"),
            (
                "Mon, 16 Nov 2026 08:30:00 +0100",
                "2026-11-16T08:30:00+01:00",
            ),
        ] {
            let moment = Moment::parse(said).unwrap_or_else(|| panic!("{said} is a date"));
            assert_eq!(moment.date_time, date_time, "{said}");
        }
        assert_eq!(
            Moment::parse("20261116").map(|moment| moment.as_said().to_owned()),
            Some("2026-11-16".to_owned())
        );
    }

    #[test]
    fn a_day_is_typed_with_its_month_by_name() {
        for typed in [
            "16 Nov 2026",
            "16 November 2026",
            "Nov. 16, 2026",
            "november 16 2026",
            "2026-11-16",
        ] {
            let moment = Moment::typed(typed).unwrap_or_else(|| panic!("{typed} is a date"));
            assert_eq!(moment.as_said(), "2026-11-16", "{typed}");
        }
        for typed in [
            "16 Nov 26",
            "16 Nov 202",
            "31 Febr 2026",
            "31 Feb 2026",
            "Nov 2026 16",
            "tomorrow",
        ] {
            assert_eq!(Moment::typed(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for said in [
            "",
            "soon",
            "2021-13",
            "2021-02-30",
            "14.06.2021",
            "2026-13-16T08:30:00Z",
            "2026-11-16T8:30Z",
            "２０２１",
        ] {
            assert_eq!(Moment::parse(said), None, "{said}");
        }
    }
}

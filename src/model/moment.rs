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
        let with_t = said.replacen(' ', "T", 1);
        if with_t.parse::<jiff::Timestamp>().is_ok() {
            return Some(Self {
                date_time: spelled_out(&with_t),
                precision: Precision::Instant,
            });
        }
        // A time without a zone: taken as UTC, which is what crawls write.
        let date_time = with_t.parse::<jiff::civil::DateTime>().ok()?;
        Some(Self {
            date_time: format!("{date_time}Z"),
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

/// RFC 3339 asks for seconds and for a colon in the zone, which ISO 8601 may leave out:
/// `2021-06-14T08:30+0200`. What has both stays as it is.
fn spelled_out(said: &str) -> String {
    let Some((date, rest)) = said.split_once(['T', 't']) else {
        return said.to_owned();
    };
    let rest = rest.split('[').next().unwrap_or(rest);
    let zone = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
    let (time, zone) = rest.split_at_checked(zone).unwrap_or((rest, ""));
    let seconds = if time.len() == 5 { ":00" } else { "" };
    let zone = match (zone.get(..3), zone.get(3..)) {
        (Some(hours), Some("")) => format!("{hours}:00"),
        (Some(hours), Some(minutes)) if !minutes.contains(':') => format!("{hours}:{minutes}"),
        _ => zone.to_owned(),
    };
    format!("{date}T{time}{seconds}{zone}")
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
            "２０２１",
        ] {
            assert_eq!(Moment::parse(said), None, "{said}");
        }
    }
}

//! The dates that a caption says, in the languages whose months and weekdays are listed here.

use jiff::civil::{Date, Weekday};

use crate::model::Span;

/// A language's words of dates: its weekdays from Monday, its months with their shorter forms.
struct Language {
    weekdays: [&'static str; 7],
    months: [&'static str; 12],
}

/// Forms of one word are parted by a blank, the full one first.
const LANGUAGES: [Language; 12] = [
    // English
    Language {
        weekdays: [
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        ],
        months: [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
    },
    // German
    Language {
        weekdays: [
            "montag",
            "dienstag",
            "mittwoch",
            "donnerstag",
            "freitag",
            "samstag sonnabend",
            "sonntag",
        ],
        months: [
            "januar jänner",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
        ],
    },
    // French
    Language {
        weekdays: [
            "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        ],
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
    },
    // Spanish
    Language {
        weekdays: [
            "lunes",
            "martes",
            "miércoles",
            "jueves",
            "viernes",
            "sábado",
            "domingo",
        ],
        months: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre setiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
    },
    // Italian
    Language {
        weekdays: [
            "lunedì",
            "martedì",
            "mercoledì",
            "giovedì",
            "venerdì",
            "sabato",
            "domenica",
        ],
        months: [
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ],
    },
    // Portuguese
    Language {
        weekdays: [
            "segunda-feira",
            "terça-feira",
            "quarta-feira",
            "quinta-feira",
            "sexta-feira",
            "sábado",
            "domingo",
        ],
        months: [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
    },
    // Dutch
    Language {
        weekdays: [
            "maandag",
            "dinsdag",
            "woensdag",
            "donderdag",
            "vrijdag",
            "zaterdag",
            "zondag",
        ],
        months: [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
    },
    // Swedish
    Language {
        weekdays: [
            "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
        ],
        months: [
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ],
    },
    // Norwegian and Danish
    Language {
        weekdays: [
            "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
        ],
        months: [
            "januar",
            "februar",
            "mars marts",
            "april",
            "mai maj",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember december",
        ],
    },
    // Finnish
    Language {
        weekdays: [
            "maanantaina",
            "tiistaina",
            "keskiviikkona",
            "torstaina",
            "perjantaina",
            "lauantaina",
            "sunnuntaina",
        ],
        months: [
            "tammikuuta",
            "helmikuuta",
            "maaliskuuta",
            "huhtikuuta",
            "toukokuuta",
            "kesäkuuta",
            "heinäkuuta",
            "elokuuta",
            "syyskuuta",
            "lokakuuta",
            "marraskuuta",
            "joulukuuta",
        ],
    },
    // Polish
    Language {
        weekdays: [
            "poniedziałek",
            "wtorek",
            "środa",
            "czwartek",
            "piątek",
            "sobota",
            "niedziela",
        ],
        months: [
            "stycznia",
            "lutego",
            "marca",
            "kwietnia",
            "maja",
            "czerwca",
            "lipca",
            "sierpnia",
            "września",
            "października",
            "listopada",
            "grudnia",
        ],
    },
    // Russian
    Language {
        weekdays: [
            "понедельник",
            "вторник",
            "среда",
            "четверг",
            "пятница",
            "суббота",
            "воскресенье",
        ],
        months: [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
    },
];

/// Small words between the parts of a date: `16 de noviembre de 2026`, `Montag, dem 16. November`.
const BETWEEN: [&str; 8] = ["de", "del", "den", "dem", "der", "the", "le", "of"];

/// A date as a caption says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// All of it, its weekday included.
    pub(super) span: Span,
    /// The weekday before it.
    pub(super) weekday: Option<(Span, Weekday)>,
    /// 1 to 12.
    pub(super) month: i8,
    /// As written; not every month has it.
    pub(super) day: i8,
    /// Where it is written.
    pub(super) year: Option<i16>,
}

impl Said {
    /// The day of the calendar; None where it says no year, or is none.
    pub(super) fn date(&self) -> Option<Date> {
        self.date_in(self.year?)
    }

    /// The day in this year.
    pub(super) fn date_in(&self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }
}

/// The dates of a text that have a day and a month, in order.
pub(super) fn dates(text: &str) -> Vec<Said> {
    let words = words(text);
    let mut dates: Vec<Said> = Vec::new();
    for at in 0..words.len() {
        if let Some(said) = date_at(&words, at) {
            let is_new = dates
                .last()
                .is_none_or(|last| last.span.end <= said.span.start);
            if is_new {
                dates.push(said);
            }
        }
    }
    dates
}

/// Whether a text has a word of dates: a weekday, a month, or a year.
pub(super) fn says_when(text: &str) -> bool {
    words(text)
        .iter()
        .any(|word| word.year().is_some() || word.month().is_some() || word.weekday().is_some())
        || text.contains('年')
}

/// Whether a word is a month or a weekday.
pub(super) fn is_date_word(word: &str) -> bool {
    let word = Word::new(word, Span::new(0, word.len()), false);
    word.month().is_some() || word.weekday().is_some()
}

/// The name of a weekday in the language of another weekday's name, with its first letter as large.
/// None where languages that share the one do not share the other.
pub(super) fn renamed(name: &str, to: Weekday) -> Option<String> {
    let lower = name.to_lowercase();
    let speaking = LANGUAGES.iter().filter(|language| {
        language
            .weekdays
            .iter()
            .any(|forms| forms.split(' ').any(|form| form == lower))
    });
    let at = usize::try_from(to.to_monday_zero_offset()).ok()?;
    let mut names: Vec<&str> = speaking
        .filter_map(|language| language.weekdays.get(at)?.split(' ').next())
        .collect();
    names.dedup();
    let [new] = names.as_slice() else {
        return None;
    };
    if name == name.to_uppercase() {
        return Some(new.to_uppercase());
    }
    let is_large = name.chars().next().is_some_and(char::is_uppercase);
    let mut letters = new.chars();
    let first = letters.next()?;
    Some(if is_large {
        first.to_uppercase().chain(letters).collect()
    } else {
        (*new).to_owned()
    })
}

/// A word of a text, in lower case.
struct Word {
    lower: String,
    span: Span,
    /// Whether only blanks, commas or a full stop part it from the word before.
    is_close: bool,
}

impl Word {
    fn new(text: &str, span: Span, is_close: bool) -> Self {
        let lower = text.to_lowercase();
        Self {
            lower,
            span,
            is_close,
        }
    }

    fn month(&self) -> Option<i8> {
        position(|language| &language.months, &self.lower)
    }

    fn weekday(&self) -> Option<Weekday> {
        let at = position(|language| &language.weekdays, &self.lower)?;
        Weekday::from_monday_one_offset(at).ok()
    }

    /// `17`, `17th`, `1er`
    fn day(&self) -> Option<i8> {
        let figures = self
            .lower
            .trim_end_matches(|c: char| c.is_alphabetic() || c == 'º');
        let is_short = !figures.is_empty() && self.lower.len() - figures.len() <= 2;
        let day = figures
            .parse()
            .ok()
            .filter(|_| is_short && figures.len() <= 2)?;
        (1..=31).contains(&day).then_some(day)
    }

    fn year(&self) -> Option<i16> {
        let is_year = self.lower.len() == 4 && self.lower.bytes().all(|byte| byte.is_ascii_digit());
        let year = self.lower.parse().ok().filter(|_| is_year)?;
        (1000..=2200).contains(&year).then_some(year)
    }
}

/// Where a word stands in a list of any language, counted from 1.
fn position<const N: usize>(list: fn(&Language) -> &[&'static str; N], word: &str) -> Option<i8> {
    let at = LANGUAGES.iter().find_map(|language| {
        let forms = list(language).iter();
        forms
            .into_iter()
            .position(|forms| forms.split(' ').any(|form| form == word))
    })?;
    i8::try_from(at + 1).ok()
}

fn words(text: &str) -> Vec<Word> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == 'º';
    let mut words = Vec::new();
    let mut end = 0;
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(is_part)) {
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let word = rest.split(|c| !is_part(c)).next().unwrap_or_default();
        let gap = text.get(end..start).unwrap_or_default();
        let is_close = end > 0
            && gap
                .chars()
                .all(|c| matches!(c, ' ' | ',' | '.' | '\u{a0}' | '\u{202f}'))
            && gap.chars().filter(|c| *c == '.' || *c == ',').count() < 2;
        end = start + word.len();
        words.push(Word::new(word, Span::new(start, end), is_close));
        at = end;
    }
    words
}

/// The date whose month is this word.
fn date_at(words: &[Word], at: usize) -> Option<Said> {
    let month = words.get(at)?.month()?;
    let before = previous(words, at);
    let day_before = before.and_then(|at| Some((at, words.get(at)?.day()?)));
    let after = next(words, at);
    let day_after = after.and_then(|at| Some((at, words.get(at)?.day()?)));
    let (first, last, day) = match (day_before, day_after) {
        (Some((first, day)), _) => (first, at, day),
        (None, Some((last, day))) => (at, last, day),
        (None, None) => return None,
    };
    let year = next(words, last).and_then(|at| Some((at, words.get(at)?.year()?)));
    let weekday = previous(words, first).and_then(|at| {
        let word = words.get(at)?;
        Some((word.span, word.weekday()?))
    });
    let start = weekday.map_or(words.get(first)?.span.start, |(span, _)| span.start);
    let last = year.map_or(last, |(at, _)| at);
    Some(Said {
        span: Span::new(start, words.get(last)?.span.end),
        weekday,
        month,
        day,
        year: year.map(|(_, year)| year),
    })
}

/// The word close before, a small word between them left out.
fn previous(words: &[Word], at: usize) -> Option<usize> {
    let is_close = |at: usize| words.get(at).is_some_and(|word| word.is_close);
    let before = at.checked_sub(1).filter(|_| is_close(at))?;
    if !BETWEEN.contains(&words.get(before)?.lower.as_str()) {
        return Some(before);
    }
    before.checked_sub(1).filter(|_| is_close(before))
}

/// The word close after, a small word between them left out.
fn next(words: &[Word], at: usize) -> Option<usize> {
    let is_close = |at: usize| words.get(at).is_some_and(|word| word.is_close);
    let after = Some(at + 1).filter(|after| is_close(*after))?;
    if !BETWEEN.contains(&words.get(after)?.lower.as_str()) {
        return Some(after);
    }
    Some(after + 1).filter(|after| is_close(*after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_many_languages() {
        let expected = Date::constant(2026, 11, 16);
        for text in [
            "in Torvik, Monday, Nov. 16, 2026.",
            "in Torvik on Monday 16 November 2026",
            "on Monday, November 16th, 2026",
            "in Torvik, Montag, 16. November 2026.",
            "am Montag, dem 16. November 2026",
            "à Torvik, le lundi 16 novembre 2026",
            "en Torvik, lunes, 16 de noviembre de 2026.",
            "a Torvik, lunedì 16 novembre 2026",
            "em Torvik, segunda-feira, 16 de novembro de 2026",
            "in Torvik, maandag 16 november 2026",
            "i Torvik måndag den 16 november 2026",
            "i Torvik mandag den 16. november 2026",
            "Torvikissa maanantaina 16. marraskuuta 2026",
            "w Torviku, poniedziałek, 16 listopada 2026",
            "в Торвике, понедельник, 16 ноября 2026 года",
        ] {
            let said = dates(text);
            let [said] = said.as_slice() else {
                panic!("one date: {text}");
            };
            assert_eq!(said.date(), Some(expected), "{text}");
            assert_eq!(
                said.weekday.map(|(_, day)| day),
                Some(Weekday::Monday),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "The Sunday Times",
            "Marching 17 2026",
            "in May",
            "Boeing 737, March",
            "No. 16; November",
        ] {
            assert_eq!(dates(text), [], "{text}");
        }
        let said = dates("Monday, Nov. 16");
        assert_eq!((said[0].year, said[0].date()), (None, None));
        assert_eq!(dates("on Nov. 31, 2026")[0].date(), None);
    }

    #[test]
    fn a_weekday_is_renamed_in_its_own_language() {
        for (name, expected) in [
            ("Monday", Some("Tuesday")),
            ("MONDAY", Some("TUESDAY")),
            ("lundi", Some("mardi")),
            ("måndag", Some("tisdag")),
            ("fredag", None),
            ("Feiertag", None),
        ] {
            assert_eq!(
                renamed(name, Weekday::Tuesday).as_deref(),
                expected,
                "{name}"
            );
        }
    }
}

//! How the house writes: the settings of `[style]`, their kinds, and what they hold.

use toml::Value;

use crate::credit::{Lexicon, Reading, read_credit};
use crate::model::Span;

/// How the house writes; what is not said is not looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Style {
    /// A caption has at most so many words.
    pub caption_words: Option<usize>,
    /// A caption says where and when.
    pub caption_place_and_date: bool,
    /// How creator and source stand in a credit line.
    pub credit: Option<CreditPattern>,
    /// Which of an agency's names is printed.
    pub agency_names: AgencyNames,
}

/// Which of an agency's names is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AgencyNames {
    /// Any that is its own.
    #[default]
    AsPrinted,
    /// The first that the lexicon has.
    Canonical,
}

/// A setting of `[style]`.
pub(super) struct Setting {
    pub(super) name: &'static str,
    /// What its value must be, for whoever wrote another.
    pub(super) expected: &'static str,
    /// Takes a value over; None where it is of another kind.
    pub(super) take: fn(&mut Style, &Value) -> Option<()>,
}

/// The settings of `[style]`.
pub(super) const SETTINGS: &[Setting] = &[
    Setting {
        name: "caption-words",
        expected: "a number above 0",
        take: |style, value| {
            let words = value.as_integer().filter(|words| *words > 0)?;
            style.caption_words = Some(usize::try_from(words).ok()?);
            Some(())
        },
    },
    Setting {
        name: "caption-place-and-date",
        expected: "true or false",
        take: |style, value| {
            style.caption_place_and_date = value.as_bool()?;
            Some(())
        },
    },
    Setting {
        name: "credit",
        expected: "a pattern with {creator} and {source}, as \"{creator}/{source}\", without a label or brackets,",
        take: |style, value| {
            style.credit = Some(CreditPattern::parse(value.as_str()?)?);
            Some(())
        },
    },
    Setting {
        name: "agency-names",
        expected: "\"as-printed\" or \"canonical\"",
        take: |style, value| {
            style.agency_names = match value.as_str()? {
                "as-printed" => AgencyNames::AsPrinted,
                "canonical" => AgencyNames::Canonical,
                _ => return None,
            };
            Some(())
        },
    },
];

/// How creator and source stand in a credit line: `{creator}/{source}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditPattern(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Creator,
    Source,
}

/// Words behind a name that say only that it is a picture.
const PICTURE_WORDS: [&str; 10] = [
    "photo", "photos", "foto", "fotos", "fotó", "фото", "picture", "pictures", "image", "bild",
];

impl CreditPattern {
    /// Reads a pattern: each of the two once, nothing else in braces, and no label or brackets that
    /// other rules would cut off again.
    fn parse(pattern: &str) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut rest = pattern;
        while let Some((before, from)) = rest.split_once('{') {
            let (name, after) = from.split_once('}')?;
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            pieces.push(match name {
                "creator" => Piece::Creator,
                "source" => Piece::Source,
                _ => return None,
            });
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        let count = |piece: &Piece| pieces.iter().filter(|other| *other == piece).count();
        let is_whole = count(&Piece::Creator) == 1 && count(&Piece::Source) == 1;
        let read = Self(pieces);
        let tried = read.written("Jane Doe", "AP");
        let is_line = names_alone(&read_credit(&tried, &Lexicon::built_in())).is_some();
        (is_whole && is_line).then_some(read)
    }

    /// The credit line of these.
    #[must_use]
    pub fn written(&self, creator: &str, source: &str) -> String {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Creator => creator,
            Piece::Source => source,
        });
        pieces.collect()
    }

    /// A credit line in this pattern. None where it names more or less than creators and one
    /// organisation, where a word of it would be lost, and where it would not read as before.
    #[must_use]
    pub fn rewritten(&self, line: &str, lexicon: &Lexicon) -> Option<String> {
        let reading = read_credit(line, lexicon);
        let (creators, source) = names_alone(&reading)?;
        let written = self.written(creators.of(line), source.of(line));
        let back = read_credit(&written, lexicon);
        names_alone(&back)?;
        let is_same = back.creators == reading.creators && back.sources == reading.sources;
        is_same.then_some(written)
    }
}

/// Where the creators and the one organisation stand in a credit line that says nothing else.
fn names_alone(reading: &Reading<'_>) -> Option<(Span, Span)> {
    let [credit] = reading.credits.as_slice() else {
        return None;
    };
    let [source] = credit.organisations.as_slice() else {
        return None;
    };
    let creators = Span::new(credit.persons.first()?.start, credit.persons.last()?.end);
    let is_plain = reading.confidence == crate::credit::Confidence::Certain
        && reading.parts.len() == 1
        && reading.qualifiers.is_empty()
        && reading.kept == Some(Span::new(0, reading.raw.len()));
    let between = if creators.end <= source.start {
        [
            0..creators.start,
            creators.end..source.start,
            source.end..reading.raw.len(),
        ]
    } else if source.end <= creators.start {
        [
            0..source.start,
            source.end..creators.start,
            creators.end..reading.raw.len(),
        ]
    } else {
        return None;
    };
    let says_nothing = |range: &std::ops::Range<usize>| {
        let between = reading.raw.get(range.clone()).unwrap_or_default();
        let words = between.split(|c: char| c.is_whitespace() || "/|–—-,·•()".contains(c));
        words
            .filter(|word| !word.is_empty())
            .all(|word| PICTURE_WORDS.contains(&word.to_lowercase().as_str()))
    };
    (is_plain && between.iter().all(says_nothing)).then_some((creators, *source))
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, LazyLock};

    use proptest::prelude::*;

    use super::*;

    static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Lexicon::built_in);
    const PATTERNS: [&str; 5] = [
        "{creator}/{source}",
        "{source} Photo/{creator}",
        "{source}/{creator}",
        "{creator} | {source}",
        "{creator} / {source}",
    ];

    #[test]
    fn a_credit_is_rewritten_in_each_style() {
        for (line, by_pattern) in [
            (
                "AP Photo/Ana Maric",
                ["Ana Maric/AP", "AP Photo/Ana Maric", "AP/Ana Maric"],
            ),
            (
                "Ana Maric | AP",
                ["Ana Maric/AP", "AP Photo/Ana Maric", "AP/Ana Maric"],
            ),
            (
                "Ana Maric, AP",
                ["Ana Maric/AP", "AP Photo/Ana Maric", "AP/Ana Maric"],
            ),
            (
                "Ana Maric and Jonas Lie/Reuters",
                [
                    "Ana Maric and Jonas Lie/Reuters",
                    "Reuters Photo/Ana Maric and Jonas Lie",
                    "Reuters/Ana Maric and Jonas Lie",
                ],
            ),
        ] {
            for (pattern, expected) in READ.iter().zip(by_pattern) {
                let written = pattern.rewritten(line, &LEXICON);
                assert_eq!(written.as_deref(), Some(expected), "{line}");
            }
        }
    }

    #[test]
    fn what_would_lose_a_word_is_left_alone() {
        let pattern = &READ[0];
        for line in [
            "",
            "AP",
            "Ana Maric",
            "Ana Maric via AP",
            "Courtesy of Ana Maric/AP",
            "AP Photo/Ana Maric, File",
            "Ana Maric/Pool/AP",
            "Ana Maric for AP",
            "The Torvik Herald for Doe, Jane",
            "Ana Maric/Torvik Herald via AP",
            "(AP Photo/Ana Maric) Credit: Ana Maric",
            "Photo: Ana Maric | AP",
            "Illustration: Ana Maric | AP",
            "Ana Maric | AP. No sales",
        ] {
            assert_eq!(pattern.rewritten(line, &LEXICON), None, "{line}");
        }
    }

    #[test]
    fn a_pattern_that_is_no_credit_line_is_refused() {
        for pattern in [
            "",
            "{creator}",
            "{source}",
            "{creator}/{agency}",
            "{creator}/{source}/{source}",
            "({creator}/{source})",
            "Photo: {creator}/{source}",
            "{creator}{source}",
            "{creator}/{source",
        ] {
            assert_eq!(CreditPattern::parse(pattern), None, "{pattern}");
        }
    }

    static READ: LazyLock<Vec<CreditPattern>> = LazyLock::new(|| {
        let read = PATTERNS.iter().map(|pattern| CreditPattern::parse(pattern));
        read.map(|pattern| pattern.expect("a pattern")).collect()
    });

    /// Names, ties and words of which credits are made.
    const CREATORS: [&str; 8] = [
        "Ana Maric",
        "J. Doe",
        "Jane van der Meer",
        "Łukasz Nowak",
        "Doe, Jane",
        "李小明",
        "Ana Maric and Jonas Lie",
        "ana_pix",
    ];
    const SOURCES: [&str; 10] = [
        "AP",
        "AP Photo",
        "Reuters",
        "Getty Images",
        "dpa",
        "AFP",
        "The Torvik Herald",
        "Harbour Office",
        "Shutterstock",
        "新华社",
    ];
    const TIES: [&str; 8] = ["/", " / ", " | ", ", ", " via ", " for ", " – ", " "];
    const ENDS: [&str; 8] = [
        "",
        ", File",
        "/Pool",
        " (Handout)",
        ". No sales",
        "/AFP",
        ".",
        " Photo",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]
        #[test]
        fn a_rewritten_credit_names_the_same_and_is_written_once(
            creator in prop::sample::select(&CREATORS[..]),
            source in prop::sample::select(&SOURCES[..]),
            tie in prop::sample::select(&TIES[..]),
            end in prop::sample::select(&ENDS[..]),
            is_source_first: bool,
            pattern in 0..PATTERNS.len(),
        ) {
            let (first, second) = if is_source_first { (source, creator) } else { (creator, source) };
            let line = format!("{first}{tie}{second}{end}");
            let pattern = &READ[pattern];
            let before = read_credit(&line, &LEXICON);
            if let Some(written) = pattern.rewritten(&line, &LEXICON) {
                let after = read_credit(&written, &LEXICON);
                prop_assert_eq!(&after.creators, &before.creators);
                prop_assert_eq!(&after.sources, &before.sources);
                prop_assert_eq!(pattern.rewritten(&written, &LEXICON), Some(written.clone()));
                let kept = ["file", "pool", "handout", "sales", "via", "for", "courtesy"];
                for word in line.to_lowercase().split(|c: char| !c.is_alphabetic()) {
                    prop_assert!(!kept.contains(&word), "{} became {}", line, written);
                }
            }
        }
    }
}

//! Phrases that show a line to be more than prose, and where in a line they do.

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};

/// At the end of a line, in bytes, notes and roles are signs of a credit.
const END: usize = 120;
/// At the beginning of a line, in bytes, a caption speaks of its photo.
const BEGINNING: usize = 160;

/// Where a phrase is a sign of a credit or of a caption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::credit) enum Sign {
    /// A label: wherever no small word follows.
    Anywhere,
    /// Terms: wherever they stand.
    Terms,
    /// A note or a role: at the end of a line.
    AtEnd,
    /// The mention of a photo: at the beginning of a line.
    AtBeginning,
}

/// Phrases that are signs, ready to be found.
#[derive(Debug, Clone)]
pub(super) struct Signs {
    phrases: AhoCorasick,
    places: Vec<Sign>,
    beginnings: Beginnings,
}

impl Signs {
    /// Of these phrases, as printed; none where they are too many to be searched for.
    pub(super) fn of<'p>(phrases: impl Iterator<Item = (&'p str, Sign)>) -> Option<Self> {
        let (printed, places): (Vec<String>, Vec<Sign>) = phrases
            .flat_map(|(phrase, sign)| {
                spellings(phrase)
                    .into_iter()
                    .map(move |spelling| (spelling, sign))
            })
            .unzip();
        Some(Self {
            beginnings: Beginnings::of(&printed),
            phrases: finder(&printed)?,
            places,
        })
    }

    /// Whether one stands in a line, in a place where it is a sign.
    pub(super) fn are_in(&self, line: &str) -> bool {
        let bytes = line.as_bytes();
        let mut before = b' ';
        bytes.iter().enumerate().any(|(at, &byte)| {
            let is_start = is_letter(byte) && (!is_letter(before) || !before.is_ascii());
            before = byte;
            is_start && self.beginnings.may_begin(bytes, at) && self.is_sign_at(line, at)
        })
    }

    /// Whether a phrase stands here that is a sign in this place.
    fn is_sign_at(&self, line: &str, start: usize) -> bool {
        let here = Input::new(line)
            .span(start..line.len())
            .anchored(Anchored::Yes);
        let Some(found) = self.phrases.find(here) else {
            return false;
        };
        let end = found.end();
        let (before, rest) = line.split_at_checked(start).unwrap_or_default();
        let after = line.get(end..).unwrap_or_default();
        if before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric) {
            return false;
        }
        let is_note_at_end = || rest.len() < END && leads_to_name(rest, end.saturating_sub(start));
        match self.places.get(found.pattern().as_usize()) {
            Some(Sign::Anywhere) => !is_followed_by_small_word(line, end),
            Some(Sign::AtEnd) => is_note_at_end(),
            Some(Sign::AtBeginning) => start < BEGINNING || is_note_at_end(),
            Some(Sign::Terms) | None => true,
        }
    }
}

/// Whether a byte belongs to a word, or to a character beyond ASCII.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// With which three bytes some phrase begins, roughly: most words of prose are told from all phrases
/// by them.
#[derive(Debug, Clone)]
struct Beginnings(Vec<u64>);

impl Beginnings {
    const BITS: usize = 1 << 15;

    fn of(phrases: &[String]) -> Self {
        let mut beginnings = Self(vec![0; Self::BITS / 64]);
        for phrase in phrases {
            let bytes = phrase.as_bytes();
            let third = bytes.get(2).copied();
            for last in third.map_or(0..=u8::MAX, |third| third..=third) {
                let bit = Self::bit(bytes.first(), bytes.get(1), Some(&last));
                if let Some(word) = beginnings.0.get_mut(bit / 64) {
                    *word |= 1 << (bit % 64);
                }
            }
        }
        beginnings
    }

    fn bit(first: Option<&u8>, second: Option<&u8>, third: Option<&u8>) -> usize {
        let small =
            |byte: Option<&u8>| byte.map_or(0, |byte| usize::from(byte.to_ascii_lowercase()));
        (small(first) ^ (small(second) << 5) ^ (small(third) << 10)) % Self::BITS
    }

    fn may_begin(&self, bytes: &[u8], at: usize) -> bool {
        let bit = Self::bit(bytes.get(at), bytes.get(at + 1), bytes.get(at + 2));
        self.0
            .get(bit / 64)
            .is_some_and(|word| word & (1 << (bit % 64)) != 0)
    }
}

/// Finds the longest of the phrases that begins at a place.
pub(super) fn finder(phrases: &[String]) -> Option<AhoCorasick> {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .start_kind(StartKind::Anchored)
        .build(phrases)
        .ok()
}

/// A phrase as it is printed, small, with a capital, and in capitals; ASCII is found in every case.
pub(super) fn spellings(phrase: &str) -> Vec<String> {
    if phrase.is_ascii() {
        return vec![phrase.to_owned()];
    }
    let small = phrase.to_lowercase();
    let mut letters = small.chars();
    let capital = letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect());
    let mut all = vec![phrase.to_owned(), phrase.to_uppercase(), small.clone()];
    all.extend(capital);
    all.sort_unstable();
    all.dedup();
    all
}

/// "… took a picture of the harbour": no credit follows a label that leads to a small word.
fn is_followed_by_small_word(line: &str, end: usize) -> bool {
    let after = line.get(end..).unwrap_or_default();
    after
        .strip_prefix([' ', '\u{a0}'])
        .is_some_and(|next| next.starts_with(char::is_lowercase))
}

/// Whether a note or a role at the beginning of this text is printed with a capital, or a name follows.
fn leads_to_name(text: &str, length: usize) -> bool {
    let after = text.get(length..).unwrap_or_default().trim_start();
    text.starts_with(char::is_uppercase)
        || after.starts_with(|c: char| c.is_uppercase() || c == ':')
}

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
        let mut start = 0;
        while let Some(&first) = bytes.get(start) {
            if !is_letter(first) {
                start = start.saturating_add(1);
                continue;
            }
            let end = word_end(bytes, start);
            let word = bytes.get(start..end).unwrap_or_default();
            if self.beginnings.may_begin(word) && self.is_sign_at(line, start) {
                return true;
            }
            start = end;
        }
        false
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

/// Where the word ends that begins here. A character beyond ASCII is a word of its own, as scripts
/// without spaces begin a phrase anywhere.
fn word_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let is_ascii = rest.first().is_some_and(u8::is_ascii);
    let length = if is_ascii {
        rest.iter().position(|byte| !byte.is_ascii_alphanumeric())
    } else {
        rest.iter()
            .skip(1)
            .position(|byte| byte & 0xc0 != 0x80)
            .map(|more| more.saturating_add(1))
    };
    start.saturating_add(length.unwrap_or(rest.len()))
}

/// With which words phrases begin, roughly: nearly all words of prose are told from them by it.
#[derive(Debug, Clone)]
struct Beginnings(Vec<u64>);

impl Beginnings {
    const BITS: usize = 1 << 16;

    fn of(phrases: &[String]) -> Self {
        let mut beginnings = Self(vec![0; Self::BITS / 64]);
        for phrase in phrases {
            let bytes = phrase.as_bytes();
            let word = bytes.get(..word_end(bytes, 0)).unwrap_or_default();
            let bit = Self::bit(word);
            if let Some(bits) = beginnings.0.get_mut(bit / 64) {
                *bits |= 1 << (bit % 64);
            }
        }
        beginnings
    }

    fn bit(word: &[u8]) -> usize {
        let hash = word.iter().fold(0_u32, |hash, byte| {
            (hash.rotate_left(5) ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x9e37_79b9)
        });
        usize::try_from(hash >> 16).unwrap_or_default() % Self::BITS
    }

    fn may_begin(&self, word: &[u8]) -> bool {
        let bit = Self::bit(word);
        self.0
            .get(bit / 64)
            .is_some_and(|bits| bits & (1 << (bit % 64)) != 0)
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

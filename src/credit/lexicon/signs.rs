//! Phrases that show a line to be more than prose, and where in a line they do.

use std::cmp::Reverse;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind, StartKind};
use rustc_hash::FxHashMap;

/// At the end of a line, in bytes, notes and roles are signs of a credit.
const END: usize = 120;
/// At the beginning of a line, in bytes, a caption speaks of its photo.
const BEGINNING: usize = 160;

/// Where a phrase is a sign of a credit or of a caption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::credit) enum Sign {
    /// A label: wherever no small word follows.
    Anywhere,
    /// Terms, and who contributed: wherever they stand.
    Terms,
    /// A note or a role: at the end of a line.
    AtEnd,
    /// The mention of a photo: at the beginning of a line.
    AtBeginning,
}

/// Phrases that are signs, ready to be found.
#[derive(Debug, Clone)]
pub(super) struct Signs {
    /// By how they begin, longest first: with a word and the two bytes behind it, or with the word alone
    /// where they end with it.
    phrases: FxHashMap<u64, Vec<(String, Sign)>>,
    /// How they begin, roughly: nearly all words of prose are told from signs by it.
    beginnings: Vec<u64>,
}

impl Signs {
    const BITS: usize = 1 << 16;

    /// Of these phrases, as printed; of two equal ones the first counts.
    pub(super) fn of<'p>(phrases: impl Iterator<Item = (&'p str, Sign)>) -> Self {
        let mut signs = Self {
            phrases: FxHashMap::default(),
            beginnings: vec![0; Self::BITS / 64],
        };
        for (phrase, sign) in phrases {
            for spelling in spellings(phrase) {
                let bytes = spelling.as_bytes();
                let end = word_end(bytes, 0);
                let beginning = key(bytes, 0..end) ^ next_two(bytes, end);
                let (place, bit) = Self::place(beginning);
                if let Some(bits) = signs.beginnings.get_mut(place) {
                    *bits |= bit;
                }
                let alike = signs.phrases.entry(beginning).or_default();
                alike.push((spelling, sign));
            }
        }
        for alike in signs.phrases.values_mut() {
            alike.sort_by_key(|(phrase, _)| Reverse(phrase.len()));
        }
        signs
    }

    /// Where a beginning has its bit.
    fn place(beginning: u64) -> (usize, u64) {
        let hash = beginning.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48;
        let place = usize::try_from(hash / 64).unwrap_or_default();
        (place, 1 << (hash % 64))
    }

    /// Whether one begins with this word of a line, in a place where it is a sign.
    pub(super) fn stand_at(&self, line: &str, word: Range<usize>) -> bool {
        let start = word.start;
        let next = next_two(line.as_bytes(), word.end);
        let alone = key(line.as_bytes(), word);
        let beginnings = [alone, alone ^ next];
        beginnings
            .iter()
            .any(|beginning| self.may_begin(*beginning))
            && self.is_sign_at(line, start, beginnings)
    }

    fn may_begin(&self, beginning: u64) -> bool {
        let (place, bit) = Self::place(beginning);
        let bits = self.beginnings.get(place);
        bits.is_some_and(|bits| bits & bit != 0)
    }

    /// Whether the longest phrase that stands here is a sign in this place. Apart from the look that
    /// comes before it, which nearly every word of a text takes alone.
    #[inline(never)]
    fn is_sign_at(&self, line: &str, start: usize, beginnings: [u64; 2]) -> bool {
        let here = line.as_bytes().get(start..).unwrap_or_default();
        let stands = |phrase: &str| {
            here.get(..phrase.len())
                .is_some_and(|here| here.eq_ignore_ascii_case(phrase.as_bytes()))
        };
        let alike = beginnings.iter().filter_map(|key| self.phrases.get(key));
        let found = alike.filter_map(|alike| alike.iter().find(|(phrase, _)| stands(phrase)));
        let Some((phrase, sign)) = found.max_by_key(|(phrase, _)| phrase.len()) else {
            return false;
        };
        let end = start.saturating_add(phrase.len());
        let (before, rest) = line.split_at_checked(start).unwrap_or_default();
        let after = line.get(end..).unwrap_or_default();
        if before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric) {
            return false;
        }
        let is_note_at_end = || rest.len() < END && leads_to_name(rest, end.saturating_sub(start));
        match sign {
            Sign::Anywhere => !is_followed_by_small_word(line, end),
            Sign::AtEnd => is_note_at_end(),
            Sign::AtBeginning => start < BEGINNING || is_note_at_end(),
            Sign::Terms => true,
        }
    }
}

/// Where the word ends that begins here. A character beyond ASCII is a word of its own, as scripts
/// without spaces begin a phrase anywhere.
fn word_end(bytes: &[u8], start: usize) -> usize {
    let Some([first, more @ ..]) = bytes.get(start..) else {
        return start;
    };
    let length = if first.is_ascii() {
        more.iter().position(|byte| !byte.is_ascii_alphanumeric())
    } else {
        more.iter().position(|byte| byte & 0xc0 != 0x80)
    };
    start
        .saturating_add(1)
        .saturating_add(length.unwrap_or(more.len()))
}

/// The first bytes of a word, letters of ASCII in one case.
fn key(bytes: &[u8], word: Range<usize>) -> u64 {
    const IN_ONE_CASE: u64 = 0x2020_2020_2020_2020;
    let length = word.len().min(8);
    let rest = bytes.get(word.start..).unwrap_or_default();
    let first = rest.first_chunk::<8>().copied().unwrap_or_else(|| {
        let mut first = [0; 8];
        for (to, from) in first.iter_mut().zip(rest) {
            *to = *from;
        }
        first
    });
    let unused = 64_usize.saturating_sub(length.saturating_mul(8));
    let first = u64::from_le_bytes(first) | IN_ONE_CASE;
    first
        .checked_shl(u32::try_from(unused).unwrap_or(u32::MAX))
        .unwrap_or_default()
}

/// The two bytes at a place, letters of ASCII in one case, where no byte of a key of a short word is; 0
/// where there are not two.
fn next_two(bytes: &[u8], at: usize) -> u64 {
    let next = bytes.get(at..).and_then(|rest| rest.first_chunk::<2>());
    next.map_or(0, |next| {
        u64::from(u16::from_le_bytes(*next) | 0x2020).wrapping_mul(0x0001_0001)
    })
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

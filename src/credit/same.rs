//! Whether two names name the same: initials, middle names, reversed names, second surnames, aliases.

use super::fold::fold;
use super::lexicon::Lexicon;

/// How one name relates to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The same name, or another spelling of it.
    Same,
    /// The first says less: `J. Doe` of `Jane Doe`, `Doe` of `Jane Doe`.
    Less,
    /// The first says more.
    More,
}

/// A name, ready to be compared.
#[derive(Debug, Clone)]
pub(super) struct Comparable {
    words: Vec<String>,
    joined: String,
    organisation: Option<usize>,
    /// Whether it is the name in an e-mail address.
    is_mail: bool,
}

impl Comparable {
    pub(super) fn new(name: &str, lexicon: &Lexicon) -> Self {
        let local = name
            .split_once('@')
            .filter(|(local, _)| !local.is_empty())
            .map_or(name, |(local, _)| local);
        let is_mail = local.len() < name.len();
        let split = |c: char| {
            c.is_whitespace()
                || matches!(c, '-' | '‐' | '‑' | ',' | '/' | '_' | '"' | '“' | '”' | '‘')
                || (c == '.' || c == '@')
        };
        let mut words: Vec<String> = local
            .split(split)
            .map(|word| fold(word).into_owned())
            .filter(|word| !word.is_empty())
            .collect();
        let count = words.len();
        words.retain(|word| !(is_mail && word.len() < 2) && word != "the");
        let joined = words.concat();
        // With the marks that are no part of a word, and the words that say nothing, it is another key.
        let is_joined = words.len() == count && !name.contains([',', '/', '"', '“', '”', '@']);
        let organisation = if is_joined {
            lexicon.organisation_id(&joined)
        } else {
            lexicon
                .organisation_id(&fold(name).split_whitespace().collect::<String>())
                .or_else(|| lexicon.organisation_id(&joined))
        };
        Self {
            words,
            joined,
            organisation,
            is_mail,
        }
    }

    /// How this name relates to another; none where they are two.
    pub(super) fn likeness(&self, other: &Self) -> Option<Likeness> {
        if self.joined == other.joined
            || (self.organisation.is_some() && self.organisation == other.organisation)
        {
            return Some(Likeness::Same);
        }
        if self.words.is_empty() || other.words.is_empty() {
            return None;
        }
        if self.is_address_of(other) {
            return Some(Likeness::Less);
        }
        if other.is_address_of(self) {
            return Some(Likeness::More);
        }
        if self.is_reversed(other) || is_misspelt(&self.words, &other.words) {
            return Some(Likeness::Same);
        }
        match (
            fits(&self.words, &other.words),
            fits(&other.words, &self.words),
        ) {
            (Some(fit), _) => Some(fit),
            (None, Some(Likeness::Less)) => Some(Likeness::More),
            (None, fit) => fit,
        }
    }

    /// `jdoe@…` or `jane@…` of `Jane Doe`.
    fn is_address_of(&self, other: &Self) -> bool {
        let (Some(first), Some(last)) = (other.words.first(), other.words.last()) else {
            return false;
        };
        let [local] = self.words.as_slice() else {
            return false;
        };
        let is_initial_and = |initial: &str, rest: &str, local: &str| -> bool {
            let mut letters = initial.chars();
            letters.next().is_some_and(|letter| {
                local.strip_prefix(letter) == Some(rest) || local.strip_suffix(letter) == Some(rest)
            })
        };
        self.is_mail
            && !other.is_mail
            && other.words.len() > 1
            && (local == first
                || is_initial_and(first, last, local)
                || is_initial_and(last, first, local))
    }

    /// `Doe Jane` of `Jane Doe`.
    fn is_reversed(&self, other: &Self) -> bool {
        let (mut mine, mut others) = (self.words.clone(), other.words.clone());
        mine.sort_unstable();
        others.sort_unstable();
        mine == others
    }
}

/// Whether the shorter name fits into the longer, word by word in order.
fn fits(shorter: &[String], longer: &[String]) -> Option<Likeness> {
    if shorter.len() > longer.len() {
        return None;
    }
    let (first, last) = (longer.first()?, longer.last()?);
    if let [only] = shorter {
        let is_surname = only.chars().count() > 2
            && longer.len() < 5
            && (only == last || (only == first && longer.len() == 1));
        return is_surname.then_some(Likeness::Less);
    }
    let mut at = 0;
    let mut has_initial = false;
    let mut last_match = 0;
    for word in shorter {
        let found = longer
            .get(at..)?
            .iter()
            .position(|long| is_word_of(word, long))?;
        let long = longer.get(at + found)?;
        has_initial |= word.len() < long.len();
        last_match = at + found;
        at = last_match + 1;
    }
    let begins = is_word_of(shorter.first()?, first);
    if !begins || shorter.last().is_none_or(|word| word.chars().count() < 2) {
        return None;
    }
    let leftover_after = longer.len() - 1 - last_match;
    let skipped = longer.len() - shorter.len() - leftover_after;
    if has_initial || skipped > 0 {
        Some(Likeness::Less)
    } else if leftover_after > 0 && shorter.len() > 1 && longer.len() < 5 {
        // A second surname: another spelling of the same person, neither says more.
        Some(Likeness::Same)
    } else {
        None
    }
}

/// Whether a word is another, or its initial.
fn is_word_of(word: &str, long: &str) -> bool {
    word == long || (word.chars().count() == 1 && long.starts_with(word))
}

/// Whether one letter makes the difference: `Sergei Grits` and `Sergey Grits`.
fn is_misspelt(one: &[String], other: &[String]) -> bool {
    let differing: Vec<_> = one.iter().zip(other).filter(|(a, b)| a != b).collect();
    one.len() == other.len()
        && one.len() > 1
        && matches!(differing.as_slice(), [(a, b)] if is_one_letter_off(a, b))
}

/// How many items two sequences have in common at their beginning.
fn common<T: PartialEq>(one: impl Iterator<Item = T>, other: impl Iterator<Item = T>) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .count()
}

/// Whether one letter is other, missing, too many, or two changed places.
pub(super) fn is_one_letter_off(one: &str, other: &str) -> bool {
    // Of nearly all pairs it is told from their bytes.
    let ahead = common(one.bytes(), other.bytes());
    let behind = common(one.bytes().rev(), other.bytes().rev());
    let two_letters = if one.is_ascii() && other.is_ascii() {
        2
    } else {
        8
    };
    if ahead + behind + two_letters < one.len().max(other.len()) {
        return false;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().min(other.len()) < 4 || one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let ahead = common(one.iter(), other.iter());
    let behind = common(one.iter().rev(), other.iter().rev());
    let swapped = one.len() == other.len() && ahead + behind + 2 >= one.len() && {
        let pair = |letters: &[char]| letters.get(ahead..ahead + 2).map(<[char]>::to_vec);
        pair(&one)
            .zip(pair(&other))
            .is_some_and(|(a, b)| a.iter().rev().eq(b.iter()))
    };
    swapped || ahead + behind + 1 >= one.len().max(other.len())
}

//! What a credit says, without how it is written: the key under which its spellings meet.

use super::{By, Tie};
use crate::credit::fold::fold;
use crate::credit::{Lexicon, read_credit};

/// The fingerprint of a credit: who is named in it, and what else it says. Order, case, accents,
/// labels, styles and repetitions are not in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key {
    /// Each person's words, sorted and joined.
    pub(super) persons: Vec<String>,
    /// Each organisation: its number in the lexicon, else its words.
    pub(super) bodies: Vec<String>,
    /// Words that say something more (Illustration, File, Courtesy of), and numbers, as those of a
    /// year; all words where nobody is named.
    pub(super) rest: Vec<String>,
}

/// What is known of one spelling.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) key: Key,
    /// The persons as they are printed, beside their keys.
    pub(super) names: Vec<(String, String)>,
    /// The organisations.
    pub(super) bodies: Vec<Body>,
    /// The line without label, brackets and repetition.
    pub(super) kept: String,
    /// Whether the persons are written in capitals, or in none.
    pub(super) is_shouted: bool,
    /// How many letters carry more than their plain form.
    pub(super) accents: usize,
    /// How many letters are as wide as those of Chinese and Japanese: `ＡＰ`.
    pub(super) wide: usize,
}

/// An organisation of a credit.
#[derive(Debug, Clone)]
pub(super) struct Body {
    /// Its part of the key.
    pub(super) key: String,
    /// Its words, folded.
    pub(super) words: Vec<String>,
    /// The key of the agency that is meant, where it is unknown and only a slip away from one.
    pub(super) meant: Option<String>,
}

impl Body {
    fn new(name: &str, lexicon: &Lexicon) -> Self {
        let guess = lexicon.agency(name).filter(|agency| agency.is_guess);
        Self {
            key: body(name, lexicon),
            words: words(name),
            meant: guess.map(|agency| body(agency.name, lexicon)),
        }
    }
}

impl Said {
    /// Reads a line, or takes a name as what it is.
    pub(super) fn by(line: &str, by: By, lexicon: &Lexicon) -> Self {
        let reading = read_credit(line, lexicon);
        let (mut persons, mut bodies) = match by {
            By::Line => (
                reading.creators.clone(),
                reading.sources.iter().map(|body| &*body.name).collect(),
            ),
            By::Creator => (vec![line], Vec::new()),
            // The style is not part of an agency's name: `AP Photo` is `AP`.
            By::Source => match (reading.creators.as_slice(), reading.sources.as_slice()) {
                ([], [body]) => (Vec::new(), vec![&*body.name]),
                _ => (Vec::new(), vec![line]),
            },
        };
        persons.retain(|name| !words(name).is_empty());
        bodies.retain(|name: &&str| !words(name).is_empty());
        if persons.is_empty() && bodies.is_empty() && lexicon.agency(line).is_some() {
            bodies.push(line);
        }
        let is_nobody = persons.is_empty() && bodies.is_empty();
        let rest = match by {
            _ if is_nobody => words(line),
            By::Line => {
                let more = [
                    reading.caption(),
                    reading.usage_terms(),
                    reading.instructions(),
                ];
                let qualifiers = reading.qualifiers.iter().flat_map(|word| words(word));
                let numbers = words(line).into_iter().filter(|word| is_number(word));
                let more = more.iter().flat_map(|text| words(text));
                qualifiers.chain(more).chain(numbers).collect()
            }
            By::Creator | By::Source => Vec::new(),
        };
        let names: Vec<(String, String)> = persons
            .iter()
            .map(|name| (person(name), (*name).to_owned()))
            .collect();
        let bodies: Vec<Body> = bodies
            .into_iter()
            .map(|name| Body::new(name, lexicon))
            .collect();
        let kept = match (by, reading.credit_line()) {
            (By::Line, Some(kept))
                if reading.conflict.is_empty() && reading.parts.len() == reading.credits.len() =>
            {
                kept.into_owned()
            }
            _ => line.trim().to_owned(),
        };
        Self {
            key: Key {
                persons: sorted(names.iter().map(|(key, _)| key.clone()).collect()),
                bodies: sorted(bodies.iter().map(|body| body.key.clone()).collect()),
                rest: sorted(rest),
            },
            is_shouted: !persons.is_empty() && persons.iter().all(|name| is_shouted(name)),
            accents: kept.chars().filter(|c| is_accented(*c)).count(),
            wide: kept.chars().filter(|c| is_wide(*c)).count(),
            names,
            bodies,
            kept,
        }
    }
}

/// How a spelling of the same credit differs from another.
pub(super) fn tie(line: &str, other: &str) -> Tie {
    let (mut one, mut other) = (words(line), words(other));
    if one.concat() == other.concat() {
        return Tie::Letters;
    }
    one.sort_unstable();
    other.sort_unstable();
    if one == other { Tie::Order } else { Tie::Style }
}

/// The folded words of a text.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(is_between)
        .map(|word| fold(word).into_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

/// What parts words; apostrophes are inside of them.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || (c.is_ascii_punctuation() && !matches!(c, '\'' | '`'))
        || matches!(
            c,
            '\u{2010}'..='\u{2015}' | '“' | '”' | '„' | '«' | '»' | '·' | '•' | '…'
        )
        || matches!(
            c,
            '©' | '®' | '™' | '、' | '，' | '：' | '（' | '）' | '／' | '｜'
        )
}

/// `Doe, Jane` is `Jane Doe`, `Jean-Luc` is `Jean Luc`, `J.R.` is `JR`.
fn person(name: &str) -> String {
    let mut words = words(name);
    words.sort_unstable();
    words.concat()
}

/// `The Post` is `Post`, and every name that the lexicon knows of an agency is the same agency.
fn body(name: &str, lexicon: &Lexicon) -> String {
    let words = words(name);
    let whole = words.concat();
    let bare = words.iter().filter(|word| *word != "the");
    let bare: String = bare.map(String::as_str).collect();
    let id = lexicon
        .organisation_id(&whole)
        .or_else(|| lexicon.organisation_id(&bare));
    match id {
        Some(id) => format!("#{id}"),
        None if bare.is_empty() => whole,
        None => bare,
    }
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort_unstable();
    words.dedup();
    words
}

fn is_number(word: &str) -> bool {
    word.chars().all(char::is_numeric)
}

fn is_shouted(name: &str) -> bool {
    let has = |is: fn(char) -> bool| name.chars().any(is);
    has(char::is_uppercase) != has(char::is_lowercase)
}

/// A letter, digit or mark of Latin script in the width of ideographs.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ff5e}')
}

fn is_accented(c: char) -> bool {
    c.is_alphabetic() && !c.is_ascii() && !is_wide(c) && fold(&c.to_string()).is_ascii()
}

//! Weak ties: credits that are the same but for one name, of a person or an organisation, which
//! differs a little.
//!
//! Comparing every name with every other would take hours on an archive, so only names of one block
//! are compared. A name stands in the block of its surname, and in that of each of its forms with
//! one word left out: two names of which one word differs, or is missing, share such a form. A body
//! that is a slip away from an agency stands in that agency's block too (`Rueters`). Within
//! a block names are sorted, and each is compared with its nearest neighbours only: the work grows
//! with the number of names, and what is near in spelling is near in the order.

use super::Class;
use super::key::words;
use crate::credit::Lexicon;
use crate::credit::same::{Comparable, Likeness, is_one_letter_off};

/// How many neighbours a name is compared with: more than any newsroom has of one surname.
const NEIGHBOURS: usize = 64;
/// A given name that is cut short keeps at least so many letters: `Ann` of `Anna`, not `Jo` of `John`.
const SHORT_FORM: usize = 3;

/// Shorter words are too like one another to be taken for misspelt.
const SHORTEST_SLIP: usize = 6;

/// Two classes that may be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pair {
    /// The place of the first.
    pub(super) one: usize,
    /// The place of the second, which is higher.
    pub(super) other: usize,
    /// The one of the two that says less, where one does.
    pub(super) shorter: Option<usize>,
    /// The one of the two that no agency is called, where the other is one.
    pub(super) misspelt: Option<usize>,
}

/// A name of a class.
struct Name {
    class: usize,
    words: Vec<String>,
    whose: Whose,
}

/// Whose name it is.
enum Whose {
    /// A person's.
    Person(Comparable),
    /// An organisation's: its key, and the key of the agency that is meant.
    Body(String, Option<String>),
}

/// A name in one of its blocks.
struct Entry {
    block: String,
    name: usize,
}

/// All weak ties, sorted, each once.
pub(super) fn between(classes: &[Class], lexicon: &Lexicon) -> Vec<Pair> {
    let (names, entries) = blocks(classes, lexicon);
    let mut pairs: Vec<Pair> = near(&entries)
        .filter_map(|(one, other)| pair(names.get(one.name)?, names.get(other.name)?))
        .collect();
    pairs.sort_unstable();
    pairs.dedup_by_key(|pair| (pair.one, pair.other));
    pairs
}

/// What is compared: names of the same block, each with its nearest.
fn near(entries: &[Entry]) -> impl Iterator<Item = (&Entry, &Entry)> {
    let blocks = entries.chunk_by(|one, other| one.block == other.block);
    blocks.flat_map(|block| {
        let places = block.iter().enumerate();
        places.flat_map(|(at, one)| {
            let near = block.iter().skip(at + 1).take(NEIGHBOURS);
            near.map(move |other| (one, other))
        })
    })
}

/// Every name of every class, and the blocks in which it stands, sorted: for each of its forms,
/// beside the same other persons and organisations.
fn blocks(classes: &[Class], lexicon: &Lexicon) -> (Vec<Name>, Vec<Entry>) {
    let (mut names, mut entries) = (Vec::new(), Vec::new());
    for (class, Class { said, .. }) in classes.iter().enumerate() {
        for (key, name) in &said.names {
            let others = said.key.persons.iter().filter(|other| *other != key);
            let others: Vec<&str> = others.map(String::as_str).collect();
            let (bodies, rest) = (said.key.bodies.join(" "), said.key.rest.join(" "));
            let beside = format!("{}\n{bodies}\n{rest}", others.join(" "));
            let words = words(name);
            entries.extend(forms(&words).into_iter().map(|form| Entry {
                block: format!("{form}\n{beside}"),
                name: names.len(),
            }));
            names.push(Name {
                class,
                words,
                whose: Whose::Person(Comparable::new(name, lexicon)),
            });
        }
        for body in &said.bodies {
            let others = said.key.bodies.iter().filter(|other| **other != body.key);
            let others: Vec<&str> = others.map(String::as_str).collect();
            let (persons, rest) = (said.key.persons.join(" "), said.key.rest.join(" "));
            let beside = format!("{persons}\n{}\n{rest}", others.join(" "));
            let agency = body.meant.as_ref().unwrap_or(&body.key);
            let agency = agency.starts_with('#').then(|| agency.clone());
            let forms = forms(&body.words).into_iter().chain(agency);
            entries.extend(forms.map(|form| Entry {
                block: format!("body\n{form}\n{beside}"),
                name: names.len(),
            }));
            names.push(Name {
                class,
                words: body.words.clone(),
                whose: Whose::Body(body.key.clone(), body.meant.clone()),
            });
        }
    }
    let words = |entry: &Entry| names.get(entry.name).map(|name| (&name.words, name.class));
    entries.sort_by(|one, other| {
        let by_block = one.block.cmp(&other.block);
        by_block.then_with(|| words(one).cmp(&words(other)))
    });
    (names, entries)
}

/// How many pairs of names are compared.
#[cfg(test)]
pub(super) fn compared(classes: &[Class], lexicon: &Lexicon) -> usize {
    near(&blocks(classes, lexicon).1).count()
}

fn forms(words: &[String]) -> Vec<String> {
    let without = |left_out: usize| {
        let kept = words.iter().enumerate().filter(|(at, _)| *at != left_out);
        let kept: Vec<&str> = kept.map(|(_, word)| word.as_str()).collect();
        kept.join(" ")
    };
    let mut forms: Vec<String> = (0..words.len()).map(without).collect();
    forms.push(words.join(" "));
    forms.extend(words.last().cloned());
    forms.sort_unstable();
    forms.dedup();
    forms.retain(|form| !form.is_empty());
    forms
}

fn pair(one: &Name, other: &Name) -> Option<Pair> {
    if one.class == other.class {
        return None;
    }
    let (mut shorter, mut misspelt) = (None, None);
    match (&one.whose, &other.whose) {
        (Whose::Person(person), Whose::Person(another)) => {
            let likeness = person
                .likeness(another)
                .or_else(|| short_form(&one.words, &other.words))?;
            shorter = match likeness {
                Likeness::Same => None,
                Likeness::Less => Some(one.class),
                Likeness::More => Some(other.class),
            };
        }
        (Whose::Body(key, meant), Whose::Body(another, also_meant)) => {
            let are_known = key.starts_with('#') && another.starts_with('#');
            if are_known {
                return None;
            }
            if meant.as_ref() == Some(another) {
                misspelt = Some(one.class);
            } else if also_meant.as_ref() == Some(key) {
                misspelt = Some(other.class);
            } else {
                let mean_the_same = meant.is_some() && meant == also_meant;
                if !mean_the_same && !is_slip(&one.words, &other.words) {
                    return None;
                }
            }
        }
        (Whose::Person(_), Whose::Body(..)) | (Whose::Body(..), Whose::Person(_)) => return None,
    }
    Some(Pair {
        one: one.class.min(other.class),
        other: one.class.max(other.class),
        shorter,
        misspelt,
    })
}

/// Whether one long word of two unknown names differs by a slip of the keyboard: `Torvik Gazete` of
/// `Torvik Gazette`. Short words and numbers tell bodies apart, and so does an ending.
fn is_slip(one: &[String], other: &[String]) -> bool {
    let mut different = one.iter().zip(other).filter(|(one, other)| one != other);
    let (Some((word, another)), None) = (different.next(), different.next()) else {
        return false;
    };
    let is_long =
        |word: &str| word.chars().count() >= SHORTEST_SLIP && word.chars().all(char::is_alphabetic);
    one.len() == other.len()
        && is_long(word)
        && is_long(another)
        && !word.starts_with(another.as_str())
        && !another.starts_with(word.as_str())
        && is_one_letter_off(word, another)
}

/// `Ann Lee` of `Anna Lee`, `Alex Berg` of `Alexander Berg`.
fn short_form(one: &[String], other: &[String]) -> Option<Likeness> {
    let ([given, rest @ ..], [other_given, other_rest @ ..]) = (one, other) else {
        return None;
    };
    if rest.is_empty() || rest != other_rest {
        return None;
    }
    let cuts = |short: &str, long: &str| {
        short.chars().count() >= SHORT_FORM && long.len() > short.len() && long.starts_with(short)
    };
    if cuts(given, other_given) {
        Some(Likeness::Less)
    } else if cuts(other_given, given) {
        Some(Likeness::More)
    } else {
        None
    }
}

//! The phrases of the lexicon, as a tree of their words.
//!
//! Each word that goes on with some phrase leads from one node to the next, so that a word of a text
//! costs one look-up, and another only where a phrase may go on.

use rustc_hash::FxHashMap;

use super::facts::{Facts, Sense, WordSenses};
use super::{Alias, known};
use crate::credit::tokens::{Gap, Kind, Token};

/// A phrase of more words is none.
const MOST_WORDS: usize = 32;
/// In a phrase, any number.
const NUMBER: &str = "#";

/// Words and the phrases that they begin.
#[derive(Debug, Clone, Default)]
pub(super) struct PhraseTree {
    words: FxHashMap<String, Word>,
    /// What each word leads to behind each node.
    steps: FxHashMap<(u32, u32), u32>,
    nodes: Vec<Node>,
}

/// A word by its key.
#[derive(Debug, Clone, Copy)]
struct Word {
    id: u32,
    /// What it is alone.
    senses: WordSenses,
    /// The node to which it leads where it begins a phrase.
    begins: Option<u32>,
}

/// What has been said when these words have.
#[derive(Debug, Clone, Default)]
struct Node {
    senses: Vec<Sense>,
    organisation: Option<Alias>,
    goes_on: bool,
}

impl PhraseTree {
    /// Adds a phrase by the keys of its words; one that is too long says nothing.
    pub(super) fn add(&mut self, keys: &[String], sense: Option<Sense>, alias: Option<Alias>) {
        if keys.len() > MOST_WORDS {
            return;
        }
        let mut last = None;
        for key in keys {
            last = Some(self.grow(last, key));
        }
        let Some(node) = last.and_then(|node| self.nodes.get_mut(node as usize)) else {
            return;
        };
        node.senses.extend(sense);
        match (&mut node.organisation, alias) {
            // Some print it in small letters.
            (Some(known), Some(alias)) if known.id == alias.id => {
                let is_small = |printed: &String| !printed.contains(char::is_uppercase);
                known
                    .printed
                    .extend(alias.printed.into_iter().filter(is_small));
            }
            (Some(_), _) => {}
            (none, alias) => *none = alias,
        }
    }

    /// Says of a word what it is, whatever stands beside it.
    pub(super) fn add_senses(&mut self, key: &str, senses: WordSenses) {
        let word = self.word_mut(key);
        word.senses = word.senses.and(senses);
    }

    /// What a word is alone.
    pub(super) fn senses(&self, key: &str) -> WordSenses {
        let word = self.words.get(key);
        word.map(|word| word.senses).unwrap_or_default()
    }

    /// What the phrases that begin the tokens say, and the first word alone.
    pub(super) fn facts(&self, tokens: &[Token<'_>]) -> Facts {
        let mut facts = Facts::default();
        let Some(first) = tokens.first() else {
            return facts;
        };
        let word = self.words.get(first.key.as_ref());
        if let Some(word) = word {
            facts.note_words(word.senses);
        }
        let numbered = is_number(first).then(|| self.words.get(NUMBER)).flatten();
        let begun = [word, numbered].into_iter().flatten();
        for node in begun.filter_map(|word| word.begins) {
            self.note(node, tokens, 1, &mut facts);
        }
        facts
    }

    /// Whether the words are a phrase of this sense.
    pub(super) fn is_phrase<K: AsRef<str>>(
        &self,
        keys: impl IntoIterator<Item = K>,
        sense: Sense,
    ) -> bool {
        let mut keys = keys.into_iter();
        let first = keys.next().and_then(|key| self.words.get(key.as_ref()));
        let last = keys.try_fold(first.and_then(|word| word.begins), |node, key| {
            let next = self.step(node?, self.words.get(key.as_ref())?);
            next.map(Some)
        });
        let node = last
            .flatten()
            .and_then(|node| self.nodes.get(node as usize));
        node.is_some_and(|node| node.senses.contains(&sense))
    }

    /// Notes what a node says that these many tokens lead to, and the nodes behind it.
    fn note(&self, at: u32, tokens: &[Token<'_>], count: usize, facts: &mut Facts) {
        let Some(node) = self.nodes.get(at as usize) else {
            return;
        };
        for &sense in &node.senses {
            facts.note(sense, count);
        }
        if let Some(alias) = &node.organisation {
            facts.note_organisation(count, || known(alias, tokens, count));
        }
        let next = tokens.get(count).filter(|next| next.gap != Gap::Line);
        let Some(next) = next.filter(|_| node.goes_on) else {
            return;
        };
        let numbered = is_number(next).then_some(NUMBER);
        let steps = [Some(next.key.as_ref()), numbered].into_iter().flatten();
        for word in steps.filter_map(|key| self.words.get(key)) {
            if let Some(node) = self.step(at, word) {
                self.note(node, tokens, count + 1, facts);
            }
        }
    }

    fn step(&self, node: u32, word: &Word) -> Option<u32> {
        self.steps.get(&(node, word.id)).copied()
    }

    /// The node behind this one, or behind none, to which the word leads; made where there is none.
    fn grow(&mut self, node: Option<u32>, key: &str) -> u32 {
        let new = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let word = self.word_mut(key);
        let next = match node {
            None => *word.begins.get_or_insert(new),
            Some(node) => {
                let id = word.id;
                *self.steps.entry((node, id)).or_insert(new)
            }
        };
        if next == new {
            self.nodes.push(Node::default());
        }
        if let Some(node) = node.and_then(|node| self.nodes.get_mut(node as usize)) {
            node.goes_on = true;
        }
        next
    }

    fn word_mut(&mut self, key: &str) -> &mut Word {
        let id = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.entry(key.to_owned()).or_insert(Word {
            id,
            senses: WordSenses::default(),
            begins: None,
        })
    }
}

fn is_number(token: &Token<'_>) -> bool {
    token.kind == Kind::Number
}

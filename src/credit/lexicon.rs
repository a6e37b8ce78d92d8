//! What Cutline knows of the field's words: labels, agencies, qualifiers, terms, page furniture.
//!
//! The knowledge is data, in `assets/lexicon/*.toml`, embedded; a user's `cutline.toml` adds to it
//! with a table of the same shape. A phrase is found by its first word and then compared word by
//! word, longest first, so that looking at every word of a text stays linear.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use super::find::Pages;
use super::fold::fold;
use super::same::is_one_letter_off;
use super::tokens::{Token, is_unspaced, keys};

const BUILT_IN: [(&str, &str); 10] = [
    (
        "labels.toml",
        include_str!("../../assets/lexicon/labels.toml"),
    ),
    (
        "qualifiers.toml",
        include_str!("../../assets/lexicon/qualifiers.toml"),
    ),
    (
        "usage.toml",
        include_str!("../../assets/lexicon/usage.toml"),
    ),
    (
        "furniture.toml",
        include_str!("../../assets/lexicon/furniture.toml"),
    ),
    (
        "agencies.toml",
        include_str!("../../assets/lexicon/agencies.toml"),
    ),
    (
        "publications.toml",
        include_str!("../../assets/lexicon/publications.toml"),
    ),
    (
        "words.toml",
        include_str!("../../assets/lexicon/words.toml"),
    ),
    (
        "given_names.toml",
        include_str!("../../assets/lexicon/given_names.toml"),
    ),
    (
        "given_names_world.toml",
        include_str!("../../assets/lexicon/given_names_world.toml"),
    ),
    (
        "pages.toml",
        include_str!("../../assets/lexicon/pages.toml"),
    ),
];

/// What a phrase does in a caption or a credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sense {
    /// `Photo` before a mark.
    Label,
    /// `Photo by`: the name follows.
    By,
    /// `摄`: follows the name.
    After,
    /// `Illustration`: leads a credit and stays in it.
    KindOfPicture,
    /// `Courtesy of`, `File`: stays and names nobody.
    Qualifier,
    /// `file photo` alone in brackets belongs to the caption.
    ArchiveNote,
    /// `left`
    Place,
    /// `photographer`
    Role,
    /// `All rights reserved`
    Usage,
    /// `Licence`
    UsageLabel,
    /// `Image 1 of 9`
    Furniture,
    /// `via`
    Via,
    /// `for`
    For,
    /// `and`
    And,
    /// `on` (a platform), `by`
    On,
}

/// What a single word is, whatever stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum WordSense {
    Prose,
    Particle,
    Connector,
    Article,
    RunningLetter,
    Organisation,
    Abbreviation,
    DatelineAbbreviation,
    Date,
    Style,
    GivenName,
    SurnameToo,
    GluedLabel,
}

/// What sort of body an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Delivers pictures: `AP`.
    Agency,
    /// Offers pictures, often of users: `Shutterstock`.
    Library,
    /// Publishes: `The New York Times`.
    Publication,
    /// Anybody else: `NASA`.
    Body,
}

/// A name of an organisation, as one alias of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    /// The same for all aliases of one organisation.
    pub(super) id: usize,
    pub(super) sort: Sort,
    /// How many tokens the name has.
    pub(super) tokens: usize,
    /// Whether it is printed in a case in which the name is known.
    pub(super) is_exact: bool,
    /// Whether it is an ordinary word too.
    pub(super) is_weak: bool,
}

/// What the lexicon knows of the phrases that begin at one token.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    /// How many tokens the longest phrase of each sense has.
    lengths: Vec<(Sense, usize)>,
    /// The organisation with the longest name.
    pub(super) organisation: Option<Known>,
    words: Vec<WordSense>,
}

impl Facts {
    fn note(&mut self, sense: Sense, length: usize) {
        match self.lengths.iter_mut().find(|(known, _)| *known == sense) {
            Some((_, longest)) => *longest = length.max(*longest),
            None => self.lengths.push((sense, length)),
        }
    }

    /// How many tokens the longest phrase of this sense has; 0 where none begins here.
    pub(super) fn length(&self, sense: Sense) -> usize {
        self.lengths
            .iter()
            .find(|(known, _)| *known == sense)
            .map_or(0, |(_, length)| *length)
    }

    /// Whether the word alone has this sense.
    pub(super) fn is(&self, sense: WordSense) -> bool {
        self.words.contains(&sense)
    }
}

#[derive(Debug, Clone)]
struct Phrase {
    keys: Vec<String>,
    sense: Option<Sense>,
    organisation: Option<Alias>,
}

#[derive(Debug, Clone)]
struct Alias {
    id: usize,
    sort: Sort,
    printed: String,
    is_weak: bool,
}

/// The field's words in many languages, see `assets/lexicon/`.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    phrases: HashMap<String, Vec<Phrase>>,
    words: HashMap<String, Vec<WordSense>>,
    organisation_ids: HashMap<String, usize>,
    weak: HashSet<String>,
    unspaced: HashSet<String>,
    organisation_endings: Vec<String>,
    surname_endings: Vec<String>,
    /// How the organisations are spelt, by their id: the name to print first.
    organisations: Vec<(Sort, Vec<String>)>,
    /// The words of whole pages.
    pub(super) pages: Pages,
}

/// A table of words that is none.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// The table has another shape than those in `assets/lexicon/`.
    #[error("lexicon: {reason}; see docs for the tables that it may hold")]
    Shape {
        /// What the reader of the table says.
        reason: String,
    },
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Table {
    labels: Vec<Labels>,
    kinds: Vec<String>,
    qualifiers: Vec<String>,
    archive_notes: Vec<String>,
    places: Vec<String>,
    roles: Vec<String>,
    ties: Ties,
    usage: Vec<String>,
    usage_labels: Vec<String>,
    furniture: Vec<String>,
    weak: Vec<String>,
    agencies: BTreeMap<String, Vec<String>>,
    libraries: BTreeMap<String, Vec<String>>,
    publications: BTreeMap<String, Vec<String>>,
    bodies: BTreeMap<String, Vec<String>>,
    words: Words,
    pages: Pages,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Labels {
    #[allow(
        dead_code,
        reason = "says to the reader of the file which language it is"
    )]
    language: String,
    marked: Vec<String>,
    by: Vec<String>,
    after: Vec<String>,
    glued: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Ties {
    via: Vec<String>,
    #[serde(rename = "for")]
    for_whom: Vec<String>,
    and: Vec<String>,
    on: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Words {
    prose: Vec<String>,
    particles: Vec<String>,
    connectors: Vec<String>,
    articles: Vec<String>,
    running_letters: Vec<String>,
    organisation: Vec<String>,
    organisation_endings: Vec<String>,
    surname_endings: Vec<String>,
    abbreviations: Vec<String>,
    dateline_abbreviations: Vec<String>,
    dates: Vec<String>,
    styles: Vec<String>,
    given_names: Vec<String>,
    surnames_too: Vec<String>,
}

impl Lexicon {
    /// The words that come with Cutline.
    #[must_use]
    pub fn built_in() -> Self {
        let mut lexicon = Self::default();
        for (_, text) in BUILT_IN {
            // A file of ours that cannot be read is found by a test, not by a user.
            if let Ok(table) = toml::from_str::<Table>(text) {
                lexicon.add(&table);
            }
        }
        lexicon
    }

    /// Adds a user's words: a table of the same shape as the files of `assets/lexicon/`.
    ///
    /// # Errors
    /// When the table has another shape; nothing is added then.
    pub fn extend(&mut self, table: &toml::Table) -> Result<(), LexiconError> {
        let table = Table::deserialize(table.clone()).map_err(|error| LexiconError::Shape {
            reason: error.to_string(),
        })?;
        self.add(&table);
        Ok(())
    }

    fn add(&mut self, table: &Table) {
        self.pages.add(&table.pages);
        self.weak
            .extend(table.weak.iter().map(|name| fold(&name.replace(' ', ""))));
        for labels in &table.labels {
            self.add_phrases(&labels.marked, Sense::Label);
            self.add_phrases(&labels.by, Sense::By);
            self.add_phrases(&labels.after, Sense::After);
            self.add_words(&labels.glued, WordSense::GluedLabel);
        }
        for (phrases, sense) in [
            (&table.kinds, Sense::KindOfPicture),
            (&table.qualifiers, Sense::Qualifier),
            (&table.archive_notes, Sense::ArchiveNote),
            (&table.places, Sense::Place),
            (&table.roles, Sense::Role),
            (&table.usage, Sense::Usage),
            (&table.usage_labels, Sense::UsageLabel),
            (&table.furniture, Sense::Furniture),
            (&table.ties.via, Sense::Via),
            (&table.ties.for_whom, Sense::For),
            (&table.ties.and, Sense::And),
            (&table.ties.on, Sense::On),
        ] {
            self.add_phrases(phrases, sense);
        }
        for (names, sort) in [
            (&table.agencies, Sort::Agency),
            (&table.libraries, Sort::Library),
            (&table.publications, Sort::Publication),
            (&table.bodies, Sort::Body),
        ] {
            for (name, aliases) in names {
                self.add_organisation(name, aliases, sort);
            }
        }
        for (words, sense) in [
            (&table.words.prose, WordSense::Prose),
            (&table.words.particles, WordSense::Particle),
            (&table.words.connectors, WordSense::Connector),
            (&table.words.articles, WordSense::Article),
            (&table.words.running_letters, WordSense::RunningLetter),
            (&table.words.organisation, WordSense::Organisation),
            (&table.words.abbreviations, WordSense::Abbreviation),
            (
                &table.words.dateline_abbreviations,
                WordSense::DatelineAbbreviation,
            ),
            (&table.words.dates, WordSense::Date),
            (&table.words.styles, WordSense::Style),
            (&table.words.given_names, WordSense::GivenName),
            (&table.words.surnames_too, WordSense::SurnameToo),
        ] {
            self.add_words(words, sense);
        }
        self.organisation_endings.extend(
            table
                .words
                .organisation_endings
                .iter()
                .map(|ending| fold(ending)),
        );
        self.surname_endings.extend(
            table
                .words
                .surname_endings
                .iter()
                .map(|ending| fold(ending)),
        );
    }

    fn add_organisation(&mut self, name: &str, aliases: &[String], sort: Sort) {
        let id = self.organisations.len();
        let spellings = std::iter::once(name.to_owned()).chain(aliases.iter().cloned());
        self.organisations.push((sort, spellings.collect()));
        for printed in std::iter::once(name).chain(aliases.iter().map(String::as_str)) {
            let is_weak = self.weak.contains(&fold(&printed.replace(' ', "")));
            let alias = Alias {
                id,
                sort,
                printed: printed.to_owned(),
                is_weak,
            };
            self.organisation_ids
                .entry(keys(printed).concat())
                .or_insert(id);
            self.add_phrase(printed, None, Some(alias));
        }
    }

    fn add_phrases(&mut self, phrases: &[String], sense: Sense) {
        for phrase in phrases {
            self.add_phrase(phrase, Some(sense), None);
        }
    }

    fn add_phrase(&mut self, phrase: &str, sense: Option<Sense>, organisation: Option<Alias>) {
        let keys = keys(phrase);
        let Some(first) = keys.first().cloned() else {
            return;
        };
        if keys.len() == 1
            && phrase
                .chars()
                .all(|c| is_unspaced(c) || ('\u{ac00}'..='\u{d7af}').contains(&c))
        {
            self.unspaced.insert(first.clone());
        }
        let phrases = self.phrases.entry(first).or_default();
        let at = phrases.partition_point(|other| other.keys.len() >= keys.len());
        phrases.insert(
            at,
            Phrase {
                keys,
                sense,
                organisation,
            },
        );
    }

    fn add_words(&mut self, words: &[String], sense: WordSense) {
        for word in words {
            let senses = self.words.entry(fold(word)).or_default();
            if !senses.contains(&sense) {
                senses.push(sense);
            }
        }
    }

    /// What the phrases that begin the tokens say.
    pub(super) fn facts(&self, tokens: &[Token<'_>]) -> Facts {
        let mut facts = Facts::default();
        let Some(first) = tokens.first() else {
            return facts;
        };
        for phrase in self.beginning(tokens) {
            match (phrase.sense, &phrase.organisation) {
                (Some(sense), _) => facts.note(sense, phrase.keys.len()),
                (None, Some(alias)) => {
                    if facts
                        .organisation
                        .is_none_or(|known| known.tokens < phrase.keys.len())
                    {
                        facts.organisation = Some(known(alias, tokens, phrase.keys.len()));
                    }
                }
                (None, None) => {}
            }
        }
        facts.words = self.words.get(&first.key).cloned().unwrap_or_default();
        if self.begins_with_given_name(first.text) && !facts.is(WordSense::GivenName) {
            facts.words.push(WordSense::GivenName);
        }
        facts
    }

    /// Whether a name of two pieces begins with a given name: `Anna-Greta`.
    fn begins_with_given_name(&self, printed: &str) -> bool {
        printed
            .split_once(['-', '‐', '‑'])
            .is_some_and(|(first, _)| self.is(&fold(first), WordSense::GivenName))
    }

    /// Whether the words are a phrase of this sense.
    pub(super) fn is_phrase(&self, words: &str, sense: Sense) -> bool {
        let keys = keys(words);
        let phrases = keys.first().and_then(|first| self.phrases.get(first));
        phrases.is_some_and(|phrases| {
            phrases
                .iter()
                .any(|phrase| phrase.sense == Some(sense) && phrase.keys == keys)
        })
    }

    /// The phrases that begin the tokens, longest first.
    fn beginning<'s>(&'s self, tokens: &'s [Token<'_>]) -> impl Iterator<Item = &'s Phrase> {
        let named = tokens
            .first()
            .and_then(|first| self.phrases.get(&first.key));
        let numbered = tokens
            .first()
            .filter(|first| is_number(first))
            .and_then(|_| self.phrases.get("#"));
        named
            .into_iter()
            .chain(numbered)
            .flatten()
            .filter(|phrase| begins(tokens, &phrase.keys))
    }

    /// Whether a word has this sense.
    pub(super) fn is(&self, key: &str, sense: WordSense) -> bool {
        self.words
            .get(key)
            .is_some_and(|senses| senses.contains(&sense))
    }

    /// The organisation that is known under exactly this name (a folded name without spaces).
    pub(super) fn organisation_id(&self, key: &str) -> Option<usize> {
        self.organisation_ids.get(key).copied()
    }

    /// Whether a run of letters of a script without spaces is a phrase.
    pub(super) fn knows_unspaced(&self, run: &str) -> bool {
        self.unspaced.contains(run)
    }

    /// Whether a letter of a script without spaces is a small word of running text.
    pub(super) fn is_running_letter(&self, letter: Option<&str>) -> bool {
        letter.is_some_and(|letter| self.is(letter, WordSense::RunningLetter))
    }

    /// Whether a word ends as names of organisations do.
    pub(super) fn ends_as_organisation(&self, key: &str) -> bool {
        self.organisation_endings
            .iter()
            .any(|ending| key.len() > ending.len() && key.ends_with(ending.as_str()))
    }

    /// Whether a word ends as surnames do.
    pub(super) fn ends_as_surname(&self, key: &str) -> bool {
        self.surname_endings
            .iter()
            .any(|ending| key.len() > ending.len() && key.ends_with(ending.as_str()))
    }

    /// The agency or picture library that goes by this name, or by one that a slip of the keyboard
    /// away from it is.
    #[must_use]
    pub fn agency(&self, name: &str) -> Option<Agency<'_>> {
        let key = keys(name).concat();
        if let Some(id) = self.organisation_id(&key) {
            return self.agency_of(id, &key, false);
        }
        // A letter more or less at the end is another name or another case of it: Keystones.
        let is_slip = |known: &str| {
            known.starts_with(key.get(..1).unwrap_or_default())
                && !known.starts_with(&key)
                && !key.starts_with(known)
                && is_one_letter_off(known, &key)
        };
        if key.len() < SHORTEST_MISSPELT || !key.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let meant = self
            .organisation_ids
            .iter()
            .filter(|(known, _)| known.len() >= SHORTEST_MISSPELT && is_slip(known));
        let meant = meant.filter_map(|(known, id)| self.agency_of(*id, known, true));
        meant.min_by_key(|agency| agency.spelling)
    }

    fn agency_of(&self, id: usize, key: &str, is_guess: bool) -> Option<Agency<'_>> {
        let (sort, spellings) = self.organisations.get(id)?;
        let is_meant = |spelling: &&String| keys(spelling).concat() == key;
        let name = spellings.first()?;
        matches!(sort, Sort::Agency | Sort::Library).then(|| Agency {
            name,
            spelling: spellings.iter().find(is_meant).unwrap_or(name),
            spellings,
            is_guess,
        })
    }
}

/// Shorter names are too like one another to be taken for misspelt.
const SHORTEST_MISSPELT: usize = 6;

/// An agency or picture library, as one of its names found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agency<'a> {
    /// The name to print.
    pub name: &'a str,
    /// The spelling that is most like the name that was looked for.
    pub spelling: &'a str,
    /// All its spellings.
    pub spellings: &'a [String],
    /// Whether it is only like the name that was looked for.
    pub is_guess: bool,
}

fn known(alias: &Alias, tokens: &[Token<'_>], count: usize) -> Known {
    let printed: String = tokens.iter().take(count).map(|token| token.text).collect();
    let name: String = alias.printed.split_whitespace().collect();
    let is_exact = printed == name || printed == name.to_uppercase();
    Known {
        id: alias.id,
        sort: alias.sort,
        tokens: count,
        is_exact,
        is_weak: alias.is_weak,
    }
}

fn begins(tokens: &[Token<'_>], keys: &[String]) -> bool {
    use super::tokens::Gap;
    keys.len() <= tokens.len()
        && keys
            .iter()
            .zip(tokens)
            .enumerate()
            .all(|(n, (key, token))| {
                (*key == token.key || (key == "#" && is_number(token)))
                    && (n == 0 || token.gap != Gap::Line)
            })
}

fn is_number(token: &Token<'_>) -> bool {
    token.kind == super::tokens::Kind::Number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_tables_can_be_read() {
        for (name, text) in BUILT_IN {
            let read = toml::from_str::<Table>(text);
            assert!(read.is_ok(), "{name}: {:?}", read.err());
        }
    }

    #[test]
    fn a_user_adds_words_of_the_house() {
        let mut lexicon = Lexicon::built_in();
        let table: toml::Table =
            toml::from_str("[agencies]\n\"Harbour Pictures\" = [\"HarbPix\"]").unwrap();
        lexicon.extend(&table).unwrap();
        assert!(lexicon.organisation_id("harbpix").is_some());
        assert_eq!(
            lexicon.organisation_id("harbpix"),
            lexicon.organisation_id("harbourpictures")
        );
    }

    #[test]
    fn an_agency_is_found_by_a_slip_of_its_name_and_by_no_other_name() {
        let lexicon = Lexicon::built_in();
        for (name, spelling, is_guess) in [
            ("Retuers", "Reuters", true),
            ("Gety Images", "Getty Images", true),
            ("Asociated Press", "Associated Press", true),
            ("GETTY IMAGES", "Getty Images", false),
            ("associated press", "Associated Press", false),
        ] {
            let found = lexicon.agency(name).expect(name);
            assert_eq!((found.spelling, found.is_guess), (spelling, is_guess));
        }
        for name in [
            "Reuter",
            "Keystones",
            "Torvik Herald",
            "Ann Lee",
            "A",
            "",
            "Рейтера",
            "NASA",
        ] {
            assert_eq!(lexicon.agency(name), None, "{name}");
        }
    }

    #[test]
    fn a_table_of_another_shape_is_an_error() {
        let table: toml::Table = toml::from_str("[agency]\nname = 1").unwrap();
        assert!(Lexicon::built_in().extend(&table).is_err());
    }
}

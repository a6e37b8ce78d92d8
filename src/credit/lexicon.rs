//! What Cutline knows of the field's words: labels, agencies, qualifiers, terms, page furniture.
//!
//! The knowledge is data, in `assets/lexicon/*.toml`, embedded; a user's `cutline.toml` adds to it
//! with a table of the same shape.

mod facts;
mod pages;
mod phrases;
mod screen;
mod signs;
mod tables;

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::fold::fold;
use super::same::is_one_letter_off;
use super::tokens::{Token, is_unspaced, keys};
use facts::WordSenses;
pub(super) use facts::{Facts, Known, Sense, Sort, WordSense};
pub(super) use pages::{Pages, Phrases};
use phrases::PhraseTree;
use screen::Screen;
use signs::Sign;
use tables::{BUILT_IN, Table};

#[derive(Debug, Clone)]
struct Alias {
    id: usize,
    sort: Sort,
    /// As printed, and in capitals, without blanks: more than once where some print it otherwise
    /// (`Getty`, `getty`).
    printed: Vec<String>,
    is_weak: bool,
}

/// The field's words in many languages, see `assets/lexicon/`.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    phrases: PhraseTree,
    organisation_ids: FxHashMap<String, usize>,
    /// The names that may be misspelt, by their first letter.
    misspelt: FxHashMap<u8, Vec<(String, usize)>>,
    weak: FxHashSet<String>,
    unspaced: FxHashSet<String>,
    organisation_endings: Endings,
    surname_endings: Endings,
    /// How the organisations are spelt, by their id: the name to print first.
    organisations: Vec<(Sort, Vec<String>)>,
    /// The words of whole pages.
    pub(super) pages: Pages,
    /// What tells prose from what may hold a credit.
    pub(super) screen: Option<Screen>,
    /// The phrases that the screen looks for, as printed.
    signs: Vec<(String, Sign)>,
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

impl Lexicon {
    /// The words that come with Cutline; read once, then shared.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static SHARED: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
            let mut lexicon = Lexicon::default();
            for (_, text) in BUILT_IN {
                // A file of ours that cannot be read is found by a test, not by a user.
                if let Ok(table) = toml::from_str::<Table>(text) {
                    lexicon.add(&table);
                }
            }
            lexicon.set_up_screen();
            Arc::new(lexicon)
        });
        Arc::clone(&SHARED)
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
        self.set_up_screen();
        Ok(())
    }

    fn set_up_screen(&mut self) {
        let signs = self.signs.iter();
        let signs = signs.map(|(phrase, sign)| (phrase.as_str(), *sign));
        self.screen = Screen::new(signs, &self.pages);
    }

    fn add(&mut self, table: &Table) {
        self.pages.add(&table.pages);
        self.weak.extend(
            table
                .weak
                .iter()
                .map(|name| fold(&name.replace(' ', "")).into_owned()),
        );
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
        self.organisation_endings
            .add(&table.words.organisation_endings);
        self.surname_endings.add(&table.words.surname_endings);
    }

    fn add_organisation(&mut self, name: &str, aliases: &[String], sort: Sort) {
        // A later table may add spellings of a name that an earlier one knows.
        let known = self
            .organisation_ids
            .get(&keys(name).collect::<String>())
            .copied();
        let id = known.unwrap_or(self.organisations.len());
        if let Some((_, spellings)) = self.organisations.get_mut(id) {
            spellings.extend(aliases.iter().cloned());
        } else {
            let spellings = std::iter::once(name.to_owned()).chain(aliases.iter().cloned());
            self.organisations.push((sort, spellings.collect()));
        }
        for printed in std::iter::once(name).chain(aliases.iter().map(String::as_str)) {
            let is_weak = self.weak.contains(fold(&printed.replace(' ', "")).as_ref());
            let joined: String = printed.split_whitespace().collect();
            let alias = Alias {
                id,
                sort,
                printed: vec![joined.to_uppercase(), joined],
                is_weak,
            };
            let key = keys(printed).collect::<String>();
            let is_new = !self.organisation_ids.contains_key(&key);
            if is_new && may_be_misspelt(&key) {
                let first = key.bytes().next().unwrap_or_default();
                self.misspelt
                    .entry(first)
                    .or_default()
                    .push((key.clone(), id));
            }
            self.organisation_ids.entry(key).or_insert(id);
            self.add_phrase(printed, None, Some(alias));
        }
    }

    fn add_phrases(&mut self, phrases: &[String], sense: Sense) {
        for phrase in phrases {
            self.add_phrase(phrase, Some(sense), None);
            let sign = sign_of(sense);
            self.signs.extend(sign.map(|sign| (phrase.clone(), sign)));
        }
    }

    fn add_phrase(&mut self, phrase: &str, sense: Option<Sense>, organisation: Option<Alias>) {
        let keys: Vec<String> = keys(phrase).map(Cow::into_owned).collect();
        if let [only] = keys.as_slice()
            && phrase
                .chars()
                .all(|c| is_unspaced(c) || ('\u{ac00}'..='\u{d7af}').contains(&c))
        {
            self.unspaced.insert(only.clone());
        }
        self.phrases.add(&keys, sense, organisation);
    }

    fn add_words(&mut self, words: &[String], sense: WordSense) {
        for word in words {
            let is_run = word.chars().count() > 1 && word.chars().all(is_unspaced);
            if sense == WordSense::Prose && is_run {
                self.unspaced.insert(fold(word).into_owned());
            }
            self.phrases.add_senses(&fold(word), WordSenses::of(sense));
        }
    }

    /// What the phrases that begin the tokens say.
    pub(super) fn facts(&self, tokens: &[Token<'_>]) -> Facts {
        let mut facts = self.phrases.facts(tokens);
        let Some(first) = tokens.first() else {
            return facts;
        };
        if self.begins_with_given_name(first.text) {
            facts.note_words(WordSenses::of(WordSense::GivenName));
        }
        facts
    }

    /// Whether a name of two pieces begins with a given name: `Anna-Greta`.
    fn begins_with_given_name(&self, printed: &str) -> bool {
        !printed.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && printed
                .split_once(['-', '‐', '‑'])
                .is_some_and(|(first, _)| self.is(&fold(first), WordSense::GivenName))
    }

    /// Whether a line is prose for sure, told from its bytes: it holds no credit and no terms.
    #[must_use]
    pub fn is_prose(&self, line: &str) -> bool {
        let screen = self.screen.as_ref();
        screen.is_some_and(|screen| screen.is_prose(line))
    }

    /// Whether a text is nothing but a label: `Credit...`, `Image`.
    pub(crate) fn is_label(&self, text: &str) -> bool {
        let words = text.trim_matches(|c: char| !c.is_alphanumeric());
        self.is_phrase(words, Sense::Label)
    }

    /// Whether the words are a phrase of this sense.
    pub(super) fn is_phrase(&self, words: &str, sense: Sense) -> bool {
        self.phrases.is_phrase(keys(words), sense)
    }

    /// Whether a word has this sense.
    pub(super) fn is(&self, key: &str, sense: WordSense) -> bool {
        self.phrases.senses(key).has(sense)
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
        self.organisation_endings.end(key)
    }

    /// Whether a word ends as surnames do.
    pub(super) fn ends_as_surname(&self, key: &str) -> bool {
        self.surname_endings.end(key)
    }

    /// The agency or picture library that goes by this name, or by one that a slip of the keyboard
    /// away from it is.
    #[must_use]
    pub fn agency(&self, name: &str) -> Option<Agency<'_>> {
        let key = keys(name).collect::<String>();
        if let Some(id) = self.organisation_id(&key) {
            return self.agency_of(id, &key, false);
        }
        // A letter more or less at the end is another name or another case of it: Keystones.
        let is_slip = |known: &str| {
            known.len().abs_diff(key.len()) < 2
                && !known.starts_with(&key)
                && !key.starts_with(known)
                && is_one_letter_off(known, &key)
        };
        if !may_be_misspelt(&key) {
            return None;
        }
        let first = key.bytes().next()?;
        let meant = self.misspelt.get(&first)?.iter();
        let meant = meant.filter(|(known, _)| is_slip(known));
        let meant = meant.filter_map(|(known, id)| self.agency_of(*id, known, true));
        meant.min_by_key(|agency| agency.spelling)
    }

    fn agency_of(&self, id: usize, key: &str, is_guess: bool) -> Option<Agency<'_>> {
        let (sort, spellings) = self.organisations.get(id)?;
        let is_meant = |spelling: &&String| keys(spelling).collect::<String>() == key;
        let name = spellings.first()?;
        matches!(sort, Sort::Agency | Sort::Library).then(|| Agency {
            name,
            spelling: spellings.iter().find(is_meant).unwrap_or(name),
            spellings,
            is_guess,
        })
    }
}

/// How words end, by the last byte.
#[derive(Debug, Clone, Default)]
struct Endings(FxHashMap<u8, Vec<String>>);

impl Endings {
    fn add(&mut self, endings: &[String]) {
        for ending in endings.iter().map(|ending| fold(ending)) {
            if let Some(&last) = ending.as_bytes().last() {
                self.0.entry(last).or_default().push(ending.into_owned());
            }
        }
    }

    /// Whether one of them ends a word, and is not all of it.
    fn end(&self, key: &str) -> bool {
        let alike = key.as_bytes().last().and_then(|last| self.0.get(last));
        alike
            .into_iter()
            .flatten()
            .any(|ending| key.len() > ending.len() && key.as_bytes().ends_with(ending.as_bytes()))
    }
}

/// Whether a key is long enough, and in letters of which one may slip.
fn may_be_misspelt(key: &str) -> bool {
    key.len() >= SHORTEST_MISSPELT && key.bytes().all(|byte| byte.is_ascii_lowercase())
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

/// Where phrases of a sense show that a line is more than prose.
fn sign_of(sense: Sense) -> Option<Sign> {
    match sense {
        Sense::Label | Sense::By | Sense::KindOfPicture | Sense::UsageLabel => Some(Sign::Anywhere),
        Sense::Usage => Some(Sign::Terms),
        Sense::Qualifier | Sense::ArchiveNote | Sense::Role => Some(Sign::AtEnd),
        Sense::After
        | Sense::Place
        | Sense::Furniture
        | Sense::Via
        | Sense::For
        | Sense::And
        | Sense::On => None,
    }
}

fn known(alias: &Alias, tokens: &[Token<'_>], count: usize) -> Known {
    let is_printed = |name: &str| {
        let rest = tokens
            .iter()
            .take(count)
            .try_fold(name, |rest, token| rest.strip_prefix(token.text));
        rest == Some("")
    };
    let is_exact = alias.printed.iter().any(|printed| is_printed(printed));
    Known {
        id: alias.id,
        sort: alias.sort,
        tokens: count,
        is_exact,
        is_weak: alias.is_weak,
    }
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
        let mut lexicon = Lexicon::clone(&Lexicon::built_in());
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
        assert!(Lexicon::clone(&Lexicon::built_in()).extend(&table).is_err());
    }
}

//! Whether a credit is worded as names and notes are, and not as a sentence is.

use super::Witness;
use crate::credit::find::echo::is_ideograph;
use crate::credit::fold::fold;
use crate::credit::lexicon::{Sense, WordSense};
use crate::credit::tokens::is_end;

/// A longer credit is a sentence.
const MOST_CREDIT_WORDS: usize = 24;
/// A credit of words in lower case is shorter than this.
const MOST_LOWER_WORDS: usize = 9;

impl Witness<'_, '_> {
    /// Whether the credit reads like names or notes and not like a sentence.
    pub(super) fn names_somebody(&self) -> bool {
        let line = self.line();
        let words: Vec<&str> = line
            .split(|c: char| c.is_whitespace() || c == '/')
            .filter(|word| word.starts_with(char::is_alphanumeric))
            .collect();
        if words.len() > MOST_CREDIT_WORDS || line.is_empty() || self.is_link() {
            return false;
        }
        if self.is_sentence_in_brackets() {
            return false;
        }
        let is_caseless = !line.contains(|c: char| c.is_lowercase() || c.is_uppercase());
        if is_caseless && is_long_for_names(line) && !self.has_agency() {
            return false;
        }
        let lower = words
            .iter()
            .filter(|word| word.starts_with(char::is_lowercase))
            .count();
        let is_known =
            !self.reading.qualifiers.is_empty() || self.has_agency() || line.contains(['@', '_']);
        if lower == words.len() {
            return is_known || words.len() < 2 && self.credit.label.is_some();
        }
        let prose = words.iter().filter(|word| self.is_prose(word)).count();
        let ends_in_prose = words.last().is_some_and(|word| self.is_prose(word));
        let is_sentence = prose.saturating_mul(5) >= words.len() || ends_in_prose;
        if prose > 0 && self.label().is_empty() && is_sentence {
            return false;
        }
        let is_name = lower.saturating_mul(2) <= words.len();
        let is_known = is_known && words.len() < MOST_LOWER_WORDS;
        (is_name || is_known) && (self.is_set_off() || !self.is_sentence(&words))
    }

    /// Whether something other than its words says that it is a credit.
    fn is_set_off(&self) -> bool {
        !self.label().is_empty() || self.is_bracketed() || self.has_sign() || self.leads_with_note()
    }

    /// Whether words stand in it that no name has, or a label that leads no credit.
    fn is_sentence(&self, words: &[&str]) -> bool {
        let plain = words.iter().filter(|word| self.is_plain(word)).count();
        let is_foreign_label = self.line().split_once(": ").is_some_and(|(lead, _)| {
            !self.lexicon.is_phrase(lead, Sense::KindOfPicture)
                && !self.lexicon.is_phrase(lead, Sense::Qualifier)
                && !self.lexicon.is_phrase(lead, Sense::Label)
        });
        let is_most = plain.saturating_mul(3) > words.len();
        let is_plain = plain > 1 && (is_most || self.raw.ends_with(is_end));
        is_plain || is_foreign_label
    }

    /// "Courtesy of the harbour board", "Supplied by the family".
    fn leads_with_note(&self) -> bool {
        self.reading
            .qualifiers
            .iter()
            .any(|note| self.line().starts_with(note))
    }

    /// A web address without a label is no name.
    fn is_link(&self) -> bool {
        self.label().is_empty() && (self.line().contains("://") || self.line().contains("www."))
    }

    /// "(The board denies it.)"
    fn is_sentence_in_brackets(&self) -> bool {
        let inner = self.printed().trim_end_matches([')', ']', '）', '］']);
        self.is_bracketed()
            && self.label().is_empty()
            && inner.len() < self.printed().len()
            && inner.ends_with(is_end)
            && inner.split_whitespace().count() > 3
    }

    /// Whether a word stands in sentences and in no credit.
    fn is_prose(&self, word: &str) -> bool {
        let key = || fold(word.trim_end_matches(|c: char| !c.is_alphanumeric()));
        self.is_plain(word) && self.lexicon.is(&key(), WordSense::Prose)
    }

    /// Whether a word is in lower case and neither part of names nor what ties them.
    fn is_plain(&self, word: &str) -> bool {
        if !word.starts_with(char::is_lowercase) {
            return false;
        }
        let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let key = fold(word);
        let is_of_credits = || {
            [
                Sense::And,
                Sense::For,
                Sense::On,
                Sense::Via,
                Sense::Qualifier,
                Sense::Role,
                Sense::KindOfPicture,
            ]
            .into_iter()
            .any(|sense| self.lexicon.is_phrase(word, sense))
        };
        !self.lexicon.is(&key, WordSense::Particle)
            && !self.lexicon.is(&key, WordSense::Connector)
            && !self.lexicon.is(&key, WordSense::Organisation)
            && !is_of_credits()
    }
}

/// Whether a line of a script without capitals is too long for names.
fn is_long_for_names(line: &str) -> bool {
    line.split_whitespace().count() > 8 || line.chars().filter(|c| is_ideograph(*c)).count() > 20
}

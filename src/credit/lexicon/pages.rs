//! The words of pages, bylines, stories and captions that finding needs: `assets/lexicon/pages.toml`.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

/// Words and phrases in lower case; their order says nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub(in crate::credit) struct Phrases {
    all: Vec<String>,
    /// Finds them anywhere in a text, made when that is first asked; none where they are too many.
    #[serde(skip)]
    seeker: OnceLock<Option<AhoCorasick>>,
}

impl Phrases {
    /// Whether this is one of them.
    pub(in crate::credit) fn has(&self, phrase: &str) -> bool {
        self.all.iter().any(|known| known == phrase)
    }

    /// The one with which a text begins.
    pub(in crate::credit) fn leading(&self, text: &str) -> Option<&str> {
        let first = text.as_bytes().first();
        let begins_alike = |phrase: &str| phrase.is_empty() || phrase.as_bytes().first() == first;
        self.iter()
            .find(|phrase| begins_alike(phrase) && text.starts_with(phrase))
    }

    /// Whether a text begins with one.
    pub(in crate::credit) fn lead(&self, text: &str) -> bool {
        self.leading(text).is_some()
    }

    /// Whether a text ends with one.
    pub(in crate::credit) fn end(&self, text: &str) -> bool {
        self.iter().any(|phrase| text.ends_with(phrase))
    }

    /// Whether one stands somewhere in a text.
    pub(in crate::credit) fn are_in(&self, text: &str) -> bool {
        match self.seeker.get_or_init(|| AhoCorasick::new(&self.all).ok()) {
            Some(seeker) => seeker.is_match(text),
            None => self.iter().any(|phrase| text.contains(phrase)),
        }
    }

    /// All of them.
    pub(in crate::credit) fn iter(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(String::as_str)
    }
}

/// The tables of `pages.toml`; what each is for is said there.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(in crate::credit) struct Pages {
    pub(in crate::credit) contributor_tails: Phrases,
    pub(in crate::credit) contributor_leads: Phrases,
    pub(in crate::credit) role_words: Phrases,
    pub(in crate::credit) place_words: Phrases,
    pub(in crate::credit) joining_words: Phrases,
    pub(in crate::credit) name_particles: Phrases,
    pub(in crate::credit) byline_leads: Phrases,
    pub(in crate::credit) photo_words: Phrases,
    pub(in crate::credit) source_labels: Phrases,
    pub(in crate::credit) text_labels: Phrases,
    pub(in crate::credit) gallery_labels: Phrases,
    pub(in crate::credit) rights_words: Phrases,
    pub(in crate::credit) furniture: Phrases,
    pub(in crate::credit) furniture_leads: Phrases,
    pub(in crate::credit) picture_files: Phrases,
    pub(in crate::credit) notice_leads: Phrases,
    pub(in crate::credit) caption_labels: Phrases,
    pub(in crate::credit) photo_mention_leads: Phrases,
    pub(in crate::credit) photo_mentions: Phrases,
    pub(in crate::credit) caption_leads: Phrases,
    pub(in crate::credit) caption_ends: Phrases,
    pub(in crate::credit) caption_words: Phrases,
    pub(in crate::credit) story_openers: Phrases,
    pub(in crate::credit) attributions: Phrases,
    pub(in crate::credit) by_words: Phrases,
}

impl Pages {
    /// Adds the words of another table.
    pub(in crate::credit) fn add(&mut self, other: &Self) {
        for (mine, others) in [
            (&mut self.contributor_tails, &other.contributor_tails),
            (&mut self.contributor_leads, &other.contributor_leads),
            (&mut self.role_words, &other.role_words),
            (&mut self.place_words, &other.place_words),
            (&mut self.joining_words, &other.joining_words),
            (&mut self.name_particles, &other.name_particles),
            (&mut self.byline_leads, &other.byline_leads),
            (&mut self.photo_words, &other.photo_words),
            (&mut self.source_labels, &other.source_labels),
            (&mut self.text_labels, &other.text_labels),
            (&mut self.gallery_labels, &other.gallery_labels),
            (&mut self.rights_words, &other.rights_words),
            (&mut self.furniture, &other.furniture),
            (&mut self.furniture_leads, &other.furniture_leads),
            (&mut self.picture_files, &other.picture_files),
            (&mut self.notice_leads, &other.notice_leads),
            (&mut self.caption_labels, &other.caption_labels),
            (&mut self.photo_mention_leads, &other.photo_mention_leads),
            (&mut self.photo_mentions, &other.photo_mentions),
            (&mut self.caption_leads, &other.caption_leads),
            (&mut self.caption_ends, &other.caption_ends),
            (&mut self.caption_words, &other.caption_words),
            (&mut self.story_openers, &other.story_openers),
            (&mut self.attributions, &other.attributions),
            (&mut self.by_words, &other.by_words),
        ] {
            mine.all.extend_from_slice(&others.all);
            mine.seeker = OnceLock::new();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::credit::Lexicon;

    #[test]
    fn phrases_are_in_lower_case() {
        let lexicon = Lexicon::built_in();
        let tables = [
            &lexicon.pages.furniture,
            &lexicon.pages.byline_leads,
            &lexicon.pages.notice_leads,
            &lexicon.pages.caption_leads,
            &lexicon.pages.caption_words,
            &lexicon.pages.source_labels,
            &lexicon.pages.story_openers,
            &lexicon.pages.attributions,
        ];
        for phrase in tables.into_iter().flat_map(super::Phrases::iter) {
            assert_eq!(phrase, phrase.to_lowercase());
        }
        assert!(tables.iter().all(|table| table.iter().next().is_some()));
    }

    #[test]
    fn a_user_adds_words_of_his_pages() {
        let mut lexicon = Lexicon::clone(&Lexicon::built_in());
        let table = toml::from_str("[pages]\nfurniture = [\"boat menu\"]").expect("a table");
        lexicon.extend(&table).expect("words of pages");
        assert!(lexicon.pages.furniture.has("boat menu"));
        assert!(
            !Lexicon::built_in()
                .pages
                .furniture
                .are_in("the boat menu of today")
        );
        assert!(lexicon.pages.furniture.are_in("the boat menu of today"));
    }
}

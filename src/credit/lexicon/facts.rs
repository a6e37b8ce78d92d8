//! What a phrase or a word does in a caption or a credit, as far as the lexicon knows.

/// What a phrase does in a caption or a credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::credit) enum Sense {
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

impl Sense {
    /// How many there are.
    const COUNT: usize = Self::On as usize + 1;
}

/// What a single word is, whatever stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::credit) enum WordSense {
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
pub(in crate::credit) enum Sort {
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
pub(in crate::credit) struct Known {
    /// The same for all aliases of one organisation.
    pub(in crate::credit) id: usize,
    pub(in crate::credit) sort: Sort,
    /// How many tokens the name has.
    pub(in crate::credit) tokens: usize,
    /// Whether it is printed in a case in which the name is known.
    pub(in crate::credit) is_exact: bool,
    /// Whether it is an ordinary word too.
    pub(in crate::credit) is_weak: bool,
}

/// What the lexicon knows of the phrases that begin at one token.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::credit) struct Facts {
    /// How many tokens the longest phrase of each sense has.
    lengths: [u8; Sense::COUNT],
    /// The organisation with the longest name.
    pub(in crate::credit) organisation: Option<Known>,
    /// How many tokens the longest phrase has, whatever it says.
    longest: u8,
    words: WordSenses,
}

impl Facts {
    pub(in crate::credit) fn note(&mut self, sense: Sense, length: usize) {
        let length = u8::try_from(length).unwrap_or(u8::MAX);
        self.longest = self.longest.max(length);
        if let Some(longest) = self.lengths.get_mut(sense as usize) {
            *longest = length.max(*longest);
        }
    }

    /// Takes a name of so many tokens for that of an organisation, where no longer one is known.
    pub(super) fn note_organisation(&mut self, length: usize, known: impl FnOnce() -> Known) {
        if self
            .organisation
            .is_none_or(|longest| longest.tokens < length)
        {
            self.organisation = Some(known());
            self.longest = self.longest.max(u8::try_from(length).unwrap_or(u8::MAX));
        }
    }

    /// How many tokens the longest phrase has, whatever it says; 0 where none begins here.
    pub(in crate::credit) fn longest(&self) -> usize {
        usize::from(self.longest)
    }

    pub(super) fn note_words(&mut self, senses: WordSenses) {
        self.words = self.words.and(senses);
    }

    /// How many tokens the longest phrase of this sense has; 0 where none begins here.
    pub(in crate::credit) fn length(&self, sense: Sense) -> usize {
        self.lengths
            .get(sense as usize)
            .map_or(0, |length| usize::from(*length))
    }

    /// Whether the word alone has this sense.
    pub(in crate::credit) fn is(&self, sense: WordSense) -> bool {
        self.words.has(sense)
    }
}

/// The senses of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct WordSenses(u16);

impl WordSenses {
    pub(super) fn of(sense: WordSense) -> Self {
        Self(1 << sense as u16)
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn has(self, sense: WordSense) -> bool {
        self.0 & Self::of(sense).0 != 0
    }
}

//! A caption cut into tokens, with what the lexicon knows of each: what all steps of a reading look at.

use std::ops::Range;

use super::advisory;
use super::lexicon::{Facts, Known, Lexicon, Sense, WordSense};
use super::tokens::{Gap, Kind, Mark, Shape, Token, cut, is_unspaced};
use crate::model::Span;

/// A person's name in a script without spaces is not longer, in letters.
const LONGEST_UNSPACED_NAME: usize = 4;

/// The initial of a name in a script of India has no more letters and signs: `எம்.`
const LETTERS_OF_INITIAL: usize = 3;

/// A caption in tokens.
pub(super) struct Text<'a, 'l> {
    pub(super) raw: &'a str,
    pub(super) tokens: Vec<Token<'a>>,
    pub(super) lexicon: &'l Lexicon,
    facts: Vec<Facts>,
    /// How many plain words stand before each token: see [`Text::plain_words`].
    plain_before: Vec<usize>,
    /// Of an opening bracket its closing one, and the other way round.
    partners: Vec<Option<usize>>,
    /// How often a token was looked at: what a test of linear time counts.
    #[cfg(test)]
    visits: std::cell::Cell<usize>,
}

/// What stands before a token, as evidence that something new begins with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Boundary {
    /// The text begins.
    Start,
    /// A line begins.
    Line,
    /// A sentence has ended.
    Sentence,
    /// A dash or a bar stands between.
    Separator,
    /// A bracket has just opened or closed.
    Bracket,
    /// Several spaces.
    Wide,
    /// It is glued to a word before it.
    Glued,
    /// A comma.
    Comma,
    /// A sentence goes on.
    None,
}

impl<'a, 'l> Text<'a, 'l> {
    pub(super) fn new(raw: &'a str, lexicon: &'l Lexicon) -> Self {
        let tokens = cut(raw, lexicon);
        let mut facts: Vec<Facts> = (0..tokens.len())
            .map(|at| lexicon.facts(tokens.get(at..).unwrap_or_default()))
            .collect();
        advisory::mark(&tokens, &mut facts);
        let partners = partners(&tokens);
        let plain_before = plain_before(&tokens, &facts);
        Self {
            raw,
            tokens,
            lexicon,
            facts,
            plain_before,
            partners,
            #[cfg(test)]
            visits: std::cell::Cell::new(0),
        }
    }

    /// Counts, in tests, that a token is looked at.
    #[cfg_attr(not(test), allow(clippy::unused_self, reason = "only tests count"))]
    fn visit(&self) {
        #[cfg(test)]
        self.visits.set(self.visits.get() + 1);
    }

    #[cfg(test)]
    pub(super) fn visits(&self) -> usize {
        self.visits.get()
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token<'a>> {
        self.visit();
        self.tokens.get(at)
    }

    pub(super) fn printed(&self, at: usize) -> &'a str {
        self.visit();
        self.tokens.get(at).map_or("", |token| token.text)
    }

    pub(super) fn key(&self, at: usize) -> &str {
        self.visit();
        self.tokens.get(at).map_or("", |token| &token.key)
    }

    pub(super) fn gap(&self, at: usize) -> Gap {
        self.visit();
        self.tokens.get(at).map_or(Gap::Line, |token| token.gap)
    }

    pub(super) fn shape(&self, at: usize) -> Option<Shape> {
        self.visit();
        self.tokens.get(at).and_then(Token::shape)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.visit();
        self.tokens.get(at).is_some_and(Token::is_word)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.visit();
        self.tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Number)
    }

    /// Whether a run of a script without spaces is a piece of a sentence: it holds small words.
    pub(super) fn is_running_script(&self, at: usize) -> bool {
        let printed = self.printed(at);
        self.shape(at) == Some(Shape::Caseless)
            && self.known(at).is_none()
            && !self.lexicon.ends_as_organisation(self.key(at))
            && printed.chars().next().is_some_and(is_unspaced)
            && printed.chars().count() > LONGEST_UNSPACED_NAME
            && printed.char_indices().any(|(from, c)| {
                self.lexicon
                    .is_running_letter(printed.get(from..from + c.len_utf8()))
            })
    }

    pub(super) fn is_mark(&self, at: usize, mark: Mark) -> bool {
        self.visit();
        self.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    /// Whether a dash, a bar or a slash stands here.
    pub(super) fn is_parting(&self, at: usize) -> bool {
        [Mark::Dash, Mark::Bar, Mark::Slash]
            .into_iter()
            .any(|mark| self.is_mark(at, mark))
    }

    pub(super) fn is_open(&self, at: usize) -> bool {
        self.visit();
        self.tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Open)
    }

    pub(super) fn is_close(&self, at: usize) -> bool {
        self.visit();
        self.tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Close)
    }

    /// How many tokens the phrase of this sense has that begins here; 0 where none does.
    pub(super) fn length(&self, at: usize, sense: Sense) -> usize {
        self.visit();
        self.facts.get(at).map_or(0, |facts| facts.length(sense))
    }

    pub(super) fn is(&self, at: usize, sense: WordSense) -> bool {
        self.visit();
        self.facts.get(at).is_some_and(|facts| facts.is(sense))
    }

    pub(super) fn known(&self, at: usize) -> Option<Known> {
        self.visit();
        self.facts.get(at).and_then(|facts| facts.organisation)
    }

    /// Whether a word stands here with which no phrase begins: no label, no name, no tie, no terms.
    pub(super) fn is_mere_word(&self, at: usize) -> bool {
        self.visit();
        matches!(
            self.tokens.get(at).map(|token| token.kind),
            Some(Kind::Word(_))
        ) && self.facts.get(at).is_some_and(|facts| facts.longest() == 0)
    }

    /// How many small words stand there that belong to no phrase and no name.
    pub(super) fn plain_words(&self, range: &Range<usize>) -> usize {
        let before = |at: usize| self.plain_before.get(at).copied().unwrap_or_default();
        before(range.end).saturating_sub(before(range.start))
    }

    pub(super) fn partner(&self, at: usize) -> Option<usize> {
        self.visit();
        self.partners.get(at).copied().flatten()
    }

    /// Whether the word begins with a capital, or has none to begin with.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        matches!(
            self.shape(at),
            Some(Shape::Title | Shape::Upper | Shape::Mixed | Shape::Initial | Shape::Caseless)
        )
    }

    /// The stretch from the first to the last of these tokens.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let start = self
            .tokens
            .get(range.start)
            .map_or(self.raw.len(), |token| token.span.start);
        let end = range
            .end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, |token| token.span.end);
        Span::new(start, end.max(start))
    }

    /// What stands before this token.
    pub(super) fn boundary(&self, at: usize) -> Boundary {
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else {
            return Boundary::Start;
        };
        let gap = self.gap(at);
        if gap == Gap::Line {
            return Boundary::Line;
        }
        if self.separates(at - 1, gap) {
            return Boundary::Separator;
        }
        if self.closes_sentence(at - 1) {
            return Boundary::Sentence;
        }
        match before.kind {
            Kind::Open | Kind::Close => Boundary::Bracket,
            Kind::Mark(Mark::Comma | Mark::Semicolon) => Boundary::Comma,
            Kind::Word(_) | Kind::Number
                if gap == Gap::None
                    && self.is_word(at)
                    && !(self.is_number(at - 1) && self.shape(at) == Some(Shape::Caseless))
                    && !(self.is_number(at) && self.shape(at - 1) == Some(Shape::Caseless)) =>
            {
                Boundary::Glued
            }
            _ if gap == Gap::Wide => Boundary::Wide,
            Kind::Word(_) | Kind::Number | Kind::Mark(_) => Boundary::None,
        }
    }

    /// Whether the mark here parts what stands on its two sides: a bar, a dash or a slash between
    /// spaces, a slash that opens a credit.
    fn separates(&self, at: usize, gap: Gap) -> bool {
        let Some(Kind::Mark(mark)) = self.token(at).map(|token| token.kind) else {
            return false;
        };
        let is_spaced = self.gap(at) != Gap::None;
        let opens = || {
            at.checked_sub(1)
                .is_none_or(|end| self.is_sentence_end(end))
        };
        match mark {
            Mark::Bar | Mark::Equals => true,
            Mark::Dash | Mark::Slash => is_spaced && (gap != Gap::None || opens()),
            _ => false,
        }
    }

    /// Whether a sentence has ended with the token here, or before it where it only closes one.
    fn closes_sentence(&self, at: usize) -> bool {
        match self.token(at).map(|token| token.kind) {
            Some(Kind::Mark(Mark::Stop)) => !self.is_dot_inside(at),
            Some(Kind::Mark(Mark::Quote) | Kind::Close) => {
                self.is_sentence_end(at.saturating_sub(1))
            }
            Some(Kind::Word(Shape::Initial)) => self.is(at, WordSense::DatelineAbbreviation),
            _ => false,
        }
    }

    /// Whether the mark here ends a sentence.
    pub(super) fn is_sentence_end(&self, at: usize) -> bool {
        self.is_mark(at, Mark::Stop) && !self.is_dot_inside(at)
    }

    /// Whether a word is the initial of a name in a script of India, which writes it with its vowel: `പി.`
    fn is_initial_of_india(&self, at: usize) -> bool {
        let printed = self.printed(at);
        printed
            .chars()
            .all(|c| ('\u{900}'..='\u{dff}').contains(&c))
            && (1..=2).contains(&printed.chars().filter(|c| c.is_alphabetic()).count())
            && printed.chars().count() <= LETTERS_OF_INITIAL
            && self.shape(at + 2) == Some(Shape::Caseless)
    }

    /// Whether the dot here belongs to the abbreviation or ordinal number before it: `Dr.`, `Inc.`, `3. mai`
    pub(super) fn is_dot_inside(&self, at: usize) -> bool {
        let is_ordinal = |before: usize| {
            self.is_number(before)
                && self.shape(at + 1) == Some(Shape::Lower)
                && self.gap(at + 1) == Gap::Space
        };
        self.printed(at) == "."
            && self.gap(at) == Gap::None
            && at.checked_sub(1).is_some_and(|before| {
                is_ordinal(before)
                    || self.is_initial_of_india(before)
                    || (self.is(before, WordSense::Abbreviation)
                        && self.shape(before) != Some(Shape::Caseless))
            })
    }
}

/// For each token, and for the end, how many plain words stand before it.
fn plain_before(tokens: &[Token<'_>], facts: &[Facts]) -> Vec<usize> {
    let mut count = 0;
    let mut phrase_end = 0;
    let mut before = Vec::with_capacity(tokens.len() + 1);
    before.push(0);
    for (at, (token, facts)) in tokens.iter().zip(facts).enumerate() {
        phrase_end = phrase_end.max(at + facts.longest());
        let is_plain = token.shape() == Some(Shape::Lower)
            && at >= phrase_end
            && !facts.is(WordSense::Particle)
            && !facts.is(WordSense::Connector);
        count += usize::from(is_plain);
        before.push(count);
    }
    before
}

/// Finds the other bracket of each bracket; one that has none stays alone.
fn partners(tokens: &[Token<'_>]) -> Vec<Option<usize>> {
    let mut partners = vec![None; tokens.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => open.push(at),
            Kind::Close => {
                if let Some(start) = open.pop() {
                    if let Some(partner) = partners.get_mut(start) {
                        *partner = Some(at);
                    }
                    if let Some(partner) = partners.get_mut(at) {
                        *partner = Some(start);
                    }
                }
            }
            Kind::Word(_) | Kind::Number | Kind::Mark(_) => {}
        }
    }
    partners
}

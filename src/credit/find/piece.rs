//! A line with what it looks like on its own: the material that stretches are built of.

use super::lines::Line;
use crate::credit::Reading;
use crate::model::Span;

/// What a line looks like on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Nothing but credits.
    Credit,
    /// A caption and its credit.
    Captioned,
    /// A caption that says so itself: "Image caption …", "FILE - …", "… (file photo)".
    Caption,
    /// What a page prints around photos: "Buy Photo", "hide caption".
    Furniture,
    /// The number of a photo: "1 of 9". What follows it is another photo.
    Counter,
    /// Who wrote the text. Never part of a photo.
    Byline,
    /// Another line about the text itself: its source, a pointer to more. Never part of a photo.
    Notice,
    /// Anything else: prose, a headline, a caption that nothing tells from them.
    Text,
}

/// How surely a line's credit is the credit of a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A name where a credit could stand: only beside a caption that is sure.
    Weak,
    /// The form of a credit, of nobody known: where others of this form are sure.
    Likely,
    /// A label, a known agency or a form that nothing else has.
    Sure,
}

/// How a credit is marked in print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark<'a> {
    /// By a label: "Foto: …".
    Label(&'a str),
    /// By brackets alone.
    Bracket,
    /// By a sign: ©, a bar, a dash.
    Sign(char),
    /// By its place alone.
    Bare,
}

/// Whether a line says itself that it is a caption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// It does not.
    No,
    /// "FILE - …", "… (file photo)".
    Caption,
    /// "Image caption …": its credit stands above it.
    ByLabel,
}

/// Whether a line is nothing but a person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameAlone {
    /// It is more, or something else.
    No,
    /// A few words with capitals: a name, or a heading.
    Perhaps,
    /// It begins with a given name that is known.
    Surely,
}

/// A line and what was seen in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) line: Line,
    pub(super) look: Look,
    pub(super) strength: Strength,
    /// All of its text.
    pub(super) whole: &'a str,
    /// Its words, or of a caption with a credit the words of the caption.
    pub(super) words: &'a str,
    /// Its credits, without labels and brackets.
    pub(super) credits: Vec<&'a str>,
    /// How the last of its credits is marked.
    pub(super) mark: Mark<'a>,
    /// Whether the last of its credits stands in brackets, labelled or not.
    pub(super) is_bracketed: bool,
    /// Whether a full stop stands between caption and credit.
    pub(super) stops: bool,
    /// Whether it says itself that it is a caption.
    pub(super) told: Told,
    /// The number printed before the caption: 2 of "2 of 4".
    pub(super) number: Option<u32>,
    /// The byte of the text at which a credit within the line ends, when another sentence follows.
    pub(super) inner_end: Option<usize>,
    /// A few words behind its last full stop that could name somebody: "… at dawn. City Museum".
    pub(super) tail: Option<&'a str>,
    /// Whether it is nothing but a person's name.
    pub(super) name_alone: NameAlone,
    /// What all of it reads as, where it was read.
    pub(super) reading: Option<Reading<'a>>,
}

impl<'a> Piece<'a> {
    /// A line in which nothing was seen.
    pub(super) fn text(text: &'a str, line: Line) -> Self {
        let whole = line.span.of(text);
        Self {
            line,
            look: Look::Text,
            strength: Strength::Weak,
            whole,
            words: whole,
            credits: Vec::new(),
            mark: Mark::Bare,
            is_bracketed: false,
            stops: false,
            told: Told::No,
            number: None,
            inner_end: None,
            tail: None,
            name_alone: NameAlone::No,
            reading: None,
        }
    }
}

impl Piece<'_> {
    /// Whether it has credits, and they are sure.
    pub(super) fn is_sure(&self) -> bool {
        matches!(self.look, Look::Credit | Look::Captioned) && self.strength == Strength::Sure
    }

    /// Whether it holds words that can be a caption.
    pub(super) fn has_words(&self) -> bool {
        matches!(self.look, Look::Captioned | Look::Caption | Look::Text)
    }

    /// Believes nothing of what was read as its credit.
    pub(super) fn disbelieve(&mut self) {
        self.take_for(match self.told {
            Told::No => Look::Text,
            Told::Caption | Told::ByLabel => Look::Caption,
        });
    }

    /// Takes it for text, whatever was read in it.
    pub(super) fn take_for(&mut self, look: Look) {
        self.look = look;
        self.words = self.whole;
        self.credits.clear();
    }

    /// Where it stands.
    pub(super) fn span(&self) -> Span {
        self.line.span
    }
}

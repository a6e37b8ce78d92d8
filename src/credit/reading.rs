//! What is read from one caption: spans of the input, nothing rewritten.

use std::borrow::Cow;

use super::advisory::is_advisory;
use crate::model::{Source, Span};

/// How sure a reading is. Only what is certain is ever fixed without being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Weak or contrary evidence: an editor must look.
    Unsure,
    /// Good evidence, but another reading is possible.
    Likely,
    /// As an editor would read it without thinking twice.
    Certain,
}

/// What a top-level part of the raw text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartKind {
    /// The description of the picture.
    Caption,
    /// The caption once more (alt text, then caption): the poorer copy.
    CaptionAgain,
    /// A credit, with its label and brackets.
    Credit,
    /// Usage terms, a licence, or the wire's word to its clients.
    Usage,
    /// What a page printed around it: "Image 1 of 9", "Enlarge this image".
    Furniture,
}

/// A top-level part. Parts are in order and never overlap; what lies between two of them is
/// white space or a separator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Part {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: PartKind,
}

/// One credit as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// All of it: label, brackets and text.
    pub span: Span,
    /// The label that says only "this is the credit".
    pub label: Option<Span>,
    /// The credit itself, without label and without brackets around the whole of it.
    pub line: Span,
    /// Persons named as makers, in order.
    pub persons: Vec<Span>,
    /// Organisations named, in order ("AP" of "AP Photo").
    pub organisations: Vec<Span>,
    /// Whether another credit of the reading says all that this one says.
    pub is_repeated: bool,
}

/// What was read from one raw caption. All strings are pieces of the raw text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The text that was read.
    pub raw: &'a str,
    /// Its parts, in order, never overlapping.
    pub parts: Vec<Part>,
    /// Its credits in order of print, each the span of a part of kind `Credit`.
    pub credits: Vec<Credit>,
    /// The credit that the certain fix keeps: a verbatim piece of `raw`. None where there is no
    /// credit, or where credits disagree.
    pub kept: Option<Span>,
    /// Persons of the kept credit (of all credits in a conflict), as printed, once each.
    pub creators: Vec<&'a str>,
    /// Organisations of the same, as printed, once each, with their roles (`Source::name` owned).
    pub sources: Vec<Source>,
    /// Words of the credit that say something more: Illustration, File, Pool, Handout, Courtesy of.
    pub qualifiers: Vec<&'a str>,
    /// The lines of credits that disagree; empty where none do.
    pub conflict: Vec<&'a str>,
    /// How sure the reading is.
    pub confidence: Confidence,
}

impl<'a> Reading<'a> {
    /// The caption alone. Where a piece was taken out of its middle, the rest is joined without a
    /// doubled space.
    #[must_use]
    pub fn caption(&self) -> String {
        joined(
            self.raw,
            self.parts
                .iter()
                .filter(|part| part.kind == PartKind::Caption)
                .map(|part| part.span),
        )
    }

    /// The credits from their first to their last character, with labels, brackets and repetitions;
    /// pieces parted by caption or furniture are joined by one space.
    #[must_use]
    pub fn credit_as_printed(&self) -> String {
        let mut text = String::new();
        let mut run: Option<Span> = None;
        for part in &self.parts {
            run = match (run, part.kind) {
                (None, PartKind::Credit) => Some(part.span),
                (Some(run), PartKind::Credit) => Some(Span::new(run.start, part.span.end)),
                (None, _) => None,
                (Some(run), _) => {
                    push_piece(&mut text, run.of(self.raw));
                    None
                }
            };
        }
        if let Some(run) = run {
            push_piece(&mut text, run.of(self.raw));
        }
        text
    }

    /// The credit line that the certain fix stores: the kept one; in a conflict all of it as
    /// printed. None where there is no credit.
    #[must_use]
    pub fn credit_line(&self) -> Option<Cow<'a, str>> {
        match self.kept {
            Some(kept) => Some(Cow::Borrowed(kept.of(self.raw))),
            None if self.credits.is_empty() => None,
            None => Some(Cow::Owned(self.credit_as_printed())),
        }
    }

    /// Usage terms and licences, joined by a space; empty where there are none.
    #[must_use]
    pub fn usage_terms(&self) -> String {
        self.terms(|piece| !is_advisory(piece))
    }

    /// The wire's words to its clients (`EMBARGOED UNTIL 6 PM`), joined by a space; empty where there
    /// are none.
    #[must_use]
    pub fn instructions(&self) -> String {
        self.terms(is_advisory)
    }

    fn terms(&self, is_meant: impl Fn(&str) -> bool) -> String {
        let mut text = String::new();
        let parts = self.parts.iter();
        let terms = parts.filter(|part| part.kind == PartKind::Usage);
        for piece in terms.map(|part| part.span.of(self.raw)) {
            if is_meant(piece) {
                push_piece(&mut text, piece);
            }
        }
        text
    }

    /// Whether a credit says only what another one says.
    #[must_use]
    pub fn is_duplicated(&self) -> bool {
        self.credits.iter().any(|credit| credit.is_repeated)
    }
}

fn push_piece(text: &mut String, piece: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(piece.trim());
}

/// Pieces joined as they would have been printed without what stood between them.
fn joined(raw: &str, spans: impl Iterator<Item = Span>) -> String {
    let mut text = String::new();
    let mut end = None;
    for span in spans {
        let piece = span.of(raw);
        let between = end
            .and_then(|end| raw.get(end..span.start))
            .unwrap_or_default();
        let closes = piece.starts_with(['.', ',', ';', ':', '!', '?', '。', '，']);
        if !text.is_empty() && !closes {
            text.push(if between.contains(['\n', '\r']) {
                '\n'
            } else {
                ' '
            });
        }
        text.push_str(piece);
        end = Some(span.end);
    }
    text
}

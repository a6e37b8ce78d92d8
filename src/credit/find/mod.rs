//! Finds the captions in the running text of a whole article.
//!
//! The way through: the text is cut into [lines], and a line in which several captions stand is
//! [cut] between them; what is plain prose is screened out at once. Each other [piece] is [looked at](look) on its own: a [witness] says whether what
//! reads like a credit is one, others know [furniture], [notices](notice) and [what says itself to be a
//! caption](caption_sign). Then the text as a whole speaks: doubtful credits are [settled](settle) by
//! those that are sure, and the [company] of captions says how this publisher prints them. Lines that
//! belong to one photo become one [stretch]; each stretch is read as a caption. What remains is the
//! [body].
//!
//! A stretch is read by [`read()`] alone, without the text around it, so that a saved photo can
//! be coloured again from its original.

mod body;
mod caption_sign;
mod company;
mod contributors;
mod cut;
mod echo;
mod furniture;
mod lines;
mod look;
mod notice;
mod piece;
mod relation;
mod sentence;
mod settle;
mod stretch;
#[cfg(test)]
mod tests;
mod witness;

pub use contributors::ContributorLine;
pub use lines::DateStamp;

use super::lexicon::Lexicon;
use super::{Reading, read};
use crate::model::Span;
use company::Company;
use lines::Line;
use piece::Piece;

/// A photo that was found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// Where it stands in the text: from the first to the last character of its caption and credits.
    pub span: Span,
    /// What was read from this stretch; its spans count from the beginning of the stretch.
    pub reading: Reading<'a>,
}

/// What was found in the text of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings<'a> {
    /// The text in which it was found.
    pub text: &'a str,
    /// The date stamp at the start.
    pub date: Option<DateStamp>,
    /// The photos, in the order of the text; their spans never meet.
    pub photos: Vec<Found<'a>>,
    /// Lines that say who else worked on the text; they stay in the body.
    pub contributor_lines: Vec<ContributorLine>,
    /// All lines behind the date stamp.
    lines: Vec<Line>,
}

impl<'a> Findings<'a> {
    /// The paragraphs of the body: all lines, trimmed, without photos and date stamp.
    #[must_use]
    pub fn body(&self) -> Vec<Span> {
        let photos = self.photos.iter().map(|photo| photo.span);
        body::paragraphs(self.text, &self.lines, photos)
    }

    /// For each photo, how many paragraphs of the body stand before it.
    #[must_use]
    pub fn paragraphs_before(&self) -> Vec<usize> {
        body::counts_before(&self.body(), self.photos.iter().map(|photo| photo.span))
    }

    /// Who is named in the contributor lines: persons first, then their organisations, once each.
    #[must_use]
    pub fn contributors(&self) -> Vec<&'a str> {
        let persons = self.contributor_lines.iter().flat_map(|line| &line.persons);
        let organisations = self
            .contributor_lines
            .iter()
            .flat_map(|line| &line.organisations);
        let mut names: Vec<&str> = Vec::new();
        for name in persons.chain(organisations).map(|span| span.of(self.text)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// Finds the photos in a text.
#[must_use]
pub fn find<'a>(text: &'a str, lexicon: &Lexicon) -> Findings<'a> {
    let date = lines::date_stamp(text);
    let start = date.map_or(0, |date| date.span.end);
    let lines = lines::lines(text, Span::new(start, text.len()));
    let mut pieces = Vec::with_capacity(lines.len());
    let mut looked_at = Vec::new();
    for line in &lines {
        if lexicon.is_prose(line.span.of(text)) {
            pieces.push(Piece::text(text, *line));
        } else {
            pieces.extend(cut::pieces(text, *line, lexicon));
            looked_at.push(*line);
        }
    }
    let mut pieces = look::join_labels(text, pieces, lexicon);
    settle::settle(&mut pieces, lexicon);
    let company = Company::of(&pieces, lexicon);
    let photos = stretch::stretches(&pieces, &company)
        .into_iter()
        .filter_map(|stretch| {
            let end = pieces.get(stretch.last)?.span().end;
            let first = pieces.get_mut(stretch.first)?;
            let span = Span::new(first.span().start, end);
            // A photo of one line was read when that was looked at.
            let known = first.reading.take().filter(|_| span == first.span());
            let reading = known.unwrap_or_else(|| read(span.of(text), lexicon));
            Some(Found { span, reading })
        })
        .collect();
    let contributor_lines = contributors::contributor_lines(text, &looked_at, lexicon);
    Findings {
        text,
        date,
        photos,
        contributor_lines,
        lines,
    }
}

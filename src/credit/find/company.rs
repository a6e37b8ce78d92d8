//! What the text as a whole says about its captions: how this publisher prints them.

use super::echo::echo;
use super::lines::Gap;
use super::piece::{Look, Mark, NameAlone, Piece, Told};
use super::relation::are_related;
use super::sentence::{caption_weight, is_paragraph};
use crate::credit::lexicon::Lexicon;
use crate::credit::tokens::is_end;

/// How a text is built.
#[derive(Debug)]
pub(super) struct Company<'l> {
    lexicon: &'l Lexicon,
    /// Whether its paragraphs are parted by blank lines.
    has_blank_lines: bool,
    /// The first line that is a paragraph of prose.
    first_prose: Option<usize>,
    /// Labels that stand in one line with the caption, folded.
    labels_in_line: Vec<String>,
    /// Labels that stand in a line of their own right under a caption, folded.
    labels_apart: Vec<String>,
    /// Labels that stand in a line of their own over a caption, folded.
    labels_above: Vec<String>,
    /// Whether some credit stands under its caption with no blank line between.
    has_blocks: bool,
    /// How many of these have no mark.
    bare_blocks: usize,
    /// Names that stand alone in more than one line.
    names: Vec<String>,
}

/// From this weight on a line is taken for the caption of the credit under it.
const WEIGHT_OF_CAPTION: i32 = 2;
/// Alt text and caption stand within so many lines under their credit.
const MOST_BELOW: usize = 4;
/// So many credits without any mark under captions make a habit.
const HABIT: usize = 2;
/// A name under a caption has no more words.
const MOST_NAME_WORDS: usize = 5;
/// A line that is no sentence is no longer than this.
const WORDS_OF_SHORT_LINE: usize = 12;
/// So many names that stand alone are compared.
const MOST_NAMES: usize = 64;

impl<'l> Company<'l> {
    /// The words that are known.
    pub(super) fn lexicon(&self) -> &'l Lexicon {
        self.lexicon
    }

    /// Looks at all lines of a text.
    pub(super) fn of(pieces: &[Piece<'_>], lexicon: &'l Lexicon) -> Self {
        let gaps = pieces.iter().skip(1).map(|piece| piece.line.gap);
        let (blank, all) = gaps.fold((0_usize, 0_usize), |(blank, all), gap| {
            (
                blank.saturating_add(usize::from(gap == Gap::Blank)),
                all.saturating_add(1),
            )
        });
        let mut company = Self {
            lexicon,
            has_blank_lines: blank.saturating_mul(3) > all,
            first_prose: pieces.iter().position(is_prose),
            names: repeated_names(pieces),
            labels_in_line: Vec::new(),
            labels_apart: Vec::new(),
            labels_above: Vec::new(),
            has_blocks: false,
            bare_blocks: 0,
        };
        for at in 0..pieces.len() {
            company.look_at(pieces, at);
        }
        company.learn_from_repetition(pieces);
        // What was learnt from the plain cases decides about the others.
        for at in 1..pieces.len() {
            company.learn_from_captions(pieces, at);
        }
        company
    }

    fn look_at(&mut self, pieces: &[Piece<'_>], at: usize) {
        let Some(piece) = pieces.get(at).filter(|piece| piece.is_sure()) else {
            return;
        };
        if piece.look == Look::Captioned {
            note(&mut self.labels_in_line, piece);
            return;
        }
        if is_announcement(pieces, at) {
            note(&mut self.labels_above, piece);
            return;
        }
        if self.has_alt_below(pieces, at) {
            return;
        }
        let Some(before) = at.checked_sub(1).and_then(|before| pieces.get(before)) else {
            return;
        };
        let is_block = before.look == Look::Text
            && !is_title(before.whole)
            && self.has_blank_lines
            && piece.line.gap != Gap::Blank
            && !is_block_of_prose(pieces, at.saturating_sub(1));
        self.has_blocks |= is_block;
        if is_block && piece.mark == Mark::Bare {
            self.bare_blocks = self.bare_blocks.saturating_add(1);
        }
        if is_block || (before.look == Look::Captioned && before.mark != piece.mark) {
            note(&mut self.labels_apart, piece);
        }
    }

    /// Whether alt text and then the caption follow the credit, in one block.
    fn has_alt_below(&self, pieces: &[Piece<'_>], credit: usize) -> bool {
        let mut below = pieces
            .iter()
            .skip(credit.saturating_add(1))
            .take(MOST_BELOW)
            .filter(|piece| !matches!(piece.look, Look::Furniture | Look::Counter));
        let Some((alt, caption)) = below.next().zip(below.next()) else {
            return false;
        };
        let is_block = self.is_one_block(alt.line.gap) && self.is_one_block(caption.line.gap);
        is_block && alt.look == Look::Text && echo(alt.words, caption.words).is_some()
    }

    /// Where each of several credits of one form stands under a short line that is no sentence, or over
    /// one in its block, these lines are its captions.
    fn learn_from_repetition(&mut self, pieces: &[Piece<'_>]) {
        let credits: Vec<usize> = (0..pieces.len())
            .filter(|at| {
                pieces
                    .get(*at)
                    .is_some_and(|piece| piece.look == Look::Credit && piece.is_sure())
            })
            .collect();
        if credits.len() < HABIT {
            return;
        }
        let is_under = |at: &usize| {
            let before = at.checked_sub(1).and_then(|before| pieces.get(before));
            *at > 1 && before.is_some_and(is_short_line)
        };
        let is_over = |at: &usize| {
            let (credit, next) = (pieces.get(*at), pieces.get(at.saturating_add(1)));
            let after = pieces.get(at.saturating_add(2));
            credit.is_some_and(|credit| credit.line.gap == Gap::Blank)
                && next.is_some_and(|next| is_short_line(next) && self.is_one_block(next.line.gap))
                && after.is_none_or(|after| after.line.gap == Gap::Blank)
        };
        let first = credits.first().and_then(|at| pieces.get(*at));
        if let Some(first) = first.filter(|_| credits.iter().all(is_over)) {
            note(&mut self.labels_above, first);
        } else if let Some(first) = first.filter(|_| credits.iter().all(is_under)) {
            note(&mut self.labels_apart, first);
        }
    }

    /// A text that prints one credit under its caption prints the others of its form there, too.
    fn learn_from_captions(&mut self, pieces: &[Piece<'_>], at: usize) {
        let before = at.saturating_sub(1);
        let Some(piece) = pieces
            .get(at)
            .filter(|piece| piece.look == Look::Credit && piece.is_sure())
        else {
            return;
        };
        let is_text = pieces
            .get(before)
            .is_some_and(|before| before.look == Look::Text);
        if is_text
            && !self.labels_apart.contains(&label(piece.mark))
            && self.is_caption_of(pieces, before, at)
        {
            note(&mut self.labels_apart, piece);
        }
    }

    /// Whether a gap keeps lines together that blank lines would part.
    pub(super) fn is_one_block(&self, gap: Gap) -> bool {
        self.has_blank_lines && gap != Gap::Blank
    }

    /// Whether this publisher prints names without any mark in a line of their own under captions.
    pub(super) fn has_bare_names_apart(&self) -> bool {
        self.labels_apart.iter().any(String::is_empty)
    }

    /// Whether this publisher prints credits of this form over captions.
    pub(super) fn has_above(&self, credit: &Piece<'_>) -> bool {
        self.labels_above.contains(&label(credit.mark))
    }

    /// Whether a name alone stands in other lines of the text as well.
    pub(super) fn has_name_again(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// Whether two lines in a block of their own are a caption and whoever is named under it, as in
    /// the other blocks of this text.
    pub(super) fn is_block_of_caption(&self, pieces: &[Piece<'_>], caption: usize) -> bool {
        if self.bare_blocks < HABIT {
            return false;
        }
        let at = |offset: usize| pieces.get(caption.saturating_add(offset));
        let (Some(first), Some(second)) = (at(0), at(1)) else {
            return false;
        };
        let is_alone = first.line.gap == Gap::Blank
            && self.is_one_block(second.line.gap)
            && at(2).is_none_or(|after| after.line.gap == Gap::Blank);
        let is_name = second.look == Look::Text
            && second.whole.starts_with(char::is_uppercase)
            && second.whole.split_whitespace().count() <= MOST_NAME_WORDS
            && !second.whole.ends_with(|c| is_end(c) || c == ':');
        is_alone && is_name && first.words.ends_with(is_end)
    }

    /// Whether a paragraph of prose stands before a line.
    pub(super) fn has_prose_before(&self, at: usize) -> bool {
        self.first_prose.is_some_and(|first| first < at)
    }

    /// Whether the line is the caption of the credit that stands alone in the next one.
    ///
    /// What speaks for it and what against, as an editor weighs it: whether this publisher prints
    /// credits under captions or in one line with them, whether a blank line parts the two, whether
    /// the line reads like a caption or like the story.
    pub(super) fn is_caption_of(
        &self,
        pieces: &[Piece<'_>],
        caption: usize,
        credit: usize,
    ) -> bool {
        let Some((line, next)) = pieces.get(caption).zip(pieces.get(credit)) else {
            return false;
        };
        if self.has_above(next)
            || self.has_alt_below(pieces, credit)
            || !line.words.contains(char::is_alphabetic)
        {
            return false;
        }
        let label = label(next.mark);
        let is_known = self.labels_apart.contains(&label);
        let is_block = next.line.gap == Gap::Glued
            || (self.is_one_block(next.line.gap) && !is_block_of_prose(pieces, caption));
        let mut weight = caption_weight(line.whole, self.lexicon);
        if is_title(line.whole) {
            weight -= 3;
        }
        let before = caption.checked_sub(1).and_then(|before| pieces.get(before));
        if before.is_some_and(|before| before.look == Look::Counter) {
            weight += 3;
        }
        if is_block {
            weight += 3;
        } else if self.has_blocks {
            weight -= 1;
        }
        if is_known {
            weight += 2;
        }
        if next.mark == Mark::Bracket {
            // Brackets refer to what stands before them.
            weight += 2;
        }
        if self.labels_in_line.contains(&label) {
            weight -= 3;
        }
        if caption == 0 {
            weight -= 3;
        } else if is_known && !self.has_prose_before(caption) && line.words.ends_with(is_end) {
            weight += 1;
        }
        weight >= WEIGHT_OF_CAPTION
    }
}

fn note(labels: &mut Vec<String>, piece: &Piece<'_>) {
    let label = label(piece.mark);
    if !labels.contains(&label) {
        labels.push(label);
    }
}

/// The label of a credit, folded; one for all that have none.
fn label(mark: Mark<'_>) -> String {
    match mark {
        Mark::Label(label) => label
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect(),
        Mark::Bracket => "(".to_owned(),
        Mark::Sign(sign) => sign.to_string(),
        Mark::Bare => String::new(),
    }
}

/// Whether a credit stands over the caption that names the same people, and under none that does.
fn is_announcement(pieces: &[Piece<'_>], at: usize) -> bool {
    let Some((credit, next)) = pieces.get(at).zip(pieces.get(at.saturating_add(1))) else {
        return false;
    };
    let says_same = |other: &Piece<'_>| {
        other
            .credits
            .iter()
            .any(|one| credit.credits.iter().any(|own| are_related(own, one)))
    };
    let before = at.checked_sub(1).and_then(|before| pieces.get(before));
    let is_labelled = next.look == Look::Caption && next.told == Told::ByLabel;
    is_labelled
        || (next.look == Look::Captioned && says_same(next) && !before.is_some_and(says_same))
}

/// Names alone that stand in more than one line, once each.
fn repeated_names(pieces: &[Piece<'_>]) -> Vec<String> {
    let mut seen: Vec<&str> = Vec::new();
    let mut again: Vec<String> = Vec::new();
    for name in pieces
        .iter()
        .filter(|piece| piece.name_alone != NameAlone::No)
    {
        if again.iter().any(|known| known == name.whole) {
            continue;
        }
        if seen.contains(&name.whole) {
            again.push(name.whole.to_owned());
        } else if seen.len() < MOST_NAMES {
            seen.push(name.whole);
        }
    }
    again
}

/// Whether a line is short and no sentence, as captions and headings are.
fn is_short_line(piece: &Piece<'_>) -> bool {
    piece.look == Look::Text
        && !is_title(piece.whole)
        && piece.whole.split_whitespace().count() <= WORDS_OF_SHORT_LINE
        && piece.whole.ends_with(char::is_alphanumeric)
        && !piece.whole.starts_with(char::is_lowercase)
}

/// Whether a line is in capitals throughout.
fn is_title(words: &str) -> bool {
    words.contains(char::is_uppercase) && !words.contains(char::is_lowercase)
}

/// Whether a line is a paragraph of a story.
fn is_prose(piece: &Piece<'_>) -> bool {
    piece.look == Look::Text && is_paragraph(piece.words)
}

/// Whether a line right over a credit is prose in which paragraphs are parted by mere line breaks.
fn is_block_of_prose(pieces: &[Piece<'_>], at: usize) -> bool {
    let is_prose_at = |at: Option<usize>| at.and_then(|at| pieces.get(at)).is_some_and(is_prose);
    let is_on = pieces
        .get(at)
        .is_some_and(|piece| piece.line.gap == Gap::Break);
    is_on && is_prose_at(Some(at)) && is_prose_at(at.checked_sub(1))
}

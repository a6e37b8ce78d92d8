//! Which lines belong to one photo.
//!
//! A photo begins with a caption or a credit and takes in what follows as long as it says the same
//! again or completes it: the caption once more (alt text, then caption), the credit once more or in
//! another spelling, the credit that its caption lacks, the caption that its credit announces.

use super::company::Company;
use super::echo::{Echo, echo, glued_rest, is_ideograph};
use super::lines::Gap;
use super::piece::{Look, Mark, NameAlone, Piece, Told};
use super::relation::{are_related, names_nobody};
use crate::credit::advisory::is_line;
use crate::credit::tokens::is_end;

/// The lines of one photo: pieces from the first up to and with the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// So many pieces of furniture may stand between two lines of one photo.
const MOST_FURNITURE: usize = 4;
/// A photo prints its caption no more often than this.
const MOST_COPIES: usize = 8;
/// A caption that no credit speaks for stands no more often than this: alt text, caption, title.
const MOST_DOUBLED: usize = 3;
/// A photo prints its credit no more often than this.
const MOST_CREDITS: usize = 8;

/// The photos among the pieces, in order.
pub(super) fn stretches(pieces: &[Piece<'_>], company: &Company<'_>) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        if let Some(stretch) = Building::begin(pieces, company, at) {
            at = stretch.last;
            found.push(stretch);
        }
        at = at.saturating_add(1);
    }
    found
}

/// A photo whose lines are being gathered.
struct Building<'p, 'a> {
    pieces: &'p [Piece<'a>],
    company: &'p Company<'p>,
    first: usize,
    last: usize,
    /// The words of its caption.
    words: Option<&'a str>,
    credits: Vec<&'a str>,
    mark: Option<Mark<'a>>,
    is_bracketed: bool,
    number: Option<u32>,
    /// How often its caption was printed.
    copies: usize,
    /// Whether something says that this is a photo.
    is_told: bool,
}

/// The next line that is no furniture.
struct Next<'p, 'a> {
    at: usize,
    piece: &'p Piece<'a>,
    /// Whether furniture lies before it.
    is_direct: bool,
    /// Whether the number of another photo lies before it.
    is_counted: bool,
}

impl<'p, 'a> Building<'p, 'a> {
    fn begin(pieces: &'p [Piece<'a>], company: &'p Company<'p>, at: usize) -> Option<Stretch> {
        let piece = pieces.get(at)?;
        let mut building = Self {
            pieces,
            company,
            first: at,
            last: at,
            words: piece.has_words().then_some(piece.words),
            credits: piece.credits.clone(),
            mark: (!piece.credits.is_empty()).then_some(piece.mark),
            is_bracketed: piece.is_bracketed,
            number: piece.number,
            copies: usize::from(piece.has_words()),
            is_told: piece.is_sure() || piece.look == Look::Caption,
        };
        match piece.look {
            Look::Credit if piece.is_sure() => {}
            Look::Captioned | Look::Caption | Look::Text => {}
            Look::Credit | Look::Furniture | Look::Counter | Look::Byline | Look::Notice => {
                return None;
            }
        }
        if piece.look == Look::Credit {
            building.take_caption_after_credit();
        }
        while building.take_next() {}
        building.end()
    }

    /// The next line that is no furniture, from `after` on.
    fn next(&self, after: usize) -> Option<Next<'p, 'a>> {
        let mut is_counted = false;
        for (skipped, (at, piece)) in self
            .pieces
            .iter()
            .enumerate()
            .skip(after.saturating_add(1))
            .take(MOST_FURNITURE)
            .enumerate()
        {
            match piece.look {
                Look::Furniture => {}
                Look::Counter => is_counted = true,
                Look::Credit
                | Look::Captioned
                | Look::Caption
                | Look::Byline
                | Look::Notice
                | Look::Text => {
                    return Some(Next {
                        at,
                        piece,
                        is_direct: skipped == 0,
                        is_counted,
                    });
                }
            }
        }
        None
    }

    /// "Credit", then alt text, then caption: the credit stands above both copies.
    fn take_caption_after_credit(&mut self) {
        if let Some(alt) = self.alt_after(self.last) {
            self.take_words(&alt);
        }
    }

    /// The alt text after a credit that the line after it repeats.
    fn alt_after(&self, credit: usize) -> Option<Next<'p, 'a>> {
        let alt = self.next(credit).filter(|alt| {
            alt.piece.look == Look::Text
                && alt.is_direct
                && self.company.is_one_block(alt.piece.line.gap)
        })?;
        let caption = self.next(alt.at)?;
        let is_copy =
            caption.piece.has_words() && echo(alt.piece.words, caption.piece.words).is_some();
        is_copy.then_some(alt)
    }

    /// Takes the next line in, if it belongs to this photo.
    fn take_next(&mut self) -> bool {
        let Some(next) = self.next(self.last) else {
            return false;
        };
        match next.piece.look {
            Look::Credit => self.take_credit(&next),
            Look::Captioned | Look::Caption | Look::Text => {
                self.take_copy(&next) || self.take_name(&next)
            }
            Look::Furniture | Look::Counter | Look::Byline | Look::Notice => false,
        }
    }

    fn take_credit(&mut self, next: &Next<'p, 'a>) -> bool {
        if self.credits.len() >= MOST_CREDITS || self.has_own_caption(next) {
            return false;
        }
        let belongs = if next.is_counted {
            self.is_repeated_after(next)
        } else if self.credits.is_empty() {
            self.is_caption_of(next)
        } else {
            self.is_said_again(next)
        };
        if belongs {
            self.last = next.at;
            self.credits.extend_from_slice(&next.piece.credits);
            self.mark = Some(next.piece.mark);
            self.is_bracketed = next.piece.is_bracketed;
            self.is_told = true;
        }
        belongs
    }

    /// Takes the name without any mark that stands alone under its caption.
    fn take_name(&mut self, next: &Next<'p, 'a>) -> bool {
        let belongs = self.credits.is_empty()
            && next.is_direct
            && (self.is_name_of_doubled(next)
                || self.company.is_block_of_caption(self.pieces, self.last));
        if belongs {
            self.last = next.at;
            self.credits.push(next.piece.whole);
            self.is_told = true;
        }
        belongs
    }

    /// Whether a name stands alone under a caption printed twice.
    ///
    /// The writer of the text stands alone under a headline printed twice: that ends in no full stop.
    fn is_name_of_doubled(&self, next: &Next<'p, 'a>) -> bool {
        let words = self.words.unwrap_or_default();
        let is_caption = words.ends_with(is_end) || self.company.has_prose_before(self.first);
        let is_known = next.piece.name_alone == NameAlone::Surely
            || self.company.has_name_again(next.piece.whole);
        self.copies > 1 && next.piece.name_alone != NameAlone::No && is_known && is_caption
    }

    /// Whether the caption of the credit is glued to it: another photo begins.
    fn has_own_caption(&self, credit: &Next<'p, 'a>) -> bool {
        let after = self.pieces.get(credit.at.saturating_add(1));
        self.words.is_some()
            && credit.piece.line.gap != Gap::Glued
            && after.is_some_and(|after| after.line.gap == Gap::Glued && after.look == Look::Text)
    }

    /// Whether the credit only repeats this photo's, or contradicts it in another form.
    fn is_said_again(&self, next: &Next<'p, 'a>) -> bool {
        let credits = &next.piece.credits;
        let is_related = credits
            .iter()
            .any(|credit| self.credits.iter().any(|own| are_related(own, credit)));
        if is_related || (next.piece.is_sure() && credits.iter().all(|credit| names_nobody(credit)))
        {
            // A line that stands apart is another photo where captions are printed elsewhere, too.
            return self.words.is_some() || is_related;
        }
        let is_other_form = self.is_bracketed
            && !next.piece.is_bracketed
            && matches!(next.piece.mark, Mark::Label(_));
        self.words.is_some() && is_other_form && next.piece.is_sure()
    }

    /// Whether the line after this credit is the photo's caption once more.
    fn is_repeated_after(&self, next: &Next<'p, 'a>) -> bool {
        let (Some(words), Some(after)) = (self.words, self.next(next.at)) else {
            return false;
        };
        after.is_direct
            && after.piece.has_words()
            && echo(words, after.piece.words) == Some(Echo::Same)
    }

    /// Whether what was gathered so far is the caption of the credit that follows.
    fn is_caption_of(&self, next: &Next<'p, 'a>) -> bool {
        let Some(caption) = self.pieces.get(self.last) else {
            return false;
        };
        if self.copies == 1 && self.alt_after(next.at).is_some() {
            return false;
        }
        if self.copies > 1 {
            return true;
        }
        if caption.look == Look::Caption {
            return !leads_with(caption.whole, next.piece.mark);
        }
        let is_bare_name_apart =
            self.company.has_bare_names_apart() && self.company.is_one_block(next.piece.line.gap);
        if !next.piece.is_sure() && !is_bare_name_apart {
            return false;
        }
        // "alt - Agency, date", credit, caption.
        let after = self
            .next(next.at)
            .filter(|after| after.is_direct && after.piece.has_words());
        if after.is_some_and(|after| {
            echo(caption.words, after.piece.words).is_some_and(|kind| kind != Echo::Beginning)
        }) {
            return true;
        }
        next.is_direct && self.company.is_caption_of(self.pieces, self.last, next.at)
    }

    /// Takes the caption once more, or the caption that the credit lacks.
    fn take_copy(&mut self, next: &Next<'p, 'a>) -> bool {
        let Some(words) = self.words else {
            return next.is_direct && self.announces(next) && self.take_words(next);
        };
        let is_other_photo = next.is_counted
            || (self.number.is_some()
                && next.piece.number.is_some()
                && self.number != next.piece.number);
        let is_copy = match echo(words, next.piece.words) {
            Some(Echo::Same) => {
                let says_more = next.piece.look == Look::Text || self.credits.is_empty();
                (says_more || next.is_direct) && !(is_other_photo && next.piece.look != Look::Text)
            }
            Some(Echo::Beginning | Echo::Alike) => {
                let begins_apart = self.first > 0 || !self.credits.is_empty();
                let has_credit = next.piece.look == Look::Captioned
                    || !self.credits.is_empty()
                    || self.is_credit_after(next);
                let is_alone = self.credits.is_empty() || next.piece.credits.is_empty();
                (begins_apart && has_credit && is_alone && !next.is_counted)
                    || glued_rest(words, next.piece.words).is_some()
            }
            None => false,
        };
        self.is_told |= is_copy && glued_rest(words, next.piece.words).is_some();
        is_copy && self.copies < MOST_COPIES && self.take_words(next)
    }

    /// Whether the credit that was gathered stands over this caption.
    fn announces(&self, next: &Next<'p, 'a>) -> bool {
        let is_labelled = next.piece.look == Look::Caption && next.piece.told == Told::ByLabel;
        let is_glued = next.piece.line.gap == Gap::Glued && next.piece.look == Look::Text;
        let is_caption = next.piece.has_words()
            && (next.piece.look != Look::Text || self.company.is_one_block(next.piece.line.gap));
        let is_habit = is_caption
            && self
                .pieces
                .get(self.last)
                .is_some_and(|credit| self.company.has_above(credit));
        is_labelled || is_glued || is_habit
    }

    fn is_credit_after(&self, next: &Next<'p, 'a>) -> bool {
        self.next(next.at)
            .is_some_and(|after| after.piece.look == Look::Credit && after.is_direct)
    }

    fn take_words(&mut self, next: &Next<'p, 'a>) -> bool {
        self.last = next.at;
        if self
            .words
            .is_none_or(|words| words.len() < next.piece.words.len())
        {
            self.words = Some(next.piece.words);
        }
        self.copies = self.copies.saturating_add(1);
        self.credits.extend_from_slice(&next.piece.credits);
        if !next.piece.credits.is_empty() {
            self.mark = Some(next.piece.mark);
        }
        self.is_told |= next.piece.is_sure() || next.piece.look == Look::Caption;
        true
    }

    /// The photo, if something says that it is one.
    fn end(self) -> Option<Stretch> {
        let is_photo = self.is_told || self.is_doubled_caption();
        // What the wire tells its clients on a line of its own goes with the photo above it.
        let below = self.pieces.get(self.last.saturating_add(1));
        let is_advised = below.is_some_and(|piece| is_line(piece.whole, self.company.lexicon()));
        is_photo.then_some(Stretch {
            first: self.first,
            last: self.last.saturating_add(usize::from(is_advised)),
        })
    }

    /// Whether a line that stands twice, with nothing between and no credit, is a caption.
    ///
    /// Headlines and menus are printed twice as well: they stand at the start, or are short.
    fn is_doubled_caption(&self) -> bool {
        if !(2..=MOST_DOUBLED).contains(&self.copies) {
            return false;
        }
        let is_direct = self.last == self.first.saturating_add(self.copies).saturating_sub(1);
        let words = self.words.unwrap_or_default();
        let is_long = words.split_whitespace().count() > 3
            || words.chars().filter(|c| is_ideograph(*c)).count() > 7;
        // What goes on repeating itself is no photo's alt text and caption.
        let is_copy = |at: Option<usize>| {
            let piece = at.and_then(|at| self.pieces.get(at));
            piece.is_some_and(|piece| echo(words, piece.words) == Some(Echo::Same))
        };
        let goes_on = is_copy(self.first.checked_sub(1)) || is_copy(self.last.checked_add(1));
        !goes_on && is_direct && is_long && self.company.has_prose_before(self.first)
    }
}

/// Whether a caption is led by the label that the credit has: where it leads captions, the credit is
/// another photo's.
fn leads_with(caption: &str, mark: Mark<'_>) -> bool {
    let Mark::Label(label) = mark else {
        return false;
    };
    caption
        .get(..label.len())
        .is_some_and(|lead| lead.eq_ignore_ascii_case(label))
}

//! What the text as a whole says about its captions: how this publisher prints them.

use super::lines::Gap;
use super::look::QUOTES;
use super::piece::{Look, Mark, Piece, Strength};
use super::relation::are_related;
use super::words::{CAPTION_WORDS, JOINING_WORDS};

/// How a text is built.
#[derive(Debug, Default)]
pub(super) struct Company {
    /// Whether its paragraphs are parted by blank lines.
    has_blank_lines: bool,
    /// The first line that is a paragraph of prose.
    first_prose: Option<usize>,
    /// Labels that stand in one line with the caption, folded.
    labels_in_line: Vec<String>,
    /// Labels that stand in a line of their own right under a caption, folded.
    labels_apart: Vec<String>,
    /// Whether some caption has its credit in its own line.
    has_captioned: bool,
}

/// So many words make a paragraph of prose, and so many characters of a script without blanks.
const WORDS_OF_PROSE: usize = 12;
const CHARACTERS_OF_PROSE: usize = 60;
/// Of credits that stand alone and are of nobody known no more than this are compared.
const MOST_OPEN: usize = 32;
/// A lead and a caption that begins with one, in bytes.
const LONGEST_LEAD: usize = 40;
const LONGEST_LED_CAPTION: usize = 400;
/// What ends a label that is a part of a sentence.
const BY_WORDS: [&str; 7] = [" by", " von", " par", " por", " de", " di", " door"];
/// A caption under which a credit stands alone is no longer than this.
const LONGEST_CAPTION_WORDS: usize = 60;

impl Company {
    /// Looks at all lines of a text.
    pub(super) fn of(pieces: &[Piece<'_>]) -> Self {
        let gaps = pieces.iter().skip(1).map(|piece| piece.line.gap);
        let (blank, all) = gaps.fold((0_usize, 0_usize), |(blank, all), gap| {
            (
                blank.saturating_add(usize::from(gap == Gap::Blank)),
                all.saturating_add(1),
            )
        });
        let mut company = Self {
            has_blank_lines: blank.saturating_mul(3) > all,
            first_prose: pieces.iter().position(is_prose),
            ..Self::default()
        };
        for (before, piece) in pieces.iter().zip(pieces.iter().skip(1)) {
            company.look_at(before, piece);
        }
        if let Some(first) = pieces.first() {
            company.look_at(first, first);
        }
        company
    }

    fn look_at(&mut self, before: &Piece<'_>, piece: &Piece<'_>) {
        if !piece.is_sure() {
            return;
        }
        let label = label(piece.mark);
        let labels = if piece.look == Look::Captioned {
            self.has_captioned = true;
            &mut self.labels_in_line
        } else if before.look == Look::Captioned && before.mark != piece.mark {
            &mut self.labels_apart
        } else if before.look == Look::Text
            && self.has_blank_lines
            && piece.line.gap != Gap::Blank
            && !begins_block_of_prose(before)
        {
            &mut self.labels_apart
        } else {
            return;
        };
        if !labels.contains(&label) {
            labels.push(label);
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
        let (Some(line), Some(credit)) = (pieces.get(caption), pieces.get(credit)) else {
            return false;
        };
        let label = label(credit.mark);
        let mut weight = caption_weight(line.words);
        if self.is_one_block(credit.line.gap) && !begins_block_of_prose(line) {
            weight += 3;
        }
        if self.labels_apart.contains(&label) {
            weight += 2;
        }
        if self.labels_in_line.contains(&label) {
            weight -= 3;
        } else if self.has_captioned {
            weight += 1;
        }
        if caption == 0 {
            weight -= 3;
        } else if !self.has_prose_before(caption) && self.first_prose != Some(caption) {
            weight += 1;
        }
        weight >= 2
    }

    /// Decides which of the credits that are not sure on their own are believed; the rest is text.
    pub(super) fn settle(pieces: &mut [Piece<'_>]) {
        let sure: Vec<(Look, Mark<'static>, bool)> = pieces
            .iter()
            .filter(|piece| piece.is_sure())
            .map(|piece| form(piece))
            .collect();
        let mut known: Vec<(Look, Mark<'static>, bool)> = Vec::new();
        for form in sure {
            if !known.contains(&form) {
                known.push(form);
            }
        }
        for piece in pieces.iter_mut() {
            if piece.strength == Strength::Likely && known.contains(&form(piece)) {
                piece.strength = Strength::Sure;
            }
        }
        settle_repeated(pieces);
        settle_runs(pieces);
        settle_bylines(pieces);
        settle_leads(pieces);
        for piece in pieces.iter_mut() {
            if piece.look == Look::Captioned && piece.strength != Strength::Sure {
                piece.look = Look::Text;
                piece.words = piece.whole;
                piece.credits.clear();
            }
        }
    }
}

/// A credit that stands alone and is of nobody known is believed where it, or one like it, comes again.
fn settle_repeated(pieces: &mut [Piece<'_>]) {
    let is_open =
        |piece: &Piece<'_>| piece.look == Look::Credit && piece.strength == Strength::Likely;
    let open: Vec<usize> = pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| is_open(piece))
        .map(|(at, _)| at)
        .take(MOST_OPEN)
        .collect();
    let credit_of = |at: &usize| {
        pieces
            .get(*at)
            .and_then(|piece| piece.credits.first().copied())
    };
    let repeats = open.iter().enumerate().any(|(n, one)| {
        open.iter().skip(n.saturating_add(1)).any(|other| {
            matches!((credit_of(one), credit_of(other)), (Some(one), Some(other)) if are_related(one, other))
        })
    });
    if repeats {
        for piece in pieces.iter_mut().filter(|piece| is_open(piece)) {
            piece.strength = Strength::Sure;
        }
    }
}

/// Where captions begin with a word in capitals and a colon, a line that does is a caption, too.
fn settle_leads(pieces: &mut [Piece<'_>]) {
    if !pieces.iter().any(|piece| {
        piece.look == Look::Captioned && piece.is_sure() && has_capital_lead(piece.words)
    }) {
        return;
    }
    for piece in pieces.iter_mut() {
        if piece.look == Look::Text
            && piece.line.span.len() < LONGEST_LED_CAPTION
            && has_capital_lead(piece.words)
        {
            piece.look = Look::Caption;
        }
    }
}

/// "FULL STOP: The ferry lies in the harbour."
fn has_capital_lead(words: &str) -> bool {
    let Some((lead, rest)) = words.split_once(':') else {
        return false;
    };
    let is_capital =
        !lead.contains(char::is_lowercase) && lead.chars().filter(|c| c.is_uppercase()).count() > 2;
    is_capital && lead.len() < LONGEST_LEAD && rest.contains(char::is_lowercase)
}

/// "Photographs by …" beside "By …" speaks of the whole set.
fn settle_bylines(pieces: &mut [Piece<'_>]) {
    for at in 0..pieces.len() {
        let is_byline = |at: Option<usize>| {
            at.and_then(|at| pieces.get(at))
                .is_some_and(|piece| piece.look == Look::Byline)
        };
        let is_beside = is_byline(at.checked_sub(1)) || is_byline(at.checked_add(1));
        if let Some(piece) = pieces
            .get_mut(at)
            .filter(|piece| is_beside && piece.look == Look::Credit)
            && let Mark::Label(label) = piece.mark
            && BY_WORDS.iter().any(|by| label.to_lowercase().ends_with(by))
        {
            piece.look = Look::Byline;
            piece.credits.clear();
        }
    }
}

/// A name that nobody knows after a caption is believed between two that are believed.
fn settle_runs(pieces: &mut [Piece<'_>]) {
    let is_like = |piece: Option<&Piece<'_>>, form_here: &(Look, Mark<'static>, bool)| {
        piece.is_some_and(|piece| piece.is_sure() && form(piece) == *form_here)
    };
    for at in 0..pieces.len() {
        let Some(piece) = pieces.get(at) else { return };
        if piece.look != Look::Captioned || piece.strength == Strength::Sure {
            continue;
        }
        let here = form(piece);
        let before = at.checked_sub(1).and_then(|at| pieces.get(at));
        let after = pieces.get(at.saturating_add(1));
        let is_between = is_like(before, &here) && is_like(after, &here);
        if is_between && let Some(piece) = pieces.get_mut(at) {
            piece.strength = Strength::Sure;
        }
    }
}

/// What makes two credits of one text alike in print.
fn form(piece: &Piece<'_>) -> (Look, Mark<'static>, bool) {
    let mark = match piece.mark {
        Mark::Label(_) => Mark::Label(""),
        Mark::Bracket => Mark::Bracket,
        Mark::Sign(sign) => Mark::Sign(sign),
        Mark::Bare => Mark::Bare,
    };
    (piece.look, mark, piece.stops)
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

/// Whether a line is a paragraph of a story.
fn is_prose(piece: &Piece<'_>) -> bool {
    piece.look == Look::Text
        && (piece
            .words
            .split_whitespace()
            .nth(WORDS_OF_PROSE.saturating_sub(1))
            .is_some()
            || piece.words.chars().nth(CHARACTERS_OF_PROSE).is_some())
        && piece.words.ends_with(is_end)
}

/// Whether a line right over a credit is prose in which paragraphs are parted by mere line breaks.
fn begins_block_of_prose(piece: &Piece<'_>) -> bool {
    piece.line.gap == Gap::Break && is_prose(piece)
}

/// Whether a character ends a sentence, or the quotation at its end.
pub(super) fn is_end(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '。'
            | '！'
            | '？'
            | '।'
            | '؟'
            | '۔'
            | '"'
            | '”'
            | '»'
            | '“'
            | '」'
    )
}

/// How much a line reads like a caption (above nought) or like a story or a headline (below).
fn caption_weight(words: &str) -> i32 {
    let folded = words.to_lowercase();
    let mut weight = 0;
    if CAPTION_WORDS.iter().any(|word| folded.contains(word)) {
        weight += 2;
    }
    let count = words.split_whitespace().count();
    if count > LONGEST_CAPTION_WORDS {
        weight -= 2;
    } else if count <= 8 && !words.ends_with(['?', '!', ':']) {
        weight += 1;
    }
    let quotes = words.chars().filter(|c| QUOTES.contains(c)).count();
    if quotes > 1 || words.starts_with(['-', '–', '—', '•', '*', '>', '(']) {
        weight -= 3;
    }
    if words.ends_with([',', ':', ';', '?']) || words.starts_with(char::is_lowercase) {
        weight -= 3;
    }
    let first = folded.split_whitespace().next().unwrap_or_default();
    if JOINING_WORDS.contains(&first) {
        weight -= 2;
    }
    weight
}

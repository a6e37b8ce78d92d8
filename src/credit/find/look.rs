//! What a line looks like on its own.
//!
//! The line is read as if it were a caption; then it is asked whether what was read as its credit
//! can be the credit of a photo, since bylines, datelines, sources and copyright footers look alike.

use super::echo::is_ideograph;
use super::lines::{Gap, Line, trimmed};
use super::piece::{Look, Mark, Piece, Strength};
use super::words::{
    BYLINE_LEADS, CAPTION_ENDS, CAPTION_LEADS, FURNITURE, PHOTO_WORDS, RIGHTS_WORDS, SOURCE_LABELS,
};
use crate::credit::fold::fold;
use crate::credit::lexicon::{Lexicon, Sense};
use crate::credit::{Credit, PartKind, Reading, read};
use crate::model::Span;

/// A longer line is no caption.
const LONGEST_LINE: usize = 3000;
/// A longer line is neither furniture nor a byline.
const LONGEST_FURNITURE: usize = 60;
const LONGEST_BYLINE: usize = 120;
/// What speech is set in.
pub(super) const QUOTES: [char; 9] = ['"', '“', '”', '„', '«', '»', '‘', '「', '」'];
/// Date and place at the end of a caption, in characters.
const LONGEST_DATE_AND_PLACE: usize = 40;
/// What is shorter is no sentence after a caption.
const SHORTEST_REST: usize = 12;
/// A paragraph holds no more captions than this.
const MOST_CAPTIONS: usize = 64;
/// A longer credit is a sentence.
const MOST_CREDIT_WORDS: usize = 24;

/// Looks at a line; one in which captions stand within the paragraph is cut behind their credits.
pub(super) fn look_into<'a>(text: &'a str, line: Line, lexicon: &Lexicon) -> Vec<Piece<'a>> {
    let mut found = Vec::new();
    let mut rest = line;
    for _ in 0..MOST_CAPTIONS {
        let piece = look(text, rest, lexicon);
        let Some(end) = piece.inner_end else {
            found.push(piece);
            return found;
        };
        found.push(look(
            text,
            Line {
                span: Span::new(rest.span.start, end),
                gap: rest.gap,
            },
            lexicon,
        ));
        rest = Line {
            span: trimmed(text, Span::new(end, rest.span.end)),
            gap: Gap::Glued,
        };
    }
    found.push(look(text, rest, lexicon));
    found
}

/// Looks at a line as a whole.
pub(super) fn look<'a>(text: &'a str, line: Line, lexicon: &Lexicon) -> Piece<'a> {
    let raw = line.span.of(text);
    let mut piece = Piece {
        line,
        look: Look::Text,
        strength: Strength::Weak,
        whole: raw,
        words: raw,
        credits: Vec::new(),
        mark: Mark::Bare,
        stops: false,
        number: leading_number(raw),
        inner_end: None,
    };
    if raw.len() > LONGEST_LINE {
        return piece;
    }
    if is_counter(raw) {
        piece.look = Look::Counter;
    } else if is_furniture(raw, lexicon) {
        piece.look = Look::Furniture;
    } else {
        look_closer(&mut piece, lexicon);
        if is_byline(raw) && !names_photos(piece.mark) {
            piece.look = Look::Byline;
            piece.words = raw;
            piece.credits.clear();
        }
    }
    piece
}

/// Reads the line as a caption and believes of it what can be believed.
fn look_closer(piece: &mut Piece<'_>, lexicon: &Lexicon) {
    let raw = once(piece.whole);
    let reading = read(raw, lexicon);
    let captions: Vec<Span> = reading
        .parts
        .iter()
        .filter(|part| part.kind == PartKind::Caption)
        .map(|part| part.span)
        .collect();
    let words = captions
        .iter()
        .max_by_key(|span| span.len())
        .map(|span| span.of(raw));
    let mut strength = None;
    for credit in &reading.credits {
        let witness = Witness {
            raw,
            reading: &reading,
            credit,
            lexicon,
            has_caption: words.is_some(),
        };
        let is_inside = captions
            .iter()
            .any(|caption| caption.end <= credit.span.start)
            && captions
                .iter()
                .any(|caption| caption.start >= credit.span.end);
        if is_inside {
            if piece.inner_end.is_none()
                && raw.len() == piece.whole.len()
                && witness.ends_a_caption()
            {
                piece.inner_end = Some(piece.line.span.start.saturating_add(credit.span.end));
            }
            continue;
        }
        let Some(found) = witness.strength() else {
            continue;
        };
        strength = strength.max(Some(found));
        piece.credits.push(credit.line.of(raw));
        piece.mark = witness.mark();
        piece.stops = raw
            .get(..credit.span.start)
            .unwrap_or_default()
            .trim_end()
            .ends_with(super::company::is_end);
    }
    piece.words = words
        .filter(|_| !piece.credits.is_empty() || says_to_be_caption(raw, lexicon))
        .unwrap_or(raw);
    piece.strength = strength.unwrap_or(Strength::Weak);
    piece.look = match (strength, words) {
        (Some(_), Some(_)) => Look::Captioned,
        (Some(_), None) => Look::Credit,
        (None, _) if says_to_be_caption(raw, lexicon) => Look::Caption,
        (None, None)
            if !reading.parts.is_empty()
                && reading
                    .parts
                    .iter()
                    .all(|part| part.kind == PartKind::Furniture) =>
        {
            Look::Furniture
        }
        (None, _) => Look::Text,
    };
}

/// One credit of a line, and all that is known about it.
struct Witness<'r, 'a> {
    raw: &'a str,
    reading: &'r Reading<'a>,
    credit: &'r Credit,
    lexicon: &'r Lexicon,
    has_caption: bool,
}

impl<'a> Witness<'_, 'a> {
    fn line(&self) -> &'a str {
        self.credit.line.of(self.raw)
    }

    fn printed(&self) -> &'a str {
        self.credit.span.of(self.raw)
    }

    fn label(&self) -> &'a str {
        self.credit
            .label
            .map(|label| label.of(self.raw))
            .unwrap_or_default()
            .trim_matches(|c: char| !c.is_alphanumeric())
    }

    fn has_sign(&self) -> bool {
        let before = self
            .raw
            .get(self.credit.span.start..self.credit.line.start)
            .unwrap_or_default();
        before.contains(['©', 'ⓒ', 'Ⓒ']) || before.to_lowercase().contains("(c)")
    }

    fn is_bracketed(&self) -> bool {
        self.printed()
            .starts_with(['(', '[', '（', '［', '【', '<'])
    }

    fn mark(&self) -> Mark<'a> {
        if !self.label().is_empty() {
            return Mark::Label(self.label());
        }
        if self.has_sign() {
            return Mark::Sign('©');
        }
        if self.is_bracketed() {
            return Mark::Bracket;
        }
        let before = self
            .raw
            .get(..self.credit.span.start)
            .unwrap_or_default()
            .trim_end();
        match before.chars().next_back() {
            Some(sign @ ('|' | '-' | '–' | '—' | '/' | '•')) => Mark::Sign(sign),
            _ => Mark::Bare,
        }
    }

    /// How surely this is the credit of a photo; none where it is not.
    fn strength(&self) -> Option<Strength> {
        if self.claims_the_text() || !self.names_somebody() {
            return None;
        }
        match self.mark() {
            Mark::Label(label) if is_one_of(label, SOURCE_LABELS) => self.strength_of_source(),
            Mark::Label(label) => self.strength_of_label(label),
            Mark::Sign('©') => self.strength_of_copyright(),
            Mark::Bracket => self.strength_of_bracket(),
            Mark::Sign(_) | Mark::Bare => Some(self.strength_of_bare()),
        }
    }

    /// Whether a caption ends with this credit though its line goes on.
    fn ends_a_caption(&self) -> bool {
        let rest = self
            .raw
            .get(self.credit.span.end..)
            .unwrap_or_default()
            .trim_start();
        let begins_anew = rest.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
            && rest.len() > SHORTEST_REST;
        let is_marked = matches!(self.mark(), Mark::Label(_) | Mark::Bracket);
        begins_anew
            && is_marked
            && self.credit.span.start > 0
            && self.strength() == Some(Strength::Sure)
    }

    /// "© 2016 …", "all rights reserved": the text's own.
    fn claims_the_text(&self) -> bool {
        let is_claim = self.has_sign()
            || self.label().to_lowercase().contains("copyright")
            || self.is_bracketed();
        let digits = self.line().chars().filter(char::is_ascii_digit).count();
        let folded = self.raw.to_lowercase();
        let has_rights =
            !self.has_caption && RIGHTS_WORDS.iter().any(|words| folded.contains(words));
        has_rights || (is_claim && !self.has_caption && digits > 3)
    }

    /// Whether the credit reads like names or notes and not like a sentence.
    fn names_somebody(&self) -> bool {
        let line = self.line();
        let words: Vec<&str> = line
            .split(|c: char| c.is_whitespace() || c == '/')
            .filter(|word| word.starts_with(char::is_alphanumeric))
            .collect();
        if words.len() > MOST_CREDIT_WORDS || line.is_empty() {
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
        lower.saturating_mul(2) <= words.len() || (is_known && words.len() < 9)
    }

    fn has_agency(&self) -> bool {
        self.credit.organisations.iter().any(|name| {
            let key: String = name.of(self.raw).split_whitespace().map(fold).collect();
            self.lexicon.organisation_id(&key).is_some()
        })
    }

    fn has_person_and_organisation(&self) -> bool {
        !self.credit.persons.is_empty() && !self.credit.organisations.is_empty()
    }

    /// Whether all that is said is a note: "Supplied", "PROVIDED".
    fn is_note(&self) -> bool {
        !self.reading.qualifiers.is_empty() && self.line().starts_with(|c: char| !c.is_lowercase())
    }

    fn strength_of_source(&self) -> Option<Strength> {
        let is_photos = self.is_bracketed() || self.has_agency() || self.line().contains('/');
        (self.has_caption && is_photos).then_some(Strength::Sure)
    }

    fn strength_of_label(&self, label: &str) -> Option<Strength> {
        let is_claim = label.to_lowercase().starts_with("copyright");
        (self.has_caption || !is_claim).then_some(Strength::Sure)
    }

    fn strength_of_copyright(&self) -> Option<Strength> {
        // "(©Agency) The council …" signs the text.
        (!self.is_bracketed() || self.credit.span.start > 0 || !self.has_caption)
            .then_some(Strength::Sure)
    }

    fn strength_of_bracket(&self) -> Option<Strength> {
        let leads = self.credit.span.start == 0 && self.has_caption;
        let is_sign_off = !self
            .line()
            .contains(|c: char| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
        if leads || (is_sign_off && !self.is_note()) {
            return None;
        }
        if self.is_agency_alone() && self.signs_off() {
            return None;
        }
        let is_sure = self.has_agency()
            || self.has_person_and_organisation()
            || self.is_note()
            || !self.reading.qualifiers.is_empty();
        Some(if is_sure {
            Strength::Sure
        } else {
            Strength::Likely
        })
    }

    fn is_agency_alone(&self) -> bool {
        self.has_agency()
            && self.credit.persons.is_empty()
            && self.reading.qualifiers.is_empty()
            && !self.line().contains('/')
    }

    /// Whether the agency stands where it signs a text: after speech, or in brackets after a full
    /// stop of a script that puts none before a photo's credit.
    fn signs_off(&self) -> bool {
        let before = self
            .raw
            .get(..self.credit.span.start)
            .unwrap_or_default()
            .trim_end();
        let quotes = before.chars().filter(|c| QUOTES.contains(c)).count();
        quotes > 1 || before.ends_with('。')
    }

    fn strength_of_bare(&self) -> Strength {
        if self.has_caption
            && self.is_agency_alone()
            && (self.signs_off() || matches!(self.mark(), Mark::Sign('-' | '–' | '—')))
        {
            return Strength::Likely;
        }
        let is_several = self.has_person_and_organisation()
            && (self.has_caption || self.line().contains(['/', '|', '\\', ',']));
        if self.has_caption {
            if self.has_agency()
                || self.is_note()
                || (is_several && self.line().contains(['/', '\\', '|']))
            {
                Strength::Sure
            } else if is_several {
                Strength::Likely
            } else {
                Strength::Weak
            }
        } else if (is_several && self.has_agency()) || self.is_note() {
            Strength::Sure
        } else if is_several {
            Strength::Likely
        } else {
            Strength::Weak
        }
    }
}

/// Whether a line of a script without capitals is too long for names.
fn is_long_for_names(line: &str) -> bool {
    line.split_whitespace().count() > 8 || line.chars().filter(|c| is_ideograph(*c)).count() > 20
}

/// A line that is the same words twice, glued, is read once.
fn once(raw: &str) -> &str {
    let middle = raw.len() / 2;
    let halves = (0..3)
        .flat_map(|step| [middle.checked_sub(step), middle.checked_add(step)])
        .flatten();
    for at in halves {
        if let Some((first, second)) = raw.split_at_checked(at)
            && first.len() > 12
            && first.trim() == second.trim()
        {
            return first.trim();
        }
    }
    raw
}

/// Whether the label is one of these words.
fn is_one_of(label: &str, words: &[&str]) -> bool {
    let label = label.to_lowercase();
    words.contains(&label.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether a line says itself that it is a caption.
fn says_to_be_caption(raw: &str, lexicon: &Lexicon) -> bool {
    let start: String = raw.chars().take(40).flat_map(char::to_lowercase).collect();
    if CAPTION_LEADS.iter().any(|lead| start.starts_with(lead)) {
        return true;
    }
    if ends_in_date_and_place(raw) {
        return true;
    }
    let open = raw
        .rfind(['(', '[', '（', '［'])
        .or_else(|| raw.rfind(" - ").map(|at| at.saturating_add(2)));
    let Some(end) = open.and_then(|at| raw.get(at..)) else {
        return false;
    };
    let is_closed = raw.ends_with([')', ']', '）', '］']) || end.starts_with(' ');
    let note = end
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let has_caption = raw.len() > end.len();
    is_closed
        && has_caption
        && (CAPTION_ENDS.contains(&note.as_str()) || lexicon.is_phrase(&note, Sense::ArchiveNote))
}

/// Whether a line ends as captions of Japanese papers do: "=2019年12月、京都市".
fn ends_in_date_and_place(raw: &str) -> bool {
    let Some((caption, end)) = raw.rsplit_once(['=', '＝']) else {
        return false;
    };
    let has_date = end.contains(|c: char| c.is_numeric()) && end.contains(['年', '月', '日']);
    has_date
        && end.chars().count() < LONGEST_DATE_AND_PLACE
        && !raw.ends_with('。')
        && caption.chars().any(is_ideograph)
}

/// Whether a line is the number of a photo: "1 of 9", "2/4".
fn is_counter(raw: &str) -> bool {
    if raw.len() > LONGEST_FURNITURE {
        return false;
    }
    let mut numbers = 0;
    let mut words = 0;
    for part in raw
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '[' | ']' | '(' | ')' | '|'))
        .filter(|part| !part.is_empty())
    {
        if part.bytes().all(|b| b.is_ascii_digit()) && part.len() < 4 {
            numbers += 1;
        } else if part.chars().count() < 5 && part.chars().all(char::is_alphabetic) {
            words += 1;
        } else {
            return false;
        }
    }
    numbers == 2 && words < 2
}

/// Whether a line is furniture as a whole.
fn is_furniture(raw: &str, lexicon: &Lexicon) -> bool {
    if raw.len() > LONGEST_FURNITURE {
        return false;
    }
    if !raw.contains(char::is_alphabetic) {
        return true;
    }
    let folded = raw.to_lowercase();
    let counted = folded
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start();
    let is_file = !folded.contains(' ')
        && [".jpg", ".jpeg", ".png", ".gif", ".webp"]
            .iter()
            .any(|ending| folded.ends_with(ending));
    is_file
        || FURNITURE.contains(&counted)
        || lexicon.is_phrase(
            counted.trim_matches(|c: char| !c.is_alphanumeric()),
            Sense::Furniture,
        )
        || ["download image", "click to ", "click here"]
            .iter()
            .any(|lead| folded.starts_with(lead))
}

/// Whether a line names who wrote the text.
fn is_byline(raw: &str) -> bool {
    if raw.len() > LONGEST_BYLINE {
        return false;
    }
    let folded = raw.to_lowercase();
    folded.split('|').any(|part| {
        let part = part.trim_start();
        let lead = BYLINE_LEADS.iter().find(|lead| part.starts_with(*lead));
        lead.is_some_and(|lead| !lead.ends_with(' ') || is_followed_by_names(raw))
            && !raw.ends_with('.')
    })
}

/// Whether the words after the first begin like names.
fn is_followed_by_names(raw: &str) -> bool {
    let mut words = raw.split_whitespace().skip(1).take(2);
    words.all(|word| !word.starts_with(char::is_lowercase))
}

/// Whether a label speaks of photos: "Text and photos:" is a credit, "Text:" is not.
fn names_photos(mark: Mark<'_>) -> bool {
    let Mark::Label(label) = mark else {
        return false;
    };
    let folded = label.to_lowercase();
    PHOTO_WORDS.iter().any(|word| folded.contains(word))
}

/// The number that a line begins with.
fn leading_number(raw: &str) -> Option<u32> {
    let digits: String = raw
        .trim_start_matches(['[', '('])
        .chars()
        .take_while(char::is_ascii_digit)
        .take(4)
        .collect();
    digits.parse().ok()
}

/// Puts a label that stands alone together with the line that it labels.
pub(super) fn join_labels<'a>(
    text: &'a str,
    pieces: Vec<Piece<'a>>,
    lexicon: &Lexicon,
) -> Vec<Piece<'a>> {
    let mut joined: Vec<Piece<'a>> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if let Some(label) = joined
            .last()
            .filter(|before| is_label_alone(before.whole, lexicon) && piece.line.gap == Gap::Break)
        {
            let span = Span::new(label.line.span.start, piece.line.span.end);
            let whole = look(
                text,
                Line {
                    span,
                    gap: label.line.gap,
                },
                lexicon,
            );
            if matches!(whole.look, Look::Credit | Look::Caption) {
                joined.pop();
                joined.push(whole);
                continue;
            }
        }
        joined.push(piece);
    }
    joined
}

/// Whether a line is nothing but a label: "Fotó:", "Credit", "Image caption,".
fn is_label_alone(raw: &str, lexicon: &Lexicon) -> bool {
    if raw.len() > LONGEST_FURNITURE {
        return false;
    }
    let words = raw.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_marked = words.len() < raw.len();
    (is_marked || !is_furniture(raw, lexicon))
        && (lexicon.is_phrase(words, Sense::Label)
            || CAPTION_LEADS.contains(&words.to_lowercase().as_str()))
}

//! What a line looks like on its own.
//!
//! The line is read as if it were a caption; then the [witness](super::witness) is asked whether
//! what was read as its credit can be the credit of a photo.

use super::caption_sign::{has_caption_label, says_to_be_caption, without_number};
use super::furniture::{is_counter, is_furniture, is_picture_word, is_short};
use super::lines::{Gap, Line};
use super::notice::{is_byline, is_notice};
use super::piece::{Look, Mark, NameAlone, Piece, Strength, Told};
use super::witness::Witness;
use crate::credit::fold::fold;
use crate::credit::lexicon::{Lexicon, Sense, WordSense};
use crate::credit::tokens::is_end;
use crate::credit::{PartKind, read};
use crate::model::Span;

/// A longer line is no caption.
const LONGEST_LINE: usize = 3000;
/// Words behind a full stop that name somebody are no more than these.
const MOST_TAIL_WORDS: usize = 5;
const MOST_TAIL_CHARACTERS: usize = 32;
/// A name alone has no more words than this.
const MOST_NAME_WORDS: usize = 4;

/// Looks at a line as a whole.
pub(super) fn look<'a>(text: &'a str, line: Line, lexicon: &Lexicon) -> Piece<'a> {
    let raw = line.span.of(text);
    let mut piece = Piece {
        number: leading_number(raw),
        tail: tail(raw, lexicon),
        name_alone: name_alone(raw, lexicon),
        ..Piece::text(text, line)
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
        if is_byline(raw, lexicon) && !names_photos(piece.mark, lexicon) {
            piece.take_for(Look::Byline);
        } else if is_notice(raw, lexicon) && !has_marked_credit(&piece) {
            piece.take_for(Look::Notice);
        }
    }
    piece
}

/// Reads the line as a caption and believes of it what can be believed.
fn look_closer(piece: &mut Piece<'_>, lexicon: &Lexicon) {
    let raw = once(piece.whole);
    let reading = read(raw, lexicon);
    let words = reading
        .parts
        .iter()
        .filter(|part| part.kind == PartKind::Caption)
        .map(|part| part.span.of(raw))
        .filter(|words| words.contains(char::is_alphanumeric))
        .max_by_key(|words| words.len());
    let mut strength = None;
    for credit in &reading.credits {
        let witness = Witness::new(raw, &reading, credit, lexicon);
        if witness.is_inside() {
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
        piece.is_bracketed = witness.is_bracketed();
        piece.stops = witness.follows_a_stop();
    }
    let is_told = says_to_be_caption(raw, lexicon);
    piece.told = if !is_told {
        Told::No
    } else if has_caption_label(raw, lexicon) {
        Told::ByLabel
    } else {
        Told::Caption
    };
    piece.words = words
        .filter(|_| !piece.credits.is_empty() || is_told)
        .map_or(raw, without_number);
    piece.strength = strength.unwrap_or(Strength::Weak);
    let is_furniture = !reading.parts.is_empty()
        && reading
            .parts
            .iter()
            .all(|part| part.kind == PartKind::Furniture);
    piece.look = match (strength, words) {
        (Some(_), Some(_)) => Look::Captioned,
        (Some(_), None) => Look::Credit,
        (None, _) if is_told => Look::Caption,
        (None, None) if is_furniture => Look::Furniture,
        (None, _) => Look::Text,
    };
    if piece.look != Look::Text && raw.len() == piece.whole.len() {
        piece.reading = Some(reading);
    }
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

/// Whether a caption's credit is marked beyond doubt: "Follow the leader. (AP Photo/Ann Lee)".
fn has_marked_credit(piece: &Piece<'_>) -> bool {
    piece.look == Look::Captioned
        && piece.is_sure()
        && matches!(piece.mark, Mark::Label(_) | Mark::Bracket)
}

/// Whether a label speaks of photos: "Text and photos:" is a credit, "Text:" is not.
fn names_photos(mark: Mark<'_>, lexicon: &Lexicon) -> bool {
    let Mark::Label(label) = mark else {
        return false;
    };
    is_picture_word(label, lexicon)
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

/// Whether a line is nothing but a person's name.
fn name_alone(raw: &str, lexicon: &Lexicon) -> NameAlone {
    let words: Vec<&str> = raw.split_whitespace().take(MOST_NAME_WORDS + 1).collect();
    let Some(first) = words.first().map(|first| fold(first)) else {
        return NameAlone::No;
    };
    let is_word_of_name = |word: &&str| {
        let letters = word.trim_matches(['.', ',', '’', '\'', '"']);
        let is_plain = letters
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\'' | '.'));
        let is_particle = lexicon.is(&fold(letters), WordSense::Particle);
        is_plain && (letters.starts_with(char::is_uppercase) || is_particle)
    };
    let is_name = (2..=MOST_NAME_WORDS).contains(&words.len())
        && words.iter().all(is_word_of_name)
        && !lexicon.is(&first, WordSense::Prose);
    if !is_name {
        NameAlone::No
    } else if lexicon.is(&first, WordSense::GivenName) {
        NameAlone::Surely
    } else {
        NameAlone::Perhaps
    }
}

/// The few words behind the last full stop of a line, where they could name somebody.
fn tail<'a>(raw: &'a str, lexicon: &Lexicon) -> Option<&'a str> {
    let line = raw.strip_suffix('.').unwrap_or(raw);
    let (caption, tail) = [". ", "。"]
        .iter()
        .filter_map(|stop| line.rsplit_once(stop))
        .min_by_key(|(_, tail)| tail.len())?;
    let tail = tail.trim_start();
    let first = tail.chars().next().filter(|c| c.is_alphabetic())?;
    let is_caseless = !first.is_lowercase() && !first.is_uppercase();
    let is_named = if is_caseless {
        line.len() == raw.len() && tail.chars().count() <= MOST_TAIL_CHARACTERS
    } else {
        first.is_uppercase()
    };
    let has_prose = tail
        .split_whitespace()
        .any(|word| lexicon.is(&fold(word), WordSense::Prose));
    let is_short = (1..=MOST_TAIL_WORDS).contains(&tail.split_whitespace().count());
    let is_caption = caption.contains(char::is_whitespace);
    (is_named && !has_prose && is_short && is_caption && !tail.ends_with(is_end)).then_some(tail)
}

/// Puts a label that stands alone together with the line that it labels.
pub(super) fn join_labels<'a>(
    text: &'a str,
    pieces: Vec<Piece<'a>>,
    lexicon: &Lexicon,
) -> Vec<Piece<'a>> {
    let mut joined: Vec<Piece<'a>> = Vec::with_capacity(pieces.len());
    for mut piece in pieces {
        if let Some(label) = joined
            .last()
            .filter(|before| is_label_alone(before.whole, lexicon) && piece.line.gap == Gap::Break)
        {
            let line = Line {
                span: Span::new(label.line.span.start, piece.line.span.end),
                gap: label.line.gap,
            };
            let whole = labelled(look(text, line, lexicon), label, &piece);
            if matches!(
                whole.look,
                Look::Credit | Look::Caption | Look::Byline | Look::Notice
            ) {
                joined.pop();
                joined.push(whole);
                continue;
            }
            if piece.look == Look::Captioned && is_picture_word(label.whole, lexicon) {
                piece.strength = Strength::Sure;
            }
        }
        joined.push(piece);
    }
    joined
}

/// The two lines as one; a credit under its label is one, even where they do not read so together.
fn labelled<'a>(whole: Piece<'a>, label: &Piece<'a>, credit: &Piece<'a>) -> Piece<'a> {
    if credit.look != Look::Credit
        || matches!(whole.look, Look::Credit | Look::Byline | Look::Notice)
    {
        return whole;
    }
    Piece {
        look: Look::Credit,
        strength: Strength::Sure,
        credits: credit.credits.clone(),
        mark: Mark::Label(label.whole),
        ..whole
    }
}

/// Whether a line is nothing but a label: "Fotó:", "Credit", "Image caption,".
fn is_label_alone(raw: &str, lexicon: &Lexicon) -> bool {
    let words = raw.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_marked = words.len() < raw.len();
    is_short(raw)
        && (is_marked || !is_furniture(raw, lexicon))
        && (lexicon.is_phrase(words, Sense::Label)
            || lexicon.pages.caption_leads.has(&words.to_lowercase()))
}

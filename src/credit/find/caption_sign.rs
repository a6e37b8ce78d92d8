//! Lines that say themselves that they are captions: "FILE - …", "Pictured: …", "… (file photo)".

use super::echo::is_ideograph;
use super::furniture::is_picture_word;
use crate::credit::lexicon::Pages;
use crate::credit::lexicon::{Lexicon, Sense};

/// Date and place at the end of a caption, in characters.
const LONGEST_DATE_AND_PLACE: usize = 40;
/// How far into a line it says "this file photo".
const LEAD: usize = 72;
/// After a label that leads a caption, so many words are a sentence.
const WORDS_OF_CAPTION: usize = 5;

/// Whether a line says itself that it is a caption.
pub(super) fn says_to_be_caption(raw: &str, lexicon: &Lexicon) -> bool {
    let pages = &lexicon.pages;
    let start = beginning(raw);
    pages.caption_leads.lead(&start)
        || speaks_of_its_photo(&start, pages)
        || is_led_by_photo_label(raw, lexicon)
        || ends_in_date_and_place(raw)
        || ends_in_archive_note(raw, lexicon)
}

/// Whether a caption is led by a label that a credit above announces: "Image caption …".
pub(super) fn has_caption_label(raw: &str, lexicon: &Lexicon) -> bool {
    let start = beginning(raw);
    lexicon.pages.caption_labels.lead(&start)
}

/// How a line begins, in small letters.
fn beginning(raw: &str) -> String {
    match raw.get(..LEAD).unwrap_or(raw) {
        start if start.is_ascii() => start.to_ascii_lowercase(),
        _ => raw
            .chars()
            .take(LEAD)
            .flat_map(char::to_lowercase)
            .collect(),
    }
}

/// "This May 2, 2017, file photo, provided by …"
fn speaks_of_its_photo(start: &str, pages: &Pages) -> bool {
    pages.photo_mention_leads.lead(start) && pages.photo_mentions.are_in(start)
}

/// "Image: The ferry leaves the harbour at dawn": the label leads a caption, not a name.
fn is_led_by_photo_label(raw: &str, lexicon: &Lexicon) -> bool {
    let Some((label, rest)) = raw.split_once(':') else {
        return false;
    };
    let rest = rest.trim_start();
    let words = rest.split_whitespace().count();
    let is_sentence = rest.starts_with(char::is_uppercase)
        && words >= WORDS_OF_CAPTION
        && rest
            .split_whitespace()
            .filter(|word| word.starts_with(char::is_lowercase))
            .count()
            .saturating_mul(3)
            >= words;
    is_sentence
        && label.starts_with(char::is_uppercase)
        && lexicon.is_phrase(label, Sense::Label)
        && !lexicon.pages.gallery_labels.has(&label.to_lowercase())
        && is_picture_word(label, lexicon)
}

fn ends_in_archive_note(raw: &str, lexicon: &Lexicon) -> bool {
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
        && (lexicon.pages.caption_ends.has(&note) || lexicon.is_phrase(&note, Sense::ArchiveNote))
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

/// The words without the number of the photo before them: "2 of 4 The ferry".
pub(super) fn without_number(words: &str) -> &str {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(words);
    let after_first = words.get(first..).unwrap_or_default();
    let joint = after_first.trim_start();
    let joint_length = joint
        .chars()
        .take_while(|c| c.is_lowercase() || *c == '/')
        .map(char::len_utf8)
        .sum::<usize>();
    let second = joint.get(joint_length..).unwrap_or_default().trim_start();
    let length = digits(second);
    let rest = second.get(length..).unwrap_or_default();
    let is_counter = (1..4).contains(&first)
        && (1..4).contains(&length)
        && (1..6).contains(&joint_length)
        && rest.starts_with(char::is_whitespace);
    if is_counter { rest.trim_start() } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_says_so_itself() {
        let lexicon = Lexicon::built_in();
        for (line, expected) in [
            ("FILE - The ferry lies in the harbour", true),
            (
                "This May 2, 2017, file photo, provided by the harbour shows a boat.",
                true,
            ),
            ("Image: The ferry has left the harbour for good", true),
            ("Der Hafen im Winter (Archivbild)", true),
            ("Photo: see gallery", false),
            ("Photos: The ferry harbour through the years", false),
            ("Photo: Ann Lee", false),
            ("This week the ferry was late.", false),
            (
                "The image: that of a place where boats are mended, has suffered.",
                false,
            ),
        ] {
            assert_eq!(says_to_be_caption(line, &lexicon), expected, "{line}");
        }
    }

    #[test]
    fn the_number_before_a_caption_is_not_part_of_it() {
        for (words, expected) in [
            ("1 de 2 the ferry", "the ferry"),
            ("3/12 The ferry", "The ferry"),
            ("3 boats sail", "3 boats sail"),
            ("12 of the boats", "12 of the boats"),
        ] {
            assert_eq!(without_number(words), expected);
        }
    }
}

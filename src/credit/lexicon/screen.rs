//! Tells plain prose from its bytes alone, so that a story costs next to nothing.
//!
//! A paragraph that ends in a full sentence and holds nothing that a credit has (a label, a sign, a
//! bracket at a sentence's end, words without the space between them) is text, whatever it says. All
//! else is looked at: in doubt a line is not prose. Only scripts with capitals are
//! screened, as a name shows in them.

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input};

use super::pages::{Pages, Phrases};
use super::signs::{Sign, Signs, finder, spellings};
use crate::credit::tokens::is_end;

/// A shorter line may be a caption, a byline or furniture.
const SHORTEST_PROSE: usize = 61;
/// A longer line is text anyhow.
const LONGEST_PROSE: usize = 3000;
/// What a bracket holds, in bytes, where it is one.
const LONGEST_BRACKET: usize = 120;
/// A longer word is none, in bytes.
const LONGEST_WORD: usize = 40;
/// So many of the last words say whether a sentence ends the line, and so many of them are small.
const LAST_WORDS: usize = 8;
const FEWEST_WORDS: usize = 6;
const FEWEST_SMALL: usize = 3;
/// Marks beyond ASCII that prose holds.
const MARKS_OF_PROSE: [char; 24] = [
    '’', '‘', '“', '”', '„', '«', '»', '‹', '›', '–', '—', '…', '€', '£', '°', '§', '½', '¼', '¿',
    '¡', '²', '\u{a0}', '\u{202f}', '\u{2009}',
];

/// What is known of the words of credits and pages, ready to be looked for.
#[derive(Debug, Clone)]
pub(in crate::credit) struct Screen {
    signs: Signs,
    leads: AhoCorasick,
    contributors: AhoCorasick,
}

impl Screen {
    /// Of these phrases, as printed, and the words of pages; none where they are too many to be
    /// searched for.
    pub(in crate::credit) fn new<'p>(
        phrases: impl Iterator<Item = (&'p str, Sign)>,
        pages: &'p Pages,
    ) -> Option<Self> {
        let mentions = pages.photo_mentions.iter().map(str::trim);
        let mentions = mentions.map(|phrase| (phrase, Sign::AtBeginning));
        let contributed = pages.contributor_tails.iter().map(str::trim);
        let contributed = contributed.map(|phrase| (phrase, Sign::Terms));
        let leads: Vec<String> = [
            &pages.caption_leads,
            &pages.caption_labels,
            &pages.notice_leads,
            &pages.contributor_leads,
        ]
        .into_iter()
        .flat_map(Phrases::iter)
        .flat_map(spellings)
        .collect();
        Some(Self {
            // Of two equal phrases the first is found: a mention of the photo is a note, too.
            signs: Signs::of(mentions.chain(contributed).chain(phrases)),
            leads: finder(&leads)?,
            contributors: AhoCorasick::builder()
                .ascii_case_insensitive(true)
                .kind(Some(AhoCorasickKind::DFA))
                .build(
                    pages
                        .contributor_tails
                        .iter()
                        .chain(pages.contributor_leads.iter()),
                )
                .ok()?,
        })
    }

    /// Whether a trimmed line is prose for sure.
    pub(in crate::credit) fn is_prose(&self, line: &str) -> bool {
        (SHORTEST_PROSE..=LONGEST_PROSE).contains(&line.len())
            && ends_in_sentence(line)
            && !self.is_led(line)
            && self.has_prose_alone(line)
    }

    /// Whether a line holds letters, figures and the marks of prose alone, every word apart from the next,
    /// and no phrase that is a sign of more.
    fn has_prose_alone(&self, line: &str) -> bool {
        let bytes = line.as_bytes();
        let mut before = Class::Other;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let (now, end) = match class_of_byte(byte) {
                Class::Beyond => {
                    let letter = line.get(at..).and_then(|rest| rest.chars().next());
                    let Some((class, width)) = letter.and_then(class_of) else {
                        return false;
                    };
                    (class, at.saturating_add(width))
                }
                class if class.is_letter() => (class, at.saturating_add(1)),
                class => match mark_of_prose(line, at, class, before) {
                    Some(mark) => {
                        before = mark;
                        at = at.saturating_add(1);
                        continue;
                    }
                    None => return false,
                },
            };
            if now == Class::Capital && is_glued(line, at, before) {
                return false;
            }
            let (end, last) = if byte.is_ascii() {
                match word_of_prose(line, end, now) {
                    Some(word) => word,
                    None => return false,
                }
            } else {
                (end, now)
            };
            if !before.is_letter() && self.signs.stand_at(line, at..end) {
                return false;
            }
            before = last;
            at = end;
        }
        true
    }

    /// Whether a line begins as captions, notices and numbered photos do.
    fn is_led(&self, line: &str) -> bool {
        let is_numbered = line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '[' | '('));
        is_numbered
            || self
                .leads
                .is_match(Input::new(line).anchored(Anchored::Yes))
    }

    /// Whether a line may say who contributed to the text; one that is prose does not.
    pub(in crate::credit) fn may_name_contributors(&self, line: &str) -> bool {
        self.contributors.is_match(line)
    }
}

/// Whether the line ends in a sentence that is no name: of its last words some are small, and no dash
/// sets them apart.
fn ends_in_sentence(line: &str) -> bool {
    let words = line.trim_end_matches(is_end);
    if words.len() == line.len() {
        return false;
    }
    let (mut count, mut small) = (0_usize, 0_usize);
    let mut rest = Some(words);
    for _ in 0..LAST_WORDS {
        let Some(words) = rest else { break };
        let blank = words.bytes().rposition(|byte| byte == b' ');
        let word = words
            .get(blank.map_or(0, |blank| blank.saturating_add(1))..)
            .unwrap_or_default();
        rest = blank.and_then(|blank| words.get(..blank));
        // Most words are small letters alone.
        if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            count = count.saturating_add(1);
            small = small.saturating_add(1);
            continue;
        }
        let bare = word.trim_end_matches(['"', '”', '“', '»', '’', ')']);
        if count > 0 && bare.ends_with(['.', '!', '?', '…']) {
            break;
        }
        if word.is_empty() || word.contains(['–', '—', '/', '_']) || word == "-" {
            return false;
        }
        count = count.saturating_add(1);
        small = small.saturating_add(usize::from(word.starts_with(char::is_lowercase)));
    }
    count >= FEWEST_WORDS && small >= FEWEST_SMALL
}

/// Where a word of ASCII ends that goes on here behind such a letter, and its last one; none where a
/// capital in it is glued to what stands before.
fn word_of_prose(line: &str, from: usize, first: Class) -> Option<(usize, Class)> {
    let bytes = line.as_bytes();
    let (mut at, mut before) = (from, first);
    while let Some(&byte) = bytes.get(at) {
        let now = class_of_byte(byte);
        if !now.is_letter() {
            break;
        }
        if now == Class::Capital && is_glued(line, at, before) {
            return None;
        }
        before = now;
        at = at.saturating_add(1);
    }
    Some((at, before))
}

/// What a mark is in prose behind what stands before it; none for what prose does not hold.
fn mark_of_prose(line: &str, at: usize, mark: Class, before: Class) -> Option<Class> {
    let is_held = match mark {
        Class::Stop if matches!(before, Class::Small | Class::Figure) => return Some(Class::Stop),
        Class::Bracket => is_aside(line, at),
        Class::Slash => {
            let next = line.as_bytes().get(at.saturating_add(1));
            !next.is_some_and(u8::is_ascii_uppercase)
        }
        Class::Sign => false,
        Class::Small
        | Class::Capital
        | Class::Figure
        | Class::Stop
        | Class::Beyond
        | Class::Other => true,
    };
    is_held.then_some(Class::Other)
}

/// Whether a capital that stands there is glued to what stands before it, as no sentence has it.
fn is_glued(line: &str, at: usize, before: Class) -> bool {
    match before {
        Class::Stop => true,
        Class::Small | Class::Figure => !is_word_of_sentence(line, at),
        Class::Capital
        | Class::Bracket
        | Class::Slash
        | Class::Sign
        | Class::Beyond
        | Class::Other => false,
    }
}

/// Whether the word that goes on here is followed by a small one: "the iPhone of the mayor".
fn is_word_of_sentence(line: &str, at: usize) -> bool {
    let rest = line.as_bytes().get(at..).unwrap_or_default();
    let blank = rest.iter().take(LONGEST_WORD).position(|b| *b == b' ');
    let next = blank.and_then(|blank| line.get(at.saturating_add(blank).saturating_add(1)..));
    next.is_some_and(|next| next.starts_with(char::is_lowercase))
}

/// What a character is in prose.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Small,
    Capital,
    Figure,
    /// The stop behind a word, or what could be one.
    Stop,
    Bracket,
    Slash,
    /// What prose does not hold.
    Sign,
    /// The first byte of a character beyond ASCII.
    Beyond,
    Other,
}

impl Class {
    /// Whether it is a letter or a figure.
    fn is_letter(self) -> bool {
        matches!(self, Self::Small | Self::Capital | Self::Figure)
    }
}

/// What each byte is.
#[expect(
    clippy::indexing_slicing,
    reason = "a constant: an index that is out of it does not compile"
)]
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Beyond; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        classes[byte as usize] = match byte {
            b'a'..=b'z' => Class::Small,
            b'A'..=b'Z' => Class::Capital,
            b'0'..=b'9' => Class::Figure,
            b'.' | b'!' | b'?' => Class::Stop,
            b'(' | b'[' => Class::Bracket,
            b'/' => Class::Slash,
            b'@' | b'|' | b'\\' | b'_' | b'<' | b'>' | b'{' | b'}' | 0..=0x1f | 0x7f => Class::Sign,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

fn class_of_byte(byte: u8) -> Class {
    CLASSES
        .get(usize::from(byte))
        .copied()
        .unwrap_or(Class::Beyond)
}

/// What a character beyond ASCII is in prose, and its width in bytes; none for what prose does not hold.
fn class_of(c: char) -> Option<(Class, usize)> {
    let class = if c.is_lowercase() {
        Class::Small
    } else if c.is_uppercase() {
        Class::Capital
    } else if MARKS_OF_PROSE.contains(&c) {
        Class::Other
    } else {
        return None;
    };
    Some((class, c.len_utf8()))
}

/// Whether a bracket is an aside within a sentence: "the World Harbour Board (WHB) says".
fn is_aside(line: &str, open: usize) -> bool {
    let before = line.get(..open).unwrap_or_default().trim_end();
    let inside = line.get(open.saturating_add(1)..).unwrap_or_default();
    let Some(length) = inside
        .bytes()
        .take(LONGEST_BRACKET)
        .position(|b| matches!(b, b')' | b']'))
    else {
        return false;
    };
    let after = inside.get(length.saturating_add(1)..).unwrap_or_default();
    let goes_on = after
        .trim_start_matches([' ', ',', '’'])
        .starts_with(char::is_alphanumeric);
    before.ends_with(char::is_alphanumeric) && goes_on
}

#[cfg(test)]
mod tests {
    use crate::credit::Lexicon;

    #[test]
    fn a_paragraph_of_a_story_is_prose() {
        let lexicon = Lexicon::built_in();
        for (line, expected) in [
            (
                "The council said on Monday that the harbour wall would be repaired before the winter storms arrive.",
                true,
            ),
            (
                "“We waited for the ferry,” said Ann Lee, “until it was dark and the last bus had gone from the quay.”",
                true,
            ),
            (
                "The World Harbour Board (WHB) says that the wall was never meant to hold for more than a decade.",
                true,
            ),
            (
                "She took a picture of the harbour and sent it to the mayor, who looked at it for a long while.",
                true,
            ),
            (
                "Der Bürgermeister öffnete die Brücke am Montag, obwohl das Geländer noch nicht gestrichen war.",
                true,
            ),
            (
                "The co-founder of WaterWorks said that \"nobody asked about the harbour wall,\" which the police denied.",
                true,
            ),
            // A credit, or what could be one.
            (
                "The council said on Monday that the harbour wall would be repaired soon. Photo: Ann Lee",
                false,
            ),
            (
                "The council said on Monday that the harbour wall would be repaired soon. Ann Lee/AP",
                false,
            ),
            (
                "The council said on Monday that the harbour wall would be repaired soon. (Ann Lee)",
                false,
            ),
            (
                "The council said on Monday that the harbour wall would be repaired soon. Reuters.",
                false,
            ),
            (
                "The council said on Monday that the harbour wall would be repaired soon – Ann Lee.",
                false,
            ),
            (
                "The harbour wall in the evening, seen from the ferry that leaves at dawn, by photographer Ann Lee.",
                false,
            ),
            (
                "The ferry leaves the harbour for the last time on Monday evening in the rain (AP). It was late then.",
                false,
            ),
            (
                "The ferry leaves the harbour for the last time on a Monday.Ann Lee was there as the lights went out.",
                false,
            ),
            (
                "FILE - The ferry leaves the harbour for the last time on Monday, as the lights on the quay went out.",
                false,
            ),
            (
                "This undated file photo shows the ferry as it leaves the harbour for the last time in the rain.",
                false,
            ),
            (
                "The ferry leaves the harbour at dawn while the others are still asleep in their boats on the quay",
                false,
            ),
            (
                "渡轮在黎明时分离开港口，船上的乘客向岸边的人群挥手告别，许多人在码头上站了很久很久才离去。",
                false,
            ),
        ] {
            let screen = lexicon.screen.as_ref().expect("a screen");
            assert_eq!(screen.is_prose(line), expected, "{line}");
        }
    }
}

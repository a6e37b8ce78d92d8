//! Sentences: where they end, whether one is spoken, whether a line reads like a caption or a story.

use crate::credit::lexicon::Lexicon;
use crate::credit::tokens::is_end;

/// What speech is set in.
pub(super) const QUOTES: [char; 9] = ['"', '“', '”', '„', '«', '»', '‘', '「', '」'];
/// So many words make a paragraph of prose, and so many characters of a script without blanks.
const WORDS_OF_PROSE: usize = 12;
const CHARACTERS_OF_PROSE: usize = 60;
/// A caption under which a credit stands alone is no longer than this.
const LONGEST_CAPTION_WORDS: usize = 60;
const SHORT_CAPTION_WORDS: usize = 8;
/// A caption is often one sentence of this length.
const WORDS_OF_ONE_SENTENCE: usize = 25;
/// More sentences tell a story.
const MOST_SENTENCES: usize = 3;
/// A word before a full stop that is no longer than this is an abbreviation.
const LONGEST_ABBREVIATION: usize = 3;

/// Whether words are as long as a paragraph of a story, and end as one.
pub(super) fn is_paragraph(words: &str) -> bool {
    let is_long = words
        .split_whitespace()
        .nth(WORDS_OF_PROSE.saturating_sub(1))
        .is_some()
        || words.chars().nth(CHARACTERS_OF_PROSE).is_some();
    is_long && words.ends_with(is_end)
}

/// How many sentences the words are.
fn sentences(words: &str) -> usize {
    let mut before = "";
    let mut count = 1_usize;
    for word in words.split_whitespace() {
        let is_new = word.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase());
        let ends = before.ends_with(is_end)
            && before.chars().filter(|c| c.is_alphanumeric()).count() > LONGEST_ABBREVIATION;
        count = count.saturating_add(usize::from(ends && is_new));
        before = word;
    }
    count.saturating_add(
        words
            .trim_end_matches(is_end)
            .matches(['。', '！', '？', '।', '۔'])
            .count(),
    )
}

/// How much a line reads like a caption (above nought) or like a story or a headline (below).
pub(super) fn caption_weight(words: &str, lexicon: &Lexicon) -> i32 {
    let pages = &lexicon.pages;
    let folded = words.to_lowercase();
    let mut weight = 0;
    if pages.caption_words.are_in(&folded) {
        weight += 2;
    }
    if names_a_year(words) {
        weight += 1;
    }
    let count = words.split_whitespace().count();
    let sentences = sentences(words);
    let is_short = count <= SHORT_CAPTION_WORDS && !words.ends_with(['?', '!', ':']);
    let is_one = sentences == 1 && words.ends_with(is_end) && count <= WORDS_OF_ONE_SENTENCE;
    if is_short || is_one {
        weight += 1;
    }
    if count > LONGEST_CAPTION_WORDS || sentences > MOST_SENTENCES {
        weight -= 2;
    }
    let quotes = words.chars().filter(|c| QUOTES.contains(c)).count();
    if quotes > 1 || words.starts_with(['-', '–', '—', '•', '*', '>', '(']) {
        weight -= 3;
    }
    if words.ends_with([',', ':', ';', '?']) || words.starts_with(char::is_lowercase) {
        weight -= 3;
    }
    let first = folded
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .trim_end_matches(|c: char| !c.is_alphanumeric());
    if pages.story_openers.has(first) {
        weight -= 2;
    }
    if pages.attributions.are_in(&folded) {
        weight -= 2;
    }
    weight
}

/// Whether a year stands among the words.
fn names_a_year(words: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|word| {
        word.len() == 4
            && (word.starts_with("18") || word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|b| b.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        for (words, expected) in [
            ("A ferry lies in the harbour.", 1),
            ("A ferry in Oslo, Wash. on Monday, Feb. 2, 2022.", 1),
            ("Mayor J. Doe speaks. The hall was full.", 2),
            ("港の朝。船が出る。", 2),
        ] {
            assert_eq!(sentences(words), expected, "{words}");
        }
    }

    #[test]
    fn a_story_weighs_less_than_a_caption() {
        let lexicon = Lexicon::built_in();
        for (caption, story) in [
            (
                "The ferry at dawn in 1961.",
                "But the ferry was late again, and nobody knew why.",
            ),
            (
                "Mayor Ann Lee (left) opens the bridge.",
                "“We waited,” said Ann Lee, “until it was dark.”",
            ),
        ] {
            let weight = |words| caption_weight(words, &lexicon);
            assert!(weight(caption) > weight(story), "{caption}");
        }
    }
}

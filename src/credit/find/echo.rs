//! Whether two captions are the same words: alt text, then caption.
//!
//! Only letters and digits count, without case, so that other spacing, a missing full stop or
//! `,.` at the end make no difference.

/// How the words of one text stand to those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Echo {
    /// The same words.
    Same,
    /// The first is the beginning of the second: an alt text that breaks off.
    Beginning,
    /// Both begin alike, for more than half of the shorter.
    Alike,
}

/// Fewer letters than this begin many sentences.
const LETTERS_THAT_BEGIN: usize = 16;
/// The same for scripts that write a word with one or two characters.
const IDEOGRAPHS_THAT_BEGIN: usize = 6;

/// A credit that is glued to its caption has no more words.
const MOST_GLUED_WORDS: usize = 6;

/// Whether `second` repeats `first`.
pub(super) fn echo(first: &str, second: &str) -> Option<Echo> {
    if first == second {
        return first.contains(char::is_alphanumeric).then_some(Echo::Same);
    }
    let mut left = letters(first);
    let mut right = letters(second);
    let mut alike = 0_usize;
    let mut ideographs = 0_usize;
    loop {
        match (left.next(), right.next()) {
            (None, None) => return (alike > 0).then_some(Echo::Same),
            (None, Some(_)) => return is_enough(alike, ideographs).then_some(Echo::Beginning),
            (Some(a), Some(b)) if a == b => {
                alike = alike.saturating_add(1);
                ideographs = ideographs.saturating_add(usize::from(is_ideograph(a)));
            }
            (here, there) => {
                let rest = |mine: Option<char>, more: usize| {
                    more.saturating_add(usize::from(mine.is_some()))
                };
                // Of the longer text no more is read than decides.
                let left = rest(here, left.take(alike.saturating_add(1)).count());
                let right = rest(there, right.take(alike.saturating_add(1)).count());
                let most = alike > left.min(right);
                return (most && is_enough(alike, ideographs)).then_some(Echo::Alike);
            }
        }
    }
}

/// What is glued to the end of `second`, where it is otherwise `first`: its credit.
///
/// "The ferry at dawnAgency" after "The ferry at dawn".
pub(super) fn glued_rest<'a>(first: &str, second: &'a str) -> Option<&'a str> {
    let rest = second.strip_prefix(first.trim_end_matches('.'))?;
    let is_glued = rest.starts_with(|c: char| c.is_uppercase() || c == '©')
        && first.ends_with(char::is_alphanumeric);
    let is_short = rest.split_whitespace().count() <= MOST_GLUED_WORDS;
    (is_glued && is_short).then_some(rest)
}

/// Whether so many letters in common are more than chance.
fn is_enough(letters: usize, ideographs: usize) -> bool {
    letters >= LETTERS_THAT_BEGIN || ideographs >= IDEOGRAPHS_THAT_BEGIN
}

/// Letters and digits in lower case.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
}

/// Whether a character stands for a word or a syllable.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spacing_case_and_marks_make_no_difference() {
        for (first, second, expected) in [
            (
                "A gull  on the pier",
                "A gull on the pier.",
                Some(Echo::Same),
            ),
            (
                "A gull sits on the old pier",
                "A gull sits on the old pier since March.",
                Some(Echo::Beginning),
            ),
            (
                "A gull sits on the pier - Agency, 1920",
                "A gull sits on the pier. Archive",
                Some(Echo::Alike),
            ),
            ("A gull", "A gull on the pier.", None),
            ("A gull on the pier.", "A crab on the pier.", None),
            ("", "", None),
            ("…", "!", None),
        ] {
            assert_eq!(echo(first, second), expected, "{first} | {second}");
        }
    }
}

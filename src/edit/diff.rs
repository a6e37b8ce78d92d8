//! What goes, what comes and what stays between two texts, word by word.

use similar::{ChangeTag, TextDiff};

/// Longer texts are told as a whole that goes and a whole that comes.
const MOST: usize = 20_000;

/// What becomes of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// In both texts.
    Stays,
    /// Only in the text before.
    Goes,
    /// Only in the text after.
    Comes,
}

/// The stretches of both texts, in reading order. What is cut out of a text stays in one piece, so
/// that a credit kept out of three reads as one.
///
/// ```
/// use cutline::edit::{Turn, diff};
///
/// let turns = diff("(AP Photo/Ana Maric) Credit: Ana Maric", "AP Photo/Ana Maric");
/// let kept = turns.iter().find(|(turn, _)| *turn == Turn::Stays);
/// assert_eq!(kept.map(|(_, text)| text.as_str()), Some("AP Photo/Ana Maric"));
/// ```
#[must_use]
pub fn diff(before: &str, after: &str) -> Vec<(Turn, String)> {
    let whole = |turn: Turn, text: &str| (turn, text.to_owned());
    let turns = match before.find(after) {
        Some(at) if !after.is_empty() => {
            let (lead, rest) = before.split_at(at);
            let trail = rest.get(after.len()..).unwrap_or_default();
            vec![
                whole(Turn::Goes, lead),
                whole(Turn::Stays, after),
                whole(Turn::Goes, trail),
            ]
        }
        _ if before.len().saturating_add(after.len()) > MOST => {
            vec![whole(Turn::Goes, before), whole(Turn::Comes, after)]
        }
        _ => word_by_word(before, after),
    };
    turns
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

fn word_by_word(before: &str, after: &str) -> Vec<(Turn, String)> {
    let mut turns: Vec<(Turn, String)> = Vec::new();
    for change in TextDiff::from_unicode_words(before, after).iter_all_changes() {
        let turn = match change.tag() {
            ChangeTag::Equal => Turn::Stays,
            ChangeTag::Delete => Turn::Goes,
            ChangeTag::Insert => Turn::Comes,
        };
        match turns.last_mut() {
            Some((last, text)) if *last == turn => text.push_str(change.value()),
            _ => turns.push((turn, change.value().to_owned())),
        }
    }
    turns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> String {
        let turns = diff(before, after).into_iter();
        let told = turns.map(|(turn, text)| match turn {
            Turn::Stays => text,
            Turn::Goes => format!("[-{text}-]"),
            Turn::Comes => format!("{{+{text}+}}"),
        });
        told.collect()
    }

    #[test]
    fn stretches_are_as_long_as_they_can_be() {
        for (before, after, expected) in [
            ("A small boat", "A boat", "A [-small -]boat"),
            ("A boat", "A small boat", "A {+small +}boat"),
            ("A boat ", "A boat", "A boat[- -]"),
            ("Bus &amp; Tram", "Bus & Tram", "Bus &[-amp;-] Tram"),
            (
                "(AP Photo/Ana Maric) Credit: Ana Maric",
                "AP Photo/Ana Maric",
                "[-(-]AP Photo/Ana Maric[-) Credit: Ana Maric-]",
            ),
            ("boat", "", "[-boat-]"),
            ("", "boat", "{+boat+}"),
            ("boat", "boat", "boat"),
        ] {
            assert_eq!(told(before, after), expected, "{before:?} → {after:?}");
        }
    }
}

//! Which key presses a person takes for one step: the letters of a word, a run of deletions.

use super::{Articles, Change, Edit};
use crate::model::{PhotoId, TextField};

/// So many characters at most come in with one frame while somebody types.
const FAST: usize = 6;

/// What one key press did to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keystroke {
    /// A letter, digit or mark came in.
    Letter,
    /// A blank or a line break came in.
    Blank,
    /// One character went.
    Deletion,
    /// A blank and the letters of the next word came in at once, as fast typing brings them.
    NextWord,
    /// A letter came in for what was selected.
    Replacement,
    /// More changed: a paste, a replacement.
    Other,
}

impl Keystroke {
    /// What happened between two texts.
    fn between(before: &str, after: &str) -> Self {
        let prefix = before
            .chars()
            .zip(after.chars())
            .take_while(|(a, b)| a == b)
            .count();
        let old: Vec<char> = before.chars().skip(prefix).collect();
        let new: Vec<char> = after.chars().skip(prefix).collect();
        let suffix = old
            .iter()
            .rev()
            .zip(new.iter().rev())
            .take_while(|(a, b)| a == b)
            .count();
        let gone = old.len().saturating_sub(suffix);
        let come: Vec<&char> = new.iter().take(new.len().saturating_sub(suffix)).collect();
        match (gone, come.as_slice()) {
            (1, []) => Self::Deletion,
            (0, [letter]) if letter.is_whitespace() => Self::Blank,
            (0, [_]) => Self::Letter,
            (_, [letter]) if !letter.is_whitespace() => Self::Replacement,
            (0, [first, .., last]) if come.len() <= FAST => {
                let blanks = come.iter().filter(|c| c.is_whitespace()).count();
                match (first.is_whitespace(), last.is_whitespace(), blanks) {
                    (_, _, 0) => Self::Letter,
                    (false, true, 1) => Self::Blank,
                    _ => Self::NextWord,
                }
            }
            _ => Self::Other,
        }
    }

    /// Whether `next` belongs to the same step: a word takes the blank after it, the letter after
    /// that blank begins another.
    fn continues(self, next: Self) -> bool {
        matches!(
            (self, next),
            (
                Self::Letter | Self::NextWord | Self::Replacement,
                Self::Letter | Self::Blank
            ) | (Self::Blank, Self::Blank)
                | (Self::Deletion, Self::Deletion)
        )
    }
}

/// A key press in a field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Typed {
    into: (usize, PhotoId, Field),
    keystroke: Keystroke,
}

/// Which of a photo's fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Text(TextField),
    Creator(usize),
    Source(usize),
}

impl Typed {
    /// The key press, where a change is nothing more.
    pub(super) fn by<A: Articles + ?Sized>(changes: &[Change], articles: &mut A) -> Option<Self> {
        let [change] = changes else { return None };
        let [edit] = change.edits.as_slice() else {
            return None;
        };
        let photo = edit.photo()?;
        let before = articles.article_mut(change.article)?.photo(photo)?;
        let (field, keystroke) = match edit {
            Edit::SetText { field, text, .. } => {
                let keystroke = Keystroke::between(before.text(*field), text);
                (Field::Text(*field), keystroke)
            }
            Edit::SetCreators { creators, .. } => {
                let (at, keystroke) = one_name(&before.creators, creators, String::as_str)?;
                (Field::Creator(at), keystroke)
            }
            Edit::SetSources { sources, .. } => {
                let (at, keystroke) = one_name(&before.sources, sources, |source| &source.name)?;
                (Field::Source(at), keystroke)
            }
            _ => return None,
        };
        Some(Self {
            into: (change.article, photo, field),
            keystroke,
        })
    }

    /// The article that was typed into.
    pub(super) fn article(&self) -> usize {
        self.into.0
    }

    /// Whether `next` belongs to the same step.
    pub(super) fn continues(self, next: Self) -> bool {
        self.into == next.into && self.keystroke.continues(next.keystroke)
    }
}

/// Which name of a list a key press changed; a name that begins may be new.
fn one_name<'a, T>(
    before: &'a [T],
    after: &'a [T],
    name: impl Fn(&'a T) -> &'a str,
) -> Option<(usize, Keystroke)> {
    if after.len() < before.len() || after.len() > before.len() + 1 {
        return None;
    }
    let old = |at: usize| before.get(at).map_or("", &name);
    let mut changed = (0..after.len()).filter(|at| after.get(*at).map_or("", &name) != old(*at));
    let at = changed.next()?;
    if changed.next().is_some() {
        return None;
    }
    Some((at, Keystroke::between(old(at), after.get(at).map(&name)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_press_is_told_by_what_changed() {
        for (before, after, expected) in [
            ("boa", "boat", Keystroke::Letter),
            ("boat", "boat ", Keystroke::Blank),
            ("boat", "boa", Keystroke::Deletion),
            ("aa", "aaa", Keystroke::Letter),
            ("boat", "ship", Keystroke::Other),
            ("boat", "s", Keystroke::Replacement),
            ("", "a boat at sea", Keystroke::Other),
            ("bo", "boat", Keystroke::Letter),
            ("boa", "boat ", Keystroke::Blank),
            ("boa", "boat a", Keystroke::NextWord),
            ("", "é", Keystroke::Letter),
        ] {
            assert_eq!(
                Keystroke::between(before, after),
                expected,
                "{before:?} → {after:?}"
            );
        }
    }
}

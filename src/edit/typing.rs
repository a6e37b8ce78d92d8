//! Which key presses a person takes for one step: the letters of a word, a run of deletions.

/// What one key press did to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keystroke {
    /// A letter, digit or mark came in.
    Letter,
    /// A blank or a line break came in.
    Blank,
    /// One character went.
    Deletion,
    /// More than one character changed: a paste, a replacement.
    Other,
}

impl Keystroke {
    /// What happened between two texts.
    pub(super) fn between(before: &str, after: &str) -> Self {
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
            _ => Self::Other,
        }
    }

    /// Whether `next` belongs to the same step: a word takes the blank after it, the letter after
    /// that blank begins another.
    pub(super) fn continues(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Letter, Self::Letter | Self::Blank)
                | (Self::Blank, Self::Blank)
                | (Self::Deletion, Self::Deletion)
        )
    }
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
            ("", "a boat", Keystroke::Other),
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

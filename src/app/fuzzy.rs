//! Finding a name by some of its letters.

/// How well `query` fits `name`, larger is better; None where its letters are not in it, in order.
/// Letters at the beginning of words and next to one another count more.
#[must_use]
pub(super) fn score(query: &str, name: &str) -> Option<i32> {
    let name: Vec<char> = name.to_lowercase().chars().collect();
    let mut total = 0;
    for word in query.to_lowercase().split_whitespace() {
        total += score_word(word, &name)?;
    }
    Some(total - i32::try_from(name.len()).unwrap_or(i32::MAX) / 8)
}

fn score_word(word: &str, name: &[char]) -> Option<i32> {
    let starts = (0..name.len()).filter(|at| {
        *at == 0
            || name
                .get(at - 1)
                .is_some_and(|before| !before.is_alphanumeric())
    });
    let letters: Vec<char> = word.chars().collect();
    if starts.clone().any(|at| {
        name.get(at..)
            .is_some_and(|rest| rest.starts_with(&letters))
    }) {
        return Some(100);
    }
    let text: String = name.iter().collect();
    if text.contains(word) {
        return Some(50);
    }
    let mut rest = name.iter();
    letters
        .iter()
        .all(|letter| rest.any(|other| other == letter))
        .then_some(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_begun_wins_over_letters_strewn() {
        assert!(score("cred", "Copy caption and credit") > score("cred", "Open recorded"));
        assert!(score("fx", "Fix all").is_some());
        assert_eq!(score("zz", "Fix all"), None);
        assert!(score("copy cred", "Copy caption and credit") > Some(100));
    }
}

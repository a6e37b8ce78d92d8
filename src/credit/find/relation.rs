//! Whether two credits speak of the same people: the same credit said twice.

/// Of a credit no more words than this are compared.
const MOST_WORDS: usize = 16;
/// Words that every other credit has, and that name nobody.
const NOBODYS_WORDS: [&str; 12] = [
    "photo", "photos", "image", "images", "foto", "file", "staff", "the", "and", "via", "special",
    "handout",
];

/// Whether one of the credits says what the other says, in whatever spelling.
pub(super) fn are_related(first: &str, second: &str) -> bool {
    let (first, second) = (words(first), words(second));
    let (short, long) = if first.len() <= second.len() {
        (first, second)
    } else {
        (second, first)
    };
    if short.is_empty() {
        return false;
    }
    let common = short
        .iter()
        .filter(|word| long.iter().any(|other| are_alike(word, other)))
        .count();
    common.saturating_mul(3) >= short.len().saturating_mul(2)
        || (common > 0 && common.saturating_mul(2) > long.len())
}

/// Whether a credit names nobody: "Special", "Handout".
pub(super) fn names_nobody(credit: &str) -> bool {
    words(credit).is_empty()
}

/// The words that name somebody, in lower case.
fn words(credit: &str) -> Vec<String> {
    credit
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .filter(|word| !NOBODYS_WORDS.contains(&word.as_str()))
        .take(MOST_WORDS)
        .collect()
}

/// The same word, or two forms of one: "Веры", "Вера".
fn are_alike(first: &str, second: &str) -> bool {
    let common = first
        .chars()
        .zip(second.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let longer = first.chars().count().max(second.chars().count());
    common == longer || (common >= 3 && common.saturating_mul(5) >= longer.saturating_mul(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_case_and_order_make_no_difference() {
        for (first, second, expected) in [
            ("AP Photo/Ann Lee", "Ann Lee", true),
            ("Ann Lee/The Post", "Ann Lee-Park", true),
            ("ANN LEE\\STAFF", "Ann Lee\\Staff", true),
            (
                "Ann Lee / ann.lee@post.example",
                "ann.lee@post.example",
                true,
            ),
            ("ANP / ANN LEE", "Ann Lee / ANP", true),
            ("Вера Гостева / ЕЖ", "Веры Гостевой / ЕЖ", true),
            ("Ann Lee/AP", "Bo Roe/AP", false),
            ("Ann Lee", "Bo Roe", false),
            ("Ann Lee", "Handout", false),
        ] {
            assert_eq!(are_related(first, second), expected, "{first} | {second}");
        }
    }
}

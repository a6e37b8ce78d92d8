//! How a word is written.

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::credit) enum Shape {
    /// `photo`
    Lower,
    /// `Jane`, `Jean-Luc`, `O’Neill`
    Title,
    /// `AFP`
    Upper,
    /// `iStock`, `McDonald`
    Mixed,
    /// `J.`, `U.S.`
    Initial,
    /// `@jane`, `smolaw11`
    Handle,
    /// `example.org`
    Address,
    /// `jane@example.org`
    Mail,
    /// A word of a script without capitals.
    Caseless,
}

/// What surnames begin with before a second capital: `McRoe`, `DeLee`.
pub(in crate::credit) const NAME_PREFIXES: [&str; 14] = [
    "Mc", "Mac", "De", "Di", "Le", "La", "Du", "Van", "Von", "Fitz", "Des", "Del", "St", "O",
];

/// How a word is written.
pub(in crate::credit) fn shape_of(text: &str) -> Shape {
    let inner = text.trim_end_matches('.');
    if text.starts_with('@') {
        return Shape::Handle;
    }
    if inner.contains('@') {
        return Shape::Mail;
    }
    let is_initial = text
        .split('.')
        .all(|piece| piece.trim_start_matches('-').chars().count() <= 1);
    if text.contains('.') && is_initial {
        return Shape::Initial;
    }
    if inner.contains('.') {
        return Shape::Address;
    }
    let (mut upper, mut lower, mut caseless, mut digits) = (0, 0, 0, 0);
    for c in text.chars() {
        match c {
            // Georgian has capitals for whole lines, and none for names.
            '\u{10d0}'..='\u{10ff}' => caseless += 1,
            'a'..='z' => lower += 1,
            'A'..='Z' => upper += 1,
            '0'..='9' => digits += 1,
            _ if c.is_uppercase() => upper += 1,
            _ if c.is_lowercase() => lower += 1,
            _ if c.is_alphabetic() => caseless += 1,
            _ if c.is_numeric() => digits += 1,
            _ => {}
        }
    }
    match (upper, lower, digits) {
        (0, 0, _) if caseless > 0 => Shape::Caseless,
        (0, _, 1..) => Shape::Handle,
        (0, ..) => Shape::Lower,
        (_, 0, _) => Shape::Upper,
        (_, _, 1..) => Shape::Mixed,
        _ if is_title(text) || is_title_with_prefix(text) => Shape::Title,
        _ => Shape::Mixed,
    }
}

/// `McRoe`, `DeLee`: a title behind one of the prefixes of surnames.
fn is_title_with_prefix(text: &str) -> bool {
    NAME_PREFIXES.iter().any(|prefix| {
        text.strip_prefix(prefix).is_some_and(|rest| {
            rest.chars().count() > 2 && rest.starts_with(char::is_uppercase) && is_title(rest)
        })
    })
}

/// `Jane`, `Jean-Luc`, `O’Neill`, `D'Angelo`: each piece begins with a capital (or is a small particle).
fn is_title(text: &str) -> bool {
    let is_title_piece = |piece: &str| {
        let mut chars = piece.chars();
        chars.next().is_none_or(char::is_uppercase) && !chars.any(char::is_uppercase)
    };
    let mut pieces = text.split(['-', '‐', '‑', '\'', '’', 'ʼ']);
    let first_is_small = pieces
        .next()
        .is_some_and(|first| first.chars().all(char::is_lowercase) && first.chars().count() > 2);
    !first_is_small
        && text
            .split(['-', '‐', '‑', '\'', '’', 'ʼ'])
            .all(|piece| is_title_piece(piece) || piece.chars().all(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_told_apart() {
        for (text, shape) in [
            ("Jane", Shape::Title),
            ("Jean-Luc", Shape::Title),
            ("O’Neill", Shape::Title),
            ("AFP", Shape::Upper),
            ("iStock", Shape::Mixed),
            ("J.", Shape::Initial),
            ("jane7", Shape::Handle),
            ("photo", Shape::Lower),
            ("example.org", Shape::Address),
            ("رويترز", Shape::Caseless),
        ] {
            assert_eq!(shape_of(text), shape, "{text}");
        }
    }
}

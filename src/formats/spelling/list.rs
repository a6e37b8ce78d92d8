//! Several entries in one text, so that no entry ends where it holds what parts them.

/// What parts the entries of a list, and what takes that meaning from it.
const PART: char = ';';
const ESCAPE: char = '\\';

/// The entries of a list in one cell: `Ann Lee; Bo Ek`.
pub(super) fn joined<'a>(entries: impl IntoIterator<Item = &'a str>) -> String {
    let entries: Vec<&str> = entries.into_iter().collect();
    entries.join("; ")
}

/// An entry in which nothing parts a list, and whose blanks at the ends stay.
pub(super) fn escaped(entry: &str, special: &[char]) -> String {
    let mut text = String::with_capacity(entry.len());
    let last = entry.chars().count().saturating_sub(1);
    for (at, c) in entry.chars().enumerate() {
        let is_end = (at == 0 || at == last) && c.is_whitespace();
        if c == ESCAPE || c == PART || special.contains(&c) || is_end {
            text.push(ESCAPE);
        }
        text.push(c);
    }
    text
}

/// A list's entries, each as its characters with whether it was escaped; blanks around them are none
/// of them, and an empty entry is none.
pub(super) fn entries(cell: &str) -> Vec<Vec<(char, bool)>> {
    let mut entries = Vec::new();
    let mut entry = Vec::new();
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        match c {
            ESCAPE => entry.extend(chars.next().map(|c| (c, true))),
            PART => entries.push(std::mem::take(&mut entry)),
            c => entry.push((c, false)),
        }
    }
    entries.push(entry);
    let entries = entries.into_iter().map(|entry| trimmed(&entry).to_vec());
    entries.filter(|entry| !entry.is_empty()).collect()
}

/// Without the blanks at the ends that were not escaped.
pub(super) fn trimmed(entry: &[(char, bool)]) -> &[(char, bool)] {
    let is_blank = |(c, escaped): &(char, bool)| c.is_whitespace() && !escaped;
    let start = entry.iter().position(|c| !is_blank(c));
    let end = entry.iter().rposition(|c| !is_blank(c));
    match (start, end) {
        (Some(start), Some(end)) => entry.get(start..=end).unwrap_or_default(),
        _ => &[],
    }
}

/// The text of an entry.
pub(super) fn plain(entry: &[(char, bool)]) -> String {
    entry.iter().map(|(c, _)| *c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_list_keeps_its_entries(names in prop::collection::vec("[ a-c;\\\\\\[\\]\\n]{1,6}", 0..4)) {
            let escaped: Vec<String> = names.iter().map(|name| escaped(name, &['['])).collect();
            let cell = joined(escaped.iter().map(String::as_str));
            let read: Vec<String> = entries(&cell).iter().map(|entry| plain(entry)).collect();
            prop_assert_eq!(read, names);
        }
    }
}

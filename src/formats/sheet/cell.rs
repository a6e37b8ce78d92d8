//! What one cell holds, so that no spreadsheet and no list takes anything of it away.

use std::borrow::Cow;

/// A spreadsheet takes a cell that begins so for a formula, or may after trimming it.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];
/// What a spreadsheet itself writes before a text that is none.
const QUOTE: char = '\'';
/// What parts the entries of a list, and what takes that meaning from it.
const PART: char = ';';
const ESCAPE: char = '\\';

/// A row of CSV (RFC 4180, but for the line feed alone at its end): a cell is quoted where it must be, and never starts a
/// formula in the table of whoever opens it.
#[must_use]
pub fn csv_row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    let cells = cells.into_iter().map(|cell| safe(cell).into_owned());
    // Writing to memory does not fail.
    writer.write_record(cells).ok();
    let row = writer.into_inner().unwrap_or_default();
    String::from_utf8(row).unwrap_or_default()
}

/// A cell that is no formula; [`said`] takes the quoting off.
#[must_use]
pub fn safe(text: &str) -> Cow<'_, str> {
    if is_formula(text.trim_start_matches(QUOTE)) {
        Cow::Owned(format!("{QUOTE}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What a cell says, without the quoting of [`safe`].
pub(super) fn said(cell: &str) -> &str {
    match cell.strip_prefix(QUOTE) {
        Some(text) if is_formula(text.trim_start_matches(QUOTE)) => text,
        _ => cell,
    }
}

fn is_formula(text: &str) -> bool {
    text.starts_with(FORMULA)
}

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

    #[test]
    fn a_cell_of_csv_is_quoted_and_starts_no_formula() {
        for (cell, expected) in [
            ("Ann Lee/AP", "Ann Lee/AP"),
            ("Lee, Ann", "\"Lee, Ann\""),
            ("the \"Solveig\"", "\"the \"\"Solveig\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("+47", "'+47"),
            ("-", "'-"),
            ("@annlee", "'@annlee"),
            ("\tAnn", "'\tAnn"),
            ("'=1", "''=1"),
            ("'n Roll", "'n Roll"),
        ] {
            assert_eq!(csv_row([cell]), format!("{expected}\n"), "{cell:?}");
        }
        assert_eq!(csv_row(["\rAnn, Bo"]), "\"'\rAnn, Bo\"\n");
    }

    proptest! {
        #[test]
        fn the_quoting_comes_off_exactly(text in "['=+@\\t\\r\\n -]{0,4}\\PC{0,6}") {
            let cell = safe(&text);
            prop_assert_eq!(said(&cell), text.as_str());
            prop_assert!(!is_formula(&cell));
        }

        #[test]
        fn a_list_keeps_its_entries(names in prop::collection::vec("[ a-c;\\\\\\[\\]\\n]{1,6}", 0..4)) {
            let escaped: Vec<String> = names.iter().map(|name| escaped(name, &['['])).collect();
            let cell = joined(escaped.iter().map(String::as_str));
            let read: Vec<String> = entries(&cell).iter().map(|entry| plain(entry)).collect();
            prop_assert_eq!(read, names);
        }
    }
}

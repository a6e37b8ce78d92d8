//! What one cell holds, so that no spreadsheet takes anything of it away.

use std::borrow::Cow;

/// A spreadsheet takes a cell that begins so for a formula, or may after trimming it.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];
/// What a spreadsheet itself writes before a text that is none.
const QUOTE: char = '\'';

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
    }
}

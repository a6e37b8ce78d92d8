//! Before and after, word by word.

use similar::{ChangeTag, TextDiff};

use super::highlight::{Coloured, Kind};
use crate::model::TextField;

/// Longer texts are shown as a whole before and a whole after.
const MOST: usize = 20_000;

/// What goes, what comes, and what stays, in one text.
#[must_use]
pub fn words(field: TextField, before: &str, after: &str) -> Coloured {
    let stays = if field == TextField::CreditLine {
        Kind::Credit
    } else {
        Kind::Plain
    };
    let mut coloured = Coloured::default();
    if let Some(at) = before.find(after).filter(|_| !after.is_empty()) {
        let (lead, rest) = before.split_at(at);
        let trail = rest.get(after.len()..).unwrap_or_default();
        goes(&mut coloured, lead);
        coloured.push(after, stays);
        goes(&mut coloured, trail);
        return coloured;
    }
    if before.len().saturating_add(after.len()) > MOST {
        coloured.push(before, Kind::Repeated);
        coloured.push(" ", Kind::Plain);
        coloured.push(after, Kind::Credit);
        return coloured;
    }
    let diff = TextDiff::from_unicode_words(before, after);
    let changes: Vec<_> = diff.iter_all_changes().collect();
    for run in changes.chunk_by(|one, other| one.tag() == other.tag()) {
        let text: String = run.iter().map(similar::Change::value).collect();
        match run.first().map(similar::Change::tag) {
            Some(ChangeTag::Delete) => goes(&mut coloured, &text),
            Some(ChangeTag::Insert) => coloured.push(&seen(&text), Kind::Credit),
            Some(ChangeTag::Equal) | None => coloured.push(&text, stays),
        }
    }
    coloured
}

/// Strikes a stretch; the blank beside it is left as it is.
fn goes(coloured: &mut Coloured, text: &str) {
    let inner = text.trim();
    if inner.is_empty() {
        coloured.push(&seen(text), Kind::Repeated);
        return;
    }
    let at = text.len() - text.trim_start().len();
    coloured.push(text.get(..at).unwrap_or_default(), Kind::Plain);
    coloured.push(inner, Kind::Repeated);
    coloured.push(
        text.get(at + inner.len()..).unwrap_or_default(),
        Kind::Plain,
    );
}

/// Blanks that go or come alone are made visible.
fn seen(text: &str) -> String {
    if text.chars().all(char::is_whitespace) {
        text.replace(char::is_whitespace, "·")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(field: TextField, before: &str, after: &str) -> Vec<(String, Kind)> {
        words(field, before, after).pieces().to_vec()
    }

    fn piece(text: &str, kind: Kind) -> (String, Kind) {
        (text.to_owned(), kind)
    }

    #[test]
    fn what_goes_is_struck_and_what_stays_stays() {
        let expected = [
            piece("A ", Kind::Plain),
            piece("small", Kind::Repeated),
            piece(" boat", Kind::Plain),
        ];
        assert_eq!(
            pieces(TextField::Caption, "A small boat", "A boat"),
            expected
        );
    }

    #[test]
    fn what_is_cut_out_of_a_credit_stays_in_one_piece() {
        let expected = [
            piece("(", Kind::Repeated),
            piece("AP Photo/Ana Maric", Kind::Credit),
            piece(") Credit: Ana Maric", Kind::Repeated),
        ];
        let before = "(AP Photo/Ana Maric) Credit: Ana Maric";
        assert_eq!(
            pieces(TextField::CreditLine, before, "AP Photo/Ana Maric"),
            expected
        );
    }

    #[test]
    fn a_blank_that_goes_is_seen() {
        let expected = [piece("A boat", Kind::Plain), piece("·", Kind::Repeated)];
        assert_eq!(pieces(TextField::Caption, "A boat ", "A boat"), expected);
    }
}

//! Before and after as coloured text.

use super::highlight::{Coloured, Kind};
use crate::edit::{Turn, diff};
use crate::lint::certain::Part;
use crate::model::TextField;

/// What goes, what comes, and what stays, in one text.
#[must_use]
pub fn words(field: TextField, before: &str, after: &str) -> Coloured {
    of_part(Part::Text(field), before, after)
}

/// The same of any part of a photo; names are credit as the credit line is.
#[must_use]
pub fn of_part(part: Part, before: &str, after: &str) -> Coloured {
    let stays = match part {
        Part::Text(TextField::CreditLine) | Part::Creators | Part::Sources => Kind::Credit,
        Part::Text(_) => Kind::Plain,
    };
    let mut coloured = Coloured::default();
    for (turn, text) in diff(before, after) {
        match turn {
            Turn::Stays => coloured.push(&text, stays),
            Turn::Goes => set(&mut coloured, &text, Kind::Repeated),
            Turn::Comes => set(&mut coloured, &text, Kind::Credit),
        }
    }
    coloured
}

/// Colours a stretch, without the blanks around it; blanks alone are made visible.
fn set(coloured: &mut Coloured, text: &str, kind: Kind) {
    let inner = text.trim();
    if inner.is_empty() {
        coloured.push(&text.replace(char::is_whitespace, "·"), kind);
        return;
    }
    let at = text.len() - text.trim_start().len();
    coloured.push(text.get(..at).unwrap_or_default(), Kind::Plain);
    coloured.push(inner, kind);
    let behind = text.get(at + inner.len()..);
    coloured.push(behind.unwrap_or_default(), Kind::Plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, kind: Kind) -> (String, Kind) {
        (text.to_owned(), kind)
    }

    #[test]
    fn what_goes_is_struck_without_the_blanks_around_it() {
        let expected = [
            piece("A ", Kind::Plain),
            piece("small", Kind::Repeated),
            piece(" boat", Kind::Plain),
        ];
        let coloured = words(TextField::Caption, "A small boat", "A boat");
        assert_eq!(coloured.pieces(), expected);
    }

    #[test]
    fn a_blank_that_goes_is_seen() {
        let expected = [piece("A boat", Kind::Plain), piece("·", Kind::Repeated)];
        let coloured = words(TextField::Caption, "A boat ", "A boat");
        assert_eq!(coloured.pieces(), expected);
    }
}

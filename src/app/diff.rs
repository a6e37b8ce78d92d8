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
    if before.len().saturating_add(after.len()) > MOST {
        coloured.push(before, Kind::Repeated);
        coloured.push(" ", Kind::Plain);
        coloured.push(after, Kind::Credit);
        return coloured;
    }
    for change in TextDiff::from_unicode_words(before, after).iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => stays,
            ChangeTag::Delete => Kind::Repeated,
            ChangeTag::Insert => Kind::Credit,
        };
        coloured.push(&visible(change.value(), change.tag()), kind);
    }
    coloured
}

/// A blank that goes or comes is seen.
fn visible(text: &str, tag: ChangeTag) -> String {
    if tag != ChangeTag::Equal && text.chars().all(char::is_whitespace) {
        text.replace(char::is_whitespace, "·")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_is_struck_and_what_stays_stays() {
        let coloured = words(TextField::Caption, "A small boat", "A boat");
        let kinds: Vec<_> = coloured
            .pieces()
            .iter()
            .map(|(text, kind)| (text.as_str(), *kind))
            .collect();
        assert!(
            kinds.contains(&("boat", Kind::Plain))
                || kinds.iter().any(|(text, _)| text.contains("boat"))
        );
        assert!(
            kinds
                .iter()
                .any(|(text, kind)| text.contains("small") && *kind == Kind::Repeated)
        );
    }
}

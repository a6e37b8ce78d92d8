//! Lines about the text itself: who wrote it, when, where more is found. They name persons and
//! agencies as credits do, and stay in the body.

use crate::credit::lexicon::Lexicon;
use crate::credit::lexicon::Pages;

/// A longer line is no byline.
const LONGEST_BYLINE: usize = 120;
/// A longer line is no notice.
const LONGEST_NOTICE: usize = 300;

/// Whether a line names who wrote the text.
pub(super) fn is_byline(raw: &str, lexicon: &Lexicon) -> bool {
    if raw.len() > LONGEST_BYLINE {
        return false;
    }
    let folded = raw.to_lowercase();
    folded.split('|').any(|part| {
        let part = part.trim_start();
        let lead = lexicon.pages.byline_leads.leading(part);
        lead.is_some_and(|lead| !lead.ends_with(' ') || is_followed_by_names(raw))
            && !raw.ends_with('.')
    })
}

/// Whether the words after the first begin like names.
fn is_followed_by_names(raw: &str) -> bool {
    let mut words = raw.split_whitespace().skip(1).take(2);
    words.all(|word| !word.starts_with(char::is_lowercase))
}

/// Whether a line says where the text comes from, or where more is found.
pub(super) fn is_notice(raw: &str, lexicon: &Lexicon) -> bool {
    if raw.len() > LONGEST_NOTICE {
        return false;
    }
    let pages = &lexicon.pages;
    let folded = raw.to_lowercase();
    let lead = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_source = lead.split_once([':', '：']).is_some_and(|(lead, _)| {
        is_source_label(lead, pages) || pages.text_labels.has(lead.trim())
    });
    is_source || pages.notice_leads.lead(lead)
}

/// "Source", also behind a date: "3/11/15 - 20h40 Source".
fn is_source_label(lead: &str, pages: &Pages) -> bool {
    let word = lead.split_whitespace().next_back().unwrap_or_default();
    let before = lead.strip_suffix(word).unwrap_or_default();
    let digits = before.chars().filter(|c| c.is_numeric()).count();
    let letters = before.chars().filter(|c| c.is_alphabetic()).count();
    pages.source_labels.has(lead.trim()) || (pages.source_labels.has(word) && digits > letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_and_pointers_are_notices() {
        let lexicon = Lexicon::built_in();
        for (line, expected) in [
            ("Source: Harbour Board", true),
            ("Quelle: dpa", true),
            ("Photo editor: Ann Lee", true),
            ("3/11/15 - 20u40 Bron: eigen berichtgeving", true),
            ("Follow Ann Lee on Twitter: @annlee", true),
            ("Read more: The ferry sails again", true),
            ("The source: a spring in the hills", false),
            ("The ferry leaves.", false),
        ] {
            assert_eq!(is_notice(line, &lexicon), expected, "{line}");
        }
    }
}

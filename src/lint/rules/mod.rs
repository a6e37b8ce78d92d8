//! The rules, one file each, and their list.

mod agency_spelling;
mod alt_is_file_name;
mod alt_missing;
mod alt_repeats_caption;
mod alt_says_image;
mod alt_too_long;
mod boilerplate;
mod caption_is_file_name;
mod caption_missing;
mod caption_no_place_or_date;
mod caption_repeats;
mod caption_too_long;
mod caption_too_short;
mod caption_whitespace;
mod control_characters;
mod copyright_in_caption;
mod creator_all_caps;
mod creator_is_agency;
mod creator_missing;
mod creator_not_in_credit;
mod creator_says_nothing;
mod credit_conflict;
mod credit_in_caption;
mod credit_label_in_line;
mod credit_missing;
mod credit_repeated;
mod credit_style;
mod date_mismatch;
mod image_missing;
mod image_used_twice;
mod name_damaged;
mod order_marks_without_names;
mod photo_unattached;
mod punctuation_doubled;
mod quotes_mixed;
mod source_missing;
mod terms_in_caption;
mod weekday_mismatch;
mod wire_advisory;

use super::{Certainty, Fix, Problem, Rule, Severity};
use crate::credit::Confidence;
use crate::edit::Edit;
use crate::model::{Photo, TextField};

/// Every rule, in the order in which findings of one severity are shown.
pub static RULES: &[Rule] = &[
    credit_repeated::RULE,
    credit_conflict::RULE,
    image_missing::RULE,
    wire_advisory::RULE,
    photo_unattached::RULE,
    terms_in_caption::RULE,
    copyright_in_caption::RULE,
    credit_in_caption::RULE,
    credit_label_in_line::RULE,
    credit_missing::RULE,
    creator_not_in_credit::RULE,
    source_missing::RULE,
    credit_style::RULE,
    caption_missing::RULE,
    caption_is_file_name::RULE,
    boilerplate::RULE,
    weekday_mismatch::RULE,
    date_mismatch::RULE,
    caption_no_place_or_date::RULE,
    caption_too_long::RULE,
    caption_whitespace::RULE,
    control_characters::RULE,
    name_damaged::RULE,
    creator_says_nothing::RULE,
    alt_is_file_name::RULE,
    creator_missing::RULE,
    creator_all_caps::RULE,
    creator_is_agency::RULE,
    agency_spelling::RULE,
    caption_too_short::RULE,
    caption_repeats::RULE,
    order_marks_without_names::RULE,
    punctuation_doubled::RULE,
    quotes_mixed::RULE,
    image_used_twice::RULE,
    alt_missing::RULE,
    alt_repeats_caption::RULE,
    alt_too_long::RULE,
    alt_says_image::RULE,
];

/// The rule whose errors stop a picture from being printed.
pub(super) const STOPPING: &str = wire_advisory::RULE.code;
/// The rules that find on what terms a picture may be used where its fields do not say so.
pub(super) const ABOUT_USE: [&str; 2] = [wire_advisory::RULE.code, terms_in_caption::RULE.code];

/// Whether a text is nothing but what a typewriter prints: most are.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

impl Problem {
    /// Something wrong with all of a field's text.
    fn of_field(photo: &Photo, field: TextField, message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            field: Some(field),
            spans: Vec::new(),
            complaint: photo.text(field).to_owned(),
            severity: None,
            fixes: Vec::new(),
        }
    }

    /// Matters more or less than the rule's others.
    fn at(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    fn with_fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }
}

impl Fix {
    /// A fix that sets one text field.
    fn set(
        photo: &Photo,
        field: TextField,
        text: impl Into<String>,
        label: impl Into<String>,
        certainty: Certainty,
    ) -> Self {
        let edit = Edit::SetText {
            photo: photo.id,
            field,
            text: text.into(),
        };
        Self {
            label: label.into(),
            certainty,
            edits: vec![edit],
        }
    }
}

impl From<Confidence> for Certainty {
    fn from(confidence: Confidence) -> Self {
        match confidence {
            Confidence::Certain => Self::Certain,
            Confidence::Likely | Confidence::Unsure => Self::Asked,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Manual;

    #[test]
    fn the_page_of_a_rule_says_what_it_can_fix() {
        for rule in RULES {
            let page = Manual::of(rule).page;
            let fix = page.lines().find_map(|line| line.strip_prefix("Fix:"));
            let fix = fix.map(str::trim).unwrap_or_default();
            assert_eq!(
                rule.best_fix.is_none(),
                fix.starts_with("none"),
                "{}",
                rule.code
            );
            let is_certain = rule.best_fix == Some(Certainty::Certain);
            assert!(!fix.starts_with("certain") || is_certain, "{}", rule.code);
            assert!(!is_certain || page.contains("certain"), "{}", rule.code);
        }
    }
}

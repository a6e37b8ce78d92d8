//! The rules, one file each, and their list.

mod alt_missing;
mod alt_repeats_caption;
mod caption_missing;
mod caption_repeats;
mod caption_whitespace;
mod creator_missing;
mod creator_not_in_credit;
mod credit_conflict;
mod credit_in_caption;
mod credit_label_in_line;
mod credit_missing;
mod credit_repeated;
mod image_missing;

use super::{Certainty, Fix, Problem, Rule};
use crate::credit::Confidence;
use crate::edit::Edit;
use crate::model::{Photo, TextField};

/// Every rule, in the order in which findings of one severity are shown.
pub static RULES: &[Rule] = &[
    credit_repeated::RULE,
    credit_conflict::RULE,
    image_missing::RULE,
    credit_in_caption::RULE,
    credit_label_in_line::RULE,
    credit_missing::RULE,
    creator_not_in_credit::RULE,
    caption_missing::RULE,
    caption_whitespace::RULE,
    creator_missing::RULE,
    caption_repeats::RULE,
    alt_missing::RULE,
    alt_repeats_caption::RULE,
];

impl Problem {
    /// Something wrong with all of a field's text.
    fn of_field(photo: &Photo, field: TextField, message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            field: Some(field),
            spans: Vec::new(),
            complaint: photo.text(field).to_owned(),
            fixes: Vec::new(),
        }
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

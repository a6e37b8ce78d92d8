//! Saves an article where it belongs, and says where that is, or why it was not done.

use super::Outcome;
use super::print::Output;
use crate::bundle::{Bundle, Item, SaveError, SaveTo};
use crate::model::Article;

/// Saves it; `what` was done to it: "3 fixed".
pub(super) fn save(
    item: &Item,
    bundle: &Bundle,
    article: &Article,
    what: &str,
    output: &Output,
) -> Outcome {
    let place = item.place();
    match bundle.save(article, &SaveTo::InPlace) {
        Ok(saved) => {
            let to = saved.saves_to().unwrap_or(item.file()).display();
            output.note(format_args!("{place}: {what}, saved in {to}"));
            for note in &saved.notes {
                output.note(format_args!("{place}: {note}"));
            }
            Outcome::Done
        }
        Err(error) => {
            let hint = match &error {
                SaveError::NoFolder { .. } | SaveError::Io { .. } => {
                    "; `cutline clean --out DIR` writes it elsewhere"
                }
                _ => "",
            };
            output.complain(format_args!("{place}: nothing is saved: {error}{hint}"));
            if error.is_io() {
                Outcome::Io
            } else {
                Outcome::Failed
            }
        }
    }
}

//! A file that another program changed since it was opened or saved: whether to save over it.

use egui::{Key, Ui};

use crate::app::ask::Ask;
use crate::app::shortcut::Shortcut;
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::Button;
use crate::app::widgets::dialog::{self, Answer};

/// The file that waits for an answer.
#[derive(Debug)]
pub struct State {
    key: usize,
    file: String,
}

impl State {
    /// The saved file of an article of the queue.
    #[must_use]
    pub fn new(key: usize, file: String) -> Self {
        Self { key, file }
    }
}

/// Asks; Escape saves nothing.
pub fn show(ui: &mut Ui, state: State, asks: &mut Vec<Ask>) -> Overlay {
    let ((is_saved, is_cancelled), answer) =
        dialog::show(ui, "overwrite", theme::QUESTION_WIDTH, |ui| {
            let title = format!("{} was changed by another program", state.file);
            let sentence =
                "It is not saved yet. Saving over it keeps the other version as a copy beside it.";
            dialog::heading(ui, &title, sentence);
            dialog::rule(ui);
            dialog::buttons(ui, |ui| {
                let is_saved = Button::primary("Save over it").show(ui).clicked();
                let cancel = Button::outlined("Cancel").with_keys(Shortcut::key(Key::Escape));
                (is_saved, cancel.show(ui).clicked())
            })
        });
    if is_saved {
        asks.push(Ask::SaveOver(state.key));
        return Overlay::None;
    }
    if is_cancelled || answer == Answer::Leave {
        return Overlay::None;
    }
    Overlay::Overwrite(state)
}

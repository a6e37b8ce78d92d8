//! Before the window closes, or another place is opened: what becomes of unsaved work.

use egui::{Key, Modifiers, Ui};

use super::list::counted;
use crate::app::ask::Ask;
use crate::app::document::Document;
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::Button;
use crate::app::widgets::dialog::{self, Answer};

/// Nothing but the question.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct State;

/// Asks; gives the question back while it waits.
pub fn show(ui: &mut Ui, state: State, document: &Document, asks: &mut Vec<Ask>) -> Overlay {
    let edited = document.edited();
    let name = |key: &usize| {
        document
            .open_at(*key)
            .map(|open| open.bundle.source_name())
            .unwrap_or_default()
    };
    let title = match edited.first() {
        Some(one) if edited.len() == 1 => format!("Save the changes to {}?", name(one)),
        _ => format!("Save the changes to {}?", counted(edited.len(), "article")),
    };
    let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let ((is_saved, is_discarded, is_cancelled), answer) =
        dialog::show(ui, "close", theme::QUESTION_WIDTH, |ui| {
            dialog::heading(
                ui,
                &title,
                "What is not saved is lost when it is discarded. The source is never touched.",
            );
            dialog::rule(ui);
            dialog::buttons(ui, |ui| {
                let save = if edited.len() > 1 { "Save all" } else { "Save" };
                let is_saved = Button::primary(save).show(ui).clicked();
                let is_cancelled = Button::outlined("Cancel").show(ui).clicked();
                ui.add_space(ui.available_width() - 80.0);
                (
                    is_saved,
                    Button::quiet("Discard").show(ui).clicked(),
                    is_cancelled,
                )
            })
        });
    if is_saved || is_entered {
        asks.push(Ask::SaveAllAndClose);
        return Overlay::None;
    }
    if is_discarded {
        asks.push(Ask::DiscardAndClose);
        return Overlay::None;
    }
    if is_cancelled || answer == Answer::Leave {
        asks.push(Ask::StayOpen);
        return Overlay::None;
    }
    Overlay::Close(state)
}

//! Find and replace in the captions and credit lines of the article.

use egui::{Id, Key, Modifiers, Ui};

use super::list::counted;
use crate::app::ask::Ask;
use crate::app::document::Document;
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::Button;
use crate::app::widgets::dialog::{self, Answer};
use crate::app::widgets::field::Field;
use crate::edit::Edit;
use crate::model::{Photo, TextField};

/// What is typed.
#[derive(Debug, Clone, Default)]
pub struct State {
    find: String,
    with: String,
    is_shown: bool,
}

/// The fields that are searched.
const FIELDS: [TextField; 2] = [TextField::Caption, TextField::CreditLine];

/// What replacing would change in a photo; upper and lower case differ.
#[must_use]
pub fn edits(photo: &Photo, find: &str, with: &str) -> Vec<Edit> {
    let found = FIELDS
        .into_iter()
        .filter(|field| !find.is_empty() && photo.text(*field).contains(find));
    found
        .map(|field| Edit::SetText {
            photo: photo.id,
            field,
            text: photo.text(field).replace(find, with),
        })
        .collect()
}

/// Shows the dialog; gives it back while it stays.
pub fn show(ui: &mut Ui, mut state: State, document: &Document, asks: &mut Vec<Ask>) -> Overlay {
    let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let count = document.open().map_or(0, |open| {
        let photos = open.article.photos.iter();
        let found = photos.flat_map(|photo| FIELDS.map(|field| photo.text(field)));
        if state.find.is_empty() {
            0
        } else {
            found.map(|text| text.matches(&state.find).count()).sum()
        }
    });
    let ((is_replaced, is_cancelled), answer) =
        dialog::show(ui, "replace", theme::QUESTION_WIDTH, |ui| {
            dialog::heading(
                ui,
                "Find and replace",
                "In the captions and credit lines of this article. One undo takes it back.",
            );
            dialog::rule(ui);
            egui::Frame::new()
                .inner_margin(egui::Margin {
                    left: 20,
                    right: 20,
                    top: 16,
                    bottom: 4,
                })
                .show(ui, |ui| {
                    let aside = if state.find.is_empty() {
                        String::new()
                    } else {
                        format!("{} found", counted(count, "place"))
                    };
                    let find = Field::line("Find", Id::unique("replace find")).show_labelled(
                        ui,
                        &state.find,
                        &aside,
                    );
                    if !std::mem::replace(&mut state.is_shown, true) {
                        find.response.request_focus();
                    }
                    if let Some(text) = find.text {
                        state.find = text;
                    }
                    if let Some(text) = Field::line("Replace with", Id::unique("replace with"))
                        .show_labelled(ui, &state.with, "")
                        .text
                    {
                        state.with = text;
                    }
                });
            dialog::rule(ui);
            dialog::buttons(ui, |ui| {
                let why_not = (count == 0).then_some("Nothing is found");
                let is_replaced = Button::primary("Replace all")
                    .unless(why_not)
                    .show(ui)
                    .clicked();
                (is_replaced, Button::outlined("Cancel").show(ui).clicked())
            })
        });
    if (is_replaced || is_entered) && count > 0 {
        asks.push(Ask::Replace {
            find: state.find,
            with: state.with,
        });
        return Overlay::None;
    }
    if is_cancelled || answer == Answer::Leave {
        Overlay::None
    } else {
        Overlay::Replace(state)
    }
}

//! Before an article is exported: whether photos go out that the wire has stopped.

use egui::{Key, Modifiers, Ui};

use super::list::counted;
use crate::app::ask::Ask;
use crate::app::document::Document;
use crate::app::shortcut::Shortcut;
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::Button;
use crate::app::widgets::dialog::{self, Answer};
use crate::model::PhotoId;

/// The photos that are stopped, in the order of the article.
#[derive(Debug)]
pub struct State {
    photos: Vec<Stopped>,
}

/// A photo and the word that stops it.
#[derive(Debug)]
struct Stopped {
    id: PhotoId,
    number: usize,
    word: String,
}

impl State {
    /// The question about the article that is shown; None where the wire stops none of its photos.
    #[must_use]
    pub fn of(document: &Document) -> Option<Self> {
        let open = document.open()?;
        let stopped = open.linter().stopped(&open.article).into_iter();
        let stopped = stopped.filter_map(|(photo, word)| {
            Some(Stopped {
                id: photo.id,
                number: open.article.position(photo.id)? + 1,
                word: word.to_owned(),
            })
        });
        let photos: Vec<Stopped> = stopped.collect();
        (!photos.is_empty()).then_some(Self { photos })
    }
}

/// Asks; Enter looks at the first of them, Escape does nothing.
pub fn show(ui: &mut Ui, state: State, asks: &mut Vec<Ask>) -> Overlay {
    let Some(first) = state.photos.first() else {
        return Overlay::None;
    };
    let title = match state.photos.as_slice() {
        [only] => format!("The wire says {} about photo {}", only.word, only.number),
        several => format!("The wire has stopped {}", counted(several.len(), "photo")),
    };
    let each = state.photos.iter();
    let each = each.map(|stopped| format!("Photo {}: {}", stopped.number, stopped.word));
    let sentence = format!(
        "{}. What is stopped must not be printed. A problem that you ignore is not asked about again.",
        each.collect::<Vec<_>>().join(", ")
    );
    let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let ((is_looked_at, is_cancelled, is_exported), answer) =
        dialog::show(ui, "stopped", theme::QUESTION_WIDTH, |ui| {
            dialog::heading(ui, &title, &sentence);
            dialog::rule(ui);
            dialog::buttons(ui, |ui| {
                let look = Button::primary(format!("Look at photo {}", first.number));
                let is_looked_at = look.with_keys(Shortcut::key(Key::Enter)).show(ui).clicked();
                let cancel = Button::outlined("Cancel").with_keys(Shortcut::key(Key::Escape));
                let is_cancelled = cancel.show(ui).clicked();
                let is_exported = Button::quiet("Export anyway").show(ui).clicked();
                (is_looked_at, is_cancelled, is_exported)
            })
        });
    if is_exported {
        asks.push(Ask::ExportAnyway);
        return Overlay::None;
    }
    if is_looked_at || is_entered {
        asks.push(Ask::Select(first.id));
        return Overlay::None;
    }
    if is_cancelled || answer == Answer::Leave {
        return Overlay::None;
    }
    Overlay::Stopped(state)
}

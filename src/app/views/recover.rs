//! After a crash: what was done and never saved, before it is put back.

use egui::{Frame, Key, Margin, Modifiers, ScrollArea, Ui};

use super::finding::coloured;
use super::list::counted;
use crate::app::ask::Ask;
use crate::app::diff;
use crate::app::highlight::Coloured;
use crate::app::shortcut::Shortcut;
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::dialog;
use crate::app::widgets::{Button, words};
use crate::bundle::UnsavedWork;
use crate::model::{Article, TextField};

/// More changes than this are counted, not shown.
const SHOWN: usize = 40;

/// Work that waits for an answer.
#[derive(Debug)]
pub struct State {
    key: usize,
    file: String,
    changes: Vec<(String, Coloured)>,
    work: Box<UnsavedWork>,
}

impl State {
    /// Work on an article of the queue, which now reads as `article`.
    #[must_use]
    pub fn new(key: usize, file: String, article: &Article, work: Box<UnsavedWork>) -> Self {
        let changes = changes(article, &work.article);
        Self {
            key,
            file,
            changes,
            work,
        }
    }
}

/// What differs, photo by photo and field by field.
fn changes(before: &Article, after: &Article) -> Vec<(String, Coloured)> {
    let mut changes = Vec::new();
    for (at, photo) in after.photos.iter().enumerate() {
        let number = at + 1;
        let Some(was) = before.photo(photo.id) else {
            let mut coloured = Coloured::default();
            coloured.push(&photo.caption, crate::app::highlight::Kind::Credit);
            changes.push((format!("Photo {number} · added"), coloured));
            continue;
        };
        let fields = TextField::ALL.iter().copied();
        let changed = fields.filter(|field| was.text(*field) != photo.text(*field));
        changes.extend(changed.map(|field| {
            let label = format!("Photo {number} · {}", field.name().to_lowercase());
            let coloured = diff::words(field, was.text(field), photo.text(field));
            (label, coloured)
        }));
        if was.image != photo.image {
            changes.push((format!("Photo {number} · picture"), Coloured::default()));
        }
    }
    let removed = before
        .photos
        .iter()
        .filter(|photo| after.photo(photo.id).is_none());
    changes.extend(removed.map(|photo| {
        let mut coloured = Coloured::default();
        coloured.push(&photo.caption, crate::app::highlight::Kind::Repeated);
        ("Photo removed".to_owned(), coloured)
    }));
    changes
}

/// Asks; stays until it is answered.
pub fn show(ui: &mut Ui, state: State, asks: &mut Vec<Ask>) -> Overlay {
    let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let ((is_restored, is_discarded), _) = dialog::show(ui, "recover", theme::DIALOG_WIDTH, |ui| {
        let sentence = format!(
            "Cutline ended before these changes to {} were saved. One undo takes them back.",
            state.file
        );
        dialog::heading(ui, "Restore unsaved work?", &sentence);
        dialog::rule(ui);
        ScrollArea::vertical()
            .max_height(320.0)
            .auto_shrink([false, true])
            .show(ui, |ui| rows(ui, &state.changes));
        dialog::rule(ui);
        dialog::buttons(ui, |ui| {
            let restore = Button::primary("Restore").with_keys(Shortcut::key(Key::Enter));
            let is_restored = restore.show(ui).clicked();
            ui.add_space(ui.available_width() - 80.0);
            (is_restored, Button::quiet("Discard").show(ui).clicked())
        })
    });
    if is_restored || is_entered {
        asks.push(Ask::Recover(state.key, state.work));
        return Overlay::None;
    }
    if is_discarded {
        asks.push(Ask::DiscardUnsaved(state.key));
        return Overlay::None;
    }
    Overlay::Recover(state)
}

fn rows(ui: &mut Ui, changes: &[(String, Coloured)]) {
    let frame = Frame::new().inner_margin(Margin::symmetric(20, 12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        for (label, change) in changes.iter().take(SHOWN) {
            words::quiet(ui, label);
            coloured(ui, change);
            ui.add_space(theme::SMALL_GAP);
        }
        match changes.len().saturating_sub(SHOWN) {
            0 if changes.is_empty() => {
                words::quiet(ui, "The order of the photos, names or dates were changed.");
            }
            0 => {}
            more => {
                words::quiet(ui, &format!("and {} more", counted(more, "change")));
            }
        }
    });
}

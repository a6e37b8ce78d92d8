//! A source that was changed after its article was saved: both, and which one to go on with.

use egui::{Frame, Key, Margin, Modifiers, ScrollArea, Ui};

use super::list::{counted, first_words};
use crate::app::ask::{Ask, Version};
use crate::app::jobs::Opened;
use crate::app::shortcut::Shortcut;
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::Button;
use crate::app::widgets::dialog::{self, Answer};
use crate::app::widgets::words::{self, Type};
use crate::bundle::Bundle;

/// More photos than this are counted, not shown.
const SHOWN: usize = 30;

/// The two versions, as they are shown.
#[derive(Debug)]
pub struct State {
    key: usize,
    file: String,
    saved: Summary,
    source: Summary,
}

/// One version: where it lies and its photos.
#[derive(Debug)]
struct Summary {
    name: String,
    photos: Vec<(String, String)>,
    more: usize,
}

impl Summary {
    fn of(bundle: &Bundle) -> Self {
        let photos = &bundle.article.photos;
        let shown = photos.iter().take(SHOWN);
        Self {
            name: bundle.source_name(),
            photos: shown
                .map(|photo| (first_words(photo).to_owned(), photo.credit_line.clone()))
                .collect(),
            more: photos.len().saturating_sub(SHOWN),
        }
    }
}

impl State {
    /// What was saved, and the source as it is now.
    #[must_use]
    pub fn new(key: usize, saved: &Opened, source: &Opened) -> Self {
        Self {
            key,
            file: source.bundle.source_name(),
            saved: Summary::of(&saved.bundle),
            source: Summary::of(&source.bundle),
        }
    }
}

/// Asks; Escape keeps what was saved.
pub fn show(ui: &mut Ui, state: State, asks: &mut Vec<Ask>) -> Overlay {
    let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let ((is_kept, is_read_anew), answer) =
        dialog::show(ui, "changed", theme::DIALOG_WIDTH, |ui| {
            let title = format!("{} has changed since it was saved", state.file);
            dialog::heading(
                ui,
                &title,
                "Nothing is written until you save; then the saved file is kept as a copy.",
            );
            dialog::rule(ui);
            ScrollArea::vertical()
                .max_height(360.0)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    Frame::new()
                        .inner_margin(Margin::symmetric(20, 16))
                        .show(ui, |ui| {
                            ui.columns_const(|[left, right]| {
                                version(left, "As you saved it", &state.saved);
                                version(right, "The source as it is now", &state.source);
                            });
                        });
                });
            dialog::rule(ui);
            dialog::buttons(ui, |ui| {
                let keep =
                    Button::primary("Keep what was saved").with_keys(Shortcut::key(Key::Enter));
                let is_kept = keep.show(ui).clicked();
                let is_read_anew = Button::outlined("Read the source anew").show(ui).clicked();
                (is_kept, is_read_anew)
            })
        });
    if is_read_anew {
        asks.push(Ask::OpenVersion(state.key, Version::Source));
        return Overlay::None;
    }
    if is_kept || is_entered || answer == Answer::Leave {
        asks.push(Ask::OpenVersion(state.key, Version::Saved));
        return Overlay::None;
    }
    Overlay::Changed(state)
}

fn version(ui: &mut Ui, title: &str, summary: &Summary) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = theme::LABEL_GAP;
    words::show(
        ui,
        title,
        &Type::new(theme::field_bold(), p.ink, theme::FIELD_LINE),
    );
    let count = counted(summary.photos.len() + summary.more, "photo");
    words::quiet(ui, &format!("{} · {count}", summary.name));
    for (caption, credit) in &summary.photos {
        ui.add_space(theme::SMALL_GAP);
        words::show(
            ui,
            caption,
            &Type::new(theme::list(), p.ink, theme::LIST_LINE),
        );
        words::quiet(ui, credit);
    }
    if summary.more > 0 {
        words::quiet(ui, &format!("and {} more", counted(summary.more, "photo")));
    }
}

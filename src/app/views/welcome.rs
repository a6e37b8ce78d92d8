//! Centre, while there is no article to read: how to get one, or why it did not open.

use egui::{Rect, Ui, vec2};
use lucide_icons::Icon;

use crate::app::ask::Ask;
use crate::app::command::Command;
use crate::app::document::{Document, EntryState};
use crate::app::theme;
use crate::app::widgets::Button;
use crate::app::widgets::words::{self, Type};

/// Shows what can be done.
pub fn show(ui: &mut Ui, document: &Document, asks: &mut Vec<Ask>) {
    let p = theme::palette(ui);
    let state = document
        .entries()
        .get(document.current())
        .map(|entry| &entry.state);
    let (title, sentence) = match state {
        Some(EntryState::Reading) => ("Opening…", String::new()),
        Some(EntryState::Failed(why)) => ("This did not open", why.clone()),
        Some(EntryState::Listed) => ("Choose an article", "The list on the left has all articles of this place.".to_owned()),
        Some(EntryState::Open(_)) | None => {
            ("Open an article", "A text with captions in it, a page, a JSON or XML file, a zip, or a folder with its pictures. Or drop it here.".to_owned())
        }
    };
    let size = vec2(
        theme::QUESTION_WIDTH.min(ui.available_width() - 48.0),
        220.0,
    );
    let middle = Rect::from_center_size(ui.max_rect().center() - vec2(0.0, 40.0), size);
    ui.scope_builder(egui::UiBuilder::new().max_rect(middle), |ui| {
        words::show(ui, title, &Type::new(theme::title(), p.ink, 28.0));
        ui.add_space(theme::SMALL_GAP);
        words::show(
            ui,
            &sentence,
            &Type::new(theme::field(), p.quiet, theme::FIELD_LINE),
        );
        if matches!(state, Some(EntryState::Reading)) {
            return;
        }
        ui.add_space(theme::PARAGRAPH_GAP);
        ui.horizontal(|ui| {
            for (command, text, icon) in [
                (Command::Open, "Open file…", Icon::FileText),
                (Command::OpenFolder, "Open folder…", Icon::FolderOpen),
                (Command::OpenSample, "Open the sample", Icon::BookOpen),
            ] {
                let button = if command == Command::Open {
                    Button::primary(text)
                } else {
                    Button::outlined(text)
                };
                if button.with_icon(icon).show(ui).clicked() {
                    asks.push(Ask::Do(command));
                }
            }
        });
    });
}

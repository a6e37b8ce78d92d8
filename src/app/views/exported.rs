//! After an export: what may not be printed as it is, and what is missing.

use egui::{Frame, Key, Margin, Modifiers, ScrollArea, Ui};

use crate::app::jobs;
use crate::app::shortcut::Shortcut;
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::Button;
use crate::app::widgets::dialog::{self, Answer};
use crate::app::widgets::words::{self, Type};
use crate::bundle::export::{Report, Section};

/// The report of an export.
#[derive(Debug)]
pub struct State {
    place: String,
    summary: String,
    sections: Vec<Section>,
}

impl State {
    /// Of an export that is done.
    #[must_use]
    pub fn new(report: &Report) -> Self {
        Self {
            place: jobs::name(&report.place),
            summary: report.summary(),
            sections: report.sections(),
        }
    }
}

/// Shows it; Enter and Escape leave.
pub fn show(ui: &mut Ui, state: State) -> Overlay {
    let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let (is_closed, answer) = dialog::show(ui, "exported", theme::DIALOG_WIDTH, |ui| {
        let title = format!("Exported to {}", state.place);
        dialog::heading(ui, &title, &state.summary);
        dialog::rule(ui);
        let height = (ui.ctx().content_rect().height() - 360.0).max(160.0);
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .id_salt("report")
            .show(ui, |ui| sections(ui, &state.sections));
        dialog::rule(ui);
        dialog::buttons(ui, |ui| {
            let close = Button::primary("Close").with_keys(Shortcut::key(Key::Enter));
            close.show(ui).clicked()
        })
    });
    if is_closed || is_entered || answer == Answer::Leave {
        return Overlay::None;
    }
    Overlay::Exported(state)
}

fn sections(ui: &mut Ui, sections: &[Section]) {
    let p = theme::palette(ui);
    let margin = Margin::symmetric(20, 12);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        for (number, section) in sections.iter().enumerate() {
            if number > 0 {
                ui.add_space(theme::GAP);
            }
            let kind = Type::new(theme::list_bold(), p.ink, theme::FIELD_LINE);
            words::show(ui, section.title, &kind);
            for entry in &section.entries {
                ui.add_space(theme::LABEL_GAP);
                let kind = Type::new(theme::list(), p.ink, theme::FIELD_LINE);
                words::show(ui, entry, &kind);
            }
        }
    });
}

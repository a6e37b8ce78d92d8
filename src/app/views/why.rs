//! Why a rule complains: its manual page.

use egui::{ScrollArea, Ui};

use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::Button;
use crate::app::widgets::dialog::{self, Answer};
use crate::app::widgets::words::{self, Type};
use crate::lint::{self, Manual};

/// Shows the manual page of a rule.
pub fn show(ui: &mut Ui, code: &'static str) -> Overlay {
    let Some(rule) = lint::rule(code) else {
        return Overlay::None;
    };
    let manual = Manual::of(rule);
    let (is_closed, answer) = dialog::show(ui, "why", theme::PALETTE_WIDTH, |ui| {
        dialog::heading(ui, code, &capital(&manual.finds));
        dialog::rule(ui);
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(20, 16))
                .show(ui, |ui| page(ui, &manual.page));
        });
        dialog::rule(ui);
        dialog::buttons(ui, |ui| Button::primary("Close").show(ui).clicked())
    });
    let is_answered = is_closed
        || answer == Answer::Leave
        || ui.input(|input| input.key_pressed(egui::Key::Enter));
    if is_answered {
        Overlay::None
    } else {
        Overlay::Why(code)
    }
}

/// Parts of the page begin with their name: "Why: …".
fn page(ui: &mut Ui, page: &str) {
    let p = theme::palette(ui);
    for line in page.lines() {
        let named = line
            .split_once(": ")
            .filter(|(name, _)| matches!(*name, "Why" | "Source" | "Bad" | "Good" | "Fix"));
        if let Some((name, text)) = named {
            ui.add_space(theme::SMALL_GAP);
            words::show(
                ui,
                name,
                &Type::new(theme::label_bold(), p.quiet, theme::LABEL_LINE),
            );
            words::show(
                ui,
                text.trim(),
                &Type::new(theme::field(), p.ink, theme::FIELD_LINE),
            );
        } else if !line.is_empty() {
            words::show(
                ui,
                line.trim(),
                &Type::new(theme::field(), p.ink, theme::FIELD_LINE),
            );
        }
    }
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

//! A dialog over the window: a card near the top, the rest in shade.

use egui::{Align2, Color32, CornerRadius, Frame, Id, Margin, Modal, Shadow, Stroke, Ui, vec2};

use super::words::{self, Type};
use crate::app::theme;

/// Whether a dialog waits on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It waits.
    Waits,
    /// Escape, or a click beside it.
    Leave,
}

/// Shows a dialog of this width; `add` fills it from edge to edge.
pub fn show<R>(ui: &mut Ui, name: &str, width: f32, add: impl FnOnce(&mut Ui) -> R) -> (R, Answer) {
    shaded(ui, name, width, theme::palette(ui).backdrop, add)
}

/// The same without shade: the window below stays readable.
pub fn light<R>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    add: impl FnOnce(&mut Ui) -> R,
) -> (R, Answer) {
    shaded(ui, name, width, Color32::TRANSPARENT, add)
}

fn shaded<R>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    shade: Color32,
    add: impl FnOnce(&mut Ui) -> R,
) -> (R, Answer) {
    let p = theme::palette(ui);
    let id = Id::unique(("dialog", name));
    let room = ui.ctx().content_rect();
    let width = width.min(room.width() - 2.0 * theme::PADDING);
    let top = theme::DIALOG_TOP.min(room.height() * 0.12);
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, top));
    let frame = Frame::new()
        .fill(p.paper)
        .stroke(Stroke::new(theme::HAIRLINE, p.line))
        .corner_radius(CornerRadius::same(theme::CARD_RADIUS + 4))
        .shadow(Shadow {
            offset: [0, 12],
            blur: 40,
            spread: 0,
            color: p.shadow,
        })
        .inner_margin(Margin::same(1));
    let modal = Modal::new(id)
        .area(area)
        .frame(frame)
        .backdrop_color(shade)
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            ui.set_max_height(room.height() - 2.0 * top);
            ui.spacing_mut().item_spacing = vec2(theme::SMALL_GAP, 0.0);
            add(ui)
        });
    let answer = if modal.should_close() {
        Answer::Leave
    } else {
        Answer::Waits
    };
    (modal.inner, answer)
}

/// A dialog's title, and a quiet sentence below it.
pub fn heading(ui: &mut Ui, title: &str, sentence: &str) {
    let p = theme::palette(ui);
    Frame::new()
        .inner_margin(Margin::symmetric(20, 16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            words::show(ui, title, &Type::new(theme::title(), p.ink, 28.0));
            if !sentence.is_empty() {
                words::show(
                    ui,
                    sentence,
                    &Type::new(theme::list(), p.quiet, theme::FIELD_LINE),
                );
            }
        });
}

/// The row of buttons at the bottom, from the right.
pub fn buttons<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .inner_margin(Margin::symmetric(20, 14))
        .show(ui, |ui| {
            let size = vec2(ui.available_width(), theme::CONTROL_HEIGHT);
            ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center), add)
                .inner
        })
        .inner
}

/// A line from edge to edge.
pub fn rule(ui: &mut Ui) {
    let p = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), theme::HAIRLINE),
        egui::Sense::hover(),
    );
    ui.painter().rect_filled(rect, CornerRadius::ZERO, p.line);
}

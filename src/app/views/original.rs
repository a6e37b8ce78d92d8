//! What the source printed, and what has changed since.

use egui::{Sense, Ui, vec2};
use lucide_icons::Icon;

use super::finding::coloured;
use crate::app::diff;
use crate::app::document::Document;
use crate::app::theme;
use crate::app::view_state::ViewState;
use crate::app::widgets::words::{self, Type};
use crate::model::{Photo, TextField};

/// Shows the original below a fold, where there is one.
pub fn show(ui: &mut Ui, photo: &Photo, document: &Document, view: &mut ViewState) {
    let Some(original) = &photo.original else {
        return;
    };
    if !fold(ui, "Original text") {
        return;
    }
    let read = view.readings.of(&original.text, &document.house.lexicon);
    coloured(ui, &read.coloured);
    for (field, before) in [
        (TextField::Caption, &read.caption),
        (TextField::CreditLine, &read.credit),
    ] {
        let now = photo.text(field);
        if before == now {
            continue;
        }
        ui.add_space(theme::SMALL_GAP);
        words::quiet(ui, &format!("{} since", field.name()));
        coloured(ui, &diff::words(field, before, now));
    }
    ui.add_space(theme::GAP);
}

/// A fold: its name with an arrow; whether it is open.
pub fn fold(ui: &mut Ui, name: &str) -> bool {
    let p = theme::palette(ui);
    let id = egui::Id::unique(("fold", name));
    let mut is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let (rect, response) = ui.allocate_exact_size(
        vec2(ui.available_width(), theme::SMALL_CONTROL_HEIGHT),
        Sense::click(),
    );
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::DisclosureTriangle, true, is_open, name)
    });
    if response.clicked() {
        is_open = !is_open;
        ui.data_mut(|data| data.insert_temp(id, is_open));
    }
    let color = if response.hovered() || response.has_focus() {
        p.ink
    } else {
        p.quiet
    };
    let icon = words::icon(
        ui,
        if is_open {
            Icon::ChevronDown
        } else {
            Icon::ChevronRight
        },
        theme::icon(),
        color,
    );
    let words = words::line(
        ui,
        name,
        &Type::new(theme::list(), color, theme::FIELD_LINE),
        rect.width() - 24.0,
    );
    ui.painter().galley(
        rect.left_center() - vec2(2.0, icon.size().y / 2.0),
        icon,
        color,
    );
    ui.painter().galley(
        rect.left_center() + vec2(18.0, -words.size().y / 2.0),
        words,
        color,
    );
    if is_open {
        ui.add_space(theme::SMALL_GAP);
    }
    is_open
}

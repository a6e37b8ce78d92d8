//! All shortcuts, by menu.

use egui::{ScrollArea, Ui, pos2, vec2};

use crate::app::command::{Command, Group};
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::dialog::{self, Answer};
use crate::app::widgets::words::{self, Type};
use crate::app::widgets::{Button, marks};

const ROW: f32 = 28.0;

/// Shows every command with its keys.
pub fn show(ui: &mut Ui) -> Overlay {
    let (is_closed, answer) = dialog::show(ui, "keys", theme::DIALOG_WIDTH, |ui| {
        dialog::heading(
            ui,
            "Keyboard",
            "Everything can be done without a mouse; Tab goes from field to field.",
        );
        dialog::rule(ui);
        let height = (ui.ctx().content_rect().height() - 320.0).max(160.0);
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                egui::Frame::new()
                    .inner_margin(egui::Margin::symmetric(20, 12))
                    .show(ui, |ui| {
                        for group in Group::ALL {
                            self::group(ui, group);
                        }
                    });
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
        Overlay::Keys
    }
}

fn group(ui: &mut Ui, group: Group) {
    let p = theme::palette(ui);
    let os = ui.ctx().os();
    words::show(
        ui,
        group.name(),
        &Type::new(theme::label_bold(), p.quiet, ROW),
    );
    for command in Command::ALL
        .iter()
        .filter(|command| command.info().group == group)
    {
        let Some(keys) = command.shortcut(os) else {
            continue;
        };
        let info = command.info();
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), ROW), egui::Sense::hover());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::Role::Label,
                true,
                format!("{}: {}", info.name, keys.text(os)),
            )
        });
        let name = words::line(
            ui,
            info.name,
            &Type::new(theme::list(), p.ink, theme::FIELD_LINE),
            220.0,
        );
        ui.painter().galley(
            pos2(rect.left(), rect.center().y - name.size().y / 2.0),
            name,
            p.ink,
        );
        let caps = keys.caps(os);
        let caps_left = rect.right() - marks::caps_width(ui, &caps);
        marks::caps(ui, pos2(caps_left, rect.center().y), &caps, None);
        let hint = words::line(
            ui,
            info.hint,
            &Type::new(theme::label(), p.quiet, theme::LABEL_LINE),
            caps_left - rect.left() - 240.0,
        );
        ui.painter().galley(
            pos2(rect.left() + 228.0, rect.center().y - hint.size().y / 2.0),
            hint,
            p.quiet,
        );
    }
    ui.add_space(theme::SMALL_GAP);
}

//! Bottom: saved or not, where to, what runs, what to press next.

use egui::{Rect, Ui, UiBuilder, pos2};
use lucide_icons::Icon;

use crate::app::ask::Ask;
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::theme;
use crate::app::view_state::ViewState;
use crate::app::widgets::Button;
use crate::app::widgets::words::{self, Type};

/// Shows the bar.
pub fn show(ui: &mut Ui, document: &Document, view: &ViewState, asks: &mut Vec<Ask>) {
    let rect = ui.max_rect();
    let mut right = ui.new_child(
        UiBuilder::new()
            .max_rect(rect)
            .layout(egui::Layout::right_to_left(egui::Align::Center)),
    );
    right.spacing_mut().item_spacing.x = 16.0;
    right.add_space(theme::PADDING);
    aside(&mut right, document, view, asks);
    let room = Rect::from_min_max(
        pos2(rect.left() + theme::PADDING, rect.top()),
        pos2(right.min_rect().left() - 16.0, rect.bottom()),
    );
    let mut left = ui.new_child(
        UiBuilder::new()
            .max_rect(room)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    left.spacing_mut().item_spacing.x = 0.0;
    state(&mut left, document, view, asks);
    ui.advance_cursor_after_rect(rect);
}

fn say(ui: &mut Ui, text: &str, kind: &Type) {
    let galley = words::line(ui, text, kind, ui.available_width());
    ui.add(egui::Label::new(galley).selectable(false));
}

fn state(ui: &mut Ui, document: &Document, view: &ViewState, asks: &mut Vec<Ask>) {
    let p = theme::palette(ui);
    let quiet = Type::new(theme::label(), p.quiet, theme::LABEL_LINE);
    let strong = Type::new(theme::label_bold(), p.ink, theme::LABEL_LINE);
    if let Some(notice) = &view.notice {
        let kind = if notice.is_error {
            Type {
                color: p.repeated.text,
                ..strong
            }
        } else {
            quiet
        };
        say(ui, &notice.text, &kind);
        ui.add_space(4.0);
        if Button::icon(Icon::X, "Dismiss").show(ui).clicked() {
            asks.push(Ask::DismissNotice);
        }
        return;
    }
    let Some(open) = document.open() else { return };
    let key = document.current();
    if document.is_edited(key) {
        say(ui, "Not saved", &strong);
    } else if document.is_saved(key) {
        say(ui, "Saved", &strong);
    } else {
        say(ui, "Not edited", &quiet);
    }
    ui.add_space(16.0);
    let source = open.bundle.source_name();
    let target = open
        .bundle
        .saves_to_name()
        .unwrap_or_else(|| "asks where to save".to_owned());
    let path = if target == source {
        target
    } else {
        format!("{source} → {target}")
    };
    say(ui, &path, &quiet);
    for note in &open.bundle.notes {
        say(ui, &format!("   {note}"), &quiet);
    }
    let others = document
        .edited()
        .iter()
        .filter(|edited| **edited != key)
        .count();
    if others > 0 {
        say(ui, &format!("   {others} more not saved"), &quiet);
    }
}

fn aside(ui: &mut Ui, document: &Document, view: &ViewState, asks: &mut Vec<Ask>) {
    let p = theme::palette(ui);
    let os = ui.ctx().os();
    let quiet = Type::new(theme::label(), p.quiet, theme::LABEL_LINE);
    if ui.max_rect().width() > 900.0 {
        for (command, what) in [
            (Command::Palette, "commands"),
            (Command::NextProblem, "next problem"),
        ] {
            if command.is_possible(document, view).is_ok()
                && let Some(keys) = command.shortcut(os)
            {
                say(ui, &format!("{} {what}", keys.text(os)), &quiet);
            }
        }
    }
    for job in view.running.iter().rev() {
        if job.can_stop
            && Button::icon(Icon::X, format!("Stop: {}", job.text))
                .show(ui)
                .clicked()
        {
            asks.push(Ask::Stop(job.id));
        }
        say(ui, &format!("{}…", job.text), &quiet);
    }
    if view.thumbnails > 0 {
        say(
            ui,
            &format!("{} thumbnails to come", view.thumbnails),
            &quiet,
        );
    }
}

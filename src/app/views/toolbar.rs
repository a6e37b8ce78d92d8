//! Top: menus, the article's name, the four views, undo, and all certain fixes.

use egui::{Align2, CornerRadius, Rect, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};
use lucide_icons::Icon;

use crate::app::ask::Ask;
use crate::app::command::{Command, Group};
use crate::app::document::Document;
use crate::app::theme;
use crate::app::view_state::{Centre, ViewState};
use crate::app::widgets::Button;
use crate::app::widgets::words::{self, Type};

/// Shows the bar.
pub fn show(ui: &mut Ui, document: &Document, view: &mut ViewState, asks: &mut Vec<Ask>) {
    let rect = ui.max_rect();
    let mut left = ui.new_child(
        UiBuilder::new()
            .max_rect(rect)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    left.spacing_mut().item_spacing.x = 4.0;
    left.add_space(4.0);
    menus(&mut left, document, view, asks);
    let mut right = ui.new_child(
        UiBuilder::new()
            .max_rect(rect)
            .layout(egui::Layout::right_to_left(egui::Align::Center)),
    );
    right.spacing_mut().item_spacing.x = 4.0;
    right.add_space(theme::PADDING);
    tools(&mut right, document, view, asks);
    let room = Rect::from_min_max(
        pos2(left.min_rect().right() + 12.0, rect.top()),
        pos2(right.min_rect().left() - 16.0, rect.bottom()),
    );
    name(ui, room, document);
    ui.advance_cursor_after_rect(rect);
}

fn menus(ui: &mut Ui, document: &Document, view: &ViewState, asks: &mut Vec<Ask>) {
    let os = ui.ctx().os();
    for group in Group::ALL {
        ui.menu_button(group.name(), |ui| {
            ui.set_min_width(240.0);
            for command in Command::ALL
                .iter()
                .copied()
                .filter(|command| command.info().group == group)
            {
                let info = command.info();
                let possible = command.is_possible(document, view);
                let keys = info
                    .shortcut_on(os)
                    .map(|keys| keys.text(os))
                    .unwrap_or_default();
                let item = egui::Button::new(menu_name(command, document)).shortcut_text(keys);
                let response = ui.add_enabled(possible.is_ok(), item);
                if response
                    .on_disabled_hover_text(possible.err().unwrap_or_default())
                    .on_hover_text(info.hint)
                    .clicked()
                {
                    asks.push(Ask::Do(command));
                    ui.close();
                }
            }
        });
    }
}

/// Undo and redo say what they would take back.
fn menu_name(command: Command, document: &Document) -> String {
    let name = command.info().name;
    let step = match command {
        Command::Undo => document.undoable(),
        Command::Redo => document.redoable(),
        _ => None,
    };
    step.map_or_else(|| name.to_owned(), |step| format!("{name}: {step}"))
}

fn tools(ui: &mut Ui, document: &Document, view: &ViewState, asks: &mut Vec<Ask>) {
    let os = ui.ctx().os();
    let is_narrow = ui.max_rect().width() < 1100.0;
    let certain = document.summary().certain;
    let text = if certain > 0 {
        format!("Fix all certain · {certain}")
    } else {
        "Fix all certain".to_owned()
    };
    let possible = Command::FixAll.is_possible(document, view);
    let fix_all = Button::accented(text)
        .named("Fix all certain")
        .with_icon(Icon::WandSparkles);
    if fix_all.of(Command::FixAll, possible, os).show(ui).clicked() {
        asks.push(Ask::Do(Command::FixAll));
    }
    ui.add_space(8.0);
    for command in [Command::Palette, Command::Redo, Command::Undo] {
        let info = command.info();
        let button =
            Button::icon(info.icon, info.name).of(command, command.is_possible(document, view), os);
        if button.show(ui).clicked() {
            asks.push(Ask::Do(command));
        }
    }
    ui.add_space(8.0);
    views(ui, document, view, is_narrow, asks);
}

fn views(ui: &mut Ui, document: &Document, view: &ViewState, is_narrow: bool, asks: &mut Vec<Ask>) {
    let p = theme::palette(ui);
    let os = ui.ctx().os();
    let back = ui.painter().add(egui::Shape::Noop);
    let mut around = Rect::NOTHING;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (centre, command) in [
            (Centre::Credits, Command::ShowCredits),
            (Centre::Photo, Command::ShowPhoto),
            (Centre::Sheet, Command::ShowSheet),
            (Centre::Article, Command::ShowArticle),
        ] {
            let info = command.info();
            let text = if is_narrow { "" } else { info.name };
            let button = Button::choice(text, view.centre == centre)
                .named(info.name)
                .with_icon(info.icon);
            let response = button
                .of(command, command.is_possible(document, view), os)
                .show(ui);
            around = around.union(response.rect);
            if response.clicked() {
                asks.push(Ask::Do(command));
            }
        }
    });
    let around = around.expand(1.0);
    let shape = egui::epaint::RectShape::new(
        around,
        CornerRadius::same(theme::RADIUS + 1),
        p.field,
        Stroke::new(theme::HAIRLINE, p.line),
        StrokeKind::Inside,
    );
    ui.painter().set(back, shape);
}

fn name(ui: &Ui, room: Rect, document: &Document) {
    let Some(open) = document.open() else { return };
    let p = theme::palette(ui);
    let edited = if document.is_edited(document.current()) {
        "edited"
    } else {
        ""
    };
    let edited = words::line(
        ui,
        edited,
        &Type::new(theme::list(), p.quiet, theme::FIELD_LINE),
        room.width(),
    );
    let most = room.width() - edited.size().x - 8.0;
    if most < 40.0 {
        return;
    }
    let name = words::line(
        ui,
        &open.bundle.source_name(),
        &Type::new(theme::list_bold(), p.ink, theme::FIELD_LINE),
        most,
    );
    let width = name.size().x + 8.0 + edited.size().x;
    // In the middle of the window, where there is room.
    let middle = ui.max_rect().center().x - width / 2.0;
    let x = middle.clamp(room.left(), (room.right() - width).max(room.left()));
    let at = Align2::LEFT_CENTER
        .align_size_within_rect(vec2(width, theme::FIELD_LINE), room)
        .min;
    let name_width = name.size().x;
    ui.painter().galley(pos2(x, at.y), name, p.ink);
    ui.painter()
        .galley(pos2(x + name_width + 8.0, at.y), edited, p.quiet);
}

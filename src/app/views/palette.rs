//! All commands by name, with the fix of the selected problem in its own words.

use egui::{
    Color32, CornerRadius, Id, Key, Modifiers, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo,
    pos2, vec2,
};
use lucide_icons::Icon;

use crate::app::ask::Ask;
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::fuzzy;
use crate::app::theme;
use crate::app::view_state::{Overlay, ViewState};
use crate::app::widgets::dialog::{self, Answer};
use crate::app::widgets::marks;
use crate::app::widgets::words::{self, Type};

const ROW: f32 = 36.0;
const MOST_ROWS: f32 = 9.0;

/// What is typed, and which command is next.
#[derive(Debug, Clone, Default)]
pub struct State {
    query: String,
    at: usize,
    is_shown: bool,
}

struct Line {
    command: Command,
    name: String,
    why_not: Option<&'static str>,
}

/// Shows the palette; gives it back while it stays.
pub fn show(
    ui: &mut Ui,
    mut state: State,
    document: &Document,
    view: &ViewState,
    asks: &mut Vec<Ask>,
) -> Overlay {
    let lines = lines(&state.query, document, view);
    let (up, down, enter) = ui.input_mut(|input| {
        let mut taken = |key| input.consume_key(Modifiers::NONE, key);
        (
            taken(Key::ArrowUp),
            taken(Key::ArrowDown),
            taken(Key::Enter),
        )
    });
    if down {
        state.at = (state.at + 1).min(lines.len().saturating_sub(1));
    }
    if up {
        state.at = state.at.saturating_sub(1);
    }
    let mut chosen = enter
        .then(|| lines.get(state.at))
        .flatten()
        .filter(|line| line.why_not.is_none())
        .map(|line| line.command);
    let (pressed, answer) = dialog::light(ui, "palette", theme::PALETTE_WIDTH, |ui| {
        search(ui, &mut state);
        dialog::rule(ui);
        let pressed = rows(ui, &lines, &state, up || down);
        dialog::rule(ui);
        // All but the one that is open.
        let all = Command::ALL.len() - 1;
        let says = if lines.is_empty() {
            "No command has this name · Esc closes".to_owned()
        } else {
            format!("{} of {all} commands · Enter runs, Esc closes", lines.len())
        };
        egui::Frame::new()
            .inner_margin(egui::Margin::symmetric(16, 8))
            .show(ui, |ui| words::quiet(ui, &says));
        pressed
    });
    chosen = chosen.or(pressed);
    if let Some(command) = chosen {
        asks.push(Ask::Do(command));
        return Overlay::None;
    }
    if answer == Answer::Leave {
        Overlay::None
    } else {
        Overlay::Palette(state)
    }
}

fn lines(query: &str, document: &Document, view: &ViewState) -> Vec<Line> {
    let mut lines: Vec<(i32, Line)> = Command::ALL
        .iter()
        .filter(|command| **command != Command::Palette)
        .filter_map(|command| {
            let info = command.info();
            let name = match command {
                Command::Fix => fix_name(document, view).unwrap_or_else(|| info.name.to_owned()),
                _ => info.name.to_owned(),
            };
            let score = fuzzy::score(query, &name)
                .or_else(|| fuzzy::score(query, info.name).map(|score| score - 5))?;
            let why_not = command.is_possible(document, view).err();
            // What cannot be done now comes last.
            let score = if why_not.is_some() {
                score - 1000
            } else {
                score
            };
            Some((
                score,
                Line {
                    command: *command,
                    name,
                    why_not,
                },
            ))
        })
        .collect();
    // Where nothing is typed, the list keeps its order, with the fix at hand first.
    let rank = |score: i32| {
        if query.trim().is_empty() {
            i32::from(score > -500)
        } else {
            score
        }
    };
    lines.sort_by_key(|(score, line)| {
        (
            std::cmp::Reverse(rank(*score)),
            line.command != Command::Fix,
        )
    });
    lines.into_iter().map(|(_, line)| line).collect()
}

fn fix_name(document: &Document, view: &ViewState) -> Option<String> {
    let fix = view.problem(document)?.fixes.first()?;
    let number = document.open()?.article.position(view.selected?)? + 1;
    Some(format!("{} · photo {number}", fix.label))
}

fn search(ui: &mut Ui, state: &mut State) {
    let p = theme::palette(ui);
    egui::Frame::new()
        .inner_margin(egui::Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let icon = words::icon(ui, Icon::Search, theme::icon(), p.quiet);
                ui.add(egui::Label::new(icon).selectable(false));
                let edit = TextEdit::singleline(&mut state.query)
                    .id(Id::unique("palette query"))
                    .frame(egui::Frame::NONE)
                    .font(theme::article())
                    .hint_text("Find a command")
                    .desired_width(f32::INFINITY);
                let response = ui.add(edit).accessible_name("Find a command");
                if !std::mem::replace(&mut state.is_shown, true) {
                    response.request_focus();
                }
                if response.changed() {
                    state.at = 0;
                }
            });
        });
}

fn rows(ui: &mut Ui, lines: &[Line], state: &State, is_moved: bool) -> Option<Command> {
    let mut pressed = None;
    ScrollArea::vertical()
        .max_height(ROW * MOST_ROWS)
        .auto_shrink([false, true])
        .id_salt("commands")
        .show(ui, |ui| {
            for (at, line) in lines.iter().enumerate() {
                let (rect, response) =
                    ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
                response.widget_info(|| {
                    WidgetInfo::selected(
                        Role::MenuItem,
                        line.why_not.is_none(),
                        at == state.at,
                        &line.name,
                    )
                });
                if at == state.at && is_moved {
                    response.scroll_to_me(None);
                }
                row(ui, rect, line, at == state.at, response.hovered());
                if response.clicked() && line.why_not.is_none() {
                    pressed = Some(line.command);
                }
            }
        });
    pressed
}

fn row(ui: &Ui, rect: egui::Rect, line: &Line, is_next: bool, is_pointed: bool) {
    let p = theme::palette(ui);
    let fill = if is_next {
        p.selection
    } else if is_pointed {
        p.hover
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    let info = line.command.info();
    let color = if line.why_not.is_some() {
        p.quiet
    } else {
        p.ink
    };
    let icon = words::icon(ui, info.icon, theme::icon(), p.quiet);
    ui.painter().galley(
        pos2(rect.left() + 16.0, rect.center().y - icon.size().y / 2.0),
        icon,
        p.quiet,
    );
    let os = ui.ctx().os();
    let caps = line
        .command
        .shortcut(os)
        .map(|keys| keys.caps(os))
        .unwrap_or_default();
    let caps_left = rect.right() - 16.0 - marks::caps_width(ui, &caps);
    marks::caps(ui, pos2(caps_left, rect.center().y), &caps, None);
    let why = line.why_not.unwrap_or_default();
    let why = words::line(
        ui,
        why,
        &Type::new(theme::label(), p.quiet, theme::LABEL_LINE),
        220.0,
    );
    let left = rect.left() + 44.0;
    let name = words::line(
        ui,
        &line.name,
        &Type::new(theme::field(), color, theme::FIELD_LINE),
        caps_left - left - why.size().x - 24.0,
    );
    let name_right = left + name.size().x;
    ui.painter().galley(
        pos2(left, rect.center().y - name.size().y / 2.0),
        name,
        color,
    );
    ui.painter().galley(
        pos2(name_right + 12.0, rect.center().y - why.size().y / 2.0),
        why,
        p.quiet,
    );
}

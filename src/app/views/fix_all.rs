//! Every certain fix before it is done: grouped by rule, each can be unticked.

use std::collections::BTreeSet;

use egui::{
    CornerRadius, Key, Modifiers, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::list::counted;
use crate::app::ask::{Ask, Refused};
use crate::app::diff;
use crate::app::document::{Document, OpenArticle};
use crate::app::shortcut::Shortcut;
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::dialog::{self, Answer};
use crate::app::widgets::words::{self, Type};
use crate::app::widgets::{Button, marks};
use crate::lint::certain::CertainFix;
use crate::lint::{Manual, rule};

/// From the edge to the ticks, and to the words.
const EDGE: f32 = 20.0;
const LEFT: f32 = 48.0;
const TICK: f32 = 16.0;

/// The fixes as they were when the list was opened, by rule.
#[derive(Debug, Clone, Default)]
pub struct State {
    fixes: Vec<CertainFix>,
    refused: Refused,
}

impl State {
    /// All certain fixes of the article that is shown, ticked.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut fixes = document.certain_fixes(&BTreeSet::new());
        fixes.sort_by_key(|fix| fix.finding.rule);
        Self {
            fixes,
            refused: BTreeSet::new(),
        }
    }
}

/// Shows the list; gives it back while it stays.
pub fn show(ui: &mut Ui, mut state: State, document: &Document, asks: &mut Vec<Ask>) -> Overlay {
    let Some(open) = document.open() else {
        return Overlay::None;
    };
    let chosen = state
        .fixes
        .iter()
        .filter(|fix| !state.refused.contains(&fix.key()))
        .count();
    let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let ((is_applied, is_cancelled), answer) =
        dialog::show(ui, "fix all", theme::DIALOG_WIDTH, |ui| {
            let title = format!("Fix {}", counted(state.fixes.len(), "certain problem"));
            dialog::heading(
                ui,
                &title,
                "Nothing is saved yet. One undo takes all of it back.",
            );
            let height = (ui.ctx().content_rect().height() - 360.0).max(160.0);
            dialog::rule(ui);
            ScrollArea::vertical()
                .max_height(height)
                .auto_shrink([false, true])
                .id_salt("fixes")
                .show(ui, |ui| rows(ui, &mut state, open));
            buttons(ui, chosen, document)
        });
    if (is_applied || is_entered) && chosen > 0 {
        asks.push(Ask::FixAll(state.refused));
        return Overlay::None;
    }
    if is_cancelled || answer == Answer::Leave {
        Overlay::None
    } else {
        Overlay::FixAll(state)
    }
}

fn rows(ui: &mut Ui, state: &mut State, open: &OpenArticle) {
    let State { fixes, refused } = state;
    for (n, group) in fixes.chunk_by(is_of_one_rule).enumerate() {
        if n > 0 {
            dialog::rule(ui);
        }
        let ticked = group.iter().filter(|fix| !refused.contains(&fix.key()));
        let count = ticked.count();
        if head(ui, group, count) {
            set(refused, group, count < group.len());
        }
        for fix in group {
            dialog::rule(ui);
            let is_ticked = !refused.contains(&fix.key());
            if row(ui, fix, is_ticked, open) {
                set(refused, std::slice::from_ref(fix), !is_ticked);
            }
        }
    }
}

fn is_of_one_rule(one: &CertainFix, other: &CertainFix) -> bool {
    one.finding.rule == other.finding.rule
}

/// Ticks fixes, or unticks them.
fn set(refused: &mut Refused, fixes: &[CertainFix], is_ticked: bool) {
    for fix in fixes {
        if is_ticked {
            refused.remove(&fix.key());
        } else {
            refused.insert(fix.key());
        }
    }
}

/// The rule of a group; ticks all of it, or none. Whether it was pressed.
fn head(ui: &mut Ui, group: &[CertainFix], ticked: usize) -> bool {
    let p = theme::palette(ui);
    let code = group.first().map_or("", |fix| fix.finding.rule);
    let finds = rule(code)
        .map(|rule| Manual::of(rule).finds)
        .unwrap_or_default();
    let mut name = format!("{code} · {}", finds.trim_end_matches('.'));
    if ticked > 0 && ticked < group.len() {
        name = format!("{ticked} of {} · {name}", group.len());
    }
    let is_ticked = ticked == group.len();
    let kind = Type::new(theme::label(), p.quiet, theme::LABEL_LINE);
    let width = ui.available_width();
    let text = words::lines(ui, &name, &kind, width - LEFT - EDGE, 2);
    let size = vec2(width, text.size().y.max(TICK) + 16.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let name = format!("All {}: {code}", group.len());
        WidgetInfo::selected(Role::CheckBox, true, is_ticked, name)
    });
    ui.painter().rect_filled(rect, CornerRadius::ZERO, p.panel);
    let top = |height: f32| rect.center().y - height / 2.0;
    let at = pos2(rect.left() + EDGE, top(TICK));
    marks::tick(ui, at, is_ticked, response.has_focus());
    let at = pos2(rect.left() + LEFT, top(text.size().y));
    ui.painter().galley(at, text, p.quiet);
    into_sight(&response);
    response.clicked()
}

/// What the keyboard reaches comes into sight.
fn into_sight(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

fn row(ui: &mut Ui, fix: &CertainFix, is_ticked: bool, open: &OpenArticle) -> bool {
    let p = theme::palette(ui);
    let number = open
        .article
        .position(fix.finding.photo)
        .map_or(0, |at| at + 1);
    let photo = words::line(
        ui,
        &format!("photo {number}"),
        &Type::new(theme::label(), p.quiet, theme::LABEL_LINE),
        100.0,
    );
    let [first, others @ ..] = fix.changes.as_slice() else {
        return false;
    };
    let width = ui.available_width() - LEFT - EDGE - photo.size().x - EDGE;
    let laid = diff::of_part(first.part, &first.before, &first.after).lay_out(
        ui,
        &Type::new(theme::list(), p.ink, 21.0),
        width,
    );
    let after = if first.after.is_empty() {
        "becomes empty".to_owned()
    } else {
        format!("becomes {}", first.after)
    };
    let others = others.iter();
    let others = others.map(|change| format!("{}: {}", change.part.name(), change.after));
    let after: Vec<String> = std::iter::once(after).chain(others).collect();
    let after = after.join("\n");
    let name = format!("Photo {number}: {} {after}", first.before);
    let after = words::lines(
        ui,
        &after,
        &Type::new(theme::label(), p.quiet, 18.0),
        width,
        6,
    );
    let height = laid.size().y + after.size().y + 24.0;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_ticked, &name));
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, p.hover.gamma_multiply(0.5));
    }
    marks::tick(
        ui,
        pos2(rect.left() + EDGE, rect.top() + 14.0),
        is_ticked,
        response.has_focus(),
    );
    let top = rect.left_top() + vec2(LEFT, 12.0);
    laid.paint(ui, top + vec2(2.0, 0.0));
    ui.painter()
        .galley(top + vec2(0.0, laid.size().y + 2.0), after, p.quiet);
    ui.painter().galley(
        pos2(rect.right() - EDGE - photo.size().x, rect.top() + 14.0),
        photo,
        p.quiet,
    );
    into_sight(&response);
    response.clicked()
}

fn buttons(ui: &mut Ui, chosen: usize, document: &Document) -> (bool, bool) {
    let p = theme::palette(ui);
    dialog::rule(ui);
    let left = document.summary().errors + document.summary().warnings;
    dialog::buttons(ui, |ui| {
        let why_not = (chosen == 0).then_some("Tick a fix first");
        let apply = Button::primary(format!("Apply {}", fixes(chosen)))
            .with_keys(Shortcut::key(Key::Enter))
            .unless(why_not);
        let is_applied = apply.show(ui).clicked();
        let is_cancelled = Button::outlined("Cancel")
            .with_keys(Shortcut::key(Key::Escape))
            .show(ui)
            .clicked();
        let waiting = left.saturating_sub(chosen);
        let says = if waiting > 0 {
            format!(
                "{chosen} chosen · {} for you to decide",
                counted(waiting, "problem")
            )
        } else {
            format!("{chosen} chosen")
        };
        let says = words::line(
            ui,
            &says,
            &Type::new(theme::list(), p.quiet, theme::FIELD_LINE),
            ui.available_width(),
        );
        let at = pos2(
            ui.max_rect().left(),
            ui.max_rect().center().y - says.size().y / 2.0,
        );
        ui.painter().galley(at, says, p.quiet);
        (is_applied, is_cancelled)
    })
}

fn fixes(count: usize) -> String {
    if count == 1 {
        "1 fix".to_owned()
    } else {
        format!("{count} fixes")
    }
}

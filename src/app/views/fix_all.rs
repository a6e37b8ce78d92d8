//! Every certain fix before it is done: grouped by rule, each can be unticked.

use std::collections::BTreeSet;

use egui::{CornerRadius, Key, Modifiers, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

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
    let mut last = "";
    for (at, fix) in fixes.iter().enumerate() {
        if at > 0 {
            dialog::rule(ui);
        }
        if fix.finding.rule != last {
            last = fix.finding.rule;
            head(ui, last);
            dialog::rule(ui);
        }
        let is_ticked = !refused.contains(&fix.key());
        if row(ui, fix, is_ticked, open) {
            if is_ticked {
                refused.insert(fix.key());
            } else {
                refused.remove(&fix.key());
            }
        }
    }
}

fn head(ui: &mut Ui, code: &str) {
    let p = theme::palette(ui);
    let finds = rule(code)
        .map(|rule| Manual::of(rule).finds)
        .unwrap_or_default();
    egui::Frame::new()
        .fill(p.panel)
        .inner_margin(egui::Margin::symmetric(20, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            words::quiet(ui, &format!("{code} · {}", finds.trim_end_matches('.')));
        });
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
    let left = 48.0;
    let width = ui.available_width() - left - 20.0 - photo.size().x - 20.0;
    let laid = diff::of_part(fix.part, &fix.before, &fix.after).lay_out(
        ui,
        &Type::new(theme::list(), p.ink, 21.0),
        width,
    );
    let after = if fix.after.is_empty() {
        "becomes empty".to_owned()
    } else {
        format!("becomes {}", fix.after)
    };
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
    response.widget_info(|| {
        let name = format!("Photo {number}: {} becomes {}", fix.before, fix.after);
        WidgetInfo::selected(Role::CheckBox, true, is_ticked, name)
    });
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, p.hover.gamma_multiply(0.5));
    }
    marks::tick(
        ui,
        pos2(rect.left() + 20.0, rect.top() + 14.0),
        is_ticked,
        response.has_focus(),
    );
    let top = rect.left_top() + vec2(left, 12.0);
    laid.paint(ui, top + vec2(2.0, 0.0));
    ui.painter()
        .galley(top + vec2(0.0, laid.size().y + 2.0), after, p.quiet);
    ui.painter().galley(
        pos2(rect.right() - 20.0 - photo.size().x, rect.top() + 14.0),
        photo,
        p.quiet,
    );
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

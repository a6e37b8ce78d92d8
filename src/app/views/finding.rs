//! One finding: what is wrong, how it will read, the fix in the button's own words.

use egui::{CornerRadius, Frame, Margin, Sense, Stroke, Ui, vec2};

use crate::app::ask::Ask;
use crate::app::diff;
use crate::app::document::Document;
use crate::app::highlight::Coloured;
use crate::app::theme;
use crate::app::view_state::{Overlay, ViewState};
use crate::app::widgets::words::{self, Type};
use crate::app::widgets::{Button, marks};
use crate::edit::Edit;
use crate::lint::{Finding, Fix, Severity};
use crate::model::Photo;

/// Shows the finding at this position among those of the photo.
pub fn show(
    ui: &mut Ui,
    at: usize,
    photo: &Photo,
    document: &Document,
    view: &mut ViewState,
    asks: &mut Vec<Ask>,
) {
    let Some(finding) = document.findings(photo.id).get(at) else {
        return;
    };
    if finding.is_ignored {
        ignored(ui, finding, asks);
        return;
    }
    if finding.severity == Severity::Note && finding.fixes.is_empty() {
        note(ui, finding, view, asks);
        return;
    }
    let p = theme::palette(ui);
    let is_current = view.problem == at;
    let is_alone = document
        .findings(photo.id)
        .iter()
        .filter(|finding| !finding.is_ignored)
        .count()
        == 1;
    let line = if is_current && !is_alone {
        p.accent.gamma_multiply(0.6)
    } else {
        p.line
    };
    let frame = Frame::new()
        .fill(p.field)
        .stroke(Stroke::new(theme::HAIRLINE, line))
        .corner_radius(CornerRadius::same(theme::CARD_RADIUS))
        .inner_margin(Margin::same(12));
    ui.push_id(("finding", at), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            sentence(ui, at, finding, asks);
            let shown = match finding.fixes.as_slice() {
                [only] => change(photo, only),
                // Of several ways none is shown as done.
                [_, ..] => finding.field.map(|field| {
                    let read = view.readings.of(photo.text(field), &document.house.lexicon);
                    read.coloured.clone()
                }),
                [] => None,
            };
            if let Some(shown) = shown {
                ui.add_space(theme::SMALL_GAP);
                coloured(ui, &shown);
            }
            buttons(ui, finding, is_current, view, asks);
        });
    });
    ui.add_space(theme::GAP);
}

fn sentence(ui: &mut Ui, at: usize, finding: &Finding, asks: &mut Vec<Ask>) {
    let p = theme::palette(ui);
    let kind = Type::new(theme::field(), p.ink, theme::FIELD_LINE);
    let message = words::lines(
        ui,
        &finding.message,
        &kind,
        ui.available_width() - 18.0,
        usize::MAX,
    );
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), message.size().y), Sense::CLICK);
    response.widget_info(|| {
        let name = format!("{}: {}", finding.severity.word(), finding.message);
        egui::WidgetInfo::labeled(egui::Role::Label, true, name)
    });
    marks::dot(
        ui,
        rect.left_top() + vec2(5.0, theme::FIELD_LINE / 2.0),
        Some(finding.severity),
    );
    ui.painter()
        .galley(rect.left_top() + vec2(18.0, 0.0), message, p.ink);
    if response.clicked() {
        asks.push(Ask::SelectProblem(at));
    }
}

fn buttons(
    ui: &mut Ui,
    finding: &Finding,
    is_current: bool,
    view: &mut ViewState,
    asks: &mut Vec<Ask>,
) {
    ui.add_space(theme::SMALL_GAP);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 6.0);
        for (at, fix) in finding.fixes.iter().enumerate() {
            let is_primary = at == 0 && is_current && finding.fixes.len() == 1;
            let button = if is_primary {
                Button::primary(&fix.label)
            } else {
                Button::outlined(&fix.label)
            };
            if button.wrapping().show(ui).clicked() {
                asks.push(Ask::Fix(finding.photo, fix.clone()));
            }
        }
        ignore(ui, finding, asks);
        why(ui, finding, view);
    });
}

fn ignore(ui: &mut Ui, finding: &Finding, asks: &mut Vec<Ask>) {
    let ignore = Button::quiet("Ignore").hint("Wave it through until this text changes");
    if ignore.show(ui).clicked() {
        asks.push(Ask::Ignore(finding.clone()));
    }
}

fn why(ui: &mut Ui, finding: &Finding, view: &mut ViewState) {
    if Button::quiet("Why?").show(ui).clicked() {
        view.overlay = Overlay::Why(finding.rule);
    }
}

/// A note without a fix takes one line.
fn note(ui: &mut Ui, finding: &Finding, view: &mut ViewState, asks: &mut Vec<Ask>) {
    let p = theme::palette(ui);
    let size = vec2(ui.available_width(), theme::SMALL_CONTROL_HEIGHT);
    let right_to_left = egui::Layout::right_to_left(egui::Align::Center);
    ui.push_id(("note", finding.rule), |ui| {
        ui.allocate_ui_with_layout(size, right_to_left, |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            why(ui, finding, view);
            ignore(ui, finding, asks);
            let kind = Type::new(theme::list(), p.quiet, theme::FIELD_LINE);
            let message = words::line(ui, &finding.message, &kind, ui.available_width() - 30.0);
            let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
            let name = format!("{}: {}", finding.severity.word(), finding.message);
            response
                .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name.clone()));
            marks::dot(
                ui,
                rect.left_center() + vec2(17.0, 0.0),
                Some(finding.severity),
            );
            let at = rect.left_center() + vec2(30.0, -message.size().y / 2.0);
            ui.painter().galley(at, message, p.quiet);
        });
    });
    ui.add_space(theme::SMALL_GAP);
}

fn ignored(ui: &mut Ui, finding: &Finding, asks: &mut Vec<Ask>) {
    ui.horizontal(|ui| {
        words::quiet(ui, &format!("Ignored: {}", finding.message));
        if Button::quiet("Take back").show(ui).clicked() {
            asks.push(Ask::Ignore(finding.clone()));
        }
    });
    ui.add_space(theme::SMALL_GAP);
}

/// What a fix changes of a text, word by word.
#[must_use]
pub fn change(photo: &Photo, fix: &Fix) -> Option<Coloured> {
    fix.edits.iter().find_map(|edit| match edit {
        Edit::SetText { field, text, .. } => Some(diff::words(*field, photo.text(*field), text)),
        _ => None,
    })
}

/// Shows coloured text.
pub fn coloured(ui: &mut Ui, text: &Coloured) {
    let p = theme::palette(ui);
    let kind = Type::new(theme::list(), p.ink, 21.0);
    let laid = text.lay_out(ui, &kind, ui.available_width() - 4.0);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), laid.size().y), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text.text()));
    laid.paint(ui, rect.min + vec2(2.0, 0.0));
}

//! Small painted marks: dots, key caps, focus, number tags, dashed frames.

use egui::{Color32, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use lucide_icons::Icon;

use super::words::{self, Type};
use crate::app::theme;
use crate::lint::Severity;

const DOT: f32 = 4.5;

/// An error is a filled dot, a warning a ringed one, fine an empty one.
pub fn dot(ui: &Ui, center: Pos2, worst: Option<Severity>) {
    let p = theme::palette(ui);
    let painter = ui.painter();
    match worst {
        Some(Severity::Error) => {
            painter.circle_filled(center, DOT, p.severity(Severity::Error));
        }
        Some(Severity::Warning) => {
            painter.circle_stroke(
                center,
                DOT - 1.0,
                Stroke::new(2.0, p.severity(Severity::Warning)),
            );
        }
        Some(Severity::Note) | None => {
            let color = p.quiet.gamma_multiply(0.6);
            painter.circle_stroke(center, DOT - 0.5, Stroke::new(theme::HAIRLINE, color));
        }
    }
}

/// What a dot says to those who do not see it.
#[must_use]
pub fn dot_word(worst: Option<Severity>) -> &'static str {
    match worst {
        Some(Severity::Error) => "error",
        Some(Severity::Warning) => "warning",
        Some(Severity::Note) | None => "fine",
    }
}

/// A ring around what has the focus.
pub fn focus(ui: &Ui, rect: Rect, radius: u8) {
    let p = theme::palette(ui);
    let corners = CornerRadius::same(radius.saturating_add(2));
    let stroke = Stroke::new(theme::SELECTED_LINE, p.accent);
    ui.painter()
        .rect_stroke(rect.expand(1.0), corners, stroke, StrokeKind::Outside);
}

const CAP_HEIGHT: f32 = 18.0;
const CAP_PADDING: f32 = 6.0;
const CAP_GAP: f32 = 4.0;

fn cap_type(color: Color32) -> Type {
    Type::new(theme::mark(), color, CAP_HEIGHT)
}

/// How wide key caps are beside one another.
#[must_use]
pub fn caps_width(ui: &Ui, caps: &[&str]) -> f32 {
    let kind = cap_type(Color32::PLACEHOLDER);
    let widths = caps
        .iter()
        .map(|cap| words::line(ui, cap, &kind, f32::INFINITY).size().x + 2.0 * CAP_PADDING);
    widths.map(|width| width + CAP_GAP).sum::<f32>() - if caps.is_empty() { 0.0 } else { CAP_GAP }
}

/// Key caps from `left` on; on a loud button in its text's colour.
pub fn caps(ui: &Ui, left: Pos2, caps: &[&str], loud: Option<Color32>) {
    let p = theme::palette(ui);
    let mut x = left.x;
    for cap in caps {
        let galley = words::line(ui, cap, &cap_type(loud.unwrap_or(p.quiet)), f32::INFINITY);
        let size = vec2(galley.size().x + 2.0 * CAP_PADDING, CAP_HEIGHT);
        let rect = Rect::from_min_size(pos2(x, left.y - CAP_HEIGHT / 2.0), size);
        let (fill, line) = match loud {
            Some(color) => (Color32::TRANSPARENT, color.gamma_multiply(0.6)),
            None => (p.chip, p.line),
        };
        let corners = CornerRadius::same(theme::SMALL_RADIUS);
        ui.painter().rect(
            rect,
            corners,
            fill,
            Stroke::new(theme::HAIRLINE, line),
            StrokeKind::Inside,
        );
        ui.painter().galley(
            rect.min + vec2(CAP_PADDING, (CAP_HEIGHT - galley.size().y) / 2.0),
            galley,
            p.quiet,
        );
        x += size.x + CAP_GAP;
    }
}

/// A photo's number on its picture.
pub fn number(ui: &Ui, top_left: Pos2, number: usize) {
    let p = theme::palette(ui);
    let kind = Type::new(theme::mark(), p.on_scrim, 16.0);
    let galley = words::line(ui, &number.to_string(), &kind, f32::INFINITY);
    let rect = Rect::from_min_size(top_left, vec2((galley.size().x + 8.0).max(16.0), 16.0));
    ui.painter()
        .rect_filled(rect, CornerRadius::same(theme::SMALL_RADIUS), p.scrim);
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, p.on_scrim);
}

/// The frame of something that is not there.
pub fn dashed(ui: &Ui, rect: Rect, color: Color32) {
    let rect = rect.shrink(0.5);
    let path = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    let stroke = Stroke::new(theme::HAIRLINE, color);
    ui.painter()
        .extend(Shape::dashed_line(&path, stroke, 4.0, 3.0));
}

/// A word on a tint.
#[must_use]
pub fn chip(ui: &Ui, left_center: Pos2, text: &str, fill: Color32, color: Color32) -> Rect {
    let galley = words::line(
        ui,
        text,
        &Type::new(theme::mark(), color, 16.0),
        f32::INFINITY,
    );
    let size = vec2(galley.size().x + 12.0, CAP_HEIGHT);
    let rect = Rect::from_min_size(pos2(left_center.x, left_center.y - size.y / 2.0), size);
    ui.painter()
        .rect_filled(rect, CornerRadius::same(theme::SMALL_RADIUS), fill);
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, color);
    rect
}

/// A box with or without its tick.
pub fn tick(ui: &Ui, at: Pos2, is_ticked: bool, has_focus: bool) {
    let p = theme::palette(ui);
    let rect = Rect::from_min_size(at, vec2(16.0, 16.0));
    let corners = CornerRadius::same(theme::SMALL_RADIUS + 1);
    if is_ticked {
        ui.painter().rect_filled(rect, corners, p.accent);
        let icon = words::icon(
            ui,
            Icon::Check,
            egui::FontId::new(12.0, theme::icon().family),
            p.on_accent,
        );
        ui.painter()
            .galley(rect.center() - icon.size() / 2.0, icon, p.on_accent);
    } else {
        ui.painter().rect(
            rect,
            corners,
            p.field,
            Stroke::new(theme::HAIRLINE, p.quiet.gamma_multiply(0.6)),
            StrokeKind::Inside,
        );
    }
    if has_focus {
        focus(ui, rect, theme::SMALL_RADIUS + 1);
    }
}

/// A ring, with a dot where it is the one that is chosen.
pub fn radio(ui: &Ui, center: Pos2, is_chosen: bool, has_focus: bool) {
    let p = theme::palette(ui);
    let painter = ui.painter();
    if is_chosen {
        painter.circle_filled(center, 8.0, p.accent);
        painter.circle_filled(center, 3.0, p.on_accent);
    } else {
        let line = Stroke::new(theme::HAIRLINE, p.quiet.gamma_multiply(0.6));
        painter.circle(center, 7.5, p.field, line);
    }
    if has_focus {
        focus(ui, Rect::from_center_size(center, vec2(16.0, 16.0)), 8);
    }
}

/// The bar at the left of a row that is chosen.
pub fn chosen_row(ui: &Ui, rect: Rect) {
    let p = theme::palette(ui);
    let mark = Rect::from_min_max(
        rect.left_top() + vec2(0.0, 8.0),
        pos2(rect.left() + theme::ROW_MARK, rect.bottom() - 8.0),
    );
    let corners = CornerRadius {
        nw: 0,
        sw: 0,
        ne: 2,
        se: 2,
    };
    ui.painter().rect_filled(mark, corners, p.accent);
}

//! Centre: all pictures at once, with their first words and what is wrong.

use egui::{
    Color32, CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};
use lucide_icons::Icon;

use super::list::{first_words, status_line};
use crate::app::ask::Ask;
use crate::app::command::Command;
use crate::app::document::{Document, OpenArticle};
use crate::app::pictures::Size;
use crate::app::theme;
use crate::app::view_state::{Centre, ViewState};
use crate::app::widgets::marks;
use crate::app::widgets::thumbnail::{self, Crop};
use crate::app::widgets::words::{self, Type};
use crate::model::PhotoId;

const GAP: f32 = 16.0;
const MARGIN: f32 = 20.0;

/// Shows the contact sheet of the photos that pass the filter.
pub fn show(ui: &mut Ui, document: &Document, view: &mut ViewState, asks: &mut Vec<Ask>) {
    let Some(open) = document.open() else { return };
    let shown = view.list.shown(document);
    let width = ui.available_width() - 2.0 * MARGIN;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a handful of columns"
    )]
    let columns = ((width + GAP) / (theme::SHEET_CARD_WIDTH + GAP))
        .floor()
        .max(1.0) as usize;
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let card_width = ((width - GAP * (columns as f32 - 1.0)) / columns as f32).floor();
    let card = vec2(
        card_width,
        (card_width * 0.69).round() + theme::SHEET_WORDS_HEIGHT,
    );
    let rows = (shown.len() + 1).div_ceil(columns);
    let is_revealing = std::mem::take(&mut view.reveal.centre);
    ScrollArea::vertical()
        .auto_shrink(false)
        .id_salt("sheet")
        .show_viewport(ui, |ui, viewport| {
            #[expect(clippy::cast_precision_loss, reason = "rows are counted in thousands")]
            let top_of = |row: usize| MARGIN + row as f32 * (card.y + GAP);
            let origin = ui.max_rect().min;
            ui.set_height(top_of(rows) + MARGIN - GAP);
            for row in 0..rows {
                let is_seen =
                    top_of(row) + card.y >= viewport.top() && top_of(row) <= viewport.bottom();
                let is_sought = is_revealing
                    && shown
                        .iter()
                        .skip(row * columns)
                        .take(columns)
                        .any(|id| view.selected == Some(*id));
                if !is_seen && !is_sought {
                    continue;
                }
                for column in 0..columns {
                    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
                    let x = MARGIN + column as f32 * (card.x + GAP);
                    let rect = Rect::from_min_size(origin + vec2(x, top_of(row)), card);
                    let at = row * columns + column;
                    match shown.get(at) {
                        Some(photo) => {
                            if is_sought && view.selected == Some(*photo) {
                                ui.scroll_to_rect(rect.expand(GAP), None);
                            }
                            self::card(ui, rect, *photo, open, view, asks);
                        }
                        None if at == shown.len() => drop_here(ui, rect, asks),
                        None => {}
                    }
                }
            }
        });
}

fn card(
    ui: &mut Ui,
    rect: Rect,
    id: PhotoId,
    open: &OpenArticle,
    view: &mut ViewState,
    asks: &mut Vec<Ask>,
) {
    let Some(photo) = open.article.photo(id) else {
        return;
    };
    let p = theme::palette(ui);
    let response = ui.interact(
        rect,
        ui.scope_id().with(("sheet card", id)),
        Sense::CLICK | Sense::DRAG,
    );
    let number = open.article.position(id).map_or(0, |at| at + 1);
    let worst = open.linter().worst(id);
    let is_selected = view.selected == Some(id);
    response.widget_info(|| {
        let name = format!(
            "Picture {number}, {}: {}",
            marks::dot_word(worst),
            first_words(photo)
        );
        WidgetInfo::selected(Role::ListItem, true, is_selected, name)
    });
    ui.painter()
        .rect_filled(rect, CornerRadius::same(theme::CARD_RADIUS), p.field);
    let picture = Rect::from_min_size(
        rect.min,
        vec2(rect.width(), rect.height() - theme::SHEET_WORDS_HEIGHT),
    );
    thumbnail::show(
        ui,
        picture,
        photo,
        Size::Medium,
        Crop::Fill,
        &mut view.pictures,
        0,
    );
    marks::number(ui, picture.min + Vec2::splat(6.0), number);
    let width = rect.width() - 24.0;
    let caption = words::lines(
        ui,
        first_words(photo),
        &Type::new(theme::list(), p.ink, 19.0),
        width,
        2,
    );
    let at = pos2(rect.left() + 12.0, picture.bottom() + 10.0);
    ui.painter().galley(at, caption, p.ink);
    let status = words::line(
        ui,
        &status_line(photo, open),
        &Type::new(theme::label(), p.quiet, theme::LABEL_LINE),
        width - 16.0,
    );
    let y = at.y + 2.0 * 19.0 + 8.0;
    marks::dot(ui, pos2(at.x + 5.0, y + theme::LABEL_LINE / 2.0), worst);
    ui.painter().galley(pos2(at.x + 16.0, y), status, p.quiet);
    let is_pointed = response.hovered() || view.pointed.photo == Some(id);
    let stroke = if is_selected {
        Stroke::new(theme::SELECTED_LINE, p.accent)
    } else {
        Stroke::new(
            theme::HAIRLINE,
            if is_pointed {
                p.quiet.gamma_multiply(0.6)
            } else {
                p.line
            },
        )
    };
    thumbnail::round_corners(ui, rect, p.paper);
    ui.painter().rect_stroke(
        rect,
        CornerRadius::same(theme::CARD_RADIUS),
        stroke,
        StrokeKind::Inside,
    );
    if response.hovered() {
        view.pointing.photo = Some(id);
    }
    if view.is_dropping && ui.rect_contains_pointer(rect) {
        view.drop_target = Some(id);
    }
    if response.clicked() {
        asks.push(Ask::Select(id));
    }
    if response.double_clicked() {
        view.centre = Centre::Photo;
    }
    response.dnd_set_drag_payload(id);
    if let Some(dragged) = response.dnd_release_payload::<PhotoId>()
        && let Some(to) = open.article.position(id)
    {
        asks.push(Ask::Move(*dragged, to));
    }
}

fn drop_here(ui: &mut Ui, rect: Rect, asks: &mut Vec<Ask>) {
    let p = theme::palette(ui);
    let response = ui.interact(rect, ui.scope_id().with("drop here"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Add a picture"));
    let fill = if response.hovered() {
        p.hover
    } else {
        Color32::TRANSPARENT
    };
    ui.painter()
        .rect_filled(rect, CornerRadius::same(theme::CARD_RADIUS), fill);
    marks::dashed(ui, rect, p.line);
    let os = ui.ctx().os();
    let keys = Command::Attach
        .shortcut(os)
        .map(|keys| format!("or {}", keys.text(os)))
        .unwrap_or_default();
    let icon = words::icon(ui, Icon::ImagePlus, theme::large_icon(), p.quiet);
    let line = words::line(
        ui,
        "Drop pictures here",
        &Type::new(theme::field(), p.quiet, 22.0),
        rect.width(),
    );
    let keys = words::line(
        ui,
        &keys,
        &Type::new(theme::label(), p.quiet, 18.0),
        rect.width(),
    );
    let mut y = rect.center().y - 34.0;
    for galley in [icon, line, keys] {
        let size = galley.size();
        ui.painter()
            .galley(pos2(rect.center().x - size.x / 2.0, y), galley, p.quiet);
        y += size.y + 2.0;
    }
    if response.clicked() {
        asks.push(Ask::Do(Command::Attach));
    }
}

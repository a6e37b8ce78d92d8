//! Right: what must be heeded, the picture, what is wrong, the fields.

use egui::{CornerRadius, Frame, Margin, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2};
use lucide_icons::Icon;

use super::{fields, finding, original};
use crate::app::ask::Ask;
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::pictures::{Picture, Size};
use crate::app::theme;
use crate::app::view_state::ViewState;
use crate::app::widgets::thumbnail::{self, Crop, Shown};
use crate::app::widgets::words::{self, Type};
use crate::app::widgets::{Button, marks};
use crate::model::Photo;

/// Shows all there is to know of the selected photo.
pub fn show(ui: &mut Ui, document: &Document, view: &mut ViewState, asks: &mut Vec<Ask>) {
    let Some(photo) = view.photo(document) else {
        Frame::new().inner_margin(Margin::same(12)).show(ui, |ui| {
            words::quiet(
                ui,
                "Select a photo to see its caption, its credit and what is wrong with them.",
            );
        });
        return;
    };
    ScrollArea::vertical()
        .auto_shrink(false)
        .id_salt(("inspector", photo.id))
        .show(ui, |ui| {
            Frame::new().inner_margin(Margin::same(12)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 0.0;
                heed(ui, photo);
                picture(ui, photo, view, asks);
                for at in 0..document.findings(photo.id).len() {
                    finding::show(ui, at, photo, document, view, asks);
                }
                fields::show(ui, photo, document, view, asks);
                original::show(ui, photo, document, view);
            });
        });
}

/// Usage terms and instructions come before everything else.
fn heed(ui: &mut Ui, photo: &Photo) {
    let p = theme::palette(ui);
    for (name, text) in [
        ("Usage terms", &photo.usage_terms),
        ("Instructions", &photo.instructions),
    ] {
        if text.is_empty() {
            continue;
        }
        let frame = Frame::new()
            .fill(p.conflict.fill)
            .stroke(Stroke::new(theme::HAIRLINE, p.conflict.line))
            .corner_radius(CornerRadius::same(theme::CARD_RADIUS))
            .inner_margin(Margin::symmetric(12, 10));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            words::show(
                ui,
                name,
                &Type::new(theme::label_bold(), p.conflict.text, theme::LABEL_LINE),
            );
            words::show(
                ui,
                text,
                &Type::new(theme::list(), p.ink, theme::FIELD_LINE),
            );
        });
        ui.add_space(theme::GAP);
    }
}

fn picture(ui: &mut Ui, photo: &Photo, view: &mut ViewState, asks: &mut Vec<Ask>) {
    let p = theme::palette(ui);
    let width = ui.available_width();
    let size = known_size(photo, view);
    let height = size.map_or(width * 0.4, |size| width / thumbnail::aspect(size));
    let height = height.min(theme::INSPECTOR_PICTURE_HEIGHT).round();
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::CLICK);
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, picture_name(photo)));
    if view.is_dropping && ui.rect_contains_pointer(rect) {
        view.drop_target = Some(photo.id);
    }
    if size.is_some() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(theme::CARD_RADIUS), p.chip);
    }
    let shown = thumbnail::look(
        ui,
        rect,
        photo,
        Size::Medium,
        Crop::Fit,
        &mut view.pictures,
        theme::CARD_RADIUS,
    );
    match shown {
        Shown::Picture | Shown::Waiting => {
            let is_cut_short = photo.image.as_ref().is_some_and(|image| {
                let picture = view.pictures.get(&image.path, Size::Medium);
                matches!(picture, Picture::Ready { is_cut_short, .. } if is_cut_short)
            });
            caption_on(ui, rect, photo, size, is_cut_short);
            if response.on_hover_text("See it large").clicked() {
                asks.push(Ask::Do(Command::ShowPhoto));
            }
        }
        Shown::Nothing | Shown::Failed(_) => {
            let why = if let Shown::Failed(why) = shown {
                why
            } else {
                "No picture yet. Drop a file here, or".to_owned()
            };
            missing(ui, rect, &why, asks);
        }
    }
    ui.add_space(theme::GAP);
}

fn picture_name(photo: &Photo) -> String {
    photo.image.as_ref().map_or_else(
        || "No picture".to_owned(),
        |image| format!("Picture {}", image.path),
    )
}

fn known_size(photo: &Photo, view: &mut ViewState) -> Option<(u32, u32)> {
    let image = photo.image.as_ref()?;
    if let Picture::Ready { full_size, .. } = view.pictures.get(&image.path, Size::Medium) {
        return Some(full_size);
    }
    image.width.zip(image.height)
}

fn caption_on(ui: &Ui, rect: Rect, photo: &Photo, size: Option<(u32, u32)>, is_cut_short: bool) {
    let p = theme::palette(ui);
    let Some(image) = &photo.image else { return };
    thumbnail::shade(ui, rect, 44.0);
    thumbnail::round_corners(ui, rect, p.panel);
    let kind = Type::new(theme::label(), p.on_scrim, theme::LABEL_LINE);
    let size = match size {
        Some(_) if is_cut_short => "damaged: ends too early".to_owned(),
        Some((width, height)) => format!("{width} × {height}"),
        None => String::new(),
    };
    let size = words::line(ui, &size, &kind, rect.width());
    let path = words::line(ui, &image.path, &kind, rect.width() - size.size().x - 28.0);
    let y = rect.bottom() - theme::LABEL_LINE - 8.0;
    ui.painter().galley(
        pos2(rect.right() - 10.0 - size.size().x, y),
        size,
        p.on_scrim,
    );
    ui.painter()
        .galley(pos2(rect.left() + 10.0, y), path, p.on_scrim);
}

/// What stands in the frame of a picture that is not there.
fn missing(ui: &mut Ui, rect: Rect, why: &str, asks: &mut Vec<Ask>) {
    let p = theme::palette(ui);
    marks::dashed(ui, rect, p.line);
    let icon = words::icon(ui, Icon::ImageOff, theme::large_icon(), p.quiet);
    let kind = Type::new(theme::label(), p.quiet, theme::LABEL_LINE);
    let why = words::lines(ui, why, &kind, rect.width() - 32.0, 3);
    let gap = theme::SMALL_GAP;
    let height = icon.size().y + gap + why.size().y + gap + theme::SMALL_CONTROL_HEIGHT;
    let mut y = rect.center().y - height / 2.0;
    for galley in [icon, why] {
        let size = galley.size();
        let at = pos2(rect.center().x - size.x / 2.0, y);
        ui.painter().galley(at, galley, p.quiet);
        y += size.y + gap;
    }
    let size = vec2(160.0, theme::SMALL_CONTROL_HEIGHT);
    let button = Rect::from_min_size(pos2(rect.center().x - size.x / 2.0, y), size);
    let layout = egui::Layout::centered_and_justified(egui::Direction::LeftToRight);
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(button).layout(layout));
    let attach = Button::quiet(Command::Attach.info().name).with_icon(Icon::ImagePlus);
    if attach.show(&mut ui).clicked() {
        asks.push(Ask::Do(Command::Attach));
    }
}

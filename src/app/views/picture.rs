//! Centre: the picture alone. The wheel zooms, dragging moves, a double click fits.

use egui::{CornerRadius, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use crate::app::ask::Ask;
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::pictures::{Picture, Size};
use crate::app::theme;
use crate::app::view_state::ViewState;
use crate::app::widgets::Button;
use crate::app::widgets::thumbnail::{aspect, contain};
use crate::app::widgets::words::{self, Type};

const NEAREST: f32 = 16.0;

/// How the picture is looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct State {
    /// 1 shows all of it.
    pub zoom: f32,
    /// How far it was moved.
    pub moved: Vec2,
}

impl Default for State {
    fn default() -> Self {
        Self {
            zoom: 1.0,
            moved: Vec2::ZERO,
        }
    }
}

impl State {
    /// Nearer or farther, around the middle.
    pub fn zoom_by(&mut self, factor: f32) {
        let before = self.zoom;
        self.zoom = (self.zoom * factor).clamp(1.0, NEAREST);
        self.moved *= self.zoom / before;
        if self.zoom <= 1.0 {
            self.moved = Vec2::ZERO;
        }
    }
}

/// Shows the picture of the selected photo.
pub fn show(ui: &mut Ui, document: &Document, view: &mut ViewState, asks: &mut Vec<Ask>) {
    let Some(photo) = view.photo(document) else {
        return;
    };
    let p = theme::palette(ui);
    let room = ui.max_rect().shrink(20.0);
    let Some(image) = photo.image.as_ref().filter(|image| !image.path.is_empty()) else {
        say(
            ui,
            room,
            "This photo has no picture yet. Drop one on it, or attach it.",
            asks,
        );
        return;
    };
    match view.pictures.get(&image.path, Size::Whole) {
        Picture::Waiting => {
            let galley = words::line(
                ui,
                "Decoding…",
                &Type::new(theme::field(), p.quiet, 20.0),
                room.width(),
            );
            ui.painter()
                .galley(room.center() - galley.size() / 2.0, galley, p.quiet);
        }
        Picture::Failed(why) => say(ui, room, &why, asks),
        Picture::Ready {
            texture,
            full_size,
            is_cut_short,
        } => {
            let response =
                ui.interact(room, ui.scope_id().with("picture"), Sense::click_and_drag());
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Image, true, format!("Picture {}", image.path))
            });
            look(ui, room, &response, &mut view.picture);
            let fit = contain(room, aspect(full_size));
            let rect = Rect::from_center_size(
                fit.center() + view.picture.moved,
                fit.size() * view.picture.zoom,
            );
            let painter = ui.painter().with_clip_rect(ui.max_rect());
            let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            painter.image(texture.id(), rect, uv, egui::Color32::WHITE);
            note(ui, full_size, is_cut_short, rect, view.picture.zoom);
        }
    }
}

fn look(ui: &Ui, room: Rect, response: &egui::Response, state: &mut State) {
    if response.double_clicked() {
        *state = State::default();
    }
    if state.zoom > 1.0 {
        state.moved += response.drag_delta();
        ui.ctx().set_cursor_icon(if response.dragged() {
            egui::CursorIcon::Grabbing
        } else {
            egui::CursorIcon::Grab
        });
    }
    let Some(pointer) = response.hover_pos() else {
        return;
    };
    let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
    let factor = (wheel / 300.0).exp() * pinch;
    if (factor - 1.0).abs() > f32::EPSILON {
        // What is under the pointer stays there.
        let from_middle = pointer - room.center() - state.moved;
        let before = state.zoom;
        state.zoom = (state.zoom * factor).clamp(1.0, NEAREST);
        state.moved -= from_middle * (state.zoom / before - 1.0);
        if state.zoom <= 1.0 {
            state.moved = Vec2::ZERO;
        }
    }
}

fn note(ui: &Ui, (width, height): (u32, u32), is_cut_short: bool, rect: Rect, zoom: f32) {
    let p = theme::palette(ui);
    #[expect(
        clippy::cast_precision_loss,
        reason = "sides of pictures are small numbers"
    )]
    let percent = rect.width() * ui.ctx().pixels_per_point() / width.max(1) as f32 * 100.0;
    let fits = if zoom <= 1.0 { ", fits" } else { "" };
    let damage = if is_cut_short {
        " · damaged: the file ends too early"
    } else {
        ""
    };
    let text = format!("{width} × {height} · {percent:.0} %{fits}{damage}");
    let galley = words::line(
        ui,
        &text,
        &Type::new(theme::label(), p.on_scrim, theme::LABEL_LINE),
        400.0,
    );
    let corner = ui.max_rect().left_bottom() + vec2(28.0, -44.0);
    let back = Rect::from_min_size(corner, galley.size() + vec2(16.0, 8.0));
    ui.painter()
        .rect_filled(back, CornerRadius::same(theme::RADIUS), p.scrim);
    ui.painter()
        .galley(corner + vec2(8.0, 4.0), galley, p.on_scrim);
}

fn say(ui: &mut Ui, room: Rect, why: &str, asks: &mut Vec<Ask>) {
    let middle = Rect::from_center_size(
        room.center(),
        vec2(room.width().min(theme::QUESTION_WIDTH), 120.0),
    );
    ui.scope_builder(
        egui::UiBuilder::new()
            .max_rect(middle)
            .layout(egui::Layout::top_down(egui::Align::Center)),
        |ui| {
            words::quiet(ui, why);
            ui.add_space(theme::GAP);
            if Button::outlined("Attach picture…")
                .with_icon(Icon::ImagePlus)
                .show(ui)
                .clicked()
            {
                asks.push(Ask::Do(Command::Attach));
            }
        },
    );
}

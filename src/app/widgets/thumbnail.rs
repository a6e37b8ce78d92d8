//! A picture in a frame, or why it is not there.

use egui::{Color32, CornerRadius, Mesh, Rect, Shape, StrokeKind, Ui, pos2, vec2};
use lucide_icons::Icon;

use super::{marks, words};
use crate::app::pictures::{Picture, Pictures, Size};
use crate::app::theme;
use crate::model::Photo;

/// Whether a picture may be cropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crop {
    /// It fills its frame.
    Fill,
    /// All of it is seen.
    Fit,
}

/// What a frame shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// The picture.
    Picture,
    /// Not yet.
    Waiting,
    /// The photo has no picture.
    Nothing,
    /// The picture cannot be shown, and why.
    Failed(String),
}

/// Paints the picture of a photo into `rect`, or an empty frame.
pub fn show(
    ui: &Ui,
    rect: Rect,
    photo: &Photo,
    size: Size,
    crop: Crop,
    pictures: &mut Pictures,
    radius: u8,
) -> Shown {
    let shown = look(ui, rect, photo, size, crop, pictures, radius);
    if matches!(shown, Shown::Nothing | Shown::Failed(_)) {
        empty(ui, rect);
    }
    shown
}

/// Paints the picture of a photo into `rect`, where there is one.
pub fn look(
    ui: &Ui,
    rect: Rect,
    photo: &Photo,
    size: Size,
    crop: Crop,
    pictures: &mut Pictures,
    radius: u8,
) -> Shown {
    match &photo.image {
        None => Shown::Nothing,
        Some(image) if image.path.is_empty() => {
            Shown::Failed(format!("This picture lies at {}", image.href))
        }
        Some(image) => of_path(ui, rect, &image.path, size, crop, pictures, radius),
    }
}

/// Paints a picture of the bundle into `rect`, by its path.
pub fn of_path(
    ui: &Ui,
    rect: Rect,
    path: &str,
    size: Size,
    crop: Crop,
    pictures: &mut Pictures,
    radius: u8,
) -> Shown {
    let corners = CornerRadius::same(radius);
    let p = theme::palette(ui);
    match pictures.get(path, size) {
        Picture::Waiting => {
            ui.painter().rect_filled(rect, corners, p.chip);
            Shown::Waiting
        }
        Picture::Failed(why) => Shown::Failed(why),
        Picture::Ready {
            texture, full_size, ..
        } => {
            let aspect = aspect(full_size);
            let (rect, uv) = match crop {
                Crop::Fill => (rect, cover(rect, aspect)),
                Crop::Fit => (
                    contain(rect, aspect),
                    Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)),
                ),
            };
            egui::Image::new((texture.id(), rect.size()))
                .uv(uv)
                .corner_radius(corners)
                .paint_at(ui, rect);
            Shown::Picture
        }
    }
}

/// Width by height.
#[must_use]
pub fn aspect((width, height): (u32, u32)) -> f32 {
    // Pictures have far fewer pixels a side than `f32` counts exactly.
    #[expect(
        clippy::cast_precision_loss,
        reason = "sides of pictures are small numbers"
    )]
    let aspect = width.max(1) as f32 / height.max(1) as f32;
    aspect
}

/// The part of a picture that fills a frame.
fn cover(rect: Rect, aspect: f32) -> Rect {
    let frame = rect.width() / rect.height();
    let shown = if frame > aspect {
        vec2(1.0, aspect / frame)
    } else {
        vec2(frame / aspect, 1.0)
    };
    Rect::from_center_size(pos2(0.5, 0.5), shown)
}

/// The largest frame of this shape inside another.
#[must_use]
pub fn contain(rect: Rect, aspect: f32) -> Rect {
    let size = if rect.width() / rect.height() > aspect {
        vec2(rect.height() * aspect, rect.height())
    } else {
        vec2(rect.width(), rect.width() / aspect)
    };
    Rect::from_center_size(rect.center(), size)
}

fn empty(ui: &Ui, rect: Rect) {
    let p = theme::palette(ui);
    marks::dashed(ui, rect, p.line);
    let font = if rect.height() > 60.0 {
        theme::large_icon()
    } else {
        theme::icon()
    };
    let icon = words::icon(ui, Icon::ImageOff, font, p.quiet);
    ui.painter()
        .galley(rect.center() - icon.size() / 2.0, icon, p.quiet);
}

/// Shade that rises from the lower edge, for words on a picture.
pub fn shade(ui: &Ui, rect: Rect, height: f32) {
    let p = theme::palette(ui);
    let top = rect.bottom() - height.min(rect.height());
    let mut mesh = Mesh::default();
    for (y, color) in [(top, Color32::TRANSPARENT), (rect.bottom(), p.scrim)] {
        mesh.colored_vertex(pos2(rect.left(), y), color);
        mesh.colored_vertex(pos2(rect.right(), y), color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(1, 2, 3);
    ui.painter().add(Shape::mesh(mesh));
}

/// Hides the square corners of what was painted into `rect` behind what lies around it.
pub fn round_corners(ui: &Ui, rect: Rect, around: Color32) {
    let corners = CornerRadius::same(theme::CARD_RADIUS);
    let stroke = egui::Stroke::new(3.0, around);
    ui.painter()
        .rect_stroke(rect, corners, stroke, StrokeKind::Outside);
}

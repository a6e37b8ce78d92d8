//! Draws a frame without a graphics card: the same bytes on every machine.

use std::collections::HashMap;

use egui::epaint::{ImageData, Mesh, Primitive, TextureId, Vertex};
use egui::{Color32, Context, FullOutput, Pos2, Rect, TexturesDelta, pos2};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// Red, green, blue and alpha, premultiplied, from 0 to 1.
type Color = [f32; 4];

/// What lies behind everything.
const BACKDROP: Color = [0.047, 0.047, 0.047, 1.0];

/// Renders triangles in software.
#[derive(Default)]
pub(crate) struct Soft {
    textures: HashMap<TextureId, Texture>,
}

struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color>,
}

fn color(color: Color32) -> Color {
    color.to_array().map(|channel| f32::from(channel) / 255.0)
}

impl Texture {
    /// The colour at a point from (0, 0) to (1, 1), between the four pixels around it.
    fn at(&self, at: Pos2) -> Color {
        let (x, y) = (
            at.x * to_f32(self.width) - 0.5,
            at.y * to_f32(self.height) - 0.5,
        );
        let (left, top) = (x.floor(), y.floor());
        let (right_share, bottom_share) = (x - left, y - top);
        let pixel = |x: f32, y: f32| {
            let column = to_index(x.clamp(0.0, to_f32(self.width - 1)));
            let row = to_index(y.clamp(0.0, to_f32(self.height - 1)));
            self.pixels[row * self.width + column]
        };
        let rows = [top, top + 1.0].map(|y| mix(pixel(left, y), pixel(left + 1.0, y), right_share));
        mix(rows[0], rows[1], bottom_share)
    }
}

fn mix(one: Color, other: Color, share: f32) -> Color {
    std::array::from_fn(|channel| one[channel] * (1.0 - share) + other[channel] * share)
}

impl TestRenderer for Soft {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            for part in images {
                let ImageData::Color(image) = &part.image;
                let [width, height] = image.size;
                let pixels: Vec<Color> = image.pixels.iter().copied().map(color).collect();
                if let (Some([left, top]), Some(texture)) = (part.pos, self.textures.get_mut(&id)) {
                    for (row, line) in pixels.chunks_exact(width).enumerate() {
                        let start = (top + row) * texture.width + left;
                        texture.pixels[start..start + width].copy_from_slice(line);
                    }
                } else {
                    let texture = Texture {
                        width,
                        height,
                        pixels,
                    };
                    self.textures.insert(id, texture);
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut canvas = Canvas::new(to_index(size.x.round()), to_index(size.y.round()));
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = clipped.primitive else {
                continue;
            };
            let texture = self.textures.get(&mesh.texture_id);
            let texture = texture.ok_or_else(|| format!("no texture {:?}", mesh.texture_id))?;
            canvas.paint(&mesh, texture, clipped.clip_rect * scale, scale);
        }
        canvas.into_image()
    }
}

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Color>,
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        let pixels = vec![BACKDROP; width * height];
        Self {
            width,
            height,
            pixels,
        }
    }

    fn paint(&mut self, mesh: &Mesh, texture: &Texture, clip: Rect, scale: f32) {
        let canvas = Rect::from_min_max(Pos2::ZERO, pos2(to_f32(self.width), to_f32(self.height)));
        let clip = Rect::from_min_max(clip.min.round(), clip.max.round()).intersect(canvas);
        for corners in mesh.indices.chunks_exact(3) {
            let corners = [0, 1, 2].map(|at| {
                let index = usize::try_from(corners[at]).unwrap_or_default();
                let vertex = mesh.vertices[index];
                Vertex {
                    pos: vertex.pos * scale,
                    ..vertex
                }
            });
            self.triangle(corners, texture, clip);
        }
    }

    fn triangle(&mut self, corners: [Vertex; 3], texture: &Texture, clip: Rect) {
        let p = corners.map(|corner| corner.pos);
        let area = cross(p[0], p[1], p[2]);
        if area == 0.0 {
            return;
        }
        let bounds = Rect::from_points(&p).intersect(clip);
        if bounds.is_negative() {
            return;
        }
        // An edge that two triangles share belongs to one of them: the top or the left one.
        let takes_edge = [(1, 2), (2, 0), (0, 1)].map(|(from, to): (usize, usize)| {
            let along = (p[to] - p[from]) * area.signum();
            (along.y == 0.0 && along.x > 0.0) || along.y < 0.0
        });
        let colors = corners.map(|corner| color(corner.color));
        for row in to_index(bounds.top().floor())..to_index(bounds.bottom().ceil()) {
            for column in to_index(bounds.left().floor())..to_index(bounds.right().ceil()) {
                let at = pos2(to_f32(column) + 0.5, to_f32(row) + 0.5);
                let shares = [(1, 2), (2, 0), (0, 1)]
                    .map(|(from, to): (usize, usize)| cross(p[from], p[to], at) / area);
                let is_outside = |n: usize| shares[n] < 0.0 || (shares[n] == 0.0 && !takes_edge[n]);
                if (0..3).any(is_outside) {
                    continue;
                }
                let weigh = |value: &dyn Fn(usize) -> f32| {
                    shares[0] * value(0) + shares[1] * value(1) + shares[2] * value(2)
                };
                let uv = pos2(weigh(&|n| corners[n].uv.x), weigh(&|n| corners[n].uv.y));
                let texel = texture.at(uv);
                let source: Color =
                    std::array::from_fn(|channel| texel[channel] * weigh(&|n| colors[n][channel]));
                let pixel = &mut self.pixels[row * self.width + column];
                for channel in 0..4 {
                    pixel[channel] = source[channel] + pixel[channel] * (1.0 - source[3]);
                }
            }
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to a byte before"
    )]
    fn into_image(self) -> Result<RgbaImage, String> {
        let bytes = self.pixels.iter().flatten();
        let bytes = bytes.map(|channel| (channel.clamp(0.0, 1.0) * 255.0).round() as u8);
        let side = |length: usize| u32::try_from(length).unwrap_or_default();
        RgbaImage::from_raw(side(self.width), side(self.height), bytes.collect())
            .ok_or_else(|| "the picture has another size".to_owned())
    }
}

/// Twice the area of a triangle, negative where its corners run the other way round.
fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    let (along, to) = (b - a, c - a);
    along.x * to.y - along.y * to.x
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sides of pictures are small numbers"
)]
fn to_f32(value: usize) -> f32 {
    value as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "points of a canvas, never negative"
)]
fn to_index(value: f32) -> usize {
    value as usize
}

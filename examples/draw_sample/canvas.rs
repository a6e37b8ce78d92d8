//! The canvas that the scenes paint on: outlines as SVG path data, inks that follow a shape.

use tiny_skia::{
    Color, FillRule, GradientStop, LineCap, LineJoin, LinearGradient, Paint, Path as Outline,
    PathBuilder, Pixmap, Point, RadialGradient, Rect, Shader, SpreadMode, Stroke, Transform,
};

/// What a shape is painted with. Colours are written `0xRRGGBB`.
#[derive(Clone, Copy)]
pub(crate) enum Ink<'a> {
    /// One colour, with its opacity.
    Flat(u32, f32),
    /// Colours at even distances from the shape's top to its bottom.
    Down(&'a [u32]),
    /// One colour from this opacity at the shape's top to that one at its bottom.
    Veil(u32, f32, f32),
    /// One colour from this opacity in the shape's middle to nothing at its rim.
    Glow(u32, f32),
}
pub(crate) use Ink::{Down, Flat, Glow, Veil};

impl From<u32> for Ink<'_> {
    fn from(rgb: u32) -> Self {
        Flat(rgb, 1.0)
    }
}

impl Ink<'_> {
    /// The shader of this ink for a shape within `bounds`; none for a gradient without extent.
    fn shader(self, bounds: Rect) -> Option<Shader<'static>> {
        let (top, bottom) = (
            Point::from_xy(0.0, bounds.top()),
            Point::from_xy(0.0, bounds.bottom()),
        );
        let down = |stops: Vec<GradientStop>| {
            LinearGradient::new(top, bottom, stops, SpreadMode::Pad, Transform::identity())
        };
        match self {
            Flat(rgb, opacity) => Some(Shader::SolidColor(colour(rgb, opacity))),
            Down(colours) => {
                let share = 1.0 / span(colours.len().saturating_sub(1)).max(1.0);
                let stop =
                    |(i, rgb): (usize, &u32)| GradientStop::new(span(i) * share, colour(*rgb, 1.0));
                down(colours.iter().enumerate().map(stop).collect())
            }
            Veil(rgb, from, to) => down(vec![
                GradientStop::new(0.0, colour(rgb, from)),
                GradientStop::new(1.0, colour(rgb, to)),
            ]),
            Glow(rgb, opacity) => {
                let middle = Point::from_xy(0.0, 0.0);
                let (x, y) = (
                    bounds.left() + bounds.width() / 2.0,
                    bounds.top() + bounds.height() / 2.0,
                );
                let place = Transform::from_row(
                    bounds.width() / 2.0,
                    0.0,
                    0.0,
                    bounds.height() / 2.0,
                    x,
                    y,
                );
                let stops = vec![
                    GradientStop::new(0.0, colour(rgb, opacity)),
                    GradientStop::new(0.4, colour(rgb, opacity * 0.45)),
                    GradientStop::new(1.0, colour(rgb, 0.0)),
                ];
                RadialGradient::new(middle, 0.0, middle, 1.0, stops, SpreadMode::Pad, place)
            }
        }
    }
}

/// A picture in the making; shapes fall where `place` puts them.
pub(crate) struct Canvas {
    pub(crate) pixmap: Pixmap,
    place: Transform,
}

impl Canvas {
    pub(crate) fn new((width, height): (u16, u16)) -> Result<Self, &'static str> {
        let pixmap = Pixmap::new(width.into(), height.into())
            .ok_or("a picture needs a width and a height")?;
        Ok(Self {
            pixmap,
            place: Transform::identity(),
        })
    }

    /// Draws a group of shapes in the place of its own.
    pub(crate) fn group(&mut self, place: Transform, draw: impl FnOnce(&mut Self)) {
        let outer = self.place;
        self.place = outer.pre_concat(place);
        draw(self);
        self.place = outer;
    }

    fn paint<'a>(&mut self, outline: Option<Outline>, ink: impl Into<Ink<'a>>, width: Option<f32>) {
        let Some(outline) = outline else { return };
        let Some(shader) = ink.into().shader(outline.bounds()) else {
            return;
        };
        let paint = Paint {
            shader,
            ..Paint::default()
        };
        if let Some(width) = width {
            let stroke = Stroke {
                width,
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                ..Stroke::default()
            };
            self.pixmap
                .stroke_path(&outline, &paint, &stroke, self.place, None);
        } else {
            self.pixmap
                .fill_path(&outline, &paint, FillRule::EvenOdd, self.place, None);
        }
    }

    /// Fills an outline given as SVG path data (M, L, Q, C and Z).
    pub(crate) fn fill<'a>(&mut self, data: &str, ink: impl Into<Ink<'a>>) {
        self.paint(outline(data), ink, None);
    }

    /// Strokes an outline given as SVG path data, with round ends.
    pub(crate) fn line<'a>(&mut self, data: &str, width: f32, ink: impl Into<Ink<'a>>) {
        self.paint(outline(data), ink, Some(width));
    }

    /// Fills a rectangle given by its left, top, width and height.
    pub(crate) fn rect<'a>(&mut self, [x, y, w, h]: [f32; 4], ink: impl Into<Ink<'a>>) {
        self.paint(
            Rect::from_xywh(x, y, w, h).map(PathBuilder::from_rect),
            ink,
            None,
        );
    }

    /// Fills a rectangle with round corners.
    pub(crate) fn card<'a>(&mut self, [x, y, w, h]: [f32; 4], r: f32, ink: impl Into<Ink<'a>>) {
        let (right, bottom) = (x + w, y + h);
        let (x1, y1, x2, y2) = (x + r, y + r, right - r, bottom - r);
        let data = format!(
            "M {x1} {y} L {x2} {y} Q {right} {y} {right} {y1} L {right} {y2} Q {right} {bottom} {x2} {bottom} \
             L {x1} {bottom} Q {x} {bottom} {x} {y2} L {x} {y1} Q {x} {y} {x1} {y} Z"
        );
        self.fill(&data, ink);
    }

    /// Fills an ellipse given by its middle and its two radii.
    pub(crate) fn oval<'a>(&mut self, [x, y, rx, ry]: [f32; 4], ink: impl Into<Ink<'a>>) {
        let bounds = Rect::from_xywh(x - rx, y - ry, rx * 2.0, ry * 2.0);
        self.paint(bounds.and_then(PathBuilder::from_oval), ink, None);
    }
}

/// The outline that SVG path data describes: absolute commands M, L, Q, C and Z.
pub(crate) fn outline(data: &str) -> Option<Outline> {
    let mut path = PathBuilder::new();
    let mut command = "";
    let mut numbers = Vec::new();
    for token in data.split_whitespace() {
        match token.parse::<f32>() {
            Ok(number) => numbers.push(number),
            Err(_) => command = token,
        }
        match (command, numbers.as_slice()) {
            ("M", &[x, y]) => path.move_to(x, y),
            ("L", &[x, y]) => path.line_to(x, y),
            ("Q", &[a, b, x, y]) => path.quad_to(a, b, x, y),
            ("C", &[a, b, c, d, x, y]) => path.cubic_to(a, b, c, d, x, y),
            ("Z", _) => path.close(),
            _ => continue,
        }
        numbers.clear();
    }
    path.finish()
}

pub(crate) fn colour(rgb: u32, opacity: f32) -> Color {
    let [_, r, g, b] = rgb.to_be_bytes();
    let mut colour = Color::from_rgba8(r, g, b, 255);
    colour.set_alpha(opacity.clamp(0.0, 1.0));
    colour
}

/// The colour that lies `share` of the way from one to another: distance, haze, night.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between two u8"
)]
pub(crate) fn mix(from: u32, to: u32, share: f32) -> u32 {
    let [_, r1, g1, b1] = from.to_be_bytes();
    let [_, r2, g2, b2] = to.to_be_bytes();
    let part = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
    u32::from_be_bytes([0, part(r1, r2), part(g1, g2), part(b1, b2)])
}

pub(crate) fn span(count: usize) -> f32 {
    u16::try_from(count).map_or(f32::MAX, f32::from)
}

/// Puts a group's `(0, 0)` at `x`, `y`, enlarged; a negative width turns it around.
pub(crate) fn at(x: f32, y: f32, width: f32, height: f32) -> Transform {
    Transform::from_row(width, 0.0, 0.0, height, x, y)
}

/// `count` points spread evenly and without a pattern over the unit square (the R2 sequence).
pub(crate) fn scatter(count: u16) -> impl Iterator<Item = (f32, f32)> {
    (1..=count).map(|i| {
        (
            (f32::from(i) * 0.754_877_7).fract(),
            (f32::from(i) * 0.569_840_3).fract(),
        )
    })
}

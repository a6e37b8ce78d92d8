//! Draws the pictures of the built-in sample and the program's icon.
//!
//! `cargo run --example draw_sample -- OUT` writes `OUT/photos/*.jpg` and `OUT/icon.png`. The same
//! code gives the same bytes, so the sample can be drawn anew instead of being trusted.
//!
//! A scene is one file that paints from the back to the front, in pixels of [`SIZE`]; outlines are
//! written as in SVG, with a space around every number. Shapes that return (people, gulls, stalls)
//! are drawn around their own foot, `(0, 0)`, and put in their place by a `Transform`.

#![allow(clippy::unreadable_literal, reason = "colours are written 0xRRGGBB")]
#![allow(
    clippy::many_single_char_names,
    reason = "x, y, w, h, r, and c for the canvas"
)]

mod canvas;
// A shape a line reads better than an argument a line.
#[rustfmt::skip]
mod people;
#[rustfmt::skip]
mod harbour;
#[rustfmt::skip]
mod market;
#[rustfmt::skip]
mod trees;
#[rustfmt::skip]
mod lighthouse;
#[rustfmt::skip]
mod tram;
#[rustfmt::skip]
mod dyke;
#[rustfmt::skip]
mod icon;

use std::{error::Error, fs, path::Path};

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use canvas::Canvas;

/// Width and height of a picture in pixels.
const SIZE: (u16, u16) = (1600, 1000);
/// JPEG quality: as high as keeps every picture below 120 kB.
const QUALITY: u8 = 68;
/// Paints one picture.
type Scene = fn(&mut Canvas);
/// The pictures in the order in which the sample's captions name them.
const SCENES: [(&str, Scene); 6] = [
    ("harbour-01.jpg", harbour::harbour),
    ("market-02.jpg", market::market),
    ("trees-03.jpg", trees::trees),
    ("lighthouse-04.jpg", lighthouse::lighthouse),
    ("tram-05.jpg", tram::tram),
    ("dyke-06.jpg", dyke::dyke),
];

fn main() -> Result<(), Box<dyn Error>> {
    let out = std::env::args().nth(1).ok_or("usage: draw_sample OUT")?;
    let photos = Path::new(&out).join("photos");
    fs::create_dir_all(&photos)?;
    for (name, scene) in SCENES {
        let mut canvas = Canvas::new(SIZE)?;
        scene(&mut canvas);
        let mut encoder = Encoder::new_file(photos.join(name), QUALITY)?;
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        encoder.encode(canvas.pixmap.data(), SIZE.0, SIZE.1, ColorType::Rgba)?;
    }
    let mut canvas = Canvas::new((256, 256))?;
    icon::icon(&mut canvas);
    canvas.pixmap.save_png(Path::new(&out).join("icon.png"))?;
    Ok(())
}

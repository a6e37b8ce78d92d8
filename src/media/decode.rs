//! Reads a picture's size, and decodes it no larger than asked.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, imageops::FilterType};

/// Pictures with more pixels than this are not decoded (DESIGN: hostile input).
const PIXELS: u64 = 200_000_000;
/// What one decoding may allocate.
const MEMORY: u64 = 512 * 1024 * 1024;

/// So many bytes may follow the end mark of a JPEG.
const PADDING: usize = 64 * 1024;

/// Why a picture cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    /// Not a picture, or of a kind that is not read.
    #[error("this is no picture that Cutline reads (JPEG, PNG, GIF, WebP, TIFF, BMP)")]
    NoPicture,
    /// Broken.
    #[error("the picture is damaged ({0})")]
    Damaged(String),
    /// Too many pixels.
    #[error("{0} × {1} pixels are more than the 200 megapixels that are shown")]
    TooLarge(u32, u32),
}

/// What a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// Width in pixels, as it is shown (turned as its Exif says).
    pub width: u32,
    /// Height in pixels, as it is shown.
    pub height: u32,
    /// `image/jpeg`
    pub content_type: &'static str,
}

/// A decoded picture, scaled down.
#[derive(Debug, Clone)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Red, green, blue, alpha, a byte each, not premultiplied.
    pub rgba: Vec<u8>,
    /// Width and height of the picture itself.
    pub full_size: (u32, u32),
    /// The file ends before its picture does; what is missing is grey.
    pub is_cut_short: bool,
}

/// Reads a picture's size without decoding it.
///
/// # Errors
/// Where it is no picture.
pub fn measure(bytes: &[u8]) -> Result<About, MediaError> {
    let format = image::guess_format(bytes).map_err(|_| MediaError::NoPicture)?;
    let mut decoder = decoder(bytes, format)?;
    let (width, height) = decoder.dimensions();
    let is_turned = decoder.orientation().is_ok_and(|turn| {
        use image::metadata::Orientation as O;
        matches!(
            turn,
            O::Rotate90 | O::Rotate270 | O::Rotate90FlipH | O::Rotate270FlipH
        )
    });
    let (width, height) = if is_turned {
        (height, width)
    } else {
        (width, height)
    };
    Ok(About {
        width,
        height,
        content_type: format.to_mime_type(),
    })
}

/// Decodes a picture and scales it so that no side is longer than `max_side`; turned as its Exif says.
///
/// # Errors
/// Where it is no picture, damaged or too large.
pub fn thumbnail(bytes: &[u8], max_side: u32) -> Result<Pixels, MediaError> {
    let format = image::guess_format(bytes).map_err(|_| MediaError::NoPicture)?;
    let mut decoder = decoder(bytes, format)?;
    let turn = decoder
        .orientation()
        .unwrap_or(image::metadata::Orientation::NoTransforms);
    let decoded = DynamicImage::from_decoder(decoder)
        .map_err(|error| MediaError::Damaged(error.to_string()))?;
    let mut scaled = if decoded.width() > max_side || decoded.height() > max_side {
        // Fast to twice the size, then well to the size.
        let rough = if decoded.width().max(decoded.height()) > max_side.saturating_mul(4) {
            decoded.thumbnail(max_side.saturating_mul(2), max_side.saturating_mul(2))
        } else {
            decoded.clone()
        };
        rough.resize(max_side, max_side, FilterType::Triangle)
    } else {
        decoded.clone()
    };
    scaled.apply_orientation(turn);
    let about = measure(bytes)?;
    let rgba = scaled.into_rgba8();
    Ok(Pixels {
        width: rgba.width(),
        height: rgba.height(),
        rgba: rgba.into_raw(),
        full_size: (about.width, about.height),
        is_cut_short: format == ImageFormat::Jpeg && !has_end(bytes),
    })
}

/// Whether a JPEG has its end mark, some padding aside. Its decoder makes the best of what is there.
fn has_end(bytes: &[u8]) -> bool {
    let from = bytes.len().saturating_sub(PADDING);
    let tail = bytes.get(from..).unwrap_or_default();
    tail.windows(2).any(|pair| pair == [0xFF, 0xD9])
}

fn decoder(bytes: &[u8], format: ImageFormat) -> Result<impl ImageDecoder + '_, MediaError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|error| match error {
        image::ImageError::Unsupported(_) => MediaError::NoPicture,
        other => MediaError::Damaged(other.to_string()),
    })?;
    let (width, height) = decoder.dimensions();
    if u64::from(width).saturating_mul(u64::from(height)) > PIXELS {
        return Err(MediaError::TooLarge(width, height));
    }
    Ok(decoder)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HARBOUR: &[u8] = include_bytes!("../../assets/sample/photos/harbour-01.jpg");

    #[test]
    fn a_picture_is_measured_without_being_decoded() {
        let about = measure(HARBOUR).expect("a picture");
        assert_eq!(
            (about.width, about.height, about.content_type),
            (1600, 1000, "image/jpeg")
        );
    }

    #[test]
    fn a_thumbnail_keeps_the_colours() {
        let pixels = thumbnail(HARBOUR, 160).expect("a picture");
        assert_eq!((pixels.width, pixels.height), (160, 100));
        assert_eq!(pixels.full_size, (1600, 1000));
        // The evening sky near the top left, as the scene is drawn.
        let at = 4 * (10 * 160 + 10);
        for (channel, drawn) in pixels.rgba[at..at + 3].iter().zip([64_u8, 52, 102]) {
            assert!(
                channel.abs_diff(drawn) < 12,
                "{:?}",
                &pixels.rgba[at..at + 3]
            );
        }
    }

    #[test]
    fn a_picture_that_ends_too_early_is_told() {
        let half = HARBOUR.get(..HARBOUR.len() / 2).expect("long enough");
        assert!(thumbnail(half, 160).expect("a picture").is_cut_short);
        assert!(!thumbnail(HARBOUR, 160).expect("a picture").is_cut_short);
    }

    #[test]
    fn what_is_no_picture_says_so() {
        assert!(matches!(measure(b"a text"), Err(MediaError::NoPicture)));
        let cut_short = HARBOUR.get(..100).expect("long enough");
        assert!(thumbnail(cut_short, 160).is_err());
    }
}

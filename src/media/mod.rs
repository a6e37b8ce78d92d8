//! Pictures: what they measure, and small ones of them to show.

mod decode;

pub use decode::{About, MediaError, Pixels, measure, thumbnail};

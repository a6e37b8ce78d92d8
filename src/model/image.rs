//! The picture of a photo: where it lies and what it measures.

use serde::{Deserialize, Serialize};

/// A picture file of a photo.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Image {
    /// Path inside the bundle, with `/`; empty where the picture is only a URL.
    pub path: String,
    /// Absolute URL, where the source gave one.
    pub href: String,
    /// Media type, `image/jpeg`.
    pub content_type: String,
    /// Width in pixels, when known.
    pub width: Option<u32>,
    /// Height in pixels, when known.
    pub height: Option<u32>,
    /// Size of the file in bytes, when known.
    pub size_in_bytes: Option<u64>,
    /// The point that must stay visible when the picture is cropped.
    pub poi: Option<PointOfInterest>,
}

/// A point of interest in pixels from the top left, as the source spelled it (ninjs `poi`).
pub type PointOfInterest = serde_json::Value;

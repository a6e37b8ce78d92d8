//! What an article and its photos are: plain data, no rules, no disk.
//!
//! Names are IPTC's (Photo Metadata Standard 2025.1, ninjs 3.1). An empty string means "not said";
//! nothing here is ever written as an empty value.

mod article;
mod field;
mod image;
mod moment;
mod photo;
mod provenance;
mod span;

pub use article::{Article, Block, Contributor};
pub use field::{Field, FieldValue};
pub use image::{Image, PointOfInterest};
pub use moment::{Moment, Precision};
pub use photo::{Original, Photo, PhotoId, Source, SourceRole, TextField};
pub use provenance::{Provenance, sha256};
pub use span::Span;

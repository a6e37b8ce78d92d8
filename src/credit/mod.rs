//! What Cutline is for: tells caption from credit, in one line and in a whole article.
//!
//! Pure: text in, spans out. [`read`] takes what stands under one photo; [`find`] takes the text of
//! a whole article and says which stretches of it belong to photos. Neither can fail, and both are
//! linear in the length of the text.

mod photo;
mod reading;
mod standin;
pub use photo::{fill, name_parties};
pub use standin::*;

pub use reading::{Confidence, Credit, Part, PartKind, Reading};

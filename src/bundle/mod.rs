//! Places on disk: lists what is there, opens it, saves it. The only part that touches the disk.
//!
//! [`list`] says which articles a path holds; [`open()`] reads one of them into a [`Bundle`];
//! [`Bundle::save`] writes its normalized form beside the source, atomically. A source and its saved
//! file are one article ([`saved`]); what a bundle's pictures are read from is its [`Storage`]. Every
//! edit is written down in a [`Journal`] until it is saved.

mod attach;
mod error;
pub mod export;
mod journal;
mod match_pictures;
mod names;
mod open;
mod place;
mod sample;
mod save;
mod saved;
mod settings;
mod state;
mod storage;
mod write;

pub use attach::{Attached, attach};
pub use error::{OpenError, SaveError};
pub use journal::{Journal, Start, UnsavedWork};
pub use match_pictures::{Proposal, Why, not_shown, proposals};
pub use open::{Bundle, open, open_source, read_file};
pub use place::{Item, list};
pub use sample::sample;
pub use save::SaveTo;
pub use settings::{house, user_settings};
pub use state::StateFolder;
pub use storage::{PICTURE_ENDINGS, Storage, is_picture};
pub use write::{back_up, write_atomically};

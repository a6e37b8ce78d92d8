//! Places on disk: lists what is there, opens it, saves it. The only part that touches the disk.
//!
//! [`list`] says which articles a path holds, each an [`Item`]: a file, an entry of a zip, a line, one
//! of several in a file; [`open()`] reads one of them into a [`Bundle`]; [`Bundle::save`] writes its
//! normalized form beside the source, atomically. A source and its saved file are one article
//! ([`saved`]); what a bundle's pictures are read from is its [`Storage`]. Every
//! edit is written down in a [`Journal`] until it is saved.

mod about;
mod archive;
mod attach;
mod error;
pub mod export;
mod holder;
mod item;
mod journal;
mod lines;
mod match_pictures;
mod mhtml;
mod names;
mod normalized;
mod open;
mod place;
mod sample;
mod save;
mod saved;
mod saved_work;
mod settings;
mod state;
mod storage;
mod write;

pub use archive::{Archive, ZipError};
pub use attach::{Attached, attach};
pub use error::{OpenError, SaveError};
pub use holder::read_file;
pub use item::Item;
pub use journal::{Journal, Start, UnsavedWork};
pub use match_pictures::{Proposal, Why, not_shown, proposals};
pub use mhtml::Parts;
pub use normalized::{Earlier, WriteError, write_normalized};
pub use open::{Bundle, open, open_source};
pub use place::{ARTICLE_ENDINGS, Listing, list};
pub use sample::sample;
pub use save::SaveTo;
pub use settings::{CONFIG, UserSettings, house};
pub use state::StateFolder;
pub use storage::{PICTURE_ENDINGS, Storage, is_picture};

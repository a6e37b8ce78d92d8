//! Every change of an article is an [`Edit`]: data, with its inverse.
//!
//! [`Edit::apply`] changes an article and answers with the edit that takes it back. A [`History`]
//! groups edits into the steps that a person undoes, and knows which state of an article was saved.

mod diff;
mod edits;
mod history;
mod photos;
mod respell;
mod typing;

pub use diff::{Turn, diff};
pub use edits::{Edit, EditError};
pub use history::{Articles, Change, History, StateId, Step};
pub use photos::{add_photo, caption_from_text, move_photo, remove_photo};
pub use respell::Respelling;

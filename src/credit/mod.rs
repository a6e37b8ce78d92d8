//! What Cutline is for: tells caption from credit, in one line and in a whole article.
//!
//! Pure: text in, spans out. [`read()`] takes what stands under one photo; [`find()`] takes the text of
//! a whole article and says which stretches of it belong to photos. Neither can fail, and both are
//! linear in the length of the text.
//!
//! The way of a caption through this module:
//! [`tokens`] and [`glue`] cut it into words and marks, [`text`] adds what the [`lexicon`] knows of
//! them; [`scan`] finds what is set apart: by a [`label`], in a [`bracket`], or as [`furniture`]; [`head`]
//! and [`tail`] find what only its shape tells; [`mod@line`], [`chunk`] and [`name`] are the grammar of a credit line; [`dedupe`] and [`same`]
//! say which credits repeat or contradict each other, [`rough`] takes a label at its word, [`doubt`] says what
//! was not understood; [`caption`] is what is left. [`variants`] counts
//! credits and puts the spellings of the same one together.

pub(crate) mod advisory;
mod agency;
mod bracket;
mod caption;
mod chunk;
mod dedupe;
mod doubt;
mod find;
mod fold;
mod furniture;
mod glue;
mod head;
mod label;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod laws;
mod lexicon;
mod line;
mod name;
mod photo;
mod read;
mod reading;
mod rough;
#[cfg(test)]
mod said_twice;
mod same;
mod scan;
#[cfg(test)]
mod shapes;
mod tail;
#[cfg(test)]
mod tests;
mod text;
mod tokens;
mod variants;

pub use find::{ContributorLine, DateStamp, Findings, Found, find};
pub use lexicon::{Agency, Lexicon, LexiconError};
pub use photo::{fill, name_parties};
pub use read::{read, read_credit, says_all};
pub use reading::{Confidence, Credit, Part, PartKind, Reading};
pub use variants::{By, Cluster, Spelling, Tally, Tie};

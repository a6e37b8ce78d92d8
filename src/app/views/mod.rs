//! The parts of the window, one file each: they read the document and ask.

pub mod article;
pub mod changed;
pub mod close;
pub mod credits;
pub mod fields;
pub mod finding;
pub mod fix_all;
pub mod inspector;
pub mod keys;
pub mod list;
pub mod match_pictures;
pub mod original;
pub mod overwrite;
pub mod palette;
pub mod path_dialog;
pub mod picture;
pub mod queue;
pub mod recover;
pub mod replace;
pub mod sheet;
pub mod status;
pub mod stopped;
pub mod toolbar;
pub mod welcome;
pub mod why;

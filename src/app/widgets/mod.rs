//! The few widgets that every view is made of.

pub mod button;
pub mod dialog;
pub mod field;
pub mod marks;
pub mod thumbnail;
pub mod words;

pub use button::Button;

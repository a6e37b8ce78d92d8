//! The window as an editor uses it, by its accessible names and its keys, without a display.

#![cfg(feature = "window")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking, in its helpers too"
)]

mod commands;
mod credits;
mod editing;
mod leaving;
mod looks;
mod main_job;
mod photos;
mod places;
mod recovery;
mod renderer;
mod support;
#[path = "../support/zips.rs"]
#[allow(dead_code, reason = "others use the rest")]
mod zips;

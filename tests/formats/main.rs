//! Documents in and out: the normalized form, strangers' files, round trips.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking, in its helpers too"
)]

mod bad_input;
mod export;
mod html;
mod html_systems;
mod kept;
mod laws;
mod profile;
mod strangers;
mod support;
mod swapped_seed;
mod wire;

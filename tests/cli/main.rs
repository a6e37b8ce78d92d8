//! The command line as a script uses it: answers, errors, exit codes, files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers too"
)]

mod bad_input;
mod clean;
mod credits;
mod filter;
mod fix;
mod lint;
mod places;
mod readme;
mod support;
#[path = "../support/zips.rs"]
mod zips;

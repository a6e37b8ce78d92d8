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
mod export;
mod filter;
mod fix;
mod import_sheet;
mod lint;
mod places;
mod readme;
mod saved_work;
mod support;
#[path = "../support/zips.rs"]
mod zips;

//! The command line as a script uses it: answers, errors, exit codes, files.

mod bad_input;
mod clean;
mod filter;
mod fix;
mod lint;
mod support;

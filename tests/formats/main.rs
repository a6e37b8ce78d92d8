//! Documents in and out: the normalized form, strangers' files, round trips.

mod laws;
mod profile;
mod strangers;
mod support;
mod swapped_seed;

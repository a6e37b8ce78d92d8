//! Any text as a house's settings.
#![no_main]

use cutline::lint::House;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    House::from_toml(text).ok();
});

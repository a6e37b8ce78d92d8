//! Any text as an article: the photos that are found stand in it, in order.
#![no_main]

use cutline::credit::{Lexicon, find};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let found = find(text, &Lexicon::built_in());
    let mut end = 0;
    for photo in &found.photos {
        assert!(photo.span.start >= end && text.get(photo.span.start..photo.span.end).is_some());
        end = photo.span.end;
    }
    let _ = found.body();
});

//! Any bytes as a file of any format: an article or an error, and what was read is written and read back.
#![no_main]

use cutline::credit::Lexicon;
use cutline::formats::{self, ninjs};
use cutline::model::Provenance;
use libfuzzer_sys::fuzz_target;

/// Names by which a format is told where its content does not say it.
const NAMES: [&str; 6] = ["a.txt", "a.json", "a.html", "a.xml", "a.jsonl", ""];

fuzz_target!(|input: (u8, &[u8])| {
    let (name, bytes) = input;
    let name = NAMES[usize::from(name) % NAMES.len()];
    let lexicon = Lexicon::built_in();
    let Ok(document) = formats::read(name, bytes, &lexicon) else {
        return;
    };
    for read in document.articles {
        let written = ninjs::write(&read.article);
        let again = ninjs::read(&written, &Provenance::default(), &lexicon);
        assert_eq!(ninjs::write(&again), written);
    }
});

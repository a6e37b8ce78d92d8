//! Any text as a caption and as a credit line: no panic, and what is left with the parts is the input.
#![no_main]

use cutline::credit::{Lexicon, read, read_credit};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|raw: &str| {
    let lexicon = Lexicon::built_in();
    for reading in [read(raw, &lexicon), read_credit(raw, &lexicon)] {
        let mut end = 0;
        for part in &reading.parts {
            assert!(part.span.start >= end, "parts overlap: {raw:?}");
            assert!(raw.get(part.span.start..part.span.end).is_some(), "cut inside a letter: {raw:?}");
            end = part.span.end;
        }
    }
});

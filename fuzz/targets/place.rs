//! Any bytes as a zip, a file of records or a saved page: each article that is listed opens or says why not.
#![no_main]

use cutline::bundle;
use cutline::lint::House;
use libfuzzer_sys::fuzz_target;

/// Names by which a place is told where its content does not say it.
const NAMES: [&str; 3] = ["a.zip", "a.jsonl", "a.mhtml"];
/// So many of a place's articles are opened.
const MOST: usize = 32;

fuzz_target!(|input: (u8, &[u8])| {
    let (name, bytes) = input;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(NAMES[usize::from(name) % NAMES.len()]);
    std::fs::write(&path, bytes).expect("a file");
    let house = House::default();
    let Ok(listing) = bundle::list(&path, &house) else {
        return;
    };
    for item in listing.items.iter().take(MOST) {
        if let Ok(bundle) = bundle::open(item, &house) {
            for picture in bundle.pictures.iter().take(MOST) {
                bundle.picture(picture).ok();
            }
        }
    }
    assert_eq!(std::fs::read(&path).expect("the place"), bytes, "the source was touched");
});

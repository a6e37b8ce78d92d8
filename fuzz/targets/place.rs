//! Any bytes as a zip, a file of records, a list or a saved page: each article that is listed opens or
//! says why not; and what was saved of it is there whatever the place becomes.
#![no_main]

use std::path::{Path, PathBuf};

use cutline::bundle::{self, SaveTo};
use cutline::lint::House;
use libfuzzer_sys::fuzz_target;

/// Names by which a place is told where its content does not say it.
const NAMES: [&str; 4] = ["a.zip", "a.jsonl", "a.mhtml", "a.json"];
/// So many of a place's articles are opened.
const MOST: usize = 32;

fuzz_target!(|input: (u8, &[u8], &[u8])| {
    let (name, bytes, later) = input;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(NAMES[usize::from(name) % NAMES.len()]);
    let house = House::default();
    std::fs::write(&path, bytes).expect("a file");
    let saved = opened(&path, &house);
    assert_eq!(std::fs::read(&path).expect("the place"), bytes, "the source was touched");
    std::fs::write(&path, later).expect("a file");
    let Some(saved) = saved else {
        return;
    };
    let listing = bundle::list(&path, &house).expect("what was saved is listed");
    let mut items = listing.items.iter();
    let is_it = |bundle: bundle::Bundle| bundle.file() == Some(saved.as_path());
    assert!(
        items.any(|item| bundle::open(item, &house).is_ok_and(is_it)),
        "what was saved is not there any more"
    );
});

/// Opens the articles of a place; answers where the first was saved.
fn opened(path: &Path, house: &House) -> Option<PathBuf> {
    let listing = bundle::list(path, house).ok()?;
    let mut saved = None;
    for item in listing.items.iter().take(MOST) {
        let Ok(bundle) = bundle::open(item, house) else {
            continue;
        };
        for picture in bundle.pictures.iter().take(MOST) {
            bundle.picture(picture).ok();
        }
        // A stranger's ninjs is saved in its own place.
        if saved.is_none() && bundle.saves_to() != Some(path) {
            let kept = bundle.save(&bundle.article, &SaveTo::InPlace).ok();
            saved = kept.and_then(|kept| kept.saves_to().map(Path::to_owned));
        }
    }
    saved
}

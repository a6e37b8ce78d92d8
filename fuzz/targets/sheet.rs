//! Any bytes as a caption sheet, and its changes of an article: every change applies.
#![no_main]

use cutline::credit::Lexicon;
use cutline::edit::Edit;
use cutline::formats::{sheet::Sheet, text};
use cutline::model::Provenance;
use libfuzzer_sys::fuzz_target;

/// An article that the sheet may speak of.
const TEXT: &str = "Fishermen mend nets in Torvik. (AP Photo/Ana Maric) Credit: Ana Maric";

fuzz_target!(|bytes: &[u8]| {
    let Ok(sheet) = Sheet::read(bytes) else {
        return;
    };
    let article = text::read(TEXT, &Provenance::default(), &Lexicon::built_in());
    let (changes, _) = sheet.changes(&[("ferry", &article)]);
    let mut changed = article.clone();
    for change in changes {
        let edit = Edit::set(change.photo, change.value);
        edit.apply(&mut changed).expect("an edit of this article");
    }
});

//! What the tests of documents share.

use cutline::credit::Lexicon;
use cutline::formats::{self, ninjs};
use cutline::lint::{Certainty, House, Index, certain};
use cutline::model::Article;

/// Reads a file's text.
pub(crate) fn read(file: &str, text: &str) -> Article {
    formats::read(file, text.as_bytes(), &Lexicon::built_in())
        .expect("an article")
        .into_first()
        .expect("an article")
        .article
}

/// The bytes that `clean` gives for it.
pub(crate) fn cleaned(mut article: Article) -> String {
    let house = House::default();
    let index = Index::of(&article, None);
    certain::apply(&mut article, &index, &house, Certainty::Certain);
    ninjs::to_string(&ninjs::write(&article))
}

/// The folder of shared material that some tests need.
pub(crate) fn shared() -> std::path::PathBuf {
    std::env::var_os("CUTLINE_SHARED")
        .expect("CUTLINE_SHARED names the shared folder")
        .into()
}

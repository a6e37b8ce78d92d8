//! Whether what was saved and what stands in a file now are one article: by its address and its own
//! id, and where these cannot be compared by what it says.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use super::holder::{name_of, read_file};
use super::saved::Named;
use crate::credit::Lexicon;
use crate::formats;
use crate::model::{Article, Block};

/// Shorter words are in every article.
const LETTERS: usize = 4;

/// What tells an article from others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// Where it was published.
    Url(String),
    /// The own id of its record.
    Id(String),
}

impl Mark {
    pub(super) fn value(&self) -> &str {
        match self {
            Self::Url(value) | Self::Id(value) => value,
        }
    }

    fn can_be_compared(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The marks that an article has.
pub(super) fn marks_of(article: &Article) -> Vec<Mark> {
    marks(&article.url, &article.record_id)
}

/// The marks of an address and an id, either of which may be empty.
pub(super) fn marks(url: &str, id: &str) -> Vec<Mark> {
    let marks = [Mark::Url(url.to_owned()), Mark::Id(id.to_owned())];
    let marks = marks.into_iter();
    marks.filter(|mark| !mark.value().is_empty()).collect()
}

/// Whether an article is the one that was saved as this file, though it reads otherwise now.
pub(super) fn is_saved_as(
    article: &Article,
    file: &Path,
    named: &Named,
    lexicon: &Lexicon,
) -> bool {
    let marks = marks_of(article);
    if marks.iter().any(|mark| named.marks.contains(mark)) {
        return true;
    }
    let is_told_apart = marks
        .iter()
        .any(|own| named.marks.iter().any(|mark| mark.can_be_compared(own)));
    if is_told_apart {
        return false;
    }
    let saved = read_file(file).ok().and_then(|bytes| {
        let read = formats::read(&name_of(file), &bytes, lexicon).ok()?;
        Some(read.into_first()?.article)
    });
    saved.is_some_and(|saved| say_much_the_same(&saved, article))
}

/// Whether two articles have one headline, or share half of the words of the shorter one.
fn say_much_the_same(one: &Article, other: &Article) -> bool {
    if !one.headline.is_empty() && one.headline == other.headline {
        return true;
    }
    let (one, other) = (text_of(one), text_of(other));
    let (one, other) = (words_of(&one), words_of(&other));
    let shorter = one.len().min(other.len());
    shorter > 0 && one.intersection(&other).count() * 2 >= shorter
}

fn text_of(article: &Article) -> String {
    let body = article.blocks.iter().filter_map(|block| match block {
        Block::Text(text) => Some(text.as_str()),
        Block::Photo(_) => None,
    });
    let captions = article.photos.iter().map(|photo| photo.caption.as_str());
    let said: Vec<&str> = [article.headline.as_str()]
        .into_iter()
        .chain(body)
        .chain(captions)
        .collect();
    said.join("\n").to_lowercase()
}

fn words_of(text: &str) -> HashSet<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| word.chars().count() >= LETTERS)
        .collect()
}

/// The runs of letters and digits that are longest in these marks: what has none of them in its bytes,
/// however it is escaped, has none of the marks. None where a mark has no such run.
pub(super) fn runs_of(marks: &BTreeSet<&Mark>) -> Option<Vec<String>> {
    let run_of = |mark: &&Mark| {
        let runs = mark
            .value()
            .split(|sign: char| !sign.is_ascii_alphanumeric());
        let longest = runs.max_by_key(|run| run.len());
        longest.filter(|run| !run.is_empty()).map(str::to_owned)
    };
    marks.iter().map(run_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(headline: &str, text: &str) -> Article {
        Article {
            headline: headline.to_owned(),
            blocks: vec![Block::Text(text.to_owned())],
            ..Article::default()
        }
    }

    #[test]
    fn articles_are_one_by_their_headline_or_by_most_of_their_words() {
        let ferry = "The ferry came back to Torvik after four days of storm, carrying flour.";
        for (headline, text, expected) in [
            ("The ferry is back", "Nothing of it is left.", true),
            (
                "Ferry",
                "The ferry came back to Torvik after five days of storm.",
                true,
            ),
            (
                "Nets",
                "Nets dry at the harbour, where two boats are painted.",
                false,
            ),
            ("", "", false),
        ] {
            let is_same = say_much_the_same(
                &article("The ferry is back", ferry),
                &article(headline, text),
            );
            assert_eq!(is_same, expected, "{headline}: {text}");
        }
    }

    #[test]
    fn marks_are_looked_for_by_what_no_writer_escapes() {
        let url = Mark::Url("https://example.org/a?b=1&harbour=2".to_owned());
        let id = Mark::Id("\u{e9}".to_owned());
        assert_eq!(
            runs_of(&BTreeSet::from([&url])),
            Some(vec!["harbour".to_owned()])
        );
        assert_eq!(runs_of(&BTreeSet::from([&url, &id])), None);
    }
}

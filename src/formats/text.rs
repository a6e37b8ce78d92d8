//! Plain text: captions are found in the running text and taken out of the body.

use crate::credit::{self, Lexicon};
use crate::model::{Article, Block, Contributor, Moment, Original, Photo, PhotoId, Provenance};

use super::urn;

/// Reads an article's text. Nothing is fixed: the photos hold what the source said, split at the
/// spans of the reading.
#[must_use]
pub fn read(text: &str, provenance: &Provenance, lexicon: &Lexicon) -> Article {
    let mut article = Article {
        uri: urn(&provenance.sha256),
        provenance: provenance.clone(),
        ..Article::default()
    };
    fill(&mut article, text, lexicon);
    article
}

/// Puts a running text into an article: its body, its photos, its date where it says one.
pub(super) fn fill(article: &mut Article, text: &str, lexicon: &Lexicon) {
    let found = credit::find(text, lexicon);
    if let Some(date) = found.date
        && article.source_date.is_empty()
    {
        let said = date.of(text);
        article.created = Moment::parse(said);
        said.clone_into(&mut article.source_date);
    }
    article.contributors = found
        .contributors
        .iter()
        .map(|name| Contributor {
            name: (*name).to_owned(),
        })
        .collect();
    let mut stretches = found.photos.iter().peekable();
    let mut number = 0u32;
    for paragraph in found.paragraphs(text) {
        while let Some(stretch) = stretches.next_if(|stretch| stretch.span.start < paragraph.start)
        {
            number = number.saturating_add(1);
            place(article, photo(number, stretch, text, article_hash(article)));
        }
        article
            .blocks
            .push(Block::Text(paragraph.of(text).to_owned()));
    }
    for stretch in stretches {
        number = number.saturating_add(1);
        place(article, photo(number, stretch, text, article_hash(article)));
    }
}

fn article_hash(article: &Article) -> String {
    article.provenance.sha256.clone()
}

fn place(article: &mut Article, photo: Photo) {
    article.blocks.push(Block::Photo(photo.id));
    article.photos.push(photo);
}

fn photo(number: u32, stretch: &credit::Stretch<'_>, text: &str, hash: String) -> Photo {
    let name = format!("photo-{number}");
    let uri = urn(&format!("{hash}#{name}"));
    let mut photo = Photo::new(PhotoId(number), name, uri);
    credit::fill(&mut photo, &stretch.reading);
    photo.original = Some(Original {
        text: stretch.span.of(text).to_owned(),
        span: Some(stretch.span),
    });
    photo
}

/// The paragraphs of a plain text: its lines that are not blank, trimmed.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

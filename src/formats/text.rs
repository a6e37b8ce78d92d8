//! Plain text: captions are found in the running text and taken out of the body.

use crate::credit::{self, Lexicon};
use crate::model::{Article, Block, Contributor, Moment, Original, Photo, PhotoId, Provenance};

use super::{Format, Read, urn, xml};

/// Plain text.
pub(crate) static FORMAT: Format = Format {
    name: "plain text",
    recognizes: |source| source.json().is_none() && !xml::is_xml(source),
    read: |source, lexicon| {
        let article = read(source.text, &source.provenance, lexicon);
        Ok(vec![Read::from(article)])
    },
};

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
    if let Some(stamp) = found.date
        && article.source_date.is_empty()
    {
        let said = stamp.date.of(text);
        article.created = Moment::parse(said);
        said.clone_into(&mut article.source_date);
    }
    article.contributors = found
        .contributors()
        .iter()
        .map(|name| Contributor {
            name: (*name).to_owned(),
        })
        .collect();
    let mut photos = found
        .photos
        .iter()
        .zip(found.paragraphs_before())
        .zip(1u32..)
        .peekable();
    for (before, paragraph) in found.body().iter().enumerate() {
        while let Some(((found, _), number)) = photos.next_if(|((_, place), _)| *place <= before) {
            place(
                article,
                photo(number, found, text, &article.provenance.sha256),
            );
        }
        article
            .blocks
            .push(Block::Text(paragraph.of(text).to_owned()));
    }
    for ((found, _), number) in photos {
        place(
            article,
            photo(number, found, text, &article.provenance.sha256),
        );
    }
}

fn place(article: &mut Article, photo: Photo) {
    article.blocks.push(Block::Photo(photo.id));
    article.photos.push(photo);
}

fn photo(number: u32, found: &credit::Found<'_>, text: &str, hash: &str) -> Photo {
    let name = format!("photo-{number}");
    let uri = urn(&format!("{hash}#{name}"));
    let mut photo = Photo::new(PhotoId(number), name, uri);
    credit::fill(&mut photo, &found.reading);
    photo.original = Some(Original {
        text: found.span.of(text).to_owned(),
        span: Some(found.span),
    });
    photo
}

/// A text in one line: white space is layout in XML and HTML.
pub(in crate::formats) fn folded(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraphs of a plain text: its lines that are not blank, trimmed.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

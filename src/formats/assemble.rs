//! Puts an article together from what a structured format says piece by piece, in reading order.

use serde_json::{Map, Value};

use super::{text, urn};
use crate::credit::{self, Lexicon};
use crate::model::{Article, Block, Original, Photo, PhotoId, Provenance};

/// An article in the making.
#[derive(Debug)]
pub(super) struct Assembly<'a> {
    /// What is said about the article itself is set here; blocks and photos come through the
    /// functions below.
    pub(super) article: Article,
    /// What the identities of its photos are made from.
    identity: String,
    lexicon: &'a Lexicon,
}

impl<'a> Assembly<'a> {
    /// Nothing but where it comes from. `key` tells the articles of one file apart; empty where the
    /// file holds one.
    pub(super) fn new(provenance: &Provenance, key: &str, lexicon: &'a Lexicon) -> Self {
        let hash = &provenance.sha256;
        let identity = if key.is_empty() {
            hash.clone()
        } else {
            format!("{hash}#{key}")
        };
        Self {
            article: Article {
                uri: urn(&identity),
                provenance: provenance.clone(),
                ..Article::default()
            },
            identity,
            lexicon,
        }
    }

    /// What names and labels are read by.
    pub(super) fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// A paragraph of the body, or several of them in lines; blank ones are left out.
    pub(super) fn text(&mut self, said: &str) {
        for paragraph in text::paragraphs(said) {
            self.article.blocks.push(Block::Text(paragraph.to_owned()));
        }
    }

    /// A photo at this place of the body. `fill` sets what the source says in fields of their own.
    ///
    /// `caption` is the text at the picture: where the source gives no credit apart, it is read like
    /// running text and split at the credit in it, and what was printed is kept as the original.
    /// Creators and sources are read from the credit where `fill` set none.
    pub(super) fn photo(&mut self, caption: &str, fill: impl FnOnce(&mut Photo)) {
        let number = u32::try_from(self.article.photos.len())
            .unwrap_or(u32::MAX - 1)
            .saturating_add(1);
        let name = format!("photo-{number}");
        let uri = urn(&format!("{}#{name}", self.identity));
        let mut photo = Photo::new(PhotoId(number), name, uri);
        fill(&mut photo);
        let caption = caption.trim();
        if photo.credit_line.is_empty() {
            let reading = credit::read(caption, self.lexicon);
            credit::fill(&mut photo, &reading);
            photo.original = (!caption.is_empty() && photo.caption != caption).then(|| Original {
                text: caption.to_owned(),
                span: None,
            });
        } else {
            photo.caption = caption.to_owned();
            if photo.creators.is_empty() && photo.sources.is_empty() {
                credit::name_parties(&mut photo, self.lexicon);
            }
        }
        self.article.blocks.push(Block::Photo(photo.id));
        self.article.photos.push(photo);
    }

    /// What the source says and neither the model nor ninjs has a place for, under its own name.
    pub(super) fn keep(&mut self, fields: Map<String, Value>) {
        self.article.source_fields.extend(fields);
    }

    /// The article, done.
    pub(super) fn done(self) -> Article {
        self.article
    }
}

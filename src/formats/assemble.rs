//! Puts an article together from what a structured format says piece by piece, in reading order.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::fields::merge;
use super::{text, urn};
use crate::credit::{self, Lexicon};
use crate::model::{Article, Block, Original, Photo, PhotoId, Provenance, sha256};

/// An article in the making.
#[derive(Debug)]
pub(super) struct Assembly<'a> {
    /// What is said about the article itself is set here; blocks and photos come through the
    /// functions below.
    pub(super) article: Article,
    /// What the identities of its photos are made from.
    identity: String,
    /// The number of the last photo.
    last: u32,
    /// The identities of photos that said theirs.
    told: BTreeSet<String>,
    lexicon: &'a Lexicon,
}

/// Where the source fields of single photos are kept, by the photo's name.
pub(super) const OF_PHOTOS: &str = "associations";

impl<'a> Assembly<'a> {
    /// Nothing but where it comes from. `key` tells the articles of one file apart; empty where the
    /// file holds one.
    pub(super) fn new(provenance: &Provenance, key: &str, lexicon: &'a Lexicon) -> Self {
        let identity = identity(provenance, key);
        Self {
            article: Article {
                uri: urn(&identity),
                provenance: provenance.clone(),
                ..Article::default()
            },
            identity,
            last: 0,
            told: BTreeSet::new(),
            lexicon,
        }
    }

    /// Goes on with an article that has photos already.
    pub(super) fn resumed(article: Article, key: &str, lexicon: &'a Lexicon) -> Self {
        let identity = identity(&article.provenance, key);
        let mut assembly = Self {
            article,
            identity,
            last: 0,
            told: BTreeSet::new(),
            lexicon,
        };
        assembly.last = assembly.highest();
        assembly
    }

    /// A paragraph of the body, or several of them in lines; blank ones are left out.
    pub(super) fn text(&mut self, said: &str) {
        for paragraph in text::paragraphs(said) {
            self.article.blocks.push(Block::Text(paragraph.to_owned()));
        }
    }

    /// The body as its source wrote it, kept beside its paragraphs.
    pub(super) fn keep_body(&mut self, role: &str, content_type: &str, value: &str) {
        let bodies = self.article.rest.entry("bodies");
        if let Value::Array(bodies) = bodies.or_insert_with(|| Value::Array(Vec::new())) {
            let body = json!({ "role": role, "contentType": content_type, "value": value });
            bodies.push(body);
        }
    }

    /// Reads the captions of photos whose source gave no credit apart, and in the credits who is
    /// named there: creators where the source named none, organisations where it named none.
    pub(super) fn read_captions(&mut self) {
        let mut photos = std::mem::take(&mut self.article.photos);
        for photo in &mut photos {
            let caption = std::mem::take(&mut photo.caption);
            let creators = std::mem::take(&mut photo.creators);
            let sources = std::mem::take(&mut photo.sources);
            self.caption(photo, caption.trim());
            if !creators.is_empty() {
                photo.creators = creators;
            }
            if !sources.is_empty() {
                photo.sources = sources;
            }
        }
        self.article.photos = photos;
    }

    /// A running text in which captions stand among the paragraphs: they are found in it.
    pub(super) fn running_text(&mut self, said: &str) {
        text::fill(&mut self.article, said, self.lexicon);
        self.last = self.highest();
    }

    /// A photo at this place of the body. `fill` sets what the source says in fields of their own.
    ///
    /// `caption` is the text at the picture: where the source gives no credit apart, it is read like
    /// running text and split at the credit in it, and what was printed is kept as the original.
    /// Creators and sources are read from the credit where `fill` set none.
    pub(super) fn photo(&mut self, caption: &str, fill: impl FnOnce(&mut Photo)) -> PhotoId {
        self.last = self.last.saturating_add(1);
        let number = self.last;
        let name = format!("photo-{number}");
        let uri = urn(&format!("{}#{name}", self.identity));
        let mut photo = Photo::new(PhotoId(number), name, uri);
        fill(&mut photo);
        self.caption(&mut photo, caption.trim());
        let id = photo.id;
        self.article.blocks.push(Block::Photo(id));
        self.article.photos.push(photo);
        id
    }

    /// A photo at this place of the body that says all of itself: nothing of it is read. Where
    /// another has its identity already, it gets one of its own.
    pub(super) fn told(&mut self, mut photo: Photo) -> PhotoId {
        self.last = self.last.saturating_add(1);
        photo.id = PhotoId(self.last);
        let name = format!("photo-{}", self.last);
        let uri = urn(&format!("{}#{name}", self.identity));
        if photo.name.is_empty() || !self.told.insert(photo.name.clone()) {
            photo.name = name;
        }
        if photo.uri.is_empty() || !self.told.insert(photo.uri.clone()) {
            photo.uri = uri;
        }
        let id = photo.id;
        self.article.blocks.push(Block::Photo(id));
        self.article.photos.push(photo);
        id
    }

    /// The same of a photo that has its place already.
    pub(super) fn retell(&mut self, id: PhotoId, mut photo: Photo) {
        let is_free = |told: &mut BTreeSet<String>, said: &str| {
            !said.is_empty() && told.insert(said.to_owned())
        };
        let Some(known) = self.article.photos.iter_mut().find(|known| known.id == id) else {
            return;
        };
        if !is_free(&mut self.told, &photo.name) {
            photo.name.clone_from(&known.name);
        }
        if !is_free(&mut self.told, &photo.uri) {
            photo.uri.clone_from(&known.uri);
        }
        photo.id = id;
        *known = photo;
    }

    /// Names that photos will say as theirs: other photos are numbered behind them.
    pub(super) fn reserve<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        let numbers = names.filter_map(numbered);
        self.last = numbers.fold(self.last, u32::max);
    }

    /// Gives a photo its caption, and reads from it, or from the credit, what no field says.
    fn caption(&self, photo: &mut Photo, caption: &str) {
        if photo.credit_line.is_empty() {
            let reading = credit::read(caption, self.lexicon);
            credit::fill(photo, &reading);
            if photo.original.is_none() && photo.caption != caption {
                photo.original = Some(Original {
                    text: caption.to_owned(),
                    span: None,
                });
            }
        } else {
            photo.caption = caption.to_owned();
            credit::name_parties(photo, self.lexicon);
        }
    }

    /// What captions and credits are read with.
    pub(super) fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// What the source says and neither the model nor ninjs has a place for, under its own name.
    pub(super) fn keep(&mut self, fields: Map<String, Value>) {
        merge(&mut self.article.source_fields, fields);
    }

    /// The same about one photo.
    pub(super) fn keep_of_photo(&mut self, id: PhotoId, fields: Map<String, Value>) {
        if let Some(photo) = self.article.photo(id)
            && !fields.is_empty()
        {
            let of_photo = Map::from_iter([(photo.name.clone(), Value::Object(fields))]);
            self.keep(Map::from_iter([(
                OF_PHOTOS.to_owned(),
                Value::Object(of_photo),
            )]));
        }
    }

    /// The article, done: its photos in the order in which it shows them.
    pub(super) fn done(mut self) -> Article {
        let mut places = BTreeMap::new();
        for (block, place) in self.article.blocks.iter().zip(0usize..) {
            if let Block::Photo(id) = block {
                places.insert(*id, place);
            }
        }
        let place = |photo: &Photo| places.get(&photo.id).copied().unwrap_or(usize::MAX);
        self.article.photos.sort_by_key(place);
        self.article
    }

    fn highest(&self) -> u32 {
        let number = |photo: &Photo| numbered(&photo.name).unwrap_or(0).max(photo.id.0);
        let numbers = self.article.photos.iter().map(number);
        numbers.max().unwrap_or(0)
    }
}

/// The number in a name that was given to a photo.
fn numbered(name: &str) -> Option<u32> {
    name.strip_prefix("photo-")?.parse().ok()
}

/// Where one of several articles of a file comes from: its hash is of its own part of the file, so that
/// it stays what it is wherever in the file it stands. JSON is written without white space for that.
pub(super) fn part_of(provenance: &Provenance, part: &str) -> Provenance {
    Provenance {
        sha256: sha256(part.as_bytes()),
        ..provenance.clone()
    }
}

/// What an article's identities are made from: the bytes of its file, and what tells it apart there.
pub(in crate::formats) fn identity(provenance: &Provenance, key: &str) -> String {
    let hash = &provenance.sha256;
    if key.is_empty() {
        hash.clone()
    } else {
        format!("{hash}#{key}")
    }
}

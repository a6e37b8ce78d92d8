//! Files that Cutline exported: what they carry, and what somebody changed in them since.
//!
//! A file that was edited is read twice, as it was written and as it stands. Where both say the same,
//! what it carries stays, which is more than its format has words for; where they differ, the editor
//! has the last word.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::assemble::OF_PHOTOS;
use super::export::Carried;
use super::fields::merge;
use super::spelling::Fact;
use super::{Format, FormatError, Read, Source, html, recognize};
use crate::credit::Lexicon;
use crate::model::{Article, Block, Image, Moment, Photo, PhotoId, TextField};

/// Said of an export that somebody edited, in a line of the window.
pub(super) const EDITED: &str = "edited since Cutline exported it; read as it says now";

/// The source field that keeps a date nobody can read.
pub(super) const UNREAD_DATE: &str = "unread-date";

/// Reads a file that Cutline exported: as it was exported where it says the same still, whatever its
/// indents and line ends, and else as it says now.
pub(super) fn read(
    format: &'static Format,
    source: Source<'_>,
    carried: Carried,
    lexicon: &Lexicon,
) -> Result<Vec<Read>, FormatError> {
    let is_same = carried.files().any(|text| text == source.text);
    if is_same {
        return Ok(vec![Read::from(carried.into_article(&source))]);
    }
    let (file, sha256) = (source.file, source.provenance.sha256.clone());
    let words_now = words(format, source.text);
    let as_written = carried.files().find_map(|text| {
        let source = Source::new(file, &text, sha256.clone());
        let is_of_format = recognize(&source).is_ok_and(|one| one == format);
        let reads = is_of_format.then(|| (format.read)(source, lexicon).ok())??;
        Some((reads, words(format, &text)))
    });
    let again = Source::new(file, source.text, sha256.clone());
    let mut now = (format.read)(source, lexicon)?;
    let carried = carried.into_article(&again);
    let Some((then, words_then)) = as_written else {
        if let Some(first) = now.first_mut() {
            first.notes.push(EDITED.to_owned());
        }
        return Ok(now);
    };
    let is_as_written = articles(&then) == articles(&now);
    if is_as_written && words_then == words_now {
        return Ok(vec![Read::from(carried)]);
    }
    let (Some(first), Some(then)) = (now.first_mut(), then.first()) else {
        return Ok(now);
    };
    let mut edit = Edited {
        carried,
        then: &then.article,
        now: std::mem::take(&mut first.article),
        notes: vec![EDITED.to_owned()],
    };
    edit.dates();
    let fields = edit.new_fields();
    edit.left(&fields);
    let article = edit.article(fields);
    first.notes.extend(edit.notes);
    *first = Read {
        notes: std::mem::take(&mut first.notes),
        ..Read::from(article)
    };
    Ok(now)
}

/// What a file shows, where its format shows more than what is read.
fn words(format: &Format, text: &str) -> Vec<String> {
    if *format == html::FORMAT {
        html::shown(text)
    } else {
        Vec::new()
    }
}

fn articles(reads: &[Read]) -> Vec<&Article> {
    reads.iter().map(|read| &read.article).collect()
}

/// An article as it is carried, as its file said it when it was written, and as it says it now.
struct Edited<'a> {
    carried: Article,
    then: &'a Article,
    now: Article,
    notes: Vec<String>,
}

impl Edited<'_> {
    /// A date that cannot be read stays what it was.
    fn dates(&mut self) {
        let unread = |fields: &Map<String, Value>| {
            let said = fields.get(UNREAD_DATE).and_then(Value::as_str);
            said.map(str::to_owned)
        };
        let note = |whose: &str, said: &str, date: Option<&Moment>| {
            let stays = date.map_or("there is none", |date| date.as_said());
            format!(
                "{whose}: \"{said}\" is no date that is certain; the date stays as it was ({stays})"
            )
        };
        if let Some(said) = unread(&self.now.source_fields) {
            let created = &self.carried.created;
            self.notes
                .push(note("the article", &said, created.as_ref()));
            self.now.created.clone_from(&self.then.created);
        }
        let of_photos = self.now.source_fields.get(OF_PHOTOS);
        let of_photos = of_photos.and_then(Value::as_object);
        let (carried, then) = (by_name(&self.carried.photos), by_name(&self.then.photos));
        for photo in &mut self.now.photos {
            let fields = of_photos.and_then(|all| all.get(&photo.name)?.as_object());
            let Some(said) = fields.and_then(unread) else {
                continue;
            };
            let carried = carried.get(photo.name.as_str());
            let created = carried.and_then(|photo| photo.created.as_ref());
            self.notes.push(note(&photo.name, &said, created));
            let then = then.get(photo.name.as_str());
            photo.created = then.and_then(|photo| photo.created.clone());
        }
    }

    /// What is carried, with what the editor changed.
    fn article(&self, fields: Map<String, Value>) -> Article {
        let mut article = self.carried.clone();
        for fact in Fact::ALL {
            let said = fact.of(&self.now);
            if said != fact.of(self.then) {
                fact.tell(&mut article, &said);
            }
        }
        retell(&mut article.rest, &self.then.rest, &self.now.rest);
        merge(&mut article.source_fields, fields);
        let ids = self.photos(&mut article);
        self.blocks(&mut article, &ids);
        article
    }

    /// Says what an editor wrote that no field of a photo has now.
    fn left(&mut self, fields: &Map<String, Value>) {
        let photos = fields.get(OF_PHOTOS).and_then(Value::as_object);
        for (name, fields) in photos.into_iter().flatten() {
            let fields = fields.as_object().into_iter().flatten();
            let fields = fields.filter(|(field, _)| *field != UNREAD_DATE);
            for (field, said) in fields {
                let said = said
                    .as_str()
                    .map_or(String::new(), |said| format!(" \"{said}\""));
                let note =
                    format!("{name}: the file's {field}{said} is kept in its source fields alone");
                self.notes.push(note);
            }
        }
    }

    /// What the file says more than it did, of the article and of each photo.
    fn new_fields(&self) -> Map<String, Value> {
        let none = Map::new();
        let photos = |article: &'_ Article| {
            let photos = article.source_fields.get(OF_PHOTOS);
            photos.and_then(Value::as_object).cloned()
        };
        let mut new = added(&self.then.source_fields, &self.now.source_fields);
        new.shift_remove(OF_PHOTOS);
        let then = photos(self.then).unwrap_or_default();
        let mut of_photos = Map::new();
        for (name, fields) in photos(&self.now).unwrap_or_default() {
            let then = then.get(&name).and_then(Value::as_object);
            let fields = fields.as_object().unwrap_or(&none);
            let fields = added(then.unwrap_or(&none), fields);
            if !fields.is_empty() {
                of_photos.insert(name, Value::Object(fields));
            }
        }
        if !of_photos.is_empty() {
            new.insert(OF_PHOTOS.to_owned(), Value::Object(of_photos));
        }
        new
    }

    /// The photos that the file shows, in its order; answers with the ids that they have now.
    fn photos(&self, article: &mut Article) -> BTreeMap<PhotoId, PhotoId> {
        let (carried, then) = (by_name(&self.carried.photos), by_name(&self.then.photos));
        let mut last = article
            .photos
            .iter()
            .map(|photo| photo.id.0)
            .max()
            .unwrap_or(0);
        let mut ids = BTreeMap::new();
        article.photos.clear();
        for now in &self.now.photos {
            let name = now.name.as_str();
            let photo = if let (Some(carried), Some(then)) = (carried.get(name), then.get(name)) {
                changed((*carried).clone(), then, now)
            } else {
                last = last.saturating_add(1);
                Photo {
                    id: PhotoId(last),
                    ..now.clone()
                }
            };
            ids.insert(now.id, photo.id);
            article.photos.push(photo);
        }
        // What the file never showed was not taken out of it.
        let now = by_name(&self.now.photos);
        let unshown = self.carried.photos.iter().filter(|photo| {
            let name = photo.name.as_str();
            !then.contains_key(name) && !now.contains_key(name)
        });
        article.photos.extend(unshown.cloned());
        ids
    }

    /// The paragraphs and places; a paragraph that the file still has stays as it is carried.
    fn blocks(&self, article: &mut Article, ids: &BTreeMap<PhotoId, PhotoId>) {
        if places(self.then) == places(&self.now) {
            return;
        }
        let carried = std::mem::take(&mut article.blocks);
        let mut known: BTreeMap<&str, &str> = BTreeMap::new();
        if carried.len() == self.then.blocks.len() {
            for (then, carried) in self.then.blocks.iter().zip(&carried) {
                if let (Block::Text(then), Block::Text(carried)) = (then, carried) {
                    known.insert(then, carried);
                }
            }
        }
        let blocks = self.now.blocks.iter().filter_map(|block| match block {
            Block::Text(text) => {
                let text = known.get(text.as_str()).copied().unwrap_or(text);
                Some(Block::Text(text.to_owned()))
            }
            Block::Photo(id) => ids.get(id).map(|id| Block::Photo(*id)),
        });
        article.blocks = blocks.collect();
        let unshown = article.photos.iter().skip(self.now.photos.len());
        let unshown = unshown.map(|photo| Block::Photo(photo.id));
        article.blocks.extend(unshown);
    }
}

fn by_name(photos: &[Photo]) -> BTreeMap<&str, &Photo> {
    let photos = photos.iter();
    photos.map(|photo| (photo.name.as_str(), photo)).collect()
}

/// Lets members that ninjs has a place for say what a file says otherwise than it did. The body as the
/// file has it only repeats the paragraphs.
fn retell(known: &mut Map<String, Value>, then: &Map<String, Value>, now: &Map<String, Value>) {
    let names: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    for name in names.into_iter().filter(|name| *name != "bodies") {
        let (then, now) = (then.get(name), now.get(name));
        if then == now {
            continue;
        }
        match (known.get_mut(name), now) {
            (Some(Value::Array(known)), Some(Value::Array(now))) => {
                let then = then.and_then(Value::as_array);
                retell_entries(known, then.map_or(&[], Vec::as_slice), now);
            }
            (_, Some(now)) => drop(known.insert(name.clone(), now.clone())),
            (_, None) => drop(known.shift_remove(name)),
        }
    }
}

/// The same of the entries of a list: new ones are added, and those that were taken out go.
fn retell_entries(known: &mut Vec<Value>, then: &[Value], now: &[Value]) {
    let said =
        |entries: &[Value]| -> BTreeSet<String> { entries.iter().map(Value::to_string).collect() };
    let (before, still) = (said(then), said(now));
    known.retain(|entry| {
        let entry = entry.to_string();
        still.contains(&entry) || !before.contains(&entry)
    });
    let there = said(known);
    let new = now
        .iter()
        .filter(|entry| !there.contains(&entry.to_string()));
    known.extend(new.cloned());
}

/// The members that say something else than they did.
fn added(then: &Map<String, Value>, now: &Map<String, Value>) -> Map<String, Value> {
    let new = now
        .iter()
        .filter(|(name, said)| then.get(*name) != Some(said));
    new.map(|(name, said)| (name.clone(), said.clone()))
        .collect()
}

/// The blocks in their order, photos by their names.
fn places(article: &Article) -> Vec<(bool, &str)> {
    let names: BTreeMap<PhotoId, &str> = article
        .photos
        .iter()
        .map(|photo| (photo.id, photo.name.as_str()))
        .collect();
    let blocks = article.blocks.iter().map(|block| match block {
        Block::Text(text) => (false, text.as_str()),
        Block::Photo(id) => (true, names.get(id).copied().unwrap_or_default()),
    });
    blocks.collect()
}

/// A photo as it is carried, with what its file says otherwise than it did.
fn changed(mut photo: Photo, then: &Photo, now: &Photo) -> Photo {
    for field in TextField::ALL {
        if now.text(field) != then.text(field) {
            now.text(field).clone_into(photo.text_mut(field));
        }
    }
    if now.creators != then.creators {
        photo.creators.clone_from(&now.creators);
    }
    if now.sources != then.sources {
        photo.sources.clone_from(&now.sources);
    }
    if now.created != then.created {
        photo.created.clone_from(&now.created);
    }
    if now.image != then.image {
        photo.image = now
            .image
            .clone()
            .map(|image| shown_by(image, photo.image.as_ref()));
    }
    retell(&mut photo.rest, &then.rest, &now.rest);
    if photo.original.is_none() {
        photo.original.clone_from(&now.original);
    }
    let ignored = now
        .ignored
        .iter()
        .filter(|mark| !then.ignored.contains(mark));
    photo.ignored.extend(ignored.cloned());
    photo
}

/// A picture that lies where it lay is the same file.
fn shown_by(image: Image, known: Option<&Image>) -> Image {
    match known {
        Some(known) if !image.path.is_empty() && known.path == image.path => Image {
            size_in_bytes: image.size_in_bytes.or(known.size_in_bytes),
            href: image.href,
            path: image.path,
            ..known.clone()
        },
        _ => image,
    }
}

//! An item in ninjs 3.1's shape that another format is put into, and the article that it makes.
//!
//! Older ninjs, NewsML-G2 and agencies' feeds are of one family: what they say has its place in
//! ninjs 3.1, and is read from there by the one reader of it. What has no place is kept under the
//! name that its source gave it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::members::text;
use super::shape;
use crate::credit::Lexicon;
use crate::formats::address::{address_of, is_uri};
use crate::formats::assemble::{Assembly, identity};
use crate::formats::fields::add;
use crate::formats::{FormatError, html, urn};
use crate::model::{Block, Image, Photo, PhotoId, Provenance};

/// An item in the making.
#[derive(Debug, Default)]
pub(in crate::formats) struct Item {
    /// What it is called among the pictures of its article.
    pub(in crate::formats) name: String,
    /// Its pictures, in their order.
    pub(in crate::formats) pictures: Vec<Item>,
    /// The file beside that it shows, where that is no address.
    pub(in crate::formats) image: Option<Image>,
    /// Whether Cutline exported it: it is read as it stands.
    pub(super) is_ours: bool,
    /// What it was called when Cutline exported it.
    pub(super) own_name: Option<String>,
    /// Associated pictures that are called logos, by their names.
    pub(super) logos: Vec<(String, Value)>,
    /// What an editor should know about it.
    pub(super) notes: Vec<String>,
    members: Map<String, Value>,
    left: Map<String, Value>,
    bodies: Vec<Body>,
}

/// A body as its source wrote it.
#[derive(Debug)]
struct Body {
    role: String,
    content_type: String,
    value: String,
}

impl Body {
    /// NITF has the paragraphs of HTML.
    fn is_html(&self) -> bool {
        self.content_type.contains("html")
            || (self.content_type == "application/xml" && self.value.contains("<p>"))
    }

    fn is_plain(&self) -> bool {
        matches!(self.content_type.as_str(), "" | "text/plain")
    }

    fn entry(&self) -> Value {
        json!({ "role": self.role, "contentType": self.content_type, "value": self.value })
    }

    fn has_pictures(&self) -> bool {
        self.is_html() && (self.value.contains("<img") || self.value.contains("<figure"))
    }
}

impl Item {
    /// Says a member, under the name that it has in 3.1, in small letters, or in older versions.
    /// What 3.1 does not take of it, and what is no member, is kept as it was said.
    pub(in crate::formats) fn say(&mut self, name: &str, value: Value) {
        let Some(member) = shape::member(name) else {
            self.keep(name, value);
            return;
        };
        let fitted = member.fit(&value);
        if !fitted.is_all {
            self.keep(name, value);
        }
        match (self.members.get_mut(member.name()), fitted.value) {
            (Some(Value::Array(entries)), Some(Value::Array(more))) => entries.extend(more),
            (Some(there), Some(more)) if *there != more => self.keep(name, more),
            (None, Some(value)) => drop(self.members.insert(member.name().to_owned(), value)),
            _ => {}
        }
    }

    /// Says a text, unless it is blank.
    pub(in crate::formats) fn say_text(&mut self, name: &str, said: &str) {
        if !said.trim().is_empty() {
            self.say(name, Value::from(said.trim()));
        }
    }

    /// Its identity: the `uri`, or where it cannot be one, an altId of this role.
    pub(in crate::formats) fn identify(&mut self, role: &str, said: &str) {
        let said = said.trim();
        if is_uri(said) && !self.members.contains_key("uri") {
            self.members.insert("uri".to_owned(), Value::from(said));
        } else if !said.is_empty() && self.text("uri") != said {
            self.say("altIds", json!([{ "role": role, "value": said }]));
        }
    }

    /// Says a description, headline or other text that has a role.
    pub(in crate::formats) fn describe(&mut self, list: &str, role: &str, said: &str) {
        if said.trim().is_empty() {
            return;
        }
        let content_type = if role.contains("html") {
            "text/html"
        } else {
            "text/plain"
        };
        let entry = match list {
            "headlines" => json!({ "role": role, "value": said }),
            _ => json!({ "role": role, "contentType": content_type, "value": said }),
        };
        self.say(list, Value::Array(vec![entry]));
    }

    /// Somebody it comes from.
    pub(in crate::formats) fn party(&mut self, role: &str, name: &str) {
        if !name.trim().is_empty() {
            self.say(
                "infoSources",
                json!([{ "name": name.trim(), "role": role }]),
            );
        }
    }

    /// A body in one of its forms.
    pub(in crate::formats) fn body(&mut self, role: &str, content_type: &str, value: &str) {
        if !value.trim().is_empty() {
            self.bodies.push(Body {
                role: role.to_owned(),
                content_type: content_type.to_owned(),
                value: value.to_owned(),
            });
        }
    }

    /// Keeps what has no place in ninjs under its source's name.
    pub(in crate::formats) fn keep(&mut self, name: &str, value: Value) {
        add(&mut self.left, name, value);
    }

    /// Keeps an associated item that is no picture of the article.
    pub(super) fn keep_associated(&mut self, name: &str, value: Value) {
        let named = Map::from_iter([(name.to_owned(), value)]);
        self.keep("associations", Value::Object(named));
    }

    /// Whether one of its bodies names this address.
    pub(super) fn shows(&self, address: &str) -> bool {
        let mut bodies = self.bodies.iter().filter(|body| body.is_html());
        !address.is_empty() && bodies.any(|body| body.value.contains(address))
    }

    /// The text of a member that was said; empty where none was.
    pub(in crate::formats) fn text(&self, member: &str) -> &str {
        self.members
            .get(member)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// Whether it is a picture.
    pub(in crate::formats) fn is_picture(&self) -> bool {
        matches!(self.text("type"), "picture" | "graphic")
    }

    /// The article that it makes. `key` tells it apart from the others of its file; empty where it
    /// is the only one.
    ///
    /// # Errors
    /// Where its HTML body is too large or nested too deep.
    pub(in crate::formats) fn assemble<'a>(
        mut self,
        provenance: &Provenance,
        key: &str,
        lexicon: &'a Lexicon,
    ) -> Result<Assembly<'a>, FormatError> {
        self.identify_all(&identity(provenance, key));
        let addresses = self.addresses();
        let shown = self.settle_bodies();
        let is_own = !self.is_picture() && !self.text("uri").is_empty();
        let mut of_photos: Vec<(String, OfPhoto)> = Vec::new();
        for picture in &mut self.pictures {
            of_photos.push((picture.name.clone(), picture.take_of_photo()));
        }
        if self.is_picture() {
            let of_photo = OfPhoto {
                image: self.image.take(),
                left: Map::new(),
            };
            of_photos.push(("photo-1".to_owned(), of_photo));
        }
        let (left, is_ours) = (std::mem::take(&mut self.left), self.is_ours);
        let mut article = super::read(&self.into_value(), provenance, lexicon);
        article.provenance = provenance.clone();
        if !is_own {
            article.uri = urn(&identity(provenance, key));
        }
        let mut assembly = Assembly::resumed(article, key, lexicon);
        for (name, of_photo) in of_photos {
            let photos = &mut assembly.article.photos;
            let Some(photo) = photos.iter_mut().find(|photo| photo.name == name) else {
                continue;
            };
            photo.image = of_photo.image.or(photo.image.take());
            let id = photo.id;
            assembly.keep_of_photo(id, of_photo.left);
        }
        if !is_ours {
            assembly.read_captions();
        }
        if let Some(body) = shown {
            show(&mut assembly, &body, &addresses)?;
        }
        assembly.keep(left);
        Ok(assembly)
    }

    /// Gives each picture a name of its own, and each an identity that has none.
    fn identify_all(&mut self, identity: &str) {
        if self.is_picture() && self.text("uri").is_empty() {
            let uri = urn(&format!("{identity}#photo-1"));
            self.members.insert("uri".to_owned(), Value::from(uri));
        }
        let own = self.is_picture().then(|| "photo-1".to_owned());
        let mut taken: BTreeSet<String> = own.into_iter().collect();
        let mut uris = BTreeSet::new();
        for (picture, number) in self.pictures.iter_mut().zip(1u64..) {
            let is_free = !picture.name.trim().is_empty() && taken.insert(picture.name.clone());
            if !is_free {
                picture.name = format!("picture-{number}");
                taken.insert(picture.name.clone());
            }
            let uri = picture.text("uri").to_owned();
            // A copy of one of our pictures is a photo of its own; in files of others one picture may
            // stand twice.
            let is_copy = picture.is_ours && !uris.insert(uri.clone());
            if uri.is_empty() || is_copy {
                let uri = urn(&format!("{identity}#{}", picture.name));
                picture.members.insert("uri".to_owned(), Value::from(uri));
            }
            let kind = picture
                .members
                .insert("type".to_owned(), Value::from("picture"));
            if let Some(kind) = kind.filter(|kind| kind != "picture") {
                picture.keep("type", kind);
            }
        }
    }

    /// Which picture lies at which address.
    fn addresses(&self) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        for picture in &self.pictures {
            let renditions = picture.members.get("renditions").and_then(Value::as_array);
            let hrefs = renditions
                .into_iter()
                .flatten()
                .map(|rendition| text(rendition, "href"));
            let own = picture.image.as_ref().map_or("", |image| &image.path);
            for address in hrefs.chain([own]).filter(|address| !address.is_empty()) {
                all.insert(address.to_owned(), picture.name.clone());
            }
        }
        all
    }

    /// Leaves the bodies to the reader of ninjs 3, but for one that is HTML and shows more than a
    /// plain one: pictures, or paragraphs where the plain one is of a single line.
    fn settle_bodies(&mut self) -> Option<Shown> {
        for picture in &mut self.pictures {
            let bodies = std::mem::take(&mut picture.bodies);
            picture.say_bodies(&bodies);
        }
        let mut bodies = std::mem::take(&mut self.bodies);
        let plain = bodies.iter().find(|body| body.is_plain());
        let has_lines = plain.is_some_and(|body| body.value.trim().contains('\n'));
        let is_richer = |body: &Body| body.is_html() && (!has_lines || body.has_pictures());
        let html = bodies
            .iter()
            .position(is_richer)
            .filter(|_| !self.is_picture());
        let Some(at) = html else {
            self.say_bodies(&bodies);
            return None;
        };
        bodies.swap(0, at);
        let value = bodies.first().map(|body| body.value.clone())?;
        Some(Shown { value, all: bodies })
    }

    fn say_bodies(&mut self, bodies: &[Body]) {
        for body in bodies {
            self.say("bodies", Value::Array(vec![body.entry()]));
        }
    }

    fn take_of_photo(&mut self) -> OfPhoto {
        OfPhoto {
            image: self.image.take(),
            left: std::mem::take(&mut self.left),
        }
    }

    fn into_value(mut self) -> Value {
        if self.is_ours {
            let profile = Value::from(super::PROFILE);
            self.members.insert("profile".to_owned(), profile);
        }
        let pictures = self.pictures.into_iter().map(|mut picture| {
            let name = Value::from(picture.name.as_str());
            picture.members.insert("name".to_owned(), name);
            Value::Object(picture.members)
        });
        let pictures: Vec<Value> = pictures.collect();
        if !pictures.is_empty() {
            self.members
                .insert("associations".to_owned(), Value::Array(pictures));
        }
        Value::Object(self.members)
    }
}

/// What of a picture does not go by the reader of ninjs 3.
struct OfPhoto {
    image: Option<Image>,
    left: Map<String, Value>,
}

/// The body that is shown, first among all of them.
struct Shown {
    value: String,
    all: Vec<Body>,
}

/// Puts the shown body into the article: a figure in it that shows one of the article's pictures is
/// that picture, at this place. Pictures that it does not show follow.
fn show(
    assembly: &mut Assembly<'_>,
    body: &Shown,
    addresses: &BTreeMap<String, String>,
) -> Result<(), FormatError> {
    let count = assembly.article.photos.len();
    let placed = std::mem::take(&mut assembly.article.blocks);
    html::body(&body.value, assembly)?;
    for entry in &body.all {
        assembly.keep_body(&entry.role, &entry.content_type, &entry.value);
    }
    let article = &mut assembly.article;
    let figures = article.photos.split_off(count);
    let by_name = article
        .photos
        .iter()
        .map(|photo| (photo.name.clone(), photo.id));
    let by_name: BTreeMap<String, PhotoId> = by_name.collect();
    let mut shown: BTreeMap<PhotoId, PhotoId> = BTreeMap::new();
    let mut once = BTreeSet::new();
    for figure in figures {
        let address = figure.image.as_ref().map_or("", address_of);
        let same = addresses
            .get(address)
            .and_then(|name| by_name.get(name))
            .copied();
        let same = same.filter(|id| once.insert(*id));
        match same.and_then(|id| article.photo_mut(id)) {
            Some(photo) => {
                shown.insert(figure.id, photo.id);
                complete(photo, figure);
            }
            None => article.photos.push(figure),
        }
    }
    for block in &mut article.blocks {
        if let Block::Photo(id) = block
            && let Some(same) = shown.get(id)
        {
            *id = *same;
        }
    }
    let is_shown = |block: &Block| matches!(block, Block::Photo(id) if once.contains(id));
    article
        .blocks
        .extend(placed.into_iter().filter(|block| !is_shown(block)));
    Ok(())
}

/// Lets a picture say what the figure that shows it says, where it says nothing itself. A credit read
/// from the figure's own words stands with them.
fn complete(photo: &mut Photo, figure: Photo) {
    let is_uncaptioned = photo.caption.is_empty();
    if is_uncaptioned {
        photo.caption = figure.caption;
    }
    if photo.alt_text.is_empty() {
        photo.alt_text = figure.alt_text;
    }
    if photo.credit_line.is_empty() {
        photo.credit_line = figure.credit_line;
        if photo.creators.is_empty() && photo.sources.is_empty() {
            photo.creators = figure.creators;
            photo.sources = figure.sources;
        }
    }
    if is_uncaptioned && photo.original.is_none() {
        photo.original = figure.original;
    }
}

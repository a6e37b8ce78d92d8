//! ninjs 1.6, in the shape that Superdesk ingests.
//!
//! Source: IPTC ninjs 1.6; Superdesk's feed parser for ninjs, which takes `associations` as an object,
//! alt text from a picture's `body_text`, the credit that it shows from `byline`, and dates in whole
//! seconds of UTC alone. `versionCreated` is the moment of the export: Superdesk drops what it takes
//! for old. What 1.6 has no member for stands in `altids`.

use serde_json::{Map, Value, json};

use super::markup::lines;
use super::{Piece, Setting, carried, in_utc, ninjs, pieces};
use crate::formats::ninjs::own;
use crate::model::{Article, Image, Moment, Photo};

/// The association that Superdesk shows above the text.
const FEATURE: &str = "featuremedia";

/// The article as JSON.
pub(super) fn write(article: &Article, setting: &Setting) -> String {
    let normalized = ninjs::write(article);
    let mut item = Map::new();
    put(&mut item, "uri", &article.uri);
    put(&mut item, "type", "text");
    put(&mut item, "version", "1");
    put(&mut item, "versioncreated", &setting.now);
    dated(&mut item, article.created.as_ref());
    released(&mut item, &article.rest);
    put(&mut item, "language", &article.language);
    put(&mut item, "byline", &article.by);
    put(&mut item, "headline", &article.headline);
    let paragraphs = pieces(article).filter_map(|piece| match piece {
        Piece::Text(text) => Some(format!("<p>{}</p>", lines(text).replace("<br>", "<br/>"))),
        Piece::Photo(_) => None,
    });
    put(&mut item, "body_html", &paragraphs.collect::<String>());
    let contributors = article.contributors.iter();
    let contributors = contributors.map(|one| party(&one.name, "contributor"));
    put_list(&mut item, "infosource", contributors.collect());
    let nodes = normalized.get("associations").and_then(Value::as_array);
    let nodes = nodes.into_iter().flatten();
    let mut associations = Map::new();
    for (photo, node) in article.photos.iter().zip(nodes) {
        let key = if associations.is_empty() {
            FEATURE.to_owned()
        } else {
            free_key(&photo.name, &associations)
        };
        associations.insert(key, picture(photo, node, article, setting));
    }
    if !associations.is_empty() {
        item.insert("associations".into(), Value::Object(associations));
    }
    put_ids(&mut item, &normalized);
    if let Some(Value::Object(ids)) = item.get_mut("altids") {
        ids.insert(own::MADE_BY.into(), ninjs::PROFILE.into());
        ids.insert(own::CARRIED.into(), carried::carry(article, setting));
    }
    item.insert(
        "$standard".into(),
        json!({
            "name": "ninjs",
            "version": "1.6",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_1.6.json"
        }),
    );
    ninjs::to_string(&Value::Object(item))
}

fn picture(photo: &Photo, node: &Value, article: &Article, setting: &Setting) -> Value {
    let mut item = Map::new();
    put(&mut item, "uri", &photo.uri);
    put(&mut item, "type", "picture");
    let kind = photo
        .image
        .as_ref()
        .map(|image| image.content_type.as_str());
    put(&mut item, "mimetype", kind.unwrap_or_default());
    put(&mut item, "version", "1");
    put(&mut item, "versioncreated", &setting.now);
    dated(&mut item, photo.created.as_ref());
    released(&mut item, &photo.rest);
    put(&mut item, "copyrightholder", &photo.copyright_holder);
    put(&mut item, "copyrightnotice", &photo.copyright_notice);
    put(&mut item, "usageterms", &photo.usage_terms);
    put(&mut item, "ednote", &photo.instructions);
    put(&mut item, "language", &article.language);
    put(&mut item, "description_text", &photo.caption);
    put(&mut item, "description_creditline", &photo.credit_line);
    put(
        &mut item,
        "description_extended",
        &photo.extended_description,
    );
    put(&mut item, "description_writer", &photo.caption_writer);
    let original = photo.original.as_ref().map(|said| said.text.as_str());
    put(
        &mut item,
        "description_original",
        original.unwrap_or_default(),
    );
    put(&mut item, "body_text", &photo.alt_text);
    put(&mut item, "headline", &photo.headline);
    let byline = if photo.credit_line.is_empty() {
        photo.creators.join(", ")
    } else {
        photo.credit_line.clone()
    };
    put(&mut item, "byline", &byline);
    let persons = photo.creators.iter().map(|name| party(name, "creator"));
    let bodies = photo.sources.iter();
    let bodies = bodies.map(|body| party(&body.name, body.role.word()));
    put_list(&mut item, "infosource", persons.chain(bodies).collect());
    put(&mut item, "located", &photo.located);
    if let Some(image) = &photo.image {
        let rendition = rendition(image, &setting.picture(photo));
        let renditions = json!({ "original": rendition, "viewImage": rendition });
        item.insert("renditions".into(), renditions);
    }
    put_ids(&mut item, node);
    if let Some(Value::Object(ids)) = item.get_mut("altids") {
        put(ids, own::MADE_BY, ninjs::PROFILE);
        put(ids, own::NAME, &photo.name);
    }
    Value::Object(item)
}

fn rendition(image: &Image, href: &str) -> Value {
    let mut rendition = Map::new();
    put(&mut rendition, "href", href);
    put(&mut rendition, "mimetype", &image.content_type);
    put(&mut rendition, "title", &image.path);
    for (member, number) in [
        ("width", image.width.map(u64::from)),
        ("height", image.height.map(u64::from)),
        ("sizeinbytes", image.size_in_bytes),
    ] {
        if let Some(number) = number {
            rendition.insert(member.into(), number.into());
        }
    }
    Value::Object(rendition)
}

/// Whether it may be printed, and from when on, as the source said.
fn released(item: &mut Map<String, Value>, rest: &Map<String, Value>) {
    let said = |name: &str| rest.get(name).and_then(Value::as_str);
    put(item, "pubstatus", said("pubStatus").unwrap_or("usable"));
    put(
        item,
        "embargoed",
        said("embargoedUntil").unwrap_or_default(),
    );
}

/// When the content was made; as `firstcreated` too, which is a date of the item to Superdesk.
fn dated(item: &mut Map<String, Value>, created: Option<&Moment>) {
    let Some(moment) = created.and_then(|created| in_utc(&created.date_time)) else {
        return;
    };
    put(item, "firstcreated", &moment);
    let said = created.map(|created| created.date_time.as_str());
    put(item, "contentcreated", said.unwrap_or(&moment));
}

/// The alternative ids of the normalized form, one member a role.
fn put_ids(item: &mut Map<String, Value>, node: &Value) {
    let mut ids: Map<String, Value> = Map::new();
    let said = node.get("altIds").and_then(Value::as_array);
    for id in said.into_iter().flatten() {
        let part = |name: &str| id.get(name).and_then(Value::as_str).unwrap_or_default();
        let (role, value) = (part("role"), part("value"));
        // Several ids of one role: one a line.
        let value = match ids.get(role).and_then(Value::as_str) {
            Some(before) => format!("{before}\n{value}"),
            None => value.to_owned(),
        };
        put(&mut ids, role, &value);
    }
    item.insert("altids".into(), Value::Object(ids));
}

/// A key that the schema allows and no other photo has.
fn free_key(name: &str, taken: &Map<String, Value>) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let name: String = name.chars().filter(|c| is_plain(*c)).collect();
    let name = name.trim_start_matches('-');
    let name = if name.is_empty() { "photo" } else { name };
    let numbered = (2usize..).map(|number| format!("{name}_{number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    let free = names.find(|name| !taken.contains_key(name));
    free.unwrap_or_default()
}

fn party(name: &str, role: &str) -> Value {
    if role.is_empty() {
        json!({ "name": name })
    } else {
        json!({ "name": name, "rel": role })
    }
}

fn put(item: &mut Map<String, Value>, member: &str, said: &str) {
    if !said.is_empty() {
        item.insert(member.into(), said.into());
    }
}

fn put_list(item: &mut Map<String, Value>, member: &str, entries: Vec<Value>) {
    if !entries.is_empty() {
        item.insert(member.into(), Value::Array(entries));
    }
}

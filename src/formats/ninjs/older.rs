//! ninjs 1.x and 2.x, and the dialects of it that newsroom systems write.
//!
//! Superdesk keeps `associations` by name, with null for those that were removed, gives an item a
//! `guid` instead of a `uri`, and adds members of its own; what ninjs 3.1 has no place for is kept
//! under its own name. The versions differ in names (`headline`, `byline`, `body_html`), which
//! [`super::shape`] knows, and in what is an object by name (1.x) or a list (2.x).

use serde_json::{Map, Value};

use super::item::Item;
use super::members::text;
use super::{own, shape};
use crate::credit::Lexicon;
use crate::formats::address::{image_at, percent_decoded};
use crate::formats::assemble::part_of;
use crate::formats::{Format, FormatError, Read};
use crate::model::{Image, Provenance};

/// ninjs of before 3.0: one item, or a list of them.
pub(in crate::formats) static FORMAT: Format = Format {
    name: "ninjs 1 or 2",
    recognizes: |source| {
        let first = source.json().and_then(|value| items(value).next());
        first.is_some_and(is_older)
    },
    read: |source, lexicon| {
        let provenance = source.provenance.clone();
        let value = source.into_json().ok_or(FormatError::Empty)?;
        let (items, envelope) = taken_apart(value);
        read_all(items, envelope, &provenance, lexicon)
    },
};

/// The articles of items that came in one envelope. What it says is kept with the first: a long list
/// would hold it thousands of times.
pub(in crate::formats) fn read_all(
    items: Vec<Value>,
    envelope: Map<String, Value>,
    provenance: &Provenance,
    lexicon: &Lexicon,
) -> Result<Vec<Read>, FormatError> {
    let is_only = items.len() == 1;
    let mut reads = Vec::new();
    let mut envelope = Some(envelope);
    for item in items {
        let provenance = if is_only {
            provenance.clone()
        } else {
            part_of(provenance, &item.to_string())
        };
        let mut item = item_of(item);
        let notes = std::mem::take(&mut item.notes);
        let mut assembly = item.assemble(&provenance, "", lexicon)?;
        assembly.keep(envelope.take().unwrap_or_default());
        reads.push(Read {
            notes,
            ..Read::from(assembly.done())
        });
    }
    Ok(reads)
}

/// Lists of items in the answers of newsroom systems.
const ENVELOPES: [&str; 3] = ["item", "items", "_items"];

/// Members of ninjs before 3.0 that other JSON does not have beside an identity and a type.
const OLDER: [&str; 13] = [
    "versioncreated",
    "firstcreated",
    "copyrightholder",
    "copyrightnotice",
    "usageterms",
    "pubstatus",
    "byline",
    "ednote",
    "body_text",
    "body_html",
    "body_xhtml",
    "description_text",
    "associations",
];

/// What dialects call the types of ninjs.
const TYPES: [(&str, &str); 2] = [("story", "text"), ("image", "picture")];

/// Texts of a picture that dialects say in members of their own, and the role that 3.1 has for them.
const ROLES: [(&str, &str); 8] = [
    ("alt_text", "altText"),
    ("alttext", "altText"),
    ("creditline", "creditline"),
    ("credit_line", "creditline"),
    ("credit", "creditline"),
    ("caption", "caption"),
    ("caption_writer", "writer"),
    ("description_extended", "extendedDescription"),
];

/// The type of an item in ninjs' own word; None where it is no type of one.
fn type_of(value: &Value) -> Option<&str> {
    let said = text(value, "type");
    let known = TYPES.iter().find(|(dialect, _)| *dialect == said);
    let word = known.map_or(said, |(_, word)| *word);
    shape::TYPES.contains(&word).then_some(word)
}

/// Whether it is an item of ninjs before 3.0.
fn is_older(value: &Value) -> bool {
    let has = |name: &str| value.get(name).is_some();
    let has_text = ["text", "maintext", "body", "articleBody"];
    (has("uri") || has("guid"))
        && type_of(value).is_some()
        && !has_text.iter().any(|name| has(name))
        && (has("$standard") || OLDER.iter().any(|name| has(name)) || says_version(value))
}

fn says_version(value: &Value) -> bool {
    let standard = value.get("standard");
    standard.is_some_and(|standard| text(standard, "version").starts_with(['1', '2']))
}

/// The items that a file holds: itself, or the entries of its list or envelope.
fn items(value: &Value) -> impl Iterator<Item = &Value> {
    let list = match value {
        Value::Array(entries) => Some(entries),
        value => ENVELOPES
            .iter()
            .find_map(|name| value.get(name)?.as_array()),
    };
    let entries = list.map_or(std::slice::from_ref(value), Vec::as_slice);
    entries.iter()
}

/// The items, and what is said around them.
fn taken_apart(value: Value) -> (Vec<Value>, Map<String, Value>) {
    match value {
        Value::Array(entries) => (entries, Map::new()),
        Value::Object(mut members) => {
            for name in ENVELOPES {
                if members.get(name).is_some_and(Value::is_array)
                    && let Some(Value::Array(entries)) = members.shift_remove(name)
                {
                    return (entries, members);
                }
            }
            (vec![Value::Object(members)], Map::new())
        }
        other => (vec![other], Map::new()),
    }
}

/// An item in 3.1's shape.
pub(in crate::formats) fn item_of(value: Value) -> Item {
    let mut item = Item::default();
    let Value::Object(members) = value else {
        item.keep("item", value);
        return item;
    };
    for name in ["uri", "guid"] {
        item.identify(
            name,
            members
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default(),
        );
    }
    let members = Value::Object(members);
    let is_picture = type_of(&members) == Some("picture");
    let members = own::without_marks(members, &mut item);
    for (name, value) in members {
        match value {
            // Where Superdesk keeps the text for those who do not see a picture.
            Value::String(said) if is_picture && name.eq_ignore_ascii_case("body_text") => {
                item.describe("descriptions", "altText", &said);
            }
            value => say(&mut item, &name, value),
        }
    }
    settle_logos(&mut item);
    item
}

fn say(item: &mut Item, name: &str, value: Value) {
    let lower = name.to_ascii_lowercase();
    let role = ROLES
        .iter()
        .find(|(known, _)| *known == lower)
        .map(|(_, role)| *role);
    match (lower.as_str(), value) {
        ("uri" | "guid", Value::String(_)) => {}
        ("type", Value::String(said)) => {
            let known = TYPES.iter().find(|(dialect, _)| *dialect == said);
            let word = known.map_or(said.as_str(), |(_, word)| *word);
            item.say("type", Value::from(word));
            if word != said {
                item.keep(name, Value::from(said));
            }
        }
        ("representationtype", Value::String(said)) if said.ends_with("complete") => {
            let known = if said == "complete" {
                "full"
            } else {
                "partial"
            };
            item.say(name, Value::from(known));
            item.keep(name, Value::from(said));
        }
        ("headline", Value::String(said)) => item.describe("headlines", "main", &said),
        ("source", Value::String(said)) => item.party("source", &said),
        ("provider", Value::String(said)) => item.party("provider", &said),
        // AP's feed.
        ("photographer", Value::Object(person)) => {
            item.party(
                "creator",
                person
                    .get("name")
                    .and_then(Value::as_str)
                    .unwrap_or_default(),
            );
            item.keep(name, Value::Object(person));
        }
        ("datelinelocation", Value::Object(place)) => {
            let parts = ["city", "countryareaname", "countryname"];
            let parts = parts.iter().filter_map(|part| place.get(*part)?.as_str());
            item.say_text("located", &parts.collect::<Vec<_>>().join(", "));
            item.keep(name, Value::Object(place));
        }
        ("bylines", Value::Array(entries)) => {
            let by = entries
                .iter()
                .map(|entry| text(entry, "by"))
                .filter(|by| !by.is_empty());
            item.say_text("by", &by.collect::<Vec<_>>().join("; "));
            item.keep(name, Value::Array(entries));
        }
        ("associations", Value::Object(named)) => named
            .into_iter()
            .for_each(|(key, value)| associate(item, &key, value)),
        ("associations", Value::Array(entries)) => {
            for (entry, number) in entries.into_iter().zip(1u64..) {
                let name = ["name", "id", "key"].map(|member| text(&entry, member).to_owned());
                let name = name.into_iter().find(|name| !name.is_empty());
                associate(item, &name.unwrap_or(format!("picture-{number}")), entry);
            }
        }
        ("renditions", Value::Object(named)) => renditions(item, name, named),
        ("altids", Value::Object(roles)) => {
            for (role, value) in roles {
                let entry = serde_json::json!([{ "role": role, "value": value }]);
                item.say("altids", entry);
            }
        }
        ("bodies", Value::Array(entries)) => {
            for entry in entries {
                body(item, entry);
            }
        }
        (_, Value::String(said)) if role.is_some() => {
            item.describe("descriptions", role.unwrap_or_default(), &said);
        }
        (lower, Value::String(said)) => match lower.split_once('_') {
            Some(("description", role)) => item.describe("descriptions", role, &said),
            Some(("headline", role)) => item.describe("headlines", role, &said),
            Some(("body", role)) => item.body(role, content_type(role), &said),
            _ => item.say(name, Value::from(said)),
        },
        (_, value) => item.say(name, value),
    }
}

fn content_type(role: &str) -> &'static str {
    if role.contains("html") {
        "text/html"
    } else if role.contains("nitf") || role.contains("xml") {
        "application/xml"
    } else {
        "text/plain"
    }
}

/// A body of 2.x; one that says more than its text is also kept.
fn body(item: &mut Item, entry: Value) {
    let (role, value) = (text(&entry, "role"), text(&entry, "value"));
    let said = [
        text(&entry, "contenttype"),
        text(&entry, "contentType"),
        content_type(role),
    ];
    let content_type = said
        .into_iter()
        .find(|said| !said.is_empty())
        .unwrap_or_default();
    item.body(role, content_type, value);
    let known = ["role", "value", "contenttype", "contentType"];
    let rest = entry.as_object().into_iter().flatten();
    let rest: Map<String, Value> = rest
        .filter(|(name, value)| !known.contains(&name.as_str()) || !value.is_string())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    if !rest.is_empty() || !entry.is_object() {
        let left = if rest.is_empty() {
            entry
        } else {
            Value::Object(rest)
        };
        item.keep("bodies", left);
    }
}

/// Renditions by their names; one that lies beside the file is the picture that is shown.
fn renditions(item: &mut Item, name: &str, mut named: Map<String, Value>) {
    let beside = named.values().filter_map(beside);
    let widest = beside.reduce(|best, other| {
        if other.width > best.width {
            other
        } else {
            best
        }
    });
    if let Some(image) = widest {
        named.retain(|_, rendition| !is_said_by(rendition, &image));
        item.image = Some(image);
    }
    if !named.is_empty() {
        item.say(name, by_name(named));
    }
}

/// The file beside that a rendition shows; None where it lies at an address.
fn beside(rendition: &Value) -> Option<Image> {
    let said = percent_decoded(text(rendition, "href"))?;
    let image = image_at(&said).filter(|image| image.href.is_empty())?;
    let number = |name: &str| rendition.get(name).and_then(Value::as_u64);
    let side = |name: &str| number(name).and_then(|side| u32::try_from(side).ok());
    Some(Image {
        content_type: text(rendition, "mimetype").to_owned(),
        width: side("width"),
        height: side("height"),
        size_in_bytes: number("sizeinbytes"),
        ..image
    })
}

/// Whether a rendition says no more than its picture does.
fn is_said_by(rendition: &Value, image: &Image) -> bool {
    const SAID: [&str; 5] = ["href", "mimetype", "width", "height", "sizeinbytes"];
    let mut members = rendition.as_object().into_iter().flatten();
    beside(rendition).as_ref() == Some(image)
        && members.all(|(name, value)| {
            let is_its_path = name == "title" && value.as_str() == Some(&image.path);
            is_its_path || SAID.contains(&name.as_str())
        })
}

/// A rendition keeps under its name what else is said of it.
fn by_name(named: Map<String, Value>) -> Value {
    let entries = named.into_iter().map(|(name, rendition)| match rendition {
        Value::Object(mut members) => {
            members.entry("name").or_insert(Value::from(name));
            Value::Object(members)
        }
        other => Value::Object(Map::from_iter([(name, other)])),
    });
    Value::Array(entries.collect())
}

/// An associated item: a picture of the article, or something else that is kept.
fn associate(item: &mut Item, name: &str, value: Value) {
    if value.is_null() {
        return;
    }
    let has_renditions = value.get("renditions").is_some();
    match text(&value, "type") {
        "picture" | "graphic" | "image" => {}
        "" if has_renditions => {}
        _ => {
            item.keep_associated(name, value);
            return;
        }
    }
    if is_logo(name, &value) {
        item.logos.push((name.to_owned(), value));
        return;
    }
    picture(item, name, value);
}

/// Whether an associated picture is the mark of whoever sends the item: it is called a logo by its
/// name or relation, and says nothing of itself. A photo of a logo has a caption.
fn is_logo(name: &str, value: &Value) -> bool {
    let is_called = [name, text(value, "rel"), text(value, "role")]
        .into_iter()
        .any(|said| {
            let mut words = said.split(|c: char| !c.is_alphabetic());
            words.any(|word| word.eq_ignore_ascii_case("logo"))
        });
    let words = value.as_object().into_iter().flatten();
    let mut words = words.filter(|(member, _)| {
        let member = member.to_ascii_lowercase();
        member.starts_with("description") || matches!(member.as_str(), "byline" | "by" | "caption")
    });
    is_called && words.all(|(_, said)| said.is_null() || said.as_str() == Some(""))
}

/// A logo is a photo only where the body shows it.
fn settle_logos(item: &mut Item) {
    for (name, value) in std::mem::take(&mut item.logos) {
        let renditions = match value.get("renditions") {
            Some(Value::Object(named)) => named.values().collect(),
            Some(Value::Array(entries)) => entries.iter().collect(),
            _ => Vec::new(),
        };
        let is_shown = renditions
            .into_iter()
            .any(|rendition| item.shows(text(rendition, "href")));
        if is_shown {
            picture(item, &name, value);
        } else {
            item.keep_associated(&name, value);
        }
    }
}

fn picture(item: &mut Item, name: &str, mut value: Value) {
    if text(&value, "name") == name
        && let Value::Object(members) = &mut value
    {
        members.shift_remove("name");
    }
    let mut picture = item_of(value);
    picture.name = picture.own_name.take().unwrap_or_else(|| name.to_owned());
    item.pictures.push(picture);
}

//! Of what kind each member of ninjs 3.1 is, so that what other formats say can stand there.
//!
//! Older versions and other formats spell names in small letters, call some things otherwise and
//! write numbers as texts: [`fit`] gives what 3.1 takes of a value, and whether that is all of it.

use serde_json::{Map, Value};

use crate::formats::address::is_uri;
use crate::model::Moment;

/// What a member holds.
#[derive(Debug)]
pub(super) enum Shape {
    Text,
    Uri,
    DateTime,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number from the first to the second.
    Integer(i64, i64),
    /// A point of `GeoJSON`.
    Point,
    /// An object with these members, and the one that it cannot be without (empty: none).
    Object(&'static [Member], &'static str),
    /// A list of objects with these members, and the one that none can be without (empty: none).
    List(&'static [Member], &'static str),
}

use Shape::{DateTime, Integer, List, Object, Point, Text, Uri, Word};

/// A member, what else it is called, and what it holds.
#[derive(Debug)]
pub(super) struct Member(&'static str, &'static [&'static str], Shape);

const PIXELS: Shape = Integer(0, i64::MAX);
const PERCENT: Shape = Integer(0, 100);
const NAME: Member = Member("name", &[], Text);
const REL: Member = Member("rel", &[], Text);
const URI: Member = Member("uri", &[], Uri);
const LITERAL: Member = Member("literal", &["code", "qcode"], Text);
const ROLE: Member = Member("role", &["rel"], Text);
const VALUE: Member = Member("value", &[], Text);
const CONTENT_TYPE: Member = Member("contentType", &[], Text);
const LIST_CONTACT: Member = Member("contactInfo", &[], List(CONTACT, "value"));

const CONTACT: &[Member] = &[
    Member("type", &[], Text),
    Member("role", &[], Text),
    Member("lang", &[], Text),
    NAME,
    VALUE,
];
const DESCRIBED: &[Member] = &[Member("role", &[], Text), CONTENT_TYPE, VALUE];
const BODY: &[Member] = &[
    Member("role", &[], Text),
    CONTENT_TYPE,
    Member("charCount", &[], PIXELS),
    Member("wordCount", &[], PIXELS),
    VALUE,
];
const ENTITY: &[Member] = &[NAME, REL, URI, LITERAL, LIST_CONTACT];
const THING: &[Member] = &[NAME, REL, URI, LITERAL];
const PLACE: &[Member] = &[
    NAME,
    REL,
    URI,
    LITERAL,
    LIST_CONTACT,
    Member("geoJSON", &["geometry_geojson"], Point),
];
const SUBJECT: &[Member] = &[
    NAME,
    REL,
    URI,
    LITERAL,
    Member("creator", &[], Text),
    Member("relevance", &[], PERCENT),
    Member("confidence", &[], PERCENT),
];
const SYMBOL: &[Member] = &[
    Member("exchange", &[], Text),
    Member("symbolType", &[], Uri),
    Member("symbol", &["ticker"], Text),
];
const ORGANISATION: &[Member] = &[
    NAME,
    REL,
    URI,
    LITERAL,
    Member("symbols", &[], List(SYMBOL, "")),
    LIST_CONTACT,
];
const RENDITION: &[Member] = &[
    NAME,
    Member("href", &[], Uri),
    Member("contentType", &["mimetype"], Text),
    Member("title", &[], Text),
    Member("width", &[], PIXELS),
    Member("height", &[], PIXELS),
    Member("sizeInBytes", &["filesize"], PIXELS),
    Member("format", &[], Text),
    Member(
        "poi",
        &[],
        Object(
            &[
                Member("x", &[], Integer(i64::MIN, i64::MAX)),
                Member("y", &[], Integer(i64::MIN, i64::MAX)),
            ],
            "",
        ),
    ),
];

/// The types of items.
pub(super) const TYPES: [&str; 7] = [
    "text",
    "audio",
    "video",
    "picture",
    "graphic",
    "composite",
    "component",
];

/// The members of an item. What 3.x alone has (events planned, trust of 3.0) is read by its own reader.
pub(super) const ITEM: &[Member] = &[
    Member("uri", &[], Uri),
    Member("type", &[], Word(&TYPES)),
    Member("representationType", &[], Word(&["full", "partial"])),
    Member("version", &[], Text),
    Member("firstCreated", &[], DateTime),
    Member("versionCreated", &[], DateTime),
    Member("contentCreated", &[], DateTime),
    Member("embargoedUntil", &["embargoed"], DateTime),
    Member("pubStatus", &[], Word(&["usable", "withheld", "canceled"])),
    Member("urgency", &[], Integer(1, 9)),
    Member("copyrightHolder", &[], Text),
    Member("copyrightNotice", &[], Text),
    Member("usageTerms", &[], Text),
    Member("edNote", &[], Text),
    Member("language", &[], Text),
    Member("descriptions", &[], List(DESCRIBED, "value")),
    Member("bodies", &[], List(BODY, "value")),
    Member("headlines", &[], List(DESCRIBED, "value")),
    Member("people", &["person"], List(ENTITY, "")),
    Member("organisations", &["organisation"], List(ORGANISATION, "")),
    Member("places", &["place"], List(PLACE, "")),
    Member("subjects", &["subject", "keywords"], List(SUBJECT, "")),
    Member("events", &["event"], List(THING, "")),
    Member("objects", &["object"], List(THING, "")),
    Member(
        "infoSources",
        &["infosource"],
        List(&[NAME, ROLE, URI, LITERAL, LIST_CONTACT], ""),
    ),
    Member("title", &[], Text),
    Member("by", &["byline"], Text),
    Member("slugline", &[], Text),
    Member("located", &[], Text),
    Member("renditions", &[], List(RENDITION, "name")),
    Member(
        "altIds",
        &[],
        List(&[Member("role", &[], Text), VALUE], "value"),
    ),
    Member("genres", &["genre"], List(&[NAME, URI, LITERAL], "")),
    Member("expires", &[], DateTime),
    Member("digitalSourceType", &[], Object(&[NAME, URI, LITERAL], "")),
];

/// What 3.1 takes of a value.
#[derive(Debug, PartialEq)]
pub(super) struct Fitted {
    pub(super) value: Option<Value>,
    /// Whether that is all that was said.
    pub(super) is_all: bool,
}

const NOTHING_SAID: Fitted = Fitted {
    value: None,
    is_all: true,
};
const NO_FIT: Fitted = Fitted {
    value: None,
    is_all: false,
};

impl Fitted {
    fn all(value: impl Into<Value>) -> Self {
        Self {
            value: Some(value.into()),
            is_all: true,
        }
    }
}

/// The member of an item that a name means, in any case of letters.
pub(super) fn member(name: &str) -> Option<&'static Member> {
    named(ITEM, name)
}

impl Member {
    /// Its name in 3.1.
    pub(super) fn name(&self) -> &'static str {
        self.0
    }

    /// What 3.1 takes of a value as this member.
    pub(super) fn fit(&self, value: &Value) -> Fitted {
        fit(value, &self.2)
    }
}

fn named(members: &'static [Member], name: &str) -> Option<&'static Member> {
    let is = |known: &&str| known.eq_ignore_ascii_case(name);
    let own = members.iter().find(|member| is(&member.0));
    own.or_else(|| members.iter().find(|member| member.1.iter().any(is)))
}

/// What a shape takes of a value. Goes only as deep as the shapes do.
fn fit(value: &Value, shape: &Shape) -> Fitted {
    if is_nothing(value) {
        return NOTHING_SAID;
    }
    match shape {
        Text => text(value),
        Uri => word(value, is_uri),
        Word(words) => word(value, |said| words.contains(&said)),
        DateTime => date_time_of(value),
        Integer(least, most) => integer(value, *least, *most),
        Point if is_point(value) => Fitted::all(value.clone()),
        Point => NO_FIT,
        Object(members, needed) => object(value, members, needed),
        List(members, needed) => list(value, members, needed),
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(said) => said.trim().is_empty(),
        Value::Array(entries) => entries.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn text(value: &Value) -> Fitted {
    match value {
        Value::String(said) => Fitted::all(said.as_str()),
        Value::Number(number) => Fitted::all(number.to_string()),
        Value::Array(entries) => {
            let texts: Option<Vec<&str>> = entries.iter().map(Value::as_str).collect();
            texts.map_or(NO_FIT, |texts| Fitted::all(texts.join(" ")))
        }
        _ => NO_FIT,
    }
}

fn word(value: &Value, is_one: impl Fn(&str) -> bool) -> Fitted {
    let said = value.as_str().map(str::trim).filter(|said| is_one(said));
    said.map_or(NO_FIT, Fitted::all)
}

fn integer(value: &Value, least: i64, most: i64) -> Fitted {
    let number = match value {
        Value::Number(number) => number.as_i64(),
        Value::String(figures) => figures.trim().parse().ok(),
        _ => None,
    };
    let number = number.filter(|number| (least..=most).contains(number));
    number.map_or(NO_FIT, Fitted::all)
}

fn date_time_of(value: &Value) -> Fitted {
    let said = value.as_str().unwrap_or_default().trim();
    match date_time(said) {
        Some(date_time) => Fitted {
            is_all: date_time == said,
            value: Some(Value::from(date_time)),
        },
        None => NO_FIT,
    }
}

/// A date and time as RFC 3339 spells it; a bare date is the beginning of its day.
fn date_time(said: &str) -> Option<String> {
    Moment::parse(said).map(|moment| moment.date_time)
}

/// The `GeoJSON` that newsrooms write; other geometries are kept where they came from.
fn is_point(value: &Value) -> bool {
    let coordinates = value.get("coordinates").and_then(Value::as_array);
    value.as_object().is_some_and(|members| members.len() == 2)
        && value.get("type").and_then(Value::as_str) == Some("Point")
        && coordinates.is_some_and(|all| all.len() >= 2 && all.iter().all(Value::is_number))
}

fn object(value: &Value, members: &'static [Member], needed: &str) -> Fitted {
    let said = match value {
        // A bare text is the name of the thing, or the value of the entry.
        Value::String(_) => {
            let name = if needed.is_empty() { "name" } else { needed };
            Map::from_iter([(name.to_owned(), value.clone())])
        }
        Value::Object(said) => said.clone(),
        _ => return NO_FIT,
    };
    let mut fitted = Map::new();
    let mut is_all = true;
    for (name, value) in coded(said) {
        let Some(member) = named(members, &name) else {
            is_all &= is_nothing(&value);
            continue;
        };
        let part = member.fit(&value);
        is_all &= part.is_all;
        match part.value {
            Some(_) if fitted.contains_key(member.name()) => is_all = false,
            Some(value) => drop(fitted.insert(member.name().to_owned(), value)),
            None => {}
        }
    }
    if fitted.is_empty() || (!needed.is_empty() && !fitted.contains_key(needed)) {
        return NO_FIT;
    }
    Fitted {
        value: Some(Value::Object(fitted)),
        is_all,
    }
}

/// ninjs 1 names a thing by `scheme` and `code`, later versions by one `uri` and the `literal`.
fn coded(mut said: Map<String, Value>) -> Map<String, Value> {
    let text = |name: &str| said.get(name).and_then(Value::as_str).unwrap_or_default();
    let uri = format!("{}{}", text("scheme"), text("code"));
    let is_whole = text("scheme").ends_with(['/', '#', ':', '=']) && !text("code").is_empty();
    if is_whole && is_uri(&uri) && !said.contains_key("uri") {
        said.shift_remove("scheme");
        said.insert("uri".to_owned(), Value::from(uri));
    }
    said
}

fn list(value: &Value, members: &'static [Member], needed: &str) -> Fitted {
    let entries = match value {
        Value::Array(entries) => entries.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut fitted = Vec::new();
    let mut is_all = true;
    for entry in entries.iter().filter(|entry| !is_nothing(entry)) {
        let part = object(entry, members, needed);
        is_all &= part.is_all;
        fitted.extend(part.value);
    }
    Fitted {
        value: (!fitted.is_empty()).then_some(Value::Array(fitted)),
        is_all,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_does_not_fit_is_told() {
        let subjects = member("subject").unwrap();
        let said =
            json!([{ "name": "sea", "code": "17", "scheme": "http://example.org/s/" }, "fish"]);
        assert_eq!(
            subjects.fit(&said),
            Fitted::all(json!([
                { "name": "sea", "literal": "17", "uri": "http://example.org/s/17" },
                { "name": "fish" }
            ]))
        );
        let said = json!([{ "name": "sea", "rels": ["direct"] }]);
        let fitted = subjects.fit(&said);
        assert_eq!(fitted.value, Some(json!([{ "name": "sea" }])));
        assert!(!fitted.is_all);
        assert!(!member("urgency").unwrap().fit(&json!("high")).is_all);
        assert_eq!(member("urgency").unwrap().fit(&json!("3")), Fitted::all(3));
    }
}

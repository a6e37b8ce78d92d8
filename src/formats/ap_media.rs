//! AP Media API: answers of AP's feed, whose items are a dialect of ninjs 1.

use serde_json::{Map, Value};

use super::ninjs::older;
use super::{Format, FormatError};

/// An answer of AP's Media API, with one item or a list of them, or such an item.
pub(super) static FORMAT: Format = Format {
    name: "AP Media API",
    recognizes: |source| {
        let value = source.json();
        value.is_some_and(|value| {
            is_item(value)
                || value
                    .get("data")
                    .is_some_and(|data| first(data).is_some_and(is_item))
        })
    },
    read: |source, lexicon| {
        let provenance = source.provenance.clone();
        let value = source.into_json().ok_or(FormatError::Empty)?;
        let (items, envelope) = taken_apart(value);
        older::read_all(items, envelope, &provenance, lexicon)
    },
};

/// AP's own identities, which no other ninjs has.
fn is_item(value: &Value) -> bool {
    let ids = value.get("altids");
    ids.is_some_and(|ids| ids.get("itemid").is_some() && ids.get("etag").is_some())
        && value.get("type").is_some_and(Value::is_string)
}

fn first(data: &Value) -> Option<&Value> {
    data.get("item")
        .or_else(|| data.get("items")?.get(0)?.get("item"))
}

/// The items of an answer, and what is said around them.
fn taken_apart(value: Value) -> (Vec<Value>, Map<String, Value>) {
    let mut envelope = match value {
        Value::Object(members) if !members.contains_key("altids") => members,
        item => return (vec![item], Map::new()),
    };
    let mut items = Vec::new();
    if let Some(Value::Object(data)) = envelope.get_mut("data") {
        items.extend(data.shift_remove("item"));
        if let Some(Value::Array(entries)) = data.get_mut("items") {
            for entry in entries.iter_mut().filter_map(Value::as_object_mut) {
                items.extend(entry.shift_remove("item"));
            }
        }
    }
    (items, envelope)
}

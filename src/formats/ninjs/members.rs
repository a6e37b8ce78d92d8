//! The members of a ninjs 3.1 item and how single ones are read.

use serde_json::{Map, Value};

/// Every member of an item in the schema's order, `name` of an association first, `standard` last.
pub(super) const ORDER: [&str; 43] = [
    "name",
    "rel",
    "uri",
    "type",
    "representationType",
    "profile",
    "version",
    "firstCreated",
    "versionCreated",
    "contentCreated",
    "embargoedUntil",
    "pubStatus",
    "urgency",
    "copyrightHolder",
    "copyrightNotice",
    "usageTerms",
    "edNote",
    "language",
    "descriptions",
    "bodies",
    "headlines",
    "people",
    "organisations",
    "places",
    "subjects",
    "events",
    "eventDetails",
    "plannedCoverage",
    "objects",
    "infoSources",
    "title",
    "by",
    "slugline",
    "located",
    "renditions",
    "associations",
    "altIds",
    "trustIndicators",
    "genres",
    "expires",
    "rightsInfo",
    "digitalSourceType",
    "standard",
];

/// Roles of `descriptions` that the model holds, in the order in which they are written.
pub(super) const DESCRIPTIONS: [&str; 6] = [
    "caption",
    "creditline",
    "altText",
    "extendedDescription",
    "writer",
    "original",
];

/// Roles of `altIds` of an article that the model holds, in the order in which they are written.
pub(super) const ARTICLE_IDS: [&str; 7] = [
    "source-file",
    "source-sha256",
    "source-url",
    "source-date",
    "date-precision",
    "id",
    "source-fields",
];

/// Roles of `altIds` of a photo that the model holds, in the order in which they are written.
pub(super) const PHOTO_IDS: [&str; 4] =
    ["source-span", "body-paragraph", "date-precision", "ignored"];

/// Roles of `infoSources` that the model holds.
pub(super) const PARTIES: [&str; 4] = ["creator", "source", "distributor", "provider"];

/// The text of a member; empty where it is not there or no text.
pub(super) fn text<'a>(node: &'a Value, member: &str) -> &'a str {
    node.get(member).and_then(Value::as_str).unwrap_or_default()
}

/// The entries of a member that is a list.
pub(super) fn list<'a>(node: &'a Value, member: &str) -> &'a [Value] {
    node.get(member)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The value of the first entry of a list that has this role.
pub(super) fn with_role<'a>(node: &'a Value, member: &str, role: &str) -> &'a str {
    list(node, member)
        .iter()
        .find(|entry| text(entry, "role") == role)
        .map_or("", |entry| text(entry, "value"))
}

/// The members of a node that the model does not hold: whole members, and of lists the entries
/// that `is_held` leaves.
pub(super) fn rest(
    node: &Value,
    held: &[&str],
    is_held: impl Fn(&str, &Value) -> bool,
) -> Map<String, Value> {
    let mut rest = Map::new();
    for (member, value) in node.as_object().into_iter().flatten() {
        if held.contains(&member.as_str()) || !ORDER.contains(&member.as_str()) {
            continue;
        }
        match value {
            Value::Array(entries) => {
                let left: Vec<Value> = entries
                    .iter()
                    .filter(|entry| !is_held(member, entry))
                    .cloned()
                    .collect();
                if !left.is_empty() || entries.is_empty() {
                    rest.insert(member.clone(), Value::Array(left));
                }
            }
            other => drop(rest.insert(member.clone(), other.clone())),
        }
    }
    rest
}

/// The members of a node that ninjs 3.1 has no place for.
pub(super) fn foreign(node: &Value) -> Map<String, Value> {
    let members = node.as_object().into_iter().flatten();
    members
        .filter(|(member, _)| !ORDER.contains(&member.as_str()))
        .map(|(m, v)| (m.clone(), v.clone()))
        .collect()
}

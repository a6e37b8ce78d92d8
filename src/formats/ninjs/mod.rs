//! IPTC ninjs 3: the normalized JSON that Cutline writes, and 3.x files of others.
//!
//! [`read()`] takes both. [`write()`] gives the normalized form (profile `cutline-1`), [`to_string`] its bytes.
//! A stranger's file keeps its [`Tree`]: [`Tree::updated`] sets only what changed in the model.

pub(super) mod item;
mod members;
mod node;
pub(super) mod older;
pub(super) mod own;
mod read;
pub(super) mod shape;
mod tree;
mod write;

use serde_json::Value;

use super::{Format, FormatError, Read};

pub use read::read;
pub use tree::Tree;
pub(crate) use write::item_of;
pub use write::write;

/// ninjs 3.x, ours or a stranger's.
pub(super) static FORMAT: Format = Format {
    name: "ninjs 3",
    recognizes: |source| source.json().is_some_and(is_three),
    read: |source, lexicon| {
        let (text, provenance) = (source.text, source.provenance.clone());
        let value = source.into_json().ok_or(FormatError::Empty)?;
        let article = read(&value, &provenance, lexicon);
        let tree = (!is_ours(&value)).then(|| Tree::new(value, text));
        Ok(vec![Read {
            tree,
            ..Read::from(article)
        }])
    },
};

/// The profile of files that Cutline made.
pub const PROFILE: &str = "cutline-1";

/// The JSON Schema of the profile, in Cutline's own words.
pub const SCHEMA: &str = include_str!("../../../assets/cutline-1.schema.json");

/// Whether Cutline made it.
#[must_use]
pub fn is_ours(value: &Value) -> bool {
    value.get("profile").and_then(Value::as_str) == Some(PROFILE)
}

/// 2.x has the same lists as 3.x, and its names in small letters.
const OF_TWO: [&str; 6] = [
    "firstcreated",
    "versioncreated",
    "copyrightholder",
    "usageterms",
    "representationtype",
    "altids",
];

/// Whether it is ninjs 3.x: it says so, or it has the lists that came with 2.0/3.0.
#[must_use]
pub fn is_three(value: &Value) -> bool {
    if !value.get("uri").is_some_and(Value::is_string) {
        return false;
    }
    if let Some(version) = value
        .get("standard")
        .and_then(|standard| standard.get("version"))
    {
        return version
            .as_str()
            .is_some_and(|version| version.starts_with("3."));
    }
    let lists = ["bodies", "headlines", "descriptions"];
    is_ours(value)
        || !OF_TWO.iter().any(|name| value.get(name).is_some())
            && lists
                .iter()
                .any(|list| value.get(list).is_some_and(Value::is_array))
}

/// Normalized JSON as it is saved: two spaces, UTF-8 unescaped, one newline at the end.
#[must_use]
pub fn to_string(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

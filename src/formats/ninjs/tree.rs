//! The JSON of a ninjs 3.x file of others: kept as it is, but for the members whose value changed.

use serde_json::Value;

use super::members::{list, text, with_role};
use super::read::{body_entry, body_is_plain, caption, headline_entry};
use super::write::{alt_id, association, body, described, headlines, parties, rendition};
use crate::model::{Article, Photo, PhotoId, TextField};

/// A stranger's tree, with its key order, number spelling and indent.
#[derive(Debug, Clone)]
pub struct Tree {
    value: Value,
    indent: String,
}

impl Tree {
    /// Of a parsed file and its text, which shows the indent.
    #[must_use]
    pub fn new(value: Value, source: &str) -> Self {
        let second = source.lines().nth(1).unwrap_or_default();
        let indent = second
            .chars()
            .take_while(|c| matches!(c, ' ' | '\t'))
            .collect();
        Self { value, indent }
    }

    /// Whether its body is plain text, so that captions can be taken out of it and put back.
    #[must_use]
    pub fn has_plain_body(&self) -> bool {
        body_is_plain(&self.value)
    }

    /// The tree with every member set whose value differs between `before`, the article as read
    /// from this tree, and `after`.
    #[must_use]
    pub fn updated(&self, before: &Article, after: &Article) -> Value {
        let mut value = self.value.clone();
        if before == after {
            return value;
        }
        if body(before) != body(after) {
            set_body(&mut value, &body(after).unwrap_or_default());
        }
        let mut own = None;
        if text(&self.value, "type") == "picture"
            && let (Some(old), Some(new)) = (before.photos.first(), after.photos.first())
            && old.id == new.id
        {
            update_photo(&mut value, old, new);
            own = Some(new.id);
        }
        let associated = |article: &Article| {
            let photos = article.photos.iter().filter(|photo| Some(photo.id) != own);
            photos.cloned().collect::<Vec<_>>()
        };
        let (old, new) = (associated(before), associated(after));
        if old != new {
            let associations = self.associations(&old, &new);
            if let Some(item) = value.as_object_mut() {
                item.insert("associations".to_owned(), Value::Array(associations));
            }
        }
        value
    }

    /// The updated tree as text, with the indent that the file had.
    #[must_use]
    pub fn to_string(&self, value: &Value) -> String {
        if self.indent.is_empty() {
            return format!("{value}\n");
        }
        let mut bytes = Vec::new();
        let formatter = serde_json::ser::PrettyFormatter::with_indent(self.indent.as_bytes());
        let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
        if serde::Serialize::serialize(value, &mut serializer).is_err() {
            return format!("{value}\n");
        }
        bytes.push(b'\n');
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// The associations with the photos `after` in their order; what is no picture keeps its place.
    fn associations(&self, before: &[Photo], after: &[Photo]) -> Vec<Value> {
        let nodes = list(&self.value, "associations");
        let known = |id: PhotoId| before.iter().find(|photo| photo.id == id);
        let mut photos = after.iter().map(|photo| {
            let node = usize::try_from(photo.id.0)
                .ok()
                .and_then(|key| nodes.get(key.checked_sub(1)?));
            match (known(photo.id).filter(|old| old.uri == photo.uri), node) {
                (Some(old), Some(node)) => {
                    let mut node = node.clone();
                    update_photo(&mut node, old, photo);
                    node
                }
                _ => association(photo, None).into(),
            }
        });
        let mut all = Vec::new();
        for (position, node) in nodes.iter().enumerate() {
            let is_photo = before
                .iter()
                .any(|photo| usize::try_from(photo.id.0) == Ok(position + 1));
            if is_photo {
                all.extend(photos.next());
            } else {
                all.push(node.clone());
            }
        }
        all.extend(photos);
        all
    }
}

fn update_photo(node: &mut Value, old: &Photo, new: &Photo) {
    for field in TextField::ALL {
        if old.text(field) != new.text(field) {
            set_text(node, field, new);
        }
    }
    let says_credit = !old.credit_line.is_empty()
        && old.credit_line == text(node, "by")
        && with_role(node, "descriptions", "creditline").is_empty();
    if old.creators != new.creators && says_credit {
        // The statement for people was the only place of the credit line.
        set_value(node, "descriptions", None, &new.credit_line, || {
            described("creditline", new.credit_line.as_str()).into()
        });
    }
    if old.creators != new.creators || old.sources != new.sources {
        set_parties(node, new);
        if old.creators != new.creators {
            set_member(node, "by", &new.creators.join(", "));
        }
    }
    if old.created != new.created {
        set_member(
            node,
            "contentCreated",
            new.created.as_ref().map_or("", |moment| &moment.date_time),
        );
        let word = new
            .created
            .as_ref()
            .and_then(|moment| moment.precision.word());
        set_entries(
            node,
            "altIds",
            "date-precision",
            word.map(|word| alt_id("date-precision", word).into()),
        );
    }
    if old.ignored != new.ignored {
        set_entries(
            node,
            "altIds",
            "ignored",
            new.ignored
                .iter()
                .map(|mark| alt_id("ignored", mark.as_str()).into()),
        );
    }
    if old.image != new.image {
        change(node, "renditions", |entries| {
            entries.retain(|entry| text(entry, "name") != "main");
            entries.splice(
                0..0,
                new.image.as_ref().map(|image| rendition(image).into()),
            );
        });
    }
}

fn set_text(node: &mut Value, field: TextField, photo: &Photo) {
    let said = photo.text(field);
    let role = match field {
        TextField::Caption => "caption",
        TextField::CreditLine => "creditline",
        TextField::AltText => "altText",
        TextField::ExtendedDescription => "extendedDescription",
        TextField::CaptionWriter => "writer",
        TextField::Headline => return set_headline(node, said),
        TextField::Located => return set_member(node, "located", said),
        TextField::CopyrightHolder => return set_member(node, "copyrightHolder", said),
        TextField::CopyrightNotice => return set_member(node, "copyrightNotice", said),
        TextField::UsageTerms => return set_member(node, "usageTerms", said),
        TextField::Instructions => return set_member(node, "edNote", said),
    };
    let place = match field {
        TextField::Caption => caption(node).and_then(|shown| position(node, "descriptions", shown)),
        _ => list(node, "descriptions")
            .iter()
            .position(|entry| text(entry, "role") == role),
    };
    set_value(node, "descriptions", place, said, || {
        described(role, said).into()
    });
}

fn set_headline(node: &mut Value, said: &str) {
    let place = headline_entry(node).and_then(|shown| position(node, "headlines", shown));
    set_value(node, "headlines", place, said, || {
        headlines(said).pop().map(Value::from).unwrap_or_default()
    });
}

fn set_body(item: &mut Value, said: &str) {
    let place = body_entry(item).and_then(|shown| position(item, "bodies", shown));
    if body_is_plain(item) {
        set_value(item, "bodies", place, said, || {
            described("main", said).into()
        });
    }
}

/// Sets the value of the entry at `place`, takes it out where there is nothing to say, adds one
/// where there was none.
fn set_value(
    node: &mut Value,
    member: &str,
    place: Option<usize>,
    said: &str,
    new: impl FnOnce() -> Value,
) {
    change(node, member, |entries| match place {
        Some(place) if said.is_empty() => drop(entries.remove(place)),
        Some(place) => {
            if let Some(entry) = entries.get_mut(place).and_then(Value::as_object_mut) {
                entry.insert("value".to_owned(), Value::from(said));
                // Counts of another text would be wrong.
                entry.shift_remove("charCount");
                entry.shift_remove("wordCount");
            }
        }
        None if said.is_empty() => {}
        None => entries.push(new()),
    });
}

fn position(node: &Value, member: &str, shown: &Value) -> Option<usize> {
    list(node, member)
        .iter()
        .position(|entry| std::ptr::eq(entry, shown))
}

/// Names and roles anew; entries that say more than these of a party that stays are kept whole.
fn set_parties(node: &mut Value, photo: &Photo) {
    let same = |a: &Value, b: &Value| {
        text(a, "name") == text(b, "name") && text(a, "role") == text(b, "role")
    };
    change(node, "infoSources", |entries| {
        let old = std::mem::take(entries);
        let kept = |party: Value| {
            old.iter()
                .find(|entry| same(entry, &party))
                .cloned()
                .unwrap_or(party)
        };
        entries.extend(parties(photo).into_iter().map(Value::from).map(kept));
        entries.extend(
            old.iter()
                .filter(|entry| !super::members::PARTIES.contains(&text(entry, "role")))
                .cloned(),
        );
    });
}

fn set_member(node: &mut Value, member: &str, said: &str) {
    let Some(node) = node.as_object_mut() else {
        return;
    };
    if said.is_empty() {
        node.shift_remove(member);
    } else {
        node.insert(member.to_owned(), Value::from(said));
    }
}

/// Replaces the entries of a list that have this role.
fn set_entries(node: &mut Value, member: &str, role: &str, new: impl IntoIterator<Item = Value>) {
    change(node, member, |entries| {
        entries.retain(|entry| text(entry, "role") != role);
        entries.extend(new);
    });
}

/// Changes the entries of a list, which is made where it is not there and goes when it is empty.
fn change(node: &mut Value, member: &str, how: impl FnOnce(&mut Vec<Value>)) {
    let Some(node) = node.as_object_mut() else {
        return;
    };
    let mut entries = match node.get_mut(member) {
        Some(Value::Array(entries)) => std::mem::take(entries),
        _ => Vec::new(),
    };
    how(&mut entries);
    if entries.is_empty() {
        node.shift_remove(member);
    } else {
        node.insert(member.to_owned(), Value::Array(entries));
    }
}

//! Items of ninjs 1.6 that Cutline exported: what they say in alternative ids, and in members that
//! Superdesk reads otherwise, goes back to where it came from, and the item is read as one of ours.

use serde_json::{Map, Value, json};

use super::PROFILE;
use super::item::Item;
use super::members::text;
use crate::formats::address::{image_at, percent_decoded};
use crate::formats::html;
use crate::model::Image;

/// The alternative ids that say whose the item is, what the photo is called, and the normalized form.
pub(in crate::formats) const MADE_BY: &str = "profile";
pub(in crate::formats) const NAME: &str = "name";
pub(in crate::formats) const CARRIED: &str = "cutline-1";
/// The member of a picture's credit line.
const CREDIT_LINE: &str = "description_creditline";
/// Of this role there may be several, one a line.
const IGNORED: &str = "ignored";
/// It counts the bytes of another file.
const SPAN: &str = "source-span";

/// Members that only repeat what the file's kind and its renditions say.
const SAID_AGAIN: [&str; 2] = ["$standard", "mimetype"];

/// Takes out of an item's members what only an export of ours says so, and says it. The members of
/// others stay as they are.
pub(super) fn without_marks(members: Value, item: &mut Item) -> Map<String, Value> {
    let is_ours = members
        .get("altids")
        .is_some_and(|ids| text(ids, MADE_BY) == PROFILE);
    let Value::Object(mut members) = members else {
        return Map::new();
    };
    if !is_ours {
        return members;
    }
    item.is_ours = true;
    for said_again in SAID_AGAIN {
        members.shift_remove(said_again);
    }
    if let Some(Value::Object(ids)) = members.shift_remove("altids") {
        let carried = ids.get(CARRIED).and_then(|carried| carried.get("item"));
        settle_pictures(&mut members, carried, item);
        say_ids(ids, item);
    }
    if members.get("type").and_then(Value::as_str) == Some("picture") {
        settle_byline(&mut members, item);
        settle_renditions(&mut members, item);
    } else if let Some(Value::String(body)) = members.shift_remove("body_html") {
        item.body("main", "text/plain", &html::paragraphs(&body).join("\n\n"));
    }
    members
}

fn say_ids(ids: Map<String, Value>, item: &mut Item) {
    for (role, value) in ids {
        match (role.as_str(), value) {
            (MADE_BY | CARRIED | SPAN, _) => {}
            (NAME, Value::String(name)) => item.own_name = Some(name),
            (IGNORED, Value::String(marks)) => {
                for mark in marks.lines() {
                    item.say("altids", json!([{ "role": IGNORED, "value": mark }]));
                }
            }
            (role, value) => item.say("altids", json!([{ "role": role, "value": value }])),
        }
    }
}

/// Settles the bylines of the pictures by what the article carries of them.
fn settle_pictures(members: &mut Map<String, Value>, carried: Option<&Value>, item: &mut Item) {
    let carried = carried.map(|item| list(item, "associations"));
    let pictures = members.get_mut("associations");
    let pictures = pictures
        .and_then(Value::as_object_mut)
        .into_iter()
        .flatten();
    for (_, picture) in pictures {
        let name = picture.get("altids").map_or("", |ids| text(ids, NAME));
        let name = name.to_owned();
        let mut known = carried.into_iter().flatten();
        let Some(known) = known.find(|known| text(known, "name") == name) else {
            continue;
        };
        let exported = Byline::exported(known);
        if let Some(members) = picture.as_object_mut() {
            item.notes.extend(exported.settle(members, &name));
        }
    }
}

/// The credit of a picture in the two members that say it, as it was exported.
struct Byline {
    credit: String,
    byline: String,
}

impl Byline {
    /// From a picture in the normalized form.
    fn exported(picture: &Value) -> Self {
        let mut said = list(picture, "descriptions").iter();
        let credit = said.find(|said| text(said, "role") == "creditline");
        let credit = credit.map_or("", |said| text(said, "value")).to_owned();
        let byline = if credit.is_empty() {
            creators(list(picture, "infoSources"), "role")
        } else {
            credit.clone()
        };
        Self { credit, byline }
    }

    /// Leaves the credit line in one of the two: the one that somebody changed; answers with what is
    /// to be said where both were, each otherwise.
    fn settle(&self, members: &mut Map<String, Value>, name: &str) -> Option<String> {
        let byline = members.shift_remove("byline");
        let byline = byline.as_ref().and_then(Value::as_str).unwrap_or_default();
        if byline == self.byline {
            return None;
        }
        let credit = members.get(CREDIT_LINE).and_then(Value::as_str);
        let credit = credit.unwrap_or_default();
        if credit == byline {
            return None;
        }
        if credit == self.credit {
            members.insert(CREDIT_LINE.to_owned(), Value::from(byline));
            return None;
        }
        Some(format!(
            "{name}: {CREDIT_LINE} and byline were both changed; the byline \"{byline}\" is left out"
        ))
    }
}

/// Superdesk shows the byline as the credit, so the credit line stands there too, or the creators
/// where there is none. Without the normalized form another text there is somebody's new credit line,
/// and what it replaces is kept.
fn settle_byline(members: &mut Map<String, Value>, item: &mut Item) {
    let Some(Value::String(byline)) = members.shift_remove("byline") else {
        return;
    };
    let credit = members.get(CREDIT_LINE).and_then(Value::as_str);
    let credit = credit.unwrap_or_default();
    let persons = members.get("infosource").and_then(Value::as_array);
    let persons = creators(persons.map_or(&[], Vec::as_slice), "rel");
    if byline == credit || (credit.is_empty() && byline == persons) {
        return;
    }
    let replaced = members.insert(CREDIT_LINE.to_owned(), Value::from(byline));
    if let Some(replaced) = replaced {
        item.keep(CREDIT_LINE, replaced);
    }
}

fn creators(parties: &[Value], role: &str) -> String {
    let parties = parties.iter();
    let persons = parties.filter(|party| text(party, role) == "creator");
    let persons: Vec<&str> = persons.map(|party| text(party, "name")).collect();
    persons.join(", ")
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    let list = value.get(name).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

/// Every rendition is the one picture, whose path in the export stands as its title.
fn settle_renditions(members: &mut Map<String, Value>, item: &mut Item) {
    let Some(Value::Object(renditions)) = members.shift_remove("renditions") else {
        return;
    };
    let Some(rendition) = renditions.values().next() else {
        return;
    };
    let href = text(rendition, "href");
    let decoded = percent_decoded(href).unwrap_or_default();
    let path = image_at(text(rendition, "title")).map(|image| image.path);
    let path = path.filter(|path| !path.is_empty() && decoded.ends_with(path.as_str()));
    let place = match path {
        Some(path) => Some(Image {
            path,
            ..Image::default()
        }),
        None if href == decoded => image_at(href),
        None => image_at(href)
            .filter(|image| !image.href.is_empty())
            .or(image_at(&decoded)),
    };
    let number = |name: &str| rendition.get(name).and_then(Value::as_u64);
    let side = |name: &str| number(name).and_then(|side| u32::try_from(side).ok());
    item.image = place.map(|place| Image {
        content_type: text(rendition, "mimetype").to_owned(),
        width: side("width"),
        height: side("height"),
        size_in_bytes: number("sizeinbytes"),
        ..place
    });
}

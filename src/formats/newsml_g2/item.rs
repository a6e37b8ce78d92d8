//! One item of NewsML-G2 in the shape of ninjs 3.1, its sibling in JSON.

use roxmltree::Node;
use serde_json::Value;

use super::{entry, last_part};
use crate::formats::address::image_at;
use crate::formats::ninjs::item::Item;
use crate::formats::nitf;
use crate::formats::xml::{self, Taken, at, child, children};
use crate::model::Image;

/// What class of item it is: `picture`, `text`…; empty where it does not say.
pub(super) fn kind<'a>(node: Node<'a, '_>) -> &'a str {
    let class = at(node, &["itemMeta", "itemClass"]);
    let code = class.and_then(|class| class.attribute("qcode").or(class.attribute("uri")));
    let kind = code.map_or("", |code| code.rsplit([':', '/']).next().unwrap_or(code));
    match kind {
        "photo" | "graphic" => "picture",
        kind => kind,
    }
}

/// An item without what only its article can show: an NITF body.
pub(super) fn read(node: Node<'_, '_>, taken: &Taken) -> Item {
    let mut item = Item::default();
    item.identify("guid", taken.attribute(node, "guid"));
    item.say_text("version", taken.attribute(node, "version"));
    let is_picture = kind(node) == "picture";
    item.say(
        "type",
        Value::from(if is_picture { "picture" } else { "text" }),
    );
    rights(node, &mut item, taken);
    if let Some(meta) = child(node, "itemMeta") {
        item_meta(meta, &mut item, taken);
    }
    // A package keeps what it says of its content in the same places as an item.
    if let Some(meta) = child(node, "contentMeta") {
        content_meta(meta, is_picture, &mut item, taken);
    }
    let language = taken.attribute(node, "lang");
    if item.text("language").is_empty() {
        item.say_text("language", language);
    }
    for content in children(node, "contentSet").flat_map(|set| set.children()) {
        match content.tag_name().name() {
            "remoteContent" => remote(content, &mut item, taken),
            "inlineXML" => inline_xml(content, &mut item, taken),
            "inlineData" => inline_data(content, &mut item, taken),
            _ => {}
        }
    }
    item
}

fn rights(node: Node<'_, '_>, item: &mut Item, taken: &Taken) {
    for rights in children(node, "rightsInfo") {
        if let Some(holder) = child(rights, "copyrightHolder") {
            item.say_text("copyrightHolder", &name(holder, taken));
        }
        for (element, member) in [
            ("copyrightNotice", "copyrightNotice"),
            ("usageTerms", "usageTerms"),
        ] {
            let texts = children(rights, element).map(|text| taken.text(text));
            item.say_text(member, &texts.collect::<Vec<_>>().join(" "));
        }
    }
}

fn item_meta(meta: Node<'_, '_>, item: &mut Item, taken: &Taken) {
    texts(
        meta,
        &[
            ("versionCreated", "versionCreated"),
            ("firstCreated", "firstCreated"),
            ("embargoed", "embargoedUntil"),
            ("title", "title"),
            ("edNote", "edNote"),
        ],
        item,
        taken,
    );
    if let Some(status) = child(meta, "pubStatus") {
        item.say_text(
            "pubStatus",
            last_part(status.attribute("qcode").unwrap_or_default()),
        );
    }
    for provider in children(meta, "provider") {
        item.party("provider", &name(provider, taken));
    }
}

fn content_meta(meta: Node<'_, '_>, is_picture: bool, item: &mut Item, taken: &Taken) {
    texts(
        meta,
        &[
            ("contentCreated", "contentCreated"),
            ("urgency", "urgency"),
            ("slugline", "slugline"),
            ("edNote", "edNote"),
        ],
        item,
        taken,
    );
    if let Some(language) = child(meta, "language") {
        item.say_text("language", taken.attribute(language, "tag"));
    }
    if let Some(located) = child(meta, "located") {
        item.say_text("located", &name(located, taken));
    }
    for headline in children(meta, "headline") {
        let role = role(headline, "main");
        item.describe("headlines", &role, &taken.text(headline));
    }
    for description in children(meta, "description") {
        let role = match role(description, "caption").as_str() {
            "alt" | "alttext" => "altText".to_owned(),
            "extdesc" | "extendedDescription" => "extendedDescription".to_owned(),
            role => role.to_owned(),
        };
        item.describe("descriptions", &role, &taken.text(description));
    }
    for alt_id in children(meta, "altId") {
        let role = last_part(alt_id.attribute("type").unwrap_or_default()).to_owned();
        item.say(
            "altIds",
            entry([("role", role), ("value", taken.text(alt_id))]),
        );
    }
    subjects(meta, item, taken);
    people(meta, is_picture, item, taken);
}

/// Each text of these elements, as this member.
fn texts(meta: Node<'_, '_>, members: &[(&'static str, &str)], item: &mut Item, taken: &Taken) {
    for (element, member) in members {
        let texts = children(meta, element).map(|node| taken.text(node));
        item.say_text(member, &texts.collect::<Vec<_>>().join(" "));
    }
}

fn subjects(meta: Node<'_, '_>, item: &mut Item, taken: &Taken) {
    for (element, member) in [("subject", "subjects"), ("genre", "genres")] {
        for subject in children(meta, element) {
            let said = [
                (
                    "name",
                    child(subject, "name")
                        .map(|name| taken.text(name))
                        .unwrap_or_default(),
                ),
                ("literal", code(subject, taken).to_owned()),
                ("uri", taken.attribute(subject, "uri").to_owned()),
            ];
            item.say(member, entry(said));
        }
    }
    for keyword in children(meta, "keyword") {
        item.say("subjects", entry([("name", taken.text(keyword))]));
    }
}

/// Who made it, what they are called in print, and whom it comes from.
fn people(meta: Node<'_, '_>, is_picture: bool, item: &mut Item, taken: &Taken) {
    let credits: Vec<String> = children(meta, "creditline")
        .map(|line| taken.text(line))
        .collect();
    let credit = credits.join(" ");
    item.describe("descriptions", "creditline", &credit);
    let by: Vec<String> = children(meta, "by").map(|by| taken.text(by)).collect();
    let by = by.join("; ");
    let mut is_named = false;
    // A code alone names nobody to a reader; it is kept with what is left.
    for creator in children(meta, "creator").filter(has_name) {
        item.party("creator", &name(creator, taken));
        is_named = true;
    }
    if is_picture && !credit.is_empty() && !is_named {
        item.party("creator", &by);
    } else {
        item.say_text("by", &by);
    }
    for contributor in children(meta, "contributor").filter(has_name) {
        let said = name(contributor, taken);
        match role(contributor, "contributor").as_str() {
            "descrWriter" | "capWriter" | "captionWriter" => {
                item.describe("descriptions", "writer", &said);
            }
            role => item.party(role, &said),
        }
    }
    for source in children(meta, "infoSource").filter(has_name) {
        let said = name(source, taken);
        match role(source, "source").as_str() {
            "origProv" | "origcont" => item.party("source", &said),
            role => item.party(role, &said),
        }
    }
}

fn has_name(node: &Node<'_, '_>) -> bool {
    let literal = node
        .attribute("literal")
        .is_some_and(|said| !said.trim().is_empty());
    literal
        || node.text().is_some_and(|said| !said.trim().is_empty())
        || child(*node, "name").is_some()
}

/// What a person or body is called: its name, what stands for it literally, or the text itself.
fn name(node: Node<'_, '_>, taken: &Taken) -> String {
    match child(node, "name") {
        Some(name) => taken.text(name),
        None => match taken.attribute(node, "literal") {
            "" => taken.text(node),
            literal => literal.to_owned(),
        },
    }
}

fn code<'a>(node: Node<'a, '_>, taken: &Taken) -> &'a str {
    match taken.attribute(node, "qcode") {
        "" => taken.attribute(node, "literal"),
        code => code,
    }
}

/// The role without the scheme that it is of; the whole stays to be kept.
fn role(node: Node<'_, '_>, unsaid: &str) -> String {
    match last_part(node.attribute("role").unwrap_or_default()) {
        "" => unsaid.to_owned(),
        role => role.to_owned(),
    }
}

/// A rendition at an address, or the file beside; of several files the widest is shown.
fn remote(content: Node<'_, '_>, item: &mut Item, taken: &Taken) {
    let Some(image) = content.attribute("href").and_then(image_at) else {
        return;
    };
    let number = |name: &str| {
        content
            .attribute(name)
            .and_then(|said| said.trim().parse::<u32>().ok())
    };
    let image = Image {
        content_type: content
            .attribute("contenttype")
            .unwrap_or_default()
            .to_owned(),
        width: number("width"),
        height: number("height"),
        size_in_bytes: content
            .attribute("size")
            .and_then(|size| size.trim().parse().ok()),
        ..image
    };
    if image.href.is_empty() {
        let known = item.image.as_ref().map(|known| known.width);
        if known.is_none_or(|width| width < image.width) {
            item.image = Some(image);
        }
        return;
    }
    let rendition = last_part(content.attribute("rendition").unwrap_or_default());
    let name = if rendition.is_empty() {
        "rendition"
    } else {
        rendition
    };
    let said = ["href", "contenttype", "width", "height", "size"]
        .map(|name| taken.attribute(content, name).to_owned());
    let [href, content_type, width, height, size] = said;
    item.say(
        "renditions",
        entry([
            ("name", name.to_owned()),
            ("href", href),
            ("contentType", content_type),
            ("width", width),
            ("height", height),
            ("sizeInBytes", size),
        ]),
    );
}

/// The NITF document in an item.
pub(super) fn inline_nitf<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let inline = at(node, &["contentSet", "inlineXML"])?;
    child(inline, "nitf")
}

fn inline_xml(content: Node<'_, '_>, item: &mut Item, taken: &Taken) {
    if let Some(nitf) = child(content, "nitf") {
        nitf::head(nitf, item, taken);
        return;
    }
    item.body("xhtml", "text/html", &xml::to_html(content));
    content.children().for_each(|part| taken.whole(part));
}

fn inline_data(content: Node<'_, '_>, item: &mut Item, taken: &Taken) {
    let kind = content.attribute("contenttype").unwrap_or_default();
    let is_text = kind.is_empty() || kind.starts_with("text/");
    let is_coded = !content.attribute("encoding").unwrap_or_default().is_empty();
    if !is_text || is_coded {
        return;
    }
    let said = taken.verbatim(content);
    if kind.contains("html") {
        item.body("html", "text/html", &said);
    } else {
        item.body("text", "text/plain", &said);
    }
}

//! NITF: the text of agencies, with its media in it.
//!
//! Source: News Industry Text Format 3.x, elements `docdata`, `body.head`, `body.content`, `media`.

use roxmltree::Node;
use serde_json::{Map, Value, json};

use super::address::image_at;
use super::assemble::Assembly;
use super::ninjs::item::Item;
use super::xml::{self, Taken, at, child, children};
use super::{Format, Read};
use crate::model::{Image, Moment};

/// An NITF document.
pub(super) static FORMAT: Format = Format {
    name: "NITF",
    recognizes: |source| xml::root(source.text).is_some_and(|(name, _)| name == "nitf"),
    read: |source, lexicon| {
        let (text, note) = xml::without_doctype(source.text)?;
        let document = xml::parse(&text)?;
        let (nitf, taken) = (document.root_element(), Taken::default());
        let mut item = Item::default();
        item.say("type", Value::from("text"));
        head(nitf, &mut item, &taken);
        let mut assembly = item.assemble(&source.provenance, "", lexicon)?;
        dates(nitf, &mut assembly, &taken);
        body(nitf, &mut assembly, &taken);
        if let Some(left) = taken.left(nitf) {
            assembly.keep(Map::from_iter([("nitf".to_owned(), left)]));
        }
        let mut read = Read::from(assembly.done());
        read.notes.extend(note);
        Ok(vec![read])
    },
};

/// What the head of a document and the head of its body say of it.
pub(super) fn head(nitf: Node<'_, '_>, item: &mut Item, taken: &Taken) {
    if let Some(docdata) = at(nitf, &["head", "docdata"]) {
        docdata_of(docdata, item, taken);
    }
    for subject in at(nitf, &["head", "tobject"])
        .into_iter()
        .flat_map(|tobject| children(tobject, "tobject.subject"))
    {
        let names = ["detail", "matter", "type"]
            .map(|part| taken.attribute(subject, &format!("tobject.subject.{part}")));
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let code = taken.attribute(subject, "tobject.subject.refnum");
        item.say(
            "subjects",
            json!([{ "name": names.join(", "), "literal": code }]),
        );
    }
    let Some(head) = at(nitf, &["body", "body.head"]) else {
        return;
    };
    if let Some(hedline) = child(head, "hedline") {
        for (name, role) in [("hl1", "main"), ("hl2", "sub")] {
            for line in children(hedline, name) {
                item.describe("headlines", role, &taken.text(line));
            }
        }
    }
    let bylines = children(head, "byline").map(|byline| taken.text(byline));
    item.say_text("by", &bylines.collect::<Vec<_>>().join("; "));
    for distributor in children(head, "distributor") {
        item.party("distributor", &taken.text(distributor));
    }
    if let Some(place) = at(head, &["dateline", "location"]) {
        item.say_text("located", &taken.text(place));
    }
    for text in children(head, "abstract") {
        item.describe("descriptions", "summary", &taken.text(text));
    }
}

fn docdata_of(docdata: Node<'_, '_>, item: &mut Item, taken: &Taken) {
    for (element, attribute, member) in [
        ("urgency", "ed-urg", "urgency"),
        ("date.release", "norm", "embargoedUntil"),
        ("date.expire", "norm", "expires"),
        ("ed-msg", "info", "edNote"),
        ("doc.copyright", "holder", "copyrightHolder"),
    ] {
        if let Some(node) = child(docdata, element) {
            item.say_text(member, taken.attribute(node, attribute));
        }
    }
    if let Some(id) = child(docdata, "doc-id") {
        item.identify("doc-id", taken.attribute(id, "id-string"));
    }
    let keywords = child(docdata, "key-list").into_iter();
    for keyword in keywords.flat_map(|list| children(list, "keyword")) {
        item.say(
            "subjects",
            json!([{ "name": taken.attribute(keyword, "key") }]),
        );
    }
}

/// When the document was issued, as it spells it.
fn dates(nitf: Node<'_, '_>, assembly: &mut Assembly<'_>, taken: &Taken) {
    let issued = at(nitf, &["head", "docdata", "date.issue"]);
    let said = issued.map_or("", |issued| taken.attribute(issued, "norm"));
    assembly.article.created = Moment::parse(said);
    said.clone_into(&mut assembly.article.source_date);
}

/// The content of a document's body, its paragraphs and media in their order, and its taglines.
pub(super) fn body(nitf: Node<'_, '_>, assembly: &mut Assembly<'_>, taken: &Taken) {
    if let Some(content) = at(nitf, &["body", "body.content"]) {
        walk(content, assembly, taken);
    }
    let end = at(nitf, &["body", "body.end"]).into_iter();
    for tagline in end.flat_map(|end| children(end, "tagline")) {
        assembly.text(&taken.text(tagline));
    }
}

/// Elements that are a paragraph, whatever stands in them.
const PARAGRAPHS: [&str; 12] = [
    "p",
    "hl1",
    "hl2",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "caption",
    "credit",
    "datasource",
    "nitf-table-metadata",
];

/// Goes no deeper than the reader of XML lets through.
fn walk(node: Node<'_, '_>, assembly: &mut Assembly<'_>, taken: &Taken) {
    for part in node.children() {
        let name = part.tag_name().name();
        if name == "media" {
            media(part, assembly, taken);
        } else if part.is_text() || (PARAGRAPHS.contains(&name) && !holds_media(part)) {
            assembly.text(&taken.text(part));
        } else if part.is_element() {
            walk(part, assembly, taken);
        }
    }
}

fn holds_media(node: Node<'_, '_>) -> bool {
    node.descendants()
        .any(|part| part.tag_name().name() == "media")
}

/// A picture with its caption and who produced it; of its references the widest is shown.
fn media(media: Node<'_, '_>, assembly: &mut Assembly<'_>, taken: &Taken) {
    let kind = media.attribute("media-type").unwrap_or("image");
    if !matches!(kind, "image" | "photo" | "picture" | "graphic" | "other") {
        return;
    }
    let widest = children(media, "media-reference")
        .filter(|reference| reference.attribute("source").and_then(image_at).is_some())
        .max_by_key(|reference| width_of(*reference));
    let alt_text = widest.map_or("", |reference| taken.attribute(reference, "alternate-text"));
    let image = widest.and_then(|reference| image(reference, taken));
    let texts = |name| children(media, name).map(|node| taken.text(node));
    let caption = texts("media-caption").collect::<Vec<_>>().join(" ");
    let credit = texts("media-producer").collect::<Vec<_>>().join(", ");
    if image.is_none() && caption.is_empty() && credit.is_empty() {
        return;
    }
    assembly.photo(&caption, |photo| {
        photo.credit_line = credit;
        photo.image = image;
        alt_text.clone_into(&mut photo.alt_text);
    });
}

fn width_of(reference: Node<'_, '_>) -> u64 {
    let width = reference.attribute("width");
    width
        .and_then(|width| width.trim().parse().ok())
        .unwrap_or(0)
}

fn image(reference: Node<'_, '_>, taken: &Taken) -> Option<Image> {
    let image = image_at(taken.attribute(reference, "source"))?;
    let number = |name| taken.attribute(reference, name).parse().ok();
    Some(Image {
        content_type: taken.attribute(reference, "mime-type").to_owned(),
        width: number("width"),
        height: number("height"),
        ..image
    })
}

//! Arc XP's native format (ANS): stories whose paragraphs and pictures are `content_elements`.
//!
//! Source: ANS 0.10, `story`, `gallery` and `image`; Arc's table of IPTC's fields in ANS.

use serde_json::Value;

use super::address::{image_at, is_uri};
use super::assemble::{Assembly, part_of};
use super::fields::Fields;
use super::{Format, FormatError, Read, html};
use crate::credit::{self, Lexicon};
use crate::model::{Image, Moment, Provenance};

/// A story, gallery or image of Arc XP, or a list of them.
pub(super) static FORMAT: Format = Format {
    name: "Arc ANS",
    recognizes: |source| {
        source
            .json()
            .is_some_and(|value| documents(value).next().is_some())
    },
    read: |source, lexicon| {
        let provenance = source.provenance.clone();
        let value = source.into_json().ok_or(FormatError::Empty)?;
        read_all(&value, &provenance, lexicon)
    },
};

/// Documents that are an article of their own.
const KINDS: [&str; 3] = ["story", "gallery", "image"];

fn is_document(value: &Value) -> bool {
    let kind = value
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let has = |name: &str| value.get(name).is_some();
    match kind {
        "image" => has("_id") && (has("credits") || has("additional_properties") || has("version")),
        kind => KINDS.contains(&kind) && value.get("content_elements").is_some_and(Value::is_array),
    }
}

/// The document, or those of a list.
fn documents(value: &Value) -> impl Iterator<Item = &Value> {
    let list = match value {
        Value::Array(entries) => entries.as_slice(),
        value if is_document(value) => std::slice::from_ref(value),
        value => value
            .get("content_elements")
            .and_then(Value::as_array)
            .map_or(&[] as &[Value], Vec::as_slice),
    };
    list.iter().filter(|value| is_document(value))
}

fn read_all(
    value: &Value,
    provenance: &Provenance,
    lexicon: &Lexicon,
) -> Result<Vec<Read>, FormatError> {
    let all: Vec<Value> = documents(value).cloned().collect();
    let is_only = all.len() == 1;
    let mut reads = Vec::new();
    for document in all {
        let provenance = if is_only {
            provenance.clone()
        } else {
            part_of(provenance, &document.to_string())
        };
        let assembly = Assembly::new(&provenance, "", lexicon);
        reads.push(Read::from(read(document, assembly)?.done()));
    }
    Ok(reads)
}

fn read(value: Value, mut assembly: Assembly<'_>) -> Result<Assembly<'_>, FormatError> {
    let mut story = Fields::of(value);
    facts(&mut story, &mut assembly);
    if story.said("type") == "image" {
        picture(story, &mut assembly);
        return Ok(assembly);
    }
    let elements = story.list("content_elements").unwrap_or_default();
    promo(&mut story, &elements, &mut assembly);
    let left = elements_of(elements, &mut assembly)?;
    if !left.is_empty() {
        story.put("content_elements", Value::Array(left));
    }
    assembly.keep(story.left());
    Ok(assembly)
}

fn facts(story: &mut Fields, assembly: &mut Assembly<'_>) {
    let article = &mut assembly.article;
    if story.said("type") == "image" {
        return;
    }
    article.record_id = story.id(&["_id"]);
    article.headline = basic(story, "headlines");
    article.language = story.text(&["language"]);
    article.source_date = story.text(&[
        "display_date",
        "publish_date",
        "first_publish_date",
        "created_date",
    ]);
    article.created = Moment::parse(&article.source_date);
    if is_uri(story.said("canonical_url")) {
        article.url = story.text(&["canonical_url"]);
    }
    article.by = credits_of(story, "by").join(", ");
}

/// The text that a field has for every reader; what it has for others stays.
fn basic(story: &mut Fields, name: &str) -> String {
    let Some(mut texts) = story.object(name) else {
        return String::new();
    };
    let said = texts.text(&["basic"]);
    if !texts.is_empty() {
        story.put(name, Value::Object(texts.left()));
    }
    said
}

/// Those whom `credits` names in this role. They stay, as they say more than a name.
fn credits_of(fields: &Fields, role: &str) -> Vec<String> {
    let people = fields.get("credits").and_then(|credits| credits.get(role));
    let people = people.and_then(Value::as_array);
    let name = |person: &Value| {
        let names = ["byline", "name", "org"];
        let said = names.iter().filter_map(|name| person.get(*name)?.as_str());
        said.map(str::trim)
            .find(|said| !said.is_empty())
            .map(str::to_owned)
    };
    people.into_iter().flatten().filter_map(name).collect()
}

/// The lead picture, unless the story shows it itself.
fn promo(story: &mut Fields, elements: &[Value], assembly: &mut Assembly<'_>) {
    let Some(mut items) = story.object("promo_items") else {
        return;
    };
    let shown = |id: &str| {
        let is = |element: &&Value| element.get("_id").and_then(Value::as_str) == Some(id);
        !id.is_empty() && elements.iter().any(|element| is(&element))
    };
    for name in ["basic", "lead_art"] {
        let Some(item) = items.object(name) else {
            continue;
        };
        if item.said("type") == "image" && !shown(item.said("_id")) {
            picture(item, assembly);
        } else {
            items.put(name, Value::Object(item.left()));
        }
    }
    if !items.is_empty() {
        story.put("promo_items", Value::Object(items.left()));
    }
}

/// Reads elements in their order; answers with what of them was not read. Goes as deep as JSON does,
/// which its parser bounds.
fn elements_of(
    elements: Vec<Value>,
    assembly: &mut Assembly<'_>,
) -> Result<Vec<Value>, FormatError> {
    let mut left = Vec::new();
    for element in elements {
        let mut element = Fields::of(element);
        match element.said("type") {
            "image" => {
                picture(element, assembly);
                continue;
            }
            "raw_html" => html::body(element.said("content"), assembly)?,
            "text" | "header" => {
                let said = element.said("content").to_owned();
                let paragraphs = html::paragraphs(&said);
                if paragraphs.join(" ") == said.trim() {
                    element.take("content");
                }
                for paragraph in &paragraphs {
                    assembly.text(paragraph);
                }
            }
            "list" | "quote" | "blockquote" | "element_group" | "correction" | "gallery" => {
                for list in ["content_elements", "items"] {
                    if let Some(inner) = element.list(list) {
                        let inner = elements_of(inner, assembly)?;
                        if !inner.is_empty() {
                            element.put(list, Value::Array(inner));
                        }
                    }
                }
                for paragraph in ["content", "text"]
                    .map(|name| html::paragraphs(element.said(name)))
                    .concat()
                {
                    assembly.text(&paragraph);
                }
            }
            // Links to other stories, embeds, tables: kept, and no words of this one.
            _ => {}
        }
        if !element.is_empty() {
            left.push(Value::Object(element.left()));
        }
    }
    Ok(left)
}

/// A picture. Its credit is the line made for print, else who made it and whom they work for.
fn picture(mut fields: Fields, assembly: &mut Assembly<'_>) {
    let by = credits_of(&fields, "by");
    let houses = credits_of(&fields, "affiliation");
    let printed = vanity_line(&mut fields);
    let composed = [by.join(", "), houses.join("/")];
    let composed: Vec<String> = composed
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let credit = if printed.is_empty() {
        composed.join("/")
    } else {
        printed
    };
    let image = image(&mut fields);
    let said = fields.text(&["caption"]);
    let caption = plain(&said);
    if caption != said.trim() {
        fields.put("caption", Value::from(said));
    }
    let lexicon = assembly.lexicon();
    let id = assembly.photo(&caption, |photo| {
        photo.credit_line = credit;
        credit::name_parties(photo, lexicon);
        if photo.creators.is_empty() {
            photo.creators = by;
        }
        photo.headline = fields.text(&["subtitle"]);
        photo.alt_text = fields.text(&["alt_text"]);
        photo.copyright_notice = fields.text(&["copyright"]);
        photo.usage_terms = fields.text(&["usage_instructions"]);
        photo.created = Moment::parse(fields.said("taken_on"));
        photo.image = image;
    });
    fields.take("type");
    assembly.keep_of_photo(id, fields.left());
}

/// The line that stands in print instead of the names, which Arc keeps in one of three places.
fn vanity_line(fields: &mut Fields) -> String {
    let own = fields.text(&["vanity_credit_line", "vanityCreditLine"]);
    if !own.is_empty() {
        return own;
    }
    let names = |name: &str, role: &str| -> String {
        let people = fields
            .get(name)
            .and_then(|credits| credits.get(role)?.as_array());
        let names = people.into_iter().flatten();
        names
            .filter_map(|person| person.get("name")?.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let vanity = [
        names("vanity_credits", "by"),
        names("vanity_credits", "affiliation"),
    ];
    let vanity: Vec<String> = vanity.into_iter().filter(|part| !part.is_empty()).collect();
    if !vanity.is_empty() {
        return vanity.join("/");
    }
    let more = fields
        .get("additional_properties")
        .and_then(|more| more.get("vanity_credit_line"));
    more.and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn image(fields: &mut Fields) -> Option<Image> {
    let image = image_at(fields.said("url"))?;
    fields.take("url");
    let number = |value: Option<u64>| value.and_then(|number| u32::try_from(number).ok());
    Some(Image {
        content_type: fields.text(&["mime_type"]),
        width: number(fields.count(&["width"])),
        height: number(fields.count(&["height"])),
        ..image
    })
}

/// Captions are HTML in Arc; markup in one goes, as it stands in no caption field.
fn plain(said: &str) -> String {
    if said.contains(['<', '&']) {
        html::paragraphs(said).join(" ")
    } else {
        said.to_owned()
    }
}

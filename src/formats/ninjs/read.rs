//! A ninjs 3.x item to an article.
//!
//! What Cutline wrote is read back exactly. A stranger's item is read as far as the model goes: its
//! pictures are its associations of type picture (or the item itself), its caption the description
//! that says so, its credit line the `creditline` or else `by`; the rest is kept. Creators and
//! sources are read from the credit only where the item names none itself.

use serde_json::{Map, Value};

use super::members::{self, list, text, with_role};
use super::{PROFILE, is_ours};
use crate::credit::{self, Lexicon};
use crate::formats::fields::merge;
use crate::formats::{html, text::paragraphs, urn};
use crate::model::{
    Article, Block, Contributor, Image, Moment, Original, Photo, PhotoId, Precision, Provenance,
    Source, SourceRole, Span,
};

/// Members of an article's node that the model holds whole.
const ARTICLE_HELD: [&str; 9] = [
    "uri",
    "type",
    "profile",
    "contentCreated",
    "language",
    "by",
    "associations",
    "standard",
    "name",
];
/// Members of a photo's node that the model holds whole.
const PHOTO_HELD: [&str; 10] = [
    "name",
    "uri",
    "type",
    "by",
    "contentCreated",
    "copyrightHolder",
    "copyrightNotice",
    "usageTerms",
    "edNote",
    "located",
];

/// Reads an item; `provenance` is that of the file at hand and stands only where the item names none.
#[must_use]
pub fn read(item: &Value, provenance: &Provenance, lexicon: &Lexicon) -> Article {
    let ours = is_ours(item);
    let mut article = article(item, ours);
    if article.provenance == Provenance::default() {
        article.provenance = provenance.clone();
    }
    let mut places = Vec::new();
    if text(item, "type") == "picture" {
        article.uri = urn(&article.provenance.sha256);
        // Photos among the associations are numbered by their position; this one stands behind them.
        let count = u32::try_from(list(item, "associations").len()).unwrap_or(u32::MAX - 1);
        let mut own = photo(item, PhotoId(count + 1), ours, lexicon);
        if text(item, "name").is_empty() {
            "photo-1".clone_into(&mut own.name);
        }
        article.photos.push(own);
        article.rest = Map::new();
        places.push(None);
    }
    let lost = photos(item, ours, lexicon, &mut article, &mut places);
    article.blocks = blocks(body(item, ours), &article.photos, &places);
    keep_foreign(item, ours, lost, &mut article);
    article
}

fn article(item: &Value, ours: bool) -> Article {
    let id = |role| with_role(item, "altIds", role);
    Article {
        uri: text(item, "uri").to_owned(),
        headline: headline(item).to_owned(),
        by: text(item, "by").to_owned(),
        blocks: Vec::new(),
        contributors: contributors(item),
        created: moment(item),
        source_date: id("source-date").to_owned(),
        url: id("source-url").to_owned(),
        language: text(item, "language").to_owned(),
        record_id: if ours {
            id("id").to_owned()
        } else {
            String::new()
        },
        photos: Vec::new(),
        provenance: Provenance {
            file: id("source-file").to_owned(),
            sha256: id("source-sha256").to_owned(),
        },
        rest: members::rest(item, &ARTICLE_HELD, |member, entry| match member {
            "bodies" => is_body(item, entry),
            "headlines" => is_headline(item, entry),
            "infoSources" => text(entry, "role") == "contributor" && is_plain_party(entry),
            "altIds" => {
                members::ARTICLE_IDS.contains(&text(entry, "role"))
                    && (ours || text(entry, "role") != "id")
            }
            _ => false,
        }),
        source_fields: source_fields(id("source-fields")),
    }
}

/// What the source said besides, from its one string; one that cannot be read stays as it is.
fn source_fields(said: &str) -> Map<String, Value> {
    let unread = || Map::from_iter([("source-fields".to_owned(), Value::from(said))]);
    if said.is_empty() {
        return Map::new();
    }
    serde_json::from_str(said).unwrap_or_else(|_| unread())
}

fn contributors(item: &Value) -> Vec<Contributor> {
    let named = list(item, "infoSources")
        .iter()
        .filter(|entry| text(entry, "role") == "contributor");
    named
        .filter(|entry| is_plain_party(entry))
        .map(|entry| Contributor {
            name: text(entry, "name").to_owned(),
        })
        .collect()
}

/// Reads the pictures among the associations; answers with what of each has no place in ninjs.
fn photos(
    item: &Value,
    ours: bool,
    lexicon: &Lexicon,
    article: &mut Article,
    places: &mut Vec<Option<usize>>,
) -> Map<String, Value> {
    let mut lost = Map::new();
    let mut others = Vec::new();
    for (position, node) in list(item, "associations").iter().enumerate() {
        if !matches!(text(node, "type"), "picture" | "graphic" | "image") {
            others.push(node.clone());
            continue;
        }
        let key = u32::try_from(position)
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        let photo = photo(node, PhotoId(key), ours, lexicon);
        let mut foreign = members::foreign(node);
        let by = text(node, "by");
        if !ours && !by.is_empty() && by != photo.credit_line && by != photo.creators.join(", ") {
            foreign.insert("by".to_owned(), Value::from(by));
        }
        if !foreign.is_empty() {
            lost.insert(photo.name.clone(), Value::Object(foreign));
        }
        places.push(with_role(node, "altIds", "body-paragraph").parse().ok());
        article.photos.push(photo);
    }
    if !others.is_empty() {
        article
            .rest
            .insert("associations".to_owned(), Value::Array(others));
    }
    lost
}

fn photo(node: &Value, id: PhotoId, ours: bool, lexicon: &Lexicon) -> Photo {
    let description = |role| with_role(node, "descriptions", role).to_owned();
    let fallback = |name: &str, number: u32| {
        if name.is_empty() {
            format!("photo-{number}")
        } else {
            name.to_owned()
        }
    };
    let mut photo = Photo::new(id, fallback(text(node, "name"), id.0), text(node, "uri"));
    photo.caption = caption(node)
        .map_or("", |entry| text(entry, "value"))
        .to_owned();
    photo.credit_line = description("creditline");
    photo.alt_text = description("altText");
    photo.extended_description = description("extendedDescription");
    photo.caption_writer = description("writer");
    photo.headline = headline(node).to_owned();
    photo.copyright_holder = text(node, "copyrightHolder").to_owned();
    photo.copyright_notice = text(node, "copyrightNotice").to_owned();
    photo.usage_terms = text(node, "usageTerms").to_owned();
    photo.instructions = text(node, "edNote").to_owned();
    photo.located = text(node, "located").to_owned();
    photo.created = moment(node);
    photo.original = original(node);
    photo.image = image(node, ours);
    photo.ignored = ignored(node);
    parties(node, &mut photo);
    if !ours {
        if photo.credit_line.is_empty() {
            text(node, "by").clone_into(&mut photo.credit_line);
        }
        if photo.creators.is_empty() && photo.sources.is_empty() {
            credit::name_parties(&mut photo, lexicon);
        }
    }
    let kept = caption(node);
    photo.rest = members::rest(node, &PHOTO_HELD, |member, entry| match member {
        "descriptions" => {
            kept.is_some_and(|caption| std::ptr::eq(caption, entry))
                || members::DESCRIPTIONS.contains(&text(entry, "role"))
        }
        "headlines" => is_headline(node, entry),
        "infoSources" => members::PARTIES.contains(&text(entry, "role")) && is_plain_party(entry),
        "altIds" => members::PHOTO_IDS.contains(&text(entry, "role")),
        "renditions" => ours && main_rendition(node).is_some_and(|main| std::ptr::eq(main, entry)),
        _ => false,
    });
    photo
}

/// The description that is the caption: it says so, or it is the text of a stranger, or it says nothing.
pub(super) fn caption(node: &Value) -> Option<&Value> {
    let entries = list(node, "descriptions");
    let roles: &[&str] = &["caption", "text", "description", "main", "summary", ""];
    roles
        .iter()
        .find_map(|role| entries.iter().find(|entry| text(entry, "role") == *role))
}

fn headline(node: &Value) -> &str {
    headline_entry(node).map_or("", |entry| text(entry, "value"))
}

/// The headline that is shown: the main one, or the only one that says nothing of its role.
pub(super) fn headline_entry(node: &Value) -> Option<&Value> {
    let entries = list(node, "headlines");
    ["main", "headline", ""]
        .iter()
        .find_map(|role| entries.iter().find(|entry| text(entry, "role") == *role))
}

fn is_headline(node: &Value, entry: &Value) -> bool {
    headline_entry(node).is_some_and(|headline| std::ptr::eq(headline, entry))
}

/// The body that is shown: the main one in plain text; of a stranger else any in plain text, else any.
pub(super) fn body_entry(item: &Value) -> Option<&Value> {
    let bodies = list(item, "bodies");
    let is_plain = |entry: &&Value| matches!(text(entry, "contentType"), "text/plain" | "");
    let plain = || bodies.iter().filter(is_plain);
    let main = plain().find(|entry| text(entry, "role") == "main");
    if is_ours(item) {
        // Others beside it are bodies of its source, which are kept and not shown.
        return main;
    }
    main.or_else(|| plain().next()).or_else(|| bodies.first())
}

fn is_body(item: &Value, entry: &Value) -> bool {
    body_entry(item).is_some_and(|body| std::ptr::eq(body, entry)) && body_is_plain(item)
}

/// Whether the shown body is plain text, so that captions can be taken out of it.
pub(super) fn body_is_plain(item: &Value) -> bool {
    body_entry(item).is_none_or(|body| matches!(text(body, "contentType"), "text/plain" | ""))
}

fn body(item: &Value, ours: bool) -> Vec<String> {
    let Some(body) = body_entry(item) else {
        return Vec::new();
    };
    if text(item, "type") == "picture" && !ours {
        return Vec::new();
    }
    let value = text(body, "value");
    if body_is_plain(item) {
        paragraphs(value).map(str::to_owned).collect()
    } else {
        html::paragraphs(value)
    }
}

/// Paragraphs with each photo after as many of them as its place says; without a place at the end.
fn blocks(paragraphs: Vec<String>, photos: &[Photo], places: &[Option<usize>]) -> Vec<Block> {
    let count = paragraphs.len();
    let mut placed: Vec<(usize, PhotoId)> = photos
        .iter()
        .zip(places)
        .map(|(photo, place)| (place.map_or(count, |place| place.min(count)), photo.id))
        .collect();
    placed.sort_by_key(|(place, _)| *place);
    let mut placed = placed.into_iter().peekable();
    let mut blocks = Vec::new();
    for (number, paragraph) in paragraphs.into_iter().enumerate() {
        while let Some((_, id)) = placed.next_if(|(place, _)| *place <= number) {
            blocks.push(Block::Photo(id));
        }
        blocks.push(Block::Text(paragraph));
    }
    blocks.extend(placed.map(|(_, id)| Block::Photo(id)));
    blocks
}

fn moment(node: &Value) -> Option<Moment> {
    let date_time = text(node, "contentCreated");
    if date_time.is_empty() {
        return None;
    }
    let precision = Precision::from_word(with_role(node, "altIds", "date-precision"))
        .unwrap_or(Precision::Instant);
    Some(Moment {
        date_time: date_time.to_owned(),
        precision,
    })
}

fn original(node: &Value) -> Option<Original> {
    let said = with_role(node, "descriptions", "original");
    if said.is_empty() {
        return None;
    }
    let span = with_role(node, "altIds", "source-span")
        .split_once('-')
        .and_then(|(start, end)| {
            let (start, end) = (start.parse().ok()?, end.parse().ok()?);
            (start <= end).then(|| Span::new(start, end))
        });
    Some(Original {
        text: said.to_owned(),
        span,
    })
}

fn ignored(node: &Value) -> Vec<String> {
    let marks = list(node, "altIds")
        .iter()
        .filter(|entry| text(entry, "role") == "ignored");
    let mut marks: Vec<String> = marks.map(|entry| text(entry, "value").to_owned()).collect();
    marks.sort();
    marks.dedup();
    marks
}

fn parties(node: &Value, photo: &mut Photo) {
    for entry in list(node, "infoSources") {
        let name = text(entry, "name").to_owned();
        match text(entry, "role") {
            _ if name.is_empty() => {}
            "creator" => photo.creators.push(name),
            role if members::PARTIES.contains(&role) => {
                photo.sources.push(Source {
                    name,
                    role: SourceRole::from_word(role),
                });
            }
            _ => {}
        }
    }
}

/// Whether an entry of `infoSources` says no more than a name and a role.
fn is_plain_party(entry: &Value) -> bool {
    entry
        .as_object()
        .is_some_and(|entry| entry.keys().all(|key| key == "name" || key == "role"))
}

/// The rendition `main`; of several the first, which Cutline puts before a source's own.
fn main_rendition(node: &Value) -> Option<&Value> {
    list(node, "renditions")
        .iter()
        .find(|rendition| text(rendition, "name") == "main")
}

/// Ours: the rendition `main`. A stranger's: the one with the most pixels.
fn image(node: &Value, ours: bool) -> Option<Image> {
    let renditions = list(node, "renditions");
    let number = |rendition: &Value, member: &str| rendition.get(member).and_then(Value::as_u64);
    let main = main_rendition(node);
    let pixels = |rendition: &&Value| {
        number(rendition, "width")
            .unwrap_or(0)
            .saturating_mul(number(rendition, "height").unwrap_or(0))
    };
    // In a stranger's file the one that Cutline attached: a path in the bundle, and no address.
    let attached = main.filter(|main| {
        let title = text(main, "title");
        text(main, "href").is_empty() && title.starts_with("photos/") && !title.contains("..")
    });
    let rendition = match (ours, attached) {
        (true, _) => main?,
        (false, Some(attached)) => attached,
        // Of equals the first, as the source put it first.
        (false, None) => renditions.iter().rev().max_by_key(pixels)?,
    };
    Some(Image {
        path: if ours || attached.is_some() {
            text(rendition, "title").to_owned()
        } else {
            String::new()
        },
        href: text(rendition, "href").to_owned(),
        content_type: text(rendition, "contentType").to_owned(),
        width: number(rendition, "width").and_then(|width| u32::try_from(width).ok()),
        height: number(rendition, "height").and_then(|height| u32::try_from(height).ok()),
        size_in_bytes: number(rendition, "sizeInBytes"),
        poi: rendition.get("poi").cloned(),
    })
}

/// Keeps what ninjs 3.1 has no place for, and what the profile writes otherwise.
fn keep_foreign(item: &Value, ours: bool, lost: Map<String, Value>, article: &mut Article) {
    let mut kept = members::foreign(item);
    if !lost.is_empty() {
        let lost = Map::from_iter([("associations".to_owned(), Value::Object(lost))]);
        merge(&mut kept, lost);
    }
    if !ours {
        kept_of_stranger(item, &mut kept);
    }
    merge(&mut article.source_fields, kept);
}

/// What the profile writes otherwise.
fn kept_of_stranger(item: &Value, kept: &mut Map<String, Value>) {
    let (profile, standard) = (text(item, "profile"), item.get("standard"));
    if !profile.is_empty() && profile != PROFILE {
        kept.insert("profile".to_owned(), Value::from(profile));
    }
    if let Some(standard) = standard.filter(|standard| **standard != super::write::standard()) {
        kept.insert("standard".to_owned(), standard.clone());
    }
    if !matches!(text(item, "type"), "" | "text" | "picture") {
        kept.insert("type".to_owned(), Value::from(text(item, "type")));
    }
}

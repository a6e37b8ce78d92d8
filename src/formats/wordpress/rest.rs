//! Posts and media as WordPress' REST interface gives them.

use serde_json::{Map, Value};

use super::content;
use super::media::{self, Library, Media, Post};
use crate::credit::Lexicon;
use crate::formats::address::is_uri;
use crate::formats::assemble::{Assembly, part_of};
use crate::formats::fields::Fields;
use crate::formats::{FormatError, Read, Source, html};
use crate::model::Moment;

/// Whether it is a post or a picture of the library, or a list of them.
pub(super) fn is_posts(value: &Value) -> bool {
    match value {
        Value::Array(entries) => entries.first().is_some_and(is_post),
        value => is_post(value),
    }
}

fn is_post(value: &Value) -> bool {
    let is_rendered = |name: &str| {
        value
            .get(name)
            .and_then(|said| said.get("rendered"))
            .is_some()
    };
    (is_rendered("content") && is_rendered("title")) || is_media(value)
}

fn is_media(value: &Value) -> bool {
    value.get("source_url").is_some() && value.get("media_details").is_some()
}

pub(super) fn read(source: Source<'_>, lexicon: &Lexicon) -> Result<Vec<Read>, FormatError> {
    let provenance = source.provenance.clone();
    let entries = match source.into_json().ok_or(FormatError::Empty)? {
        Value::Array(entries) => entries,
        one => vec![one],
    };
    let (pictures, posts): (Vec<Value>, Vec<Value>) = entries.into_iter().partition(is_media);
    let is_only = posts.len() == 1 || posts.is_empty();
    let mut reads = Vec::new();
    for post in posts {
        let provenance = if is_only {
            provenance.clone()
        } else {
            part_of(&provenance, &post.to_string())
        };
        let assembly = Assembly::new(&provenance, "", lexicon);
        reads.push(Read::from(article(post, assembly)?.done()));
    }
    if !pictures.is_empty() {
        let provenance = if reads.is_empty() {
            provenance
        } else {
            part_of(&provenance, &Value::from(pictures.clone()).to_string())
        };
        let mut assembly = Assembly::new(&provenance, "", lexicon);
        let pictures = pictures.into_iter().map(Fields::of).map(media_of);
        let pictures: Vec<Media> = pictures.collect();
        media::show_all(pictures.iter(), &mut assembly);
        reads.push(Read::from(assembly.done()));
    }
    Ok(reads)
}

fn article(post: Value, mut assembly: Assembly<'_>) -> Result<Assembly<'_>, FormatError> {
    let mut post = Fields::of(post);
    let body = rendered(&mut post, "content");
    facts(&mut post, &mut assembly);
    let mut embedded = post.object("_embedded").unwrap_or_default();
    let featured = embedded.list("wp:featuredmedia").unwrap_or_default();
    let library: Vec<Media> = featured
        .into_iter()
        .map(|media| media_of(Fields::of(media)))
        .collect();
    if !embedded.is_empty() {
        post.put("_embedded", Value::Object(embedded.left()));
    }
    let known = Library::of(library.iter());
    let shown = content::to_html(&body, &[], &known);
    let shown = Post {
        body: shown.html,
        ids: shown.ids,
        lead: library.first(),
        library: &known,
        own: Vec::new(),
    };
    shown.show(&mut assembly)?;
    if !body.trim().is_empty() {
        assembly.keep_body("html", "text/html", &body);
    }
    assembly.keep(post.left());
    Ok(assembly)
}

fn facts(post: &mut Fields, assembly: &mut Assembly<'_>) {
    let article = &mut assembly.article;
    let title = rendered(post, "title");
    article.headline = html::paragraphs(&title).join(" ");
    if article.headline != title.trim() {
        post.put("title", Value::from(title));
    }
    article.record_id = post.id(&["id"]);
    if is_uri(post.said("link")) {
        article.url = post.text(&["link"]);
    }
    article.source_date = post.text(&["date_gmt", "date"]);
    article.created = Moment::parse(&article.source_date);
    // They stay, as they say more than a name.
    let authors = post
        .get("_embedded")
        .and_then(|embedded| embedded.get("author")?.as_array());
    let names = authors
        .into_iter()
        .flatten()
        .filter_map(|author| author.get("name")?.as_str());
    article.by = names.collect::<Vec<_>>().join(", ");
}

/// What WordPress made of a field; what the editor wrote stays where it is given as well.
fn rendered(fields: &mut Fields, name: &str) -> String {
    let Some(mut field) = fields.object(name) else {
        return String::new();
    };
    let said = field.text(&["rendered"]);
    let left: Map<String, Value> = field.left();
    if !left.is_empty() {
        fields.put(name, Value::Object(left));
    }
    said
}

fn media_of(mut fields: Fields) -> Media {
    let mut plain = |name: &str| {
        let said = rendered(&mut fields, name);
        let words = html::paragraphs(&said).join(" ");
        if words != said.trim() {
            let kept = format!("{name}_html");
            fields.put(&kept, Value::from(said));
        }
        words
    };
    let (caption, description) = (plain("caption"), plain("description"));
    let mut details = fields.object("media_details").unwrap_or_default();
    let mut side = |name: &str| {
        let said = details.get(name).and_then(Value::as_u64);
        let side = said.and_then(|side| u32::try_from(side).ok());
        if side.is_some() {
            details.take(name);
        }
        side
    };
    let (width, height) = (side("width"), side("height"));
    let credit = details
        .get("image_meta")
        .and_then(|meta| meta.get("credit")?.as_str());
    let credit = credit.unwrap_or_default().to_owned();
    if !details.is_empty() {
        fields.put("media_details", Value::Object(details.left()));
    }
    Media {
        id: fields.id(&["id"]),
        url: fields.text(&["source_url"]),
        caption,
        description,
        alt_text: fields.text(&["alt_text"]),
        credit,
        content_type: fields.text(&["mime_type"]),
        width,
        height,
        left: fields.left(),
        ..Media::default()
    }
}

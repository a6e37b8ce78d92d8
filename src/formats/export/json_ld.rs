//! JSON-LD in the words of schema.org: a `NewsArticle` with its `ImageObject`s.
//!
//! Source: schema.org; IPTC's mapping of photo metadata to it (`creditText`, `copyrightNotice`,
//! `creator`, `acquireLicensePage`, `license`), as search engines read them.

use serde_json::{Map, Value, json};

use super::{Piece, Setting, pieces, title};
use crate::model::{Article, Photo, SourceRole};

/// The article, with everything that is said about it.
pub(super) fn of_article(article: &Article, setting: &Setting) -> Value {
    let mut node = Map::new();
    node.insert("@context".into(), "https://schema.org".into());
    node.insert("@type".into(), "NewsArticle".into());
    put(&mut node, "identifier", &article.uri);
    put(&mut node, "headline", &title(article));
    if !article.by.is_empty() {
        node.insert("author".into(), named("Person", &article.by));
    }
    let contributors = article.contributors.iter();
    let contributors = contributors.map(|one| Value::from(one.name.clone()));
    put_all(&mut node, "contributor", contributors.collect());
    if let Some(created) = &article.created {
        put(&mut node, "datePublished", created.as_said());
    }
    put(&mut node, "inLanguage", &article.language);
    if is_address(&article.url) {
        put(&mut node, "url", &article.url);
    }
    let body = pieces(article).filter_map(|piece| match piece {
        Piece::Text(text) => Some(text),
        Piece::Photo(_) => None,
    });
    let body: Vec<&str> = body.collect();
    put(&mut node, "articleBody", &body.join("\n\n"));
    let photos = pieces(article).filter_map(|piece| match piece {
        Piece::Photo(photo) => Some(of_photo(photo, setting)),
        Piece::Text(_) => None,
    });
    put_all(&mut node, "image", photos.collect());
    Value::Object(node)
}

/// One photo. Nothing is claimed that is not known: an address for licences stands here only where
/// the source gave one.
fn of_photo(photo: &Photo, setting: &Setting) -> Value {
    let mut node = Map::new();
    node.insert("@type".into(), "ImageObject".into());
    put(&mut node, "name", &photo.name);
    put(&mut node, "identifier", &photo.uri);
    put(&mut node, "contentUrl", &setting.picture(photo));
    put(&mut node, "headline", &photo.headline);
    put(&mut node, "caption", &photo.caption);
    put(&mut node, "alternateName", &photo.alt_text);
    put(&mut node, "description", &photo.extended_description);
    put(&mut node, "creditText", &photo.credit_line);
    let persons = photo.creators.iter().map(|name| named("Person", name));
    let mut creators: Vec<Value> = persons.collect();
    if creators.is_empty() {
        let made_it = |role: &SourceRole| *role == SourceRole::Source;
        let bodies = photo.sources.iter().filter(|body| made_it(&body.role));
        creators.extend(bodies.map(|body| named("Organization", &body.name)));
    }
    put_all(&mut node, "creator", creators);
    put_bodies(&mut node, "sourceOrganization", photo, |role| {
        *role != SourceRole::Provider
    });
    put_bodies(&mut node, "provider", photo, |role| {
        *role == SourceRole::Provider
    });
    if !photo.copyright_holder.is_empty() {
        let holder = named("Organization", &photo.copyright_holder);
        node.insert("copyrightHolder".into(), holder);
    }
    put(&mut node, "copyrightNotice", &photo.copyright_notice);
    put(&mut node, "conditionsOfAccess", &photo.usage_terms);
    let license = license(photo);
    put(&mut node, "license", &license);
    put(&mut node, "acquireLicensePage", &license_page(photo));
    if !photo.instructions.is_empty() {
        let note =
            json!({ "@type": "Comment", "name": "Instructions", "text": photo.instructions });
        node.insert("comment".into(), note);
    }
    if let Some(created) = &photo.created {
        put(&mut node, "dateCreated", created.as_said());
    }
    if !photo.located.is_empty() {
        node.insert("contentLocation".into(), named("Place", &photo.located));
    }
    if !photo.caption_writer.is_empty() {
        node.insert("editor".into(), named("Person", &photo.caption_writer));
    }
    if let Some(image) = &photo.image {
        put(&mut node, "encodingFormat", &image.content_type);
        for (member, side) in [("width", image.width), ("height", image.height)] {
            if let Some(side) = side {
                node.insert(member.into(), Value::from(side));
            }
        }
        if let Some(size) = image.size_in_bytes {
            put(&mut node, "contentSize", &format!("{size} B"));
        }
    }
    Value::Object(node)
}

/// The licence's address, where the usage terms are one or the source linked one.
fn license(photo: &Photo) -> String {
    let linked = photo.rest.get("rightsInfo").and_then(|rights| {
        let linked = rights.get("linkedRights").or(rights.get("linkedrights"))?;
        linked.as_str()
    });
    let said = [photo.usage_terms.as_str(), linked.unwrap_or_default()];
    let mut addresses = said.into_iter().filter(|said| is_address(said));
    addresses.next().unwrap_or_default().to_owned()
}

/// Where a licence is bought, where the source said so.
fn license_page(photo: &Photo) -> String {
    let said = photo.rest.get("acquireLicensePage").and_then(Value::as_str);
    said.filter(|said| is_address(said))
        .unwrap_or_default()
        .to_owned()
}

fn is_address(said: &str) -> bool {
    let is_web = said.starts_with("https://") || said.starts_with("http://");
    is_web && !said.contains(char::is_whitespace)
}

fn put_bodies(
    node: &mut Map<String, Value>,
    member: &str,
    photo: &Photo,
    is_one: impl Fn(&SourceRole) -> bool,
) {
    let bodies = photo.sources.iter().filter(|body| is_one(&body.role));
    let bodies = bodies.map(|body| named("Organization", &body.name));
    put_all(node, member, bodies.collect());
}

fn named(kind: &str, name: &str) -> Value {
    json!({ "@type": kind, "name": name })
}

fn put(node: &mut Map<String, Value>, member: &str, said: &str) {
    if !said.is_empty() {
        node.insert(member.into(), said.into());
    }
}

/// One value stands alone, as schema.org has it; several are a list.
fn put_all(node: &mut Map<String, Value>, member: &str, mut all: Vec<Value>) {
    let value = match all.len() {
        0 => return,
        1 => all.remove(0),
        _ => Value::Array(all),
    };
    node.insert(member.into(), value);
}

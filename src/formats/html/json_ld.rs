//! What a page says about itself in JSON-LD (schema.org `NewsArticle` and `ImageObject`).

use serde_json::{Map, Value};

use super::page::{At, Page};

/// The objects that say something about the article and its pictures.
#[derive(Debug, Default)]
pub(super) struct Data {
    /// The article; empty where none is described.
    pub(super) article: Map<String, Value>,
    /// Its pictures, in their order.
    pub(super) images: Vec<Map<String, Value>>,
}

/// Members under which other things than the article's pictures stand.
const OTHERS: [&str; 8] = [
    "logo",
    "publisher",
    "author",
    "creator",
    "isPartOf",
    "itemListElement",
    "mentions",
    "comment",
];

/// Members of an article whose value is a picture.
const PICTURES: [&str; 5] = [
    "image",
    "thumbnail",
    "primaryImageOfPage",
    "associatedMedia",
    "photo",
];

impl Data {
    /// Reads every block of the page; one that is no JSON is passed over.
    pub(super) fn read(page: &Page<'_>) -> Self {
        let mut data = Self::default();
        for script in page.named(At::WHOLE, "script") {
            let kind = page.attr(script, "type").unwrap_or_default();
            if kind.trim().eq_ignore_ascii_case("application/ld+json")
                && let Some(value) = parse(&page.raw(script))
            {
                data.take(value);
            }
        }
        data
    }

    /// Takes the objects out of a block, however they are nested. The parser bounds the depth.
    fn take(&mut self, value: Value) {
        let mut open = vec![value];
        while let Some(value) = open.pop() {
            match value {
                Value::Array(all) => open.extend(all.into_iter().rev()),
                Value::Object(object) => self.take_object(object, &mut open),
                _ => {}
            }
        }
    }

    fn take_object(&mut self, mut object: Map<String, Value>, open: &mut Vec<Value>) {
        if is_a(&object, &["ImageObject", "Photograph"]) {
            self.images.push(object);
            return;
        }
        let is_article = is_article(&object);
        let mut inner = Vec::new();
        for (name, value) in &mut object {
            let is_other = OTHERS.contains(&name.as_str());
            if is_article && PICTURES.contains(&name.as_str()) {
                inner.push(pictures(value.take()));
            } else if !is_other && (value.is_object() || value.is_array()) && !is_article {
                inner.push(value.take());
            }
        }
        open.extend(inner.into_iter().rev());
        if is_article && self.article.is_empty() {
            self.article = object;
        }
    }
}

/// A picture that is only an address is an object with nothing else.
fn pictures(value: Value) -> Value {
    let object = |address: String| {
        let mut object = Map::new();
        object.insert("@type".to_owned(), Value::from("ImageObject"));
        object.insert("url".to_owned(), Value::from(address));
        Value::Object(object)
    };
    match value {
        Value::String(address) => object(address),
        Value::Array(all) => Value::Array(
            all.into_iter()
                .map(|one| match one {
                    Value::String(address) => object(address),
                    other => other,
                })
                .collect(),
        ),
        Value::Object(mut one) if !one.contains_key("@type") => {
            one.insert("@type".to_owned(), Value::from("ImageObject"));
            Value::Object(one)
        }
        other => other,
    }
}

fn parse(raw: &str) -> Option<Value> {
    let json = raw
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[");
    let json = json
        .trim_end_matches("-->")
        .trim_end_matches("//]]>")
        .trim()
        .trim_end_matches(';');
    if let Ok(value) = serde_json::from_str(json) {
        return Some(value);
    }
    // Line breaks inside of texts are no JSON, but pages have them.
    let plain: String = json
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    serde_json::from_str(&plain).ok()
}

fn is_a(object: &Map<String, Value>, types: &[&str]) -> bool {
    kinds(object).any(|kind| types.contains(&kind))
}

fn is_article(object: &Map<String, Value>) -> bool {
    kinds(object).any(|kind| {
        kind.ends_with("Article") || matches!(kind, "BlogPosting" | "Report" | "LiveBlogPosting")
    })
}

/// The types of an object, without the vocabulary's address.
fn kinds(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let said = object.get("@type");
    let one = said.and_then(Value::as_str);
    let many = said
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    one.into_iter()
        .chain(many)
        .map(|kind| kind.rsplit(['/', ':']).next().unwrap_or(kind))
}

/// The text of a member: a string, or the first of a list.
pub(super) fn text<'o>(object: &'o Map<String, Value>, name: &str) -> &'o str {
    match object.get(name) {
        Some(Value::String(said)) => said.trim(),
        Some(Value::Array(all)) => all
            .iter()
            .find_map(Value::as_str)
            .unwrap_or_default()
            .trim(),
        _ => "",
    }
}

/// The names of persons or organisations in a member, in their order; `kind` is their type.
pub(super) fn names(object: &Map<String, Value>, member: &str) -> Vec<Named> {
    let said = match object.get(member) {
        Some(Value::Array(all)) => all.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    };
    let named = said.into_iter().filter_map(|one| match one {
        Value::String(name) => Some((name.as_str(), false)),
        Value::Object(object) => Some((
            text(object, "name"),
            is_a(object, &["Organization", "NewsMediaOrganization"]),
        )),
        _ => None,
    });
    let told = named.filter(|(name, _)| !name.trim().is_empty() && !name.contains("://"));
    told.map(|(name, is_organisation)| Named {
        name: name.split_whitespace().collect::<Vec<_>>().join(" "),
        is_organisation,
    })
    .collect()
}

/// Somebody named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// As written.
    pub(super) name: String,
    /// Whether it is said to be an organisation.
    pub(super) is_organisation: bool,
}

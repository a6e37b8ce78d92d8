//! An export of a site: each post an article, its attachments their photos.

use std::collections::BTreeMap;

use roxmltree::Node;
use serde_json::{Map, Value, json};

use super::content;
use super::media::{self, Library, Media, Post, Shown};
use super::own;
use crate::credit::Lexicon;
use crate::formats::address::is_uri;
use crate::formats::assemble::{Assembly, part_of};
use crate::formats::fields;
use crate::formats::xml::{self, Taken, child, children};
use crate::formats::{FormatError, Read, Source, html};
use crate::model::Moment;

/// Kinds of items that are parts of a site and no articles.
const PARTS: [&str; 13] = [
    "attachment",
    "custom_css",
    "customize_changeset",
    "nav_menu_item",
    "oembed_cache",
    "revision",
    "user_request",
    "wp_block",
    "wp_font_face",
    "wp_font_family",
    "wp_global_styles",
    "wp_navigation",
    "wp_template",
];

/// Names under which plug-ins keep the credit of an attachment.
const CREDITS: [&str; 8] = [
    "_credit",
    "credit",
    "_media_credit",
    "media_credit",
    "photo_credit",
    "_photo_credit",
    "image_credit",
    "_wp_attachment_credit",
];

const NOTHING: &str = "this WordPress export holds no post and no picture";

pub(super) fn read(source: &Source<'_>, lexicon: &Lexicon) -> Result<Vec<Read>, FormatError> {
    let (text, note) = xml::without_doctype(source.text)?;
    let document = xml::parse(&text)?;
    let taken = Taken::default();
    let channel = child(document.root_element(), "channel").ok_or(FormatError::NoArticle(
        "this WordPress export holds no channel; a whole export file is expected",
    ))?;
    let items: Vec<Node<'_, '_>> = children(channel, "item").collect();
    let library: Vec<(String, Media)> = items
        .iter()
        .filter(|item| kind(**item) == "attachment")
        .map(|item| {
            (
                said(*item, "post_parent").to_owned(),
                attachment(*item, &taken),
            )
        })
        .collect();
    let site = Site::read(channel, &library);
    let posts: Vec<Node<'_, '_>> = items
        .iter()
        .copied()
        .filter(|item| is_article(*item))
        .collect();
    let mut reads = Vec::new();
    let mut shown = Shown::default();
    for post in &posts {
        let provenance = if posts.len() == 1 {
            source.provenance.clone()
        } else {
            part_of(&source.provenance, xml::written(*post))
        };
        let assembly = Assembly::new(&provenance, "", lexicon);
        let (read, of_post) = article(*post, &site, &taken, assembly)?;
        reads.push(read);
        shown.extend(of_post);
    }
    let unshown = library.iter().map(|(_, media)| media);
    let unshown: Vec<&Media> = unshown.filter(|media| !shown.has(media)).collect();
    if !unshown.is_empty() {
        let provenance = if reads.is_empty() {
            source.provenance.clone()
        } else {
            let addresses: Vec<&str> = unshown.iter().map(|media| media.url.as_str()).collect();
            part_of(&source.provenance, &addresses.join("\n"))
        };
        let mut assembly = Assembly::new(&provenance, "", lexicon);
        assembly.article.headline = said(channel, "title").to_owned();
        media::show_all(unshown.into_iter(), &mut assembly);
        if assembly.article.photos.is_empty() && reads.is_empty() {
            return Err(FormatError::NoArticle(NOTHING));
        }
        reads.push(Read::from(assembly.done()));
    }
    let others = items.len() - posts.len() - library.len();
    let Some(first) = reads.first_mut() else {
        return Err(FormatError::NoArticle(NOTHING));
    };
    // Said once: a large export would hold it thousands of times.
    let about = [("channel".to_owned(), Value::Object(site.about))];
    fields::merge(&mut first.article.source_fields, Map::from_iter(about));
    first.notes.extend(note);
    if site.library.is_exhausted() {
        first.notes.push(
            "its posts show the same long captions again and again; some pictures are without theirs"
                .to_owned(),
        );
    }
    if others > 0 {
        first.notes.push(format!(
            "{others} items of the export are menus and other parts of a site, and are left out"
        ));
    }
    Ok(reads)
}

/// What posts need of the rest of the export.
struct Site<'l> {
    library: Library<'l>,
    by_post: BTreeMap<&'l str, Vec<&'l Media>>,
    /// What authors are called, by their login.
    authors: BTreeMap<String, String>,
    language: String,
    /// What is said of the site itself.
    about: Map<String, Value>,
}

impl<'l> Site<'l> {
    fn read(channel: Node<'_, '_>, library: &'l [(String, Media)]) -> Self {
        let mut by_post: BTreeMap<&str, Vec<&Media>> = BTreeMap::new();
        for (post, media) in library {
            by_post.entry(post).or_default().push(media);
        }
        let authors = children(channel, "author").map(|author| {
            let name = said(author, "author_display_name");
            (said(author, "author_login").to_owned(), name.to_owned())
        });
        let about = [
            "title",
            "link",
            "description",
            "base_site_url",
            "base_blog_url",
            "generator",
            "wxr_version",
        ];
        let about = about.iter().filter_map(|name| {
            let said = said(channel, name);
            (!said.is_empty()).then(|| ((*name).to_owned(), Value::from(said)))
        });
        Self {
            library: Library::of(library.iter().map(|(_, media)| media)),
            by_post,
            authors: authors.collect(),
            language: said(channel, "language").to_owned(),
            about: about.collect(),
        }
    }
}

/// The trimmed text of the first element of a name.
fn said<'a>(node: Node<'a, '_>, name: &'static str) -> &'a str {
    child(node, name)
        .and_then(|child| child.text())
        .map_or("", str::trim)
}

fn kind<'a>(item: Node<'a, '_>) -> &'a str {
    said(item, "post_type")
}

fn is_article(item: Node<'_, '_>) -> bool {
    !PARTS.contains(&kind(item))
}

fn article(
    post: Node<'_, '_>,
    site: &Site<'_>,
    taken: &Taken,
    mut assembly: Assembly<'_>,
) -> Result<(Read, Shown), FormatError> {
    facts(post, site, taken, &mut assembly);
    let is_own = own::tell(&mut assembly.article, |key| verbatim_meta(post, key, taken));
    if is_own {
        verbatim_meta(post, own::CARRIED, taken);
    }
    let id = said(post, "post_id");
    let own = site.by_post.get(id).cloned().unwrap_or_default();
    let body = encoded(post, "content")
        .map(|node| taken.verbatim(node))
        .unwrap_or_default();
    let shown = content::to_html(&body, &own, &site.library);
    let repeated = shown.repeated;
    let lead = meta(post, "_thumbnail_id").and_then(|id| site.library.with_id(id));
    let shown = Post {
        body: shown.html,
        ids: shown.ids,
        lead,
        library: &site.library,
        own,
    };
    let shown = shown.show(&mut assembly)?;
    if is_own {
        own::settle_headline(&mut assembly.article, said(post, "title"));
    }
    if !body.trim().is_empty() {
        assembly.keep_body("html", "text/html", &body);
    }
    if let Some(left) = taken.left(post) {
        assembly.keep(Map::from_iter([("item".to_owned(), left)]));
    }
    let mut read = Read::from(assembly.done());
    if repeated > 0 {
        read.notes.push(format!(
            "{repeated} pictures that its galleries repeat are shown once"
        ));
    }
    Ok((read, shown))
}

fn facts(post: Node<'_, '_>, site: &Site<'_>, taken: &Taken, assembly: &mut Assembly<'_>) {
    let take = |name| {
        child(post, name)
            .map(|node| taken.text(node))
            .unwrap_or_default()
    };
    let article = &mut assembly.article;
    let title = take("title");
    let headline = html::paragraphs(&title).join(" ");
    let is_markup = headline != title;
    article.headline = headline;
    article.record_id = take("post_id");
    article.language.clone_from(&site.language);
    if is_uri(said(post, "link")) {
        article.url = take("link");
    }
    let author = said(post, "creator");
    let name = site.authors.get(author).filter(|name| !name.is_empty());
    article.by = name.cloned().unwrap_or_else(|| author.to_owned());
    let is_date = |date: &&str| Moment::parse(date).is_some();
    let date = ["post_date_gmt", "post_date", "pubDate"].map(|name| said(post, name));
    article.source_date = date
        .iter()
        .copied()
        .find(is_date)
        .unwrap_or_default()
        .to_owned();
    article.created = Moment::parse(&article.source_date);
    let subjects = children(post, "category").filter_map(|category| {
        let name = category.text()?.trim();
        let code = category.attribute("nicename").unwrap_or_default();
        let mut subject = Map::from_iter([("name".to_owned(), Value::from(name))]);
        if !code.is_empty() {
            subject.insert("literal".to_owned(), Value::from(code));
        }
        (!name.is_empty()).then_some(Value::Object(subject))
    });
    let subjects: Vec<Value> = subjects.collect();
    if !subjects.is_empty() {
        article
            .rest
            .insert("subjects".to_owned(), Value::Array(subjects));
        for category in children(post, "category") {
            taken.text(category);
            taken.attribute(category, "nicename");
        }
    }
    if is_markup {
        let title = Map::from_iter([("title".to_owned(), Value::from(title))]);
        assembly.keep(title);
    }
    let article = &mut assembly.article;
    let excerpt = encoded(post, "excerpt")
        .map(|node| taken.text(node))
        .unwrap_or_default();
    if !excerpt.is_empty() {
        let entry = json!([{ "role": "summary", "contentType": "text/html", "value": excerpt }]);
        article.rest.insert("descriptions".to_owned(), entry);
    }
}

/// `content:encoded` and `excerpt:encoded` differ in their namespace alone.
fn encoded<'a, 'i: 'a>(item: Node<'a, 'i>, space: &str) -> Option<Node<'a, 'i>> {
    children(item, "encoded").find(|node| {
        node.tag_name()
            .namespace()
            .unwrap_or_default()
            .contains(space)
    })
}

/// The value of one of the item's meta fields.
fn meta<'a>(item: Node<'a, '_>, key: &str) -> Option<&'a str> {
    let field = children(item, "postmeta").find(|field| said(*field, "meta_key") == key)?;
    Some(said(field, "meta_value")).filter(|value| !value.is_empty())
}

/// The same, taken, with its lines as they are.
fn verbatim_meta(item: Node<'_, '_>, key: &str, taken: &Taken) -> Option<String> {
    let field = children(item, "postmeta").find(|field| said(*field, "meta_key") == key)?;
    if let Some(key) = child(field, "meta_key") {
        taken.text(key);
    }
    Some(taken.verbatim(child(field, "meta_value")?))
}

fn attachment(item: Node<'_, '_>, taken: &Taken) -> Media {
    let take = |node: Option<Node<'_, '_>>| node.map(|node| taken.text(node)).unwrap_or_default();
    let take_meta = |key: &str| {
        let field = children(item, "postmeta").find(|field| said(*field, "meta_key") == key);
        take(field.and_then(|field| child(field, "meta_value")))
    };
    let told = own::photo(|key| verbatim_meta(item, key, taken));
    let alt_text = take_meta(own::ALT_TEXT);
    let credit = CREDITS
        .iter()
        .map(|key| take_meta(key))
        .find(|said| !said.is_empty());
    let mut media = Media {
        id: said(item, "post_id").to_owned(),
        url: take(child(item, "attachment_url")),
        caption: take(encoded(item, "excerpt")),
        description: take(encoded(item, "content")),
        alt_text,
        credit: credit.unwrap_or_default(),
        size: item.range().len(),
        ..Media::default()
    };
    let changed = told.as_ref().map(|told| own::changed(&told.photo, &media));
    if let Some(Value::Object(left)) = taken.left(item) {
        media.left = left;
    }
    if let Some(told) = told {
        media.left.extend(told.fields());
        media.told = Some(Box::new(told.photo));
    }
    for (name, said) in changed.into_iter().flatten() {
        fields::add(&mut media.left, name, Value::from(said));
    }
    media
}

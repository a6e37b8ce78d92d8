//! WordPress eXtended RSS 1.2, as WordPress' own importer reads it: a draft post, and its pictures as
//! attachments.
//!
//! Source: the importer's parsers (`wxr_version`, `base_site_url`, items of `post_type` post and
//! attachment); it fetches each `attachment_url` and replaces that address in the post's content.

use super::carried::carried_text;
use super::markup::cdata;
use super::{Setting, for_the_desk, in_utc, title, wordpress};
use crate::formats::wordpress::own;
use crate::model::{Article, Moment, Photo};

/// The address of the site where nobody named one. The importer puts it before an address that
/// begins with `/`.
const SITE: &str = "http://localhost";
/// Who writes; the importer asks whose posts they shall be.
const LOGIN: &str = "cutline";
/// The number of the post; its attachments count on from there.
const POST: usize = 1;

/// An attachment of the post.
struct Attachment<'a> {
    number: usize,
    photo: &'a Photo,
    address: String,
}

/// The whole document.
pub(super) fn write(article: &Article, setting: &Setting) -> String {
    let site = match setting.pictures_at.trim_end_matches('/') {
        "" => SITE,
        address => address,
    };
    let pictures = article.photos.iter().filter(|photo| photo.image.is_some());
    let attachments: Vec<Attachment<'_>> = pictures
        .zip(POST + 1..)
        .map(|(photo, number)| Attachment {
            number,
            photo,
            address: address(photo, site, setting),
        })
        .collect();
    let mut document = vec![
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".to_owned(),
        "<rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:wfw=\"http://wellformedweb.org/CommentAPI/\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:wp=\"http://wordpress.org/export/1.2/\">"
            .to_owned(),
        "<channel>".to_owned(),
        element("title", &title(article)),
        element("link", site),
        element("description", ""),
        element("pubDate", &rfc_2822(&setting.now)),
        element("language", &article.language),
        element("wp:wxr_version", "1.2"),
        element("wp:base_site_url", site),
        element("wp:base_blog_url", site),
        "<wp:author>".to_owned(),
        element("wp:author_id", "1"),
        element("wp:author_login", LOGIN),
        element("wp:author_email", ""),
        element("wp:author_display_name", &article.by),
        element("wp:author_first_name", ""),
        element("wp:author_last_name", ""),
        "</wp:author>".to_owned(),
        element("generator", "Cutline"),
    ];
    document.extend(post(article, &attachments, setting));
    for attachment in &attachments {
        document.extend(item(attachment, article, setting));
    }
    document.extend(["</channel>", "</rss>"].map(str::to_owned));
    let mut document = document.join("\n");
    document.push('\n');
    document
}

fn post(article: &Article, attachments: &[Attachment<'_>], setting: &Setting) -> Vec<String> {
    let content = wordpress::blocks(article, |photo| {
        let attachment = attachments.iter().find(|one| one.photo.id == photo.id);
        attachment.map_or((None, String::new()), |one| {
            (Some(one.number), one.address.clone())
        })
    });
    let mut post = vec![
        "<item>".to_owned(),
        element("title", &title(article)),
        element("link", &article.url),
        element("dc:creator", LOGIN),
        guid(&article.uri),
        element("description", ""),
        element("content:encoded", &content),
        element("excerpt:encoded", ""),
    ];
    post.extend(entry(POST, 0, article.created.as_ref(), setting));
    post.extend([
        element("wp:status", "draft"),
        element("wp:post_type", "post"),
        element("wp:post_name", ""),
    ]);
    if let Some(first) = attachments.first() {
        post.push(meta("_thumbnail_id", &first.number.to_string()));
    }
    post.extend(
        own::of_article(article)
            .iter()
            .map(|(key, said)| meta(key, said)),
    );
    // A key that begins so is not shown among the custom fields.
    post.push(meta(own::CARRIED, &carried_text(article, setting)));
    post.push("</item>".to_owned());
    post
}

fn item(attachment: &Attachment<'_>, article: &Article, setting: &Setting) -> Vec<String> {
    let Attachment {
        number,
        photo,
        address,
    } = attachment;
    // The importer takes an entry of the same title and date for one that it has already.
    let name = format!("{} – {}", title(article), photo.name);
    let created = photo.created.as_ref().or(article.created.as_ref());
    let mut item = vec![
        "<item>".to_owned(),
        element("title", &name),
        element("link", address),
        element("dc:creator", LOGIN),
        guid(&photo.uri),
        element("description", ""),
        element("content:encoded", &description(photo)),
        element("excerpt:encoded", &wordpress::caption(photo)),
    ];
    item.extend(entry(*number, POST, created, setting));
    item.extend([
        element("wp:status", "inherit"),
        element("wp:post_type", "attachment"),
        element("wp:post_name", ""),
        element("wp:attachment_url", address),
    ]);
    let path = photo.image.as_ref().map_or("", |image| image.path.as_str());
    for (key, said) in [
        (own::ALT_TEXT, photo.alt_text.as_str()),
        ("_wp_attached_file", path),
    ] {
        item.extend((!said.is_empty()).then(|| meta(key, said)));
    }
    item.extend(
        own::of_photo(photo)
            .iter()
            .map(|(key, said)| meta(key, said)),
    );
    item.push("</item>".to_owned());
    item
}

/// What an attachment's page says below the picture.
pub(in crate::formats) fn description(photo: &Photo) -> String {
    let said = [photo.extended_description.clone(), for_the_desk(photo)];
    let said: Vec<String> = said.into_iter().filter(|said| !said.is_empty()).collect();
    said.join("\n\n")
}

/// Numbers, dates and switches that every entry has.
fn entry(number: usize, parent: usize, created: Option<&Moment>, setting: &Setting) -> Vec<String> {
    let moment = created.and_then(|created| in_utc(&created.date_time));
    let moment = moment.unwrap_or_else(|| setting.now.clone());
    let moment = moment.replace('T', " ").replace('Z', "");
    vec![
        element("pubDate", &rfc_2822(&setting.now)),
        format!("<wp:post_id>{number}</wp:post_id>"),
        element("wp:post_date", &moment),
        element("wp:post_date_gmt", &moment),
        element("wp:comment_status", "closed"),
        element("wp:ping_status", "closed"),
        format!("<wp:post_parent>{parent}</wp:post_parent>"),
        format!(
            "<wp:menu_order>{}</wp:menu_order>",
            number.saturating_sub(POST + 1)
        ),
        element("wp:post_password", ""),
        "<wp:is_sticky>0</wp:is_sticky>".to_owned(),
    ]
}

/// Where the importer fetches a picture: the source's own address, where the export has no copy.
fn address(photo: &Photo, site: &str, setting: &Setting) -> String {
    let picture = setting.picture(photo);
    if picture.contains("://") {
        return picture;
    }
    format!("{site}/{picture}")
}

fn element(name: &str, said: &str) -> String {
    format!("<{name}>{}</{name}>", cdata(said))
}

fn guid(uri: &str) -> String {
    format!("<guid isPermaLink=\"false\">{}</guid>", cdata(uri))
}

fn meta(key: &str, said: &str) -> String {
    format!(
        "<wp:postmeta>\n{}\n{}\n</wp:postmeta>",
        element("wp:meta_key", key),
        element("wp:meta_value", said)
    )
}

/// A date as RSS wants it; empty where it is none.
fn rfc_2822(now: &str) -> String {
    let moment = now.parse::<jiff::Timestamp>();
    moment.map_or_else(
        |_| String::new(),
        |moment| moment.strftime("%a, %d %b %Y %H:%M:%S +0000").to_string(),
    )
}

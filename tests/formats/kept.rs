//! What of a source is kept, once: the words around an item, what clashes, what no post shows.

use cutline::credit::Lexicon;
use cutline::formats::{self, Document};
use serde_json::{Value, json};

fn document(name: &str, text: &str) -> Document {
    formats::read(name, text.as_bytes(), &Lexicon::built_in())
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A WordPress export of these items.
fn site(items: &str) -> String {
    format!(
        "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" \
         xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Torvik Post</title>\
         <description>MARK of the site</description><wp:wxr_version>1.2</wp:wxr_version>{items}</channel></rss>"
    )
}

fn post(id: &str, content: &str) -> String {
    format!(
        "<item><title>The ferry</title><wp:post_id>{id}</wp:post_id><wp:post_type>post</wp:post_type>\
         <content:encoded><![CDATA[{content}]]></content:encoded></item>"
    )
}

fn media(id: &str, file: &str, parent: &str) -> String {
    format!(
        "<item><title>{file}</title><wp:post_id>{id}</wp:post_id><wp:post_parent>{parent}</wp:post_parent>\
         <wp:post_type>attachment</wp:post_type>\
         <wp:attachment_url>https://torvik.example/{file}</wp:attachment_url>\
         <excerpt:encoded><![CDATA[About {file}.]]></excerpt:encoded></item>"
    )
}

/// How often a text stands in what all articles of a file keep.
fn count(document: &Document, text: &str) -> usize {
    let kept = document.articles.iter().map(|read| {
        Value::Object(read.article.source_fields.clone())
            .to_string()
            .matches(text)
            .count()
    });
    kept.sum()
}

#[test]
fn what_is_said_around_many_items_is_kept_once() {
    const ITEMS: usize = 50;
    let posts: String = (0..ITEMS)
        .map(|number| post(&number.to_string(), "<p>One.</p>"))
        .collect();
    let ninjs = json!({
        "_meta": { "note": "MARK of the list" },
        "_items": (0..ITEMS)
            .map(|number| json!({
                "guid": format!("urn:x:{number}"), "type": "text", "versioncreated": "2026-11-16T08:00:00Z",
                "headline": "One", "body_html": "<p>One.</p>"
            }))
            .collect::<Vec<_>>(),
    });
    let item = |number: usize| {
        format!(
            "<newsItem guid=\"urn:x:{number}\"><itemMeta><itemClass qcode=\"ninat:text\"/></itemMeta>\
             <contentMeta><headline>One</headline></contentMeta></newsItem>"
        )
    };
    let items: Vec<String> = (0..ITEMS).map(item).collect();
    let items = items.concat();
    let message = format!(
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sender>MARK of the message\
         </sender></header><itemSet>{items}</itemSet></newsMessage>"
    );
    for (name, text) in [
        ("site.xml", site(&posts)),
        ("list.json", ninjs.to_string()),
        ("message.xml", message),
    ] {
        let document = document(name, &text);
        assert_eq!(document.articles.len(), ITEMS, "{name}");
        assert_eq!(count(&document, "MARK"), 1, "{name}");
    }
}

#[test]
fn media_that_no_post_shows_are_an_article_of_their_own() {
    let text = site(
        &[
            post("1", "<p>The ferry came back.</p>"),
            media("2", "shown.jpg", "1"),
            media("3", "loose.jpg", "0"),
            media("4", "film.mp4", "0"),
            media("5", "lost.jpg", "99"),
        ]
        .concat(),
    );
    let document = document("site.xml", &text);
    let photos: Vec<Vec<&str>> = document
        .articles
        .iter()
        .map(|read| {
            let photos = read.article.photos.iter();
            photos.map(|photo| photo.caption.as_str()).collect()
        })
        .collect();
    assert_eq!(
        photos,
        [
            vec!["About shown.jpg."],
            vec!["About loose.jpg.", "About lost.jpg."]
        ]
    );
    assert_eq!(count(&document, "torvik.example/film.mp4"), 1);
}

#[test]
fn posts_without_an_id_or_with_the_same_are_told_apart() {
    for ids in [["", ""], ["7", "7"], ["", "2"]] {
        let text = site(&[post(ids[0], "<p>One.</p>"), post(ids[1], "<p>Two.</p>")].concat());
        let document = document("site.xml", &text);
        let uris: Vec<&str> = document
            .articles
            .iter()
            .map(|read| read.article.uri.as_str())
            .collect();
        assert_ne!(uris[0], uris[1], "{ids:?}");
    }
}

#[test]
fn media_without_an_id_are_all_kept() {
    let text = site(
        &[
            post("1", ""),
            media("", "one.jpg", "1"),
            media("", "two.jpg", "1"),
        ]
        .concat(),
    );
    assert_eq!(
        document("site.xml", &text).articles[0].article.photos.len(),
        2
    );
}

#[test]
fn galleries_that_repeat_themselves_multiply_nothing() {
    let text = site(
        &[
            post("1", &"[gallery]\n".repeat(2_000)),
            media("2", "one.jpg", "1"),
            media("3", "two.jpg", "1"),
        ]
        .concat(),
    );
    let document = document("site.xml", &text);
    let read = &document.articles[0];
    assert_eq!(read.article.photos.len(), 2);
    assert!(
        read.notes.iter().any(|note| note.contains("repeat")),
        "{:?}",
        read.notes
    );
}

fn superdesk(associations: &Value, body: &str) -> Document {
    let item = json!({
        "guid": "urn:x:ferry", "type": "text", "versioncreated": "2026-11-16T08:00:00Z",
        "headline": "The ferry", "body_html": body, "associations": associations,
    });
    document("item.json", &item.to_string())
}

#[test]
fn a_figure_says_what_its_picture_does_not() {
    let picture = |more: Value| {
        let mut picture = json!({
            "guid": "urn:x:nets", "type": "picture",
            "renditions": { "original": { "href": "https://torvik.example/nets.jpg" } },
        });
        let members = picture.as_object_mut().unwrap();
        members.extend(more.as_object().unwrap().clone());
        json!({ "editor_0": picture })
    };
    let body = "<p>One.</p><figure><img src=\"https://torvik.example/nets.jpg\" alt=\"Nets\">\
                <figcaption>Nets dry on the quay. (AP Photo/Ana Maric)</figcaption></figure><p>Two.</p>";
    for (said, caption, credit, creators) in [
        (
            json!({}),
            "Nets dry on the quay.",
            "(AP Photo/Ana Maric)",
            vec!["Ana Maric"],
        ),
        (
            json!({ "description_text": "Nets." }),
            "Nets.",
            "(AP Photo/Ana Maric)",
            vec!["Ana Maric"],
        ),
        (
            json!({ "byline": "Jonas Lie/TNA" }),
            "Nets dry on the quay.",
            "Jonas Lie/TNA",
            vec!["Jonas Lie"],
        ),
    ] {
        let document = superdesk(&picture(said), body);
        let photos = &document.articles[0].article.photos;
        assert_eq!(photos.len(), 1);
        assert_eq!(photos[0].caption, caption);
        assert_eq!(photos[0].credit_line, credit);
        assert_eq!(photos[0].creators, creators);
        assert_eq!(photos[0].alt_text, "Nets");
    }
}

#[test]
fn a_logo_is_a_photo_only_where_the_body_shows_it() {
    let logo = json!({
        "logo": {
            "uri": "urn:x:logo", "type": "graphic",
            "renditions": { "main": { "href": "https://torvik.example/mark.jpg" } },
        },
        "photo": {
            "uri": "urn:x:ferry-1", "type": "picture", "description_text": "A ferry with a logo.",
            "renditions": { "main": { "href": "https://torvik.example/ferry.jpg" } },
        },
    });
    let document = superdesk(&logo, "<p>One.</p>");
    assert_eq!(document.articles[0].article.photos.len(), 1);
    assert_eq!(
        count(&document, "https://torvik.example/mark.jpg"),
        1,
        "it is kept"
    );
    let body = "<p>One.</p><figure><img src=\"https://torvik.example/mark.jpg\"></figure>";
    assert_eq!(superdesk(&logo, body).articles[0].article.photos.len(), 2);
    let captioned = json!({ "logo-photo": {
        "uri": "urn:x:logo", "type": "picture", "description_text": "The logo at the shipyard's gate.",
        "renditions": { "main": { "href": "https://torvik.example/gate.jpg" } },
    }});
    assert_eq!(
        superdesk(&captioned, "<p>One.</p>").articles[0]
            .article
            .photos
            .len(),
        1
    );
}

#[test]
fn what_clashes_stands_side_by_side() {
    // The body's own figure and its association both say something of one picture under one name.
    let text = site(&[
        post(
            "1",
            "<figure><img class=\"wp-image-2\" src=\"https://torvik.example/one-300x200.jpg\"></figure>",
        ),
        media("2", "one.jpg", "1").replace("<excerpt", "<src>first</src><excerpt"),
    ]
    .concat());
    let document = document("site.xml", &text);
    assert_eq!(count(&document, "first"), 1);
    assert_eq!(count(&document, "one-300x200.jpg"), 1);
}

//! What strangers read from our exports: schemas, an HTML5 parser, an XML parser.

use cutline::credit::Lexicon;
use cutline::edit::Edit;
use cutline::formats::export::{EXPORTS, Setting, export};
use cutline::formats::sheet::{self, Sheet};
use cutline::formats::{self, Document, Read};
use cutline::model::{Article, Block, Image, Moment, Photo, TextField};
use proptest::prelude::*;
use scraper::{Html, Selector};
use serde_json::Value;

use crate::laws::article;
use crate::support::{read, shared};

const TEXT: &str = " date 2026-11-16 The ferry came back <on> Monday & stayed.\n\nAssociated Press writer Lena Holm in \
Torvik contributed to this report.\n\nA \"ferry\" leaves Torvik, Monday, Nov. 16, 2026. (AP Photo/Ana Maric)\n\n\
Bread is sold & eaten, in Torvik, Monday, Nov. 16, 2026. (AP Photo/Jonas Lie)\n";

fn setting() -> Setting {
    Setting {
        now: "2026-11-17T09:30:00Z".into(),
        ..Setting::default()
    }
}

/// Two photos, the first with a picture and everything that can be said.
fn ferry() -> Article {
    let mut article = read("ferry.txt", TEXT);
    article.headline = "A ferry & its \"flour\"".into();
    article.by = "By Lena Holm".into();
    article.language = "en".into();
    article.url = "https://news.example/ferry?a=1&b=2".into();
    let photo = &mut article.photos[0];
    for field in TextField::ALL {
        if photo.text(field).is_empty() {
            *photo.text_mut(field) = format!("<{}> & \"more\"", field.name());
        }
    }
    photo.usage_terms = "NO SALES ]]> --> </script>".into();
    photo.created = Moment::parse("2026-11-16");
    photo.image = Some(Image {
        path: "photos/färjan-1.jpg".into(),
        content_type: "image/jpeg".into(),
        width: Some(1200),
        height: Some(800),
        size_in_bytes: Some(98_765),
        ..Image::default()
    });
    article
}

fn written(name: &str, article: &Article) -> String {
    let kind = export(name).expect("a kind");
    kind.text(article, &setting()).expect("one file an article")
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let found = page.select(&selector);
    found.map(|element| element.text().collect()).collect()
}

#[test]
fn an_html5_parser_finds_figures_with_caption_and_credit_apart() {
    let article = ferry();
    let page = Html::parse_document(&written("html", &article));
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    assert_eq!(
        texts(&page, "article > header > h1"),
        [article.headline.as_str()]
    );
    let captions: Vec<&str> = article
        .photos
        .iter()
        .map(|photo| photo.caption.as_str())
        .collect();
    let credits: Vec<&str> = article
        .photos
        .iter()
        .map(|photo| photo.credit_line.as_str())
        .collect();
    assert_eq!(
        texts(&page, "article > figure > figcaption > .caption"),
        captions
    );
    assert_eq!(
        texts(&page, "article > figure > figcaption > .credit"),
        credits
    );
    let figures = Selector::parse("html[lang=en] article > figure").unwrap();
    let figure = page.select(&figures).next().unwrap();
    assert_eq!(
        figure.attr("data-usage-terms"),
        Some(article.photos[0].usage_terms.as_str())
    );
    let image = figure
        .select(&Selector::parse("img").unwrap())
        .next()
        .unwrap();
    assert_eq!(image.attr("src"), Some("photos/f%C3%A4rjan-1.jpg"));
    assert_eq!(image.attr("alt"), Some(article.photos[0].alt_text.as_str()));
    let body = texts(&page, "article > p");
    assert_eq!(body[0], "The ferry came back <on> Monday & stayed.");
}

/// What search engines want of an `ImageObject`, and what schema.org says that its members are.
fn is_image_object(image: &Value) -> Result<(), String> {
    let text = |member: &str| match image.get(member) {
        None | Some(Value::String(_)) => Ok(()),
        Some(other) => Err(format!("{member} is no text: {other}")),
    };
    if image["@type"] != "ImageObject" {
        return Err("no ImageObject".into());
    }
    for member in [
        "caption",
        "creditText",
        "copyrightNotice",
        "contentUrl",
        "dateCreated",
    ] {
        text(member)?;
    }
    for member in ["license", "acquireLicensePage"] {
        text(member)?;
        let is_address = |said: &str| said.starts_with("http");
        if image
            .get(member)
            .is_some_and(|said| !said.as_str().is_some_and(is_address))
        {
            return Err(format!("{member} is no address"));
        }
    }
    let creators = match image.get("creator") {
        None => Vec::new(),
        Some(Value::Array(all)) => all.clone(),
        Some(one) => vec![one.clone()],
    };
    for creator in creators {
        let is_party = creator["@type"] == "Person" || creator["@type"] == "Organization";
        if !is_party || !creator["name"].is_string() {
            return Err(format!("no creator: {creator}"));
        }
    }
    Ok(())
}

#[test]
fn the_json_ld_has_the_shape_of_schema_org_in_the_page_and_alone() {
    let article = ferry();
    let page = Html::parse_document(&written("html", &article));
    let inside = texts(&page, "script[type='application/ld+json']").concat();
    for text in [inside, written("jsonld", &article)] {
        let node: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(node["@context"], "https://schema.org");
        assert_eq!(node["@type"], "NewsArticle");
        assert_eq!(node["headline"], article.headline.as_str());
        assert_eq!(node["datePublished"], "2026-11-16");
        let images = node["image"].as_array().expect("two images");
        for (image, photo) in images.iter().zip(&article.photos) {
            assert_eq!(is_image_object(image), Ok(()));
            assert_eq!(image["caption"], photo.caption.as_str());
            assert_eq!(image["creditText"], photo.credit_line.as_str());
            assert_eq!(image["creator"]["name"], photo.creators[0].as_str());
            assert_eq!(image.get("license"), None, "none is known");
        }
    }
}

#[test]
fn a_licence_is_named_where_the_source_linked_one() {
    let mut article = ferry();
    article.photos[0].usage_terms = "https://pictures.example/terms".into();
    let node: Value = serde_json::from_str(&written("jsonld", &article)).unwrap();
    assert_eq!(
        node["image"][0]["license"],
        "https://pictures.example/terms"
    );
}

/// The text of the first child of an element with this name.
fn child<'a>(node: &roxmltree::Node<'a, '_>, name: &str) -> &'a str {
    let found = node
        .children()
        .find(|child| child.tag_name().name() == name);
    found.and_then(|child| child.text()).unwrap_or_default()
}

#[test]
fn an_xml_parser_finds_a_post_and_its_attachments() {
    let article = ferry();
    let text = written("wxr", &article);
    let document = roxmltree::Document::parse(&text).expect("XML");
    let channel = document.root_element().first_element_child().unwrap();
    assert_eq!(child(&channel, "wxr_version"), "1.2");
    let items: Vec<_> = channel
        .children()
        .filter(|node| node.has_tag_name("item"))
        .collect();
    let kinds: Vec<&str> = items.iter().map(|item| child(item, "post_type")).collect();
    assert_eq!(
        kinds,
        ["post", "attachment"],
        "a photo without a picture is no attachment"
    );
    let (post, attachment) = (items[0], items[1]);
    let encoded = |item: &roxmltree::Node<'_, '_>, space: &str| -> String {
        let found = item.children().find(|node| {
            node.tag_name().name() == "encoded"
                && node
                    .tag_name()
                    .namespace()
                    .is_some_and(|known| known.contains(space))
        });
        found
            .unwrap()
            .descendants()
            .filter(roxmltree::Node::is_text)
            .filter_map(|node| node.text())
            .collect()
    };
    let content = encoded(&post, "content");
    let address = child(&attachment, "attachment_url");
    assert!(
        address.starts_with("http://") && content.contains(&format!("src=\"{address}\"")),
        "{content}"
    );
    assert_eq!(child(&attachment, "post_parent"), child(&post, "post_id"));
    let photo = &article.photos[0];
    let caption = Html::parse_fragment(&encoded(&attachment, "excerpt"));
    let caption: String = caption.root_element().text().collect();
    assert_eq!(caption, format!("{} {}", photo.caption, photo.credit_line));
    let metas = attachment
        .children()
        .filter(|node| node.tag_name().name() == "postmeta");
    let metas: Vec<(&str, String)> = metas
        .map(|meta| {
            let value = meta
                .children()
                .find(|node| node.tag_name().name() == "meta_value")
                .unwrap();
            let value = value
                .descendants()
                .filter(roxmltree::Node::is_text)
                .filter_map(|node| node.text());
            (child(&meta, "meta_key"), value.collect())
        })
        .collect();
    for (key, said) in [
        ("_wp_attachment_image_alt", &photo.alt_text),
        ("usage_terms", &photo.usage_terms),
        ("instructions", &photo.instructions),
    ] {
        assert!(metas.contains(&(key, said.clone())), "{key}: {metas:?}");
    }
}

#[test]
fn block_markup_has_balanced_blocks_whose_facts_are_json() {
    let text = written("wordpress", &ferry());
    let mut open: Option<String> = None;
    let mut blocks = Vec::new();
    for comment in text.split("<!-- ").skip(1) {
        let comment = comment.split(" -->").next().unwrap();
        if let Some(name) = comment.strip_prefix("/wp:") {
            assert_eq!(open.take().as_deref(), Some(name));
            continue;
        }
        let (name, facts) = comment.split_once(' ').unwrap_or((comment, "{}"));
        serde_json::from_str::<Value>(facts).unwrap_or_else(|error| panic!("{facts}: {error}"));
        let name = name.strip_prefix("wp:").expect("a block").to_owned();
        blocks.push(name.clone());
        assert_eq!(open.replace(name), None, "blocks are not nested");
    }
    assert_eq!(blocks, ["paragraph", "paragraph", "image", "html"]);
}

#[test]
fn the_text_has_captions_at_their_places() {
    let text = written("text", &ferry());
    let ends = "contributed to this report.\n\nA \"ferry\" leaves Torvik, Monday, Nov. 16, 2026. ((AP Photo/Ana Maric)";
    assert!(text.contains(&ends.replace("((", "(")), "{text}");
    assert!(
        text.contains("[Not for print: usage terms: NO SALES"),
        "{text}"
    );
}

#[test]
fn whoever_edited_an_exported_file_has_the_last_word() {
    let text = written("html", &ferry());
    let edited = text.replace("Bread is sold", "Bread is baked");
    assert_ne!(edited, text);
    let article = read("ferry.html", &edited);
    let captions: Vec<&str> = article
        .photos
        .iter()
        .map(|photo| photo.caption.as_str())
        .collect();
    assert!(
        captions
            .iter()
            .all(|caption| !caption.contains("Bread is sold")),
        "{captions:?}"
    );
}

/// How an export reads after somebody wrote other words into it, but into what it carries.
fn edited(kind: &str, words: &[(&str, &str)]) -> Read {
    let text = written(kind, &ferry());
    let from = text.rfind(carrying(kind)).expect("the normalized form");
    let (before, rest) = text.split_at(from);
    let end = match kind {
        "html" => "</script>",
        "wxr" => "</wp:meta_value>",
        _ => "\"$standard\"",
    };
    let (carried, after) = rest.split_at(rest.find(end).expect("its end"));
    let (mut before, mut after) = (before.to_owned(), after.to_owned());
    for (from, to) in words {
        assert!(
            before.contains(from) || after.contains(from),
            "{from} stands in {before}{after}"
        );
        before = before.replace(from, to);
        after = after.replace(from, to);
    }
    let text = format!("{before}{carried}{after}");
    let read = document(&file(kind), &text)
        .into_first()
        .expect("an article");
    assert!(
        read.notes
            .iter()
            .any(|note| note.starts_with("edited since")),
        "{:?}",
        read.notes
    );
    read
}

#[test]
fn of_the_two_members_of_a_credit_the_one_that_was_changed_wins() {
    let line = "\"description_creditline\": \"(AP Photo/Jonas Lie)\"";
    let byline = "\"byline\": \"(AP Photo/Jonas Lie)\"";
    let (line_of_zed, byline_of_ida) = (
        "\"description_creditline\": \"Zed Zed/AP\"",
        "\"byline\": \"Ida Ro/AP\"",
    );
    let credit = |words: &[(&str, &str)]| {
        edited("ninjs-1.6", words).article.photos[1]
            .credit_line
            .clone()
    };
    assert_eq!(credit(&[(line, line_of_zed)]), "Zed Zed/AP");
    assert_eq!(credit(&[(byline, byline_of_ida)]), "Ida Ro/AP");
    let both = edited("ninjs-1.6", &[(line, line_of_zed), (byline, byline_of_ida)]);
    assert_eq!(both.article.photos[1].credit_line, "Zed Zed/AP");
    assert!(
        both.notes.iter().any(|note| note.contains("Ida Ro/AP")),
        "{:?}",
        both.notes
    );
}

#[test]
fn no_words_that_an_editor_adds_to_a_page_are_lost() {
    let figure = "</figcaption>\n</figure>\n</article>";
    for (from, to) in [
        (
            figure,
            "</figcaption><figcaption>New words</figcaption>\n</figure>\n</article>",
        ),
        (figure, "</figcaption>New words\n</figure>\n</article>"),
        (
            figure,
            "</figcaption><p>New words</p>\n</figure>\n</article>",
        ),
        ("<article", "<p>New words</p><article"),
        ("</article>", "</article><p>New words</p>"),
        (
            "</article>",
            "</article><article><p>New words</p></article>",
        ),
        ("</article>", "<p>New words</p></article>"),
    ] {
        let article = edited("html", &[(from, to)]).article;
        let blocks = article.blocks.iter().filter_map(|block| match block {
            Block::Text(text) => Some(text.as_str()),
            Block::Photo(_) => None,
        });
        let captions = article.photos.iter().map(|photo| photo.caption.as_str());
        let all: Vec<&str> = blocks.chain(captions).collect();
        let found = all.iter().filter(|said| said.contains("New words")).count();
        assert_eq!(found, 1, "{to}: {all:?}");
        assert_eq!(article.photos.len(), 2, "{to}");
        assert_eq!(article.headline, ferry().headline, "{to}");
    }
    // What is a tool of the page and no text of it is left out; not without a word.
    edited("html", &[("</article>", "</article><nav>New words</nav>")]);
    edited("html", &[("<title>", "<title>New words ")]);
}

#[test]
fn a_second_picture_of_a_figure_is_a_photo() {
    let end = "height=\"800\">";
    let two = format!("{end}<img src=\"photos/quay.jpg\" alt=\"The quay\">");
    let photos = edited("html", &[(end, &two)]).article.photos;
    let paths: Vec<Option<&str>> = photos
        .iter()
        .map(|photo| photo.image.as_ref().map(|image| image.path.as_str()))
        .collect();
    assert_eq!(
        paths,
        [Some("photos/färjan-1.jpg"), Some("photos/quay.jpg"), None]
    );
}

#[test]
fn the_title_of_a_page_without_a_headline_becomes_one_when_it_is_changed() {
    let mut article = ferry();
    article.headline.clear();
    let text = written("html", &article);
    let titled = text.replace("<title>The ferry came", "<title>No ferry came");
    assert_ne!(titled, text);
    let headline = read("a.html", &titled).headline;
    assert!(headline.starts_with("No ferry came"), "{headline}");
    let at = text.find("<article").unwrap();
    let (head, body) = text.split_at(at);
    let other = format!(
        "{head}{}",
        body.replacen("The ferry came", "No ferry came", 1)
    );
    assert_eq!(
        read("a.html", &other).headline,
        "",
        "the first paragraph is no headline"
    );
}

/// The date of a photo among the custom fields of an attachment.
const WXR_DATE: &str =
    "<wp:meta_key><![CDATA[date]]></wp:meta_key>\n<wp:meta_value><![CDATA[2026-11-16]]>";

#[test]
fn an_edited_date_is_read_or_said_to_be_none() {
    let date = "<time datetime=\"2026-11-16\">2026-11-16</time>";
    let day = |said: &str| format!("<time datetime=\"2026-11-16\">{said}</time>");
    let said = |date: Option<&Moment>| date.map(|date| date.as_said().to_owned());
    let read = edited("html", &[(date, &day("3 June 2021"))]);
    assert_eq!(
        said(read.article.created.as_ref()).as_deref(),
        Some("2021-06-03")
    );
    for (kind, from, to) in [
        ("html", date, day("early in June")),
        (
            "html",
            "data-date=\"2026-11-16\"",
            "data-date=\"early in June\"".to_owned(),
        ),
        (
            "wxr",
            WXR_DATE,
            WXR_DATE.replace("2026-11-16", "early in June"),
        ),
    ] {
        let read = edited(kind, &[(from, &to)]);
        let dates = [&read.article.created, &read.article.photos[0].created];
        for date in dates {
            assert_eq!(said(date.as_ref()).as_deref(), Some("2026-11-16"), "{to}");
        }
        assert!(
            read.notes.iter().any(|note| note.contains("early in June")),
            "{:?}",
            read.notes
        );
        let kept = serde_json::to_string(&read.article.source_fields).unwrap();
        assert!(kept.contains("early in June"), "{kept}");
    }
}

#[test]
fn a_credit_edited_in_a_post_is_taken_as_it_stands() {
    let post = "<figcaption class=\"wp-element-caption\">";
    let credit = "(AP Photo/Ana Maric)";
    let caption = ferry().photos[0].caption.clone();
    let of_post = |said: &str| format!("{post}{caption} {said}</figcaption>");
    let span = |said: &str| format!("<span class=\"credit\">{said}</span>");
    let before = of_post(&span(credit));
    let broken = format!(
        "{post}One line.<br>Two lines. {}</figcaption>",
        span(credit)
    );
    for (after, caption, line) in [
        (
            of_post(&span("Cy Dee/(AP Photo/Ana Maric)")),
            caption.as_str(),
            "Cy Dee/(AP Photo/Ana Maric)",
        ),
        (
            of_post(&span("Photo: (AP Photo/Ana Maric)")),
            &caption,
            "Photo: (AP Photo/Ana Maric)",
        ),
        (of_post(&span("Ida Ro/NTB")), &caption, "Ida Ro/NTB"),
        (broken, "One line.\nTwo lines.", credit),
        (
            format!("{post}Other words. {credit}</figcaption>"),
            "Other words.",
            credit,
        ),
    ] {
        let article = edited("wxr", &[(&before, &after)]).article;
        let photo = &article.photos[0];
        assert_eq!(
            (photo.caption.as_str(), photo.credit_line.as_str()),
            (caption, line),
            "{after}"
        );
    }
}

#[test]
fn of_the_places_of_a_caption_in_wordpress_the_one_that_was_changed_wins() {
    let caption = ferry().photos[0].caption.clone();
    let field = |key: &str, said: &str| {
        format!("<wp:meta_key><![CDATA[{key}]]></wp:meta_key>\n<wp:meta_value><![CDATA[{said}]]>")
    };
    let of_library = format!("<excerpt:encoded><![CDATA[{caption}");
    let to_library = "<excerpt:encoded><![CDATA[A boat in the library.";
    let of_field = field("caption", &caption);
    let to_field = field("caption", "A boat in the field.");
    let of_credit = field("credit_line", "(AP Photo/Ana Maric)");
    let to_credit = field("credit_line", "Ida Ro/NTB");
    let of_post = format!("wp-element-caption\">{caption}");
    let to_post = "wp-element-caption\">A boat in the post.";
    let said = |read: &Read| {
        let photo = &read.article.photos[0];
        (photo.caption.clone(), photo.credit_line.clone())
    };
    let credit = "(AP Photo/Ana Maric)".to_owned();
    let library = edited("wxr", &[(&of_library, to_library)]);
    assert_eq!(
        said(&library),
        ("A boat in the library.".to_owned(), credit.clone())
    );
    let in_field = edited("wxr", &[(&of_field, &to_field)]);
    assert_eq!(
        said(&in_field),
        ("A boat in the field.".to_owned(), credit.clone())
    );
    let in_credit = edited("wxr", &[(&of_credit, &to_credit)]);
    assert_eq!(said(&in_credit), (caption.clone(), "Ida Ro/NTB".to_owned()));
    for read in [library, in_field, in_credit] {
        assert_eq!(read.notes.len(), 1, "{:?}", read.notes);
    }
    let all = edited(
        "wxr",
        &[
            (&of_library, to_library),
            (&of_field, &to_field),
            (&of_post, to_post),
        ],
    );
    assert_eq!(said(&all), ("A boat in the post.".to_owned(), credit));
    for left in ["A boat in the library.", "A boat in the field."] {
        assert!(
            all.notes.iter().any(|note| note.contains(left)),
            "{:?}",
            all.notes
        );
    }
}

#[test]
fn what_somebody_says_of_a_picture_beside_its_fields_is_kept_too() {
    let mut item: Value = serde_json::from_str(&written("ninjs-1.6", &ferry())).unwrap();
    item["associations"]["photo-2"]["pubstatus"] = "canceled".into();
    let photos = read("a.ninjs-1.6.json", &item.to_string()).photos;
    assert_eq!(photos[1].rest["pubStatus"], "canceled");
    let unsaid = ferry().photos[0].rest.get("pubStatus").cloned();
    assert_eq!(photos[0].rest.get("pubStatus").cloned(), unsaid);
}

#[test]
fn a_copied_picture_of_ninjs_1_6_is_a_photo_of_its_own() {
    let mut item: Value = serde_json::from_str(&written("ninjs-1.6", &ferry())).unwrap();
    let copied = item["associations"]["photo-2"].clone();
    item["associations"]["copied"] = copied;
    let photos = read("a.ninjs-1.6.json", &item.to_string()).photos;
    let ferry = ferry();
    assert_eq!(photos.len(), 3);
    assert_eq!(photos[1].uri, ferry.photos[1].uri);
    assert_ne!(photos[2].uri, photos[1].uri);
    assert_ne!(photos[2].name, photos[1].name);
    assert_eq!(photos[2].caption, photos[1].caption);
}

#[test]
fn a_photo_taken_out_of_a_page_is_gone_and_a_new_paragraph_leaves_the_rest_as_it_was() {
    let mut article = ferry();
    let subjects = serde_json::json!([{ "name": "Storms" }]);
    article.rest.insert("subjects".into(), subjects.clone());
    article.photos[0].original = None;
    let original = article.photos[1].original.clone().map(|said| said.text);
    let text = written("html", &article);
    let (from, to) = (
        text.find("<figure").unwrap(),
        text.find("</figure>").unwrap(),
    );
    let without = format!("{}<p>A new one.</p>{}", &text[..from], &text[to + 9..]);
    let back = read("a.html", &without);
    let names: Vec<&str> = back
        .photos
        .iter()
        .map(|photo| photo.name.as_str())
        .collect();
    assert_eq!(names, ["photo-2"]);
    assert_eq!(
        back.photos[0].original.clone().map(|said| said.text),
        original
    );
    assert_eq!(back.rest.get("subjects"), Some(&subjects));
    let blocks = [
        article.blocks[0].clone(),
        article.blocks[1].clone(),
        Block::Text("A new one.".into()),
        Block::Photo(article.photos[1].id),
    ];
    assert_eq!(back.blocks, blocks);
}

#[test]
fn a_sheet_shows_a_change_as_it_is_stored() {
    let article = ferry();
    let text = format!("{}{}", sheet::head(), sheet::rows("a.txt", &article));
    let edited = text.replacen("Bread is sold & eaten", "Bread is sold\r\n& eaten", 1);
    assert_ne!(edited, text);
    let sheet = Sheet::read(edited.as_bytes()).unwrap();
    let (changes, left) = sheet.changes(&[("a.txt", &article)]);
    assert_eq!((changes.len(), left.len()), (1, 0));
    assert!(
        changes[0].after.starts_with("Bread is sold\n& eaten"),
        "{:?}",
        changes[0].after
    );
}

#[test]
#[ignore = "needs CUTLINE_SHARED, the shared material"]
fn ninjs_1_6_accepts_what_is_written() {
    let schema = std::fs::read_to_string(shared().join("schema/ninjs-schema_1.6.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::options()
        .should_validate_formats(false)
        .build(&schema)
        .expect("a schema");
    let item: Value = serde_json::from_str(&written("ninjs-1.6", &ferry())).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&item)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn superdesk_finds_what_its_parser_copies() {
    let article = ferry();
    let item: Value = serde_json::from_str(&written("ninjs-1.6", &article)).unwrap();
    let photo = &article.photos[0];
    assert_eq!(item["type"], "text");
    assert_eq!(
        item["versioncreated"], "2026-11-17T09:30:00Z",
        "the moment of the export"
    );
    assert_eq!(item["firstcreated"], "2026-11-16T00:00:00Z");
    assert!(
        item["body_html"]
            .as_str()
            .unwrap()
            .starts_with("<p>The ferry came back &lt;on&gt;")
    );
    let associations = item["associations"]
        .as_object()
        .expect("an object, not a list");
    assert_eq!(
        associations.keys().collect::<Vec<_>>(),
        ["featuremedia", "photo-2"]
    );
    let picture = &item["associations"]["featuremedia"];
    for (member, said) in [
        ("description_text", &photo.caption),
        ("byline", &photo.credit_line),
        ("body_text", &photo.alt_text),
        ("usageterms", &photo.usage_terms),
        ("ednote", &photo.instructions),
        ("copyrightholder", &photo.copyright_holder),
        ("copyrightnotice", &photo.copyright_notice),
        ("headline", &photo.headline),
    ] {
        assert_eq!(picture[member], said.as_str(), "{member}");
    }
    let original = &picture["renditions"]["original"];
    assert_eq!(original["href"], "photos/f%C3%A4rjan-1.jpg");
    assert_eq!(original["width"], 1200);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_an_article_says_each_kind_stays_whole(article in article()) {
        for kind in EXPORTS.iter().filter(|kind| !kind.is_sheet()) {
            let text = written(kind.name, &article);
            match kind.name {
                "html" => prop_assert!(Html::parse_document(&text).errors.is_empty(), "{}", text),
                "wxr" => prop_assert!(roxmltree::Document::parse(&text).is_ok(), "{}", text),
                "ninjs" | "ninjs-1.6" | "jsonld" => {
                    prop_assert!(serde_json::from_str::<Value>(&text).is_ok(), "{}", text);
                }
                _ => {}
            }
        }
    }

    #[test]
    fn what_was_exported_opens_again_as_the_same_model(article in article()) {
        for kind in ["ninjs", "ninjs-1.6", "html", "wxr"] {
            let ending = export(kind).expect("a kind").ending;
            let back = read(&format!("a{ending}"), &written(kind, &article));
            let mut expected = article.clone();
            if kind != "ninjs" {
                expected.provenance = back.provenance.clone();
                for original in expected.photos.iter_mut().filter_map(|photo| photo.original.as_mut()) {
                    original.span = None;
                }
            }
            prop_assert_eq!(back, expected, "{}", kind);
        }
    }

    #[test]
    fn an_export_without_what_it_carries_keeps_what_it_says(article in article()) {
        for kind in ["ninjs-1.6", "html", "wxr"] {
            let text = without_carried(kind, &written(kind, &article));
            let back = read(&file(kind), &text);
            prop_assert_eq!(differences(&back, &article), Vec::<String>::new(), "{}", kind);
            if kind == "ninjs-1.6" {
                prop_assert_eq!(&back.source_fields, &article.source_fields);
                for (back, out) in back.photos.iter().zip(&article.photos) {
                    let original = |photo: &Photo| photo.original.clone().map(|said| said.text);
                    prop_assert_eq!(original(back).unwrap_or_default(), original(out).unwrap_or_default());
                    prop_assert_eq!(&back.ignored, &out.ignored);
                }
            }
        }
    }

    #[test]
    fn an_export_with_one_caption_edited_keeps_all_the_rest(article in article(), at in 0usize..4) {
        let mut article = article;
        let Some(photo) = article.photos.get_mut(at) else { return Ok(()) };
        "Nets dry on the quay of Torvik.".clone_into(&mut photo.caption);
        let mut expected = article.clone();
        "Boats lie on the quay of Torvik.".clone_into(&mut expected.photos[at].caption);
        for kind in ["ninjs-1.6", "html", "wxr"] {
            let text = written(kind, &article);
            let (before, after) = match text.rfind(carrying(kind)) {
                Some(from) if kind != "ninjs-1.6" => text.split_at(from),
                _ => (text.as_str(), ""),
            };
            let edited = format!("{}{after}", before.replacen("Nets dry", "Boats lie", 1));
            let edited = match kind {
                // The first is what the JSON-LD says, which no reader sees.
                "html" => format!("{}{after}", before.replace("Nets dry", "Boats lie")),
                _ => edited,
            };
            let document = document(&file(kind), &edited);
            let back = document.articles.first().expect("an article");
            prop_assert!(back.notes.iter().any(|note| note.starts_with("edited since")), "{}", kind);
            prop_assert_eq!(differences(&back.article, &expected), Vec::<String>::new(), "{}", kind);
            // Also what the kind has no words for, as the file carries it.
            prop_assert_eq!(&back.article.rest, &expected.rest, "{}", kind);
            prop_assert_eq!(&back.article.source_fields, &expected.source_fields, "{}", kind);
            for (back, out) in back.article.photos.iter().zip(&expected.photos) {
                let original = |photo: &Photo| photo.original.clone().map(|said| said.text);
                prop_assert_eq!(original(back), original(out), "{}", kind);
                prop_assert_eq!(&back.ignored, &out.ignored, "{}", kind);
                prop_assert_eq!(&back.image, &out.image, "{}", kind);
            }
        }
    }

    #[test]
    fn line_ends_and_indents_are_no_edit(article in article()) {
        for kind in ["ninjs-1.6", "html", "wxr"] {
            let text = written(kind, &article);
            let mut ways = vec![
                text.replace('\n', "\r\n"),
                text.trim_end().to_owned(),
                format!("{text}\n\n"),
            ];
            if kind == "ninjs-1.6" {
                let value: Value = serde_json::from_str(&text).unwrap();
                ways.push(value.to_string());
            }
            let expected = read(&file(kind), &text);
            for way in ways {
                let document = document(&file(kind), &way);
                let back = &document.articles[0];
                prop_assert_eq!(&back.notes, &Vec::<String>::new(), "{}", kind);
                let mut article = back.article.clone();
                article.provenance = expected.provenance.clone();
                prop_assert_eq!(&article, &expected, "{}", kind);
            }
        }
    }

    #[test]
    fn a_sheet_that_nobody_edited_changes_nothing(article in article()) {
        let text = format!("{}{}", sheet::head(), sheet::rows("a.txt", &article));
        let sheet = Sheet::read(text.as_bytes()).unwrap();
        prop_assert_eq!(sheet.rows.len(), article.photos.len());
        prop_assert_eq!(sheet.changes(&[("a.txt", &article)]), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_sheet_carries_everything_that_can_be_edited(before in article(), after in article()) {
        // The photos of one article, with what those of another say.
        let mut wanted = before.clone();
        for (photo, other) in wanted.photos.iter_mut().zip(&after.photos) {
            for field in TextField::ALL {
                *photo.text_mut(field) = other.text(field).to_owned();
            }
            photo.creators = other.creators.clone();
            photo.sources = other.sources.clone();
            photo.created = other.created.clone();
        }
        let text = format!("{}{}", sheet::head(), sheet::rows("a.txt", &wanted));
        let text = marked_as(&text, &format!("{}{}", sheet::head(), sheet::rows("a.txt", &before)));
        let (changes, left) = Sheet::read(text.as_bytes()).unwrap().changes(&[("a.txt", &before)]);
        prop_assert_eq!(left, Vec::new());
        let mut edited = before;
        for change in changes {
            Edit::set(change.photo, change.value).apply(&mut edited).unwrap();
        }
        prop_assert_eq!(edited, wanted);
    }
}

fn file(kind: &str) -> String {
    let ending = export(kind).expect("a kind").ending;
    format!("a{ending}")
}

fn document(file: &str, text: &str) -> Document {
    formats::read(file, text.as_bytes(), &Lexicon::built_in()).expect("an article")
}

/// What stands before the normalized form in an export.
fn carrying(kind: &str) -> &'static str {
    match kind {
        "html" => "<script type=\"application/json\">",
        "wxr" => "<wp:meta_key><![CDATA[_cutline]]>",
        _ => "\"cutline-1\": {",
    }
}

/// An export as a system hands it on that keeps only what it knows.
fn without_carried(kind: &str, text: &str) -> String {
    if kind == "ninjs-1.6" {
        let mut item: Value = serde_json::from_str(text).unwrap();
        let ids = item["altids"].as_object_mut().unwrap();
        ids.remove("cutline-1").expect("the normalized form");
        return item.to_string();
    }
    let from = text.rfind(carrying(kind)).expect("the normalized form");
    let (before, after) = text.split_at(from);
    let end = if kind == "html" {
        "</script>"
    } else {
        "</wp:meta_value>"
    };
    let (_, after) = after.split_once(end).unwrap();
    match kind {
        "html" => format!("{before}{after}"),
        _ => format!("{before}<wp:meta_key>x</wp:meta_key>{after}"),
    }
}

/// What docs/export.md says that an edited export keeps, field by field; white space is layout.
fn kept(article: &Article) -> Vec<(String, String)> {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let moment =
        |moment: Option<&Moment>| moment.map_or_else(String::new, |one| format!("{one:?}"));
    let mut all: Vec<(String, String)> = [
        ("uri", article.uri.clone()),
        ("headline", article.headline.clone()),
        ("byline", article.by.clone()),
        ("date", moment(article.created.as_ref())),
        ("source date", article.source_date.clone()),
        ("url", article.url.clone()),
        ("language", article.language.clone()),
        ("id", article.record_id.clone()),
        ("contributors", format!("{:?}", article.contributors)),
    ]
    .map(|(name, said)| (name.to_owned(), said))
    .to_vec();
    let blocks = article.blocks.iter().map(|block| match block {
        Block::Text(text) => ("paragraph".to_owned(), text.clone()),
        Block::Photo(id) => ("place".to_owned(), article.photo(*id).unwrap().name.clone()),
    });
    all.extend(blocks);
    for photo in &article.photos {
        let name = &photo.name;
        all.push((format!("{name} uri"), photo.uri.clone()));
        for field in TextField::ALL {
            all.push((
                format!("{name} {}", field.name()),
                photo.text(field).to_owned(),
            ));
        }
        all.push((format!("{name} creators"), format!("{:?}", photo.creators)));
        all.push((format!("{name} sources"), format!("{:?}", photo.sources)));
        all.push((format!("{name} date"), moment(photo.created.as_ref())));
        let image = photo.image.clone().unwrap_or_default();
        all.push((format!("{name} picture"), image.path + &image.href));
    }
    all.into_iter()
        .map(|(name, said)| (name, folded(&said)))
        .collect()
}

/// What an article that came back does not say as it went out.
fn differences(back: &Article, article: &Article) -> Vec<String> {
    let (back, out) = (kept(back), kept(article));
    let changes = similar::capture_diff_slices(similar::Algorithm::Myers, &out, &back);
    let changes = changes
        .iter()
        .filter(|change| change.tag() != similar::DiffTag::Equal);
    changes
        .map(|change| {
            let (out, back) = (&out[change.old_range()], &back[change.new_range()]);
            format!("{out:?} came back as {back:?}")
        })
        .collect()
}

/// A sheet whose rows carry the marks of another: as if its cells had been edited.
fn marked_as(sheet: &str, other: &str) -> String {
    let records = |text: &str| -> Vec<csv::StringRecord> {
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        reader.into_records().map(Result::unwrap).collect()
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    for (record, marked) in records(sheet).iter().zip(&records(other)) {
        let last = record.len() - 1;
        let cells = record.iter().take(last).chain(marked.get(last));
        writer.write_record(cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

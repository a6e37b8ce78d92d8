//! Files that are broken, hostile or of another kind than they look: a clear refusal with its
//! place, or an article; never a panic, and never long.

use std::time::{Duration, Instant};

use cutline::credit::Lexicon;
use cutline::formats;

fn error(name: &str, text: &str) -> String {
    match formats::read(name, text.as_bytes(), &Lexicon::built_in()) {
        Ok(document) => panic!("{name} was taken for {}", document.format.name),
        Err(error) => error.to_string(),
    }
}

#[test]
fn xml_that_could_do_harm_is_refused_with_its_place() {
    let entities = "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf [\n  <!ENTITY a \"aaaaaaaaaa\">\n  <!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\n]>\n<nitf><body><body.content><p>&b;</p></body.content></body></nitf>";
    let file = "<!DOCTYPE nitf [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><nitf><body><body.content><p>&f;</p></body.content></body></nitf>";
    let deep = format!(
        "<nitf>{}{}</nitf>",
        "<block>".repeat(10_000),
        "</block>".repeat(10_000)
    );
    let deep_item = format!("<newsItem>{}", "<group>".repeat(10_000));
    for (name, text, place, reason) in [
        (
            "entities.xml",
            entities,
            "line 3, column 3",
            "entities of its own",
        ),
        ("file.xml", file, "line 1, column 17", "entities of its own"),
        (
            "deep.xml",
            &deep,
            "line 1, column",
            "nested deeper than 256",
        ),
        ("deep-item.xml", &deep_item, "line 1, column", "not XML"),
        (
            "cut.xml",
            "<newsItem guid=\"a\">\n<itemMeta>",
            "line 2, column",
            "not XML",
        ),
        (
            "cut-type.xml",
            "<!DOCTYPE nitf [ <nitf/>",
            "of no kind that is read",
            "NITF",
        ),
        (
            "other.xml",
            "<?xml version=\"1.0\"?>
<feed><entry>A</entry></feed>",
            "of no kind that is read",
            "NITF",
        ),
        (
            "unknown.xml",
            "<nitf><body><body.content><p>&eacute;</p></body.content></body></nitf>",
            "line 1, column 30",
            "eacute",
        ),
        (
            "wrong.xml",
            "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\">\n<channel></item></rss>",
            "line 2",
            "not XML",
        ),
    ] {
        let said = error(name, text);
        assert!(said.contains(place), "{name}: {said}");
        assert!(said.contains(reason), "{name}: {said}");
    }
}

#[test]
fn a_document_type_of_a_file_is_not_fetched_and_said() {
    let text = "<!DOCTYPE nitf PUBLIC \"-//IPTC//DTD NITF 3.4//EN\" \"http://example.org/nitf.dtd\">\n<nitf><body><body.content><p>The ferry came back.</p></body.content></body></nitf>";
    let document =
        formats::read("a.xml", text.as_bytes(), &Lexicon::built_in()).expect("an article");
    let read = document.into_first().expect("an article");
    assert_eq!(
        read.notes,
        ["line 1: its document type wants the file http://example.org/nitf.dtd, which is not read"]
    );
    let plain = "<!DOCTYPE nitf>\n<nitf><body><body.content><p>The ferry came back.</p></body.content></body></nitf>";
    let document =
        formats::read("a.xml", plain.as_bytes(), &Lexicon::built_in()).expect("an article");
    assert!(document.articles.iter().all(|read| read.notes.is_empty()));
}

#[test]
fn json_without_an_article_or_too_deep_is_refused() {
    let deep = format!(
        "{{\"text\": {}1{}}}",
        "[".repeat(10_000),
        "]".repeat(10_000)
    );
    for (name, text, said) in [
        ("deep.json", deep.as_str(), "recursion limit"),
        (
            "cut.json",
            "{\"uri\": \"http://example.org/1\", \"type\": \"text\",",
            "ends too early",
        ),
        (
            "none.json",
            "{\"title\": \"Only a title\"}",
            "no article text",
        ),
        (
            "types.json",
            "{\"text\": {\"a\": 1}, \"images\": [1, null, {}]}",
            "no article text",
        ),
        (
            "list.json",
            "[{\"note\": \"no article\"}, 5]",
            "no article text",
        ),
        ("numbers.json", "[1, 2]", "no object"),
    ] {
        let error = error(name, text);
        assert!(error.contains(said), "{name}: {error}");
    }
}

#[test]
fn a_list_leaves_out_what_is_no_article_and_says_so() {
    let text = r#"[{"text": "One."}, {"note": "none"}, "nor this", {"text": "Two."}]"#;
    let document =
        formats::read("list.json", text.as_bytes(), &Lexicon::built_in()).expect("articles");
    assert_eq!(document.articles.len(), 2);
    let notes = &document.articles[0].notes;
    assert!(notes[0].starts_with("record 2 is left out"), "{notes:?}");
    assert!(notes[1].starts_with("record 3 is left out"), "{notes:?}");
}

#[test]
fn values_of_wrong_types_are_kept_and_panic_nowhere() {
    for (name, text) in [
        (
            "superdesk.json",
            r#"{"guid": "a", "type": "text", "body_html": 5, "byline": {"a": 1}, "associations": [1, null, {"type": "picture", "renditions": [[], {}]}, "x"], "urgency": "high", "versioncreated": "soon", "headline": ["a"], "renditions": {"a": null, "b": 3}, "altids": {"a": [1]}}"#,
        ),
        (
            "ap.json",
            r#"{"data": {"item": {"altids": {"itemid": 1, "etag": 2}, "type": "picture", "photographer": {"name": 5}, "description_caption": ["a"], "bylines": [1]}}}"#,
        ),
        (
            "ans.json",
            r#"{"type": "story", "content_elements": [1, null, {"type": 5}, {"type": "image", "url": 7, "credits": {"by": [1, {"name": []}]}}, {"type": "gallery", "content_elements": {}}], "headlines": "x", "promo_items": [], "credits": 1}"#,
        ),
        (
            "wp.json",
            r#"{"title": {"rendered": 1}, "content": {"rendered": []}, "_embedded": {"wp:featuredmedia": [5, {"source_url": 1}], "author": "x"}}"#,
        ),
        (
            "newsml.xml",
            "<newsItem><itemMeta><itemClass/></itemMeta><contentMeta><creator/><urgency>x</urgency></contentMeta><contentSet><remoteContent/><remoteContent href=''/><inlineXML/></contentSet></newsItem>",
        ),
        (
            "nitf.xml",
            "<nitf><head/><body><body.content><media/><media><media-reference/></media><p/></body.content></body></nitf>",
        ),
    ] {
        let document = formats::read(name, text.as_bytes(), &Lexicon::built_in());
        let document = document.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_ne!(document.format.name, "JSON record", "{name}");
        assert_ne!(document.format.name, "plain text", "{name}");
    }
}

#[test]
fn every_beginning_of_a_file_is_read_or_refused() {
    let folder = format!("{}/tests/formats/files", env!("CARGO_MANIFEST_DIR"));
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let name = path.file_name().unwrap().to_string_lossy();
        for part in 1..24 {
            let end = text.floor_char_boundary(text.len() * part / 24);
            // Only that it comes back matters.
            let _ = formats::read(&name, &text.as_bytes()[..end], &Lexicon::built_in());
        }
    }
}

#[test]
fn hostile_repetition_takes_time_by_its_length() {
    let many = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    let post = |content: &str| {
        format!(
            "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><item><title>A</title><wp:post_type>post</wp:post_type><content:encoded><![CDATA[{content}]]></content:encoded></item></channel></rss>"
        )
    };
    let size = 400_000;
    for (name, text) in [
        ("captions.xml", post(&many("[caption]", size))),
        ("galleries.xml", post(&many("[gallery ", size))),
        ("images.xml", post(&many("<!-- wp:image ", size))),
        ("types.xml", format!("<!DOCTYPE nitf {}", many("[", size))),
        ("comments.xml", many("<!---->", size)),
        (
            "items.xml",
            format!(
                "<newsMessage>{}</newsMessage>",
                many(
                    "<newsItem guid=\"a\"><link residref=\"a\"/></newsItem>",
                    size
                )
            ),
        ),
        (
            "refs.xml",
            format!(
                "<newsMessage><packageItem>{}</packageItem></newsMessage>",
                many("<itemRef residref=\"a\"/>", size)
            ),
        ),
        (
            "paragraphs.xml",
            format!(
                "<nitf><body><body.content>{}</body.content></body></nitf>",
                many("<p>a</p>", size)
            ),
        ),
        (
            "superdesk.json",
            format!(
                "{{\"guid\": \"a\", \"type\": \"text\", \"versioncreated\": \"\", \"associations\": [{}{{}}]}}",
                many("{\"type\": \"picture\", \"renditions\": {}},", size)
            ),
        ),
        (
            "records.json",
            format!(
                "{{\"text\": \"A.\", \"images\": [{}\"\"]}}",
                many(
                    "{\"url\": \"http://example.org/a\", \"caption\": \"a\"},",
                    size
                )
            ),
        ),
    ] {
        let start = Instant::now();
        let _ = formats::read(name, text.as_bytes(), &Lexicon::built_in());
        let took = start.elapsed();
        assert!(took < Duration::from_secs(20), "{name} took {took:?}");
    }
}

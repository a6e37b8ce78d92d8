//! What every format of wires, newsroom systems and crawlers is held to: nothing that a source said
//! is lost, and what is written is normalized ninjs 3.1.

use std::collections::BTreeMap;

use cutline::credit::Lexicon;
use cutline::formats::{self, Document, ninjs};
use cutline::model::{Moment, Provenance};
use serde_json::Value;

use crate::support::shared;

/// Invented files, one of each kind and dialect.
const FILES: &[&str] = &[
    "record-images.json",
    "record-fundus.json",
    "record-html.json",
    "record-wrong-types.json",
    "records.json",
    "ninjs-1.json",
    "ninjs-2.json",
    "ninjs-picture.json",
    "superdesk.json",
    "superdesk-list.json",
    "newsml-picture.xml",
    "newsml-package.xml",
    "newsml-text.xml",
    "nitf.xml",
    "ap-media.json",
    "ans.json",
    "wordpress.xml",
    "wordpress-posts.json",
];

fn fixture(name: &str) -> String {
    let path = format!("{}/tests/formats/files/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn document(name: &str, text: &str) -> Document {
    formats::read(name, text.as_bytes(), &Lexicon::built_in())
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn each_kind_of_file_is_read_as_it_says() {
    for name in FILES {
        let document = document(name, &fixture(name));
        let mut seen = format!("{}\n", document.format.name);
        for read in &document.articles {
            for note in &read.notes {
                seen.extend(["note: ", note, "\n"]);
            }
            seen.push_str(&ninjs::to_string(&ninjs::write(&read.article)));
        }
        insta::assert_snapshot!(name.replace('.', "-"), seen);
    }
}

#[test]
fn no_text_of_a_source_is_lost() {
    for name in FILES {
        let text = fixture(name);
        let lost = lost(name, &text);
        assert!(lost.is_empty(), "{name} lost {lost:#?}");
    }
}

#[test]
fn what_is_written_is_of_the_profile_and_reads_the_same() {
    let schema: Value = serde_json::from_str(ninjs::SCHEMA).expect("JSON");
    let profile = jsonschema::validator_for(&schema).expect("a schema");
    for name in FILES {
        assert_valid(&profile, name, &fixture(name));
    }
}

#[test]
fn each_article_of_a_file_has_its_own_identity() {
    for name in FILES {
        let document = document(name, &fixture(name));
        let photos = document
            .articles
            .iter()
            .flat_map(|read| &read.article.photos);
        let articles = document
            .articles
            .iter()
            .map(|read| read.article.uri.as_str());
        let mut all: Vec<&str> = photos
            .map(|photo| photo.uri.as_str())
            .chain(articles)
            .collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "{name}");
        assert!(
            document.articles.iter().all(|read| !read.name.is_empty()),
            "{name}"
        );
    }
}

#[test]
#[ignore = "needs CUTLINE_SHARED, the shared material"]
fn real_files_lose_nothing_and_are_valid_ninjs() {
    let load = |name: &str| -> Value {
        let path = shared().join("schema").join(name);
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let (geo, schema) = (load("GeoJSON-schema.json"), load("ninjs-schema_3.1.json"));
    let registry = jsonschema::Registry::new()
        .add("https://geojson.org/schema/GeoJSON.json", &geo)
        .expect("a resource");
    let registry = registry.prepare().expect("a registry");
    let three = jsonschema::options()
        .with_registry(&registry)
        .build(&schema)
        .expect("a schema");
    for name in FILES {
        assert_valid(&three, name, &fixture(name));
    }
    for folder in ["ninjs", "newsml-g2", "superdesk", "wordpress"] {
        let mut paths: Vec<_> = std::fs::read_dir(shared().join("real").join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| {
                path.extension()
                    .is_some_and(|end| end == "json" || end == "xml")
            })
            .collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            report(folder, &name, &text);
            assert_valid(&three, &name, &text);
            let lost = lost(&name, &text);
            assert!(lost.is_empty(), "{name} lost {lost:#?}");
        }
    }
}

/// A row of the table of what real files were taken for.
#[allow(
    clippy::print_stdout,
    reason = "the table is seen where the test is run to see it"
)]
fn report(folder: &str, name: &str, text: &str) {
    let document = document(name, text);
    for read in &document.articles {
        let article = &read.article;
        let count = |has: fn(&cutline::model::Photo) -> bool| {
            article.photos.iter().filter(|photo| has(photo)).count()
        };
        println!(
            "| {folder}/{name} | {} | {} | {} | {} | {} | {} | {} |",
            document.format.name,
            read.name.chars().take(50).collect::<String>(),
            article.photos.len(),
            count(|photo| !photo.caption.is_empty()),
            count(|photo| !photo.credit_line.is_empty()),
            article
                .source_fields
                .keys()
                .cloned()
                .collect::<Vec<_>>()
                .join(" "),
            read.notes.join("; "),
        );
    }
}

fn assert_valid(validator: &jsonschema::Validator, name: &str, text: &str) {
    for read in document(name, text).articles {
        let item = ninjs::write(&read.article);
        let errors: Vec<_> = validator
            .iter_errors(&item)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
        let again = ninjs::read(&item, &Provenance::default(), &Lexicon::built_in());
        assert_eq!(
            ninjs::to_string(&ninjs::write(&again)),
            ninjs::to_string(&item),
            "{name}: normalizing twice"
        );
    }
}

/// Places whose values are said otherwise, and how.
const SAID_OTHERWISE: [(&str, &str); 7] = [
    ("/top_image", "the first of the images, whose address it is"),
    ("/bodies/role", "the body that is shown has the role main"),
    (
        "/bodies/charCount",
        "counts of a body that may be edited are left out",
    ),
    ("/type", "types have one name in ninjs"),
    ("/scheme", "with the code one uri"),
    ("/featured_media", "the id of the picture that is embedded"),
    ("/item/creator/", "the login of the author, who is named"),
];

/// Running text, in which inline elements cut words out of sentences.
const PROSE: [&str; 3] = ["/inlineXML/", "/body.content/", "/body.head/"];

/// The values of a source that are not in what is written as often as the source says them, each with
/// its place. A value counts where it stands whole: as a value or as a line of one; a sentence also
/// within another.
fn lost(name: &str, text: &str) -> Vec<String> {
    let mut written = Vec::new();
    for read in document(name, text).articles {
        said_in("", &ninjs::write(&read.article), &mut written);
    }
    let written: Vec<String> = written
        .iter()
        .flat_map(|(_, text)| {
            let named = text.split([',', ';']).map(folded);
            let parts = lines_of(text).into_iter().chain(named);
            std::iter::once(folded(text)).chain(parts.filter(|part| *part != folded(text)))
        })
        .map(|text| spelled(&text))
        .collect();
    let mut there: BTreeMap<&str, usize> = BTreeMap::new();
    for text in &written {
        *there.entry(text).or_default() += 1;
    }
    let mut said = Vec::new();
    match serde_json::from_str::<Value>(text) {
        Ok(value) => said_in("", &value, &mut said),
        Err(_) => said_in_xml(text, &mut said),
    }
    let mut wanted: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let is_same = |place: &str| !SAID_OTHERWISE.iter().any(|(end, _)| place.ends_with(end));
    for (place, text) in said.iter().filter(|(place, _)| is_same(place)) {
        let lines = lines_of(text);
        let is_whole = there.contains_key(folded(text).as_str());
        let parts = if lines.is_empty() || is_whole {
            vec![folded(text)]
        } else {
            lines
        };
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            wanted.entry(spelled(&part)).or_default().push(place);
        }
    }
    let mut lost = Vec::new();
    for (value, places) in wanted {
        let whole = there.get(value.as_str()).copied().unwrap_or_default();
        let is_prose = |place: &&str| PROSE.iter().any(|prose| place.contains(prose));
        let is_sentence = value.contains(' ') || places.iter().any(is_prose);
        let within = || {
            written
                .iter()
                .map(|text| text.matches(&value).count())
                .sum()
        };
        let count: usize = if is_sentence { within() } else { whole };
        if count < places.len() {
            lost.push(format!(
                "{value:?} {count} of {} at {places:?}",
                places.len()
            ));
        }
    }
    lost
}

/// The lines of a text of several.
fn lines_of(text: &str) -> Vec<String> {
    if text.trim().contains('\n') {
        text.lines()
            .map(folded)
            .filter(|line| !line.is_empty())
            .collect()
    } else {
        Vec::new()
    }
}

/// A date in the one spelling that ninjs has.
fn spelled(text: &str) -> String {
    Moment::parse(text).map_or_else(|| text.to_owned(), |moment| moment.date_time)
}

/// White space is no text.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every value of a JSON value with its place, also of JSON kept as a string.
fn said_in(place: &str, value: &Value, all: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => match serde_json::from_str::<Value>(text) {
            Ok(inner @ Value::Object(_)) => said_in(place, &inner, all),
            _ => all.push((place.to_owned(), text.clone())),
        },
        Value::Array(entries) => entries.iter().for_each(|entry| said_in(place, entry, all)),
        Value::Object(members) => {
            for (name, member) in members {
                said_in(&format!("{place}/{name}"), member, all);
            }
        }
        Value::Number(number) => all.push((place.to_owned(), number.to_string())),
        _ => {}
    }
}

fn said_in_xml(text: &str, all: &mut Vec<(String, String)>) {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    let document = roxmltree::Document::parse_with_options(text, options).expect("XML");
    let place = |node: roxmltree::Node<'_, '_>| {
        let mut names: Vec<&str> = node
            .ancestors()
            .map(|node| node.tag_name().name())
            .collect();
        names.reverse();
        names.join("/")
    };
    for node in document
        .descendants()
        .filter(|node| !is_part_of_a_site(*node))
    {
        if node.is_text() {
            all.push((place(node), node.text().unwrap_or_default().to_owned()));
        }
        let attributes = node.attributes();
        all.extend(attributes.map(|attribute| {
            let name = format!("{}@{}", place(node), attribute.name());
            (name, attribute.value().to_owned())
        }));
    }
}

/// Of an export of a site only its posts and media are articles' texts: not its menus, as a note says,
/// nor its lists of authors, categories and tags.
fn is_part_of_a_site(node: roxmltree::Node<'_, '_>) -> bool {
    let mut above = node.ancestors();
    match above.find(|node| matches!(node.tag_name().name(), "item" | "rss")) {
        Some(item) if item.has_tag_name("item") => {
            let mut children = item.children();
            children.any(|child| {
                child.tag_name().name() == "post_type" && child.text() == Some("nav_menu_item")
            })
        }
        Some(_) => true,
        None => false,
    }
}

//! ninjs 3.x files of others: their tree is kept.

use cutline::credit::Lexicon;
use cutline::edit::Edit;
use cutline::formats::{self, ninjs};
use cutline::model::{Provenance, TextField};
use serde_json::Value;

use crate::support::shared;

const STRANGER: &str = r#"{
    "uri": "http://example.com/text/1",
    "type": "text",
    "x-house": {"desk": 7},
    "profile": "PUBL",
    "urgency": 3.0,
    "headlines": [{"value": "A quay in Torvik", "role": "main"}],
    "bodies": [{"value": "One.\nTwo.", "contentType": "text/plain", "charCount": 9, "role": "text"}],
    "associations": [
        {"name": "v1", "uri": "http://example.com/video/1", "type": "video"},
        {"by": "Petra Vik/TT", "name": "a001", "uri": "http://example.com/image/1", "type": "picture",
         "descriptions": [{"value": "Fishermen mend their nets."}],
         "subjects": [{"name": "sea"}],
         "renditions": [
            {"name": "r0", "title": "Preview", "href": "https://example.com/small.jpg", "width": 100, "height": 50},
            {"name": "r1", "title": "Hires", "href": "https://example.com/large.jpg", "width": 1000, "height": 500}]}
    ]
}"#;

fn read(text: &str) -> formats::Read {
    formats::read("stranger.json", text.as_bytes(), &Lexicon::built_in())
        .expect("ninjs")
        .into_first()
        .expect("an article")
}

#[test]
fn opened_and_saved_without_an_edit_it_is_the_same_value() {
    let read = read(STRANGER);
    let tree = read.tree.expect("a stranger's tree");
    let saved = tree.to_string(&tree.updated(&read.article, &read.article));
    let expected: Value = serde_json::from_str(STRANGER).unwrap();
    assert_eq!(saved, tree.to_string(&expected));
    assert!(
        saved.contains("\n    \"urgency\": 3.0,"),
        "number spelling and indent stay: {saved}"
    );
}

#[test]
fn an_edit_sets_only_its_own_member() {
    let read = read(STRANGER);
    let tree = read.tree.expect("a stranger's tree");
    let mut edited = read.article.clone();
    let photo = edited.photos[0].id;
    for (field, text) in [
        (TextField::Caption, "Fishermen mend nets."),
        (TextField::CreditLine, "Petra Vik/NTB"),
    ] {
        Edit::SetText {
            photo,
            field,
            text: text.into(),
        }
        .apply(&mut edited)
        .unwrap();
    }
    let saved = tree.updated(&read.article, &edited);
    let mut expected: Value = serde_json::from_str(STRANGER).unwrap();
    expected["associations"][1]["descriptions"] = serde_json::json!([
        {"value": "Fishermen mend nets."},
        {"role": "creditline", "contentType": "text/plain", "value": "Petra Vik/NTB"}
    ]);
    assert_eq!(saved, expected);
}

#[test]
fn its_by_is_read_like_any_credit() {
    let article = read(STRANGER).article;
    let photo = &article.photos[0];
    assert_eq!(photo.credit_line, "Petra Vik/TT");
    assert_eq!(photo.creators, ["Petra Vik"]);
    assert_eq!(
        photo.image.as_ref().map(|image| image.href.as_str()),
        Some("https://example.com/large.jpg")
    );
}

#[test]
fn the_normalized_form_keeps_what_ninjs_has_a_place_for() {
    let article = read(STRANGER).article;
    let normal = ninjs::write(&article);
    assert_eq!(normal["profile"], "cutline-1");
    assert_eq!(normal["associations"][0]["subjects"][0]["name"], "sea");
    let fields = normal["altIds"]
        .as_array()
        .unwrap()
        .iter()
        .find(|id| id["role"] == "source-fields")
        .unwrap();
    let fields: Value = serde_json::from_str(fields["value"].as_str().unwrap()).unwrap();
    assert_eq!(fields["x-house"]["desk"], 7);
    assert_eq!(fields["profile"], "PUBL");
    assert_eq!(normal["bodies"][0]["value"], "One.\n\nTwo.");
    let again = ninjs::read(&normal, &Provenance::default(), &Lexicon::built_in());
    assert_eq!(ninjs::write(&again), normal);
}

#[test]
fn photos_added_removed_and_moved_leave_the_rest_in_place() {
    let read = read(STRANGER);
    let tree = read.tree.expect("a stranger's tree");
    let mut edited = read.article.clone();
    let first = edited.photos[0].id;
    let (_, edits) = cutline::edit::add_photo(
        &edited,
        None,
        "urn:uuid:00000000-0000-4000-8000-000000000001",
    );
    let edits = edits.into_iter().chain(
        cutline::edit::remove_photo(&read.article, first)
            .into_iter()
            .take(1),
    );
    for edit in edits {
        edit.apply(&mut edited).unwrap();
    }
    let saved = tree.updated(&read.article, &edited);
    let names: Vec<_> = saved["associations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| node["name"].clone())
        .collect();
    assert_eq!(names, ["v1", "photo-1"]);
}

#[test]
#[ignore = "needs CUTLINE_SHARED, the shared material"]
fn every_real_file_saves_as_it_came() {
    let mut count = 0;
    for entry in std::fs::read_dir(shared().join("real/ninjs")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        if !ninjs::is_three(&value) || !path.file_name().unwrap().to_string_lossy().starts_with('3')
        {
            continue;
        }
        let read = read(&text);
        let tree = read.tree.expect("a stranger's tree");
        let saved = tree.to_string(&tree.updated(&read.article, &read.article));
        assert_eq!(
            saved.trim_end(),
            tree.to_string(&value).trim_end(),
            "{}",
            path.display()
        );
        assert_eq!(serde_json::from_str::<Value>(&saved).unwrap(), value);
        count += 1;
    }
    assert_eq!(count, 3, "the real ninjs 3 files");
}

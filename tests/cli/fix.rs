//! `cutline fix`, and what saving leaves on disk.

use serde_json::Value;

use crate::support::{FERRY, cutline, folder_with, names, ran};

#[test]
fn it_saves_beside_the_source_what_clean_prints() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let (cleaned, _, _) = ran(cutline().arg("clean").arg(folder.path()));
    let (out, err, code) = ran(cutline().arg("fix").arg(folder.path()));
    assert_eq!((out.as_str(), code), ("", 0), "{err}");
    assert_eq!(names(folder.path()), ["ferry.ninjs.json", "ferry.txt"]);
    assert_eq!(
        std::fs::read_to_string(folder.path().join("ferry.ninjs.json")).unwrap(),
        cleaned
    );
    assert_eq!(
        std::fs::read_to_string(folder.path().join("ferry.txt")).unwrap(),
        FERRY
    );
}

#[test]
fn diff_shows_and_changes_nothing() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let (out, _, code) = ran(cutline().args(["fix", "--diff"]).arg(folder.path()));
    assert_eq!(code, 0);
    assert!(
        out.contains("credit-repeated") && out.contains("[-"),
        "{out}"
    );
    assert_eq!(names(folder.path()), ["ferry.txt"]);
}

#[test]
fn a_taken_name_is_left_alone() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    std::fs::write(folder.path().join("ferry.ninjs.json"), "{\"mine\": true}").unwrap();
    assert_eq!(
        ran(cutline().arg("fix").arg(folder.path().join("ferry.txt"))).2,
        0
    );
    assert_eq!(
        names(folder.path()),
        ["ferry.ninjs.json", "ferry.txt", "ferry.txt.ninjs.json"]
    );
    let mine = std::fs::read_to_string(folder.path().join("ferry.ninjs.json")).unwrap();
    assert_eq!(mine, "{\"mine\": true}");
}

#[test]
fn a_strangers_file_is_saved_in_place_and_kept_as_it_was() {
    let stranger = r#"{
  "uri": "http://example.com/1",
  "type": "text",
  "associations": [
    {"name": "p", "uri": "http://example.com/2", "type": "picture",
     "descriptions": [{"role": "caption", "value": "A  quay."}]}
  ],
  "bodies": [{"value": "One."}],
  "urgency": 1.50
}"#;
    let folder = folder_with("item.json", stranger.as_bytes());
    for backups in [
        vec!["item.json", "item.json.bak"],
        vec!["item.json", "item.json.bak"],
    ] {
        assert_eq!(
            ran(cutline().arg("fix").arg(folder.path().join("item.json"))).2,
            0
        );
        assert_eq!(names(folder.path()), backups);
    }
    assert_eq!(
        std::fs::read_to_string(folder.path().join("item.json.bak")).unwrap(),
        stranger
    );
    let saved = std::fs::read_to_string(folder.path().join("item.json")).unwrap();
    let mut expected: Value = serde_json::from_str(stranger).unwrap();
    expected["associations"][0]["descriptions"][0]["value"] = "A quay.".into();
    assert_eq!(serde_json::from_str::<Value>(&saved).unwrap(), expected);
    assert!(saved.contains("1.50"), "{saved}");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_bundle_is_told_and_left_alone() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let other = folder_with("ours.json", b"");
    let (cleaned, _, _) = ran(cutline().args(["clean", "--as-is"]).arg(folder.path()));
    let target = other.path().join("ours.json");
    std::fs::write(&target, &cleaned).unwrap();
    std::os::unix::fs::symlink(&target, folder.path().join("ferry.ninjs.json")).unwrap();
    let (_, err, code) = ran(cutline().arg("fix").arg(folder.path().join("ferry.txt")));
    assert_eq!(code, 0, "{err}");
    assert!(
        err.contains("outside the bundle") && err.contains("ours.json"),
        "{err}"
    );
    assert!(
        err.contains("saved in") && err.contains("ferry.txt.ninjs.json"),
        "{err}"
    );
    assert_eq!(std::fs::read_to_string(&target).unwrap(), cleaned);
}

/// A stranger's file with one photo.
fn item(caption: &str, credit: &str) -> String {
    serde_json::json!({
        "uri": "http://example.com/1",
        "type": "text",
        "standard": { "name": "ninjs", "version": "3.1" },
        "associations": [{
            "name": "p", "uri": "http://example.com/2", "type": "picture",
            "descriptions": [
                { "role": "caption", "value": caption },
                { "role": "creditline", "value": credit },
            ],
        }],
    })
    .to_string()
}

#[test]
fn diff_shows_each_field_that_a_fix_changes_marked_without_colour_too() {
    let text = item("Nets dry in Torvik. NO SALES", "(AP Photo/Ana Maric)");
    let folder = folder_with("item.json", text.as_bytes());
    let diff = |color: &str| {
        let mut command = cutline();
        command.args(["fix", "--diff", "--color", color]);
        let (out, _, code) = ran(command.arg(folder.path()));
        assert_eq!(code, 0);
        out
    };
    let plain = diff("never");
    assert_eq!(plain.matches("item.json: p\n").count(), 1, "{plain}");
    for line in [
        "  Caption [terms-in-caption]\n    Nets dry in Torvik.[- NO SALES-]\n",
        "  Usage terms [terms-in-caption]\n    {+NO SALES+}\n",
        "  Credit line [credit-label-in-line]\n    [-(-]AP Photo/Ana Maric[-)-]\n",
    ] {
        assert!(plain.contains(line), "{plain}");
    }
    assert_eq!(diff("auto"), plain, "no terminal, no colour");
    let coloured = diff("always");
    assert!(coloured.contains("\u{1b}[31m[-(-]\u{1b}[0m"), "{coloured}");
}

#[test]
fn a_house_has_its_credits_written_in_its_own_style() {
    let text = item("Nets dry in Torvik.", "REUTERS/Ana Maric");
    let folder = folder_with("item.json", text.as_bytes());
    let settings = folder_with(
        "cutline.toml",
        b"[style]\ncredit = \"{creator} | {source}\"\nagency-names = \"canonical\"\n",
    );
    let settings = settings.path().join("cutline.toml");
    let (_, err, code) = ran(cutline()
        .env("CUTLINE_CONFIG", &settings)
        .arg("fix")
        .arg(folder.path()));
    assert_eq!(code, 0, "{err}");
    let saved = std::fs::read_to_string(folder.path().join("item.json")).unwrap();
    assert!(saved.contains("Ana Maric | Reuters"), "{saved}");
    std::fs::write(&settings, "[style]\ncredits = \"{creator}\"\n").unwrap();
    let mut command = cutline();
    command.env("CUTLINE_CONFIG", &settings).arg("fix");
    let (_, err, code) = ran(command.arg(folder.path()));
    assert_ne!(code, 0);
    assert!(err.contains("did you mean \"credit\"?"), "{err}");
}

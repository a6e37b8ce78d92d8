//! `cutline clean`.

use serde_json::Value;

use crate::support::{FERRY, cutline, folder_with, names, ran};

#[test]
fn one_article_goes_to_stdout_and_its_folder_stays_as_it_was() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let (out, _, code) = ran(cutline().arg("clean").arg(folder.path().join("ferry.txt")));
    assert_eq!(code, 0);
    let item: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        item["associations"][0]["descriptions"][1]["value"],
        "AP Photo/Ana Maric"
    );
    assert_eq!(names(folder.path()), ["ferry.txt"]);
}

#[test]
fn as_is_keeps_the_credit_as_printed() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let (out, _, _) = ran(cutline().arg("clean").arg("--as-is").arg(folder.path()));
    let item: Value = serde_json::from_str(&out).unwrap();
    let credit = &item["associations"][0]["descriptions"][1]["value"];
    assert_eq!(
        credit,
        "(AP Photo/Ana Maric) Credit: Ana Maric Credit: Ana Maric"
    );
}

#[test]
fn several_articles_need_a_folder_to_go_to() {
    let folder = folder_with("a.txt", FERRY.as_bytes());
    std::fs::write(folder.path().join("b.txt"), FERRY).unwrap();
    let (out, err, code) = ran(cutline().arg("clean").arg(folder.path()));
    assert_eq!((out.as_str(), code), ("", 2));
    assert!(err.contains("--out DIR"), "{err}");
    let out = tempfile::tempdir().unwrap();
    let (_, _, code) = ran(cutline()
        .arg("clean")
        .arg(folder.path())
        .arg("--out")
        .arg(out.path()));
    assert_eq!(code, 0);
    assert_eq!(names(out.path()), ["a.ninjs.json", "b.ninjs.json"]);
    assert_eq!(names(folder.path()), ["a.txt", "b.txt"]);
}

#[test]
fn what_cutline_did_not_make_is_not_overwritten() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let out = folder_with("ferry.ninjs.json", b"mine");
    let (_, err, code) = ran(cutline()
        .arg("clean")
        .arg(folder.path())
        .arg("--out")
        .arg(out.path()));
    assert_eq!(code, 1);
    assert!(err.contains("not overwritten"), "{err}");
    assert_eq!(
        std::fs::read(out.path().join("ferry.ninjs.json")).unwrap(),
        b"mine"
    );
}

#[test]
fn its_own_output_stays_the_same() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let (once, _, _) = ran(cutline().arg("clean").arg(folder.path()));
    let other = folder_with("x.json", once.as_bytes());
    let (again, _, code) = ran(cutline().arg("clean").arg(other.path()));
    assert_eq!((again, code), (once, 0));
}

#[test]
fn a_source_newer_than_its_saved_file_is_refused_until_asked_for() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    assert_eq!(ran(cutline().arg("fix").arg(folder.path())).2, 0);
    std::fs::write(
        folder.path().join("ferry.txt"),
        FERRY.replace("four", "five"),
    )
    .unwrap();
    let (out, err, code) = ran(cutline().arg("clean").arg(folder.path()));
    assert_eq!((out.as_str(), code), ("", 1));
    assert!(
        err.contains("changed since") && err.contains("--from-source"),
        "{err}"
    );
    let (out, _, code) = ran(cutline()
        .arg("clean")
        .arg("--from-source")
        .arg(folder.path()));
    assert_eq!(code, 0);
    assert!(out.contains("five days"));
}

#[test]
fn every_rule_explains_itself_and_the_schema_is_printed() {
    let (list, _, _) = ran(cutline().arg("rule"));
    assert!(list.lines().count() >= 13, "{list}");
    let (page, _, code) = ran(cutline().args(["rule", "credit-repeated"]));
    assert_eq!(code, 0);
    assert!(
        page.contains("Why: ") && page.contains("Source: "),
        "{page}"
    );
    assert_eq!(ran(cutline().args(["rule", "no-such-rule"])).2, 2);
    let (schema, _, _) = ran(cutline().arg("schema"));
    serde_json::from_str::<Value>(&schema).unwrap();
}

#[test]
fn two_sources_of_one_name_are_both_written() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let record = serde_json::json!({ "text": FERRY.replace("Torvik", "Aldhaven") });
    std::fs::write(folder.path().join("ferry.json"), record.to_string()).unwrap();
    let out = folder.path().join("out");
    let (_, errors, code) = ran(cutline()
        .arg("clean")
        .arg(folder.path())
        .arg("--out")
        .arg(&out));
    assert_eq!((errors.as_str(), code), ("", 0));
    assert_eq!(names(&out), ["ferry.ninjs.json", "ferry.txt.ninjs.json"]);
}

#[test]
fn reading_the_source_anew_never_replaces_a_saved_file() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    ran(cutline().arg("fix").arg(folder.path()));
    let saved = folder.path().join("ferry.ninjs.json");
    let before = std::fs::read(&saved).unwrap();
    let (_, errors, code) = ran(cutline()
        .args(["clean", "--from-source", "--as-is"])
        .arg(folder.path())
        .arg("--out")
        .arg(folder.path()));
    assert_eq!(code, 1);
    assert!(
        errors.contains("ferry.ninjs.json: not replaced"),
        "{errors}"
    );
    assert_eq!(std::fs::read(&saved).unwrap(), before);
}

//! `cutline credits`.

use serde_json::{Value, json};

use crate::support::{FERRY, cutline, folder_with, ran};

/// A folder of two articles and a stream of two records, with one credit in three
/// spellings, and one name in two.
fn archive() -> tempfile::TempDir {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "nets.txt",
        "Nets dry on the quay in Torvik, Monday, Nov. 16, 2026. (Ana Marić/AP)\n\n\
         A tram waits in the snow in Torvik, Monday, Nov. 16, 2026. (Bo Lind/Reuters)\n",
    );
    let record = |credit: &str| {
        let text = format!("A boat leaves Torvik, Monday, Nov. 16, 2026. ({credit})");
        json!({ "text": text }).to_string()
    };
    let lines = [record("AP Photo/Irena Kovac"), record("Irina Kovac/AP")];
    write("crawl.jsonl", &lines.join("\n"));
    folder
}

fn clusters(out: &str) -> Vec<Value> {
    let lines = out.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn spellings_of_one_credit_stand_together_with_their_reasons() {
    let folder = archive();
    let (out, notes, code) = ran(cutline()
        .arg("credits")
        .arg(folder.path())
        .arg(folder.path().join("crawl.jsonl")));
    assert_eq!(code, 0);
    let expected = "  2  AP Photo/Irena Kovac
  1    (AP Photo/Irena Kovac)  other case, accents or punctuation
  1    (Irina Kovac/AP)        perhaps the same: a name differs a little

  2  Ana Marić/AP
  1    (AP Photo/Ana Maric) Credit: Ana Maric Credit: Ana Maric  same names, other style
  1    (Ana Marić/AP)                                            other case, accents or punctuation

  1  Bo Lind/Reuters
";
    assert_eq!(out, expected);
    assert_eq!(
        notes,
        "5 of 5 photos name 3 credits, 2 in several spellings\n"
    );
}

#[test]
fn json_says_where_each_spelling_stood_first() {
    let folder = archive();
    let stream = folder.path().join("crawl.jsonl");
    let (out, _, _) = ran(cutline().args(["credits", "--format", "json"]).arg(&stream));
    let clusters = clusters(&out);
    assert_eq!(clusters.len(), 1, "{out}");
    assert_eq!(clusters[0]["count"], 2);
    let spellings = clusters[0]["spellings"].as_array().unwrap();
    let ties: Vec<&Value> = spellings.iter().map(|one| &one["tie"]).collect();
    assert_eq!(ties, [&json!("letters"), &json!("perhaps-misspelt")]);
    let places: Vec<&str> = spellings
        .iter()
        .map(|one| one["first"].as_str().unwrap())
        .collect();
    for line in [1, 2] {
        let place = format!("{}:{line}: photo-1", stream.display());
        assert!(places.contains(&place.as_str()), "{places:?}");
    }
}

#[test]
fn csv_has_a_header_and_starts_no_formula() {
    let record = json!({ "text": "Ice.", "images": [] }).to_string();
    let photo = json!({ "name": "photo-1", "type": "picture", "uri": "urn:x:1",
        "descriptions": [{ "role": "creditline", "contentType": "text/plain", "value": "=Lee, Ann" }] });
    let ninjs = json!({ "uri": "urn:x:0", "type": "text", "associations": [photo],
        "standard": { "name": "ninjs", "version": "3.1" } });
    let input = format!("{record}\n{ninjs}\n");
    let (out, _, code) = ran(cutline()
        .args(["credits", "--format", "csv", "-"])
        .write_stdin(input));
    assert_eq!(code, 0);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "suggested,spelling,count,tie,perhaps,first");
    assert!(
        lines[1].contains("\"'=Lee, Ann\",1,,,'-:2: photo-1"),
        "{out}"
    );
}

#[test]
fn creators_and_sources_are_counted_by_themselves() {
    let folder = archive();
    let count = |by: &str| {
        let (out, _, _) = ran(cutline()
            .args(["credits", "--format", "json", "--by", by])
            .arg(folder.path()));
        clusters(&out)
            .iter()
            .map(|one| {
                (
                    one["suggested"].as_str().unwrap().to_owned(),
                    one["count"].as_u64().unwrap(),
                )
            })
            .collect::<Vec<_>>()
    };
    let told = |name: &str, count| (name.to_owned(), count);
    assert_eq!(
        count("creator"),
        [
            told("Ana Marić", 2),
            told("Irena Kovac", 2),
            told("Bo Lind", 1)
        ]
    );
    assert_eq!(count("source"), [told("AP", 4), told("Reuters", 1)]);
}

#[test]
fn a_source_and_its_saved_file_are_counted_once() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    assert_eq!(ran(cutline().arg("fix").arg(folder.path())).2, 0);
    let (out, _, code) = ran(cutline()
        .args(["credits", "--format", "json"])
        .arg(folder.path())
        .arg(folder.path().join("ferry.txt"))
        .arg(folder.path().join("ferry.ninjs.json")));
    assert_eq!(code, 0);
    let clusters = clusters(&out);
    assert_eq!(
        (clusters.len(), &clusters[0]["count"]),
        (1, &json!(1)),
        "{out}"
    );
    assert_eq!(
        clusters[0]["spellings"][0]["spelling"],
        "AP Photo/Ana Maric"
    );
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_goes_on() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let stream = folder.path().join("crawl.jsonl");
    std::fs::write(&stream, "not json\n\n{\"text\": \"No photo.\"}\n").unwrap();
    let (out, errors, code) = ran(cutline()
        .args(["credits", "--quiet"])
        .args([&stream, &folder.path().join("missing.txt")])
        .arg(folder.path()));
    assert_ne!(code, 0);
    assert!(out.contains("Ana Maric"), "{out}");
    assert!(errors.contains("crawl.jsonl:1: "), "{errors}");
    assert!(errors.contains("missing.txt: "), "{errors}");
}

//! `cutline clean -`: one line in, one line out; and `parse`.

use serde_json::{Value, json};

use crate::support::{FERRY, cutline, folder_with, ran};

#[test]
fn lines_keep_their_order_and_blank_lines_stay() {
    let record = json!({ "id": "7", "text": FERRY, "title": "Ferry", "tags": ["sea"] }).to_string();
    let input = format!("{record}\n\nnot json\n{record}\n");
    let (out, _, code) = ran(cutline().args(["clean", "-"]).write_stdin(input));
    assert_eq!(code, 0);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 4);
    assert_eq!((lines[1], lines[0]), ("", lines[3]));
    let item: Value = serde_json::from_str(lines[0]).unwrap();
    assert_eq!(item["headlines"][0]["value"], "Ferry");
    let ids = item["altIds"].as_array().unwrap();
    let id = |role: &str| {
        ids.iter()
            .find(|id| id["role"] == role)
            .map(|id| id["value"].clone())
    };
    assert_eq!(id("id"), Some("7".into()));
    assert_eq!(id("source-fields"), Some(r#"{"tags":["sea"]}"#.into()));
    assert_eq!(id("source-file"), None);
    assert_eq!(
        id("source-sha256"),
        Some(cutline::model::sha256(record.as_bytes()).into())
    );
    let error: Value = serde_json::from_str(lines[2]).unwrap();
    assert_eq!(
        (&error["error"]["line"], &error["input"]),
        (&json!(3), &json!("not json"))
    );
}

#[test]
fn a_jsonl_file_is_a_stream_and_strict_tells_of_bad_lines() {
    let folder = folder_with("crawl.jsonl", b"{\"text\": \"One.\"}\n{\"no\": 1}\n");
    let path = folder.path().join("crawl.jsonl");
    let (out, _, code) = ran(cutline().arg("clean").arg(&path));
    assert_eq!((out.lines().count(), code), (2, 0));
    assert_eq!(ran(cutline().args(["clean", "--strict"]).arg(&path)).2, 1);
}

#[test]
fn parse_says_what_is_caption_and_what_credit() {
    let raw = "A boat leaves Torvik. (AP Photo/Ana Maric) Credit: Ana Maric";
    let input = format!("{}\n{raw}\n", json!({ "id": 4, "raw": raw }));
    let (out, _, code) = ran(cutline().arg("parse").write_stdin(input));
    assert_eq!(code, 0);
    let answers: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers[0]["id"], 4);
    assert_eq!(answers[1]["id"], Value::Null);
    for answer in answers {
        assert_eq!(answer["caption"], "A boat leaves Torvik.");
        assert_eq!(answer["credit_line"], "AP Photo/Ana Maric");
        assert_eq!(
            answer["credit_as_printed"],
            "(AP Photo/Ana Maric) Credit: Ana Maric"
        );
        assert_eq!(answer["creators"], json!(["Ana Maric"]));
        assert_eq!(
            answer["sources"],
            json!([{ "name": "AP", "role": "provider" }])
        );
        assert_eq!(
            (&answer["duplicated"], &answer["confidence"]),
            (&json!(true), &json!("certain"))
        );
    }
}

#[test]
fn a_line_of_several_articles_gives_a_list_of_them() {
    let item = |number: u32, name: &str| {
        json!({
            "uri": format!("http://example.org/{number}"), "type": "picture",
            "versioncreated": "2026-11-16T08:00:00Z", "byline": name,
            "description_text": format!("Nets dry in Torvik. (AP Photo/{name})"),
        })
    };
    let line = json!({ "_items": [item(1, "Ana Maric"), item(2, "Ann Lee")] });
    let (out, err, code) = ran(cutline()
        .args(["clean", "-"])
        .write_stdin(format!("{line}\n")));
    assert_eq!((err.as_str(), code), ("", 0));
    assert_eq!(out.lines().count(), 1, "one line in, one line out");
    let list: Value = serde_json::from_str(&out).unwrap();
    let creators: Vec<&Value> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|item| &item["associations"][0]["by"])
        .collect();
    assert_eq!(creators, ["Ana Maric", "Ann Lee"]);
    let (out, _, _) = ran(cutline()
        .args(["credits", "-"])
        .write_stdin(format!("{line}\n")));
    assert!(
        out.contains("Ana Maric") && out.contains("Ann Lee"),
        "{out}"
    );
    // A queue saves one article a line.
    let folder = folder_with("crawl.jsonl", format!("{line}\n").as_bytes());
    let (_, err, code) = ran(cutline().arg("fix").arg(folder.path()));
    assert_eq!(code, 1);
    assert!(
        err.contains("crawl.jsonl:1: 2 articles in one line"),
        "{err}"
    );
}

#[test]
fn what_standard_input_cannot_do_is_said() {
    let out = tempfile::tempdir().unwrap();
    let mut clean = cutline();
    clean.args(["clean", "-", "--out"]).arg(out.path());
    let (mut lint, mut fix) = (cutline(), cutline());
    for command in [&mut clean, lint.args(["lint", "-"]), fix.args(["fix", "-"])] {
        let (_, err, code) = ran(command.write_stdin("{}"));
        assert_eq!(code, 2, "{err}");
        assert!(
            err.contains("-: standard input is read as a stream"),
            "{err}"
        );
    }
}

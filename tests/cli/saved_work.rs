//! What was saved of lines, entries of zips and articles of one file: it follows its source wherever
//! that goes, and is there where its source is gone.

use std::path::Path;

use serde_json::{Value, json};

use crate::support::{FERRY, cutline, folder_with, names, ran};
use crate::zips::zip;

fn record(title: &str) -> String {
    json!({ "title": title, "url": format!("https://example.org/{title}"), "text": FERRY })
        .to_string()
}

fn lines(titles: &[&str]) -> String {
    titles.iter().map(|title| record(title) + "\n").collect()
}

fn list(titles: &[&str]) -> String {
    let records: Vec<String> = titles.iter().map(|title| record(title)).collect();
    format!("[{}]", records.join(", "))
}

fn fix(path: &Path) -> (String, i32) {
    let (_, err, code) = ran(cutline().arg("fix").arg(path));
    (err, code)
}

fn headline(file: &Path) -> String {
    let article: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    article["headlines"][0]["value"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// A place, its text with articles of these titles, and what stands before their number.
type Place = (&'static str, fn(&[&str]) -> String, char);

fn places() -> [Place; 2] {
    [("news.jsonl", lines, ':'), ("news.json", list, '#')]
}

#[test]
fn an_article_put_in_above_leaves_saved_work_where_it_belongs() {
    for (name, text, mark) in places() {
        let folder = folder_with(name, text(&["One", "Two"]).as_bytes());
        let path = folder.path().join(name);
        assert_eq!(fix(&path).1, 0);
        std::fs::write(&path, text(&["New", "One", "Two"])).unwrap();
        let (err, code) = fix(&path);
        assert_eq!(code, 0, "{err}");
        for told in [
            format!("{name}{mark}1: 1 fixed"),
            format!("{name}{mark}2: nothing to fix"),
            format!("{name}{mark}3: nothing to fix"),
        ] {
            assert!(err.contains(&told), "{told}: {err}");
        }
        let home = folder.path().join("news.cutline");
        let saved = names(&home);
        let longer = format!("{name}-1.ninjs.json");
        let expected = ["news-1.ninjs.json", "news-2.ninjs.json", &longer];
        assert_eq!(saved, expected, "nothing was overwritten");
        assert_eq!(headline(&home.join("news-1.ninjs.json")), "One");
        assert_eq!(headline(&home.join(longer)), "New");
        let (err, code) = fix(folder.path());
        assert_eq!(
            (err.matches("nothing to fix").count(), code),
            (3, 0),
            "{err}"
        );
    }
}

#[test]
fn saved_work_whose_source_is_gone_is_listed_and_can_be_worked_on() {
    for (name, text, mark) in places() {
        let folder = folder_with(name, text(&["One", "Two", "Three"]).as_bytes());
        let path = folder.path().join(name);
        assert_eq!(fix(&path).1, 0);
        std::fs::write(&path, text(&["One", "Three"])).unwrap();
        let kept = folder.path().join("news.cutline/news-2.ninjs.json");
        // An editor broke what was saved.
        let saved = std::fs::read_to_string(&kept).unwrap();
        let broken = saved.replace("(AP Photo/Ana Maric)", "").replace(
            "AP Photo/Ana Maric",
            "(AP Photo/Ana Maric) Credit: Ana Maric",
        );
        std::fs::write(&kept, broken).unwrap();
        for place in [&path, folder.path(), &folder.path().join("news.cutline")] {
            let (out, err, code) = ran(cutline().arg("lint").arg(place));
            assert_eq!(code, 1, "{err}");
            assert!(
                out.contains("news-2.ninjs.json: photo-1"),
                "{}: {out}",
                place.display()
            );
            let gone = format!("its source {name}{mark}2 is gone");
            assert!(err.contains(&gone), "{}: {err}", place.display());
        }
        let (err, code) = fix(&path);
        assert_eq!(code, 0, "{err}");
        assert!(
            err.contains("news.cutline/news-2.ninjs.json: 1 fixed, saved in"),
            "{err}"
        );
        assert_eq!(headline(&kept), "Two");
        let (err, _) = fix(&path);
        assert_eq!(err.matches("nothing to fix").count(), 3, "{err}");
    }
}

#[test]
fn a_changed_article_is_told_and_another_one_in_its_place_is_not_taken_for_it() {
    for (name, text, mark) in places() {
        let folder = folder_with(name, text(&["One", "Two"]).as_bytes());
        let path = folder.path().join(name);
        assert_eq!(fix(&path).1, 0);
        std::fs::write(&path, text(&["One", "Two"]).replace("Lena", "Lene")).unwrap();
        let (err, code) = fix(&path);
        assert_eq!(
            (err.matches("changed since").count(), code),
            (2, 1),
            "{err}"
        );
        std::fs::write(&path, text(&["One", "Other"])).unwrap();
        let (err, code) = fix(&path);
        assert_eq!(code, 0, "{err}");
        assert!(
            err.contains(&format!("its source {name}{mark}2 is gone")),
            "{err}"
        );
        assert!(err.contains(&format!("{name}{mark}2: 1 fixed")), "{err}");
    }
}

#[test]
fn saved_work_of_an_entry_that_is_gone_keeps_the_pictures_of_its_zip() {
    let picture: &[u8] = include_bytes!("../../assets/sample/photos/harbour-01.jpg");
    let caption = "Nets dry in Torvik. (Ann Lee/AP)";
    let story = json!({ "text": FERRY, "images": [{ "src": "quay.jpg", "caption": caption }] });
    let story = story.to_string();
    let entries: [(&str, &[u8]); 3] = [
        ("a/ferry.json", story.as_bytes()),
        ("a/quay.jpg", picture),
        ("b/ferry.txt", FERRY.as_bytes()),
    ];
    let folder = folder_with("news.zip", &zip(&entries));
    let path = folder.path().join("news.zip");
    assert_eq!(fix(&path).1, 0);
    let home = folder.path().join("news.cutline");
    let saved = std::fs::read_to_string(home.join("a/ferry.ninjs.json")).unwrap();
    assert!(saved.contains("\"quay.jpg\""), "{saved}");
    for (entries, missing) in [(&entries[1..], 0), (&entries[2..], 1)] {
        std::fs::write(&path, zip(entries)).unwrap();
        for place in [&path, &home] {
            let (out, err, _) = ran(cutline().args(["lint", "--level", "error"]).arg(place));
            assert!(
                err.contains("its source news.zip/a/ferry.json is gone"),
                "{err}"
            );
            assert_eq!(out.matches("[image-missing]").count(), missing, "{out}");
        }
    }
    // Nothing of the zip can be read any more.
    std::fs::write(&path, b"PK\x03\x04").unwrap();
    let (_, err, code) = ran(cutline().arg("lint").arg(&path));
    assert_eq!(code, 1);
    assert!(err.contains("cut short"), "{err}");
    assert_eq!(err.matches(" is gone").count(), 2, "{err}");
    std::fs::remove_file(&path).unwrap();
    for place in [folder.path(), &home] {
        let (_, err, _) = ran(cutline().arg("lint").arg(place));
        assert_eq!(err.matches(" is gone").count(), 2, "{err}");
    }
}

#[test]
fn a_source_that_changed_in_a_zip_is_told() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let (normalized, _, _) = ran(cutline().arg("clean").arg(folder.path()));
    let other = json!({ "uri": "urn:x:1", "profile": "cutline-1", "altIds": [
        { "role": "source-file", "value": "quay.txt" } ] });
    let changed = FERRY.replace("flour", "mail");
    let bytes = zip(&[
        ("ferry.ninjs.json", normalized.as_bytes()),
        ("ferry.txt", changed.as_bytes()),
        // It names a source whose saved file it cannot be.
        ("boats.ninjs.json", other.to_string().as_bytes()),
        ("boats.txt", FERRY.as_bytes()),
        ("quay.txt", FERRY.as_bytes()),
    ]);
    let folder = folder_with("out.zip", &bytes);
    let path = folder.path().join("out.zip");
    let (err, code) = fix(&path);
    assert_eq!(code, 1);
    assert!(err.contains("out.zip/ferry.txt: changed since"), "{err}");
    assert!(
        err.contains("out.zip/ferry.ninjs.json was made from it"),
        "{err}"
    );
    assert!(err.contains("out.zip/quay.txt: 1 fixed"), "{err}");
    assert!(err.contains("out.zip/boats.txt: 1 fixed"), "{err}");
}

#[test]
fn what_stands_for_its_source_in_a_zip_is_saved_for_that() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let (as_is, _, _) = ran(cutline().args(["clean", "--as-is"]).arg(folder.path()));
    let bytes = zip(&[
        ("ferry.ninjs.json", as_is.as_bytes()),
        ("ferry.txt", FERRY.as_bytes()),
    ]);
    let folder = folder_with("out.zip", &bytes);
    let path = folder.path().join("out.zip");
    let (err, code) = fix(&path);
    assert_eq!(code, 0, "{err}");
    let saved =
        std::fs::read_to_string(folder.path().join("out.cutline/ferry.ninjs.json")).unwrap();
    assert!(saved.contains("\"out.zip/ferry.txt\""), "{saved}");
    let (err, code) = fix(&path);
    assert_eq!(code, 0);
    assert!(err.contains("nothing to fix"), "{err}");
}

#[test]
fn saved_work_opens_also_where_its_source_cannot_be_read_any_more() {
    let page = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n\
        Content-Type: text/html\r\n\r\n<p>The nets of Torvik dry.</p><figure><img src=\"a.png\"><figcaption>Nets dry in Torvik. (Ann Lee/AP) Credit: Ann Lee</figcaption></figure>\r\n--b--\r\n";
    let whole = zip(&[("ferry.txt", FERRY.as_bytes())]);
    let mut damaged = whole.clone();
    let at = damaged
        .windows(9)
        .position(|bytes| bytes == b"ferry.txt")
        .unwrap()
        + 12;
    damaged[at] ^= 0xFF;
    let headers = page.split("\r\n\r\n").next().unwrap().as_bytes().to_vec();
    for (name, before, after) in [
        ("ferry.mhtml", page.as_bytes().to_vec(), headers),
        ("news.zip", whole, damaged),
    ] {
        let folder = folder_with(name, &before);
        assert_eq!(fix(folder.path()).1, 0, "{name}");
        std::fs::write(folder.path().join(name), after).unwrap();
        let (err, code) = fix(folder.path());
        assert_eq!(code, 0, "{name}: {err}");
        assert!(
            err.contains("its source cannot be read any more ("),
            "{name}: {err}"
        );
        assert!(err.contains("nothing to fix"), "{name}: {err}");
    }
}

/// A record with these marks and this text.
fn marked(url: Option<&str>, id: Option<u32>, text: &str) -> Value {
    let mut record = json!({ "text": text });
    if let Some(url) = url {
        record["url"] = url.into();
    }
    if let Some(id) = id {
        record["id"] = id.into();
    }
    record
}

/// Files that hold these records, as both kinds hold them.
fn holding(records: &[Value]) -> [(&'static str, String); 2] {
    let lines: Vec<String> = records.iter().map(Value::to_string).collect();
    [
        ("news.jsonl", lines.join("\n")),
        ("news.json", format!("[{}]", lines.join(", "))),
    ]
}

/// Another article, that shares nothing with [`FERRY`] but its credit.
const NETS: &str = "Fishermen of Brenna paint two boats each spring, since 2021 also at night.\n\n\
Nets dry beside an old lighthouse near Brenna, Sunday, May 3, 2026. (AP Photo/Ana Maric) Credit: Ana Maric \
Credit: Ana Maric\n\n";

#[test]
fn another_article_is_not_taken_for_one_that_changed() {
    let first = marked(Some("https://example.org/zero"), Some(900), FERRY);
    let url = |url| marked(Some(url), None, FERRY);
    let id = |id, text| marked(None, Some(id), text);
    for (name, saved, other) in [
        (
            "an address that goes on",
            url("http://x.example/a/1"),
            url("http://x.example/a/13"),
        ),
        ("an id inside other text", id(1, FERRY), id(77, NETS)),
        (
            "no marks, and another text",
            marked(None, None, FERRY),
            marked(None, None, NETS),
        ),
        (
            "marks that cannot be compared, and another text",
            id(1, FERRY),
            marked(Some("http://x.example/a/1"), None, NETS),
        ),
    ] {
        let after = holding(&[first.clone(), other]);
        for ((file, before), (_, after)) in holding(&[first.clone(), saved]).iter().zip(&after) {
            let folder = folder_with(file, before.as_bytes());
            let path = folder.path().join(file);
            assert_eq!(fix(&path).1, 0, "{name}");
            std::fs::write(&path, after).unwrap();
            let (err, code) = fix(&path);
            assert_eq!(code, 0, "{name}, {file}: {err}");
            assert!(err.contains("2 is gone"), "{name}, {file}: {err}");
            assert!(err.contains("2: 1 fixed"), "{name}, {file}: {err}");
        }
    }
}

#[test]
fn an_article_that_changed_is_found_by_its_marks_or_its_text() {
    let first = marked(Some("https://example.org/zero"), Some(900), FERRY);
    let changed = FERRY.replace("flour", "mail");
    let escaped = Some("https://example.org/a?x=1&y=\u{e9}");
    let new = marked(Some("https://example.org/new"), Some(7), NETS);
    for (name, saved, now, is_moved) in [
        (
            "by its address",
            marked(escaped, None, FERRY),
            marked(escaped, None, NETS),
            true,
        ),
        (
            "by its id",
            marked(None, Some(12), FERRY),
            marked(None, Some(12), NETS),
            true,
        ),
        (
            "by its text, in its place",
            marked(None, None, FERRY),
            marked(None, None, &changed),
            false,
        ),
    ] {
        let after = if is_moved {
            vec![new.clone(), first.clone(), now]
        } else {
            vec![first.clone(), now]
        };
        let number = after.len();
        let after = holding(&after);
        for ((file, before), (_, after)) in holding(&[first.clone(), saved]).iter().zip(&after) {
            let folder = folder_with(file, before.as_bytes());
            let path = folder.path().join(file);
            assert_eq!(fix(&path).1, 0, "{name}");
            std::fs::write(&path, after.replace('\u{e9}', "\\u00e9")).unwrap();
            let (err, code) = fix(&path);
            assert_eq!(code, 1, "{name}, {file}: {err}");
            assert!(
                err.contains(&format!("{number}: changed since")),
                "{name}, {file}: {err}"
            );
            assert!(!err.contains("is gone"), "{name}, {file}: {err}");
        }
    }
}

#[test]
fn what_stands_in_the_place_of_a_deleted_line_is_itself() {
    let ferry = marked(None, None, FERRY);
    let nets = marked(None, None, NETS);
    let town = marked(None, None, &FERRY.replace("flour", "mail"));
    let [(name, before), _] = holding(&[ferry.clone(), town]);
    let folder = folder_with(name, before.as_bytes());
    let path = folder.path().join(name);
    assert_eq!(fix(&path).1, 0);
    let [(_, after), _] = holding(&[ferry, nets]);
    std::fs::write(&path, after).unwrap();
    let (err, code) = fix(&path);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("news.jsonl:2 is gone"), "{err}");
    assert!(err.contains("news.jsonl:2: 1 fixed"), "{err}");
}

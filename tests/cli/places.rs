//! Folders, zips, files of records and files of several articles: opened as queues, saved one by one.

use std::path::Path;

use serde_json::{Value, json};

use crate::support::{FERRY, cutline, folder_with, names, ran};
use crate::zips::{Raw, raw_zip, stored_zip, zip};

const JPEG: &[u8] = include_bytes!("../../assets/sample/photos/harbour-01.jpg");

/// Two records with a bad line between them.
fn crawl() -> String {
    let record = |title: &str| json!({ "title": title, "text": FERRY }).to_string();
    format!("{}\n\nnot json\n{}\n", record("One"), record("Two"))
}

fn saved(folder: &Path, path: &str) -> Value {
    let text = std::fs::read_to_string(folder.join(path)).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn alt_id(article: &Value, role: &str) -> String {
    let ids = article["altIds"].as_array().unwrap();
    let id = ids.iter().find(|id| id["role"] == role);
    id.unwrap()["value"].as_str().unwrap().to_owned()
}

#[test]
fn lint_names_the_lines_of_a_file_of_records() {
    let folder = folder_with("crawl.jsonl", crawl().as_bytes());
    let path = folder.path().join("crawl.jsonl");
    let (out, err, code) = ran(cutline().arg("lint").arg(&path));
    assert_eq!(code, 1);
    let name = path.display();
    assert!(
        out.contains(&format!("{name}:1: photo-1: error [credit-repeated]")),
        "{out}"
    );
    assert!(
        out.contains(&format!("{name}:4: photo-1: error [credit-repeated]")),
        "{out}"
    );
    assert!(err.contains(&format!("{name}:3:2: not JSON")), "{err}");
    let (out, _, _) = ran(cutline().args(["lint", "--format", "json"]).arg(&path));
    let first: Value = serde_json::from_str(out.lines().next().unwrap()).unwrap();
    assert_eq!((&first["file"], &first["line"]), (&json!(path), &json!(1)));
}

#[test]
fn fix_saves_lines_one_by_one_and_opens_them_from_there() {
    let folder = folder_with("crawl.jsonl", crawl().as_bytes());
    let path = folder.path().join("crawl.jsonl");
    assert_eq!(ran(cutline().arg("fix").arg(&path)).2, 1, "line 3 is told");
    assert_eq!(names(folder.path()), ["crawl.cutline", "crawl.jsonl"]);
    let home = folder.path().join("crawl.cutline");
    assert_eq!(names(&home), ["crawl-1.ninjs.json", "crawl-4.ninjs.json"]);
    let article = saved(&home, "crawl-4.ninjs.json");
    assert_eq!(alt_id(&article, "source-file"), "crawl.jsonl:4");
    let text = crawl();
    let line = text.lines().nth(3).unwrap();
    assert_eq!(
        alt_id(&article, "source-sha256"),
        cutline::model::sha256(line.as_bytes())
    );
    let lint = |path: &Path| ran(cutline().args(["lint", "--level", "error"]).arg(path));
    let (out, _, _) = lint(&path);
    assert_eq!(out, "", "they are opened as they were saved");
    // The queue, its folder and one of the saved files are the same articles.
    for path in [folder.path(), &home, &home.join("crawl-1.ninjs.json")] {
        assert_eq!(lint(path).0, "", "{}", path.display());
    }
    let (_, err, _) = ran(cutline().arg("fix").arg(folder.path()));
    assert_eq!(err.matches("nothing to fix").count(), 2, "{err}");
}

#[test]
fn a_line_that_changed_since_it_was_saved_is_told() {
    let folder = folder_with("crawl.jsonl", crawl().as_bytes());
    let path = folder.path().join("crawl.jsonl");
    ran(cutline().arg("fix").arg(&path));
    std::fs::write(&path, crawl().replace("Two", "Three")).unwrap();
    let (_, err, code) = ran(cutline().arg("fix").arg(&path));
    assert_eq!(code, 1);
    assert!(err.contains("crawl.jsonl:4: changed since"), "{err}");
    assert!(err.contains("crawl.jsonl:1: nothing to fix"), "{err}");
}

#[test]
fn clean_writes_a_file_of_records_into_a_folder() {
    let folder = folder_with("crawl.jsonl", crawl().as_bytes());
    let out = tempfile::tempdir().unwrap();
    let clean = |out: &Path| {
        let mut command = cutline();
        command.arg("clean").arg(folder.path().join("crawl.jsonl"));
        ran(command.arg("--out").arg(out))
    };
    let (_, err, code) = clean(out.path());
    assert_eq!(code, 1, "{err}");
    assert_eq!(
        names(out.path()),
        ["crawl-1.ninjs.json", "crawl-4.ninjs.json"]
    );
    // As the filter writes them, but for their form.
    let (lines, _, _) = ran(cutline()
        .arg("clean")
        .arg(folder.path().join("crawl.jsonl")));
    let fourth: Value = serde_json::from_str(lines.lines().nth(3).unwrap()).unwrap();
    assert_eq!(saved(out.path(), "crawl-4.ninjs.json"), fourth);
}

#[test]
fn a_zip_is_read_in_place_and_saved_beside_it() {
    let files: [(&str, &[u8]); 5] = [
        ("story-1/ferry.txt", FERRY.as_bytes()),
        ("story-1/photos/quay.jpg", JPEG),
        (
            "story-2/ferry.json",
            json!({ "text": FERRY }).to_string().leak().as_bytes(),
        ),
        ("__MACOSX/story-1/._ferry.txt", b"\0"),
        ("notes.bin", b"x"),
    ];
    let folder = folder_with("news.zip", &zip(&files));
    let path = folder.path().join("news.zip");
    let (out, _, code) = ran(cutline().arg("lint").arg(&path));
    assert_eq!(code, 1);
    let place = path.display();
    assert!(
        out.contains(&format!("{place}/story-1/ferry.txt:5: photo-1: error")),
        "{out}"
    );
    assert!(
        out.contains(&format!("{place}/story-2/ferry.json: photo-1: error")),
        "{out}"
    );
    let (_, err, code) = ran(cutline().arg("fix").arg(&path));
    assert_eq!(code, 0, "{err}");
    let home = folder.path().join("news.cutline");
    assert_eq!(
        names(&home.join("story-1")),
        ["ferry.ninjs.json"],
        "nothing is extracted"
    );
    let article = saved(&home, "story-1/ferry.ninjs.json");
    assert_eq!(
        alt_id(&article, "source-file"),
        "news.zip/story-1/ferry.txt"
    );
    let hash = cutline::model::sha256(FERRY.as_bytes());
    assert_eq!(alt_id(&article, "source-sha256"), hash);
    let (_, err, _) = ran(cutline().arg("fix").arg(folder.path()));
    assert_eq!(err.matches("nothing to fix").count(), 2, "{err}");
    // What is saved still knows the pictures of the zip.
    let notes = |path: &Path| ran(cutline().args(["lint", "--level", "note"]).arg(path)).0;
    for path in [&path, &home, &home.join("story-1/ferry.ninjs.json")] {
        assert!(
            notes(path).contains("[photo-unattached]"),
            "{}",
            path.display()
        );
    }
}

#[test]
fn clean_writes_a_zip_as_it_would_write_a_folder() {
    let story = json!({ "text": FERRY }).to_string();
    let files: [(&str, &[u8]); 3] = [
        ("one/ferry.txt", FERRY.as_bytes()),
        ("two/ferry.txt", FERRY.as_bytes()),
        ("two/ferry.json", story.as_bytes()),
    ];
    let folder = folder_with("news.zip", &stored_zip(&files));
    let out = tempfile::tempdir().unwrap();
    let mut command = cutline();
    command.arg("clean").arg(folder.path().join("news.zip"));
    let (_, err, code) = ran(command.arg("--out").arg(out.path()));
    assert_eq!((err.as_str(), code), ("", 0));
    assert_eq!(names(&out.path().join("one")), ["ferry.ninjs.json"]);
    assert_eq!(
        names(&out.path().join("two")),
        ["ferry.ninjs.json", "ferry.txt.ninjs.json"]
    );
}

#[test]
fn a_zip_of_zips_is_a_queue() {
    let inner = zip(&[("ferry.txt", FERRY.as_bytes()), ("quay.jpg", JPEG)]);
    let crawl = crawl();
    let files: [(&str, &[u8]); 3] = [
        ("a/one.zip", &inner),
        ("a/two.zip", &inner),
        ("crawl.jsonl", crawl.as_bytes()),
    ];
    let folder = folder_with("all.zip", &zip(&files));
    let path = folder.path().join("all.zip");
    let (_, err, code) = ran(cutline().arg("fix").arg(&path));
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("all.zip/crawl.jsonl:3:2: not JSON"), "{err}");
    let home = folder.path().join("all.cutline");
    assert_eq!(
        names(&home),
        ["a", "crawl-1.ninjs.json", "crawl-4.ninjs.json"]
    );
    assert_eq!(names(&home.join("a/two")), ["ferry.ninjs.json"]);
    let article = saved(&home, "a/two/ferry.ninjs.json");
    assert_eq!(
        alt_id(&article, "source-file"),
        "all.zip/a/two.zip/ferry.txt"
    );
    let (_, err, _) = ran(cutline().arg("fix").arg(&path));
    assert_eq!(err.matches("nothing to fix").count(), 4, "{err}");
}

#[test]
fn what_is_refused_of_a_zip_is_told_and_the_rest_is_read() {
    let encrypted = Raw {
        flags: 1,
        ..Raw::new("secret.txt", b"x")
    };
    let entries = [
        Raw::new("ferry.txt", FERRY.as_bytes()),
        Raw::new("../evil.txt", b"x"),
        Raw::new("photos/CON.jpg", b"x"),
        Raw::packed("bomb.txt", &vec![b'0'; 4 * 1024 * 1024]),
        encrypted,
    ];
    let folder = folder_with("mixed.zip", &raw_zip(&entries));
    let path = folder.path().join("mixed.zip");
    let (_, err, code) = ran(cutline().arg("fix").arg(&path));
    assert_eq!(code, 1);
    for says in [
        "mixed.zip/../evil.txt: its name leads out of the zip",
        "mixed.zip/photos/CON.jpg: its name is reserved by Windows",
        "mixed.zip/bomb.txt: unpacks to more than 200 times its size",
        "mixed.zip/secret.txt: is encrypted",
        "mixed.zip/ferry.txt: 1 fixed",
    ] {
        assert!(err.contains(says), "{says}: {err}");
    }
    assert_eq!(names(folder.path()), ["mixed.cutline", "mixed.zip"]);
    assert_eq!(
        names(&folder.path().join("mixed.cutline")),
        ["ferry.ninjs.json"]
    );
}

#[test]
fn a_zip_that_is_cut_short_does_not_stop_its_folder() {
    let whole = zip(&[("ferry.txt", FERRY.as_bytes())]);
    let folder = folder_with("cut.zip", &whole[..whole.len() / 2]);
    std::fs::write(folder.path().join("whole.zip"), &whole).unwrap();
    let (_, err, code) = ran(cutline().arg("fix").arg(folder.path()));
    assert_eq!(code, 1);
    assert!(err.contains("cut.zip: the zip is cut short"), "{err}");
    assert!(err.contains("whole.zip/ferry.txt: 1 fixed"), "{err}");
    let (_, err, code) = ran(cutline().arg("lint").arg(folder.path().join("cut.zip")));
    assert_eq!(code, 1);
    assert!(err.contains("cut short"), "{err}");
}

#[test]
fn a_folder_is_searched_for_everything_that_holds_articles() {
    let folder = folder_with("a.txt", FERRY.as_bytes());
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir_all(at("page_files")).unwrap();
    std::fs::write(at("page.html"), "<p>A page.</p>").unwrap();
    std::fs::write(at("page_files/frame.html"), "<p>An advertisement.</p>").unwrap();
    std::fs::write(at("crawl.ndjson"), crawl()).unwrap();
    std::fs::write(at("news.zip"), zip(&[("b.txt", FERRY.as_bytes())])).unwrap();
    let (_, err, _) = ran(cutline().args(["fix"]).arg(folder.path()));
    let told = |name: &str| err.contains(&format!("{}", at(name).display()));
    for name in [
        "a.txt: ",
        "page.html: ",
        "crawl.ndjson:1: ",
        "crawl.ndjson:4: ",
        "news.zip/b.txt: ",
    ] {
        assert!(told(name), "{name}: {err}");
    }
    assert!(
        !told("page_files"),
        "what a browser saved with a page is the page's: {err}"
    );
}

#[test]
fn a_normalized_file_in_a_zip_is_cleaned_to_the_same_bytes() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let (normalized, _, _) = ran(cutline().arg("clean").arg(folder.path()));
    let bytes = zip(&[
        ("ferry.ninjs.json", normalized.as_bytes()),
        ("ferry.txt", FERRY.as_bytes()),
    ]);
    let folder = folder_with("out.zip", &bytes);
    let path = folder.path().join("out.zip");
    let (again, err, code) = ran(cutline().arg("clean").arg(&path));
    assert_eq!(
        (err.as_str(), code),
        ("", 0),
        "source and saved file are one"
    );
    assert_eq!(again, normalized);
}

#[test]
fn a_page_saved_as_one_file_finds_its_pictures_also_once_it_is_saved() {
    let caption =
        "Families wait for the ferry in Torvik, Monday, Nov. 16, 2026. (AP Photo/Ana Maric)";
    let html = format!(
        "<html><head><title>The ferry is back</title></head><body><article><h1>The ferry is back</h1>\
         <p>The ferry came back to Torvik on Monday after four days of storm, carrying flour and mail.</p>\
         <figure><img src=\"https://example.org/boat.png\"><figcaption>{caption}</figcaption></figure>\
         <p>Schools reopen on Tuesday, the town hall said, and bread is rationed until then.</p>\
         </article></body></html>"
    );
    // The smallest PNG there is: one pixel.
    let picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    let page = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n\
         Content-Type: text/html\r\nContent-Location: https://example.org/ferry.html\r\n\r\n{html}\r\n\
         --b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Location: https://example.org/boat.png\r\n\r\n{picture}\r\n--b--\r\n"
    );
    let folder = folder_with("ferry.mhtml", page.as_bytes());
    let path = folder.path().join("ferry.mhtml");
    let (out, err, code) = ran(cutline().arg("clean").arg(&path));
    assert_eq!((err.as_str(), code), ("", 0));
    let article: Value = serde_json::from_str(&out).unwrap();
    let photo = &article["associations"][0];
    assert_eq!(photo["renditions"][0]["title"], "boat.png", "{out}");
    assert_eq!(
        alt_id(&article, "source-sha256"),
        cutline::model::sha256(page.as_bytes())
    );
    assert_eq!(ran(cutline().arg("fix").arg(&path)).2, 0);
    assert_eq!(names(folder.path()), ["ferry.mhtml", "ferry.ninjs.json"]);
    let (out, _, _) = ran(cutline()
        .args(["lint", "--level", "error"])
        .arg(folder.path()));
    assert_eq!(out, "", "its picture is found from the saved file");
}

/// A list of records is read together and saved one by one.
#[test]
fn a_file_of_several_articles_is_a_queue() {
    let record = |title: &str| json!({ "title": title, "text": FERRY });
    let list = json!([record("One"), record("Two"), record("Three")]).to_string();
    let folder = folder_with("list.json", list.as_bytes());
    let path = folder.path().join("list.json");
    let (out, err, code) = ran(cutline().args(["lint", "--level", "error"]).arg(&path));
    assert_eq!((err.as_str(), code), ("", 1));
    for number in 1..=3 {
        let place = format!("{}#{number}: photo-1: error", path.display());
        assert!(out.contains(&place), "{out}");
    }
    assert_eq!(ran(cutline().arg("fix").arg(folder.path())).2, 0);
    let home = folder.path().join("list.cutline");
    assert_eq!(
        names(&home),
        [
            "list-1.ninjs.json",
            "list-2.ninjs.json",
            "list-3.ninjs.json"
        ]
    );
    let article = saved(&home, "list-2.ninjs.json");
    assert_eq!(article["headlines"][0]["value"], "Two");
    assert_eq!(alt_id(&article, "source-file"), "list.json#2");
    assert_eq!(
        alt_id(&article, "source-sha256"),
        cutline::model::sha256(record("Two").to_string().as_bytes())
    );
    let (_, err, code) = ran(cutline().arg("fix").arg(&path));
    assert_eq!(
        (err.matches("nothing to fix").count(), code),
        (3, 0),
        "{err}"
    );
    std::fs::write(&path, list.replace("One", "Once")).unwrap();
    let (_, err, code) = ran(cutline().arg("fix").arg(&path));
    assert_eq!(
        (err.matches("changed since").count(), code),
        (1, 1),
        "{err}"
    );
}

#[test]
fn where_the_folder_cannot_be_made_nothing_is_lost() {
    let folder = folder_with("crawl.jsonl", crawl().as_bytes());
    std::fs::write(folder.path().join("crawl.cutline"), "mine").unwrap();
    let (_, err, code) = ran(cutline().arg("fix").arg(folder.path()));
    assert_eq!(code, 74, "{err}");
    assert!(
        err.contains("crawl.jsonl:1: nothing is saved: ")
            && err.contains("crawl.cutline: cannot be made, as something else has that name")
            && err.contains("`cutline clean --out DIR`"),
        "{err}"
    );
    let mine = std::fs::read_to_string(folder.path().join("crawl.cutline")).unwrap();
    assert_eq!(mine, "mine");
}

#[test]
fn two_articles_of_one_name_are_saved_under_two() {
    let record = json!({ "text": FERRY }).to_string();
    let files: [(&str, &[u8]); 2] = [
        ("ferry.json", record.as_bytes()),
        ("ferry.txt", FERRY.as_bytes()),
    ];
    let folder = folder_with("news.zip", &zip(&files));
    assert_eq!(ran(cutline().arg("fix").arg(folder.path())).2, 0);
    assert_eq!(
        names(&folder.path().join("news.cutline")),
        ["ferry.ninjs.json", "ferry.txt.ninjs.json"]
    );
}

#[test]
fn a_file_of_records_in_another_encoding_is_read_or_told() {
    let record = json!({ "text": FERRY.replace("Torvik", "Tórvik") }).to_string();
    let latin: Vec<u8> = record
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let folder = folder_with(
        "crawl.jsonl",
        &[latin.clone(), b"\n".to_vec(), latin].concat(),
    );
    let (_, err, code) = ran(cutline().arg("fix").arg(folder.path()));
    assert_eq!(code, 0, "{err}");
    let article = saved(folder.path(), "crawl.cutline/crawl-2.ninjs.json");
    assert!(article.to_string().contains("Tórvik"));
    let utf16: Vec<u8> = [0xFEFF]
        .into_iter()
        .chain(record.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let folder = folder_with("crawl.jsonl", &utf16);
    let (_, err, code) = ran(cutline().arg("lint").arg(folder.path()));
    assert_eq!(code, 1);
    assert!(err.contains("crawl.jsonl: this is UTF-16"), "{err}");
}

#[test]
fn a_missing_path_is_named() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    for command in ["clean", "lint", "fix", "credits"] {
        for path in ["gone.txt", "gone.jsonl", "gone.zip", "ferry.txt/in/it.txt"] {
            let (out, err, code) = ran(cutline().arg(command).arg(folder.path().join(path)));
            assert_eq!((out.as_str(), code), ("", 1), "{command} {path}: {err}");
            assert!(err.contains(path), "{command} {path}: {err}");
        }
    }
}

#[test]
fn work_saved_under_the_longer_name_is_found_when_the_shorter_is_free_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    std::fs::write(
        file("ferry.txt"),
        "Nets dry in Torvik. (Ann Lee/AP) Credit: Ann Lee",
    )
    .unwrap();
    std::fs::write(file("ferry.ninjs.json"), "{\"a\": 1}").unwrap();
    let run = |arguments: &[&str]| {
        let mut command = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("cutline"));
        command
            .args(arguments)
            .arg(file("ferry.txt"))
            .output()
            .unwrap()
    };
    run(&["fix", "-q"]);
    assert!(file("ferry.txt.ninjs.json").is_file());
    std::fs::remove_file(file("ferry.ninjs.json")).unwrap();
    let shown = run(&["clean", "--as-is"]);
    let saved = std::fs::read(file("ferry.txt.ninjs.json")).unwrap();
    assert_eq!(shown.stdout, saved);
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_a_folder_are_told_and_left() {
    use std::os::unix::fs::symlink;
    let outside = folder_with("secret.txt", FERRY.as_bytes());
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let at = |name: &str| folder.path().join(name);
    std::fs::write(outside.path().join("quay.jpg"), JPEG).unwrap();
    std::fs::create_dir(at("stories")).unwrap();
    std::fs::write(at("stories/quay.txt"), FERRY).unwrap();
    symlink(outside.path().join("secret.txt"), at("out.txt")).unwrap();
    symlink(outside.path(), at("folder")).unwrap();
    symlink(outside.path().join("quay.jpg"), at("quay.jpg")).unwrap();
    symlink(at("gone.txt"), at("dangling.txt")).unwrap();
    symlink(at("stories/quay.txt"), at("inside.txt")).unwrap();
    symlink(at("stories"), at("again")).unwrap();
    let (out, err, code) = ran(cutline()
        .args(["lint", "--level", "note"])
        .arg(folder.path()));
    assert_eq!(code, 1);
    let target = outside.path().canonicalize().unwrap();
    let target = target.display();
    for (link, says) in [
        (
            "out.txt",
            format!("is a link to {target}/secret.txt, outside the folder"),
        ),
        (
            "folder",
            format!("is a link to {target}, outside the folder"),
        ),
        ("dangling.txt", "gone.txt, which is not there".to_owned()),
    ] {
        let line = err
            .lines()
            .find(|line| line.contains(&format!("/{link}: ")));
        assert!(
            line.is_some_and(|line| line.contains(&says)),
            "{link}: {err}"
        );
    }
    assert_eq!(err.matches("not followed").count(), 3, "{err}");
    assert!(
        out.contains("ferry.txt:5: photo-1") && out.contains("inside.txt:5"),
        "{out}"
    );
    assert!(!out.contains("out.txt") && !out.contains("again"), "{out}");
    assert!(
        !out.contains("quay.jpg"),
        "a picture outside is none of the bundle: {out}"
    );
    // Whoever names a link means what it leads to.
    let (_, err, _) = ran(cutline().args(["fix", "--diff"]).arg(at("out.txt")));
    assert_eq!(err, "");
}

#[test]
fn settings_that_are_not_obeyed_are_told_once() {
    let settings: (&str, &[u8]) = ("cutline.toml", b"[rules]\ncredit-in-caption = \"off\"\n");
    let text: (&str, &[u8]) = ("a.txt", FERRY.as_bytes());
    let lines = crawl();
    for (name, entries, is_used) in [
        ("one article", vec![settings, text], true),
        (
            "several files",
            vec![settings, text, ("b.txt", FERRY.as_bytes())],
            false,
        ),
        (
            "several in one file",
            vec![settings, ("a.jsonl", lines.as_bytes())],
            false,
        ),
    ] {
        let packed = folder_with("e.zip", &zip(&entries));
        let folder = tempfile::tempdir().unwrap();
        for (file, bytes) in &entries {
            std::fs::write(folder.path().join(file), bytes).unwrap();
        }
        for place in [folder.path(), &packed.path().join("e.zip")] {
            let (_, err, _) = ran(cutline().arg("lint").arg(place));
            let told = err.matches("cutline.toml: not used, as it lies beside several articles");
            assert_eq!(told.count(), usize::from(!is_used), "{name}: {err}");
            let used = err.matches("severities are set by this bundle's cutline.toml");
            assert_eq!(used.count(), usize::from(is_used), "{name}: {err}");
        }
    }
}

//! `export`: what is written where, and what is not.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{FERRY, cutline, folder_with, names, ran};
use crate::zips::zip;

/// The kinds of one article's files, and how their names end.
const ENDINGS: [(&str, &str); 8] = [
    ("ninjs", "ferry.ninjs.json"),
    ("ninjs-1.6", "ferry.ninjs-1.6.json"),
    ("html", "ferry.html"),
    ("wordpress", "ferry.wordpress.html"),
    ("wxr", "ferry.wxr.xml"),
    ("jsonld", "ferry.jsonld"),
    ("text", "ferry.print.txt"),
    ("csv", "ferry.csv"),
];

/// A saved article whose one photo shows this picture and says this.
fn saved(folder: &Path, picture: &str, photo: &str) {
    let article = format!(
        r#"{{"uri": "urn:x:0", "type": "text", "profile": "cutline-1",
        "bodies": [{{"role": "main", "contentType": "text/plain", "value": "The ferry came back."}}],
        "associations": [{{"name": "photo-1", "uri": "urn:x:1", "type": "picture", {photo}
          "descriptions": [{{"role": "caption", "contentType": "text/plain", "value": "A ferry leaves Torvik."}}],
          "renditions": [{{"name": "main", "title": "{picture}"}}]}}],
        "standard": {{"name": "ninjs", "version": "3.1"}}}}"#
    );
    fs::write(folder.join("ferry.ninjs.json"), article).unwrap();
}

#[test]
fn each_kind_is_a_file_beside_its_report() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    for (kind, file) in ENDINGS {
        let out = folder.path().join(kind);
        let source = folder.path().join("ferry.txt");
        let mut command = cutline();
        command
            .args(["export", "--to", kind, "--out"])
            .args([&out, &source]);
        let (stdout, stderr, code) = ran(&mut command);
        assert_eq!((stdout.as_str(), code), ("", 0), "{kind}: {stderr}");
        let mut expected = vec![file.to_owned(), "report.txt".to_owned()];
        expected.sort();
        assert_eq!(names(&out), expected, "{kind}");
        let text = fs::read_to_string(out.join(file)).unwrap();
        assert!(text.contains("Ana Maric"), "{kind}");
    }
}

#[test]
fn without_a_kind_it_is_a_cleaned_bundle() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let out = folder.path().join("out");
    let source = folder.path().join("ferry.txt");
    let mut command = cutline();
    let (_, stderr, code) = ran(command
        .args(["export", "--fix", "--out"])
        .args([&out, &source]));
    assert_eq!(code, 0, "{stderr}");
    assert_eq!(
        names(&out),
        [
            "ferry.csv",
            "ferry.ninjs.json",
            "ferry.print.txt",
            "report.txt"
        ]
    );
    let text = fs::read_to_string(out.join("ferry.print.txt")).unwrap();
    assert!(
        text.contains("Nov. 16, 2026. (AP Photo/Ana Maric)\n"),
        "{text}"
    );
    assert!(
        stderr.contains("1 article, 1 photo, 0 pictures"),
        "{stderr}"
    );
}

#[test]
fn pictures_come_along_byte_for_byte_under_names_that_are_safe() {
    let folder = folder_with("unused.bin", b"");
    let source = folder.path().join("bundle");
    fs::create_dir_all(source.join("deep/Torvik harbour")).unwrap();
    saved(&source, "deep/Torvik harbour/Ferry at dawn.JPG", "");
    let picture = b"\xff\xd8\xff not really a picture";
    fs::write(
        source.join("deep/Torvik harbour/Ferry at dawn.JPG"),
        picture,
    )
    .unwrap();
    fs::write(source.join("ferry-at-dawn.jpg"), b"another").unwrap();
    let out = folder.path().join("out");
    let mut command = cutline();
    command
        .args(["export", "--to", "html,ninjs", "--out"])
        .args([&out, &source]);
    let (_, stderr, code) = ran(&mut command);
    assert_eq!(code, 0, "{stderr}");
    assert_eq!(
        names(&out.join("photos")),
        ["Ferry-at-dawn.JPG", "ferry-at-dawn-2.jpg"]
    );
    assert_eq!(
        fs::read(out.join("photos/Ferry-at-dawn.JPG")).unwrap(),
        picture
    );
    let page = fs::read_to_string(out.join("ferry.html")).unwrap();
    assert!(
        page.contains("<img src=\"photos/Ferry-at-dawn.JPG\""),
        "{page}"
    );
    let json = fs::read_to_string(out.join("ferry.ninjs.json")).unwrap();
    assert!(
        json.contains("\"title\": \"photos/Ferry-at-dawn.JPG\""),
        "{json}"
    );
    assert!(
        stderr.contains("Pictures that no photo shows\n- ferry.ninjs.json: ferry-at-dawn.jpg"),
        "{stderr}"
    );
}

#[test]
fn a_picture_outside_the_bundle_stays_there_and_is_told() {
    let folder = folder_with("secret.jpg", b"secret");
    let source = folder.path().join("bundle");
    fs::create_dir(&source).unwrap();
    saved(&source, "../secret.jpg", "");
    let out = folder.path().join("out");
    let mut command = cutline();
    let (_, stderr, code) = ran(command.args(["export", "--out"]).args([&out, &source]));
    assert_eq!(code, 0, "{stderr}");
    assert!(!out.join("photos").exists());
    let report = fs::read_to_string(out.join("report.txt")).unwrap();
    assert!(report.contains("Missing pictures\n- ferry.ninjs.json: photo-1 (photos/secret.jpg): ../secret.jpg: leads out"), "{report}");
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let folder = folder_with("secret.jpg", b"secret");
    let source = folder.path().join("bundle");
    fs::create_dir(&source).unwrap();
    saved(&source, "a.jpg", "");
    std::os::unix::fs::symlink(folder.path().join("secret.jpg"), source.join("a.jpg")).unwrap();
    let out = folder.path().join("out");
    let (_, stderr, _) = ran(cutline().args(["export", "--out"]).args([&out, &source]));
    assert!(stderr.contains("leads out of the bundle"), "{stderr}");
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(folder.path().join("elsewhere"), &link).unwrap();
    let (_, stderr, code) = ran(cutline().args(["export", "--out"]).args([&link, &source]));
    assert_eq!(code, 1);
    assert!(stderr.contains("is a link"), "{stderr}");
}

#[test]
fn what_cutline_did_not_make_is_never_overwritten() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let source = folder.path().join("ferry.txt");
    let (mine, zip) = (folder.path().join("mine"), folder.path().join("mine.zip"));
    fs::create_dir(&mine).unwrap();
    fs::write(mine.join("notes.txt"), "mine").unwrap();
    fs::write(&zip, "mine").unwrap();
    for place in [&mine, &zip, &folder.path().join("ferry.txt")] {
        let (_, stderr, code) = ran(cutline().args(["export", "--out"]).args([place, &source]));
        assert_eq!(code, 1, "{stderr}");
        assert!(
            stderr.contains("not overwritten, as Cutline did not make it"),
            "{stderr}"
        );
    }
    assert_eq!(fs::read_to_string(mine.join("notes.txt")).unwrap(), "mine");
    assert_eq!(fs::read_to_string(&zip).unwrap(), "mine");
    assert_eq!(names(folder.path()), ["ferry.txt", "mine", "mine.zip"]);
}

#[test]
fn an_earlier_export_is_kept() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let source = folder.path().join("ferry.txt");
    for place in ["out", "out.zip"] {
        let place = folder.path().join(place);
        for _ in 0..3 {
            let (_, stderr, code) =
                ran(cutline().args(["export", "--out"]).args([&place, &source]));
            assert_eq!(code, 0, "{stderr}");
        }
    }
    let expected = [
        "ferry.txt",
        "out",
        "out.bak",
        "out.bak2",
        "out.zip",
        "out.zip.bak",
        "out.zip.bak2",
    ];
    assert_eq!(names(folder.path()), expected);
}

#[test]
fn a_queue_has_a_folder_for_each_article_and_one_sheet() {
    let folder = folder_with("unused.bin", b"");
    let queue = folder.path().join("queue");
    for name in ["One", "one ", "con"] {
        let article = queue.join(name);
        fs::create_dir_all(&article).unwrap();
        fs::write(article.join("ferry.txt"), FERRY).unwrap();
    }
    let out = folder.path().join("out.zip");
    let (_, stderr, code) = ran(cutline()
        .args(["export", "--to", "html,csv", "--out"])
        .args([&out, &queue]));
    assert_eq!(code, 0, "{stderr}");
    let bytes = fs::File::open(&out).unwrap();
    let mut zip = zip::ZipArchive::new(bytes).unwrap();
    let mut entries: Vec<String> = zip
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    entries.sort();
    let expected = [
        "One-ferry/ferry.html",
        "captions.csv",
        "con-ferry/ferry.html",
        "one-ferry-2/ferry.html",
        "report.txt",
    ];
    assert_eq!(entries, expected);
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("captions.csv").unwrap(), &mut sheet).unwrap();
    assert_eq!(sheet.lines().count(), 4, "{sheet}");
    assert!(sheet.contains("\none /ferry.txt,photo-1,"), "{sheet}");
}

#[test]
fn the_report_lists_first_what_may_not_be_printed_as_it_is() {
    let folder = folder_with("unused.bin", b"");
    let source = folder.path().join("bundle");
    fs::create_dir(&source).unwrap();
    saved(
        &source,
        "a.jpg",
        r#""usageTerms": "NO SALES", "edNote": "Mandatory credit","#,
    );
    let out = folder.path().join("out");
    let kinds: Vec<&str> = ENDINGS.iter().map(|(kind, _)| *kind).collect();
    let mut command = cutline();
    command
        .args(["export", "--to", &kinds.join(","), "--out"])
        .args([&out, &source]);
    assert_eq!(ran(&mut command).2, 0);
    let report = fs::read_to_string(out.join("report.txt")).unwrap();
    let mut sections = report.split("\n\n").skip(1);
    let first = sections.next().unwrap();
    assert!(first.starts_with("READ FIRST"), "{report}");
    assert!(
        first.contains(
            "photo-1 (photos/a.jpg): usage terms: NO SALES; instructions: Mandatory credit"
        ),
        "{report}"
    );
    for (kind, file) in ENDINGS {
        let text = fs::read_to_string(out.join(file)).unwrap();
        assert!(
            text.contains("NO SALES") && text.contains("Mandatory credit"),
            "{kind}: {text}"
        );
    }
}

#[test]
fn what_the_wire_has_stopped_is_exported_on_request_only() {
    let folder = folder_with("unused.bin", b"");
    let source = folder.path().join("bundle");
    fs::create_dir(&source).unwrap();
    saved(&source, "a.jpg", r#""edNote": "KILL","#);
    let out = folder.path().join("out");
    let (_, stderr, code) = ran(cutline().args(["export", "--out"]).args([&out, &source]));
    assert_eq!(code, 1);
    assert!(
        stderr.contains("the wire says KILL about photo-1") && !out.exists(),
        "{stderr}"
    );
    let (_, stderr, code) = ran(cutline()
        .args(["export", "--stopped", "--out"])
        .args([&out, &source]));
    assert_eq!(code, 0, "{stderr}");
    let report = fs::read_to_string(out.join("report.txt")).unwrap();
    assert!(
        report.contains("- STOPPED: ferry.ninjs.json: photo-1"),
        "{report}"
    );
}

#[test]
fn an_article_that_cannot_be_opened_is_told_and_the_rest_goes_on() {
    let folder = folder_with("unused.bin", b"");
    let queue = folder.path().join("queue");
    fs::create_dir(&queue).unwrap();
    fs::write(queue.join("bad.json"), "{").unwrap();
    fs::write(queue.join("ferry.txt"), FERRY).unwrap();
    let out = folder.path().join("out");
    let (_, _, code) = ran(cutline().args(["export", "--out"]).args([&out, &queue]));
    assert_eq!(code, 1);
    assert_eq!(names(&out), ["captions.csv", "ferry", "report.txt"]);
    let report = fs::read_to_string(out.join("report.txt")).unwrap();
    assert!(report.contains("Left out\n- bad.json: "), "{report}");
}

#[test]
fn an_export_opens_again_without_its_report() {
    let folder = folder_with("unused.bin", b"");
    let source = folder.path().join("bundle");
    fs::create_dir(&source).unwrap();
    saved(&source, "a.jpg", "");
    fs::write(source.join("a.jpg"), b"picture").unwrap();
    let out = folder.path().join("out");
    let mut command = cutline();
    command.args(["export", "--to", "ninjs", "--out"]);
    assert_eq!(ran(command.args([&out, &source])).2, 0);
    let again = folder.path().join("again");
    let mut command = cutline();
    command.args(["export", "--to", "ninjs", "--out"]);
    let (_, stderr, code) = ran(command.args([&again, &out]));
    assert_eq!(code, 0, "{stderr}");
    let text = |folder: &Path| fs::read_to_string(folder.join("ferry.ninjs.json")).unwrap();
    assert_eq!(text(&again), text(&out));
    assert_eq!(fs::read(again.join("photos/a.jpg")).unwrap(), b"picture");
}

/// A page with one photo, as a source that has the name of an export.
const PAGE: &str = "<html><head><title>The ferry is back</title></head><body><article>\
<h1>The ferry is back</h1><p>The ferry came back to Torvik on Monday after four days of storm, carrying \
flour and the post.</p><figure><img src=\"a.jpg\"><figcaption>A ferry leaves Torvik. (AP Photo/Ana Maric)\
</figcaption></figure></article></body></html>";

#[test]
fn an_export_of_several_kinds_is_one_article_again() {
    let folder = folder_with("ferry.html", PAGE.as_bytes());
    let source = folder.path().join("ferry.html");
    let kinds: Vec<&str> = ENDINGS.iter().map(|(kind, _)| *kind).collect();
    for kinds in [
        kinds.join(","),
        "html,ninjs".to_owned(),
        "html,wxr".to_owned(),
    ] {
        for out in ["out", "out.zip"] {
            let made = tempfile::tempdir().unwrap();
            let out = made.path().join(out);
            let mut export = cutline();
            export
                .args(["export", "--to", &kinds, "--out"])
                .args([&out, &source]);
            assert_eq!(ran(&mut export).2, 0);
            let (stdout, stderr, code) = ran(cutline().args(["clean", "--as-is"]).arg(&out));
            assert_eq!(code, 0, "{kinds} {}: {stderr}", out.display());
            assert!(!stderr.contains("changed since"), "{stderr}");
            assert_eq!(
                stdout.matches("\"type\": \"text\"").count(),
                1,
                "{kinds}: {stdout}"
            );
            assert!(stdout.contains("A ferry leaves Torvik."), "{stdout}");
        }
    }
}

#[test]
fn a_kind_that_was_edited_and_is_not_shown_is_named() {
    let folder = folder_with("ferry.html", PAGE.as_bytes());
    let out = folder.path().join("out");
    let mut export = cutline();
    export.args(["export", "--to", "html,ninjs", "--out"]);
    assert_eq!(
        ran(export.args([&out, &folder.path().join("ferry.html")])).2,
        0
    );
    let note = "ferry.html was edited since the export and is not what is shown";
    let (_, stderr, _) = ran(cutline().args(["clean", "--as-is"]).arg(&out));
    assert!(!stderr.contains(note), "{stderr}");
    let page = fs::read_to_string(out.join("ferry.html")).unwrap();
    let edited = page.replacen(
        "class=\"caption\">A ferry leaves",
        "class=\"caption\">A boat leaves",
        1,
    );
    assert_ne!(edited, page);
    fs::write(out.join("ferry.html"), edited).unwrap();
    let (_, stderr, _) = ran(cutline().args(["clean", "--as-is"]).arg(&out));
    assert!(stderr.contains(note), "{stderr}");
    let zip = folder.path().join("out.zip");
    zip_of(&zip, &out);
    let (_, stderr, _) = ran(cutline().args(["clean", "--as-is"]).arg(&zip));
    assert!(stderr.contains(note), "{stderr}");
}

/// A zip of the files of a folder.
fn zip_of(zip: &Path, folder: &Path) {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(fs::File::create(zip).unwrap());
    for name in names(folder) {
        let file = folder.join(&name);
        if file.is_file() {
            let options = zip::write::SimpleFileOptions::default();
            writer.start_file(name, options).unwrap();
            writer.write_all(&fs::read(file).unwrap()).unwrap();
        }
    }
    writer.finish().unwrap();
}

#[test]
fn each_file_of_an_export_opens_by_itself() {
    let folder = folder_with("ferry.html", PAGE.as_bytes());
    let out = folder.path().join("out");
    let mut export = cutline();
    export.args(["export", "--to", "html,ninjs,wxr", "--out"]);
    assert_eq!(
        ran(export.args([&out, &folder.path().join("ferry.html")])).2,
        0
    );
    for name in ["ferry.html", "ferry.ninjs.json", "ferry.wxr.xml"] {
        let (stdout, stderr, code) = ran(cutline().args(["clean", "--as-is"]).arg(out.join(name)));
        assert_eq!(code, 0, "{name}: {stderr}");
        assert!(
            stdout.contains("A ferry leaves Torvik."),
            "{name}: {stdout}"
        );
    }
}

#[test]
fn an_export_of_a_queue_is_that_queue_again() {
    let folder = folder_with("unused.bin", b"");
    let queue = folder.path().join("queue");
    for name in ["one", "two"] {
        fs::create_dir_all(queue.join(name)).unwrap();
        fs::write(queue.join(name).join("ferry.html"), PAGE).unwrap();
    }
    for out in ["out", "out.zip"] {
        let out = folder.path().join(out);
        let mut export = cutline();
        export.args(["export", "--to", "html,ninjs,text", "--out"]);
        assert_eq!(ran(export.args([&out, &queue])).2, 0);
        let clean = folder.path().join("clean");
        let mut command = cutline();
        command.args(["clean", "--out"]).args([&clean, &out]);
        let (_, stderr, code) = ran(&mut command);
        assert_eq!(code, 0, "{stderr}");
        assert_eq!(
            names(&clean),
            ["one-ferry", "two-ferry"],
            "{}",
            out.display()
        );
        fs::remove_dir_all(&clean).unwrap();
    }
}

#[test]
fn an_export_inside_its_own_source_is_no_further_article() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    for out in ["out", "out", "out.zip"] {
        let out = folder.path().join(out);
        let mut export = cutline();
        export.args(["export", "--to", "html,ninjs", "--out"]);
        let (_, stderr, code) = ran(export.args([out.as_path(), folder.path()]));
        assert_eq!(code, 0, "{stderr}");
        assert!(stderr.contains("1 article, 1 photo"), "{stderr}");
    }
    let (stdout, stderr, code) = ran(cutline().args(["clean"]).arg(folder.path()));
    assert_eq!(code, 0, "{stderr}");
    assert!(stdout.contains("Families wait"), "{stdout}");
    assert!(
        stderr.contains(
            "exports of Cutline, which are not listed among the articles: out.zip, out, out.bak"
        ),
        "{stderr}"
    );
    fs::remove_file(folder.path().join("ferry.txt")).unwrap();
    let clean = tempfile::tempdir().unwrap();
    let mut command = cutline();
    command.args(["clean", "--out"]);
    let (_, stderr, code) = ran(command.args([clean.path(), folder.path()]));
    assert_eq!(code, 0, "{stderr}");
    assert!(!stderr.contains("not listed"), "{stderr}");
    let counts = ["out", "out.bak"].map(|place| names(&clean.path().join(place)).len());
    assert_eq!(
        counts,
        [2, 1],
        "without it the zip, the folder and the earlier one are what there is"
    );
}

#[test]
fn another_kind_of_archive_is_refused_by_its_name() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let source = folder.path().join("ferry.txt");
    for name in ["x.tar", "x.tar.gz", "X.7Z"] {
        let place = folder.path().join(name);
        let (_, stderr, code) = ran(cutline().args(["export", "--out"]).args([&place, &source]));
        assert_eq!(code, 1, "{name}");
        assert!(
            stderr.contains("an export is a folder or a file that ends in .zip"),
            "{stderr}"
        );
        assert!(!place.exists(), "{name}");
    }
}

/// Exports a text as these kinds.
fn exported(kinds: &str, out: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let out = folder.path().join(out);
    let mut export = cutline();
    export.args(["export", "--to", kinds, "--out"]);
    let (_, stderr, code) = ran(export.args([&out, &folder.path().join("ferry.txt")]));
    assert_eq!(code, 0, "{stderr}");
    (folder, out)
}

/// Says another word in the caption through the sheet of an export, and saves that.
fn import_into(out: &Path, name: &str, word: &str) {
    let sheet = out.join("ferry.csv");
    let text = fs::read_to_string(&sheet).unwrap();
    fs::write(&sheet, text.replace("Families wait", word)).unwrap();
    let mut import = cutline();
    let (_, stderr, code) = ran(import.arg("import-sheet").args([&sheet, &out.join(name)]));
    assert_eq!(code, 0, "{stderr}");
}

#[test]
fn work_saved_in_an_export_is_opened_and_stays() {
    for (kinds, home) in [
        ("html,csv", "ferry.ninjs.json"),
        ("html,csv,ninjs-1.6", "ferry.ninjs.json"),
        ("html,csv,ninjs", "ferry.html.ninjs.json"),
    ] {
        let (_folder, out) = exported(kinds, "out");
        import_into(&out, "ferry.html", "Villagers wait");
        let home = out.join(home);
        assert!(home.exists(), "{kinds}: {:?}", names(&out));
        for place in [&out, &out.join("ferry.html")] {
            let (_, stderr, code) = ran(cutline().arg("fix").arg(place));
            assert_eq!(code, 0, "{kinds}: {stderr}");
            let saved = fs::read_to_string(&home).unwrap();
            assert!(saved.contains("Villagers wait"), "{kinds}: {stderr}");
            let (stdout, stderr, code) = ran(cutline().args(["clean"]).arg(place));
            assert_eq!(code, 0, "{kinds}: {stderr}");
            assert_eq!(stdout.matches("\"type\": \"text\"").count(), 1, "{kinds}");
            assert!(stdout.contains("Villagers wait"), "{kinds}: {stdout}");
        }
        // A page that was changed since is told, as anywhere.
        let page = out.join("ferry.html");
        let text = fs::read_to_string(&page).unwrap();
        fs::write(&page, text.replace("flour", "mail")).unwrap();
        let (_, stderr, code) = ran(cutline().arg("fix").arg(&out));
        assert_eq!(code, 1, "{kinds}: {stderr}");
        assert!(stderr.contains("changed since"), "{kinds}: {stderr}");
    }
}

#[test]
fn what_is_saved_of_an_export_is_no_further_article() {
    let (_folder, out) = exported("ninjs-1.6,html", "out");
    for _ in 0..2 {
        let (_, stderr, code) = ran(cutline().arg("fix").arg(&out));
        assert_eq!(code, 0, "{stderr}");
    }
    let (stdout, stderr, code) = ran(cutline().args(["clean"]).arg(&out));
    assert_eq!(code, 0, "{stderr}");
    assert_eq!(stdout.matches("\"type\": \"text\"").count(), 1, "{stdout}");
}

/// A folder packed as a program does that keeps the folder itself.
fn packed(folder: &Path, name: &str) -> Vec<u8> {
    let files: Vec<(String, Vec<u8>)> = names(folder)
        .into_iter()
        .map(|file| {
            let bytes = fs::read(folder.join(&file)).unwrap();
            (format!("{name}{file}"), bytes)
        })
        .collect();
    let entries: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    zip(&entries)
}

#[test]
fn a_packed_export_folder_lists_each_article_once() {
    let (folder, out) = exported("html,csv,ninjs,wxr", "out");
    for way in ["", "out/", "desk/monday/out/"] {
        let path = folder.path().join("packed.zip");
        fs::write(&path, packed(&out, way)).unwrap();
        let (stdout, stderr, code) = ran(cutline().args(["clean"]).arg(&path));
        assert_eq!(code, 0, "{way}: {stderr}");
        assert!(!stderr.contains("changed since"), "{way}: {stderr}");
        assert_eq!(
            stdout.matches("\"type\": \"text\"").count(),
            1,
            "{way}: {stdout}"
        );
    }
    import_into(&out, "ferry.html", "Villagers wait");
    let path = folder.path().join("packed.zip");
    fs::write(&path, packed(&out, "out/")).unwrap();
    let (stdout, stderr, code) = ran(cutline().args(["clean"]).arg(&path));
    assert_eq!(code, 0, "{stderr}");
    assert_eq!(stdout.matches("\"type\": \"text\"").count(), 1, "{stdout}");
    assert!(stdout.contains("Villagers wait"), "{stdout}");
}

#[test]
fn an_export_is_what_a_folder_holds_also_where_work_was_saved_of_it() {
    let (folder, out) = exported("html,ninjs", "only.zip");
    fs::remove_file(folder.path().join("ferry.txt")).unwrap();
    let other = folder.path().join("gone.cutline");
    fs::create_dir(&other).unwrap();
    let (_, stderr, code) = ran(cutline().arg("fix").arg(&out));
    assert_eq!(code, 0, "{stderr}");
    let home = folder.path().join("only.cutline");
    let saved = fs::read_to_string(home.join("ferry.ninjs.json")).unwrap();
    for left_over in [false, true] {
        if left_over {
            let gone = saved.replace("only.zip/ferry.ninjs.json", "gone.jsonl:1");
            fs::write(other.join("gone-1.ninjs.json"), gone).unwrap();
        }
        let (_, stderr, code) = ran(cutline().arg("fix").arg(folder.path()));
        assert_eq!(code, 0, "{stderr}");
        let count = 1 + usize::from(left_over);
        assert_eq!(stderr.matches("nothing to fix").count(), count, "{stderr}");
        assert!(
            !stderr.contains("only.zip/ferry.ninjs.json is gone"),
            "{stderr}"
        );
        assert!(!stderr.contains("not listed"), "{stderr}");
    }
    // Beside an article the export goes aside, and what was saved of it.
    fs::write(folder.path().join("quay.txt"), FERRY).unwrap();
    let (_, stderr, _) = ran(cutline().arg("lint").arg(folder.path()));
    assert!(
        stderr.contains("not listed among the articles: only.zip;"),
        "{stderr}"
    );
    assert!(
        !stderr.contains("only.zip/ferry.ninjs.json is gone"),
        "{stderr}"
    );
}

#[test]
fn a_file_of_an_exported_queue_opens_by_itself_also_from_its_own_folder() {
    let folder = folder_with("unused.bin", b"");
    let queue = folder.path().join("queue");
    for name in ["one", "two"] {
        fs::create_dir_all(queue.join(name)).unwrap();
        fs::write(queue.join(name).join("ferry.html"), PAGE).unwrap();
    }
    let out = folder.path().join("out");
    let mut export = cutline();
    export.args(["export", "--to", "html,ninjs", "--out"]);
    assert_eq!(ran(export.args([&out, &queue])).2, 0);
    for article in ["one-ferry", "two-ferry"] {
        let place = out.join(article);
        for name in ["ferry.html", "ferry.ninjs.json"] {
            let mut clean = cutline();
            clean.current_dir(&place).args(["clean", "--as-is", name]);
            let (_, stderr, code) = ran(&mut clean);
            assert_eq!(code, 0, "{article}/{name}: {stderr}");
            assert!(!stderr.contains("changed since"), "{name}: {stderr}");
        }
    }
}

//! `import-sheet`: a sheet edited elsewhere comes back.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{FERRY, cutline, folder_with, ran};

/// Exports the sheet of an article.
fn exported(folder: &Path) -> PathBuf {
    let out = folder.join("out");
    let mut command = cutline();
    command
        .args(["export", "--fix", "--to", "csv", "--out"])
        .args([&out, &folder.join("ferry.txt")]);
    assert_eq!(ran(&mut command).2, 0);
    out.join("ferry.csv")
}

/// Fixes and saves the article, exports its sheet, and edits that.
fn edited(edit: impl Fn(String) -> Vec<u8>) -> (tempfile::TempDir, PathBuf) {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let source = folder.path().join("ferry.txt");
    assert_eq!(ran(cutline().arg("fix").arg(source)).2, 0);
    let sheet = exported(folder.path());
    let text = fs::read_to_string(&sheet).unwrap();
    fs::write(&sheet, edit(text)).unwrap();
    (folder, sheet)
}

/// Imports the sheet into the article.
fn imported(folder: &Path, sheet: &Path, how: &[&str]) -> (String, String, i32) {
    let mut command = cutline();
    command.arg("import-sheet").args(how);
    ran(command.arg(sheet).arg(folder.join("ferry.txt")))
}

/// A program's way to save a sheet, and what it is called.
type Saves<'a> = (&'a str, &'a dyn Fn(String) -> Vec<u8>);

fn saved(folder: &Path) -> String {
    fs::read_to_string(folder.join("ferry.ninjs.json")).unwrap()
}

#[test]
fn an_unedited_sheet_changes_nothing() {
    let (folder, sheet) = edited(String::into_bytes);
    let before = saved(folder.path());
    let (stdout, stderr, code) = imported(folder.path(), &sheet, &[]);
    assert_eq!((stdout.as_str(), code), ("", 0), "{stderr}");
    assert!(stderr.contains("nothing to change"), "{stderr}");
    assert_eq!(saved(folder.path()), before);
}

#[test]
fn an_edited_cell_is_shown_and_saved() {
    let (folder, sheet) = edited(|text| {
        text.replace("Families wait", "Families were waiting")
            .into_bytes()
    });
    let before = saved(folder.path());
    let (stdout, _, code) = imported(folder.path(), &sheet, &["--diff"]);
    assert_eq!(code, 0);
    assert!(
        stdout.contains("caption [line 2]") && stdout.contains("{+were waiting+}"),
        "{stdout}"
    );
    assert_eq!(saved(folder.path()), before, "--diff changes nothing");
    let (shown, stderr, code) = imported(folder.path(), &sheet, &[]);
    assert_eq!((shown, code), (stdout, 0), "{stderr}");
    assert!(saved(folder.path()).contains("Families were waiting for the first ferry"));
    let (stdout, stderr, code) = imported(folder.path(), &sheet, &[]);
    assert_eq!(
        (stdout.as_str(), code),
        ("", 0),
        "the second time nothing is left: {stderr}"
    );
}

#[test]
fn a_sheet_is_read_as_spreadsheets_write_it() {
    let semicolons = |text: String| {
        // As a spreadsheet with the comma as decimal point saves it.
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        writer
            .write_record(reader.headers().unwrap().clone().iter())
            .unwrap();
        for record in reader.records() {
            writer.write_record(record.unwrap().iter()).unwrap();
        }
        String::from_utf8(writer.into_inner().unwrap()).unwrap()
    };
    let changed = |text: String| text.replace("Families wait", "Fähren warten");
    let utf16 = |text: String| {
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let ways: [Saves<'_>; 5] = [
        ("a mark", &|text| {
            format!("\u{feff}{}", changed(text)).into_bytes()
        }),
        ("semicolons", &|text| semicolons(changed(text)).into_bytes()),
        ("told", &|text| {
            format!("sep=;\r\n{}", semicolons(changed(text))).into_bytes()
        }),
        ("tabs", &|text| {
            utf16(semicolons(changed(text)).replace(';', "\t"))
        }),
        ("old Windows", &|text| {
            let text = semicolons(changed(text));
            text.chars()
                .map(|c| u8::try_from(u32::from(c)).unwrap())
                .collect()
        }),
    ];
    for (way, save) in ways {
        let (folder, sheet) = edited(save);
        let (_, stderr, code) = imported(folder.path(), &sheet, &[]);
        assert_eq!(code, 0, "{way}: {stderr}");
        assert!(
            saved(folder.path()).contains("Fähren warten for the first ferry"),
            "{way}"
        );
    }
}

#[test]
fn what_does_not_fit_is_told_with_its_line_and_the_rest_is_taken_over() {
    let (folder, sheet) = edited(|text| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines[0].push_str(",mood");
        lines[1] = lines[1].replace("Families", "People");
        let stranger = lines[1]
            .replace("photo-1", "photo-9")
            .replace("urn:uuid:", "urn:x:");
        let again = lines[1].clone();
        lines.extend([stranger, again]);
        (lines.join("\n") + "\n").into_bytes()
    });
    let (stdout, stderr, code) = imported(folder.path(), &sheet, &[]);
    assert_eq!(code, 1, "{stderr}");
    assert!(
        stderr.contains("ferry.csv:3: photo-9: no photo answers to this row"),
        "{stderr}"
    );
    assert!(
        stderr.contains("ferry.csv:4: photo-1: an earlier row has this photo already"),
        "{stderr}"
    );
    assert!(
        stderr.contains("not known and left alone: mood"),
        "{stderr}"
    );
    assert!(stdout.contains("[-Families-]{+People+}"), "{stdout}");
    assert!(saved(folder.path()).contains("People wait"));
}

#[test]
fn a_field_that_both_changed_since_is_left_alone() {
    let (folder, sheet) = edited(|text| text.replace("Families", "People").into_bytes());
    let now = saved(folder.path()).replace("Families wait", "Families waited");
    fs::write(folder.path().join("ferry.ninjs.json"), &now).unwrap();
    let (_, stderr, code) = imported(folder.path(), &sheet, &[]);
    assert_eq!(code, 1);
    assert!(
        stderr.contains("ferry.csv:2: photo-1: caption: both the sheet and the article changed it"),
        "{stderr}"
    );
    assert_eq!(saved(folder.path()), now);
}

#[test]
fn what_only_the_article_changed_since_stays() {
    let (folder, sheet) = edited(|text| text.replace("Families", "People").into_bytes());
    let now = saved(folder.path()).replace("AP Photo/Ana Maric\"", "AP\"");
    fs::write(folder.path().join("ferry.ninjs.json"), &now).unwrap();
    let (_, stderr, code) = imported(folder.path(), &sheet, &[]);
    assert_eq!(code, 0, "{stderr}");
    let caption = "\"value\": \"Families wait for the first ferry after the storm, in Torvik, Monday, Nov. 16, 2026.\"";
    let expected = now.replace(caption, &caption.replace("Families", "People"));
    assert_eq!(saved(folder.path()), expected);
}

#[test]
fn a_sheet_with_a_cell_that_is_refused_says_the_same_the_second_time() {
    let (folder, sheet) = edited(|text| {
        let text = text.replace("Families", "People");
        text.replace("AP [provider]", "AP [privder]").into_bytes()
    });
    for round in ["first", "second"] {
        let (_, stderr, code) = imported(folder.path(), &sheet, &[]);
        assert_eq!(code, 1, "{round}: {stderr}");
        assert!(
            stderr.contains("photo-1: sources: \"privder\" is no role; write source, distributor"),
            "{round}: {stderr}"
        );
        assert!(!stderr.contains("since the sheet"), "{round}: {stderr}");
        assert!(saved(folder.path()).contains("People wait"), "{round}");
        assert!(!saved(folder.path()).contains("privder"), "{round}");
    }
}

#[test]
fn lines_are_counted_whatever_ends_them() {
    for (way, end, above) in [
        ("Unix", "\n", 0),
        ("Windows", "\r\n", 0),
        ("told", "\r\n", 1),
        ("blank lines", "\n\n", 0),
    ] {
        let (folder, sheet) = edited(|text| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            for name in ["photo-8", "photo-9"] {
                let stranger = lines[1].replace("photo-1", name);
                lines.push(stranger.replace("urn:uuid:", "urn:x:"));
            }
            let head = if above == 1 { "sep=,\r\n" } else { "" };
            format!("{head}{}{end}", lines.join(end)).into_bytes()
        });
        let (_, stderr, _) = imported(folder.path(), &sheet, &[]);
        let step = if way == "blank lines" { 2 } else { 1 };
        for (name, row) in [("photo-8", 2), ("photo-9", 3)] {
            let line = above + 1 + row * step;
            assert!(
                stderr.contains(&format!("ferry.csv:{line}: {name}: ")),
                "{way}: {stderr}"
            );
        }
    }
}

#[test]
fn another_picture_is_told_and_left_alone() {
    let folder = folder_with("ferry.jpg", b"picture");
    let article = r#"{"uri": "urn:x:0", "type": "text", "profile": "cutline-1",
        "associations": [{"name": "photo-1", "uri": "urn:x:1", "type": "picture",
          "renditions": [{"name": "main", "title": "ferry.jpg"}]}],
        "standard": {"name": "ninjs", "version": "3.1"}}"#;
    let file = folder.path().join("a.ninjs.json");
    fs::write(&file, article).unwrap();
    let out = folder.path().join("out");
    let mut export = cutline();
    export.args(["export", "--to", "csv", "--out"]);
    assert_eq!(ran(export.args([&out, &file])).2, 0);
    let sheet = out.join("a.csv");
    let mut import = cutline();
    let (_, stderr, code) = ran(import.arg("import-sheet").args([&sheet, &file]));
    assert_eq!(
        code, 0,
        "an exported picture's own name is no change: {stderr}"
    );
    let text = fs::read_to_string(&sheet).unwrap();
    fs::write(&sheet, text.replace("photos/ferry.jpg", "photos/nets.jpg")).unwrap();
    let mut import = cutline();
    let (_, stderr, code) = ran(import.arg("import-sheet").args([&sheet, &file]));
    assert_eq!(code, 1);
    assert!(
        stderr.contains("a.csv:2: photo-1: picture: a sheet changes no pictures"),
        "{stderr}"
    );
}

#[test]
fn a_table_of_something_else_is_refused() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let sheet = folder.path().join("sales.csv");
    for (text, why) in [
        ("year,sales\n2026,5\n", "this is no caption sheet"),
        ("", "the file is empty; a caption sheet is expected"),
        ("\u{0}\u{1}\u{2}", "save the sheet as CSV"),
    ] {
        fs::write(&sheet, text).unwrap();
        let (_, stderr, code) = imported(folder.path(), &sheet, &[]);
        assert_eq!(code, 1, "{text:?}");
        assert!(
            stderr.contains("sales.csv: ") && stderr.contains(why),
            "{stderr}"
        );
    }
}

//! What is no article: a clear message that names the file, an exit code, nothing lost.

use crate::support::{FERRY, cutline, folder_with, ran};

/// Without optimization a tenth of it takes long enough; `.ci/run` reads all of it.
const MEGABYTES: usize = if cfg!(debug_assertions) { 5 } else { 50 };

#[test]
fn each_bad_input_is_named_and_told_what_to_do() {
    let rubbish: Vec<u8> = (0..4096u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0])
        .collect();
    for (name, bytes, says) in [
        ("empty.txt", &b""[..], "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("rubbish.txt", &rubbish, "no text"),
        (
            "broken.json",
            b"{\n  \"text\": \"One.\",\n  oops\n}",
            "broken.json:3:3: not JSON",
        ),
        ("list.json", b"[1, 2]", "no object"),
        ("other.json", b"{\"a\": 1}", "article text"),
        ("photo.txt", b"\xFF\xD8\xFF\xE0\0\x10JFIF", "JPEG picture"),
    ] {
        let folder = folder_with(name, bytes);
        let path = folder.path().join(name);
        for command in ["clean", "lint", "fix"] {
            let (out, err, code) = ran(cutline().arg(command).arg(&path));
            assert_eq!((out.as_str(), code), ("", 1), "{command} {name}: {err}");
            assert!(
                err.contains(name) && err.contains(says),
                "{command} {name}: {err}"
            );
        }
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn a_path_that_is_not_there_and_a_folder_without_an_article_are_said() {
    let folder = folder_with("notes.bin", b"x");
    let (_, err, code) = ran(cutline().arg("clean").arg(folder.path()));
    assert_eq!(code, 1);
    assert!(err.contains("no article in this folder"), "{err}");
    let (_, err, code) = ran(cutline().arg("clean").arg(folder.path().join("gone.txt")));
    assert_eq!(code, 1);
    assert!(
        err.contains("gone.txt") && err.contains("not there"),
        "{err}"
    );
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let folder = folder_with("a.txt", FERRY.as_bytes());
    std::fs::write(folder.path().join("b.txt"), b"").unwrap();
    std::fs::write(folder.path().join("c.txt"), FERRY).unwrap();
    let out = tempfile::tempdir().unwrap();
    let (_, err, code) = ran(cutline()
        .arg("clean")
        .arg(folder.path())
        .arg("--out")
        .arg(out.path()));
    assert_eq!(code, 1);
    assert!(err.contains("b.txt"), "{err}");
    assert_eq!(
        crate::support::names(out.path()),
        ["a.ninjs.json", "c.ninjs.json"]
    );
}

#[test]
fn another_encoding_is_read_and_said() {
    let text = "The caf\u{e9} in T\u{f3}rshavn is d\u{e9}j\u{e0} vu for the ma\u{ee}tre d\u{2019}h\u{f4}tel, \u{ab}voil\u{e0}\u{bb}.\n\n\
        A quay in T\u{f3}rshavn, Monday, Nov. 16, 2026. (AP Photo/Ana Mari\u{e7})\n".replace('\u{2019}', "'");
    let bytes: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let folder = folder_with("ferry.txt", &bytes);
    let (out, err, code) = ran(cutline().arg("clean").arg(folder.path()));
    assert_eq!(code, 0);
    assert!(err.contains("read as windows-1252"), "{err}");
    assert!(
        out.contains("Tórshavn") && out.contains("Ana Mariç"),
        "{out}"
    );
}

#[test]
fn a_large_text_is_read() {
    let paragraph = "The town hall said that bread would be rationed until the second boat arrives on Thursday.\n\n";
    let mut text = paragraph.repeat(MEGABYTES * 1024 * 1024 / paragraph.len());
    text.push_str(&FERRY[FERRY.find("Families").unwrap()..]);
    let folder = folder_with("large.txt", text.as_bytes());
    let (out, err, code) = ran(cutline().arg("clean").arg(folder.path()));
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("AP Photo/Ana Maric"));
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_said_and_nothing_is_lost() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let news = crate::zips::zip(&[("ferry.txt", FERRY.as_bytes())]);
    std::fs::write(folder.path().join("news.zip"), news).unwrap();
    let mode = |mode| {
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    mode(0o555);
    // Who may do everything is not stopped by a mode.
    let is_stopped = std::fs::write(folder.path().join("probe"), "").is_err();
    let (_, err, code) = ran(cutline().arg("fix").arg(folder.path()));
    mode(0o755);
    if is_stopped {
        assert_eq!(code, 74, "{err}");
        assert!(
            err.contains("ferry.ninjs.json") && err.contains("no permission"),
            "{err}"
        );
        assert!(
            err.contains("news.zip/ferry.txt: nothing is saved: ")
                && err.contains("news.cutline: cannot be made, no permission"),
            "{err}"
        );
        assert_eq!(err.matches("`cutline clean --out DIR`").count(), 2, "{err}");
        assert_eq!(
            crate::support::names(folder.path()),
            ["ferry.txt", "news.zip"]
        );
    } else {
        assert_eq!(code, 0, "{err}");
    }
}

//! `cutline lint`.

use serde_json::Value;

use crate::support::{FERRY, cutline, folder_with, ran};

#[test]
fn findings_name_file_line_photo_and_fix() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let (out, _, code) = ran(cutline().arg("lint").arg(folder.path()));
    assert_eq!(code, 1);
    assert!(
        out.contains("ferry.txt:5: photo-1: error [credit-repeated] The credit is said 3 times"),
        "{out}"
    );
    assert!(out.contains("fix: Keep AP Photo/Ana Maric"), "{out}");
}

#[test]
fn json_and_github_say_the_same() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let (out, _, _) = ran(cutline()
        .args(["lint", "--format", "json"])
        .arg(folder.path()));
    let finding: Value = serde_json::from_str(out.lines().next().unwrap()).unwrap();
    assert_eq!(
        (&finding["rule"], &finding["line"]),
        (&"credit-repeated".into(), &5.into())
    );
    let (out, _, _) = ran(cutline()
        .args(["lint", "--format", "github"])
        .arg(folder.path()));
    assert!(
        out.starts_with("::error file=") && out.contains("line=5,title=credit-repeated::"),
        "{out}"
    );
}

#[test]
fn what_is_fixed_is_clean() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    assert_eq!(ran(cutline().arg("fix").arg(folder.path())).2, 0);
    let (out, _, code) = ran(cutline().arg("lint").arg(folder.path()));
    assert_eq!((out.as_str(), code), ("", 0));
}

#[test]
fn without_a_display_the_window_prints_what_it_would_show() {
    let mut command = cutline();
    command
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET");
    let (out, err, code) = ran(&mut command);
    assert_eq!(code, 0);
    assert!(out.contains("photo-1") && out.contains("Keep "), "{out}");
    assert_eq!(err.lines().count(), 1, "{err}");
}

#[test]
fn the_users_settings_are_obeyed_and_a_wrong_name_is_said() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let settings = folder.path().join("settings.toml");
    let lint = || {
        let mut command = cutline();
        command.arg("lint").arg(folder.path().join("ferry.txt"));
        command.env("CUTLINE_CONFIG", &settings);
        ran(&mut command)
    };
    std::fs::write(&settings, "[rules]\ncredit-repeated = \"off\"\n").unwrap();
    let (out, _, code) = lint();
    assert_eq!((out.as_str(), code), ("", 0));
    std::fs::write(&settings, "[rules]\ncredit-repeatd = \"off\"\n").unwrap();
    let (_, errors, code) = lint();
    assert_eq!(code, 2);
    assert!(
        errors.contains("did you mean \"credit-repeated\"?"),
        "{errors}"
    );
}

#[test]
fn a_bundles_settings_set_severities_and_nothing_else() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let settings = folder.path().join("cutline.toml");
    std::fs::write(&settings, "[rules]\ncredit-repeated = \"note\"\n").unwrap();
    let (_, _, code) = ran(cutline().arg("lint").arg(folder.path()));
    assert_eq!(code, 0, "a note is no problem");
    std::fs::write(&settings, "[style]\ncaption-words = 3\n").unwrap();
    let (out, _, code) = ran(cutline().arg("lint").arg(folder.path()));
    assert_eq!(code, 1);
    assert!(!out.contains("caption-too-long"));
}

#[test]
fn a_picture_that_no_photo_shows_is_named() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    std::fs::write(folder.path().join("ferry-01.jpg"), b"x").unwrap();
    let (out, _, _) = ran(cutline().arg("lint").arg(folder.path()));
    assert!(
        out.contains("[photo-unattached] No picture, and ferry-01.jpg belongs to no photo"),
        "{out}"
    );
}

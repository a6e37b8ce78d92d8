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
    let both = "[rules]\ncredit-repeated = \"note\"\n[style]\ncaption-words = 3\n";
    std::fs::write(&settings, both).unwrap();
    for command in ["lint", "fix", "credits", "clean"] {
        let (out, err, code) = ran(cutline().arg(command).arg(folder.path()));
        assert_eq!(code, 0, "{command}: the severity is obeyed");
        assert!(!out.contains("caption-too-long"));
        assert!(err.contains("[style] is left out"), "{command}: {err}");
    }
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

#[test]
fn settings_that_are_named_and_not_there_are_told() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let mut command = cutline();
    command.env("CUTLINE_CONFIG", folder.path().join("gone.toml"));
    let (out, err, code) = ran(command.arg("lint").arg(folder.path()));
    assert_eq!((out.as_str(), code), ("", 2));
    assert!(err.contains("gone.toml: not there"), "{err}");
}

/// The program where no window can open.
fn without_a_display(path: &std::path::Path) -> (String, String, i32) {
    let mut command = cutline();
    for variable in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(variable);
    }
    ran(command.arg(path))
}

#[test]
fn without_a_display_terms_and_instructions_come_first() {
    let item = serde_json::json!({
        "uri": "http://example.org/1", "type": "picture",
        "standard": { "name": "ninjs", "version": "3.1" },
        "usageTerms": "NO SALES", "edNote": "Kill this photo.",
        "descriptions": [{ "role": "caption", "value": "Nets dry in Torvik." }],
    });
    let folder = folder_with("photo.json", item.to_string().as_bytes());
    let (out, err, code) = without_a_display(folder.path());
    assert_eq!(code, 0, "{err}");
    let place = |text: &str| out.find(text).unwrap_or_else(|| panic!("{text}: {out}"));
    let places = ["NO SALES", "Kill this photo.", "Nets dry in Torvik."].map(place);
    assert!(places.is_sorted(), "{out}");
}

#[test]
fn without_a_display_both_versions_of_a_changed_source_are_printed() {
    let folder = folder_with("ferry.txt", FERRY.as_bytes());
    let path = folder.path().join("ferry.txt");
    ran(cutline().arg("fix").arg(&path));
    std::fs::write(&path, FERRY.replace("Families", "Children")).unwrap();
    let (out, err, code) = without_a_display(&path);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("ferry.txt: changed since"), "{out}");
    assert!(out.contains("caption  Families wait"), "{out}");
    assert!(out.contains("caption  Children wait"), "{out}");
}

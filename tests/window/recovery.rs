//! What a crash leaves, and what another program changed.

use egui::{Key, Modifiers};

use crate::support::{CTRL, FERRY, Window};

#[test]
fn work_that_was_never_saved_is_offered_again() {
    let mut window = Window::on_the_ferry();
    window.type_into("Caption", " Snow");
    window.press(Modifiers::SHIFT, Key::F9);
    window.press(Modifiers::NONE, Key::Enter);
    let before = window.article().photos.clone();
    // A crash: the window is gone, nothing was saved.
    let mut again = window.again("ferry.txt");
    drop(window);
    again.wait("the article is read", |app| app.document().open().is_some());
    assert!(again.shows("Restore unsaved work?"));
    assert!(again.shows("Photo 1 · caption"));
    again.press(Modifiers::NONE, Key::Enter);
    assert_eq!(again.article().photos, before);
    assert!(!again.path("ferry.ninjs.json").exists());
    again.press(CTRL, Key::Z);
    assert!(
        !again.photo(1).caption.ends_with(" Snow"),
        "one undo takes it back"
    );
}

#[test]
fn saved_work_is_not_offered_again() {
    let mut window = Window::on_the_ferry();
    window.type_into("Caption", " Snow");
    window.save();
    let mut again = window.again("ferry.txt");
    drop(window);
    again.wait("the article is read", |app| app.document().open().is_some());
    assert!(!again.shows("Restore unsaved work?"));
    assert!(again.photo(1).caption.ends_with(" Snow"));
}

#[test]
fn a_source_that_changed_is_shown_beside_what_was_saved() {
    let mut window = Window::on_the_ferry();
    window.type_into("Caption", " Snow");
    window.save();
    std::fs::write(
        window.path("ferry.txt"),
        FERRY.replace("Vendors", "Merchants"),
    )
    .unwrap();
    for (button, is_kept) in [
        ("Keep what was saved", true),
        ("Read the source anew", false),
    ] {
        let mut again = window.again("ferry.txt");
        again.wait("it asks", |app| !app.view().overlay.is_none());
        assert!(again.shows("ferry.txt has changed since it was saved"));
        assert!(again.shows("Merchants reopen") && again.shows("Vendors reopen"));
        again.click(button);
        assert_eq!(again.photo(1).caption.ends_with(" Snow"), is_kept);
        assert_eq!(again.photo(2).caption.starts_with("Vendors"), is_kept);
    }
    let mut again = window.again("ferry.txt");
    again.wait("it asks", |app| !app.view().overlay.is_none());
    again.click("Read the source anew");
    again.save();
    assert!(again.file("ferry.ninjs.json").contains("Merchants"));
    assert!(
        again.file("ferry.ninjs.json.bak").contains(" Snow"),
        "what gives way is kept"
    );
}

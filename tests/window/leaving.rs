//! Closing the window and opening another place, with unsaved work.

use egui::{Key, Modifiers, ViewportCommand, ViewportEvent, ViewportId};

use crate::support::{CTRL, PATIENCE, Window};

fn close(window: &mut Window) {
    let viewports = &mut window.harness.input_mut().viewports;
    let info = viewports.entry(ViewportId::ROOT).or_default();
    info.events.push(ViewportEvent::Close);
    window.harness.step();
    let viewports = &mut window.harness.input_mut().viewports;
    viewports
        .entry(ViewportId::ROOT)
        .or_default()
        .events
        .clear();
    window.steps(2);
}

/// Whether the window asked to be closed in one of the next frames.
fn closes(window: &mut Window) -> bool {
    let begun = std::time::Instant::now();
    while begun.elapsed() < PATIENCE {
        let output = window
            .harness
            .output()
            .viewport_output
            .get(&ViewportId::ROOT);
        let commands = output
            .map(|output| output.commands.clone())
            .unwrap_or_default();
        if commands.contains(&ViewportCommand::Close) {
            return true;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        window.harness.step();
    }
    false
}

#[test]
fn closing_with_unsaved_work_asks_and_saves() {
    let mut window = Window::on_the_ferry();
    window.type_into("Caption", " Snow");
    close(&mut window);
    assert!(window.shows("Save the changes to ferry.txt?"));
    window
        .harness
        .key_press_modifiers(Modifiers::NONE, Key::Enter);
    assert!(closes(&mut window), "it closes once it is saved");
    assert!(window.file("ferry.ninjs.json").contains(" Snow"));
}

#[test]
fn closing_can_be_taken_back() {
    let mut window = Window::on_the_ferry();
    window.type_into("Caption", " Snow");
    close(&mut window);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Save the changes to"));
    assert!(window.photo(1).caption.ends_with(" Snow"));
    assert!(!window.path("ferry.ninjs.json").exists());
}

#[test]
fn discarded_work_is_not_offered_again() {
    let mut window = Window::on_the_ferry();
    window.type_into("Caption", " Snow");
    close(&mut window);
    window.click("Discard");
    let again = window.again("ferry.txt");
    drop(window);
    let mut again = again;
    again.wait("the article is read", |app| app.document().open().is_some());
    assert!(!again.shows("Restore unsaved work?"));
    assert!(!again.path("ferry.ninjs.json").exists());
}

#[test]
fn opening_another_place_asks_first() {
    let mut window = Window::on_the_ferry();
    window.type_into("Caption", " Snow");
    window.run("Open the sample");
    assert!(window.shows("Save the changes to ferry.txt?"));
    window.press(Modifiers::NONE, Key::Enter);
    window.wait("the sample is open", |app| {
        let open = app.document().open();
        open.is_some_and(|open| open.bundle.source_name() == "harbour-day.txt")
    });
    assert!(window.path("ferry.ninjs.json").exists());
    window.press(CTRL, Key::Z);
    assert_eq!(window.article().photos.len(), 6, "its history is its own");
}

#[test]
fn nothing_gets_past_the_question_about_unsaved_work() {
    let mut window = Window::on_the_ferry();
    window.type_into("Caption", " Snow");
    close(&mut window);
    window.press(CTRL, Key::K);
    window.press(Modifiers::NONE, Key::F1);
    assert!(window.shows("Save the changes to ferry.txt?"));
    assert!(!window.shows("Find a command"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.photo(1).caption.ends_with(" Snow"));
}

#[test]
fn what_has_no_place_is_asked_for_before_the_window_closes() {
    let mut window = Window::on_the_sample(egui::Theme::Light);
    window.type_into("Caption", " Snow");
    close(&mut window);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Save as"), "it asks where");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.shows("Save the changes to"), "and again whether");
}

#[test]
fn a_source_is_never_written_over() {
    let mut window = Window::on_the_ferry();
    window.type_into("Caption", " Snow");
    for (command, told) in [
        ("Save as…", "is the source, which is never written over"),
        ("Export…", "not overwritten, as Cutline did not make it"),
    ] {
        window.run(command);
        if command == "Export…" {
            window.press(Modifiers::NONE, Key::Enter);
        }
        window.select_all();
        let source = window.path("ferry.txt").to_string_lossy().into_owned();
        window.type_text(&source);
        window.press(Modifiers::NONE, Key::Enter);
        window.wait("it is refused", |app| app.view().notice.is_some());
        assert!(window.shows(told), "{command}");
        assert_eq!(window.file("ferry.txt"), crate::support::FERRY);
    }
}

#[test]
fn what_another_program_wrote_is_asked_about() {
    let mut window = Window::on_the_ferry();
    window.save();
    std::fs::write(window.path("ferry.ninjs.json"), "{}").unwrap();
    window.type_into("Caption", " Snow");
    window.press(CTRL, Key::S);
    window.wait("it asks", |app| !app.view().overlay.is_none());
    assert!(window.shows("ferry.ninjs.json was changed by another program"));
    assert_eq!(window.file("ferry.ninjs.json"), "{}");
    window.click("Save over it");
    window.wait("it is saved", |app| app.document().is_saved(0));
    assert!(window.file("ferry.ninjs.json").contains(" Snow"));
    assert_eq!(window.file("ferry.ninjs.json.bak"), "{}");
}

#[test]
fn two_unsaved_articles_are_both_saved_before_the_window_closes() {
    let mut queue = Window::on_a_queue();
    for name in ["one.txt", "two.txt"] {
        queue.open_next(name);
        queue.type_into("Caption", " Snow");
    }
    close(&mut queue);
    assert!(queue.shows("Save the changes to 2 articles?"));
    queue
        .harness
        .key_press_modifiers(Modifiers::NONE, Key::Enter);
    assert!(closes(&mut queue), "it closes once both are saved");
    for name in ["one.ninjs.json", "two.ninjs.json"] {
        assert!(queue.file(name).contains(" Snow"), "{name}");
    }
}

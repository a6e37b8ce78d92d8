//! Exporting and taking an edited sheet back, by keys and names.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::support::{CTRL, FERRY, Window};

/// Exports what is chosen to this place beside the article.
fn export_to(window: &mut Window, name: &str) {
    window.press(Modifiers::NONE, Key::Enter);
    window.select_all();
    let place = window.path(name).to_string_lossy().into_owned();
    window.type_text(&place);
    window.press(Modifiers::NONE, Key::Enter);
    window.wait("it is exported", |app| {
        app.view().running.is_empty()
            && (app.view().notice.is_some() || !app.view().overlay.is_none())
    });
}

/// Imports this file beside the article.
fn import(window: &mut Window, name: &str) {
    window.run("Import caption sheet…");
    window.select_all();
    let place = window.path(name).to_string_lossy().into_owned();
    window.type_text(&place);
    window.press(Modifiers::NONE, Key::Enter);
    window.wait("the sheet is read", |app| {
        app.view().notice.is_some() || !app.view().overlay.is_none()
    });
}

#[test]
fn an_export_has_the_kinds_that_are_ticked() {
    let mut window = Window::on_the_ferry();
    window.press(CTRL, Key::E);
    assert!(window.shows("ferry.txt, 2 photos"));
    for kind in ["ninjs 3.1", "Text", "Caption sheet (CSV)", "HTML"] {
        window.click(kind);
    }
    export_to(&mut window, "out");
    assert!(window.shows("1 article, 2 photos, 0 pictures"));
    assert!(window.file("out/ferry.html").contains("<figure"));
    assert!(!window.path("out/ferry.ninjs.json").exists());
    window.press(CTRL, Key::E);
    window.click("Zip");
    export_to(&mut window, "out");
    assert!(
        window.path("out.zip").is_file(),
        "what was chosen is chosen still"
    );
}

#[test]
fn nothing_is_exported_without_a_kind() {
    let mut window = Window::on_the_ferry();
    window.press(CTRL, Key::E);
    for kind in ["ninjs 3.1", "Text", "Caption sheet (CSV)"] {
        window.click(kind);
    }
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("ferry.txt, 2 photos"), "the dialog waits");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.app().view().overlay.is_none());
}

#[test]
fn what_may_not_be_printed_is_shown_after_the_export() {
    let mut window = Window::on_the_ferry();
    window.click("Headline, copyright, usage terms");
    window.steps(20);
    window.type_into("Instructions", "NO SALES");
    window.press(CTRL, Key::E);
    export_to(&mut window, "out");
    assert!(window.shows("Exported to out"));
    assert!(window.shows("ferry.txt: photo-1 (no picture): instructions: NO SALES"));
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.app().view().overlay.is_none());
}

#[test]
fn a_queue_is_exported_as_it_stands_in_the_window() {
    let mut queue = Window::on_a_queue();
    queue.open_next("one.txt");
    queue.type_into("Caption", " Snow.");
    queue.press(CTRL, Key::E);
    queue.click("The queue, 2 articles");
    export_to(&mut queue, "out");
    assert!(queue.shows("2 articles, 4 photos, 0 pictures"));
    assert!(queue.file("out/one/one.print.txt").contains("Snow."));
    assert!(!queue.file("out/two/two.print.txt").contains("Snow."));
    assert!(queue.path("out/captions.csv").exists());
}

#[test]
fn an_edited_sheet_is_shown_taken_over_and_taken_back() {
    let mut window = Window::on_the_ferry();
    window.press(CTRL, Key::E);
    export_to(&mut window, "out");
    let before = window.article().clone();
    let sheet = window.file("out/ferry.csv");
    let sheet = sheet
        .replace("Families wait", "People wait")
        .replace("Vendors", "Traders");
    std::fs::write(window.path("edited.csv"), sheet).unwrap();
    import(&mut window, "edited.csv");
    assert!(window.shows("The sheet changes 2 fields"));
    window
        .harness
        .get_by_label_contains("Photo 2 · caption")
        .click();
    window.steps(3);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.photo(1).caption.starts_with("People wait"));
    assert!(
        window.photo(2).caption.starts_with("Vendors"),
        "it was unticked"
    );
    window.press(CTRL, Key::Z);
    assert_eq!(*window.article(), before);
}

#[test]
fn a_sheet_finds_the_articles_of_a_queue_that_nobody_opened() {
    let mut queue = Window::on_a_queue();
    std::fs::write(
        queue.path("two.txt"),
        FERRY.replace("Monday after", "Sunday after"),
    )
    .unwrap();
    queue.open_next("one.txt");
    queue.press(CTRL, Key::E);
    queue.click("The queue, 2 articles");
    export_to(&mut queue, "out");
    let sheet = queue.file("out/captions.csv");
    let (first, second) = sheet.split_once("two.txt").unwrap();
    let second = second.replace("Vendors", "Traders");
    std::fs::write(queue.path("edited.csv"), format!("{first}two.txt{second}")).unwrap();
    import(&mut queue, "edited.csv");
    assert!(queue.shows("two.txt · Photo 2 · caption"));
    queue.press(Modifiers::NONE, Key::Enter);
    let two = &queue
        .app()
        .document()
        .open_at(1)
        .expect("it was read")
        .article;
    assert!(two.photos[1].caption.starts_with("Traders"));
}

#[test]
fn a_table_of_something_else_is_no_sheet() {
    let mut window = Window::on_the_ferry();
    std::fs::write(window.path("sales.csv"), "year,sales\n2026,5\n").unwrap();
    import(&mut window, "sales.csv");
    assert!(window.shows("this is no caption sheet"));
}

//! Open, fix with one key, save; the same bytes as from the command line.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::support::{CTRL, Window, cleaned};

const SAVED: &str = "ferry.ninjs.json";

#[test]
fn fixed_with_one_key_and_saved_it_is_what_clean_prints() {
    let mut window = Window::on_the_ferry();
    let source = window.path("ferry.txt");
    let [as_is, clean] = [&["--as-is"][..], &[]].map(|how| cleaned(&source, how));
    assert_ne!(as_is, clean);
    assert!(
        !window.path(SAVED).exists(),
        "no file before the first save"
    );
    window.save();
    assert_eq!(window.file(SAVED), as_is);
    window.press(Modifiers::SHIFT, Key::F9);
    assert!(window.shows("Fix 2 certain problems"));
    window.press(Modifiers::NONE, Key::Enter);
    window.save();
    assert_eq!(window.file(SAVED), clean);
    window.press(CTRL, Key::Z);
    window.save();
    assert_eq!(window.file(SAVED), as_is);
    assert!(!window.path("ferry.ninjs.json.bak").exists());
}

#[test]
fn an_unticked_fix_is_not_done() {
    let mut window = Window::on_the_ferry();
    window.press(Modifiers::SHIFT, Key::F9);
    window.click(
        "Photo 2: (AP Photo/Jonas Lie) Credit: Jonas Lie Credit: Jonas Lie \
         becomes AP Photo/Jonas Lie",
    );
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.photo(1).credit_line, "AP Photo/Ana Maric");
    assert!(
        window
            .photo(2)
            .credit_line
            .starts_with("(AP Photo/Jonas Lie)")
    );
}

#[test]
fn a_fix_goes_on_to_the_next_problem() {
    let mut window = Window::on_the_ferry();
    assert!(window.shows("error: The credit is said 3 times"));
    window.click("Keep AP Photo/Ana Maric");
    assert_eq!(window.photo(1).credit_line, "AP Photo/Ana Maric");
    assert_eq!(window.selected(), 2);
    window.press(Modifiers::NONE, Key::F9);
    assert_eq!(window.photo(2).credit_line, "AP Photo/Jonas Lie");
    assert_eq!(window.app().document().summary().errors, 0);
}

#[test]
fn an_ignored_problem_is_saved_and_lapses_when_its_text_changes() {
    let mut window = Window::on_the_ferry();
    window.click("Ignore");
    assert_eq!(window.selected(), 2, "the next problem is selected");
    window.save();
    assert!(window.file(SAVED).contains("\"role\": \"ignored\""));
    assert_eq!(window.app().document().summary().errors, 1);
    window.press(Modifiers::ALT, Key::ArrowUp);
    window.type_into("Credit line", " Credit: Ana Maric");
    assert_eq!(window.app().document().summary().errors, 2);
}

#[test]
fn an_ignored_problem_stays_ignored_when_the_file_is_opened_again() {
    let mut window = Window::on_the_ferry();
    window.click("Ignore");
    window.save();
    let mut again = window.again("ferry.txt");
    drop(window);
    again.wait("the article is read", |app| app.document().open().is_some());
    assert_eq!(again.app().document().summary().errors, 1);
    let before = again.photo(1).credit_line.clone();
    again.type_into("Credit line", " Credit: Ana Maric");
    assert_eq!(again.app().document().summary().errors, 2);
    // The text as it was is waved through as it was.
    for _ in 0..4 {
        again.press(CTRL, Key::Z);
    }
    assert_eq!(again.photo(1).credit_line, before);
    assert_eq!(again.app().document().summary().errors, 1);
}

#[test]
fn a_group_of_fixes_is_unticked_at_once_and_by_keyboard() {
    let mut window = Window::on_the_ferry();
    window.press(Modifiers::SHIFT, Key::F9);
    window.click("All 2: credit-repeated");
    assert!(window.shows("Apply 0 fixes"));
    window.click("All 2: credit-repeated");
    assert!(window.shows("Apply 2 fixes"));
    window
        .harness
        .get_by_label("All 2: credit-repeated")
        .focus();
    window.steps(2);
    window.press(Modifiers::NONE, Key::Space);
    assert!(window.shows("Apply 0 fixes"));
    window.press(Modifiers::NONE, Key::Tab);
    window.press(Modifiers::NONE, Key::Space);
    assert!(window.shows("Apply 1 fix"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.photo(1).credit_line, "AP Photo/Ana Maric");
    assert!(window.photo(2).credit_line.contains("Credit: Jonas Lie"));
    window.press(CTRL, Key::Z);
    assert!(window.photo(1).credit_line.contains("Credit: Ana Maric"));
}

#[test]
fn a_stopped_photo_is_asked_about_before_it_is_exported() {
    let mut window = Window::on_the_ferry();
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.select_all_of("Caption");
    window.type_text("PHOTO KILL - Vendors reopen their stalls.");
    window.run("Export…");
    assert!(window.shows("The wire says KILL about photo 2"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.app().view().overlay.is_none());
    window.press(Modifiers::ALT, Key::ArrowUp);
    window.run("Export…");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.selected(), 2, "Enter looks, and exports nothing");
    assert!(window.app().view().overlay.is_none());
    window.run("Export…");
    window.click("Export anyway");
    assert!(
        window.shows("ferry.txt, 2 photos"),
        "it asks what to export"
    );
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Export into a new folder"), "it asks where");
}

#[test]
fn the_files_of_a_folder_open_as_a_queue() {
    let mut queue = Window::on_a_queue();
    queue.click("two.txt");
    queue.wait("the article is read", |app| app.document().open().is_some());
    assert_eq!(queue.article().photos.len(), 2);
    queue.save();
    assert!(queue.path("two.ninjs.json").exists());
}

#[test]
fn a_key_never_decides_a_conflict() {
    let mut window = Window::on_the_sample(egui::Theme::Light);
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.press(Modifiers::ALT, Key::ArrowDown);
    let before = window.photo(3).credit_line.clone();
    window.press(Modifiers::NONE, Key::F9);
    assert_eq!(window.photo(3).credit_line, before);
    assert!(window.shows("There are several ways"));
}

#[test]
fn a_queue_is_worked_by_keys_alone() {
    let mut queue = Window::on_a_queue();
    for name in ["one.txt", "two.txt"] {
        queue.open_next(name);
    }
    queue.press(CTRL, Key::PageUp);
    assert_eq!(queue.app().document().current(), 0);
}

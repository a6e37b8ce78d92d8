//! Typing, undo and redo, finding and replacing.

use egui::{Key, Modifiers};

use crate::support::{CTRL, CTRL_SHIFT, FERRY, Window};

#[test]
fn undo_selects_the_photo_that_it_changes_and_leaves_the_other_alone() {
    let mut window = Window::on_the_ferry();
    let before = window.photo(1).caption.clone();
    window.type_into("Caption", " Snow");
    assert!(window.photo(1).caption.ends_with(" Snow"));
    window.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(window.selected(), 2);
    let second = window.photo(2).clone();
    window.press(CTRL, Key::Z);
    assert_eq!(window.selected(), 1);
    assert_ne!(window.photo(1).caption, format!("{before} Snow"));
    assert_eq!(*window.photo(2), second);
}

#[test]
fn a_word_typed_is_one_step_and_no_field_has_an_undo_of_its_own() {
    let mut window = Window::on_the_ferry();
    let before = window.photo(1).caption.clone();
    window.type_into("Caption", " falls");
    window.type_text(" again");
    window.press(CTRL, Key::Z);
    assert_eq!(window.photo(1).caption, format!("{before} falls "));
    window.press(CTRL, Key::Z);
    window.press(CTRL, Key::Z);
    assert_eq!(window.photo(1).caption, before);
    // One more finds nothing to undo, whatever egui's field remembers.
    window.press(CTRL, Key::Z);
    assert_eq!(window.photo(1).caption, before);
    for _ in 0..3 {
        window.press(CTRL_SHIFT, Key::Z);
    }
    assert_eq!(window.photo(1).caption, format!("{before} falls again"));
}

#[test]
fn one_key_leads_to_the_caption() {
    let mut window = Window::on_the_ferry();
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::F2);
    window.press(CTRL, Key::End);
    window.type_text(" Snow");
    assert!(window.photo(2).caption.ends_with(" Snow"));
}

#[test]
fn the_same_field_of_two_photos_shares_no_cursor() {
    let mut window = Window::on_the_ferry();
    window.type_into("Caption", "!");
    window.press(Modifiers::ALT, Key::ArrowDown);
    let before = window.photo(2).caption.clone();
    window.type_into("Caption", "?");
    assert_eq!(window.photo(2).caption, format!("{before}?"));
    assert!(window.photo(1).caption.ends_with('!'));
}

#[test]
fn an_edited_credit_line_asks_before_it_changes_the_creator() {
    let mut window = Window::on_the_ferry();
    window.click("Keep AP Photo/Ana Maric");
    window.press(Modifiers::ALT, Key::ArrowUp);
    window.select_all_of("Credit line");
    window.type_text("AP Photo/Petra Vik");
    assert_eq!(window.photo(1).creators, ["Ana Maric"]);
    window.click("Set creator to Petra Vik");
    assert_eq!(window.photo(1).creators, ["Petra Vik"]);
}

#[test]
fn a_date_is_taken_once_it_is_one() {
    let mut window = Window::on_the_ferry();
    window.select_all_of("Date");
    window.type_text("2026-11");
    assert_eq!(
        window
            .photo(1)
            .created
            .as_ref()
            .map(|date| date.date_time.as_str()),
        Some("2026-11-01T00:00:00Z")
    );
    window.type_text("-");
    assert!(
        window.photo(1).created.is_some(),
        "half a date changes nothing"
    );
    window.type_text("15");
    assert_eq!(
        window
            .photo(1)
            .created
            .as_ref()
            .map(|date| date.as_said().to_owned()),
        Some("2026-11-15".to_owned())
    );
}

#[test]
fn find_and_replace_is_one_step() {
    let mut window = Window::on_the_ferry();
    window.press(CTRL, Key::H);
    window.type_text("Torvik");
    window.press(Modifiers::NONE, Key::Tab);
    window.type_text("Aldhaven");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(
        window
            .article()
            .photos
            .iter()
            .all(|photo| photo.caption.contains("Aldhaven"))
    );
    window.press(CTRL, Key::Z);
    assert!(
        window
            .article()
            .photos
            .iter()
            .all(|photo| photo.caption.contains("Torvik"))
    );
}

#[test]
fn text_of_the_right_to_left_says_how_it_is_edited() {
    let mut window = Window::in_any_script("ferry.txt", FERRY);
    window.select_all_of("Caption");
    window.type_text("مرفأ");
    assert!(window.shows("Editing shows the words in the order in which they are stored."));
}

#[test]
fn a_source_is_typed_like_any_other_field() {
    let mut window = Window::on_the_ferry();
    window.select_all_of("Source");
    window.type_text("Reuters");
    let source = &window.photo(1).sources[0];
    assert_eq!(
        (source.name.as_str(), source.role.word()),
        ("Reuters", "provider")
    );
    window.press(CTRL, Key::Z);
    assert_eq!(window.photo(1).sources[0].name, "AP");
    window.click("Role of source: provider");
    window.click("Source: where it comes from first");
    assert_eq!(window.photo(1).sources[0].role.word(), "source");
}

#[test]
fn a_date_that_is_none_is_told_and_kept_in_sight() {
    let mut window = Window::on_the_ferry();
    window.select_all_of("Date");
    window.type_text("16 Nov 2026");
    let said = |window: &Window| {
        let created = window.photo(1).created.as_ref();
        created.map(|date| date.as_said().to_owned())
    };
    assert_eq!(said(&window).as_deref(), Some("2026-11-16"));
    window.select_all_of("Date");
    window.type_text("31 Febr 2026");
    window.press(Modifiers::NONE, Key::F2);
    assert!(window.shows("is no date and is not saved"));
    assert!(window.shows("No date yet, so not saved"));
}

#[test]
fn a_second_creator_is_typed_where_the_plus_puts_it() {
    let mut window = Window::on_the_ferry();
    window.type_into("Creator", " Roe");
    window.click("Add a creator");
    window.type_text("Eve Lund");
    assert_eq!(window.photo(1).creators, ["Ana Maric Roe", "Eve Lund"]);
}

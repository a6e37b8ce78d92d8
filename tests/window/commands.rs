//! The palette, the help and the menu show the same list.

use cutline::app::command::Command;
use egui::os::OperatingSystem;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::support::{CTRL, Window};

#[test]
fn the_palette_runs_a_command_by_some_of_its_letters() {
    let mut window = Window::on_the_ferry();
    window.press(CTRL, Key::K);
    window.type_text("contact");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(
        window.app().view().centre,
        cutline::app::view_state::Centre::Sheet
    );
    assert!(window.shows("Picture 1, error"));
}

#[test]
fn the_fix_at_hand_comes_first_in_the_palette() {
    let mut window = Window::on_the_ferry();
    window.press(CTRL, Key::K);
    assert!(window.shows("Keep AP Photo/Ana Maric · photo 1"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.photo(1).credit_line, "AP Photo/Ana Maric");
}

#[test]
fn the_help_shows_every_shortcut() {
    let mut window = Window::on_the_ferry();
    window.press(Modifiers::NONE, Key::F1);
    for command in Command::ALL {
        if let Some(keys) = command.shortcut(OperatingSystem::Nix) {
            let row = format!(
                "{}: {}",
                command.info().name,
                keys.text(OperatingSystem::Nix)
            );
            assert!(window.shows(&row), "{row}");
        }
    }
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Save: Ctrl+S"));
}

#[test]
fn every_command_of_the_menus_has_a_name() {
    let mut window = Window::on_the_ferry();
    for (menu, item) in [
        ("File", "Export…"),
        ("Edit", "Find and replace…"),
        ("Photo", "Add photo"),
        ("View", "Contact sheet"),
        ("Help", "Keyboard"),
    ] {
        // The view of the same name stands to the right of its menu.
        let named = window.harness.get_all_by_label(menu);
        let leftmost = named.min_by(|one, other| one.rect().left().total_cmp(&other.rect().left()));
        leftmost.expect("the menu is there").click();
        window.steps(3);
        assert!(window.shows(item), "{menu} has {item}");
        window.press(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn what_cannot_be_done_says_why() {
    let mut window = Window::on_the_ferry();
    window.press(CTRL, Key::Z);
    assert!(window.shows("Nothing to undo"));
}

#[test]
fn the_colours_follow_a_command() {
    let mut window = Window::on_the_sample(Theme::Light);
    assert_eq!(window.harness.ctx.theme(), Theme::Light);
    window.run("Dark colours");
    assert_eq!(window.harness.ctx.theme(), Theme::Dark);
}

#[test]
fn the_filter_narrows_the_list() {
    let mut window = Window::on_the_sample(Theme::Light);
    window.press(CTRL, Key::F);
    window.type_text("lighthouse");
    assert!(window.shows("1 of 6 photos") || window.shows("Photo 4"));
    assert!(!window.shows("Photo 1, "));
}

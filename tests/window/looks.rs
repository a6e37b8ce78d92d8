//! How the window looks, pixel by pixel: the article in light and dark, the contact sheet, the
//! list of fixes, the credits, the export. `UPDATE_SNAPSHOTS=1 cargo test --test window` draws them anew: look at each.

use egui::{Key, Modifiers, Theme};

use crate::credits::{NETS, show_credits};
use crate::support::{CTRL, Window};

/// The sample, once all its pictures are decoded.
fn sample(theme: Theme) -> Window {
    let mut window = Window::on_the_sample(theme);
    window.wait("the pictures are decoded", |app| app.view().thumbnails == 0);
    window.steps(10);
    window.wait("the pictures are decoded", |app| app.view().thumbnails == 0);
    window
}

#[test]
fn the_article_in_light() {
    sample(Theme::Light).harness.snapshot("article-light");
}

#[test]
fn the_article_in_dark() {
    sample(Theme::Dark).harness.snapshot("article-dark");
}

#[test]
fn the_contact_sheet() {
    let mut window = sample(Theme::Light);
    window.press(CTRL, Key::Num2);
    window.wait("the pictures are decoded", |app| app.view().thumbnails == 0);
    window.harness.snapshot("sheet-light");
}

#[test]
fn the_list_of_fixes() {
    let mut window = sample(Theme::Light);
    window.press(Modifiers::SHIFT, Key::F9);
    window.steps(10);
    window.harness.snapshot("fix-all-light");
}

#[test]
fn the_credits() {
    let mut window = Window::on("nets.txt", NETS);
    show_credits(&mut window);
    window.steps(10);
    window.harness.snapshot("credits-light");
}

#[test]
fn the_choice_of_an_export_in_light() {
    let mut window = sample(Theme::Light);
    window.press(CTRL, Key::E);
    window.steps(10);
    window.harness.snapshot("export-light");
}

#[test]
fn the_choice_of_an_export_in_dark() {
    let mut window = sample(Theme::Dark);
    window.press(CTRL, Key::E);
    window.steps(10);
    window.harness.snapshot("export-dark");
}

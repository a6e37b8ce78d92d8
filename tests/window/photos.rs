//! Photos come, go and move; pictures are attached.

use std::path::Path;
use std::sync::Arc;

use cutline::model::Block;
use egui::{DroppedFile, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::support::{CTRL, CTRL_SHIFT, FERRY, Window};

const PICTURE: &[u8] = include_bytes!("../../assets/sample/photos/dyke-06.jpg");

#[test]
fn not_a_caption_puts_the_original_back_at_its_place() {
    let mut window = Window::on_the_ferry();
    let blocks = window.article().blocks.len();
    window.press(CTRL_SHIFT, Key::M);
    assert_eq!(window.article().photos.len(), 1);
    assert_eq!(window.article().blocks.len(), blocks);
    let Some(Block::Text(text)) = window.article().blocks.get(3) else {
        panic!("the paragraph stands where the photo stood");
    };
    assert!(FERRY.contains(text.as_str()));
    assert!(text.ends_with("(AP Photo/Ana Maric) Credit: Ana Maric Credit: Ana Maric"));
    window.press(CTRL, Key::Z);
    assert_eq!(window.article().photos.len(), 2);
    assert_eq!(window.selected(), 1);
}

#[test]
fn selected_text_becomes_a_caption() {
    let mut window = Window::on_the_ferry();
    let paragraph = window
        .harness
        .get_by_label_contains("Schools reopen on Tuesday")
        .rect();
    // From the first letter to behind the last line.
    window
        .harness
        .hover_at(paragraph.left_top() + egui::vec2(1.0, 8.0));
    window
        .harness
        .drag_at(paragraph.left_top() + egui::vec2(1.0, 8.0));
    window.steps(2);
    window
        .harness
        .hover_at(paragraph.right_bottom() - egui::vec2(1.0, 2.0));
    window.steps(2);
    window
        .harness
        .drop_at(paragraph.right_bottom() - egui::vec2(1.0, 2.0));
    window.steps(2);
    window.press(CTRL, Key::M);
    assert_eq!(window.article().photos.len(), 3);
    let photo = window.photo(window.selected());
    assert_eq!(
        photo.caption,
        "Schools reopen on Tuesday, the town hall said, and bread is rationed until the second boat arrives."
    );
    assert_eq!(photo.name, "photo-3");
}

#[test]
fn photos_are_added_moved_and_removed() {
    let mut window = Window::on_the_ferry();
    let first = window.photo(1).name.clone();
    window.press(
        Modifiers {
            shift: true,
            ..Modifiers::ALT
        },
        Key::ArrowDown,
    );
    assert_eq!(
        (window.photo(2).name.clone(), window.selected()),
        (first, 2)
    );
    window.run("Add photo");
    assert_eq!(window.article().photos.len(), 3);
    assert_eq!(window.selected(), 3);
    assert!(window.photo(3).uri.starts_with("urn:uuid:"));
    window.run("Remove photo");
    assert_eq!(window.article().photos.len(), 2);
    for _ in 0..3 {
        window.press(CTRL, Key::Z);
    }
    assert_eq!(window.photo(1).name, "photo-1");
}

#[test]
fn an_attached_picture_is_moved_into_the_bundle_on_save() {
    let mut window = Window::on_the_ferry();
    std::fs::write(window.path("picture of a dyke.jpg"), PICTURE).unwrap();
    window.press(CTRL_SHIFT, Key::A);
    assert!(window.shows("Attach picture"));
    let path = window.path("picture of a dyke.jpg");
    window.select_all();
    window.type_text(&path.to_string_lossy());
    window.press(Modifiers::NONE, Key::Enter);
    window.wait("the picture is attached", |app| {
        let open = app.document().open().unwrap();
        open.article.photos[0].image.is_some()
    });
    let image = window.photo(1).image.clone().unwrap();
    assert_eq!(image.path, "photos/picture-of-a-dyke.jpg");
    assert_eq!((image.width, image.height), (Some(1600), Some(1000)));
    assert!(
        !window.path("photos").exists(),
        "nothing is written before a save"
    );
    window.save();
    assert_eq!(std::fs::read(window.path(&image.path)).unwrap(), PICTURE);
    assert!(!window.shows("is not there"));
    window.run("Detach picture");
    assert_eq!(window.photo(1).image, None);
    window.press(CTRL, Key::Z);
    assert!(window.photo(1).image.is_some());
}

#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_dropped_picture_is_attached_to_the_selected_photo() {
    let mut window = Window::on_the_ferry();
    std::fs::write(window.path("dyke.jpg"), PICTURE).unwrap();
    window.press(Modifiers::ALT, Key::ArrowDown);
    let file = Arc::new(Dropped(window.path("dyke.jpg")));
    window.harness.input_mut().dropped_files.push(file);
    window.wait("the picture is attached", |app| {
        let open = app.document().open().unwrap();
        open.article.photos[1].image.is_some()
    });
    assert!(window.photo(1).image.is_none());
}

#[test]
fn what_is_no_picture_says_so() {
    let mut window = Window::on_the_ferry();
    std::fs::write(window.path("dyke.jpg"), "a text").unwrap();
    let file = Arc::new(Dropped(window.path("dyke.jpg")));
    window.harness.input_mut().dropped_files.push(file);
    window.wait("it is refused", |app| app.view().notice.is_some());
    assert!(window.shows("dyke.jpg"));
    assert!(window.shows("no picture that Cutline reads"));
    assert!(window.photo(1).image.is_none());
}

#[test]
fn the_pictures_of_a_folder_are_proposed_and_attached_in_one_step() {
    let window = Window::on_the_ferry();
    std::fs::create_dir(window.path("photos")).unwrap();
    for name in ["quay-1.jpg", "quay-2.jpg", "quay-3.jpg"] {
        std::fs::write(window.path("photos").join(name), PICTURE).unwrap();
    }
    let mut folder = window.again("");
    folder.wait("the article is read", |app| app.document().open().is_some());
    assert!(folder.shows("3 pictures without a photo"));
    folder.click("Match pictures…");
    assert!(folder.shows("photos/quay-2.jpg to photo 2: counted in its name as figure 2 is"));
    folder.press(Modifiers::NONE, Key::Enter);
    folder.wait("they are attached", |app| {
        app.document().summary().loose_pictures == 1
    });
    let paths: Vec<_> = folder
        .article()
        .photos
        .iter()
        .map(|photo| photo.image.as_ref().map(|image| image.path.clone()))
        .collect();
    assert_eq!(
        paths,
        [
            Some("photos/quay-1.jpg".into()),
            Some("photos/quay-2.jpg".into())
        ]
    );
    folder.press(CTRL, Key::Z);
    assert_eq!(folder.app().document().summary().loose_pictures, 3);
}

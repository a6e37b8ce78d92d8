//! Zips, files of records and files of several articles, opened as queues.

use cutline::app::document::EntryState;
use cutline::credit::Lexicon;
use cutline::formats::export::{Setting, export};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use serde_json::json;

use crate::support::{CTRL, FERRY, Window};
use crate::zips::{Raw, raw_zip, zip};

const PICTURE: &[u8] = include_bytes!("../../assets/sample/photos/dyke-06.jpg");

fn news() -> Vec<u8> {
    zip(&[
        ("story-1/ferry.txt", FERRY.as_bytes()),
        ("story-1/photos/quay.jpg", PICTURE),
        ("story-2/ferry.txt", FERRY.as_bytes()),
    ])
}

fn crawl(lines: usize) -> Vec<u8> {
    let record = |number: usize| {
        let record = json!({ "title": format!("Ferry {number}"), "text": FERRY });
        format!("{record}\n")
    };
    let mut text: String = (1..=lines).map(record).collect();
    text.push_str("not json\n");
    text.into_bytes()
}

/// Opens a file, and waits until the queue in it is listed.
fn queue(name: &str, bytes: &[u8]) -> Window {
    let window = Window::on("other.txt", FERRY);
    std::fs::write(window.path(name), bytes).unwrap();
    again(&window, name)
}

fn again(window: &Window, name: &str) -> Window {
    let mut queue = window.again(name);
    queue.wait("the file is listed", |app| app.document().is_queue());
    queue
}

fn open(queue: &mut Window, name: &str) {
    queue.click(name);
    queue.wait("the article is read", |app| app.document().open().is_some());
}

#[test]
fn a_zip_opens_as_a_queue_and_its_pictures_show() {
    let mut queue = queue("news.zip", &news());
    assert!(queue.shows("news.zip/story-2/ferry.txt"));
    open(&mut queue, "news.zip/story-1/ferry.txt");
    assert!(queue.shows("1 picture without a photo"));
    queue.click("Match pictures…");
    assert!(queue.shows("photos/quay.jpg to photo 1: next in order"));
    queue.press(Modifiers::NONE, Key::Y);
    queue.press(Modifiers::NONE, Key::Enter);
    queue.wait("it is attached", |app| {
        app.document().summary().loose_pictures == 0
    });
    let image = queue.photo(1).image.clone().unwrap();
    assert_eq!(
        (image.path.as_str(), image.width),
        ("photos/quay.jpg", Some(1600))
    );
    queue.wait("it is drawn", |app| app.view().thumbnails == 0);
    queue.save();
    let saved = queue.file("news.cutline/story-1/ferry.ninjs.json");
    assert!(saved.contains("photos/quay.jpg"), "{saved}");
    assert!(
        !queue.path("news.cutline/story-1/photos").exists(),
        "nothing is extracted"
    );
    let mut once_more = again(&queue, "news.zip");
    open(&mut once_more, "news.zip/story-1/ferry.txt");
    let bundle = &once_more.app().document().open().unwrap().bundle;
    assert!(bundle.is_saved());
    assert_eq!(bundle.picture("photos/quay.jpg").unwrap(), PICTURE);
    assert!(!once_more.shows("without a photo"));
}

#[test]
fn a_picture_attached_to_an_article_of_a_zip_lies_beside_what_is_saved() {
    let mut queue = queue("news.zip", &news());
    std::fs::write(queue.path("dyke.jpg"), PICTURE).unwrap();
    open(&mut queue, "news.zip/story-2/ferry.txt");
    queue.run("Attach picture");
    queue.select_all();
    let path = queue.path("dyke.jpg");
    queue.type_text(&path.to_string_lossy());
    queue.press(Modifiers::NONE, Key::Enter);
    queue.wait("the picture is attached", |app| {
        let open = app.document().open().unwrap();
        open.article.photos[0].image.is_some()
    });
    queue.save();
    let moved = queue.path("news.cutline/story-2/photos/dyke.jpg");
    assert_eq!(std::fs::read(moved).unwrap(), PICTURE);
    let mut once_more = again(&queue, "news.zip");
    open(&mut once_more, "news.zip/story-2/ferry.txt");
    let bundle = &once_more.app().document().open().unwrap().bundle;
    assert_eq!(bundle.picture("photos/dyke.jpg").unwrap(), PICTURE);
    assert!(!once_more.shows("is not there"));
}

#[test]
fn what_cannot_be_opened_says_why_in_its_place() {
    let hostile = [
        Raw::new("ferry.txt", FERRY.as_bytes()),
        Raw::new("../evil.txt", b"x"),
    ];
    let mut queue = queue("news.zip", &raw_zip(&hostile));
    let entries = queue.app().document().entries();
    let failed = entries.iter().find_map(|entry| match &entry.state {
        EntryState::Failed(why) => Some((entry.item.name.as_str(), why.as_str())),
        _ => None,
    });
    let (name, why) = failed.unwrap();
    assert_eq!(name, "news.zip/../evil.txt");
    assert!(why.contains("leads out of the zip"), "{why}");
    open(&mut queue, "news.zip/ferry.txt");
}

#[test]
fn lines_are_saved_one_by_one_and_unsaved_work_comes_back() {
    let mut queue = queue("crawl.jsonl", &crawl(2));
    open(&mut queue, "crawl.jsonl:2");
    assert_eq!(queue.article().headline, "Ferry 2");
    queue.type_into("Caption", " Snow");
    // A crash: the window is gone, nothing was saved.
    let mut once_more = again(&queue, "crawl.jsonl");
    drop(queue);
    open(&mut once_more, "crawl.jsonl:2");
    assert!(once_more.shows("Restore unsaved work?"));
    once_more.press(Modifiers::NONE, Key::Enter);
    once_more.save();
    let saved = once_more.file("crawl.cutline/crawl-2.ninjs.json");
    assert!(
        saved.contains(" Snow") && saved.contains("crawl.jsonl:2"),
        "{saved}"
    );
    once_more.press(CTRL, Key::PageDown);
    once_more.wait("the bad line is tried", |app| {
        app.document().open().is_none() && app.view().running.is_empty()
    });
    assert!(once_more.shows("This did not open"));
    assert!(once_more.shows("crawl.jsonl:3:2: not JSON"));
}

#[test]
fn where_the_folder_cannot_be_made_another_place_is_asked_for() {
    let mut queue = queue("crawl.jsonl", &crawl(2));
    std::fs::write(queue.path("crawl.cutline"), "mine").unwrap();
    open(&mut queue, "crawl.jsonl:2");
    queue.type_into("Caption", " Snow");
    queue.press(CTRL, Key::S);
    queue.wait("it asks", |app| !app.view().overlay.is_none());
    assert!(queue.shows("Save as"));
    let elsewhere = queue.path("elsewhere.ninjs.json");
    queue.select_all();
    queue.type_text(&elsewhere.to_string_lossy());
    queue.press(Modifiers::NONE, Key::Enter);
    queue.wait("it is saved", |app| app.document().edited().is_empty());
    assert!(queue.file("elsewhere.ninjs.json").contains(" Snow"));
}

#[test]
fn articles_that_were_only_looked_at_do_not_stay_in_memory() {
    let mut queue = queue("crawl.jsonl", &crawl(40));
    open(&mut queue, "crawl.jsonl:1");
    queue.type_into("Caption", " Snow");
    for number in 2..=40 {
        queue.press(CTRL, Key::PageDown);
        queue.wait("the article is read", |app| app.document().open().is_some());
        assert_eq!(queue.article().headline, format!("Ferry {number}"));
    }
    let document = queue.app().document();
    let open = (0..40).filter(|key| document.open_at(*key).is_some());
    assert!(open.count() < 35);
    assert!(document.open_at(0).is_some(), "it was changed");
    assert!(document.open_at(1).is_none());
}

#[test]
fn an_export_opens_as_one_article_and_says_where_it_was_edited() {
    let window = Window::on("other.txt", FERRY);
    let article = cutline::formats::read("a.txt", FERRY.as_bytes(), &Lexicon::built_in());
    let article = article.unwrap().into_first().unwrap().article;
    let out = window.path("out");
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("report.txt"), "Cutline export: HTML, ninjs 3.1\n").unwrap();
    let page = export("html").unwrap().text(&article, &Setting::now());
    let page = page.unwrap();
    std::fs::write(out.join("ferry.html"), &page).unwrap();
    let json = export("ninjs").unwrap().text(&article, &Setting::now());
    std::fs::write(out.join("ferry.ninjs.json"), json.unwrap()).unwrap();
    let is_read = |app: &cutline::app::App| app.document().open().is_some();
    let mut opened = window.again("out");
    opened.wait("the article is read", is_read);
    assert!(!opened.app().document().is_queue());
    assert!(opened.shows("out/ferry.ninjs.json") || opened.shows("ferry.ninjs.json"));
    assert!(!opened.shows("edited since Cutline exported it; read as it says now"));
    std::fs::remove_file(out.join("ferry.ninjs.json")).unwrap();
    // Not in the normalized form that it carries.
    let (shown, carried) = page.split_at(page.rfind("<script").unwrap());
    let shown = shown.replace("AP Photo", "EPA Photo");
    std::fs::write(out.join("ferry.html"), format!("{shown}{carried}")).unwrap();
    let mut opened = window.again("out");
    opened.wait("the article is read", is_read);
    let notes = &opened.app().document().open().unwrap().bundle.notes;
    let note = "edited since Cutline exported it; read as it says now";
    assert_eq!(notes, &[note]);
    assert!(opened.photo(1).credit_line.contains("EPA Photo"));
}

/// What the list says below the name of an article.
fn row(queue: &Window, name: &str) -> String {
    let row = queue.harness.get_by_label(name);
    row.value().unwrap_or_default()
}

/// Saves both lines of a queue that is made for it.
fn saved_queue() -> Window {
    let mut queue = queue("crawl.jsonl", &crawl(2));
    for name in ["crawl.jsonl:1", "crawl.jsonl:2"] {
        open(&mut queue, name);
        queue.type_into("Caption", " Snow");
        queue.save();
        queue.click("All 3 articles");
    }
    queue
}

#[test]
fn saved_work_whose_source_is_gone_says_so_and_is_saved_where_it_stands() {
    let queue = saved_queue();
    let lines = crawl(2);
    let first = lines.split(|byte| *byte == b'\n').next().unwrap();
    std::fs::write(queue.path("crawl.jsonl"), first).unwrap();
    let mut once_more = again(&queue, "crawl.jsonl");
    let gone = "crawl.cutline/crawl-2.ninjs.json";
    assert_eq!(row(&once_more, "crawl.jsonl:1"), "Not opened yet");
    assert_eq!(row(&once_more, gone), "Source gone: crawl.jsonl:2");
    open(&mut once_more, gone);
    assert!(once_more.shows("its source crawl.jsonl:2 is gone"));
    once_more.type_into("Caption", " Ice");
    once_more.save();
    assert!(once_more.file(gone).contains("Snow Ice"));
    once_more.click("All 2 articles");
    let told = row(&once_more, gone);
    assert!(
        told.starts_with("Source gone: crawl.jsonl:2 · 2 photos"),
        "{told}"
    );
}

#[test]
fn a_source_that_changed_says_so_before_and_after_it_is_opened() {
    let queue = saved_queue();
    let changed = String::from_utf8(crawl(2))
        .unwrap()
        .replacen("flour", "mail", 1);
    std::fs::write(queue.path("crawl.jsonl"), changed).unwrap();
    for (button, expected) in [
        ("Keep what was saved", "Source changed · 2 photos · ninjs 3"),
        ("Read the source anew", "2 photos · JSON record"),
    ] {
        let mut once_more = again(&queue, "crawl.jsonl");
        assert_eq!(row(&once_more, "crawl.jsonl:1"), "Source changed");
        assert_eq!(row(&once_more, "crawl.jsonl:2"), "Not opened yet");
        once_more.click("crawl.jsonl:1");
        once_more.wait("it asks", |app| !app.view().overlay.is_none());
        once_more.click(button);
        once_more.wait("the article is read", |app| app.document().open().is_some());
        once_more.click("All 3 articles");
        assert_eq!(row(&once_more, "crawl.jsonl:1"), expected);
    }
}

//! The page of credits: spellings side by side, one chosen for all, taken back in one step.

use cutline::app::view_state::Centre;
use cutline::model::Photo;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::support::{CTRL, CTRL_SHIFT, PATIENCE, Window};

/// One credit in three spellings, one more that is perhaps the same, and one by somebody else.
pub(crate) const NETS: &str = "The boats came back to Torvik on Monday after four days of storm, carrying flour.\n\n\
Nets dry on the quay, in Torvik, Monday, Nov. 16, 2026. (AP Photo/Irena Kovac)\n\n\
A crane lifts a hull, in Torvik, Monday, Nov. 16, 2026. (Irena Kovač/AP)\n\n\
Children watch the crane, in Torvik, Monday, Nov. 16, 2026. (Irina Kovac/AP)\n\n\
A tram waits in the snow, in Torvik, Monday, Nov. 16, 2026. (Bo Lind/Reuters)\n\n";

fn lines(window: &Window) -> Vec<String> {
    let line = |photo: &Photo| photo.credit_line.clone();
    window.article().photos.iter().map(line).collect()
}

/// Opens the page and waits until the credits are compared.
pub(crate) fn show_credits(window: &mut Window) {
    window.press(CTRL, Key::Num4);
    wait_for(window, "Filter credits");
}

pub(crate) fn wait_for(window: &mut Window, name: &str) {
    let begun = std::time::Instant::now();
    while begun.elapsed() < PATIENCE {
        if window.shows(name) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        window.harness.step();
    }
    panic!("{name} is not shown");
}

const AS_READ: [&str; 4] = [
    "(AP Photo/Irena Kovac)",
    "(Irena Kovač/AP)",
    "(Irina Kovac/AP)",
    "(Bo Lind/Reuters)",
];

#[test]
fn one_spelling_is_written_for_all_and_what_is_perhaps_the_same_stays() {
    let mut window = Window::on("nets.txt", NETS);
    assert_eq!(lines(&window), AS_READ);
    show_credits(&mut window);
    assert!(window.shows("Irena Kovač/AP, 3 photos · 3 spellings"));
    assert!(window.shows("Bo Lind/Reuters, 1 photo"));
    assert!(window.shows("perhaps the same: a name differs a little"));
    assert!(window.shows("photo 1: Credit line (AP Photo/Irena Kovac) becomes Irena Kovač/AP"));
    assert!(window.shows("photo 1: Creator Irena Kovac becomes Irena Kovač"));
    assert!(!window.shows("photo 3: "), "it is only perhaps the same");
    window.press(Modifiers::NONE, Key::Enter);
    let written = ["Irena Kovač/AP", "Irena Kovač/AP", AS_READ[2], AS_READ[3]];
    assert_eq!(lines(&window), written);
    assert_eq!(window.photo(1).creators, ["Irena Kovač"]);
    assert_eq!(window.photo(3).creators, ["Irina Kovac"]);
    window.press(CTRL, Key::Z);
    assert_eq!(lines(&window), AS_READ);
    assert_eq!(window.photo(1).creators, ["Irena Kovac"]);
    assert_eq!(
        window.app().view().centre,
        Centre::Credits,
        "the page stays"
    );
}

#[test]
fn another_spelling_can_be_chosen_and_photos_unticked() {
    let mut window = Window::on("nets.txt", NETS);
    show_credits(&mut window);
    window.click("Change (Irina Kovac/AP), 1 photo");
    assert!(window.shows("photo 3: Credit line (Irina Kovac/AP) becomes Irena Kovač/AP"));
    let offer = "Write (AP Photo/Irena Kovac), 1 photo";
    let ring = window.harness.get_by_label_contains(offer);
    ring.click();
    window.steps(3);
    assert!(window.shows("photo 3: Credit line (Irina Kovac/AP) becomes (AP Photo/Irena Kovac)"));
    window.click("photo 2: Credit line (Irena Kovač/AP) becomes (AP Photo/Irena Kovac)");
    window.click("Write (AP Photo/Irena Kovac) in 1 photo");
    let written = [AS_READ[0], AS_READ[1], AS_READ[0], AS_READ[3]];
    assert_eq!(lines(&window), written);
}

#[test]
fn keys_choose_credits_and_spellings() {
    let mut window = Window::on("nets.txt", NETS);
    show_credits(&mut window);
    window.press(Modifiers::NONE, Key::Num2);
    assert!(window.shows("Write (AP Photo/Irena Kovac) in 1 photo"));
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert!(window.shows("Write Bo Lind/Reuters in 1 photo"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(lines(&window)[3], "Bo Lind/Reuters");
    window.press(CTRL, Key::F);
    window.type_text("irina");
    assert!(window.shows("1 of 2 credits") || !window.shows("Bo Lind/Reuters, 1 photo"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(
        lines(&window)[0],
        "Irena Kovač/AP",
        "Enter works from the filter"
    );
}

#[test]
fn what_was_set_by_hand_is_not_taken_along() {
    let mut window = Window::on("nets.txt", NETS);
    window.select_all_of("Creator");
    window.type_text("Eva Roe");
    show_credits(&mut window);
    assert!(!window.shows("photo 1: Creator"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.photo(1).credit_line, "Irena Kovač/AP");
    assert_eq!(window.photo(1).creators, ["Eva Roe"]);
}

#[test]
fn one_undo_takes_it_back_in_two_articles_of_a_queue() {
    let first = Window::on("one.txt", NETS);
    std::fs::write(first.path("two.txt"), NETS).unwrap();
    let mut queue = first.again("");
    queue.wait("the folder is listed", |app| app.document().is_queue());
    queue.press(CTRL, Key::Num4);
    wait_for(&mut queue, "No article is open yet");
    queue.press(Modifiers::NONE, Key::Enter);
    wait_for(&mut queue, "Irena Kovač/AP, 6 photos · 3 spellings");
    assert!(queue.shows("one.txt · photo 1: Credit line"));
    assert!(queue.shows("two.txt · photo 1: Credit line"));
    queue.press(Modifiers::NONE, Key::Enter);
    let credits = |queue: &Window| {
        let document = queue.app().document();
        [0, 1].map(|key| {
            document.open_at(key).unwrap().article.photos[0]
                .credit_line
                .clone()
        })
    };
    assert_eq!(credits(&queue), ["Irena Kovač/AP"; 2]);
    assert_eq!(queue.app().document().edited().len(), 2);
    queue.press(CTRL, Key::Z);
    assert_eq!(credits(&queue), [AS_READ[0]; 2]);
    assert!(queue.app().document().edited().is_empty());
    queue.press(CTRL_SHIFT, Key::Z);
    assert_eq!(credits(&queue), ["Irena Kovač/AP"; 2]);
}

#[test]
fn opening_the_rest_can_be_stopped_and_what_was_read_stays() {
    const COUNT: usize = 300;
    let first = Window::on("article-000.txt", NETS);
    // So much to read that nobody is done before the button is pressed, on no machine.
    let long = format!(
        "{NETS}\n{}",
        "Boats lie at the quay in Torvik. (Ann Lee/AP)\n\n".repeat(60)
    );
    for number in 1..COUNT {
        std::fs::write(first.path(&format!("article-{number:03}.txt")), &long).unwrap();
    }
    let mut queue = first.again("");
    queue.wait("the folder is listed", |app| app.document().is_queue());
    queue.press(CTRL, Key::Num4);
    wait_for(&mut queue, &format!("Open all {COUNT} articles"));
    queue.click(&format!("Open all {COUNT} articles"));
    wait_for(&mut queue, "Filter credits");
    queue.click("Stop opening articles");
    wait_for(&mut queue, "are not open: their credits are not counted");
    let open = |queue: &Window| {
        let document = queue.app().document();
        (0..COUNT)
            .filter(|key| document.open_at(*key).is_some())
            .count()
    };
    let opened = open(&queue);
    assert!(opened > 0 && opened < COUNT, "{opened} are open");
    queue.click(&format!("Open {} articles", COUNT - opened));
    queue.wait("all are open", |app| {
        (0..COUNT).all(|key| app.document().open_at(key).is_some())
    });
}

#[test]
fn nothing_out_of_sight_is_changed_from_the_page() {
    let mut window = Window::on("nets.txt", NETS);
    window.press(Modifiers::NONE, Key::F8);
    show_credits(&mut window);
    window.press(Modifiers::NONE, Key::F9);
    assert!(window.shows("Show the article first"));
    assert_eq!(lines(&window), AS_READ);
    window.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(window.app().view().centre, Centre::Article);
}

#[test]
fn an_article_without_a_credit_says_what_to_do() {
    let mut window = Window::on("plain.txt", "The ferry came back to Torvik on Monday.\n");
    window.press(CTRL, Key::Num4);
    wait_for(&mut window, "No photo has a credit");
}

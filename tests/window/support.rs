//! A window for tests: opened on files in a folder of its own, driven by keys and names.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use cutline::app::dialog::Dialogs;
use cutline::app::{App, Surroundings};
use cutline::bundle::StateFolder;
use cutline::lint::House;
use cutline::model::{Article, Photo};
use egui::os::OperatingSystem;
use egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::renderer::Soft;

/// An article in the shape of a crawl: two photos, each with its credit said three times.
pub(crate) const FERRY: &str = " date 2026-11-16 The ferry came back to Torvik on Monday after four days of storm, carrying flour.\n\n\
Schools reopen on Tuesday, the town hall said, and bread is rationed until the second boat arrives.\n\n\
Associated Press writer Lena Holm in Torvik contributed to this report.\n\n\
Families wait for the first ferry after the storm, in Torvik, Monday, Nov. 16, 2026. (AP Photo/Ana Maric) \
Credit: Ana Maric Credit: Ana Maric\n\n\
Vendors reopen their stalls on the harbor square, in Torvik, Monday, Nov. 16, 2026. (AP Photo/Jonas Lie) \
Credit: Jonas Lie Credit: Jonas Lie\n\n";

/// Ctrl as a window reports it.
pub(crate) const CTRL: Modifiers = Modifiers {
    ctrl: true,
    command: true,
    ..Modifiers::NONE
};
/// Ctrl and Shift as a window reports them.
pub(crate) const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..CTRL
};

/// How long a job may take.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// A window and the folder that its files lie in.
pub(crate) struct Window {
    /// Drives it.
    pub(crate) harness: Harness<'static, Option<App>>,
    folder: Arc<tempfile::TempDir>,
}

impl Window {
    /// Opens one file with this text, and waits until it is read.
    pub(crate) fn on(name: &str, text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("bundle")).unwrap();
        std::fs::write(folder.path().join("bundle").join(name), text).unwrap();
        Self::in_folder(Arc::new(folder), Some(name), Theme::Light)
    }

    /// The same, where letters are typed for which only the system has a font.
    pub(crate) fn in_any_script(name: &str, text: &str) -> Self {
        let window = Self::on(name, text);
        let tofu = egui::MissingGlyphPolicy::Tofu;
        window.harness.ctx.set_missing_glyph_policy(tofu);
        window
    }

    /// Opens the article about the ferry.
    pub(crate) fn on_the_ferry() -> Self {
        Self::on("ferry.txt", FERRY)
    }

    /// Opens a folder with the article twice, as `one.txt` and `two.txt`.
    pub(crate) fn on_a_queue() -> Self {
        let window = Self::on("one.txt", FERRY);
        std::fs::write(window.path("two.txt"), FERRY).unwrap();
        let mut queue = window.again("");
        queue.wait("the folder is listed", |app| app.document().is_queue());
        queue
    }

    /// Opens the next article of the queue by its keys.
    pub(crate) fn open_next(&mut self, name: &str) {
        self.press(CTRL, Key::PageDown);
        self.wait("the article is read", |app| {
            let open = app.document().open();
            open.is_some_and(|open| open.bundle.source_name() == name)
        });
    }

    /// Opens the built-in sample.
    pub(crate) fn on_the_sample(theme: Theme) -> Self {
        Self::in_folder(Arc::new(tempfile::tempdir().unwrap()), None, theme)
    }

    /// Opens a file again as the program's next start would.
    pub(crate) fn again(&self, name: &str) -> Self {
        Self::begun(Arc::clone(&self.folder), Some(name), Theme::Light)
    }

    fn in_folder(folder: Arc<tempfile::TempDir>, name: Option<&str>, theme: Theme) -> Self {
        let mut window = Self::begun(folder, name, theme);
        window.wait("the article is read", |app| app.document().open().is_some());
        window
    }

    fn begun(folder: Arc<tempfile::TempDir>, name: Option<&str>, theme: Theme) -> Self {
        let paths: Vec<PathBuf> = name
            .map(|name| folder.path().join("bundle").join(name))
            .into_iter()
            .collect();
        let state = folder.path().join("state");
        let frame = move |ui: &mut egui::Ui, app: &mut Option<App>| {
            if let Some(app) = app {
                app.ui(ui);
                return;
            }
            // Fonts that are set in this frame hold from the next on.
            let surroundings = Surroundings {
                house: House::default(),
                state: StateFolder::at(&state),
                dialogs: Dialogs::Own,
            };
            let mut new = App::new(ui.ctx(), surroundings);
            if paths.is_empty() {
                new.open_sample();
            } else {
                new.open(paths.clone());
            }
            *app = Some(new);
        };
        let harness = Harness::builder()
            .with_size((1440.0, 900.0))
            .with_theme(theme)
            .with_os(OperatingSystem::Nix)
            .renderer(Soft::default())
            .build_ui_state(frame, None);
        Self { harness, folder }
    }

    /// The window's state.
    pub(crate) fn app(&self) -> &App {
        self.harness.state().as_ref().expect("the window is open")
    }

    /// The article that is shown.
    pub(crate) fn article(&self) -> &Article {
        &self
            .app()
            .document()
            .open()
            .expect("an article is open")
            .article
    }

    /// A photo of it, counted from 1.
    pub(crate) fn photo(&self, number: usize) -> &Photo {
        &self.article().photos[number - 1]
    }

    /// Which photo is selected, counted from 1.
    pub(crate) fn selected(&self) -> usize {
        let selected = self.app().view().selected.expect("a photo is selected");
        self.article().position(selected).expect("it is there") + 1
    }

    /// A path in the folder of the article.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("bundle").join(name)
    }

    /// A file in the folder of the article, as text.
    pub(crate) fn file(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Presses keys; the window takes them in.
    pub(crate) fn press(&mut self, held: Modifiers, key: Key) {
        self.harness.key_press_modifiers(held, key);
        self.steps(3);
    }

    /// Types letters into what has the focus.
    pub(crate) fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.harness.event(egui::Event::Text(letter.to_string()));
            self.harness.step();
        }
        self.steps(2);
    }

    /// Types at the end of a field.
    pub(crate) fn type_into(&mut self, field: &str, text: &str) {
        self.harness.get_by_label(field).focus();
        self.steps(2);
        self.press(CTRL, Key::End);
        self.type_text(text);
    }

    /// Selects all of a field, so that what is typed replaces it.
    pub(crate) fn select_all_of(&mut self, field: &str) {
        self.harness.get_by_label(field).focus();
        self.steps(2);
        self.select_all();
    }

    /// The same in the field that has the focus.
    pub(crate) fn select_all(&mut self) {
        self.press(CTRL, Key::A);
    }

    /// Runs a command by its name.
    pub(crate) fn run(&mut self, command: &str) {
        self.press(CTRL, Key::K);
        self.type_text(command);
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// Presses what has this name.
    pub(crate) fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.steps(3);
    }

    /// Whether something has this name, or one that holds it.
    pub(crate) fn shows(&self, name: &str) -> bool {
        self.harness
            .query_all_by_label_contains(name)
            .next()
            .is_some()
    }

    /// Some frames.
    pub(crate) fn steps(&mut self, count: usize) {
        for _ in 0..count {
            self.harness.step();
        }
    }

    /// Frames until something is so; jobs run meanwhile.
    pub(crate) fn wait(&mut self, what: &str, is_so: impl Fn(&App) -> bool) {
        let begun = Instant::now();
        while !self.harness.state().as_ref().is_some_and(&is_so) {
            assert!(begun.elapsed() < PATIENCE, "still waiting: {what}");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.steps(3);
    }

    /// Saves and waits until it is done.
    pub(crate) fn save(&mut self) {
        self.press(CTRL, Key::S);
        self.wait("the article is saved", |app| {
            let document = app.document();
            document.is_saved(document.current()) && app.view().running.is_empty()
        });
    }
}

/// What the command line prints for this file.
pub(crate) fn cleaned(file: &Path, arguments: &[&str]) -> String {
    let mut command = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("cutline"));
    command.env("CUTLINE_CONFIG", "");
    let output = command
        .arg("clean")
        .args(arguments)
        .arg(file)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

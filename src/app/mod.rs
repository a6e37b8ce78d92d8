//! The window: reads the document and asks with commands; holds no rule of its own.
//!
//! [`App`] owns four things: the [`document::Document`], the [`view_state::ViewState`], the
//! [`jobs::Jobs`] and the journal of what is not saved yet. In a frame, what the jobs bring back is
//! taken in; the shortcuts that were pressed become [`ask::Ask`]s; the `views` draw, and ask for more; then `apply` does what was asked, in one
//! place. So a key press reaches the model in the frame in which it is typed.

mod apply;
mod arrive;
pub mod ask;
mod bidi;
pub mod command;
mod credits;
pub mod dialog;
pub mod diff;
pub mod document;
mod export;
mod files;
mod fonts;
mod fuzzy;
pub mod highlight;
mod import_sheet;
pub mod jobs;
mod navigate;
pub mod pictures;
pub mod reading;
pub mod shortcut;
pub mod theme;
pub mod view_state;
pub mod views;
pub mod widgets;

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;

use eframe::{NativeOptions, Renderer};
use egui::{CentralPanel, Context, Frame, Panel, Rangef, Ui, ViewportBuilder, ViewportCommand};

use crate::bundle::{Journal, StateFolder};
use crate::lint::House;
use ask::Ask;
use command::Command;
use dialog::Dialogs;
use document::Document;
use files::Leave;
use jobs::{Done, Jobs, Opened};
use view_state::{Centre, Overlay, ViewState};

/// The window's icon.
const ICON: &[u8] = include_bytes!("../../assets/icon.png");

/// Opens the window on these paths, or on the sample where there are none; comes back when it is closed.
///
/// # Errors
/// Where there is no display or no driver, in a plain sentence.
pub fn run(paths: Vec<PathBuf>, surroundings: Surroundings) -> Result<(), String> {
    let mut viewport = ViewportBuilder::default()
        .with_title("Cutline")
        .with_app_id("cutline")
        .with_inner_size(theme::FIRST_WINDOW)
        .with_min_inner_size(theme::SMALLEST_WINDOW)
        .with_drag_and_drop(true);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(icon);
    }
    let options = NativeOptions {
        viewport,
        renderer: Renderer::Glow,
        ..NativeOptions::default()
    };
    let open = move |creation: &eframe::CreationContext<'_>| {
        let mut app = App::new(&creation.egui_ctx, surroundings);
        if paths.is_empty() {
            app.open_sample();
        } else {
            app.open(paths);
        }
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native("cutline", options, Box::new(open)).map_err(|error| why_not(&error))
}

/// Why there is no window, in a plain sentence.
fn why_not(error: &eframe::Error) -> String {
    match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => {
            "there is no display here".to_owned()
        }
        eframe::Error::Glutin(_)
        | eframe::Error::NoGlutinConfigs(..)
        | eframe::Error::OpenGL(_) => "there is no OpenGL driver here".to_owned(),
        eframe::Error::AppCreation(reason) => reason.to_string(),
    }
}

/// What the window is given from outside.
pub struct Surroundings {
    /// How the house wants it.
    pub house: House,
    /// Where unsaved work is kept.
    pub state: StateFolder,
    /// Whose dialogs ask for paths.
    pub dialogs: Dialogs,
}

impl Surroundings {
    /// Those of the user at this machine.
    #[must_use]
    pub fn of_user(house: House) -> Self {
        Self {
            house,
            state: StateFolder::of_user(),
            dialogs: Dialogs::of_user(),
        }
    }
}

/// The window.
pub struct App {
    document: Document,
    view: ViewState,
    jobs: Jobs,
    journal: Journal,
    dialogs: Dialogs,
    /// What is done once nothing unsaved is left.
    leave: Option<Leave>,
    /// Arrived while it could not be taken in.
    later: Vec<Done>,
    /// Articles of the queue in two versions, until it is said which one to go on with.
    versions: BTreeMap<usize, Opened>,
    /// What waits to be asked, one after another.
    questions: VecDeque<Overlay>,
    is_leaving: bool,
    title: String,
}

impl App {
    /// Nothing is open yet.
    #[must_use]
    pub fn new(ctx: &Context, surroundings: Surroundings) -> Self {
        fonts::install(ctx);
        theme::install(ctx);
        let mut document = Document::default();
        document.house = surroundings.house;
        Self {
            document,
            view: ViewState::default(),
            jobs: Jobs::new(ctx, surroundings.state),
            journal: Journal::new(),
            dialogs: surroundings.dialogs,
            leave: None,
            later: Vec::new(),
            versions: BTreeMap::new(),
            questions: VecDeque::new(),
            is_leaving: false,
            title: String::new(),
        }
    }

    /// What is open.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What is shown.
    #[must_use]
    pub fn view(&self) -> &ViewState {
        &self.view
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.arrive(&ctx);
        let mut asks = self.pressed(&ctx);
        self.take_drops(&ctx);
        self.view.pictures.article = self.document.current();
        self.view.pointing = view_state::Pointed::default();
        if self.view.overlay.is_none()
            && let Some(question) = self.questions.pop_front()
        {
            self.view.overlay = question;
        }
        self.panels(ui, &mut asks);
        self.overlay(ui, &mut asks);
        if self.view.pointed != self.view.pointing {
            self.view.pointed = self.view.pointing;
            ctx.request_repaint();
        }
        for ask in asks {
            self.apply(&ctx, ask);
        }
        self.compare_credits();
        self.write_journal();
        self.order_pictures(&ctx);
        self.close_or_stay(&ctx);
        self.name_window(&ctx);
    }

    /// The commands whose keys were pressed. While something lies over the window, only those that
    /// open and close it.
    fn pressed(&self, ctx: &Context) -> Vec<Ask> {
        let os = ctx.os();
        let is_free = self.view.overlay.is_none();
        let can_toggle = matches!(self.view.overlay, Overlay::Palette(_) | Overlay::Keys);
        let filters = [views::list::filter_id(), views::credits::filter_id()];
        let is_filtering =
            ctx.memory(|memory| filters.into_iter().any(|filter| memory.has_focus(filter)));
        let mut asks = Vec::new();
        ctx.input_mut(|input| {
            for command in Command::ALL.iter().copied() {
                let own_undo = matches!(command, Command::Undo | Command::Redo) && is_filtering;
                let toggles = matches!(command, Command::Palette | Command::Keys);
                let zooms = matches!(
                    command,
                    Command::ZoomIn | Command::ZoomOut | Command::ZoomFit
                );
                // Where no picture is looked at, these keys scale the window itself.
                let scales = zooms && self.view.centre != Centre::Photo;
                let is_let_through = is_free || (toggles && can_toggle);
                if own_undo || scales || !is_let_through {
                    continue;
                }
                if command
                    .shortcut(os)
                    .is_some_and(|shortcut| shortcut.take(&mut input.events))
                {
                    asks.push(Ask::Do(command));
                }
            }
        });
        asks
    }

    fn panels(&mut self, ui: &mut Ui, asks: &mut Vec<Ask>) {
        let (document, view) = (&self.document, &mut self.view);
        let p = theme::palette(ui);
        let bar = Frame::new().fill(p.panel);
        Panel::top("bar")
            .exact_size(theme::BAR_HEIGHT)
            .frame(bar)
            .resizable(false)
            .show(ui, |ui| {
                views::toolbar::show(ui, document, view, asks);
            });
        Panel::bottom("status")
            .exact_size(theme::STATUS_HEIGHT)
            .frame(bar)
            .resizable(false)
            .show(ui, |ui| {
                views::status::show(ui, document, view, asks);
            });
        let most = (ui.available_width() * 0.36).max(theme::PANEL_MIN_WIDTH);
        let widths = Rangef::new(theme::PANEL_MIN_WIDTH, most);
        if !document.entries().is_empty() {
            Panel::left("list")
                .default_size(theme::LIST_WIDTH)
                .size_range(widths)
                .frame(bar)
                .show(ui, |ui| {
                    views::list::show(ui, document, view, asks);
                });
        }
        let has_photos = document
            .open()
            .is_some_and(|open| !open.article.photos.is_empty());
        if has_photos && view.centre != Centre::Credits {
            Panel::right("inspector")
                .default_size(theme::INSPECTOR_WIDTH)
                .size_range(widths)
                .frame(bar)
                .show(ui, |ui| {
                    views::inspector::show(ui, document, view, asks);
                });
        }
        CentralPanel::no_frame()
            .frame(Frame::new().fill(p.paper))
            .show(ui, |ui| {
                let has_articles = !document.entries().is_empty();
                let is_open = document.open().is_some();
                match view.centre {
                    Centre::Credits if has_articles => {
                        views::credits::show(ui, document, view, asks);
                    }
                    _ if !is_open => views::welcome::show(ui, document, asks),
                    Centre::Article | Centre::Credits => {
                        views::article::show(ui, document, view, asks);
                    }
                    Centre::Sheet => views::sheet::show(ui, document, view, asks),
                    Centre::Photo => views::picture::show(ui, document, view, asks),
                }
            });
    }

    fn overlay(&mut self, ui: &mut Ui, asks: &mut Vec<Ask>) {
        let overlay = std::mem::take(&mut self.view.overlay);
        let (document, view) = (&self.document, &mut self.view);
        let stays = match overlay {
            Overlay::None => return,
            Overlay::Palette(state) => views::palette::show(ui, state, document, view, asks),
            Overlay::Keys => views::keys::show(ui),
            Overlay::FixAll(state) => views::fix_all::show(ui, state, document, asks),
            Overlay::Match(state) => {
                views::match_pictures::show(ui, state, document, &mut view.pictures, asks)
            }
            Overlay::Replace(state) => views::replace::show(ui, state, document, asks),
            Overlay::Close(state) => views::close::show(ui, state, document, asks),
            Overlay::Path(state) => views::path_dialog::show(ui, state, asks),
            Overlay::Why(code) => views::why::show(ui, code),
            Overlay::Recover(state) => views::recover::show(ui, state, asks),
            Overlay::Overwrite(state) => views::overwrite::show(ui, state, asks),
            Overlay::Changed(state) => views::changed::show(ui, state, asks),
            Overlay::Export(choice) => views::export::show(ui, choice, document, asks),
            Overlay::Exported(state) => views::exported::show(ui, state),
            Overlay::ImportSheet(state) => views::import_sheet::show(ui, state, document, asks),
            Overlay::Stopped(state) => views::stopped::show(ui, state, asks),
        };
        self.view.overlay = stays;
    }

    fn name_window(&mut self, ctx: &Context) {
        let title = match self.document.open() {
            None => "Cutline".to_owned(),
            Some(open) => {
                let mark = if self.document.edited().is_empty() {
                    ""
                } else {
                    "● "
                };
                format!("{mark}{} — Cutline", open.bundle.source_name())
            }
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.ui(ui);
    }
}

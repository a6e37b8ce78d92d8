//! Opening, saving, exporting, attaching: what starts a job.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use super::App;
use super::dialog::{self, Dialogs, Purpose};
use super::document::EntryState;
use super::jobs::{Done, Order, Task};
use super::view_state::{Overlay, ViewState};
use super::views::export::Shape;
use super::views::{close, path_dialog};
use crate::bundle::{self, Item, Listing, Proposal, SaveTo};
use crate::model::PhotoId;

/// What is done once nothing unsaved is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Leave {
    /// Close the window.
    Close,
    /// Open another place.
    Open(Vec<PathBuf>),
    /// Show what a place holds.
    Show(Listing),
    /// Open the sample.
    Sample,
}

impl App {
    /// Opens paths; unsaved work is asked about first.
    pub fn open(&mut self, paths: Vec<PathBuf>) {
        self.leave = Some(Leave::Open(paths));
    }

    /// Opens the sample; unsaved work is asked about first.
    pub fn open_sample(&mut self) {
        self.leave = Some(Leave::Sample);
    }

    /// Goes on with leaving where nothing holds it back: no question, no dialog, nothing being
    /// written, and nothing unsaved; the last is asked about. Called every frame.
    pub(super) fn close_or_stay(&mut self, ctx: &Context) {
        let wants_close = ctx.input(|input| input.viewport().close_requested());
        if wants_close && !self.is_leaving {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.leave = Some(Leave::Close);
        }
        let is_held = !self.view.overlay.is_none() || self.jobs.is_writing_or_asking();
        if self.leave.is_none() || is_held {
            return;
        }
        if !self.document.edited().is_empty() {
            self.view.overlay = Overlay::Close(close::State);
            return;
        }
        match self.leave.take() {
            None => {}
            Some(Leave::Close) => {
                self.is_leaving = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Some(Leave::Open(paths)) => {
                self.jobs.stop_reading();
                self.jobs.list(paths, self.document.house.clone());
            }
            Some(Leave::Show(Listing {
                items,
                mut notes,
                asides,
            })) => {
                self.set_queue(items);
                notes.extend(asides);
                if let Some((first, others)) = notes.split_first() {
                    let more = match others.len() {
                        0 => String::new(),
                        count => format!(" (and {count} more)"),
                    };
                    self.view.warn(format!("{first}{more}"));
                }
                if !self.document.is_queue() {
                    self.show_article(0);
                }
            }
            Some(Leave::Sample) => {
                self.jobs.stop_reading();
                self.set_queue(vec![Item::named("The sample")]);
                self.document.set_reading(0);
                self.jobs.open_sample(self.document.house.clone());
            }
        }
    }

    /// Another queue is open; nothing of the last one stays.
    pub(super) fn set_queue(&mut self, items: Vec<Item>) {
        self.journal.clear();
        self.jobs.begin_queue();
        self.questions.clear();
        self.later.clear();
        self.versions.clear();
        self.document.set_queue(items);
        let centre = self.view.centre;
        let export = self.view.export.clone();
        let mut pictures = std::mem::take(&mut self.view.pictures);
        pictures.clear();
        self.view = ViewState {
            centre,
            export,
            pictures,
            ..ViewState::default()
        };
        self.view.list.shows_articles = self.document.is_queue();
    }

    /// Shows an article of the queue, and reads it where it was not.
    pub(super) fn show_article(&mut self, key: usize) {
        self.document.show(key);
        self.view.list.filter.clear();
        self.view.selected_text = None;
        self.view.selected = None;
        let Some(entry) = self.document.entries().get(key) else {
            return;
        };
        if matches!(entry.state, EntryState::Reading) {
            return;
        }
        let item = entry.item.clone();
        if self.document.open_at(key).is_some() {
            self.view.list.shows_articles = false;
            self.keep_selection();
        } else {
            self.document.set_reading(key);
            self.jobs.open(key, item, self.document.house.clone());
        }
    }

    /// Saves an article where it belongs; asks where it belongs nowhere.
    pub(super) fn save(&mut self, ctx: &Context, key: usize) {
        let has_place = self
            .document
            .open_at(key)
            .is_some_and(|open| open.bundle.saves_to().is_some());
        if has_place {
            self.save_to(key, SaveTo::InPlace);
        } else {
            self.ask_path(ctx, Purpose::Save(key));
        }
    }

    /// Saves a snapshot of an article; one save of it at a time.
    pub(super) fn save_to(&mut self, key: usize, to: SaveTo) {
        if self.jobs.is_saving(key) {
            self.view
                .tell("This article is being saved. Save again when it is done.");
            return;
        }
        let state = self.document.begin_save(key);
        self.write_journal();
        self.journal.saving(key);
        if let Some(open) = self.document.open_at(key) {
            self.jobs.save(
                key,
                state,
                Arc::clone(&open.bundle),
                open.article.clone(),
                to,
            );
        }
    }

    /// Saves everything that was edited; what has no place is asked about, one after another.
    pub(super) fn save_all(&mut self, ctx: &Context) {
        for key in self.document.edited().clone() {
            if !self.jobs.is_saving(key) && self.view.overlay.is_none() {
                self.save(ctx, key);
            }
        }
    }

    /// Asks for a path: by the system's dialog, else by our own.
    pub(super) fn ask_path(&mut self, ctx: &Context, purpose: Purpose) {
        if self.dialogs == Dialogs::Own {
            self.ask_path_ourselves(purpose, false);
            return;
        }
        let name = self.suggested_name(&purpose);
        let wait = dialog::ask(&purpose, &name, &self.folder());
        self.jobs.start("Asking for a path", Task::Ask, move || {
            Done::Chosen(purpose, wait())
        });
        ctx.request_repaint();
    }

    /// Opens our own dialog for a path; it says so where it stands in for the system's.
    pub(super) fn ask_path_ourselves(&mut self, purpose: Purpose, is_stand_in: bool) {
        let at = self.folder().join(if purpose.is_writing() {
            self.suggested_name(&purpose)
        } else {
            String::new()
        });
        self.view.overlay = Overlay::Path(path_dialog::State::new(purpose, &at, is_stand_in));
    }

    /// Where dialogs begin: beside the article, else where the program was started.
    fn folder(&self) -> PathBuf {
        let entry = self.document.entries().get(self.document.current());
        let file = entry.map(|entry| entry.item.file());
        let beside = file.filter(|file| !file.as_os_str().is_empty());
        let beside = beside.and_then(|file| std::path::absolute(file).ok());
        let beside = beside.and_then(|file| Some(file.parent()?.to_owned()));
        beside.unwrap_or_else(|| std::env::current_dir().unwrap_or_default())
    }

    fn suggested_name(&self, purpose: &Purpose) -> String {
        let key = if let Purpose::Save(key) = purpose {
            *key
        } else {
            self.document.current()
        };
        let open = self.document.open_at(key);
        let saved = open
            .map(|open| open.bundle.saved_name())
            .unwrap_or_default();
        let stem = saved.strip_suffix(".ninjs.json").unwrap_or(&saved);
        match purpose {
            Purpose::Export(Shape::Folder) => format!("{stem}-export"),
            Purpose::Export(Shape::Zip) => format!("{stem}.zip"),
            _ => saved,
        }
    }

    /// A path was chosen.
    pub(super) fn chosen(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::OpenFile | Purpose::OpenFolder => self.open(vec![path]),
            Purpose::Save(key) => self.save_to(key, SaveTo::File(path)),
            Purpose::Export(_) => self.export(path),
            Purpose::Sheet => self.read_sheet(path),
            Purpose::Attach(key, photo) => self.attach(key, path, photo),
        }
    }

    /// Copies a picture for this photo, or for a new one.
    pub(super) fn attach(&mut self, key: usize, file: PathBuf, photo: Option<PhotoId>) {
        let Some(open) = self.document.open_at(key) else {
            return;
        };
        self.jobs.attach(
            key,
            photo,
            file,
            Arc::clone(&open.bundle),
            open.article.clone(),
        );
    }

    /// Measures pictures of the bundle before they are attached.
    pub(super) fn measure(&mut self, proposals: Vec<Proposal>) {
        let key = self.document.current();
        if let Some(open) = self.document.open() {
            self.jobs.measure(key, proposals, Arc::clone(&open.bundle));
        }
    }

    /// Files that were dropped on the window: pictures are attached, anything else is opened.
    pub(super) fn take_drops(&mut self, ctx: &Context) {
        let (is_held, dropped) = ctx.input(|input| {
            let dropped: Vec<PathBuf> = input
                .raw
                .dropped_files
                .iter()
                .map(|file| file.path().to_path_buf())
                .collect();
            (!input.raw.hovered_files.is_empty(), dropped)
        });
        let target = self.view.drop_target.take().filter(|_| !dropped.is_empty());
        self.view.is_dropping = is_held;
        if dropped.is_empty() {
            return;
        }
        let (pictures, places): (Vec<_>, Vec<_>) = dropped
            .into_iter()
            .partition(|path| bundle::is_picture(&path.to_string_lossy()));
        if !places.is_empty() {
            self.open(places);
            return;
        }
        let is_bare = |id: &PhotoId| {
            self.document
                .photo(*id)
                .is_some_and(|photo| photo.image.is_none())
        };
        let mut target = target
            .or(self.view.selected.filter(is_bare))
            .filter(|_| pictures.len() == 1);
        let key = self.document.current();
        for picture in pictures {
            self.attach(key, picture, target.take());
        }
    }

    /// Has the pictures made that the last frame asked for.
    pub(super) fn order_pictures(&mut self, ctx: &Context) {
        let wanted = self.view.pictures.take_wanted();
        let orders = wanted.into_iter().filter_map(|key| {
            let bundle = Arc::clone(&self.document.open_at(key.article)?.bundle);
            Some(Order {
                side: key.size.side(ctx),
                key,
                bundle,
            })
        });
        let orders = orders.collect();
        self.jobs.paint(orders);
        self.view.thumbnails = self.jobs.painting();
        self.view.running = self.jobs.running();
    }
}

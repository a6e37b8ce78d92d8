//! Exporting: what is asked before it, and the job that does it.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::App;
use super::dialog::Purpose;
use super::document::EntryState;
use super::jobs::{Done, Task};
use super::view_state::Overlay;
use super::views::export::{Choice, Scope, Shape};
use super::views::{exported, stopped};
use crate::bundle::export::{Articles, ExportError, Exporter, Order, Report, Stopped};
use crate::bundle::{self, Bundle, Item};
use crate::formats::export::{Setting, export};
use crate::lint::House;
use crate::model::Article;

/// An article to be exported.
enum Source {
    /// As it stands in the window.
    Open(String, Arc<Bundle>, Box<Article>),
    /// As it lies on disk, as nobody opened it.
    Listed(Item),
    /// It could not be read, and why.
    Failed(String, String),
}

impl App {
    /// Asks what to export; before that, about photos that the wire has stopped.
    pub(super) fn begin_export(&mut self) {
        match stopped::State::of(&self.document) {
            Some(question) => self.view.overlay = Overlay::Stopped(question),
            None => self.choose_export(Stopped::LeftOut),
        }
    }

    /// Asks what to export, beginning with what was chosen last.
    pub(super) fn choose_export(&mut self, stopped: Stopped) {
        let mut choice = self.view.export.clone();
        choice.stopped = stopped;
        if !self.document.is_queue() {
            choice.scope = Scope::Article;
        }
        self.view.overlay = Overlay::Export(choice);
    }

    /// What to export is chosen: asks where to.
    pub(super) fn ask_export_place(&mut self, ctx: &Context, choice: Choice) {
        let purpose = Purpose::Export(choice.shape);
        self.view.export = choice;
        self.ask_path(ctx, purpose);
    }

    /// Exports to this place, as it was chosen.
    pub(super) fn export(&mut self, path: PathBuf) {
        let choice = self.view.export.clone();
        let current = self.document.current();
        let entries = self.document.entries().iter().enumerate();
        let sources = entries.filter(|(key, _)| choice.scope == Scope::Queue || *key == current);
        let sources: Vec<(Source, Stopped)> = sources
            .map(|(key, entry)| {
                let name = entry.item.name.clone();
                let source = match &entry.state {
                    EntryState::Open(open) => Source::Open(
                        name,
                        Arc::clone(&open.bundle),
                        Box::new(open.article.clone()),
                    ),
                    EntryState::Listed | EntryState::Reading => Source::Listed(entry.item.clone()),
                    EntryState::Failed(why) => Source::Failed(name, why.clone()),
                };
                // What was asked about is the article that is shown.
                let stopped = if key == current {
                    choice.stopped
                } else {
                    Stopped::LeftOut
                };
                (source, stopped)
            })
            .collect();
        let order = order(&choice, path, sources.len());
        let house = self.document.house.clone();
        self.jobs.start("Exporting", Task::Write, move || {
            let exported = run(order, sources, &house);
            Done::Exported(exported.map(Box::new).map_err(|error| error.to_string()))
        });
    }

    /// An export is done: what must be read is shown, the rest is told.
    pub(super) fn exported(&mut self, report: &Report) {
        if report.must_be_read() && self.view.overlay.is_none() {
            self.view.overlay = Overlay::Exported(exported::State::new(report));
            return;
        }
        let place = report.place.display();
        self.view
            .tell(format!("Exported to {place}: {}", report.summary()));
    }
}

fn order(choice: &Choice, mut place: PathBuf, count: usize) -> Order {
    let is_zip = place
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    if choice.shape == Shape::Zip && !is_zip {
        let mut name = place.file_name().unwrap_or_default().to_owned();
        name.push(".zip");
        place.set_file_name(name);
    }
    Order {
        kinds: choice
            .kinds
            .iter()
            .filter_map(|name| export(name))
            .collect(),
        place,
        pictures: choice.pictures,
        articles: if count > 1 {
            Articles::Several
        } else {
            Articles::One
        },
        setting: Setting::now(),
    }
}

fn run(
    order: Order,
    sources: Vec<(Source, Stopped)>,
    house: &House,
) -> Result<Report, ExportError> {
    let mut exporter = Exporter::new(order)?;
    for (source, stopped) in sources {
        match source {
            Source::Open(name, bundle, article) => {
                exporter.add(&name, &bundle, &article, stopped)?;
            }
            Source::Failed(name, why) => exporter.leave_out(&name, &why),
            Source::Listed(item) => match bundle::open(&item, house) {
                Err(why) => exporter.leave_out(&item.name, &why.to_string()),
                Ok(bundle) if bundle.source_changed => {
                    exporter.leave_out(&item.name, "its source has changed since it was saved");
                }
                Ok(bundle) => {
                    exporter.add(&item.name, &bundle, &bundle.article, stopped)?;
                }
            },
        }
    }
    exporter.finish()
}

//! What the jobs bring back, taken in in one place.

use std::sync::Arc;

use egui::Context;

use super::App;
use super::dialog::Chosen;
use super::jobs::{self, Done};
use super::view_state::Overlay;
use crate::bundle::{Attached, Bundle};
use crate::edit::{Edit, StateId};
use crate::lint::Finding;
use crate::model::PhotoId;

impl App {
    /// Takes in what the jobs brought back since the last frame.
    pub(super) fn arrive(&mut self, ctx: &Context) {
        let done: Vec<Done> = self.later.drain(..).chain(self.jobs.take_done()).collect();
        for done in done {
            match done {
                Done::Listed(Ok(items)) => {
                    self.set_queue(items);
                    if !self.document.is_queue() {
                        self.show_article(0);
                    }
                }
                Done::Opened(key, opened) => self.opened(key, *opened),
                Done::Saved {
                    article,
                    state,
                    result,
                } => self.saved(ctx, article, state, *result),
                Done::Exported(Ok(path)) => {
                    self.view.tell(format!("Exported to {}", path.display()));
                }
                Done::Listed(Err(why)) | Done::Exported(Err(why)) => self.view.warn(why),
                Done::Attached(key, photo, attached) if self.jobs.is_saving(key) => {
                    // The save brings back the bundle that this one changes.
                    self.later.push(Done::Attached(key, photo, attached));
                }
                Done::Attached(key, photo, attached) => self.attached(key, photo, *attached),
                Done::Painted(key, made) => self.view.pictures.set(ctx, key, made),
                Done::Chosen(purpose, Chosen::Path(path)) => self.chosen(purpose, path),
                Done::Chosen(purpose, Chosen::NoDialog) => self.ask_path_ourselves(purpose),
                Done::Chosen(_, Chosen::Nothing) => self.leave = None,
                Done::Folder(folder, entries) => {
                    if let Overlay::Path(state) = &mut self.view.overlay {
                        state.set_folder(folder, entries);
                    }
                }
            }
        }
    }

    fn opened(&mut self, key: usize, opened: Result<Bundle, String>) {
        self.document.set_read(key, opened);
        if key != self.document.current() {
            return;
        }
        let Some(open) = self.document.open() else {
            return;
        };
        if open.bundle.source_changed {
            self.view.warn(
                "The source has changed since this was saved. Saving keeps what you see here.",
            );
        }
        self.view.list.shows_articles = false;
        self.keep_selection();
        if let Some(photo) = self.view.selected {
            let first = self
                .document
                .findings(photo)
                .iter()
                .position(Finding::is_problem);
            self.view.problem = first.unwrap_or_default();
        }
    }

    fn saved(&mut self, ctx: &Context, key: usize, state: StateId, result: Result<Bundle, String>) {
        match result {
            Err(why) => {
                self.leave = None;
                self.view.warn(why);
            }
            Ok(bundle) => {
                let place = bundle.saves_to().map(jobs::name).unwrap_or_default();
                let told = [format!("Saved to {place}")]
                    .into_iter()
                    .chain(bundle.notes.iter().cloned())
                    .collect::<Vec<_>>()
                    .join("; ");
                self.document.set_saved(key, state, bundle);
                self.view.tell(told);
                if self.leave.is_some() {
                    self.save_all(ctx);
                }
            }
        }
    }

    fn attached(&mut self, key: usize, photo: Option<PhotoId>, attached: Result<Attached, String>) {
        let attached = match attached {
            Ok(attached) => attached,
            Err(why) => {
                self.view.warn(why);
                return;
            }
        };
        let Some(open) = self.document.open_at_mut(key) else {
            return;
        };
        let path = attached.image.path.clone();
        if let Some(staged) = attached.staged {
            Arc::make_mut(&mut open.bundle).stage(path.clone(), staged);
        }
        let (photo, mut edits) = match photo {
            Some(photo) => (photo, Vec::new()),
            None => crate::edit::add_photo(&open.article, None, &super::apply::new_uri()),
        };
        edits.push(Edit::SetImage {
            photo,
            image: Some(attached.image),
        });
        let done = self.document.apply_at(key, "Attach picture", edits);
        match done {
            Err(error) => self.view.warn(error.to_string()),
            Ok(()) if key == self.document.current() => {
                self.view.select(photo);
                self.view.tell(format!("Attached {path}"));
            }
            Ok(()) => {}
        }
    }
}

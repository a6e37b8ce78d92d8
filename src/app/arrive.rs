//! What the jobs bring back, taken in in one place.

use egui::Context;

use super::App;
use super::ask::Version;
use super::dialog::{Chosen, Purpose};
use super::files::Leave;
use super::jobs::{self, Done, Opened};
use super::view_state::{Centre, Overlay};
use super::views::list::counted;
use super::views::{changed, overwrite, recover};
use crate::bundle::{Attached, Bundle, SaveError, Start, UnsavedWork};
use crate::edit::{Change, Edit, StateId};
use crate::lint::Finding;
use crate::model::{Image, PhotoId};

impl App {
    /// Takes in what the jobs brought back since the last frame.
    pub(super) fn arrive(&mut self, ctx: &Context) {
        let done: Vec<Done> = self.later.drain(..).chain(self.jobs.take_done()).collect();
        for done in done {
            match done {
                // What was typed meanwhile is asked about first.
                Done::Listed(Ok(listing)) => self.leave = Some(Leave::Show(listing)),
                Done::Opened(key, opened) => self.opened(key, *opened),
                Done::Saved {
                    article,
                    state,
                    result,
                } => self.saved(ctx, article, state, *result),
                Done::Compared(revision, clusters) => {
                    self.view.credits.set(revision, clusters);
                }
                Done::Exported(Ok(place)) => self.view.tell(format!("Exported to {place}")),
                Done::Listed(Err(why)) | Done::Exported(Err(why)) => self.view.warn(why),
                Done::Attached(key, photo, attached) if self.jobs.is_saving(key) => {
                    // The save brings back the bundle that this one changes.
                    self.later.push(Done::Attached(key, photo, attached));
                }
                Done::Attached(key, photo, attached) => self.attached(key, photo, *attached),
                Done::Measured(key, measured) => self.measured(key, measured),
                Done::Painted(key, made) => self.view.pictures.set(ctx, key, made),
                Done::Chosen(purpose, Chosen::Path(path)) => self.chosen(purpose, path),
                Done::Chosen(purpose, Chosen::NoDialog) => {
                    self.ask_path_ourselves(purpose, true);
                }
                Done::Chosen(_, Chosen::Nothing) => self.leave = None,
                Done::Folder(folder, entries) => {
                    if let Overlay::Path(state) = &mut self.view.overlay {
                        state.set_folder(folder, entries);
                    }
                }
            }
        }
    }

    /// An article was read; where its source has changed since it was saved, that is asked first.
    fn opened(&mut self, key: usize, opened: Result<Opened, String>) {
        // It was asked for twice, by itself and with the rest of the queue.
        if self.document.open_at(key).is_some() || self.versions.contains_key(&key) {
            return;
        }
        match opened {
            Err(why) => self.document.set_read(key, Err(why)),
            Ok(saved) => match &saved.source {
                Some(source) => {
                    let state = changed::State::new(key, &saved, source);
                    self.questions.push_back(Overlay::Changed(state));
                    self.versions.insert(key, saved);
                }
                None => self.take_in(key, saved),
            },
        }
    }

    /// It was said which of two versions to go on with.
    pub(super) fn open_version(&mut self, key: usize, version: Version) {
        let Some(mut saved) = self.versions.remove(&key) else {
            return;
        };
        let source = saved.source.take();
        match (version, source) {
            (Version::Source, Some(source)) => self.take_in(key, *source),
            (Version::Source | Version::Saved, _) => self.take_in(key, saved),
        }
    }

    fn take_in(&mut self, key: usize, opened: Opened) {
        let file = opened.bundle.source_name();
        self.document.set_read(key, Ok(opened.bundle));
        if let Some(start) = opened.start {
            self.journal.opened(key, start);
        }
        if let Some(work) = opened.unsaved
            && let Some(open) = self.document.open_at(key)
        {
            let state = recover::State::new(key, file, &open.article, Box::new(work));
            self.questions.push_back(Overlay::Recover(state));
        }
        if let Some(kept) = opened.kept {
            self.view.warn(format!(
                "Unsaved edits of another version of this file are kept in {}",
                kept.display()
            ));
        }
        if key != self.document.current() {
            return;
        }
        if self.view.centre != Centre::Credits {
            self.view.list.shows_articles = false;
        }
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

    /// Puts back what was done before a crash, as one step.
    pub(super) fn recover(&mut self, key: usize, work: UnsavedWork) {
        // It is written down anew under the keys that the photos have now.
        self.journal.discarded(key);
        for (path, file) in work.staged.into_iter().filter(|(_, file)| file.exists()) {
            self.document.stage(key, path, file);
        }
        match self
            .document
            .apply_at(key, "Restore unsaved work", work.edits)
        {
            Ok(()) => self
                .view
                .tell("Unsaved work is restored. It is not saved yet."),
            Err(error) => self.view.warn(error.to_string()),
        }
        self.keep_selection();
    }

    /// Writes down what was changed, for the case of a crash.
    pub(super) fn write_journal(&mut self) {
        for Change { article, edits } in self.document.take_changes() {
            if let Some(open) = self.document.open_at(article) {
                self.journal.record(article, edits, open.bundle.staged());
            }
        }
        if let Some(why) = self.journal.failure() {
            self.view.warn(why);
        }
    }

    fn saved(
        &mut self,
        ctx: &Context,
        key: usize,
        state: StateId,
        result: Result<(Bundle, Option<Start>), SaveError>,
    ) {
        match result {
            Err(SaveError::Changed(file)) => {
                self.leave = None;
                let state = overwrite::State::new(key, jobs::name(&file));
                self.questions.push_back(Overlay::Overwrite(state));
            }
            Err(why) => {
                self.leave = None;
                self.view.warn(why.to_string());
                if matches!(why, SaveError::NoFolder { .. }) {
                    self.ask_path(ctx, Purpose::Save(key));
                }
            }
            Ok((bundle, start)) => {
                self.write_journal();
                self.journal.saved(key, start);
                let place = bundle.saves_to_name().unwrap_or_default();
                let told = [format!("Saved to {place}")]
                    .into_iter()
                    .chain(bundle.notes.iter().cloned())
                    .collect::<Vec<_>>()
                    .join("; ");
                self.document.set_saved(key, state, bundle);
                self.view.tell(told);
            }
        }
    }

    /// Attaches pictures of the bundle as one step.
    fn measured(&mut self, key: usize, measured: Vec<(Option<PhotoId>, Result<Image, String>)>) {
        let Some(open) = self.document.open_at(key) else {
            return;
        };
        let (mut edits, mut failures, mut count) = (Vec::new(), Vec::new(), 0);
        let mut now = open.article.clone();
        for (photo, image) in measured {
            let image = match image {
                Ok(image) => image,
                Err(why) => {
                    failures.push(why);
                    continue;
                }
            };
            let (photo, mut these) = match photo {
                Some(photo) => (photo, Vec::new()),
                None => crate::edit::add_photo(&now, None, &super::apply::new_uri()),
            };
            these.push(Edit::SetImage {
                photo,
                image: Some(image),
            });
            // The next new photo needs a number of its own.
            let fits = these
                .iter()
                .all(|edit| edit.clone().apply(&mut now).is_ok());
            if fits {
                count += 1;
                edits.extend(these);
            }
        }
        let name = format!("Attach {}", counted(count, "picture"));
        if let Err(error) = self.document.apply_at(key, &name, edits) {
            self.view.warn(error.to_string());
        } else if let Some(first) = failures.first() {
            self.view.warn(first.clone());
        } else {
            self.view
                .tell(format!("{name}: done. One undo takes it back."));
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
        let Some(open) = self.document.open_at(key) else {
            return;
        };
        let path = attached.image.path.clone();
        let before = open.bundle.staged().get(&path);
        if before.is_some_and(|before| Some(before) != attached.staged.as_ref()) {
            // Another picture took the name meanwhile.
            self.attach(key, attached.file, photo);
            return;
        }
        let new = crate::edit::add_photo(&open.article, None, &super::apply::new_uri());
        if let Some(staged) = attached.staged {
            self.document.stage(key, path.clone(), staged);
        }
        let (photo, mut edits) = match photo {
            Some(photo) => (photo, Vec::new()),
            None => new,
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

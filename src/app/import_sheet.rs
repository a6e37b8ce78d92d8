//! Taking over what was edited in a caption sheet.

use std::path::PathBuf;

use super::App;
use super::document::EntryState;
use super::jobs::{self, Done, Task};
use super::view_state::Overlay;
use super::views::import_sheet;
use crate::bundle;
use crate::edit::Change;
use crate::formats::sheet::Sheet;

impl App {
    /// Reads a sheet, and the articles of the queue that nobody opened yet: its rows may be theirs.
    pub(super) fn read_sheet(&mut self, path: PathBuf) {
        let is_listed = |state: &EntryState| matches!(state, EntryState::Listed);
        if self
            .document
            .entries()
            .iter()
            .any(|entry| is_listed(&entry.state))
        {
            self.open_rest();
        }
        let name = format!("Reading {}", jobs::name(&path));
        self.jobs.start(name, Task::Read, move || {
            let bytes = bundle::read_file(&path).map_err(|error| error.to_string());
            let sheet = bytes.and_then(|bytes| {
                let sheet = Sheet::read(&bytes);
                sheet.map_err(|error| format!("{}: {error}", path.display()))
            });
            Done::Sheet(sheet)
        });
    }

    /// A sheet was read: what it changes is shown once all articles are there.
    pub(super) fn sheet_read(&mut self, sheet: Sheet) {
        let is_waited_for = |state: &EntryState| match state {
            EntryState::Listed | EntryState::Reading => true,
            EntryState::Failed(_) | EntryState::Open(_) => false,
        };
        let entries = self.document.entries();
        let is_reading = !self.jobs.running().is_empty();
        if is_reading && entries.iter().any(|entry| is_waited_for(&entry.state)) {
            self.later.push(Done::Sheet(Ok(sheet)));
            return;
        }
        let state = import_sheet::State::new(&sheet, &self.document);
        self.questions.push_back(Overlay::ImportSheet(state));
    }

    /// Takes over what a sheet changes, as one step.
    pub(super) fn import_sheet(&mut self, changes: Vec<Change>) {
        let name = "Import caption sheet";
        match self.document.apply_all(name, changes) {
            Ok(()) => self
                .view
                .tell(format!("{name}: done. One undo takes it back.")),
            Err(error) => self.view.warn(error.to_string()),
        }
        self.view.date = None;
        self.keep_selection();
    }
}

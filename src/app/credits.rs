//! The page of credits: what it is worked out from, and what it does to the articles.

use std::sync::Arc;

use super::App;
use super::document::EntryState;
use super::view_state::Centre;
use crate::bundle::Item;
use crate::credit::{By, Tally};
use crate::edit::Change;

impl App {
    /// Has the credits compared where the page shows them and they changed since. Called every frame.
    pub(super) fn compare_credits(&mut self) {
        let revision = self.document.revision();
        if self.view.centre != Centre::Credits || !self.view.credits.wants(revision) {
            return;
        }
        let mut tally = Tally::new(By::Line);
        for key in 0..self.document.entries().len() {
            let photos = self.document.open_at(key).map(|open| &open.article.photos);
            for photo in photos.into_iter().flatten() {
                tally.add(photo, String::new);
            }
        }
        let lexicon = Arc::clone(&self.document.house.lexicon);
        self.jobs.compare(revision, tally, lexicon);
    }

    /// Reads the articles of the queue that nobody opened yet.
    pub(super) fn open_rest(&mut self) {
        let entries = self.document.entries().iter().enumerate();
        let articles: Vec<(usize, Item)> = entries
            .filter(|(_, entry)| matches!(entry.state, EntryState::Listed))
            .map(|(key, entry)| (key, entry.item.clone()))
            .collect();
        let house = self.document.house.clone();
        self.view.credits.opening = Some(self.jobs.open_rest(articles, house));
    }

    /// Writes a credit otherwise in every article that has it, as one step.
    pub(super) fn respell(&mut self, name: &str, changes: Vec<Change>) {
        match self.document.apply_all(name, changes) {
            Ok(()) => self
                .view
                .tell(format!("{name}: done. One undo takes it back.")),
            Err(error) => self.view.warn(error.to_string()),
        }
        self.keep_selection();
    }

    /// Goes back to the article: a photo of it was asked for.
    pub(super) fn leave_credits(&mut self) {
        if self.view.centre == Centre::Credits {
            self.view.centre = Centre::Article;
        }
    }
}

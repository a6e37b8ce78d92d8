//! Going from photo to photo and from problem to problem.

use super::App;
use crate::model::PhotoId;

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Down the list.
    Next,
    /// Up the list.
    Previous,
}

impl App {
    /// Selects the photo below or above, among those that pass the filter.
    pub(super) fn go_to_photo(&mut self, way: Way) {
        let shown = self.view.list.shown(&self.document);
        let at = self
            .view
            .selected
            .and_then(|id| shown.iter().position(|shown| *shown == id));
        let to = match (at, way) {
            (None, _) => Some(0),
            (Some(at), Way::Next) => at.checked_add(1),
            (Some(at), Way::Previous) => at.checked_sub(1),
        };
        if let Some(photo) = to.and_then(|to| shown.get(to)).copied() {
            self.view.select(photo);
        }
    }

    /// Whether the last photo that passes the filter is selected.
    pub(super) fn is_last_photo(&mut self) -> bool {
        let shown = self.view.list.shown(&self.document);
        shown.last().copied() == self.view.selected
    }

    /// Opens the article below or above in the queue; the first where none is open.
    pub(super) fn go_to_article(&mut self, way: Way) {
        let at = self.document.current();
        let to = match (self.document.open(), way) {
            (None, Way::Next) => Some(at),
            (Some(_), Way::Next) => at.checked_add(1),
            (_, Way::Previous) => at.checked_sub(1),
        };
        if let Some(to) = to.filter(|to| *to < self.document.entries().len()) {
            self.show_article(to);
        }
    }

    /// Selects the next error or warning, after the last the first.
    pub(super) fn go_to_problem(&mut self, way: Way) {
        let problems = self.problems();
        let here = self
            .view
            .selected
            .map(|id| (self.position(id), self.view.problem));
        let after =
            |place: &&(usize, usize, PhotoId)| here.is_none_or(|here| (place.0, place.1) > here);
        let before =
            |place: &&(usize, usize, PhotoId)| here.is_some_and(|here| (place.0, place.1) < here);
        let found = match way {
            Way::Next => problems.iter().find(after).or(problems.first()),
            Way::Previous => problems.iter().rev().find(before).or(problems.last()),
        };
        if let Some((_, problem, photo)) = found.copied() {
            self.view.select(photo);
            self.view.problem = problem;
        }
    }

    /// After a fix: the problem that stands here now, else the next.
    pub(super) fn go_on_from(&mut self, photo: PhotoId) {
        let first = self
            .document
            .findings(photo)
            .iter()
            .position(crate::lint::Finding::is_problem);
        match first {
            Some(problem) => {
                self.view.select(photo);
                self.view.problem = problem;
            }
            None => self.go_to_problem(Way::Next),
        }
    }

    /// Every problem: the photo's position, its place among the photo's findings, the photo.
    fn problems(&self) -> Vec<(usize, usize, PhotoId)> {
        let Some(open) = self.document.open() else {
            return Vec::new();
        };
        let photos = open.article.photos.iter().enumerate();
        photos
            .flat_map(|(position, photo)| {
                let findings = open.linter().of_photo(photo.id).iter().enumerate();
                let problems = findings.filter(|(_, finding)| finding.is_problem());
                problems.map(move |(at, _)| (position, at, photo.id))
            })
            .collect()
    }

    fn position(&self, photo: PhotoId) -> usize {
        self.document
            .open()
            .and_then(|open| open.article.position(photo))
            .unwrap_or_default()
    }

    /// Selects a photo where the one that was selected is gone.
    pub(super) fn keep_selection(&mut self) {
        let Some(open) = self.document.open() else {
            self.view.selected = None;
            return;
        };
        let is_there = self
            .view
            .selected
            .is_some_and(|id| open.article.photo(id).is_some());
        if !is_there {
            self.view.selected = open.article.photos.first().map(|photo| photo.id);
            self.view.problem = 0;
        }
    }
}

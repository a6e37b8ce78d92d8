//! The findings of an open article, kept by photo.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, House, Index, Severity, check};
use crate::model::{Article, Photo, PhotoId};

/// Findings by photo; an edit lints the photos that it touches and those that share something with
/// them, never all.
#[derive(Debug, Clone, Default)]
pub struct Linter {
    index: Index,
    findings: BTreeMap<PhotoId, Vec<Finding>>,
}

impl Linter {
    /// Lints a whole article; `files` are the paths of its bundle.
    #[must_use]
    pub fn of(article: &Article, files: Option<BTreeSet<String>>, house: &House) -> Self {
        let index = Index::of(article, files);
        let findings = article
            .photos
            .iter()
            .map(|photo| (photo.id, check(photo, &index, house)))
            .collect();
        Self { index, findings }
    }

    /// The bundle's files are these now; the photos to which that matters are looked at again.
    pub fn set_files(&mut self, article: &Article, files: Option<BTreeSet<String>>, house: &House) {
        let touched = self.index.set_files(files);
        self.check(article, touched, house);
    }

    /// Lints the photos that changed.
    pub fn update(
        &mut self,
        article: &Article,
        changed: impl IntoIterator<Item = PhotoId>,
        house: &House,
    ) {
        let mut touched = BTreeSet::new();
        for id in changed {
            touched.extend(self.index.update(id, article.photo(id)));
        }
        self.check(article, touched, house);
    }

    fn check(&mut self, article: &Article, photos: BTreeSet<PhotoId>, house: &House) {
        for id in photos {
            match article.photo(id) {
                Some(photo) => drop(self.findings.insert(id, check(photo, &self.index, house))),
                None => drop(self.findings.remove(&id)),
            }
        }
    }

    /// What is wrong with one photo, worst first.
    #[must_use]
    pub fn of_photo(&self, id: PhotoId) -> &[Finding] {
        self.findings.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The worst that an editor must look at in one photo; None where it is fine.
    #[must_use]
    pub fn worst(&self, id: PhotoId) -> Option<Severity> {
        self.of_photo(id)
            .iter()
            .filter(|finding| finding.is_problem())
            .map(|finding| finding.severity)
            .max()
    }

    /// The photos that the wire has stopped, in the article's order, each with the word that does.
    #[must_use]
    pub fn stopped<'a>(&'a self, article: &'a Article) -> Vec<(&'a Photo, &'a str)> {
        let photos = article.photos.iter();
        let stopped = photos.filter_map(|photo| {
            let finding = self.of_photo(photo.id).iter().find(|one| one.is_stop())?;
            let span = finding.spans.first().zip(finding.field);
            let word = span.map(|(span, field)| span.of(photo.text(field)));
            Some((photo, word.unwrap_or(&finding.complaint)))
        });
        stopped.collect()
    }

    /// How many findings of this severity wait for an editor.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let waiting = |finding: &&Finding| finding.severity == severity && !finding.is_ignored;
        self.findings.values().flatten().filter(waiting).count()
    }

    /// What the linter knows of the article.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }
}

//! What is open: the articles of a bundle or a queue, their history and their findings.
//!
//! The only place that changes an article in the window. Everything else reads it and asks with a
//! [`super::command::Command`].

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;

use crate::bundle::{Bundle, Item, not_shown};
use crate::edit::{Articles, Change, Edit, EditError, History, StateId, Step};
use crate::lint::certain::{self, CertainFix};
use crate::lint::{Certainty, Finding, House, Linter, Severity};
use crate::model::{Article, Photo, PhotoId};

/// So many articles of a queue that were only looked at stay in memory.
const LOOKED_AT: usize = 32;

/// One article of the queue.
pub struct Entry {
    /// What it is and where it lies.
    pub item: Item,
    /// Whether it is read.
    pub state: EntryState,
}

/// How far an article of the queue is.
pub enum EntryState {
    /// Not read yet.
    Listed,
    /// Being read by a job.
    Reading,
    /// Could not be read, and why.
    Failed(String),
    /// Read, perhaps edited.
    Open(Box<OpenArticle>),
}

/// An article in memory.
pub struct OpenArticle {
    /// Where it came from and where it is saved to.
    pub bundle: Arc<Bundle>,
    /// As it stands now.
    pub article: Article,
    linter: Linter,
    saved: Option<StateId>,
    revision: u64,
    summary: Summary,
}

/// How an article stands, counted once a revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Errors that wait for an editor.
    pub errors: usize,
    /// Warnings that wait.
    pub warnings: usize,
    /// Problems that a certain fix mends.
    pub certain: usize,
    /// Pictures of the bundle that no photo shows.
    pub loose_pictures: usize,
}

impl Summary {
    fn of(article: &Article, bundle: &Bundle, linter: &Linter) -> Self {
        let findings = article
            .photos
            .iter()
            .flat_map(|photo| linter.of_photo(photo.id));
        let mut summary = Self {
            loose_pictures: not_shown(article, &bundle.pictures).count(),
            ..Self::default()
        };
        for finding in findings.filter(|finding| !finding.is_ignored) {
            match finding.severity {
                Severity::Error => summary.errors += 1,
                Severity::Warning => summary.warnings += 1,
                Severity::Note => {}
            }
            summary.certain += usize::from(finding.certain_fix().is_some());
        }
        summary
    }
}

impl OpenArticle {
    /// Lints again what depends on the bundle's files.
    fn look_at_files(&mut self) {
        let files = self.bundle.files.clone();
        self.linter
            .set_files(&self.article, files, &self.bundle.house);
    }

    /// What is wrong with it.
    #[must_use]
    pub fn linter(&self) -> &Linter {
        &self.linter
    }

    /// Grows with every change; what is derived from the article is kept by it.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }
}

/// Everything that is open.
#[derive(Default)]
pub struct Document {
    /// How the house wants it.
    pub house: House,
    entries: Vec<Entry>,
    history: History,
    current: usize,
    /// The articles that were read to be looked at, the last one last.
    looked_at: VecDeque<usize>,
    revision: u64,
    edited: BTreeSet<usize>,
    /// What was changed since it was last taken.
    changes: Vec<Change>,
}

impl Articles for Vec<Entry> {
    fn article_mut(&mut self, key: usize) -> Option<&mut Article> {
        match &mut self.get_mut(key)?.state {
            EntryState::Open(open) => Some(&mut open.article),
            EntryState::Listed | EntryState::Reading | EntryState::Failed(_) => None,
        }
    }
}

impl Document {
    /// Opens another queue; what was open is gone.
    pub fn set_queue(&mut self, items: Vec<Item>) {
        self.entries = items
            .into_iter()
            .map(|item| Entry {
                state: match item.refusal() {
                    Some(why) => EntryState::Failed(why.to_owned()),
                    None => EntryState::Listed,
                },
                item,
            })
            .collect();
        self.looked_at.clear();
        self.history.clear();
        self.changes.clear();
        self.edited.clear();
        self.current = 0;
        self.revision += 1;
    }

    /// An article of the queue was read.
    pub fn set_read(&mut self, key: usize, read: Result<Bundle, String>) {
        let Some(entry) = self.entries.get_mut(key) else {
            return;
        };
        // What is open may have been edited: nothing replaces it.
        if matches!(entry.state, EntryState::Open(_)) {
            return;
        }
        entry.state = match read {
            Err(why) => EntryState::Failed(why),
            Ok(bundle) => {
                let article = bundle.article.clone();
                let linter = Linter::of(&article, bundle.files.clone(), &bundle.house);
                let saved = bundle.is_saved().then(|| self.history.state(key));
                let summary = Summary::of(&article, &bundle, &linter);
                let bundle = Arc::new(bundle);
                EntryState::Open(Box::new(OpenArticle {
                    bundle,
                    article,
                    linter,
                    saved,
                    revision: 0,
                    summary,
                }))
            }
        };
        self.revision += 1;
    }

    /// A picture was attached and waits to be moved in on save.
    pub fn stage(&mut self, key: usize, path: String, file: PathBuf) {
        if let Some(open) = self.open_at_mut(key) {
            Arc::make_mut(&mut open.bundle).stage(path, file);
            open.look_at_files();
        }
    }

    /// A job began to read an article of the queue.
    pub fn set_reading(&mut self, key: usize) {
        if let Some(entry) = self.entries.get_mut(key)
            && matches!(entry.state, EntryState::Listed | EntryState::Failed(_))
        {
            entry.state = EntryState::Reading;
        }
    }

    /// The articles of the queue.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether several articles are open.
    #[must_use]
    pub fn is_queue(&self) -> bool {
        self.entries.len() > 1
    }

    /// Which article of the queue is shown.
    #[must_use]
    pub fn current(&self) -> usize {
        self.current
    }

    /// Shows another article of the queue. Those that were only looked at long ago are closed.
    pub fn show(&mut self, key: usize) {
        if key >= self.entries.len() {
            return;
        }
        self.current = key;
        if self.open_at(key).is_some() && !self.looked_at.contains(&key) {
            // It was opened with all others, which stay.
            return;
        }
        self.looked_at.retain(|looked_at| *looked_at != key);
        self.looked_at.push_back(key);
        if self.looked_at.len() <= LOOKED_AT {
            return;
        }
        let oldest = self.looked_at.pop_front();
        let untouched = oldest.filter(|oldest| !self.history.has_touched(*oldest));
        if let Some(entry) = untouched.and_then(|key| self.entries.get_mut(key))
            && matches!(entry.state, EntryState::Open(_))
        {
            entry.state = EntryState::Listed;
            self.revision += 1;
        }
    }

    /// The article that is shown, once it is read.
    #[must_use]
    pub fn open(&self) -> Option<&OpenArticle> {
        self.open_at(self.current)
    }

    /// An article of the queue, once it is read.
    #[must_use]
    pub fn open_at(&self, key: usize) -> Option<&OpenArticle> {
        match &self.entries.get(key)?.state {
            EntryState::Open(open) => Some(open),
            EntryState::Listed | EntryState::Reading | EntryState::Failed(_) => None,
        }
    }

    /// The same, for what is not an edit: a save that came through.
    pub fn open_at_mut(&mut self, key: usize) -> Option<&mut OpenArticle> {
        match &mut self.entries.get_mut(key)?.state {
            EntryState::Open(open) => Some(open),
            EntryState::Listed | EntryState::Reading | EntryState::Failed(_) => None,
        }
    }

    /// A photo of the article that is shown.
    #[must_use]
    pub fn photo(&self, id: PhotoId) -> Option<&Photo> {
        self.open()?.article.photo(id)
    }

    /// What is wrong with a photo of the article that is shown.
    #[must_use]
    pub fn findings(&self, id: PhotoId) -> &[Finding] {
        self.open().map_or(&[], |open| open.linter.of_photo(id))
    }

    /// How the article that is shown stands.
    #[must_use]
    pub fn summary(&self) -> Summary {
        self.open()
            .map_or_else(Summary::default, |open| open.summary)
    }

    /// How an article of the queue stands, once it is read.
    #[must_use]
    pub fn summary_at(&self, key: usize) -> Option<Summary> {
        Some(self.open_at(key)?.summary)
    }

    /// Does edits to the article that is shown as one step, called `name`.
    ///
    /// # Errors
    /// Where one does not fit; nothing is changed then.
    pub fn apply(&mut self, name: &str, edits: Vec<Edit>) -> Result<(), EditError> {
        self.apply_at(self.current, name, edits)
    }

    /// The same in any article of the queue.
    ///
    /// # Errors
    /// Where one does not fit; nothing is changed then.
    pub fn apply_at(&mut self, key: usize, name: &str, edits: Vec<Edit>) -> Result<(), EditError> {
        let change = Change {
            article: key,
            edits,
        };
        self.apply_all(name, vec![change])
    }

    /// The same in several articles of the queue, as one step.
    ///
    /// # Errors
    /// Where one does not fit; nothing is changed then.
    pub fn apply_all(&mut self, name: &str, changes: Vec<Change>) -> Result<(), EditError> {
        self.history
            .apply(name, changes.clone(), &mut self.entries)?;
        for change in &changes {
            self.changed(change.article, change.edits.iter().filter_map(Edit::photo));
        }
        self.changes.extend(changes);
        Ok(())
    }

    /// Takes the last step back and shows its article; answers with its name and its photo.
    ///
    /// # Errors
    /// Where its article is no longer open.
    pub fn undo(&mut self) -> Result<Option<(String, Option<PhotoId>)>, EditError> {
        let changes = self.history.undoable().map(|step| step.changes().to_vec());
        let step = self.history.undo(&mut self.entries)?.map(told);
        self.changes.extend(changes.unwrap_or_default());
        Ok(self.after_step(step))
    }

    /// Does the last undone step again; answers as [`Self::undo`] does.
    ///
    /// # Errors
    /// Where its article is no longer open.
    pub fn redo(&mut self) -> Result<Option<(String, Option<PhotoId>)>, EditError> {
        let changes = self.history.redoable().map(|step| step.changes().to_vec());
        let step = self.history.redo(&mut self.entries)?.map(told);
        self.changes.extend(changes.unwrap_or_default());
        Ok(self.after_step(step))
    }

    /// What was changed since this was last asked, in order, also by undo and redo.
    pub fn take_changes(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.changes)
    }

    /// What undo would take back, in a menu's words.
    #[must_use]
    pub fn undoable(&self) -> Option<&str> {
        self.history.undoable().map(|step| step.name.as_str())
    }

    /// What redo would do again, in a menu's words.
    #[must_use]
    pub fn redoable(&self) -> Option<&str> {
        self.history.redoable().map(|step| step.name.as_str())
    }

    /// Ends the word being typed, so that what comes next is a step of its own.
    pub fn close_step(&mut self) {
        self.history.close_step();
    }

    /// Whether the article on disk is the one in memory.
    #[must_use]
    pub fn is_saved(&self, key: usize) -> bool {
        self.open_at(key)
            .is_none_or(|open| open.saved == Some(self.history.state(key)))
    }

    /// Whether an editor changed the article since it was opened or saved.
    #[must_use]
    pub fn is_edited(&self, key: usize) -> bool {
        self.open_at(key)
            .is_some_and(|open| open.saved.unwrap_or_default() != self.history.state(key))
    }

    /// The articles that were edited and not saved.
    #[must_use]
    pub fn edited(&self) -> &BTreeSet<usize> {
        &self.edited
    }

    /// The state that a save of this article takes with it; ends the word being typed.
    pub fn begin_save(&mut self, key: usize) -> StateId {
        self.history.close_step();
        self.history.state(key)
    }

    /// A save came through: that state of the article is on disk.
    pub fn set_saved(&mut self, key: usize, state: StateId, bundle: Bundle) {
        if let Some(open) = self.open_at_mut(key) {
            open.saved = Some(state);
            open.bundle = Arc::new(bundle);
            open.look_at_files();
        }
        self.changed(key, []);
        self.revision += 1;
    }

    /// What may be fixed without being asked in the article that is shown.
    #[must_use]
    pub fn certain_fixes(
        &self,
        refused: &BTreeSet<(PhotoId, &'static str, String)>,
    ) -> Vec<CertainFix> {
        self.open()
            .map(|open| {
                certain::of_article(
                    &open.article,
                    open.linter.index(),
                    &open.bundle.house,
                    refused,
                    Certainty::Certain,
                )
            })
            .unwrap_or_default()
    }

    /// Grows with every change of anything.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    fn after_step(&mut self, step: Option<Told>) -> Option<(String, Option<PhotoId>)> {
        let step = step?;
        let mut touched: BTreeMap<usize, Vec<PhotoId>> = BTreeMap::new();
        for (key, photo) in step.touched {
            touched.entry(key).or_default().extend(photo);
        }
        for (key, photos) in touched {
            self.changed(key, photos);
        }
        if let Some((key, photo)) = step.selects {
            self.current = key;
            return Some((step.name, Some(photo)));
        }
        Some((step.name, None))
    }

    fn changed(&mut self, key: usize, photos: impl IntoIterator<Item = PhotoId>) {
        self.revision += 1;
        if let Some(entry) = self.entries.get_mut(key)
            && let EntryState::Open(open) = &mut entry.state
        {
            open.revision += 1;
            open.linter
                .update(&open.article, photos, &open.bundle.house);
            open.summary = Summary::of(&open.article, &open.bundle, &open.linter);
        }
        self.note_edited(key);
    }

    fn note_edited(&mut self, key: usize) {
        if self.is_edited(key) {
            self.edited.insert(key);
        } else {
            self.edited.remove(&key);
        }
    }
}

/// What is told of a step once it is taken back.
struct Told {
    name: String,
    selects: Option<(usize, PhotoId)>,
    touched: Vec<(usize, Option<PhotoId>)>,
}

fn told(step: &Step) -> Told {
    Told {
        name: step.name.clone(),
        selects: step.selects,
        touched: step.touched().collect(),
    }
}

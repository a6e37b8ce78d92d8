//! Every edit is written down at once, so that a crash loses nothing.
//!
//! One file an article in the user's state folder: a first line that says which state of the
//! article the edits start from ([`Start`]), then the edits of each step in one line. It goes when the
//! article is saved or its changes are given up. Writing happens on a thread of its own; a journal
//! that cannot be written stops no work, but is told once.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use serde::{Deserialize, Serialize};

use super::open::Bundle;
use super::state::StateFolder;
use super::write::write_atomically;
use crate::edit::Edit;
use crate::formats::{self, ninjs};
use crate::model::{Article, PhotoId, sha256};

/// Which state of an article its edits start from, and where they are written down.
#[derive(Debug, Clone)]
pub struct Start {
    path: PathBuf,
    head: Head,
}

/// The first line of a journal.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Head {
    /// The file that the edits belong to, for people.
    file: String,
    /// SHA-256 of the normalized form of the article that they start from.
    state: String,
    /// The keys of its photos, in their order, while it was edited.
    photos: Vec<PhotoId>,
}

/// One line of a journal: the edits of a step, and the attached pictures that wait to be moved in.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Line {
    edits: Vec<Edit>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    staged: BTreeMap<String, PathBuf>,
}

/// Work that was never saved, as it fits the article now.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UnsavedWork {
    /// What was done, in order.
    pub edits: Vec<Edit>,
    /// The pictures that were attached, by their path inside the bundle.
    pub staged: BTreeMap<String, PathBuf>,
    /// The article as it was when the work was lost.
    pub article: Article,
}

impl Start {
    /// An article as it was just opened or saved. Takes time that grows with the article. None
    /// where the user's state folder cannot be had.
    #[must_use]
    pub fn of(bundle: &Bundle, article: &Article, state: &StateFolder) -> Option<Self> {
        let file = match bundle.saves_to() {
            Some(file) => std::path::absolute(file)
                .ok()?
                .to_string_lossy()
                .into_owned(),
            None => bundle.source_name(),
        };
        // Articles of one name wait for the same place until one of them is saved there.
        let name = sha256(format!("{file}\n{}", article.provenance.file).as_bytes());
        let name = format!("{}.jsonl", name.get(..32).unwrap_or(&name));
        Some(Self {
            path: state.part("journal").ok()?.join(name),
            head: Head {
                file,
                state: sha256(ninjs::write(article).to_string().as_bytes()),
                photos: article.photos.iter().map(|photo| photo.id).collect(),
            },
        })
    }

    /// The same of an article that was just saved: its state is what the next opening will read,
    /// which for a stranger's tree is more than what was in memory.
    #[must_use]
    pub fn of_saved(saved: &Bundle, article: &Article, state: &StateFolder) -> Option<Self> {
        let name = saved.source_name();
        let text = saved.text(article);
        let read = formats::read(&name, text.as_bytes(), &saved.house.lexicon).ok()?;
        let read = read.into_first()?;
        let mut start = Self::of(saved, &read.article, state)?;
        start.head.photos = article.photos.iter().map(|photo| photo.id).collect();
        Some(start)
    }

    /// What was done from this state on and never saved; none where there is nothing, or where it
    /// starts from another state. Reads the disk.
    #[must_use]
    pub fn unsaved_work(&self, article: &Article) -> Option<UnsavedWork> {
        self.replay(article).filter(|work| work.article != *article)
    }

    /// The journal's edits on this article; none where there is no journal, or it does not fit.
    fn replay(&self, article: &Article) -> Option<UnsavedWork> {
        let text = fs::read_to_string(&self.path).ok()?;
        let mut lines = text.lines();
        let head: Head = serde_json::from_str(lines.next()?).ok()?;
        if head.state != self.head.state || head.photos.len() != article.photos.len() {
            return None;
        }
        let mut keys: BTreeMap<PhotoId, PhotoId> = head
            .photos
            .iter()
            .zip(&article.photos)
            .map(|(then, now)| (*then, now.id))
            .collect();
        let mut next = article.next_id().0;
        let mut work = UnsavedWork {
            article: article.clone(),
            ..UnsavedWork::default()
        };
        // A crash may have cut the last line short; what stands before it counts.
        for line in lines.map_while(|line| serde_json::from_str::<Line>(line).ok()) {
            for edit in line.edits {
                let edit = edit.with_keys(&mut |id| {
                    *keys.entry(id).or_insert_with(|| {
                        let fresh = PhotoId(next);
                        next = next.saturating_add(1);
                        fresh
                    })
                });
                edit.clone().apply(&mut work.article).ok()?;
                work.edits.push(edit);
            }
            work.staged.extend(line.staged);
        }
        Some(work)
    }

    /// Puts a journal that does not fit this article where nothing overwrites it; answers with where
    /// it is kept. None where there is none, or it fits.
    #[must_use]
    pub fn set_aside(&self, article: &Article) -> Option<PathBuf> {
        let text = fs::read_to_string(&self.path).ok()?;
        text.lines().nth(1)?;
        if self.replay(article).is_some() {
            return None;
        }
        let kept = (1..10_000)
            .map(|number| self.path.with_extension(format!("{number}.kept")))
            .find(|kept| !kept.exists())?;
        fs::rename(&self.path, &kept).ok()?;
        Some(kept)
    }
}

/// What is asked of the thread that writes.
enum Task {
    Record { start: Box<Start>, line: Line },
    Forget { path: PathBuf },
    Close,
}

/// Writes edits down as they are made.
#[derive(Debug)]
pub struct Journal {
    tasks: Option<Sender<Task>>,
    writer: Option<JoinHandle<()>>,
    failures: Receiver<String>,
    articles: BTreeMap<usize, Journaled>,
}

/// An article of the queue whose edits are written down.
#[derive(Debug)]
struct Journaled {
    start: Start,
    /// What came after the snapshot of a save that is under way.
    since_snapshot: Option<Vec<Line>>,
}

impl Journal {
    /// Starts the thread that writes.
    #[must_use]
    pub fn new() -> Self {
        let (tasks, todo) = channel();
        let (failed, failures) = channel();
        let writer = std::thread::Builder::new()
            .name("journal".to_owned())
            .spawn(move || write(&todo, &failed))
            .ok();
        Self {
            tasks: Some(tasks),
            writer,
            failures,
            articles: BTreeMap::new(),
        }
    }

    /// An article of the queue was opened; its edits start from here.
    pub fn opened(&mut self, key: usize, start: Start) {
        let journaled = Journaled {
            start,
            since_snapshot: None,
        };
        self.articles.insert(key, journaled);
    }

    /// Edits were made to an article of the queue, while these attached pictures wait.
    pub fn record(&mut self, key: usize, edits: Vec<Edit>, staged: &BTreeMap<String, PathBuf>) {
        let Some(journaled) = self.articles.get_mut(&key) else {
            return;
        };
        let line = Line {
            edits,
            staged: staged.clone(),
        };
        if let Some(since) = &mut journaled.since_snapshot {
            since.push(line.clone());
        }
        let start = Box::new(journaled.start.clone());
        self.send(Task::Record { start, line });
    }

    /// A snapshot of an article is being saved.
    pub fn saving(&mut self, key: usize) {
        if let Some(journaled) = self.articles.get_mut(&key) {
            journaled.since_snapshot = Some(Vec::new());
        }
    }

    /// That snapshot is on disk: only what was done since still waits.
    pub fn saved(&mut self, key: usize, start: Option<Start>) {
        let since = self.forget(key).unwrap_or_default();
        let Some(start) = start else { return };
        for line in since {
            let start = Box::new(start.clone());
            self.send(Task::Record { start, line });
        }
        self.opened(key, start);
    }

    /// The changes of an article were given up.
    pub fn discarded(&self, key: usize) {
        if let Some(journaled) = self.articles.get(&key) {
            let path = journaled.start.path.clone();
            self.send(Task::Forget { path });
        }
    }

    /// Another queue is open; what was not discarded stays written down.
    pub fn clear(&mut self) {
        self.articles.clear();
        self.send(Task::Close);
    }

    /// Why edits could not be written down, once each time.
    #[must_use]
    pub fn failure(&self) -> Option<String> {
        self.failures.try_recv().ok()
    }

    fn forget(&mut self, key: usize) -> Option<Vec<Line>> {
        let journaled = self.articles.remove(&key)?;
        self.send(Task::Forget {
            path: journaled.start.path,
        });
        journaled.since_snapshot
    }

    fn send(&self, task: Task) {
        if let Some(tasks) = &self.tasks {
            // The thread ends with its sender only.
            tasks.send(task).ok();
        }
    }
}

impl Default for Journal {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Journal {
    /// Waits until everything is written.
    fn drop(&mut self) {
        self.tasks = None;
        if let Some(writer) = self.writer.take() {
            writer.join().ok();
        }
    }
}

fn write(todo: &Receiver<Task>, failed: &Sender<String>) {
    let mut open: BTreeMap<PathBuf, File> = BTreeMap::new();
    let mut has_failed = false;
    for task in todo {
        let done = match task {
            Task::Forget { path } => {
                open.remove(&path);
                match fs::remove_file(&path) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                    _ => Ok(()),
                }
            }
            Task::Record { start, line } => append(&mut open, &start, &line),
            // An article that is opened again begins a journal of its own.
            Task::Close => {
                open.clear();
                Ok(())
            }
        };
        let is_new = !std::mem::replace(&mut has_failed, done.is_err());
        if let Err(error) = done
            && is_new
        {
            // Nobody may be listening any more.
            failed
                .send(format!(
                    "Edits are not kept for the case of a crash ({error}). Save often."
                ))
                .ok();
        }
    }
}

fn append(open: &mut BTreeMap<PathBuf, File>, start: &Start, line: &Line) -> io::Result<()> {
    let mut text = serde_json::to_string(line).map_err(io::Error::other)?;
    text.push('\n');
    if let Some(file) = open.get_mut(&start.path) {
        file.write_all(text.as_bytes())?;
        return file.flush();
    }
    // What an earlier crash left is replaced only now that something new is typed, and at once.
    let head = serde_json::to_string(&start.head).map_err(io::Error::other)?;
    write_atomically(&start.path, format!("{head}\n{text}").as_bytes())?;
    let file = File::options().append(true).open(&start.path)?;
    open.insert(start.path.clone(), file);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::House;
    use crate::model::{Photo, TextField};

    fn caption(photo: u32, text: &str) -> Edit {
        Edit::SetText {
            photo: PhotoId(photo),
            field: TextField::Caption,
            text: text.into(),
        }
    }

    fn two_photos() -> Article {
        let mut article = crate::bundle::sample(&House::default()).article;
        article.photos.truncate(2);
        article
    }

    fn start(folder: &tempfile::TempDir, article: &Article) -> Start {
        Start {
            path: folder.path().join("journal.jsonl"),
            head: Head {
                file: "a".into(),
                state: sha256(ninjs::write(article).to_string().as_bytes()),
                photos: article.photos.iter().map(|photo| photo.id).collect(),
            },
        }
    }

    fn captions(article: &Article) -> Vec<&str> {
        let photos = article.photos.iter();
        photos.map(|photo| photo.caption.as_str()).collect()
    }

    #[test]
    fn edits_come_back_under_the_keys_that_the_photos_have_now() {
        let folder = tempfile::tempdir().unwrap();
        let article = two_photos();
        let now = start(&folder, &article);
        let mut then = now.clone();
        then.head.photos = vec![PhotoId(7), PhotoId(3)];
        let new = Edit::InsertPhoto {
            at: 0,
            photo: Box::new(Photo::new(PhotoId(8), "photo-9", "urn:x:9")),
        };
        let mut journal = Journal::new();
        journal.opened(0, then.clone());
        for edits in [
            vec![caption(7, "One.")],
            vec![new, caption(8, "New.")],
            vec![caption(3, "Two.")],
        ] {
            journal.record(0, edits, &BTreeMap::new());
        }
        drop(journal);
        let mut file = File::options().append(true).open(&then.path).unwrap();
        file.write_all(b"{\"edits\":[{\"SetText\":{\"pho").unwrap();
        let work = now.unsaved_work(&article).expect("work was lost");
        assert_eq!(captions(&work.article), ["New.", "One.", "Two."]);
        assert_eq!(work.article.photos[1].id, article.photos[0].id);
    }

    #[test]
    fn work_on_another_state_is_not_put_onto_this_one() {
        let folder = tempfile::tempdir().unwrap();
        let mut article = two_photos();
        let mut journal = Journal::new();
        journal.opened(0, start(&folder, &article));
        let first = article.photos[0].id.0;
        journal.record(0, vec![caption(first, "One.")], &BTreeMap::new());
        drop(journal);
        assert!(start(&folder, &article).unsaved_work(&article).is_some());
        article.headline = "Another.".into();
        assert!(start(&folder, &article).unsaved_work(&article).is_none());
    }

    #[test]
    fn what_is_typed_during_a_save_still_waits_when_it_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let before = two_photos();
        let [first, second] = [before.photos[0].id.0, before.photos[1].id.0];
        let mut saved = before.clone();
        saved.photos[0].caption = "Saved.".into();
        let mut journal = Journal::new();
        journal.opened(0, start(&folder, &before));
        let staged = BTreeMap::from([("photos/a.jpg".to_owned(), PathBuf::from("a"))]);
        journal.record(0, vec![caption(first, "Saved.")], &staged);
        journal.saving(0);
        journal.record(0, vec![caption(second, "Typed meanwhile.")], &staged);
        journal.saved(0, Some(start(&folder, &saved)));
        drop(journal);
        let work = start(&folder, &saved)
            .unsaved_work(&saved)
            .expect("work was lost");
        assert_eq!(captions(&work.article), ["Saved.", "Typed meanwhile."]);
        assert_eq!(work.staged, staged);
    }

    #[test]
    fn an_article_opened_again_begins_a_journal_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let article = two_photos();
        let first = article.photos[0].id.0;
        let mut journal = Journal::new();
        journal.opened(0, start(&folder, &article));
        journal.record(0, vec![caption(first, "Typed.")], &BTreeMap::new());
        let taken_back = caption(first, &article.photos[0].caption);
        journal.record(0, vec![taken_back], &BTreeMap::new());
        journal.clear();
        drop(journal);
        let again = start(&folder, &article);
        assert!(again.unsaved_work(&article).is_none());
        assert!(
            again.set_aside(&article).is_none(),
            "nothing is left to keep"
        );
        let mut journal = Journal::new();
        journal.opened(0, again.clone());
        journal.record(0, vec![caption(first, "Again.")], &BTreeMap::new());
        journal.clear();
        journal.opened(0, again.clone());
        journal.record(0, vec![caption(first, "Anew.")], &BTreeMap::new());
        drop(journal);
        let work = again.unsaved_work(&article).expect("work was lost");
        assert_eq!(work.edits.len(), 1, "the file was begun anew");
    }

    #[test]
    fn a_saved_article_leaves_no_journal() {
        let folder = tempfile::tempdir().unwrap();
        let article = two_photos();
        let mut journal = Journal::new();
        journal.opened(0, start(&folder, &article));
        let first = article.photos[0].id.0;
        journal.record(0, vec![caption(first, "One.")], &BTreeMap::new());
        journal.saving(0);
        journal.saved(0, Some(start(&folder, &article)));
        drop(journal);
        assert!(!folder.path().join("journal.jsonl").exists());
    }
}

//! Every edit is written down at once, so that a crash loses nothing.
//!
//! One file an article in the user's state folder: a first line that says which state of the
//! article the edits start from, then the edits of each step in one line. It goes when the article is
//! saved or its changes are given up. Writing happens on a thread of its own; a journal that cannot
//! be written stops no work, but is told once.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use serde::{Deserialize, Serialize};

use super::open::Bundle;
use super::state;
use crate::edit::Edit;
use crate::formats::ninjs;
use crate::model::{Article, PhotoId, sha256};

/// The first line of a journal.
#[derive(Debug, Serialize, Deserialize)]
struct Start {
    /// The file that the edits belong to, for people.
    file: String,
    /// SHA-256 of the normalized form of the article that they start from.
    state: String,
    /// The keys of its photos, in their order, while it was edited.
    photos: Vec<PhotoId>,
}

/// What is asked of the thread that writes.
enum Task {
    Record {
        path: PathBuf,
        start: Box<Start>,
        edits: Vec<Edit>,
    },
    Forget {
        path: PathBuf,
    },
}

/// Writes edits down as they are made.
#[derive(Debug)]
pub struct Journal {
    tasks: Option<Sender<Task>>,
    writer: Option<JoinHandle<()>>,
    failures: Receiver<String>,
    started: BTreeMap<usize, Started>,
}

#[derive(Debug, Clone)]
struct Started {
    path: PathBuf,
    file: String,
    state: String,
    photos: Vec<PhotoId>,
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
            started: BTreeMap::new(),
        }
    }

    /// The edits of an article of the queue start from this state: it was opened, or saved.
    pub fn begin(&mut self, key: usize, bundle: &Bundle, article: &Article) {
        let Ok(path) = path(bundle) else { return };
        let started = Started {
            path: path.clone(),
            file: bundle.source_name(),
            state: state_of(article),
            photos: article.photos.iter().map(|photo| photo.id).collect(),
        };
        self.started.insert(key, started);
    }

    /// An article was saved or given up: its edits need not be kept.
    pub fn forget(&mut self, key: usize) {
        if let Some(started) = self.started.get(&key) {
            self.send(Task::Forget {
                path: started.path.clone(),
            });
        }
    }

    /// Edits were made to an article of the queue.
    pub fn record(&self, key: usize, edits: Vec<Edit>) {
        let Some(started) = self.started.get(&key).cloned() else {
            return;
        };
        let Started {
            path,
            file,
            state,
            photos,
        } = started;
        self.send(Task::Record {
            path,
            start: Box::new(Start {
                file,
                state,
                photos,
            }),
            edits,
        });
    }

    /// Why edits could not be written down, once each time.
    #[must_use]
    pub fn failure(&self) -> Option<String> {
        self.failures.try_recv().ok()
    }

    fn send(&self, task: Task) {
        if let Some(tasks) = &self.tasks {
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

/// The edits of this article that were never saved, as they fit it now; none where there are none
/// or where they start from another state than the one that was opened. Reads the disk.
#[must_use]
pub fn unsaved_work(bundle: &Bundle) -> Vec<Edit> {
    path(bundle)
        .ok()
        .and_then(|path| read(&path, &bundle.article))
        .unwrap_or_default()
}

fn read(path: &Path, article: &Article) -> Option<Vec<Edit>> {
    let text = fs::read_to_string(path).ok()?;
    let mut lines = text.lines();
    let start: Start = serde_json::from_str(lines.next()?).ok()?;
    if start.state != state_of(article) || start.photos.len() != article.photos.len() {
        return None;
    }
    let mut keys: BTreeMap<PhotoId, PhotoId> = start
        .photos
        .iter()
        .zip(&article.photos)
        .map(|(then, now)| (*then, now.id))
        .collect();
    let mut next = article.next_id().0;
    let mut now = article.clone();
    let mut all = Vec::new();
    // A crash may have cut the last line short; what stands before it counts.
    for line in lines.map_while(|line| serde_json::from_str::<Vec<Edit>>(line).ok()) {
        for edit in line {
            let edit = edit.with_keys(&mut |id| {
                *keys.entry(id).or_insert_with(|| {
                    let fresh = PhotoId(next);
                    next = next.saturating_add(1);
                    fresh
                })
            });
            edit.clone().apply(&mut now).ok()?;
            all.push(edit);
        }
    }
    (now != *article).then_some(all)
}

fn write(todo: &Receiver<Task>, failed: &Sender<String>) {
    let mut open: BTreeMap<PathBuf, File> = BTreeMap::new();
    for task in todo {
        let done = match task {
            Task::Forget { path } => {
                open.remove(&path);
                match fs::remove_file(&path) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                    _ => Ok(()),
                }
            }
            Task::Record { path, start, edits } => append(&mut open, &path, &start, &edits),
        };
        if let Err(error) = done {
            // Nobody may be listening any more.
            failed
                .send(format!(
                    "edits are not kept for the case of a crash: {error}; save often"
                ))
                .ok();
        }
    }
}

fn append(
    open: &mut BTreeMap<PathBuf, File>,
    path: &Path,
    start: &Start,
    edits: &[Edit],
) -> io::Result<()> {
    if !open.contains_key(path) {
        // What an earlier crash left is replaced only once something new is typed.
        let mut file = File::create(path)?;
        writeln!(
            file,
            "{}",
            serde_json::to_string(start).map_err(io::Error::other)?
        )?;
        open.insert(path.to_owned(), file);
    }
    let Some(file) = open.get_mut(path) else {
        return Ok(());
    };
    writeln!(
        file,
        "{}",
        serde_json::to_string(edits).map_err(io::Error::other)?
    )?;
    file.flush()
}

/// The journal of an article, by the file that it came from.
fn path(bundle: &Bundle) -> io::Result<PathBuf> {
    let file = match bundle.saves_to() {
        Some(file) => std::path::absolute(file)?.to_string_lossy().into_owned(),
        None => bundle.source_name(),
    };
    let name = sha256(file.as_bytes());
    Ok(state::folder("journal")?.join(format!("{}.jsonl", name.get(..32).unwrap_or(&name))))
}

fn state_of(article: &Article) -> String {
    sha256(ninjs::write(article).to_string().as_bytes())
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

    fn lines(start: &Start, steps: &[Vec<Edit>]) -> String {
        let steps = steps
            .iter()
            .map(|step| serde_json::to_string(step).unwrap());
        let start = serde_json::to_string(start).unwrap();
        std::iter::once(start)
            .chain(steps)
            .map(|line| line + "\n")
            .collect()
    }

    #[test]
    fn edits_come_back_under_the_keys_that_the_photos_have_now() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        let mut article = crate::bundle::sample(&House::default()).article;
        article.photos.truncate(2);
        let start = Start {
            file: "a".into(),
            state: state_of(&article),
            photos: vec![PhotoId(7), PhotoId(3)],
        };
        let new = Edit::InsertPhoto {
            at: 0,
            photo: Box::new(Photo::new(PhotoId(8), "photo-9", "urn:x:9")),
        };
        let mut text = lines(
            &start,
            &[
                vec![caption(7, "One.")],
                vec![new, caption(8, "New.")],
                vec![caption(3, "Two.")],
            ],
        );
        text.push_str("[{\"SetText\":{\"pho");
        fs::write(&path, text).unwrap();
        let edits = read(&path, &article).expect("work was lost");
        let mut now = article.clone();
        for edit in edits {
            edit.apply(&mut now).unwrap();
        }
        let captions: Vec<_> = now
            .photos
            .iter()
            .map(|photo| photo.caption.as_str())
            .collect();
        assert_eq!(captions, ["New.", "One.", "Two."]);
        assert_eq!(now.photos[1].id, article.photos[0].id);
    }

    #[test]
    fn work_on_another_state_is_not_put_onto_this_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        let mut article = crate::bundle::sample(&House::default()).article;
        let photos: Vec<_> = article.photos.iter().map(|photo| photo.id).collect();
        let start = Start {
            file: "a".into(),
            state: state_of(&article),
            photos,
        };
        fs::write(&path, lines(&start, &[vec![caption(1, "One.")]])).unwrap();
        assert!(read(&path, &article).is_some());
        article.headline = "Another.".into();
        assert!(read(&path, &article).is_none());
    }
}

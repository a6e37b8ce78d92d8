//! What is slow: threads with a channel back to the window, which is woken when they are done.

mod opening;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use egui::Context;

use super::dialog::{Chosen, Purpose};
use super::pictures::Key;
use super::view_state::Running;
use crate::bundle::export::Report;
use crate::bundle::{
    self, Attached, Bundle, Listing, Proposal, SaveError, SaveTo, Start, StateFolder,
};
use crate::credit::{Cluster, Lexicon, Tally};
use crate::edit::StateId;
use crate::formats::sheet::Sheet;
use crate::lint::House;
use crate::media::{self, Pixels};
use crate::model::{Article, Image, PhotoId};

pub use opening::Opened;

/// Threads that make thumbnails.
const PAINTERS: usize = 2;

/// What a job brings back.
pub enum Done {
    /// What paths hold.
    Listed(Result<Listing, String>),
    /// An article of the queue.
    Opened(usize, Box<Result<Opened, String>>),
    /// An article was saved in this state.
    Saved {
        /// Which.
        article: usize,
        /// As it was.
        state: StateId,
        /// Where it lies now, and what edits start from.
        result: Box<Result<(Bundle, Option<Start>), SaveError>>,
    },
    /// The credits of this revision of the document were compared.
    Compared(u64, Vec<Cluster>),
    /// An export was written.
    Exported(Result<Box<Report>, String>),
    /// A caption sheet was read.
    Sheet(Result<Sheet, String>),
    /// A picture was copied.
    Attached(usize, Option<PhotoId>, Box<Result<Attached, String>>),
    /// Pictures of the bundle were measured, each for a photo or for a new one.
    Measured(usize, Vec<(Option<PhotoId>, Result<Image, String>)>),
    /// A thumbnail.
    Painted(Key, Result<Pixels, String>),
    /// A dialog was answered.
    Chosen(Purpose, Chosen),
    /// What a folder holds, for our own dialog.
    Folder(PathBuf, Vec<Entry>),
}

/// An entry of a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Files come after folders.
    pub is_file: bool,
    /// Its name.
    pub name: String,
}

/// What a job is for; some are waited for before the window closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Reads.
    Read,
    /// Writes an article of the queue: one at a time, waited for.
    Save(usize),
    /// Writes something else: waited for.
    Write,
    /// Waits for a person.
    Ask,
    /// Works out something of what is open: soon done, not told.
    Derive,
}

struct Job {
    id: u64,
    text: String,
    task: Task,
    queue: u64,
    is_stopped: Arc<AtomicBool>,
    /// How many of its parts are done, of how many; none where it is one.
    parts: Option<(Arc<AtomicUsize>, usize)>,
}

/// What comes back from a thread.
struct Message {
    /// From which job; none from those that make thumbnails.
    job: Option<u64>,
    /// Whether the job is done with it.
    is_last: bool,
    /// None where a job that was stopped ends.
    done: Option<Done>,
}

/// A picture to be made, with what it is read from.
pub struct Order {
    /// Which.
    pub key: Key,
    /// Where it lies.
    pub bundle: Arc<Bundle>,
    /// Its longer side.
    pub side: u32,
}

type Orders = Arc<(Mutex<Vec<Order>>, Condvar)>;

/// The jobs of the window.
pub struct Jobs {
    ctx: Context,
    state: StateFolder,
    sender: Sender<Message>,
    receiver: Receiver<Message>,
    running: Vec<Job>,
    last: u64,
    queue: u64,
    orders: Orders,
    painting: HashSet<Key>,
}

impl Jobs {
    /// None yet; `ctx` is the window to wake, `state` the user's state folder.
    #[must_use]
    pub fn new(ctx: &Context, state: StateFolder) -> Self {
        let (sender, receiver) = channel();
        let orders = Orders::default();
        for _ in 0..PAINTERS {
            let (orders, sender, ctx) = (Arc::clone(&orders), sender.clone(), ctx.clone());
            std::thread::spawn(move || paint(&orders, &sender, &ctx));
        }
        Self {
            ctx: ctx.clone(),
            state,
            sender,
            receiver,
            running: Vec::new(),
            last: 0,
            queue: 0,
            orders,
            painting: HashSet::new(),
        }
    }

    /// Runs `work` on a thread of its own.
    pub fn start(
        &mut self,
        text: impl Into<String>,
        task: Task,
        work: impl FnOnce() -> Done + Send + 'static,
    ) {
        let (id, _) = self.begin(text.into(), task, None);
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        std::thread::spawn(move || {
            let done = work();
            let message = Message {
                job: Some(id),
                is_last: true,
                done: Some(done),
            };
            // The window may be gone.
            sender.send(message).ok();
            ctx.request_repaint();
        });
    }

    /// A job begins: its number, and the flag that stops it.
    fn begin(
        &mut self,
        text: String,
        task: Task,
        parts: Option<(Arc<AtomicUsize>, usize)>,
    ) -> (u64, Arc<AtomicBool>) {
        self.last += 1;
        let is_stopped = Arc::new(AtomicBool::new(false));
        self.running.push(Job {
            id: self.last,
            text,
            task,
            queue: self.queue,
            is_stopped: Arc::clone(&is_stopped),
            parts,
        });
        (self.last, is_stopped)
    }

    /// Compares the credits of this revision of the document.
    pub fn compare(&mut self, revision: u64, tally: Tally, lexicon: Arc<Lexicon>) {
        self.start("Comparing credits", Task::Derive, move || {
            Done::Compared(revision, tally.clusters(&lexicon))
        });
    }

    /// What came in since the last frame; what was stopped is dropped.
    pub fn take_done(&mut self) -> Vec<Done> {
        let mut done = Vec::new();
        while let Ok(Message {
            job: id,
            is_last,
            done: result,
        }) = self.receiver.try_recv()
        {
            if let Some(Done::Painted(key, _)) = &result {
                self.painting.remove(key);
            }
            let at = self.running.iter().position(|job| Some(job.id) == id);
            let job = at.and_then(|at| self.running.get(at));
            let about = job.map(|job| (job.queue, job.is_stopped.load(Ordering::Relaxed)));
            if let Some(at) = at.filter(|_| is_last) {
                self.running.remove(at);
            }
            let Some(result) = result else { continue };
            let Some((queue, is_stopped)) = about else {
                done.push(result);
                continue;
            };
            let is_old = queue != self.queue;
            if is_stopped {
                continue;
            }
            match result {
                // Keys of another queue mean nothing here; that something was not saved does.
                Done::Saved { result, .. } if is_old => {
                    done.extend(result.err().map(|why| Done::Exported(Err(why.to_string()))));
                }
                Done::Chosen(Purpose::OpenFile | Purpose::OpenFolder, _)
                | Done::Exported(_)
                | Done::Folder(..) => done.push(result),
                _ if is_old => {}
                result => done.push(result),
            }
        }
        done
    }

    /// Drops the result of a job; a save is never stopped.
    pub fn stop(&mut self, id: u64) {
        if let Some(job) = self
            .running
            .iter()
            .find(|job| job.id == id && job.task == Task::Read)
        {
            job.is_stopped.store(true, Ordering::Relaxed);
        }
    }

    /// Drops the results of all that reads: another queue is opened.
    pub fn stop_reading(&mut self) {
        for job in self.running.iter().filter(|job| job.task == Task::Read) {
            job.is_stopped.store(true, Ordering::Relaxed);
        }
    }

    /// Whether this article is being saved.
    #[must_use]
    pub fn is_saving(&self, article: usize) -> bool {
        self.running
            .iter()
            .any(|job| job.task == Task::Save(article))
    }

    /// Whether something is being written or asked for that leaving must wait for.
    #[must_use]
    pub fn is_writing_or_asking(&self) -> bool {
        self.running
            .iter()
            .any(|job| matches!(job.task, Task::Save(_) | Task::Write | Task::Ask))
    }

    /// Another queue is open: what is still on its way for the last one is dropped.
    pub fn begin_queue(&mut self) {
        self.queue += 1;
    }

    /// What the status bar tells.
    #[must_use]
    pub fn running(&self) -> Vec<Running> {
        let told = self
            .running
            .iter()
            .filter(|job| !matches!(job.task, Task::Ask | Task::Derive))
            .filter(|job| !job.is_stopped.load(Ordering::Relaxed));
        told.map(|job| Running {
            id: job.id,
            text: match &job.parts {
                Some((done, all)) => {
                    format!("{}: {} of {all}", job.text, done.load(Ordering::Relaxed))
                }
                None => job.text.clone(),
            },
            can_stop: job.task == Task::Read,
        })
        .collect()
    }

    /// How many thumbnails are on their way.
    #[must_use]
    pub fn painting(&self) -> usize {
        self.painting.len()
    }

    /// Makes these pictures next, and no longer those that were asked for before and not begun.
    pub fn paint(&mut self, wanted: Vec<Order>) {
        let (orders, bell) = &*self.orders;
        let mut waiting = orders.lock().unwrap_or_else(PoisonError::into_inner);
        for order in waiting.drain(..) {
            self.painting.remove(&order.key);
        }
        for order in wanted.into_iter().rev() {
            if self.painting.insert(order.key.clone()) {
                waiting.push(order);
            }
        }
        bell.notify_all();
    }

    /// Lists what paths hold.
    pub fn list(&mut self, paths: Vec<PathBuf>, house: House) {
        let first = paths.first().map(|path| name(path)).unwrap_or_default();
        self.start(format!("Looking into {first}"), Task::Read, move || {
            let mut all = Listing::default();
            for path in &paths {
                match bundle::list(path, &house) {
                    Ok(listing) => {
                        all.items.extend(listing.items);
                        all.notes.extend(listing.notes);
                        all.asides.extend(listing.asides);
                    }
                    Err(error) => all.notes.push(error.to_string()),
                }
            }
            Done::Listed(match (all.items.is_empty(), all.notes.first()) {
                (true, Some(why)) => Err(why.clone()),
                _ => Ok(all),
            })
        });
    }

    /// Saves a snapshot of an article.
    pub fn save(
        &mut self,
        article: usize,
        state: StateId,
        bundle: Arc<Bundle>,
        snapshot: Article,
        to: SaveTo,
    ) {
        let state_folder = self.state.clone();
        self.start(
            format!("Saving {}", bundle.source_name()),
            Task::Save(article),
            move || {
                let result = bundle.save(&snapshot, &to).map(|saved| {
                    let start = Start::of_saved(&saved, &snapshot, &state_folder);
                    (saved, start)
                });
                Done::Saved {
                    article,
                    state,
                    result: Box::new(result),
                }
            },
        );
    }

    /// Copies a picture into the user's state folder.
    pub fn attach(
        &mut self,
        article: usize,
        photo: Option<PhotoId>,
        file: PathBuf,
        bundle: Arc<Bundle>,
        now: Article,
    ) {
        let state = self.state.clone();
        self.start(
            format!("Attaching {}", name(&file)),
            Task::Write,
            move || {
                let attached =
                    bundle::attach(&file, &bundle, &now, &state).map_err(|error| error.to_string());
                Done::Attached(article, photo, Box::new(attached))
            },
        );
    }

    /// Measures pictures of a bundle.
    pub fn measure(&mut self, article: usize, proposals: Vec<Proposal>, bundle: Arc<Bundle>) {
        self.start("Attaching pictures", Task::Write, move || {
            let measured = proposals
                .into_iter()
                .map(|proposal| (proposal.photo, bundle.measured(&proposal.path)));
            Done::Measured(article, measured.collect())
        });
    }

    /// Lists a folder for our own dialog.
    pub fn list_folder(&mut self, folder: PathBuf) {
        self.start("Reading a folder", Task::Ask, move || {
            let entries = std::fs::read_dir(&folder)
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| Entry {
                    is_file: !entry.path().is_dir(),
                    name: entry.file_name().to_string_lossy().into_owned(),
                });
            let mut entries: Vec<Entry> = entries
                .filter(|entry| !entry.name.starts_with('.'))
                .collect();
            entries.sort();
            Done::Folder(folder, entries)
        });
    }
}

/// The last part of a path, for a sentence.
#[must_use]
pub fn name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn paint(orders: &Orders, sender: &Sender<Message>, ctx: &Context) {
    let (waiting, bell) = &**orders;
    loop {
        let order = {
            let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
            loop {
                match waiting.pop() {
                    Some(order) => break order,
                    None => waiting = bell.wait(waiting).unwrap_or_else(PoisonError::into_inner),
                }
            }
        };
        let bytes = order
            .bundle
            .picture(&order.key.path)
            .map_err(|error| error.to_string());
        let made = bytes.and_then(|bytes| {
            media::thumbnail(&bytes, order.side).map_err(|error| error.to_string())
        });
        let painted = Message {
            job: None,
            is_last: true,
            done: Some(Done::Painted(order.key, made)),
        };
        if sender.send(painted).is_err() {
            return;
        }
        ctx.request_repaint();
    }
}

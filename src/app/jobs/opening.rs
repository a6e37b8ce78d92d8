//! Jobs that read articles of the queue.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Done, Jobs, Message, Task};
use crate::bundle::{self, Bundle, Item, OpenError, Start, StateFolder, UnsavedWork};
use crate::lint::House;

/// An article that was opened.
pub struct Opened {
    /// The article.
    pub bundle: Bundle,
    /// What edits start from.
    pub start: Option<Start>,
    /// What was done to it and never saved.
    pub unsaved: Option<UnsavedWork>,
    /// Where work is kept that was done to another version of it.
    pub kept: Option<PathBuf>,
    /// The source read anew, where it has changed since the article was saved.
    pub source: Option<Box<Self>>,
}

impl Opened {
    /// Looks for work on it that was never saved.
    #[must_use]
    fn new(bundle: Bundle, state: &StateFolder) -> Self {
        let start = Start::of(&bundle, &bundle.article, state);
        let unsaved = start
            .as_ref()
            .and_then(|start| start.unsaved_work(&bundle.article));
        let kept = start
            .as_ref()
            .and_then(|start| start.set_aside(&bundle.article));
        Self {
            bundle,
            start,
            unsaved,
            kept,
            source: None,
        }
    }

    /// Opens an article of the queue; where its source has changed since it was saved, both.
    fn open(item: &Item, house: &House, state: &StateFolder) -> Result<Self, OpenError> {
        let mut opened = Self::new(bundle::open(item, house)?, state);
        if opened.bundle.source_changed {
            let source = bundle::open_source(item, house)?;
            opened.source = Some(Box::new(Self::new(source, state)));
        }
        Ok(opened)
    }
}

impl Jobs {
    /// Reads an article of the queue.
    pub fn open(&mut self, article: usize, item: Item, house: House) {
        let state = self.state.clone();
        self.start(format!("Opening {}", item.name), Task::Read, move || {
            let opened = Opened::open(&item, &house, &state);
            Done::Opened(article, Box::new(opened.map_err(|error| error.to_string())))
        });
    }

    /// Reads the sample.
    pub fn open_sample(&mut self, house: House) {
        let state = self.state.clone();
        self.start("Opening the sample", Task::Read, move || {
            let opened = Opened::new(bundle::sample(&house), &state);
            Done::Opened(0, Box::new(Ok(opened)))
        });
    }

    /// Reads articles of the queue one after another; each arrives by itself, and what was read
    /// stays where the rest is stopped.
    pub fn open_rest(&mut self, articles: Vec<(usize, Item)>, house: House) -> u64 {
        let done = Arc::new(AtomicUsize::new(0));
        let parts = Some((Arc::clone(&done), articles.len()));
        let (id, is_stopped) = self.begin("Opening articles".to_owned(), Task::Read, parts);
        let (sender, ctx, state) = (self.sender.clone(), self.ctx.clone(), self.state.clone());
        std::thread::spawn(move || {
            for (article, item) in articles {
                if is_stopped.load(Ordering::Relaxed) {
                    break;
                }
                let opened = Opened::open(&item, &house, &state);
                let opened = opened.map_err(|error| error.to_string());
                done.fetch_add(1, Ordering::Relaxed);
                let message = Message {
                    job: Some(id),
                    is_last: false,
                    done: Some(Done::Opened(article, Box::new(opened))),
                };
                if sender.send(message).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
            let end = Message {
                job: Some(id),
                is_last: true,
                done: None,
            };
            sender.send(end).ok();
            ctx.request_repaint();
        });
        id
    }
}

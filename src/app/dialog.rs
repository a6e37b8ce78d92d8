//! Asking for a file: the system's dialog where there is one, else our own.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;
use std::time::{Duration, Instant};

use rfd::{AsyncFileDialog, FileHandle};

use crate::bundle::{ARTICLE_ENDINGS, PICTURE_ENDINGS};
use crate::model::PhotoId;

/// A dialog that answers sooner was never seen by a person: there is none on this machine.
const UNSEEN: Duration = Duration::from_millis(150);

/// What a path is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A file to open.
    OpenFile,
    /// A folder to open.
    OpenFolder,
    /// Where to save an article of the queue.
    Save(usize),
    /// Where to write normalized JSON.
    Export,
    /// A picture, for this photo of an article of the queue or a new one.
    Attach(usize, Option<PhotoId>),
}

impl Purpose {
    /// The dialog's title.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match self {
            Self::OpenFile => "Open file",
            Self::OpenFolder => "Open folder",
            Self::Save(_) => "Save as",
            Self::Export => "Export JSON",
            Self::Attach(..) => "Attach picture",
        }
    }

    /// Its button.
    #[must_use]
    pub fn verb(&self) -> &'static str {
        match self {
            Self::OpenFile | Self::OpenFolder => "Open",
            Self::Save(_) => "Save",
            Self::Export => "Export",
            Self::Attach(..) => "Attach",
        }
    }

    /// Whether the path may be new.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        matches!(self, Self::Save(_) | Self::Export)
    }
}

/// How a dialog was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// With this path.
    Path(PathBuf),
    /// Not at all.
    Nothing,
    /// This machine has no dialog.
    NoDialog,
}

/// Whose dialogs ask for paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialogs {
    /// The system's; where it has none, our own.
    System,
    /// Our own.
    Own,
}

impl Dialogs {
    /// As `CUTLINE_DIALOG` wants them: `own`, or the system's.
    #[must_use]
    pub fn of_user() -> Self {
        match std::env::var_os("CUTLINE_DIALOG") {
            Some(value) if value == "own" => Self::Own,
            Some(_) | None => Self::System,
        }
    }
}

/// Prepares the system's dialog, on the window's thread as macOS wants it; the answer is waited
/// for by calling what is returned, on another thread.
pub fn ask(purpose: &Purpose, name: &str, folder: &Path) -> impl FnOnce() -> Chosen + Send + use<> {
    type Answer = Box<dyn Future<Output = Option<FileHandle>> + Send + Unpin>;
    let dialog = AsyncFileDialog::new()
        .set_title(purpose.title())
        .set_directory(folder);
    let answer: Answer = match purpose {
        Purpose::OpenFile => Box::new(Box::pin(
            dialog
                .add_filter("Articles", &ARTICLE_ENDINGS)
                .add_filter("All files", &["*"])
                .pick_file(),
        )),
        Purpose::OpenFolder => Box::new(Box::pin(dialog.pick_folder())),
        Purpose::Save(_) | Purpose::Export => {
            Box::new(Box::pin(dialog.set_file_name(name).save_file()))
        }
        Purpose::Attach(..) => Box::new(Box::pin(
            dialog.add_filter("Pictures", &PICTURE_ENDINGS).pick_file(),
        )),
    };
    move || {
        let asked = Instant::now();
        match wait_for(answer) {
            Some(file) => Chosen::Path(file.path().to_path_buf()),
            None if asked.elapsed() < UNSEEN => Chosen::NoDialog,
            None => Chosen::Nothing,
        }
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Sleeps until a future is ready.
fn wait_for<T>(future: impl Future<Output = T>) -> T {
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => std::thread::park(),
        }
    }
}

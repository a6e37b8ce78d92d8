//! What a view asks for. Views never change anything themselves; `apply` does, in one place.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::command::Command;
use super::dialog::Purpose;
use super::views::export::Choice;
use crate::bundle::{Proposal, UnsavedWork};
use crate::edit::Change;
use crate::lint::{Finding, Fix};
use crate::model::{PhotoId, Source, TextField};

/// A certain fix that an editor unticked.
pub type Refused = BTreeSet<(PhotoId, &'static str, String)>;

/// Which version of an article to go on with, where its source has changed since it was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// The saved file.
    Saved,
    /// The source as it is now.
    Source,
}

/// Something that a view asks for.
#[derive(Debug, Clone)]
pub enum Ask {
    /// One of the commands.
    Do(Command),
    /// Select a photo.
    Select(PhotoId),
    /// Select a problem of the selected photo.
    SelectProblem(usize),
    /// Show an article of the queue.
    ShowArticle(usize),
    /// A text field was typed into.
    SetText(PhotoId, TextField, String),
    /// The persons were typed into.
    SetCreators(PhotoId, Vec<String>),
    /// The organisations were changed.
    SetSources(PhotoId, Vec<Source>),
    /// A date was typed.
    TypeDate(PhotoId, String),
    /// A field lost the focus: the word being typed is done.
    LeaveField,
    /// Do a fix.
    Fix(PhotoId, Fix),
    /// Wave a problem through, or take that back.
    Ignore(Finding),
    /// Attach these pictures of the bundle.
    Match(Vec<Proposal>),
    /// Put a photo at this position.
    Move(PhotoId, usize),
    /// Do the certain fixes but these.
    FixAll(Refused),
    /// Replace in all captions and credit lines.
    Replace {
        /// What is searched.
        find: String,
        /// What comes instead.
        with: String,
    },
    /// Read the articles of the queue that are not open yet.
    OpenRest,
    /// Write a credit otherwise, in all articles that have it: the step's name, and what changes.
    Respell(String, Vec<Change>),
    /// A path was chosen in a dialog.
    Chosen(Purpose, PathBuf),
    /// Look into a folder for the path dialog.
    List(PathBuf),
    /// Export what is chosen; where to is asked next.
    Export(Choice),
    /// Take over what a caption sheet changes.
    ImportSheet(Vec<Change>),
    /// Export, although the wire has stopped a photo.
    ExportAnyway,
    /// Save everything, then close.
    SaveAllAndClose,
    /// Close without saving.
    DiscardAndClose,
    /// Save over what another program wrote.
    SaveOver(usize),
    /// Neither: stay.
    StayOpen,
    /// Put back what was done to an article of the queue before a crash.
    Recover(usize, Box<UnsavedWork>),
    /// Give that work up.
    DiscardUnsaved(usize),
    /// Go on with one of two versions of an article of the queue.
    OpenVersion(usize, Version),
    /// Stop what runs.
    Stop(u64),
    /// The sentence in the status bar was read.
    DismissNotice,
}

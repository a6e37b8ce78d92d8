//! What can go wrong with places on disk, in plain sentences.

use std::io;
use std::path::{Path, PathBuf};

use super::archive::ZipError;
use crate::formats::FormatError;

/// Why something could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The path is not there.
    #[error("{}: not there; check the path", .0.display())]
    NotThere(PathBuf),
    /// A device or a pipe.
    #[error("{}: is no file; name a file or a folder", .0.display())]
    NoFile(PathBuf),
    /// A folder in which nothing is an article.
    #[error("{}: no article in this folder; a text, a page, JSON, XML or a zip is expected in it or in its folders", .0.display())]
    NoArticle(PathBuf),
    /// A zip or a file of records in which nothing is an article.
    #[error("{place}: no article in this file")]
    Nothing {
        /// Which.
        place: String,
    },
    /// A zip that cannot be read, or an entry of one.
    #[error("{place}: {why}")]
    Zip {
        /// Which.
        place: String,
        /// Why.
        why: ZipError,
    },
    /// Something that was refused when its place was listed; says what and why.
    #[error("{0}")]
    Refused(String),
    /// A file that holds fewer articles than when it was listed.
    #[error("{place}: not there any more; the file changed since it was listed")]
    Gone {
        /// Which.
        place: String,
    },
    /// A line of a file of records that holds several.
    #[error(
        "{place}: {count} articles in one line, which a queue cannot save one by one; save the line as a file that ends in .json, which opens as a queue, or read it with `cutline clean -`"
    )]
    SeveralInLine {
        /// Which.
        place: String,
        /// How many.
        count: usize,
    },
    /// More than Cutline reads.
    #[error("{}: {megabytes} MB, more than the {limit} MB that are read; split it", .path.display())]
    TooLarge {
        /// What.
        path: PathBuf,
        /// Its size.
        megabytes: u64,
        /// The limit.
        limit: u64,
    },
    /// A file that is no article.
    #[error("{}", told_of_format(.path, .reason))]
    Format {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: FormatError,
    },
    /// A path inside a bundle that leads out of it.
    #[error("{path}: leads out of the bundle and is not followed")]
    LeadsOut {
        /// As written in the bundle.
        path: String,
    },
    /// The system says no.
    #[error("{}: {}", .path.display(), told(.reason))]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
}

/// Why something could not be saved. Nothing was changed on disk then.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// No place of its own.
    #[error("this article has no file yet; choose where to save it")]
    NoPlace,
    /// A zip or a file of several articles that lies where nothing can be written.
    #[error("{}: cannot be made, {}", .folder.display(), told(.reason))]
    NoFolder {
        /// The folder that its articles would be saved in.
        folder: PathBuf,
        /// Why.
        reason: io::Error,
    },
    /// A link out of the bundle.
    #[error("{}: is a link to {}, outside the bundle; save as another name", .path.display(), .target.display())]
    LinkOut {
        /// The link.
        path: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
    /// The source itself was named.
    #[error("{}: is the source, which is never written over; choose another name", .0.display())]
    Source(PathBuf),
    /// Another program changed the file since it was opened or saved.
    #[error("{}: was changed by another program meanwhile", .0.display())]
    Changed(PathBuf),
    /// A stranger's file has no place for a change.
    #[error("{}: not saved, as a file of this kind cannot hold {what}; export it as normalized JSON instead", .path.display())]
    NoRoom {
        /// The file.
        path: PathBuf,
        /// What it cannot hold.
        what: String,
    },
    /// A picture could not come along.
    #[error("{0}")]
    Picture(#[from] OpenError),
    /// Another file lies where an attached picture should go.
    #[error("{}: another picture of this name came meanwhile; attach it again", .0.display())]
    Taken(PathBuf),
    /// The system says no.
    #[error("{}: not saved, {}", .path.display(), told(.reason))]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
}

impl OpenError {
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |reason| match reason.kind() {
            // A name that cannot exist is not there either.
            io::ErrorKind::NotFound
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::InvalidFilename
            | io::ErrorKind::InvalidInput => Self::NotThere(path),
            _ => Self::Io { path, reason },
        }
    }

    pub(super) fn too_large(path: PathBuf, bytes: u64, limit: u64) -> Self {
        let megabyte = 1024 * 1024;
        Self::TooLarge {
            path,
            megabytes: bytes / megabyte,
            limit: limit / megabyte,
        }
    }
}

impl SaveError {
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |reason| Self::Io { path, reason }
    }

    /// Whether the disk or the rights on it are at fault.
    #[must_use]
    pub fn is_io(&self) -> bool {
        matches!(
            self,
            Self::Io { .. } | Self::NoFolder { .. } | Self::Picture(OpenError::Io { .. })
        )
    }
}

/// `PATH:LINE:COLUMN: what, and what to do`, where the place in the file is known.
fn told_of_format(path: &Path, reason: &FormatError) -> String {
    let path = path.display();
    match reason {
        FormatError::Json {
            line,
            column,
            reason,
        } => format!(
            "{path}:{line}:{column}: not JSON ({reason}); mend that place or open the original"
        ),
        reason => format!("{path}: {reason}"),
    }
}

/// What the system said, with what to do where that is known.
fn told(reason: &io::Error) -> String {
    match reason.kind() {
        io::ErrorKind::PermissionDenied => {
            "no permission; change the rights or choose another place".to_owned()
        }
        io::ErrorKind::StorageFull => "the disk is full; make room and try again".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => {
            "the disk is read-only; choose another place".to_owned()
        }
        io::ErrorKind::NotFound => "its folder is gone; save under another name".to_owned(),
        io::ErrorKind::IsADirectory => "is a folder; name a file".to_owned(),
        io::ErrorKind::AlreadyExists => {
            "as something else has that name; move it away or choose another place".to_owned()
        }
        _ => reason.to_string(),
    }
}

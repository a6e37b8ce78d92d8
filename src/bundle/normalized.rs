//! Writes the normalized form of an article into a folder of somebody's choice.
//!
//! A file that Cutline did not make is never overwritten, a link never followed. A file of ours that
//! reads otherwise may have been worked on: it is kept under another name.

use std::io;
use std::path::{Path, PathBuf};

use super::write::{back_up, write_atomically};
use crate::formats::ninjs;

/// What may happen to a file of ours that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    /// It makes room.
    MakesRoom,
    /// It stays: what is written was read from the source though something was saved from it.
    Stays,
}

/// Why the normalized form was not written. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// It may lead anywhere.
    #[error("{}: not written, as it is a link; name another folder", .0.display())]
    Link(PathBuf),
    /// Somebody else's.
    #[error("{}: not overwritten, as Cutline did not make it; name another folder", .0.display())]
    NotOurs(PathBuf),
    /// Perhaps an editor's work.
    #[error("{}: not replaced, as reading a source anew never replaces a saved file; name another folder", .0.display())]
    Stays(PathBuf),
    /// The system says no.
    #[error("{}: not written ({reason}); check the folder and its rights", .path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
}

/// Writes it; answers with the name under which what was there is kept.
///
/// # Errors
/// Where something is there that must stay, or nothing can be written.
pub fn write_normalized(
    path: &Path,
    text: &str,
    earlier: Earlier,
) -> Result<Option<PathBuf>, WriteError> {
    if std::fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink()) {
        return Err(WriteError::Link(path.to_owned()));
    }
    let there = match std::fs::read(path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(reason) => return Err(io_error(path)(reason)),
    };
    if let Some(bytes) = &there {
        if !is_ours(bytes) {
            return Err(WriteError::NotOurs(path.to_owned()));
        }
        if earlier == Earlier::Stays {
            return Err(WriteError::Stays(path.to_owned()));
        }
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(io_error(path))?;
    }
    let is_other = there.is_some_and(|bytes| bytes != text.as_bytes());
    let kept = is_other.then(|| back_up(path)).transpose();
    let kept = kept.map_err(io_error(path))?;
    write_atomically(path, text.as_bytes()).map_err(io_error(path))?;
    Ok(kept)
}

fn io_error(path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = path.to_owned();
    move |reason| WriteError::Io { path, reason }
}

fn is_ours(bytes: &[u8]) -> bool {
    serde_json::from_slice(bytes).is_ok_and(|value| ninjs::is_ours(&value))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = "{\"profile\": \"cutline-1\"}\n";
    const WORKED_ON: &str = "{\"profile\": \"cutline-1\", \"uri\": \"urn:x:1\"}\n";

    #[test]
    fn what_is_there_decides_what_is_written() {
        use Earlier::{MakesRoom, Stays};
        for (there, earlier, expected) in [
            (None, MakesRoom, "written"),
            (None, Stays, "written"),
            (Some(OURS), MakesRoom, "written"),
            (Some(WORKED_ON), MakesRoom, "kept as a.ninjs.json.bak"),
            (Some(OURS), Stays, "not replaced"),
            (Some("{\"a\": 1}"), MakesRoom, "Cutline did not make it"),
            (Some("mine"), Stays, "Cutline did not make it"),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("out/a.ninjs.json");
            if let Some(there) = there {
                std::fs::create_dir(folder.path().join("out")).unwrap();
                std::fs::write(&path, there).unwrap();
            }
            let told = match write_normalized(&path, OURS, earlier) {
                Ok(None) => "written".to_owned(),
                Ok(Some(kept)) => format!("kept as {}", kept.display()),
                Err(error) => {
                    assert_eq!(std::fs::read_to_string(&path).ok().as_deref(), there);
                    error.to_string()
                }
            };
            let told = told.replace(&format!("{}/", path.parent().unwrap().display()), "");
            assert!(told.contains(expected), "{there:?} {earlier:?}: {told}");
        }
    }
}

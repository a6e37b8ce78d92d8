//! Writing a file so that it is whole or not there, and keeping what it replaces.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::model::sha256;

/// Writes a file by way of a temporary one in the same folder: written, synced, renamed, the folder
/// synced. A file that was there keeps its permissions.
///
/// # Errors
/// What the system says; the file is then as it was.
pub(super) fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if fs::metadata(path).is_ok_and(|about| about.permissions().readonly()) {
        // A rename would replace it all the same.
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".cutline-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What the umask leaves of it, as for any new file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Ok(about) = fs::metadata(path) {
        file.as_file().set_permissions(about.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// The SHA-256 of a file; none where it is not there.
pub(super) fn hash_of(path: &Path) -> io::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(sha256(&bytes))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The names under which what lies here may be kept, in the order in which they are taken: `NAME.bak`, `NAME.bak2`, ….
pub(super) fn backups_of(path: &Path) -> impl Iterator<Item = PathBuf> {
    (1u32..).map(|number| {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(if number == 1 {
            ".bak".to_owned()
        } else {
            format!(".bak{number}")
        });
        path.with_file_name(name)
    })
}

/// Copies a file to `NAME.bak`, `NAME.bak2`, …: the first that is free. Answers with its path.
///
/// # Errors
/// What the system says.
pub(super) fn back_up(path: &Path) -> io::Result<PathBuf> {
    let bytes = fs::read(path)?;
    for backup in backups_of(path) {
        match File::options().write(true).create_new(true).open(&backup) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
            Ok(mut file) => {
                file.write_all(&bytes)?;
                file.sync_all()?;
                return Ok(backup);
            }
        }
    }
    Err(io::Error::other("no name is left for a backup"))
}

#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a rename is on disk once it returns, or folders cannot be opened.
#[cfg(not(unix))]
pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

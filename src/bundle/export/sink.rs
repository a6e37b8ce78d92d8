//! Where an export's files go: a folder or a zip that takes its place when it is whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use tempfile::{NamedTempFile, TempDir};

use super::super::holder::Holder;
use super::super::item::folder_of;
use super::super::storage::is_picture;
use super::super::write::{backups_of, sync_folder};
use super::report::TITLE;
use super::{ExportError, REPORT, is_report};

/// A folder or a zip in the making, beside its place.
#[derive(Debug)]
pub(super) struct Sink {
    place: PathBuf,
    made: Made,
}

#[derive(Debug)]
enum Made {
    Folder(TempDir),
    Zip(Box<ZipArchiveWriter<BufWriter<NamedTempFile>>>),
}

impl Sink {
    /// Looks at the place and begins beside it.
    pub(super) fn new(place: &Path) -> Result<Self, ExportError> {
        let is_zip = place
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
        if is_other_archive(place) {
            return Err(ExportError::OtherArchive(place.to_owned()));
        }
        may_be_replaced(place, is_zip)?;
        let folder = folder_of(place);
        fs::create_dir_all(&folder).map_err(ExportError::io(&folder))?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".cutline-");
        // What the umask leaves of it, as for anything new.
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = if is_zip { 0o666 } else { 0o777 };
            builder.permissions(fs::Permissions::from_mode(mode));
        }
        let made = if is_zip {
            let file = builder.tempfile_in(&folder);
            let file = file.map_err(ExportError::io(place))?;
            let mut zip = ZipArchiveWriter::new(BufWriter::new(file));
            zip.set_comment(TITLE);
            Made::Zip(Box::new(zip))
        } else {
            let made = builder.tempdir_in(&folder);
            Made::Folder(made.map_err(ExportError::io(place))?)
        };
        Ok(Self {
            place: place.to_owned(),
            made,
        })
    }

    /// Writes one file under a path of safe names, parted by `/`.
    pub(super) fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let written = match &mut self.made {
            Made::Folder(folder) => {
                let file = path
                    .split('/')
                    .fold(folder.path().to_owned(), |folder, name| folder.join(name));
                write_new(&file, bytes)
            }
            Made::Zip(zip) => pack(zip, path, bytes).map_err(io::Error::other),
        };
        written.map_err(ExportError::io(&self.place))
    }

    /// Puts it in its place; what of ours was there is kept, under the name that is the answer.
    pub(super) fn finish(self) -> Result<Option<PathBuf>, ExportError> {
        let place = self.place;
        let io = || ExportError::io(&place);
        let parent = folder_of(&place);
        let is_zip = matches!(self.made, Made::Zip(_));
        let kept = match self.made {
            Made::Folder(folder) => {
                // Looked at again: somebody may have come meanwhile.
                may_be_replaced(&place, is_zip)?;
                let kept = set_aside(&place).map_err(io())?;
                let put = fs::rename(folder.path(), &place);
                put.map_err(put_back(&place, kept.as_deref()))?;
                // It is no temporary one any more.
                drop(folder.keep());
                kept
            }
            Made::Zip(zip) => {
                let file = zip.finish().map_err(io::Error::other).map_err(io())?;
                let file = file
                    .into_inner()
                    .map_err(|error| io()(error.into_error()))?;
                file.as_file().sync_all().map_err(io())?;
                may_be_replaced(&place, is_zip)?;
                let kept = set_aside(&place).map_err(io())?;
                let put = file.persist_noclobber(&place);
                put.map_err(|error| put_back(&place, kept.as_deref())(error.error))?;
                kept
            }
        };
        sync_folder(&parent).map_err(io())?;
        Ok(kept)
    }
}

/// Whether something at the place may make room: nothing, an empty folder, an export of ours.
fn may_be_replaced(place: &Path, is_zip: bool) -> Result<(), ExportError> {
    let about = match fs::symlink_metadata(place) {
        Ok(about) => about,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(ExportError::io(place)(error)),
    };
    if about.is_symlink() {
        return Err(ExportError::Link(place.to_owned()));
    }
    let is_ours = if is_zip {
        about.is_file() && is_zip_of_ours(place)
    } else {
        about.is_dir() && (is_empty(place) || is_folder_of_ours(place))
    };
    if is_ours {
        Ok(())
    } else {
        Err(ExportError::NotOurs(place.to_owned()))
    }
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

fn is_folder_of_ours(folder: &Path) -> bool {
    is_report(&Holder::disk(&folder.join(REPORT)))
}

/// The comment of a zip is the last that it holds.
pub(in crate::bundle) fn is_zip_of_ours(file: &Path) -> bool {
    let ends_so = || -> io::Result<bool> {
        let mut file = File::open(file)?;
        let length = i64::try_from(TITLE.len()).unwrap_or_default();
        file.seek(SeekFrom::End(-length))?;
        let mut end = Vec::new();
        file.read_to_end(&mut end)?;
        Ok(end == TITLE.as_bytes())
    };
    ends_so().unwrap_or(false)
}

/// Gives what lies at the place another name, the first that is free; an empty folder goes.
fn set_aside(place: &Path) -> io::Result<Option<PathBuf>> {
    if fs::symlink_metadata(place).is_err() {
        return Ok(None);
    }
    if is_empty(place) {
        fs::remove_dir(place)?;
        return Ok(None);
    }
    let mut names = backups_of(place);
    let is_free = |path: &PathBuf| fs::symlink_metadata(path).is_err();
    let Some(kept) = names.find(is_free) else {
        return Err(io::Error::other("no name is left for what was there"));
    };
    fs::rename(place, &kept)?;
    Ok(Some(kept))
}

/// What was set aside gets its name again where nothing took its place.
fn put_back(place: &Path, kept: Option<&Path>) -> impl FnOnce(io::Error) -> ExportError {
    move |reason| {
        if let Some(kept) = kept {
            // Where even that fails it lies under the name of a backup, and nothing is lost.
            fs::rename(kept, place).ok();
        }
        ExportError::io(place)(reason)
    }
}

/// Whether a place is called like an archive of another kind, which would become a folder of that
/// name. An existing folder may be called as it likes.
fn is_other_archive(place: &Path) -> bool {
    const ENDINGS: [&str; 10] = [
        "tar", "tgz", "gz", "bz2", "xz", "zst", "7z", "rar", "cab", "iso",
    ];
    let ending = place.extension().and_then(|ending| ending.to_str());
    let is_archive = ending.is_some_and(|ending| {
        ENDINGS
            .iter()
            .any(|other| other.eq_ignore_ascii_case(ending))
    });
    is_archive && !place.is_dir()
}

/// Packs one entry. Pictures too: an entry that is only stored cannot be read from a stream.
fn pack<W: Write>(
    zip: &mut ZipArchiveWriter<W>,
    path: &str,
    bytes: &[u8],
) -> Result<(), rawzip::Error> {
    let entry = zip.new_file(path).unix_permissions(0o644);
    let entry = entry.compression_method(CompressionMethod::DEFLATE);
    let (mut entry, config) = entry.start()?;
    let how = if is_picture(path) {
        Compression::fast()
    } else {
        Compression::default()
    };
    let mut writer = config.wrap(DeflateEncoder::new(&mut entry, how));
    writer.write_all(bytes)?;
    let (encoder, about) = writer.finish()?;
    encoder.finish()?;
    entry.finish(about)?;
    Ok(())
}

fn write_new(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::options().write(true).create_new(true).open(file)?;
    file.write_all(bytes)?;
    file.sync_all()
}

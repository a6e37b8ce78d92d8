//! The file that an article lies in: on disk, or inside a zip.

use std::fs::File;
use std::io::{BufReader, Read as _, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::archive::{Archive, ZipError};
use super::error::OpenError;
use super::lines::Line;

/// Files larger than this are not read as an article.
const LIMIT: u64 = 256 * 1024 * 1024;

/// The file that an article lies in.
#[derive(Debug, Clone)]
pub(super) enum Holder {
    /// On disk.
    Disk(Arc<Path>),
    /// Inside a zip.
    Entry {
        archive: Arc<Archive>,
        path: Arc<str>,
    },
}

impl Holder {
    pub(super) fn disk(file: &Path) -> Self {
        Self::Disk(file.into())
    }

    /// Its path as a person would write it.
    pub(super) fn place(&self) -> String {
        match self {
            Self::Disk(file) => file.display().to_string(),
            Self::Entry { archive, path } => archive.place_of(path),
        }
    }

    /// Its name, without its folder.
    pub(super) fn file_name(&self) -> String {
        match self {
            Self::Disk(file) => name_of(file),
            Self::Entry { path, .. } => path.rsplit('/').next().unwrap_or(path).to_owned(),
        }
    }

    /// The file on disk that it is or lies in.
    pub(super) fn file(&self) -> &Path {
        match self {
            Self::Disk(file) => file,
            Self::Entry { archive, .. } => &archive.file,
        }
    }

    /// The name that finds it again from the folder of the file on disk.
    pub(super) fn source_file(&self) -> String {
        match self {
            Self::Disk(file) => name_of(file),
            Self::Entry { archive, path } => {
                let way = archive.way().iter().map(String::as_str);
                let parts = [name_of(&archive.file)]
                    .into_iter()
                    .chain(way.chain([&**path]).map(str::to_owned));
                parts.collect::<Vec<_>>().join("/")
            }
        }
    }

    /// All of it.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, OpenError> {
        match self {
            Self::Disk(file) => read_file(file),
            Self::Entry { archive, path } => archive.read(path).map_err(self.zip_error()),
        }
    }

    /// Its first bytes.
    pub(super) fn head(&self, most: usize) -> Result<Vec<u8>, OpenError> {
        match self {
            Self::Disk(file) => {
                let about = std::fs::metadata(file).map_err(OpenError::io(file))?;
                if !about.is_file() {
                    return Err(OpenError::NoFile(file.to_path_buf()));
                }
                let mut head = Vec::new();
                let most = u64::try_from(most).unwrap_or(u64::MAX);
                let opened = File::open(file).map_err(OpenError::io(file))?;
                let read = opened.take(most).read_to_end(&mut head);
                read.map_err(OpenError::io(file))?;
                Ok(head)
            }
            Self::Entry { archive, path } => archive.head(path, most).map_err(self.zip_error()),
        }
    }

    /// A line of it, without its ending.
    pub(super) fn line(&self, line: Line) -> Result<Vec<u8>, OpenError> {
        if line.length > LIMIT {
            let place = PathBuf::from(format!("{}:{}", self.place(), line.number));
            return Err(OpenError::too_large(place, line.length, LIMIT));
        }
        let length = usize::try_from(line.length).unwrap_or(usize::MAX);
        match self {
            Self::Disk(file) => {
                let mut bytes = vec![0; length];
                let mut opened = File::open(file).map_err(OpenError::io(file))?;
                opened
                    .seek(SeekFrom::Start(line.start))
                    .and_then(|_| opened.read_exact(&mut bytes))
                    .map_err(OpenError::io(file))?;
                Ok(bytes)
            }
            Self::Entry { archive, path } => {
                let all = archive.kept(path).map_err(self.zip_error())?;
                let start = usize::try_from(line.start).unwrap_or(usize::MAX);
                let part = all.get(start..start.saturating_add(length));
                Ok(part.unwrap_or_default().to_vec())
            }
        }
    }

    /// Each of these lines, without its ending; what is too long is left out.
    pub(super) fn each_line(
        &self,
        lines: &[Line],
        mut take: impl FnMut(&Line, &[u8]),
    ) -> Result<(), OpenError> {
        let short = lines.iter().filter(|line| line.length <= LIMIT);
        match self {
            Self::Disk(file) => {
                let opened = File::open(file).map_err(OpenError::io(file))?;
                let mut from = BufReader::new(opened);
                let (mut at, mut bytes) = (0u64, Vec::new());
                for line in short {
                    let gap = line.start.saturating_sub(at);
                    let gap = i64::try_from(gap).unwrap_or(i64::MAX);
                    bytes.resize(usize::try_from(line.length).unwrap_or(usize::MAX), 0);
                    from.seek_relative(gap)
                        .and_then(|()| from.read_exact(&mut bytes))
                        .map_err(OpenError::io(file))?;
                    at = line.start.saturating_add(line.length);
                    take(line, &bytes);
                }
            }
            Self::Entry { .. } => {
                for line in short {
                    take(line, &self.line(*line)?);
                }
            }
        }
        Ok(())
    }

    pub(super) fn zip_error(&self) -> impl FnOnce(ZipError) -> OpenError + use<> {
        let place = self.place();
        move |why| OpenError::Zip { place, why }
    }
}

/// A file's name, without its folder.
pub(super) fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str());
    name.to_string_lossy().into_owned()
}

/// The bytes of a file that is not too large to be an article or a sheet.
///
/// # Errors
/// Where it is not there, no file, or too large.
pub fn read_file(path: &Path) -> Result<Vec<u8>, OpenError> {
    let about = std::fs::metadata(path).map_err(OpenError::io(path))?;
    if !about.is_file() && !about.is_dir() {
        return Err(OpenError::NoFile(path.to_owned()));
    }
    if about.len() > LIMIT {
        return Err(OpenError::too_large(path.to_owned(), about.len(), LIMIT));
    }
    std::fs::read(path).map_err(OpenError::io(path))
}

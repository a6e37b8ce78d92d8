//! One article of a place: which file it lies in, and which part of that file it is.

use std::fs::File;
use std::io::{Read as _, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::archive::Archive;
use super::error::OpenError;
use super::lines::Line;
use super::saved::Home;
use super::storage::Storage;
use crate::formats::{Document, Format, Read};
use crate::model::sha256;

/// Files larger than this are not read as an article.
const LIMIT: u64 = 256 * 1024 * 1024;
/// What ends the name of the folder in which the articles of one file are saved.
const ENDING: &str = ".cutline";

/// One article of a place: a source, or a saved file whose source is gone.
#[derive(Debug, Clone)]
pub struct Item {
    /// What a person calls it: its path below the place that was opened, `archive.zip/story/ferry.txt`
    /// or `crawl.jsonl:17`.
    pub name: String,
    pub(super) holder: Holder,
    pub(super) part: Part,
    /// Whether it is alone in its folder, whose pictures are its own then.
    pub(super) is_alone: bool,
    /// The folder that it lies in, below the place that was opened; of a zip, its name without ending.
    pub(super) folder: Arc<str>,
}

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

/// Which part of its file an article is.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// A line of a file of records.
    Line(Line),
    /// One of several that are read together.
    OfSeveral { several: Arc<Several>, at: usize },
    /// None: it cannot be opened, for this reason.
    Refused(Arc<str>),
}

/// The articles of one file, read together and handed out one by one.
#[derive(Debug, Default)]
pub(super) struct Several {
    reads: Mutex<Vec<Option<(&'static Format, Read)>>>,
    /// Of the whole file.
    sha256: OnceLock<String>,
}

impl Several {
    /// The article at this place; all are read where it was handed out before. None where the file
    /// holds fewer.
    pub(super) fn take(
        &self,
        at: usize,
        read: impl FnOnce() -> Result<Document, OpenError>,
    ) -> Result<Option<(&'static Format, Read)>, OpenError> {
        let mut reads = self.reads.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(read) = reads.get_mut(at).and_then(Option::take) {
            return Ok(Some(read));
        }
        let Document { format, articles } = read()?;
        *reads = articles
            .into_iter()
            .map(|read| Some((format, read)))
            .collect();
        Ok(reads.get_mut(at).and_then(Option::take))
    }
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
    fn source_file(&self) -> String {
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

    pub(super) fn zip_error(&self) -> impl FnOnce(super::ZipError) -> OpenError + use<> {
        let place = self.place();
        move |why| OpenError::Zip { place, why }
    }
}

impl Item {
    /// A file on disk with one article.
    pub(super) fn on_disk(file: &Path, name: String) -> Self {
        Self {
            name,
            holder: Holder::disk(file),
            part: Part::Whole,
            is_alone: false,
            folder: "".into(),
        }
    }

    /// Something that cannot be opened, and why.
    pub(super) fn refused(file: &Path, name: String, why: &str) -> Self {
        Self {
            part: Part::Refused(why.into()),
            ..Self::on_disk(file, name)
        }
    }

    /// What lies in no place: the sample.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::on_disk(Path::new(""), name.to_owned())
    }

    /// Where it lies, as a person would write it: the path of its file, with its line or number.
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}{}", self.holder.place(), self.part.mark())
    }

    /// The paths under which its normalized form may be written into another folder, in the order in
    /// which they are taken.
    pub fn names_elsewhere(&self) -> impl Iterator<Item = String> + use<> {
        let home = self.home();
        let folder = if self.folder.is_empty() {
            String::new()
        } else {
            format!("{}/", self.folder)
        };
        let names = home.names();
        names.map(move |name| format!("{folder}{name}"))
    }

    /// Why it cannot be opened, where that was seen when it was listed.
    #[must_use]
    pub fn refusal(&self) -> Option<&str> {
        match &self.part {
            Part::Refused(why) => Some(why),
            Part::Whole | Part::Line(_) | Part::OfSeveral { .. } => None,
        }
    }

    /// Which line of a file of records it is, with that file's path.
    #[must_use]
    pub fn line(&self) -> Option<(String, u64)> {
        match &self.part {
            Part::Line(line) => Some((self.holder.place(), line.number)),
            Part::Whole | Part::OfSeveral { .. } | Part::Refused(_) => None,
        }
    }

    /// The file on disk that it is or lies in.
    #[must_use]
    pub fn file(&self) -> &Path {
        self.holder.file()
    }

    /// The file that it is, where nothing else is in that.
    pub(super) fn own_file(&self) -> Option<&Path> {
        match (&self.holder, &self.part) {
            (Holder::Disk(file), Part::Whole) => Some(file),
            _ => None,
        }
    }

    /// Where it is saved, and under which names.
    pub(super) fn home(&self) -> Home {
        let name = self.holder.file_name();
        let stem = stem_of(&name);
        let source_file = format!("{}{}", self.holder.source_file(), self.part.mark());
        if let Some(file) = self.own_file() {
            return Home {
                folder: file.parent().unwrap_or(Path::new("")).to_owned(),
                stem,
                name,
                source_file,
            };
        }
        let number = match &self.part {
            Part::Line(line) => Some(line.number),
            Part::OfSeveral { at, .. } => u64::try_from(*at).ok().map(|at| at + 1),
            Part::Whole | Part::Refused(_) => None,
        };
        let numbered = |name: &str| match number {
            Some(number) => format!("{name}-{number}"),
            None => name.to_owned(),
        };
        Home {
            folder: self.saved_folder(),
            stem: numbered(&stem),
            name: numbered(&name),
            source_file,
        }
    }

    /// `NAME.cutline` beside the file on disk, and in it the folders of the zips.
    fn saved_folder(&self) -> PathBuf {
        let base = saved_folder_of(self.holder.file());
        let Holder::Entry { archive, path } = &self.holder else {
            return base;
        };
        let ways = archive.way().iter().map(|zip| {
            let folder = zip.rsplit_once('/').map_or("", |(folder, _)| folder);
            let name = zip.rsplit('/').next().unwrap_or(zip);
            Path::new(folder).join(stem_of(name))
        });
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let inside: PathBuf = ways.chain([PathBuf::from(folder)]).collect();
        base.join(inside)
    }

    /// The bytes that it is read from: of a file of several articles all of them.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub fn bytes(&self) -> Result<Vec<u8>, OpenError> {
        match &self.part {
            Part::Whole | Part::OfSeveral { .. } => self.holder.bytes(),
            Part::Line(line) => self.holder.line(*line),
            Part::Refused(why) => Err(OpenError::Refused(why.to_string())),
        }
    }

    /// The hash of those bytes; of a file of several articles it is made once.
    pub(super) fn sha256(&self) -> Result<String, OpenError> {
        let Part::OfSeveral { several, .. } = &self.part else {
            return Ok(sha256(&self.bytes()?));
        };
        if let Some(known) = several.sha256.get() {
            return Ok(known.clone());
        }
        let hash = sha256(&self.bytes()?);
        Ok(several.sha256.get_or_init(|| hash).clone())
    }

    /// What its pictures are read from.
    pub(super) fn storage(&self) -> Storage {
        match &self.holder {
            Holder::Disk(file) => Storage::Folder(folder_of(file)),
            Holder::Entry { archive, path } => {
                let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
                Storage::Zip {
                    archive: Arc::clone(archive),
                    folder: folder.to_owned(),
                }
            }
        }
    }
}

impl PartialEq for Item {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.place() == other.place()
    }
}

impl Eq for Item {}

impl Part {
    /// What stands behind the file's name.
    fn mark(&self) -> String {
        match self {
            Self::Whole | Self::Refused(_) => String::new(),
            Self::Line(line) => format!(":{}", line.number),
            Self::OfSeveral { at, .. } => format!("#{}", at + 1),
        }
    }
}

/// The folder in which the articles of one file are saved: `NAME.cutline` beside it.
pub(super) fn saved_folder_of(file: &Path) -> PathBuf {
    let stem = stem_of(&name_of(file));
    file.with_file_name(format!("{stem}{ENDING}"))
}

/// Whether it is such a folder by its name.
pub(super) fn is_saved_folder(folder: &Path) -> bool {
    name_of(folder).ends_with(ENDING)
}

/// `ferry` of `ferry.txt` and of `ferry.ninjs.json`.
pub(super) fn stem_of(name: &str) -> String {
    let stem = name.strip_suffix(super::saved::ENDING).or_else(|| {
        let (stem, _) = name.rsplit_once('.')?;
        Some(stem)
    });
    stem.filter(|stem| !stem.is_empty())
        .unwrap_or(name)
        .to_owned()
}

pub(super) fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str());
    name.to_string_lossy().into_owned()
}

/// The folder that a file lies in.
pub(super) fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// The bytes of a file that may be an article.
pub(super) fn read_file(path: &Path) -> Result<Vec<u8>, OpenError> {
    let about = std::fs::metadata(path).map_err(OpenError::io(path))?;
    if !about.is_file() && !about.is_dir() {
        return Err(OpenError::NoFile(path.to_owned()));
    }
    if about.len() > LIMIT {
        return Err(OpenError::too_large(path.to_owned(), about.len(), LIMIT));
    }
    std::fs::read(path).map_err(OpenError::io(path))
}

//! One article of a place: which file it lies in, and which part of that file it is.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::error::OpenError;
use super::holder::{Holder, name_of};
use super::lines::Line;
use super::saved::Home;
use super::storage::Storage;
use crate::formats::{Document, Format, Read};
use crate::model::sha256;

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
    /// The saved file that stands for it, where that was found when it was listed.
    pub(super) kept: Option<Holder>,
    /// How what was saved of it stands to its source, as far as listing showed it.
    pub(super) source: SourceIs,
}

/// How a saved file stands to its source.
#[derive(Debug, Clone)]
pub(super) enum SourceIs {
    /// Where it should be; whether it has changed is seen on opening.
    There,
    /// The part in its place reads otherwise.
    Changed,
    /// Not to be found; the item is the saved file itself.
    Gone(Arc<Gone>),
}

/// A source that is not to be found.
#[derive(Debug)]
pub(super) struct Gone {
    /// As the saved file names it.
    pub(super) file: String,
    /// Where its pictures still are.
    pub(super) pictures: Option<Storage>,
}

/// Which part of its file an article is.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// A line of a file of records.
    Line(Line),
    /// One of several that are read together.
    OfSeveral {
        several: Arc<Several>,
        at: usize,
        /// Of its own part of the file.
        sha256: Arc<str>,
    },
    /// None: it cannot be opened, for this reason.
    Refused(Arc<str>),
}

/// The articles of one file, read together and handed out one by one.
#[derive(Debug, Default)]
pub(super) struct Several(Mutex<Vec<Option<(&'static Format, Read)>>>);

impl Several {
    /// The article at this place; all are read where it was handed out before. None where the file
    /// holds fewer.
    pub(super) fn take(
        &self,
        at: usize,
        read: impl FnOnce() -> Result<Document, OpenError>,
    ) -> Result<Option<(&'static Format, Read)>, OpenError> {
        let mut reads = self.0.lock().unwrap_or_else(PoisonError::into_inner);
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

impl Item {
    /// A file on disk with one article.
    pub(super) fn on_disk(file: &Path, name: String) -> Self {
        Self {
            name,
            holder: Holder::disk(file),
            part: Part::Whole,
            is_alone: false,
            folder: "".into(),
            kept: None,
            source: SourceIs::There,
        }
    }

    /// A saved file whose source is gone.
    pub(super) fn left_over(file: &Path, name: String, gone: Gone) -> Self {
        Self {
            source: SourceIs::Gone(Arc::new(gone)),
            ..Self::on_disk(file, name)
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

    /// What an editor should know of its source before it is opened: "Source gone: crawl.jsonl:4".
    #[must_use]
    pub fn source_word(&self) -> Option<String> {
        match &self.source {
            SourceIs::There => None,
            SourceIs::Changed => Some("Source changed".to_owned()),
            SourceIs::Gone(gone) => Some(format!("Source gone: {}", gone.file)),
        }
    }

    /// Whether it is what was saved of a source that is gone.
    pub(super) fn is_left_over(&self) -> bool {
        matches!(self.source, SourceIs::Gone(_))
    }

    /// The saved file that it is opened from, as far as listing showed it.
    pub(super) fn kept_on_disk(&self) -> Option<&Path> {
        match (&self.source, &self.kept) {
            (SourceIs::Gone(_), _) => Some(self.file()),
            (_, Some(Holder::Disk(file))) => Some(file),
            _ => None,
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

    /// Where it is saved, and under which names. Of a part, the hash is still to be set.
    pub(super) fn home(&self) -> Home {
        let name = self.holder.file_name();
        let stem = stem_of(&name);
        let source_file = format!("{}{}", self.holder.source_file(), self.part.mark());
        let kept = match &self.kept {
            Some(Holder::Disk(file)) => Some(file.to_path_buf()),
            Some(Holder::Entry { .. }) | None => None,
        };
        if let Some(file) = self.own_file() {
            return Home {
                folder: file.parent().unwrap_or(Path::new("")).to_owned(),
                stem,
                name,
                source_file,
                part: None,
                kept,
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
            part: None,
            kept,
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

    /// Whether it is one of several in its file.
    pub(super) fn is_part(&self) -> bool {
        matches!(self.part, Part::Line(_) | Part::OfSeveral { .. })
    }

    /// The hash of its own bytes.
    pub(super) fn sha256(&self) -> Result<String, OpenError> {
        match &self.part {
            Part::OfSeveral { sha256, .. } => Ok(sha256.to_string()),
            Part::Whole | Part::Line(_) | Part::Refused(_) => Ok(sha256(&self.bytes()?)),
        }
    }

    /// What its pictures are read from.
    pub(super) fn storage(&self) -> Storage {
        match &self.holder {
            Holder::Disk(file) => {
                let folder = folder_of(file);
                match &self.source {
                    SourceIs::Gone(gone) => gone.pictures.clone().map_or_else(
                        || Storage::Folder(folder.clone()),
                        |source| Storage::Saved {
                            folder: folder.clone(),
                            source: Box::new(source),
                        },
                    ),
                    SourceIs::There | SourceIs::Changed => Storage::Folder(folder),
                }
            }
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

/// The folder that a file lies in.
pub(super) fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

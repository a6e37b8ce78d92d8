//! A zip, read in place: what it holds, and the bytes of one entry at a time. Nothing is extracted.
//!
//! The table of contents is read once ([`Archive::open`]); it unpacks nothing. Entries that lead out,
//! lie over one another or have a name that is taken are refused, each with its reason; the rest is
//! there. A zip inside a zip is an [`Archive`] as well ([`Archive::inside`]).

mod error;
mod inflate;
mod name;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rawzip::{FileReader, RECOMMENDED_BUFFER_SIZE, ReaderAt, ZipFileHeaderRecord, ZipLocator};
use unicode_normalization::UnicodeNormalization;

pub use error::ZipError;
pub(super) use inflate::Store;
pub(super) use name::{is_left_behind, is_reserved};

use super::error::OpenError;
use inflate::Entry;

/// More entries than this are not listed (DESIGN: hostile input).
const ENTRIES: usize = 100_000;
/// Zips inside zips are looked into no deeper than this.
const DEPTH: usize = 4;
/// A local header without its name and extra field.
const LOCAL_HEADER: u64 = 30;

/// A zip whose table of contents was read.
pub struct Archive {
    /// Its path, through the zips that it lies in, as a person would write it.
    pub(super) place: String,
    /// The file on disk.
    pub(super) file: PathBuf,
    /// The way from that file to it: the paths of zips inside zips.
    way: Vec<String>,
    bytes: Bytes,
    entries: BTreeMap<String, Entry>,
    refused: Vec<(String, ZipError)>,
    store: Arc<Store>,
}

/// What a zip is read from.
enum Bytes {
    /// A file on disk.
    File(FileReader),
    /// An entry of another zip that lies in it as it is.
    Stored {
        of: Arc<Archive>,
        start: u64,
        length: u64,
    },
    /// A packed entry of another zip.
    Packed { of: Arc<Archive>, path: String },
}

impl ReaderAt for Bytes {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        match self {
            Self::File(file) => file.read_at(buffer, offset),
            Self::Stored { of, start, length } => {
                let left = usize::try_from(length.saturating_sub(offset)).unwrap_or(usize::MAX);
                let most = left.min(buffer.len());
                let part = buffer.get_mut(..most).unwrap_or_default();
                of.bytes.read_at(part, start.saturating_add(offset))
            }
            Self::Packed { of, path } => {
                let unpacked = of.unpacked(path).map_err(io::Error::other)?;
                unpacked.read_at(buffer, offset)
            }
        }
    }
}

impl std::fmt::Debug for Archive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.place)
    }
}

impl Archive {
    /// Whether a file begins as a zip does.
    pub(super) fn is_one(head: &[u8]) -> bool {
        head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
    }

    /// Reads the table of contents of a zip on disk.
    ///
    /// # Errors
    /// Where it cannot be read, or has more entries than are read.
    pub(super) fn open(file: &Path, store: Arc<Store>) -> Result<Arc<Self>, OpenError> {
        let opened = File::open(file).map_err(OpenError::io(file))?;
        let length = opened.metadata().map_err(OpenError::io(file))?.len();
        let archive = Self {
            place: file.display().to_string(),
            file: file.to_owned(),
            way: Vec::new(),
            bytes: Bytes::File(opened.into()),
            entries: BTreeMap::new(),
            refused: Vec::new(),
            store,
        };
        let place = archive.place.clone();
        archive
            .with_contents(length)
            .map_err(|why| OpenError::Zip { place, why })
    }

    /// Reads the table of contents of a zip that lies in this one.
    ///
    /// # Errors
    /// Where it cannot be read, lies too deep, or has more entries than are read.
    pub(super) fn inside(self: &Arc<Self>, path: &str) -> Result<Arc<Self>, ZipError> {
        if self.way.len() + 1 >= DEPTH {
            return Err(ZipError::TooDeep(DEPTH));
        }
        let entry = self.entry(path)?;
        let (bytes, length) = if entry.is_stored() {
            let start = entry.start(&self.bytes)?;
            let bytes = Bytes::Stored {
                of: Arc::clone(self),
                start,
                length: entry.packed,
            };
            (bytes, entry.packed)
        } else {
            let turn = self.store.turn();
            let length = self.unpacked(path)?.len();
            drop(turn);
            let bytes = Bytes::Packed {
                of: Arc::clone(self),
                path: path.to_owned(),
            };
            (bytes, u64::try_from(length).unwrap_or(u64::MAX))
        };
        let archive = Self {
            place: self.place_of(path),
            file: self.file.clone(),
            way: self.way.iter().cloned().chain([path.to_owned()]).collect(),
            bytes,
            entries: BTreeMap::new(),
            refused: Vec::new(),
            store: Arc::clone(&self.store),
        };
        archive.with_contents(length)
    }

    /// The paths of its entries, sorted; folders are not listed.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// Those under this folder, by their path in it; of the whole zip where it is empty.
    pub(super) fn paths_in(&self, folder: &str) -> impl Iterator<Item = &str> {
        let prefix = if folder.is_empty() {
            String::new()
        } else {
            format!("{folder}/")
        };
        let from = self.entries.range(prefix.clone()..);
        from.map_while(move |(path, _)| path.strip_prefix(prefix.as_str()))
    }

    /// What is not read of it, each with its reason.
    pub(super) fn refused(&self) -> &[(String, ZipError)] {
        &self.refused
    }

    /// The paths of the zips on the way to it, the outermost left out.
    pub(super) fn way(&self) -> &[String] {
        &self.way
    }

    /// Whether it has this entry.
    pub(super) fn has(&self, path: &str) -> bool {
        self.entries.contains_key(path)
    }

    /// What an entry says that it unpacks to.
    pub(super) fn size(&self, path: &str) -> Option<u64> {
        Some(self.entries.get(path)?.size)
    }

    /// An entry's path with the zip's own, as a person would write it.
    pub(super) fn place_of(&self, path: &str) -> String {
        format!("{}/{path}", self.place)
    }

    /// An entry, unpacked.
    ///
    /// # Errors
    /// Where it is not there, over a limit, damaged, encrypted or packed in another way.
    pub(super) fn read(&self, path: &str) -> Result<Vec<u8>, ZipError> {
        let _turn = self.store.turn();
        self.entry(path)?.read(&self.bytes)
    }

    /// The same, kept for the next time as long as there is room.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub(super) fn kept(&self, path: &str) -> Result<Arc<Vec<u8>>, ZipError> {
        let _turn = self.store.turn();
        self.unpacked(path)
    }

    /// The first bytes of an entry.
    ///
    /// # Errors
    /// As [`Self::read`]; that it is damaged further on is not seen.
    pub(super) fn head(&self, path: &str, most: usize) -> Result<Vec<u8>, ZipError> {
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        self.entry(path)?.head(&self.bytes, most)
    }

    fn entry(&self, path: &str) -> Result<&Entry, ZipError> {
        self.entries.get(path).ok_or(ZipError::NotThere)
    }

    /// For whoever has the turn.
    fn unpacked(&self, path: &str) -> Result<Arc<Vec<u8>>, ZipError> {
        self.store
            .kept(&self.place_of(path), || self.entry(path)?.read(&self.bytes))
    }

    fn with_contents(mut self, length: u64) -> Result<Arc<Self>, ZipError> {
        let mut buffer = vec![0u8; RECOMMENDED_BUFFER_SIZE];
        let zip = ZipLocator::new()
            .locate_in_reader(&self.bytes, &mut buffer, length)
            .map_err(|_| ZipError::CutShort)?;
        if usize::try_from(zip.entries_hint()).is_ok_and(|hint| hint > ENTRIES) {
            return Err(ZipError::TooMany(ENTRIES));
        }
        let mut contents = Contents::default();
        let mut entries = zip.entries(&mut buffer);
        loop {
            match entries.next_entry() {
                Ok(Some(_)) if contents.count >= ENTRIES => {
                    return Err(ZipError::TooMany(ENTRIES));
                }
                Ok(Some(record)) => contents.take(&record),
                Ok(None) => break,
                Err(_) if contents.count == 0 => return Err(ZipError::CutShort),
                Err(_) => {
                    contents.refused.push((String::new(), ZipError::Contents));
                    break;
                }
            }
        }
        contents.refuse_overlapping();
        self.entries = contents.entries;
        self.refused = contents.refused;
        Ok(Arc::new(self))
    }
}

/// A table of contents being read.
#[derive(Default)]
struct Contents {
    count: usize,
    entries: BTreeMap<String, Entry>,
    refused: Vec<(String, ZipError)>,
    /// Names as systems compare them that know no capital letters.
    taken: BTreeSet<String>,
}

impl Contents {
    fn take(&mut self, record: &ZipFileHeaderRecord<'_>) {
        self.count += 1;
        let path = name::decoded(record.file_path().as_bytes());
        if record.is_dir() || is_left_behind(&path) {
            return;
        }
        if let Err(why) = self.check(record, &path) {
            self.refused.push((path, why));
            return;
        }
        let entry = Entry {
            offset: record.local_header_offset(),
            packed: record.compressed_size_hint(),
            size: record.uncompressed_size_hint(),
            crc: record.crc32(),
            method: record.compression_method().as_u16(),
            is_encrypted: record.flags().is_encrypted(),
        };
        self.entries.insert(path, entry);
    }

    fn check(&mut self, record: &ZipFileHeaderRecord<'_>, path: &str) -> Result<(), ZipError> {
        name::check(path)?;
        if record.mode().is_symlink() {
            return Err(ZipError::Link);
        }
        let folded = path.nfc().collect::<String>().to_lowercase();
        if !self.taken.insert(folded) {
            return Err(ZipError::Twice);
        }
        Ok(())
    }

    /// Entries that share their bytes would unpack to more than the zip can honestly hold.
    fn refuse_overlapping(&mut self) {
        let mut by_place: Vec<(u64, u64, String)> = self
            .entries
            .iter()
            .map(|(path, entry)| {
                let end = entry
                    .offset
                    .saturating_add(LOCAL_HEADER)
                    .saturating_add(entry.packed);
                (entry.offset, end, path.clone())
            })
            .collect();
        by_place.sort();
        let mut last_end = 0;
        for (start, end, path) in by_place {
            if start < last_end {
                self.entries.remove(&path);
                self.refused.push((path, ZipError::Overlaps));
            } else {
                last_end = end;
            }
        }
    }
}

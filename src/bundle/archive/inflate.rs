//! Unpacks one entry at a time, within limits, and keeps what is asked for again and again.

use std::io::{self, BufReader, Read};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use flate2::read::DeflateDecoder;
use rawzip::{Crc32, RangeReader, ReaderAt};

use super::error::ZipError;

/// What one entry may unpack to.
const ENTRY: u64 = 256 * 1024 * 1024;
/// How many times its packed size an entry may unpack to.
const RATIO: u64 = 200;
/// Up to this size the ratio does not matter: a blank page packs well.
const SMALL: u64 = 1024 * 1024;
/// What is kept; with the entry that is being unpacked, never more than 512 MiB.
const KEPT: usize = 256 * 1024 * 1024;

const MEGABYTE: u64 = 1024 * 1024;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// A local header without its name and extra field, and how it begins (APPNOTE.TXT 4.3.7).
const LOCAL_HEADER: usize = 30;
const LOCAL_SIGN: [u8; 4] = *b"PK\x03\x04";

/// Where an entry lies in its zip, as the table of contents says.
#[derive(Debug, Clone)]
pub(in crate::bundle) struct Entry {
    /// Of its local header.
    pub(super) offset: u64,
    /// Packed.
    pub(super) packed: u64,
    /// Unpacked, as it says.
    pub(super) size: u64,
    pub(super) crc: u32,
    pub(super) method: u16,
    pub(super) is_encrypted: bool,
}

impl Entry {
    /// Where its packed bytes begin.
    pub(super) fn start(&self, bytes: &impl ReaderAt) -> Result<u64, ZipError> {
        let mut header = [0u8; LOCAL_HEADER];
        bytes.read_exact_at(&mut header, self.offset)?;
        let ([a, b, c, d, ..], [.., name_low, name_high, extra_low, extra_high]) = (header, header);
        if [a, b, c, d] != LOCAL_SIGN {
            return Err(ZipError::Damaged(
                "it does not begin where it should".to_owned(),
            ));
        }
        let name = u16::from_le_bytes([name_low, name_high]);
        let extra = u16::from_le_bytes([extra_low, extra_high]);
        let header = u64::try_from(LOCAL_HEADER).unwrap_or_default();
        Ok(self.offset + header + u64::from(name) + u64::from(extra))
    }

    /// Whether its bytes lie in the zip as they are.
    pub(super) fn is_stored(&self) -> bool {
        self.method == STORED && !self.is_encrypted
    }

    /// Whether it can be unpacked at all; says nothing about its bytes.
    pub(super) fn check(&self) -> Result<(), ZipError> {
        if self.is_encrypted {
            return Err(ZipError::Encrypted);
        }
        if ![STORED, DEFLATED].contains(&self.method) {
            return Err(ZipError::Method(self.method));
        }
        if self.size > ENTRY || (self.method == STORED && self.packed > ENTRY) {
            return Err(ZipError::TooLarge(ENTRY / MEGABYTE));
        }
        Ok(())
    }

    /// Its bytes, unpacked and compared with their checksum.
    pub(super) fn read(&self, bytes: &impl ReaderAt) -> Result<Vec<u8>, ZipError> {
        self.check()?;
        let unpacked = self.unpack(bytes, u64::MAX)?;
        let length = u64::try_from(unpacked.len()).unwrap_or(u64::MAX);
        if length != self.size {
            return Err(ZipError::Damaged("it is shorter than it says".to_owned()));
        }
        let mut crc = Crc32::new();
        crc.update(&unpacked);
        if crc.checksum() != self.crc {
            return Err(ZipError::Damaged("its checksum is another".to_owned()));
        }
        Ok(unpacked)
    }

    /// Its first bytes, unpacked; not compared with anything.
    pub(super) fn head(&self, bytes: &impl ReaderAt, most: u64) -> Result<Vec<u8>, ZipError> {
        self.check()?;
        self.unpack(bytes, most)
    }

    fn unpack(&self, bytes: &impl ReaderAt, most: u64) -> Result<Vec<u8>, ZipError> {
        let start = self.start(bytes)?;
        let packed = RangeReader::new(bytes, start..start.saturating_add(self.packed));
        if self.method == STORED {
            return within_limits(packed, self.packed, most);
        }
        within_limits(
            DeflateDecoder::new(BufReader::new(packed)),
            self.packed,
            most,
        )
    }
}

/// Reads to the end, or to `most`, or to what no honest entry of this packed size unpacks to.
fn within_limits(mut from: impl Read, packed: u64, most: u64) -> Result<Vec<u8>, ZipError> {
    let limit = packed.saturating_mul(RATIO).max(SMALL);
    let mut unpacked = Vec::new();
    let mut chunk = vec![0u8; 64 * 1024];
    loop {
        let length = u64::try_from(unpacked.len()).unwrap_or(u64::MAX);
        if length >= most {
            unpacked.truncate(usize::try_from(most).unwrap_or(usize::MAX));
            return Ok(unpacked);
        }
        if length > ENTRY {
            return Err(ZipError::TooLarge(ENTRY / MEGABYTE));
        }
        if length > limit {
            return Err(ZipError::Bomb(RATIO));
        }
        let count = match from.read(&mut chunk) {
            Ok(0) => return Ok(unpacked),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        unpacked.extend_from_slice(chunk.get(..count).unwrap_or_default());
    }
}

/// What was unpacked and will be asked for again: zips inside zips, and files of many lines. One for
/// all zips of a place.
#[derive(Debug, Default)]
pub(in crate::bundle) struct Store {
    /// One entry is unpacked at a time.
    turn: Mutex<()>,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    /// What was asked for last stands last.
    all: Vec<(String, Arc<Vec<u8>>)>,
}

impl Store {
    /// Waits until nothing else is unpacked.
    pub(super) fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is kept under this name, else what `unpack` makes, kept from now on.
    pub(super) fn kept(
        &self,
        name: &str,
        unpack: impl FnOnce() -> Result<Vec<u8>, ZipError>,
    ) -> Result<Arc<Vec<u8>>, ZipError> {
        if let Some(kept) = self.lock().take(name) {
            return Ok(kept);
        }
        let bytes = Arc::new(unpack()?);
        self.lock().put(name, Arc::clone(&bytes));
        Ok(bytes)
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn take(&mut self, name: &str) -> Option<Arc<Vec<u8>>> {
        let at = self.all.iter().position(|(kept, _)| kept == name)?;
        let kept = self.all.remove(at);
        let bytes = Arc::clone(&kept.1);
        self.all.push(kept);
        Some(bytes)
    }

    fn put(&mut self, name: &str, bytes: Arc<Vec<u8>>) {
        self.all.push((name.to_owned(), bytes));
        let size = |all: &[(String, Arc<Vec<u8>>)]| -> usize {
            all.iter().map(|(_, bytes)| bytes.len()).sum()
        };
        while self.all.len() > 1 && size(&self.all) > KEPT {
            self.all.remove(0);
        }
    }
}

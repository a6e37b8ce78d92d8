//! Zips for tests: as programs make them, and as only an attacker does.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::{CompressionMethod, ZipArchiveWriter};

/// A zip of these files, packed.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    made(files, CompressionMethod::DEFLATE)
}

/// The same, as they are.
pub(crate) fn stored_zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    made(files, CompressionMethod::STORE)
}

fn made(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in files {
        let file = zip.new_file(*name).compression_method(method);
        let (mut entry, config) = file.start().unwrap();
        let descriptor = if method == CompressionMethod::STORE {
            let mut writer = config.wrap(&mut entry);
            writer.write_all(bytes).unwrap();
            writer.finish().unwrap().1
        } else {
            let encoder = DeflateEncoder::new(&mut entry, Compression::default());
            let mut writer = config.wrap(encoder);
            writer.write_all(bytes).unwrap();
            let (encoder, descriptor) = writer.finish().unwrap();
            encoder.finish().unwrap();
            descriptor
        };
        entry.finish(descriptor).unwrap();
    }
    zip.finish().unwrap()
}

/// An entry byte by byte (APPNOTE.TXT 4.3), to say what no program would.
#[derive(Clone)]
pub(crate) struct Raw {
    pub(crate) name: Vec<u8>,
    pub(crate) packed: Vec<u8>,
    pub(crate) size: u32,
    pub(crate) crc: u32,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    /// What Unix says of the file, in the upper half.
    pub(crate) attributes: u32,
    /// Where it says that it begins; where it does without.
    pub(crate) offset: Option<u32>,
}

impl Raw {
    /// An honest entry, stored.
    pub(crate) fn new(name: impl AsRef<[u8]>, bytes: &[u8]) -> Self {
        Self {
            name: name.as_ref().to_vec(),
            packed: bytes.to_vec(),
            size: u32::try_from(bytes.len()).unwrap(),
            crc: rawzip::crc32(bytes),
            method: 0,
            flags: 0,
            attributes: 0o100_644 << 16,
            offset: None,
        }
    }

    /// An honest entry, packed.
    pub(crate) fn packed(name: &str, bytes: &[u8]) -> Self {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        Self {
            packed: encoder.finish().unwrap(),
            method: 8,
            ..Self::new(name, bytes)
        }
    }

    fn fields(&self, length_of_extra: u16) -> Vec<u8> {
        let mut fields = Vec::new();
        fields.extend(20u16.to_le_bytes());
        fields.extend(self.flags.to_le_bytes());
        fields.extend(self.method.to_le_bytes());
        fields.extend([0; 4]);
        fields.extend(self.crc.to_le_bytes());
        fields.extend(u32::try_from(self.packed.len()).unwrap().to_le_bytes());
        fields.extend(self.size.to_le_bytes());
        fields.extend(u16::try_from(self.name.len()).unwrap().to_le_bytes());
        fields.extend(length_of_extra.to_le_bytes());
        fields
    }
}

/// A zip of these entries.
pub(crate) fn raw_zip(entries: &[Raw]) -> Vec<u8> {
    let (mut zip, mut contents) = (Vec::new(), Vec::new());
    for entry in entries {
        let begins = u32::try_from(zip.len()).unwrap();
        zip.extend(b"PK\x03\x04");
        zip.extend(entry.fields(0));
        zip.extend(&entry.name);
        zip.extend(&entry.packed);
        contents.extend(b"PK\x01\x02");
        // Made by Unix, version 2.0.
        contents.extend([20, 3]);
        contents.extend(entry.fields(0));
        contents.extend([0; 6]);
        contents.extend(entry.attributes.to_le_bytes());
        contents.extend(entry.offset.unwrap_or(begins).to_le_bytes());
        contents.extend(&entry.name);
    }
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    let begins = u32::try_from(zip.len()).unwrap().to_le_bytes();
    let length = u32::try_from(contents.len()).unwrap().to_le_bytes();
    zip.extend(contents);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    for field in [&count[..], &count, &length, &begins, &[0, 0]] {
        zip.extend(field);
    }
    zip
}

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
use std::path::Path;
use std::sync::Arc;

use super::{Archive, DEPTH, ENTRIES, Store, ZipError};
use crate::bundle::OpenError;
use zips::{Raw, raw_zip, stored_zip, zip};

#[path = "../../../tests/support/zips.rs"]
#[allow(dead_code, reason = "others use the rest")]
mod zips;

fn opened(bytes: &[u8]) -> Result<Arc<Archive>, ZipError> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.zip");
    std::fs::write(&file, bytes).unwrap();
    Archive::open(&file, Arc::new(Store::default())).map_err(|error| match error {
        OpenError::Zip { why, .. } => why,
        other => panic!("{other}"),
    })
}

fn refused(archive: &Archive) -> Vec<(&str, ZipError)> {
    let refused = archive.refused().iter();
    refused
        .map(|(path, why)| (path.as_str(), why.clone()))
        .collect()
}

#[test]
fn entries_are_read_in_place_packed_or_not() {
    for bytes in [
        zip(&[("a/b.txt", b"One."), ("c.jpg", b"\xFF\xD8")]),
        stored_zip(&[("a/b.txt", b"One."), ("c.jpg", b"\xFF\xD8")]),
    ] {
        let archive = opened(&bytes).unwrap();
        assert_eq!(archive.paths().collect::<Vec<_>>(), ["a/b.txt", "c.jpg"]);
        assert_eq!(archive.paths_in("a").collect::<Vec<_>>(), ["b.txt"]);
        assert_eq!(archive.read("a/b.txt").unwrap(), b"One.");
        assert_eq!(archive.head("a/b.txt", 2).unwrap(), b"On");
        assert_eq!(archive.read("d.txt"), Err(ZipError::NotThere));
    }
}

#[test]
fn what_stands_before_a_zip_does_not_matter() {
    let bytes = [vec![b'x'; 5000], zip(&[("a.txt", b"One.")])].concat();
    assert_eq!(opened(&bytes).unwrap().read("a.txt").unwrap(), b"One.");
}

#[test]
fn each_hostile_entry_is_refused_and_the_rest_is_there() {
    let fine = Raw::new("fine.txt", b"One.");
    let name = |why| ZipError::Name(why);
    let link = Raw {
        attributes: 0o120_777 << 16,
        ..Raw::new("link.txt", b"/etc/passwd")
    };
    for (entry, expected) in [
        (Raw::new("../evil.txt", b"x"), name("leads out of the zip")),
        (Raw::new("/etc/passwd", b"x"), name("is absolute")),
        (Raw::new("C:evil.txt", b"x"), name("has a drive letter")),
        (Raw::new("a\\evil.txt", b"x"), name("has a backslash in it")),
        (Raw::new("a\0.txt", b"x"), name("has a NUL in it")),
        (
            Raw::new("photos/NUL.jpg", b"x"),
            name("is reserved by Windows"),
        ),
        (link, ZipError::Link),
        (Raw::new("fine.txt", b"Another."), ZipError::Twice),
        (Raw::new("FINE.txt", b"Another."), ZipError::Twice),
    ] {
        let archive = opened(&raw_zip(&[fine.clone(), entry.clone()])).unwrap();
        assert_eq!(archive.paths().collect::<Vec<_>>(), ["fine.txt"]);
        assert_eq!(archive.read("fine.txt").unwrap(), b"One.");
        let name = String::from_utf8(entry.name).unwrap();
        assert_eq!(refused(&archive), [(name.as_str(), expected)]);
    }
}

#[test]
fn each_entry_that_cannot_be_read_says_why() {
    let encrypted = Raw {
        flags: 1,
        ..Raw::new("a.txt", b"One.")
    };
    let other_method = Raw {
        method: 93,
        ..Raw::new("a.txt", b"One.")
    };
    let other_bytes = Raw {
        crc: 7,
        ..Raw::new("a.txt", b"One.")
    };
    let too_large = Raw {
        size: 300 * 1024 * 1024,
        ..Raw::packed("a.txt", b"One.")
    };
    let bomb = Raw::packed("a.txt", &vec![b'0'; 8 * 1024 * 1024]);
    let liar = Raw {
        size: 100,
        ..bomb.clone()
    };
    let longer = Raw {
        size: 5,
        ..Raw::new("a.txt", b"One.")
    };
    for (entry, says) in [
        (encrypted, "is encrypted"),
        (other_method, "packed by method 93"),
        (other_bytes, "checksum"),
        (too_large, "more than 256 MB"),
        (bomb, "zip bomb"),
        (liar, "zip bomb"),
        (longer, "shorter than it says"),
    ] {
        let fine = Raw::new("fine.txt", b"One.");
        let archive = opened(&raw_zip(&[entry, fine])).unwrap();
        let why = archive.read("a.txt").expect_err(says).to_string();
        assert!(why.contains(says), "{why}");
        assert_eq!(archive.read("fine.txt").unwrap(), b"One.");
    }
}

#[test]
fn entries_that_share_their_bytes_are_refused() {
    let first = Raw::packed("1.txt", b"One.");
    let mut entries = vec![first.clone()];
    for number in 2..=9 {
        let name = format!("{number}.txt").into_bytes();
        entries.push(Raw {
            name,
            offset: Some(0),
            ..first.clone()
        });
    }
    let archive = opened(&raw_zip(&entries)).unwrap();
    assert_eq!(archive.paths().count(), 1);
    let refused = archive.refused().iter();
    assert_eq!(
        refused
            .filter(|(_, why)| *why == ZipError::Overlaps)
            .count(),
        8
    );
}

#[test]
fn a_zip_that_is_cut_short_says_so() {
    let whole = zip(&[("a.txt", b"One."), ("b.txt", b"Two.")]);
    for length in [0, 10, whole.len() / 2, whole.len() - 5] {
        let why = opened(whole.get(..length).unwrap()).unwrap_err();
        assert_eq!(why, ZipError::CutShort, "{length}");
    }
}

#[test]
fn a_zip_in_a_zip_is_one_however_it_is_packed() {
    let inner = zip(&[("story/a.txt", b"One.")]);
    for bytes in [
        zip(&[("in/b.zip", &inner)]),
        stored_zip(&[("in/b.zip", &inner)]),
    ] {
        let archive = opened(&bytes).unwrap();
        let inside = archive.inside("in/b.zip").unwrap();
        assert_eq!(inside.read("story/a.txt").unwrap(), b"One.");
        assert!(Path::new(&inside.place).ends_with("a.zip/in/b.zip"));
    }
}

#[test]
fn zips_in_zips_have_an_end() {
    let mut bytes = zip(&[("a.txt", b"One.")]);
    for _ in 0..6 {
        bytes = zip(&[("a.zip", &bytes)]);
    }
    let mut archive = opened(&bytes).unwrap();
    let mut depth = 1;
    let why = loop {
        match archive.inside("a.zip") {
            Ok(inside) => archive = inside,
            Err(why) => break why,
        }
        depth += 1;
    };
    assert_eq!((why, depth), (ZipError::TooDeep(DEPTH), DEPTH));
}

#[test]
fn more_entries_than_are_read_are_refused() {
    let names: Vec<String> = (0..=ENTRIES).map(|number| number.to_string()).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let fits = opened(&stored_zip(files.get(1..).unwrap())).unwrap();
    assert_eq!(fits.paths().count(), ENTRIES);
    assert_eq!(
        opened(&stored_zip(&files)).unwrap_err(),
        ZipError::TooMany(ENTRIES)
    );
}

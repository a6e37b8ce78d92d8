//! Where an article came from.

use std::fmt::Write;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Which bytes an article was read from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Name of the source's file, without its folder; empty where it came from a stream.
    pub file: String,
    /// SHA-256 of the bytes on disk, lower-case hex.
    pub sha256: String,
}

/// SHA-256 in lower-case hex.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let mut hex = String::with_capacity(2 * hash.len());
    for byte in &hash {
        // Writing to a string does not fail.
        write!(hex, "{byte:02x}").ok();
    }
    hex
}

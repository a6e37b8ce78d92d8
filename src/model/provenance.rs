//! Where an article came from.

use serde::{Deserialize, Serialize};

/// Which bytes an article was read from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Name of the source's file, without its folder; empty where it came from a stream.
    pub file: String,
    /// SHA-256 of the bytes on disk, lower-case hex.
    pub sha256: String,
}

//! Findings that an editor waves through, until the text complained of changes.

use super::Finding;
use crate::edit::Edit;
use crate::model::{Photo, sha256};

/// Whether this complaint of this rule was waved through.
#[must_use]
pub fn is_ignored(photo: &Photo, rule: &str, complaint: &str) -> bool {
    !photo.ignored.is_empty() && photo.ignored.contains(&mark(rule, complaint))
}

/// The edit that waves a finding through, or takes that back.
#[must_use]
pub fn ignore(photo: &Photo, finding: &Finding) -> Edit {
    let mark = mark(finding.rule, &finding.complaint);
    let mut ignored = photo.ignored.clone();
    match ignored.binary_search(&mark) {
        Ok(at) => drop(ignored.remove(at)),
        Err(at) => ignored.insert(at, mark),
    }
    Edit::SetIgnored {
        photo: photo.id,
        ignored,
    }
}

/// `RULE:` and the first 16 hex digits of the SHA-256 of the text complained of.
fn mark(rule: &str, complaint: &str) -> String {
    let hash = sha256(complaint.as_bytes());
    format!("{rule}:{}", hash.get(..16).unwrap_or(&hash))
}

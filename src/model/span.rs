//! A stretch of a text.

use serde::{Deserialize, Serialize};

/// A stretch of a text, in bytes, always on character boundaries; `end` is past the last byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The stretch from `start` up to, not including, `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forwards");
        Self { start, end }
    }

    /// The text of this stretch; empty where the span does not lie in `text`.
    #[must_use]
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// How many bytes it is long.
    #[must_use]
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn holds(&self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether both share at least one byte.
    #[must_use]
    pub fn meets(&self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same stretch in a text that this one lies in from byte `offset`.
    #[must_use]
    pub fn shifted(&self, offset: usize) -> Self {
        Self {
            start: self.start.saturating_add(offset),
            end: self.end.saturating_add(offset),
        }
    }
}

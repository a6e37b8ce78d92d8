//! The lines of a file of records: found without reading what they say.

use std::io::{self, Read};

/// More lines than this are not listed.
pub(super) const LINES: usize = 2_000_000;
const CHUNK: usize = 256 * 1024;

/// A line that is not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// Counted from 1, blank lines too.
    pub(super) number: u64,
    /// Its first byte.
    pub(super) start: u64,
    /// Its bytes, without the line ending.
    pub(super) length: u64,
}

/// The lines that are not blank, and whether there are more than are listed.
///
/// # Errors
/// What the system says.
pub(super) fn of(mut from: impl Read) -> io::Result<(Vec<Line>, bool)> {
    let mut lines = Lines::default();
    let mut chunk = vec![0u8; CHUNK];
    loop {
        let count = match from.read(&mut chunk) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let mut rest = chunk.get(..count).unwrap_or_default();
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            lines.take(rest.get(..end).unwrap_or_default());
            lines.end(1);
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        if lines.found.len() > LINES {
            lines.found.truncate(LINES);
            return Ok((lines.found, true));
        }
        lines.take(rest);
    }
    lines.end(0);
    Ok((lines.found, false))
}

#[derive(Default)]
struct Lines {
    found: Vec<Line>,
    number: u64,
    start: u64,
    length: u64,
    is_blank: Option<bool>,
    ends_in_return: bool,
}

impl Lines {
    /// More of the line.
    fn take(&mut self, part: &[u8]) {
        let Some(last) = part.last() else { return };
        self.length += u64::try_from(part.len()).unwrap_or_default();
        self.ends_in_return = *last == b'\r';
        let is_blank = self.is_blank.unwrap_or(true) && part.iter().all(u8::is_ascii_whitespace);
        self.is_blank = Some(is_blank);
    }

    /// The line ends in so many bytes.
    fn end(&mut self, ending: u64) {
        self.number += 1;
        let whole = self.length;
        if self.is_blank == Some(false) {
            self.found.push(Line {
                number: self.number,
                start: self.start,
                length: whole - u64::from(self.ends_in_return),
            });
        }
        *self = Self {
            found: std::mem::take(&mut self.found),
            number: self.number,
            start: self.start + whole + ending,
            ..Self::default()
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_count_and_are_not_listed() {
        let text = "{\"a\": 1}\r\n\n  \t\r\nnot json\n\n{}";
        let (lines, has_more) = of(text.as_bytes()).unwrap();
        assert!(!has_more);
        let told: Vec<_> = lines
            .iter()
            .map(|line| {
                let start = usize::try_from(line.start).unwrap();
                let end = start + usize::try_from(line.length).unwrap();
                (line.number, &text[start..end])
            })
            .collect();
        assert_eq!(told, [(1, "{\"a\": 1}"), (4, "not json"), (6, "{}")]);
    }

    #[test]
    fn a_line_longer_than_a_chunk_is_one() {
        let long = "x".repeat(3 * CHUNK);
        let text = format!("{long}\n{long}");
        let (lines, _) = of(text.as_bytes()).unwrap();
        let length = u64::try_from(long.len()).unwrap();
        assert_eq!(lines.len(), 2);
        assert_eq!((lines[1].start, lines[1].length), (length + 1, length));
    }

    #[test]
    fn nothing_has_no_lines() {
        assert_eq!(of(&b""[..]).unwrap().0, []);
        assert_eq!(of(&b"\n\n"[..]).unwrap().0, []);
    }
}

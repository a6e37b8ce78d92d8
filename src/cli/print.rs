//! Where answers and errors go, and how they look.

use std::fmt::{Arguments, Display};
use std::io::{self, BufWriter, IsTerminal, Write};

use anstyle::{AnsiColor, Style};

use super::When;
use crate::edit::{self, Turn};

/// Colours of what is printed; all empty where none are wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Color {
    /// Errors, and what goes.
    pub bad: Style,
    /// Warnings.
    pub warn: Style,
    /// What comes.
    pub good: Style,
    /// What is less important.
    pub quiet: Style,
    /// Titles.
    pub strong: Style,
}

/// Stdout and stderr of a command.
pub struct Output {
    out: BufWriter<io::Stdout>,
    /// How it looks.
    pub color: Color,
    is_quiet: bool,
}

impl Output {
    /// For this process.
    #[must_use]
    pub fn new(when: When, is_quiet: bool) -> Self {
        let is_wanted = match when {
            When::Always => true,
            When::Never => false,
            When::Auto => io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        };
        let color = if is_wanted {
            Color {
                bad: AnsiColor::Red.on_default(),
                warn: AnsiColor::Yellow.on_default(),
                good: AnsiColor::Green.on_default(),
                quiet: Style::new().dimmed(),
                strong: Style::new().bold(),
            }
        } else {
            Color::default()
        };
        Self {
            out: BufWriter::new(io::stdout()),
            color,
            is_quiet,
        }
    }

    /// Writes a text as it is.
    ///
    /// # Errors
    /// Where stdout fails.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// Writes a line.
    ///
    /// # Errors
    /// Where stdout fails.
    pub fn line(&mut self, line: impl Display) -> io::Result<()> {
        writeln!(self.out, "{line}")
    }

    /// Writes a value as one line of JSON.
    ///
    /// # Errors
    /// Where stdout fails.
    pub fn json(&mut self, value: &impl serde::Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, value)?;
        self.out.write_all(b"\n")
    }

    /// Hands on what was written.
    ///
    /// # Errors
    /// Where stdout fails.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// An error, on stderr.
    pub fn complain(&self, what: Arguments<'_>) {
        // Nothing is left to tell it to where stderr fails.
        writeln!(io::stderr(), "{}", shown(&what)).ok();
    }

    /// Something worth knowing, on stderr.
    pub fn note(&self, what: Arguments<'_>) {
        if !self.is_quiet {
            writeln!(io::stderr(), "{}", shown(&what)).ok();
        }
    }

    /// Progress of several inputs, shown on a terminal only.
    #[must_use]
    pub fn progress(&self, count: usize) -> indicatif::ProgressBar {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        if self.is_quiet || count < 2 || !io::stderr().is_terminal() {
            return indicatif::ProgressBar::hidden();
        }
        indicatif::ProgressBar::new(count)
    }

    /// Progress through a stream of which nobody knows the length, shown on a terminal only.
    #[must_use]
    pub fn progress_of_lines(&self) -> indicatif::ProgressBar {
        if self.is_quiet || !io::stderr().is_terminal() {
            return indicatif::ProgressBar::hidden();
        }
        let style = indicatif::ProgressStyle::with_template("{human_pos} lines");
        let bar = indicatif::ProgressBar::new_spinner();
        style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
    }

    /// A word diff in one line: what goes and what comes, by colour and by brackets; of what stays,
    /// the words beside them.
    #[must_use]
    pub fn diff(&self, before: &str, after: &str) -> String {
        let Color { bad, good, .. } = self.color;
        let turns = edit::diff(before, after);
        let last = turns.len().saturating_sub(1);
        let told = turns.iter().enumerate().map(|(at, (turn, text))| {
            let text = visible(text);
            match turn {
                Turn::Stays => context(&text, at > 0, at < last),
                Turn::Goes => format!("{bad}[-{text}-]{bad:#}"),
                Turn::Comes => format!("{good}{{+{text}+}}{good:#}"),
            }
        });
        told.collect()
    }
}

/// So many characters are enough to know the place.
const CONTEXT: usize = 60;

/// What stays, without the middle of it where that is long: the words behind the change before it,
/// and those ahead of the change after it.
fn context(text: &str, is_after: bool, is_before: bool) -> String {
    let sides = usize::from(is_after) + usize::from(is_before);
    if sides == 0 || text.chars().count() <= CONTEXT * (sides + 1) {
        return text.to_owned();
    }
    let at = |count: usize| {
        text.char_indices()
            .nth(count)
            .map_or(text.len(), |(at, _)| at)
    };
    let head = text.get(..at(CONTEXT)).unwrap_or_default();
    let tail = text
        .get(at(text.chars().count() - CONTEXT)..)
        .unwrap_or_default();
    // Cut between words, where there is a blank.
    let head = head.rsplit_once(' ').map_or(head, |(head, _)| head);
    let tail = tail.split_once(' ').map_or(tail, |(_, tail)| tail);
    match (is_after, is_before) {
        (true, true) => format!("{head} … {tail}"),
        (true, false) => format!("{head} …"),
        (false, _) => format!("… {tail}"),
    }
}

/// A message whose control characters are shown, but for its own line breaks.
fn shown(what: &Arguments<'_>) -> String {
    let text = what.to_string();
    text.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}

/// A text in which control and direction characters are shown, not obeyed.
#[must_use]
pub(super) fn visible(text: &str) -> String {
    let is_unseen = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => shown.push('⏎'),
            '\t' => shown.push(' '),
            c if is_unseen(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(when: When) -> Output {
        Output::new(when, true)
    }

    #[test]
    fn what_goes_and_comes_is_marked_without_colour_too() {
        let (before, after) = ("A small boat", "A large boat");
        let plain = output(When::Never).diff(before, after);
        assert_eq!(plain, "A [-small-]{+large+} boat");
        let coloured = output(When::Always).diff(before, after);
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
        assert_ne!(coloured, plain);
    }

    #[test]
    fn a_long_text_shows_the_words_beside_its_changes() {
        let rest = "word ".repeat(60);
        let diff = output(When::Never).diff(
            &format!("{rest}AT&amp;T {rest}end"),
            &format!("{rest}AT&T {rest}end"),
        );
        assert!(
            diff.starts_with("… word word") && diff.ends_with("word …"),
            "{diff}"
        );
        assert!(
            diff.contains("amp;") && diff.chars().count() < 200,
            "{diff}"
        );
    }

    #[test]
    fn a_text_without_blanks_is_cut_between_characters() {
        let text = "漁".repeat(300);
        assert_eq!(context(&text, true, true).chars().count(), 2 * CONTEXT + 3);
        assert_eq!(context("short", true, true), "short");
    }
}

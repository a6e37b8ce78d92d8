//! The command line: the same engine without a window. One file a command.
//!
//! Answers go to stdout, errors to stderr as `PATH: what, and what to do`. Exit codes: 0 done, 1 some
//! inputs failed (or findings, for `lint`), 2 wrong usage, 74 the disk or a pipe failed. A reader that
//! closes the pipe ends the work quietly.

mod clean;
mod credits;
mod export;
mod filter;
mod fix;
mod import_sheet;
mod lint;
mod open;
mod parse;
mod print;
mod rule;
mod save;
mod show;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::bundle::{self, Item};
use crate::lint::House;

pub use print::{Color, Output};
pub use show::show;

/// Desktop editor for photo captions and photo credits.
#[derive(Debug, Parser)]
#[command(name = "cutline", version, about, max_term_width = 100)]
#[command(
    after_help = "Without a command the window opens on the given paths, or on the built-in sample."
)]
pub struct Arguments {
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Articles, folders or bundles to open in the window.
    pub paths: Vec<PathBuf>,
    /// When to colour what is printed.
    #[arg(long, global = true, value_enum, default_value_t = When::Auto, value_name = "WHEN")]
    pub color: When,
    /// Print answers and errors only, no progress and no notes.
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Fix what is certain and write the normalized JSON; originals stay as they are.
    Clean(clean::Clean),
    /// Say what is wrong, where, and what would fix it.
    Lint(lint::Lint),
    /// Fix what is certain and save.
    Fix(fix::Fix),
    /// Count every credit, the spellings of the same one together.
    Credits(credits::Credits),
    /// Write articles as other systems take them, with their pictures.
    Export(export::Export),
    /// Take over what was edited in a caption sheet, and show it.
    ImportSheet(import_sheet::ImportSheet),
    /// Read captions, one a line, and say what is caption and what credit.
    Parse,
    /// Explain a rule, or list all rules.
    Rule(rule::Rule),
    /// Print the JSON Schema of the normalized form.
    Schema,
}

/// Which articles a command works on.
#[derive(Debug, Args)]
pub struct Inputs {
    /// Articles, or folders, zips and files of several.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

impl Inputs {
    /// The articles of the paths that are wanted; says what is not listed, and why.
    fn items(
        &self,
        is_wanted: impl Fn(&Path) -> bool,
        house: &House,
        output: &Output,
    ) -> (Vec<Item>, Outcome) {
        let mut items = Vec::new();
        let mut outcome = Outcome::Done;
        for path in self.paths.iter().filter(|path| is_wanted(path)) {
            if filter::is_stdin(path) {
                outcome = outcome.and(Outcome::Usage);
                output.complain(format_args!(
                    "-: standard input is read as a stream only, by `clean -`, `credits -` and `parse`; save it as a file that ends in .jsonl and name that"
                ));
                continue;
            }
            match bundle::list(path, house) {
                Ok(listing) => {
                    items.extend(listing.items);
                    for aside in listing.asides {
                        output.note(format_args!("{aside}"));
                    }
                    for note in listing.notes {
                        outcome = outcome.and(Outcome::Failed);
                        output.complain(format_args!("{note}"));
                    }
                }
                Err(error) => outcome = outcome.and(open::refused(&error, output)),
            }
        }
        (items, outcome)
    }
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All done.
    Done,
    /// Some inputs failed, or `lint` found something.
    Failed,
    /// It was asked wrongly.
    Usage,
    /// The disk or a pipe failed.
    Io,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Failed => 1,
            Outcome::Usage => 2,
            Outcome::Io => 74,
        })
    }
}

impl Outcome {
    /// The worse of two.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Io, _) | (_, Self::Io) => Self::Io,
            (Self::Usage, _) | (_, Self::Usage) => Self::Usage,
            (Self::Failed, _) | (_, Self::Failed) => Self::Failed,
            (Self::Done, Self::Done) => Self::Done,
        }
    }
}

/// Runs one command.
#[must_use]
pub fn run(command: &Command, house: &House, output: &mut Output) -> Outcome {
    let ended = match command {
        Command::Clean(clean) => clean.run(house, output),
        Command::Lint(lint) => lint.run(house, output),
        Command::Fix(fix) => fix.run(house, output),
        Command::Credits(credits) => credits.run(house, output),
        Command::Export(export) => Ok(export.run(house, output)),
        Command::ImportSheet(import) => import.run(house, output),
        Command::Parse => parse::run(house, output),
        Command::Rule(rule) => rule.run(output),
        Command::Schema => output
            .text(crate::formats::ninjs::SCHEMA)
            .map(|()| Outcome::Done),
    };
    match ended.and_then(|outcome| output.flush().map(|()| outcome)) {
        Ok(outcome) => outcome,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Done,
        Err(error) => {
            output.complain(format_args!("writing failed: {error}"));
            Outcome::Io
        }
    }
}

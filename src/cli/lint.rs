//! `cutline lint`: what is wrong, where, and what would fix it.

use std::io;

use clap::{Args, ValueEnum};
use serde_json::json;

use super::open::open;
use super::print::{Output, visible};
use super::{Inputs, Outcome};
use crate::bundle::{Bundle, Item};
use crate::formats;
use crate::lint::{Certainty, Finding, House, Linter, Severity};
use crate::model::Photo;

/// Arguments of `lint`.
#[derive(Debug, Args)]
pub struct Lint {
    #[command(flatten)]
    inputs: Inputs,
    /// The least severity that is said.
    #[arg(long, value_enum, default_value_t = Level::Warning)]
    level: Level,
    /// How it is said.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// The least severity that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Level {
    Error,
    Warning,
    Note,
}

/// How findings are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
    /// Annotations of a GitHub workflow.
    Github,
}

/// A finding with its place.
struct Placed<'a> {
    file: &'a str,
    line: Option<usize>,
    photo: &'a Photo,
    finding: &'a Finding,
}

impl Lint {
    pub(super) fn run(&self, house: &House, output: &mut Output) -> io::Result<Outcome> {
        let (items, mut outcome) = self.inputs.items(|_| true, house, output);
        let mut found = 0usize;
        for item in items {
            match open(&item, house, output) {
                Ok(bundle) => found += self.lint(&item, &bundle, output)?,
                Err(not_opened) => outcome = outcome.and(not_opened.outcome),
            }
        }
        if found == 0 && outcome == Outcome::Done {
            output.note(format_args!("nothing to complain about"));
        }
        Ok(if found > 0 {
            outcome.and(Outcome::Failed)
        } else {
            outcome
        })
    }

    fn lint(&self, item: &Item, bundle: &Bundle, output: &mut Output) -> io::Result<usize> {
        let least = match self.level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Note => Severity::Note,
        };
        let linter = Linter::of(&bundle.article, bundle.files.clone(), &bundle.house);
        let source = Source::of(item, bundle);
        let file = match (bundle.file(), item.line()) {
            (Some(file), _) => file.display().to_string(),
            (None, Some((file, _))) => file,
            (None, None) => item.place(),
        };
        let mut count = 0;
        for photo in &bundle.article.photos {
            for finding in linter.of_photo(photo.id) {
                if finding.severity < least || finding.is_ignored {
                    continue;
                }
                count += 1;
                let placed = Placed {
                    file: &file,
                    line: source.line(photo),
                    photo,
                    finding,
                };
                match self.format {
                    Format::Text => output.line(text(&placed, output))?,
                    Format::Json => output.line(json(&placed))?,
                    Format::Github => output.line(github(&placed))?,
                }
            }
        }
        Ok(count)
    }
}

/// What says on which line of the opened file a photo stands.
enum Source {
    /// The text that photos were read from, where their spans are of the file itself.
    Text(String),
    /// The one line that all of it stands on.
    Line(u64),
    /// Nothing does.
    Unknown,
}

impl Source {
    fn of(item: &Item, bundle: &Bundle) -> Self {
        if bundle.is_saved() {
            return Self::Unknown;
        }
        if let Some((_, line)) = item.line() {
            return Self::Line(line);
        }
        let bytes = bundle.format.is_plain_text().then(|| item.bytes());
        let text = bytes.and_then(|bytes| formats::decode(&bytes.ok()?).ok());
        text.map_or(Self::Unknown, |decoded| Self::Text(decoded.text))
    }

    fn line(&self, photo: &Photo) -> Option<usize> {
        match self {
            Self::Unknown => None,
            Self::Line(line) => usize::try_from(*line).ok(),
            Self::Text(text) => {
                let span = photo.original.as_ref()?.span?;
                let before = text.get(..span.start)?;
                Some(before.bytes().filter(|byte| *byte == b'\n').count() + 1)
            }
        }
    }
}

fn text(placed: &Placed<'_>, output: &Output) -> String {
    let Placed {
        file,
        line,
        photo,
        finding,
    } = placed;
    let line = line.map(|line| format!(":{line}")).unwrap_or_default();
    let color = match finding.severity {
        Severity::Error => output.color.bad,
        Severity::Warning => output.color.warn,
        Severity::Note => output.color.quiet,
    };
    let fix = finding.fixes.iter().map(|fix| {
        let asked = if fix.certainty == Certainty::Certain {
            "fix"
        } else {
            "could"
        };
        format!("\n    {asked}: {}", visible(&fix.label))
    });
    let quiet = output.color.quiet;
    format!(
        "{}{line}: {}: {color}{}{color:#} {quiet}[{}]{quiet:#} {}{}",
        visible(file),
        visible(&photo.name),
        finding.severity.word(),
        finding.rule,
        visible(&finding.message),
        fix.collect::<String>()
    )
}

fn json(placed: &Placed<'_>) -> serde_json::Value {
    let Placed {
        file,
        line,
        photo,
        finding,
    } = placed;
    let fixes = finding.fixes.iter().map(|fix| {
        let certain = fix.certainty == Certainty::Certain;
        json!({ "label": fix.label, "certain": certain })
    });
    json!({
        "file": file,
        "line": line,
        "photo": photo.name,
        "uri": photo.uri,
        "rule": finding.rule,
        "severity": finding.severity.word(),
        "field": finding.field.map(crate::model::TextField::name),
        "message": finding.message,
        "fixes": fixes.collect::<Vec<_>>(),
    })
}

/// A workflow command; its values escape what would end them.
fn github(placed: &Placed<'_>) -> String {
    let Placed {
        file,
        line,
        photo,
        finding,
    } = placed;
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let escaped = |text: &str| {
        text.replace('%', "%25")
            .replace('\r', "%0D")
            .replace('\n', "%0A")
    };
    let property = |text: &str| escaped(text).replace(':', "%3A").replace(',', "%2C");
    let line = line.map(|line| format!(",line={line}")).unwrap_or_default();
    format!(
        "::{kind} file={}{line},title={}::{}: {}",
        property(file),
        finding.rule,
        escaped(&photo.name),
        escaped(&finding.message)
    )
}

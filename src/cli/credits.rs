//! `cutline credits`: every credit with how often it stands, the spellings of the same one together.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::json;

use super::open::open;
use super::print::{Output, visible};
use super::{Inputs, Outcome, filter};
use crate::bundle::Item;
use crate::credit::{self, Cluster, Spelling, Tally, Tie};
use crate::formats::sheet::csv_row;
use crate::lint::House;
use crate::model::Article;

/// Arguments of `credits`.
#[derive(Debug, Args)]
pub struct Credits {
    #[command(flatten)]
    inputs: Inputs,
    /// What is counted.
    #[arg(long, value_enum, default_value_t = By::Line)]
    by: By,
    /// How it is said.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    /// Credit lines.
    Line,
    /// Persons.
    Creator,
    /// Organisations.
    Source,
}

/// How the clusters are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One JSON object a cluster and line.
    Json,
    /// A table, one row a spelling.
    Csv,
}

impl Credits {
    pub(super) fn run(&self, house: &House, output: &mut Output) -> io::Result<Outcome> {
        let mut tally = Tally::new(match self.by {
            By::Line => credit::By::Line,
            By::Creator => credit::By::Creator,
            By::Source => credit::By::Source,
        });
        let (items, mut outcome) =
            self.inputs
                .items(|path| !filter::is_stream(path), house, output);
        let mut seen = BTreeSet::new();
        for path in self
            .inputs
            .paths
            .iter()
            .filter(|path| filter::is_stream(path))
        {
            outcome = outcome.and(stream(path, &mut tally, house, output)?);
            seen.extend(std::fs::canonicalize(path));
        }
        let progress = output.progress(items.len());
        for item in items {
            outcome = outcome.and(article(&item, &mut seen, &mut tally, house, output));
            progress.inc(1);
        }
        progress.finish_and_clear();
        let (photos, silent) = (tally.photos(), tally.silent());
        let clusters = tally.clusters(&house.lexicon);
        match self.format {
            Format::Text => text(&clusters, output)?,
            Format::Json => clusters
                .iter()
                .try_for_each(|cluster| output.line(json(cluster)))?,
            Format::Csv => csv(&clusters, output)?,
        }
        output.flush()?;
        let several = clusters.iter().filter(|one| one.is_varied()).count();
        output.note(format_args!(
            "{} of {photos} photos name {} {}, {several} in several spellings",
            photos - silent,
            clusters.len(),
            self.noun(clusters.len()),
        ));
        Ok(outcome)
    }

    fn noun(&self, count: usize) -> &'static str {
        match (self.by, count) {
            (By::Line, 1) => "credit",
            (By::Line, _) => "credits",
            (By::Creator, 1) => "creator",
            (By::Creator, _) => "creators",
            (By::Source, 1) => "source",
            (By::Source, _) => "sources",
        }
    }
}

/// Counts an article of a folder; `seen` are the files that were counted already.
fn article(
    item: &Item,
    seen: &mut BTreeSet<PathBuf>,
    tally: &mut Tally,
    house: &House,
    output: &Output,
) -> Outcome {
    let holder = std::fs::canonicalize(item.file());
    // A source and its saved file are one article, also where both are named; and so are the lines of
    // a file that was read as a stream.
    if holder.is_ok_and(|holder| seen.contains(&holder) && item.line().is_some()) {
        return Outcome::Done;
    }
    let bundle = match open(item, house, output) {
        Ok(bundle) => bundle,
        Err(not_opened) => return not_opened.outcome,
    };
    let (file, place) = match bundle.file() {
        Some(file) => (std::fs::canonicalize(file), file.display().to_string()),
        None => (std::path::absolute(item.place()), item.place()),
    };
    if file.map_or(true, |file| seen.insert(file)) {
        count(&bundle.article, &place, tally);
    }
    Outcome::Done
}

/// Counts the records of a stream in the memory of one line.
fn stream(
    path: &Path,
    tally: &mut Tally,
    house: &House,
    output: &mut Output,
) -> io::Result<Outcome> {
    let file = filter::file_name(path);
    let progress = output.progress_of_lines();
    let mut unreadable = Outcome::Done;
    let read = filter::each_line(path, output, |output, number, record| {
        progress.inc(1);
        if record.iter().all(u8::is_ascii_whitespace) {
            return Ok(());
        }
        let place = format!("{}:{number}", path.display());
        match filter::read(&filter::source(&file, number), record, house) {
            Ok(articles) => {
                for article in &articles {
                    count(article, &place, tally);
                }
            }
            Err(error) => {
                unreadable = Outcome::Failed;
                progress.suspend(|| output.complain(format_args!("{place}: {error}")));
            }
        }
        Ok(())
    })?;
    progress.finish_and_clear();
    Ok(read.and(unreadable))
}

fn count(article: &Article, place: &str, tally: &mut Tally) {
    for photo in &article.photos {
        tally.add(photo, || format!("{place}: {}", photo.name));
    }
}

fn text(clusters: &[Cluster], output: &mut Output) -> io::Result<()> {
    let (strong, quiet, warn) = (output.color.strong, output.color.quiet, output.color.warn);
    let most = clusters.iter().map(Cluster::count).max().unwrap_or(0);
    let width = most.to_string().len().max(3);
    let mut was_varied = false;
    for cluster in clusters {
        let is_varied = cluster.is_varied();
        if was_varied {
            output.line("")?;
        }
        was_varied = is_varied;
        output.line(format_args!(
            "{:>width$}  {strong}{}{strong:#}",
            cluster.count(),
            visible(&cluster.suggested)
        ))?;
        let shown = |spelling: &Spelling| visible(&spelling.line);
        let lines = cluster.spellings.iter().map(shown);
        let column = lines.map(|line| line.chars().count()).max().unwrap_or(0);
        for spelling in cluster.spellings.iter().filter(|_| is_varied) {
            let line = shown(spelling);
            let Some(tie) = spelling.tie else {
                output.line(format_args!("{:>width$}    {line}", spelling.count))?;
                continue;
            };
            let color = if tie.is_strong() { quiet } else { warn };
            let blanks = column - line.chars().count() + 2;
            output.line(format_args!(
                "{:>width$}    {line}{:blanks$}{color}{}{color:#}",
                spelling.count,
                "",
                tie.sentence()
            ))?;
        }
        for perhaps in &cluster.perhaps {
            let blanks = width + 4;
            let perhaps = visible(perhaps);
            output.line(format_args!(
                "{:blanks$}{warn}perhaps {perhaps}{warn:#}",
                ""
            ))?;
        }
    }
    Ok(())
}

fn json(cluster: &Cluster) -> serde_json::Value {
    let spellings = cluster.spellings.iter().map(|spelling| {
        json!({
            "spelling": spelling.line,
            "count": spelling.count,
            "tie": spelling.tie.map(Tie::word),
            "first": spelling.first,
        })
    });
    json!({
        "suggested": cluster.suggested,
        "count": cluster.count(),
        "spellings": spellings.collect::<Vec<_>>(),
        "perhaps": cluster.perhaps,
    })
}

/// One row a spelling; rows of one cluster have the same suggestion.
fn csv(clusters: &[Cluster], output: &mut Output) -> io::Result<()> {
    output.text(&csv_row([
        "suggested",
        "spelling",
        "count",
        "tie",
        "perhaps",
        "first",
    ]))?;
    for cluster in clusters {
        for spelling in &cluster.spellings {
            output.text(&csv_row([
                cluster.suggested.as_str(),
                &spelling.line,
                &spelling.count.to_string(),
                spelling.tie.map_or("", Tie::word),
                &cluster.perhaps.join(" | "),
                &spelling.first,
            ]))?;
        }
    }
    Ok(())
}

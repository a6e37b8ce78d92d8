//! `cutline import-sheet`: takes over what was edited in a caption sheet, and shows it.

use std::io;
use std::path::PathBuf;

use clap::Args;

use super::open::{open, refused};
use super::print::{Output, visible};
use super::{Inputs, Outcome, save};
use crate::bundle::{self, Bundle, Item};
use crate::edit::Edit;
use crate::formats::sheet::{RowChange, Sheet};
use crate::lint::House;
use crate::model::Article;

/// Arguments of `import-sheet`.
#[derive(Debug, Args)]
pub struct ImportSheet {
    /// The edited sheet.
    #[arg(value_name = "SHEET.csv")]
    sheet: PathBuf,
    #[command(flatten)]
    inputs: Inputs,
    /// Show what would change, change nothing.
    #[arg(long)]
    diff: bool,
}

impl ImportSheet {
    pub(super) fn run(&self, house: &House, output: &mut Output) -> io::Result<Outcome> {
        let sheet = match self.read(output) {
            Ok(sheet) => sheet,
            Err(outcome) => return Ok(outcome),
        };
        let (items, mut outcome) = self.inputs.items(|_| true, house, output);
        let mut opened = Vec::new();
        for item in items {
            match open(&item, house, output) {
                Ok(bundle) => opened.push((item, bundle)),
                Err(not_opened) => outcome = outcome.and(not_opened.outcome),
            }
        }
        let articles = opened.iter();
        let articles: Vec<(&str, &Article)> = articles
            .map(|(item, bundle)| (item.name.as_str(), &bundle.article))
            .collect();
        let (changes, left) = sheet.changes(&articles);
        for row in &left {
            let (sheet, line) = (self.sheet.display(), row.line);
            output.complain(format_args!("{sheet}:{line}: {}: {}", row.photo, row.why));
            outcome = outcome.and(Outcome::Failed);
        }
        if changes.is_empty() {
            output.note(format_args!("{}: nothing to change", self.sheet.display()));
        }
        for (at, (item, bundle)) in opened.iter().enumerate() {
            let of_article: Vec<&RowChange> = changes
                .iter()
                .filter(|change| change.article == at)
                .collect();
            if of_article.is_empty() {
                continue;
            }
            show(item, &bundle.article, &of_article, output)?;
            if !self.diff {
                outcome = outcome.and(save(item, bundle, &of_article, output));
            }
        }
        Ok(outcome)
    }

    fn read(&self, output: &Output) -> Result<Sheet, Outcome> {
        let path = self.sheet.display();
        let bytes = bundle::read_file(&self.sheet).map_err(|error| refused(&error, output))?;
        let sheet = Sheet::read(&bytes).map_err(|error| {
            output.complain(format_args!("{path}: {error}"));
            Outcome::Failed
        })?;
        for note in &sheet.notes {
            output.note(format_args!("{path}: {note}"));
        }
        if !sheet.unknown.is_empty() {
            let unknown = sheet.unknown.join(", ");
            output.note(format_args!("{path}: not known and left alone: {unknown}"));
        }
        Ok(sheet)
    }
}

/// What the sheet changes of an article, photo by photo: before and after in one text.
fn show(
    item: &Item,
    article: &Article,
    changes: &[&RowChange],
    output: &mut Output,
) -> io::Result<()> {
    let (strong, quiet) = (output.color.strong, output.color.quiet);
    let mut last = None;
    for change in changes {
        if last != Some(change.photo) {
            last = Some(change.photo);
            let photo = article.photo(change.photo);
            let name = photo.map_or_else(String::new, |photo| visible(&photo.name));
            let file = visible(&item.place());
            output.line(format_args!("{strong}{file}: {name}{strong:#}"))?;
        }
        let (column, line) = (change.field.name(), change.line);
        output.line(format_args!("  {column} {quiet}[line {line}]{quiet:#}"))?;
        let diff = output.diff(&change.before, &change.after);
        output.line(format_args!("    {diff}"))?;
    }
    Ok(())
}

fn save(item: &Item, bundle: &Bundle, changes: &[&RowChange], output: &Output) -> Outcome {
    let mut article = bundle.article.clone();
    for change in changes {
        let edit = Edit::set(change.photo, change.value.clone());
        if let Err(error) = edit.apply(&mut article) {
            output.complain(format_args!("{}: {error}", item.place()));
            return Outcome::Failed;
        }
    }
    let what = format!("{} changed", changes.len());
    save::save(item, bundle, &article, &what, output)
}

//! `cutline fix`: fixes what is certain and saves, or shows what it would change.

use std::collections::BTreeSet;
use std::io;

use clap::Args;

use super::clean::{changed, refused};
use super::print::Output;
use super::{Inputs, Outcome};
use crate::bundle::{self, Item, SaveTo};
use crate::lint::{Certainty, House, Index, certain};

/// Arguments of `fix`.
#[derive(Debug, Args)]
pub struct Fix {
    #[command(flatten)]
    inputs: Inputs,
    /// Show what would change, change nothing.
    #[arg(long)]
    diff: bool,
    /// Also what is likely but not certain, where there is one way only.
    #[arg(long)]
    unsure: bool,
}

impl Fix {
    pub(super) fn run(&self, house: &House, output: &mut Output) -> io::Result<Outcome> {
        let mut outcome = Outcome::Done;
        for path in &self.inputs.paths {
            match bundle::list(path) {
                Ok(items) => {
                    let progress = output.progress(items.len());
                    for item in items {
                        outcome = outcome.and(self.fix(&item, house, output)?);
                        progress.inc(1);
                    }
                }
                Err(error) => outcome = outcome.and(refused(&error, output)),
            }
        }
        Ok(outcome)
    }

    fn fix(&self, item: &Item, house: &House, output: &mut Output) -> io::Result<Outcome> {
        let bundle = match bundle::open(item, house) {
            Ok(bundle) => bundle,
            Err(error) => return Ok(refused(&error, output)),
        };
        if bundle.source_changed {
            return Ok(changed(item, &bundle, output));
        }
        let least = if self.unsure {
            Certainty::Asked
        } else {
            Certainty::Certain
        };
        let mut article = bundle.article.clone();
        let index = Index::of(&article, bundle.files.clone());
        let fixes = certain::of_article(&article, &index, &bundle.house, &BTreeSet::new(), least);
        let (strong, quiet) = (output.color.strong, output.color.quiet);
        if self.diff {
            for fix in &fixes {
                let name = article
                    .photo(fix.finding.photo)
                    .map_or_else(String::new, |photo| super::print::visible(&photo.name));
                output.line(format_args!(
                    "{strong}{}: {name}: {}{strong:#} {quiet}[{}]{quiet:#}",
                    item.file.display(),
                    fix.part.name(),
                    fix.finding.rule
                ))?;
                output.line(output.diff(&fix.before, &fix.after))?;
            }
            return Ok(Outcome::Done);
        }
        let count = certain::apply(&mut article, &index, &bundle.house, least);
        if count == 0 {
            output.note(format_args!("{}: nothing to fix", item.file.display()));
            return Ok(Outcome::Done);
        }
        match bundle.save(&article, &SaveTo::InPlace) {
            Ok(saved) => {
                let to = saved.saves_to().unwrap_or(&item.file).display();
                output.note(format_args!(
                    "{}: {count} fixed, saved in {to}",
                    item.file.display()
                ));
                for note in &saved.notes {
                    output.note(format_args!("{}: {note}", item.file.display()));
                }
                Ok(Outcome::Done)
            }
            Err(error) => {
                output.complain(format_args!("{error}"));
                Ok(if error.is_io() {
                    Outcome::Io
                } else {
                    Outcome::Failed
                })
            }
        }
    }
}

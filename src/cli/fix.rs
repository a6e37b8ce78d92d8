//! `cutline fix`: fixes what is certain and saves, or shows what it would change.

use std::collections::BTreeSet;
use std::io;

use clap::Args;

use super::open::open;
use super::print::{Output, visible};
use super::save::save;
use super::{Inputs, Outcome};
use crate::bundle::Item;
use crate::lint::certain::{self, CertainFix};
use crate::lint::{Certainty, House, Index};
use crate::model::Article;

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
        let (items, mut outcome) = self.inputs.items(|_| true, house, output);
        let progress = output.progress(items.len());
        for item in items {
            outcome = outcome.and(self.fix(&item, house, output)?);
            progress.inc(1);
        }
        Ok(outcome)
    }

    fn fix(&self, item: &Item, house: &House, output: &mut Output) -> io::Result<Outcome> {
        let bundle = match open(item, house, output) {
            Ok(bundle) => bundle,
            Err(not_opened) => return Ok(not_opened.outcome),
        };
        let least = if self.unsure {
            Certainty::Asked
        } else {
            Certainty::Certain
        };
        let mut article = bundle.article.clone();
        let index = Index::of(&article, bundle.files.clone());
        let fixes = certain::of_article(&article, &index, &bundle.house, &BTreeSet::new(), least);
        if self.diff {
            show(item, &article, &fixes, output)?;
            return Ok(Outcome::Done);
        }
        let count = certain::apply(&mut article, &index, &bundle.house, least);
        if count == 0 {
            output.note(format_args!("{}: nothing to fix", item.place()));
            return Ok(Outcome::Done);
        }
        let what = format!("{count} fixed");
        Ok(save(item, &bundle, &article, &what, output))
    }
}

/// What fixes would change, photo by photo: rule and field, then before and after in one text.
fn show(
    item: &Item,
    article: &Article,
    fixes: &[CertainFix],
    output: &mut Output,
) -> io::Result<()> {
    let (strong, quiet) = (output.color.strong, output.color.quiet);
    let mut last = None;
    for fix in fixes {
        if last != Some(fix.finding.photo) {
            last = Some(fix.finding.photo);
            let photo = article.photo(fix.finding.photo);
            let name = photo.map_or_else(String::new, |photo| visible(&photo.name));
            let file = visible(&item.place());
            output.line(format_args!("{strong}{file}: {name}{strong:#}"))?;
        }
        for change in &fix.changes {
            output.line(format_args!(
                "  {} {quiet}[{}]{quiet:#}",
                change.part.name(),
                fix.finding.rule
            ))?;
            let diff = output.diff(&change.before, &change.after);
            output.line(format_args!("    {diff}"))?;
        }
    }
    Ok(())
}

//! `cutline export`: articles as other systems take them.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::open::open;
use super::print::Output;
use super::{Inputs, Outcome};
use crate::bundle::Item;
use crate::bundle::export::{Articles, ExportError, Exporter, Order, Pictures, Stopped};
use crate::formats::export::{CLEAN_BUNDLE, EXPORTS, Setting, export};
use crate::lint::{Certainty, House, Index, certain};

/// Arguments of `export`.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    inputs: Inputs,
    /// As what; several are parted by commas.
    #[arg(
        long,
        value_name = "KIND",
        value_delimiter = ',',
        default_values = CLEAN_BUNDLE,
        value_parser = PossibleValuesParser::new(EXPORTS.iter().map(|kind| kind.name))
    )]
    to: Vec<String>,
    /// A new folder, or a file that ends in .zip.
    #[arg(long, value_name = "DIR|X.zip")]
    out: PathBuf,
    /// Fix what is certain first.
    #[arg(long)]
    fix: bool,
    /// Leave the pictures where they are.
    #[arg(long)]
    no_pictures: bool,
    /// The address under which the exported pictures will lie.
    #[arg(long, value_name = "URL", default_value = "")]
    pictures_at: String,
    /// Begin the caption sheet with a byte order mark, as Excel wants it.
    #[arg(long)]
    bom: bool,
    /// Export also articles with a photo that the wire has killed or embargoed.
    #[arg(long)]
    stopped: bool,
}

impl Export {
    pub(super) fn run(&self, house: &House, output: &Output) -> Outcome {
        let (items, mut outcome) = self.inputs.items(|_| true, house, output);
        if items.is_empty() {
            return outcome;
        }
        let mut exporter = match Exporter::new(self.order(items.len())) {
            Ok(exporter) => exporter,
            Err(error) => return outcome.and(failed(&error, output)),
        };
        let progress = output.progress(items.len());
        for item in items {
            let added = self.add(&item, &mut exporter, house, output);
            progress.inc(1);
            match added {
                Ok(added) => outcome = outcome.and(added),
                Err(error) => return outcome.and(failed(&error, output)),
            }
        }
        progress.finish_and_clear();
        if exporter.articles() == 0 {
            return outcome;
        }
        match exporter.finish() {
            Ok(report) => {
                output.note(format_args!("{report}in {}", report.place.display()));
                outcome
            }
            Err(error) => outcome.and(failed(&error, output)),
        }
    }

    fn order(&self, count: usize) -> Order {
        let mut kinds = Vec::new();
        for kind in self.to.iter().filter_map(|name| export(name)) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        Order {
            kinds,
            place: self.out.clone(),
            pictures: if self.no_pictures {
                Pictures::Left
            } else {
                Pictures::Copied
            },
            articles: if count > 1 {
                Articles::Several
            } else {
                Articles::One
            },
            setting: Setting {
                pictures_at: self.pictures_at.clone(),
                has_mark: self.bom,
                ..Setting::now()
            },
        }
    }

    fn add(
        &self,
        item: &Item,
        exporter: &mut Exporter,
        house: &House,
        output: &Output,
    ) -> Result<Outcome, ExportError> {
        let bundle = match open(item, house, output) {
            Ok(bundle) => bundle,
            Err(not_opened) => {
                exporter.leave_out(&item.name, &not_opened.why);
                return Ok(not_opened.outcome);
            }
        };
        let mut article = bundle.article.clone();
        if self.fix {
            let index = Index::of(&article, bundle.files.clone());
            certain::apply(&mut article, &index, &bundle.house, Certainty::Certain);
        }
        let stopped = if self.stopped {
            Stopped::Exported
        } else {
            Stopped::LeftOut
        };
        let Some(why) = exporter.add(&item.name, &bundle, &article, stopped)? else {
            return Ok(Outcome::Done);
        };
        output.complain(format_args!(
            "{}: not exported, as {why}; --stopped exports it all the same",
            item.place()
        ));
        Ok(Outcome::Failed)
    }
}

fn failed(error: &ExportError, output: &Output) -> Outcome {
    output.complain(format_args!("{error}"));
    if error.is_io() {
        Outcome::Io
    } else {
        Outcome::Failed
    }
}

//! `cutline clean`: the normalized JSON, with everything fixed that is certain.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::open::{open, open_source};
use super::print::Output;
use super::{Inputs, Outcome, filter};
use crate::bundle::{self, Bundle, Earlier, Item, WriteError};
use crate::formats::ninjs;
use crate::lint::{Certainty, House, Index, certain};

/// Arguments of `clean`.
#[derive(Debug, Args)]
pub struct Clean {
    #[command(flatten)]
    inputs: Inputs,
    /// Write one NAME.ninjs.json an article into this folder.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Fix nothing: the article as it was opened.
    #[arg(long)]
    as_is: bool,
    /// Read the source though a file was saved from it.
    #[arg(long)]
    from_source: bool,
    /// Exit with 1 where a line of a stream could not be read.
    #[arg(long)]
    strict: bool,
}

impl Clean {
    pub(super) fn run(&self, house: &House, output: &mut Output) -> io::Result<Outcome> {
        if let ([stream], None) = (self.inputs.paths.as_slice(), &self.out)
            && filter::is_stream(stream)
        {
            return filter::run(stream, !self.as_is, self.strict, house, output);
        }
        let (items, mut outcome) = self.inputs.items(|_| true, house, output);
        if items.len() > 1 && self.out.is_none() {
            output.complain(format_args!(
                "{} articles and one stdout; name a folder for them with --out DIR",
                items.len()
            ));
            return Ok(Outcome::Usage);
        }
        if let Some(out) = self.out.as_deref().filter(|out| out.is_file()) {
            output.complain(format_args!(
                "{}: is a file; name a folder with --out",
                out.display()
            ));
            return Ok(Outcome::Usage);
        }
        let progress = output.progress(items.len());
        let mut taken = BTreeSet::new();
        for item in items {
            outcome = outcome.and(self.clean(&item, &mut taken, house, output)?);
            progress.inc(1);
        }
        Ok(outcome)
    }

    /// Cleans one article; `taken` are the names that this run has written.
    fn clean(
        &self,
        item: &Item,
        taken: &mut BTreeSet<String>,
        house: &House,
        output: &mut Output,
    ) -> io::Result<Outcome> {
        let opened = if self.from_source {
            open_source(item, house, output)
        } else {
            open(item, house, output)
        };
        let bundle = match opened {
            Ok(bundle) => bundle,
            Err(not_opened) => return Ok(not_opened.outcome),
        };
        let text = cleaned(&bundle, self.as_is);
        let Some(out) = &self.out else {
            output.text(&text)?;
            return Ok(Outcome::Done);
        };
        let mut names = item.names_elsewhere();
        let free = names.find(|name| taken.insert(name.clone()));
        let path = out.join(free.unwrap_or_default());
        Ok(self.write(&path, &text, output))
    }

    fn write(&self, path: &Path, text: &str, output: &Output) -> Outcome {
        let earlier = if self.from_source {
            Earlier::Stays
        } else {
            Earlier::MakesRoom
        };
        match bundle::write_normalized(path, text, earlier) {
            Ok(None) => Outcome::Done,
            Ok(Some(kept)) => {
                output.note(format_args!(
                    "{}: what was there is kept as {}",
                    path.display(),
                    kept.display()
                ));
                Outcome::Done
            }
            Err(error) => {
                output.complain(format_args!("{error}"));
                match error {
                    WriteError::Io { .. } => Outcome::Io,
                    WriteError::Link(_) | WriteError::NotOurs(_) | WriteError::Stays(_) => {
                        Outcome::Failed
                    }
                }
            }
        }
    }
}

/// The normalized JSON of an opened article, fixed unless it is wanted as it is.
fn cleaned(bundle: &Bundle, as_is: bool) -> String {
    let mut article = bundle.article.clone();
    if !as_is {
        let index = Index::of(&article, bundle.files.clone());
        certain::apply(&mut article, &index, &bundle.house, Certainty::Certain);
    }
    ninjs::to_string(&ninjs::write(&article))
}

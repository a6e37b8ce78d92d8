//! `cutline clean`: the normalized JSON, with everything fixed that is certain.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::print::Output;
use super::{Inputs, Outcome, filter};
use crate::bundle::{self, Bundle, Item, OpenError};
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
            bundle::open_source(item, house)
        } else {
            bundle::open(item, house)
        };
        let bundle = match opened {
            Ok(bundle) => bundle,
            Err(error) => return Ok(refused(&error, output)),
        };
        for note in &bundle.notes {
            output.note(format_args!("{}: {note}", item.place()));
        }
        if bundle.source_changed {
            return Ok(changed(item, &bundle, output));
        }
        let text = cleaned(&bundle, self.as_is);
        let Some(out) = &self.out else {
            output.text(&text)?;
            return Ok(Outcome::Done);
        };
        let mut names = item.names_elsewhere();
        let free = names.find(|name| taken.insert(name.clone()));
        let path = out.join(free.unwrap_or_default());
        if self.from_source && path.exists() {
            output.complain(format_args!(
                "{}: not replaced, as --from-source never replaces a saved file; name another folder",
                path.display()
            ));
            return Ok(Outcome::Failed);
        }
        Ok(write(&path, &text, output))
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

/// Says why an input could not be opened.
pub(super) fn refused(error: &OpenError, output: &Output) -> Outcome {
    output.complain(format_args!("{error}"));
    if matches!(error, OpenError::Io { .. }) {
        Outcome::Io
    } else {
        Outcome::Failed
    }
}

/// Says that a source is newer than what was saved from it.
pub(super) fn changed(item: &Item, bundle: &Bundle, output: &Output) -> Outcome {
    let saved = bundle
        .file()
        .unwrap_or(Path::new("its saved file"))
        .display();
    output.complain(format_args!(
        "{}: changed since {saved} was made from it; compare them in the window, or read the source with --from-source",
        item.place()
    ));
    Outcome::Failed
}

/// Writes a file of ours; one that Cutline did not make is never overwritten, and one that reads
/// otherwise, which an editor may have worked on, is kept as a copy.
fn write(path: &Path, text: &str, output: &Output) -> Outcome {
    let is_link = std::fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink());
    if is_link {
        output.complain(format_args!(
            "{}: not written, as it is a link; name another folder",
            path.display()
        ));
        return Outcome::Failed;
    }
    if path.exists() && !is_ours(path) {
        output.complain(format_args!(
            "{}: not overwritten, as Cutline did not make it; name another folder",
            path.display()
        ));
        return Outcome::Failed;
    }
    let is_other = std::fs::read(path).is_ok_and(|there| there != text.as_bytes());
    let folder = path.parent().unwrap_or(Path::new("."));
    let kept = |()| {
        if !is_other {
            return Ok(());
        }
        let backup = bundle::back_up(path)?;
        output.note(format_args!(
            "{}: what was there is kept as {}",
            path.display(),
            backup.display()
        ));
        Ok(())
    };
    let written = std::fs::create_dir_all(folder)
        .and_then(kept)
        .and_then(|()| bundle::write_atomically(path, text.as_bytes()));
    match written {
        Ok(()) => Outcome::Done,
        Err(error) => {
            output.complain(format_args!(
                "{}: not written ({error}); check the folder and its rights",
                path.display()
            ));
            Outcome::Io
        }
    }
}

fn is_ours(path: &Path) -> bool {
    let text = std::fs::read(path).unwrap_or_default();
    serde_json::from_slice(&text).is_ok_and(|value| ninjs::is_ours(&value))
}

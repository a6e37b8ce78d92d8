//! What the window would show, printed: for a machine without a display.

use std::io;
use std::path::PathBuf;

use super::Outcome;
use super::open::{changed, refused};
use super::print::{Output, visible};
use crate::bundle::{self, Bundle, Item};
use crate::lint::{House, Linter, Severity};

/// Prints the photos, captions, credits and findings of some places, of the sample without any.
///
/// # Errors
/// Where stdout fails.
pub fn show(paths: &[PathBuf], house: &House, output: &mut Output) -> io::Result<Outcome> {
    let mut outcome = Outcome::Done;
    if paths.is_empty() {
        print(&bundle::sample(house), output)?;
    }
    for path in paths {
        match bundle::list(path, house) {
            Err(error) => outcome = outcome.and(refused(&error, output)),
            Ok(listing) => {
                for note in listing.notes.into_iter().chain(listing.asides) {
                    output.complain(format_args!("{note}"));
                }
                for item in listing.items {
                    outcome = outcome.and(show_item(&item, house, output)?);
                }
            }
        }
    }
    output.flush()?;
    Ok(outcome)
}

/// An article; where its source has changed since it was saved, both versions.
fn show_item(item: &Item, house: &House, output: &mut Output) -> io::Result<Outcome> {
    let bundle = match bundle::open(item, house) {
        Ok(bundle) => bundle,
        Err(error) => return Ok(refused(&error, output)),
    };
    if !bundle.source_changed {
        print(&bundle, output)?;
        return Ok(Outcome::Done);
    }
    output.line(format_args!("{}", visible(&changed(item, &bundle))))?;
    output.line("")?;
    output.line("As it was saved:")?;
    print(&bundle, output)?;
    output.line("")?;
    output.line("The source as it is now:")?;
    match bundle::open_source(item, house) {
        Ok(source) => print(&source, output)?,
        Err(error) => return Ok(refused(&error, output)),
    }
    Ok(Outcome::Done)
}

fn print(bundle: &Bundle, output: &mut Output) -> io::Result<()> {
    let article = &bundle.article;
    let (strong, quiet) = (output.color.strong, output.color.quiet);
    let count = article.photos.len();
    let plural = if count == 1 { "" } else { "s" };
    output.line(format_args!(
        "{strong}{}{strong:#} · {} · {count} photo{plural}",
        bundle.source_name(),
        bundle.format.name
    ))?;
    for note in &bundle.notes {
        output.line(format_args!("  {quiet}{}{quiet:#}", visible(note)))?;
    }
    let linter = Linter::of(article, bundle.files.clone(), &bundle.house);
    for photo in &article.photos {
        output.line("")?;
        let picture = photo
            .image
            .as_ref()
            .map_or("no picture", |image| &image.path);
        output.line(format_args!(
            "{strong}{}{strong:#} {quiet}{}{quiet:#}",
            visible(&photo.name),
            visible(picture)
        ))?;
        // What forbids something comes first.
        let terms = [
            ("terms", &photo.usage_terms),
            ("instructions", &photo.instructions),
        ];
        for (name, text) in terms.into_iter().filter(|(_, text)| !text.is_empty()) {
            let warn = output.color.warn;
            let text = visible(text);
            output.line(format_args!("  {warn}{name:<8}{warn:#} {text}"))?;
        }
        for (name, text) in [("caption", &photo.caption), ("credit", &photo.credit_line)] {
            let text = if text.is_empty() {
                "none".to_owned()
            } else {
                visible(text)
            };
            output.line(format_args!("  {name:<8} {text}"))?;
        }
        for finding in linter
            .of_photo(photo.id)
            .iter()
            .filter(|finding| !finding.is_ignored)
        {
            let color = match finding.severity {
                Severity::Error => output.color.bad,
                Severity::Warning => output.color.warn,
                Severity::Note => output.color.quiet,
            };
            let fix = finding
                .fixes
                .first()
                .map(|fix| format!(" → {}", visible(&fix.label)))
                .unwrap_or_default();
            let word = finding.severity.word();
            output.line(format_args!(
                "  {color}{word:<8}{color:#} {}{fix}",
                visible(&finding.message)
            ))?;
        }
    }
    Ok(())
}

//! What the window would show, printed: for a machine without a display.

use std::io;
use std::path::PathBuf;

use super::Outcome;
use super::clean::refused;
use super::print::{Output, visible};
use crate::bundle::{self, Bundle};
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
                    match bundle::open(&item, house) {
                        Ok(bundle) => print(&bundle, output)?,
                        Err(error) => outcome = outcome.and(refused(&error, output)),
                    }
                }
            }
        }
    }
    output.flush()?;
    Ok(outcome)
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

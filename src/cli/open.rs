//! Opens articles for a command: says what an editor should know of each, and refuses one whose
//! source has changed since it was saved.

use super::Outcome;
use super::print::Output;
use crate::bundle::{self, Bundle, Item, OpenError};
use crate::lint::House;

/// Why a command goes on without an article. It was told.
pub(super) struct NotOpened {
    pub(super) outcome: Outcome,
    pub(super) why: String,
}

/// Opens an article.
pub(super) fn open(item: &Item, house: &House, output: &Output) -> Result<Bundle, NotOpened> {
    let bundle = told(bundle::open(item, house), item, output)?;
    if bundle.source_changed {
        let why = changed(item, &bundle);
        output.complain(format_args!("{why}"));
        return Err(NotOpened {
            outcome: Outcome::Failed,
            why,
        });
    }
    Ok(bundle)
}

/// Opens the source, though a file was saved from it.
pub(super) fn open_source(
    item: &Item,
    house: &House,
    output: &Output,
) -> Result<Bundle, NotOpened> {
    told(bundle::open_source(item, house), item, output)
}

fn told(
    opened: Result<Bundle, OpenError>,
    item: &Item,
    output: &Output,
) -> Result<Bundle, NotOpened> {
    let bundle = opened.map_err(|error| NotOpened {
        outcome: refused(&error, output),
        why: error.to_string(),
    })?;
    for note in &bundle.notes {
        output.note(format_args!("{}: {note}", item.place()));
    }
    Ok(bundle)
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

/// That a source is newer than what was saved from it.
pub(super) fn changed(item: &Item, bundle: &Bundle) -> String {
    format!(
        "{}: changed since {} was made from it; compare them in the window, or read the source with `cutline clean --from-source`",
        item.place(),
        bundle.place()
    )
}

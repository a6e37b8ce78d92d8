//! `cutline.toml`: the user's own, and the one that may lie in a bundle.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::storage::Storage;
use crate::lint::House;

/// Settings files larger than this are not read.
const LIMIT: u64 = 1024 * 1024;
const TOO_LARGE: &str = "larger than 1 MB, which no settings are";
/// The name of a bundle's own settings.
const NAME: &str = "cutline.toml";

/// Where the user's own settings lie: `CUTLINE_CONFIG`, else `cutline/cutline.toml` in the system's
/// folder for settings.
#[must_use]
pub fn user_settings() -> Option<PathBuf> {
    if let Some(file) = std::env::var_os("CUTLINE_CONFIG") {
        return Some(file.into());
    }
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("cutline").join("cutline.toml"))
}

/// The house as a settings file wants it; as it is built in where there is no file.
///
/// # Errors
/// What is not understood in it, in a sentence that names the file.
pub fn house(file: Option<&Path>) -> Result<House, String> {
    let Some(file) = file.filter(|file| file.exists()) else {
        return Ok(House::default());
    };
    let told = |reason: &dyn std::fmt::Display| format!("{}: {reason}", file.display());
    let text = read(file).map_err(|reason| told(&reason))?;
    House::from_toml(&text).map_err(|reason| told(&reason))
}

/// The house as a bundle's own settings want it, which may set severities only, and what the
/// editor should know of it.
pub(super) fn of_bundle(bundle: Option<&Storage>, house: &House) -> (House, Option<String>) {
    let Some(bundle) = bundle.filter(|bundle| bundle.has(NAME)) else {
        return (house.clone(), None);
    };
    let bytes = bundle.read(NAME).map_err(|error| error.to_string());
    let read = bytes.and_then(|bytes| {
        let text = checked(&bytes)?;
        house
            .with_severities_of(text)
            .map_err(|error| error.to_string())
    });
    match read {
        Ok(house) => {
            let note = "severities are set by this bundle's cutline.toml";
            (house, Some(note.to_owned()))
        }
        Err(why) => (
            house.clone(),
            Some(format!("this bundle's cutline.toml is not used ({why})")),
        ),
    }
}

fn checked(bytes: &[u8]) -> Result<&str, String> {
    if bytes.len() > usize::try_from(LIMIT).unwrap_or(usize::MAX) {
        return Err(TOO_LARGE.to_owned());
    }
    std::str::from_utf8(bytes).map_err(|error| error.to_string())
}

fn read(file: &Path) -> Result<String, String> {
    let about = std::fs::metadata(file).map_err(|error| error.to_string())?;
    if about.len() > LIMIT {
        return Err(TOO_LARGE.to_owned());
    }
    std::fs::read_to_string(file).map_err(|error| error.to_string())
}

//! `cutline.toml`: the user's own, and the one that may lie in a bundle.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::storage::Storage;
use crate::lint::House;

/// Settings files larger than this are not read.
const LIMIT: u64 = 1024 * 1024;
const TOO_LARGE: &str = "larger than 1 MB, which no settings are";
/// The name of a file of settings.
pub(super) const NAME: &str = "cutline.toml";
/// The variable that names the user's own settings.
pub const CONFIG: &str = "CUTLINE_CONFIG";

/// Where the user's own settings lie.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UserSettings {
    file: Option<PathBuf>,
    /// Whether it was named by whoever started the program: it must be there then.
    is_named: bool,
}

impl UserSettings {
    /// The file that this name says, where it is no empty one, else `cutline/cutline.toml` in the
    /// system's folder for settings. The name is that of the variable [`CONFIG`].
    #[must_use]
    pub fn named(file: Option<OsString>) -> Self {
        match file {
            Some(file) if file.is_empty() => Self::default(),
            Some(file) => Self {
                file: Some(file.into()),
                is_named: true,
            },
            None => {
                let base = etcetera::choose_base_strategy().ok();
                let folder = base.map(|base| base.config_dir().join("cutline"));
                Self {
                    file: folder.map(|folder| folder.join(NAME)),
                    is_named: false,
                }
            }
        }
    }
}

/// The house as the user's settings want it; as it is built in where there are none.
///
/// # Errors
/// What is not understood in them, or that they are not where they should be, in a sentence that
/// names the file and says what to do.
pub fn house(settings: &UserSettings) -> Result<House, String> {
    let Some(file) = &settings.file else {
        return Ok(House::default());
    };
    if !file.exists() {
        if settings.is_named {
            return Err(format!(
                "{}: not there, though {CONFIG} names it; correct that variable, or unset it",
                file.display()
            ));
        }
        return Ok(House::default());
    }
    let told = |reason: &dyn std::fmt::Display| {
        format!(
            "{}: {reason}; mend that file, or move it away",
            file.display()
        )
    };
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
        Ok((house, left_out)) if left_out.is_empty() => {
            let note = "severities are set by this bundle's cutline.toml";
            (house, Some(note.to_owned()))
        }
        Ok((house, left_out)) => {
            let tables: Vec<String> = left_out.iter().map(|name| format!("[{name}]")).collect();
            let note = format!(
                "of this bundle's cutline.toml severities are used and nothing else: {} is left out, as only your own settings may set that",
                tables.join(" and ")
            );
            (house, Some(note))
        }
        Err(why) => (
            house.clone(),
            Some(format!("this bundle's cutline.toml is not used ({why})")),
        ),
    }
}

/// Said of settings that lie beside several articles and are nobody's own there.
pub(super) fn of_several(place: &str) -> String {
    format!(
        "{place}: not used, as it lies beside several articles; your own settings may set the same"
    )
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_named_must_be_there_and_any_must_be_understood() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        let of = |name: &str| house(&UserSettings::named(Some(name.into())));
        let name = file.to_string_lossy().into_owned();
        assert!(of("").is_ok(), "none is named");
        let why = of(&name).unwrap_err();
        assert!(
            why.contains("a.toml: not there, though CUTLINE_CONFIG"),
            "{why}"
        );
        std::fs::write(&file, "[rule]").unwrap();
        let why = of(&name).unwrap_err();
        assert!(
            why.contains("a.toml: ") && why.contains("mend that file"),
            "{why}"
        );
        std::fs::write(&file, "[style]\ncaption-words = 60").unwrap();
        assert_eq!(of(&name).unwrap().style.caption_words, Some(60));
    }
}

//! The user's own folder for what Cutline keeps between saves.

use std::io;
use std::path::PathBuf;

use etcetera::BaseStrategy;

/// Where attached pictures and unsaved edits wait.
#[derive(Debug, Clone)]
pub struct StateFolder(PathBuf);

impl StateFolder {
    /// The one of the system's conventions; `CUTLINE_STATE` names another. Without a home, it lies
    /// among the temporary files.
    #[must_use]
    pub fn of_user() -> Self {
        if let Some(folder) = std::env::var_os("CUTLINE_STATE") {
            return Self::at(folder);
        }
        let base = etcetera::choose_base_strategy().map_or_else(
            |_| std::env::temp_dir(),
            |base| base.state_dir().unwrap_or_else(|| base.data_dir()),
        );
        Self::at(base.join("cutline"))
    }

    /// This folder.
    #[must_use]
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self(folder.into())
    }

    /// A folder in it, made where it is not there.
    pub(super) fn part(&self, name: &str) -> io::Result<PathBuf> {
        let folder = self.0.join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }
}

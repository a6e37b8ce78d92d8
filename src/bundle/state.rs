//! The user's own folder for what Cutline keeps between saves.

use std::io;
use std::path::PathBuf;

use etcetera::BaseStrategy;

/// Where attached pictures wait until they are saved. `CUTLINE_STATE` names another place.
pub(super) fn folder(name: &str) -> io::Result<PathBuf> {
    let root = if let Some(root) = std::env::var_os("CUTLINE_STATE") {
        PathBuf::from(root)
    } else {
        let base = etcetera::choose_base_strategy().map_err(io::Error::other)?;
        base.state_dir()
            .unwrap_or_else(|| base.data_dir())
            .join("cutline")
    };
    let folder = root.join(name);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

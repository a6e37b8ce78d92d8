//! Attaches a picture: copied at once into the user's state folder, moved in on save.

use std::path::{Path, PathBuf};

use super::archive::is_reserved;
use super::error::OpenError;
use super::open::Bundle;
use super::state::StateFolder;
use super::write::write_atomically;
use crate::media::{self, MediaError};
use crate::model::{Article, Image, sha256};

/// Pictures larger than this are not attached.
const LIMIT: u64 = 256 * 1024 * 1024;

/// A picture that can be shown, and will be moved into the bundle on save.
#[derive(Debug, Clone)]
pub struct Attached {
    /// What the photo says of it; its path is the one it will have.
    pub image: Image,
    /// Where it waits; None where it lies in the bundle already.
    pub staged: Option<PathBuf>,
    /// Where it was taken from.
    pub file: PathBuf,
}

/// Takes in a picture file. The same bytes are shared with a picture that is there already; a
/// taken name gets `-2`.
///
/// # Errors
/// Where it cannot be read or is no picture.
pub fn attach(
    file: &Path,
    bundle: &Bundle,
    article: &Article,
    state: &StateFolder,
) -> Result<Attached, OpenError> {
    let about = std::fs::metadata(file).map_err(OpenError::io(file))?;
    if about.len() > LIMIT {
        return Err(OpenError::too_large(file.to_owned(), about.len(), LIMIT));
    }
    let bytes = std::fs::read(file).map_err(OpenError::io(file))?;
    let measured = image("", &bytes).map_err(|reason| OpenError::Io {
        path: file.to_owned(),
        reason: std::io::Error::other(reason.to_string()),
    })?;
    let image = |path: String| Image {
        path,
        ..measured.clone()
    };
    let name = safe_name(file);
    for number in 1u32.. {
        let path = format!("photos/{}", numbered(&name, number));
        let is_taken = bundle
            .files
            .as_ref()
            .is_some_and(|files| files.contains(&path))
            || bundle.staged.contains_key(&path)
            || bundle.storage.has(&path)
            || article
                .photos
                .iter()
                .any(|photo| photo.image.as_ref().is_some_and(|image| image.path == path));
        if !is_taken {
            let hash = sha256(&bytes);
            let folder = state.part("attached").map_err(OpenError::io(file))?;
            let staged = folder.join(&hash);
            if !staged.exists() {
                write_atomically(&staged, &bytes).map_err(OpenError::io(&staged))?;
            }
            return Ok(Attached {
                image: image(path),
                staged: Some(staged),
                file: file.to_owned(),
            });
        }
        if bundle.picture(&path).is_ok_and(|there| there == bytes) {
            return Ok(Attached {
                image: image(path),
                staged: None,
                file: file.to_owned(),
            });
        }
    }
    Err(OpenError::NotThere(file.to_owned()))
}

/// What a photo says of a picture with these bytes that lies at this path of its bundle.
///
/// # Errors
/// Where they are no picture.
pub(super) fn image(path: &str, bytes: &[u8]) -> Result<Image, MediaError> {
    let about = media::measure(bytes)?;
    Ok(Image {
        path: path.to_owned(),
        content_type: about.content_type.to_owned(),
        width: Some(about.width),
        height: Some(about.height),
        size_in_bytes: u64::try_from(bytes.len()).ok(),
        ..Image::default()
    })
}

/// A name that every system can store: letters, digits, `.`, `-`, `_`; no reserved word of Windows.
pub(super) fn safe_name(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let safe: String = name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') {
                c
            } else {
                '-'
            }
        })
        .collect();
    let safe = safe.trim_matches(['.', '-']).to_owned();
    if safe.is_empty() || is_reserved(&safe) {
        format!("photo-{safe}")
    } else {
        safe
    }
}

pub(super) fn numbered(name: &str, number: u32) -> String {
    match (number, name.rsplit_once('.')) {
        (1, _) => name.to_owned(),
        (_, Some((stem, ending))) => format!("{stem}-{number}.{ending}"),
        (_, None) => format!("{name}-{number}"),
    }
}

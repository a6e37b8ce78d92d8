//! Symbolic links in a folder that is opened: what stays inside is followed, what leads out is told.

use std::path::{Path, PathBuf};

/// The place that links must not lead out of.
pub(super) struct Links {
    root: Option<PathBuf>,
}

/// What a link is to a list of articles.
pub(super) enum Link {
    /// A file inside the place.
    File,
    /// Something outside, or nothing; says which link leads where.
    LeadsOut(String),
    /// Something inside that is no file: a folder is listed where it stands.
    NoFile,
}

impl Links {
    /// Links must lead to something in this folder.
    pub(super) fn within(place: &Path) -> Self {
        Self {
            root: place.canonicalize().ok(),
        }
    }

    /// Where a link leads.
    pub(super) fn look_at(&self, link: &Path) -> Link {
        let says = |target: &Path, why: &str| {
            let (link, target) = (link.display(), target.display());
            Link::LeadsOut(format!(
                "{link}: is a link to {target}, {why}; not followed"
            ))
        };
        let Ok(target) = link.canonicalize() else {
            let named = std::fs::read_link(link).unwrap_or_default();
            return says(&named, "which is not there");
        };
        let is_inside = self
            .root
            .as_ref()
            .is_some_and(|root| target.starts_with(root));
        match (is_inside, target.is_file()) {
            (false, _) => says(&target, "outside the folder that was opened"),
            (true, true) => Link::File,
            (true, false) => Link::NoFile,
        }
    }
}

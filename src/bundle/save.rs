//! Saves an article: its normalized form beside the source, a stranger's ninjs 3 in its own tree.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::SaveError;
use super::item::folder_of;
use super::open::Bundle;
use super::storage::Storage;
use super::write::{back_up, hash_of, write_atomically};
use crate::formats::{self, ninjs};
use crate::model::{Article, Photo, TextField, sha256};

/// Where a save goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveTo {
    /// To the article's own place; refused where another program changed that file meanwhile.
    InPlace,
    /// The same, though another program changed it; what it wrote is kept as a copy.
    Over,
    /// To this file, which is the article's place from then on; its pictures come along.
    File(PathBuf),
}

impl Bundle {
    /// Saves an article; answers with the bundle as it is then.
    ///
    /// Bytes on disk that Cutline did not write there are backed up first. The attached pictures
    /// are moved in before the article names them.
    ///
    /// # Errors
    /// Where it cannot be written; the file is then as it was.
    pub fn save(&self, article: &Article, to: &SaveTo) -> Result<Self, SaveError> {
        let mut saved = self.clone();
        saved.notes.clear();
        let target = match to {
            SaveTo::InPlace | SaveTo::Over => self.own_place()?,
            SaveTo::File(file) => file.clone(),
        };
        self.refuse_source(&target)?;
        if !matches!(to, SaveTo::File(_)) {
            make_folder(&target)?;
        }
        if *to == SaveTo::InPlace {
            let there = hash_of(&target).map_err(SaveError::io(&target))?;
            let expected = self
                .on_disk
                .as_ref()
                .filter(|_| self.target.as_ref() == Some(&target));
            if there.as_ref() != expected {
                return Err(SaveError::Changed(target));
            }
        }
        let (root, stays) = self.root_for(&target);
        let target = follow(&target, &root)?;
        saved.move_pictures_in(article, &root, stays)?;
        let text = self.text(article);
        self.must_hold(article, &target, &text)?;
        if let Some(backup) = saved.keep_what_is_there(&target, text.as_bytes())? {
            let backup = backup
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            saved
                .notes
                .push(format!("the file as it was is kept as {backup}"));
        }
        write_atomically(&target, text.as_bytes()).map_err(SaveError::io(&target))?;
        saved.storage = match &self.storage {
            Storage::Zip { .. } | Storage::Parts(_) if stays => Storage::Saved {
                folder: root,
                source: Box::new(self.storage.clone()),
            },
            Storage::Saved { .. } if stays => self.storage.clone(),
            _ => Storage::Folder(root),
        };
        saved.written = Some(sha256(text.as_bytes()));
        saved.on_disk.clone_from(&saved.written);
        saved.is_saved = true;
        saved.place = target.display().to_string();
        saved.file = Some(target.clone());
        saved.target = Some(target);
        saved.source_changed = false;
        Ok(saved)
    }

    /// Where it is saved unless an editor says otherwise. Where it never was, another article may
    /// have taken the name meanwhile.
    fn own_place(&self) -> Result<PathBuf, SaveError> {
        let target = self.target.clone().ok_or(SaveError::NoPlace)?;
        Ok(match &self.home {
            Some(home) if !self.is_saved => home.place(),
            Some(_) | None => target,
        })
    }

    /// The folder that pictures are saved below when the article is saved here, and whether those
    /// that it has are found from there as well.
    fn root_for(&self, target: &Path) -> (PathBuf, bool) {
        let folder = folder_of(target);
        match &self.storage {
            Storage::Folder(own) | Storage::Saved { folder: own, .. } => {
                if folder.starts_with(own) {
                    (own.clone(), true)
                } else {
                    (folder, false)
                }
            }
            Storage::Zip { .. } | Storage::Parts(_) => {
                let home = self.home.as_ref();
                let is_home =
                    home.is_some_and(|home| Some(home.folder.as_path()) == target.parent());
                (folder, is_home)
            }
            Storage::Embedded(_) => (folder, false),
        }
    }

    /// A source is never written over.
    fn refuse_source(&self, target: &Path) -> Result<(), SaveError> {
        let real = |path: &Path| path.canonicalize().ok();
        let is_source = self.source.as_deref().is_some_and(|source| {
            source == target || (real(source).is_some() && real(source) == real(target))
        });
        if is_source {
            return Err(SaveError::Source(target.to_owned()));
        }
        Ok(())
    }

    /// A stranger's file is saved only where it will read as the article that was edited.
    fn must_hold(&self, article: &Article, target: &Path, text: &str) -> Result<(), SaveError> {
        if self.tree.is_none() {
            return Ok(());
        }
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let read = formats::read(&name, text.as_bytes(), &self.house.lexicon)
            .ok()
            .and_then(formats::Document::into_first);
        let lost = match &read {
            Some(read) => lost(article, &read.article),
            None => Some("the article".to_owned()),
        };
        match lost {
            None => Ok(()),
            Some(what) => Err(SaveError::NoRoom {
                path: target.to_owned(),
                what,
            }),
        }
    }

    /// What a save writes: a stranger's ninjs 3 keeps its tree.
    #[must_use]
    pub fn text(&self, article: &Article) -> String {
        if let Some(tree) = &self.tree {
            return tree.to_string(&tree.updated(&self.article, article));
        }
        let mut article = Cow::Borrowed(article);
        if let Some(came_from) = &self.came_from {
            article.to_mut().provenance = came_from.clone();
        }
        ninjs::to_string(&ninjs::write(&article))
    }

    /// Copies staged pictures to their place, and all of them where the article moves to another folder.
    fn move_pictures_in(
        &mut self,
        article: &Article,
        root: &Path,
        stays: bool,
    ) -> Result<(), SaveError> {
        let images = article
            .photos
            .iter()
            .filter_map(|photo| photo.image.as_ref());
        for path in images
            .map(|image| image.path.as_str())
            .filter(|path| !path.is_empty())
        {
            if stays && !self.staged.contains_key(path) {
                continue;
            }
            let Ok(bytes) = self.picture(path) else {
                // A picture that was missing before is missing still; lint says so.
                continue;
            };
            let place = root.join(path);
            match fs::read(&place) {
                Ok(there) if there == bytes => {}
                Ok(_) => return Err(SaveError::Taken(place)),
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(SaveError::io(&place)(error));
                }
                Err(_) => {
                    if let Some(folder) = place.parent() {
                        fs::create_dir_all(folder).map_err(SaveError::io(folder))?;
                        stay_inside(folder, root)?;
                    }
                    write_atomically(&place, &bytes).map_err(SaveError::io(&place))?;
                }
            }
            self.staged.remove(path);
        }
        Ok(())
    }

    fn keep_what_is_there(&self, target: &Path, new: &[u8]) -> Result<Option<PathBuf>, SaveError> {
        let there = match fs::read(target) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(SaveError::io(target)(error)),
        };
        if there == new || self.written.as_deref() == Some(&sha256(&there)) {
            return Ok(None);
        }
        back_up(target).map(Some).map_err(SaveError::io(target))
    }
}

/// The first thing that an article says and its saved form would not.
fn lost(edited: &Article, read: &Article) -> Option<String> {
    if edited.photos.len() != read.photos.len() {
        return Some("that a photo was added or removed".to_owned());
    }
    let pairs = edited.photos.iter().zip(&read.photos).zip(1..);
    for ((now, then), number) in pairs {
        let field = TextField::ALL
            .into_iter()
            .find(|field| now.text(*field) != then.text(*field));
        let path = |photo: &Photo| photo.image.as_ref().map(|image| image.path.clone());
        let what = if let Some(field) = field {
            field.name().to_lowercase()
        } else if now.creators != then.creators {
            "creator".to_owned()
        } else if path(now) != path(then) {
            "picture".to_owned()
        } else {
            continue;
        };
        return Some(format!("the {what} of photo {number}"));
    }
    None
}

/// Makes the folder in which the articles of one file are saved.
fn make_folder(target: &Path) -> Result<(), SaveError> {
    let folder = folder_of(target);
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(&folder).map_err(|reason| SaveError::NoFolder { folder, reason })
}

/// A folder that is a link out of the bundle gets no pictures.
fn stay_inside(folder: &Path, root: &Path) -> Result<(), SaveError> {
    let real = folder.canonicalize().map_err(SaveError::io(folder))?;
    let inside = root.canonicalize().map_err(SaveError::io(root))?;
    if real.starts_with(inside) {
        return Ok(());
    }
    Err(SaveError::LinkOut {
        path: folder.to_owned(),
        target: real,
    })
}

/// A link whose target lies inside the bundle is followed; one that leads out of it is refused.
fn follow(path: &Path, root: &Path) -> Result<PathBuf, SaveError> {
    let Ok(target) = fs::read_link(path) else {
        return Ok(path.to_owned());
    };
    let out = || SaveError::LinkOut {
        path: path.to_owned(),
        target: target.clone(),
    };
    let real = path.canonicalize().map_err(|_| out())?;
    let root = root.canonicalize().map_err(SaveError::io(root))?;
    if real.starts_with(root) {
        Ok(real)
    } else {
        Err(out())
    }
}

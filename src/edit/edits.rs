//! One change of one article, and what takes it back.

use serde::{Deserialize, Serialize};

use crate::model::{Article, Block, FieldValue, Image, Moment, Photo, PhotoId, Source, TextField};

/// One change of one article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    /// One text field of a photo becomes `text`.
    SetText {
        /// Whose.
        photo: PhotoId,
        /// Which.
        field: TextField,
        /// Its new text.
        text: String,
    },
    /// The creators of a photo become these.
    SetCreators {
        /// Whose.
        photo: PhotoId,
        /// Persons, in printed order.
        creators: Vec<String>,
    },
    /// The organisations of a photo become these.
    SetSources {
        /// Whose.
        photo: PhotoId,
        /// Organisations with their roles, in printed order.
        sources: Vec<Source>,
    },
    /// The date of a photo becomes this.
    SetCreated {
        /// Whose.
        photo: PhotoId,
        /// None takes the date away.
        created: Option<Moment>,
    },
    /// The picture of a photo becomes this.
    SetImage {
        /// Whose.
        photo: PhotoId,
        /// None detaches the picture; its file stays where it is.
        image: Option<Image>,
    },
    /// The findings that are waved through become these.
    SetIgnored {
        /// Whose.
        photo: PhotoId,
        /// `RULE:hash`, sorted.
        ignored: Vec<String>,
    },
    /// A photo joins the photos.
    InsertPhoto {
        /// Before which position, counted from 0.
        at: usize,
        /// All of it; its key must be free.
        photo: Box<Photo>,
    },
    /// A photo leaves the photos. Its place in the text is an edit of its own.
    RemovePhoto {
        /// Which.
        photo: PhotoId,
    },
    /// A photo moves among the photos.
    MovePhoto {
        /// Which.
        photo: PhotoId,
        /// Its position afterwards, counted from 0.
        to: usize,
    },
    /// `count` blocks from `start` on are replaced.
    ReplaceBlocks {
        /// First block replaced.
        start: usize,
        /// How many.
        count: usize,
        /// What stands there afterwards.
        with: Vec<Block>,
    },
}

/// Why an edit does not fit the article.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum EditError {
    /// The photo is not there.
    #[error("this article has no such photo; it may have been removed")]
    NoPhoto(PhotoId),
    /// The photo is there already.
    #[error("this article already has that photo")]
    PhotoExists(PhotoId),
    /// Positions past the end.
    #[error("position {0} lies past the end of the article")]
    PastEnd(usize),
    /// The article is not open.
    #[error("the article that this change belongs to is no longer open")]
    NoArticle(usize),
}

impl Edit {
    /// What puts a value into a field of a photo.
    #[must_use]
    pub fn set(photo: PhotoId, value: FieldValue) -> Self {
        match value {
            FieldValue::Text(field, text) => Self::SetText { photo, field, text },
            FieldValue::Creators(creators) => Self::SetCreators { photo, creators },
            FieldValue::Sources(sources) => Self::SetSources { photo, sources },
            FieldValue::Created(created) => Self::SetCreated { photo, created },
        }
    }

    /// The photo that it changes; none where it changes the text alone.
    #[must_use]
    pub fn photo(&self) -> Option<PhotoId> {
        match self {
            Self::SetText { photo, .. }
            | Self::SetCreators { photo, .. }
            | Self::SetSources { photo, .. }
            | Self::SetCreated { photo, .. }
            | Self::SetImage { photo, .. }
            | Self::SetIgnored { photo, .. }
            | Self::RemovePhoto { photo }
            | Self::MovePhoto { photo, .. } => Some(*photo),
            Self::InsertPhoto { photo, .. } => Some(photo.id),
            Self::ReplaceBlocks { .. } => None,
        }
    }

    /// The same edit with other keys for its photos.
    #[must_use]
    pub fn with_keys(self, key: &mut impl FnMut(PhotoId) -> PhotoId) -> Self {
        match self {
            Self::SetText { photo, field, text } => Self::SetText {
                photo: key(photo),
                field,
                text,
            },
            Self::SetCreators { photo, creators } => Self::SetCreators {
                photo: key(photo),
                creators,
            },
            Self::SetSources { photo, sources } => Self::SetSources {
                photo: key(photo),
                sources,
            },
            Self::SetCreated { photo, created } => Self::SetCreated {
                photo: key(photo),
                created,
            },
            Self::SetImage { photo, image } => Self::SetImage {
                photo: key(photo),
                image,
            },
            Self::SetIgnored { photo, ignored } => Self::SetIgnored {
                photo: key(photo),
                ignored,
            },
            Self::InsertPhoto { at, mut photo } => {
                photo.id = key(photo.id);
                Self::InsertPhoto { at, photo }
            }
            Self::RemovePhoto { photo } => Self::RemovePhoto { photo: key(photo) },
            Self::MovePhoto { photo, to } => Self::MovePhoto {
                photo: key(photo),
                to,
            },
            Self::ReplaceBlocks { start, count, with } => {
                let with = with.into_iter().map(|block| match block {
                    Block::Photo(id) => Block::Photo(key(id)),
                    Block::Text(text) => Block::Text(text),
                });
                Self::ReplaceBlocks {
                    start,
                    count,
                    with: with.collect(),
                }
            }
        }
    }

    /// Changes the article and gives the edit that takes the change back.
    ///
    /// # Errors
    /// Where the edit does not fit; the article is then unchanged.
    pub fn apply(self, article: &mut Article) -> Result<Self, EditError> {
        match self {
            Self::SetText { photo, field, text } => {
                let text = std::mem::replace(of(article, photo)?.text_mut(field), text);
                Ok(Self::SetText { photo, field, text })
            }
            Self::SetCreators { photo, creators } => {
                let creators = std::mem::replace(&mut of(article, photo)?.creators, creators);
                Ok(Self::SetCreators { photo, creators })
            }
            Self::SetSources { photo, sources } => {
                let sources = std::mem::replace(&mut of(article, photo)?.sources, sources);
                Ok(Self::SetSources { photo, sources })
            }
            Self::SetCreated { photo, created } => {
                let created = std::mem::replace(&mut of(article, photo)?.created, created);
                Ok(Self::SetCreated { photo, created })
            }
            Self::SetImage { photo, image } => {
                let image = std::mem::replace(&mut of(article, photo)?.image, image);
                Ok(Self::SetImage { photo, image })
            }
            Self::SetIgnored { photo, ignored } => {
                let ignored = std::mem::replace(&mut of(article, photo)?.ignored, ignored);
                Ok(Self::SetIgnored { photo, ignored })
            }
            Self::InsertPhoto { at, photo } => insert_photo(article, at, *photo),
            Self::RemovePhoto { photo } => remove_photo(article, photo),
            Self::MovePhoto { photo, to } => move_photo(article, photo, to),
            Self::ReplaceBlocks { start, count, with } => {
                replace_blocks(article, start, count, with)
            }
        }
    }
}

fn of(article: &mut Article, photo: PhotoId) -> Result<&mut Photo, EditError> {
    article.photo_mut(photo).ok_or(EditError::NoPhoto(photo))
}

fn insert_photo(article: &mut Article, at: usize, photo: Photo) -> Result<Edit, EditError> {
    let id = photo.id;
    if article.photo(id).is_some() {
        return Err(EditError::PhotoExists(id));
    }
    if at > article.photos.len() {
        return Err(EditError::PastEnd(at));
    }
    article.photos.insert(at, photo);
    Ok(Edit::RemovePhoto { photo: id })
}

fn remove_photo(article: &mut Article, id: PhotoId) -> Result<Edit, EditError> {
    let at = article.position(id).ok_or(EditError::NoPhoto(id))?;
    let photo = Box::new(article.photos.remove(at));
    Ok(Edit::InsertPhoto { at, photo })
}

fn move_photo(article: &mut Article, id: PhotoId, to: usize) -> Result<Edit, EditError> {
    let from = article.position(id).ok_or(EditError::NoPhoto(id))?;
    if to >= article.photos.len() {
        return Err(EditError::PastEnd(to));
    }
    let photo = article.photos.remove(from);
    article.photos.insert(to, photo);
    Ok(Edit::MovePhoto {
        photo: id,
        to: from,
    })
}

fn replace_blocks(
    article: &mut Article,
    start: usize,
    count: usize,
    with: Vec<Block>,
) -> Result<Edit, EditError> {
    let end = start
        .checked_add(count)
        .filter(|end| *end <= article.blocks.len())
        .ok_or(EditError::PastEnd(start))?;
    let added = with.len();
    let with = article.blocks.splice(start..end, with).collect();
    Ok(Edit::ReplaceBlocks {
        start,
        count: added,
        with,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article() -> Article {
        let mut article = Article::default();
        for number in 1..=3 {
            article.photos.push(Photo::new(
                PhotoId(number),
                format!("photo-{number}"),
                format!("urn:x:{number}"),
            ));
        }
        article.blocks = vec![
            Block::Text("One.".into()),
            Block::Photo(PhotoId(1)),
            Block::Text("Two.".into()),
        ];
        article
    }

    #[test]
    fn every_edit_is_taken_back_by_what_it_answers() {
        let photo = PhotoId(2);
        let new = Photo::new(PhotoId(9), "photo-4", "urn:x:9");
        for edit in [
            Edit::SetText {
                photo,
                field: TextField::Caption,
                text: "A boat.".into(),
            },
            Edit::SetCreators {
                photo,
                creators: vec!["Ann Lee".into()],
            },
            Edit::SetSources {
                photo,
                sources: Vec::new(),
            },
            Edit::SetCreated {
                photo,
                created: Moment::parse("2026-11"),
            },
            Edit::SetImage {
                photo,
                image: Some(Image::default()),
            },
            Edit::SetIgnored {
                photo,
                ignored: vec!["alt-missing:0".into()],
            },
            Edit::InsertPhoto {
                at: 3,
                photo: Box::new(new),
            },
            Edit::RemovePhoto { photo },
            Edit::MovePhoto { photo, to: 0 },
            Edit::ReplaceBlocks {
                start: 1,
                count: 2,
                with: vec![Block::Text("Three.".into())],
            },
        ] {
            let before = article();
            let mut changed = before.clone();
            let back = edit.clone().apply(&mut changed).expect("it fits");
            let redo = back.apply(&mut changed).expect("its inverse fits");
            assert_eq!(changed, before, "{edit:?}");
            assert_eq!(redo, edit);
        }
    }

    #[test]
    fn an_edit_that_does_not_fit_changes_nothing() {
        let mut changed = article();
        for edit in [
            Edit::RemovePhoto { photo: PhotoId(7) },
            Edit::MovePhoto {
                photo: PhotoId(1),
                to: 3,
            },
            Edit::InsertPhoto {
                at: 0,
                photo: Box::new(Photo::new(PhotoId(1), "photo-1", "urn:x:1")),
            },
            Edit::ReplaceBlocks {
                start: 2,
                count: usize::MAX,
                with: Vec::new(),
            },
        ] {
            edit.clone()
                .apply(&mut changed)
                .expect_err("it does not fit");
            assert_eq!(changed, article(), "{edit:?}");
        }
    }
}

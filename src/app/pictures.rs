//! Thumbnails: asked for by what is visible, made by jobs, kept within a budget.

use std::collections::HashMap;

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::media::Pixels;

/// How much texture is kept; what was not seen for longest goes first.
const BUDGET: usize = 192 * 1024 * 1024;

/// How large a picture is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Size {
    /// In a row or a card.
    Small,
    /// Above the fields, in the contact sheet.
    Medium,
    /// Alone, to be looked into.
    Whole,
}

impl Size {
    /// Its longer side, in pixels.
    #[must_use]
    pub fn side(self, ctx: &Context) -> u32 {
        let most = u32::try_from(ctx.input(|input| input.max_texture_side)).unwrap_or(2048);
        match self {
            Self::Small => 256,
            Self::Medium => 768,
            Self::Whole => most.min(4096),
        }
    }
}

/// Which picture, how large.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which queue, as keys of its articles begin anew.
    pub queue: u64,
    /// Article of the queue.
    pub article: usize,
    /// Path inside its bundle.
    pub path: String,
    /// How large.
    pub size: Size,
}

/// What is known of a picture.
#[derive(Clone)]
pub enum Picture {
    /// It is being made.
    Waiting,
    /// It cannot be shown, and why.
    Failed(String),
    /// Here it is.
    Ready {
        /// Its pixels.
        texture: TextureHandle,
        /// Width and height of the file.
        full_size: (u32, u32),
        /// The file ends before its picture does.
        is_cut_short: bool,
    },
}

struct Kept {
    picture: Picture,
    bytes: usize,
    seen: u64,
}

/// The pictures that were looked at.
#[derive(Default)]
pub struct Pictures {
    /// The article whose pictures are asked for.
    pub article: usize,
    kept: HashMap<Key, Kept>,
    wanted: Vec<Key>,
    queue: u64,
    frame: u64,
}

impl Pictures {
    /// A picture of the article that is shown; asks for it where it is not there yet.
    pub fn get(&mut self, path: &str, size: Size) -> Picture {
        let key = Key {
            queue: self.queue,
            article: self.article,
            path: path.to_owned(),
            size,
        };
        if let Some(kept) = self.kept.get_mut(&key) {
            kept.seen = self.frame;
            return kept.picture.clone();
        }
        // Better a small picture than none.
        let smaller = [Size::Medium, Size::Small]
            .into_iter()
            .filter(|smaller| *smaller < size)
            .find_map(|size| {
                let kept = self.kept.get(&Key {
                    size,
                    ..key.clone()
                })?;
                matches!(kept.picture, Picture::Ready { .. }).then(|| kept.picture.clone())
            });
        self.wanted.push(key);
        smaller.unwrap_or(Picture::Waiting)
    }

    /// What the last frame asked for and does not have.
    pub fn take_wanted(&mut self) -> Vec<Key> {
        self.frame += 1;
        std::mem::take(&mut self.wanted)
    }

    /// A picture was made, or could not be.
    pub fn set(&mut self, ctx: &Context, key: Key, made: Result<Pixels, String>) {
        if key.queue != self.queue {
            return;
        }
        let (picture, bytes) = match made {
            Err(why) => (Picture::Failed(why), 0),
            Ok(pixels) => {
                let size =
                    [pixels.width, pixels.height].map(|side| usize::try_from(side).unwrap_or(0));
                let image = ColorImage::from_rgba_unmultiplied(size, &pixels.rgba);
                let texture = ctx.load_texture(&key.path, image, TextureOptions::LINEAR);
                (
                    Picture::Ready {
                        texture,
                        full_size: pixels.full_size,
                        is_cut_short: pixels.is_cut_short,
                    },
                    pixels.rgba.len(),
                )
            }
        };
        self.kept.insert(
            key,
            Kept {
                picture,
                bytes,
                seen: self.frame,
            },
        );
        self.stay_within_budget();
    }

    /// Another queue was opened.
    pub fn clear(&mut self) {
        self.kept.clear();
        self.wanted.clear();
        self.queue += 1;
    }

    fn stay_within_budget(&mut self) {
        let mut used: usize = self.kept.values().map(|kept| kept.bytes).sum();
        while used > BUDGET {
            let oldest = self
                .kept
                .iter()
                .filter(|(_, kept)| kept.bytes > 0 && kept.seen < self.frame);
            let Some(key) = oldest
                .min_by_key(|(_, kept)| kept.seen)
                .map(|(key, _)| key.clone())
            else {
                return;
            };
            used -= self.kept.remove(&key).map_or(0, |kept| kept.bytes);
        }
    }
}

//! What rules need to know of the other photos of an article and of its bundle.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Map, Value};

use super::file_name::is_picture;
use crate::model::{Article, Moment, Photo, PhotoId, Precision};

/// The photos of an article by caption, its date, and the files of its bundle. Kept up to date photo by
/// photo, so that a key press never looks at all of them.
#[derive(Debug, Clone, Default)]
pub struct Index {
    captions: BTreeMap<String, BTreeSet<PhotoId>>,
    known: BTreeMap<PhotoId, String>,
    pictures: BTreeMap<String, BTreeSet<PhotoId>>,
    shown: BTreeMap<PhotoId, String>,
    names: BTreeMap<PhotoId, String>,
    /// Photos without a picture.
    bare: BTreeSet<PhotoId>,
    files: Option<BTreeSet<String>>,
    /// Pictures of the bundle that no photo shows.
    unclaimed: BTreeSet<String>,
    date: Option<Date>,
    stop: Option<String>,
}

impl Index {
    /// Of a whole article; `files` are the paths of its bundle, None where it lies in none.
    #[must_use]
    pub fn of(article: &Article, files: Option<BTreeSet<String>>) -> Self {
        let mut index = Self {
            date: article.created.as_ref().and_then(last_day),
            stop: stop_of_article(article),
            ..Self::default()
        };
        index.set_files(files);
        for photo in &article.photos {
            index.insert(photo.id, photo);
        }
        index
    }

    /// Takes over a photo's present state, None where it is gone; answers with the photos about
    /// which a rule may now think otherwise.
    pub fn update(&mut self, id: PhotoId, photo: Option<&Photo>) -> BTreeSet<PhotoId> {
        let mut touched = BTreeSet::from([id]);
        let mut freed = None;
        if let Some(old) = self.known.remove(&id)
            && let Some(sharing) = self.captions.get_mut(&old)
        {
            sharing.remove(&id);
            touched.extend(sharing.iter());
        }
        if let Some(old) = self.shown.remove(&id)
            && let Some(sharing) = self.pictures.get_mut(&old)
        {
            sharing.remove(&id);
            touched.extend(sharing.iter());
            if sharing.is_empty() && self.holds_picture(&old) {
                self.unclaimed.insert(old.clone());
                freed = Some(old);
            }
        }
        self.bare.remove(&id);
        self.names.remove(&id);
        if let Some(photo) = photo {
            self.insert(id, photo);
            let captions = self.captions.get(&folded(&photo.caption));
            let pictures = picture(photo).and_then(|path| self.pictures.get(path));
            touched.extend(captions.into_iter().chain(pictures).flatten());
        }
        let shown = self.shown.get(&id);
        if freed.as_ref() != shown {
            // Photos that wait for a picture hear which are left.
            touched.extend(&self.bare);
        }
        touched
    }

    fn insert(&mut self, id: PhotoId, photo: &Photo) {
        self.names.insert(id, photo.name.clone());
        if let Some(path) = picture(photo) {
            let sharing = self.pictures.entry(path.to_owned()).or_default();
            sharing.insert(id);
            self.shown.insert(id, path.to_owned());
            self.unclaimed.remove(path);
        }
        if !photo.has_picture() {
            self.bare.insert(id);
        }
        let key = folded(&photo.caption);
        if !key.is_empty() {
            self.captions.entry(key.clone()).or_default().insert(id);
            self.known.insert(id, key);
        }
    }

    /// Another photo with the same caption, white space and case aside, and how many there are.
    #[must_use]
    pub fn same_caption(&self, photo: &Photo) -> Option<(PhotoId, usize)> {
        others(photo.id, self.captions.get(&folded(&photo.caption))?)
    }

    /// Another photo that shows the same picture of the bundle, and how many do.
    #[must_use]
    pub fn same_picture(&self, photo: &Photo) -> Option<(PhotoId, usize)> {
        others(photo.id, self.pictures.get(picture(photo)?)?)
    }

    /// The name of a photo of the article.
    #[must_use]
    pub fn name(&self, id: PhotoId) -> &str {
        self.names.get(&id).map_or("", String::as_str)
    }

    /// Whether the bundle lacks this path; false where there is no bundle to look into.
    #[must_use]
    pub fn lacks_file(&self, path: &str) -> bool {
        self.files
            .as_ref()
            .is_some_and(|files| !files.contains(path))
    }

    /// The pictures of the bundle that no photo shows, sorted.
    #[must_use]
    pub fn unclaimed(&self) -> &BTreeSet<String> {
        &self.unclaimed
    }

    /// The article's date; of a month or a year its last day.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// What the wire says of the whole article that stops its pictures, where this is the photo that tells:
    /// the first.
    #[must_use]
    pub fn stop_told_by(&self, photo: PhotoId) -> Option<&str> {
        let is_first = self.names.keys().next() == Some(&photo);
        self.stop.as_deref().filter(|_| is_first)
    }

    /// The bundle's files are these now; answers with the photos about which a rule may now think
    /// otherwise.
    pub fn set_files(&mut self, files: Option<BTreeSet<String>>) -> BTreeSet<PhotoId> {
        let mut touched: BTreeSet<PhotoId> = match (&self.files, &files) {
            (Some(old), Some(new)) => {
                let changed = old.symmetric_difference(new);
                let shown = changed.filter_map(|path| self.pictures.get(path));
                shown.flatten().copied().collect()
            }
            (None, None) => BTreeSet::new(),
            (Some(_), None) | (None, Some(_)) => self.shown.keys().copied().collect(),
        };
        let pictures = files.iter().flatten().filter(|path| is_picture(path));
        let is_shown = |path: &&String| {
            let sharing = self.pictures.get(*path);
            sharing.is_some_and(|sharing| !sharing.is_empty())
        };
        let unclaimed = pictures.filter(|path| !is_shown(path)).cloned().collect();
        if self.unclaimed != unclaimed {
            touched.extend(&self.bare);
        }
        self.unclaimed = unclaimed;
        self.files = files;
        touched
    }

    fn holds_picture(&self, path: &str) -> bool {
        let is_there = self
            .files
            .as_ref()
            .is_some_and(|files| files.contains(path));
        is_there && is_picture(path)
    }
}

/// What is said of an item that must wait.
const EMBARGOED: &str = "embargoed";

/// What the wire says in an item's metadata that stops it: `pubStatus` of ninjs and NewsML-G2 (usable,
/// withheld, canceled), and until when it is embargoed.
pub(super) fn stop_of(members: &Map<String, Value>) -> Option<String> {
    let said = |name: &str| {
        let said = members.get(name)?.as_str()?;
        (!said.is_empty()).then_some(said)
    };
    let status = said("pubStatus").filter(|status| {
        let status = status.rsplit(':').next().unwrap_or(status).to_lowercase();
        ["canceled", "cancelled", "withheld", "killed", "retracted"].contains(&status.as_str())
    });
    let until = || Some(format!("{EMBARGOED} until {}", said("embargoedUntil")?));
    status.map(str::to_owned).or_else(until)
}

/// The same of an article; one that was free when it was made is not embargoed any more.
fn stop_of_article(article: &Article) -> Option<String> {
    let until = article.rest.get("embargoedUntil").and_then(Value::as_str);
    let free_from = until.and_then(Moment::parse);
    let was_free = free_from
        .zip(article.created.as_ref())
        .is_some_and(|(free, made)| is_not_after(&free, made));
    let is_embargoed = |stop: &String| stop.starts_with(EMBARGOED);
    stop_of(&article.rest).filter(|stop| !(was_free && is_embargoed(stop)))
}

/// Whether one moment is not after another, by the day where one of them says no more.
fn is_not_after(one: &Moment, other: &Moment) -> bool {
    let instant = |moment: &Moment| moment.date_time.parse::<Timestamp>().ok();
    let says_instant = |moment: &Moment| moment.precision == Precision::Instant;
    if says_instant(one) && says_instant(other) {
        let both = instant(one).zip(instant(other));
        both.is_some_and(|(one, other)| one <= other)
    } else {
        let both = last_day(one).zip(last_day(other));
        both.is_some_and(|(one, other)| one <= other)
    }
}

/// The last day that a date may mean.
fn last_day(moment: &Moment) -> Option<Date> {
    let day: Date = moment.date_time.get(..10)?.parse().ok()?;
    Some(match moment.precision {
        Precision::Year => day.last_of_year(),
        Precision::Month => day.last_of_month(),
        Precision::Day | Precision::Instant => day,
    })
}

/// The first of those that share something with a photo, and how many they are.
fn others(photo: PhotoId, sharing: &BTreeSet<PhotoId>) -> Option<(PhotoId, usize)> {
    let first = sharing.iter().find(|id| **id != photo)?;
    let count = sharing.len() - usize::from(sharing.contains(&photo));
    Some((*first, count))
}

/// The picture that a photo shows, by its path.
fn picture(photo: &Photo) -> Option<&str> {
    let path = &photo.image.as_ref()?.path;
    (!path.is_empty()).then_some(path)
}

fn folded(caption: &str) -> String {
    let mut folded = String::with_capacity(caption.len());
    for word in caption.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            folded.extend(
                word.bytes()
                    .map(|byte| char::from(byte.to_ascii_lowercase())),
            );
        } else {
            folded.push_str(&word.to_lowercase());
        }
    }
    folded
}

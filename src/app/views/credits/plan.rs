//! What choosing a spelling would change, photo by photo.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::app::diff;
use crate::app::document::{Document, Entry};
use crate::app::highlight::{Coloured, Kind};
use crate::credit::{Cluster, Tie};
use crate::edit::{self, Change, Edit, Respelling, Turn};
use crate::lint::certain::Part;
use crate::model::{Photo, PhotoId, Source};

/// A photo of the queue.
pub(super) type Place = (usize, PhotoId);

/// Which spelling of a cluster is to be written, and where not.
#[derive(Debug, Clone, Default)]
pub(super) struct Choice {
    /// The spelling to keep.
    pub(super) to: String,
    /// Spellings that stay as they are.
    pub(super) left_out: BTreeSet<String>,
    /// Photos that stay as they are.
    pub(super) refused: BTreeSet<Place>,
    /// Whether an editor chose any of that: until then the first credit stays selected.
    pub(super) is_touched: bool,
}

impl Choice {
    /// The suggestion; what is only perhaps the same stays.
    pub(super) fn suggested(cluster: &Cluster) -> Self {
        let weak = cluster
            .spellings
            .iter()
            .filter(|spelling| !spelling.tie.is_none_or(Tie::is_strong));
        Self {
            to: cluster.suggested.clone(),
            left_out: weak.map(|spelling| spelling.line.clone()).collect(),
            ..Self::default()
        }
    }
}

/// A field of a photo before and after.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) place: Place,
    /// Whether it is the photo's first.
    pub(super) is_first: bool,
    /// The article, where there are several, and the photo's number.
    pub(super) photo: String,
    pub(super) part: Part,
    pub(super) before: String,
    pub(super) after: String,
    coloured: OnceCell<Coloured>,
}

impl Line {
    /// Both in one text, compared the first time it is seen.
    pub(super) fn coloured(&self) -> &Coloured {
        self.coloured.get_or_init(|| {
            let stays = stays(&self.before, &self.after);
            if stays * 2 >= self.after.chars().count() {
                return diff::of_part(self.part, &self.before, &self.after);
            }
            // Where another style puts every word elsewhere, a mixture of both cannot be read.
            let mut coloured = Coloured::default();
            coloured.push(&self.before, Kind::Repeated);
            coloured.push(" ", Kind::Plain);
            coloured.push(&self.after, Kind::Credit);
            coloured
        })
    }
}

/// How many letters are in both, in their places.
fn stays(before: &str, after: &str) -> usize {
    let turns = edit::diff(before, after).into_iter();
    let kept = turns.filter(|(turn, _)| *turn == Turn::Stays);
    kept.map(|(_, text)| text.chars().count()).sum()
}

/// Everything that would change.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) lines: Vec<Line>,
    edits: BTreeMap<Place, Vec<Edit>>,
}

impl Plan {
    /// Looks for the photos that have one of the other spellings.
    pub(super) fn of(cluster: &Cluster, choice: &Choice, document: &Document) -> Self {
        let lexicon = &document.house.lexicon;
        let respellings: BTreeMap<&str, Respelling> = cluster
            .spellings
            .iter()
            .map(|spelling| spelling.line.as_str())
            .filter(|line| *line != choice.to && !choice.left_out.contains(*line))
            .map(|line| (line, Respelling::new(line, &choice.to, lexicon)))
            .collect();
        let mut plan = Self::default();
        for (key, entry) in document.entries().iter().enumerate() {
            let photos = document.open_at(key).map(|open| &open.article.photos);
            for (at, photo) in photos.into_iter().flatten().enumerate() {
                if let Some(respelling) = respellings.get(photo.credit_line.as_str()) {
                    let name = named(entry, at + 1, document.is_queue());
                    plan.add((key, photo.id), &name, photo, respelling.edits(photo));
                }
            }
        }
        plan
    }

    fn add(&mut self, place: Place, name: &str, photo: &Photo, edits: Vec<Edit>) {
        let mut is_first = true;
        for (part, before, after) in edits.iter().filter_map(|edit| turn(photo, edit)) {
            self.lines.push(Line {
                place,
                is_first,
                photo: name.to_owned(),
                part,
                before,
                after,
                coloured: OnceCell::new(),
            });
            is_first = false;
        }
        self.edits.insert(place, edits);
    }

    /// How many photos would change.
    pub(super) fn photos(&self) -> usize {
        self.edits.len()
    }

    /// In how many articles, and how many photos of them are not refused.
    pub(super) fn chosen(&self, choice: &Choice) -> (usize, usize) {
        let chosen = self
            .edits
            .keys()
            .filter(|place| !choice.refused.contains(place));
        let mut articles: Vec<usize> = chosen.map(|(article, _)| *article).collect();
        let photos = articles.len();
        articles.dedup();
        (articles.len(), photos)
    }

    /// The changes of the photos that are not refused, article by article.
    pub(super) fn changes(&self, choice: &Choice) -> Vec<Change> {
        let mut changes: BTreeMap<usize, Vec<Edit>> = BTreeMap::new();
        for (place, edits) in &self.edits {
            if !choice.refused.contains(place) {
                changes.entry(place.0).or_default().extend(edits.clone());
            }
        }
        changes
            .into_iter()
            .map(|(article, edits)| Change { article, edits })
            .collect()
    }
}

fn named(entry: &Entry, number: usize, is_queue: bool) -> String {
    if is_queue {
        format!("{} · photo {number}", entry.item.name)
    } else {
        format!("photo {number}")
    }
}

/// How an edit reads: what it changes, before, after.
fn turn(photo: &Photo, edit: &Edit) -> Option<(Part, String, String)> {
    let sources = |sources: &[Source]| {
        let each = sources
            .iter()
            .map(|source| format!("{} ({})", source.name, source.role.word()));
        each.collect::<Vec<_>>().join(", ")
    };
    match edit {
        Edit::SetText { field, text, .. } => {
            let before = photo.text(*field).to_owned();
            Some((Part::Text(*field), before, text.clone()))
        }
        Edit::SetCreators { creators, .. } => Some((
            Part::Creators,
            photo.creators.join(", "),
            creators.join(", "),
        )),
        Edit::SetSources { sources: after, .. } => {
            Some((Part::Sources, sources(&photo.sources), sources(after)))
        }
        _ => None,
    }
}

//! What may be fixed without being asked, and how each photo reads afterwards.
//!
//! With [`Certainty::Asked`] also what is a guess, where there is one way only.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Certainty, Finding, Fix, House, Index, RULES, Rule, check_by};
use crate::edit::Edit;
use crate::model::{Article, Photo, PhotoId, TextField};

/// A photo's fixes feed one another (a label cut shows a repetition); more rounds than this would
/// be two rules undoing each other.
const ROUNDS: usize = 24;

/// One certain fix: the finding, its edits, and what they change.
#[derive(Debug, Clone, PartialEq)]
pub struct CertainFix {
    /// What it fixes.
    pub finding: Finding,
    /// How.
    pub edits: Vec<Edit>,
    /// What becomes of the photo, first where the problem is; never empty.
    pub changes: Vec<Changed>,
}

/// A part of a photo before and after a fix, as it reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Which.
    pub part: Part,
    /// How it reads before.
    pub before: String,
    /// And after.
    pub after: String,
}

/// What a fix changes of a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A text field.
    Text(TextField),
    /// Its persons.
    Creators,
    /// Its organisations.
    Sources,
}

impl Part {
    /// Its name, as a label has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text(field) => field.name(),
            Self::Creators => "Creator",
            Self::Sources => "Source",
        }
    }

    /// What an edit changes.
    fn of(edit: &Edit) -> Option<Self> {
        match edit {
            Edit::SetText { field, .. } => Some(Self::Text(*field)),
            Edit::SetCreators { .. } => Some(Self::Creators),
            Edit::SetSources { .. } => Some(Self::Sources),
            Edit::SetCreated { .. }
            | Edit::SetImage { .. }
            | Edit::SetIgnored { .. }
            | Edit::InsertPhoto { .. }
            | Edit::RemovePhoto { .. }
            | Edit::MovePhoto { .. }
            | Edit::ReplaceBlocks { .. } => None,
        }
    }

    /// How it reads in a photo.
    fn read(self, photo: &Photo) -> String {
        match self {
            Self::Text(field) => photo.text(field).to_owned(),
            Self::Creators => photo.creators.join(", "),
            Self::Sources => {
                let names = photo.sources.iter().map(|source| source.name.as_str());
                names.collect::<Vec<_>>().join(", ")
            }
        }
    }
}

impl CertainFix {
    /// What tells it apart from the other fixes of the article, for ticking it off a list.
    #[must_use]
    pub fn key(&self) -> (PhotoId, &'static str, String) {
        (
            self.finding.photo,
            self.finding.rule,
            self.finding.complaint.clone(),
        )
    }
}

/// The fixes of one photo in the order in which they apply; those whose key is refused are left out.
#[must_use]
pub fn of_photo(
    photo: &Photo,
    index: &Index,
    house: &House,
    refused: &BTreeSet<(PhotoId, &'static str, String)>,
    least: Certainty,
) -> Vec<CertainFix> {
    let mut fixes = Vec::new();
    let mut now = Cow::Borrowed(photo);
    for _ in 0..ROUNDS {
        let next = check_by(rules(least), &now, index, house)
            .into_iter()
            .filter(|finding| !finding.is_ignored)
            .find_map(|finding| {
                let edits = fix_of(&finding, least)?.edits.clone();
                let (after, changes) = tried(&now, &finding, &edits)?;
                let fix = CertainFix {
                    finding,
                    edits,
                    changes,
                };
                (!refused.contains(&fix.key())).then_some((fix, after))
            });
        let Some((fix, after)) = next else { break };
        fixes.push(fix);
        now = Cow::Owned(after);
    }
    fixes
}

/// The photo after a fix, and what the fix changes; None where it does not fit or changes nothing
/// that is read.
fn tried(photo: &Photo, finding: &Finding, edits: &[Edit]) -> Option<(Photo, Vec<Changed>)> {
    let mut after = Article {
        photos: vec![photo.clone()],
        ..Article::default()
    };
    for edit in edits {
        edit.clone().apply(&mut after).ok()?;
    }
    let mut photos = after.photos.into_iter();
    let fixed = photos.find(|after| after.id == photo.id)?;
    let complained = finding.field.map(Part::Text);
    let mut changes: Vec<Changed> = Vec::new();
    for part in complained
        .into_iter()
        .chain(edits.iter().filter_map(Part::of))
    {
        let (before, after) = (part.read(photo), part.read(&fixed));
        let is_told = changes.iter().any(|change| change.part == part);
        if before != after && !is_told {
            changes.push(Changed {
                part,
                before,
                after,
            });
        }
    }
    (!changes.is_empty()).then_some((fixed, changes))
}

/// The rules that can have such a fix at all.
fn rules(least: Certainty) -> impl Iterator<Item = &'static Rule> {
    RULES.iter().filter(move |rule| {
        rule.best_fix == Some(Certainty::Certain)
            || (least == Certainty::Asked && rule.best_fix.is_some())
    })
}

/// The certain fixes of a whole article, photo by photo.
#[must_use]
pub fn of_article(
    article: &Article,
    index: &Index,
    house: &House,
    refused: &BTreeSet<(PhotoId, &'static str, String)>,
    least: Certainty,
) -> Vec<CertainFix> {
    article
        .photos
        .iter()
        .flat_map(|photo| of_photo(photo, index, house, refused, least))
        .collect()
}

/// Applies every certain fix of an article; answers with how many.
pub fn apply(article: &mut Article, index: &Index, house: &House, least: Certainty) -> usize {
    let fixes = of_article(article, index, house, &BTreeSet::new(), least);
    let count = fixes.len();
    for edit in fixes.into_iter().flat_map(|fix| fix.edits) {
        // They were tried on a copy, in this order.
        edit.apply(article).ok();
    }
    count
}

/// The certain fix; where guesses are wanted too, the only one there is.
fn fix_of(finding: &Finding, least: Certainty) -> Option<&Fix> {
    match (least, finding.fixes.as_slice()) {
        (Certainty::Asked, [only]) => Some(only),
        _ => finding.certain_fix(),
    }
}

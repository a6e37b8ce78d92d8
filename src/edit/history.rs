//! What was done, in the steps in which a person takes it back.
//!
//! One history serves a whole queue: each step names its articles and the photo that undoing it
//! should select. Every state of an article has a [`StateId`]; undoing returns to the id that the
//! article had before, so "is this saved?" is one comparison. A step typed into one field grows word
//! by word ([`super::typing`]); a save closes it, so that no saved state is ever swallowed.
//! Limits: steps are kept for as long as the queue is open; there is no branching, a new step
//! forgets what was undone.

use std::collections::BTreeMap;

use super::typing::Typed;
use super::{Edit, EditError};
use crate::model::{Article, PhotoId};

/// Where the articles are that a history changes.
pub trait Articles {
    /// The open article with this key.
    fn article_mut(&mut self, key: usize) -> Option<&mut Article>;
}

impl Articles for [Article] {
    fn article_mut(&mut self, key: usize) -> Option<&mut Article> {
        self.get_mut(key)
    }
}

/// Edits of one article that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The article's key in the queue.
    pub article: usize,
    /// In the order in which they are applied.
    pub edits: Vec<Edit>,
}

/// A state of an article: 0 as opened, else the step that led to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StateId(u64);

/// What a person takes back at once.
#[derive(Debug, Clone)]
pub struct Step {
    /// What it did, in the words of a menu: "Keep AP Photo/Ann Lee".
    pub name: String,
    /// Which photo to show when it is undone or redone.
    pub selects: Option<(usize, PhotoId)>,
    changes: Vec<Change>,
    states: BTreeMap<usize, StateId>,
    typed: Option<Typed>,
}

impl Step {
    /// What taking it back changes (or doing it again, where it is undone).
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The articles and photos that it changes.
    pub fn touched(&self) -> impl Iterator<Item = (usize, Option<PhotoId>)> {
        self.changes.iter().flat_map(|change| {
            change
                .edits
                .iter()
                .map(|edit| (change.article, edit.photo()))
        })
    }
}

/// All steps, done and undone.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    states: BTreeMap<usize, StateId>,
    last: u64,
}

impl History {
    /// The state that an article is in.
    #[must_use]
    pub fn state(&self, article: usize) -> StateId {
        self.states.get(&article).copied().unwrap_or_default()
    }

    /// Whether it was ever changed, so that undo or redo may want it.
    #[must_use]
    pub fn has_touched(&self, article: usize) -> bool {
        self.states.contains_key(&article)
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<&Step> {
        self.done.last()
    }

    /// The step that redo would do again.
    #[must_use]
    pub fn redoable(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// How many steps were done.
    #[must_use]
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether nothing was done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }

    /// Ends the word being typed, so that what comes next is a step of its own: on save, on a
    /// pause, when the field loses the focus.
    pub fn close_step(&mut self) {
        if let Some(step) = self.done.last_mut() {
            step.typed = None;
        }
    }

    /// Forgets everything: another queue was opened.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Does the changes as one step. Nothing is changed where one of them does not fit.
    ///
    /// # Errors
    /// The first edit that does not fit.
    pub fn apply<A: Articles + ?Sized>(
        &mut self,
        name: impl Into<String>,
        changes: Vec<Change>,
        articles: &mut A,
    ) -> Result<(), EditError> {
        let typed = Typed::by(&changes, articles);
        let selects = changes.iter().find_map(|change| {
            let photo = change.edits.iter().rev().find_map(Edit::photo)?;
            Some((change.article, photo))
        });
        let inverse = run(changes, articles)?;
        if inverse.is_empty() {
            return Ok(());
        }
        self.undone.clear();
        self.last += 1;
        let id = StateId(self.last);
        if let (Some(step), Some(now)) = (self.done.last_mut(), typed)
            && let Some(before) = step.typed
            && before.continues(now)
        {
            // The step's inverse already holds the text from before the word.
            step.typed = Some(now);
            self.states.insert(now.article(), id);
            return Ok(());
        }
        let states = inverse
            .iter()
            .map(|change| (change.article, self.state(change.article)))
            .collect();
        for change in &inverse {
            self.states.insert(change.article, id);
        }
        self.done.push(Step {
            name: name.into(),
            selects,
            changes: inverse,
            states,
            typed,
        });
        Ok(())
    }

    /// Takes the last step back; answers with what it was, to be selected and told.
    ///
    /// # Errors
    /// Where an article of the step is no longer open; nothing is changed then.
    pub fn undo<A: Articles + ?Sized>(
        &mut self,
        articles: &mut A,
    ) -> Result<Option<&Step>, EditError> {
        let Some(step) = self.done.pop() else {
            return Ok(None);
        };
        match self.reverse(step, articles) {
            Ok(step) => {
                self.undone.push(step);
                Ok(self.undone.last())
            }
            Err((step, error)) => {
                self.done.push(*step);
                Err(error)
            }
        }
    }

    /// Does the last undone step again.
    ///
    /// # Errors
    /// Where an article of the step is no longer open; nothing is changed then.
    pub fn redo<A: Articles + ?Sized>(
        &mut self,
        articles: &mut A,
    ) -> Result<Option<&Step>, EditError> {
        let Some(step) = self.undone.pop() else {
            return Ok(None);
        };
        match self.reverse(step, articles) {
            Ok(step) => {
                self.done.push(step);
                Ok(self.done.last())
            }
            Err((step, error)) => {
                self.undone.push(*step);
                Err(error)
            }
        }
    }

    fn reverse<A: Articles + ?Sized>(
        &mut self,
        step: Step,
        articles: &mut A,
    ) -> Result<Step, (Box<Step>, EditError)> {
        match run(step.changes.clone(), articles) {
            Err(error) => Err((Box::new(step), error)),
            Ok(changes) => {
                let now = step
                    .states
                    .keys()
                    .map(|article| (*article, self.state(*article)))
                    .collect();
                self.states.extend(step.states);
                Ok(Step {
                    changes,
                    states: now,
                    typed: None,
                    ..step
                })
            }
        }
    }
}

/// Applies all changes or none; answers with what takes them back, last first.
fn run<A: Articles + ?Sized>(
    changes: Vec<Change>,
    articles: &mut A,
) -> Result<Vec<Change>, EditError> {
    let mut inverse: Vec<Change> = Vec::new();
    for change in changes {
        let mut edits = Vec::new();
        let mut failed = None;
        match articles.article_mut(change.article) {
            None => failed = Some(EditError::NoArticle(change.article)),
            Some(article) => {
                for edit in change.edits {
                    match edit.apply(article) {
                        Ok(back) => edits.push(back),
                        Err(error) => {
                            failed = Some(error);
                            break;
                        }
                    }
                }
            }
        }
        edits.reverse();
        if !edits.is_empty() {
            inverse.push(Change {
                article: change.article,
                edits,
            });
        }
        if let Some(error) = failed {
            inverse.reverse();
            for back in inverse {
                if let Some(article) = articles.article_mut(back.article) {
                    for edit in back.edits {
                        // The inverse of an edit just applied always fits.
                        edit.apply(article).ok();
                    }
                }
            }
            return Err(error);
        }
    }
    inverse.reverse();
    Ok(inverse)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Photo, TextField};

    fn two_photos() -> [Article; 1] {
        let mut article = Article::default();
        article
            .photos
            .push(Photo::new(PhotoId(1), "photo-1", "urn:x:1"));
        article
            .photos
            .push(Photo::new(PhotoId(2), "photo-2", "urn:x:2"));
        [article]
    }

    fn type_text(history: &mut History, articles: &mut [Article], photo: u32, text: &str) {
        let photo = PhotoId(photo);
        for letter in text.chars() {
            let mut caption = articles[0].photo(photo).unwrap().caption.clone();
            caption.push(letter);
            let edit = Edit::SetText {
                photo,
                field: TextField::Caption,
                text: caption,
            };
            history
                .apply(
                    "Type",
                    vec![Change {
                        article: 0,
                        edits: vec![edit],
                    }],
                    articles,
                )
                .unwrap();
        }
    }

    #[test]
    fn a_word_typed_is_one_step() {
        let (mut history, mut articles) = (History::default(), two_photos());
        type_text(&mut history, &mut articles, 1, "A small boat");
        assert_eq!(history.len(), 3);
        history.undo(&mut articles[..]).unwrap();
        assert_eq!(articles[0].photos[0].caption, "A small ");
        history.undo(&mut articles[..]).unwrap();
        assert_eq!(articles[0].photos[0].caption, "A ");
        history.redo(&mut articles[..]).unwrap();
        history.redo(&mut articles[..]).unwrap();
        assert_eq!(articles[0].photos[0].caption, "A small boat");
    }

    #[test]
    fn a_name_typed_is_one_step() {
        let (mut history, mut articles) = (History::default(), two_photos());
        for name in ["A", "An", "Ana"] {
            let edit = Edit::SetCreators {
                photo: PhotoId(1),
                creators: vec![name.to_owned()],
            };
            let change = Change {
                article: 0,
                edits: vec![edit],
            };
            history
                .apply("Type", vec![change], &mut articles[..])
                .unwrap();
        }
        assert_eq!(history.len(), 1);
        history.undo(&mut articles[..]).unwrap();
        assert!(articles[0].photos[0].creators.is_empty());
    }

    #[test]
    fn undo_names_the_photo_that_it_changes_and_leaves_the_other_alone() {
        let (mut history, mut articles) = (History::default(), two_photos());
        type_text(&mut history, &mut articles, 2, "Sea");
        type_text(&mut history, &mut articles, 1, "Boat");
        let selects = history
            .undo(&mut articles[..])
            .unwrap()
            .and_then(|step| step.selects);
        assert_eq!(selects, Some((0, PhotoId(1))));
        assert_eq!(articles[0].photos[0].caption, "");
        assert_eq!(articles[0].photos[1].caption, "Sea");
    }

    #[test]
    fn the_saved_state_is_found_again_by_undo_and_redo() {
        let (mut history, mut articles) = (History::default(), two_photos());
        type_text(&mut history, &mut articles, 1, "Bo");
        let saved = history.state(0);
        history.close_step();
        type_text(&mut history, &mut articles, 1, "at");
        assert_ne!(history.state(0), saved);
        history.undo(&mut articles[..]).unwrap();
        assert_eq!(history.state(0), saved);
        assert_eq!(articles[0].photos[0].caption, "Bo");
        history.undo(&mut articles[..]).unwrap();
        assert_eq!(history.state(0), StateId::default());
        history.redo(&mut articles[..]).unwrap();
        assert_eq!(history.state(0), saved);
    }

    #[test]
    fn a_step_that_does_not_fit_changes_nothing() {
        let (mut history, mut articles) = (History::default(), two_photos());
        let fits = Edit::SetText {
            photo: PhotoId(1),
            field: TextField::Caption,
            text: "x".into(),
        };
        let change = Change {
            article: 0,
            edits: vec![fits, Edit::RemovePhoto { photo: PhotoId(8) }],
        };
        history
            .apply("Both", vec![change], &mut articles[..])
            .unwrap_err();
        assert_eq!(articles, two_photos());
        assert!(history.is_empty());
    }
}

//! `image-used-twice`: two photos show the same picture.
//!
//! Why: one of them has the wrong picture, or came in twice.
//! Source: Cutline: one photo is one caption, one credit and one picture.
//!
//! Bad:  photo 1 and photo 2: photos/ferry-01.jpg
//! Good: photo 2: photos/ferry-02.jpg
//! Fix:  none; an editor knows which.

use crate::lint::{Check, House, Index, Problem, Rule, Severity};
use crate::model::Photo;

pub(super) const RULE: Rule = Rule {
    code: "image-used-twice",
    severity: Severity::Note,
    best_fix: None,
    page: include_str!("image_used_twice.rs"),
    check: Check::Indexed(check),
};

fn check(photo: &Photo, index: &Index, _house: &House) -> Vec<Problem> {
    let (Some((first, _)), Some(image)) = (index.same_picture(photo), &photo.image) else {
        return Vec::new();
    };
    vec![Problem {
        message: format!("The same picture as {}", index.name(first)),
        field: None,
        spans: Vec::new(),
        complaint: image.path.clone(),
        severity: None,
        fixes: Vec::new(),
    }]
}

//! `image-missing`: the picture's file is not in the bundle.
//!
//! Why: the next system imports a caption without its picture, or nothing at all.
//! Source: IPTC ninjs 3.1, `renditions`: in Cutline's profile the `title` of the main one is a path
//! inside the bundle.
//!
//! Bad:  picture: photos/ferry-01.jpg, and no such file
//! Good: the file lies in photos/
//! Fix:  offered: detach the picture; or attach the file again.

use crate::edit::Edit;
use crate::lint::{Certainty, Check, Fix, House, Index, Problem, Rule, Severity};
use crate::model::Photo;

pub(super) const RULE: Rule = Rule {
    code: "image-missing",
    severity: Severity::Error,
    best_fix: Some(Certainty::Asked),
    page: include_str!("image_missing.rs"),
    check: Check::Indexed(check),
};

fn check(photo: &Photo, index: &Index, _house: &House) -> Vec<Problem> {
    let Some(image) = photo
        .image
        .as_ref()
        .filter(|image| !image.path.is_empty() && index.lacks_file(&image.path))
    else {
        return Vec::new();
    };
    let edits = vec![Edit::SetImage {
        photo: photo.id,
        image: None,
    }];
    vec![Problem {
        message: format!("The picture {} is not there", image.path),
        field: None,
        spans: Vec::new(),
        complaint: image.path.clone(),
        severity: None,
        fixes: vec![Fix {
            label: "Detach the picture".to_owned(),
            certainty: Certainty::Asked,
            edits,
        }],
    }]
}

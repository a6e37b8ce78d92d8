//! `caption-is-file-name`: the caption is the name of a file.
//!
//! Why: a system without a caption filled in what it had, and it gets printed.
//! Source: The Associated Press, caption guidelines: a caption says who, what, where and when.
//!
//! Bad:  DSC00412.JPG
//! Good: Fishermen mend their nets in Torvik, Monday, Nov. 16, 2026.
//! Fix:  offered: clear the caption.

use crate::lint::file_name::is_file_name;
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "caption-is-file-name",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Asked),
    page: include_str!("caption_is_file_name.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    if !is_file_name(&photo.caption) {
        return Vec::new();
    }
    let message = "The caption is the name of a file";
    let clear = Fix::set(
        photo,
        TextField::Caption,
        "",
        "Clear the caption",
        Certainty::Asked,
    );
    vec![Problem::of_field(photo, TextField::Caption, message).with_fix(clear)]
}

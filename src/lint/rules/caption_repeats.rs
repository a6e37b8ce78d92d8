//! `caption-repeats`: two photos have the same caption.
//!
//! Why: one of them was attached to the wrong words, or came in twice.
//! Source: The Associated Press, caption guidelines: a caption describes this very picture.
//!
//! Bad:  photo 1 and photo 2: Fishermen mend their nets.
//! Good: photo 2: A boy carries a basket of nets.
//! Fix:  none; several pictures of one scene may share a caption.

use crate::lint::{Check, House, Index, Problem, Rule, Severity};
use crate::model::{Photo, TextField};

pub(super) const RULE: Rule = Rule {
    code: "caption-repeats",
    severity: Severity::Note,
    best_fix: None,
    page: include_str!("caption_repeats.rs"),
    check: Check::Indexed(check),
};

fn check(photo: &Photo, index: &Index, _house: &House) -> Vec<Problem> {
    let Some((first, count)) = index.same_caption(photo) else {
        return Vec::new();
    };
    let more = match count {
        1 => String::new(),
        count => format!(" and {} more", count - 1),
    };
    let message = format!("The same caption as {}{more}", index.name(first));
    vec![Problem::of_field(photo, TextField::Caption, message)]
}

//! `name-damaged`: a creator's or an organisation's name has damaged letters.
//!
//! Why: it was read in another encoding than it was written in, and is printed so.
//! Source: WHATWG Encoding Standard, windows-1252.
//!
//! Bad:  creator: `JosÃ`© Vik
//! Good: creator: José Vik
//! Fix:  certain: the letters before they were taken for windows-1252.

use crate::edit::Edit;
use crate::lint::mojibake::without_mojibake;
use crate::lint::{Certainty, Check, Fix, House, Problem, Rule, Severity};
use crate::model::Photo;

pub(super) const RULE: Rule = Rule {
    code: "name-damaged",
    severity: Severity::Warning,
    best_fix: Some(Certainty::Certain),
    page: include_str!("name_damaged.rs"),
    check: Check::Photo(check),
};

fn check(photo: &Photo, _house: &House) -> Vec<Problem> {
    let creators = photo.creators.iter().enumerate().filter_map(|(at, name)| {
        let mended = mended(name)?;
        let mut creators = photo.creators.clone();
        creators.get_mut(at)?.clone_from(&mended);
        let photo = photo.id;
        Some(problem(
            name,
            &mended,
            Edit::SetCreators { photo, creators },
        ))
    });
    let sources = photo.sources.iter().enumerate().filter_map(|(at, source)| {
        let mended = mended(&source.name)?;
        let mut sources = photo.sources.clone();
        sources.get_mut(at)?.name.clone_from(&mended);
        let photo = photo.id;
        Some(problem(
            &source.name,
            &mended,
            Edit::SetSources { photo, sources },
        ))
    });
    creators.chain(sources).collect()
}

fn mended(name: &str) -> Option<String> {
    let mended = without_mojibake(name);
    (mended != name).then_some(mended)
}

fn problem(name: &str, mended: &str, edit: Edit) -> Problem {
    Problem {
        message: format!("{name} has damaged letters"),
        field: None,
        spans: Vec::new(),
        complaint: name.to_owned(),
        severity: None,
        fixes: vec![Fix {
            label: format!("Write {mended}"),
            certainty: Certainty::Certain,
            edits: vec![edit],
        }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, PhotoId};

    #[test]
    fn a_damaged_name_is_mended_in_its_place() {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        photo.creators = vec!["Ana Maric".into(), "JosÃ© Vik".into()];
        let mut article = Article {
            photos: vec![photo.clone()],
            ..Article::default()
        };
        let problems = check(&photo, &House::default());
        let [problem] = problems.as_slice() else {
            panic!("one name is damaged");
        };
        for edit in problem.fixes[0].edits.clone() {
            edit.apply(&mut article).unwrap();
        }
        assert_eq!(article.photos[0].creators, ["Ana Maric", "José Vik"]);
        assert!(check(&article.photos[0], &House::default()).is_empty());
    }
}

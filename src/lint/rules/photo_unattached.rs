//! `photo-unattached`: a photo without a picture, while pictures of the bundle belong to no photo.
//!
//! Why: the next system gets a caption without its picture, and a picture without its caption.
//! Source: IPTC ninjs 3.1, `associations` and `renditions`: caption, credit and picture are one object.
//!
//! Bad:  photo 2 has no picture, and photos/ferry-02.jpg no photo
//! Good: photo 2 shows photos/ferry-02.jpg
//! Fix:  none here; "Match pictures" in the window proposes which belongs to which.

use crate::lint::{Check, House, Index, Problem, Rule, Severity};
use crate::model::Photo;

pub(super) const RULE: Rule = Rule {
    code: "photo-unattached",
    severity: Severity::Warning,
    best_fix: None,
    page: include_str!("photo_unattached.rs"),
    check: Check::Indexed(check),
};

/// More names would hide the sentence.
const NAMED: usize = 3;

fn check(photo: &Photo, index: &Index, _house: &House) -> Vec<Problem> {
    let count = index.unclaimed().len();
    if photo.has_picture() || count == 0 {
        return Vec::new();
    }
    let names: Vec<&str> = index
        .unclaimed()
        .iter()
        .take(NAMED)
        .map(String::as_str)
        .collect();
    let names = names.join(", ");
    let message = match count {
        1 => format!("No picture, and {names} belongs to no photo"),
        2..=NAMED => format!("No picture, and {names} belong to no photo"),
        count => {
            let more = count - NAMED;
            format!("No picture, and {names} and {more} more belong to no photo")
        }
    };
    vec![Problem {
        message,
        field: None,
        spans: Vec::new(),
        complaint: photo.name.clone(),
        severity: None,
        fixes: Vec::new(),
    }]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::edit::Edit;
    use crate::lint::Linter;
    use crate::model::{Article, Image, PhotoId};

    fn told(linter: &Linter, photo: u32) -> Vec<&str> {
        let findings = linter.of_photo(PhotoId(photo)).iter();
        let findings = findings.filter(|finding| finding.rule == RULE.code);
        findings.map(|finding| finding.message.as_str()).collect()
    }

    #[test]
    fn it_is_told_until_the_picture_has_its_photo() {
        let photos =
            (1..=2).map(|n| Photo::new(PhotoId(n), format!("photo-{n}"), format!("urn:x:{n}")));
        let mut article = Article {
            photos: photos.collect(),
            ..Article::default()
        };
        let files = ["a.jpg", "b.png", "notes.txt"].map(str::to_owned);
        let house = House::default();
        let mut linter = Linter::of(&article, Some(BTreeSet::from(files)), &house);
        assert_eq!(
            told(&linter, 1),
            ["No picture, and a.jpg, b.png belong to no photo"]
        );
        let mut attach = |photo: u32, path: Option<&str>| {
            let image = path.map(|path| Image {
                path: path.to_owned(),
                ..Image::default()
            });
            let edit = Edit::SetImage {
                photo: PhotoId(photo),
                image,
            };
            edit.apply(&mut article).unwrap();
            linter.update(&article, [PhotoId(photo)], &house);
            (told(&linter, 1).concat(), told(&linter, 2).concat())
        };
        let b = "No picture, and b.png belongs to no photo".to_owned();
        assert_eq!(attach(1, Some("a.jpg")), (String::new(), b.clone()));
        assert_eq!(attach(2, Some("b.png")), (String::new(), String::new()));
        assert_eq!(attach(2, None), (String::new(), b));
        let files = ["a.jpg", "b.png", "c.webp"].map(str::to_owned);
        linter.set_files(&article, Some(BTreeSet::from(files)), &house);
        let both = "No picture, and b.png, c.webp belong to no photo";
        assert_eq!(told(&linter, 2), [both]);
        linter.set_files(&article, Some(BTreeSet::new()), &house);
        assert_eq!(told(&linter, 2), [""; 0]);
        let missing = linter.of_photo(PhotoId(1)).iter();
        assert!(
            missing
                .into_iter()
                .any(|finding| finding.rule == "image-missing")
        );
        assert_eq!(told(&Linter::of(&article, None, &house), 2), [""; 0]);
    }
}

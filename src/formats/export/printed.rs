//! How the house prints a caption, and what is said with it that only the desk may read.

use crate::model::Photo;

/// Caption and credit as the house prints them: `A ferry leaves Torvik. (AP Photo/Ana Maric)`.
#[must_use]
pub fn printed(photo: &Photo) -> String {
    let line = photo.credit_line.as_str();
    // One that was read with its brackets, and not cleaned, has them already.
    let credit = if line.is_empty() || line.starts_with('(') {
        line.to_owned()
    } else {
        format!("({line})")
    };
    let parts = [photo.caption.as_str(), &credit].into_iter();
    let said: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    said.join(" ")
}

/// Usage terms and instructions in one sentence for whoever prints the photo; empty where there are
/// none.
#[must_use]
pub fn for_the_desk(photo: &Photo) -> String {
    let said = [
        ("usage terms", &photo.usage_terms),
        ("instructions", &photo.instructions),
    ];
    let said = said.iter().filter(|(_, text)| !text.is_empty());
    let said: Vec<String> = said.map(|(name, text)| format!("{name}: {text}")).collect();
    said.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PhotoId;

    #[test]
    fn a_credit_stands_in_brackets_behind_its_caption() {
        for (caption, credit, expected) in [
            ("A ferry.", "AP", "A ferry. (AP)"),
            ("A ferry.", "(AP)", "A ferry. (AP)"),
            ("A ferry.", "", "A ferry."),
            ("", "AP", "(AP)"),
            ("", "", ""),
        ] {
            let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
            photo.caption = caption.to_owned();
            photo.credit_line = credit.to_owned();
            assert_eq!(printed(&photo), expected);
        }
    }
}

//! Writes a credit otherwise, with what followed it in the other fields.

use super::Edit;
use crate::credit::{Lexicon, read_credit};
use crate::model::{Photo, Source, TextField};

/// One spelling of a credit line that becomes another.
#[derive(Debug, Clone)]
pub struct Respelling {
    to: String,
    named_before: Parties,
    named_after: Parties,
}

/// Who is named in a line.
#[derive(Debug, Clone)]
struct Parties {
    creators: Vec<String>,
    sources: Vec<Source>,
}

impl Parties {
    fn of(line: &str, lexicon: &Lexicon) -> Self {
        let reading = read_credit(line, lexicon);
        let creators = reading.creators.iter().map(|name| (*name).to_owned());
        Self {
            creators: creators.collect(),
            sources: reading.sources,
        }
    }
}

impl Respelling {
    /// Reads both lines, once for all photos that have the first.
    #[must_use]
    pub fn new(from: &str, to: &str, lexicon: &Lexicon) -> Self {
        Self {
            to: to.to_owned(),
            named_before: Parties::of(from, lexicon),
            named_after: Parties::of(to, lexicon),
        }
    }

    /// What changes in a photo that has the first: its credit line; its creators and sources where
    /// they are what the first line names. What an editor or the source set otherwise stays.
    #[must_use]
    pub fn edits(&self, photo: &Photo) -> Vec<Edit> {
        let Self {
            to,
            named_before: before,
            named_after: after,
        } = self;
        let mut edits = vec![Edit::SetText {
            photo: photo.id,
            field: TextField::CreditLine,
            text: to.clone(),
        }];
        if photo.creators == before.creators && before.creators != after.creators {
            edits.push(Edit::SetCreators {
                photo: photo.id,
                creators: after.creators.clone(),
            });
        }
        if photo.sources == before.sources && before.sources != after.sources {
            edits.push(Edit::SetSources {
                photo: photo.id,
                sources: after.sources.clone(),
            });
        }
        edits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credit::name_parties;
    use crate::model::PhotoId;

    fn photo(line: &str, lexicon: &Lexicon) -> Photo {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        photo.credit_line = line.to_owned();
        name_parties(&mut photo, lexicon);
        photo
    }

    #[test]
    fn creators_follow_where_they_are_what_the_old_line_names() {
        let lexicon = Lexicon::built_in();
        let respelling = Respelling::new("Ana Maric/AP", "Ana Marić/AP", &lexicon);
        let photo = photo("Ana Maric/AP", &lexicon);
        assert_eq!(
            respelling.edits(&photo),
            [
                Edit::SetText {
                    photo: PhotoId(1),
                    field: TextField::CreditLine,
                    text: "Ana Marić/AP".to_owned(),
                },
                Edit::SetCreators {
                    photo: PhotoId(1),
                    creators: vec!["Ana Marić".to_owned()],
                },
            ]
        );
    }

    #[test]
    fn what_was_set_otherwise_stays() {
        let lexicon = Lexicon::built_in();
        let respelling = Respelling::new("Ana Maric/AP", "Ana Marić/Reuters", &lexicon);
        let mut photo = photo("Ana Maric/AP", &lexicon);
        photo.creators = vec!["Bo Lind".to_owned()];
        photo.sources.clear();
        assert_eq!(respelling.edits(&photo).len(), 1);
    }
}

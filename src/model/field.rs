//! The fields of a photo that an editor fills in, each with what it can hold.

use super::{Moment, Photo, Source, TextField};

/// A field of a photo that an editor fills in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// One text.
    Text(TextField),
    /// [`Photo::creators`]
    Creators,
    /// [`Photo::sources`]
    Sources,
    /// [`Photo::created`]
    Created,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    /// One text.
    Text(TextField, String),
    /// Persons, in printed order.
    Creators(Vec<String>),
    /// Organisations with their roles, in printed order.
    Sources(Vec<Source>),
    /// When it was made; None where nobody says.
    Created(Option<Moment>),
}

impl Field {
    /// Every field, in the order in which tables list them.
    pub const ALL: [Self; 14] = [
        Self::Text(TextField::Headline),
        Self::Text(TextField::Caption),
        Self::Text(TextField::CreditLine),
        Self::Creators,
        Self::Sources,
        Self::Text(TextField::CopyrightHolder),
        Self::Text(TextField::CopyrightNotice),
        Self::Text(TextField::UsageTerms),
        Self::Text(TextField::Instructions),
        Self::Text(TextField::AltText),
        Self::Text(TextField::ExtendedDescription),
        Self::Created,
        Self::Text(TextField::Located),
        Self::Text(TextField::CaptionWriter),
    ];
}

impl Photo {
    /// Puts a value into its field. Product code changes an open photo through an `Edit` only.
    pub fn set(&mut self, value: FieldValue) {
        match value {
            FieldValue::Text(field, text) => *self.text_mut(field) = text,
            FieldValue::Creators(creators) => self.creators = creators,
            FieldValue::Sources(sources) => self.sources = sources,
            FieldValue::Created(created) => self.created = created,
        }
    }

    /// Whether its field holds this.
    #[must_use]
    pub fn says(&self, value: &FieldValue) -> bool {
        match value {
            FieldValue::Text(field, text) => self.text(*field) == text,
            FieldValue::Creators(creators) => self.creators == *creators,
            FieldValue::Sources(sources) => self.sources == *sources,
            FieldValue::Created(created) => self.created == *created,
        }
    }
}

//! A photo: its caption, its credit and what else is said about it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Image, Moment, Span};

/// A photo of one open article. Given once, never reused while the article is open;
/// what identifies a photo in files is its `name` and `uri`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PhotoId(pub u32);

/// What an organisation of a credit is to the photo (ninjs `infoSources[].role`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SourceRole {
    /// The body that the photo comes from first, or the X of "for X".
    Source,
    /// A body that it passed through.
    Distributor,
    /// The agency that delivered it.
    Provider,
    /// A role of a stranger's file, as written there; empty where it gave none.
    Other(String),
}

impl SourceRole {
    /// The role's word in ninjs.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Source => "source",
            Self::Distributor => "distributor",
            Self::Provider => "provider",
            Self::Other(word) => word,
        }
    }

    /// The role that a word in ninjs names.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        match word {
            "source" => Self::Source,
            "distributor" => Self::Distributor,
            "provider" => Self::Provider,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// An organisation named in a credit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Source {
    /// As printed.
    pub name: String,
    /// What it is to the photo.
    pub role: SourceRole,
}

/// The stretch of the source that a photo was read from. Never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// Its text, from the first to the last character of caption and credits.
    pub text: String,
    /// Where it stands in the decoded source (UTF-8 bytes, without a byte order mark), when known.
    pub span: Option<Span>,
}

/// A photo of an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Photo {
    /// Its key while the article is open.
    pub id: PhotoId,
    /// ninjs `name` of the association, given once: `photo-1`.
    pub name: String,
    /// ninjs `uri`, given once.
    pub uri: String,
    /// IPTC Description: what the picture shows.
    pub caption: String,
    /// IPTC Credit Line: the credit to print, as the supplier asks for it.
    pub credit_line: String,
    /// IPTC Creator: the persons who made it, in printed order.
    pub creators: Vec<String>,
    /// IPTC Source and Supplier: organisations, in printed order.
    pub sources: Vec<Source>,
    /// Who holds the copyright (ninjs `copyrightHolder`).
    pub copyright_holder: String,
    /// IPTC Copyright Notice.
    pub copyright_notice: String,
    /// IPTC Rights Usage Terms.
    pub usage_terms: String,
    /// IPTC Headline.
    pub headline: String,
    /// IPTC Alt Text (Accessibility).
    pub alt_text: String,
    /// IPTC Extended Description (Accessibility).
    pub extended_description: String,
    /// IPTC Date Created.
    pub created: Option<Moment>,
    /// Where it was taken (ninjs `located`).
    pub located: String,
    /// IPTC Instructions (ninjs `edNote`).
    pub instructions: String,
    /// IPTC Description Writer.
    pub caption_writer: String,
    /// What the source printed.
    pub original: Option<Original>,
    /// The picture itself.
    pub image: Option<Image>,
    /// Findings that the editor waved through: `RULE:hash of the text complained of`, sorted.
    pub ignored: Vec<String>,
    /// ninjs members of its source that Cutline does not use, by name; of lists the unused entries.
    pub rest: Map<String, Value>,
}

/// A field of a photo that holds one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TextField {
    /// [`Photo::caption`]
    Caption,
    /// [`Photo::credit_line`]
    CreditLine,
    /// [`Photo::headline`]
    Headline,
    /// [`Photo::alt_text`]
    AltText,
    /// [`Photo::extended_description`]
    ExtendedDescription,
    /// [`Photo::located`]
    Located,
    /// [`Photo::copyright_holder`]
    CopyrightHolder,
    /// [`Photo::copyright_notice`]
    CopyrightNotice,
    /// [`Photo::usage_terms`]
    UsageTerms,
    /// [`Photo::instructions`]
    Instructions,
    /// [`Photo::caption_writer`]
    CaptionWriter,
}

impl TextField {
    /// Every field, in the order in which an editor reads them.
    pub const ALL: [Self; 11] = [
        Self::Caption,
        Self::CreditLine,
        Self::Headline,
        Self::AltText,
        Self::ExtendedDescription,
        Self::Located,
        Self::CopyrightHolder,
        Self::CopyrightNotice,
        Self::UsageTerms,
        Self::Instructions,
        Self::CaptionWriter,
    ];

    /// The field's name as a person reads it, in sentence case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Caption => "Caption",
            Self::CreditLine => "Credit line",
            Self::Headline => "Headline",
            Self::AltText => "Alt text",
            Self::ExtendedDescription => "Extended description",
            Self::Located => "Place",
            Self::CopyrightHolder => "Copyright holder",
            Self::CopyrightNotice => "Copyright notice",
            Self::UsageTerms => "Usage terms",
            Self::Instructions => "Instructions",
            Self::CaptionWriter => "Caption writer",
        }
    }
}

impl Photo {
    /// A photo about which nothing is said yet.
    #[must_use]
    pub fn new(id: PhotoId, name: impl Into<String>, uri: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            uri: uri.into(),
            caption: String::new(),
            credit_line: String::new(),
            creators: Vec::new(),
            sources: Vec::new(),
            copyright_holder: String::new(),
            copyright_notice: String::new(),
            usage_terms: String::new(),
            headline: String::new(),
            alt_text: String::new(),
            extended_description: String::new(),
            created: None,
            located: String::new(),
            instructions: String::new(),
            caption_writer: String::new(),
            original: None,
            image: None,
            ignored: Vec::new(),
            rest: Map::new(),
        }
    }

    /// The text of one field.
    #[must_use]
    pub fn text(&self, field: TextField) -> &str {
        match field {
            TextField::Caption => &self.caption,
            TextField::CreditLine => &self.credit_line,
            TextField::Headline => &self.headline,
            TextField::AltText => &self.alt_text,
            TextField::ExtendedDescription => &self.extended_description,
            TextField::Located => &self.located,
            TextField::CopyrightHolder => &self.copyright_holder,
            TextField::CopyrightNotice => &self.copyright_notice,
            TextField::UsageTerms => &self.usage_terms,
            TextField::Instructions => &self.instructions,
            TextField::CaptionWriter => &self.caption_writer,
        }
    }

    /// The text of one field, to be changed. Product code changes it through an `Edit` only.
    pub fn text_mut(&mut self, field: TextField) -> &mut String {
        match field {
            TextField::Caption => &mut self.caption,
            TextField::CreditLine => &mut self.credit_line,
            TextField::Headline => &mut self.headline,
            TextField::AltText => &mut self.alt_text,
            TextField::ExtendedDescription => &mut self.extended_description,
            TextField::Located => &mut self.located,
            TextField::CopyrightHolder => &mut self.copyright_holder,
            TextField::CopyrightNotice => &mut self.copyright_notice,
            TextField::UsageTerms => &mut self.usage_terms,
            TextField::Instructions => &mut self.instructions,
            TextField::CaptionWriter => &mut self.caption_writer,
        }
    }

    /// Whether it has a picture, here or at a URL.
    #[must_use]
    pub fn has_picture(&self) -> bool {
        self.image.is_some()
    }
}

//! The shape of the tables of words: `assets/lexicon/*.toml`, and `[lexicon]` of a user's `cutline.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::pages::Pages;

/// The tables that come with Cutline, by the names of their files.
pub(super) const BUILT_IN: [(&str, &str); 11] = [
    (
        "labels.toml",
        include_str!("../../../assets/lexicon/labels.toml"),
    ),
    (
        "qualifiers.toml",
        include_str!("../../../assets/lexicon/qualifiers.toml"),
    ),
    (
        "usage.toml",
        include_str!("../../../assets/lexicon/usage.toml"),
    ),
    (
        "furniture.toml",
        include_str!("../../../assets/lexicon/furniture.toml"),
    ),
    (
        "agencies.toml",
        include_str!("../../../assets/lexicon/agencies.toml"),
    ),
    (
        "publications.toml",
        include_str!("../../../assets/lexicon/publications.toml"),
    ),
    (
        "world.toml",
        include_str!("../../../assets/lexicon/world.toml"),
    ),
    (
        "words.toml",
        include_str!("../../../assets/lexicon/words.toml"),
    ),
    (
        "given_names.toml",
        include_str!("../../../assets/lexicon/given_names.toml"),
    ),
    (
        "given_names_world.toml",
        include_str!("../../../assets/lexicon/given_names_world.toml"),
    ),
    (
        "pages.toml",
        include_str!("../../../assets/lexicon/pages.toml"),
    ),
];

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Table {
    pub(super) labels: Vec<Labels>,
    pub(super) kinds: Vec<String>,
    pub(super) qualifiers: Vec<String>,
    pub(super) archive_notes: Vec<String>,
    pub(super) places: Vec<String>,
    pub(super) roles: Vec<String>,
    pub(super) ties: Ties,
    pub(super) usage: Vec<String>,
    pub(super) usage_labels: Vec<String>,
    pub(super) furniture: Vec<String>,
    pub(super) weak: Vec<String>,
    pub(super) agencies: BTreeMap<String, Vec<String>>,
    pub(super) libraries: BTreeMap<String, Vec<String>>,
    pub(super) publications: BTreeMap<String, Vec<String>>,
    pub(super) bodies: BTreeMap<String, Vec<String>>,
    pub(super) words: Words,
    pub(super) pages: Pages,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Labels {
    #[allow(
        dead_code,
        reason = "says to the reader of the file which language it is"
    )]
    pub(super) language: String,
    pub(super) marked: Vec<String>,
    pub(super) by: Vec<String>,
    pub(super) after: Vec<String>,
    pub(super) glued: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Ties {
    pub(super) via: Vec<String>,
    #[serde(rename = "for")]
    pub(super) for_whom: Vec<String>,
    pub(super) and: Vec<String>,
    pub(super) on: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Words {
    pub(super) prose: Vec<String>,
    pub(super) particles: Vec<String>,
    pub(super) connectors: Vec<String>,
    pub(super) articles: Vec<String>,
    pub(super) running_letters: Vec<String>,
    pub(super) organisation: Vec<String>,
    pub(super) organisation_endings: Vec<String>,
    pub(super) surname_endings: Vec<String>,
    pub(super) abbreviations: Vec<String>,
    pub(super) dateline_abbreviations: Vec<String>,
    pub(super) dates: Vec<String>,
    pub(super) styles: Vec<String>,
    pub(super) given_names: Vec<String>,
    pub(super) surnames_too: Vec<String>,
}

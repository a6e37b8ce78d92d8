//! WordPress: exports of a site (WXR), and posts as its REST interface gives them.
//!
//! A post's body is HTML with shortcodes ([`content`]); its pictures are attachments with a caption,
//! an alternative text and a description of their own ([`media`]), which the body refers to by id. [`own`] is about exports that
//! Cutline wrote.
//!
//! Source: WordPress, export format WXR 1.2; REST API handbook, posts and media.

mod content;
mod media;
pub(super) mod own;
mod rest;
mod wxr;

use super::{Format, xml};

/// An export of a site.
pub(super) static EXPORT: Format = Format {
    name: "WordPress export",
    recognizes: |source| {
        let is_export = |tag: &str| tag.contains("wordpress.org/export");
        xml::root(source.text).is_some_and(|(name, tag)| name == "rss" && is_export(tag))
    },
    read: |source, lexicon| wxr::read(&source, lexicon),
};

/// Posts of the REST interface.
pub(super) static REST: Format = Format {
    name: "WordPress posts",
    recognizes: |source| source.json().is_some_and(rest::is_posts),
    read: rest::read,
};

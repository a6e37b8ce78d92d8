//! Exports that Cutline wrote: what WordPress has no field for stands in custom fields of the post and
//! its attachments, and is taken as it stands.
//!
//! What the post prints at a picture goes before the attachment's fields: it is what an editor changes.

use super::media::Media;
use crate::formats::assemble::Assembly;
use crate::formats::export;
use crate::formats::html;
use crate::formats::spelling::told::Told;
use crate::formats::spelling::{key, told};
use crate::formats::text::folded;
use crate::model::{Article, Image, Photo, PhotoId};

/// The field that holds the normalized JSON; one that begins so is not shown among the custom fields.
pub(in crate::formats) const CARRIED: &str = "_cutline";
/// WordPress' own field for the text for those who do not see the picture.
pub(in crate::formats) const ALT_TEXT: &str = "_wp_attachment_image_alt";

/// The custom fields of a photo's attachment.
pub(in crate::formats) fn of_photo(photo: &Photo) -> Vec<(String, String)> {
    keyed(told::of_photo(photo))
}

/// The custom fields of the post.
pub(in crate::formats) fn of_article(article: &Article) -> Vec<(String, String)> {
    keyed(told::of_article(article))
}

fn keyed(said: Vec<(&'static str, String)>) -> Vec<(String, String)> {
    let said = said.into_iter();
    said.map(|(name, said)| (meta_key(name), said)).collect()
}

fn meta_key(name: &str) -> String {
    key(name, "_")
}

/// The photo that an attachment's custom fields tell of, where Cutline wrote them.
pub(super) fn photo(meta: impl Fn(&str) -> Option<String>) -> Option<Told> {
    told::photo(|name| meta(&meta_key(name)))
}

/// Lets an article say what the post's custom fields do; whether Cutline wrote them.
pub(super) fn tell(article: &mut Article, meta: impl Fn(&str) -> Option<String>) -> bool {
    told::article(article, |name| meta(&meta_key(name)))
}

/// The headline of a post of ours, whose title stands for one where the article has none.
pub(super) fn settle_headline(article: &mut Article, title: &str) {
    if folded(&export::title(article)) != folded(title) {
        title.clone_into(&mut article.headline);
    }
}

/// Of an attachment of ours, what WordPress shows of it without its custom fields, where that is not
/// what they say: somebody changed it there.
pub(super) fn changed(photo: &Photo, media: &Media) -> Vec<(&'static str, String)> {
    let caption = html::paragraphs(&media.caption).join(" ");
    let said = format!("{} {}", photo.caption, photo.credit_line);
    let shown = [
        ("caption", &media.caption, folded(&caption) == folded(&said)),
        (
            "alt_text",
            &media.alt_text,
            media.alt_text == photo.alt_text,
        ),
        (
            "description",
            &media.description,
            folded(&media.description) == folded(&export::description(photo)),
        ),
    ];
    let changed = shown
        .into_iter()
        .filter(|(_, said, is_same)| !said.is_empty() && !is_same);
    changed
        .map(|(name, said, _)| (name, said.clone()))
        .collect()
}

/// Lets a photo that a post shows say what the attachment's fields do, but for what the post prints
/// otherwise.
pub(super) fn complete(id: PhotoId, told: &Photo, media: &Media, assembly: &mut Assembly<'_>) {
    let told = with_address(told, media);
    let Some(shown) = assembly.article.photo_mut(id) else {
        return;
    };
    let printed = shown.original.as_ref().map_or_else(
        || format!("{} {}", shown.caption, shown.credit_line),
        |original| original.text.clone(),
    );
    let printed = folded(&printed);
    let mut photo = Photo { id, ..told };
    let is_as_told = printed == folded(&format!("{} {}", photo.caption, photo.credit_line));
    let caption = printed.strip_suffix(&folded(&photo.credit_line));
    match caption {
        _ if is_as_told => {}
        // The credit stands behind another caption.
        Some(caption) if !photo.credit_line.is_empty() => {
            caption.trim_end().clone_into(&mut photo.caption);
        }
        _ => {
            photo.caption.clone_from(&shown.caption);
            photo.credit_line.clone_from(&shown.credit_line);
            photo.original = shown.original.take();
        }
    }
    if folded(&shown.alt_text) != folded(&photo.alt_text) {
        photo.alt_text.clone_from(&shown.alt_text);
    }
    assembly.retell(id, photo);
}

/// A photo whose picture lies where the site keeps it, once it was taken in there.
pub(super) fn with_address(told: &Photo, media: &Media) -> Photo {
    let mut photo = told.clone();
    let known = photo.image.take().unwrap_or_default();
    let is_exported = media.url.ends_with(&export::in_url(&known.path));
    let moved = media
        .image()
        .filter(|_| known.path.is_empty() || !is_exported);
    photo.image = Some(Image {
        path: known.path,
        href: match moved {
            Some(moved) if known.href.is_empty() => moved.href,
            _ => known.href,
        },
        ..media.image().unwrap_or_default()
    });
    photo
}

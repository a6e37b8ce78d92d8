//! Exports that Cutline wrote: what WordPress has no field for stands in custom fields of the post and
//! its attachments, and is taken as it stands.
//!
//! What somebody changed since, in the post, in the library or in the fields, goes before the rest.

use serde_json::{Map, Value};

use super::media::Media;
use crate::credit::{self, Lexicon};
use crate::formats::assemble::Assembly;
use crate::formats::export;
use crate::formats::fields;
use crate::formats::html::{self, Printed};
use crate::formats::spelling::told::Told;
use crate::formats::spelling::{key, told};
use crate::formats::text::folded;
use crate::model::{Article, Image, Original, Photo, PhotoId};

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

/// Lets a photo that a post shows say what the attachment's fields do, but for what somebody changed
/// in one of the places that show it. `left` is what else the attachment says.
///
/// A caption stands in three: the post, the library and the attachment's fields. The one that the two
/// others do not agree with was changed; where each says something else, the post has the last word.
pub(super) fn complete(
    id: PhotoId,
    told: &Photo,
    media: &Media,
    printed: Option<&Printed>,
    left: &mut Map<String, Value>,
    assembly: &mut Assembly<'_>,
) {
    let mut photo = with_address(told, media);
    let lexicon = assembly.lexicon();
    let Some(shown) = assembly.article.photo(id) else {
        return;
    };
    let of_library = html::printed(&media.caption);
    let printed = printed.cloned().unwrap_or_else(|| Printed {
        caption: shown.caption.clone(),
        credit: Some(shown.credit_line.clone()),
    });
    match settled(
        is_of(&printed, told),
        is_of(&of_library, told),
        printed == of_library,
    ) {
        Says::Post => {
            reword(&mut photo, &printed, lexicon);
            if !is_of(&of_library, told) {
                fields::add(left, "caption_field", Value::from(told.caption.as_str()));
                fields::add(
                    left,
                    "credit_line_field",
                    Value::from(told.credit_line.as_str()),
                );
            }
        }
        Says::Library if !media.caption.is_empty() => {
            reword(&mut photo, &of_library, lexicon);
            left.shift_remove("caption");
        }
        Says::Library => {}
        Says::Fields => drop(left.shift_remove("caption")),
    }
    let (post, library) = (folded(&shown.alt_text), folded(&media.alt_text));
    let known = folded(&told.alt_text);
    match settled(post == known, library == known, post == library) {
        Says::Post => photo.alt_text.clone_from(&shown.alt_text),
        Says::Library if !library.is_empty() => {
            photo.alt_text.clone_from(&media.alt_text);
            left.shift_remove("alt_text");
        }
        Says::Library => {}
        Says::Fields => drop(left.shift_remove("alt_text")),
    }
    assembly.retell(id, photo);
}

/// Where a text stands that somebody changed.
enum Says {
    Post,
    Library,
    Fields,
}

/// Which of three places says what counts, by which of them agree.
fn settled(post_is_field: bool, library_is_field: bool, post_is_library: bool) -> Says {
    match (post_is_field, library_is_field) {
        (true, true) => Says::Fields,
        (true, false) => Says::Library,
        (false, _) if post_is_library => Says::Fields,
        (false, _) => Says::Post,
    }
}

/// Whether words are the caption and the credit of a photo.
fn is_of(printed: &Printed, photo: &Photo) -> bool {
    let both = |caption: &str, credit: &str| folded(&format!("{caption} {credit}"));
    let credit = printed.credit.as_deref();
    both(&printed.caption, credit.unwrap_or_default()) == both(&photo.caption, &photo.credit_line)
        && credit.is_none_or(|credit| folded(credit) == folded(&photo.credit_line))
}

/// Lets a photo say these words. A credit without an element of its own is the photo's where that
/// stands by itself behind the caption; else it is read.
fn reword(photo: &mut Photo, printed: &Printed, lexicon: &Lexicon) {
    if let Some(credit) = &printed.credit {
        photo.caption.clone_from(&printed.caption);
        photo.credit_line.clone_from(credit);
        return;
    }
    let before = printed.caption.strip_suffix(&photo.credit_line);
    let before = before.filter(|_| !photo.credit_line.is_empty());
    if let Some(caption) = before.filter(|caption| ends_a_sentence(caption)) {
        caption.trim_end().clone_into(&mut photo.caption);
        return;
    }
    let mut read = Photo::new(photo.id, "", "");
    credit::fill(&mut read, &credit::read(&printed.caption, lexicon));
    if read.caption != printed.caption {
        photo.original = Some(Original {
            text: printed.caption.clone(),
            span: None,
        });
    }
    photo.caption = read.caption;
    photo.credit_line = read.credit_line;
}

/// Whether what follows a text is no part of its last sentence or line.
fn ends_a_sentence(text: &str) -> bool {
    let is_parted = text.is_empty() || text.ends_with(char::is_whitespace);
    let ends = ['.', '!', '?', '…', '"', '”', '»', '。'];
    text.ends_with('\n')
        || (is_parted && (text.trim().is_empty() || text.trim_end().ends_with(ends)))
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

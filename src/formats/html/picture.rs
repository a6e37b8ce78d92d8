//! The pictures of a page: which elements are one, and where the largest file of each lies.

use super::link::{self, Links};
use super::page::{At, Page};
use super::words;
use crate::formats::text::folded;
use crate::model::Image;

/// A picture on the page.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    /// Its element: `picture`, `img`, `video` or an element like them.
    pub(super) at: At,
    /// Where its file lies; none where the page does not say.
    pub(super) image: Option<Image>,
    /// The text for those who do not see it.
    pub(super) alt: String,
    /// What its element says of it in attributes of its own: the caption and the credit that a
    /// script shows with the enlarged picture.
    pub(super) caption: String,
    pub(super) credit: String,
    /// Whether it stands in `noscript`, for browsers that load no lazy picture.
    pub(super) is_fallback: bool,
    /// Whether it lies behind an element that nothing calls a picture: often a decoration.
    pub(super) is_backdrop: bool,
}

impl Picture {
    /// What tells it from others whatever its size; empty where the page does not say.
    pub(super) fn key(&self) -> String {
        let place = self.image.as_ref().map(|image| {
            if image.href.is_empty() {
                &image.path
            } else {
                &image.href
            }
        });
        place.map(|place| link::key(place)).unwrap_or_default()
    }
}

/// Elements that show a picture.
const SHOWING: [&str; 6] = ["amp-img", "img", "picture", "video", "amp-video", "image"];

/// Attributes that name the file, best first; the later ones are what scripts load it from.
const FILE: [&str; 10] = [
    "data-src-large",
    "data-full-src",
    "data-original",
    "data-lazy-src",
    "data-src",
    "data-image-url",
    "data-image",
    "data-lazy",
    "src",
    "poster",
];
/// Attributes that list files by size.
const FILES: [&str; 4] = [
    "data-srcset",
    "data-lazy-srcset",
    "data-original-set",
    "srcset",
];

/// Attributes that hold a caption.
const CAPTION: [&str; 6] = [
    "data-c-caption",
    "data-caption",
    "data-image-caption",
    "data-img-caption",
    "data-sub-html",
    "caption",
];
/// Attributes of a link to the enlarged picture that hold its caption.
const BOX_CAPTION: [&str; 1] = ["data-title"];
/// Attributes that hold a credit.
const CREDIT: [&str; 8] = [
    "credit",
    "data-c-credit",
    "data-credit",
    "data-image-credit",
    "data-photo-credit",
    "data-copyright",
    "data-photographer",
    "data-img-credit",
];

/// So far around a picture the object that describes it is looked for.
const OBJECT: usize = 4;
/// So many parts has a frame of one picture at most.
const FRAME: usize = 64;

/// Proportions of pictures are written in numbers up to this: 21 to 9.
const PROPORTION: u32 = 21;

/// Pictures smaller than this are icons, flags and counting pixels.
const SMALLEST: u32 = 60;

/// The pictures within a place, in document order; none of those that only decorate.
pub(super) fn pictures(page: &Page<'_>, outer: At, links: &Links<'_>) -> Vec<Picture> {
    let mut all = Vec::new();
    let mut next = outer;
    for at in page.within(outer) {
        let is_showing = SHOWING.contains(&page.name(at))
            || is_loaded_into(page, at)
            || backdrop(page, at).is_some()
            || is_own(page, at);
        if at < next || !is_showing {
            continue;
        }
        next = page.end(at);
        if is_drawn(page, at) || is_decoration(page, at) {
            continue;
        }
        all.push(picture(page, at, links));
    }
    all
}

/// Whether a script loads a picture into an element that is none itself.
fn is_loaded_into(page: &Page<'_>, at: At) -> bool {
    is_empty_frame(page, at) && page.attr(at, "data-src").is_some_and(link::is_picture)
}

/// Whether an element that is no picture itself holds no text, and hardly anything else.
fn is_empty_frame(page: &Page<'_>, at: At) -> bool {
    matches!(page.name(at), "div" | "span" | "a" | "i")
        && page.letters(at) == 0
        && page.end(at).index() - at.index() <= FRAME
        && page.named(at, "img").nth(1).is_none()
}

/// The file that lies behind an element without text: `style="background-image: url(…)"`.
fn backdrop<'h>(page: &Page<'h>, at: At) -> Option<&'h str> {
    let style = page.attr(at, "style")?;
    let (_, behind) = style.split_once("background")?;
    let (_, file) = behind.split_once("url(")?;
    let (file, _) = file.split_once(')')?;
    let file = file.trim().trim_matches(['"', '\'']);
    let leads_on = page.name(at) == "a" || page.is_linked(at);
    (is_file(file) && is_empty_frame(page, at) && !leads_on).then_some(file)
}

/// An element of the page's own making that names a file and says its caption or credit.
fn is_own(page: &Page<'_>, at: At) -> bool {
    let says = |name| page.attr(at, name).is_some_and(|said| !said.is_empty());
    page.name(at).contains('-')
        && (says("caption") || says("credit"))
        && FILE
            .iter()
            .any(|name| page.attr(at, name).is_some_and(is_file))
}

/// `image` is an old spelling of `img`, but inside `svg` a part of a drawing.
fn is_drawn(page: &Page<'_>, at: At) -> bool {
    page.name(at) == "image" && page.up(at).any(|outer| page.name(outer) == "svg")
}

/// What an element shows.
pub(super) fn picture(page: &Page<'_>, at: At, links: &Links<'_>) -> Picture {
    let parts = || {
        page.within(at)
            .filter(|part| *part == at || is_part(page.name(*part)))
    };
    let listed =
        parts().flat_map(|part| FILES.iter().filter_map(move |name| page.attr(part, name)));
    let largest = listed
        .flat_map(candidates)
        .filter(|(_, said)| is_file(said))
        .reduce(|best, other| if other.0 > best.0 { other } else { best })
        .map(|(_, said)| said);
    let named = parts().flat_map(|part| FILE.iter().filter_map(move |name| page.attr(part, name)));
    let said = largest.or_else(|| named.into_iter().find(|said| is_file(said)));
    let alt = parts()
        .find_map(|part| page.attr(part, "alt").or(page.attr(part, "data-alt")))
        .unwrap_or_default();
    let behind = said.is_none().then(|| backdrop(page, at)).flatten();
    let credit = said_in(page, at, &CREDIT)
        .or_else(|| said_in_object(page, at, &["creditText", "copyrightHolder"]))
        .unwrap_or_else(|| folded(behind_alt(page, at, alt)));
    let caption = said_in(page, at, &CAPTION)
        .or_else(|| said_in_box(page, at))
        .or_else(|| said_in_object(page, at, &["caption"]));
    Picture {
        at,
        image: said.or(behind).and_then(|said| links.image(said)),
        credit,
        caption: caption.unwrap_or_default(),
        alt: folded(alt),
        is_fallback: page.up(at).any(|outer| page.name(outer) == "noscript"),
        is_backdrop: behind.is_some() && page.attr(at, "role") != Some("img"),
    }
}

/// What an attribute of the picture, or of the link or frame right around it, says.
fn said_in(page: &Page<'_>, at: At, names: &[&str]) -> Option<String> {
    let around = page
        .up(at)
        .take(2)
        .filter(|outer| matches!(page.name(*outer), "a" | "figure" | "picture"));
    let mut parts = page.within(at).chain(around);
    parts.find_map(|part| said_by(page, part, names))
}

/// What the link says that opens the picture in a box of its own.
fn said_in_box(page: &Page<'_>, at: At) -> Option<String> {
    let link = page.up(at).take(2).find(|outer| page.name(*outer) == "a")?;
    let opens = page.attr(link, "href").is_some_and(link::is_picture);
    opens.then(|| said_by(page, link, &BOX_CAPTION)).flatten()
}

/// What the object of schema.org around the picture says in `meta` elements.
fn said_in_object(page: &Page<'_>, at: At, properties: &[&str]) -> Option<String> {
    let object = page
        .up(at)
        .take(OBJECT)
        .find(|outer| page.attr(*outer, "itemscope").is_some())?;
    let kind = page.attr(object, "itemtype")?;
    let is_of_one = page.end(object).index() - object.index() <= FRAME;
    if !is_of_one || !kind.trim_end_matches('/').ends_with("/ImageObject") {
        return None;
    }
    let says = |at: &At| {
        page.attr(*at, "itemprop")
            .is_some_and(|said| properties.contains(&said))
    };
    page.named(object, "meta")
        .filter(says)
        .find_map(|at| said_by(page, at, &["content"]))
}

/// The text of the first of these attributes that an element has; HTML in it is read.
fn said_by(page: &Page<'_>, at: At, names: &[&str]) -> Option<String> {
    let said = names.iter().find_map(|name| page.attr(at, name))?;
    let is_selector = said.starts_with(['.', '#']) && !said.contains(' ');
    if is_selector || said.contains(['{', '}']) || said.contains("://") && !said.contains('<') {
        return None;
    }
    let text = if said.contains('<') {
        super::paragraphs(said).join(" ")
    } else {
        folded(said)
    };
    let is_text = text.chars().any(char::is_alphabetic) && !text.contains("://");
    is_text.then_some(text)
}

/// Pages that have no place for a credit set it into the title, behind the text for those who do
/// not see the picture: `A ferry at dawn | Ana Maric`.
fn behind_alt<'h>(page: &Page<'h>, at: At, alt: &str) -> &'h str {
    let title = page
        .within(at)
        .find_map(|part| page.attr(part, "title"))
        .unwrap_or_default();
    let behind = title
        .strip_prefix(alt)
        .filter(|_| !alt.is_empty())
        .unwrap_or_default();
    behind.trim_start().strip_prefix('|').unwrap_or_default()
}

fn is_part(name: &str) -> bool {
    SHOWING.contains(&name) || name == "source"
}

/// Whether an attribute names a picture's file: no placeholder inside the page, no script's template.
fn is_file(said: &str) -> bool {
    let said = said.trim();
    let ending = said
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .rsplit('.')
        .next()
        .unwrap_or_default();
    !said.is_empty()
        && !said.starts_with("data:")
        && !said.starts_with("blob:")
        && !said.contains(['{', '}', '<', '>', '\n'])
        && !["mp4", "m3u8", "webm", "mov", "svg"].contains(&ending.to_ascii_lowercase().as_str())
}

/// The files of a `srcset` with their sizes (HTML, "srcset attributes"): `a.jpg 300w, b.jpg 2x`.
fn candidates(list: &str) -> Vec<(u32, &str)> {
    let mut all = Vec::new();
    let mut rest = list;
    while let Some(start) = rest.find(|c: char| !c.is_whitespace() && c != ',') {
        rest = rest.get(start..).unwrap_or_default();
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (address, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        // A comma ends the address only where it is its last letter: addresses hold commas.
        let (descriptor, next) = if address.ends_with(',') {
            ("", after)
        } else {
            after.split_once(',').unwrap_or((after, ""))
        };
        all.push((size(descriptor), address.trim_end_matches(',')));
        rest = next;
    }
    all
}

/// `1024w` is 1024, `2x` is 2, nothing is 1.
fn size(descriptor: &str) -> u32 {
    let number: String = descriptor
        .trim()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    number.parse().unwrap_or(1)
}

/// Whether it is no photo: an icon, a logo, a pixel that counts readers, the face of who writes.
fn is_decoration(page: &Page<'_>, at: At) -> bool {
    let parts = || page.within(at).filter(|part| is_part(page.name(*part)));
    let side = |part, name| {
        page.attr(part, name)
            .and_then(|said| said.trim().parse::<u32>().ok())
    };
    let is_small = parts().any(|part| match (side(part, "width"), side(part, "height")) {
        // `16` and `9` are no sizes.
        (Some(width), Some(height)) if width != height && width.max(height) <= PROPORTION => false,
        (width, height) => width.into_iter().chain(height).any(|side| side < SMALLEST),
    });
    // Numbers so small may also be the proportions of a picture that a script loads, and what has a
    // caption is no icon whatever it is called.
    let is_captioned = is_captioned(page, at);
    let is_small = is_small && !is_captioned;
    let is_drawn = |part: At| {
        let file = page.attr(part, "src").unwrap_or_default();
        let file = file.split(['?', '#']).next().unwrap_or_default();
        file.to_ascii_lowercase().ends_with(".svg")
    };
    // A drawing may stand in for the photo that a script loads.
    let is_loaded = || {
        let named = FILE.iter().filter(|name| **name != "src").chain(&FILES);
        let mut named = parts().flat_map(|part| named.clone().map(move |name| (part, name)));
        named.any(|(part, name)| page.attr(part, name).is_some_and(is_file))
    };
    let is_svg = parts().any(is_drawn) && !is_loaded();
    let is_called = |part: At| words::of(page, part).has(&words::DECORATION);
    let says_so = |part: At| page.attr(part, "alt").is_some_and(words::is_decoration);
    let is_portrait = page
        .parent(at)
        .is_some_and(|outer| words::of(page, outer).has(&words::PORTRAIT));
    is_small
        || is_svg
        || is_portrait
        || !is_captioned && parts().any(|part| is_called(part) || says_so(part))
}

/// Whether it stands in a figure with a caption, and not in that caption.
fn is_captioned(page: &Page<'_>, at: At) -> bool {
    let figure = page
        .up(at)
        .take(8)
        .find(|outer| matches!(page.name(*outer), "figure" | "figcaption"));
    figure.is_some_and(|figure| {
        page.name(figure) == "figure" && page.named(figure, "figcaption").next().is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_srcset_is_cut_as_browsers_cut_it() {
        let listed = candidates("a.jpg?crop=1,2 300w, b.jpg 900w,\n c.jpg 2x, d.jpg");
        assert_eq!(
            listed,
            [
                (300, "a.jpg?crop=1,2"),
                (900, "b.jpg"),
                (2, "c.jpg"),
                (1, "d.jpg")
            ]
        );
        assert_eq!(candidates("a.jpg, b.jpg"), [(1, "a.jpg"), (1, "b.jpg")]);
        assert_eq!(candidates(" , "), []);
    }
}

//! The pictures of a page: which elements are one, and where the largest file of each lies.

use super::link::Links;
use super::page::{At, Page};
use super::words;
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
    /// Whether it stands in `noscript`, for browsers that load no lazy picture.
    pub(super) is_fallback: bool,
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
        place
            .map(|place| super::link::key(place))
            .unwrap_or_default()
    }
}

/// Elements that show a picture.
const SHOWING: [&str; 6] = ["amp-img", "img", "picture", "video", "amp-video", "image"];

/// Attributes that name the file, best first; the later ones are what scripts load it from.
const FILE: [&str; 11] = [
    "data-src-large",
    "data-full-src",
    "data-original",
    "data-lazy-src",
    "data-src",
    "data-url",
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

/// Pictures smaller than this are icons, flags and counting pixels.
const SMALLEST: u32 = 60;

/// The pictures within a place, in document order; none of those that only decorate.
pub(super) fn pictures(page: &Page<'_>, outer: At, links: &Links<'_>) -> Vec<Picture> {
    let mut all = Vec::new();
    let mut next = outer;
    for at in page.within(outer) {
        if at < next || !SHOWING.contains(&page.name(at)) {
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

/// `image` is an old spelling of `img`, but inside `svg` a part of a drawing.
fn is_drawn(page: &Page<'_>, at: At) -> bool {
    page.name(at) == "image" && page.up(at).any(|outer| page.name(outer) == "svg")
}

fn picture(page: &Page<'_>, at: At, links: &Links<'_>) -> Picture {
    let parts = || page.within(at).filter(|part| is_part(page.name(*part)));
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
        .find_map(|part| page.attr(part, "alt"))
        .unwrap_or_default();
    Picture {
        at,
        image: said.and_then(|said| links.image(said)),
        alt: alt.split_whitespace().collect::<Vec<_>>().join(" "),
        is_fallback: page.up(at).any(|outer| page.name(outer) == "noscript"),
    }
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
    let is_small = parts().any(|part| {
        let side = |name| {
            page.attr(part, name)
                .and_then(|said| said.trim().parse::<u32>().ok())
        };
        [side("width"), side("height")]
            .into_iter()
            .flatten()
            .any(|side| side < SMALLEST)
    });
    let is_svg = parts().any(|part| {
        let file = page
            .attr(part, "src")
            .unwrap_or_default()
            .split(['?', '#'])
            .next()
            .unwrap_or_default();
        file.to_ascii_lowercase().ends_with(".svg")
    });
    let outer = page.parent(at);
    is_small
        || is_svg
        || parts()
            .chain(outer)
            .any(|part| words::of(page, part).has(&words::DECORATION))
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

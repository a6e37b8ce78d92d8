//! Where a page's pictures lie: on the web, or beside the page that was saved.

use crate::formats::address::percent_decoded;
use crate::model::Image;

/// Turns what a page writes as an address into a picture's place.
pub(super) struct Links<'a> {
    /// `<base href>`, where that is absolute.
    pub(super) base: Option<String>,
    /// The page's own address, where it says one.
    pub(super) page: Option<String>,
    /// What the container of the page knows: the path of a picture that came with it.
    pub(super) inside: &'a dyn Fn(&str) -> Option<String>,
}

impl Links<'_> {
    /// The place of a picture.
    ///
    /// What the container knows is a path. A full address stays. A relative one is a path beside
    /// the page, as browsers save it, unless the page names another base; with the page's address
    /// known it has an address too. One from the root of a site is a path only where no address is
    /// known. None where nothing is left: a script, or a path that leads out.
    pub(super) fn image(&self, said: &str) -> Option<Image> {
        let said = said.trim();
        if said.is_empty() || said.starts_with('#') {
            return None;
        }
        let path = (self.inside)(said).or_else(|| self.path(said));
        let href = self.address(said);
        if path.is_none() && href.is_none() {
            return None;
        }
        Some(Image {
            content_type: media_type(path.as_deref().or(href.as_deref()).unwrap_or_default()),
            path: path.unwrap_or_default(),
            href: href.unwrap_or_default(),
            ..Image::default()
        })
    }

    /// The absolute address that is meant, where that can be said.
    pub(super) fn address(&self, said: &str) -> Option<String> {
        match scheme(said) {
            Some("http" | "https") => return Some(said.to_owned()),
            Some(_) => return None,
            None => {}
        }
        let base = self.base.as_deref().or(self.page.as_deref());
        if let Some(rest) = said.strip_prefix("//") {
            let scheme = base.and_then(scheme).unwrap_or("https");
            return Some(format!("{scheme}://{rest}"));
        }
        join(base?, said)
    }

    fn path(&self, said: &str) -> Option<String> {
        let has_address = self.base.is_some() || self.page.is_some();
        let is_of_the_site = said.starts_with('/') && (has_address || said.starts_with("//"));
        if scheme(said).is_some() || self.base.is_some() || is_of_the_site {
            return None;
        }
        path(said)
    }
}

/// The scheme of an address in small letters as pages write them; none for a relative one.
fn scheme(said: &str) -> Option<&str> {
    let (scheme, _) = said.split_once(':')?;
    let is_scheme = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    match scheme {
        _ if !is_scheme => None,
        _ if scheme.eq_ignore_ascii_case("https") => Some("https"),
        _ if scheme.eq_ignore_ascii_case("http") => Some("http"),
        other => Some(other),
    }
}

/// A relative address on the site of an absolute one (RFC 3986, 5.2).
fn join(base: &str, said: &str) -> Option<String> {
    let (scheme, rest) = base.split_once("://")?;
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, folder) = match rest.find('/') {
        Some(slash) => rest.split_at_checked(slash)?,
        None => (rest, "/"),
    };
    if host.is_empty() {
        return None;
    }
    let (path, query) = match said.find(['?', '#']) {
        Some(at) => said.split_at_checked(at)?,
        None => (said, ""),
    };
    let folder = if path.starts_with('/') {
        ""
    } else {
        folder.rsplit_once('/').map_or("", |(folder, _)| folder)
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    Some(format!("{scheme}://{host}/{}{query}", parts.join("/")))
}

/// A relative address as a path inside the bundle: percent-decoded, without query, `.` and `..`.
/// None where it leads out, or holds what no path may hold.
fn path(said: &str) -> Option<String> {
    let said = said.split(['?', '#']).next().unwrap_or_default();
    let decoded = percent_decoded(said)?;
    if decoded.contains(['\0', '\\', ':']) {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in decoded.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// The media type that a file's ending names; empty where it names none.
fn media_type(place: &str) -> String {
    let place = place.split(['?', '#']).next().unwrap_or_default();
    let ending = place.rsplit_once('.').map_or("", |(_, ending)| ending);
    let named = match ending.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "tif" | "tiff" => "image/tiff",
        _ => "",
    };
    named.to_owned()
}

/// Whether an address is that of a picture's file.
pub(super) fn is_picture(address: &str) -> bool {
    let file = address.split(['?', '#']).next().unwrap_or_default();
    let (_, ending) = file.rsplit_once('.').unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    ["jpg", "jpeg", "png", "webp", "avif", "gif"].contains(&ending.as_str())
}

/// What tells one picture from another in its address, whatever size of it is asked for: the name of
/// the file where that is telling, else that of its folder, else the whole path; without the query.
pub(super) fn key(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once("//").map_or(path, |(_, path)| path);
    let mut parts = path.trim_end_matches('/').rsplit('/');
    let name = parts.next().unwrap_or_default();
    let stem = without_size(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    let is_telling = |part: &&str| {
        part.len() >= 8
            && part
                .bytes()
                .any(|b| b.is_ascii_digit() || matches!(b, b'-' | b'_'))
    };
    let is_code = |part: &&str| part.len() >= 24 && part.bytes().any(|b| b.is_ascii_digit());
    let key = Some(stem)
        .filter(is_telling)
        .or_else(|| parts.find(is_code));
    key.unwrap_or(path).to_lowercase()
}

/// `boat-1024x683` and `boat_w800` are sizes of `boat`.
fn without_size(stem: &str) -> &str {
    let Some((name, size)) = stem.rsplit_once(['-', '_']) else {
        return stem;
    };
    let digits =
        |part: &str| !part.is_empty() && part.len() < 5 && part.bytes().all(|b| b.is_ascii_digit());
    let is_size = match size.split_once('x') {
        Some((width, height)) => digits(width) && digits(height),
        None => size.strip_prefix(['w', 'h']).is_some_and(digits),
    };
    if is_size { name } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links<'a>(base: Option<&str>, page: Option<&str>) -> Links<'a> {
        Links {
            base: base.map(str::to_owned),
            page: page.map(str::to_owned),
            inside: &|_| None,
        }
    }

    #[test]
    fn a_link_is_a_path_beside_the_page_or_an_address() {
        let page = Some("https://torvik.example/news/ferry.html?x=1");
        for (base, page, said, path, href) in [
            (
                None,
                None,
                "Ferry_files/boat%201.jpg",
                "Ferry_files/boat 1.jpg",
                "",
            ),
            (None, None, "./a/../b.jpg?v=2", "b.jpg", ""),
            (None, None, "/pictures/b.jpg", "pictures/b.jpg", ""),
            (
                None,
                None,
                "//cdn.example/b.jpg",
                "",
                "https://cdn.example/b.jpg",
            ),
            (
                None,
                page,
                "Ferry_files/b.jpg",
                "Ferry_files/b.jpg",
                "https://torvik.example/news/Ferry_files/b.jpg",
            ),
            (
                None,
                page,
                "/p/b.jpg?w=8",
                "",
                "https://torvik.example/p/b.jpg?w=8",
            ),
            (
                None,
                page,
                "../../../b.jpg",
                "",
                "https://torvik.example/b.jpg",
            ),
            (
                Some("https://torvik.example/x/"),
                None,
                "b.jpg",
                "",
                "https://torvik.example/x/b.jpg",
            ),
            (
                None,
                None,
                "https://torvik.example/b.jpg",
                "",
                "https://torvik.example/b.jpg",
            ),
        ] {
            let image = links(base, page)
                .image(said)
                .unwrap_or_else(|| panic!("{said}"));
            assert_eq!(
                (image.path.as_str(), image.href.as_str()),
                (path, href),
                "{said}"
            );
        }
    }

    #[test]
    fn what_leads_out_or_is_no_place_is_none() {
        for said in [
            "",
            "#top",
            "../b.jpg",
            "a/%2e%2e/%2e%2e/b.jpg",
            "data:image/png;base64,AA",
            "javascript:x()",
            "C:\\b.jpg",
            "a%00.jpg",
            "%5C%5Chost/b.jpg",
        ] {
            assert_eq!(links(None, None).image(said), None, "{said}");
        }
    }

    #[test]
    fn sizes_of_one_picture_have_one_key() {
        let large = key("https://cdn.example/2026/boat-at-dawn-1024x683.jpg?q=80");
        assert_eq!(large, key("//other.example/w300/boat-at-dawn.webp"));
        assert_ne!(
            key("https://cdn.example/1/image.jpg"),
            key("https://cdn.example/2/image.jpg")
        );
    }
}

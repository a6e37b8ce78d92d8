//! Where a source says that a picture lies.

use crate::model::Image;

/// The picture at an address: a URL as it is, the name of a file beside as a path in the bundle.
/// None for what leads out of the bundle or is only part of a page's address.
pub(super) fn image_at(said: &str) -> Option<Image> {
    let said = said.trim();
    let local = match said.split_once("://") {
        Some(("file", path)) => path.trim_start_matches('/'),
        Some((scheme, _)) if is_scheme(scheme) => return Some(at_url(said)),
        _ if said.starts_with("//") => return Some(at_url(&format!("https:{said}"))),
        _ => said,
    };
    let path = local.strip_prefix("./").unwrap_or(local).trim();
    let leads_out = path.starts_with('/')
        || path.contains([':', '\\', '\0', '?', '#'])
        || path.split('/').any(|part| part.is_empty() || part == "..");
    (!leads_out).then(|| Image {
        path: path.to_owned(),
        ..Image::default()
    })
}

/// Where a picture lies: at a URL, else in the bundle.
pub(super) fn address_of(image: &Image) -> &str {
    if image.href.is_empty() {
        &image.path
    } else {
        &image.href
    }
}

/// Whether a text can stand as an identity or address of ninjs: a scheme and no blank.
pub(super) fn is_uri(said: &str) -> bool {
    let scheme = said.split_once(':').map_or("", |(scheme, _)| scheme);
    is_scheme(scheme) && !said.contains(char::is_whitespace) && said.len() > scheme.len() + 1
}

fn is_scheme(said: &str) -> bool {
    said.starts_with(|c: char| c.is_ascii_alphabetic())
        && said
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'.' | b'-'))
}

fn at_url(url: &str) -> Image {
    Image {
        href: url.split_whitespace().collect::<Vec<_>>().join("%20"),
        ..Image::default()
    }
}

/// An address's part as it was before it was encoded (RFC 3986, section 2.1); none where the bytes are
/// no UTF-8.
pub(crate) fn percent_decoded(said: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(said.len());
    let mut rest = said.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after
            .first_chunk::<2>()
            .filter(|_| *first == b'%')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(code.unwrap_or(*first));
        let taken = if code.is_some() { 2 } else { 0 };
        rest = after.get(taken..).unwrap_or_default();
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_url_a_file_beside_or_none() {
        for (said, path, href) in [
            ("https://example.org/a.jpg", "", "https://example.org/a.jpg"),
            ("//example.org/a b.jpg", "", "https://example.org/a%20b.jpg"),
            ("./ferry.jpg", "ferry.jpg", ""),
            ("file:///./ ferry.jpg", "ferry.jpg", ""),
            ("photos/ferry.jpg", "photos/ferry.jpg", ""),
        ] {
            let image = image_at(said).unwrap_or_else(|| panic!("{said}"));
            assert_eq!((image.path.as_str(), image.href.as_str()), (path, href));
        }
        for said in [
            "../a.jpg",
            "/img/a.jpg",
            "C:\\a.jpg",
            "a//b",
            "",
            "data:image/png;base64,A",
        ] {
            assert_eq!(image_at(said), None, "{said}");
        }
    }

    #[test]
    fn an_identity_has_a_scheme() {
        for said in [
            "http://example.org/1",
            "tag:example.org,2026:1",
            "urn:newsml:x:1",
        ] {
            assert!(is_uri(said), "{said}");
        }
        for said in ["", "1234", "tag_example.org_1", "a b:c d", ":x", "urn:"] {
            assert!(!is_uri(said), "{said}");
        }
    }
}

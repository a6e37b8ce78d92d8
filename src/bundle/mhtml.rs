//! A web page saved as one file, MHTML (RFC 2557): the page, and its pictures under safe names.

use std::collections::BTreeMap;

use mail_parser::{MessageParser, MessagePart, MimeHeaders, PartType};

use super::names::{Names, safe_name};
use super::storage::is_picture;

/// A page and its parts.
pub(super) struct Page {
    /// The page itself, decoded.
    pub(super) html: String,
    /// Where it was saved from; empty where it does not say.
    address: String,
    /// Everything that came with it and is a picture.
    pub(super) parts: Parts,
}

/// The pictures that came with a page.
#[derive(Debug, Default)]
pub struct Parts {
    files: BTreeMap<String, Vec<u8>>,
    /// The file of each address under which the page may show it.
    by_address: BTreeMap<String, String>,
    names: Names,
}

impl Parts {
    /// Whether there is a part of this name.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The bytes of a part.
    pub(super) fn part(&self, path: &str) -> Option<Vec<u8>> {
        self.files.get(path).cloned()
    }

    /// The names of the parts, sorted.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    fn add(&mut self, part: &MessagePart<'_>) {
        let bytes = match &part.body {
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.to_vec(),
            PartType::Text(_)
            | PartType::Html(_)
            | PartType::Message(_)
            | PartType::Multipart(_) => {
                return;
            }
        };
        let kind = part.content_type();
        let Some(kind) = kind.filter(|kind| kind.ctype().eq_ignore_ascii_case("image")) else {
            return;
        };
        let address = part.content_location().unwrap_or_default();
        let name = self.free_name(address, kind.subtype().unwrap_or_default());
        if !address.is_empty() {
            self.by_address.insert(address.to_owned(), name.clone());
        }
        if let Some(id) = part.content_id() {
            self.by_address.insert(format!("cid:{id}"), name.clone());
        }
        self.files.insert(name, bytes);
    }

    /// A name for a part: the base name of its address, with an ending that says what it is.
    fn free_name(&mut self, address: &str, kind: &str) -> String {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let base = safe_name(path.rsplit('/').next().unwrap_or_default(), "photo");
        let ending = match kind.to_ascii_lowercase().as_str() {
            "jpeg" | "pjpeg" => "jpg".to_owned(),
            kind => safe_name(kind, "bin"),
        };
        let name = if is_picture(&base) {
            base
        } else {
            format!("{base}.{ending}")
        };
        self.names.free(&name)
    }
}

/// Whether a file is one, as its beginning says.
pub(super) fn is_one(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let end = head.find("\r\n\r\n").or_else(|| head.find("\n\n"));
    let headers = end.and_then(|end| head.get(..end)).unwrap_or(&head);
    let is_mime = headers
        .lines()
        .any(|line| line.starts_with("mime-version:"));
    is_mime && headers.contains("multipart/related")
}

/// Browsers save a page as one group of parts, or as a group in a group. For each that does not
/// begin, the rest of the file is searched.
const GROUPS: usize = 16;
const NO_PAGE: &str = "this MHTML file has no page in it";

/// Takes one apart.
///
/// # Errors
/// Where no page is in it, or what no browser saves with one; says which.
pub(super) fn read(bytes: &[u8]) -> Result<Page, &'static str> {
    let kinds = || kinds(bytes);
    // A parser goes into each, however deep they lie in one another.
    if kinds().any(|kind| kind.contains("message") || kind.contains("digest")) {
        return Err("this MHTML file holds messages beside its page; save the page alone");
    }
    let groups = kinds().filter(|kind| kind.contains("multipart"));
    if groups.take(GROUPS + 1).count() > GROUPS {
        return Err("this MHTML file parts into more than 16 groups; save the page alone");
    }
    let message = MessageParser::default().parse(bytes).ok_or(NO_PAGE)?;
    let page = message.parts.iter().find(|part| part.is_text_html());
    let page = page.ok_or(NO_PAGE)?;
    let own = page.content_location().unwrap_or_default();
    let mut parts = Parts::default();
    for part in &message.parts {
        parts.add(part);
    }
    Ok(Page {
        html: page.text_contents().unwrap_or_default().to_owned(),
        address: own.to_owned(),
        parts,
    })
}

/// What the lines say that may be the type of a part, with the lines that go on from them (RFC 5322,
/// section 2.2.3), in small letters.
fn kinds(bytes: &[u8]) -> impl Iterator<Item = String> {
    const NAME: &[u8] = b"content-type";
    let mut lines = bytes.split(|byte| *byte == b'\n').peekable();
    std::iter::from_fn(move || {
        let is_type = |line: &&[u8]| {
            let name = line.get(..NAME.len());
            name.is_some_and(|name| name.eq_ignore_ascii_case(NAME))
        };
        let mut kind = lines.find(is_type)?.to_ascii_lowercase();
        while let Some(more) =
            lines.next_if(|line| line.starts_with(b" ") || line.starts_with(b"\t"))
        {
            kind.extend(more.to_ascii_lowercase());
        }
        let kind = String::from_utf8_lossy(&kind);
        // Parameters may say anything; where comments do, all of it counts.
        let kind = match kind.split_once(';') {
            Some((kind, _)) if !kind.contains('(') => kind,
            _ => &kind,
        };
        Some(kind.to_owned())
    })
}

impl Page {
    /// The part that the page shows under this address, as the page writes it.
    pub(super) fn part_of(&self, address: &str) -> Option<&str> {
        if address.is_empty() {
            return None;
        }
        let by_address = |address: &str| self.parts.by_address.get(address).map(String::as_str);
        by_address(address).or_else(|| by_address(&self.absolute(address)?))
    }

    /// An address as the page means it (RFC 3986, section 5.2, without dot segments).
    fn absolute(&self, address: &str) -> Option<String> {
        let (scheme, rest) = self.address.split_once("://")?;
        let host = rest.split('/').next()?;
        if let Some(other) = address.strip_prefix("//") {
            return Some(format!("{scheme}://{other}"));
        }
        if address.starts_with('/') {
            return Some(format!("{scheme}://{host}{address}"));
        }
        let path = self.address.split(['?', '#']).next()?;
        let folder = path.rsplit_once('/')?.0;
        Some(format!("{folder}/{address}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "From: <Saved by a browser>\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\r\n\r\n\
        ----b\r\nContent-Type: text/html; charset=windows-1252\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\
        Content-Location: https://example.org/news/ferry.html\r\n\r\n\
        <p>T=F3rshavn</p>\r\n\
        ----b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\
        Content-Location: https://example.org/news/pictures/boat.jpg?w=800\r\n\r\n/9j/\r\n\
        ----b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\
        Content-Location: https://example.org/other/boat.jpg\r\n\r\n/9j/4A==\r\n\
        ----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\
        Content-ID: <logo@example.org>\r\n\r\niVBO\r\n\
        ----b--\r\n";

    #[test]
    fn a_page_comes_with_its_pictures_under_names_of_their_own() {
        assert!(is_one(PAGE.as_bytes()));
        let page = read(PAGE.as_bytes()).expect("a page");
        assert_eq!(page.html.trim(), "<p>Tórshavn</p>");
        let names: Vec<_> = page.parts.paths().collect();
        assert_eq!(names, ["boat-2.jpg", "boat.jpg", "photo.png"]);
        let second = page.parts.part("boat-2.jpg").expect("a part");
        assert_eq!(second, b"\xFF\xD8\xFF\xE0");
    }

    #[test]
    fn a_photo_finds_the_part_that_the_page_shows() {
        let page = read(PAGE.as_bytes()).expect("a page");
        for (address, expected) in [
            ("https://example.org/other/boat.jpg", Some("boat-2.jpg")),
            ("pictures/boat.jpg?w=800", Some("boat.jpg")),
            ("/other/boat.jpg", Some("boat-2.jpg")),
            ("//example.org/other/boat.jpg", Some("boat-2.jpg")),
            ("cid:logo@example.org", Some("photo.png")),
            ("https://example.org/none.jpg", None),
            ("", None),
        ] {
            assert_eq!(page.part_of(address), expected, "{address}");
        }
    }

    #[test]
    fn thousands_of_parts_without_a_name_are_there_under_one_each() {
        let part = "--b\r\nContent-Type: image/png\r\n\r\nx\r\n";
        let html = "--b\r\nContent-Type: text/html\r\n\r\n<p>A page.</p>\r\n";
        let text = format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n{html}{}--b--\r\n",
            part.repeat(8_000)
        );
        let page = read(text.as_bytes()).expect("a page");
        assert_eq!(page.parts.paths().count(), 8_000);
        assert!(page.parts.has("photo.png") && page.parts.has("photo-8000.png"));
    }

    #[test]
    fn what_is_no_page_is_told() {
        assert!(!is_one(b"<html>multipart/related</html>"));
        assert!(!is_one(b"A text.\n\nMIME-Version: 1.0 multipart/related"));
        assert_eq!(read(b"").err(), Some(NO_PAGE));
    }

    #[test]
    fn parts_that_would_be_gone_into_without_end_are_refused() {
        let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n\
            --b\r\nContent-Type: text/html\r\n\r\n<p>A page.</p>\r\n--b\r\n";
        for (part, count, says) in [
            (
                "Content-Type: message/rfc822\r\n\r\n",
                100_000,
                "holds messages",
            ),
            (
                "content-type:\r\n message/global\r\n\r\n",
                1,
                "holds messages",
            ),
            (
                "Content-Type: multipart/digest; boundary=\"c\"\r\n\r\n--c\r\n",
                1,
                "holds messages",
            ),
            (
                "Content-Type: multipart/mixed; boundary=\"gone\"\r\n\r\nx\r\n--b\r\n",
                60_000,
                "16 groups",
            ),
        ] {
            let text = format!("{head}{}", part.repeat(count));
            let why = read(text.as_bytes()).err().unwrap_or_default();
            assert!(why.contains(says), "{part}: {why}");
        }
        let commented = "Content-Type: (a;) message/rfc822\r\n\r\n";
        assert!(read(format!("{head}{commented}").as_bytes()).is_err());
        let picture = "Content-Type: image/png; name=\"digest.png\"\r\n\r\nx\r\n--b--\r\n";
        assert!(read(format!("{head}{picture}").as_bytes()).is_ok());
        let group =
            "Content-Type: multipart/alternative;\r\n boundary=\"c\"\r\n\r\n--c--\r\n--b--\r\n";
        assert!(read(format!("{head}{group}").as_bytes()).is_ok());
    }
}

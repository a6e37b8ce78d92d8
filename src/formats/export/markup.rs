//! Text inside HTML, XML and URLs.

use std::fmt::Write;

/// Text between tags. Characters that neither HTML nor XML can hold become U+FFFD.
pub(super) fn text(said: &str) -> String {
    htmlize::escape_text(storable(said)).into_owned()
}

/// The same with its line breaks as such.
pub(super) fn lines(said: &str) -> String {
    let lines: Vec<String> = said.lines().map(text).collect();
    lines.join("<br>")
}

/// An attribute with a blank before it; none where there is nothing to say.
pub(super) fn attribute(name: &str, said: &str) -> String {
    if said.is_empty() {
        return String::new();
    }
    format!(" {}", even_empty(name, said))
}

/// An attribute that is there even without a value, as `alt` is.
pub(super) fn even_empty(name: &str, said: &str) -> String {
    let said = htmlize::escape_all_quotes(storable(said)).into_owned();
    // A line break in an attribute would be read as a blank in XML.
    let said = said.replace('\n', "&#10;").replace('\t', "&#9;");
    format!("{name}=\"{said}\"")
}

/// Text of an XML element that may hold anything.
pub(super) fn cdata(said: &str) -> String {
    // The one thing that ends it is parted between two of them.
    format!(
        "<![CDATA[{}]]>",
        storable(said).replace("]]>", "]]]]><![CDATA[>")
    )
}

/// JSON inside a script element or a comment: nothing in it ends either.
pub(super) fn json(value: &serde_json::Value, is_pretty: bool) -> String {
    let json = if is_pretty {
        serde_json::to_string_pretty(value).unwrap_or_default()
    } else {
        value.to_string()
    };
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace("--", "\\u002d\\u002d")
}

/// A path as a part of a URL: everything that means something in one is escaped.
pub(in crate::formats) fn in_url(path: &str) -> String {
    let mut url = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.' | b'~') {
            url.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            write!(url, "%{byte:02X}").ok();
        }
    }
    url
}

/// What XML 1.0 allows as a character.
fn storable(said: &str) -> String {
    let is_storable = |c: char| {
        matches!(c, '\t' | '\n' | '\u{20}'..='\u{7e}' | '\u{85}' | '\u{a0}'..)
            && !matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    let said = said.replace("\r\n", "\n").replace('\r', "\n");
    said.chars()
        .map(|c| if is_storable(c) { c } else { '\u{fffd}' })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn nothing_in_a_text_ends_what_it_stands_in() {
        assert_eq!(text("<b> & \"c\"\u{0}"), "&lt;b&gt; &amp; \"c\"\u{fffd}");
        assert_eq!(attribute("alt", "\"><x"), " alt=\"&quot;&gt;&lt;x\"");
        assert_eq!(attribute("alt", ""), "");
        assert_eq!(cdata("a]]>b"), "<![CDATA[a]]]]><![CDATA[>b]]>");
        let json = json(&json!({ "a": "</script><!-- -->" }), false);
        assert!(!json.contains('<') && !json.contains("--"), "{json}");
        let back: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(back["a"], "</script><!-- -->");
    }

    #[test]
    fn a_path_is_a_part_of_a_url() {
        assert_eq!(
            in_url("photos/a b#1?é.jpg"),
            "photos/a%20b%231%3F%C3%A9.jpg"
        );
    }
}

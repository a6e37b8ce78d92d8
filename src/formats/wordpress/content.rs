//! The body of a post: HTML, blocks as comments in it, and shortcodes of the classic editor.

use super::media::{Ids, Library, Media, Shown};
use crate::formats::xml::escaped;

/// A body as HTML alone.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) html: String,
    /// Which picture of the library each address in it shows.
    pub(super) ids: Ids,
    /// How many pictures galleries showed that an earlier one had shown.
    pub(super) repeated: usize,
}

/// Turns shortcodes and blocks into HTML.
pub(super) fn to_html(content: &str, children: &[&Media], library: &Library<'_>) -> Body {
    let (html, repeated) = galleries(content, children, library);
    let html = captions(&html);
    let ids = ids(&html);
    let is_classic = !html.contains("<p") && !html.contains("<!-- wp:");
    let html = if is_classic {
        in_paragraphs(&html)
    } else {
        html
    };
    Body {
        html,
        ids,
        repeated,
    }
}

/// The classic editor parts paragraphs by empty lines.
fn in_paragraphs(content: &str) -> String {
    let mut html = String::new();
    for line in content.replace("\r\n", "\n").split('\n') {
        html.push_str(if line.trim().is_empty() { "<p>" } else { line });
        html.push('\n');
    }
    html
}

/// `[gallery ids="1,2"]`, or all pictures of the post where it names none. A picture that an earlier
/// gallery has shown is left out and counted: a short code a thousand times would show thousands.
fn galleries(content: &str, children: &[&Media], library: &Library<'_>) -> (String, usize) {
    let mut html = String::new();
    let mut rest = content;
    let (mut shown, mut repeated) = (Shown::default(), 0usize);
    let mut is_all_shown = false;
    while let Some((before, code, after)) = next_code(rest, "gallery") {
        html.push_str(before);
        rest = after;
        let named = attribute(code, "ids").or_else(|| attribute(code, "include"));
        if named.is_none() && std::mem::replace(&mut is_all_shown, true) {
            repeated = repeated.saturating_add(children.len());
            continue;
        }
        let named: Vec<&Media> = match named {
            Some(ids) => ids
                .split(',')
                .filter_map(|id| library.with_id(id.trim()))
                .collect(),
            None => children
                .iter()
                .copied()
                .filter(|media| media.is_picture())
                .collect(),
        };
        for media in named {
            if shown.insert(media) {
                figure(media, &mut html);
            } else {
                repeated = repeated.saturating_add(1);
            }
        }
    }
    html.push_str(rest);
    (html, repeated)
}

fn figure(media: &Media, html: &mut String) {
    let parts = [
        "\n<figure class=\"wp-block-image\"><img class=\"wp-image-",
        &escaped(&media.id),
        "\" src=\"",
        &escaped(&media.url),
        "\" alt=\"",
        &escaped(&media.alt_text),
        "\">",
    ];
    html.push_str(&parts.concat());
    if !media.caption.is_empty() {
        html.push_str(&["<figcaption>", &escaped(&media.caption), "</figcaption>"].concat());
    }
    html.push_str("</figure>\n");
}

/// `[caption id="attachment_12" …]<img …> Words[/caption]`, or with the words in its attribute.
fn captions(content: &str) -> String {
    let mut html = String::new();
    let mut rest = content;
    while let Some((before, code, after)) = next_code(rest, "caption") {
        html.push_str(before);
        let Some((inner, after)) = after.split_once("[/caption]") else {
            // Without an end it is no code, and neither is any behind it.
            rest = rest.get(before.len()..).unwrap_or_default();
            break;
        };
        rest = after;
        // The words follow the picture, which may stand in a link.
        let end = inner.rfind("</a>").map(|at| at + 4);
        let image = inner
            .find("<img")
            .and_then(|at| Some(at + inner.get(at..)?.find('>')? + 1));
        let (image, words) = inner
            .split_at_checked(end.or(image).unwrap_or(0))
            .unwrap_or(("", inner));
        let words = match words.trim() {
            "" => attribute(code, "caption").unwrap_or_default(),
            words => words,
        };
        let class = attribute(code, "id").and_then(|id| id.strip_prefix("attachment_"));
        let image = match class.filter(|_| !image.contains("wp-image-")) {
            Some(id) => image.replacen("<img", &format!("<img data-id=\"{}\"", escaped(id)), 1),
            None => image.to_owned(),
        };
        html.push_str(
            &[
                "\n<figure>",
                &image,
                "<figcaption>",
                words,
                "</figcaption></figure>\n",
            ]
            .concat(),
        );
    }
    html.push_str(rest);
    html
}

/// The next shortcode of a name: what stands before it, its attributes, what follows.
fn next_code<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str, &'t str)> {
    let mut from = 0;
    loop {
        let found = text.get(from..)?.find(&format!("[{name}"))? + from;
        let after = text.get(found + name.len() + 1..)?;
        let is_code = after.starts_with([' ', ']', '\n', '\t'])
            && text
                .get(..found)
                .is_some_and(|before| !before.ends_with('['));
        if is_code {
            let end = after.find(']')?;
            return Some((text.get(..found)?, after.get(..end)?, after.get(end + 1..)?));
        }
        from = found + name.len();
    }
}

/// The value of an attribute of a tag or shortcode.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag;
    while let Some(at) = rest.find(name) {
        let before = rest.get(..at)?;
        let after = rest.get(at + name.len()..)?;
        let value = after.trim_start().strip_prefix('=').map(str::trim_start);
        let is_name = before.is_empty() || before.ends_with([' ', '\t', '\n', '"', '\'']);
        if let Some(value) = value.filter(|_| is_name) {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            return match quote {
                Some(quote) => value.get(1..)?.split(quote).next(),
                None => value.split([' ', '>', ']', '/']).next(),
            };
        }
        rest = after;
    }
    None
}

/// Which picture of the library each address shows: by the class of its tag, its data, or the block
/// that it stands in.
fn ids(html: &str) -> Ids {
    let mut ids = Ids::new();
    let mut block = "";
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let tail = rest.get(at..).unwrap_or_default();
        let end = if tail.starts_with("<!--") {
            tail.find("-->")
        } else {
            tail.find('>')
        };
        let Some(end) = end else { break };
        let tag = tail.get(..end).unwrap_or_default();
        if tag.starts_with("<!-- wp:image") || tag.starts_with("<!-- wp:cover") {
            block = number_after(tag, "\"id\":");
        } else if tag.starts_with("<!-- /wp:") {
            block = "";
        } else if tag.starts_with("<img") {
            let class = number_after(attribute(tag, "class").unwrap_or_default(), "wp-image-");
            let data = attribute(tag, "data-id").unwrap_or_default();
            let id = [class, data, block].into_iter().find(|id| !id.is_empty());
            if let (Some(id), Some(src)) = (id, attribute(tag, "src")) {
                let shown = ids.entry(src.replace("&amp;", "&")).or_default();
                shown.push_back(id.to_owned());
            }
        }
        rest = tail.get(end.max(1)..).unwrap_or_default();
    }
    ids
}

fn number_after<'t>(text: &'t str, mark: &str) -> &'t str {
    let after = text.split_once(mark).map_or("", |(_, after)| after);
    let end = after
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(after.len());
    after.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_become_figures_and_ids_are_known() {
        let nets = Media {
            id: "7".into(),
            url: "https://example.org/nets.jpg".into(),
            caption: "Nets & boats".into(),
            ..Media::default()
        };
        let library = Library::of([&nets].into_iter());
        let content = "One.\n\n[caption id=\"attachment_12\" width=\"300\"]<a href=\"x\"><img src=\"https://example.org/a.jpg\" /></a> A ferry.[/caption]\n\n[gallery ids=\"7,8\"]\n\n[captions]";
        let Body { html, ids, .. } = to_html(content, &[], &library);
        assert!(html.contains("<figcaption>A ferry.</figcaption>"), "{html}");
        assert!(
            html.contains("<figcaption>Nets &amp; boats</figcaption>"),
            "{html}"
        );
        assert!(html.contains("[captions]"), "{html}");
        assert_eq!(ids["https://example.org/a.jpg"], ["12"]);
        assert_eq!(ids["https://example.org/nets.jpg"], ["7"]);
        assert_eq!(ids.len(), 2);
    }

    #[test]
    fn broken_codes_stay_text() {
        for (content, text) in [
            ("One [caption", "One [caption"),
            ("One [caption id=\"a\"", "One [caption id=\"a\""),
            ("One [gallery", "One [gallery"),
            ("One [[gallery]] two", "One [[gallery]] two"),
            ("[galleryx] one", "[galleryx] one"),
            ("One [caption] two", "One [caption] two"),
            (
                "One [caption id=\"a\"]<img src=\"a.jpg\"> two",
                "One [caption id=\"a\"]<img src=\"a.jpg\"> two",
            ),
            ("One [/caption] two", "One [/caption] two"),
        ] {
            let body = to_html(content, &[], &Library::default());
            assert_eq!(body.html.trim_end(), text);
        }
    }

    #[test]
    fn a_gallery_that_is_repeated_multiplies_nothing() {
        let all: Vec<Media> = (1..=20)
            .map(|number| Media {
                id: number.to_string(),
                url: format!("https://example.org/{number}.jpg"),
                ..Media::default()
            })
            .collect();
        let library = Library::of(all.iter());
        let children: Vec<&Media> = all.iter().collect();
        for code in ["[gallery]", "[gallery ids=\"1,2,3,1,2,3\"]"] {
            let body = to_html(&code.repeat(1_000), &children, &library);
            let count = body.html.matches("<img").count();
            assert!(count <= all.len(), "{code}: {count}");
            assert!(body.repeated > 1_000, "{code}: {}", body.repeated);
        }
    }
}

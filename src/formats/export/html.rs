//! A page in semantic HTML: figures with caption and credit apart, and the same facts as JSON-LD.

use super::carried::carried_text;
use super::markup::{attribute, even_empty, json, lines, text};
use super::{Piece, Setting, json_ld, pieces, title};
use crate::formats::html::own;
use crate::model::{Article, Image, Photo};

/// The whole page.
pub(super) fn write(article: &Article, setting: &Setting) -> String {
    let facts = json(&json_ld::of_article(article, setting), true);
    let mut page = vec![
        "<!DOCTYPE html>".to_owned(),
        format!("<html{}>", attribute("lang", &article.language)),
        "<head>".to_owned(),
        "<meta charset=\"utf-8\">".to_owned(),
        format!("<title>{}</title>", text(&title(article))),
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".to_owned(),
    ];
    if article.url.starts_with("http") {
        let address = attribute("href", &article.url);
        page.push(format!("<link rel=\"canonical\"{address}>"));
    }
    page.push(format!(
        "<script type=\"application/ld+json\">\n{facts}\n</script>"
    ));
    page.extend(["</head>", "<body>"].map(str::to_owned));
    let facts = own::of_article(article);
    page.push(format!("<article{}>", attributes(&facts)));
    page.extend(head(article));
    page.extend(pieces(article).map(|piece| match piece {
        Piece::Text(paragraph) => format!("<p>{}</p>", lines(paragraph)),
        Piece::Photo(photo) => figure(photo, &setting.picture(photo)),
    }));
    page.push("</article>".to_owned());
    page.push(format!(
        "<script type=\"application/json\">{}</script>",
        carried_text(article, setting)
    ));
    page.extend(["</body>", "</html>"].map(str::to_owned));
    let mut page = page.join("\n");
    page.push('\n');
    page
}

fn head(article: &Article) -> Vec<String> {
    let mut head = Vec::new();
    if !article.headline.is_empty() {
        head.push(format!("<h1>{}</h1>", text(&article.headline)));
    }
    if !article.by.is_empty() {
        head.push(format!("<p class=\"byline\">{}</p>", text(&article.by)));
    }
    if let Some(created) = &article.created {
        let said = created.as_said();
        let moment = attribute("datetime", said);
        head.push(format!("<p><time{moment}>{}</time></p>", text(said)));
    }
    if head.is_empty() {
        return head;
    }
    head.insert(0, "<header>".to_owned());
    head.push("</header>".to_owned());
    head
}

/// A photo. What only the desk may read is said in attributes, which no reader sees.
pub(super) fn figure(photo: &Photo, source: &str) -> String {
    let mut figure = vec![format!(
        "<figure{}{}>",
        attribute("id", &photo.name.replace(char::is_whitespace, "-")),
        attributes(&own::of_photo(photo, source)),
    )];
    if !source.is_empty() {
        let size = photo.image.as_ref().map(size).unwrap_or_default();
        let alt = even_empty("alt", &photo.alt_text);
        let source = attribute("src", source);
        figure.push(format!("<img{source} {alt}{size}>"));
    }
    let parts = [("caption", &photo.caption), ("credit", &photo.credit_line)];
    let parts = parts.iter().filter(|(_, said)| !said.is_empty());
    let parts: Vec<String> = parts
        .map(|(class, said)| format!("<span class=\"{class}\">{}</span>", lines(said)))
        .collect();
    if !parts.is_empty() {
        figure.push(format!("<figcaption>{}</figcaption>", parts.join(" ")));
    }
    figure.push("</figure>".to_owned());
    figure.join("\n")
}

fn attributes(all: &[(String, String)]) -> String {
    let all = all.iter().map(|(name, said)| attribute(name, said));
    all.collect()
}

fn size(image: &Image) -> String {
    match (image.width, image.height) {
        (Some(width), Some(height)) => format!(" width=\"{width}\" height=\"{height}\""),
        _ => String::new(),
    }
}

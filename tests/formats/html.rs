//! Saved web pages: what is read from which shape.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use cutline::credit::Lexicon;
use cutline::formats::{self, FormatError};
use cutline::model::{Article, Block};

use crate::support::{cleaned, read};

const PROSE: &str = "<p>The council of Torvik voted on Monday to keep the old ferry until the new pier is \
                     finished, which will take at least two more winters, the harbour master said.</p>";

/// What an editor sees of an article, in the order of the page.
fn told(article: &Article) -> String {
    let mut told = String::new();
    for block in &article.blocks {
        match block {
            Block::Text(text) => writeln!(told, "{text}").unwrap(),
            Block::Photo(id) => {
                let photo = article.photo(*id).unwrap();
                let image = photo.image.clone().unwrap_or_default();
                let place = if image.path.is_empty() {
                    image.href
                } else {
                    image.path
                };
                writeln!(
                    told,
                    "[{} | {} | {}]",
                    photo.caption, photo.credit_line, place
                )
                .unwrap();
            }
        }
    }
    told
}

/// A page with a headline and prose around what is tested.
fn page(figure: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Ferry stays | Torvik Sentinel</title></head><body>\
         <main><article><h1>Ferry stays until the pier is done</h1>{PROSE}{figure}{PROSE}</article></main></body></html>"
    )
}

/// The photos of such a page: caption, credit line, place of the picture.
pub(crate) fn photos(figure: &str) -> Vec<(String, String, String)> {
    let article = read("ferry.html", &page(figure));
    let photos = article.photos.into_iter().map(|photo| {
        let image = photo.image.unwrap_or_default();
        let place = if image.path.is_empty() {
            image.href
        } else {
            image.path
        };
        (photo.caption, photo.credit_line, place)
    });
    photos.collect()
}

#[test]
fn a_page_is_read_whole() {
    let text = r#"<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Ferry stays | Torvik Sentinel</title>
<link rel="canonical" href="https://torvik.example/news/ferry">
<meta property="og:site_name" content="Torvik Sentinel">
<meta property="article:published_time" content="2026-11-16T08:30:00+01:00">
<script type="application/ld+json">
{"@context":"https://schema.org","@graph":[
 {"@type":"NewsArticle","headline":"Ferry stays","author":[{"@type":"Person","name":"Jonas Lunde"}],
  "datePublished":"2026-11-16T08:30:00+01:00",
  "image":{"@type":"ImageObject","contentUrl":"https://cdn.torvik.example/2026/ferry-at-dawn-1200x800.jpg",
   "caption":"The ferry at dawn","creditText":"Ana Maric/Torvik Sentinel","copyrightNotice":"© 2026 Torvik Sentinel",
   "acquireLicensePage":"https://torvik.example/licence","width":1200,"height":800}}]}
</script></head><body>
<header><nav><a href="/">Torvik Sentinel</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav></header>
<main><article>
<h1>Ferry stays until the pier is done</h1>
<p class="byline">By <a href="/staff/lunde">Jonas Lunde</a></p>
<figure class="lead"><img src="https://cdn.torvik.example/2026/ferry-at-dawn-800x533.jpg" alt="A ferry in fog">
<figcaption>The old ferry leaves Torvik at dawn.</figcaption></figure>
<p>The council of Torvik voted on Monday to keep the old ferry until the new pier is finished, which will take two winters.</p>
<p>Its captain said that he had <a href="/news/engine">mended the engine</a> so often that he could do it asleep by now.</p>
<figure><img src="https://cdn.torvik.example/2026/captain.jpg"><figcaption>Captain Nils Berg in the wheelhouse. <span class="credit">Photo: Ana Maric</span></figcaption></figure>
<h2>Two more winters</h2>
<p>The harbour master expects ice from January on, and has asked the county for a second boat in case the first one fails.</p>
</article>
<section class="related-stories"><h3><a href="/news/pier">Pier grows dearer again and again</a></h3>
<figure><img src="https://cdn.torvik.example/2026/pier-works.jpg"><figcaption>Workers on the pier in March.</figcaption></figure></section>
</main><footer><p>Copyright Torvik Sentinel, all rights reserved, and nothing of this may be printed elsewhere.</p></footer>
</body></html>"#;
    let article = read("ferry.html", text);
    insta::assert_snapshot!(cleaned(article));
}

#[test]
fn a_figure_is_found_in_every_shape() {
    let caption = "Fishermen mend their nets in the harbour.";
    for (shape, html) in [
        (
            "figcaption with the credit in an element",
            "<figure><img src=nets.jpg><figcaption>Fishermen mend their nets in the harbour. <cite>Ana Maric/NTB</cite></figcaption></figure>",
        ),
        (
            "figcaption with the credit in its text",
            "<figure><a href=large.jpg><img src=nets.jpg></a><figcaption>Fishermen mend their nets in the harbour. (Photo: Ana Maric/NTB)</figcaption></figure>",
        ),
        (
            "credit beside the figcaption",
            "<figure><div><img src=nets.jpg></div><span itemprop=copyrightHolder>Ana Maric/NTB</span><figcaption>Fishermen mend their nets in the harbour.</figcaption></figure>",
        ),
        (
            "nested figures",
            "<figure><figure><img src=nets.jpg></figure><figcaption>Fishermen mend their nets in the harbour.<small>Foto: Ana Maric/NTB</small></figcaption></figure>",
        ),
        (
            "classes",
            "<div class=article-image><img src=nets.jpg><p class=article-image__text>Fishermen mend their nets in the harbour.</p><p class=article-image__source>Ana Maric/NTB</p></div>",
        ),
        (
            "caption as the next sibling",
            "<p><img src=nets.jpg></p><p class=imageCaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</p>",
        ),
        (
            "no names at all",
            "<div><div><img src=nets.jpg></div><div>Fishermen mend their nets in the harbour.</div><div>Foto: Ana Maric/NTB</div></div>",
        ),
        (
            "a label before the credit's element",
            "<figure><img src=nets.jpg><figcaption>Fishermen mend their nets in the harbour. Foto: <span class=photographer>Ana Maric/NTB</span></figcaption></figure>",
        ),
        (
            "a hidden label before the credit",
            "<figure><img src=nets.jpg><figcaption><span class=css-1>Fishermen mend their nets in the harbour.</span><span class=css-2><span class=css-3>Credit...</span><span>Ana Maric/NTB</span></span></figcaption></figure>",
        ),
        (
            "a figcaption for the credit alone",
            "<div class=image__container><img src=nets.jpg></div><div class=image__metadata><div class=image__caption>Fishermen mend their nets in the harbour.</div><figcaption class=image__credit>Ana Maric/NTB</figcaption></div>",
        ),
        (
            "labels for those who hear the page",
            "<figure><div><img src=nets.jpg><span role=text>Image source, Ana Maric/NTB</span></div><figcaption><span class=hidden>Image caption, </span>Fishermen mend their nets in the harbour.</figcaption></figure>",
        ),
        (
            "a title that holds the credit",
            "<figure><img src=nets.jpg alt='Nets' title='Nets | Ana Maric/NTB'><figcaption>Fishermen mend their nets in the harbour.</figcaption></figure>",
        ),
    ] {
        let found = photos(html);
        let [(said, credit, place)] = found.as_slice() else {
            panic!("{shape}: {found:?}");
        };
        assert_eq!(said, caption, "{shape}");
        assert!(credit.contains("Ana Maric/NTB"), "{shape}: {credit}");
        assert_eq!(place, "nets.jpg", "{shape}");
    }
}

#[test]
fn a_linked_name_in_a_caption_is_no_credit() {
    let found = photos(
        "<figure><img src=x.jpg><figcaption>A march of the supporters of <a href=/gp>Greenpeace</a></figcaption></figure>",
    );
    assert_eq!(found[0].0, "A march of the supporters of Greenpeace");
}

#[test]
fn the_largest_file_of_a_picture_is_taken() {
    let caption = "<figcaption>Fishermen mend their nets.</figcaption>";
    for (shape, picture) in [
        (
            "srcset",
            "<img src=https://x.example/s.jpg srcset='https://x.example/nets-m.jpg 800w, https://x.example/nets-l.jpg 1600w'>",
        ),
        (
            "picture",
            "<picture><source srcset='https://x.example/nets-m.jpg 800w'><source srcset='https://x.example/nets-l.jpg 1600w'><img src=data:image/gif;base64,R0></picture>",
        ),
        (
            "data-src",
            "<img src=data:image/gif;base64,R0 data-src=https://x.example/nets-l.jpg>",
        ),
        (
            "data-original",
            "<img src='' data-original=https://x.example/nets-l.jpg>",
        ),
        (
            "data-srcset",
            "<img data-srcset='https://x.example/nets-s.jpg 1x, https://x.example/nets-l.jpg 2x'>",
        ),
        (
            "noscript",
            "<img class=lazy src=https://x.example/empty.gif><noscript><img src=https://x.example/nets-l.jpg></noscript>",
        ),
        (
            "an element that a script fills",
            "<div class=load data-src=https://x.example/nets-l.jpg></div>",
        ),
    ] {
        let found = photos(&format!("<figure>{picture}{caption}</figure>"));
        let places: Vec<&str> = found.iter().map(|(_, _, place)| place.as_str()).collect();
        assert_eq!(places, ["https://x.example/nets-l.jpg"], "{shape}");
    }
}

#[test]
fn what_leads_to_other_articles_is_no_photo_of_this_one() {
    for (what, html) in [
        (
            "a related story",
            "<div class=related><figure><img src=pier.jpg><figcaption>Workers on the pier in March.</figcaption></figure></div>",
        ),
        (
            "a card",
            "<div class=card><img src=pier.jpg><h3><a href=/pier>Pier grows dearer again and again</a></h3><p class=card-text>Workers have waited.</p></div>",
        ),
        (
            "a linked card",
            "<a href=/pier><img src=pier.jpg><span>Pier grows dearer again and again</span></a>",
        ),
        (
            "a face",
            "<div class=author-box><img src=lunde.jpg class=avatar><p>Jonas Lunde writes about the sea.</p></div>",
        ),
        ("a logo", "<img src=logo.png alt='Torvik Sentinel logo'>"),
        (
            "a counter",
            "<img src=https://count.example/x.gif width=1 height=1>",
        ),
        ("a drawing", "<img src=/icons/arrow.svg>"),
    ] {
        assert_eq!(photos(html), [], "{what}");
    }
}

#[test]
fn a_photo_shown_twice_is_one() {
    let figure = "<figure><img src=https://x.example/w800/nets-at-dawn.jpg?q=1><figcaption>Fishermen mend their nets. (Ana Maric)</figcaption></figure>";
    let again = "<div class=gallery><figure><img src=https://x.example/w1600/nets-at-dawn.jpg><figcaption>Fishermen mend their nets. (Ana Maric)</figcaption></figure></div>";
    assert_eq!(photos(&format!("{figure}{PROSE}{again}")).len(), 1);
    let other = figure.replace("nets-at-dawn", "nets-at-noon");
    assert_eq!(photos(&format!("{figure}{PROSE}{other}")).len(), 2);
}

#[test]
fn a_page_saved_with_its_folder_finds_its_pictures() {
    let found = photos(
        "<figure><img src='Ferry%20stays_files/nets%20at%20dawn.jpg'><figcaption>Fishermen mend their nets.</figcaption></figure>\
         <figure><img src='../../etc/passwd.jpg'><figcaption>Not a picture of this page.</figcaption></figure>",
    );
    assert_eq!(found[0].2, "Ferry stays_files/nets at dawn.jpg");
    assert_eq!(found[1].2, "", "a path never leads out of the bundle");
}

#[test]
fn photos_stand_at_their_places_in_the_text() {
    let article = read(
        "ferry.html",
        &page(
            "<figure><img src=nets.jpg><figcaption>Nets dry in the sun.<cite>Ana Maric</cite></figcaption></figure>",
        ),
    );
    insta::assert_snapshot!(told(&article));
}

#[test]
fn json_ld_alone_and_open_graph_at_last_give_a_photo() {
    let described = page(
        r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry",
        "image":[{"@type":"ImageObject","url":"https://x.example/nets-7.jpg","caption":"Nets dry in the sun.","creator":{"@type":"Person","name":"Ana Maric"}}]}</script>"#,
    );
    let article = read("ferry.html", &described);
    let [photo] = article.photos.as_slice() else {
        panic!("{:?}", article.photos);
    };
    assert_eq!(
        (photo.caption.as_str(), photo.creators.as_slice()),
        ("Nets dry in the sun.", &["Ana Maric".to_owned()][..])
    );

    let shared = page(
        "<meta property=og:image content=https://x.example/nets-8.jpg><meta property=og:image:alt content='Nets in the sun'>",
    );
    let article = read("ferry.html", &shared);
    let [photo] = article.photos.as_slice() else {
        panic!("{:?}", article.photos);
    };
    assert_eq!(
        (photo.caption.as_str(), photo.alt_text.as_str()),
        ("", "Nets in the sun")
    );
}

#[test]
fn broken_nesting_is_mended_as_browsers_mend_it() {
    let found = photos(
        "<div><figure><b><img src=nets.jpg><figcaption>Nets dry in the sun. <i>(Ana Maric</b>)</i></figure></span></p></div>",
    );
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "Nets dry in the sun.");
}

#[test]
fn a_page_says_its_encoding() {
    let text = page("<figure><img src=x.jpg><figcaption>Der Hafen von T\u{f3}rshavn im Nebel.</figcaption></figure>")
        .replace("<head>", "<head><meta charset=windows-1252>");
    let bytes: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let document = formats::read("hafen.html", &bytes, &Lexicon::built_in()).unwrap();
    assert_eq!(document.format.name, "HTML page");
    let article = document.into_first().unwrap().article;
    assert_eq!(
        article.photos[0].caption,
        "Der Hafen von Tórshavn im Nebel."
    );
}

#[test]
fn a_page_is_told_by_its_content_and_then_by_its_name() {
    for (file, text, name) in [
        (
            "saved",
            "<!-- saved from url=(0014)about:internet -->\n<HTML><body><p>Text",
            "HTML page",
        ),
        (
            "saved.xhtml",
            "<?xml version=\"1.0\"?><!DOCTYPE html><html><p>Text</p></html>",
            "HTML page",
        ),
        ("fragment.htm", "<p>Text</p>", "HTML page"),
        ("notes.txt", "<p> is a tag of HTML.", "plain text"),
    ] {
        let document = formats::read(file, text.as_bytes(), &Lexicon::built_in()).unwrap();
        assert_eq!(document.format.name, name, "{file}");
    }
}

#[test]
fn hostile_pages_end_soon() {
    let deep = format!("<html>{}text", "<div>".repeat(10_000));
    let bold: String = (0..5_000).fold("<html>".to_owned(), |mut html, number| {
        write!(html, "<p><b id=b{number}>").unwrap();
        html
    });
    let flat = format!(
        "<html><h1>Wide</h1>{}",
        "<div><img src=a.jpg><p class=caption>A</p></div>".repeat(20_000)
    );
    let captions = format!(
        "<html><body><img src=a.jpg>{}",
        "<p class=caption>A word</p>".repeat(20_000)
    );
    let loose = (0..20_000).fold("<html><h1>Loose</h1>".to_owned(), |mut html, number| {
        write!(html, "<img src=a{number}.jpg>").unwrap();
        html
    });
    let figures = format!("<html><body>{}", "<figure><img src=x.jpg>".repeat(400));
    for (what, html, is_refused) in [
        ("10,000 nested elements", deep, true),
        ("elements that open again in each paragraph", bold, true),
        ("very many pictures", flat, false),
        ("very many captions", captions, false),
        ("pictures without words", loose, false),
        ("figures in figures", figures, false),
    ] {
        let start = Instant::now();
        let result = formats::read("x.html", html.as_bytes(), &Lexicon::built_in());
        assert_eq!(
            matches!(result, Err(FormatError::NoArticle(_))),
            is_refused,
            "{what}"
        );
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{what}: {:?}",
            start.elapsed()
        );
    }
}

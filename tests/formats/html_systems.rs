//! Saved pages in the shapes that the systems of newsrooms, blogs and archives give them.

use crate::html::photos;
use crate::support::read;

/// What all of these pages show.
const CAPTION: &str = "Fishermen mend their nets in the harbour.";
/// Who made it.
const CREDIT: &str = "Ana Maric/NTB";

/// Shapes of one picture with its caption and its credit, by what is telling in them.
const ONE_PHOTO: &[(&str, &str)] = &[
    (
        "an attachment with its caption in a paragraph",
        r#"<div id="attachment_12" class="wp-caption alignnone" style="width: 610px"><a href="nets.jpg"><img class="size-large wp-image-12" src="nets.jpg"></a><p class="wp-caption-text">Fishermen mend their nets in the harbour. (Photo: Ana Maric/NTB)</p></div>"#,
    ),
    (
        "the credit before the caption, each in a paragraph",
        r#"<div class="module image left"><img src="nets.jpg"><p class="wp-media-credit">Ana Maric/NTB</p><p class="wp-caption-text">Fishermen mend their nets in the harbour.</p></div>"#,
    ),
    (
        "fields with their labels in elements of their own",
        r#"<div class="media media--type-image"><div class="field field--name-field-media-image"><div class="field__item"><img src="nets.jpg"></div></div><div class="field field--name-field-caption"><div class="field__item">Fishermen mend their nets in the harbour.</div></div><div class="field field--name-field-credit"><div class="field__label">Credit</div><div class="field__item">Ana Maric/NTB</div></div></div>"#,
    ),
    (
        "the caption is also the picture's title",
        r#"<div class="img_caption right" style="width: 300px"><img class="caption" src="nets.jpg" title="Fishermen mend their nets in the harbour."><p class="img_caption">Fishermen mend their nets in the harbour. Foto: Ana Maric/NTB</p></div>"#,
    ),
    (
        "a definition list",
        r#"<dl class="csc-textpic-image"><dt><a href="nets.jpg"><img src="nets.jpg"></a></dt><dd class="csc-textpic-caption">Fishermen mend their nets in the harbour. (Foto: Ana Maric/NTB)</dd></dl>"#,
    ),
    (
        "a definition list without names",
        r#"<dl><dt><img src="nets.jpg"></dt><dd>Fishermen mend their nets in the harbour. (Foto: Ana Maric/NTB)</dd></dl>"#,
    ),
    (
        "a picture of fast mobile pages",
        r#"<figure class="amp-wp-article-featured-image wp-caption"><amp-img src="nets.jpg" layout="intrinsic"><noscript><img src="nets.jpg"></noscript></amp-img><p class="wp-caption-text">Fishermen mend their nets in the harbour. <span>Ana Maric/NTB</span></p></figure>"#,
    ),
    (
        "a component with its title as caption",
        r#"<div class="cmp-image" data-cmp-is="image"><img class="cmp-image__image" src="nets.jpg"><span class="cmp-image__title" itemprop="caption">Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</span></div>"#,
    ),
    (
        "a block of wrappers",
        r#"<div class="image-block-outer-wrapper"><figure class="sqs-block-image-figure"><div class="image-block-wrapper"><noscript><img src="nets.jpg"></noscript><img class="thumb-image" data-src="nets.jpg" data-load="false"></div><figcaption class="image-caption-wrapper"><div class="image-caption"><p>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</p></div></figcaption></figure></div>"#,
    ),
    (
        "a captioned link to the large picture",
        r#"<div class="captioned-image-container"><figure><a class="image-link" href="https://x.example/fetch/nets.jpg"><div class="inset"><picture><source srcset="nets.jpg 424w"><img src="nets.jpg"></picture></div></a><figcaption class="image-caption">Fishermen mend their nets in the harbour. Photo by Ana Maric/NTB</figcaption></figure></div>"#,
    ),
    (
        "a table with the caption's name",
        r#"<table class="tr-caption-container"><tbody><tr><td><a href="nets.jpg"><img src="nets.jpg"></a></td></tr><tr><td class="tr-caption">Fishermen mend their nets in the harbour. (Photo: Ana Maric/NTB)</td></tr></tbody></table>"#,
    ),
    (
        "a table that only places them",
        r#"<table align="right" width="300"><tr><td><img src="nets.jpg"></td></tr><tr><td><font size="1">Fishermen mend their nets in the harbour. (Photo: Ana Maric/NTB)</font></td></tr></table>"#,
    ),
    (
        "a thumbnail linked to its own page",
        r#"<div class="thumb tright"><div class="thumbinner"><a class="image" href="/wiki/File:Nets.jpg"><img class="thumbimage" src="nets.jpg"></a><div class="thumbcaption"><div class="magnify"><a href="/wiki/File:Nets.jpg"></a></div>Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</div></div></div>"#,
    ),
    (
        "the credit in slanted letters in the caption's cell",
        r#"<div class="bildeContainer"><img src="nets.jpg"><p class="bildetekst">Fishermen mend their nets in the harbour. <span class="fotograf">Foto: Ana Maric/NTB</span></p></div>"#,
    ),
    (
        "an attribute of the link around a thumbnail",
        r#"<a data-fancybox="gallery" href="nets.jpg" data-caption="Fishermen mend their nets in the harbour. (Photo: Ana Maric/NTB)"><img src="nets.jpg"></a>"#,
    ),
    (
        "an attribute that holds HTML",
        r#"<div class="tiled-gallery-item"><a href="nets.jpg"><img src="nets.jpg" data-image-caption="&lt;p&gt;Fishermen mend their nets in the harbour. (Photo: Ana Maric/NTB)&lt;/p&gt;"></a></div>"#,
    ),
    (
        "an attribute named for the box that shows it",
        r#"<a data-lightbox="harbour" href="nets.jpg" data-title="Fishermen mend their nets in the harbour. (Photo: Ana Maric/NTB)"><img src="nets.jpg"></a>"#,
    ),
    (
        "HTML for the box in an attribute",
        r#"<div class="gallery"><a href="nets.jpg" data-sub-html="<p>Fishermen mend their nets in the harbour. (Photo: Ana Maric/NTB)</p>"><img src="nets.jpg"></a></div>"#,
    ),
    (
        "attributes of an element of the page's own making",
        r#"<torvik-image src="nets.jpg" caption="Fishermen mend their nets in the harbour." credit="Ana Maric/NTB"></torvik-image>"#,
    ),
    (
        "the picture names its caption",
        r#"<div class="w"><div><img src="nets.jpg" aria-describedby="c-7"></div><div class="tools"><button>Enlarge</button></div></div><p id="c-7">Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</p>"#,
    ),
    (
        "the figure names its caption",
        r#"<div role="figure" aria-labelledby="c-8"><img src="nets.jpg"></div><p id="c-8">Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</p>"#,
    ),
    (
        "a film's still",
        r#"<figure><video poster="nets.jpg" src="nets.mp4"></video><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption></figure>"#,
    ),
    (
        "a film's still beside its caption",
        r#"<div class="video-player"><video poster="nets.jpg"><source src="nets.mp4"></video></div><div class="video-caption">Fishermen mend their nets in the harbour. (Ana Maric/NTB)</div>"#,
    ),
    (
        "a picture as a background",
        r#"<figure><div role="img" aria-label="Nets" style="background-image: url('nets.jpg')"></div><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption></figure>"#,
    ),
    (
        "data beside the picture",
        r#"<div itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img src="nets.jpg"><meta itemprop="url" content="nets.jpg"><meta itemprop="caption" content="Fishermen mend their nets in the harbour."><meta itemprop="creditText" content="Ana Maric/NTB"></div>"#,
    ),
    (
        "the next paragraph, slanted",
        r#"<p><img src="nets.jpg"></p><p><em>Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</em></p>"#,
    ),
    (
        "slanted behind a break",
        r#"<p><img src="nets.jpg"><br><em>Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</em></p>"#,
    ),
    (
        "plain behind a break",
        r#"<p style="text-align: center"><img src="nets.jpg"><br>Fishermen mend their nets in the harbour. (Photo: Ana Maric/NTB)</p>"#,
    ),
    (
        "small in a block of its own",
        r#"<div align="center"><img src="nets.jpg"></div><div align="center"><small>Fishermen mend their nets in the harbour. (Photo: Ana Maric/NTB)</small></div>"#,
    ),
    (
        "a small heading",
        r#"<p><img src="nets.jpg"></p><h6>Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</h6>"#,
    ),
    (
        "spans and a cite",
        r#"<figure class="e-image"><span class="e-image__inner"><span class="e-image__image"><picture class="c-picture"><img src="nets.jpg"></picture></span></span><span class="e-image__meta"><figcaption>Fishermen mend their nets in the harbour.</figcaption> <cite>Photo by Ana Maric/NTB</cite></span></figure>"#,
    ),
    (
        "brackets around the credit's span",
        r#"<figure class="c-media-item"><div class="c-image"><img src="nets.jpg"></div><figcaption class="c-media-item__fig-caption"><span class="c-media-item__caption">Fishermen mend their nets in the harbour. </span><span class="c-media-item__credit">(Ana Maric/NTB)</span></figcaption></figure>"#,
    ),
    (
        "a list for the byline and a button",
        r#"<div class="photo-container"><div class="photo"><img class="lazyload" src="data:image/png;base64,AA" data-srcset="nets.jpg 800w"></div><div class="caption-container"><div class="caption-text"><p>Fishermen mend their nets in the harbour.</p></div><div class="byline-container"><ul class="list-inline"><li><span class="tnt-byline asset-byline">Ana Maric/NTB</span></li></ul></div><a class="btn" href="/buy/12">Buy Now</a></div></div>"#,
    ),
    (
        "a credit beside the figcaption, both in a content block",
        r#"<div class="Figure"><a class="AnchorLink" href="nets.jpg"><img class="Image" src="nets.jpg"></a><div class="Figure-content"><figcaption class="Figure-caption"><p>Fishermen mend their nets in the harbour.</p></figcaption><div class="Figure-credit">(Ana Maric/NTB)</div></div></div>"#,
    ),
    (
        "a credit printed twice with words to press",
        r#"<div class="bucketwrap image"><div class="imagewrap"><picture><img src="nets.jpg"></picture></div><div class="credit-caption"><div class="caption-wrap"><div class="caption"><p>Fishermen mend their nets in the harbour. <b class="credit">Ana Maric/NTB</b> <b class="hide-caption">hide caption</b></p></div></div><b class="toggle-caption">toggle caption</b><span class="credit">Ana Maric/NTB</span></div></div>"#,
    ),
    (
        "a figcaption behind its figure",
        r#"<figure><img src="nets.jpg"></figure><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption>"#,
    ),
    (
        "an aside in the text",
        r#"<aside class="right"><img src="nets.jpg"><p>Fishermen mend their nets in the harbour. <span>Photo: Ana Maric/NTB</span></p></aside>"#,
    ),
    (
        "words in one span and a counter",
        r#"<div data-testid="primary-image"><div><img src="nets.jpg"></div><p data-testid="Body">[1/2] Fishermen mend their nets in the harbour. Ana Maric/NTB</p></div>"#,
    ),
    (
        "spans in a holder, named in another language",
        r#"<div class="img-holder"><span class="img-wrap"><img src="nets.jpg"></span><span class="opis">Fishermen mend their nets in the harbour.</span><span class="zdroj">Foto: Ana Maric/NTB</span></div>"#,
    ),
    (
        "a name in bold as a head and a text",
        r#"<figure><img src="nets.jpg"><figcaption><p>Fishermen mend their nets in the harbour.</p><p class="figure-copyright">© Ana Maric/NTB</p></figcaption></figure>"#,
    ),
    (
        "a credit in the text for those who do not see the picture",
        r#"<div class="image"><img src="nets.jpg" alt="Nets on a quay (Photo: Ana Maric/NTB)"><em class="image-caption">Fishermen mend their nets in the harbour.</em></div>"#,
    ),
    (
        "a stand-in that is a drawing",
        r#"<div class="image"><img src="/assets/lazy.svg" data-src="nets.jpg"><p class="caption">Fishermen mend their nets in the harbour. (Ana Maric/NTB)</p></div>"#,
    ),
    (
        "proportions instead of sizes",
        r#"<div class="image"><img src="nets.jpg" width="16" height="9"><p class="caption">Fishermen mend their nets in the harbour. (Ana Maric/NTB)</p></div>"#,
    ),
    (
        "a footer in the figure",
        r#"<figure><img src="nets.jpg"><footer><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption></footer></figure>"#,
    ),
    (
        "a table's own caption",
        r#"<table><caption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</caption><tr><td><img src="nets.jpg"></td></tr></table>"#,
    ),
    (
        "a caption that leads to its subject",
        r#"<figure><img src="nets.jpg"><figcaption><a href="/topics/nets">Fishermen mend their nets in the harbour.</a> <span>Ana Maric/NTB</span></figcaption></figure>"#,
    ),
    (
        "the section's head leads elsewhere",
        r#"<section><h3><a href="/topics/nets">Everything on nets and boats</a></h3><figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. Ana Maric/NTB</figcaption></figure></section>"#,
    ),
    (
        "two figcaptions",
        r#"<figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour.</figcaption><figcaption>Ana Maric/NTB</figcaption></figure>"#,
    ),
    (
        "a title and an attribute for the credit",
        r#"<figure data-credit="Ana Maric/NTB"><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour.</figcaption></figure>"#,
    ),
    (
        "a credit in a line of its own behind a break",
        r#"<figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour.<br>Ana Maric/NTB</figcaption></figure>"#,
    ),
    (
        "a screen with a picture that a style names",
        r#"<div class="media"><div class="media__bg" style="background-image: url(&quot;nets.jpg&quot;)"></div><div class="media__caption">Fishermen mend their nets in the harbour. <em>Ana Maric/NTB</em></div></div>"#,
    ),
    (
        "a picture in a template for scripts",
        r#"<figure class="lazy"><noscript><img src="nets.jpg"></noscript><div class="placeholder"></div><figcaption>Fishermen mend their nets in the harbour. <b>Ana Maric/NTB</b></figcaption></figure>"#,
    ),
    (
        "words in details",
        r#"<figure><img src="nets.jpg"><details><summary>About the photo</summary></details><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption></figure>"#,
    ),
    (
        "a toggle that holds the credit",
        r#"<figure><img src="nets.jpg"><button aria-expanded="false">i</button><div class="image-info" hidden><span>Ana Maric/NTB</span></div><figcaption>Fishermen mend their nets in the harbour.</figcaption></figure>"#,
    ),
    (
        "the credit lies over the picture",
        r#"<figure><div class="wrap"><img src="nets.jpg"><div class="overlay">Ana Maric/NTB</div></div><figcaption>Fishermen mend their nets in the harbour.</figcaption></figure>"#,
    ),
];

#[test]
fn a_photo_is_found_in_the_shapes_of_many_systems() {
    let mut wrong = Vec::new();
    for (shape, html) in ONE_PHOTO {
        let found = photos(html);
        let is_right = match found.as_slice() {
            [(caption, credit, place)] => {
                caption == CAPTION
                    && credit.contains(CREDIT)
                    && credit.len() < 32
                    && !place.is_empty()
            }
            _ => false,
        };
        if !is_right {
            wrong.push(format!("{shape}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Shapes of two pictures, each with its own caption.
const TWO_PHOTOS: &[(&str, &str)] = &[
    (
        "figures in a figure",
        r#"<figure class="wp-block-gallery has-nested-images"><figure class="wp-block-image"><img src="nets.jpg"><figcaption class="wp-element-caption">Nets dry on the quay.</figcaption></figure><figure class="wp-block-image"><img src="boats.jpg"><figcaption class="wp-element-caption">Boats wait for the tide.</figcaption></figure></figure>"#,
    ),
    (
        "definition lists",
        r#"<div class="gallery gallery-columns-2"><dl class="gallery-item"><dt class="gallery-icon"><a href="nets.jpg"><img src="nets.jpg"></a></dt><dd class="wp-caption-text gallery-caption">Nets dry on the quay.</dd></dl><dl class="gallery-item"><dt class="gallery-icon"><a href="boats.jpg"><img src="boats.jpg"></a></dt><dd class="wp-caption-text gallery-caption">Boats wait for the tide.</dd></dl></div>"#,
    ),
    (
        "slides with their clones",
        r#"<div class="slider"><div class="slick-slide slick-cloned"><img data-lazy="boats.jpg"><div class="slide-caption">Boats wait for the tide.</div></div><div class="slick-slide"><img data-lazy="nets.jpg"><div class="slide-caption">Nets dry on the quay.</div></div><div class="slick-slide"><img data-lazy="boats.jpg"><div class="slide-caption">Boats wait for the tide.</div></div></div>"#,
    ),
    (
        "captions in a list of their own",
        r#"<div class="gallery"><div class="gallery__images"><img src="nets.jpg"><img src="boats.jpg"></div><ul class="gallery__captions"><li class="caption">Nets dry on the quay.</li><li class="caption">Boats wait for the tide.</li></ul></div>"#,
    ),
    (
        "pictures with attributes for a carousel",
        r#"<div class="fotorama"><img src="nets.jpg" data-caption="Nets dry on the quay."><img src="boats.jpg" data-caption="Boats wait for the tide."></div>"#,
    ),
    (
        "a list of pictures with descriptions",
        r#"<ul class="photos"><li><img src="nets.jpg"><span class="desc">Nets dry on the quay.</span></li><li><img src="boats.jpg"><span class="desc">Boats wait for the tide.</span></li></ul>"#,
    ),
    (
        "slides of fast mobile pages",
        r#"<amp-carousel type="slides"><figure class="slide"><amp-img src="nets.jpg"></amp-img><figcaption>Nets dry on the quay.</figcaption></figure><figure class="slide"><amp-img src="boats.jpg"></amp-img><figcaption>Boats wait for the tide.</figcaption></figure></amp-carousel>"#,
    ),
    (
        "cells of a table",
        r#"<table><tr><td><img src="nets.jpg"><br><small>Nets dry on the quay.</small></td><td><img src="boats.jpg"><br><small>Boats wait for the tide.</small></td></tr></table>"#,
    ),
    (
        "objects of schema.org",
        r#"<div itemscope itemtype="http://schema.org/ImageGallery"><figure itemprop="associatedMedia" itemscope itemtype="http://schema.org/ImageObject"><a href="nets.jpg" itemprop="contentUrl"><img src="nets.jpg" itemprop="thumbnail"></a><figcaption itemprop="caption description">Nets dry on the quay.</figcaption></figure><figure itemprop="associatedMedia" itemscope itemtype="http://schema.org/ImageObject"><a href="boats.jpg" itemprop="contentUrl"><img src="boats.jpg" itemprop="thumbnail"></a><figcaption itemprop="caption description">Boats wait for the tide.</figcaption></figure></div>"#,
    ),
    (
        "a gallery beside its thumbnails",
        r#"<div class="gallery"><div class="slides"><figure><img src="nets.jpg"><figcaption>Nets dry on the quay.</figcaption></figure><figure><img src="boats.jpg"><figcaption>Boats wait for the tide.</figcaption></figure></div><ul class="thumbs"><li><img src="nets.jpg" width="80"></li><li><img src="boats.jpg" width="80"></li></ul></div>"#,
    ),
];

#[test]
fn each_photo_of_a_gallery_keeps_its_own_caption() {
    let mut wrong = Vec::new();
    for (shape, html) in TWO_PHOTOS {
        let mut found: Vec<(String, String)> = photos(html)
            .into_iter()
            .map(|(caption, _, place)| (caption, place))
            .collect();
        found.sort();
        let expected = [
            ("Boats wait for the tide.", "boats.jpg"),
            ("Nets dry on the quay.", "nets.jpg"),
        ];
        let said = found.iter().map(|(caption, place)| (&**caption, &**place));
        if !said.eq(expected) {
            wrong.push(format!("{shape}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Parts that show once more what stands on the page.
const COPIES: &[(&str, &str)] = &[
    (
        "the words again, for a picture that a script enlarges",
        r#"<div class="bucketwrap image"><div class="imagewrap"><picture><img src="nets.jpg" alt="Men at work"></picture></div><div class="caption"><p>Fishermen mend their nets in the harbour.<b class="credit">Ana Maric/NTB</b></p></div><div class="enlarge_measure"><div class="img_wrap"><img data-original="nets-{width}.jpg" alt="Fishermen mend their nets in the harbour."></div></div><div class="enlarge_html"><div class="image_data"><p class="caption">Fishermen mend their nets in the harbour.</p><span class="credit">Ana Maric/NTB</span></div></div></div>"#,
    ),
    (
        "a gallery that opens over the page",
        r#"<figure><img src="nets.jpg"><figcaption><span class="caption-text">Fishermen mend their nets in the harbour.</span><span class="byline">Ana Maric/NTB</span></figcaption></figure><div class="modal photo-modal"><div class="item"><img src="nets-large.jpg"><div class="caption"><p>Fishermen mend their nets in the harbour.</p><span class="byline">Ana Maric/NTB</span></div></div></div>"#,
    ),
    (
        "the word Image before it, for those who do not see it",
        r#"<figure><div><span class="css-1ly73wi">Image</span></div><picture><img src="nets.jpg"></picture><figcaption><span>Fishermen mend their nets in the harbour.</span><span><span>Credit...</span><span>Ana Maric/NTB</span></span></figcaption></figure>"#,
    ),
];

#[test]
fn what_is_shown_again_is_one_photo() {
    let mut wrong = Vec::new();
    for (shape, html) in COPIES {
        let found = said(&format!(
            "<article><h1>Ferry stays until the pier is done</h1>{{prose}}{html}{{prose}}</article>"
        ));
        let is_one = matches!(found.as_slice(), [(caption, credit, place)]
            if caption == CAPTION && credit.ends_with(CREDIT) && place == "nets.jpg");
        if !is_one {
            wrong.push(format!("{shape}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_name_of_a_picture_in_json_ld_may_be_its_caption() {
    let page = |name: &str| {
        format!(
            r#"<script type="application/ld+json">{{"@type":"NewsArticle","image":{{"@type":"ImageObject","url":"nets.jpg","name":"{name}"}}}}</script><article><h1>Ferry stays until the pier is done</h1>{{prose}}<div><img src="nets.jpg"></div>{{prose}}</article>"#
        )
    };
    for (name, expected) in [(CAPTION, CAPTION), ("nets-2026.jpg", ""), ("Nets", "")] {
        let found = said(&page(name));
        let captions: Vec<_> = found.iter().map(|(caption, ..)| caption.as_str()).collect();
        assert_eq!(captions, [expected], "{name}");
    }
}

/// Pictures of other things, and captions of no photos.
const NO_PHOTO: &[(&str, &str)] = &[
    (
        "a list of links with pictures",
        r#"<ul class="list"><li><a href="/a"><img src="a.jpg"><span>Pier grows dearer again and again</span></a></li><li><a href="/b"><img src="b.jpg"><span>Town buys a second boat for ice</span></a></li></ul>"#,
    ),
    (
        "linked figures",
        r#"<section><h2>Read also</h2><a href="/a"><figure><img src="a.jpg"><figcaption>Pier grows dearer again and again</figcaption></figure></a><a href="/b"><figure><img src="b.jpg"><figcaption>Town buys a second boat for ice</figcaption></figure></a></section>"#,
    ),
    (
        "a table with a caption",
        r"<figure><table><tr><td>Ferries</td><td>2</td></tr></table><figcaption>Source: Harbour office</figcaption></figure>",
    ),
    (
        "a portrait of who wrote it",
        r#"<div class="author"><img src="lunde.jpg" alt="Jonas Lunde"><div class="author-name">Jonas Lunde</div><p>Reporter for the sea and the islands.</p></div>"#,
    ),
    (
        "an article of a shop",
        r#"<div class="product-card"><a href="/shop/1"><img src="rope.jpg"></a><h4><a href="/shop/1">Rope, twenty metres long</a></h4><p class="price">20 kr</p></div>"#,
    ),
    (
        "a carousel of other articles",
        r#"<div class="carousel"><div class="item"><a href="/a"><img src="a.jpg"></a><div class="caption"><a href="/a">Pier grows dearer again and again</a></div></div><div class="item"><a href="/b"><img src="b.jpg"></a><div class="caption"><a href="/b">Town buys a second boat for ice</a></div></div></div>"#,
    ),
];

#[test]
fn what_shows_other_things_has_no_caption_here() {
    let mut wrong = Vec::new();
    for (shape, html) in NO_PHOTO {
        let mut found = photos(html);
        found.retain(|(caption, _, _)| !caption.is_empty());
        if !found.is_empty() {
            wrong.push(format!("{shape}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Names of elements for caption and credit, as systems of many languages write them.
const NAMED: &[(&str, &str)] = &[
    ("popis", "zdroj"),
    ("popisek", "autor"),
    ("opis", "zrodlo"),
    ("podpis", "autor-zdjecia"),
    ("kepalairas", "forras"),
    ("altyazi", "kaynak"),
    ("keterangan", "sumber"),
    ("chu-thich", "nguon"),
    ("legenda", "credito"),
    ("epigrafe", "firma"),
    ("didascalia", "autore"),
    ("onderschrift", "fotograaf"),
    ("kuvateksti", "kuvaaja"),
    ("bildtext", "fotograf"),
    ("billedtekst", "fotograf"),
    ("pildiallkiri", "autor"),
    ("paraksts", "autors"),
    ("potpis", "izvor"),
    ("podnapis", "vir"),
    ("myndatexti", "ljosmyndari"),
    ("lezanta", "pigi"),
];

#[test]
fn elements_are_named_in_many_languages() {
    let mut wrong = Vec::new();
    for (caption, credit) in NAMED {
        // In a frame that holds more than one picture's words only the names tell.
        let figure = |file: &str, said: &str| {
            format!(
                r#"<div><img src="{file}"><div class="{caption}">{said}</div><div class="{credit}">Ana Maric</div></div>"#
            )
        };
        let found = photos(&format!(
            "{}{}",
            figure("nets.jpg", CAPTION),
            figure("boats.jpg", "Boats wait for the tide.")
        ));
        let is_right = found.len() == 2
            && found[0].0 == CAPTION
            && found.iter().all(|(_, credit, _)| credit == "Ana Maric");
        if !is_right {
            wrong.push(format!("{caption}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A paragraph of the story.
const PROSE: &str = "<p>The council of Torvik voted on Monday to keep the old ferry until the new pier is \
                     finished, which will take at least two more winters, the harbour master said.</p>";

/// Captions, credit lines and files of a page's photos.
fn said(body: &str) -> Vec<(String, String, String)> {
    let html = format!(
        "<!doctype html><html lang=en><head><title>Ferry stays until the pier is done | Torvik Sentinel</title></head>\
         <body>{}</body></html>",
        body.replace("{prose}", PROSE)
    );
    let photos = read("ferry.html", &html).photos.into_iter();
    let said = photos.map(|photo| {
        let image = photo.image.unwrap_or_default();
        (photo.caption, photo.credit_line, image.path + &image.href)
    });
    said.collect()
}

/// Whole pages with one photo of the article, in the places where systems put it.
const WHOLE_PAGES: &[(&str, &str)] = &[
    (
        "a figure above the headline, outside of everything",
        r#"<header><nav><a href="/">Torvik Sentinel</a></nav></header><div class="hero"><figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. <span class="credit">Ana Maric/NTB</span></figcaption></figure></div><main><h1>Ferry stays until the pier is done</h1>{prose}{prose}{prose}</main>"#,
    ),
    (
        "a picture above the headline with words that nothing names",
        r#"<div class="top"><div><img src="nets.jpg"></div><div><p>Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</p></div></div><article><h1>Ferry stays until the pier is done</h1><div>{prose}{prose}{prose}</div></article>"#,
    ),
    (
        "headline, photo and text in three rows",
        r#"<div class="row"><div class="col"><h1>Ferry stays until the pier is done</h1></div></div><div class="row"><div class="col"><img src="nets.jpg"><div class="small">Fishermen mend their nets in the harbour. (Ana Maric/NTB)</div></div></div><div class="row"><div class="col">{prose}{prose}{prose}</div></div>"#,
    ),
    (
        "a text in pieces between frames for advertisements",
        r#"<article><h1>Ferry stays until the pier is done</h1><div class="content">{prose}{prose}</div><div class="ad-slot"></div><div class="media"><figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. Ana Maric/NTB</figcaption></figure></div><div class="content">{prose}{prose}</div></article>"#,
    ),
    (
        "neither article nor main",
        r#"<div id="page"><div id="menu"><a href="/a">News of today</a> <a href="/b">Sport of today</a></div><div id="c1"><h1>Ferry stays until the pier is done</h1><div class="pic" style="width: 300px; float: right"><img src="nets.jpg" width="300"><br>Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</div>{prose}{prose}{prose}</div><div id="c2"><h3><a href="/x">Pier grows dearer again and again</a></h3><img src="pier.jpg"></div></div>"#,
    ),
    (
        "old tables",
        r#"<table width="100%"><tr><td width="150"><a href="/a">News of today</a><br><a href="/b">Sport of today</a></td><td><h1>Ferry stays until the pier is done</h1><table align="left"><tr><td><img src="nets.jpg"></td></tr><tr><td class="small"><i>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</i></td></tr></table>{prose}{prose}{prose}</td></tr></table>"#,
    ),
    (
        "the house's name as the first heading",
        r#"<header><h1>Torvik Sentinel</h1></header><main><h2>Ferry stays until the pier is done</h2><figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</figcaption></figure>{prose}{prose}</main>"#,
    ),
    (
        "the next article loaded below",
        r#"<article><h1>Ferry stays until the pier is done</h1><figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption></figure>{prose}{prose}{prose}</article><article><h1>Pier grows dearer again and again</h1><figure><img src="pier.jpg"><figcaption>Workers on the pier in March.</figcaption></figure>{prose}{prose}</article>"#,
    ),
    (
        "related stories within the article",
        r#"<article><h1>Ferry stays until the pier is done</h1><figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption></figure>{prose}{prose}{prose}<div class="box"><h3>More on this</h3><div class="item"><a href="/x"><img src="pier.jpg"></a><a href="/x"><h4>Pier grows dearer again and again</h4></a></div><div class="item"><a href="/y"><img src="ice.jpg"></a><a href="/y"><h4>Town buys a second boat for ice</h4></a></div></div></article>"#,
    ),
    (
        "who wrote it, below",
        r#"<article><h1>Ferry stays until the pier is done</h1>{prose}<figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption></figure>{prose}{prose}<div class="writer-info"><figure><img src="lunde.jpg"></figure><p>Jonas Lunde writes about the sea and the islands for this house.</p></div></article>"#,
    ),
    (
        "a counter and arrows around a gallery of one",
        r#"<article><h1>Ferry stays until the pier is done</h1><div class="gallery"><div class="slide"><img src="nets.jpg"><span class="count">1 / 9</span><div class="slide__text">Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</div></div><button>Next</button></div>{prose}{prose}{prose}</article>"#,
    ),
    (
        "the photo beside the text in a column of its own",
        r#"<main><h1>Ferry stays until the pier is done</h1><div class="grid"><div class="main-col">{prose}{prose}{prose}</div><div class="side-col"><figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</figcaption></figure></div></div></main>"#,
    ),
    (
        "a film with its still and its words",
        r#"<article><h1>Ferry stays until the pier is done</h1><div class="video-wrap"><div class="player" data-id="7"><img src="nets.jpg" alt=""><button>Play</button></div><p class="video-wrap__caption">Fishermen mend their nets in the harbour. Video: Ana Maric/NTB</p></div>{prose}{prose}{prose}</article>"#,
    ),
    (
        "two pictures compared under one caption",
        r#"<article><h1>Ferry stays until the pier is done</h1>{prose}<figure class="before-after"><div><img src="nets.jpg"><img src="nets-2.jpg"></div><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption></figure>{prose}{prose}</article>"#,
    ),
    (
        "a figure that opens the house's own gallery",
        r#"<article><h1>Ferry stays until the pier is done</h1>{prose}<a href="/gallery/12" class="open-gallery"><figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. <small>Photo: Ana Maric/NTB</small></figcaption></figure></a>{prose}{prose}</article>"#,
    ),
    (
        "photos that only a script shows",
        r#"<article><h1>Ferry stays until the pier is done</h1>{prose}{prose}{prose}<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry stays","image":[{"@type":"ImageObject","url":"https://x.example/nets-2026.jpg","caption":"Fishermen mend their nets in the harbour.","author":"Ana Maric/NTB"}]}</script></article>"#,
    ),
    (
        "what is shown is told by data",
        r#"<article><h1>Ferry stays until the pier is done</h1><picture><img src="https://x.example/w800/nets-2026.jpg"></picture>{prose}{prose}{prose}<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry stays","image":{"@id":"https://torvik.example/ferry/photo"}},{"@type":"ImageObject","@id":"https://torvik.example/ferry/photo","contentUrl":"https://x.example/w1200/nets-2026.jpg","description":"Fishermen mend their nets in the harbour.","creditText":"Ana Maric/NTB"}]}</script></article>"#,
    ),
    (
        "the caption in front of its picture",
        r#"<article><h1>Ferry stays until the pier is done</h1>{prose}<div class="photo-block"><p class="photo-caption">Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</p><img src="nets.jpg"></div>{prose}{prose}</article>"#,
    ),
    (
        "quotation and portrait beside a photo",
        r#"<article><h1>Ferry stays until the pier is done</h1>{prose}<figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption></figure>{prose}<div class="quote"><figure><img src="berg.jpg" width="80" height="80"></figure><blockquote>We have waited for so long.</blockquote><p>Nils Berg, captain</p></div>{prose}</article>"#,
    ),
    (
        "comments with faces",
        r#"<article><h1>Ferry stays until the pier is done</h1>{prose}<figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption></figure>{prose}{prose}</article><section id="comments"><div class="comment-body"><img src="u1.jpg"><p>I have always said so, and nobody would listen to me.</p></div></section>"#,
    ),
    (
        "a figure in what is called a banner",
        r#"<div class="article-banner"><figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption></figure></div><article><h1>Ferry stays until the pier is done</h1>{prose}{prose}{prose}</article>"#,
    ),
    (
        "a figure below the text",
        r#"<main><article><h1>Ferry stays until the pier is done</h1><div class="text">{prose}{prose}{prose}</div></article><section class="media"><figure><img src="nets.jpg"><figcaption>Fishermen mend their nets in the harbour. (Ana Maric/NTB)</figcaption></figure></section></main>"#,
    ),
    (
        "a gallery above the headline in slides",
        r#"<section class="top-slider"><ul><li class="slide"><img src="nets.jpg"><p class="slide-title">Fishermen mend their nets in the harbour. (Ana Maric/NTB)</p></li></ul></section><main><h1>Ferry stays until the pier is done</h1>{prose}{prose}{prose}</main>"#,
    ),
    (
        "paragraphs that are blocks of their own making",
        r#"<main><h1>Ferry stays until the pier is done</h1><article-body><text-block>{prose}</text-block><image-block><img src="nets.jpg"><span class="caption">Fishermen mend their nets in the harbour.</span><span class="credit">Ana Maric/NTB</span></image-block><text-block>{prose}</text-block><text-block>{prose}</text-block></article-body></main>"#,
    ),
    (
        "a header with picture, headline and caption",
        r#"<article><header><div class="pic"><img src="nets.jpg"></div><h1>Ferry stays until the pier is done</h1><p class="lead">The council of Torvik keeps the old ferry.</p><div class="pic-caption">Fishermen mend their nets in the harbour. Photo: Ana Maric/NTB</div></header>{prose}{prose}{prose}</article>"#,
    ),
    (
        "items of a list of ten things",
        r#"<article><h1>Ferry stays until the pier is done</h1>{prose}<section><h2>1. The harbour</h2><div class="img"><img src="nets.jpg"></div><div class="img-meta"><p>Fishermen mend their nets in the harbour.</p><p>Ana Maric/NTB</p></div>{prose}</section><section><h2>2. The pier</h2>{prose}</section></article>"#,
    ),
];

#[test]
fn a_photo_is_found_wherever_a_page_puts_it() {
    let mut wrong = Vec::new();
    for (shape, html) in WHOLE_PAGES {
        let found = said(html);
        let mut worded = found
            .iter()
            .filter(|(caption, credit, _)| !caption.is_empty() || !credit.is_empty());
        let is_right = worded.next().is_some_and(|(caption, credit, file)| {
            caption == CAPTION && credit.contains(CREDIT) && file.contains("nets")
        }) && worded.next().is_none();
        if !is_right {
            wrong.push(format!("{shape}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

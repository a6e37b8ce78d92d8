//! What a reader of articles expects, on invented texts; and what holds for any text.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;

static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Lexicon::built_in);

fn found(text: &str) -> Vec<&str> {
    find(text, &LEXICON)
        .photos
        .iter()
        .map(|photo| photo.span.of(text))
        .collect()
}

const STORY: &str = "The ferry to the outer islands will sail twice a day from May, the harbour board said on Tuesday.";
const MORE: &str = "Residents had asked for a third boat, but the board found no captain who wanted to sail at night.";

#[test]
fn a_paragraph_that_ends_in_a_credit_is_a_caption() {
    for caption in [
        "The ferry leaves the harbour at dawn. (AP Photo/Ann Lee)",
        "The ferry leaves the harbour at dawn. Photo: Ann Lee/Reuters",
        "The ferry leaves the harbour at dawn.Credit: Getty Images",
        "Die Fähre verlässt den Hafen. Foto: Jan Muster/dpa",
        "Die Fähre verlässt den Hafen. © dpa | Jan Muster",
        "El transbordador sale del puerto. EFE/ Ana Pérez",
    ] {
        let text = format!("{STORY}\n\n{caption}\n\n{MORE}");
        assert_eq!(found(&text), [caption]);
    }
}

#[test]
fn a_credit_in_a_line_of_its_own_belongs_to_the_caption_that_says_it_already() {
    let photo =
        "The ferry leaves the harbour. (AP Photo/Ann Lee)\n\nCredit: Ann Lee\n\nCredit: Ann Lee";
    assert_eq!(found(&format!("{STORY}\n\n{photo}\n\n{MORE}")), [photo]);
}

#[test]
fn another_name_in_another_form_is_the_same_photo() {
    let photo = "The ferry leaves the harbour. (AP Photo/Ann Lee)\n\nCredit: Bo Roe";
    assert_eq!(found(&format!("{STORY}\n\n{photo}\n\n{MORE}")), [photo]);
}

#[test]
fn a_caption_printed_twice_is_one_photo() {
    for photo in [
        "The ferry leaves the old harbour.\nThe ferry leaves the old harbour. Photograph: Ann Lee/AFP",
        "The ferry leaves the old harbour\n\nThe ferry leaves the old harbour.Credit: Ann Lee",
        "The ferry leaves the\n\nThe ferry leaves the old harbour at dawn. Credit: Ann Lee",
        "The ferry leaves the old harbour.\nBuy Photo\nThe ferry leaves the old harbour. Photo: Ann Lee/AP",
    ] {
        assert_eq!(found(&format!("{STORY}\n\n{photo}\n\n{MORE}")), [photo]);
    }
}

#[test]
fn a_line_that_goes_on_repeating_itself_is_prose() {
    let line = "The town hall said that bread would be rationed until Thursday.\n";
    let text = format!("{STORY}\n\n{}{MORE}", line.repeat(40));
    assert!(found(&text).is_empty());
}

#[test]
fn copies_parted_by_prose_are_two() {
    let photo = "The ferry leaves the old harbour. Foto: Jan Muster/dpa";
    assert_eq!(
        found(&format!("{photo}\n\n{STORY}\n\n{photo}")),
        [photo, photo]
    );
}

#[test]
fn a_credit_between_paragraphs_of_the_story_has_no_caption() {
    let text = format!("{STORY}\n\nFoto: Ann Lee/AP\n\n{MORE}");
    assert_eq!(found(&text), ["Foto: Ann Lee/AP"]);
}

#[test]
fn a_picture_agency_alone_is_a_credit() {
    let text = format!("{STORY}\n\nGetty Images\n\n{MORE}");
    assert_eq!(found(&text), ["Getty Images"]);
}

#[test]
fn a_credit_right_under_a_line_has_it_for_its_caption() {
    let photo = "The ferry at dawn\nPhoto: Ann Lee/AP";
    assert_eq!(found(&format!("{STORY}\n\n{photo}\n\n{MORE}")), [photo]);
}

#[test]
fn labels_of_two_lines_are_one_photo() {
    let photo = "Image copyright Reuters\nImage caption The ferry leaves the harbour at dawn";
    assert_eq!(found(&format!("{STORY}\n\n{photo}\n\n{MORE}")), [photo]);
}

#[test]
fn prose_stays_prose() {
    for line in [
        "By Ann Lee",
        "By Ann Lee\n\nPhotographs by Bo Roe",
        "OSLO (AP) — The ferry was late.",
        "The ferry was late, she told Reuters.",
        "Source: Harbour Board",
        "Quelle: Statistisches Bundesamt",
        "Copyright 2024 The Nordic Press. All rights reserved.",
        "© 2024 Nordic Press",
        "Nordic Press writer Ann Lee in Oslo contributed to this report.",
        "Give them credit: they sailed.",
        "A photo by Ann Lee shows the ferry in 1961.",
        "Photo: see gallery",
        "She said so to the agency Reuters.",
        "De brug is oud. De gemeente zoekt al jaren in het archief.",
        "Photo editor: Ann Lee",
        "The poll was done in May. Reuters/Ipsos found the same.",
        "The photo, by Bo Roe/AP, came second.",
        "Director: Ann Lee. Studio: Paramount/Disney.",
        "The board will not say what it will do (AP was told to ask again in June).",
        "The ferry was late. (The board denies it.)",
        "Source: Nordic Press and agencies",
        "Copyright 2024 Nordic Press. All rights reserved. This may not be published.",
        "Contact Ann Lee at (555) 0142. Follow her on Twitter: @annlee",
        "Read more: https://ferry.example and https://twitter.com/nordic_AP",
        "The storm killed one man, 37, and hurt the Agence France-Presse (AFP) photographer Ann Lee, 28.",
        "Das Schiff lag fest. (dpa)",
        "Advertisement\nAdvertisement",
    ] {
        let text = format!("{STORY}\n\n{line}\n\n{MORE}");
        assert_eq!(found(&text), Vec::<&str>::new(), "{line}");
    }
}

#[test]
fn a_bare_name_tied_to_a_paper_or_the_staff_is_a_credit() {
    for caption in [
        "The ferry leaves the harbour after the storm. ANN LEE/STAFF",
        "The ferry leaves the harbour after the storm.  ANN LEE\\STAFF",
        "The ferry leaves the harbour on Friday, Sept. 13, 2019. Ann Lee/The Ferry-Chronicle",
        "The ferry leaves the harbour after the storm. Ann Lee / The Lookout",
    ] {
        assert_eq!(found(&format!("{STORY}\n\n{caption}\n\n{MORE}")), [caption]);
    }
}

#[test]
fn a_name_alone_under_a_caption_printed_twice_is_its_credit() {
    let first = "A gull sits on the pier in May.\nA gull sits on the pier in May.\nXerl Quandt";
    let second = "A crab walks along the pier.\nA crab walks along the pier.\nXerl Quandt";
    assert_eq!(
        found(&format!("{first}\n{second}\n{MORE}")),
        [first, second]
    );
}

#[test]
fn a_name_that_nobody_knows_is_a_credit_between_those_of_a_gallery() {
    let captions = [
        "The ferry leaves the harbour at dawn. AFP",
        "A gull sits on the pier of the islands. Quandtinger",
        "Children wave from the lighthouse. Reuters",
    ];
    let text = format!("Pictures of the day\n\n{}\n\n{MORE}", captions.join("\n\n"));
    assert_eq!(found(&text), captions);
}

#[test]
fn a_block_of_lines_that_end_in_bodies_is_a_gallery() {
    let captions = [
        "A man pulls a boat ashore in 1936. Xerl Quandt, Seafarers' Museum.",
        "The harbour clock in snow. National Museum.",
        "Two boys admire a watch. Private collection.",
    ];
    let text = format!("{STORY}\n\n{}\n\n{MORE}", captions.join("\n"));
    assert_eq!(found(&text), captions);
}

#[test]
fn a_body_under_a_caption_is_its_credit_where_other_blocks_have_one() {
    let first = "Mayor Ann Lee opens the ferry harbour.\nBo Roe / WXYZ";
    let second = "The clerk counts the boats of the islands.\nCy Roe / WXYZ";
    let third = "The gull is shown on the seal.\nTown of Quandt Website";
    let text = format!("{STORY}\n\n{first}\n\n{MORE}\n\n{second}\n\n{STORY}\n\n{third}\n\n{MORE}");
    assert_eq!(found(&text), [first, second, third]);
}

#[test]
fn a_writer_under_a_headline_printed_twice_is_none() {
    let text = format!("Ferry sails twice a day\nFerry sails twice a day\n\nAnn Lee\n\n{STORY}");
    assert_eq!(found(&text), Vec::<&str>::new());
}

#[test]
fn a_credit_over_its_caption_belongs_to_it_where_this_text_prints_it_there() {
    let first = "Photo by: Ann Lee\n\nThe ferry leaves the harbour in Oslo. (AP Photo/Ann Lee)";
    let second =
        "Photo by: Cy Roe\n\nFILE - A gull sits on the pier in Oslo. (AP Photo/Bo Roe, File)";
    let text = format!("{first}\n\n{STORY}\n\n{second}\n\n{MORE}");
    assert_eq!(found(&text), [first, second]);
}

#[test]
fn a_credit_over_alt_text_and_caption_takes_both() {
    let photo = "ANN LEE/NORDIC NEWS\nthe ferry in the harbour\n1 of 1 the ferry in the harbour - Photo: ANN LEE/NORDIC NEWS";
    assert_eq!(
        found(&format!("News - Portal\n{photo}\n\n{STORY}\n\n{MORE}")),
        [photo]
    );
}

#[test]
fn a_credit_alone_does_not_take_the_caption_of_the_next_photo() {
    let text =
        format!("{STORY}\n\nFoto: Jan Muster/dpa\n\nDer Hafen im Winter. (Archiv)\n\n{MORE}");
    assert_eq!(
        found(&text),
        ["Foto: Jan Muster/dpa", "Der Hafen im Winter. (Archiv)"]
    );
}

#[test]
fn a_sentence_over_a_credit_is_its_caption_only_where_captions_stand_apart() {
    let captioned = "Mayor Ann Lee opens the ferry harbour on Wednesday.\nBo Roe / WXYZ";
    let text = format!(
        "{STORY}\n\n{captioned}\n\n{MORE}\n\nBut the ferry was late in 1988.\n\nBo Roe / WXYZ\n\n{STORY}"
    );
    assert_eq!(found(&text), [captioned, "Bo Roe / WXYZ"]);
}

#[test]
fn a_credit_beside_a_pointer_is_none_the_less_one() {
    let text = format!("{STORY}\n\nPhoto by Ann Lee\n\nRead more: The ferry in winter\n\n{MORE}");
    assert_eq!(found(&text), ["Photo by Ann Lee"]);
}

#[test]
fn short_lines_over_each_credit_are_captions() {
    let first = "The old pier in May\n\nFoto: Anna Moss / dpa";
    let second = "The pier at night\n\nFoto: Jan Muster / dpa";
    let text = format!("The pier\n\n{STORY}\n\n{first}\n\n{MORE}\n\n{second}\n\n{STORY}");
    assert_eq!(found(&text), [first, second]);
}

#[test]
fn short_lines_under_each_credit_in_its_block_are_captions() {
    let first = "© AP Photo / Anna Moss\nThe old pier in May";
    let second = "© AP Photo / Dora Moss\nThe pier at night";
    let text = format!("{STORY}\n\n{first}\n\n{MORE}\n\n{second}\n\n{STORY}");
    assert_eq!(found(&text), [first, second]);
}

#[test]
fn a_line_between_its_number_and_its_credit_is_a_caption() {
    let photos = [
        "The pier at dawn.\nAnna Moss/The Lookout",
        "The pier at noon.\nAnna Moss/The Lookout",
    ];
    let text = format!(
        "{STORY}\n\n1 of 2\n{}\n2 of 2\n{}\n\n{MORE}",
        photos[0], photos[1]
    );
    assert_eq!(found(&text), photos);
}

#[test]
fn a_title_in_capitals_over_a_credit_is_no_caption() {
    let text = format!("THE\nLONG\nWALKTekst og foto: Anna Moss\n\n{STORY}\n\n{MORE}");
    assert_eq!(found(&text), ["Tekst og foto: Anna Moss"]);
}

#[test]
fn details_behind_a_bar_stay_in_the_body() {
    let caption = "The dredger lifts a piano. Nobody has claimed it. (Photo: Courtesy Ann Lee)";
    let credit = "Photo by: Dora Moss";
    let photo = format!("{caption}\n\nDownload Image: Full Size (1.4 MB)\n{credit}");
    let text = format!("{STORY}\n\n{photo} |  VENUE: Old Pier\n\n{MORE}");
    assert_eq!(found(&text), [photo]);
}

#[test]
fn a_line_repeated_without_end_is_read_in_linear_time() {
    let text = "A gull sits on the pier.\n".repeat(20_000);
    assert_eq!(found(&text), Vec::<&str>::new());
}

#[test]
fn a_headline_printed_twice_is_no_caption() {
    let text =
        format!("Ferry sails twice a day from May\nFerry sails twice a day from May\n\n{STORY}");
    assert_eq!(found(&text), Vec::<&str>::new());
}

#[test]
fn date_contributors_and_places_are_told() {
    let text = format!(
        " date 2024-05-02 {STORY}\n\nNordic Press writer Ann Lee in Oslo contributed to this report.\n\n\
         The ferry at dawn. (AP Photo/Bo Roe)\n\n{MORE}"
    );
    let found = find(&text, &LEXICON);
    assert_eq!(
        found.date.map(|date| date.date.of(&text)),
        Some("2024-05-02")
    );
    assert_eq!(found.contributors(), ["Ann Lee", "Nordic Press"]);
    assert_eq!(found.paragraphs_before(), [2]);
    let body: Vec<_> = found.body().iter().map(|span| span.of(&text)).collect();
    assert_eq!(body.len(), 3);
    assert_eq!(body.first().copied(), Some(STORY));
}

/// Lines as crawled pages have them, in any order.
fn page() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just(STORY.to_owned()),
        Just("The ferry at dawn. (AP Photo/Ann Lee)".to_owned()),
        Just("The ferry at dawn.".to_owned()),
        Just("Credit: Ann Lee".to_owned()),
        Just("Foto:".to_owned()),
        Just("Image caption, ".to_owned()),
        Just("1/2".to_owned()),
        Just("Buy Photo".to_owned()),
        Just("港の朝。（警視庁提供）Foto: Ann Lee ".to_owned()),
        Just(String::new()),
        "\\PC{0,40}",
    ];
    proptest::collection::vec(
        (
            line,
            prop_oneof![Just("\n"), Just("\n\n"), Just(" "), Just("\r\n"), Just("")],
        ),
        0..12,
    )
    .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

/// All that is seen of a text.
fn seen(text: &str) -> String {
    text.chars().filter(|c| !lines::is_blank(*c)).collect()
}

proptest! {
    #[test]
    fn spans_are_in_order_on_boundaries_and_lose_nothing(text in prop_oneof![page(), any::<String>()]) {
        let found = find(&text, &LEXICON);
        let mut all: Vec<Span> = found.body();
        all.extend(found.photos.iter().map(|photo| photo.span));
        all.extend(found.date.iter().map(|date| date.span));
        all.sort();
        let mut end = 0;
        let mut kept = String::new();
        for span in &all {
            prop_assert!(span.start >= end && span.end <= text.len());
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
            end = span.end;
            kept.push_str(&seen(span.of(&text)));
        }
        prop_assert_eq!(kept, seen(&text));
        for photo in &found.photos {
            prop_assert_eq!(photo.reading.raw, photo.span.of(&text));
        }
        prop_assert_eq!(found.paragraphs_before().len(), found.photos.len());
    }

    #[test]
    fn a_text_without_credits_labels_and_repeated_lines_has_no_photo(words in proptest::collection::vec("[a-z]{2,9}", 1..60)) {
        let mut words = words;
        words.sort();
        words.dedup();
        let lines: Vec<String> = words.chunks(7).map(|line| line.join(" ")).collect();
        let text = lines.join(".\n\n");
        prop_assert_eq!(found(&text), Vec::<&str>::new());
    }
}

/// The screen only ever saves work: what it lets through as prose is text to whoever looks closer.
#[test]
#[ignore = "needs CUTLINE_SHARED, the shared material"]
fn prose_is_text_to_whoever_looks_closer() {
    let shared = std::env::var("CUTLINE_SHARED").expect("CUTLINE_SHARED names the folder");
    let path = std::path::Path::new(&shared).join("corpus/articles.jsonl");
    let records = std::fs::read_to_string(path).expect("the articles");
    let lexicon = Lexicon::built_in();
    let (mut all, mut prose, mut wrong) = (0, 0, Vec::new());
    for record in records.lines() {
        let record: serde_json::Value = serde_json::from_str(record).expect("a record");
        let text = record["text"].as_str().expect("a text");
        for line in lines::lines(text, Span::new(0, text.len())) {
            all += line.span.len();
            let printed = line.span.of(text);
            if !lexicon.is_prose(printed) {
                continue;
            }
            prose += line.span.len();
            let looked_at = cut::pieces(text, line, &lexicon);
            if looked_at != [Piece::text(text, line)] {
                wrong.push(printed.to_owned());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(prose * 2 > all, "{prose} of {all} bytes");
}

//! What holds for the reading of any text.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;

static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Lexicon::built_in);

/// Pieces of which captions and credits are made, also where they do not belong.
const PIECES: [&str; 64] = [
    "Credit: ",
    "Photo by ",
    "Photo: ",
    "Foto: ",
    "© ",
    "(c) ",
    "(",
    ")",
    "[",
    "]",
    "（",
    "）",
    "Ann Lee",
    "J. Doe",
    "Doe, Jane",
    "AP",
    "AP Photo",
    "/",
    " / ",
    " | ",
    " via ",
    " for ",
    ", ",
    " and ",
    "Getty Images",
    "dpa",
    "The Torvik Herald",
    ". ",
    ".",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\u{200b}",
    "The ferry sails",
    "at dawn",
    "in the harbour",
    "Die Fähre",
    "liegt im Hafen",
    "图片来源：",
    "新华社",
    "李小明",
    "摄",
    "写真：",
    "사진=",
    "연합뉴스",
    "Фото: ",
    "Иван Петров",
    "تصوير: ",
    "صورة",
    "File",
    "Pool",
    "Courtesy of ",
    "Illustration: ",
    "All rights reserved",
    "Image 1 of 9",
    "2019",
    "May 4",
    "jane@example.org",
    "example.org",
    "#",
    "🙂",
    "é\u{301}",
    "--total--",
];

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..16)
            .prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

/// The parts in order, never overlapping, on the borders of characters; between them no word is lost.
fn loses_nothing(reading: &Reading<'_>) -> Result<(), TestCaseError> {
    let raw = reading.raw;
    let mut at = 0;
    let mut rebuilt = String::new();
    for part in &reading.parts {
        prop_assert!(part.span.start >= at, "parts overlap in {raw:?}");
        let between = raw.get(at..part.span.start);
        let piece = raw.get(part.span.start..part.span.end);
        prop_assert!(
            between.is_some() && piece.is_some(),
            "inside a character in {raw:?}"
        );
        let between = between.unwrap_or_default();
        prop_assert!(
            !between.chars().any(char::is_alphanumeric),
            "{between:?} is lost in {raw:?}"
        );
        rebuilt.push_str(between);
        rebuilt.push_str(piece.unwrap_or_default());
        at = part.span.end;
    }
    let rest = raw.get(at..).unwrap_or_default();
    prop_assert!(
        !rest.chars().any(char::is_alphanumeric),
        "{rest:?} is lost in {raw:?}"
    );
    rebuilt.push_str(rest);
    prop_assert_eq!(rebuilt.as_str(), raw);
    for credit in &reading.credits {
        let spans = [credit.span, credit.line]
            .into_iter()
            .chain(credit.label)
            .chain(credit.persons.iter().copied())
            .chain(credit.organisations.iter().copied());
        for span in spans {
            prop_assert!(
                raw.get(span.start..span.end).is_some(),
                "{span:?} in {raw:?}"
            );
        }
        let (whole, line) = (credit.span, credit.line);
        prop_assert!(
            whole.start <= line.start && line.end <= whole.end,
            "{raw:?}"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn reading_loses_nothing_of_any_text(raw in texts()) {
        loses_nothing(&read(&raw, &LEXICON))?;
        loses_nothing(&read_credit(&raw, &LEXICON))?;
    }

    #[test]
    fn a_caption_that_was_read_for_certain_holds_no_credit(raw in texts()) {
        let reading = read(&raw, &LEXICON);
        if reading.confidence != Confidence::Certain {
            return Ok(());
        }
        let caption = reading.caption();
        let again = read(&caption, &LEXICON);
        prop_assert!(again.credits.is_empty(), "{caption:?} of {raw:?}");
    }
}

/// Texts that make a careless reader start anew at every token.
const HOSTILE: [&str; 26] = [
    "(",
    ")",
    "((a) ",
    "Credit: ",
    "Photo by ",
    "Credit: Ann Lee ",
    "Credit: Ann Lee/AP ",
    "Ann Lee/AP ",
    "Ann Lee ",
    "AP ",
    "/ ",
    "Ann Lee, ",
    "a ",
    "Ann and ",
    "via ",
    "© ",
    "Foto Foto: ",
    "图片来源：新华社记者",
    "The ferry sails. (Ann Lee) ",
    "Ann Lee/AP\n",
    "1 of 2 ",
    "1 of 2\n",
    "3Boats of2 ",
    "leeAnn.dpa ",
    "ABC123. ",
    "Harbour photo by ",
];

#[test]
fn reading_takes_time_linear_in_the_text() {
    const ONCE: usize = 1500;
    let mut bad = Vec::new();
    for piece in HOSTILE {
        let visits = [1, 2, 4].map(|times| read::visits(&piece.repeat(ONCE * times), &LEXICON));
        let [one, two, four] = visits;
        if two * 10 > one * 23 || four * 10 > two * 23 {
            bad.push((piece, visits));
        }
    }
    assert!(bad.is_empty(), "{bad:?}");
}

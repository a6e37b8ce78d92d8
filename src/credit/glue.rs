//! Cuts words that were printed without the space between them: `rabbitCredit: …`, `BerlinReuters`,
//! `新华社记者李四摄`.

mod credit;
mod hyphen;

use super::fold::fold;
use super::lexicon::{Lexicon, Sense, Sort, WordSense};
use super::tokens::{Gap, Kind, Shape, Token, is_unspaced, shape_of, token};
use crate::model::Span;
pub(super) use credit::{cut_glued_captions, cut_glued_credits};
pub(super) use hyphen::cut_hyphens;

/// The longest phrase, in letters, that is looked for inside a run without spaces.
const LONGEST_UNSPACED: usize = 12;
/// A label that is told from the word to which it is glued has no fewer letters.
const LETTERS_OF_LABEL: usize = 3;
/// No words that are glued are longer, in bytes: looking at each ending of each stays linear.
const LONGEST_WORD: usize = 160;
/// So many words before the last may belong to a phrase of furniture.
const WORDS_OF_FURNITURE: usize = 3;

/// The words that one run of letters holds.
pub(super) fn pieces(raw: &str, word: Span, shape: Shape, lexicon: &Lexicon) -> Vec<Span> {
    let text = word.of(raw);
    let cuts = match shape {
        Shape::Mixed | Shape::Address if text.len() > LONGEST_WORD => Vec::new(),
        Shape::Caseless => unspaced_cuts(text, raw.get(word.end..).unwrap_or_default(), lexicon),
        Shape::Mixed => {
            let mut cuts = furniture_cuts(raw, word, lexicon);
            cuts.extend(hump_cuts(
                text,
                raw.get(word.end..).unwrap_or_default(),
                lexicon,
            ));
            cuts.sort_unstable();
            cuts
        }
        Shape::Address => dotted_cuts(text, raw.get(word.end..).unwrap_or_default(), lexicon),
        Shape::Lower
        | Shape::Title
        | Shape::Upper
        | Shape::Initial
        | Shape::Handle
        | Shape::Mail => Vec::new(),
    };
    let mut start = word.start;
    let mut spans = Vec::with_capacity(cuts.len() + 1);
    for cut in cuts {
        let end = word.start + cut;
        if end > start && end < word.end {
            spans.push(Span::new(start, end));
            start = end;
        }
    }
    spans.push(Span::new(start, word.end));
    spans
}

/// How long the number of a photo is that a page printed right before its caption, in bytes: `3` of
/// `3Boats lie …`, `3of4` of `3of4A boat …`; 0 where there is none.
pub(super) fn number_before(word: &str, lexicon: &Lexicon) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let length = digits(word);
    let rest = word.get(length..).unwrap_or_default();
    let joint = rest.len() - rest.trim_start_matches(char::is_lowercase).len();
    let total = digits(rest.get(joint..).unwrap_or_default());
    let is_counter = (2..=3).contains(&joint) && (1..=3).contains(&total);
    let length = if is_counter {
        length + joint + total
    } else {
        length
    };
    let caption = word.get(length..).unwrap_or_default();
    let mut letters = caption.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    let is_word = letters.take(2).filter(|c| c.is_lowercase()).count() == 2;
    let is_number = (1..=3).contains(&digits(word)) && is_capital && (is_word || is_counter);
    if is_number && lexicon.organisation_id(&fold(word)).is_none() {
        length
    } else {
        0
    }
}

/// Cuts around every phrase of the lexicon, longest first. Korean writes spaces, so a phrase is cut
/// there only from the end of a word, and so is a label of any script that a colon follows:
/// `בטקס הפתיחהצילום: …`.
fn unspaced_cuts(text: &str, after: &str, lexicon: &Lexicon) -> Vec<usize> {
    let starts: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let count = starts.len().saturating_sub(1);
    let slice = |from: usize, to: usize| {
        Some((
            *starts.get(from)?,
            text.get(*starts.get(from)?..*starts.get(to)?)?,
        ))
    };
    if !text.chars().next().is_some_and(is_unspaced) {
        let ending = (count.saturating_sub(LONGEST_UNSPACED).max(1)..count).find_map(|from| {
            let (at, phrase) = slice(from, count)?;
            let is_label = after.starts_with([':', '：'])
                && from.min(count - from) >= LETTERS_OF_LABEL
                && lexicon.is_phrase(phrase, Sense::Label);
            (is_label || lexicon.knows_unspaced(&fold(phrase))).then_some(at)
        });
        return ending.into_iter().collect();
    }
    let mut cuts = Vec::new();
    let mut at = 0;
    while at < count {
        let longest = (at + 1..=(at + LONGEST_UNSPACED).min(count))
            .rev()
            .find(|&to| {
                slice(at, to).is_some_and(|(_, phrase)| lexicon.knows_unspaced(&fold(phrase)))
            });
        if let Some(to) = longest {
            cuts.extend(
                slice(at, to)
                    .map(|(start, phrase)| [start, start + phrase.len()])
                    .into_iter()
                    .flatten(),
            );
            at = to;
        } else {
            at += 1;
        }
    }
    cuts
}

/// Cuts before a glued label or agency; `after` is the text behind the word.
fn hump_cuts(text: &str, after: &str, lexicon: &Lexicon) -> Vec<usize> {
    if lexicon.organisation_id(&fold(text)).is_some() {
        return Vec::new();
    }
    let humps = humps(text);
    let is_marked = after
        .trim_start()
        .starts_with([':', '：', '=', '.', '…', '©']);
    let mut cuts = Vec::new();
    for (n, &hump) in humps.iter().enumerate() {
        let suffix = text.get(hump..).unwrap_or_default();
        let key = fold(suffix);
        let is_label = (lexicon.is(&key, WordSense::GluedLabel)
            && (is_marked || is_label_by(suffix, after, lexicon)))
            || (is_marked && lexicon.is_phrase(suffix, Sense::Label));
        let is_label = is_label || is_furniture(suffix, after, lexicon);
        let is_agency = lexicon.organisation_id(&key).is_some() && is_agency(suffix, lexicon);
        let end = humps.get(n + 1).copied().unwrap_or(text.len());
        let is_credit = matches!(
            fold(text.get(hump..end).unwrap_or_default()).as_ref(),
            "credit" | "credits"
        );
        let is_year = hump == 4 && text.bytes().take(4).all(|b| b.is_ascii_digit());
        if is_credit {
            cuts.extend([hump, end]);
        } else if is_label || is_agency || is_year {
            cuts.push(hump);
        }
        if is_label || is_agency {
            break;
        }
    }
    cuts.extend(buried_label(text, after, is_marked, lexicon));
    if let Some(name) = name_in_capitals(text, &humps, after) {
        cuts.push(name);
    }
    if text.starts_with("Credit") && humps.first() == Some(&"Credit".len()) {
        cuts.insert(0, "Credit".len());
    }
    cuts
}

/// Where a label begins behind capitals: `AFPFoto: …`, `AIImage Credits: …`.
fn buried_label(text: &str, after: &str, is_marked: bool, lexicon: &Lexicon) -> Option<usize> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    letters.windows(4).find_map(|window| {
        let [(_, one), (_, two), (at, first), (_, second)] = window else {
            return None;
        };
        let is_buried = one.is_uppercase()
            && two.is_uppercase()
            && first.is_uppercase()
            && second.is_lowercase();
        let suffix = text.get(*at..)?;
        let is_label = is_buried
            && ((is_marked && lexicon.is_phrase(suffix, Sense::Label))
                || (lexicon.is(&fold(suffix), WordSense::GluedLabel)
                    && (is_marked || is_label_by(suffix, after, lexicon))));
        is_label.then_some(*at)
    })
}

/// Where a name in capitals is glued to a caption in small letters: `… in TorvikANN LEE`.
fn name_in_capitals(text: &str, humps: &[usize], after: &str) -> Option<usize> {
    let &[hump] = humps else { return None };
    let (caption, name) = text.split_at_checked(hump)?;
    let next = after.strip_prefix(' ')?.split_whitespace().next()?;
    let is_capitals =
        |word: &str| word.chars().count() > 2 && word.chars().all(|c| c.is_uppercase() || c == '-');
    (caption.chars().count() > 2 && is_capitals(name) && is_capitals(next)).then_some(hump)
}

/// Where a page's furniture ends and the caption is glued to it: `Media captionThe ferry …`.
fn furniture_cuts(raw: &str, word: Span, lexicon: &Lexicon) -> Vec<usize> {
    let text = word.of(raw);
    // No further back than a phrase of furniture is long, so that a text without spaces stays cheap.
    let from = raw.floor_char_boundary(word.start.saturating_sub(LONGEST_WORD));
    let before = raw.get(from..word.start).unwrap_or_default();
    let humps = humps(text);
    let Some((&hump, prefix)) = humps
        .first()
        .and_then(|hump| Some((hump, text.get(..*hump)?)))
    else {
        return Vec::new();
    };
    let mut phrase = prefix.to_owned();
    for word in before.split_whitespace().rev().take(WORDS_OF_FURNITURE) {
        phrase = format!("{word} {phrase}");
        if lexicon.is_phrase(&phrase, Sense::Furniture) {
            return vec![hump];
        }
    }
    Vec::new()
}

/// Where an agency begins behind the full stop of a caption: `… in the harbour.dpa`, and where a name is
/// glued to the address of a house: `example.comAnn Lee`.
fn dotted_cuts(text: &str, after: &str, lexicon: &Lexicon) -> Vec<usize> {
    if let [hump] = humps(text).as_slice()
        && text.get(..*hump).is_some_and(ends_as_address)
    {
        return vec![*hump];
    }
    let Some((caption, name)) = text.rsplit_once('.') else {
        return Vec::new();
    };
    let is_word = caption.chars().count() > 2 && caption.chars().all(char::is_alphabetic);
    let next = after
        .strip_prefix(' ')
        .and_then(|rest| rest.split([' ', '/', ',']).next());
    let is_known = || {
        let two = next.map(|next| fold(name).into_owned() + &fold(next));
        is_agency(name, lexicon) || two.is_some_and(|two| lexicon.organisation_id(&two).is_some())
    };
    if is_word && !name.is_empty() && is_known() {
        vec![caption.len(), caption.len() + 1]
    } else {
        Vec::new()
    }
}

/// Whether a text ends as the address of a site does.
fn ends_as_address(text: &str) -> bool {
    [
        ".com", ".org", ".net", ".co.uk", ".info", ".de", ".fr", ".it", ".es", ".nl", ".pl",
    ]
    .iter()
    .any(|ending| text.ends_with(ending))
}

/// Whether two words may be glued in a word, and nothing says where: `DukeHerrera`.
pub(super) fn is_doubtful(word: &Token<'_>, lexicon: &Lexicon) -> bool {
    if word.shape() == Some(Shape::Address) {
        let caption = word
            .text
            .rsplit_once('.')
            .map_or("", |(caption, _)| caption);
        return caption.chars().count() > 3
            && caption.chars().all(char::is_lowercase)
            && !word.text.contains('/')
            && word.text.matches('.').count() == 1
            && lexicon.is(&word.key, WordSense::Prose);
    }
    if word.shape() != Some(Shape::Mixed) {
        return false;
    }
    let &[hump, ..] = humps(word.text).as_slice() else {
        return false;
    };
    let (first, second) = word.text.split_at_checked(hump).unwrap_or_default();
    first.chars().count() > 3
        && second.chars().count() > 1
        && lexicon.organisation_id(&word.key).is_none()
}

fn is_agency(name: &str, lexicon: &Lexicon) -> bool {
    let span = Span::new(0, name.len());
    let tokens = [token(name, span, Kind::Word(shape_of(name)), Gap::None)];
    lexicon.facts(&tokens).organisation.is_some_and(|known| {
        known.is_exact
            && !known.is_weak
            && matches!(known.sort, Sort::Agency | Sort::Library)
            && name.chars().count() > 1
    })
}

/// Whether the text goes on as `by` does behind the label: `rabbitPhoto by …`.
fn is_label_by(label: &str, after: &str, lexicon: &Lexicon) -> bool {
    let next = after
        .strip_prefix(' ')
        .and_then(|rest| rest.split_whitespace().next());
    next.is_some_and(|word| {
        let phrase = format!("{label} {}", word.trim_end_matches([':', '：']));
        lexicon.is_phrase(&phrase, Sense::By)
            || (word.ends_with([':', '：']) && lexicon.is_phrase(&phrase, Sense::Label))
    })
}

/// Whether the text goes on as page furniture does: `HarbourImage caption, …`.
fn is_furniture(hump: &str, after: &str, lexicon: &Lexicon) -> bool {
    let Some(rest) = after.strip_prefix(' ') else {
        return false;
    };
    let mut phrase = hump.to_owned();
    rest.split(' ').take(WORDS_OF_FURNITURE).any(|word| {
        let end = word.find([',', '،', ':', '\n']).unwrap_or(word.len());
        let end = humps(word).first().copied().unwrap_or(word.len()).min(end);
        phrase.push(' ');
        phrase.push_str(word.get(..end).unwrap_or_default());
        end > 0 && lexicon.is_phrase(&phrase, Sense::Furniture)
    })
}

/// Where a capital follows a small letter or a digit.
fn humps(text: &str) -> Vec<usize> {
    let mut last = ' ';
    let mut humps = Vec::new();
    for (at, c) in text.char_indices() {
        if c.is_uppercase() && (last.is_lowercase() || last.is_numeric()) {
            humps.push(at);
        }
        last = c;
    }
    humps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credit::read;
    use crate::credit::tokens::cut;

    #[test]
    fn the_number_of_a_photo_is_no_part_of_its_caption() {
        let lexicon = Lexicon::built_in();
        for (raw, expected) in [
            (
                "3Two boats lie in the harbour. (Ann Lee/AP)",
                "Two boats lie in the harbour.",
            ),
            (
                "3of4A boat lies in the harbour. (Ann Lee/AP)",
                "A boat lies in the harbour.",
            ),
            (
                "2 of 9 The boat lies in the harbour. (Ann Lee/AP)",
                "The boat lies in the harbour.",
            ),
            (
                "3D printers in the harbour. (Ann Lee/AP)",
                "3D printers in the harbour.",
            ),
            (
                "2 of 9 boats came back. (Ann Lee/AP)",
                "2 of 9 boats came back.",
            ),
        ] {
            assert_eq!(read(raw, &lexicon).caption(), expected, "{raw}");
        }
    }

    #[test]
    fn a_credit_is_cut_from_the_caption_glued_to_it() {
        let lexicon = Lexicon::built_in();
        for (raw, expected) in [
            (
                "© AP Photo / Ana PérezTwo boats lie there",
                &["©", "AP", "Photo", "/", "Ana", "Pérez", "Two"][..],
            ),
            (
                "Foto: Ana PérezTwo boats",
                &["Foto", ":", "Ana", "Pérez", "Two"],
            ),
            (
                "Ronald McDonald met Ana",
                &["Ronald", "McDonald", "met", "Ana"],
            ),
            (
                "A / B: Johan DeVries sings",
                &["A", "/", "B", ":", "Johan", "DeVries", "sings"],
            ),
        ] {
            let tokens = cut(raw, &lexicon);
            let printed: Vec<&str> = tokens
                .iter()
                .map(|token| token.text)
                .take(expected.len())
                .collect();
            assert_eq!(printed, expected, "{raw}");
        }
    }

    #[test]
    fn words_without_the_space_between_them_are_cut() {
        let lexicon = Lexicon::built_in();
        for (raw, caption, credit) in [
            (
                "Boats can carry risks, too, and sink in the harbour.dpa",
                "Boats can carry risks, too, and sink in the harbour.",
                "dpa",
            ),
            (
                "The old pilot at his house in TorvikANN MARIA LEE",
                "The old pilot at his house in Torvik",
                "ANN MARIA LEE",
            ),
            (
                "A board powered by AIImage Credits: Merrow",
                "A board powered by AI",
                "Merrow",
            ),
            (
                "The pier under the Puente TorvikAnn Lee/Agencia Uno",
                "The pier under the Puente Torvik",
                "Ann Lee/Agencia Uno",
            ),
            (
                "The pier in the harbour on 17 May 2024Ann Lee / AP",
                "The pier in the harbour on 17 May 2024",
                "Ann Lee / AP",
            ),
            (
                "Boats lie in the harbour. Photo: Ann Lee (48812901)",
                "Boats lie in the harbour.",
                "Ann Lee",
            ),
        ] {
            let reading = read(raw, &lexicon);
            assert_eq!(reading.caption(), caption, "{raw}");
            assert_eq!(reading.credit_line().as_deref(), Some(credit), "{raw}");
        }
    }

    #[test]
    fn a_word_without_end_is_left_as_it_is() {
        let word = "aBcD".repeat(50_000);
        let tokens = cut(&word, &Lexicon::built_in());
        assert_eq!(tokens.len(), 1);
    }

    #[test]
    fn nothing_is_certain_where_words_may_be_glued() {
        let lexicon = Lexicon::built_in();
        let reading = read("The DukeHerrera sails. (Ann Lee/AP)", &lexicon);
        assert_eq!(reading.confidence, crate::credit::Confidence::Likely);
    }

    #[test]
    fn a_joiner_that_shows_nothing_parts_no_word() {
        let tokens = cut("برف\u{200c}روب ها", &Lexicon::built_in());
        assert_eq!(tokens.len(), 2);
    }
}

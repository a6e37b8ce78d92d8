//! One chunk of a credit line, between two ties: `AP file`, `Ann Lee Archives Le Devoir`, `Archivo El País`.

use std::ops::Range;

use super::lexicon::{Known, Sense, Sort, WordSense};
use super::line::{Ending, Extent, Name, Tie};
use super::name::Bearer;
use super::text::Text;
use super::tokens::{Gap, Mark, Shape};

/// The most words of a chunk that may all be small ("ann lee", a user's name).
const SMALL_WORDS: usize = 3;
/// An acronym of so few letters is one only in its own case.
const LETTERS_OF_ACRONYM: usize = 2;
/// So many capitalised words may go on with the name of a known organisation.
const WORDS_OF_MORE: usize = 4;
/// `the artist and the family`: so many words may stand for whoever gave the picture.
const WORDS_OF_SOMEBODY: usize = 6;
/// The most stray small words that a labelled line may hold.
const STRAYS: usize = 12;

/// What one chunk holds.
pub(super) struct Chunk {
    pub(super) names: Vec<Name>,
    pub(super) qualifiers: Vec<Range<usize>>,
    /// Where it ends: before the range's end where a caption follows.
    pub(super) end: usize,
    pub(super) ending: Ending,
    pub(super) strays: usize,
}

/// Reads a chunk; none where it cannot be part of a credit.
pub(super) fn read(
    text: &Text<'_, '_>,
    range: Range<usize>,
    tie: Tie,
    extent: Extent,
) -> Option<Chunk> {
    let (end, ending) = match extent {
        Extent::Whole | Extent::Strict => (range.end, Ending::Marked),
        Extent::Open => end_before_prose(text, &range),
    };
    let mut chunk = Chunk {
        names: Vec::new(),
        qualifiers: Vec::new(),
        end,
        ending,
        strays: 0,
    };
    let mut next_tie = tie;
    let mut at = range.start;
    let mut rest = at;
    let mut has_role = false;
    while at < end {
        if let Some(length) = after_label(text, rest, at, end) {
            chunk.take_rest(text, rest..at, &mut next_tie, true);
            at += length;
            rest = at;
        } else if let Some(length) = qualifier(text, rest, at..end, range.start, tie) {
            chunk.take_rest(text, rest..at, &mut next_tie, has_role);
            has_role = text.length(at, Sense::Role) == length;
            chunk.qualifiers.push(at..at + length);
            at += length;
            rest = at;
        } else if let Some(known) = organisation(text, rest, at, end) {
            let titled = is_article_of(text, rest..at).then_some(rest);
            if titled.is_none() {
                chunk.take_rest(text, rest..at, &mut next_tie, has_role);
            }
            at = chunk.take_known(text, at, known, end, &mut next_tie);
            if let (Some(article), Some(name)) = (titled, chunk.names.last_mut()) {
                name.tokens.start = article;
                name.bare.start = article;
            }
            rest = at;
        } else if text.shape(at) == Some(Shape::Mail) && at > rest {
            chunk.take_rest(text, rest..at, &mut next_tie, has_role);
            rest = at;
            at += 1;
        } else if is_year(text, at) && (at > range.start || at + 1 < end) {
            chunk.take_rest(text, rest..at, &mut next_tie, has_role);
            at += 1;
            rest = at;
        } else {
            at += 1;
        }
    }
    chunk.take_rest(text, rest..end, &mut next_tie, has_role);
    let is_allowed = match extent {
        Extent::Strict => chunk.strays == 0,
        Extent::Whole => chunk.strays <= STRAYS,
        Extent::Open => true,
    };
    is_allowed.then_some(chunk)
}

impl Chunk {
    /// Takes the words between two known things as a name.
    fn take_rest(
        &mut self,
        text: &Text<'_, '_>,
        rest: Range<usize>,
        tie: &mut Tie,
        has_role: bool,
    ) {
        let is_small = |at: usize| text.shape(at) == Some(Shape::Lower) || !text.is_word(at);
        let mut start = rest.start;
        let mut end = rest.end;
        let words = rest.clone().filter(|&at| text.is_word(at)).count();
        if !rest.clone().any(|at| text.shape(at).is_some()) {
            // Figures alone name nobody.
            return;
        }
        if rest.clone().any(|at| text.is_running_script(at)) {
            self.strays += words;
            return;
        }
        let is_date = |at: usize| text.shape(at).is_none() || text.is(at, WordSense::Date);
        if rest.clone().all(is_date) && rest.clone().any(|at| text.is_number(at)) {
            // A date beside names says when; where nobody is named it is no credit.
            if *tie == Tie::None {
                self.strays += words;
            }
            return;
        }
        let all_small = rest.clone().all(is_small);
        let is_prose = rest.clone().any(|at| {
            text.is(at, WordSense::Prose)
                && text.shape(at) == Some(Shape::Lower)
                && !text.is(at, WordSense::Particle)
        });
        if all_small
            && words > 0
            && (words > SMALL_WORDS
                || is_prose
                || (words == 1 && text.is(start, WordSense::Connector)))
        {
            self.strays += words;
            return;
        }
        if !all_small {
            while start < end && is_small(start) && !is_article(text, start) {
                start += 1;
            }
            let is_body = (start..end).any(|at| text.is(at, WordSense::Organisation));
            // A small word may end a body's name: `Torvik kommune`.
            let ends_body = |at: usize| {
                is_body
                    && text.is_word(at)
                    && !text.is(at, WordSense::Prose)
                    && !text.is(at, WordSense::Style)
            };
            while start < end
                && is_small(end - 1)
                && !is_closing(text, end - 1)
                && !ends_body(end - 1)
            {
                end -= 1;
            }
        }
        let trimmed = (rest.start..start).chain(end..rest.end);
        let left_out = trimmed
            .filter(|&at| text.shape(at) == Some(Shape::Lower) && text.is_word(at))
            .count();
        if left_out > SMALL_WORDS {
            // So many small words beside a name are a sentence.
            self.strays += left_out;
        }
        if start >= end || words == 0 {
            return;
        }
        let stray = |&at: &usize| {
            text.shape(at) == Some(Shape::Lower)
                && !text.is(at, WordSense::Particle)
                && !text.is(at, WordSense::Connector)
                && !text.is(at, WordSense::Organisation)
        };
        self.strays += if all_small {
            0
        } else {
            (start..end).filter(stray).count()
        };
        if let Some(half) = said_again(text, start..end) {
            self.take_rest(text, start..half, tie, has_role);
            self.take_rest(text, half..end, tie, has_role);
            return;
        }
        let tokens = start..end;
        let closes_alone = text.is_mark(end - 1, Mark::Quote)
            && !(start..end - 1).any(|at| text.is_mark(at, Mark::Quote));
        let bare_end = if closes_alone { end - 1 } else { end };
        let is_house_style = tokens.len() == 2
            && text.shape(start) == Some(Shape::Upper)
            && text.is(start + 1, WordSense::Style);
        let name = Name {
            // The photo of `XY Photo` is a style, as that of `AP Photo` is.
            bare: start..if is_house_style { start + 1 } else { bare_end },
            tokens,
            bearer: Bearer::Person,
            known: None,
            tie: *tie,
            has_role,
        };
        self.names.push(name);
        *tie = Tie::None;
    }

    /// Takes a known organisation with what belongs to its name; says where the chunk goes on.
    fn take_known(
        &mut self,
        text: &Text<'_, '_>,
        at: usize,
        known: Known,
        end: usize,
        tie: &mut Tie,
    ) -> usize {
        let mut bare = at..at + known.tokens;
        let mut whole = bare.end;
        while whole < end && text.is(whole, WordSense::Style) && known.sort != Sort::Body {
            whole += 1;
        }
        let is_more = is_extended(text, &bare, end) || goes_on_of(text, &bare, end);
        if whole == bare.end && is_more {
            bare.end = end;
            whole = end;
        }
        let name = Name {
            tokens: at..whole,
            bare,
            bearer: Bearer::Organisation,
            known: Some(known),
            tie: *tie,
            has_role: false,
        };
        self.names.push(name);
        *tie = Tie::None;
        whole
    }
}

/// Where a name is said once more without a mark between: `Ann Lee Ann Lee`.
fn said_again(text: &Text<'_, '_>, words: Range<usize>) -> Option<usize> {
    let half = words.start + words.len() / 2;
    let is_again = words.len() >= 4
        && words.len().is_multiple_of(2)
        && (words.start..half)
            .zip(half..words.end)
            .all(|(one, other)| text.key(one) == text.key(other));
    is_again.then_some(half)
}

/// Whether a word or figure behind a known name belongs to it: "La República 24", "Getty Images Asia".
fn is_extended(text: &Text<'_, '_>, bare: &Range<usize>, end: usize) -> bool {
    let more = end.saturating_sub(bare.end);
    more == 1
        && text.is_word(bare.end)
        && text.gap(bare.end) == Gap::Space
        && !text.is(bare.end, WordSense::GivenName)
        && text.length(bare.end, Sense::Qualifier) == 0
        && !is_year(text, bare.end)
        && (text.shape(bare.end).is_none()
            || matches!(text.shape(bare.end), Some(Shape::Title | Shape::Upper)))
        && text.known(bare.end).is_none()
}

/// Whether a small word leads on to more of a known name: `Presidencia de Costa Verde`, `LE SOLEIL DU NORD`.
fn goes_on_of(text: &Text<'_, '_>, bare: &Range<usize>, end: usize) -> bool {
    let is_of = |at: usize| {
        (text.is(at, WordSense::Particle) || text.is(at, WordSense::Connector))
            && matches!(
                text.key(at),
                "de" | "del"
                    | "du"
                    | "des"
                    | "di"
                    | "della"
                    | "do"
                    | "da"
                    | "of"
                    | "von"
                    | "van"
                    | "der"
            )
    };
    let rest = bare.end..end;
    let words = rest.clone().filter(|&at| !is_of(at)).count();
    is_of(rest.start)
        && (1..=WORDS_OF_MORE).contains(&words)
        && rest
            .clone()
            .all(|at| text.gap(at) == Gap::Space && text.known(at).is_none())
        && rest
            .clone()
            .all(|at| is_of(at) || text.is(at, WordSense::Article) || text.is_capital(at))
        && text.is_capital(end - 1)
}

/// Whether these words are the article of the name behind them: `The Trustees of …`.
fn is_article_of(text: &Text<'_, '_>, words: Range<usize>) -> bool {
    words.len() == 1
        && text.is(words.start, WordSense::Article)
        && text.is_capital(words.start)
        && (text.key(words.start) == "the" || !text.is(words.start, WordSense::GivenName))
        && text.gap(words.end) == Gap::Space
}

fn is_article(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(
        text.key(at),
        "taz" | "al" | "el" | "van" | "von" | "de" | "da" | "di" | "del" | "bin" | "abu" | "al-"
    ) && text.is_word(at)
}

/// Whether a mark closes a name: the dot of `Inc.`, a quotation mark.
fn is_closing(text: &Text<'_, '_>, at: usize) -> bool {
    text.is_mark(at, Mark::Quote) || text.is_dot_inside(at)
}

fn is_year(text: &Text<'_, '_>, at: usize) -> bool {
    let digits = text.printed(at);
    digits.len() == 4
        && digits.bytes().all(|b| b.is_ascii_digit())
        && (digits.starts_with("19") || digits.starts_with("20"))
}

/// A word that follows a person's name as its label: 摄, 撮影, 기자.
fn after_label(text: &Text<'_, '_>, rest: usize, at: usize, end: usize) -> Option<usize> {
    let length = text.length(at, Sense::After);
    (length > 0 && at > rest && at + length <= end).then_some(length)
}

/// How long the qualifier is that stands here and is no part of a name.
fn qualifier(
    text: &Text<'_, '_>,
    rest: usize,
    within: Range<usize>,
    start: usize,
    tie: Tie,
) -> Option<usize> {
    let Range { start: at, end } = within;
    if text.is_mere_word(at) {
        return None;
    }
    let length = [
        Sense::Qualifier,
        Sense::KindOfPicture,
        Sense::ArchiveNote,
        Sense::Place,
        Sense::Role,
    ]
    .map(|sense| text.length(at, sense))
    .into_iter()
    .max()
    .filter(|&length| length > 0 && at + length <= end)?;
    if text.known(at).is_some_and(|known| {
        known.tokens >= length
            && at + known.tokens <= end
            && (known.tokens > length || known.is_exact)
    }) {
        return None;
    }
    let is_whole = at == start && at + length == end;
    let opens_institution = at == start
        && at + length < end
        && text.is(at, WordSense::Organisation)
        && text.shape(at + length) == Some(Shape::Lower)
        && !text.is(at + length, WordSense::Prose);
    if opens_institution && length == 1 {
        // `пресс-служба мэрии` is a body, `пресс-служба` alone names nobody.
        return None;
    }
    let is_single_place =
        text.length(at, Sense::Place) == length && text.length(at, Sense::Qualifier) == 0;
    if is_single_place && !is_whole && text.shape(at) != Some(Shape::Lower) {
        return None;
    }
    if is_whole || length > 1 || text.shape(at) == Some(Shape::Lower) {
        let is_small_word = text.is(at, WordSense::Prose) && length == 1;
        let length = length + somebody(text, at + length..end);
        return (!is_small_word || text.length(at, Sense::Via) > 0).then_some(length);
    }
    let may_be_name = text.is(at, WordSense::Organisation)
        || text.is(at, WordSense::GivenName)
        || (text.shape(at) != Some(Shape::Caseless) && text.printed(at).chars().count() < 3);
    let known_follows = text
        .known(at + length)
        .is_some_and(|known| at + length + known.tokens <= end);
    let known_precedes = (rest == at) && at > start;
    let is_between = known_follows && (at == start || rest < at);
    let leads = at == start && at + length < end;
    let closes = at + length == end && at > start;
    let is_qualifier = if may_be_name {
        is_between || known_precedes || known_follows && leads
    } else {
        leads || closes || is_between || known_precedes
    };
    // `Ann Lee/Torvik Staff`
    let signs_house =
        closes && tie == Tie::Slash && length == 1 && text.length(at, Sense::Role) == length;
    let is_qualifier = is_qualifier || signs_house;
    is_qualifier.then_some(length)
}

/// How many words behind `Courtesy of` name nobody: `the artist's family`.
fn somebody(text: &Text<'_, '_>, words: Range<usize>) -> usize {
    let is_led = text.is(words.start, WordSense::Article) || text.key(words.start) == "l";
    let is_somebody = |at: usize| {
        text.shape(at) == Some(Shape::Lower)
            && text.known(at).is_none()
            && !text.is(at, WordSense::Organisation)
    };
    let count = words.len();
    let is_all =
        is_led && (2..=WORDS_OF_SOMEBODY).contains(&count) && words.clone().all(is_somebody);
    if is_all { count } else { 0 }
}

/// The organisation that stands here, where it is not a part of a person's name.
fn organisation(text: &Text<'_, '_>, rest: usize, at: usize, end: usize) -> Option<Known> {
    let known = text.known(at).filter(|known| at + known.tokens <= end)?;
    let next = at + known.tokens;
    let words_before = at - rest;
    if !known.is_exact && text.printed(at).chars().count() <= LETTERS_OF_ACRONYM {
        // `Un` is no UN.
        return None;
    }
    if words_before > 0 && known.tokens == 1 && super::line::is_legal_form(text, at, end) {
        // `Torvik Holding AG` is one body.
        return None;
    }
    if known.tokens == 1 {
        let is_capitals = text.shape(at) == Some(Shape::Upper) && known.is_exact;
        let next_capital = next < end
            && matches!(text.shape(next), Some(Shape::Title | Shape::Mixed))
            && text.gap(next) == Gap::Space;
        let is_only = words_before == 0 && next == end;
        let follows_given = words_before == 1 && matches!(text.shape(rest), Some(Shape::Title));
        if is_only {
            return Some(known);
        }
        let is_word_of_house = matches!(known.sort, Sort::Publication | Sort::Body)
            && words_before == 1
            && text.shape(rest) == text.shape(at);
        if is_word_of_house {
            // `TORVIK TIMES` is no Torvik of The Times.
            return None;
        }
        if follows_given && !is_capitals && text.shape(at) != Some(Shape::Lower) {
            return None;
        }
        if known.is_weak
            && !is_capitals
            && (words_before > 0 || next_capital)
            && !text.is(next, WordSense::Style)
        {
            return None;
        }
        if known.is_weak
            && is_capitals
            && next_capital
            && words_before == 0
            && !text.is(next, WordSense::Style)
            && !text.is(next, WordSense::GivenName)
        {
            return None;
        }
        if text.shape(at) == Some(Shape::Lower) && !known.is_exact && words_before > 0 {
            return None;
        }
    }
    Some(known)
}

/// Where the names of a chunk end and a caption begins.
fn end_before_prose(text: &Text<'_, '_>, range: &Range<usize>) -> (usize, Ending) {
    let mut at = range.start;
    let mut last_known = None;
    while at < range.end {
        if let Some(known) = text
            .known(at)
            .filter(|known| at + known.tokens <= range.end && (known.is_exact || at == range.start))
        {
            at += known.tokens;
            while at < range.end && text.is(at, WordSense::Style) {
                at += 1;
            }
            last_known = Some(at);
            continue;
        }
        if text.shape(at) == Some(Shape::Mail) {
            at += 1;
            last_known = Some(at);
            continue;
        }
        if at > range.start && is_opener(text, at) {
            return (at, Ending::Seen);
        }
        if !is_name_material(text, range, at) {
            return before_sentence(text, range.start, at, last_known);
        }
        at += 1;
    }
    (range.end, Ending::Marked)
}

/// Whether a capitalised small word begins a sentence here: "… Mit", "… The".
fn is_opener(text: &Text<'_, '_>, at: usize) -> bool {
    text.is(at, WordSense::Prose)
        && matches!(text.shape(at), Some(Shape::Title | Shape::Upper))
        && !(text.shape(at) == Some(Shape::Upper) && text.printed(at).chars().count() > 1)
        && text.gap(at) != Gap::None
}

fn is_name_material(text: &Text<'_, '_>, range: &Range<usize>, at: usize) -> bool {
    if !text.is_word(at) {
        return true;
    }
    if text.is_running_script(at) {
        return false;
    }
    if text.shape(at) != Some(Shape::Lower) {
        return true;
    }
    let qualifier = text.length(at, Sense::Qualifier);
    if qualifier > 0 && !text.is(at, WordSense::Prose) {
        return true;
    }
    let joins = (text.is(at, WordSense::Particle) || text.is(at, WordSense::Connector))
        && at > range.start
        && (at + 1..(at + 3).min(range.end)).any(|next| text.is_capital(next));
    let is_only = range.len() == 1;
    joins || is_only
}

/// The caption's first words stand in the same run as the names: where does it begin?
fn before_sentence(
    text: &Text<'_, '_>,
    start: usize,
    at: usize,
    last_known: Option<usize>,
) -> (usize, Ending) {
    if let Some(known) = last_known {
        return if known < at {
            (known, Ending::Seen)
        } else {
            (at, Ending::Seen)
        };
    }
    let words = at - start;
    if words < 3 {
        return (start, Ending::Guessed);
    }
    let is_middle = |word: usize| {
        text.shape(word) == Some(Shape::Initial) || text.is(word, WordSense::Particle)
    };
    let mut end = start + 2;
    while end < at && is_middle(end - 1) {
        end += 1;
    }
    (end, Ending::Guessed)
}

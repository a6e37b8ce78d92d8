//! Person or organisation? Told from how a name is written and from what stands beside it.

use std::ops::Range;

use super::fold::fold;
use super::lexicon::{Sort, WordSense};
use super::text::Text;
use super::tokens::{Shape, is_unspaced};

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bearer {
    Person,
    Organisation,
}

/// What stands beside a name in its credit line.
#[derive(Debug, Clone, Copy, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one observation, and they are set by name"
)]
pub(super) struct Beside {
    /// A library, whose contributors sign with user names, or an agency.
    pub(super) known: Option<Sort>,
    /// Whether an organisation stands before it.
    pub(super) after_organisation: bool,
    /// Whether a word such as "photographer" or 摄 says what it is.
    pub(super) has_role: bool,
    /// Whether "for" or "via" leads it, which leads organisations.
    pub(super) is_led: bool,
    /// Whether a person's name follows.
    pub(super) before_person: bool,
    /// Whether a slash or a bar parts it from a name that begins with a given name.
    pub(super) by_given: bool,
}

/// Whom a name names, as far as its shape tells.
pub(super) fn bearer(text: &Text<'_, '_>, name: &Range<usize>, beside: Beside) -> Bearer {
    let words: Vec<usize> = name.clone().filter(|&at| text.is_word(at)).collect();
    let Some(&first) = words.first() else {
        return Bearer::Organisation;
    };
    if beside.has_role {
        return Bearer::Person;
    }
    if beside.is_led {
        return Bearer::Organisation;
    }
    // Who offers pictures in a library signs as a user, whatever the name ends in: `torvikstudio`.
    let is_user = words.len() == 1
        && match text.shape(first) {
            Some(Shape::Lower) => beside.known.is_some(),
            Some(Shape::Title) => beside.known == Some(Sort::Library),
            _ => false,
        }
        && !text.is(first, WordSense::Organisation);
    if is_user && text.lexicon.ends_as_organisation(text.key(first)) {
        return Bearer::Person;
    }
    if let Some(bearer) = by_words(text, &words) {
        return bearer;
    }
    match text.shape(first) {
        Some(Shape::Caseless) => caseless(text, &words),
        _ if words.len() == 1 => single(text, first, beside),
        _ if beside.by_given && !may_be_person_too(text, &words) => Bearer::Organisation,
        _ => several(text, &words),
    }
}

/// Whether a name beside a person's may be another person's: it begins with a given name, or holds
/// an initial or a particle.
fn may_be_person_too(text: &Text<'_, '_>, words: &[usize]) -> bool {
    let opens_as_publication = words.first().is_some_and(|&first| {
        text.is(first, WordSense::Article) && text.shape(first) == Some(Shape::Title)
    });
    !opens_as_publication
        && words.iter().any(|&at| {
            text.is(at, WordSense::GivenName)
                || text.shape(at) == Some(Shape::Initial)
                || (text.shape(at) == Some(Shape::Lower) && text.is(at, WordSense::Particle))
        })
}

/// What single words of the name already decide.
fn by_words(text: &Text<'_, '_>, words: &[usize]) -> Option<Bearer> {
    let &first = words.first()?;
    let is_given = text.is(first, WordSense::GivenName) && words.len() > 1;
    let is_word_of_organisation =
        |at: usize| text.is(at, WordSense::Organisation) || holds_organisation_word(text, at);
    let speaks =
        |at: usize| is_word_of_organisation(at) || text.lexicon.ends_as_organisation(text.key(at));
    let is_particle =
        |at: usize| text.shape(at) == Some(Shape::Lower) && text.is(at, WordSense::Particle);
    let is_short = words.iter().filter(|&&at| !is_particle(at)).count() < 4;
    let is_surname_too = |at: usize| is_given && is_short && text.is(at, WordSense::SurnameToo);
    let is_of = words
        .get(1)
        .is_some_and(|&at| text.is(at, WordSense::Connector) && is_particle(at));
    if is_of && text.is(first, WordSense::Organisation) {
        // `Ville de Torvik` is no Ville.
        return Some(Bearer::Organisation);
    }
    let is_acronym = text.shape(first) == Some(Shape::Upper)
        && text.printed(first).chars().count() > 2
        && !is_given
        && words.len() == 2
        && words
            .iter()
            .skip(1)
            .all(|&at| text.shape(at) == Some(Shape::Title) && !text.is(at, WordSense::GivenName));
    if is_acronym {
        return Some(Bearer::Organisation);
    }
    if words.iter().any(|&at| {
        speaks(at) && !is_surname_too(at) && !(is_given && is_short && !is_word_of_organisation(at))
    }) {
        return Some(Bearer::Organisation);
    }
    let has_figures = words.iter().any(|&at| text.shape(at).is_none());
    if words
        .iter()
        .any(|&at| text.shape(at) == Some(Shape::Address))
        || (has_figures && words.len() > 1)
    {
        return Some(Bearer::Organisation);
    }
    if matches!(text.shape(first), Some(Shape::Handle | Shape::Mail)) {
        return Some(Bearer::Person);
    }
    let is_known_part = |&at: &usize| {
        text.known(at)
            .is_some_and(|known| known.is_exact && text.shape(at) == Some(Shape::Upper))
    };
    if words.len() > 1 && !is_given && words.iter().any(is_known_part) {
        return Some(Bearer::Organisation);
    }
    let is_title = text.shape(first) == Some(Shape::Title);
    let is_masthead = text.shape(first) == Some(Shape::Upper)
        && text.printed(first).chars().count() > 1
        && text.is(first, WordSense::Article)
        && !text.is(first, WordSense::GivenName)
        && words.iter().all(|&at| text.shape(at) == Some(Shape::Upper));
    if is_masthead && words.len() > 1 {
        return Some(Bearer::Organisation);
    }
    let is_article = text.key(first) == "the"
        || (text.is(first, WordSense::Prose)
            && !text.is(first, WordSense::GivenName)
            && !text.is(first, WordSense::Particle));
    (words.len() > 1 && is_title && is_article).then_some(Bearer::Organisation)
}

/// Whether a piece of a word with hyphens is a word of organisations: `kuva-arkisto`.
fn holds_organisation_word(text: &Text<'_, '_>, at: usize) -> bool {
    let printed = text.printed(at);
    printed.contains('-')
        && printed
            .split('-')
            .any(|piece| text.lexicon.is(&fold(piece), WordSense::Organisation))
}

fn single(text: &Text<'_, '_>, word: usize, beside: Beside) -> Bearer {
    let is_person = match text.shape(word) {
        Some(Shape::Upper) => {
            beside.known == Some(Sort::Agency) && text.printed(word).chars().count() > 5
        }
        Some(Shape::Lower | Shape::Handle) => true,
        Some(Shape::Mixed) => {
            beside.known == Some(Sort::Library) || (beside.known.is_some() && !beside.before_person)
        }
        Some(Shape::Title) => {
            let looks_so =
                text.lexicon.ends_as_surname(text.key(word)) || text.is(word, WordSense::GivenName);
            (looks_so || beside.known.is_some() || beside.after_organisation)
                && !beside.before_person
        }
        Some(Shape::Initial | Shape::Address | Shape::Mail | Shape::Caseless) | None => false,
    };
    if is_person {
        Bearer::Person
    } else {
        Bearer::Organisation
    }
}

fn several(text: &Text<'_, '_>, words: &[usize]) -> Bearer {
    let is = |sense: WordSense| words.iter().any(|&at| text.is(at, sense));
    let shapes = |wanted: Shape| {
        words
            .iter()
            .filter(|&&at| text.shape(at) == Some(wanted))
            .count()
    };
    let is_given = words
        .first()
        .is_some_and(|&first| text.is(first, WordSense::GivenName));
    let has_initial = words.iter().any(|&at| {
        text.shape(at) == Some(Shape::Initial)
            || (text.shape(at) == Some(Shape::Upper) && text.printed(at).chars().count() == 1)
    });
    let small = words
        .iter()
        .filter(|&&at| text.shape(at) == Some(Shape::Lower));
    let small_in_person = small.clone().all(|&at| text.is(at, WordSense::Particle));
    let lower = shapes(Shape::Lower);
    let is_person = if lower == words.len() {
        words.len() < 4
    } else if !small_in_person && !is_given {
        false
    } else if is_given || has_initial {
        words.len() < 7
    } else if is(WordSense::GivenName) || lower > 0 {
        words.len() < 6
    } else {
        words.len() < 4 && shapes(Shape::Mixed) == 0
    };
    if is_person {
        Bearer::Person
    } else {
        Bearer::Organisation
    }
}

fn caseless(text: &Text<'_, '_>, words: &[usize]) -> Bearer {
    let letters: String = words.iter().map(|&at| text.printed(at)).collect();
    let count = letters.chars().count();
    let is_katakana = letters
        .chars()
        .any(|c| matches!(c, '\u{30a0}'..='\u{30ff}'));
    let is_hangul = letters
        .chars()
        .any(|c| matches!(c, '\u{ac00}'..='\u{d7af}'));
    let is_thai = letters.chars().any(|c| matches!(c, '\u{e00}'..='\u{e7f}'));
    let is_sentence = words.iter().any(|&at| text.is(at, WordSense::Prose));
    let is_person = if is_sentence {
        false
    } else if is_thai {
        words.len() == 2
    } else if is_hangul {
        words.len() == 1 && (2..=4).contains(&count)
    } else if letters.chars().any(is_unspaced) {
        !is_katakana && (2..=5).contains(&count)
    } else {
        (2..=4).contains(&words.len())
            || words
                .first()
                .is_some_and(|&first| text.is(first, WordSense::GivenName))
    };
    if is_person {
        Bearer::Person
    } else {
        Bearer::Organisation
    }
}

/// Whether these words look like one person's name, enough to begin a credit without any label.
pub(super) fn is_personal(text: &Text<'_, '_>, name: &Range<usize>) -> bool {
    let words: Vec<usize> = name.clone().filter(|&at| text.is_word(at)).collect();
    let capitals = words.iter().filter(|&&at| text.is_capital(at)).count();
    let is_dated = words
        .iter()
        .any(|&at| text.is(at, WordSense::Date) && !text.is(at, WordSense::GivenName));
    (2..=5).contains(&words.len())
        && capitals >= 2
        && !is_dated
        && words
            .iter()
            .all(|&at| text.is_capital(at) || text.is(at, WordSense::Particle))
        && bearer(text, name, Beside::default()) == Bearer::Person
}

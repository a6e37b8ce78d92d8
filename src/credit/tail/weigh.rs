//! How much speaks for a credit that only its shape tells: what stands before it, and what it holds.

use crate::credit::lexicon::{Sense, Sort, WordSense};
use crate::credit::line::{self, Line, Tie};
use crate::credit::name;
use crate::credit::reading::Confidence;
use crate::credit::text::{Boundary, Text};
use crate::credit::tokens::{Mark, Shape};

/// A caption of fewer words does not make a bare name behind it a credit.
const CAPTION_WORDS: usize = 4;
/// A sentence of so few words, all with capitals, is a name behind the caption.
const WORDS_OF_FRAGMENT: usize = 2;
pub(super) fn weigh(
    text: &Text<'_, '_>,
    line: &Line,
    boundary: Boundary,
    caption_words: usize,
    end: usize,
) -> Option<Confidence> {
    let is_ended =
        boundary != Boundary::Start && boundary != Boundary::Comma && boundary != Boundary::None;
    let personal = line
        .names
        .iter()
        .filter(|name| name::is_personal(text, &name.bare))
        .count();
    let given = line
        .names
        .iter()
        .any(|name| text.is(name.bare.start, WordSense::GivenName));
    if boundary == Boundary::Start && is_caption_before_bar(text, line) {
        return None;
    }
    if line.names_agency() {
        return weigh_agency(text, line, boundary, personal);
    }
    let has_role = line.names.iter().any(|name| name.has_role);
    if has_role && (is_ended || boundary == Boundary::Comma) {
        return Some(Confidence::Certain);
    }
    let knows_body = line
        .names
        .iter()
        .any(|name| name.known.is_some_and(|known| known.is_exact));
    let is_pair = line.names.len() == 2
        && personal == 1
        && (given || knows_body)
        && line
            .names
            .iter()
            .any(|name| name.tie == Tie::Comma && name.bearer == name::Bearer::Organisation);
    if is_pair && is_ended {
        return Some(Confidence::Likely);
    }
    let says_more = line.qualifiers.iter().any(|range| {
        text.length(range.start, Sense::Qualifier) >= range.len()
            && text.length(range.start, Sense::ArchiveNote) == 0
    });
    // `Ann Lee/Courtesy of the artist` and nothing else.
    let is_signed = says_more
        && line.names.len() == 1
        && personal == 1
        && line.qualifiers.len() == 1
        && text.is_mark(line.names.first()?.tokens.end, Mark::Slash);
    if is_signed && boundary == Boundary::Start {
        return Some(Confidence::Likely);
    }
    let is_archive = line.qualifiers.len() == 1
        && line.names.len() == 1
        && line
            .names
            .iter()
            .any(|name| name.tie == Tie::Slash && name.known.is_some_and(|known| known.is_exact));
    if is_archive && is_ended {
        return Some(Confidence::Likely);
    }
    // A colon parts a sentence far more often than the names of a credit.
    if line.names.iter().any(|name| name.tie == Tie::Colon) {
        return None;
    }
    let is_stopped = end > line.tokens.end || text.is_mark(end.saturating_sub(1), Mark::Stop);
    if line.is_tied() && line.names.len() > 1 {
        // Short for what stands before it: `the World Harbour Board (WHB)`.
        let is_short_form =
            |name: &line::Name| boundary == Boundary::Start && name.tie == Tie::Bracket;
        let knows = line
            .names
            .iter()
            .any(|name| !is_short_form(name) && name.known.is_some_and(|known| known.is_exact));
        let is_tight = line.names.iter().any(|name| name.tie == Tie::Slash);
        return match boundary {
            Boundary::Start => (personal > 0 && (is_tight || knows || names_body(text, line)))
                .then_some(if given && knows {
                    Confidence::Certain
                } else {
                    Confidence::Likely
                }),
            Boundary::None if text.printed(line.tokens.start).starts_with('@') => {
                Some(Confidence::Likely)
            }
            Boundary::Comma | Boundary::None => None,
            _ if personal > 0 && knows => Some(Confidence::Certain),
            _ if personal > 0 && given && is_tight => Some(Confidence::Certain),
            _ if personal > 0 || knows => Some(Confidence::Likely),
            _ => None,
        };
    }
    let is_all = boundary == Boundary::Start && line.tokens.start == 0 && end == text.len();
    if is_all && (is_kind_alone(text, line) || (says_more && is_courtesy(line))) {
        return Some(Confidence::Likely);
    }
    if says_more && (is_ended || (boundary == Boundary::Start && line.names.is_empty())) {
        return Some(Confidence::Likely);
    }
    if !is_ended || caption_words < CAPTION_WORDS || is_stopped || line.names.len() != 1 {
        return None;
    }
    bare_name(text, line, boundary, personal > 0, given)
}

/// Whether a word of its last name says that this names a body: `Ann Lee | Agencia Torvik`.
fn names_body(text: &Text<'_, '_>, line: &Line) -> bool {
    line.names.last().is_some_and(|name| {
        name.bearer == name::Bearer::Organisation
            && text.is(name.bare.start, WordSense::Organisation)
            && name.bare.len() > 1
            && name.bare.clone().all(|at| text.is_capital(at))
    })
}

fn weigh_agency(
    text: &Text<'_, '_>,
    line: &Line,
    boundary: Boundary,
    personal: usize,
) -> Option<Confidence> {
    let is_weak = line
        .names
        .iter()
        .all(|name| name.known.is_none_or(|known| known.is_weak));
    let is_alone = line.names.len() == 1;
    let is_tied = line.is_tied();
    match boundary {
        Boundary::Start if is_alone => Some(if is_weak {
            Confidence::Likely
        } else {
            Confidence::Certain
        }),
        // `新华社记者 李四 摄`: a word says who is who.
        Boundary::Start if !is_tied => line
            .names
            .iter()
            .any(|name| name.has_role)
            .then_some(Confidence::Certain),
        Boundary::Start => {
            let first = line.names.first()?;
            let is_institution =
                first.known.is_none() && first.bearer == name::Bearer::Organisation;
            let is_library = line
                .names
                .iter()
                .any(|name| name.known.is_some_and(|known| known.sort == Sort::Library));
            let is_caption = is_institution && is_library && line.names.len() == 2;
            (!is_caption).then_some(if personal > 0 || first.known.is_some() {
                Confidence::Certain
            } else {
                Confidence::Likely
            })
        }
        Boundary::Comma => {
            (is_tied && personal > 0 && !is_long(text, line)).then_some(Confidence::Likely)
        }
        Boundary::None => (is_tied && text.printed(line.tokens.start).starts_with('@'))
            .then_some(Confidence::Likely),
        Boundary::Line
        | Boundary::Sentence
        | Boundary::Separator
        | Boundary::Bracket
        | Boundary::Wide
        | Boundary::Glued => {
            let is_plain = is_weak && is_alone;
            let is_doubtful = text.is_mark(line.tokens.end, Mark::Stop) && is_alone && is_weak;
            (!is_doubtful).then_some(if is_plain {
                Confidence::Likely
            } else {
                Confidence::Certain
            })
        }
    }
}

/// Whether the first name has more words than a person's: it runs on from the caption.
fn is_long(text: &Text<'_, '_>, line: &Line) -> bool {
    line.names.first().is_some_and(|name| {
        let words = name.bare.clone().filter(|&at| text.is_word(at)).count();
        name.known.is_none() && words > CAPTION_WORDS
    })
}

/// Whether the first name is a caption, and a bar or a dash parts it from a credit that is complete
/// without it: `Ann Lee in the harbour | AP/Bo Roe`.
fn is_caption_before_bar(text: &Text<'_, '_>, line: &Line) -> bool {
    let Some((first, rest)) = line.names.split_first() else {
        return false;
    };
    let opens = text.is(first.bare.start, WordSense::Article)
        && text.shape(first.bare.start + 1) == Some(Shape::Lower);
    let holds_prose = opens
        || first.bare.clone().any(|at| {
            text.is(at, WordSense::Prose)
                && text.shape(at) == Some(Shape::Lower)
                && !text.is(at, WordSense::Particle)
        });
    let is_parted = rest.first().is_some_and(|name| match name.tie {
        Tie::Bar | Tie::Dash => true,
        Tie::Slash => holds_prose,
        _ => false,
    });
    let is_name = first.known.is_some() || name::is_personal(text, &first.bare);
    let said = first.tokens.start
        ..rest
            .first()
            .map_or(first.tokens.end, |name| name.tokens.start);
    let words = said.clone().filter(|&at| text.is_word(at)).count();
    let names_agency = rest.iter().any(|name| {
        name.known.is_some_and(|known| known.is_exact) || name::is_personal(text, &name.bare)
    });
    let has_small = said
        .clone()
        .any(|at| text.shape(at) == Some(Shape::Lower) && !text.is(at, WordSense::Particle));
    let is_caption = words >= CAPTION_WORDS || (words > 1 && has_small);
    is_parted
        && !is_name
        && is_caption
        && (rest.len() > 1 || (holds_prose && line.names_agency()))
        && names_agency
}

fn bare_name(
    text: &Text<'_, '_>,
    line: &Line,
    boundary: Boundary,
    is_personal: bool,
    is_given: bool,
) -> Option<Confidence> {
    let name = line.names.first()?;
    let knows = name.known.is_some_and(|known| known.is_exact);
    let words = name.bare.clone().filter(|&at| text.is_word(at)).count();
    let is_dated = name
        .bare
        .clone()
        .any(|at| text.is(at, WordSense::Date) && !text.is(at, WordSense::GivenName));
    if is_dated || words > 6 {
        return None;
    }
    if is_personal {
        return Some(if is_given || boundary == Boundary::Glued {
            Confidence::Likely
        } else {
            Confidence::Unsure
        });
    }
    let is_body = name
        .bare
        .clone()
        .any(|at| text.is(at, WordSense::Organisation))
        || (words == 1
            && matches!(
                text.shape(name.bare.start),
                Some(Shape::Upper | Shape::Address)
            ));
    let is_fragment = boundary == Boundary::Sentence
        && words <= WORDS_OF_FRAGMENT
        && name.bare.clone().all(|at| {
            matches!(
                text.shape(at),
                Some(Shape::Title | Shape::Mixed | Shape::Upper)
            ) && !text.is(at, WordSense::Prose)
                && text.length(at, Sense::Furniture) == 0
                && text.length(at, Sense::Label) == 0
        });
    (knows || is_body || is_fragment || boundary == Boundary::Glued).then_some(if knows {
        Confidence::Likely
    } else {
        Confidence::Unsure
    })
}

/// Whether nothing is said but what kind of picture it is: `Frame from a video`.
fn is_kind_alone(text: &Text<'_, '_>, line: &Line) -> bool {
    line.names.is_empty()
        && line.qualifiers.iter().any(|range| {
            range.len() > 1
                && text.length(range.start, Sense::KindOfPicture) >= range.len()
                && text.length(range.start, Sense::ArchiveNote) == 0
        })
}

/// Whether it begins with words such as `Courtesy of` and names one.
fn is_courtesy(line: &Line) -> bool {
    let [first, ..] = line.qualifiers.as_slice() else {
        return false;
    };
    first.start == 0 && first.len() > 1 && !line.is_tied()
}

//! Whom each name of a line names, once all of them are known.

use super::{Line, Name, Text, Tie};
use crate::credit::lexicon::WordSense;
use crate::credit::name::{self, Bearer, Beside, bearer};
use crate::credit::tokens::Shape;

/// The most letters of a desk's mark.
const LONGEST_CODE: usize = 5;

/// Says of each name whom it names, now that its neighbours are known.
pub(super) fn settle(text: &Text<'_, '_>, line: &mut Line) {
    join_reversed(text, line);
    let count = line.names.len();
    let commas = line
        .names
        .iter()
        .filter(|name| matches!(name.tie, Tie::Comma | Tie::And))
        .count();
    for n in 0..count {
        let Some(name) = line.names.get(n) else {
            continue;
        };
        if name.known.is_some() {
            continue;
        }
        let before = n.checked_sub(1).and_then(|before| line.names.get(before));
        let after = line.names.get(n + 1);
        let is_close = |tie: Tie| {
            matches!(
                tie,
                Tie::Slash | Tie::Bar | Tie::Dash | Tie::On | Tie::Via | Tie::Bracket | Tie::None
            )
        };
        let known_after = after
            .filter(|after| is_close(after.tie))
            .and_then(|after| after.known);
        let known_before = before
            .filter(|_| is_close(name.tie))
            .and_then(|before| before.known);
        let is_parted = |tie: Tie, other: Option<&Name>| {
            let is_pair = tie == Tie::Comma && commas == 1;
            (matches!(tie, Tie::Slash | Tie::Bar) || is_pair)
                && other.is_some_and(|other| {
                    other.known.is_none()
                        && text.is(other.bare.start, WordSense::GivenName)
                        && name::is_personal(text, &other.bare)
                })
        };
        let looks_personal =
            |other: &Name| other.known.is_none() && name::is_personal(text, &other.tokens);
        let beside = Beside {
            known: known_after.or(known_before).map(|known| known.sort),
            after_organisation: before.is_some_and(|before| before.bearer == Bearer::Organisation)
                && matches!(name.tie, Tie::Slash | Tie::Bar),
            has_role: name.has_role,
            is_led: matches!(name.tie, Tie::Via | Tie::For | Tie::Place)
                || (text.printed(name.bare.start.wrapping_sub(1)) == "the"),
            before_person: after.is_some_and(looks_personal)
                || (before.is_some_and(looks_personal)
                    && name.tie != Tie::And
                    && name.tie != Tie::Comma),
            by_given: is_parted(name.tie, before)
                || after.is_some_and(|after| is_parted(after.tie, Some(after))),
        };
        let bearer = bearer(text, &name.bare, beside);
        if let Some(name) = line.names.get_mut(n) {
            name.bearer = bearer;
        }
    }
    line.names.retain(|name| name.tie != Tie::Place);
    drop_code(text, line);
    drop_mail(text, line);
}

/// A surname, a comma and a given name are one person: `Doe, Jane`.
fn join_reversed(text: &Text<'_, '_>, line: &mut Line) {
    let commas = line
        .names
        .iter()
        .filter(|name| name.tie == Tie::Comma)
        .count();
    let is_word = |name: &Name| name.known.is_none() && name.bare.len() == 1;
    let is_given = |name: &Name| text.is(name.bare.start, WordSense::GivenName);
    let at = line.names.windows(2).position(|pair| match pair {
        [surname, given] => {
            given.tie == Tie::Comma
                && is_word(surname)
                && is_word(given)
                && is_given(given)
                && !text.is(given.bare.start, WordSense::Date)
                && !is_given(surname)
                && text.shape(surname.bare.start) == text.shape(given.bare.start)
        }
        _ => false,
    });
    let Some(at) = at.filter(|_| commas == 1) else {
        return;
    };
    let given = line.names.remove(at + 1);
    if let Some(name) = line.names.get_mut(at) {
        name.tokens.end = given.tokens.end;
        name.bare.end = given.bare.end;
        name.has_role = true;
    }
}

/// An e-mail address beside a person's name names nobody else.
fn drop_mail(text: &Text<'_, '_>, line: &mut Line) {
    let is_mail = |name: &Name| text.shape(name.bare.start) == Some(Shape::Mail);
    let names_person = line
        .names
        .iter()
        .any(|name| name.bearer == Bearer::Person && !is_mail(name));
    if names_person {
        line.names.retain(|name| !is_mail(name));
    }
}

/// The marks of the desk behind an agency's credit name nobody: the `abc` and `de` of `ANTARA/Ann Lee/abc/de`.
fn drop_code(text: &Text<'_, '_>, line: &mut Line) {
    let is_code = |name: &Name| {
        name.tie == Tie::Slash
            && name.known.is_none()
            && name.bare.len() == 1
            && text.shape(name.bare.start) == Some(Shape::Lower)
            && text.printed(name.bare.start).chars().count() <= LONGEST_CODE
    };
    while line.names.len() > 2 && line.names_agency() && line.names.last().is_some_and(is_code) {
        line.names.pop();
    }
}

//! Where a word ends: initials, addresses, hyphens and apostrophes belong to it.

use super::script::{is_unspaced, script};
use super::{Kind, Shape, char_at, shape_of};

/// The most letters of the part before the @ that are looked at.
const LONGEST_MAIL: usize = 40;

/// A word of ASCII letters and figures alone, with nothing at its end that could go on with it: most
/// words are.
pub(super) fn plain_word(rest: &str) -> Option<(usize, Kind)> {
    let bytes = rest.as_bytes();
    let (mut upper, mut lower, mut digits, mut at) = (0_usize, 0_usize, 0_usize, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'a'..=b'z' => lower += 1,
            b'A'..=b'Z' => upper += 1,
            b'0'..=b'9' => digits += 1,
            b' ' | b'\n' | b':' | b';' | b')' | b'(' | b'|' | b'/' | b'!' | b'?' | b'"' => break,
            b',' if digits == 0 => break,
            _ => return None,
        }
        at += 1;
    }
    let is_capitalized = bytes.first().is_some_and(u8::is_ascii_uppercase);
    let kind = match (upper, lower, digits) {
        (0, 0, 0) => return None,
        (0, 0, _) => Kind::Number,
        (0, _, 0) => Kind::Word(Shape::Lower),
        (0, _, _) => Kind::Word(Shape::Handle),
        (_, 0, _) => Kind::Word(Shape::Upper),
        (1, _, 0) if is_capitalized => Kind::Word(Shape::Title),
        _ => Kind::Word(shape_of(rest.get(..at)?)),
    };
    // A single letter is an initial, or not, for the slower way to say.
    (at > 1).then_some((at, kind))
}

/// Where the word that begins at `start` ends.
pub(super) fn word_end(raw: &str, start: usize) -> usize {
    let mut at = start;
    let mut last = '\0';
    // Letters of the piece since the last dot: an initial is one letter and its dot.
    let mut letters = 0_usize;
    let mut is_mail = false;
    while let Some(c) = char_at(raw, at) {
        let next = char_at(raw, at + c.len_utf8());
        let goes_on = if c.is_alphanumeric()
            || unicode_normalization::char::is_combining_mark(c)
            || matches!(c, '\u{200c}' | '\u{200d}')
        {
            letters += 1;
            at == start
                || (script(c) == script(last) && !is_glued_script(last, c))
                || !(is_unspaced(c) || is_unspaced(last) || is_glued_script(last, c))
                || !last.is_alphanumeric()
        } else {
            is_mail |= c == '@' && at > start;
            let is_dot_of_mail = is_mail && c == '.' && next.is_some_and(char::is_alphanumeric);
            let is_account = char_at(raw, start) == Some('@');
            let is_joint = is_account && c == '_' && next.is_some_and(char::is_alphanumeric);
            let goes_on =
                is_dot_of_mail || is_joint || inside_word(raw, at, c, last, next, letters);
            if goes_on && c == '.' {
                letters = 0;
            }
            goes_on
        };
        if !goes_on && at != start {
            break;
        }
        last = c;
        at += c.len_utf8();
        if c == '.' && !is_mail && !next.is_some_and(|n| continues_after_dot(raw, at, n)) {
            break;
        }
    }
    at
}

/// Whether a letter of a script with capitals and one of a script without stand side by side, as where a
/// page glued a credit to its caption: no word is written so.
fn is_glued_script(last: char, c: char) -> bool {
    let has_case = |c: char| c.is_uppercase() || c.is_lowercase();
    let is_plain =
        |c: char| c.is_alphabetic() && !unicode_normalization::char::is_combining_mark(c);
    is_plain(last) && is_plain(c) && has_case(last) != has_case(c)
}

/// Whether the mark `c` belongs to the word around it.
fn inside_word(
    raw: &str,
    at: usize,
    c: char,
    last: char,
    next: Option<char>,
    letters: usize,
) -> bool {
    let next_is_letter = next.is_some_and(char::is_alphanumeric);
    match c {
        '"' | '״' => is_hebrew(last) && next.is_some_and(is_hebrew),
        '\'' | '’' | 'ʼ' | '׳' | '`' => {
            last.is_alphabetic() && next.is_some_and(char::is_alphabetic)
        }
        '-' | '‐' | '‑' => (last.is_alphanumeric() || last == '.') && next_is_letter,
        '_' => {
            last.is_alphanumeric()
                && next_is_letter
                && !(last.is_lowercase() && next.is_some_and(char::is_uppercase))
        }
        '@' => at > 0 && last.is_alphanumeric() && next_is_letter,
        '&' => last.is_uppercase() && next.is_some_and(char::is_uppercase),
        '.' => {
            let is_initial = letters == 1 && last.is_alphabetic() && !is_unspaced(last);
            is_initial
                || (last.is_alphanumeric()
                    && !(last.is_numeric() && next.is_some_and(char::is_uppercase))
                    && next.is_some_and(|n| continues_after_dot(raw, at + 1, n)))
        }
        ',' => last.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()),
        _ => false,
    }
}

/// Whether a word goes on behind a dot, at `at` with `next`: `example.org`, `2.0`, `U.S.`, `J.-P.`.
fn continues_after_dot(raw: &str, at: usize, next: char) -> bool {
    let after = char_at(raw, at + next.len_utf8());
    if next.is_numeric() {
        return raw
            .get(..at)
            .is_some_and(|before| before.chars().rev().nth(1).is_some_and(char::is_numeric));
    }
    if next.is_uppercase() {
        return after == Some('.') || is_mail(raw, at) || is_top_domain(raw, at);
    }
    if next == '-' {
        return after.is_some_and(char::is_uppercase);
    }
    next.is_lowercase() && !is_unspaced(next)
}

/// Whether the last part of a site's address in capitals stands here: the `RU` of `NGS.RU`.
fn is_top_domain(raw: &str, at: usize) -> bool {
    let word: String = raw
        .get(at..)
        .unwrap_or_default()
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .take(4)
        .collect();
    [
        "COM", "RU", "UA", "BY", "KZ", "NET", "ORG", "INFO", "DE", "PL",
    ]
    .contains(&word.as_str())
}

/// Whether an e-mail address goes on here: the `Lee@example.org` of `Ann.Lee@example.org`.
fn is_mail(raw: &str, at: usize) -> bool {
    raw.get(at..)
        .unwrap_or_default()
        .chars()
        .take(LONGEST_MAIL)
        .find(|c| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.')))
        == Some('@')
}

fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{05ff}')
}

/// Whether a word is a date whose month is written in letters: `12.mar.2019`, `01-JAN-2020`.
pub(super) fn is_date(text: &str) -> bool {
    let mut pieces = text.split(['.', '-']);
    let is_figure = |piece: Option<&str>| {
        piece.is_some_and(|piece| {
            (1..=4).contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_digit())
        })
    };
    is_figure(pieces.next())
        && pieces.next().is_some_and(|month| {
            (3..=4).contains(&month.chars().count()) && month.chars().all(char::is_alphabetic)
        })
        && is_figure(pieces.next())
        && pieces.next().is_none()
}

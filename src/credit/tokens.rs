//! Cuts a caption into words and marks.
//!
//! A token remembers what stood before it (nothing, a space, a line's end), because credits are told
//! from captions by that: `York.Reuters` is glued where `York. Reuters` is not. Scripts without
//! spaces are cut at the words of the lexicon (`新华社|记者|张三|摄`).

mod mark;
mod script;
mod shape;
mod word;

use std::borrow::Cow;

use super::fold::{fold, is_invisible};
use super::glue;
use super::lexicon::Lexicon;
use crate::model::Span;
use mark::mark_of;
pub(super) use mark::{Mark, is_end};
pub(super) use script::is_unspaced;
pub(super) use shape::{NAME_PREFIXES, Shape, shape_of};
use word::{is_date, plain_word, word_end};

/// So many bytes hold a word or a mark, with the blank before it: few texts have more tokens.
const BYTES_OF_WORD: usize = 4;

/// A word or a mark of the text.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    /// Where it stands.
    pub(super) span: Span,
    /// As printed.
    pub(super) text: &'a str,
    /// Folded for comparison; of a mark, the mark itself.
    pub(super) key: Cow<'a, str>,
    /// What it is.
    pub(super) kind: Kind,
    /// What stands before it.
    pub(super) gap: Gap,
}

impl Token<'_> {
    /// Whether it is a word or a number.
    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word(_) | Kind::Number)
    }

    /// Its shape, when it is a word.
    pub(super) fn shape(&self) -> Option<Shape> {
        match self.kind {
            Kind::Word(shape) => Some(shape),
            Kind::Number | Kind::Open | Kind::Close | Kind::Mark(_) => None,
        }
    }

    /// Whether it is this mark.
    pub(super) fn is(&self, mark: Mark) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word(Shape),
    Number,
    Open,
    Close,
    Mark(Mark),
}

/// What stands before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// It is glued to the one before.
    None,
    /// A space.
    Space,
    /// Several spaces, a tab.
    Wide,
    /// The end of a line.
    Line,
}

/// Cuts `raw` into tokens.
pub(super) fn cut<'a>(raw: &'a str, lexicon: &Lexicon) -> Vec<Token<'a>> {
    let mut tokens = Vec::with_capacity(raw.len() / BYTES_OF_WORD + 1);
    let mut gap = Gap::Line;
    let mut at = 0;
    while let Some(c) = char_at(raw, at) {
        if is_invisible(c) {
            at += c.len_utf8();
        } else if c.is_whitespace() {
            gap = widened(gap, c, at == 0 || tokens.is_empty());
            at += c.len_utf8();
        } else {
            let (end, kind) = token_at(raw, at, c);
            let span = Span::new(at, end);
            match kind {
                Kind::Word(shape) => push_word(raw, span, shape, gap, lexicon, &mut tokens),
                Kind::Number | Kind::Open | Kind::Close | Kind::Mark(_) => {
                    tokens.push(token(raw, span, kind, gap));
                }
            }
            gap = Gap::None;
            at = end;
        }
    }
    glue::cut_hyphens(raw, &mut tokens, lexicon);
    glue::cut_glued_credits(raw, &mut tokens, lexicon);
    glue::cut_glued_captions(raw, &mut tokens, lexicon);
    tokens
}

/// The keys of a phrase of the lexicon, as [`cut`] would find them in a text.
pub(super) fn keys(phrase: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let c = char_at(phrase, at)?;
            if c.is_whitespace() || is_invisible(c) {
                at += c.len_utf8();
                continue;
            }
            let (end, kind) = token_at(phrase, at, c);
            let word = token(phrase, Span::new(at, end), kind, Gap::None);
            at = end;
            return Some(word.key);
        }
    })
}

pub(super) fn token(raw: &str, span: Span, kind: Kind, gap: Gap) -> Token<'_> {
    let text = span.of(raw);
    let key = match kind {
        Kind::Word(_) | Kind::Number => fold(text),
        Kind::Open | Kind::Close | Kind::Mark(_) => Cow::Borrowed(text),
    };
    Token {
        span,
        text,
        key,
        kind,
        gap,
    }
}

fn push_word<'a>(
    raw: &'a str,
    span: Span,
    shape: Shape,
    gap: Gap,
    lexicon: &Lexicon,
    tokens: &mut Vec<Token<'a>>,
) {
    if !matches!(shape, Shape::Mixed | Shape::Caseless | Shape::Address) {
        // Nothing is glued to it.
        tokens.push(token(raw, span, Kind::Word(shape), gap));
        return;
    }
    let mut gap = gap;
    let number = if gap == Gap::Line || is_counting(tokens) {
        glue::number_before(span.of(raw), lexicon)
    } else {
        0
    };
    let word = Span::new(span.start + number, span.end);
    if number > 0 {
        let number = Span::new(span.start, word.start);
        tokens.push(token(raw, number, Kind::Number, gap));
        gap = Gap::None;
    }
    for piece in glue::pieces(raw, word, shape, lexicon) {
        let text = piece.of(raw);
        let kind = if text == "." {
            mark_of('.')
        } else if text.chars().all(char::is_numeric) {
            Kind::Number
        } else {
            Kind::Word(shape_of(text))
        };
        tokens.push(token(raw, piece, kind, gap));
        gap = Gap::None;
    }
}

/// Whether a line has begun to count photos, and the number of them all is to come: `1 av `, `1/`.
fn is_counting(tokens: &[Token<'_>]) -> bool {
    let Some([.., number, joint]) = tokens.get(tokens.len().saturating_sub(2)..) else {
        return false;
    };
    let is_joint = joint.is(Mark::Slash)
        || (joint.shape() == Some(Shape::Lower) && (2..=3).contains(&joint.text.chars().count()));
    number.kind == Kind::Number && number.gap == Gap::Line && is_joint
}

pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

fn widened(gap: Gap, c: char, is_start: bool) -> Gap {
    let is_line_end = is_start
        || matches!(
            c,
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{0b}' | '\u{0c}' | '\u{85}'
        );
    match (gap, is_line_end, c) {
        (Gap::Line, ..) | (_, true, _) => Gap::Line,
        (Gap::None, false, ' ' | '\u{a0}' | '\u{3000}' | '\u{202f}' | '\u{2009}' | '\u{200a}') => {
            Gap::Space
        }
        (Gap::None | Gap::Space | Gap::Wide, false, _) => Gap::Wide,
    }
}

/// End and kind of the token that begins at `at` with `c`.
fn token_at(raw: &str, at: usize, c: char) -> (usize, Kind) {
    let rest = raw.get(at..).unwrap_or_default();
    let may_be_web = c == 'h' && rest.starts_with("http");
    if c.is_ascii_alphanumeric()
        && !may_be_web
        && let Some((end, kind)) = plain_word(rest)
    {
        return (at + end, kind);
    }
    for copyright in ["(c)", "(C)", "（c）", "（C）", "（Ｃ）", "（ｃ）"] {
        if matches!(c, '(' | '（') && rest.starts_with(copyright) {
            return (at + copyright.len(), Kind::Mark(Mark::Copyright));
        }
    }
    for web in ["http://", "https://"] {
        if c == 'h' && rest.starts_with(web) {
            let length = rest
                .find(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '|' | ',' | ';'))
                .unwrap_or(rest.len());
            return (at + length, Kind::Word(Shape::Address));
        }
    }
    if mark_of(c) == Kind::Mark(Mark::Copyright) {
        return (at + c.len_utf8(), mark_of(c));
    }
    let starts_handle = matches!(c, '@') && char_at(raw, at + 1).is_some_and(char::is_alphanumeric);
    if let Some((end, kind)) = plain_word(rest) {
        return (at + end, kind);
    }
    if c.is_alphanumeric() || starts_handle {
        let end = word_end(raw, at);
        let text = raw.get(at..end).unwrap_or_default();
        let is_number = text
            .chars()
            .all(|c| c.is_numeric() || matches!(c, '.' | '-' | '’' | '\''));
        let kind = if is_number || is_date(text) {
            Kind::Number
        } else {
            Kind::Word(shape_of(text))
        };
        return (end, kind);
    }
    (at + c.len_utf8(), mark_of(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(raw: &str) -> Vec<String> {
        cut(raw, &Lexicon::built_in())
            .iter()
            .map(|token| token.text.to_owned())
            .collect()
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        for (raw, expected) in [
            ("J. Doe", vec!["J.", "Doe"]),
            ("U.S. Navy", vec!["U.S.", "Navy"]),
            ("in York.Reuters", vec!["in", "York", ".", "Reuters"]),
            ("photos.example.org", vec!["photos.example.org"]),
            ("2019.J. Doe", vec!["2019", ".", "J.", "Doe"]),
            ("CC BY 2.0", vec!["CC", "BY", "2.0"]),
            ("J.-P. Roe", vec!["J.-P.", "Roe"]),
            ("O’Neill", vec!["O’Neill"]),
            ("‘Bo’", vec!["‘", "Bo", "’"]),
            ("(c) Roe", vec!["(c)", "Roe"]),
            ("AT&T", vec!["AT&T"]),
            ("Ann Lee_Rome", vec!["Ann", "Lee", "_", "Rome"]),
        ] {
            assert_eq!(texts(raw), expected, "{raw}");
        }
    }

    #[test]
    fn scripts_without_spaces_are_cut_at_known_words() {
        assert_eq!(texts("新华社记者李四摄"), ["新华社", "记者", "李四", "摄"]);
    }
}

//! Cuts a caption into words and marks.
//!
//! A token remembers what stood before it (nothing, a space, a line's end), because credits are told
//! from captions by that: `York.Reuters` is glued where `York. Reuters` is not. Scripts without
//! spaces are cut at the words of the lexicon (`新华社|记者|张三|摄`).

use std::borrow::Cow;

use super::fold::{fold, is_invisible};
use super::glue;
use super::lexicon::Lexicon;
use crate::model::Span;

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

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `photo`
    Lower,
    /// `Jane`, `Jean-Luc`, `O’Neill`
    Title,
    /// `AFP`
    Upper,
    /// `iStock`, `McDonald`
    Mixed,
    /// `J.`, `U.S.`
    Initial,
    /// `@jane`, `smolaw11`
    Handle,
    /// `example.org`
    Address,
    /// `jane@example.org`
    Mail,
    /// A word of a script without capitals.
    Caseless,
}

/// What a mark does in a caption or a credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Slash,
    Bar,
    Dash,
    Comma,
    Colon,
    Semicolon,
    /// Ends a sentence.
    Stop,
    Copyright,
    And,
    Equals,
    Quote,
    Underscore,
    Other,
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

/// The most letters of the part before the @ that are looked at.
const LONGEST_MAIL: usize = 40;
/// What surnames begin with before a second capital: `McRoe`, `DeLee`.
pub(super) const NAME_PREFIXES: [&str; 14] = [
    "Mc", "Mac", "De", "Di", "Le", "La", "Du", "Van", "Von", "Fitz", "Des", "Del", "St", "O",
];

/// Cuts `raw` into tokens.
pub(super) fn cut<'a>(raw: &'a str, lexicon: &Lexicon) -> Vec<Token<'a>> {
    let mut tokens = Vec::new();
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
pub(super) fn keys(phrase: &str) -> Vec<String> {
    let mut keys = Vec::new();
    let mut at = 0;
    while let Some(c) = char_at(phrase, at) {
        if c.is_whitespace() || is_invisible(c) {
            at += c.len_utf8();
            continue;
        }
        let (end, kind) = token_at(phrase, at, c);
        keys.push(
            token(phrase, Span::new(at, end), kind, Gap::None)
                .key
                .into_owned(),
        );
        at = end;
    }
    keys
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
    for copyright in ["(c)", "(C)", "（c）"] {
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
        let kind = if is_number {
            Kind::Number
        } else {
            Kind::Word(shape_of(text))
        };
        return (end, kind);
    }
    (at + c.len_utf8(), mark_of(c))
}

fn mark_of(c: char) -> Kind {
    let mark = match c {
        '(' | '[' | '{' | '（' | '［' | '【' | '〔' | '〈' | '《' => return Kind::Open,
        ')' | ']' | '}' | '）' | '］' | '】' | '〕' | '〉' | '》' => return Kind::Close,
        '/' | '／' | '\\' | '⁄' | '∕' => Mark::Slash,
        '|' | '｜' | '¦' | '•' | '·' | '・' | '∙' | '●' | '▪' | '‧' | '¬' | '▲' | '△' | '▼'
        | '▽' | '►' | '▶' | '◀' | '◄' | '■' | '□' | '◆' | '◇' | '★' | '☞' | '↑' | '↓' | '←'
        | '→' => Mark::Bar,
        '-' | '–' | '—' | '―' | '‒' | '−' | '‐' | '‑' | '－' | '─' | '~' => {
            Mark::Dash
        }
        ',' | '，' | '、' | '،' => Mark::Comma,
        ':' | '：' | '︰' | 'ː' | '՝' | '፦' | '፡' | '៖' => Mark::Colon,
        ';' | '；' | '؛' => Mark::Semicolon,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '۔' | '．' | '‼' | '։' => {
            Mark::Stop
        }
        '©' | 'ⓒ' | 'Ⓒ' | '℗' | '®' => Mark::Copyright,
        '&' | '＆' | '+' => Mark::And,
        '=' | '＝' => Mark::Equals,
        '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›' | '「'
        | '」' | '『' | '』' => Mark::Quote,
        '_' => Mark::Underscore,
        _ => Mark::Other,
    };
    Kind::Mark(mark)
}

/// A word of ASCII letters and figures alone, with nothing at its end that could go on with it: most
/// words are.
fn plain_word(rest: &str) -> Option<(usize, Kind)> {
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
fn word_end(raw: &str, start: usize) -> usize {
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

/// Whether a script writes no spaces between words: Han, kana, Thai.
pub(super) fn is_unspaced(c: char) -> bool {
    script(c) != Script::Spaced
}

#[derive(PartialEq, Eq)]
enum Script {
    Spaced,
    Ideographs,
    Thai,
}

fn script(c: char) -> Script {
    match c {
        '\u{2e80}'..='\u{2fdf}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Script::Ideographs,
        '\u{0e00}'..='\u{0eff}' | '\u{1780}'..='\u{17ff}' | '\u{1000}'..='\u{109f}' => Script::Thai,
        _ => Script::Spaced,
    }
}

/// How a word is written.
pub(super) fn shape_of(text: &str) -> Shape {
    let inner = text.trim_end_matches('.');
    if text.starts_with('@') {
        return Shape::Handle;
    }
    if inner.contains('@') {
        return Shape::Mail;
    }
    let is_initial = text
        .split('.')
        .all(|piece| piece.trim_start_matches('-').chars().count() <= 1);
    if text.contains('.') && is_initial {
        return Shape::Initial;
    }
    if inner.contains('.') {
        return Shape::Address;
    }
    let (mut upper, mut lower, mut caseless, mut digits) = (0, 0, 0, 0);
    for c in text.chars() {
        match c {
            'a'..='z' => lower += 1,
            'A'..='Z' => upper += 1,
            '0'..='9' => digits += 1,
            _ if c.is_uppercase() => upper += 1,
            _ if c.is_lowercase() => lower += 1,
            _ if c.is_alphabetic() => caseless += 1,
            _ if c.is_numeric() => digits += 1,
            _ => {}
        }
    }
    match (upper, lower, digits) {
        (0, 0, _) if caseless > 0 => Shape::Caseless,
        (0, _, 1..) => Shape::Handle,
        (0, ..) => Shape::Lower,
        (_, 0, _) => Shape::Upper,
        (_, _, 1..) => Shape::Mixed,
        _ if is_title(text) || is_title_with_prefix(text) => Shape::Title,
        _ => Shape::Mixed,
    }
}

/// `McRoe`, `DeLee`: a title behind one of the prefixes of surnames.
fn is_title_with_prefix(text: &str) -> bool {
    NAME_PREFIXES.iter().any(|prefix| {
        text.strip_prefix(prefix).is_some_and(|rest| {
            rest.chars().count() > 2 && rest.starts_with(char::is_uppercase) && is_title(rest)
        })
    })
}

/// `Jane`, `Jean-Luc`, `O’Neill`, `D'Angelo`: each piece begins with a capital (or is a small particle).
fn is_title(text: &str) -> bool {
    let is_title_piece = |piece: &str| {
        let mut chars = piece.chars();
        chars.next().is_none_or(char::is_uppercase) && !chars.any(char::is_uppercase)
    };
    let mut pieces = text.split(['-', '‐', '‑', '\'', '’', 'ʼ']);
    let first_is_small = pieces
        .next()
        .is_some_and(|first| first.chars().all(char::is_lowercase) && first.chars().count() > 2);
    !first_is_small
        && text
            .split(['-', '‐', '‑', '\'', '’', 'ʼ'])
            .all(|piece| is_title_piece(piece) || piece.chars().all(char::is_lowercase))
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

    #[test]
    fn shapes_are_told_apart() {
        for (text, shape) in [
            ("Jane", Shape::Title),
            ("Jean-Luc", Shape::Title),
            ("O’Neill", Shape::Title),
            ("AFP", Shape::Upper),
            ("iStock", Shape::Mixed),
            ("J.", Shape::Initial),
            ("jane7", Shape::Handle),
            ("photo", Shape::Lower),
            ("example.org", Shape::Address),
            ("رويترز", Shape::Caseless),
        ] {
            assert_eq!(shape_of(text), shape, "{text}");
        }
    }
}

//! What a mark does in a caption or a credit.

use super::Kind;

/// What a mark does in a caption or a credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::credit) enum Mark {
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

pub(super) fn mark_of(c: char) -> Kind {
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

/// Whether a character ends a sentence, or the quotation at its end.
pub(in crate::credit) fn is_end(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '。'
            | '！'
            | '？'
            | '।'
            | '؟'
            | '۔'
            | '"'
            | '”'
            | '»'
            | '“'
            | '」'
    )
}

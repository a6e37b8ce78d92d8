//! How words are compared: without case, accents, dots, hyphens and apostrophes.

use std::borrow::Cow;

use unicode_normalization::char::{decompose_canonical, decompose_compatible, is_combining_mark};

/// The key under which two spellings of a word are the same: `José-Luis` and `JOSE LUIS` differ
/// only in their space, `A.P.` is `AP`, `Łódź` is `lodz`, `ＡＦＰ` is `afp`.
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    if text
        .bytes()
        .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9'))
    {
        return Cow::Borrowed(text);
    }
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut key);
    }
    Cow::Owned(key)
}

fn fold_char(c: char, key: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => key.push(c),
        'A'..='Z' => key.push(c.to_ascii_lowercase()),
        '.' | '-' | '\'' | '’' | '‘' | 'ʼ' | '׳' | '`' | '´' | '‐' | '‑' | '_' => {}
        'ß' => key.push_str("ss"),
        'æ' | 'Æ' => key.push_str("ae"),
        'œ' | 'Œ' => key.push_str("oe"),
        'ø' | 'Ø' => key.push('o'),
        'ł' | 'Ł' => key.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => key.push('d'),
        'þ' | 'Þ' => key.push_str("th"),
        'ı' | 'İ' => key.push('i'),
        'ə' | 'Ə' => key.push('a'),
        'ς' => key.push('σ'),
        'ё' | 'Ё' => key.push('е'),
        // Full-width Latin letters and digits.
        '\u{ff01}'..='\u{ff5e}' => decompose_compatible(c, |plain| lower(plain, key)),
        // Accents are taken off where letters carry them as marks; the composed letters of other
        // scripts (kana, Hangul) are letters of their own.
        '\u{00c0}'..='\u{1fff}' => decompose_canonical(c, |part| lower(part, key)),
        _ => lower(c, key),
    }
}

fn lower(c: char, key: &mut String) {
    let is_accent = matches!(c, '\u{0300}'..='\u{036f}') && is_combining_mark(c);
    if !is_accent && !is_invisible(c) {
        key.extend(c.to_lowercase());
    }
}

/// Whether a character is never seen: zero-width spaces, marks of direction, a byte order mark.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{00ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_have_one_key() {
        for (one, other) in [
            ("José", "JOSE"),
            ("A.P.", "AP"),
            ("Łukasz", "lukasz"),
            ("O’Neill", "oneill"),
            ("ＡＦＰ", "afp"),
            ("Jean-Luc", "jeanluc"),
            ("Nguyễn", "nguyen"),
            ("Çağrı", "cagri"),
            ("Пётр", "петр"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
    }
}

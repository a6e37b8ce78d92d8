//! Which scripts write no spaces between words.

/// Whether a script writes no spaces between words: Han, kana, Thai.
pub(in crate::credit) fn is_unspaced(c: char) -> bool {
    script(c) != Script::Spaced
}

#[derive(PartialEq, Eq)]
pub(super) enum Script {
    Spaced,
    Ideographs,
    Thai,
}

pub(super) fn script(c: char) -> Script {
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

//! Letters that were damaged by being taken for another encoding.

use encoding_rs::WINDOWS_1252;

/// UTF-8 that was once taken for windows-1252: `Ã©` for `é`.
pub(super) fn without_mojibake(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| c.is_ascii()).unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        clean.push_str(before);
        match as_utf8(run) {
            Some(letters) => clean.push_str(&letters),
            None => clean.push_str(run),
        }
        rest = after;
    }
    clean.push_str(rest);
    clean
}

fn as_utf8(run: &str) -> Option<String> {
    let (bytes, _, had_unmappable) = WINDOWS_1252.encode(run);
    if had_unmappable {
        return None;
    }
    String::from_utf8(bytes.into_owned()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_letters_are_mended_and_whole_ones_stay() {
        for (text, mended) in [
            ("JosÃ© PÃ©rez, VÃ\u{ad}ctor", "José Pérez, Víctor"),
            ("The mayorâ€™s car", "The mayor’s car"),
        ] {
            assert_eq!(without_mojibake(text), mended, "{text}");
        }
        for text in [
            "José in Tórshavn",
            "Ängelholm, Århus, Łódź",
            "São Paulo",
            "東京・渋谷",
        ] {
            assert_eq!(without_mojibake(text), text);
        }
    }
}

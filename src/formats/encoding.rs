//! The text in the bytes of a file, and what encoding it was taken for.

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};

use super::FormatError;

/// How much of a file is looked at to tell text from rubbish.
const SAMPLE: usize = 64 * 1024;

/// How far a page or an XML file may say its encoding; the HTML standard asks for 1,024 bytes, pages
/// take more.
const DECLARATION: usize = 4 * 1024;

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// Without a byte order mark.
    pub text: String,
    /// What an editor should know about the encoding; none for UTF-8.
    pub note: Option<String>,
}

/// Finds the text in the bytes: UTF-8, UTF-16 with or without a mark, else what an XML declaration or
/// a `meta` of a page says, else what the bytes look like.
///
/// # Errors
/// Where there is nothing, or no text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, FormatError> {
    if bytes.is_empty() {
        return Err(FormatError::Empty);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        return taken(body, encoding, encoding != UTF_8);
    }
    if let Some(what) = picture_or_archive(bytes) {
        return Err(FormatError::NoText(what));
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return taken(bytes, encoding, true);
    }
    let declared = declared(bytes);
    // Its bytes are those of ASCII, with signs that say which letters are meant.
    if declared == Some(ISO_2022_JP) {
        return taken(bytes, ISO_2022_JP, true);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        // JSON keeps whatever signs its source had; what is no JSON behind a bracket is told as that.
        let is_json = text.trim_start().starts_with(['{', '[']);
        return if !is_json && is_rubbish(text) {
            Err(FormatError::NoText("binary data"))
        } else {
            finished(text.to_owned(), None)
        };
    }
    // What is declared holds where the bytes do not speak against it.
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8)
        && encoding
            .decode_without_bom_handling_and_without_replacement(bytes)
            .is_some()
    {
        return taken(bytes, encoding, true);
    }
    // A damaged byte or two make no other encoding of a text that is UTF-8 by all its letters.
    let (text, damaged, letters) = as_damaged_utf8(bytes);
    let is_declared = declared == Some(UTF_8) && letters > damaged;
    if (is_declared || letters > 20 * damaged) && !is_rubbish(&text) {
        let note = format!(
            "{damaged} bytes are no UTF-8 and show as \u{FFFD}; mend them before this is saved"
        );
        return finished(text, Some(note));
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    taken(
        bytes,
        detector.guess(None, chardetng::Utf8Detection::Allow),
        true,
    )
}

/// The encoding that the text says it has: `<?xml … encoding="…"?>`, `<meta charset=…>`,
/// `<meta http-equiv="Content-Type" content="…; charset=…">`. What is read as ASCII cannot be UTF-16,
/// whatever it says (HTML, "prescan a byte stream").
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(DECLARATION))?;
    if !start.contains(&b'<') {
        return None;
    }
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let in_xml = start
        .trim_start()
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once("?>"))
        .and_then(|(declaration, _)| value(declaration, "encoding"));
    let metas = start.split("<meta").skip(1);
    let mut in_metas = metas.filter_map(|meta| value(meta.split('>').next()?, "charset"));
    let label = in_xml.or_else(|| in_metas.next())?;
    match Encoding::for_label(label.as_bytes())? {
        encoding if encoding == UTF_16BE || encoding == UTF_16LE => Some(UTF_8),
        encoding if encoding == X_USER_DEFINED => None,
        encoding => Some(encoding),
    }
}

/// What follows `name=`, without its quotes.
fn value<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(name)?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.trim_start_matches(['"', '\'']);
    let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/' | '>');
    rest.split(is_end).next().filter(|value| !value.is_empty())
}

/// The text with a sign for every damaged stretch, how many there are, and how many whole letters
/// beyond ASCII.
fn as_damaged_utf8(bytes: &[u8]) -> (String, usize, usize) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let damaged = text.chars().filter(|c| *c == '\u{FFFD}').count();
    let letters = text
        .chars()
        .filter(|c| !c.is_ascii() && *c != '\u{FFFD}')
        .count();
    (text, damaged, letters)
}

fn taken(
    bytes: &[u8],
    encoding: &'static Encoding,
    is_noteworthy: bool,
) -> Result<Decoded, FormatError> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if is_rubbish(&text) {
        return Err(FormatError::NoText("binary data"));
    }
    let name = encoding.name();
    let note = match (is_noteworthy, had_errors) {
        (_, true) => Some(format!(
            "read as {name}; some bytes are no {name} and show as \u{FFFD}"
        )),
        (true, false) => Some(format!("read as {name}, as it is not UTF-8")),
        (false, false) => None,
    };
    finished(text.into_owned(), note)
}

fn finished(text: String, note: Option<String>) -> Result<Decoded, FormatError> {
    if text.trim().is_empty() {
        return Err(FormatError::Empty);
    }
    Ok(Decoded { text, note })
}

/// UTF-16 without a mark: nearly every second byte of western text is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(SAMPLE))?;
    if sample.len() < 4 || !bytes.len().is_multiple_of(2) || !sample.contains(&0) {
        return None;
    }
    let zeros = |odd: usize| {
        sample
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let half = sample.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 > half * 7 && even * 10 < half {
        Some(UTF_16LE)
    } else if even * 10 > half * 7 && odd * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// More than one control or replacement character in fifty is no text.
fn is_rubbish(text: &str) -> bool {
    let sample = text.chars().take(SAMPLE);
    let (mut all, mut bad) = (0usize, 0usize);
    for c in sample {
        all += 1;
        bad += usize::from(
            (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}'))
                || c == '\u{FFFD}',
        );
    }
    bad * 50 > all
}

fn picture_or_archive(bytes: &[u8]) -> Option<&'static str> {
    const SIGNS: [(&[u8], &str); 9] = [
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (b"GIF8", "a GIF picture"),
        (b"II*\0", "a TIFF picture"),
        (b"MM\0*", "a TIFF picture"),
        (b"PK\x03\x04", "a zip archive"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"%PDF-", "a PDF"),
        (b"\x7FELF", "a program"),
    ];
    SIGNS
        .iter()
        .find(|(sign, _)| bytes.starts_with(sign))
        .map(|(_, what)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_is_taken_as_it_is_and_its_mark_goes() {
        assert_eq!(
            decode("Tórshavn".as_bytes()).unwrap(),
            Decoded {
                text: "Tórshavn".into(),
                note: None
            }
        );
        assert_eq!(
            decode("\u{FEFF}Tórshavn".as_bytes()).unwrap().text,
            "Tórshavn"
        );
    }

    #[test]
    fn windows_1252_is_found_and_said() {
        let bytes = b"Der Hafen von T\xF3rshavn im Morgenlicht, Foto: J\xF6rg M\xFCller \x96 dpa";
        let decoded = decode(bytes).unwrap();
        assert_eq!(
            decoded.text,
            "Der Hafen von Tórshavn im Morgenlicht, Foto: Jörg Müller – dpa"
        );
        assert_eq!(
            decoded.note.as_deref(),
            Some("read as windows-1252, as it is not UTF-8")
        );
    }

    #[test]
    fn what_a_page_says_of_its_encoding_goes_before_guessing() {
        for (head, encoding, letters) in [
            (
                "<meta charset=\"windows-1250\">",
                "windows-1250",
                &b"P\xF8\xEDstav"[..],
            ),
            (
                "<META http-equiv=Content-Type content='text/html; charset=koi8-r'>",
                "KOI8-R",
                b"\xD0\xCF\xD2\xD4",
            ),
            (
                "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>",
                "ISO-8859-2",
                b"\xB9koda",
            ),
            (
                "<meta charset=iso-2022-jp>",
                "ISO-2022-JP",
                b"\x1B$B9A\x1B(B",
            ),
        ] {
            let bytes = [head.as_bytes(), letters].concat();
            let decoded = decode(&bytes).unwrap();
            let (expected, _, _) = Encoding::for_label(encoding.as_bytes())
                .unwrap()
                .decode(letters);
            assert!(
                decoded.text.ends_with(&*expected),
                "{head}: {}",
                decoded.text
            );
            let note = format!("read as {encoding}, as it is not UTF-8");
            assert_eq!(decoded.note.as_deref(), Some(note.as_str()));
        }
    }

    #[test]
    fn what_a_page_says_wrongly_of_its_encoding_is_not_believed() {
        let page = "<meta charset=iso-8859-1><p>Tórshavn";
        assert_eq!(decode(page.as_bytes()).unwrap().text, page);
        let page = "<meta charset=utf-16><p>Tórshavn";
        assert_eq!(decode(page.as_bytes()).unwrap().text, page);
    }

    #[test]
    fn utf16_is_found_with_and_without_its_mark() {
        let text = "A ferry leaves the harbour.";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [little.clone(), big, [vec![0xFF, 0xFE], little].concat()] {
            assert_eq!(decode(&bytes).unwrap().text, text);
        }
    }

    #[test]
    fn a_damaged_byte_makes_no_other_encoding() {
        let mut bytes = "Größe, Straße, Ängelholm, Århus. ".repeat(10).into_bytes();
        bytes.push(0xE9);
        let decoded = decode(&bytes).expect("text");
        assert!(decoded.text.starts_with("Größe"));
        assert!(decoded.text.ends_with('\u{FFFD}'));
        assert!(decoded.note.is_some());
    }

    #[test]
    fn json_may_hold_the_signs_of_a_damaged_source() {
        let text = format!("{{\"text\": \"{}\"}}", "\u{FFFD}\u{9d}".repeat(50));
        assert_eq!(decode(text.as_bytes()).expect("text").text, text);
        let rubbish = "\u{FFFD}\u{9d}".repeat(50);
        assert!(decode(rubbish.as_bytes()).is_err());
    }

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        assert!(matches!(decode(b""), Err(FormatError::Empty)));
        assert!(matches!(decode(b" \n \n"), Err(FormatError::Empty)));
        assert!(matches!(
            decode(b"\xFF\xD8\xFF\xE0 rest"),
            Err(FormatError::NoText("a JPEG picture"))
        ));
        let rubbish: Vec<u8> = (0..4096u32)
            .map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[1])
            .collect();
        assert!(matches!(
            decode(&rubbish),
            Err(FormatError::NoText("binary data"))
        ));
    }
}

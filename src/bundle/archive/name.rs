//! The names of entries: decoded, and refused where they lead out or cannot be stored everywhere.

use super::error::ZipError;

/// The upper half of code page 437, in which names are written that do not say they are UTF-8
/// (APPNOTE.TXT, appendix D).
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
                     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// Deeper than this nobody keeps articles, and no system keeps them well.
const FOLDERS: usize = 64;

/// What systems leave in zips and folders, which is nobody's article or picture.
const LEFT_BEHIND: [&str; 4] = ["__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"];

/// The path of an entry, with `/` and without `.` or empty parts.
///
/// Bytes that are UTF-8 are read so whether or not the entry says it: macOS never does.
pub(super) fn decoded(raw: &[u8]) -> String {
    let text = match std::str::from_utf8(raw) {
        Ok(text) => text.to_owned(),
        Err(_) => raw.iter().map(|byte| letter(*byte)).collect(),
    };
    let is_absolute = text.starts_with('/');
    let parts = text.split('/').filter(|part| !matches!(*part, "" | "."));
    let path = parts.collect::<Vec<_>>().join("/");
    if is_absolute {
        format!("/{path}")
    } else {
        path
    }
}

fn letter(byte: u8) -> char {
    let above = byte.checked_sub(128).map(usize::from);
    above
        .and_then(|at| CP437.chars().nth(at))
        .unwrap_or(char::from(byte))
}

/// Whether a path is only what a system left behind.
pub(in crate::bundle) fn is_left_behind(path: &str) -> bool {
    path.split('/').any(|part| LEFT_BEHIND.contains(&part))
}

/// Whether a path stays inside and can be stored on every system.
pub(super) fn check(path: &str) -> Result<(), ZipError> {
    let why = if path.is_empty() {
        "is empty"
    } else if path.contains('\0') {
        "has a NUL in it"
    } else if path.contains('\\') {
        "has a backslash in it"
    } else if path.starts_with('/') {
        "is absolute"
    } else if has_drive(path) {
        "has a drive letter"
    } else if path.split('/').any(|part| part == "..") {
        "leads out of the zip"
    } else if path.matches('/').count() > FOLDERS {
        "lies in more than 64 folders"
    } else if path.split('/').any(is_reserved) {
        "is reserved by Windows"
    } else {
        return Ok(());
    };
    Err(ZipError::Name(why))
}

fn has_drive(path: &str) -> bool {
    let mut bytes = path.bytes();
    let first = bytes.next();
    first.is_some_and(|first| first.is_ascii_alphabetic()) && bytes.next() == Some(b':')
}

/// Whether Windows keeps a file name for a device, whatever its ending (Microsoft, "Naming Files,
/// Paths, and Namespaces").
pub(in crate::bundle) fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let stem = stem.to_ascii_lowercase();
    let is_port = |kind: &str| {
        stem.strip_prefix(kind)
            .is_some_and(|number| matches!(number, "¹" | "²" | "³") || is_digit(number))
    };
    matches!(
        stem.as_str(),
        "con" | "prn" | "aux" | "nul" | "conin$" | "conout$"
    ) || is_port("com")
        || is_port("lpt")
}

fn is_digit(text: &str) -> bool {
    text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_utf8_where_they_can_be_and_code_page_437_elsewhere() {
        for (raw, expected) in [
            (&b"story/ferry.txt"[..], "story/ferry.txt"),
            ("Tórshavn.txt".as_bytes(), "Tórshavn.txt"),
            (b"T\xA2rshavn.txt", "Tórshavn.txt"),
            (b"M\x81ller\x80\xFF.txt", "MüllerÇ\u{a0}.txt"),
            (b"./a//b/./c.txt", "a/b/c.txt"),
            (b"/etc/passwd", "/etc/passwd"),
        ] {
            assert_eq!(decoded(raw), expected, "{raw:?}");
        }
        assert_eq!(CP437.chars().count(), 128);
    }

    #[test]
    fn a_name_that_leads_out_or_fits_no_system_is_refused() {
        for (name, is_fine) in [
            ("story-1/ferry.txt", true),
            ("a..b/ferry...txt", true),
            ("common.txt", true),
            ("comet.txt", true),
            ("Torvik 12:30.txt", true),
            ("../evil.txt", false),
            ("a/../../evil.txt", false),
            ("/etc/passwd", false),
            ("C:evil.txt", false),
            ("c:/evil.txt", false),
            ("a\\..\\evil.txt", false),
            ("a\0.txt", false),
            ("aux.txt", false),
            ("photos/CON.jpg", false),
            ("lpt1", false),
            ("com²", false),
            ("", false),
            ("a/b/c/d/e/f/g/h/ferry.txt", true),
        ] {
            assert_eq!(check(name).is_ok(), is_fine, "{name:?}");
        }
        assert!(check(&format!("{}ferry.txt", "a/".repeat(65))).is_err());
    }

    #[test]
    fn what_systems_leave_behind_is_known() {
        assert!(is_left_behind("__MACOSX/story/._ferry.txt"));
        assert!(is_left_behind("story/.DS_Store"));
        assert!(!is_left_behind("story/ferry.txt"));
    }
}

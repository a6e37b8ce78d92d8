//! Names of picture files that ended up where words belong.

/// Endings of picture files.
const ENDINGS: [&str; 12] = [
    "jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "bmp", "heic", "cr2", "nef", "psd",
];
/// What cameras and telephones put before the number.
const CAMERAS: [&str; 11] = [
    "img",
    "dsc",
    "dscn",
    "dscf",
    "dscs",
    "pict",
    "imag",
    "pxl",
    "mg",
    "gopr",
    "screenshot",
];

/// Whether a path is that of a picture.
pub(super) fn is_picture(path: &str) -> bool {
    let (_, ending) = path.rsplit_once('.').unwrap_or_default();
    ENDINGS.contains(&ending.to_lowercase().as_str())
}

/// Whether a text is nothing but the name of a picture file.
pub(super) fn is_file_name(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    if text.is_empty() || text.contains(char::is_whitespace) {
        return false;
    }
    let (stem, ending) = text.rsplit_once('.').unwrap_or((&text, ""));
    if ENDINGS.contains(&ending) {
        return true;
    }
    let stem = if ending.is_empty() { stem } else { &text };
    let counted = stem.trim_start_matches(['_', '-']);
    let letters = counted.find(|c: char| !c.is_ascii_alphabetic());
    let (camera, number) = counted.split_at(letters.unwrap_or(counted.len()));
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let is_number = number
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'_' | b'-'));
    CAMERAS.contains(&camera) && is_number && digits >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_told_from_words() {
        for name in [
            "IMG_2034.JPG",
            "IMG_2034",
            "dsc00412",
            "PXL_20261116_0800",
            "_MG_1234",
            "harbour-01.jpeg",
            " storm.png ",
        ] {
            assert!(is_file_name(name), "{name}");
        }
        for words in [
            "",
            "A boat.",
            "Image 7",
            "IMG",
            "The file IMG_2034.JPG is lost",
            "U.S.",
            "example.org",
        ] {
            assert!(!is_file_name(words), "{words}");
        }
    }
}

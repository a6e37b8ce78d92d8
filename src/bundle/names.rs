//! Names of files that every system can store, and that no two files share anywhere.

use std::collections::{BTreeMap, BTreeSet};

use super::archive::is_reserved;
use unicode_normalization::UnicodeNormalization;

/// Longer names are cut: systems allow 255 bytes, and the folders above want room too.
const LONGEST: usize = 120;
/// What is behind the last dot is an ending up to this length, which is kept when a name is cut.
const LONGEST_ENDING: usize = 16;

/// A name that every system can store: letters and digits of any script, `.`, `-`, `_`; no reserved
/// word of Windows, no dot or hyphen at either end, not too long. Where nothing is left, `otherwise`.
pub(super) fn safe_name(name: &str, otherwise: &str) -> String {
    let mut safe = String::with_capacity(name.len());
    for c in name.nfc() {
        let is_safe = if c.is_ascii() {
            c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
        } else {
            !c.is_control() && !c.is_whitespace() && !is_unseen(c)
        };
        match c {
            c if is_safe => safe.push(c),
            // What cannot be stored parts words, once.
            _ if safe.ends_with('-') => {}
            _ => safe.push('-'),
        }
    }
    let cut = cut(safe.trim_matches(['.', '-']));
    let stem = cut.split('.').next().unwrap_or_default();
    if cut.is_empty() {
        otherwise.to_owned()
    } else if is_reserved(stem) {
        format!("photo-{cut}")
    } else {
        cut
    }
}

/// The same name with a number before its ending, from 2 on: `ferry-2.jpg`.
pub(super) fn numbered(name: &str, number: u32) -> String {
    match (number, name.rsplit_once('.')) {
        (1, _) => name.to_owned(),
        (_, Some((stem, ending))) => format!("{stem}-{number}.{ending}"),
        (_, None) => format!("{name}-{number}"),
    }
}

/// The names of one folder.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
    /// The next number to try, by the name that was wanted: those before it are taken.
    next: BTreeMap<String, u32>,
    #[cfg(test)]
    tries: usize,
}

impl Names {
    /// The first form of a name that no file of this folder has, on no system.
    pub(super) fn free(&mut self, wanted: &str) -> String {
        self.free_all(wanted, |number| [numbered(wanted, number)])
            .into_iter()
            .next()
            .unwrap_or_default()
    }

    /// The first of the forms of several names of which all are free. `wanted` says which names they
    /// are; `form` gives them with a number, which is 1 for the names as they are.
    pub(super) fn free_all<N: AsRef<[String]>>(
        &mut self,
        wanted: &str,
        form: impl Fn(u32) -> N,
    ) -> N {
        let wanted = folded(wanted);
        let mut number = self.next.get(&wanted).copied().unwrap_or(1);
        loop {
            let names = form(number);
            number = number.saturating_add(1);
            if self.take_all(names.as_ref()) || number == u32::MAX {
                self.next.insert(wanted, number);
                return names;
            }
        }
    }

    /// Takes these names together: whether all of them were free.
    fn take_all(&mut self, names: &[String]) -> bool {
        #[cfg(test)]
        {
            self.tries += 1;
        }
        let names: Vec<String> = names.iter().map(|name| folded(name)).collect();
        let are_free = names.iter().all(|name| !self.taken.contains(name));
        if are_free {
            self.taken.extend(names);
        }
        are_free
    }
}

/// What a system that does not tell letters of two sizes or spellings apart makes of a name.
fn folded(name: &str) -> String {
    name.to_uppercase().to_lowercase().nfkc().collect()
}

/// Characters that are not seen, or turn the direction of those around them.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{fff0}'..='\u{ffff}' | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..)
}

fn cut(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending)
        .filter(|ending| ending.len() <= LONGEST_ENDING);
    let room = LONGEST - ending.map_or(0, |ending| ending.len() + 1);
    let mut end = room;
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    let stem = name.get(..end).unwrap_or_default();
    let stem = stem.trim_end_matches(['.', '-']);
    ending.map_or_else(|| stem.to_owned(), |ending| format!("{stem}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_can_be_stored_everywhere() {
        for (name, expected) in [
            ("ferry.jpg", "ferry.jpg"),
            ("Ferry at dawn (1).JPG", "Ferry-at-dawn-1-.JPG"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\Users\\a.jpg", "C-Users-a.jpg"),
            ("CON", "photo-CON"),
            ("nul.jpg", "photo-nul.jpg"),
            ("com7.png", "photo-com7.png"),
            ("com10.png", "com10.png"),
            ("trailing. . ", "trailing"),
            (".hidden", "hidden"),
            ("a\u{202e}gpj.exe", "a-gpj.exe"),
            ("fa\u{0308}hre.jpg", "fähre.jpg"),
            ("漁師.jpg", "漁師.jpg"),
            ("\u{0}", "photo"),
            ("...", "photo"),
        ] {
            assert_eq!(safe_name(name, "photo"), expected, "{name:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = safe_name(&format!("{}.jpeg", "漁".repeat(200)), "photo");
        assert!(name.len() <= LONGEST && name.ends_with("漁.jpeg"), "{name}");
    }

    #[test]
    fn two_names_that_differ_in_size_alone_are_one_to_some_systems() {
        let mut names = Names::default();
        let free: Vec<String> = [
            "Ferry.jpg",
            "ferry.JPG",
            "ferry.jpg",
            "ferry-2.jpg",
            "Straße",
            "STRASSE",
        ]
        .iter()
        .map(|name| names.free(name))
        .collect();
        let expected = [
            "Ferry.jpg",
            "ferry-2.JPG",
            "ferry-3.jpg",
            "ferry-2-2.jpg",
            "Straße",
            "STRASSE-2",
        ];
        assert_eq!(free, expected);
    }

    #[test]
    fn a_name_that_thousands_want_is_tried_once_by_each() {
        let mut names = Names::default();
        let count = 8_000;
        let free: BTreeSet<String> = (0..count).map(|_| names.free("photo.jpg")).collect();
        assert_eq!(free.len(), count);
        assert!(free.contains("photo-8000.jpg"));
        assert_eq!(names.tries, count);
        // Some of the numbers may be taken by others.
        names.free("quay-3.jpg");
        let free: Vec<String> = (0..3).map(|_| names.free("quay.jpg")).collect();
        assert_eq!(free, ["quay.jpg", "quay-2.jpg", "quay-4.jpg"]);
    }

    proptest! {
        #[test]
        fn a_safe_name_is_safe_already(name in "\\PC{0,200}") {
            let safe = safe_name(&name, "photo");
            prop_assert_eq!(safe_name(&safe, "photo"), safe.clone());
            prop_assert!(!safe.contains(['/', '\\', ':']) && !safe.ends_with(['.', ' ']));
        }
    }
}

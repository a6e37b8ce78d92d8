//! What was saved of the articles of one file, and which of them each saved file belongs to now.
//!
//! Lines and the articles of one file have no name, and their number changes when anything is put in
//! before them. So a saved file belongs to the part whose bytes it was made from, wherever that
//! stands now. Where no part has these bytes any more, it belongs to the one that has its address or its
//! id, or else to the one that stands in its place, where that is the same article; this has changed
//! then. Else its source is gone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::about::Mark;
use super::holder::name_of;
use super::item::saved_folder_of;
use super::saved::{self, Named};

/// Folders are searched no deeper than this, as places are.
const DEPTH: usize = 16;
/// More saved files than this are not looked into.
const FILES: usize = 100_000;

/// Saved files that no article was found for yet.
#[derive(Debug, Default)]
pub(super) struct SavedWork {
    /// By the source that they name, then by their own place.
    left: BTreeMap<(String, PathBuf), Named>,
}

/// The saved file of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SavedPart {
    pub(super) file: PathBuf,
    /// Whether the part reads otherwise than what it was made from.
    pub(super) is_changed: bool,
}

/// The parts of a file, by their number.
pub(super) trait Parts {
    /// The hash of a part; none where there is no such part.
    fn sha256(&mut self, number: u64) -> Option<String>;
    /// The parts that have one of these hashes.
    fn having(&mut self, hashes: &BTreeSet<&str>) -> BTreeMap<String, BTreeSet<u64>>;
    /// The parts that have one of these marks.
    fn marked(&mut self, marks: &BTreeSet<&Mark>) -> BTreeMap<Mark, BTreeSet<u64>>;
    /// Whether a part is the article that was saved as this file, though it has changed.
    fn is_saved_as(&mut self, number: u64, file: &Path, named: &Named) -> bool;
}

impl SavedWork {
    /// What lies in the `.cutline` folder of a file and names it.
    pub(super) fn of(file: &Path) -> Self {
        let name = name_of(file);
        let mut work = Self::in_folder(&saved_folder_of(file));
        work.left
            .retain(|(source, _), _| holders_of(source).any(|file| file == name));
        work
    }

    /// What lies in a `.cutline` folder.
    pub(super) fn in_folder(folder: &Path) -> Self {
        let mut work = Self::default();
        work.collect(folder, DEPTH);
        work
    }

    fn collect(&mut self, folder: &Path, depth: usize) {
        // Most files have no such folder.
        let Ok(entries) = std::fs::read_dir(folder) else {
            return;
        };
        for entry in entries.flatten() {
            if self.left.len() >= FILES {
                return;
            }
            let path = entry.path();
            match (entry.file_type(), depth.checked_sub(1)) {
                (Ok(kind), Some(depth)) if kind.is_dir() => self.collect(&path, depth),
                (Ok(kind), _) if kind.is_file() && name_of(&path).ends_with(saved::ENDING) => {
                    if let Some(named) = saved::named_in(&path) {
                        self.left.insert((named.file.clone(), path), named);
                    }
                }
                _ => {}
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.left.is_empty()
    }

    /// Whether something is left that was saved of a part of this source: `news.zip/crawl.jsonl:`.
    pub(super) fn has_parts_of(&self, prefix: &str) -> bool {
        self.of_parts(prefix).next().is_some()
    }

    /// The file that was saved for a source of this name.
    pub(super) fn take(&mut self, source: &str) -> Option<PathBuf> {
        let from = (source.to_owned(), PathBuf::new());
        let (key, _) = self.left.range(from..).next()?;
        let key = key.clone();
        (key.0 == source).then(|| {
            self.left.remove(&key);
            key.1
        })
    }

    /// The files that were saved for parts of a source, by the numbers that the parts have now.
    pub(super) fn take_parts(
        &mut self,
        prefix: &str,
        parts: &mut impl Parts,
    ) -> BTreeMap<u64, SavedPart> {
        let mut found = BTreeMap::new();
        let mut wanted: Vec<Wanted> = self.of_parts(prefix).collect();
        wanted.retain(|wanted| {
            let number = wanted.number;
            let is_there = parts.sha256(number).as_deref() == Some(&wanted.named.sha256);
            let is_its = is_there && !found.contains_key(&number);
            if is_its {
                found.insert(number, wanted.saved(false));
            }
            !is_its
        });
        if !wanted.is_empty() {
            let hashes = wanted.iter().map(|wanted| wanted.named.sha256.as_str());
            let having = parts.having(&hashes.collect());
            let key = |wanted: &Wanted| vec![wanted.named.sha256.clone()];
            follow(&mut wanted, having, key, false, &mut found);
        }
        let marks: BTreeSet<&Mark> = wanted.iter().flat_map(|one| &one.named.marks).collect();
        if !marks.is_empty() {
            let marked = parts.marked(&marks);
            let keys = |wanted: &Wanted| wanted.named.marks.clone();
            follow(&mut wanted, marked, keys, true, &mut found);
        }
        for wanted in wanted {
            let number = wanted.number;
            if !found.contains_key(&number)
                && parts.is_saved_as(number, &wanted.file, &wanted.named)
            {
                found.insert(number, wanted.saved(true));
            }
        }
        let files: BTreeSet<&Path> = found.values().map(|saved| saved.file.as_path()).collect();
        self.left
            .retain(|(_, file), _| !files.contains(file.as_path()));
        found
    }

    fn of_parts(&self, prefix: &str) -> impl Iterator<Item = Wanted> {
        let from = (prefix.to_owned(), PathBuf::new());
        let all = self.left.range(from..);
        let of_source = all.map_while(move |((source, file), named)| {
            Some((source.strip_prefix(prefix)?, file, named))
        });
        of_source.filter_map(|(mark, file, named)| {
            Some(Wanted {
                number: mark.parse().ok()?,
                file: file.clone(),
                named: named.clone(),
            })
        })
    }

    /// What no article was found for, with the source that it names, in the order of the files.
    pub(super) fn left(self) -> BTreeMap<PathBuf, String> {
        let left = self.left.into_keys();
        left.map(|(source, file)| (file, source)).collect()
    }

    /// The same without what names one of these files, which has its own.
    pub(super) fn left_of_none(mut self, files: &BTreeSet<String>) -> BTreeMap<PathBuf, String> {
        self.left
            .retain(|(source, _), _| !holders_of(source).any(|file| files.contains(file)));
        self.left()
    }
}

/// A saved file, and where its part was.
struct Wanted {
    number: u64,
    file: PathBuf,
    named: Named,
}

impl Wanted {
    fn saved(&self, is_changed: bool) -> SavedPart {
        SavedPart {
            file: self.file.clone(),
            is_changed,
        }
    }
}

/// Gives saved files to the parts that stand under one of their keys, of several free ones the nearest
/// to where theirs was; what finds none stays wanted.
fn follow<K: Ord>(
    wanted: &mut Vec<Wanted>,
    mut standing: BTreeMap<K, BTreeSet<u64>>,
    keys: impl Fn(&Wanted) -> Vec<K>,
    is_changed: bool,
    found: &mut BTreeMap<u64, SavedPart>,
) {
    wanted.retain(|wanted| {
        let keys = keys(wanted);
        let free = keys.iter().filter_map(|key| {
            let numbers = standing.get_mut(key)?;
            nearest_free(numbers, wanted.number, found)
        });
        let nearest = free.min_by_key(|number| number.abs_diff(wanted.number));
        if let Some(number) = nearest {
            found.insert(number, wanted.saved(is_changed));
        }
        nearest.is_none()
    });
}

/// The nearest of these parts that has no saved file yet; those that have go.
fn nearest_free(
    numbers: &mut BTreeSet<u64>,
    to: u64,
    found: &BTreeMap<u64, SavedPart>,
) -> Option<u64> {
    loop {
        let below = numbers.range(..=to).next_back();
        let above = numbers.range(to..).next();
        let both = [below, above].into_iter().flatten().copied();
        let nearest = both.min_by_key(|number| number.abs_diff(to))?;
        if !found.contains_key(&nearest) {
            return Some(nearest);
        }
        numbers.remove(&nearest);
    }
}

/// The files that a source may lie in: `news.zip` of `news.zip/ferry.txt`, `crawl.jsonl` of
/// `crawl.jsonl:4`, `list.json` of `list.json#2`.
fn holders_of(source: &str) -> impl Iterator<Item = &str> {
    let marks = source.match_indices(['/', ':', '#']);
    marks.filter_map(|(at, _)| source.get(..at))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts whose hashes are the texts themselves; counts how often all of them were looked at.
    struct Texts {
        texts: Vec<&'static str>,
        searches: usize,
    }

    impl Parts for Texts {
        fn sha256(&mut self, number: u64) -> Option<String> {
            let at = usize::try_from(number).unwrap().checked_sub(1)?;
            Some((*self.texts.get(at)?).to_owned())
        }

        fn having(&mut self, hashes: &BTreeSet<&str>) -> BTreeMap<String, BTreeSet<u64>> {
            self.searches += 1;
            let mut found: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
            for (text, number) in self.texts.iter().zip(1u64..) {
                if hashes.contains(text) {
                    found.entry((*text).to_owned()).or_default().insert(number);
                }
            }
            found
        }

        /// A text that has changed ends in its mark.
        fn marked(&mut self, marks: &BTreeSet<&Mark>) -> BTreeMap<Mark, BTreeSet<u64>> {
            let mut found: BTreeMap<Mark, BTreeSet<u64>> = BTreeMap::new();
            for (text, number) in self.texts.iter().zip(1u64..) {
                for mark in marks {
                    if text.strip_suffix(mark.value()).is_some() {
                        found.entry((*mark).clone()).or_default().insert(number);
                    }
                }
            }
            found
        }

        fn is_saved_as(&mut self, number: u64, _: &Path, _: &Named) -> bool {
            self.sha256(number)
                .is_some_and(|text| text.starts_with("changed"))
        }
    }

    fn work(saved: &[(u64, &str)]) -> SavedWork {
        let mut work = SavedWork::default();
        for (number, text) in saved {
            let named = Named {
                file: format!("a.jsonl:{number}"),
                sha256: (*text).to_owned(),
                marks: vec![Mark::Id(format!(" {text}"))],
            };
            let file = PathBuf::from(format!("a-{number}-{text}"));
            work.left.insert((named.file.clone(), file), named);
        }
        work
    }

    #[test]
    fn saved_work_follows_its_part() {
        for (name, saved, texts, expected, gone) in [
            (
                "in place",
                &[(1, "x"), (2, "y")][..],
                &["x", "y"][..],
                &["1 a-1-x", "2 a-2-y"][..],
                &[][..],
            ),
            (
                "put in above",
                &[(1, "x"), (2, "y")],
                &["new", "x", "y"],
                &["2 a-1-x", "3 a-2-y"],
                &[],
            ),
            (
                "one goes",
                &[(1, "x"), (2, "y")],
                &["y"],
                &["1 a-2-y"],
                &["a-1-x"],
            ),
            ("all go", &[(1, "x")], &[], &[], &["a-1-x"]),
            (
                "changed",
                &[(1, "x")],
                &["changed"],
                &["1 a-1-x changed"],
                &[],
            ),
            (
                "changed, and one put in above",
                &[(1, "x"), (2, "y")],
                &["new", "changed x", "changed y"],
                &["2 a-1-x changed", "3 a-2-y changed"],
                &[],
            ),
            (
                "one goes, and the next has changed",
                &[(1, "x"), (2, "y")],
                &["changed y"],
                &["1 a-2-y changed"],
                &["a-1-x"],
            ),
            ("another article", &[(1, "x")], &["other"], &[], &["a-1-x"]),
            (
                "changed, where another was saved",
                &[(1, "x"), (2, "y")],
                &["y", "changed"],
                &["1 a-2-y"],
                &["a-1-x"],
            ),
            (
                "two that are the same",
                &[(1, "x"), (2, "x")],
                &["new", "x", "x"],
                &["2 a-2-x", "3 a-1-x"],
                &[],
            ),
        ] {
            let mut work = work(saved);
            let mut parts = Texts {
                texts: texts.to_vec(),
                searches: 0,
            };
            let found = work.take_parts("a.jsonl:", &mut parts);
            let told: Vec<String> = found
                .iter()
                .map(|(number, saved)| {
                    let changed = if saved.is_changed { " changed" } else { "" };
                    format!("{number} {}{changed}", saved.file.display())
                })
                .collect();
            assert_eq!(told, expected, "{name}");
            let left: Vec<PathBuf> = work.left().into_keys().collect();
            let gone: Vec<PathBuf> = gone.iter().map(PathBuf::from).collect();
            assert_eq!(left, gone, "{name}");
            let most = usize::from(name != "in place");
            assert_eq!(parts.searches, most, "{name}: all parts are looked at once");
        }
    }

    #[test]
    fn a_source_lies_in_the_file_that_it_begins_with() {
        for (source, file, expected) in [
            ("crawl.jsonl:4", "crawl.jsonl", true),
            ("list#1.json#2", "list#1.json", true),
            ("news.zip/a/ferry.txt", "news.zip", true),
            ("crawl.jsonl2:4", "crawl.jsonl", false),
            ("crawl.jsonl", "crawl.jsonl", false),
        ] {
            let is_in = holders_of(source).any(|holder| holder == file);
            assert_eq!(is_in, expected, "{source}");
        }
    }
}

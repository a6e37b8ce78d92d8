//! What an editor must know of an export: first what may not be printed as it is.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use super::{Order, Pictures};
use crate::formats::export::for_the_desk;
use crate::lint::{Linter, Severity};
use crate::model::{Article, Photo};

/// The first words of a report, by which an export of ours is known.
pub(super) const TITLE: &str = "Cutline export";

/// The kinds of files of an export, as the first line of its report names them.
pub(super) fn kinds_of(first_line: &str) -> Option<&str> {
    first_line.strip_prefix(TITLE)?.strip_prefix(": ")
}

/// What is in an export, and what is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Where it lies.
    pub place: PathBuf,
    /// The kinds of files, as a person calls them.
    pub kinds: Vec<&'static str>,
    /// How many articles.
    pub articles: usize,
    /// How many photos.
    pub photos: usize,
    /// How many pictures were copied; none of them where they were left.
    pub pictures: usize,
    /// Photos that may not be printed without a look: the photo, and what is said.
    pub notices: Vec<Notice>,
    /// Photos whose picture is not in the export, and why.
    pub missing: Vec<(String, String)>,
    /// Pictures that no photo names.
    pub loose: Vec<String>,
    /// How many problems are left, by severity, worst first, and rule.
    pub problems: Vec<(Severity, &'static str, usize)>,
    /// Articles that are not in the export, and why.
    pub left_out: Vec<(String, String)>,
    /// Where an earlier export of this place is kept.
    pub kept: Option<PathBuf>,
    are_pictures_left: bool,
}

/// A photo that may not be printed without a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Which: `harbour-day.txt: photo-2 (photos/market-02.jpg)`.
    pub photo: String,
    /// What is said about its use, one sentence each.
    pub said: Vec<String>,
    /// Whether the wire has stopped it.
    pub is_stopped: bool,
}

impl Report {
    pub(super) fn new(order: &Order) -> Self {
        Self {
            place: order.place.clone(),
            kinds: order.kinds.iter().map(|kind| kind.title).collect(),
            articles: 0,
            photos: 0,
            pictures: 0,
            notices: Vec::new(),
            missing: Vec::new(),
            loose: Vec::new(),
            problems: Vec::new(),
            left_out: Vec::new(),
            kept: None,
            are_pictures_left: order.pictures == Pictures::Left,
        }
    }

    /// Tells of one article; `missing` are the pictures that could not be copied, by their names.
    pub(super) fn add(
        &mut self,
        name: &str,
        article: &Article,
        linter: &Linter,
        missing: &BTreeMap<String, String>,
    ) {
        self.articles += 1;
        self.photos += article.photos.len();
        for photo in &article.photos {
            let which = which(name, photo);
            let path = photo.image.as_ref().map(|image| image.path.as_str());
            if let Some(why) = path.and_then(|path| missing.get(path)) {
                self.missing.push((which.clone(), why.clone()));
            }
            self.notices.extend(notice(photo, which, linter));
            for finding in linter.of_photo(photo.id) {
                if finding.is_ignored {
                    continue;
                }
                let (severity, rule) = (finding.severity, finding.rule);
                let known = self
                    .problems
                    .iter_mut()
                    .find(|one| (one.0, one.1) == (severity, rule));
                match known {
                    Some((_, _, count)) => *count += 1,
                    None => self.problems.push((severity, rule, 1)),
                }
            }
        }
        self.notices.sort_by_key(|notice| !notice.is_stopped);
        self.problems
            .sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(other.1)));
    }
}

fn which(article: &str, photo: &Photo) -> String {
    let image = photo.image.as_ref();
    let picture = image.map_or("no picture", |image| {
        if image.path.is_empty() {
            &image.href
        } else {
            &image.path
        }
    });
    format!("{article}: {} ({picture})", photo.name)
}

/// What is said about the use of a photo, in its fields and by the rules that look for it elsewhere.
fn notice(photo: &Photo, which: String, linter: &Linter) -> Option<Notice> {
    let findings = linter.of_photo(photo.id).iter();
    let findings: Vec<_> = findings.filter(|finding| finding.is_about_use()).collect();
    let mut said: Vec<String> = findings
        .iter()
        .map(|finding| finding.message.clone())
        .collect();
    said.push(for_the_desk(photo));
    said.retain(|said| !said.is_empty());
    let is_stopped = findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    (!said.is_empty()).then_some(Notice {
        photo: which,
        said,
        is_stopped,
    })
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub title: &'static str,
    /// One sentence each.
    pub entries: Vec<String>,
}

impl Report {
    /// What is worth knowing, first what may not be printed as it is; empty parts are left out.
    #[must_use]
    pub fn sections(&self) -> Vec<Section> {
        let notices = self.notices.iter().map(|notice| {
            let mark = if notice.is_stopped { "STOPPED: " } else { "" };
            format!("{mark}{}: {}", notice.photo, notice.said.join("; "))
        });
        let told = |(what, why): &(String, String)| format!("{what}: {why}");
        let problems = self.problems.iter();
        let problems =
            problems.map(|(severity, rule, count)| format!("{} {rule}: {count}", severity.word()));
        let sections = [
            (
                "READ FIRST: usage terms, instructions, what the wire has stopped",
                notices.collect(),
            ),
            ("Left out", self.left_out.iter().map(told).collect()),
            ("Missing pictures", self.missing.iter().map(told).collect()),
            ("Pictures that no photo shows", self.loose.clone()),
            ("Problems left", problems.collect::<Vec<String>>()),
        ];
        let sections = sections.into_iter();
        let sections = sections.filter(|(_, entries)| !entries.is_empty());
        let sections = sections.map(|(title, entries)| Section {
            title,
            // Each on one line, whatever was written into the fields.
            entries: entries.iter().map(|entry| one_line(entry)).collect(),
        });
        sections.collect()
    }

    /// Whether somebody must look at it: more than problems that are known is told.
    #[must_use]
    pub fn must_be_read(&self) -> bool {
        !(self.notices.is_empty() && self.left_out.is_empty() && self.missing.is_empty())
    }

    /// What is in the export, in one sentence.
    #[must_use]
    pub fn summary(&self) -> String {
        let pictures = if self.are_pictures_left {
            "pictures left where they are".to_owned()
        } else {
            counted(self.pictures, "picture")
        };
        let (articles, photos) = (
            counted(self.articles, "article"),
            counted(self.photos, "photo"),
        );
        let kept = self.kept.as_ref().and_then(|kept| kept.file_name());
        let kept = kept.map(|kept| {
            let kept = kept.to_string_lossy();
            format!("; the export that was there is kept as {kept}")
        });
        format!(
            "{articles}, {photos}, {pictures}{}",
            kept.unwrap_or_default()
        )
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{TITLE}: {}", self.kinds.join(", "))?;
        for section in self.sections() {
            writeln!(f, "\n{}", section.title)?;
            for entry in section.entries {
                writeln!(f, "- {entry}")?;
            }
        }
        writeln!(f, "\n{}", self.summary())
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn counted(count: usize, what: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{count} {what}{end}")
}

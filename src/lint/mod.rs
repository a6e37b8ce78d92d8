//! What is wrong with captions and credits, and what would fix it.
//!
//! A [`Rule`] is one file in `rules/` and one line in [`RULES`]. It looks at one photo, alone or
//! with the [`Index`] of its article, and answers with [`Finding`]s; a finding holds the [`Fix`]es that
//! an editor may press, each a list of edits. [`Linter`] keeps the findings of an open article, so
//! that a key press lints one photo; [`certain`] lists what may be fixed without being asked.

mod calendar;
pub mod certain;
mod cutting;
mod file_name;
mod house;
mod ignoring;
mod index;
mod linter;
mod manual;
mod mojibake;
mod rules;
mod style;
mod subject;

use crate::edit::Edit;
use crate::model::{Photo, PhotoId, Span, TextField};

pub use house::House;
pub use ignoring::{ignore, is_ignored};
pub use index::Index;
pub use linter::Linter;
pub use manual::Manual;
pub use rules::RULES;
pub use style::{AgencyNames, CreditPattern, Style};
pub(crate) use subject::Subject;

/// How much a finding matters. Badges, exit codes and "next problem" start at `Warning`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// An editor should look.
    Warning,
    /// Must not be printed so.
    Error,
}

impl Severity {
    /// Its word on the command line and in settings.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The severity that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Note, Self::Warning, Self::Error]
            .into_iter()
            .find(|severity| severity.word() == word)
    }
}

/// A rule: what it is called, how much it matters, its manual page and its check.
pub struct Rule {
    /// `credit-repeated`
    pub code: &'static str,
    /// Unless the house says otherwise.
    pub severity: Severity,
    /// The best that it can ever offer: None where only an editor can mend what it finds.
    pub best_fix: Option<Certainty>,
    /// Its file's text; the manual page is the comment at its top.
    pub(crate) page: &'static str,
    /// What finds it.
    pub(crate) check: Check,
}

/// What a rule needs to see.
pub(crate) enum Check {
    /// One photo alone.
    Photo(fn(&Photo, &House) -> Vec<Problem>),
    /// One photo alone, and what its texts say.
    Read(fn(&Subject<'_>) -> Vec<Problem>),
    /// One photo among the others, with the files of its bundle.
    Indexed(fn(&Photo, &Index, &House) -> Vec<Problem>),
}

/// What a rule says: a finding without what every finding of the rule shares.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Problem {
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// The field it is in.
    pub field: Option<TextField>,
    /// The stretches of that field's text that it complains of.
    pub spans: Vec<Span>,
    /// The text complained of; ignoring lapses when it changes.
    pub complaint: String,
    /// Where it matters more or less than the rule's others.
    pub severity: Option<Severity>,
    /// What would mend it, best first.
    pub fixes: Vec<Fix>,
}

/// Whether a fix may be done without being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// No editor would want it otherwise.
    Certain,
    /// One way of several, or a guess: only on request.
    Asked,
}

/// What would mend a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// A button's words: "Keep AP Photo/Ann Lee".
    pub label: String,
    /// Whether it may be done without being asked.
    pub certainty: Certainty,
    /// What it changes.
    pub edits: Vec<Edit>,
}

/// Something wrong with a photo.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule's code.
    pub rule: &'static str,
    /// How much it matters in this house.
    pub severity: Severity,
    /// Whose.
    pub photo: PhotoId,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// The field it is in.
    pub field: Option<TextField>,
    /// The stretches of that field's text that it complains of.
    pub spans: Vec<Span>,
    /// The text complained of.
    pub complaint: String,
    /// What would mend it, best first.
    pub fixes: Vec<Fix>,
    /// Whether the editor waved it through.
    pub is_ignored: bool,
}

impl Finding {
    /// Its first fix that may be done without being asked.
    #[must_use]
    pub fn certain_fix(&self) -> Option<&Fix> {
        self.fixes
            .iter()
            .find(|fix| fix.certainty == Certainty::Certain)
    }

    /// The fix that one key may do: the certain one, or the only one. Of several, an editor chooses.
    #[must_use]
    pub fn ready_fix(&self) -> Option<&Fix> {
        match self.fixes.as_slice() {
            [only] => Some(only),
            _ => self.certain_fix(),
        }
    }

    /// Whether an editor must look: a warning or an error that nobody waved through.
    #[must_use]
    pub fn is_problem(&self) -> bool {
        self.severity >= Severity::Warning && !self.is_ignored
    }

    /// Whether it says on what terms the picture may be used, and nobody waved it through.
    #[must_use]
    pub fn is_about_use(&self) -> bool {
        rules::ABOUT_USE.contains(&self.rule) && !self.is_ignored
    }

    /// Whether the wire has stopped the picture, and nobody waved that through: it must not leave the
    /// house unasked.
    #[must_use]
    pub fn is_stop(&self) -> bool {
        self.rule == rules::STOPPING && self.severity == Severity::Error && !self.is_ignored
    }
}

/// The rule with this code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// What one photo's rules say, worst first, ignored ones last.
#[must_use]
pub fn check(photo: &Photo, index: &Index, house: &House) -> Vec<Finding> {
    check_by(RULES.iter(), photo, index, house)
}

/// What these rules say of one photo, worst first, ignored ones last.
fn check_by<'r>(
    rules: impl Iterator<Item = &'r Rule>,
    photo: &Photo,
    index: &Index,
    house: &House,
) -> Vec<Finding> {
    let subject = Subject::new(photo, house);
    let mut findings: Vec<Finding> = rules
        .filter_map(|rule| Some((rule, house.severity(rule)?)))
        .flat_map(|(rule, severity)| {
            let problems = match rule.check {
                Check::Photo(check) => check(photo, house),
                Check::Read(check) => check(&subject),
                Check::Indexed(check) => check(photo, index, house),
            };
            problems.into_iter().map(move |problem| Finding {
                rule: rule.code,
                severity: house
                    .severity_of(rule, problem.severity)
                    .unwrap_or(severity),
                photo: photo.id,
                is_ignored: is_ignored(photo, rule.code, &problem.complaint),
                message: problem.message,
                field: problem.field,
                spans: problem.spans,
                complaint: problem.complaint,
                fixes: problem.fixes,
            })
        })
        .collect();
    findings.sort_by_key(|finding| (finding.is_ignored, std::cmp::Reverse(finding.severity)));
    findings
}

//! Contributor lines: who else worked on the text, and took no photo.
//!
//! "Agency writer Ann Lee in Oslo contributed to this report." names Ann Lee, then Agency. The
//! line is prose: it stays in the body.

use super::lines::Line;
use crate::credit::fold::fold;
use crate::credit::lexicon::Lexicon;
use crate::credit::lexicon::Pages;
use crate::model::Span;

/// A line that says who contributed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContributorLine {
    /// All of the line.
    pub span: Span,
    /// The persons, in order.
    pub persons: Vec<Span>,
    /// Their organisations, in order.
    pub organisations: Vec<Span>,
}

/// A longer line is a paragraph of the story, whatever it says.
const LONGEST_LINE: usize = 600;

/// The contributor lines among lines that are not prose.
pub(super) fn contributor_lines(
    text: &str,
    lines: &[Line],
    lexicon: &Lexicon,
) -> Vec<ContributorLine> {
    let screen = lexicon.screen.as_ref();
    let is_said = |line: &str| screen.is_none_or(|screen| screen.may_name_contributors(line));
    lines
        .iter()
        .filter(|line| line.span.len() <= LONGEST_LINE && is_said(line.span.of(text)))
        .filter_map(|line| {
            let names = named_part(text, line.span, &lexicon.pages)?;
            let mut found = ContributorLine {
                span: line.span,
                persons: Vec::new(),
                organisations: Vec::new(),
            };
            Names {
                text,
                lexicon,
                found: &mut found,
                run: None,
                words: 0,
                is_place: false,
            }
            .read(names);
            (!found.persons.is_empty() || !found.organisations.is_empty()).then_some(found)
        })
        .collect()
}

/// The part of a line in which contributors are named.
fn named_part(text: &str, span: Span, pages: &Pages) -> Option<Span> {
    let line = span.of(text);
    // Lengths in bytes stay the same where only ASCII is folded.
    let folded = line.to_ascii_lowercase();
    if let Some(lead) = pages.contributor_leads.leading(&folded) {
        let rest = line.get(lead.len()..)?;
        let rest = rest.split(';').next().unwrap_or(rest);
        let end = lead.len().saturating_add(rest.len());
        return Some(Span::new(lead.len(), end).shifted(span.start));
    }
    let end = pages
        .contributor_tails
        .iter()
        .filter_map(|tail| folded.find(tail))
        .min()?;
    let before = line.get(..end)?;
    // Of several sentences the last one counts; an initial or "Sen." is shorter than a sentence's end.
    let start = before
        .rmatch_indices(". ")
        .map(|(at, _)| at)
        .find(|at| ends_a_sentence(before, *at));
    let start = start.map_or(0, |at| at.saturating_add(2));
    Some(Span::new(start, end).shifted(span.start))
}

/// Whether the full stop there ends more than an abbreviation.
fn ends_a_sentence(line: &str, at: usize) -> bool {
    let word = line
        .get(..at)
        .and_then(|before| before.split_whitespace().next_back())
        .unwrap_or_default();
    word.chars().count() > 4
}

/// Walks through a list of names.
struct Names<'t> {
    text: &'t str,
    lexicon: &'t Lexicon,
    found: &'t mut ContributorLine,
    /// The capitalised words read so far.
    run: Option<Span>,
    words: usize,
    /// Whether the next name is where somebody works.
    is_place: bool,
}

impl Names<'_> {
    fn read(&mut self, part: Span) {
        for (at, raw) in words(part.of(self.text)) {
            let opened = raw.trim_start_matches(|c: char| !c.is_alphanumeric());
            let at = at
                .saturating_add(raw.len().saturating_sub(opened.len()))
                .saturating_add(part.start);
            let word = opened.trim_end_matches([',', ';', ':', ')', '"', '”']);
            let span = Span::new(at, at.saturating_add(word.len()));
            self.word(word, span);
            if opened.len() > word.len() {
                self.end_name();
            }
        }
        self.end_name();
    }

    fn word(&mut self, word: &str, span: Span) {
        let folded = word.to_lowercase();
        let pages = &self.lexicon.pages;
        if pages.joining_words.has(&folded) {
            self.end_name();
            self.is_place = false;
        } else if pages.role_words.has(&folded) {
            self.end_organisation();
        } else if pages.place_words.has(&folded) {
            self.end_name();
            self.is_place = true;
        } else if let Some(owner) = owner(word) {
            self.add(Span::new(
                span.start,
                span.start.saturating_add(owner.len()),
            ));
            self.end_organisation();
        } else if word.starts_with(char::is_uppercase)
            || (self.run.is_some() && pages.name_particles.has(&folded))
        {
            self.add(span);
        } else {
            self.end_name();
        }
    }

    /// Whether a name is that of a body in the lexicon.
    fn is_known(&self, name: &str) -> bool {
        let key: String = name.split_whitespace().map(fold).collect();
        self.lexicon.organisation_id(&key).is_some()
    }

    fn add(&mut self, word: Span) {
        self.words = self.words.saturating_add(1);
        self.run = Some(Span::new(
            self.run.map_or(word.start, |run| run.start),
            word.end,
        ));
    }

    /// Whoever was named before a role word or owns something is an organisation.
    fn end_organisation(&mut self) {
        self.words = 0;
        if let Some(run) = self.run.take() {
            let name = without_article(self.text, run);
            if !name.is_empty() {
                self.found.organisations.push(name);
            }
        }
        self.is_place = false;
    }

    fn end_name(&mut self) {
        let words = std::mem::take(&mut self.words);
        let Some(run) = self.run.take() else { return };
        let name = without_article(self.text, run);
        if std::mem::take(&mut self.is_place) {
            return;
        }
        if self.is_known(name.of(self.text)) || name != run {
            self.found.organisations.push(name);
        } else if words > 1 {
            self.found.persons.push(name);
        }
    }
}

/// The words of a text, each with its place.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0_usize;
    text.split_inclusive(char::is_whitespace)
        .filter_map(move |piece| {
            let start = at;
            at = at.saturating_add(piece.len());
            let word = piece.trim_end();
            (!word.is_empty()).then_some((start, word))
        })
}

/// "Agency’s" without its ending.
fn owner(word: &str) -> Option<&str> {
    ["’s", "'s", "’", "'"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|owner| owner.starts_with(char::is_uppercase))
}

/// "The Associated Press" without its article.
fn without_article(text: &str, run: Span) -> Span {
    let name = run.of(text);
    let rest = name.strip_prefix("The ").unwrap_or(name);
    Span::new(run.end.saturating_sub(rest.len()), run.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credit::find::lines::lines;

    fn read(text: &str) -> Option<(Vec<&str>, Vec<&str>)> {
        let lines = lines(text, Span::new(0, text.len()));
        let found = contributor_lines(text, &lines, &Lexicon::built_in());
        let found = found.first()?;
        let names = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect();
        Some((names(&found.persons), names(&found.organisations)))
    }

    #[test]
    fn persons_come_with_their_organisations() {
        for (line, persons, organisations) in [
            (
                "Nordic Press writer Ann Lee in Oslo contributed to this report.",
                &["Ann Lee"][..],
                &["Nordic Press"][..],
            ),
            (
                "Ann Lee contributed reporting from Hong Kong.",
                &["Ann Lee"],
                &[],
            ),
            (
                "Nordic News’ Ann Lee contributed to this report.",
                &["Ann Lee"],
                &["Nordic News"],
            ),
            (
                "AP writers Ann Lee in Oslo, Bo de Wit in Bergen, Norway, and Cy Roe contributed to this report.",
                &["Ann Lee", "Bo de Wit", "Cy Roe"],
                &["AP"],
            ),
            (
                "The Nordic Press contributed to this report.",
                &[],
                &["Nordic Press"],
            ),
            (
                "Contributing: Ann Lee and J. Roe",
                &["Ann Lee", "J. Roe"],
                &[],
            ),
        ] {
            assert_eq!(
                read(line),
                Some((persons.to_vec(), organisations.to_vec())),
                "{line}"
            );
        }
    }

    #[test]
    fn other_lines_name_no_contributors() {
        for line in [
            "Ann Lee contributed to the fund.",
            "Ann Lee writes from Oslo.",
            "",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}

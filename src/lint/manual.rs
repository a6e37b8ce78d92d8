//! The manual page of a rule, read from the comment at the top of its file.

use super::Rule;

/// A rule's manual page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manual {
    /// What it finds, in one sentence.
    pub finds: String,
    /// The rest of the page: why, source, examples, fix.
    pub page: String,
}

impl Manual {
    /// The page of a rule.
    #[must_use]
    pub fn of(rule: &Rule) -> Self {
        let lines = rule.page.lines().map_while(|line| line.strip_prefix("//!"));
        let text = lines
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect::<Vec<_>>()
            .join("\n");
        let (first, page) = text.split_once("\n\n").unwrap_or((&text, ""));
        let finds = first
            .split_once(": ")
            .map_or(first, |(_, finds)| finds)
            .replace('\n', " ");
        Self {
            finds,
            page: page.trim().to_owned(),
        }
    }

    /// The paragraph of the page that says why.
    #[must_use]
    pub fn why(&self) -> String {
        let lines = self
            .page
            .lines()
            .skip_while(|line| !line.starts_with("Why: "));
        let why = lines.take_while(|line| !line.is_empty() && !line.starts_with("Source: "));
        why.collect::<Vec<_>>()
            .join(" ")
            .trim_start_matches("Why: ")
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::RULES;

    #[test]
    fn every_rule_has_a_whole_manual_page() {
        for rule in RULES {
            let manual = Manual::of(rule);
            assert!(
                rule.page.starts_with(&format!("//! `{}`: ", rule.code)),
                "{} names itself",
                rule.code
            );
            assert!(
                manual.finds.ends_with('.'),
                "{}: {:?}",
                rule.code,
                manual.finds
            );
            for part in ["Why: ", "Source: ", "Bad: ", "Good: ", "Fix: "] {
                assert!(
                    manual.page.lines().any(|line| line.starts_with(part)),
                    "{} lacks {part:?}",
                    rule.code
                );
            }
            assert!(!manual.why().is_empty(), "{}", rule.code);
        }
    }

    #[test]
    fn codes_are_unique() {
        let mut codes: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), RULES.len());
    }
}

//! How this house wants it: which rules speak and how loudly, and the words it knows.

use std::collections::BTreeMap;

use super::{Rule, Severity};
use crate::credit::Lexicon;

/// The house's settings for reading and linting.
#[derive(Debug, Clone)]
pub struct House {
    /// Labels, agencies and phrases.
    pub lexicon: Lexicon,
    /// Rules whose severity differs from their own; None turns one off.
    pub severities: BTreeMap<String, Option<Severity>>,
}

impl Default for House {
    fn default() -> Self {
        Self {
            lexicon: Lexicon::built_in(),
            severities: BTreeMap::new(),
        }
    }
}

impl House {
    /// How much one problem matters that says so itself; the house's word goes before it.
    #[must_use]
    pub(crate) fn severity_of(&self, rule: &Rule, own: Option<Severity>) -> Option<Severity> {
        if self.severities.contains_key(rule.code) {
            self.severity(rule)
        } else {
            own.or_else(|| self.severity(rule))
        }
    }

    /// How much a rule matters here; none where it is off.
    #[must_use]
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        self.severities
            .get(rule.code)
            .copied()
            .unwrap_or(Some(rule.severity))
    }
}

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
    /// How much a rule matters here; none where it is off.
    #[must_use]
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        self.severities
            .get(rule.code)
            .copied()
            .unwrap_or(Some(rule.severity))
    }
}

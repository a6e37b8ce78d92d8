//! How this house wants it: which rules speak and how loudly, its style, and the words it knows.
//!
//! The user's own `cutline.toml` is described in `docs/settings.md`.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::Value;

use super::style::{SETTINGS, Style};
use super::{RULES, Rule, Severity};
use crate::credit::Lexicon;

/// The house's settings for reading and linting.
#[derive(Debug, Clone)]
pub struct House {
    /// Labels, agencies and phrases.
    pub lexicon: Arc<Lexicon>,
    /// Rules whose severity differs from their own; None turns one off.
    pub severities: BTreeMap<String, Option<Severity>>,
    /// How the house writes.
    pub style: Style,
}

/// What is wrong with a settings file.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum HouseError {
    /// Not TOML.
    #[error("line {line}: {reason}")]
    Toml {
        /// Counted from 1.
        line: usize,
        /// What the parser says.
        reason: String,
    },
    /// A name that means nothing.
    #[error("[{table}] has no \"{key}\"{}", did_you_mean(.meant.as_ref()))]
    Key {
        /// The table that it stands in.
        table: String,
        /// As written.
        key: String,
        /// The name that is most like it.
        meant: Option<String>,
    },
    /// A value of another kind.
    #[error("[{table}] {key}: {expected} is expected")]
    Value {
        /// The table that it stands in.
        table: String,
        /// Whose value.
        key: String,
        /// What is.
        expected: &'static str,
    },
    /// Words of another shape.
    #[error("{0}")]
    Lexicon(String),
}

fn did_you_mean(name: Option<&String>) -> String {
    name.map_or_else(String::new, |name| format!("; did you mean \"{name}\"?"))
}

impl Default for House {
    fn default() -> Self {
        Self {
            lexicon: Lexicon::built_in(),
            severities: BTreeMap::new(),
            style: Style::default(),
        }
    }
}

/// The tables of a settings file.
const TABLES: [&str; 3] = ["rules", "style", "lexicon"];

impl House {
    /// The user's own settings, on top of what is built in.
    ///
    /// # Errors
    /// What is not understood, with its place and what was probably meant.
    pub fn from_toml(text: &str) -> Result<Self, HouseError> {
        let tables = tables(text, &TABLES)?;
        let mut house = Self {
            severities: severities(&tables)?,
            ..Self::default()
        };
        if let Some(given) = tables.get("style") {
            house.style = style(table("style", given)?)?;
        }
        if let Some(words) = tables.get("lexicon") {
            let words = table("lexicon", words)?;
            let added = Arc::make_mut(&mut house.lexicon).extend(words);
            added.map_err(|error| HouseError::Lexicon(error.to_string()))?;
        }
        Ok(house)
    }

    /// The same house with the severities of a file that came inside a bundle, which may set
    /// nothing else; and the tables of that file that are left out.
    ///
    /// # Errors
    /// What is not understood.
    pub fn with_severities_of(&self, text: &str) -> Result<(Self, Vec<String>), HouseError> {
        let tables = tables(text, &TABLES)?;
        let mut house = self.clone();
        house.severities.extend(severities(&tables)?);
        let left_out = tables.keys().filter(|name| *name != "rules");
        Ok((house, left_out.cloned().collect()))
    }

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

fn tables(text: &str, allowed: &[&str]) -> Result<toml::Table, HouseError> {
    let tables: toml::Table = toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let before = text.get(..start).unwrap_or_default();
        HouseError::Toml {
            line: before.matches('\n').count() + 1,
            reason: error.message().to_owned(),
        }
    })?;
    for key in tables.keys() {
        known("cutline.toml", key, allowed)?;
    }
    Ok(tables)
}

fn known(table: &str, key: &str, names: &[&str]) -> Result<(), HouseError> {
    if names.contains(&key) {
        return Ok(());
    }
    let close = similar::get_close_matches(key, names, 1, 0.6);
    Err(HouseError::Key {
        table: table.to_owned(),
        key: key.to_owned(),
        meant: close.first().map(|name| (*name).to_owned()),
    })
}

fn table<'a>(name: &str, value: &'a Value) -> Result<&'a toml::Table, HouseError> {
    value.as_table().ok_or_else(|| HouseError::Value {
        table: "cutline.toml".to_owned(),
        key: name.to_owned(),
        expected: "a table",
    })
}

fn style(given: &toml::Table) -> Result<Style, HouseError> {
    let names: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).collect();
    let mut style = Style::default();
    for (key, value) in given {
        known("style", key, &names)?;
        let Some(setting) = SETTINGS.iter().find(|setting| setting.name == key) else {
            continue;
        };
        (setting.take)(&mut style, value).ok_or_else(|| HouseError::Value {
            table: "style".to_owned(),
            key: key.clone(),
            expected: setting.expected,
        })?;
    }
    Ok(style)
}

fn severities(tables: &toml::Table) -> Result<BTreeMap<String, Option<Severity>>, HouseError> {
    let Some(rules) = tables.get("rules") else {
        return Ok(BTreeMap::new());
    };
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    let rules = table("rules", rules)?.iter();
    rules
        .map(|(code, value)| {
            known("rules", code, &codes)?;
            let severity = match value.as_str() {
                Some("off") => Some(None),
                Some(word) => Severity::from_word(word).map(Some),
                None => None,
            };
            let severity = severity.ok_or_else(|| HouseError::Value {
                table: "rules".to_owned(),
                key: code.clone(),
                expected: "\"off\", \"note\", \"warning\" or \"error\"",
            })?;
            Ok((code.clone(), severity))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule;

    #[test]
    fn a_house_turns_rules_off_and_knows_its_own_words() {
        let house = House::from_toml(
            "[rules]\nalt-missing = \"off\"\ncredit-missing = \"error\"\n\
             [style]\ncaption-words = 60\ncredit = \"{creator} | {source}\"\n\
             [lexicon.agencies]\n\"Nordlys Bild\" = [\"NBild\"]\n",
        )
        .expect("settings");
        assert_eq!(house.severity(rule("alt-missing").unwrap()), None);
        let severity = house.severity(rule("credit-missing").unwrap());
        assert_eq!(severity, Some(Severity::Error));
        assert_eq!(house.style.caption_words, Some(60));
        let credit = house.style.credit.expect("a pattern");
        assert_eq!(credit.written("Ann Lee", "NBild"), "Ann Lee | NBild");
        let reading = crate::credit::read("A boat. (Ann Lee/NBild)", &house.lexicon);
        assert_eq!(reading.sources[0].name, "NBild");
    }

    #[test]
    fn what_is_wrong_is_named_with_what_was_meant() {
        for (text, expected) in [
            (
                "[rules]\nalt-mising = \"off\"",
                "[rules] has no \"alt-mising\"; did you mean \"alt-missing\"?",
            ),
            (
                "[rule]\n",
                "[cutline.toml] has no \"rule\"; did you mean \"rules\"?",
            ),
            (
                "[rules]\nalt-missing = \"loud\"",
                "[rules] alt-missing: \"off\", \"note\", \"warning\" or \"error\" is expected",
            ),
            (
                "[style]\ncaption-words = \"many\"",
                "[style] caption-words: a number above 0 is expected",
            ),
            (
                "[style]\ncaption-word = 60",
                "[style] has no \"caption-word\"; did you mean \"caption-words\"?",
            ),
            (
                "[style]\nagency-names = \"short\"",
                "[style] agency-names: \"as-printed\" or \"canonical\" is expected",
            ),
            (
                "[style]\ncaption-place-and-date = \"yes\"",
                "[style] caption-place-and-date: true or false is expected",
            ),
            (
                "[style]\ncredit = \"{creator}/{agency}\"",
                "[style] credit: a pattern with {creator} and {source}, as \"{creator}/{source}\", \
                 without a label or brackets, is expected",
            ),
        ] {
            let error = House::from_toml(text).expect_err(text);
            assert_eq!(error.to_string(), expected);
        }
        let error = House::from_toml("[rules]\nalt-missing = ").expect_err("no value");
        assert!(error.to_string().starts_with("line 2: "), "{error}");
    }

    #[test]
    fn the_page_on_settings_is_true_and_whole() {
        let page = include_str!("../../docs/settings.md");
        let example = page.split("```toml\n").nth(1).expect("an example");
        let example = example.split("```").next().unwrap();
        let house = House::from_toml(example).expect("the example is understood");
        assert_ne!(house.style, Style::default());
        for setting in SETTINGS {
            let row = format!("\n| `{}` |", setting.name);
            assert!(page.contains(&row), "{} has its row", setting.name);
            assert!(example.contains(setting.name), "{} is shown", setting.name);
        }
    }

    #[test]
    fn a_bundle_sets_severities_and_nothing_else() {
        let house = House::default();
        let text = "[style]\ncaption-words = 60\n[rules]\nalt-missing = \"error\"\n[lexicon]\n";
        let (stricter, left_out) = house.with_severities_of(text).expect("settings");
        let severity = stricter.severity(rule("alt-missing").unwrap());
        assert_eq!(severity, Some(Severity::Error));
        assert_eq!(stricter.style, house.style);
        assert_eq!(left_out, ["lexicon", "style"]);
        assert!(house.with_severities_of("[other]").is_err());
    }
}

//! What a JSON object says, taken out field by field; what nobody takes is kept.

use serde_json::{Map, Value};

/// Adds a member; where one has that name already, both stand in a list.
pub(in crate::formats) fn add(members: &mut Map<String, Value>, name: &str, value: Value) {
    match members.get_mut(name) {
        Some(Value::Array(entries)) => entries.push(value),
        Some(one) => *one = Value::Array(vec![one.take(), value]),
        None => drop(members.insert(name.to_owned(), value)),
    }
}

/// Adds members to others: what two objects say under one name stands together, and where both say
/// something else under one name, both stand in a list. Goes as deep as the parsers let objects nest.
pub(in crate::formats) fn merge(members: &mut Map<String, Value>, more: Map<String, Value>) {
    for (name, value) in more {
        match (members.get_mut(&name), value) {
            (Some(Value::Object(there)), Value::Object(more)) => merge(there, more),
            (Some(there), value) if *there == value => {}
            (_, value) => add(members, &name, value),
        }
    }
}

/// The fields of an object that were not taken yet.
#[derive(Debug, Default)]
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    /// All of an object; of anything else none.
    pub(super) fn of(value: Value) -> Self {
        match value {
            Value::Object(fields) => Self(fields),
            _ => Self::default(),
        }
    }

    /// What a field says, while it stays.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// The text of a field, while it stays; empty where it says none.
    pub(super) fn said(&self, name: &str) -> &str {
        self.0.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// Takes a field, whatever it holds.
    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        self.0.shift_remove(name)
    }

    /// Takes a field that is an object.
    pub(super) fn object(&mut self, name: &str) -> Option<Self> {
        self.0.get(name)?.as_object()?;
        self.take(name).map(Self::of)
    }

    /// Takes a field that is a list.
    pub(super) fn list(&mut self, name: &str) -> Option<Vec<Value>> {
        self.0.get(name)?.as_array()?;
        match self.take(name)? {
            Value::Array(entries) => Some(entries),
            _ => None,
        }
    }

    /// Takes the first of these fields that is a text and not blank; empty where none is.
    pub(super) fn text(&mut self, names: &[&str]) -> String {
        let first = names.iter().find(|name| !self.said(name).trim().is_empty());
        match first.and_then(|name| self.take(name)) {
            Some(Value::String(said)) => said,
            _ => String::new(),
        }
    }

    /// Takes the first of these fields that is a text or a number.
    pub(super) fn id(&mut self, names: &[&str]) -> String {
        let says = |value: &Value| match value {
            Value::String(said) => !said.trim().is_empty(),
            value => value.is_number(),
        };
        let first = names
            .iter()
            .find(|name| self.0.get(**name).is_some_and(says));
        match first.and_then(|name| self.take(name)) {
            Some(Value::String(said)) => said,
            Some(number) => number.to_string(),
            None => String::new(),
        }
    }

    /// Takes the first of these fields that says names: one text, a list of texts, or a list of
    /// objects that say nothing but a `name`.
    pub(super) fn names(&mut self, names: &[&str]) -> Vec<String> {
        for name in names {
            let said = self.0.get(*name).map(names_in).unwrap_or_default();
            if !said.is_empty() {
                self.0.shift_remove(*name);
                return said;
            }
        }
        Vec::new()
    }

    /// Takes the first of these fields that is a count, as a number or in figures.
    pub(super) fn count(&mut self, names: &[&str]) -> Option<u64> {
        let first = names
            .iter()
            .find(|name| self.0.get(**name).and_then(count_in).is_some())?;
        self.take(first).as_ref().and_then(count_in)
    }

    /// Puts back what was taken and not used, or adds what else is to be kept.
    pub(super) fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// Whether everything was taken.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What nobody took.
    pub(super) fn left(self) -> Map<String, Value> {
        self.0
    }
}

fn names_in(value: &Value) -> Vec<String> {
    let one = |value: &Value| match value {
        Value::String(said) if !said.trim().is_empty() => Some(said.trim().to_owned()),
        Value::Object(fields) if fields.len() == 1 => {
            let name = fields.get("name")?.as_str()?.trim();
            (!name.is_empty()).then(|| name.to_owned())
        }
        _ => None,
    };
    match value {
        // All of them or none: a list that says more is kept as it is.
        Value::Array(entries) => entries
            .iter()
            .map(one)
            .collect::<Option<Vec<_>>>()
            .unwrap_or_default(),
        value => one(value).into_iter().collect(),
    }
}

fn count_in(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(figures) => figures.trim().parse().ok(),
        _ => None,
    }
}

//! JSON in the making: what is written of an article, with its texts borrowed from it.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};

/// A value of which nothing is copied before it is written.
#[derive(Debug, Clone)]
pub(crate) enum Node<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// An object, its members in their order; none comes twice.
    Object(Vec<Member<'a>>),
    /// What is JSON already.
    Json(Cow<'a, Value>),
}

/// A member of an object.
pub(crate) type Member<'a> = (&'static str, Node<'a>);

impl<'a> Node<'a> {
    /// An object of texts.
    pub(super) fn of_texts<const COUNT: usize>(texts: [(&'static str, &'a str); COUNT]) -> Self {
        let members = texts.map(|(name, text)| (name, Self::from(text)));
        Self::Object(members.into())
    }
}

impl<'a> From<&'a str> for Node<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Node<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<Value> for Node<'_> {
    fn from(value: Value) -> Self {
        Self::Json(Cow::Owned(value))
    }
}

impl From<Node<'_>> for Value {
    fn from(node: Node<'_>) -> Self {
        match node {
            Node::Text(text) => Self::String(text.into_owned()),
            Node::List(entries) => Self::Array(entries.into_iter().map(Self::from).collect()),
            Node::Object(members) => Self::Object(object(members)),
            Node::Json(value) => value.into_owned(),
        }
    }
}

/// The same members as JSON.
pub(super) fn object(members: Vec<Member<'_>>) -> Map<String, Value> {
    let members = members.into_iter();
    members
        .map(|(name, node)| (name.to_owned(), Value::from(node)))
        .collect()
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(entries) => serializer.collect_seq(entries),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, node) in members {
                    map.serialize_entry(name, node)?;
                }
                map.end()
            }
            Self::Json(value) => value.serialize(serializer),
        }
    }
}

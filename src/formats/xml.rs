//! XML within bounds: no entities of its own, no file of others, no depth or number without end.
//!
//! What a format reads of a tree it takes through [`Taken`], which knows at the end what nobody took:
//! that is kept, as JSON, so that nothing its source said is lost.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;

use roxmltree::{Document, Node, NodeId, ParsingOptions};
use serde_json::{Map, Value};

use super::fields::add;
use super::text::folded;
use super::{FormatError, Source};

/// An article has a few hundred nodes, an export of a large site a few million.
const NODES: u32 = 20_000_000;
/// Markup of people is never nested so deep.
const DEPTH: usize = 256;

/// The name of a document's outermost element, without its prefix, and its tag.
pub(super) fn root(text: &str) -> Option<(&str, &str)> {
    let rest = after_prolog(text);
    let rest = if rest.starts_with("<!DOCTYPE") {
        let end = doctype_end(rest)?;
        after_prolog(rest.get(end..)?)
    } else {
        rest
    };
    let tag = rest.strip_prefix('<')?;
    let tag = tag.get(..tag.find('>')?)?;
    let name = tag.split([' ', '\t', '\r', '\n', '/']).next()?;
    let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
    let is_name = local.starts_with(|c: char| c.is_alphabetic() || c == '_');
    is_name.then_some((local, tag))
}

/// Whether a text says that it is XML, or its file's name says so and it looks like it.
pub(super) fn is_xml(source: &Source<'_>) -> bool {
    let start = source.text.trim_start();
    start.starts_with("<?xml") || (source.has_ending("xml") && start.starts_with('<'))
}

/// The text of a document that [`parse`] takes: its document type is blank, as nothing of it is
/// needed, and what an editor should know of that.
///
/// # Errors
/// Where the document type defines entities, which can grow without end.
pub(super) fn without_doctype(text: &str) -> Result<(Cow<'_, str>, Option<String>), FormatError> {
    let rest = after_prolog(text);
    let start = text.len() - rest.len();
    if !rest.starts_with("<!DOCTYPE") {
        return Ok((Cow::Borrowed(text), None));
    }
    let place = Place::of(text, start);
    let end = doctype_end(rest).ok_or(FormatError::Xml {
        line: place.line,
        column: place.column,
        reason: "the document type does not end".to_owned(),
    })?;
    let doctype = rest.get(..end).unwrap_or_default();
    if let Some(at) = doctype.find("<!ENTITY") {
        let place = Place::of(text, start + at);
        return Err(FormatError::Xml {
            line: place.line,
            column: place.column,
            reason: "entities of its own are not read, as they can grow without end".to_owned(),
        });
    }
    let note = external(doctype).map(|file| {
        format!(
            "line {}: its document type wants the file {file}, which is not read",
            place.line
        )
    });
    let blank: String = doctype
        .chars()
        .map(|c| if c == '\n' { '\n' } else { ' ' })
        .collect();
    let after = rest.get(end..).unwrap_or_default();
    let text = [text.get(..start).unwrap_or_default(), &blank, after].concat();
    Ok((Cow::Owned(text), note))
}

/// The tree of a document.
///
/// # Errors
/// Where it is not well-formed, or nested too deep; says the place.
pub(super) fn parse(text: &str) -> Result<Document<'_>, FormatError> {
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: NODES,
        ..ParsingOptions::default()
    };
    let document =
        Document::parse_with_options(text, options).map_err(|error| refused(text, &error))?;
    if let Some(node) = too_deep(&document) {
        let place = document.text_pos_at(node.range().start);
        return Err(FormatError::Xml {
            line: place.row as usize,
            column: place.col as usize,
            reason: format!("nested deeper than {DEPTH} elements"),
        });
    }
    Ok(document)
}

/// An element as its document writes it.
pub(super) fn written<'i>(node: Node<'_, 'i>) -> &'i str {
    let text = node.document().input_text();
    text.get(node.range()).unwrap_or_default()
}

fn refused(text: &str, error: &roxmltree::Error) -> FormatError {
    if matches!(error, roxmltree::Error::UnclosedRootNode) {
        let place = Place::of(text, text.trim_end().len());
        return FormatError::Xml {
            line: place.line,
            column: place.column,
            reason: "the file ends too early".to_owned(),
        };
    }
    let place = error.pos();
    let said = error.to_string();
    FormatError::Xml {
        line: place.row as usize,
        column: place.col as usize,
        reason: said.split(" at ").next().unwrap_or(&said).to_owned(),
    }
}

/// The first element below the depth that is read.
fn too_deep<'a, 'i>(document: &'a Document<'i>) -> Option<Node<'a, 'i>> {
    let mut depth = 0usize;
    let mut node = document.root();
    loop {
        if let Some(child) = node.first_child() {
            depth += 1;
            if depth > DEPTH {
                return Some(child);
            }
            node = child;
            continue;
        }
        loop {
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            node = node.parent()?;
            depth = depth.saturating_sub(1);
        }
    }
}

/// The text from the document type or outermost element on.
fn after_prolog(text: &str) -> &str {
    let mut rest = text.trim_start_matches('\u{FEFF}').trim_start();
    loop {
        let end = if rest.starts_with("<?") {
            rest.find("?>").map(|end| end + 2)
        } else if rest.starts_with("<!--") {
            rest.find("-->").map(|end| end + 3)
        } else {
            None
        };
        match end.and_then(|end| rest.get(end..)) {
            Some(after) => rest = after.trim_start(),
            None => return rest,
        }
    }
}

/// Where a document type ends, past its `>`; quotes and the internal subset may hold others.
fn doctype_end(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(open) = quote {
            if open == byte {
                quote = None;
            }
            continue;
        }
        match byte {
            b'"' | b'\'' if depth == 0 => quote = Some(byte),
            b'[' => depth += 1,
            b']' => depth = depth.saturating_sub(1),
            b'>' if depth == 0 => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// The file that a document type wants: what stands last in quotes before its internal subset.
fn external(doctype: &str) -> Option<&str> {
    let head = doctype.split('[').next()?;
    if !head.contains("SYSTEM") && !head.contains("PUBLIC") {
        return None;
    }
    head.split(['"', '\'']).rev().nth(1)
}

/// A place for a person: counted from 1.
struct Place {
    line: usize,
    column: usize,
}

impl Place {
    fn of(text: &str, at: usize) -> Self {
        let before = text.get(..at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        Self { line, column }
    }
}

/// Elements that part words, though no white space may stand before them.
const PARTS: [&str; 8] = ["br", "byttl", "dd", "hl2", "li", "p", "td", "virtloc"];

/// What of a tree was read already.
#[derive(Debug, Default)]
pub(super) struct Taken {
    texts: RefCell<HashSet<NodeId>>,
    attributes: RefCell<HashSet<(NodeId, String)>>,
}

impl Taken {
    /// All text in an element, white space folded; it and all below it are taken, but for
    /// attributes.
    pub(super) fn text(&self, node: Node<'_, '_>) -> String {
        let mut said = String::new();
        let mut texts = self.texts.borrow_mut();
        for part in node.descendants() {
            if part.is_text() {
                texts.insert(part.id());
                said.push_str(part.text().unwrap_or_default());
            } else if PARTS.contains(&part.tag_name().name()) {
                said.push(' ');
            }
        }
        folded(&said)
    }

    /// The same with its lines as they are: bodies in CDATA.
    pub(super) fn verbatim(&self, node: Node<'_, '_>) -> String {
        let mut said = String::new();
        let mut texts = self.texts.borrow_mut();
        for part in node.descendants().filter(Node::is_text) {
            texts.insert(part.id());
            said.push_str(part.text().unwrap_or_default());
        }
        said
    }

    /// The value of an attribute, taken; empty where there is none.
    pub(super) fn attribute<'a>(&self, node: Node<'a, '_>, name: &str) -> &'a str {
        let mut attributes = node.attributes();
        let said = attributes.find(|attribute| attribute.name() == name);
        let said = said.map_or("", |attribute| attribute.value());
        if !said.is_empty() {
            let mut attributes = self.attributes.borrow_mut();
            attributes.insert((node.id(), name.to_owned()));
        }
        said.trim()
    }

    /// Takes an element with all that is in it.
    pub(super) fn whole(&self, node: Node<'_, '_>) {
        let mut texts = self.texts.borrow_mut();
        let mut attributes = self.attributes.borrow_mut();
        for part in node.descendants() {
            texts.insert(part.id());
            for attribute in part.attributes() {
                attributes.insert((part.id(), attribute.name().to_owned()));
            }
        }
    }

    /// What nobody took of an element, as JSON: attributes by their name with `@`, text as `#`,
    /// elements by theirs, of which several of a name are a list. None where all was taken.
    pub(super) fn left(&self, node: Node<'_, '_>) -> Option<Value> {
        let mut members = Map::new();
        for attribute in node.attributes() {
            let key = (node.id(), attribute.name().to_owned());
            if !self.attributes.borrow().contains(&key) {
                let prefix = attribute
                    .namespace()
                    .and_then(|uri| node.lookup_prefix(uri));
                let name = match prefix {
                    Some(prefix) if !prefix.is_empty() => format!("@{prefix}:{}", attribute.name()),
                    _ => format!("@{}", attribute.name()),
                };
                members.insert(name, Value::from(attribute.value()));
            }
        }
        let mut said = String::new();
        for child in node.children() {
            if child.is_text() && !self.texts.borrow().contains(&child.id()) {
                said.push_str(child.text().unwrap_or_default());
                said.push(' ');
            } else if child.is_element()
                && let Some(left) = self.left(child)
            {
                add(&mut members, child.tag_name().name(), left);
            }
        }
        let said = folded(&said);
        match (said.is_empty(), members.is_empty()) {
            (true, true) => None,
            (false, true) => Some(Value::from(said)),
            (true, false) => Some(Value::Object(members)),
            (false, false) => {
                members.insert("#".to_owned(), Value::from(said));
                Some(Value::Object(members))
            }
        }
    }
}

/// The elements in an element that have this name, in any namespace.
pub(super) fn children<'a, 'i: 'a>(
    node: Node<'a, 'i>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children()
        .filter(move |child| child.is_element() && child.tag_name().name() == name)
}

/// The first of them.
pub(super) fn child<'a, 'i: 'a>(node: Node<'a, 'i>, name: &'static str) -> Option<Node<'a, 'i>> {
    children(node, name).next()
}

/// The first element on a way of names.
pub(super) fn at<'a, 'i: 'a>(node: Node<'a, 'i>, way: &[&'static str]) -> Option<Node<'a, 'i>> {
    way.iter().try_fold(node, |node, name| child(node, name))
}

/// The markup in an element as HTML: its names without their prefixes.
pub(super) fn to_html(node: Node<'_, '_>) -> String {
    let mut html = String::new();
    for child in node.children() {
        write_html(child, &mut html);
    }
    html
}

/// Goes no deeper than [`parse`] lets through.
fn write_html(node: Node<'_, '_>, html: &mut String) {
    if node.is_text() {
        html.push_str(&escaped(node.text().unwrap_or_default()));
    }
    if !node.is_element() {
        return;
    }
    let name = node.tag_name().name();
    html.push('<');
    html.push_str(name);
    for attribute in node.attributes() {
        html.push(' ');
        html.push_str(attribute.name());
        html.push_str("=\"");
        html.push_str(&escaped(attribute.value()));
        html.push('"');
    }
    html.push('>');
    if VOID.contains(&name) && !node.has_children() {
        return;
    }
    for child in node.children() {
        write_html(child, html);
    }
    html.push_str("</");
    html.push_str(name);
    html.push('>');
}

/// Elements of HTML that have no end.
const VOID: [&str; 7] = ["br", "col", "hr", "img", "input", "source", "wbr"];

/// A text as it stands in XML and HTML, also between quotation marks.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

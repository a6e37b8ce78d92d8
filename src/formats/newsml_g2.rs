//! NewsML-G2: news items, packages and messages of agencies.
//!
//! A message holds several items. A picture that a text links to, or that stands in a package with
//! it, is a photo of that text; what nothing refers to is an article of its own.
//!
//! Source: IPTC NewsML-G2 2.x, of whose conformance levels core and power are read alike.

mod item;

use std::collections::{BTreeMap, HashSet};

use roxmltree::Node;
use serde_json::{Map, Value};

use super::assemble::part_of;
use super::fields::merge;
use super::ninjs::item::Item;
use super::xml::{self, Taken};
use super::{Format, FormatError, Read, Source, nitf};
use crate::credit::Lexicon;
use crate::model::Provenance;

/// A NewsML-G2 document.
pub(super) static FORMAT: Format = Format {
    name: "NewsML-G2",
    recognizes: |source| {
        let root = xml::root(source.text).map(|(name, _)| name);
        matches!(root, Some("newsItem" | "packageItem" | "newsMessage"))
    },
    read: |source, lexicon| read(&source, lexicon),
};

fn read(source: &Source<'_>, lexicon: &Lexicon) -> Result<Vec<Read>, FormatError> {
    let (text, note) = xml::without_doctype(source.text)?;
    let document = xml::parse(&text)?;
    let (root, taken) = (document.root_element(), Taken::default());
    let nodes: Vec<Node<'_, '_>> = root.descendants().filter(is_item).collect();
    let mut articles = grouped(&nodes);
    let is_only = articles.len() == 1;
    let mut reads = Vec::new();
    for article in articles.drain(..) {
        let provenance = if is_only {
            source.provenance.clone()
        } else {
            let nodes = [article.main].into_iter().chain(article.pictures.clone());
            let written: Vec<&str> = nodes.map(xml::written).collect();
            part_of(&source.provenance, &written.concat())
        };
        reads.push(read_one(&article, &provenance, &taken, lexicon)?);
    }
    // What is said around the items is said once: a long message would hold it thousands of times.
    for node in &nodes {
        taken.whole(*node);
    }
    let around = taken
        .left(root)
        .map(|left| Map::from_iter([(root.tag_name().name().to_owned(), left)]));
    match reads.first_mut() {
        Some(first) => {
            merge(&mut first.article.source_fields, around.unwrap_or_default());
            first.notes.extend(note);
        }
        None => {
            return Err(FormatError::NoArticle(
                "this NewsML-G2 holds no item; a newsItem or packageItem is expected",
            ));
        }
    }
    Ok(reads)
}

fn is_item(node: &Node<'_, '_>) -> bool {
    matches!(node.tag_name().name(), "newsItem" | "packageItem")
}

/// The items that make one article.
struct Group<'a, 'i> {
    main: Node<'a, 'i>,
    pictures: Vec<Node<'a, 'i>>,
    /// Packages that hold it.
    packages: Vec<Node<'a, 'i>>,
}

/// Puts the items of a message together to articles.
fn grouped<'a, 'i>(nodes: &[Node<'a, 'i>]) -> Vec<Group<'a, 'i>> {
    let by_guid: BTreeMap<&str, Node<'a, 'i>> = nodes
        .iter()
        .filter_map(|node| Some((node.attribute("guid")?, *node)))
        .collect();
    let referred = |node: Node<'a, 'i>| -> Vec<Node<'a, 'i>> {
        let references = node.descendants().filter(|part| {
            matches!(
                part.tag_name().name(),
                "itemRef" | "link" | "icon" | "assert"
            )
        });
        let guids = references.filter_map(|part| part.attribute("residref"));
        guids
            .filter_map(|guid| by_guid.get(guid).copied())
            .collect()
    };
    let mut groups: Vec<Group<'a, 'i>> = Vec::new();
    let mut used = HashSet::new();
    let (packages, items): (Vec<_>, Vec<_>) = nodes
        .iter()
        .copied()
        .partition(|node| node.tag_name().name() == "packageItem");
    for package in packages {
        used.insert(package.id());
        let parts = referred(package);
        let text = parts.iter().copied().find(|part| {
            item::kind(*part) != "picture"
                && part.tag_name().name() == "newsItem"
                && !used.contains(&part.id())
        });
        let main = text.unwrap_or(package);
        used.insert(main.id());
        let mut group = Group {
            main,
            pictures: Vec::new(),
            packages: text.map(|_| package).into_iter().collect(),
        };
        let linked = text.map(&referred).unwrap_or_default();
        take_pictures(&mut group, parts.into_iter().chain(linked), &mut used);
        groups.push(group);
    }
    for text in items
        .iter()
        .copied()
        .filter(|node| item::kind(*node) != "picture")
    {
        if used.insert(text.id()) {
            let mut group = alone(text);
            take_pictures(&mut group, referred(text).into_iter(), &mut used);
            groups.push(group);
        }
    }
    for picture in items {
        if used.insert(picture.id()) {
            groups.push(alone(picture));
        }
    }
    groups.sort_by_key(|group| group.main.range().start);
    groups
}

fn alone<'a, 'i>(main: Node<'a, 'i>) -> Group<'a, 'i> {
    Group {
        main,
        pictures: Vec::new(),
        packages: Vec::new(),
    }
}

fn take_pictures<'a, 'i>(
    group: &mut Group<'a, 'i>,
    parts: impl Iterator<Item = Node<'a, 'i>>,
    used: &mut HashSet<roxmltree::NodeId>,
) {
    for part in parts {
        if item::kind(part) == "picture" && used.insert(part.id()) {
            group.pictures.push(part);
        }
    }
}

fn read_one(
    group: &Group<'_, '_>,
    provenance: &Provenance,
    taken: &Taken,
    lexicon: &Lexicon,
) -> Result<Read, FormatError> {
    let mut main = item::read(group.main, taken);
    for node in &group.pictures {
        let mut picture = item::read(*node, taken);
        keep_left(&mut picture, *node, taken);
        main.pictures.push(picture);
    }
    for package in &group.packages {
        keep_left(&mut main, *package, taken);
    }
    let mut assembly = main.assemble(provenance, "", lexicon)?;
    if let Some(nitf) = item::inline_nitf(group.main) {
        let pictures = std::mem::take(&mut assembly.article.blocks);
        nitf::body(nitf, &mut assembly, taken);
        assembly.article.blocks.extend(pictures);
    }
    if let Some(left) = taken.left(group.main) {
        let name = group.main.tag_name().name().to_owned();
        assembly.keep(Map::from_iter([(name, left)]));
    }
    Ok(Read::from(assembly.done()))
}

fn keep_left(item: &mut Item, node: Node<'_, '_>, taken: &Taken) {
    if let Some(left) = taken.left(node) {
        item.keep(node.tag_name().name(), left);
    }
}

/// The last part of a qualified code: `photographer` of `crol:photographer`.
fn last_part(code: &str) -> &str {
    code.rsplit(':').next().unwrap_or(code)
}

/// One entry of a list of ninjs.
fn entry(members: impl IntoIterator<Item = (&'static str, String)>) -> Value {
    let said = members.into_iter().filter(|(_, value)| !value.is_empty());
    let members = said.map(|(name, value)| (name.to_owned(), Value::from(value)));
    Value::Array(vec![Value::Object(members.collect())])
}

//! Whether a file is a web page.

use crate::formats::Source;

/// What pages begin with, behind comments and an XML declaration.
const BEGINNINGS: [&str; 5] = ["<!doctype html", "<html", "<head", "<body", "<article"];
/// Names of saved pages end so.
const ENDINGS: [&str; 4] = ["html", "htm", "xhtml", "shtml"];
/// How far a page's beginning may lie behind comments.
const LOOK: usize = 16 * 1024;

/// By what it begins with, else by its name and a tag in it.
pub(super) fn is_page(source: &Source<'_>) -> bool {
    let start = beginning(source.text);
    let begins = |with: &&str| {
        let start = start.get(..with.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    if BEGINNINGS.iter().any(begins) {
        return true;
    }
    let is_named = ENDINGS.iter().any(|ending| source.has_ending(ending));
    is_named && source.json().is_none() && source.text.contains('<')
}

/// The text behind white space, comments and declarations of XML.
fn beginning(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let behind = match rest {
            _ if text.len() - rest.len() > LOOK => None,
            _ if rest.starts_with("<!--") => rest.split_once("-->"),
            _ if rest.starts_with("<?") => rest.split_once('>'),
            _ => None,
        };
        let Some((_, behind)) = behind else {
            return rest;
        };
        rest = behind.trim_start();
    }
}

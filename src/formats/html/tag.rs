//! A tag as the text has it, for what must be known of it before it is parsed.

/// A tag that begins a text (HTML, 13.2.5, "Tokenization").
pub(super) struct Tag<'h> {
    /// What stands behind its name.
    rest: &'h str,
}

impl<'h> Tag<'h> {
    /// The tag with which a text begins; none where it begins with anything else.
    pub(super) fn at(text: &'h str) -> Option<Self> {
        let inner = text.strip_prefix('<')?;
        let inner = inner.strip_prefix('/').unwrap_or(inner);
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let end = inner.find(|c| ends_name(c) || c == '>');
        let rest = end.map_or("", |end| inner.get(end..).unwrap_or_default());
        Some(Self { rest })
    }

    /// The names of its attributes, as they are written, also those that are there twice.
    pub(super) fn attributes(&self) -> impl Iterator<Item = &'h str> + use<'h> {
        let mut rest = self.rest;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(ends_name);
            if rest.is_empty() || rest.starts_with('>') {
                return None;
            }
            // A sign that stands first belongs to the name.
            let first = rest.chars().next().map_or(0, char::len_utf8);
            let (name, after) = split(rest, first, |c| ends_name(c) || matches!(c, '>' | '='));
            rest = after;
            let value = after.trim_start_matches(is_blank).strip_prefix('=');
            if let Some(value) = value {
                rest = behind_value(value.trim_start_matches(is_blank));
            }
            Some(name)
        })
    }
}

/// What stands behind the value of an attribute.
fn behind_value(value: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            return quoted.split_once(quote).map_or("", |(_, after)| after);
        }
    }
    split(value, 0, |c| is_blank(c) || c == '>').1
}

/// A text before and from the first character that ends it, looked for behind the first bytes.
fn split(text: &str, behind: usize, ends: impl Fn(char) -> bool) -> (&str, &str) {
    let rest = text.get(behind..).unwrap_or_default();
    let end = rest.find(ends).map_or(text.len(), |end| behind + end);
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{c}' | '\r')
}

fn ends_name(c: char) -> bool {
    is_blank(c) || c == '/'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_told_apart_as_a_parser_does() {
        for (text, expected) in [
            ("<p>text a=b", &[][..]),
            ("<p a b=c d='e f>' g=\"h\"i>", &["a", "b", "d", "g", "i"]),
            ("</p a/b/c", &["a", "b", "c"]),
            ("<p =a=b c = d>", &["=a", "c"]),
            ("<p a=>b", &["a"]),
            ("<p a='b", &["a"]),
            ("<é", &[]),
            ("<!-- a b", &[]),
            ("text", &[]),
        ] {
            let tag = Tag::at(text);
            let names: Vec<&str> = tag.iter().flat_map(Tag::attributes).collect();
            assert_eq!(names, expected, "{text}");
        }
    }
}

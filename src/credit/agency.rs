//! Which organisation of a credit is its source, which passed it on, which delivered it.

use super::lexicon::Sort;
use crate::model::{Source, SourceRole};

/// An organisation of a credit, in order of print.
pub(super) struct Ordered<'a> {
    pub(super) name: &'a str,
    /// What sort of body it is, when it is known.
    pub(super) sort: Option<Sort>,
    /// Whether "for" leads it.
    pub(super) is_for: bool,
}

/// The organisations with their roles: of one, an agency is the provider and any other the source;
/// of two, source and provider; of more, those between are distributors. The X of "for X" is the
/// source wherever it stands.
pub(super) fn sources(organisations: &[Ordered<'_>]) -> Vec<Source> {
    let has_client = organisations.iter().any(|organisation| organisation.is_for);
    let others = organisations
        .iter()
        .filter(|organisation| !organisation.is_for)
        .count();
    let mut seen = 0;
    organisations
        .iter()
        .map(|organisation| {
            let role = if organisation.is_for {
                SourceRole::Source
            } else {
                seen += 1;
                role(organisation, seen, others, has_client)
            };
            Source {
                name: organisation.name.to_owned(),
                role,
            }
        })
        .collect()
}

fn role(organisation: &Ordered<'_>, position: usize, count: usize, has_client: bool) -> SourceRole {
    let delivers = matches!(organisation.sort, Some(Sort::Agency | Sort::Library));
    match (position, count) {
        (1, 1) if delivers || has_client => SourceRole::Provider,
        (1, _) if !has_client => SourceRole::Source,
        (last, count) if last == count => SourceRole::Provider,
        _ => SourceRole::Distributor,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_follow_the_order_of_print() {
        let agency = |name| Ordered {
            name,
            sort: Some(Sort::Agency),
            is_for: false,
        };
        let body = |name| Ordered {
            name,
            sort: None,
            is_for: false,
        };
        let client = |name| Ordered {
            name,
            sort: None,
            is_for: true,
        };
        for (organisations, roles) in [
            (vec![agency("AP")], vec!["provider"]),
            (vec![body("Harbour Office")], vec!["source"]),
            (vec![client("The Post")], vec!["source"]),
            (
                vec![body("Harbour Office"), agency("AP")],
                vec!["source", "provider"],
            ),
            (
                vec![body("Harbour Office"), agency("PAN Photo"), agency("AP")],
                vec!["source", "distributor", "provider"],
            ),
            (
                vec![agency("Getty Images"), client("The Post")],
                vec!["provider", "source"],
            ),
            (
                vec![client("The Post"), agency("Getty Images")],
                vec!["source", "provider"],
            ),
        ] {
            let read: Vec<String> = sources(&organisations)
                .iter()
                .map(|source| source.role.word().to_owned())
                .collect();
            assert_eq!(read, roles);
        }
    }
}

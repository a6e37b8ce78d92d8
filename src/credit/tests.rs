//! What a reader of captions expects, on invented texts.

use std::sync::LazyLock;

use super::*;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::built_in);

/// What a table says of a reading: caption, credit line, persons and organisations with their roles.
fn said(raw: &str) -> (String, String, String, String) {
    let reading = read(raw, &LEXICON);
    let sources: Vec<String> = reading
        .sources
        .iter()
        .map(|source| format!("{} ({})", source.name, source.role.word()))
        .collect();
    (
        reading.caption(),
        reading
            .credit_line()
            .map_or_else(String::new, std::borrow::Cow::into_owned),
        reading.creators.join("; "),
        sources.join("; "),
    )
}

#[test]
fn a_name_that_ends_in_a_label_before_via_stays_whole() {
    for (credit, creator, sources) in [
        (
            "Odd Holm, Norvik Prime Minister Press Service/PAN Photo via AP",
            "Odd Holm",
            "Norvik Prime Minister Press Service (source); PAN Photo (distributor); AP (provider)",
        ),
        (
            "Odd Holm/PAN Photo via AP",
            "Odd Holm",
            "PAN Photo (source); AP (provider)",
        ),
        (
            "Odd Holm/Torvik Photo via AP",
            "Odd Holm",
            "Torvik Photo (source); AP (provider)",
        ),
    ] {
        for raw in [
            format!("A ferry sails. ({credit})"),
            format!("A ferry sails. ({credit}) Credit: Odd Holm Credit: Odd Holm"),
            format!("A ferry sails.Credit: {credit}"),
        ] {
            let expected = ("A ferry sails.", credit, creator, sources);
            let (caption, line, creators, named) = said(&raw);
            assert_eq!((&*caption, &*line, &*creators, &*named), expected, "{raw}");
        }
    }
}

use std::sync::{Arc, LazyLock};

use super::*;
use crate::model::{PhotoId, Source, SourceRole};

static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Lexicon::built_in);

fn photo(line: &str) -> Photo {
    let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
    photo.credit_line = line.to_owned();
    photo
}

/// The clusters of these lines, each as often as it is given.
fn clusters(lines: &[&str]) -> Vec<Cluster> {
    let mut tally = Tally::new(By::Line);
    for line in lines {
        tally.add(&photo(line), String::new);
    }
    tally.clusters(&LEXICON)
}

/// How two lines are tied; none where they are two credits.
fn tie(one: &str, other: &str) -> Option<Tie> {
    let clusters = clusters(&[one, other]);
    let [cluster] = clusters.as_slice() else {
        return None;
    };
    cluster
        .spellings
        .iter()
        .filter_map(|spelling| spelling.tie)
        .max()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn spellings_of_one_credit_are_found_and_told_why() {
    for (one, other, expected, why) in [
        (
            "Ann Lee/AP",
            "Ann Lee / AP",
            Tie::Letters,
            "blanks around the slash",
        ),
        (
            "Ann Lee/AP",
            "Ann Lee | AP",
            Tie::Letters,
            "another mark between",
        ),
        ("Ann Lee/AP", "ANN LEE/AP", Tie::Letters, "capitals"),
        ("Ann Lee/AP", "(Ann Lee/AP)", Tie::Letters, "brackets"),
        (
            "Tolga Bozoğlu/EPA",
            "Tolga Bozoglu/EPA",
            Tie::Letters,
            "an accent lost",
        ),
        (
            "Łukasz Nowik/Reuters",
            "Lukasz Nowik/Reuters",
            Tie::Letters,
            "a stroke lost",
        ),
        (
            "Jean-Luc Moreau/AFP",
            "Jean Luc Moreau/AFP",
            Tie::Letters,
            "a hyphen",
        ),
        (
            "Sean O’Hara/AP",
            "Sean O'Hara/AP",
            Tie::Letters,
            "a straight apostrophe",
        ),
        ("Ann Lee/AP", "AP/Ann Lee", Tie::Order, "the agency first"),
        (
            "Ann Lee/AP",
            "AP Photo/Ann Lee",
            Tie::Style,
            "the agency's own style",
        ),
        (
            "Ann Lee/AP",
            "Ann Lee/Associated Press",
            Tie::Style,
            "another name of the agency",
        ),
        ("Ann Lee/AP", "Photo by Ann Lee/AP", Tie::Style, "a label"),
        (
            "AP Photo/Ann Lee",
            "(AP Photo/Ann Lee) Credit: Ann Lee",
            Tie::Style,
            "said twice",
        ),
        (
            "Bo Lind/Getty Images",
            "Bo Lind via Getty",
            Tie::Style,
            "another word between",
        ),
        (
            "Sergei Grits/AP",
            "Sergey Grits/AP",
            Tie::Misspelt,
            "one letter of a name",
        ),
        (
            "Sergei Grits/AP",
            "AP Photo/Sergey Grits",
            Tie::Misspelt,
            "one letter, another style",
        ),
        (
            "Maria Lopez/AP",
            "Maria Lopez Diaz/AP",
            Tie::Misspelt,
            "a second surname",
        ),
        ("Jane Doe/AP", "J. Doe/AP", Tie::Shorter, "an initial"),
        (
            "Ann Lee/AP",
            "Anna Lee/AP",
            Tie::Shorter,
            "perhaps a short form, perhaps another person",
        ),
        (
            "Alexander Berg/dpa",
            "Alex Berg/dpa",
            Tie::Shorter,
            "a short form",
        ),
        (
            "Jane Marie Doe/AP",
            "Jane Doe/AP",
            Tie::Shorter,
            "a middle name",
        ),
        ("Handout", "HANDOUT", Tie::Letters, "nobody is named"),
        (
            "Ann Lee/Reuters",
            "Ann Lee/Rueters",
            Tie::Misspelt,
            "two letters of an agency",
        ),
        (
            "Ann Lee/AP",
            "Ann Lee/Asociated Press",
            Tie::Misspelt,
            "a letter of an agency's other name",
        ),
        ("Reuters", "Rueters", Tie::Misspelt, "an agency alone"),
        (
            "Ann Lee/Torvik Gazette",
            "Ann Lee/Torvik Gazete",
            Tie::Misspelt,
            "a letter of an unknown body",
        ),
        ("Ann Lee/ＡＰ", "Ann Lee/AP", Tie::Letters, "wide letters"),
    ] {
        assert_eq!(tie(one, other), Some(expected), "{one} and {other}: {why}");
    }
}

#[test]
fn what_names_others_or_says_more_is_another_credit() {
    for (one, other, why) in [
        ("Ann Lee/AP", "Bo Lee/AP", "two persons of one surname"),
        ("Ann Lee/AP", "Ann Lee/Reuters", "two agencies"),
        ("Ann Lee/AP", "Ann Lee", "an agency and none"),
        ("Ann Lee/AP", "AP", "a person and none"),
        ("Jo Lee/AP", "Joe Lee/AP", "short names must be the same"),
        (
            "Ann Lee/AP",
            "Ann Lea/AP",
            "a short surname must be the same",
        ),
        ("Jane Doe/AP", "John Doe/AP", "two given names"),
        ("Jane Doe/AP", "B. Doe/AP", "another initial"),
        (
            "Sergei Grits/AP",
            "Sergey Grits/Reuters",
            "a letter and an agency",
        ),
        ("Sergei Grits/AP", "Sergey Gritz/AP", "two words differ"),
        (
            "Ann Lee",
            "Illustration: Ann Lee",
            "an illustration is no photo",
        ),
        ("© 2019 Ann Lee", "© 2020 Ann Lee", "two years"),
        ("Ann Lee, Bo Lind/AP", "Ann Lee/AP", "one person less"),
        ("Handout", "File", "nobody is named, and the words differ"),
        ("Ann Lee/AP", "Ann Lee/AFP", "a letter tells two agencies"),
        (
            "Ann Lee/ANP",
            "Ann Lee/ANSA",
            "short names must be the same",
        ),
        ("Ann Lee/dpa", "Ann Lee/apa", "a letter tells two agencies"),
        (
            "Ann Lee/Radio Norte",
            "Ann Lee/Radio Forte",
            "short words must be the same",
        ),
        (
            "Ann Lee/Torvik Gazette",
            "Ann Lee/Torvik Gazettes",
            "an ending may be another name",
        ),
        (
            "Ann Lee/Reuters",
            "Bo Lind/Rueters",
            "a letter, and another person",
        ),
    ] {
        assert_eq!(tie(one, other), None, "{one} and {other}: {why}");
    }
}

#[test]
fn the_suggestion_is_clean_then_accented_then_usual() {
    for (lines, expected) in [
        (
            &["Ann Lee/AP", "AP Photo/Ann Lee", "AP Photo/Ann Lee"][..],
            "AP Photo/Ann Lee",
        ),
        (
            &["Ana Maric/AP", "Ana Maric/AP", "Ana Marić/AP"],
            "Ana Marić/AP",
        ),
        (&["ANN LEE/AP", "ANN LEE/AP", "Ann Lee/AP"], "Ann Lee/AP"),
        (
            &["(Ann Lee/AP)", "(Ann Lee/AP)", "Ann Lee/AP"],
            "Ann Lee/AP",
        ),
        (
            &["(Ann Lee/AP)", "(Ann Lee/AP) Credit: Ann Lee"],
            "Ann Lee/AP",
        ),
        (&["J. Doe/AP", "J. Doe/AP", "Jane Doe/AP"], "Jane Doe/AP"),
        (&["ＡＰ", "ＡＰ", "AP"], "AP"),
        (
            &["Ann Lee/Rueters", "Ann Lee/Rueters", "Ann Lee/Reuters"],
            "Ann Lee/Reuters",
        ),
        (
            &["Sergei Grits/AP", "Sergey Grits/AP", "Sergey Grits/AP"],
            "Sergey Grits/AP",
        ),
    ] {
        let clusters = clusters(lines);
        assert_eq!(clusters.len(), 1, "{lines:?}");
        assert_eq!(clusters[0].suggested, expected, "{lines:?}");
    }
}

#[test]
fn an_initial_of_two_known_persons_joins_neither() {
    let clusters = clusters(&["Jane Doe/AP", "John Doe/AP", "J. Doe/AP"]);
    assert_eq!(clusters.len(), 3);
    let short = clusters.iter().find(|one| one.suggested == "J. Doe/AP");
    assert_eq!(short.unwrap().perhaps, ["Jane Doe/AP", "John Doe/AP"]);
}

#[test]
fn several_spellings_come_first_then_the_most_frequent() {
    let lines = [
        "Bo Lind/AP",
        "Bo Lind/AP",
        "Bo Lind/AP",
        "Ann Lee/AFP",
        "Ann Lee | AFP",
        "Eva Roe",
        "Eva Roe",
    ];
    let clusters = clusters(&lines);
    let told: Vec<(&str, usize)> = clusters
        .iter()
        .map(|cluster| (&*cluster.suggested, cluster.count()))
        .collect();
    assert_eq!(
        told,
        [("Ann Lee/AFP", 2), ("Bo Lind/AP", 3), ("Eva Roe", 2)]
    );
}

#[test]
fn names_are_counted_one_by_one() {
    let mut shown = photo("");
    shown.creators = vec!["Ann Lee".to_owned(), "Bo Lind".to_owned()];
    shown.sources = ["AP", "AP Photo", "Associated Press"]
        .map(|name| Source {
            name: name.to_owned(),
            role: SourceRole::Source,
        })
        .to_vec();
    let clusters = |by| {
        let mut tally = Tally::new(by);
        tally.add(&shown, || "here".to_owned());
        assert_eq!(tally.silent(), usize::from(by == By::Line));
        tally.clusters(&LEXICON)
    };
    assert_eq!(clusters(By::Creator).len(), 2);
    assert_eq!(clusters(By::Source).len(), 1);
    assert_eq!(clusters(By::Source)[0].spellings.len(), 3);
    assert_eq!(clusters(By::Creator)[0].spellings[0].first, "here");
    assert!(clusters(By::Line).is_empty());
}

#[test]
fn the_work_grows_with_the_number_of_names() {
    let mut tally = Tally::new(By::Creator);
    for number in 0..4000 {
        let mut shown = photo("");
        shown.creators = vec![format!("Given{number} Lee")];
        tally.add(&shown, String::new);
    }
    let classes = classes(tally.told, By::Creator, &LEXICON);
    let all = classes.len() * (classes.len() - 1) / 2;
    let compared = ties::compared(&classes, &LEXICON);
    assert!(compared <= classes.len() * 64, "{compared} of {all} pairs");
}

//! The seed's shape with other names, agencies and dates: spans, hashes and identities are computed
//! here, apart from the engine.

use cutline::formats::urn;
use cutline::model::sha256;
use serde_json::{Value, json};

use crate::support::{cleaned, read, shared};

/// What is put into the shape.
struct Names {
    date: &'static str,
    day: &'static str,
    creator: &'static str,
    agency: &'static str,
    credit: &'static str,
    handout: &'static str,
    handout_by: &'static str,
    body: &'static str,
    library: &'static str,
    writer: &'static str,
    writer_of: &'static str,
}

const ALL: [Names; 4] = [
    Names {
        date: "2026-11-16",
        day: "Monday, Nov. 16, 2026",
        creator: "Ana Maric",
        agency: "AP",
        credit: "AP Photo/Ana Maric",
        handout: "Torvik Harbor Office",
        handout_by: "Odd Nyström",
        body: "Torvik Harbor Office",
        library: "PAN Photo",
        writer: "Lena Holm",
        writer_of: "Associated Press",
    },
    Names {
        date: "2019-03-01",
        day: "Friday, March 1, 2019",
        creator: "Mai Lind",
        agency: "REUTERS",
        credit: "REUTERS/Mai Lind",
        handout: "Ministry of Ports",
        handout_by: "José O'Neill-Sáenz",
        body: "Ministry of Ports",
        library: "Sputnik",
        writer: "Ilka van der Berg",
        writer_of: "Reuters",
    },
    Names {
        date: "2021-12-31",
        day: "Friday, Dec. 31, 2021",
        creator: "J. K. Abara",
        agency: "AFP",
        credit: "J. K. Abara/AFP",
        handout: "Port Authority of Lagos",
        handout_by: "Łukasz Żak",
        body: "Port Authority of Lagos",
        library: "Xinhua",
        writer: "Pat Doe",
        writer_of: "Agence France-Presse",
    },
    Names {
        date: "2024-02-29",
        day: "Thursday, Feb. 29, 2024",
        creator: "Niamh Ní Bhriain",
        agency: "Getty Images",
        credit: "Niamh Ní Bhriain/Getty Images",
        handout: "Dublin Fire Brigade",
        handout_by: "Tom de la Cruz",
        body: "Dublin Fire Brigade",
        library: "Anadolu",
        writer: "Ana Kovač",
        writer_of: "Associated Press",
    },
];

fn check(names: &Names) {
    let Names {
        date,
        day,
        creator,
        agency,
        credit,
        handout,
        handout_by,
        body,
        library,
        writer,
        writer_of,
    } = names;
    let provider = if *writer_of == "Associated Press" {
        "AP"
    } else {
        "Getty Images"
    };
    let paragraphs = [
        "The first boat in four days tied up at the quay shortly after dawn, carrying flour and forty passengers."
            .to_owned(),
        "“We heard the horn before we saw her,” the harbor master said. Schools reopen on Tuesday.".to_owned(),
        format!("{writer_of} writer {writer} in Torvik contributed to this report."),
    ];
    let first = format!(
        "Families wait for the first ferry after the storm, in Torvik, {day}. It came late."
    );
    let second = format!(
        "In this photo provided by the {handout} via {library}, the mayor speaks in Torvik, {day}."
    );
    let second_credit = format!("{handout_by}, {body}/{library} via {provider}");
    let originals = [
        format!("{first} ({credit}) Credit: {creator} Credit: {creator}"),
        format!("{second} ({second_credit}) Credit: {handout_by} Credit: {handout_by}"),
    ];
    let text = format!(
        " date {date} {}\n\n{}\n\n",
        paragraphs.join("\n\n"),
        originals.join("\n\n")
    );
    let hash = sha256(text.as_bytes());
    let photo = |number: usize, caption: &str, line: &str, creator: &str, sources: Value| {
        let original = &originals[number - 1];
        let start = text.find(original.as_str()).unwrap();
        let mut parties = vec![json!({"name": creator, "role": "creator"})];
        parties.extend(sources.as_array().unwrap().iter().cloned());
        json!({
            "name": format!("photo-{number}"),
            "uri": urn(&format!("{hash}#photo-{number}")),
            "type": "picture",
            "descriptions": [
                {"role": "caption", "contentType": "text/plain", "value": caption},
                {"role": "creditline", "contentType": "text/plain", "value": line},
                {"role": "original", "contentType": "text/plain", "value": original},
            ],
            "infoSources": parties,
            "by": creator,
            "altIds": [
                {"role": "source-span", "value": format!("{start}-{}", start + original.len())},
                {"role": "body-paragraph", "value": "3"},
            ],
        })
    };
    let expected = json!({
        "uri": urn(&hash),
        "type": "text",
        "profile": "cutline-1",
        "contentCreated": format!("{date}T00:00:00Z"),
        "bodies": [{"role": "main", "contentType": "text/plain", "value": paragraphs.join("\n\n")}],
        "infoSources": [{"name": writer, "role": "contributor"}, {"name": writer_of, "role": "contributor"}],
        "associations": [
            photo(1, &first, credit, creator, json!([{"name": agency, "role": "provider"}])),
            photo(2, &second, &second_credit, handout_by, json!([
                {"name": body, "role": "source"},
                {"name": library, "role": "distributor"},
                {"name": provider, "role": "provider"},
            ])),
        ],
        "altIds": [
            {"role": "source-file", "value": "swapped.txt"},
            {"role": "source-sha256", "value": hash},
            {"role": "source-date", "value": date},
            {"role": "date-precision", "value": "day"},
        ],
        "standard": {
            "name": "ninjs",
            "version": "3.1",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
        },
    });
    let expected = format!("{}\n", serde_json::to_string_pretty(&expected).unwrap());
    let cleaned_once = cleaned(read("swapped.txt", &text));
    similar_asserts(&cleaned_once, &expected);
    assert_eq!(
        cleaned(read("swapped.ninjs.json", &cleaned_once)),
        cleaned_once,
        "normalizing again changes nothing"
    );
}

/// An assertion whose message shows the first line that differs.
fn similar_asserts(got: &str, expected: &str) {
    for (number, (got, expected)) in got.lines().zip(expected.lines()).enumerate() {
        assert_eq!(got, expected, "line {}", number + 1);
    }
    assert_eq!(got, expected);
}

#[test]
fn the_seed_with_other_names_agencies_and_dates() {
    ALL.iter().for_each(check);
}

#[test]
#[ignore = "needs CUTLINE_SHARED, the shared material"]
fn the_seed_gives_its_expected_bytes() {
    let seed = shared().join("seed");
    let name = "000_933da9a8bfff539f";
    let text = std::fs::read_to_string(seed.join(format!("{name}.txt"))).unwrap();
    let expected = std::fs::read_to_string(seed.join(format!("{name}.ninjs.json"))).unwrap();
    similar_asserts(&cleaned(read(&format!("{name}.txt"), &text)), &expected);
    assert_eq!(
        cleaned(read(&format!("{name}.ninjs.json"), &expected)),
        expected
    );
}

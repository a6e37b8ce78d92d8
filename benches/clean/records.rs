//! Invented records of a crawl, no two alike: a story of a dozen paragraphs with its captions in it.

use serde_json::{Value, json};

/// A row of numbers that is the same in every run (an xorshift).
struct Draw(u64);

impl Draw {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below.max(1) as u64).unwrap_or(0)
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of.get(self.next(of.len())).copied().unwrap_or_default()
    }
}

const GIVEN: [&str; 24] = [
    "Ann", "Daniel", "Irena", "Samir", "Lucie", "Peter", "Marta", "Johan", "Ayse", "Tomás",
    "Chloé", "Nadia", "Viktor", "Grace", "Omar", "Elena", "Pavel", "Ingrid", "Hassan", "Rosa",
    "Kofi", "Mei", "Liam", "Sofia",
];
const FAMILY: [&str; 24] = [
    "Lee",
    "Okoro",
    "Kovac",
    "Aziz",
    "Marchetti",
    "Hallam",
    "Lindqvist",
    "de Wit",
    "Yilmaz",
    "Herrera",
    "Dubois",
    "Rahmani",
    "Sokolov",
    "Mbeki",
    "Haddad",
    "Petrova",
    "Novák",
    "Berg",
    "Farouk",
    "Delgado",
    "Mensah",
    "Tanaka",
    "O’Neill",
    "Rossi",
];
const PLACE: [&str; 16] = [
    "Torvik",
    "Aldhaven",
    "Merrow",
    "Port Sele",
    "Lindmouth",
    "Karsund",
    "Oberfeld",
    "Sankt Alban",
    "Vila Clara",
    "Brennick",
    "Dunmore East",
    "Halden Bay",
    "Novigrad",
    "Tarsa",
    "Elmbridge",
    "Quay Hill",
];
const THING: [&str; 20] = [
    "harbour wall",
    "ferry timetable",
    "tram depot",
    "night market",
    "flood barrier",
    "library roof",
    "wind farm",
    "fishing quota",
    "school kitchen",
    "water tower",
    "old cinema",
    "rail bridge",
    "village hall",
    "lighthouse",
    "bus lane",
    "public bath",
    "town archive",
    "sports field",
    "grain store",
    "salt works",
];
const VERB: [&str; 12] = [
    "reopened",
    "delayed",
    "repaired",
    "measured",
    "defended",
    "questioned",
    "approved",
    "cleaned",
    "inspected",
    "closed",
    "enlarged",
    "painted",
];
const WHEN: [&str; 12] = [
    "on Monday",
    "last week",
    "in early spring",
    "after a long night",
    "before dawn",
    "this winter",
    "during the storm",
    "on the second day",
    "at the end of the month",
    "since October",
    "over the holidays",
    "two years ago",
];
const AGENCY: [&str; 6] = ["AP", "Reuters", "AFP", "Getty Images", "dpa", "EFE"];
const OUTLET: [&str; 5] = [
    "Merrow Gazette",
    "Aldhaven Post",
    "The Torvik Times",
    "Lindmouth Echo",
    "Karsund Dagblad",
];

/// One record as a line of JSON.
pub(super) fn record(number: u64) -> Value {
    let mut draw = Draw(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut paragraphs = Vec::new();
    let photos = 1 + draw.next(3);
    let length = 9 + draw.next(6);
    for at in 0..length {
        paragraphs.push(paragraph(&mut draw));
        if at % 4 == 1 && at / 4 < photos {
            paragraphs.push(caption(&mut draw));
        }
    }
    json!({
        "id": number,
        "url": format!("https://news.example/{}/{number}", draw.next(90_000)),
        "title": format!("{} {} the {}", draw.one(&PLACE), draw.one(&VERB), draw.one(&THING)),
        "date": format!("2026-{:02}-{:02}", 1 + draw.next(12), 1 + draw.next(28)),
        "text": paragraphs.join("\n\n"),
    })
}

fn person(draw: &mut Draw) -> String {
    format!("{} {}", draw.one(&GIVEN), draw.one(&FAMILY))
}

fn paragraph(draw: &mut Draw) -> String {
    let sentences = 2 + draw.next(3);
    let said: Vec<String> = (0..sentences).map(|_| sentence(draw)).collect();
    said.join(" ")
}

/// Prose as papers print it, with what looks a little like a credit now and then.
fn sentence(draw: &mut Draw) -> String {
    let (person, place) = (person(draw), draw.one(&PLACE));
    let (thing, verb, when) = (draw.one(&THING), draw.one(&VERB), draw.one(&WHEN));
    let count = 2 + draw.next(980);
    match draw.next(14) {
        0 => format!(
            "The {thing} in {place} was {verb} {when}, {count} days later than the council had promised."
        ),
        1 => format!(
            "“We {verb} the {thing} because nobody else would,” said {person}, who has lived in {place} for {count} months."
        ),
        2 => format!(
            "It cost {count},000 crowns, and some in {place} still ask what the money was for."
        ),
        3 => format!(
            "{person}, who leads the board of the {thing}, told reporters {when} that {count} people had signed the petition."
        ),
        4 => format!(
            "Nobody in {place} remembers when the {thing} was last {verb}, but the records speak of {count} separate visits."
        ),
        5 => format!("But the plan was {verb} {when}, and the {thing} stayed as it had been."),
        6 => format!(
            "The Harbour Board of {place} (HBP) says that {count} boats passed the {thing} {when}."
        ),
        7 => format!(
            "In a statement, the ministry wrote that the {thing} would be {verb} again if the {count} objections were withdrawn."
        ),
        8 => format!(
            "Residents of {place} say the noise is worst {when}, when up to {count} lorries a day pass the {thing} on their way to the coast."
        ),
        9 => format!(
            "{person} took a picture of the {thing} {when} and sent it to the mayor of {place}."
        ),
        10 => format!(
            "According to {} the {thing} near {place} had been {verb} {when} at a cost of {count} million.",
            draw.one(&AGENCY)
        ),
        11 => format!(
            "There is little doubt that {count} of the old stones came from {place}, where the {thing} was {verb} {when}."
        ),
        12 => format!(
            "The ruling was {verb} {when} — a surprise to {person}, and to most of {place}."
        ),
        _ => format!(
            "Rain fell on {place} {when}, and by the morning the {thing} stood {count} centimetres deep in water."
        ),
    }
}

/// A caption with its credit, in the manners of several houses.
fn caption(draw: &mut Draw) -> String {
    let (who, place) = (person(draw), draw.one(&PLACE));
    let (thing, verb, when) = (draw.one(&THING), draw.one(&VERB), draw.one(&WHEN));
    let (by, agency, outlet) = (person(draw), draw.one(&AGENCY), draw.one(&OUTLET));
    let count = 2 + draw.next(98);
    let caption =
        format!("{who} looks at the {thing} of {place}, {verb} {when} for the {count}th time.");
    match draw.next(8) {
        0 => format!("{caption} (AP Photo/{by}) Credit: {by} Credit: {by}"),
        1 => format!("{caption} Photo: {by}/{agency}"),
        2 => format!("{caption} ({by}/{agency})"),
        3 => format!("{caption} Photo by {by}, {outlet}"),
        4 => format!("{caption} © {agency} | {by}"),
        5 => format!("{caption}\n\nCredit: {by}/{agency}"),
        6 => format!("{caption} {by} for {outlet}"),
        _ => format!("{caption} {by}/{outlet} via {agency}"),
    }
}

//! `agency-spelling`: an agency's name is not spelt as it spells itself.
//!
//! Why: a misspelt agency is not found in the archive, and not paid.
//! Source: the agencies' own names, `assets/lexicon/agencies.toml`.
//!
//! Bad:  Ana Maric/Retuers, Ana Maric/GETTY IMAGES
//! Good: Ana Maric/Reuters, Ana Maric/Getty Images
//! Fix:  offered. Where `[style] agency-names` of `cutline.toml` is "canonical", every name but the first of
//!       the lexicon is told (Associated Press beside AP), and what differs in its case alone is certain.
//!       A name of one word in capitals (REUTERS) is how wires sign, and is told only then.

use crate::credit::{Agency, Lexicon, read_credit};
use crate::edit::Edit;
use crate::lint::{AgencyNames, Certainty, Check, Fix, House, Problem, Rule, Severity, Subject};
use crate::model::{Photo, Span, TextField};

pub(super) const RULE: Rule = Rule {
    code: "agency-spelling",
    severity: Severity::Note,
    best_fix: Some(Certainty::Certain),
    page: include_str!("agency_spelling.rs"),
    check: Check::Read(check),
};

fn check(subject: &Subject<'_>) -> Vec<Problem> {
    let (photo, house) = (subject.photo, subject.house);
    let line = &photo.credit_line;
    let reading = subject.credit_line();
    let spans: Vec<Span> = reading
        .credits
        .iter()
        .flat_map(|credit| credit.organisations.iter().copied())
        .collect();
    let in_line = spans.iter().map(|span| span.of(line));
    let in_field = photo.sources.iter().map(|source| source.name.as_str());
    let mut names: Vec<&str> = in_line.chain(in_field).collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .filter_map(|name| {
            let agency = house.lexicon.agency(name)?;
            let wanted = wanted(name, &agency, house.style.agency_names)?;
            let is_case_only = wanted.to_lowercase() == name.to_lowercase();
            let is_free = house.style.agency_names == AgencyNames::AsPrinted;
            if is_free && is_case_only && is_set_in_capitals(line, name) {
                return None;
            }
            Some(problem(photo, &spans, name, wanted, &agency, house))
        })
        .collect()
}

/// The spelling that should stand there; None where the name is one.
fn wanted<'a>(name: &str, agency: &Agency<'a>, style: AgencyNames) -> Option<&'a str> {
    let wanted = match style {
        // In another script it is the name of another house's lexicon.
        AgencyNames::Canonical if !agency.is_guess => {
            let is_latin = |text: &str| text.chars().any(|c| c.is_ascii_alphabetic());
            Some(agency.name).filter(|wanted| is_latin(wanted) == is_latin(name))
        }
        AgencyNames::Canonical | AgencyNames::AsPrinted if agency.is_guess => Some(agency.spelling),
        AgencyNames::Canonical | AgencyNames::AsPrinted => {
            let is_other_case = name.to_lowercase() == agency.spelling.to_lowercase();
            let is_own = agency.spellings.iter().any(|own| is_printed_as(name, own));
            let signs = !agency.name.contains(' ') && name == agency.name.to_uppercase();
            let is_settled = is_own || signs || is_spoken(name, agency.spelling);
            (is_other_case && !is_settled).then_some(agency.spelling)
        }
    };
    wanted.filter(|wanted| *wanted != name)
}

/// Whether a name is printed as this spelling, its words begun with capitals or not.
fn is_printed_as(name: &str, spelling: &str) -> bool {
    let begun = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    };
    let words = spelling.split(' ').map(begun).collect::<Vec<_>>();
    name == spelling || name == words.join(" ")
}

/// Whether an abbreviation is written as the word that it is spoken as: Ansa, Tass.
fn is_spoken(name: &str, spelling: &str) -> bool {
    let mut letters = name.chars();
    let is_begun = letters.next().is_some_and(char::is_uppercase);
    let is_word = is_begun && letters.all(char::is_lowercase) && name.chars().count() > 3;
    is_word && !spelling.chars().any(char::is_lowercase)
}

/// Whether all of a credit line is set in capitals, and not this name alone.
fn is_set_in_capitals(line: &str, name: &str) -> bool {
    let others = line.replace(name, "");
    others.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase)
}

fn problem(
    photo: &Photo,
    spans: &[Span],
    name: &str,
    wanted: &str,
    agency: &Agency<'_>,
    house: &House,
) -> Problem {
    let message = if agency.is_guess {
        format!("{name} may be a slip for {wanted}")
    } else {
        format!("{name} is written {wanted}")
    };
    let line = &photo.credit_line;
    let here: Vec<Span> = spans
        .iter()
        .copied()
        .filter(|span| span.of(line) == name)
        .collect();
    let mut mended = line.clone();
    for span in here.iter().rev() {
        mended.replace_range(span.start..span.end, wanted);
    }
    let is_chosen = house.style.agency_names == AgencyNames::Canonical;
    let is_case_only = name.to_lowercase() == wanted.to_lowercase();
    let is_certain = is_chosen && is_case_only && names_as_many(line, &mended, &house.lexicon);
    let mut fix = Fix::set(
        photo,
        TextField::CreditLine,
        mended,
        format!("Write {wanted}"),
        if is_certain {
            Certainty::Certain
        } else {
            Certainty::Asked
        },
    );
    if photo.sources.iter().any(|source| source.name == name) {
        let mut sources = photo.sources.clone();
        for source in sources.iter_mut().filter(|source| source.name == name) {
            wanted.clone_into(&mut source.name);
        }
        fix.edits.push(Edit::SetSources {
            photo: photo.id,
            sources,
        });
    }
    if here.is_empty() {
        fix.edits
            .retain(|edit| !matches!(edit, Edit::SetText { .. }));
    }
    Problem {
        message,
        field: (!here.is_empty()).then_some(TextField::CreditLine),
        spans: here,
        complaint: name.to_owned(),
        severity: is_chosen.then_some(Severity::Warning),
        fixes: vec![fix],
    }
}

/// Whether a line still reads as before, but for a name's spelling.
fn names_as_many(before: &str, after: &str, lexicon: &Lexicon) -> bool {
    let (before, after) = (read_credit(before, lexicon), read_credit(after, lexicon));
    before.creators == after.creators && before.sources.len() == after.sources.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PhotoId;

    fn told(credit: &str, house: &House) -> Vec<String> {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        photo.credit_line = credit.to_owned();
        crate::credit::name_parties(&mut photo, &house.lexicon);
        let problems = check(&Subject::new(&photo, house)).into_iter();
        problems.map(|problem| problem.message).collect()
    }

    #[test]
    fn a_slip_and_another_case_are_told() {
        let house = House::default();
        for (credit, message) in [
            ("Ana Maric/Retuers", "Retuers may be a slip for Reuters"),
            (
                "Ana Maric/GETTY IMAGES",
                "GETTY IMAGES is written Getty Images",
            ),
            (
                "Ana Maric/Getty images",
                "Getty images is written Getty Images",
            ),
            ("Ana Maric/GETTY", "GETTY is written Getty"),
            ("Ana Maric / reuters", "reuters is written Reuters"),
        ] {
            assert_eq!(told(credit, &house), [message], "{credit}");
        }
    }

    #[test]
    fn an_agencys_own_names_are_fine() {
        let house = House::default();
        for credit in [
            "AP Photo/Ana Maric",
            "REUTERS/Ana Maric",
            "Ana Maric/The Associated Press",
            "Foto: Imago/Ana Maric",
            "Ana Maric/Picture Alliance",
            "XINHUA/Li Wei",
            "Ana Maric/Torvik Herald",
            "Ana Maric/NASA",
            "新华社/李小明",
            "Foto: dpa/Ana Maric",
            "Ana Maric/Ansa",
            "ANA MARIC/GETTY IMAGES",
            "",
        ] {
            assert_eq!(told(credit, &house), [""; 0], "{credit}");
        }
    }

    #[test]
    fn a_house_may_want_one_name_for_each() {
        let house = House::from_toml("[style]\nagency-names = \"canonical\"").unwrap();
        for (credit, message) in [
            (
                "Ana Maric/Associated Press",
                "Associated Press is written AP",
            ),
            ("REUTERS/Ana Maric", "REUTERS is written Reuters"),
        ] {
            assert_eq!(told(credit, &house), [message], "{credit}");
        }
        assert_eq!(told("AP Photo/Ana Maric", &house), [""; 0]);
        assert_eq!(told("新华社/李小明", &house), [""; 0]);
    }

    #[test]
    fn credit_line_and_source_are_mended_together() {
        let mut photo = Photo::new(PhotoId(1), "photo-1", "urn:x:1");
        photo.credit_line = "REUTERS/Ana Maric".to_owned();
        let house = House::from_toml("[style]\nagency-names = \"canonical\"").unwrap();
        crate::credit::name_parties(&mut photo, &house.lexicon);
        let fix = check(&Subject::new(&photo, &house))
            .remove(0)
            .fixes
            .remove(0);
        assert_eq!(fix.certainty, Certainty::Certain);
        let mut article = crate::model::Article {
            photos: vec![photo],
            ..Default::default()
        };
        for edit in fix.edits {
            edit.apply(&mut article).unwrap();
        }
        assert_eq!(article.photos[0].credit_line, "Reuters/Ana Maric");
        assert_eq!(article.photos[0].sources[0].name, "Reuters");
    }
}

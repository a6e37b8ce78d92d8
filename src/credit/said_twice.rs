//! Credits said twice: a table of how pages repeat them, and the law that repeating adds nothing.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;

static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Lexicon::built_in);

const CAPTION: &str = "The ferry sails at dawn.";

/// What the table says of a case that is a conflict: nothing is decided.
const CONFLICT: &str = "!";

#[test]
fn a_credit_said_twice_is_kept_once_and_the_richer_of_two_stays() {
    for (credits, line, creators, sources, why) in SAID_TWICE {
        let raw = format!("{CAPTION} {credits}");
        let reading = read(&raw, &LEXICON);
        let named: Vec<&str> = reading
            .sources
            .iter()
            .map(|source| source.name.as_str())
            .collect();
        assert_eq!(reading.caption(), CAPTION, "{why}: {credits}");
        assert_eq!(reading.creators.join("; "), *creators, "{why}: {credits}");
        assert_eq!(named.join("; "), *sources, "{why}: {credits}");
        if *line == CONFLICT {
            assert!(reading.conflict.len() > 1, "{why}: {credits}");
            assert_eq!(reading.kept, None, "{why}: {credits}");
            assert_eq!(reading.confidence, Confidence::Unsure, "{why}: {credits}");
        } else {
            assert!(reading.conflict.is_empty(), "{why}: {credits}");
            assert_eq!(
                reading.credit_line().as_deref(),
                Some(*line),
                "{why}: {credits}"
            );
        }
    }
}

/// How credits are printed; `{P}` stands for the person, `{O}` for the organisation.
const STYLES: [&str; 22] = [
    "({O}/{P})",
    "({P}/{O})",
    "({P} / {O})",
    "[{P}/{O}]",
    "(Photo by {P}/{O})",
    "(Photo: {P}/{O})",
    "(Foto: {P}/{O})",
    "Credit: {P}/{O}",
    "Credit: {P}, {O}",
    "CREDIT: {P}/{O}",
    "Photo: {P}/{O}",
    "Photo: {O}/{P}",
    "Photo by {P}/{O}",
    "Photo credit: {P} / {O}",
    "Photograph: {P}/{O}",
    "Picture: {P}/{O}",
    "Image: {P}/{O}",
    "Foto: {P} / {O}",
    "Bild: {O}/{P}",
    "© {P}/{O}",
    "© {O} | {P}",
    "{P}/{O}",
];
/// How a part of a credit is said once more.
const POORER: [&str; 6] = [
    "Credit: {P}",
    "Credit: {O}",
    "Photo: {P}",
    "Foto: {P}",
    "© {P}",
    "Source: {O}",
];
const PERSONS: [&str; 12] = [
    "Ann Lee",
    "Bo Roe",
    "Odd Nyström",
    "José Pérez",
    "J. K. Abara",
    "Łukasz Żak",
    "Ilka van der Berg",
    "Jean-Luc Moreau",
    "Иван Петров",
    "Dan O’Neill",
    "Ayşe Demir",
    "Helena Holm-Dahl",
];
const ORGANISATIONS: [&str; 8] = [
    "AP",
    "Reuters",
    "AFP",
    "dpa",
    "Getty Images",
    "EPA",
    "Xinhua",
    "Torvik Herald",
];
const CAPTIONS: [&str; 7] = [
    "The ferry sails at dawn.",
    "Fishermen mend their nets in Torvik on Monday, May 4, 2020.",
    "Die Fähre liegt im Hafen von Hohenau (Archivbild).",
    "El barco sale del puerto con doscientos pasajeros a bordo.",
    "Паром стоит в порту с самого утра.",
    "FILE - The lighthouse keeper, left, greets the harbour master in 2019.",
    "Le bac quitte le port à l’aube, sous la pluie.",
];

fn printed(style: &str, person: &str, organisation: &str) -> String {
    style.replace("{P}", person).replace("{O}", organisation)
}

#[test]
fn nearly_every_generated_caption_has_its_credit() {
    let (mut all, mut right) = (0, 0);
    for caption in CAPTIONS {
        for style in STYLES {
            for person in PERSONS {
                for organisation in ORGANISATIONS {
                    let raw = format!("{caption} {}", printed(style, person, organisation));
                    let reading = read(&raw, &LEXICON);
                    let names_both = reading.creators == [person]
                        && reading.sources.len() == 1
                        && reading
                            .sources
                            .iter()
                            .all(|source| source.name == organisation);
                    all += 1;
                    right += usize::from(names_both && reading.caption() == caption);
                }
            }
        }
    }
    assert!(right * 100 >= all * 97, "{right} of {all}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn repeating_a_credit_changes_nothing(
        caption in prop::sample::select(CAPTIONS.to_vec()),
        style in prop::sample::select(STYLES.to_vec()),
        again in prop::sample::select([STYLES.as_slice(), POORER.as_slice()].concat()),
        person in prop::sample::select(PERSONS.to_vec()),
        organisation in prop::sample::select(ORGANISATIONS.to_vec()),
        is_loud in any::<bool>(),
    ) {
        let once = format!("{caption} {}", printed(style, person, organisation));
        let person_again = if is_loud { person.to_uppercase() } else { person.to_owned() };
        let twice = format!("{once} {}", printed(again, &person_again, organisation));
        let (one, two) = (read(&once, &LEXICON), read(&twice, &LEXICON));
        if one.credits.is_empty() {
            return Ok(());
        }
        prop_assert_eq!(one.caption(), two.caption(), "{}", twice);
        prop_assert_eq!(one.credit_line(), two.credit_line(), "{}", twice);
        prop_assert_eq!(one.creators, two.creators, "{}", twice);
        prop_assert_eq!(one.sources, two.sources, "{}", twice);
    }
}

/// A line of the table: what is printed behind the caption, credit line, persons, organisations, why.
type SaidTwice = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const SAID_TWICE: &[SaidTwice] = &[
    (
        "(AP Photo/Ann Lee) Credit: Ann Lee",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "the label repeats the person",
    ),
    (
        "(AP Photo/Ann Lee) Credit: AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "the label repeats the agency",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Ann Lee Credit: Ann Lee",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "said three times",
    ),
    (
        "(AP Photo/Ann Lee) Credit: AP Credit: AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "the agency three times",
    ),
    (
        "Credit: Ann Lee (AP Photo/Ann Lee)",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "richer stands second",
    ),
    (
        "Credit: AP (AP Photo/Ann Lee)",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "richer stands second",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Associated Press",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "an alias of the agency",
    ),
    (
        "(AP Photo/Ann Lee) Credit: The Associated Press",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "an alias with its article",
    ),
    (
        "(Ann Lee/AP) Credit: AP Photo",
        "Ann Lee/AP",
        "Ann Lee",
        "AP",
        "the agency in its style",
    ),
    (
        "(Ann Lee/AP) Credit: AP Photo/Ann Lee",
        "Ann Lee/AP",
        "Ann Lee",
        "AP",
        "the other order",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Ann Lee, Associated Press",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "order and alias",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Ann Lee / AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "order and spaces",
    ),
    (
        "(AP Photo/Ann Lee) Credit: ANN LEE/AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "capitals",
    ),
    (
        "(AP Photo/Ann Lee) Credit: ANN LEE",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "capitals of the person",
    ),
    (
        "(Photo by Ann Lee/AFP via Getty Images) Credit: AFP",
        "Ann Lee/AFP via Getty Images",
        "Ann Lee",
        "AFP; Getty Images",
        "one agency of two",
    ),
    (
        "(Photo by Ann Lee/AFP via Getty Images) Credit: Getty Images",
        "Ann Lee/AFP via Getty Images",
        "Ann Lee",
        "AFP; Getty Images",
        "the other agency of two",
    ),
    (
        "(Photo by Ann Lee/AFP via Getty Images) Credit: Getty",
        "Ann Lee/AFP via Getty Images",
        "Ann Lee",
        "AFP; Getty Images",
        "an alias of the provider",
    ),
    (
        "(Photo by Ann Lee/AFP via Getty Images) Credit: AFP via Getty Images",
        "Ann Lee/AFP via Getty Images",
        "Ann Lee",
        "AFP; Getty Images",
        "both without the person",
    ),
    (
        "(Photo by Ann Lee/AFP via Getty Images) Credit: Ann Lee",
        "Ann Lee/AFP via Getty Images",
        "Ann Lee",
        "AFP; Getty Images",
        "the person alone",
    ),
    (
        "Credit: AFP (Photo by Ann Lee/AFP via Getty Images)",
        "Ann Lee/AFP via Getty Images",
        "Ann Lee",
        "AFP; Getty Images",
        "richer stands second",
    ),
    (
        "(Photo by Ann Lee / AFP) (Photo by ANN LEE/AFP via Getty Images)",
        "ANN LEE/AFP via Getty Images",
        "ANN LEE",
        "AFP; Getty Images",
        "the second names one more",
    ),
    (
        "(Getty Images) Credit: Getty Images",
        "Getty Images",
        "",
        "Getty Images",
        "equal, the first stays",
    ),
    (
        "(Getty Images) Credit: Getty",
        "Getty Images",
        "",
        "Getty Images",
        "alias, the first stays",
    ),
    (
        "(Getty) Credit: Getty Images",
        "Getty",
        "",
        "Getty",
        "alias, the first stays",
    ),
    (
        "Credit: Getty Images Credit: Getty Images",
        "Getty Images",
        "",
        "Getty Images",
        "equal, labelled twice",
    ),
    (
        "(Reuters) Credit: REUTERS",
        "Reuters",
        "",
        "Reuters",
        "case of an agency",
    ),
    (
        "(REUTERS/Ann Lee) Credit: Reuters",
        "REUTERS/Ann Lee",
        "Ann Lee",
        "REUTERS",
        "case of an agency",
    ),
    (
        "(REUTERS/Ann Lee) Photo: Ann Lee/Reuters",
        "REUTERS/Ann Lee",
        "Ann Lee",
        "REUTERS",
        "order and case",
    ),
    (
        "REUTERS/Ann Lee Credit: Ann Lee",
        "REUTERS/Ann Lee",
        "Ann Lee",
        "REUTERS",
        "without brackets",
    ),
    (
        "(dpa/Jan Muster) Foto: Jan Muster",
        "dpa/Jan Muster",
        "Jan Muster",
        "dpa",
        "German label",
    ),
    (
        "(dpa/Jan Muster) Foto: dpa",
        "dpa/Jan Muster",
        "Jan Muster",
        "dpa",
        "German label, agency",
    ),
    (
        "(dpa/Jan Muster) Quelle: Deutsche Presse-Agentur",
        "dpa/Jan Muster",
        "Jan Muster",
        "dpa",
        "the agency's full name",
    ),
    (
        "(EFE/Juana Pérez) Foto: Juana Perez",
        "EFE/Juana Pérez",
        "Juana Pérez",
        "EFE",
        "accents",
    ),
    (
        "(EFE/Juana Pérez) Foto: Agencia EFE",
        "EFE/Juana Pérez",
        "Juana Pérez",
        "EFE",
        "the agency's full name",
    ),
    (
        "(Jeanne Doé/AFP) Crédit: Agence France-Presse",
        "Jeanne Doé/AFP",
        "Jeanne Doé",
        "AFP",
        "the agency's full name",
    ),
    (
        "(Jan Kowalski/PAP) Fot. Jan Kowalski",
        "Jan Kowalski/PAP",
        "Jan Kowalski",
        "PAP",
        "Polish label",
    ),
    (
        "(Łukasz Żak/PAP) Credit: Lukasz Zak",
        "Łukasz Żak/PAP",
        "Łukasz Żak",
        "PAP",
        "letters without their strokes",
    ),
    (
        "(Jørgen Dahl/NTB) Foto: Jorgen Dahl",
        "Jørgen Dahl/NTB",
        "Jørgen Dahl",
        "NTB",
        "letters without their strokes",
    ),
    (
        "(Иван Петров/ТАСС) Фото: Иван Петров",
        "Иван Петров/ТАСС",
        "Иван Петров",
        "ТАСС",
        "Cyrillic",
    ),
    (
        "(Иван Петров/ТАСС) Фото: ТАСС",
        "Иван Петров/ТАСС",
        "Иван Петров",
        "ТАСС",
        "Cyrillic, agency",
    ),
    (
        "(ANTARA FOTO/Budi Santoso) Foto: Budi Santoso",
        "ANTARA FOTO/Budi Santoso",
        "Budi Santoso",
        "ANTARA FOTO",
        "Indonesian",
    ),
    (
        "(AP Photo/Jane Doe) Credit: J. Doe",
        "AP Photo/Jane Doe",
        "Jane Doe",
        "AP",
        "an initial says less",
    ),
    (
        "(AP Photo/J. Doe) Credit: Jane Doe/AP",
        "Jane Doe/AP",
        "Jane Doe",
        "AP",
        "the full name says more",
    ),
    (
        "Credit: J. Doe (AP Photo/Jane Doe)",
        "AP Photo/Jane Doe",
        "Jane Doe",
        "AP",
        "an initial before",
    ),
    (
        "(AP Photo/Jane Q. Doe) Credit: Jane Doe",
        "AP Photo/Jane Q. Doe",
        "Jane Q. Doe",
        "AP",
        "a middle initial says more",
    ),
    (
        "(AP Photo/Jane Quinn Doe) Credit: Jane Doe",
        "AP Photo/Jane Quinn Doe",
        "Jane Quinn Doe",
        "AP",
        "a middle name says more",
    ),
    (
        "(AP Photo/Jane Quinn Doe) Credit: Jane Q. Doe",
        "AP Photo/Jane Quinn Doe",
        "Jane Quinn Doe",
        "AP",
        "a middle initial of the middle name",
    ),
    (
        "(AP Photo/Jane Doe) Credit: Doe Jane",
        "AP Photo/Jane Doe",
        "Jane Doe",
        "AP",
        "the name reversed",
    ),
    (
        "(AP Photo/Jane Doe) Credit: Doe, Jane",
        "AP Photo/Jane Doe",
        "Jane Doe",
        "AP",
        "the name reversed with its comma",
    ),
    (
        "(AP Photo/Juan Pérez) Credit: Juan Pérez Gómez",
        "AP Photo/Juan Pérez",
        "Juan Pérez",
        "AP",
        "a second surname is another spelling",
    ),
    (
        "(AP Photo/Juan Pérez Gómez) Credit: Juan Pérez",
        "AP Photo/Juan Pérez Gómez",
        "Juan Pérez Gómez",
        "AP",
        "without the second surname",
    ),
    (
        "(AP Photo/Jane Doe) Credit: Jane Doe-Lee",
        "AP Photo/Jane Doe",
        "Jane Doe",
        "AP",
        "a double surname is another spelling",
    ),
    (
        "(AP Photo/Jane Doe-Lee) Credit: Jane Doe",
        "AP Photo/Jane Doe-Lee",
        "Jane Doe-Lee",
        "AP",
        "half of the double surname",
    ),
    (
        "(AP Photo/Jean-Luc Roe) Credit: Jean Luc Roe",
        "AP Photo/Jean-Luc Roe",
        "Jean-Luc Roe",
        "AP",
        "without the hyphen",
    ),
    (
        "(AP Photo/Sergei Grom) Credit: Sergey Grom",
        "AP Photo/Sergei Grom",
        "Sergei Grom",
        "AP",
        "one letter differs",
    ),
    (
        "(AP Photo/Dan O'Neill) Credit: Dan O’Neill",
        "AP Photo/Dan O'Neill",
        "Dan O'Neill",
        "AP",
        "the apostrophe differs",
    ),
    (
        "(AP Photo/Ann van der Lee) Credit: Ann Van Der Lee",
        "AP Photo/Ann van der Lee",
        "Ann van der Lee",
        "AP",
        "capitals of the particles",
    ),
    (
        "(AP Photo/Jane Doe) Credit: Doe",
        "AP Photo/Jane Doe",
        "Jane Doe",
        "AP",
        "the surname alone",
    ),
    (
        "(AP Photo/Jane Doe) Credit: jane.doe@example.org",
        "AP Photo/Jane Doe",
        "Jane Doe",
        "AP",
        "an e-mail address of the same name",
    ),
    (
        "(AP Photo/Jane Doe) Credit: jdoe@example.org",
        "AP Photo/Jane Doe",
        "Jane Doe",
        "AP",
        "an address of initial and surname",
    ),
    (
        "(AP Photo/Jane Doe Jr.) Credit: Jane Doe",
        "AP Photo/Jane Doe Jr.",
        "Jane Doe Jr.",
        "AP",
        "a title behind the name",
    ),
    (
        "(AP Photo/Ann Lee, Bo Roe) Credit: Ann Lee",
        "AP Photo/Ann Lee, Bo Roe",
        "Ann Lee; Bo Roe",
        "AP",
        "one of two",
    ),
    (
        "(AP Photo/Ann Lee, Bo Roe) Credit: Bo Roe",
        "AP Photo/Ann Lee, Bo Roe",
        "Ann Lee; Bo Roe",
        "AP",
        "the other of two",
    ),
    (
        "(AP Photo/Ann Lee and Bo Roe) Credit: Bo Roe",
        "AP Photo/Ann Lee and Bo Roe",
        "Ann Lee; Bo Roe",
        "AP",
        "one of two tied by and",
    ),
    (
        "(Ann Lee and Bo Roe/AP) Credit: Bo Roe, Ann Lee",
        "Ann Lee and Bo Roe/AP",
        "Ann Lee; Bo Roe",
        "AP",
        "both, in the other order",
    ),
    (
        "Credit: Ann Lee (Ann Lee, Bo Roe/AP)",
        "Ann Lee, Bo Roe/AP",
        "Ann Lee; Bo Roe",
        "AP",
        "richer stands second",
    ),
    (
        "Foto: imago/Ann Lee | IMAGO/Ann Lee",
        "imago/Ann Lee",
        "Ann Lee",
        "imago",
        "the same twice in one line",
    ),
    (
        "© imago images/Ann Lee Foto: IMAGO/Ann Lee",
        "imago images/Ann Lee",
        "Ann Lee",
        "imago images",
        "the library's alias",
    ),
    (
        "Foto: imago/Ann Lee/imago",
        "imago/Ann Lee/imago",
        "Ann Lee",
        "imago",
        "the library once more inside the line stays as printed",
    ),
    (
        "Credit: Ann Lee/Shutterstock Credit: Shutterstock",
        "Ann Lee/Shutterstock",
        "Ann Lee",
        "Shutterstock",
        "library alone",
    ),
    (
        "(Shutterstock/Ann Lee) Image: Ann Lee",
        "Shutterstock/Ann Lee",
        "Ann Lee",
        "Shutterstock",
        "person alone",
    ),
    (
        "(Image: Ann Lee/Alamy) Credit: Alamy Stock Photo",
        "Ann Lee/Alamy",
        "Ann Lee",
        "Alamy",
        "the library's full name",
    ),
    (
        "Image: Ann Lee/Alamy (Image: Ann Lee/Alamy)",
        "Ann Lee/Alamy",
        "Ann Lee",
        "Alamy",
        "line and bracket",
    ),
    (
        "Foto: picture alliance/dpa | Jan Muster Foto: dpa",
        "picture alliance/dpa | Jan Muster",
        "Jan Muster",
        "picture alliance; dpa",
        "one of two agencies",
    ),
    (
        "Foto: picture alliance/dpa | Jan Muster Foto: Jan Muster",
        "picture alliance/dpa | Jan Muster",
        "Jan Muster",
        "picture alliance; dpa",
        "the person alone",
    ),
    (
        "(Odd Holm, Torvik Harbour Office/PAN Photo via AP) Credit: Odd Holm",
        "Odd Holm, Torvik Harbour Office/PAN Photo via AP",
        "Odd Holm",
        "Torvik Harbour Office; PAN Photo; AP",
        "the person alone",
    ),
    (
        "(Odd Holm, Torvik Harbour Office/PAN Photo via AP) Credit: Torvik Harbour Office",
        "Odd Holm, Torvik Harbour Office/PAN Photo via AP",
        "Odd Holm",
        "Torvik Harbour Office; PAN Photo; AP",
        "the institution alone",
    ),
    (
        "(Odd Holm, Torvik Harbour Office/PAN Photo via AP) Credit: AP",
        "Odd Holm, Torvik Harbour Office/PAN Photo via AP",
        "Odd Holm",
        "Torvik Harbour Office; PAN Photo; AP",
        "the provider alone",
    ),
    (
        "(Torvik Police via AP) Credit: Torvik Police",
        "Torvik Police via AP",
        "",
        "Torvik Police; AP",
        "institution of two",
    ),
    (
        "(Torvik Police via AP) Credit: AP",
        "Torvik Police via AP",
        "",
        "Torvik Police; AP",
        "provider of two",
    ),
    (
        "(Ann Lee/The Torvik Herald via AP) Credit: The Torvik Herald",
        "Ann Lee/The Torvik Herald via AP",
        "Ann Lee",
        "The Torvik Herald; AP",
        "paper of three",
    ),
    (
        "(Ann Lee/The Torvik Herald via AP) Credit: Torvik Herald",
        "Ann Lee/The Torvik Herald via AP",
        "Ann Lee",
        "The Torvik Herald; AP",
        "without its article",
    ),
    (
        "(Ann Lee for The Torvik Herald) Credit: Ann Lee",
        "Ann Lee for The Torvik Herald",
        "Ann Lee",
        "The Torvik Herald",
        "the client is more",
    ),
    (
        "(Ann Lee for The Torvik Herald) Credit: The Torvik Herald",
        "Ann Lee for The Torvik Herald",
        "Ann Lee",
        "The Torvik Herald",
        "the client alone",
    ),
    (
        "(Photo by Ann Lee/Getty Images for Torvik Films) Credit: Getty Images",
        "Ann Lee/Getty Images for Torvik Films",
        "Ann Lee",
        "Getty Images; Torvik Films",
        "the agency of three",
    ),
    (
        "(AP Photo/Ann Lee, File) Credit: Ann Lee",
        "AP Photo/Ann Lee, File",
        "Ann Lee",
        "AP",
        "a note stays in the richer",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Handout",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "Handout names nobody",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Special",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "Special names nobody",
    ),
    (
        "(AP Photo/Ann Lee, Pool) Credit: AP",
        "AP Photo/Ann Lee, Pool",
        "Ann Lee",
        "AP",
        "a note stays in the richer",
    ),
    (
        "(Ann Lee/Pool via AP) Credit: Ann Lee",
        "Ann Lee/Pool via AP",
        "Ann Lee",
        "AP",
        "Pool names nobody",
    ),
    (
        "(Supplied) Credit: Supplied",
        "Supplied",
        "",
        "",
        "equal notes",
    ),
    (
        "(Handout via AP) Credit: AP",
        "Handout via AP",
        "",
        "AP",
        "handed on by the agency",
    ),
    (
        "(AP Photo/Ann Lee) Foto: Ann Lee",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "another language's label",
    ),
    (
        "(AP Photo/Ann Lee) © Ann Lee",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "the sign of copyright",
    ),
    (
        "(AP Photo/Ann Lee) Photo by Ann Lee",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "by",
    ),
    (
        "(AP Photo/Ann Lee) Picture: ANN LEE",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "capitals",
    ),
    (
        "(AP Photo/Ann Lee) Image credit: AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "a longer label",
    ),
    (
        "(AP Photo/Ann Lee) Source: AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "the source",
    ),
    (
        "(AP Photo/Ann Lee) Bildquelle: AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "German source",
    ),
    (
        "(AP Photo/Ann Lee) Fuente: AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "Spanish source",
    ),
    (
        "(AP Photo/Ann Lee) Фото: AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "Russian label",
    ),
    (
        "(AP Photo/Ann Lee) Kuva: AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "Finnish label",
    ),
    (
        "(AP Photo/Ann Lee) Fotó: AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "Hungarian label",
    ),
    (
        "(AP Photo/Ann Lee) Zdroj: AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "Czech label",
    ),
    (
        "(AP Photo/Ann Lee) Kaynak: AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "Turkish label",
    ),
    (
        "(AP Photo/Ann Lee)Credit: Ann Lee",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "glued to the bracket",
    ),
    (
        "(AP Photo/Ann Lee) CREDIT: AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "the label in capitals",
    ),
    (
        "(AP Photo/Ann Lee) (Ann Lee/AP)",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "two brackets",
    ),
    (
        "[Ann Lee/AP] Credit: Ann Lee/AP",
        "Ann Lee/AP",
        "Ann Lee",
        "AP",
        "square bracket",
    ),
    (
        "Photo: Ann Lee/AP Photo: Ann Lee/AP",
        "Ann Lee/AP",
        "Ann Lee",
        "AP",
        "label twice",
    ),
    (
        "Photo: Ann Lee / AP Photo: AP",
        "Ann Lee / AP",
        "Ann Lee",
        "AP",
        "agency again",
    ),
    (
        "Photo: AP Photo: Ann Lee / AP",
        "Ann Lee / AP",
        "Ann Lee",
        "AP",
        "richer second",
    ),
    (
        "Photograph: Ann Lee/AP Photograph: Ann Lee/AP",
        "Ann Lee/AP",
        "Ann Lee",
        "AP",
        "label twice",
    ),
    (
        "Foto: Jan Muster Quelle: dpa",
        "Jan Muster Quelle: dpa",
        "Jan Muster",
        "dpa",
        "person and agency",
    ),
    (
        "© dpa | Jan Muster",
        "dpa | Jan Muster",
        "Jan Muster",
        "dpa",
        "agency and person",
    ),
    (
        "Credit: AP Photo: Ann Lee",
        "AP Photo: Ann Lee",
        "Ann Lee",
        "AP",
        "agency's style with a colon",
    ),
    (
        "(Ann Lee/dpa) Foto: dpa / Ann Lee",
        "Ann Lee/dpa",
        "Ann Lee",
        "dpa",
        "the other order",
    ),
    (
        "(AFP/Ann Lee) Photo: ANN LEE/AFP",
        "AFP/Ann Lee",
        "Ann Lee",
        "AFP",
        "order and capitals",
    ),
    (
        "(Ann Lee/Reuters) Credit: Thomson Reuters",
        "Ann Lee/Reuters",
        "Ann Lee",
        "Reuters",
        "the agency's long name",
    ),
    (
        "(Xinhua/Li Wei) Credit: Li Wei",
        "Xinhua/Li Wei",
        "Li Wei",
        "Xinhua",
        "a name of two syllables",
    ),
    (
        "(Ann Lee/EPA) Credit: European Pressphoto Agency",
        "Ann Lee/EPA",
        "Ann Lee",
        "EPA",
        "the agency's long name",
    ),
    (
        "(Ann Lee/Keystone) Bild: Keystone",
        "Ann Lee/Keystone",
        "Ann Lee",
        "Keystone",
        "Swiss agency",
    ),
    (
        "(Ann Lee/ANP) Beeld: Ann Lee",
        "Ann Lee/ANP",
        "Ann Lee",
        "ANP",
        "Dutch label",
    ),
    (
        "(Ann Lee/TT) Foto: TT",
        "Ann Lee/TT",
        "Ann Lee",
        "TT",
        "Swedish agency",
    ),
    (
        "(Ann Lee/Lehtikuva) Kuva: Ann Lee",
        "Ann Lee/Lehtikuva",
        "Ann Lee",
        "Lehtikuva",
        "Finnish label",
    ),
    (
        "(Ann Lee/ANSA) Foto: Ann Lee",
        "Ann Lee/ANSA",
        "Ann Lee",
        "ANSA",
        "Italian label",
    ),
    (
        "(Ann Lee/LUSA) Foto: LUSA",
        "Ann Lee/LUSA",
        "Ann Lee",
        "LUSA",
        "Portuguese agency",
    ),
    (
        "(Ann Lee/AA) Fotoğraf: AA",
        "Ann Lee/AA",
        "Ann Lee",
        "AA",
        "Turkish agency",
    ),
    (
        "(Ann Lee/MTI) Fotó: MTI",
        "Ann Lee/MTI",
        "Ann Lee",
        "MTI",
        "Hungarian agency",
    ),
    (
        "(Ann Lee/ČTK) Foto: CTK",
        "Ann Lee/ČTK",
        "Ann Lee",
        "ČTK",
        "an agency without its accent",
    ),
    (
        "(Ann Lee/AP) (Ann Lee/AP)",
        "Ann Lee/AP",
        "Ann Lee",
        "AP",
        "the bracket twice",
    ),
    (
        "Ann Lee/AP Credit: Ann Lee/AP",
        "Ann Lee/AP",
        "Ann Lee",
        "AP",
        "bare, then labelled",
    ),
    (
        "(AP Photo/Ann Lee) Credit: A Lee",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "an initial without its dot",
    ),
    (
        "(AP Photo/Ann Lee) Credit: A. LEE/AP",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "initial, capitals and agency",
    ),
    (
        "(Ann Lee/AP) Credit: Lee/AP",
        "Ann Lee/AP",
        "Ann Lee",
        "AP",
        "surname and agency",
    ),
    (
        "(AP Photo/José Núñez) Credit: JOSE NUNEZ",
        "AP Photo/José Núñez",
        "José Núñez",
        "AP",
        "capitals without accents",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Ann  Lee",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "two spaces",
    ),
    (
        "(AP Photo/Ann Lee) Credit:Ann Lee",
        "AP Photo/Ann Lee",
        "Ann Lee",
        "AP",
        "no space behind the label",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Bo Roe",
        "!",
        "Ann Lee; Bo Roe",
        "AP",
        "another person",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Bo Roe/Reuters",
        "!",
        "Ann Lee; Bo Roe",
        "AP; Reuters",
        "person and agency differ",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Getty Images",
        "!",
        "Ann Lee",
        "AP; Getty Images",
        "another agency",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Ann Lee/Reuters",
        "!",
        "Ann Lee",
        "AP; Reuters",
        "the same person for another agency",
    ),
    (
        "(Ann Lee/AP) Credit: Anna Roe/AP",
        "!",
        "Ann Lee; Anna Roe",
        "AP",
        "another person of one agency",
    ),
    (
        "(Photo by Ann Lee/AFP) Credit: Bo Roe/AFP",
        "!",
        "Ann Lee; Bo Roe",
        "AFP",
        "another person of one agency",
    ),
    (
        "(REUTERS) Credit: AFP",
        "!",
        "",
        "REUTERS; AFP",
        "two agencies",
    ),
    (
        "(AP Photo/Jane Doe) Credit: John Doe",
        "!",
        "Jane Doe; John Doe",
        "AP",
        "one surname, two persons",
    ),
    (
        "(AP Photo/Jane Doe) Credit: M. Doe",
        "!",
        "Jane Doe; M. Doe",
        "AP",
        "another initial",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Lee Roe",
        "!",
        "Ann Lee; Lee Roe",
        "AP",
        "a shared word is no shared name",
    ),
    (
        "(AP Photo/Ann Lee) Credit: bo.roe@example.org",
        "!",
        "Ann Lee; bo.roe@example.org",
        "AP",
        "another person's address",
    ),
    (
        "(AP Photo/Ann Lee) Credit: Torvik Police",
        "!",
        "Ann Lee",
        "AP; Torvik Police",
        "another body",
    ),
    (
        "(Torvik Police via AP) Credit: Torvik Harbour Office",
        "!",
        "",
        "Torvik Police; AP; Torvik Harbour Office",
        "two bodies",
    ),
    (
        "Credit: Ann Lee/AP Credit: Bo Roe/AP",
        "!",
        "Ann Lee; Bo Roe",
        "AP",
        "labels disagree",
    ),
];

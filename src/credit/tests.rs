//! What a reader of captions expects, on invented texts.

use std::sync::{Arc, LazyLock};

use super::*;

static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Lexicon::built_in);

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
            "Tom de la Cruz, Torvik Fire Brigade/Anadolu via AP",
            "Tom de la Cruz",
            "Torvik Fire Brigade (source); Anadolu (distributor); AP (provider)",
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
            format!("A ferry sails. ({credit}) Credit: {creator} Credit: {creator}"),
            format!("A ferry sails.Credit: {credit}"),
        ] {
            let expected = ("A ferry sails.", credit, creator, sources);
            let (caption, line, creators, named) = said(&raw);
            assert_eq!((&*caption, &*line, &*creators, &*named), expected, "{raw}");
        }
    }
}

#[test]
fn a_credit_is_read_in_the_style_of_its_country() {
    // Caption, credit, credit line, persons, organisations.
    for (caption, credit, line, creators, sources) in STYLES {
        let raw = format!("{caption} {credit}");
        let reading = read(&raw, &LEXICON);
        let named: Vec<&str> = reading
            .sources
            .iter()
            .map(|source| source.name.as_str())
            .collect();
        assert_eq!(reading.caption(), caption.trim_start_matches("▲ "), "{raw}");
        assert_eq!(reading.credit_line().as_deref(), Some(*line), "{raw}");
        assert_eq!(reading.creators.join("; "), *creators, "{raw}");
        assert_eq!(named.join("; "), *sources, "{raw}");
    }
}

/// A line of the table of styles.
type Style = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const STYLES: &[Style] = &[
    (
        "Some people stand here.",
        "– CC-BY-SA 2.0 Jan Muster",
        "Jan Muster",
        "Jan Muster",
        "",
    ),
    (
        "Some people stand here.",
        "Jane Doe/CC BY 2.0",
        "Jane Doe",
        "Jane Doe",
        "",
    ),
    (
        "Some people stand here.",
        "JEANNE DOE POUR « LE TORVIK »",
        "JEANNE DOE POUR « LE TORVIK »",
        "JEANNE DOE",
        "LE TORVIK",
    ),
    (
        "Some people stand here.",
        "Jane Doe | For The Herald",
        "Jane Doe | For The Herald",
        "Jane Doe",
        "The Herald",
    ),
    (
        "Some people stand here.",
        "Herald photo by Jane Doe",
        "Herald photo by Jane Doe",
        "Jane Doe",
        "Herald",
    ),
    (
        "Some people stand here.",
        "© Ville de Torvik",
        "Ville de Torvik",
        "",
        "Ville de Torvik",
    ),
    (
        "Some people stand here.",
        "Foto: Torvik kommune",
        "Torvik kommune",
        "",
        "Torvik kommune",
    ),
    (
        "Some people stand here.",
        "Фото: пресс-служба мэрии",
        "пресс-служба мэрии",
        "",
        "пресс-служба мэрии",
    ),
    (
        "Some people stand here.",
        "Photo: Jane Doe, Bo Roe and Obed Marsh/AP",
        "Jane Doe, Bo Roe and Obed Marsh/AP",
        "Jane Doe; Bo Roe; Obed Marsh",
        "AP",
    ),
    (
        "Some people stand here.",
        "Courtesy of Netflix",
        "Courtesy of Netflix",
        "",
        "Netflix",
    ),
    (
        "Some people stand here.",
        "© [M] Jan Muster/dpa",
        "[M] Jan Muster/dpa",
        "Jan Muster",
        "dpa",
    ),
    (
        "Some people stand here.",
        "Foto: Jan Muster (CC BY-SA 4.0)",
        "Jan Muster",
        "Jan Muster",
        "",
    ),
    (
        "Some people stand here.",
        "REUTERS/Jane Doe Purchase Licensing Rights",
        "REUTERS/Jane Doe",
        "Jane Doe",
        "REUTERS",
    ),
    (
        "Some people stand here.",
        "TORVIK TIMES/Jane Doe",
        "TORVIK TIMES/Jane Doe",
        "Jane Doe",
        "TORVIK TIMES",
    ),
    (
        "Some people stand here.",
        "ANTARA FOTO/Budi Santoso/oth/17",
        "ANTARA FOTO/Budi Santoso/oth/17",
        "Budi Santoso",
        "ANTARA FOTO",
    ),
    (
        "Some people stand here.",
        "Jane Doe/Shutterstock (Image: Jane Doe/Shutterstock)",
        "Jane Doe/Shutterstock",
        "Jane Doe",
        "Shutterstock",
    ),
    (
        "▲ Some people stand here.",
        "Photo: Doe, Jane",
        "Doe, Jane",
        "Doe, Jane",
        "",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: Jan Muster / dpa",
        "Jan Muster / dpa",
        "Jan Muster",
        "dpa",
    ),
    (
        "Die Fähre im Hafen.",
        "© Jan Muster/dpa/dpa-tmn",
        "Jan Muster/dpa/dpa-tmn",
        "Jan Muster",
        "dpa",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: picture alliance/dpa | Jan Muster",
        "picture alliance/dpa | Jan Muster",
        "Jan Muster",
        "picture alliance; dpa",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: picture alliance / SvenSimon | Jan Muster / SVEN SIMON",
        "picture alliance / SvenSimon | Jan Muster / SVEN SIMON",
        "Jan Muster",
        "picture alliance; SvenSimon",
    ),
    (
        "Die Fähre im Hafen.",
        "Bildquelle: IMAGO / Nordphoto",
        "IMAGO / Nordphoto",
        "",
        "IMAGO; Nordphoto",
    ),
    (
        "Die Fähre im Hafen.",
        "Bild: IMAGO/Jan Muster",
        "IMAGO/Jan Muster",
        "Jan Muster",
        "IMAGO",
    ),
    (
        "Die Fähre im Hafen.",
        "(Bild: APA/AFP/JAN MUSTER)",
        "APA/AFP/JAN MUSTER",
        "JAN MUSTER",
        "APA; AFP",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: APA/dpa/Jan Muster",
        "APA/dpa/Jan Muster",
        "Jan Muster",
        "APA; dpa",
    ),
    (
        "Die Fähre im Hafen.",
        "(Jan Muster/Keystone)",
        "Jan Muster/Keystone",
        "Jan Muster",
        "Keystone",
    ),
    (
        "Die Fähre im Hafen.",
        "Keystone / Jan Muster",
        "Keystone / Jan Muster",
        "Jan Muster",
        "Keystone",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: Jan Muster (Archiv)",
        "Jan Muster (Archiv)",
        "Jan Muster",
        "",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: Feuerwehr Hohenau",
        "Feuerwehr Hohenau",
        "",
        "Feuerwehr Hohenau",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: Stadt Hohenau",
        "Stadt Hohenau",
        "",
        "Stadt Hohenau",
    ),
    ("Die Fähre im Hafen.", "Quelle: Imago", "Imago", "", "Imago"),
    (
        "Die Fähre im Hafen.",
        "Quelle: dpa/Jan Muster",
        "dpa/Jan Muster",
        "Jan Muster",
        "dpa",
    ),
    ("Die Fähre im Hafen.", "Foto: privat", "privat", "", ""),
    (
        "Die Fähre im Hafen.",
        "Copyright: Jan Muster",
        "Jan Muster",
        "Jan Muster",
        "",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: Jan Muster und Ina Test",
        "Jan Muster und Ina Test",
        "Jan Muster; Ina Test",
        "",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: AFP/JAN MUSTER",
        "AFP/JAN MUSTER",
        "JAN MUSTER",
        "AFP",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: Muster",
        "Muster",
        "Muster",
        "",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: Adobe Stock/Jan Muster",
        "Adobe Stock/Jan Muster",
        "Jan Muster",
        "Adobe Stock",
    ),
    (
        "Die Fähre im Hafen.",
        "© stock.adobe.com / janmuster",
        "stock.adobe.com / janmuster",
        "janmuster",
        "stock.adobe.com",
    ),
    (
        "Die Fähre im Hafen.",
        "© janmuster - stock.adobe.com",
        "janmuster - stock.adobe.com",
        "janmuster",
        "stock.adobe.com",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: Jan Muster/BILD",
        "Jan Muster/BILD",
        "Jan Muster",
        "BILD",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: Jan Muster/Hohenauer Anzeiger",
        "Jan Muster/Hohenauer Anzeiger",
        "Jan Muster",
        "Hohenauer Anzeiger",
    ),
    (
        "Die Fähre im Hafen.",
        "(Foto: Getty Images)",
        "Getty Images",
        "",
        "Getty Images",
    ),
    (
        "Die Fähre im Hafen.",
        "(Foto: REUTERS)",
        "REUTERS",
        "",
        "REUTERS",
    ),
    (
        "Die Fähre im Hafen.",
        "Foto: Reuters/JAN MUSTER",
        "Reuters/JAN MUSTER",
        "JAN MUSTER",
        "Reuters",
    ),
    (
        "The ferry in the harbour.",
        "Photograph: Jane Doe/The Guardian",
        "Jane Doe/The Guardian",
        "Jane Doe",
        "The Guardian",
    ),
    (
        "The ferry in the harbour.",
        "Photograph: Jane Doe/AFP/Getty Images",
        "Jane Doe/AFP/Getty Images",
        "Jane Doe",
        "AFP; Getty Images",
    ),
    (
        "The ferry in the harbour.",
        "Jane Doe—Getty Images",
        "Jane Doe—Getty Images",
        "Jane Doe",
        "Getty Images",
    ),
    (
        "The ferry in the harbour.",
        "Jane Doe – Pool/Getty Images",
        "Jane Doe – Pool/Getty Images",
        "Jane Doe",
        "Getty Images",
    ),
    (
        "The ferry in the harbour.",
        "(Jane Doe | The Torvik Tribune)",
        "Jane Doe | The Torvik Tribune",
        "Jane Doe",
        "The Torvik Tribune",
    ),
    (
        "The ferry in the harbour",
        "[Jane Doe/Al Jazeera]",
        "Jane Doe/Al Jazeera",
        "Jane Doe",
        "Al Jazeera",
    ),
    (
        "The ferry in the harbour",
        "[File: Jane Doe/Reuters]",
        "File: Jane Doe/Reuters",
        "Jane Doe",
        "Reuters",
    ),
    (
        "The ferry in the harbour",
        "[Jane Doe/AP Photo]",
        "Jane Doe/AP Photo",
        "Jane Doe",
        "AP",
    ),
    (
        "The ferry in the harbour",
        "| Photo Credit: JANE DOE",
        "JANE DOE",
        "JANE DOE",
        "",
    ),
    (
        "The ferry in the harbour",
        "| Photo Credit: Getty Images/iStockphoto",
        "Getty Images/iStockphoto",
        "",
        "Getty Images; iStockphoto",
    ),
    (
        "The ferry in the harbour",
        "| Photo Credit: The Hindu",
        "The Hindu",
        "",
        "The Hindu",
    ),
    (
        "The ferry in the harbour",
        "(Image: Jane Doe)",
        "Jane Doe",
        "Jane Doe",
        "",
    ),
    (
        "The ferry in the harbour",
        "(Image credit: Future)",
        "Future",
        "",
        "Future",
    ),
    (
        "The ferry in the harbour",
        "(Image: Getty)",
        "Getty",
        "",
        "Getty",
    ),
    (
        "The ferry in the harbour.",
        "Picture: JANE DOE",
        "JANE DOE",
        "JANE DOE",
        "",
    ),
    (
        "The ferry in the harbour.",
        "Picture: Jane Doe/News Corp",
        "Jane Doe/News Corp",
        "Jane Doe",
        "News Corp",
    ),
    (
        "The ferry in the harbour.",
        "Jane Doe / NBC News",
        "Jane Doe / NBC News",
        "Jane Doe",
        "NBC News",
    ),
    (
        "The ferry in the harbour.",
        "Jane Doe for NBC News",
        "Jane Doe for NBC News",
        "Jane Doe",
        "NBC News",
    ),
    (
        "The ferry in the harbour.",
        "Jane Doe / for NBC News",
        "Jane Doe / for NBC News",
        "Jane Doe",
        "NBC News",
    ),
    (
        "The ferry in the harbour.",
        "Courtesy Jane Doe",
        "Courtesy Jane Doe",
        "Jane Doe",
        "",
    ),
    (
        "The ferry in the harbour.",
        "Courtesy of Torvik Museum",
        "Courtesy of Torvik Museum",
        "",
        "Torvik Museum",
    ),
    (
        "The ferry in the harbour.",
        "(Courtesy of Jane Doe)",
        "Courtesy of Jane Doe",
        "Jane Doe",
        "",
    ),
    (
        "The ferry in the harbour.",
        "Photo courtesy of Jane Doe",
        "Photo courtesy of Jane Doe",
        "Jane Doe",
        "",
    ),
    (
        "The ferry in the harbour.",
        "Jane Doe, USA TODAY Sports",
        "Jane Doe, USA TODAY Sports",
        "Jane Doe",
        "USA TODAY Sports",
    ),
    (
        "The ferry in the harbour.",
        "(Jane Doe / Los Angeles Times)",
        "Jane Doe / Los Angeles Times",
        "Jane Doe",
        "Los Angeles Times",
    ),
    (
        "The ferry in the harbour.",
        "(Jane Doe/Staff)",
        "Jane Doe/Staff",
        "Jane Doe",
        "",
    ),
    (
        "The ferry in the harbour.",
        "Photo by Jane Doe on Unsplash",
        "Jane Doe on Unsplash",
        "Jane Doe",
        "Unsplash",
    ),
    (
        "The ferry in the harbour.",
        "Credit...Jane Doe for The New York Times",
        "Jane Doe for The New York Times",
        "Jane Doe",
        "The New York Times",
    ),
    (
        "The ferry in the harbour.",
        "Credit Jane Doe/Reuters",
        "Jane Doe/Reuters",
        "Jane Doe",
        "Reuters",
    ),
    (
        "The ferry in the harbour.",
        "THE CANADIAN PRESS/Jane Doe",
        "THE CANADIAN PRESS/Jane Doe",
        "Jane Doe",
        "THE CANADIAN PRESS",
    ),
    (
        "The ferry in the harbour.",
        "Photo by Jane Doe /Postmedia",
        "Jane Doe /Postmedia",
        "Jane Doe",
        "Postmedia",
    ),
    (
        "The ferry in the harbour.",
        "Photo by JANE DOE /AFP via Getty Images",
        "JANE DOE /AFP via Getty Images",
        "JANE DOE",
        "AFP; Getty Images",
    ),
    (
        "The ferry in the harbour.",
        "(Photo by Jane Doe/Getty Images for Torvik Films)",
        "Jane Doe/Getty Images for Torvik Films",
        "Jane Doe",
        "Getty Images; Torvik Films",
    ),
    (
        "The ferry in the harbour.",
        "(PTI Photo)",
        "PTI Photo",
        "",
        "PTI",
    ),
    (
        "The ferry in the harbour.",
        "(Express photo by Jane Doe)",
        "Express photo by Jane Doe",
        "Jane Doe",
        "Express",
    ),
    (
        "The ferry in the harbour.",
        "(Source: ANI)",
        "ANI",
        "",
        "ANI",
    ),
    (
        "The ferry in the harbour.",
        "Photo: iStock",
        "iStock",
        "",
        "iStock",
    ),
    (
        "The ferry in the harbour.",
        "Image by Jane Doe from Pixabay",
        "Jane Doe from Pixabay",
        "Jane Doe",
        "Pixabay",
    ),
    (
        "The ferry in the harbour.",
        "Photo: Jane Doe / Bloomberg",
        "Jane Doe / Bloomberg",
        "Jane Doe",
        "Bloomberg",
    ),
    (
        "The ferry in the harbour.",
        "Photographer: Jane Doe/Bloomberg",
        "Jane Doe/Bloomberg",
        "Jane Doe",
        "Bloomberg",
    ),
    (
        "The ferry in the harbour.",
        "Jane Doe/Shutterstock",
        "Jane Doe/Shutterstock",
        "Jane Doe",
        "Shutterstock",
    ),
    (
        "The ferry in the harbour.",
        "NASA/Jane Doe",
        "NASA/Jane Doe",
        "Jane Doe",
        "NASA",
    ),
    (
        "The ferry in the harbour.",
        "Photo: U.S. Navy/Jane Doe",
        "U.S. Navy/Jane Doe",
        "Jane Doe",
        "U.S. Navy",
    ),
    (
        "The ferry in the harbour.",
        "PA Media",
        "PA Media",
        "",
        "PA Media",
    ),
    (
        "The ferry in the harbour.",
        "(Jane Doe/PA)",
        "Jane Doe/PA",
        "Jane Doe",
        "PA",
    ),
    (
        "The ferry in the harbour.",
        "(Torvik Police/PA)",
        "Torvik Police/PA",
        "",
        "Torvik Police; PA",
    ),
    (
        "The ferry in the harbour.",
        "Jane Doe/Newsday",
        "Jane Doe/Newsday",
        "Jane Doe",
        "Newsday",
    ),
    (
        "The ferry in the harbour.",
        "Credit: Newsday/Jane Doe",
        "Newsday/Jane Doe",
        "Jane Doe",
        "Newsday",
    ),
    (
        "Le bac dans le port.",
        "© Jeanne Doe/AFP",
        "Jeanne Doe/AFP",
        "Jeanne Doe",
        "AFP",
    ),
    (
        "Le bac dans le port.",
        "JEANNE DOE / AFP",
        "JEANNE DOE / AFP",
        "JEANNE DOE",
        "AFP",
    ),
    (
        "Le bac dans le port.",
        "© Radio France - Jeanne Doe",
        "Radio France - Jeanne Doe",
        "Jeanne Doe",
        "Radio France",
    ),
    (
        "Le bac dans le port.",
        "© Maxppp - Jeanne Doe",
        "Maxppp - Jeanne Doe",
        "Jeanne Doe",
        "Maxppp",
    ),
    (
        "Le bac dans le port.",
        "Photo Le Progrès/Jeanne Doe",
        "Le Progrès/Jeanne Doe",
        "Jeanne Doe",
        "Le Progrès",
    ),
    ("Le bac dans le port.", "(Crédits : DR)", "DR", "", ""),
    (
        "Le bac dans le port.",
        "PHOTO JEANNE DOE, LA PRESSE",
        "JEANNE DOE, LA PRESSE",
        "JEANNE DOE",
        "LA PRESSE",
    ),
    (
        "Le bac dans le port.",
        "PHOTO FOURNIE PAR JEANNE DOE",
        "PHOTO FOURNIE PAR JEANNE DOE",
        "JEANNE DOE",
        "",
    ),
    (
        "Le bac dans le port.",
        "Crédit photo : Jeanne Doe",
        "Jeanne Doe",
        "Jeanne Doe",
        "",
    ),
    (
        "Le bac dans le port.",
        "LP/Jeanne Doe",
        "LP/Jeanne Doe",
        "Jeanne Doe",
        "LP",
    ),
    (
        "Le bac dans le port.",
        "Photo Jeanne Doe",
        "Jeanne Doe",
        "Jeanne Doe",
        "",
    ),
    (
        "Le bac dans le port.",
        "© Crédit photo : Jeanne Doe / Sud Ouest",
        "Jeanne Doe / Sud Ouest",
        "Jeanne Doe",
        "Sud Ouest",
    ),
    (
        "El barco en el puerto.",
        "JUANA PÉREZ (EFE)",
        "JUANA PÉREZ (EFE)",
        "JUANA PÉREZ",
        "EFE",
    ),
    (
        "El barco en el puerto.",
        "Foto: Juana Pérez | La Voz",
        "Juana Pérez | La Voz",
        "Juana Pérez",
        "La Voz",
    ),
    (
        "El barco en el puerto.",
        "EUROPA PRESS",
        "EUROPA PRESS",
        "",
        "EUROPA PRESS",
    ),
    (
        "El barco en el puerto.",
        "Juana Pérez / Europa Press",
        "Juana Pérez / Europa Press",
        "Juana Pérez",
        "Europa Press",
    ),
    (
        "El barco en el puerto.",
        "(Foto: Cortesía)",
        "Cortesía",
        "",
        "",
    ),
    (
        "El barco en el puerto.",
        "Foto: Cuartoscuro",
        "Cuartoscuro",
        "",
        "Cuartoscuro",
    ),
    (
        "El barco en el puerto.",
        "EFE/EPA/JUANA PÉREZ",
        "EFE/EPA/JUANA PÉREZ",
        "JUANA PÉREZ",
        "EFE; EPA",
    ),
    (
        "El barco en el puerto.",
        "Crédito: Colprensa / Juana Pérez",
        "Colprensa / Juana Pérez",
        "Juana Pérez",
        "Colprensa",
    ),
    (
        "O barco no porto.",
        "Foto: Joana Silva/Agência Brasil",
        "Joana Silva/Agência Brasil",
        "Joana Silva",
        "Agência Brasil",
    ),
    (
        "O barco no porto.",
        "(Foto: Divulgação)",
        "Divulgação",
        "",
        "",
    ),
    (
        "O barco no porto.",
        "Foto: Reprodução/TV Globo",
        "Reprodução/TV Globo",
        "",
        "TV Globo",
    ),
    (
        "O barco no porto.",
        "JOANA SILVA/LUSA",
        "JOANA SILVA/LUSA",
        "JOANA SILVA",
        "LUSA",
    ),
    (
        "O barco no porto",
        "— Foto: Joana Silva/g1",
        "Joana Silva/g1",
        "Joana Silva",
        "g1",
    ),
    (
        "Il traghetto nel porto.",
        "(Foto: Ansa)",
        "Ansa",
        "",
        "Ansa",
    ),
    (
        "Il traghetto nel porto.",
        "(Gianna Rossi/LaPresse)",
        "Gianna Rossi/LaPresse",
        "Gianna Rossi",
        "LaPresse",
    ),
    (
        "Il traghetto nel porto.",
        "ANSA/GIANNA ROSSI",
        "ANSA/GIANNA ROSSI",
        "GIANNA ROSSI",
        "ANSA",
    ),
    ("De veerboot in de haven.", "© ANP", "ANP", "", "ANP"),
    (
        "De veerboot in de haven.",
        "Beeld: Jan Jansen",
        "Jan Jansen",
        "Jan Jansen",
        "",
    ),
    (
        "De veerboot in de haven.",
        "© Jan Jansen",
        "Jan Jansen",
        "Jan Jansen",
        "",
    ),
    (
        "De veerboot in de haven.",
        "(foto: Jan Jansen/ANP)",
        "Jan Jansen/ANP",
        "Jan Jansen",
        "ANP",
    ),
    (
        "Ferga i hamna.",
        "Foto: Kari Holm / NTB",
        "Kari Holm / NTB",
        "Kari Holm",
        "NTB",
    ),
    (
        "Ferga i hamna.",
        "FOTO: KARI HOLM/TT",
        "KARI HOLM/TT",
        "KARI HOLM",
        "TT",
    ),
    (
        "Ferga i hamna.",
        "Foto: Kari Holm / Ritzau Scanpix",
        "Kari Holm / Ritzau Scanpix",
        "Kari Holm",
        "Ritzau Scanpix",
    ),
    (
        "Ferga i hamna.",
        "Bild: Kari Holm",
        "Kari Holm",
        "Kari Holm",
        "",
    ),
    (
        "Lautta satamassa.",
        "KUVA: KARI HOLM / YLE",
        "KARI HOLM / YLE",
        "KARI HOLM",
        "YLE",
    ),
    (
        "Lautta satamassa.",
        "Kari Holm / Lehtikuva",
        "Kari Holm / Lehtikuva",
        "Kari Holm",
        "Lehtikuva",
    ),
    (
        "Prom w porcie.",
        "Fot. Jan Kowalski / PAP",
        "Jan Kowalski / PAP",
        "Jan Kowalski",
        "PAP",
    ),
    (
        "Prom w porcie.",
        "(fot. Jan Kowalski)",
        "Jan Kowalski",
        "Jan Kowalski",
        "",
    ),
    (
        "Prom w porcie",
        "Źródło: Shutterstock",
        "Shutterstock",
        "",
        "Shutterstock",
    ),
    (
        "Prom w porcie.",
        "PAP/Jan Kowalski",
        "PAP/Jan Kowalski",
        "Jan Kowalski",
        "PAP",
    ),
    (
        "Prom w porcie",
        "| fot. Jan Kowalski / Agencja Wyborcza.pl",
        "Jan Kowalski / Agencja Wyborcza.pl",
        "Jan Kowalski",
        "Agencja Wyborcza.pl",
    ),
    (
        "Trajekt v přístavu.",
        "Foto: Jan Novák, ČTK",
        "Jan Novák, ČTK",
        "Jan Novák",
        "ČTK",
    ),
    (
        "Trajekt v přístavu.",
        "Autor: Jan Novák",
        "Jan Novák",
        "Jan Novák",
        "",
    ),
    (
        "Trajekt v přístavu",
        "| foto: Jan Novák, iDNES.cz",
        "Jan Novák, iDNES.cz",
        "Jan Novák",
        "iDNES.cz",
    ),
    (
        "Trajekt v prístave.",
        "Zdroj: TASR/Jan Novák",
        "TASR/Jan Novák",
        "Jan Novák",
        "TASR",
    ),
    ("Limanda feribot.", "(Fotoğraf: AA)", "AA", "", "AA"),
    (
        "Limanda feribot.",
        "Fotoğraf: Ali Demir/AA",
        "Ali Demir/AA",
        "Ali Demir",
        "AA",
    ),
    (
        "Limanda feribot.",
        "[Fotoğraf: Ali Demir]",
        "Ali Demir",
        "Ali Demir",
        "",
    ),
    (
        "Паром в порту.",
        "Фото: Иван Петров / ТАСС",
        "Иван Петров / ТАСС",
        "Иван Петров",
        "ТАСС",
    ),
    (
        "Паром в порту.",
        "© РИА Новости / Иван Петров",
        "РИА Новости / Иван Петров",
        "Иван Петров",
        "РИА Новости",
    ),
    ("Паром в порту.", "Фото: Reuters", "Reuters", "", "Reuters"),
    (
        "Паром в порту",
        "(фото: Иван Петров/ТАСС)",
        "Иван Петров/ТАСС",
        "Иван Петров",
        "ТАСС",
    ),
    (
        "Пором у порту.",
        "Фото: Укрінформ",
        "Укрінформ",
        "",
        "Укрінформ",
    ),
    (
        "Пором у порту.",
        "Фото: ДСНС України",
        "ДСНС України",
        "",
        "ДСНС України",
    ),
    (
        "港のフェリー。",
        "（写真：山田太郎）",
        "山田太郎",
        "山田太郎",
        "",
    ),
    (
        "港のフェリー",
        "（写真：ロイター/アフロ）",
        "ロイター/アフロ",
        "",
        "ロイター; アフロ",
    ),
    (
        "港のフェリー。",
        "写真：山田太郎／アフロ",
        "山田太郎／アフロ",
        "山田太郎",
        "アフロ",
    ),
    (
        "港のフェリー。",
        "(c)AFP/Jane DOE",
        "AFP/Jane DOE",
        "Jane DOE",
        "AFP",
    ),
    (
        "港のフェリー",
        "［写真］＝Getty Images",
        "Getty Images",
        "",
        "Getty Images",
    ),
    (
        "渡轮停在港口。",
        "新华社记者 李小明 摄",
        "新华社记者 李小明",
        "李小明",
        "新华社",
    ),
    ("渡轮停在港口。", "（李小明摄）", "李小明", "李小明", ""),
    (
        "渡轮停在港口。",
        "图片来源：视觉中国",
        "视觉中国",
        "",
        "视觉中国",
    ),
    ("渡輪停在港口。", "（圖／路透）", "路透", "", "路透"),
    (
        "渡輪停在港口。",
        "（記者李小明攝）",
        "記者李小明",
        "李小明",
        "",
    ),
    ("渡輪停在港口。", "圖／李小明攝", "李小明", "李小明", ""),
    (
        "渡輪停在港口。",
        "圖片來源：Getty Images",
        "Getty Images",
        "",
        "Getty Images",
    ),
    (
        "渡轮停在港口。",
        "中新社记者 李小明 摄",
        "中新社记者 李小明",
        "李小明",
        "中新社",
    ),
    (
        "항구의 여객선.",
        "사진=연합뉴스",
        "연합뉴스",
        "",
        "연합뉴스",
    ),
    (
        "항구의 여객선.",
        "[사진=김철수 기자]",
        "김철수",
        "김철수",
        "",
    ),
    ("항구의 여객선.", "(사진=뉴시스)", "뉴시스", "", "뉴시스"),
    (
        "항구의 여객선.",
        "/사진=김철수 기자",
        "김철수",
        "김철수",
        "",
    ),
    ("항구의 여객선", "ⓒ연합뉴스", "연합뉴스", "", "연합뉴스"),
    ("항구의 여객선.", "사진 제공=서울시", "서울시", "", "서울시"),
    ("항구의 여객선.", "[연합뉴스]", "연합뉴스", "", "연합뉴스"),
    (
        "항구의 여객선.",
        "(사진: AP/연합뉴스)",
        "AP/연합뉴스",
        "",
        "AP; 연합뉴스",
    ),
    (
        "Feri di pelabuhan.",
        "(ANTARA FOTO/Budi Santoso)",
        "ANTARA FOTO/Budi Santoso",
        "Budi Santoso",
        "ANTARA FOTO",
    ),
    (
        "Feri di pelabuhan.",
        "Foto: Budi Santoso/detikcom",
        "Budi Santoso/detikcom",
        "Budi Santoso",
        "detikcom",
    ),
    ("Feri di pelabuhan.", "(Foto: Istimewa)", "Istimewa", "", ""),
    (
        "Feri di pelabuhan.",
        "(KOMPAS.com/BUDI SANTOSO)",
        "KOMPAS.com/BUDI SANTOSO",
        "BUDI SANTOSO",
        "KOMPAS.com",
    ),
    (
        "Feri di pelabuhan.",
        "(ANTARA/Budi Santoso)",
        "ANTARA/Budi Santoso",
        "Budi Santoso",
        "ANTARA",
    ),
    (
        "Feri di pelabuhan.",
        "MI/Budi Santoso",
        "MI/Budi Santoso",
        "Budi Santoso",
        "MI",
    ),
    ("العبارة في الميناء", "(رويترز)", "رويترز", "", "رويترز"),
    ("العبارة في الميناء", "(أ ف ب)", "أ ف ب", "", "أ ف ب"),
    (
        "العبارة في الميناء",
        "تصوير: محمد علي",
        "محمد علي",
        "محمد علي",
        "",
    ),
    (
        "העבורת בנמל.",
        "צילום: רועי כהן",
        "רועי כהן",
        "רועי כהן",
        "",
    ),
    ("העבורת בנמל", "(צילום: רויטרס)", "רויטרס", "", "רויטרס"),
    (
        "העבורת בנמל",
        "| צילום: רועי כהן, לע\"מ",
        "רועי כהן, לע\"מ",
        "רועי כהן",
        "לע\"מ",
    ),
    ("कश्ती बंदरगाह पर।", "(फोटो: एएनआई)", "एएनआई", "", "एएनआई"),
    (
        "Komp a kikötőben.",
        "Fotó: Kovács Péter / MTI",
        "Kovács Péter / MTI",
        "Kovács Péter",
        "MTI",
    ),
    (
        "Feribotul în port.",
        "Foto: Ion Popescu / Inquam Photos",
        "Ion Popescu / Inquam Photos",
        "Ion Popescu",
        "Inquam Photos",
    ),
    (
        "Το πλοίο στο λιμάνι.",
        "(EUROKINISSI/ΓΙΩΡΓΟΣ ΠΑΠΠΑΣ)",
        "EUROKINISSI/ΓΙΩΡΓΟΣ ΠΑΠΠΑΣ",
        "ΓΙΩΡΓΟΣ ΠΑΠΠΑΣ",
        "EUROKINISSI",
    ),
    (
        "Trajekt u luci.",
        "Foto: Ivan Horvat/PIXSELL",
        "Ivan Horvat/PIXSELL",
        "Ivan Horvat",
        "PIXSELL",
    ),
    (
        "Trajekt v pristanišču.",
        "FOTO: Janez Novak/Delo",
        "Janez Novak/Delo",
        "Janez Novak",
        "Delo",
    ),
    (
        "Фериботът на пристанището.",
        "Снимка: БТА",
        "БТА",
        "",
        "БТА",
    ),
    (
        "Phà trong cảng.",
        "Ảnh: Nguyễn Văn An",
        "Nguyễn Văn An",
        "Nguyễn Văn An",
        "",
    ),
    ("Phà trong cảng.", "Ảnh: TTXVN", "TTXVN", "", "TTXVN"),
    (
        "Phà trong cảng",
        "(Ảnh: Hoàng Nam/VNA)",
        "Hoàng Nam/VNA",
        "Hoàng Nam",
        "VNA",
    ),
];

#[test]
fn a_note_of_the_archive_in_brackets_belongs_to_the_caption() {
    for caption in [
        "Die Fähre im Hafen (Archivbild)",
        "Il traghetto nel porto (foto d'archivio)",
        "नाव बंदरगाह पर (फाइल फोटो)",
    ] {
        let reading = read(caption, &LEXICON);
        assert_eq!(reading.caption(), caption);
        assert!(reading.credits.is_empty(), "{caption}");
    }
}

#[test]
fn a_caption_that_ends_in_a_bare_name_is_not_certain() {
    for raw in [
        "Torikello lumisateessa vuonna 1964. Museoväylä.",
        "She told it all to a friend. Marlow Quay.",
    ] {
        assert_ne!(read(raw, &LEXICON).confidence, Confidence::Certain, "{raw}");
    }
}

#[test]
fn a_line_printed_again_is_no_second_caption() {
    for raw in [
        "Ferry at dawn.\nFerry at dawn.\nFerry at dawn.\nPhoto: Ann Lee",
        "Ferry at dawn.\nPhoto: Ann Lee\nFerry at dawn.",
    ] {
        let reading = read(raw, &LEXICON);
        assert_eq!(reading.caption(), "Ferry at dawn.", "{raw}");
        assert_eq!(reading.creators, ["Ann Lee"], "{raw}");
    }
}

#[test]
fn a_label_inside_the_name_of_a_body_is_part_of_it() {
    let lexicon = Lexicon::built_in();
    let line = "Odd Holm, Torvik Town Council/Merrow Photo Agency via AP";
    let reading = read_credit(line, &lexicon);
    assert_eq!(reading.credit_line().as_deref(), Some(line));
    assert!(reading.conflict.is_empty());
    assert_eq!(reading.creators, ["Odd Holm"]);
    let names: Vec<_> = reading
        .sources
        .iter()
        .map(|source| source.name.as_str())
        .collect();
    assert_eq!(names, ["Torvik Town Council", "Merrow Photo Agency", "AP"]);
}

#[test]
fn what_stands_beside_a_name_says_where_the_credit_ends() {
    let lexicon = Lexicon::built_in();
    for (raw, caption, credit) in [
        // A house signs with its own words before the label.
        (
            "People line up at a school in Torvik. HarbourNews photo by Ann Lee",
            "People line up at a school in Torvik.",
            Some("HarbourNews photo by Ann Lee"),
        ),
        // A licence between the name and the place is part of the line.
        (
            "The old bridge of Torvik (photo: Ann Lee, CC BY-SA 4.0, via Wikimedia Commons)",
            "The old bridge of Torvik",
            Some("Ann Lee, CC BY-SA 4.0, via Wikimedia Commons"),
        ),
        // A name signs its photo.
        (
            "The footbridge opens on Thursday. (Ann Lee photo)",
            "The footbridge opens on Thursday.",
            Some("Ann Lee photo"),
        ),
        // The number under which a wire sent it.
        (
            "ABC3071. TORVIK (NORUEGA), 03/02/2020.- Dos barcos salen del puerto. EFE/ Ana Pérez",
            "TORVIK (NORUEGA), 03/02/2020.- Dos barcos salen del puerto.",
            Some("EFE/ Ana Pérez"),
        ),
        // A copy of the caption is no credit.
        (
            "Sgt Bel Ormond. Photo: Ann Lee.Sgt Bel Ormond. Photo: Ann Lee.\nSgt Bel Ormond. Photo: Ann Lee.",
            "Sgt Bel Ormond.",
            Some("Ann Lee"),
        ),
        // A date before the name belongs to the caption.
        (
            "参道を歩く人たち＝2024年1月1日午前9時32分、山田太郎撮影",
            "参道を歩く人たち＝2024年1月1日午前9時32分",
            Some("山田太郎"),
        ),
        // An agency alone in brackets is a credit, place and date are none.
        (
            "Il sindaco di Torvik durante la conferenza (ANSA)",
            "Il sindaco di Torvik durante la conferenza",
            Some("ANSA"),
        ),
        (
            "A corner of the exhibition in the old town (Torvik, May 2023)",
            "A corner of the exhibition in the old town (Torvik, May 2023)",
            None,
        ),
        // The short form of a body says nothing of a credit.
        (
            "Direktor Bo Roe, Leiter des Programms (WFP), im Amt in Torvik — © Ann Lee/AP",
            "Direktor Bo Roe, Leiter des Programms (WFP), im Amt in Torvik",
            Some("Ann Lee/AP"),
        ),
    ] {
        let reading = read(raw, &lexicon);
        assert_eq!(reading.caption(), caption, "{raw}");
        assert_eq!(reading.credit_line().as_deref(), credit, "{raw}");
    }
}

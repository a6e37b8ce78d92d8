//! Labels of credits in the languages of the world.

use super::{Lexicon, read};

/// A language and the label, with its mark, that its newspapers print before a name.
const LABELS: &[(&str, &str)] = &[
    ("Afrikaans", "Foto:"),
    ("Albanian", "Foto:"),
    ("Amharic", "ፎቶ፦"),
    ("Amharic with the mark between words", "ፎቶ፡"),
    ("Armenian", "Լուսանկարը՝"),
    ("Azerbaijani", "Fotoqraf:"),
    ("Basque", "Argazkia:"),
    ("Belarusian", "Фота:"),
    ("Bengali", "ছবি:"),
    ("Breton", "Luc'hskeudenn:"),
    ("Burmese", "ဓာတ်ပုံ:"),
    ("Estonian", "Foto:"),
    ("Faroese", "Mynd:"),
    ("Finnish", "Kuvaaja:"),
    ("Georgian", "ფოტო:"),
    ("Gujarati", "તસવીર:"),
    ("Hausa", "Hoto:"),
    ("Hebrew", "צילום:"),
    ("Hindi", "तस्वीर:"),
    ("Icelandic", "Ljósmynd:"),
    ("Irish", "Grianghraf:"),
    ("Kannada", "ಚಿತ್ರ:"),
    ("Kazakh", "Сурет:"),
    ("Khmer", "រូបថត៖"),
    ("Kinyarwanda", "Amafoto:"),
    ("Kurdish", "Wêne:"),
    ("Kyrgyz", "Сүрөт:"),
    ("Lao", "ຮູບ:"),
    ("Latvian", "Foto autors:"),
    ("Lithuanian", "Nuotr."),
    ("Macedonian", "Фотографија:"),
    ("Malagasy", "Sary:"),
    ("Malay", "Gambar:"),
    ("Malayalam", "ചിത്രം:"),
    ("Maltese", "Ritratt:"),
    ("Mongolian", "Гэрэл зураг:"),
    ("Nepali", "तस्बिर:"),
    ("Pashto", "انځور:"),
    ("Persian", "عکس:"),
    ("Punjabi", "ਤਸਵੀਰ:"),
    ("Shona", "Mufananidzo:"),
    ("Sinhala", "ඡායාරූපය:"),
    ("Somali", "Sawir:"),
    ("Sotho", "Senepe:"),
    ("Swahili", "Picha:"),
    ("Swahili without a mark", "Picha na"),
    ("Tagalog", "Kuha ni"),
    ("Tajik", "Акс:"),
    ("Tamil", "படம்:"),
    ("Telugu", "ఫోటో:"),
    ("Thai", "ภาพ:"),
    ("Tswana", "Setshwantsho:"),
    ("Turkmen", "Surat:"),
    ("Urdu", "فوٹو:"),
    ("Uzbek", "Surat muallifi:"),
    ("Vietnamese", "Ảnh:"),
    ("Welsh", "Ffynhonnell y llun:"),
    ("Xhosa", "Umfanekiso:"),
    ("Yoruba", "Àwòrán:"),
    ("Zulu", "Isithombe:"),
];

/// A language and a credit that says that somebody gave the picture, but not who.
const SUPPLIED: &[(&str, &str, &str)] = &[
    ("Afrikaans", "Foto: Verskaf", "Verskaf"),
    ("Bengali", "ছবি: সংগৃহীত", "সংগৃহীত"),
    ("Icelandic", "Mynd: Aðsend", "Aðsend"),
    ("Welsh", "Llun: Cyflenwyd", "Cyflenwyd"),
    ("Zulu", "Isithombe: Sithunyelwe", "Sithunyelwe"),
];

#[test]
fn a_label_is_known_in_every_language() {
    let lexicon = Lexicon::built_in();
    for (language, label) in LABELS {
        let raw = format!("Boats lie here. {label} Ana Maric");
        let reading = read(&raw, &lexicon);
        assert_eq!(reading.caption(), "Boats lie here.", "{language}: {raw}");
        let line = reading.credit_line();
        assert_eq!(line.as_deref(), Some("Ana Maric"), "{language}: {raw}");
        assert_eq!(reading.creators, ["Ana Maric"], "{language}: {raw}");
    }
}

#[test]
fn supplied_pictures_name_nobody() {
    let lexicon = Lexicon::built_in();
    for (language, credit, word) in SUPPLIED {
        let raw = format!("Boats lie here. {credit}");
        let reading = read(&raw, &lexicon);
        let line = reading.credit_line();
        assert_eq!(line.as_deref(), Some(*word), "{language}");
        let named = reading.creators.len() + reading.sources.len();
        assert_eq!(named, 0, "{language}: {reading:?}");
    }
}

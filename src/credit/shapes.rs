//! Captions as pages, agencies and crawls print them, with what surrounds them: each row is a shape.

use super::{Confidence, Lexicon, read};

const SHAPES: &[(&str, &str, Option<&str>)] = &[
    (
        "The pier of Torvik at dawn. Courtesy of the family of Ann Roe",
        "The pier of Torvik at dawn.",
        Some("Courtesy of the family of Ann Roe"),
    ),
    (
        "The pier of Torvik at dawn. Courtesy of the Artists Rights Society",
        "The pier of Torvik at dawn.",
        Some("Courtesy of the Artists Rights Society"),
    ),
    (
        "A tug opens a channel in the harbor of Torvik, on January 11, 2026. # Nanna Roe / AFP / Getty",
        "A tug opens a channel in the harbor of Torvik, on January 11, 2026.",
        Some("Nanna Roe / AFP / Getty"),
    ),
    (
        "Room # 12 of the old hotel in Torvik, which closed last year.",
        "Room # 12 of the old hotel in Torvik, which closed last year.",
        None,
    ),
    (
        "Enlarge / The lander's leg, shortly before it was shipped.\nTorvik Aerospace",
        "The lander's leg, shortly before it was shipped.",
        Some("Torvik Aerospace"),
    ),
    (
        "Gužve na prijelazu Torvik Davor Roe / CROPIX",
        "Gužve na prijelazu Torvik",
        Some("Davor Roe / CROPIX"),
    ),
    (
        "Gregor Lindqvist Ivan Horvat/PIXSELL",
        "Gregor Lindqvist",
        Some("Ivan Horvat/PIXSELL"),
    ),
    (
        "O incêndio deixou a aldeia isolada durante dois dias PAULO ROE",
        "O incêndio deixou a aldeia isolada durante dois dias",
        Some("PAULO ROE"),
    ),
    ("上海码头夜景 视觉中国 图", "上海码头夜景", Some("视觉中国")),
    (
        "Le barrage de Torvik en 2014. Wikimedia / CC BY-SA 4.0 / Guillaume Roe",
        "Le barrage de Torvik en 2014.",
        Some("Wikimedia / CC BY-SA 4.0 / Guillaume Roe"),
    ),
    (
        "+7\nView gallery\nThe house in Torvik, which has its own quay and a pool",
        "The house in Torvik, which has its own quay and a pool",
        None,
    ),
    (
        "The singer at a rehearsal in Torvik. Her album is out.\n\nJules Roe/Courtesy of the artist\n\nhide caption\n\ntoggle caption\n\nJules Roe/Courtesy of the artist",
        "The singer at a rehearsal in Torvik. Her album is out.",
        Some("Jules Roe/Courtesy of the artist"),
    ),
    (
        "Mira Roe and Dane Lee in 'The Ferry' Lighthouse Pictures/Courtesy Everett Collection",
        "Mira Roe and Dane Lee in 'The Ferry'",
        Some("Lighthouse Pictures/Courtesy Everett Collection"),
    ),
    (
        "The pier of Torvik was closed in the storm. (Representational)",
        "The pier of Torvik was closed in the storm. (Representational)",
        None,
    ),
    (
        "The mayor. AFP PHOTO / ANN ROE (Photo credit should read ANN ROE/AFP via Getty Images)",
        "The mayor.",
        Some("ANN ROE/AFP via Getty Images"),
    ),
    (
        "Sebastián Roe | Agencia Torvik",
        "",
        Some("Sebastián Roe | Agencia Torvik"),
    ),
    (
        "Small shops handle their payroll.getty",
        "Small shops handle their payroll.",
        Some("getty"),
    ),
    (
        "The new flats at the quay. Alamy Stock Photo Alamy Stock Photo",
        "The new flats at the quay.",
        Some("Alamy Stock Photo"),
    ),
    (
        "image: A cross-section of the jaw shows its rings. view more \n\nCredit: Hana Roe, University of Torvik",
        "A cross-section of the jaw shows its rings.",
        Some("Hana Roe, University of Torvik"),
    ),
    (
        "1 av 6Färjan till Torvik ställs in på grund av isen.Bild: Nils Roe",
        "Färjan till Torvik ställs in på grund av isen.",
        Some("Nils Roe"),
    ),
    (
        "1/12Torvik: Gužve na aveniji zbog radova | Autor : Ana Maric/PIXSELL",
        "Torvik: Gužve na aveniji zbog radova",
        Some("Ana Maric/PIXSELL"),
    ),
    (
        "4 The couple were seen in Torvik hand in handCredit: Splash",
        "The couple were seen in Torvik hand in hand",
        Some("Splash"),
    ),
    (
        "صدر الصورة، AFPالتعليق على الصورة، الدخان يتصاعد فوق المدينة",
        "الدخان يتصاعد فوق المدينة",
        Some("AFP"),
    ),
    (
        "Kaynak, ReutersFotoğraf altı yazısı, Merkez Bankası faizini sabit tuttu",
        "Merkez Bankası faizini sabit tuttu",
        Some("Reuters"),
    ),
    (
        "Автор фото, Getty ImagesПодпись к фото, Цены на яйца выросли почти вдвое",
        "Цены на яйца выросли почти вдвое",
        Some("Getty Images"),
    ),
    (
        "© РИА Новости / Виталий Роев | Перейти в медиабанкЛедоход на реке Торвик",
        "Ледоход на реке Торвик",
        Some("РИА Новости / Виталий Роев"),
    ),
    (
        "큰사진보기 ▲ 보 개방 이후 모래톱이 드러난 강",
        "보 개방 이후 모래톱이 드러난 강",
        None,
    ),
    (
        "这是2月18日拍摄的车站。新华社记者 李小明摄",
        "这是2月18日拍摄的车站。",
        Some("新华社记者 李小明"),
    ),
    (
        "Seimo posėdis | R. Roenės/LRT nuotr.",
        "Seimo posėdis",
        Some("R. Roenės/LRT"),
    ),
    (
        "Boats at the quay. FOTO: Ola Trøen Roe/Forsvarets mediesenter/NTB handout",
        "Boats at the quay.",
        Some("Ola Trøen Roe/Forsvarets mediesenter/NTB handout"),
    ),
    (
        "Кукери по улица на града. Снимка: Мария Роева/БТА (МР)",
        "Кукери по улица на града.",
        Some("Мария Роева/БТА"),
    ),
    (
        "Warszawa. Posiedzenie komisji obrony. (abc) PAP/Jan Roe",
        "Warszawa. Posiedzenie komisji obrony.",
        Some("PAP/Jan Roe"),
    ),
    (
        "Un bombero trabaja en el incendio de Torvik @Plan_TOR via X / Reuters",
        "Un bombero trabaja en el incendio de Torvik",
        Some("@Plan_TOR via X / Reuters"),
    ),
    (
        "El puente cubierto por el humo en las islasSebastián Roe - LA NACION",
        "El puente cubierto por el humo en las islas",
        Some("Sebastián Roe - LA NACION"),
    ),
    (
        "El fiscal del Estado, Álvaro García Ortiz Álex Roe - Europa Press",
        "El fiscal del Estado, Álvaro García Ortiz",
        Some("Álex Roe - Europa Press"),
    ),
    (
        "Boats at the quay. Mandatory Credit: Quincy Roe-Imagn Images",
        "Boats at the quay.",
        Some("Quincy Roe-Imagn Images"),
    ),
    (
        "A boat at the quay. REUTERS/Ngozi Roe/File Photo Purchase Licensing Rights, opens new tab",
        "A boat at the quay.",
        Some("REUTERS/Ngozi Roe/File Photo"),
    ),
    (
        "The ford at Torvik is closed to traffic every winter © Colin Roe (cc-by-sa/2.0)",
        "The ford at Torvik is closed to traffic every winter",
        Some("Colin Roe"),
    ),
    (
        "The Princess Royal meets volunteers at the station in Torvik (Danny Roe/PA) / PA Wire",
        "The Princess Royal meets volunteers at the station in Torvik",
        Some("Danny Roe/PA"),
    ),
    (
        "The cordon in Torvik High Street / PA Wire",
        "The cordon in Torvik High Street",
        Some("PA Wire"),
    ),
    (
        "Boats lie at the quay. (Photo: Frank van Roe / UN Photo / ICJ-CIJ. Courtesy of the ICJ)",
        "Boats lie at the quay.",
        Some("Frank van Roe / UN Photo / ICJ-CIJ. Courtesy of the ICJ"),
    ),
    (
        "(Al ‘Lucky’ Roe Photography)",
        "",
        Some("Al ‘Lucky’ Roe Photography"),
    ),
    (
        "Boats lie at the quay. (Ann Lee / ann.lee@post.example) Credit: ann.lee@post.example",
        "Boats lie at the quay.",
        Some("Ann Lee / ann.lee@post.example"),
    ),
    (
        "Domino players at the park on Calle Ocho. Pedro Roe proe@post.example",
        "Domino players at the park on Calle Ocho.",
        Some("Pedro Roe proe@post.example"),
    ),
    (
        "2 of 8 Crews work on the spillway at Echo Dam on Wednesday.\n\nBrigham Roe, Deseret News",
        "Crews work on the spillway at Echo Dam on Wednesday.",
        Some("Brigham Roe, Deseret News"),
    ),
    (
        "Die Feuerwehr barg den Lkw aus dem Bachbett. © (c) FF Torvik (FF Torvik)",
        "Die Feuerwehr barg den Lkw aus dem Bachbett.",
        Some("FF Torvik"),
    ),
    (
        "A plume of ash rises above the crater (Torvik Coast Guard)",
        "A plume of ash rises above the crater",
        Some("Torvik Coast Guard"),
    ),
    (
        "FILE PHOTO: The U.S. Bureau of Reclamation office in Torvik, Arizona, U.S., August 30, 2022. REUTERS/Ann Roe/File Photo",
        "FILE PHOTO: The U.S. Bureau of Reclamation office in Torvik, Arizona, U.S., August 30, 2022.",
        Some("REUTERS/Ann Roe/File Photo"),
    ),
    (
        "The lodge is open again. Torvik Lodge: Ana Maric, ana@lodge.example",
        "The lodge is open again.",
        Some("Torvik Lodge: Ana Maric, ana@lodge.example"),
    ),
    (
        "Pescadores no porto de Torvik Mário Roe - Lusa",
        "Pescadores no porto de Torvik",
        Some("Mário Roe - Lusa"),
    ),
    (
        "Sergiden bir kare (İstanbul, Kasım 2023)",
        "Sergiden bir kare (İstanbul, Kasım 2023)",
        None,
    ),
    (
        "نمایی از بازار سرپوشیده شهر (عکس آرشیوی است)",
        "نمایی از بازار سرپوشیده شهر (عکس آرشیوی است)",
        None,
    ),
    (
        "Personen gehen auf das Schiff zu: 11. Mai 2026 (AFP / JORGE ROE)",
        "Personen gehen auf das Schiff zu: 11. Mai 2026",
        Some("AFP / JORGE ROE"),
    ),
    (
        "وزير الطاقة خلال المؤتمر الدولي للتعدين. «واس»",
        "وزير الطاقة خلال المؤتمر الدولي للتعدين.",
        Some("واس"),
    ),
    (
        "Det ukrainske forsvaret har publisert en video. Video: Det ukrainske forsvaret.",
        "Det ukrainske forsvaret har publisert en video.",
        Some("Video: Det ukrainske forsvaret"),
    ),
    (
        "Links das alte Rathaus (Foto: Ann Lee), rechts der Neubau von 1974.",
        "Links das alte Rathaus, rechts der Neubau von 1974.",
        Some("Ann Lee"),
    ),
    (
        "Links das alte Rathaus (Foto: Ann Lee). Rechts steht der Neubau von 1974.",
        "Links das alte Rathaus. Rechts steht der Neubau von 1974.",
        Some("Ann Lee"),
    ),
    (
        "Affiche voor de tentoonstelling ‘Foto: Ann Lee’ in Torvik",
        "Affiche voor de tentoonstelling ‘Foto: Ann Lee’ in Torvik",
        None,
    ),
    (
        "图为市长李小明致辞（资料图）",
        "图为市长李小明致辞（资料图）",
        None,
    ),
    (
        "“海光照相馆”旧址，摄于1956年",
        "“海光照相馆”旧址，摄于1956年",
        None,
    ),
    (
        "紅葉の見頃を迎えた高瀬渓谷（写真はイメージ）",
        "紅葉の見頃を迎えた高瀬渓谷（写真はイメージ）",
        None,
    ),
    (
        "田植えをする児童たち＝2023年5月20日午前10時、青葉市川辺町、山田太郎撮影",
        "田植えをする児童たち＝2023年5月20日午前10時、青葉市川辺町",
        Some("山田太郎"),
    ),
    (
        "映画『潮騒の駅』場面写真 （C）「潮騒の駅」製作委員会",
        "映画『潮騒の駅』場面写真",
        Some("「潮騒の駅」製作委員会"),
    ),
    (
        "Bild: Blick vom Rathausturm auf die gesperrte Innenstadt",
        "Blick vom Rathausturm auf die gesperrte Innenstadt",
        None,
    ),
    (
        "ראש העיר בטקס הפתיחהצילום: דוברות עיריית טורוויק",
        "ראש העיר בטקס הפתיחה",
        Some("דוברות עיריית טורוויק"),
    ),
    (
        "أمطار غزيرة تغرق شوارع المدينة القديمة / الأناضول - صورة أرشيفية",
        "أمطار غزيرة تغرق شوارع المدينة القديمة",
        Some("الأناضول - صورة أرشيفية"),
    ),
    (
        "Ministrė Rasa Vilkaitė Vyriausybėje / D. Roenės nuotr.",
        "Ministrė Rasa Vilkaitė Vyriausybėje",
        Some("D. Roenės"),
    ),
    (
        "Ο υπουργός στη Βουλή. ΑΠΕ-ΜΠΕ/ΑΠΕ-ΜΠΕ/ΝΙΚΟΣ ΡΟΟΥ",
        "Ο υπουργός στη Βουλή.",
        Some("ΑΠΕ-ΜΠΕ/ΝΙΚΟΣ ΡΟΟΥ"),
    ),
    (
        "3 / 12 Hikers (left) cross the stile before the ascent",
        "Hikers (left) cross the stile before the ascent",
        None,
    ),
    (
        "Greve deixou a estação de Torvik vazia Nuno Ferreira Roxo/Arquivo",
        "Greve deixou a estação de Torvik vazia",
        Some("Nuno Ferreira Roxo/Arquivo"),
    ),
    (
        "Kadr z serialu „Źródło”, reż. Jan Roe / fot. materiały prasowe",
        "Kadr z serialu „Źródło”, reż. Jan Roe",
        Some("materiały prasowe"),
    ),
    (
        "图/IC photo 台风过后的渔港",
        "台风过后的渔港",
        Some("IC photo"),
    ),
    (
        "காவிரி கரையில் மக்கள் | படம்: எம். கார்த்திக்",
        "காவிரி கரையில் மக்கள்",
        Some("எம். கார்த்திக்"),
    ),
    (
        "Uczestnicy zjazdu absolwentów w Torviku, maj 2019 r.",
        "Uczestnicy zjazdu absolwentów w Torviku, maj 2019 r.",
        None,
    ),
    (
        "Vista da praia do Cabedelinho. Foto: Câmara Municipal de Torvik",
        "Vista da praia do Cabedelinho.",
        Some("Câmara Municipal de Torvik"),
    ),
    (
        "Foto de familia de la reunión del Grupo de Torvik EFE/ A. Roe",
        "Foto de familia de la reunión del Grupo de Torvik",
        Some("EFE/ A. Roe"),
    ),
    (
        "Harbour-2.jpg Boats lie in the harbour of Torvik (Symbolbild) Foto: boatfan via Unsplash (Unsplash License)",
        "Boats lie in the harbour of Torvik (Symbolbild)",
        Some("boatfan via Unsplash"),
    ),
    ("Foto by A. Roe", "", Some("A. Roe")),
    (
        "Photo : Jean Roe – Le maire de Torvik ouvre le pont",
        "Le maire de Torvik ouvre le pont",
        Some("Jean Roe"),
    ),
    (
        "Foto: dpa | Die Fähre verlässt den Hafen von Torvik",
        "Die Fähre verlässt den Hafen von Torvik",
        Some("dpa"),
    ),
    (
        "Boats at the quay. Photos: Ann Lee (2), Bo Lind",
        "Boats at the quay.",
        Some("Ann Lee (2), Bo Lind"),
    ),
    (
        "1 of 12 | Voting in Torvik begins in some states. (AP Video by Mike Roe)",
        "Voting in Torvik begins in some states.",
        Some("AP Video by Mike Roe"),
    ),
];

/// What is right in these and cannot be known for sure.
const DOUBTED: &[&str] = &[
    "Boats at the quay. Foto: Ann Lee. Styling: Bo Roe",
    "Boats at the quay. (abc)Ann Lee/AP (abc def)",
    "Overview of the device. Credit: Torvik Microfluidics (2025). DOI: 10.1234/nmf",
    "The Torvik Herald for Doe, Jane",
    "צילום: רשתות חברתיות, שימוש לפי סעיף 27ב",
    "Ann Lee Archives Le Devoir La ville a compté les bateaux en septembre.",
    "Un bombero trabaja en Torvik @Plan_TOR via X / Reuters",
    "Foto: Hina/Dario Roe/abc Vaterpolisti Torvika slave naslov",
];

#[test]
fn captions_are_read_in_the_shapes_in_which_they_are_printed() {
    let lexicon = Lexicon::built_in();
    for (raw, caption, credit) in SHAPES {
        let reading = read(raw, &lexicon);
        assert_eq!(&reading.caption(), caption, "{raw}");
        assert_eq!(reading.credit_line().as_deref(), *credit, "{raw}");
    }
}

#[test]
fn what_was_not_understood_is_not_called_certain() {
    let lexicon = Lexicon::built_in();
    for raw in DOUBTED {
        assert_ne!(read(raw, &lexicon).confidence, Confidence::Certain, "{raw}");
    }
}

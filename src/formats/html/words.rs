//! What the names that pages give their elements say about them, in the languages of the trade.
//!
//! Class names are made for programs, but editors' words are in them: `figure__caption`,
//! `imageCredit`, `bildquelle`. Nothing here is the name of one publisher's element.

use super::page::{At, Page};

/// Words to be found in an element's names.
pub(super) struct Words {
    /// Anywhere in a name: long enough to mean nothing else.
    anywhere: &'static [&'static str],
    /// As a word of its own: `author` in `image-author`, not in `authority`.
    alone: &'static [&'static str],
}

/// Says: this is the text under a picture.
pub(super) static CAPTION: Words = Words {
    anywhere: &[
        "caption",
        "legende",
        "bildunterschrift",
        "bildtext",
        "bildinfo",
        "didascalia",
        "piefoto",
        "piedefoto",
        "cutline",
        "bijschrift",
        "onderschrift",
        "billedtekst",
        "bildetekst",
        "kuvateksti",
        "imagedesc",
        "photodesc",
        "imgdesc",
        "imageinfo",
        "mediainfo",
        "photoinfo",
        "pildiallkiri",
        "kepalairas",
        "képaláírás",
        "resimalti",
        "myndatexti",
    ],
    alone: &["legenda", "leyenda", "bu", "popisek", "podnapis"],
};

/// Says: this belongs to a picture.
static PICTURE: Words = Words {
    anywhere: &[
        "image", "photo", "foto", "picture", "imagen", "imagem", "immagine", "zdjec",
    ],
    alone: &[
        "img",
        "bild",
        "media",
        "pic",
        "figure",
        "fig",
        "gallery",
        "galerie",
        "galleria",
        "galeria",
        "lightbox",
        "slide",
        "slideshow",
        "slider",
        "thumb",
        "thumbnail",
        "absatzbild",
        "bilde",
        "billede",
        "kuva",
        "obrazek",
    ],
};

/// Says: this opens over the page, and shows once more what stands on it.
pub(super) static OVERLAY: Words = Words {
    anywhere: &["lightbox", "overlay", "fullscreen"],
    alone: &["modal", "popup"],
};

/// Says: this is a text, where what stands beside it is a picture.
static TEXT: Words = Words {
    anywhere: &[
        "description",
        "beschreibung",
        "subtitle",
        "descripcion",
        "descricao",
    ],
    alone: &[
        "desc",
        "info",
        "text",
        "txt",
        "title",
        "titel",
        "meta",
        "lead",
        "sub",
        "popis",
        "opis",
        "podpis",
        "potpis",
        "altyazi",
        "keterangan",
        "epigrafe",
        "pie",
    ],
};

/// Says: this is who made the picture or whom it comes from.
pub(super) static CREDIT: Words = Words {
    anywhere: &[
        "credit",
        "copyright",
        "photographer",
        "fotograf",
        "fotógraf",
        "bildnachweis",
        "bildquelle",
        "bildrechte",
        "bildautor",
        "urheber",
        "photoby",
        "imagesource",
        "creditline",
        "photograph",
        "crédit",
        "quellenangabe",
        "bildekilde",
        "fotokilde",
        "fotograaf",
        "kuvaaja",
        "ljosmyndari",
    ],
    alone: &[
        "author",
        "autor",
        "auteur",
        "autore",
        "autors",
        "autorius",
        "source",
        "quelle",
        "fuente",
        "fonte",
        "kilde",
        "källa",
        "bron",
        "lähde",
        "zdroj",
        "zrodlo",
        "źródło",
        "izvor",
        "vir",
        "forras",
        "forrás",
        "kaynak",
        "sumber",
        "nguon",
        "pigi",
        "agency",
        "agentur",
        "agencia",
        "agence",
        "agenzia",
        "rights",
        "rechte",
        "attribution",
        "provider",
        "supplier",
        "courtesy",
        "camera",
        "byline",
        "signature",
        "firma",
    ],
};

/// Of those, the words that only a picture's credit is called.
pub(super) static PICTURE_CREDIT: Words = Words {
    anywhere: CREDIT.anywhere,
    alone: &[],
};

/// Says: these are other articles, whatever they show.
pub(super) static OTHERS: Words = Words {
    anywhere: &[
        "related",
        "recommend",
        "newsletter",
        "outbrain",
        "taboola",
        "recirc",
        "mostread",
        "mostpopular",
        "readmore",
        "readalso",
        "morefrom",
        "weitereartikel",
        "mehrzum",
        "meistgelesen",
        "empfehlung",
        "relacionad",
        "correlat",
        "lireaussi",
        "lesmere",
        "lesogsa",
        "lasmer",
        "seealso",
        "youmaylike",
        "upnext",
        "crosspromo",
        "latestnews",
        "moststories",
    ],
    alone: &["comments", "kommentare", "comentarios", "commentaires"],
};

/// Says: this leads to the house itself or to its other pages, unless it holds a captioned figure.
pub(super) static ELSEWHERE: Words = Words {
    anywhere: &[
        "trending",
        "breadcrumb",
        "advert",
        "sponsor",
        "suggested",
        "popular",
        "subscribe",
        "subscription",
        "authorbox",
    ],
    alone: &[
        "banner",
        "comment",
        "nav",
        "navigation",
        "menu",
        "footer",
        "sidebar",
        "onward",
        "most",
        "ads",
        "ad",
        "bio",
        "biography",
        "authors",
        "avatar",
        "podcast",
        "share",
        "sharing",
        "social",
        "cookie",
        "consent",
    ],
};

/// Says: this may be a list of other articles; only with links in it.
pub(super) static TEASER: Words = Words {
    anywhere: &[
        "teaser",
        "recommend",
        "headline",
        "storycard",
        "articlecard",
        "articlelist",
    ],
    alone: &[
        "card", "cards", "promo", "more", "mehr", "list", "feed", "river", "rail", "aside",
        "carousel", "item", "items", "stories", "story", "posts", "post", "news",
    ],
};

/// Says: this picture is no photo of the article.
pub(super) static DECORATION: Words = Words {
    anywhere: &[
        "avatar", "favicon", "sprite", "emoji", "gravatar", "spinner",
    ],
    alone: &[
        "logo",
        "logos",
        "icon",
        "icons",
        "ico",
        "pixel",
        "tracking",
        "badge",
        "flag",
        "authorimage",
    ],
};

/// Of those, the words that hold for what stands within.
pub(super) static PORTRAIT: Words = Words {
    anywhere: DECORATION.anywhere,
    alone: &[],
};

/// Whether a picture's text says that it is none: "Torvik Sentinel logo".
pub(super) fn is_decoration(alt: &str) -> bool {
    let mut words = alt.split(|c: char| !c.is_alphanumeric());
    let is_short = alt.split_whitespace().count() <= 5;
    is_short
        && words
            .any(|word| ["logo", "icon", "avatar", "qr"].contains(&word.to_lowercase().as_str()))
}

/// Says: this is where who wrote the article is named or shown.
pub(super) static WRITER: Words = Words {
    anywhere: &[
        "byline",
        "authorbox",
        "authorinfo",
        "authorbio",
        "autorenbox",
        "writer",
        "redakteur",
        "journalist",
        "columnist",
    ],
    alone: &[
        "author",
        "authors",
        "autor",
        "autoren",
        "autorin",
        "auteur",
        "autore",
        "profile",
        "contributor",
        "contributors",
    ],
};

/// The names of an element: its classes, its id and what else pages call it by.
pub(super) struct Names {
    /// Words parted by one space each, with a space at either end, in small letters.
    said: String,
    /// The same with nothing between the words of a name.
    run: String,
}

/// The attributes in which an element is named.
const NAMING: [&str; 8] = [
    "class",
    "id",
    "itemprop",
    "role",
    "data-testid",
    "data-component",
    "data-type",
    "rel",
];

/// What an element is called.
pub(super) fn of(page: &Page<'_>, at: At) -> Names {
    let mut names = Names {
        said: " ".to_owned(),
        run: String::new(),
    };
    for name in NAMING {
        let value = page.attr(at, name).unwrap_or_default();
        value
            .split_whitespace()
            .filter(|name| is_telling(name))
            .for_each(|name| names.push(name));
    }
    names
}

/// `has-sidebar` says what else the page has, `md:pb-0` how it looks.
fn is_telling(name: &str) -> bool {
    let is_look = name.contains([':', '[', '/', '!']);
    let of_others = [
        "has-", "no-", "is-", "with-", "without-", "not-", "js-", "hide-", "show-",
    ];
    !is_look && name.len() < 200 && !of_others.iter().any(|start| name.starts_with(start))
}

impl Names {
    fn push(&mut self, name: &str) {
        let mut before = ' ';
        for c in name.chars() {
            let starts_word = c.is_uppercase() && before.is_lowercase();
            if starts_word || !c.is_alphanumeric() {
                self.part();
            }
            if c.is_alphanumeric() {
                self.said.extend(c.to_lowercase());
                self.run.extend(c.to_lowercase());
            }
            before = c;
        }
        self.part();
        self.run.push(' ');
    }

    fn part(&mut self) {
        if !self.said.ends_with(' ') {
            self.said.push(' ');
        }
    }

    /// Whether one of these words is among them.
    pub(super) fn has(&self, words: &Words) -> bool {
        let alone = |word: &&str| {
            let at = self.said.match_indices(*word).map(|(at, _)| at);
            at.into_iter().any(|at| {
                let end = at + word.len();
                self.said
                    .get(..at)
                    .is_some_and(|before| before.ends_with(' '))
                    && self
                        .said
                        .get(end..)
                        .is_some_and(|after| after.starts_with(' '))
            })
        };
        let anywhere = |word: &&str| self.run.contains(*word);
        words.anywhere.iter().any(anywhere) || words.alone.iter().any(alone)
    }

    /// Whether they say that it is the text under a picture.
    pub(super) fn is_caption(&self) -> bool {
        self.has(&CAPTION) || (self.has(&PICTURE) && self.has(&TEXT))
    }
}

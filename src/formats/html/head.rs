//! What a page says about its article: headline, byline, date, language, address.

use serde_json::{Map, Value};

use super::json_ld::{self, Data};
use super::page::{At, Page};
use super::story::Story;
use super::words;
use crate::formats::text::folded;
use crate::model::{Article, Moment};

/// Members of `meta` and JSON-LD that neither the model nor ninjs has a place for.
const KEPT: [&str; 7] = [
    "og:site_name",
    "description",
    "og:description",
    "keywords",
    "news_keywords",
    "article:section",
    "article:modified_time",
];

/// A byline is short.
const LONGEST_BYLINE: usize = 120;

/// The values of `meta` elements.
pub(super) struct Head<'p, 'h> {
    page: &'p Page<'h>,
    metas: Vec<(&'h str, &'h str)>,
}

impl<'p, 'h> Head<'p, 'h> {
    /// Reads the `meta` elements, wherever they stand.
    pub(super) fn read(page: &'p Page<'h>) -> Self {
        let named = page.named(At::WHOLE, "meta");
        let metas = named.filter_map(|at| {
            let name = ["property", "name", "itemprop"]
                .iter()
                .find_map(|name| page.attr(at, name))?;
            let content = page.attr(at, "content")?.trim();
            (!content.is_empty()).then_some((name.trim(), content))
        });
        Self {
            page,
            metas: metas.collect(),
        }
    }

    /// What the first `meta` of these names says.
    pub(super) fn meta(&self, names: &[&str]) -> &'h str {
        let of = |name: &&str| {
            let said = self
                .metas
                .iter()
                .find(|(said, _)| said.eq_ignore_ascii_case(name));
            said.map(|(_, content)| *content)
        };
        names.iter().find_map(of).unwrap_or_default()
    }

    /// What the page is called, best first.
    pub(super) fn titles(&self, data: &Data) -> Vec<String> {
        let title = self.page.named(At::WHOLE, "title").next();
        let printed = title.map(|at| self.page.raw(at));
        let said = [
            json_ld::text(&data.article, "headline"),
            self.meta(&["og:title", "twitter:title"]),
        ];
        let said = said.into_iter().map(str::to_owned).chain(printed);
        said.map(|said| folded(&said))
            .filter(|said| !said.is_empty())
            .collect()
    }

    /// The page's own address.
    pub(super) fn address(&self, data: &Data) -> String {
        let page = self.page;
        let canonical = page.named(At::WHOLE, "link").find(|at| {
            page.attr(*at, "rel")
                .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
        });
        let canonical = canonical
            .and_then(|at| page.attr(at, "href"))
            .unwrap_or_default();
        let of_page = data
            .article
            .get("mainEntityOfPage")
            .and_then(|page| match page {
                Value::String(address) => Some(address.as_str()),
                other => other.get("@id").and_then(Value::as_str),
            });
        let said = [
            canonical,
            self.meta(&["og:url"]),
            json_ld::text(&data.article, "url"),
            of_page.unwrap_or_default(),
        ];
        let absolute = said
            .into_iter()
            .find(|said| said.starts_with("http://") || said.starts_with("https://"));
        absolute.unwrap_or_default().to_owned()
    }

    /// `<base href>`, where it is absolute.
    pub(super) fn base(&self) -> Option<String> {
        let page = self.page;
        let base = page
            .named(At::WHOLE, "base")
            .find_map(|at| page.attr(at, "href"))?;
        base.contains("://").then(|| base.to_owned())
    }

    /// Says in the article what is said about it.
    pub(super) fn fill(&self, article: &mut Article, story: &Story, data: &Data) {
        let printed = story
            .headline
            .map(|at| self.page.text(at))
            .unwrap_or_default();
        article.headline = match printed.as_str() {
            "" => self.titles(data).into_iter().next().unwrap_or_default(),
            _ => printed,
        };
        article.by = self.byline(story, data);
        article.url = self.address(data);
        article.language = self.language(data);
        article.source_date = self.date(story, data);
        article.created = Moment::parse(&article.source_date);
    }

    /// What is said and has no other place, under the page's own names.
    pub(super) fn rest(&self) -> Map<String, Value> {
        let said = KEPT
            .iter()
            .map(|name| ((*name).to_owned(), Value::from(self.meta(&[name]))));
        said.filter(|(_, said)| said.as_str() != Some("")).collect()
    }

    fn byline(&self, story: &Story, data: &Data) -> String {
        let authors = json_ld::names(&data.article, "author");
        let mut names: Vec<String> = Vec::new();
        for author in authors {
            if !names.contains(&author.name) {
                names.push(author.name);
            }
        }
        if !names.is_empty() {
            return names.join(", ");
        }
        let said = self.meta(&[
            "author",
            "article:author",
            "dcterms.creator",
            "dc.creator",
            "parsely-author",
        ]);
        if !said.is_empty() && !said.contains("://") {
            return folded(said);
        }
        self.printed_byline(story).unwrap_or_default()
    }

    /// The smallest short text of the story that is called its author.
    fn printed_byline(&self, story: &Story) -> Option<String> {
        let page = self.page;
        let is_byline = |at: &At| {
            let letters = page.letters(*at);
            letters > 2 && letters < LONGEST_BYLINE && !page.name(*at).is_empty() && {
                let names = words::of(page, *at);
                names.has(&words::WRITER) && !names.has(&words::PICTURE_CREDIT)
            }
        };
        page.within(story.whole)
            .find(is_byline)
            .map(|at| page.text(at))
    }

    fn language(&self, data: &Data) -> String {
        let page = self.page;
        let html = page
            .attr(At::WHOLE, "lang")
            .or_else(|| page.attr(At::WHOLE, "xml:lang"));
        let said = [
            html.unwrap_or_default(),
            json_ld::text(&data.article, "inLanguage"),
            self.meta(&["og:locale", "language", "content-language"]),
        ];
        let said = said
            .into_iter()
            .map(str::trim)
            .find(|said| !said.is_empty());
        said.unwrap_or_default().replace('_', "-")
    }

    fn date(&self, story: &Story, data: &Data) -> String {
        let said = [
            json_ld::text(&data.article, "datePublished"),
            self.meta(&[
                "article:published_time",
                "datePublished",
                "date",
                "dcterms.date",
                "dc.date",
                "publication_date",
                "parsely-pub-date",
            ]),
        ];
        let page = self.page;
        let printed = page
            .named(story.whole, "time")
            .find_map(|at| page.attr(at, "datetime"));
        let said = said
            .into_iter()
            .chain(printed)
            .map(str::trim)
            .filter(|said| !said.is_empty());
        let mut said = said.peekable();
        let first = said.peek().copied().unwrap_or_default();
        said.find(|said| Moment::parse(said).is_some())
            .unwrap_or(first)
            .to_owned()
    }
}

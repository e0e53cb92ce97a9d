//! What an address asks for, and the addresses that ask for something else.
//!
//! Any text is read: an unknown name is passed over, of several values the last one counts.

use form_urlencoded::Serializer;
use glane_query::{Detail, Filters, Group, Search, Sort};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::trouble::Trouble;

/// How many sections a page of results shows.
pub(crate) const PAGE: usize = 10;
/// The longest query, in characters.
const LONGEST_QUERY: usize = 2_000;
/// The last page of results that is shown: beyond, a search is to be narrowed.
const LAST_PAGE: usize = 1_000;

/// What a path segment may hold as it is: RFC 3986, `unreserved`.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The names and values of an address or of a form.
#[derive(Debug, Clone, Default)]
pub(crate) struct Values(Vec<(String, String)>);

impl Values {
    /// Those of `name=value&…`.
    pub(crate) fn read(encoded: &[u8]) -> Values {
        Values(form_urlencoded::parse(encoded).into_owned().collect())
    }

    /// The value of a name, without white space around; empty where there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.all(name).next_back().unwrap_or_default()
    }

    /// Every value of a name, in order.
    pub(crate) fn all(&self, name: &str) -> impl DoubleEndedIterator<Item = &str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.trim())
    }

    /// Every name and its value, in order.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.trim()))
    }

    /// Whether a name is there, with or without a value.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(own, _)| own == name)
    }

    /// A value, where there is something.
    pub(crate) fn some(&self, name: &str) -> Option<String> {
        Some(self.get(name).to_owned()).filter(|value| !value.is_empty())
    }

    /// A number, where there is one.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.get(name).parse().ok()
    }
}

/// A filter of a search, by its name in addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Facet {
    /// The heading of a theme.
    Theme,
    /// The kind of section.
    Kind,
    /// A document.
    Document,
    /// Someone who speaks.
    Speaker,
    /// A declared keyword.
    Keyword,
    /// The place of the event.
    Place,
}

impl Facet {
    /// In the order in which they are shown, the years being the second.
    pub(crate) const ALL: [Facet; 6] =
        [Facet::Theme, Facet::Kind, Facet::Document, Facet::Speaker, Facet::Keyword, Facet::Place];

    /// Its name in addresses.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Facet::Theme => "theme",
            Facet::Kind => "type",
            Facet::Document => "document",
            Facet::Speaker => "intervenant",
            Facet::Keyword => "mot",
            Facet::Place => "lieu",
        }
    }

    /// What a reader calls it.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Facet::Theme => "Thème",
            Facet::Kind => "Type",
            Facet::Document => "Document",
            Facet::Speaker => "Intervenant·e",
            Facet::Keyword => "Mot-clé",
            Facet::Place => "Lieu",
        }
    }
}

/// The order of results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// Best first.
    #[default]
    Relevance,
    /// Latest first.
    Latest,
    /// As documents are read.
    Reading,
}

impl Order {
    /// All, in the order in which they are shown.
    pub(crate) const ALL: [Order; 3] = [Order::Relevance, Order::Latest, Order::Reading];

    /// Its name in addresses; the usual one has none.
    fn name(self) -> &'static str {
        match self {
            Order::Relevance => "",
            Order::Latest => "recent",
            Order::Reading => "document",
        }
    }

    /// What a reader calls it.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Order::Relevance => "pertinence",
            Order::Latest => "plus récents",
            Order::Reading => "ordre des documents",
        }
    }
}

/// A search as its address holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// What was typed.
    pub(crate) q: String,
    /// By facet, in the order of [`Facet::ALL`].
    pub(crate) filters: [Option<String>; 6],
    /// The first year and the last, where they are numbers.
    pub(crate) from: Option<i16>,
    pub(crate) to: Option<i16>,
    /// What was typed as a year and is none.
    pub(crate) unclear_years: Vec<String>,
    /// The order of results.
    pub(crate) order: Order,
    /// Whether words are searched as they are written.
    pub(crate) exact: bool,
    /// The page of results, from 1.
    pub(crate) page: usize,
}

impl Asked {
    /// What `values` ask for.
    ///
    /// # Errors
    ///
    /// [`Trouble::LongQuery`].
    pub(crate) fn read(values: &Values) -> Result<Asked, Trouble> {
        let q = values.get("q").to_owned();
        let filters = Facet::ALL.map(|facet| values.some(facet.name()));
        let long = |text: &String| text.chars().count() > LONGEST_QUERY;
        if long(&q) || filters.iter().flatten().any(long) {
            return Err(Trouble::LongQuery);
        }
        let mut unclear_years = Vec::new();
        let mut year = |name| {
            let given = values.some(name)?;
            let year = given.parse().ok().filter(|year| (1..=9999).contains(year));
            unclear_years.extend(year.is_none().then_some(given));
            year
        };
        let order = Order::ALL.into_iter().find(|order| order.name() == values.get("tri"));
        Ok(Asked {
            q,
            filters,
            from: year("de"),
            to: year("a"),
            unclear_years,
            order: order.unwrap_or_default(),
            exact: values.get("exact") == "1",
            page: values.number("page").unwrap_or(1).clamp(1, LAST_PAGE),
        })
    }

    /// The value of a filter.
    pub(crate) fn filter(&self, facet: Facet) -> Option<&str> {
        self.filters[facet as usize].as_deref()
    }

    /// The same with another value of a filter, from the first page.
    pub(crate) fn with(&self, facet: Facet, value: Option<&str>) -> Asked {
        let mut other = Asked { page: 1, ..self.clone() };
        other.filters[facet as usize] = value.map(str::to_owned);
        other
    }

    /// The same with other years, from the first page.
    pub(crate) fn between(&self, from: Option<i16>, to: Option<i16>) -> Asked {
        Asked { from, to, page: 1, ..self.clone() }
    }

    /// The same without any filter, from the first page.
    pub(crate) fn without_filters(&self) -> Asked {
        let filters = Default::default();
        Asked { filters, from: None, to: None, page: 1, ..self.clone() }
    }

    /// Whether something narrows the search.
    pub(crate) fn is_filtered(&self) -> bool {
        self.filters.iter().any(Option::is_some) || self.from.is_some() || self.to.is_some()
    }

    /// The first and the last year, where one is given.
    pub(crate) fn years(&self) -> Option<std::ops::RangeInclusive<i16>> {
        let given = self.from.is_some() || self.to.is_some();
        given.then(|| self.from.unwrap_or(i16::MIN)..=self.to.unwrap_or(i16::MAX))
    }

    /// What the query crate is asked for.
    pub(crate) fn search(&self) -> Search {
        let filter = |facet| self.filter(facet).map(str::to_owned);
        Search {
            query: self.query(),
            filters: Filters {
                speaker: filter(Facet::Speaker),
                theme: filter(Facet::Theme),
                keyword: filter(Facet::Keyword),
                kind: filter(Facet::Kind),
                language: None,
                document: filter(Facet::Document),
                place: filter(Facet::Place),
                years: self.years(),
            },
            group: Group::Section,
            sort: match self.order {
                Order::Relevance => Sort::Relevance,
                Order::Latest => Sort::Date,
                Order::Reading => Sort::Document,
            },
            detail: Detail::Excerpts,
            limit: PAGE,
            offset: self.page.saturating_sub(1) * PAGE,
        }
    }

    /// The query that is searched: what was typed, or the very words of it.
    pub(crate) fn query(&self) -> String {
        match self.exact {
            true => glane_query::parse(&self.q).literal().to_string(),
            false => self.q.clone(),
        }
    }

    /// The address of these results.
    pub(crate) fn address(&self) -> String {
        self.address_of("/recherche")
    }

    /// The address of another view of this search.
    pub(crate) fn address_of(&self, path: &str) -> String {
        let year = |year: Option<i16>| year.map_or(String::new(), |year| year.to_string());
        let page = if self.page > 1 { self.page.to_string() } else { String::new() };
        let mut pairs = vec![("q", self.q.clone())];
        let filters = Facet::ALL.into_iter().zip(&self.filters);
        pairs.extend(
            filters.map(|(facet, value)| (facet.name(), value.clone().unwrap_or_default())),
        );
        pairs.extend([
            ("de", year(self.from)),
            ("a", year(self.to)),
            ("tri", self.order.name().to_owned()),
            ("exact", if self.exact { "1".to_owned() } else { String::new() }),
            ("page", page),
        ]);
        address(path, &pairs)
    }

    /// What a form of this search must send besides its own fields.
    pub(crate) fn hidden(&self, without: &[&str]) -> Vec<(&'static str, String)> {
        let filters = Facet::ALL.into_iter().zip(&self.filters);
        let filters = filters.filter_map(|(facet, value)| Some((facet.name(), value.clone()?)));
        let rest = [("q", self.q.clone()), ("tri", self.order.name().to_owned())];
        let all = filters.chain(rest).filter(|(_, value)| !value.is_empty());
        all.filter(|(name, _)| !without.contains(name)).collect()
    }
}

/// `path` with the values that are not empty.
pub(crate) fn address(path: &str, pairs: &[(&str, String)]) -> String {
    let mut query = Serializer::new(String::new());
    query.extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty()));
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// The path of the section `document#section`, as the words of `q` are found in it.
pub(crate) fn section(id: &str, q: &str) -> String {
    address(&format!("/atelier/{}", segment(id)), &[("q", q.to_owned())])
}

/// The path of a search for words alone.
pub(crate) fn search(q: &str) -> String {
    address("/recherche", &[("q", q.to_owned())])
}

/// The path of a document.
pub(crate) fn document(id: &str) -> String {
    format!("/document/{}", segment(id))
}

fn segment(id: &str) -> String {
    utf8_percent_encode(id, SEGMENT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Asked {
        Asked::read(&Values::read(query.as_bytes())).unwrap()
    }

    #[test]
    fn an_address_reads_back_as_what_it_was_made_from() {
        let full = "/recherche?q=l%27acc%C3%A8s+%26+%23+%3F&theme=T+%2B+1&mot=aller+vers&de=2015&a=2019&tri=recent&exact=1&page=3";
        let asked = read(full.split_once('?').unwrap().1);
        assert_eq!(asked.address(), full);
        assert_eq!(asked.q, "l'accès & # ?");
        assert_eq!(asked.filter(Facet::Theme), Some("T + 1"));
    }

    #[test]
    fn any_address_is_read() {
        for odd in ["", "q", "q=%ff%fe", "q=a&q=b", "page=-1&page=x", "%=%", "tri=hasard"] {
            read(odd);
        }
        assert_eq!(read("q=a&q=b").q, "b");
        assert_eq!(read("page=0").page, 1);
    }

    #[test]
    fn what_is_no_year_is_told_and_left_out() {
        let asked = read("de=20199&a=2020");
        assert_eq!((asked.from, asked.to), (None, Some(2020)));
        assert_eq!(asked.unclear_years, ["20199"]);
    }

    #[test]
    fn a_query_without_end_is_refused() {
        let long = format!("q={}", "a".repeat(LONGEST_QUERY + 1));
        assert_eq!(Asked::read(&Values::read(long.as_bytes())), Err(Trouble::LongQuery));
    }

    #[test]
    fn filters_can_be_added_and_removed_from_the_first_page_on() {
        let asked = read("q=a&page=4").with(Facet::Keyword, Some("b"));
        assert_eq!(asked.address(), "/recherche?q=a&mot=b");
        assert_eq!(asked.with(Facet::Keyword, None).address(), "/recherche?q=a");
        assert_eq!(asked.without_filters().address(), "/recherche?q=a");
    }

    #[test]
    fn an_identifier_is_one_segment_of_a_path() {
        assert_eq!(section("2019/a b.txt#atelier-4", ""), "/atelier/2019%2Fa%20b.txt%23atelier-4");
        assert_eq!(document("../é?.txt"), "/document/..%2F%C3%A9%3F.txt");
    }
}

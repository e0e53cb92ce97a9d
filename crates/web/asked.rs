//! What an address asks for, and the addresses that ask for something else.
//!
//! Any text is read: an unknown name is passed over. Of several values of a name the last one counts,
//! but for filters, which may have several.

use form_urlencoded::Serializer;
use glane_query::{Detail, Filters, Group, Search};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub(crate) use crate::choice::{Facet, Order};
use crate::trouble::Trouble;
pub(crate) use crate::values::Values;

/// How many sections a page of results shows.
pub(crate) const PAGE: usize = 10;
/// The longest query, in characters.
const LONGEST_QUERY: usize = 2_000;
/// The most values of one filter.
pub(crate) const MOST_VALUES: usize = 20;
/// The last page of results that is shown: beyond, a search is to be narrowed.
const LAST_PAGE: usize = 1_000;

/// What a path segment may hold as it is: RFC 3986, `unreserved`.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A search as its address holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// What was typed.
    pub(crate) q: String,
    /// The values of each facet, in the order of [`Facet::ALL`]: a section has one of each.
    pub(crate) filters: [Vec<String>; 8],
    /// The first year and the last of a period, which stands for years.
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
        let mut filters = Facet::ALL.map(|facet| values.each(facet.name()));
        let long = |text: &String| text.chars().count() > LONGEST_QUERY;
        let many = filters.iter().any(|values| values.len() > MOST_VALUES);
        if many || long(&q) || filters.iter().flatten().any(long) {
            return Err(Trouble::LongQuery);
        }
        let mut unclear_years = Vec::new();
        let mut year = |given: String| {
            let year = given.parse().ok().filter(|year| (1..=9999).contains(year));
            unclear_years.extend(year.is_none().then_some(given));
            year
        };
        filters[Facet::Year as usize].retain(|own| year(own.clone()).is_some());
        let [from, to] = ["de", "a"].map(|name| values.some(name).and_then(&mut year));
        let order = Order::ALL.into_iter().find(|order| order.name() == values.get("tri"));
        Ok(Asked {
            q,
            filters,
            from,
            to,
            unclear_years,
            order: order.unwrap_or_default(),
            exact: values.get("exact") == "1",
            page: values.number("page").unwrap_or(1).clamp(1, LAST_PAGE),
        })
    }

    /// The values of a filter.
    pub(crate) fn values(&self, facet: Facet) -> &[String] {
        &self.filters[facet as usize]
    }

    /// Whether a value of a filter is asked for.
    pub(crate) fn has(&self, facet: Facet, value: &str) -> bool {
        self.values(facet).iter().any(|own| own == value)
    }

    /// The same with other values of a filter, from the first page. Years take the place of a period.
    fn with(&self, facet: Facet, values: Vec<String>) -> Asked {
        let mut other = Asked { page: 1, ..self.clone() };
        if facet == Facet::Year {
            (other.from, other.to) = (None, None);
        }
        other.filters[facet as usize] = values;
        other
    }

    /// The same with one value of a filter more, or less where it has it.
    pub(crate) fn toggled(&self, facet: Facet, value: &str) -> Asked {
        let mut values = self.values(facet).to_vec();
        match values.iter().position(|own| own == value) {
            Some(at) => drop(values.remove(at)),
            None => values.push(value.to_owned()),
        }
        self.with(facet, values)
    }

    /// The same with this value of a filter alone.
    pub(crate) fn only(&self, facet: Facet, value: &str) -> Asked {
        self.with(facet, vec![value.to_owned()])
    }

    /// The same without a filter.
    pub(crate) fn without(&self, facet: Facet) -> Asked {
        self.with(facet, Vec::new())
    }

    /// The same without a period, from the first page.
    pub(crate) fn without_period(&self) -> Asked {
        Asked { from: None, to: None, page: 1, ..self.clone() }
    }

    /// The same without any filter, from the first page.
    pub(crate) fn without_filters(&self) -> Asked {
        Asked { filters: Default::default(), ..self.without_period() }
    }

    /// Whether something narrows the search.
    pub(crate) fn is_filtered(&self) -> bool {
        Facet::ALL.into_iter().any(|facet| self.narrows(facet))
    }

    /// Whether a facet narrows the search; a period does as years do.
    pub(crate) fn narrows(&self, facet: Facet) -> bool {
        let period = facet == Facet::Year && (self.from.is_some() || self.to.is_some());
        period || !self.values(facet).is_empty()
    }

    /// What narrows the search, as the query crate takes it.
    pub(crate) fn filters(&self) -> Filters {
        let of = |facet| self.values(facet).to_vec();
        let years = self.values(Facet::Year).iter().filter_map(|year| year.parse().ok());
        let period = self.from.or(self.to);
        let period = period.map(|_| self.from.unwrap_or(i16::MIN)..=self.to.unwrap_or(i16::MAX));
        Filters {
            speaker: of(Facet::Speaker),
            theme: of(Facet::Theme),
            keyword: of(Facet::Keyword),
            kind: of(Facet::Kind),
            zone: Vec::new(),
            language: Vec::new(),
            document: of(Facet::Document),
            event: of(Facet::Event),
            place: of(Facet::Place),
            years: years.map(|year| year..=year).chain(period).collect(),
        }
    }

    /// What the query crate is asked for.
    pub(crate) fn search(&self) -> Search {
        Search {
            query: self.query(),
            filters: self.filters(),
            group: Group::Section,
            sort: self.order.sort(),
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
        pairs.extend(self.pairs(&Facet::ALL));
        pairs.extend([
            ("de", year(self.from)),
            ("a", year(self.to)),
            ("tri", self.order.name().to_owned()),
            ("exact", if self.exact { "1".to_owned() } else { String::new() }),
            ("page", page),
        ]);
        address(path, &pairs)
    }

    /// What a form that sets `facet` anew must send besides its own fields.
    pub(crate) fn hidden(&self, facet: Facet) -> Vec<(&'static str, String)> {
        let mut pairs = vec![("q", self.q.clone())];
        let others: Vec<Facet> = Facet::ALL.into_iter().filter(|own| *own != facet).collect();
        pairs.extend(self.pairs(&others));
        pairs.push(("tri", self.order.name().to_owned()));
        pairs.extend(self.exact.then(|| ("exact", "1".to_owned())));
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    /// Each value of some filters under its name.
    fn pairs(&self, facets: &[Facet]) -> impl Iterator<Item = (&'static str, String)> {
        let of = |facet: &Facet| {
            let name = facet.name();
            self.values(*facet).iter().map(move |value| (name, value.clone()))
        };
        facets.iter().flat_map(of)
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
        let full = "/recherche?q=l%27acc%C3%A8s+%26+%23+%3F&theme=T+%2B+1&mot=aller+vers&mot=b&de=2015&a=2019&tri=recent&exact=1&page=3";
        let asked = read(full.split_once('?').unwrap().1);
        assert_eq!(asked.address(), full);
        assert_eq!(asked.q, "l'accès & # ?");
        assert_eq!(asked.values(Facet::Theme), ["T + 1"]);
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
        let asked = read("de=20199&a=2020&annee=hier&annee=2018");
        assert_eq!((asked.from, asked.to), (None, Some(2020)));
        assert_eq!(asked.values(Facet::Year), ["2018"]);
        assert_eq!(asked.unclear_years, ["hier", "20199"]);
    }

    #[test]
    fn a_query_without_end_is_refused() {
        let long = format!("q={}", "a".repeat(LONGEST_QUERY + 1));
        assert_eq!(Asked::read(&Values::read(long.as_bytes())), Err(Trouble::LongQuery));
    }

    #[test]
    fn filters_can_be_added_and_removed_from_the_first_page_on() {
        let asked = read("q=a&page=4").toggled(Facet::Keyword, "b");
        assert_eq!(asked.address(), "/recherche?q=a&mot=b");
        let both = asked.toggled(Facet::Keyword, "c");
        assert_eq!(both.address(), "/recherche?q=a&mot=b&mot=c");
        assert_eq!(both.toggled(Facet::Keyword, "b").address(), "/recherche?q=a&mot=c");
        assert_eq!(both.only(Facet::Keyword, "d").address(), "/recherche?q=a&mot=d");
        assert_eq!(both.without(Facet::Keyword).address(), "/recherche?q=a");
        assert_eq!(asked.without_filters().address(), "/recherche?q=a");
    }

    #[test]
    fn years_take_the_place_of_a_period() {
        let period = read("q=a&de=2015&a=2019");
        assert_eq!(period.filters().years, [2015..=2019]);
        let years = period.toggled(Facet::Year, "2021").toggled(Facet::Year, "2023");
        assert_eq!(years.address(), "/recherche?q=a&annee=2021&annee=2023");
        assert_eq!(years.filters().years, [2021..=2021, 2023..=2023]);
        assert_eq!(read("de=2015").filters().years, [2015..=i16::MAX]);
    }

    #[test]
    fn filters_without_end_are_refused() {
        let many: String = (0..=MOST_VALUES).map(|number| format!("mot=m{number}&")).collect();
        assert_eq!(Asked::read(&Values::read(many.as_bytes())), Err(Trouble::LongQuery));
    }

    #[test]
    fn an_identifier_is_one_segment_of_a_path() {
        assert_eq!(section("2019/a b.txt#atelier-4", ""), "/atelier/2019%2Fa%20b.txt%23atelier-4");
        assert_eq!(document("../é?.txt"), "/document/..%2F%C3%A9%3F.txt");
    }
}

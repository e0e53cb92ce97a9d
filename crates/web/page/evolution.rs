//! How often a search occurs, year by year and event by event: a chart, then its numbers.

use glane_query::{Count, CountTable, Dimension, count};
use glane_render::{Dialect, count_chart, count_csv, counted, part_name};
use maud::{Markup, html};

use super::layout::{Frame, Tab, page};
use super::views::{Way, views};
use crate::asked::{Asked, Facet, Values, address};
use crate::desk::View;
use crate::trouble::Trouble;
use crate::typography::{T, typeset};

/// How high the chart of the years is, and its axis, in pixels.
const HEIGHT: f64 = 280.0;
const AXIS: f64 = 240.0;
/// How high its highest bar is.
const HIGHEST: f64 = 186.0;
/// How many events or documents have a bar.
const BARS: usize = 12;
/// Beyond so many years, narrow screens have room for the label of every other one.
const CLOSE: usize = 7;
/// How many letters of a title stand above a bar.
const TITLE: usize = 38;

/// What bars show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// Occurrences.
    Number,
    /// Occurrences in ten thousand words.
    Frequency,
}

impl Measure {
    fn read(values: &Values) -> Measure {
        if values.get("mesure") == "frequence" { Measure::Frequency } else { Measure::Number }
    }
}

/// A bar and its row.
struct Part {
    /// As a reader knows it.
    name: String,
    /// As it is filtered by; `None` for what the documents do not say.
    value: Option<String>,
    occurrences: u64,
    sections: u64,
    words: u64,
    rate: f64,
}

impl Part {
    fn measured(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Number => self.occurrences as f64,
            Measure::Frequency => self.rate,
        }
    }

    fn told(&self, measure: Measure) -> String {
        match measure {
            Measure::Number => number(self.occurrences),
            Measure::Frequency => decimal(self.rate),
        }
    }
}

/// The page of an evolution.
pub(crate) fn evolution(view: &View, asked: &Asked, values: &Values) -> Result<Markup, Trouble> {
    let main = match asked.q.is_empty() {
        true => html! { div.page.bloc { h1 { "Évolution" }
        p { (T("Écrivez un mot dans le champ ci-dessus : ses occurrences seront comptées année \
            par année.")) } } },
        false => charts(view, asked, values)?,
    };
    let frame = Frame {
        title: format!("Évolution de « {} »", asked.q),
        tab: Tab::Search,
        is_tab: false,
        query: Some(&asked.q),
        kept: view.kept().count(),
    };
    Ok(page(&frame, &main))
}

fn table(view: &View, asked: &Asked, by: Dimension) -> Result<CountTable, Trouble> {
    let asked = Count { filters: asked.filters(), by: vec![by], ..Count::new([asked.query()]) };
    Ok(count(&view.index, &asked)?)
}

fn parts(table: &CountTable, by: Dimension) -> Vec<Part> {
    let part = |row: &glane_query::CountRow| {
        let value = row.part.first()?.clone();
        let cell = row.cells.first()?;
        Some(Part {
            name: part_name(by, value.as_deref()),
            value,
            occurrences: cell.occurrences,
            sections: cell.sections,
            words: cell.words,
            rate: cell.per_10_000,
        })
    };
    table.rows.iter().filter_map(part).collect()
}

fn charts(view: &View, asked: &Asked, values: &Values) -> Result<Markup, Trouble> {
    let measure = Measure::read(values);
    let by_year = table(view, asked, Dimension::Year)?;
    let mut years = parts(&by_year, Dimension::Year);
    years.retain(|own| own.value.is_some());
    years.sort_by_key(|own| own.name.parse::<i32>().unwrap_or(0));
    let (by, others) = by_event_or_document(view, asked)?;
    let total = by_year.total.cells.first().map_or(0, |cell| cell.occurrences);
    let to = |path: &str, measure: &str| {
        let own = Asked { page: 1, ..asked.clone() }.address_of(path);
        match measure {
            "" => own,
            measure => format!(
                "{own}&{}",
                address("", &[("mesure", measure.to_owned())]).trim_start_matches('?')
            ),
        }
    };
    Ok(html! {
        (views(asked, Way::Evolution))
        div.page {
            div.tete {
                h1 { (T("Évolution : ")) span.requete { (T("« ")) (asked.q) (T(" »")) } }
                p.total { (T(counted(usize::try_from(total).unwrap_or(0), "occurrence", "occurrences")))
                    @if let (Some(first), Some(last)) = (years.first(), years.last()) {
                        (T(format!(" entre {} et {}", first.name, last.name)))
                    } "." }
                @if !by_year.notes.is_empty() {
                    ul.notes role="list" { @for note in &by_year.notes { li { (T(note)) } } }
                }
            }
            div.outils {
                div {
                    span #o-c { "Compter" }
                    ul role="list" aria-labelledby="o-c" {
                        li { a href=(to("/evolution", "")) aria-current=[(measure == Measure::Number).then_some("true")] {
                            "les occurrences" } }
                        li { a href=(to("/evolution", "frequence"))
                            aria-current=[(measure == Measure::Frequency).then_some("true")] {
                            (T("pour 10 000 mots")) } }
                    }
                }
                @if total > 0 {
                    div {
                        span #o-x { "Exporter" }
                        ul role="list" aria-labelledby="o-x" {
                            li { a download href=(to("/evolution.csv", "")) { "tableur (CSV)" } }
                            li { a download href=(to("/evolution.svg", "")) { "image (SVG)" } }
                        }
                    }
                }
            }
            @if total == 0 { p { (T("Aucune occurrence.")) } } @else {
                (by_years(asked, &years, measure))
                (by_others(asked, by, &others, measure))
            }
        }
    })
}

/// Most occurrences first, by event where documents name one, else by document.
fn by_event_or_document(view: &View, asked: &Asked) -> Result<(Dimension, Vec<Part>), Trouble> {
    let mut by = Dimension::Event;
    let mut others = parts(&table(view, asked, by)?, by);
    if others.iter().all(|own| own.value.is_none()) {
        by = Dimension::Document;
        others = parts(&table(view, asked, by)?, by);
    }
    others.sort_by(|a, b| b.occurrences.cmp(&a.occurrences).then_with(|| a.name.cmp(&b.name)));
    Ok((by, others))
}

fn by_years(asked: &Asked, years: &[Part], measure: Measure) -> Markup {
    let all = spanned(years);
    html! {
        @if !all.is_empty() {
            figure.graphe {
                figcaption { "Par année" }
                (bars(asked, &all, measure))
            }
            p.notes { (T("L'index compte plus ou moins de mots selon les années : comparez plutôt la \
                dernière colonne du tableau. Le tiret (–) signale une année sans document.")) }
            div.defile.donnees role="region" aria-labelledby="d-t" tabindex="0" { table {
                caption #d-t { "Les mêmes nombres, en tableau" }
                thead { tr { th scope="col" { "Année" } th.n scope="col" { "Occurrences" }
                    th.n scope="col" { (T("Mots dans l'index")) } th.n scope="col" { (T("Pour 10 000 mots")) } } }
                tbody { @for (year, part) in &all { tr {
                    th scope="row" { (year) }
                    @match part {
                        Some(part) => {
                            @let there = asked.only(Facet::Year, &year.to_string()).address();
                            td.n { a href=(there) { (number(part.occurrences)) span.vh { " occurrences en " (year) } } }
                            td.n { (number(part.words)) }
                            td.n { (decimal(part.rate)) }
                        },
                        None => td.doux colspan="3" { (T("aucun document de cette année dans l'index")) },
                    }
                } } }
            } }
        }
    }
}

/// Every year from the first to the last.
fn spanned(years: &[Part]) -> Vec<(i16, Option<&Part>)> {
    let year = |own: &Part| own.name.parse::<i16>().ok();
    let known: Vec<i16> = years.iter().filter_map(year).collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return Vec::new() };
    // A year without a word of any document is one without documents.
    let of = |wanted: i16| years.iter().find(|own| year(own) == Some(wanted) && own.words > 0);
    (*first..=*last).map(|year| (year, of(year))).collect()
}

/// Bars in per cent across and pixels down, so that words keep their size whatever the width.
fn bars(asked: &Asked, years: &[(i16, Option<&Part>)], measure: Measure) -> Markup {
    let most = years.iter().filter_map(|(_, part)| *part).map(|part| part.measured(measure));
    let most = most.fold(f64::MIN_POSITIVE, f64::max);
    let step = 100.0 / years.len() as f64;
    // Labels of neighbours must not touch: some are left out on long spans.
    let every = years.len().div_ceil(14);
    html! {
        svg role="img" aria-labelledby="g-t g-d" height=(HEIGHT) {
            title #g-t { (T("Occurrences de « ")) (asked.q) (T(" » par année")) }
            desc #g-d { (T(finding(years, measure))) }
            @for line in 1..4 {
                line.grille x1="0" x2="100%" y1=(AXIS - 60.0 * f64::from(line)) y2=(AXIS - 60.0 * f64::from(line)) {}
            }
            @for (at, (year, part)) in years.iter().enumerate() {
                @let middle = step * (at as f64 + 0.5);
                @match part {
                    Some(part) => {
                        @let height = HIGHEST * part.measured(measure) / most;
                        rect.barre-v x=(percent(middle - step * 0.31)) y=(px(AXIS - height))
                            width=(percent(step * 0.62)) height=(px(height)) rx="2" {}
                        @if at % every == 0 {
                            text.val x=(percent(middle)) y=(px(AXIS - height - 8.0)) text-anchor="middle" {
                                (part.told(measure)) }
                        }
                    },
                    None => text.sans x=(percent(middle)) y=(px(AXIS - 10.0)) text-anchor="middle" { "–" },
                }
                @if at % every == 0 {
                    text.serre[at / every % 2 == 1 && years.len() > CLOSE] x=(percent(middle))
                        y=(px(AXIS + 22.0)) text-anchor="middle" { (year) }
                }
            }
            line.axe x1="0" x2="100%" y1=(AXIS) y2=(AXIS) {}
        }
    }
}

/// What the bars show, for those who do not see them.
fn finding(years: &[(i16, Option<&Part>)], measure: Measure) -> String {
    let known: Vec<(i16, &Part)> =
        years.iter().filter_map(|(year, part)| Some((*year, (*part)?))).collect();
    let most = known.iter().max_by(|a, b| a.1.measured(measure).total_cmp(&b.1.measured(measure)));
    let (Some(first), Some(last), Some(most)) = (known.first(), known.last(), most) else {
        return String::new();
    };
    let told = |(year, part): &(i16, &Part)| format!("{} en {year}", part.told(measure));
    let empty = years.len() - known.len();
    let gaps = match empty {
        0 => String::new(),
        1 => " Une année n'a aucun document.".to_owned(),
        _ => format!(" {empty} années n'ont aucun document."),
    };
    let unit = if measure == Measure::Frequency { " pour 10 000 mots" } else { "" };
    format!("De {} à {}{unit} ; le maximum est de {}.{gaps}", told(first), told(last), told(most))
}

fn by_others(asked: &Asked, by: Dimension, others: &[Part], measure: Measure) -> Markup {
    let (facet, title) = match by {
        Dimension::Event => (Facet::Event, "événement"),
        _ => (Facet::Document, "document"),
    };
    let shown = &others[..BARS.min(others.len())];
    let most = shown.iter().map(|own| own.measured(measure)).fold(f64::MIN_POSITIVE, f64::max);
    let inside = |value: &String| asked.only(facet, value).address();
    let titled: Vec<String> = shown.iter().map(|own| short(&own.name)).collect();
    html! {
        @if shown.len() > 1 {
            figure.graphe.replier {
                figcaption { "Par " (title) }
                svg role="img" aria-labelledby="g2-t g2-d" height=(58 * shown.len()) {
                    title #g2-t { (T("Occurrences de « ")) (asked.q) (T(" » par ")) (title) }
                    desc #g2-d { (shown[0].name) (T(format!(" vient en tête avec {}.", shown[0].told(measure)))) }
                    @for (at, own) in shown.iter().enumerate() {
                        @let width = 86.0 * own.measured(measure) / most;
                        text x="0" y=(58 * at + 16) { (titled[at]) }
                        rect.piste x="0" y=(58 * at + 24) width="86%" height="16" rx="2" {}
                        rect.barre-v x="0" y=(58 * at + 24) width=(percent(width)) height="16" rx="2" {}
                        text.val x=(percent(width)) dx="8" y=(58 * at + 37) { (own.told(measure)) }
                    }
                }
            }
        }
        div.defile.donnees role="region" aria-labelledby="d-t2" tabindex="0" { table {
            caption #d-t2 { (T(format!("Occurrences et sections, par {title}"))) }
            thead { tr { th scope="col" { (if by == Dimension::Event { "Événement" } else { "Document" }) }
                th.n scope="col" { "Occurrences" }
                th.n scope="col" { "Sections" } th.n scope="col" { (T("Pour 10 000 mots")) } } }
            tbody { @for own in others { tr {
                th scope="row" { (own.name) }
                td.n { @match &own.value {
                    Some(value) => a href=(inside(value)) {
                        (number(own.occurrences)) span.vh { " occurrences, " (own.name) } },
                    None => (number(own.occurrences)),
                } }
                td.n { (number(own.sections)) }
                td.n { (decimal(own.rate)) }
            } } }
        } }
    }
}

fn short(name: &str) -> String {
    match name.chars().count() > TITLE {
        true => format!("{}…", name.chars().take(TITLE - 1).collect::<String>().trim_end()),
        false => name.to_owned(),
    }
}

fn number(number: u64) -> String {
    typeset(counted(usize::try_from(number).unwrap_or(usize::MAX), "", "").trim_end())
}

/// With one decimal after a comma, two below 1.
fn decimal(value: f64) -> String {
    let places = if value < 1.0 { 2 } else { 1 };
    format!("{value:.places$}").replace('.', ",")
}

fn percent(value: f64) -> String {
    format!("{value:.2}%")
}

fn px(value: f64) -> String {
    format!("{value:.1}")
}

/// The numbers by year, for a spreadsheet as French ones are set.
pub(crate) fn csv(view: &View, asked: &Asked) -> Result<Vec<u8>, Trouble> {
    let table = table(view, asked, Dimension::Year)?;
    let mut bytes = Vec::new();
    let dialect = Dialect { separator: b';', bom: true };
    count_csv(&table, dialect, &mut bytes).map_err(|_| Trouble::Broken)?;
    Ok(bytes)
}

/// The chart by year, as an image.
pub(crate) fn svg(view: &View, asked: &Asked) -> Result<Vec<u8>, Trouble> {
    Ok(count_chart(&table(view, asked, Dimension::Year)?).into_bytes())
}

//! Every occurrence of a search, one a line, aligned on what is searched.

use std::io::{self, Write};

use glane_query::{Concordance, ConcordanceKey, Occurrence, occurrences};
use glane_render::{ConcordanceTable, Dialect, Style, counted, text};
use maud::{Markup, html};

use super::facets;
use super::layout::{Frame, Tab, page};
use super::views::{Way, views};
use crate::asked::{self, Asked, Values, address};
use crate::desk::View;
use crate::trouble::Trouble;
use crate::typography::{T, typeset};

/// How many lines a page shows.
const LINES: usize = 50;
/// Beyond so many, occurrences are not counted: what was asked is to be narrowed.
const MOST: usize = 20_000;
/// How many columns a line of the text has.
const COLUMNS: usize = 120;
/// How many words stand on either side; what does not fit is faded out.
const CONTEXT: usize = 12;

/// The orders: their names in addresses and for readers, and what they sort on.
const ORDERS: [(&str, &str, &[ConcordanceKey]); 5] = [
    ("", "ordre des documents", &[]),
    ("avant", "mot d'avant", &[ConcordanceKey::Left(1), ConcordanceKey::Left(2)]),
    ("expression", "expression", &[ConcordanceKey::Pivot, ConcordanceKey::Right(1)]),
    ("apres", "mot d'après", &[ConcordanceKey::Right(1), ConcordanceKey::Right(2)]),
    ("date", "date", &[ConcordanceKey::Date]),
];

/// The order that an address asks for.
fn order(values: &Values) -> (&'static str, &'static str, &'static [ConcordanceKey]) {
    let wanted = values.get("tri");
    ORDERS.into_iter().find(|(name, ..)| *name == wanted).unwrap_or(ORDERS[0])
}

fn wanted(asked: &Asked, values: &Values) -> Concordance {
    Concordance {
        filters: asked.filters(),
        context: CONTEXT,
        sort: order(values).2.to_vec(),
        ..Concordance::new(asked.query())
    }
}

/// A page of the concordance.
pub(crate) fn concordance(view: &View, asked: &Asked, values: &Values) -> Result<Markup, Trouble> {
    let main = match asked.q.is_empty() {
        true => html! { div.page.bloc { h1 { "Concordance" }
        p { (T("Écrivez un mot dans le champ ci-dessus : chacune de ses occurrences sera montrée \
            entre les mots qui l'entourent.")) } } },
        false => lines(view, asked, values)?,
    };
    let frame = Frame {
        title: format!("Concordance de « {} »", asked.q),
        tab: Tab::Search,
        is_tab: false,
        query: Some(&asked.q),
        kept: view.kept().count(),
    };
    Ok(page(&frame, &main))
}

fn lines(view: &View, asked: &Asked, values: &Values) -> Result<Markup, Trouble> {
    let found = occurrences(&view.index, &wanted(asked, values))?;
    let notes = found.notes().to_vec();
    let first = asked.page.saturating_sub(1) * LINES;
    let (mut shown, mut total) = (Vec::new(), 0);
    for occurrence in found.take(MOST) {
        let occurrence = occurrence?;
        if (first..first + LINES).contains(&total) {
            shown.push(occurrence);
        }
        total += 1;
    }
    let (name, label, _) = order(values);
    let at = |page: usize| {
        let page = if page > 1 { page.to_string() } else { String::new() };
        with(asked, "/concordance", &[("tri", name.to_owned()), ("page", page)])
    };
    let all = if total == MOST { "plus de " } else { "" };
    Ok(html! {
        (views(asked, Way::Concordance))
        div.page {
            div.tete {
                h1 { (T("Concordance : ")) span.requete { (T("« ")) (asked.q) (T(" »")) } }
                p.total { (all) (T(counted(total, "occurrence", "occurrences")))
                    (T(". Chaque ligne montre les mots qui entourent l'expression.")) }
                @if !notes.is_empty() {
                    ul.notes role="list" { @for note in &notes { li { (T(note)) } } }
                }
            }
            div.outils {
                div {
                    span #o-tri { "Trier par" }
                    ul role="list" aria-labelledby="o-tri" { @for (own, label, _) in ORDERS {
                        li { a href=(with(asked, "/concordance", &[("tri", own.to_owned())]))
                            aria-current=[(own == name).then_some("true")] { (T(label)) } }
                    } }
                }
                @if total > 0 {
                    (exports(asked, name, total == MOST))
                }
            }
            @if shown.is_empty() { p { (T("Aucune occurrence.")) } } @else {
                (table(asked, &shown, &format!("Occurrences {} à {} sur {total}, par {label}",
                    first + 1, first + shown.len())))
                nav.pages aria-label="Pages de la concordance" {
                    span.doux { "Page " (asked.page) " sur " (total.div_ceil(LINES)) }
                    div.actions {
                        @if asked.page > 1 { a.bouton href=(at(asked.page - 1)) rel="prev" { "Page précédente" } }
                        @if first + shown.len() < total {
                            a.bouton href=(at(asked.page + 1)) rel="next" { "Page suivante" } }
                    }
                }
            }
        }
    })
}

/// The lines as files.
fn exports(asked: &Asked, order: &str, is_cut: bool) -> Markup {
    let to = |path: &str| with(asked, path, &[("tri", order.to_owned())]);
    html! {
        div {
            span #o-x { "Exporter les lignes" @if is_cut {
                (T(format!(" (les {} premières)", counted(MOST, "", "").trim())))
            } }
            ul role="list" aria-labelledby="o-x" {
                li { a download href=(to("/concordance.csv")) { "tableur (CSV)" } }
                li { a download href=(to("/concordance.txt")) { "texte" } }
            }
        }
    }
}

/// This search under another path, with values of its own; the order of results is not one of
/// lines.
fn with(asked: &Asked, path: &str, more: &[(&str, String)]) -> String {
    let asked = Asked { page: 1, order: asked::Order::default(), ..asked.clone() };
    let own = asked.address_of(path);
    let more = address("", more);
    match more.strip_prefix('?') {
        Some(more) => format!("{own}&{more}"),
        None => own,
    }
}

/// The roles are said again: narrow screens show rows as sentences, which takes them away.
fn table(asked: &Asked, shown: &[Occurrence], caption: &str) -> Markup {
    html! {
        table.kwic role="table" {
            caption { (T(caption)) }
            thead role="rowgroup" { tr role="row" {
                th.g scope="col" role="columnheader" { "Avant" }
                th.p scope="col" role="columnheader" { "Expression" }
                th.d scope="col" role="columnheader" { "Après" }
                th.s scope="col" role="columnheader" { "Source" }
            } }
            tbody role="rowgroup" { @for own in shown {
                tr role="row" {
                    td.g role="cell" { span { (one_line(&own.left)) } }
                    td.p role="cell" { mark { (one_line(&own.pivot)) } }
                    " "
                    td.d role="cell" { span { (one_line(&own.right)) } }
                    td.s role="cell" { a href=(source(asked, own)) { (place(own)) } }
                }
            } }
        }
    }
}

/// Where an occurrence stands, by its passage.
fn source(asked: &Asked, own: &Occurrence) -> String {
    let (section, passage) = own.id.rsplit_once('@').unwrap_or((&own.id, "1"));
    format!("{}#passage-{passage}", asked::section(section, &asked.q))
}

fn place(own: &Occurrence) -> String {
    let place = &own.place;
    let name = place.place.as_deref().or(place.event.as_deref()).unwrap_or(&place.title);
    let mut facts = vec![short(name)];
    facts.extend(place.year.map(|year| year.to_string()));
    facts.extend(own.page.map(|page| format!("p. {page}")));
    facts.join(", ")
}

/// As much of a name as a column has room for.
fn short(name: &str) -> String {
    match name.chars().count() > 28 {
        true => format!("{}…", name.chars().take(27).collect::<String>().trim_end()),
        false => name.to_owned(),
    }
}

/// As hits are shown, on one line: without light markup. The space between an expression and the
/// words around it stays.
fn one_line(text: &str) -> String {
    let space = |at: Option<char>| if at.is_some_and(char::is_whitespace) { " " } else { "" };
    let (first, last) = (space(text.chars().next()), space(text.chars().next_back()));
    match glane_query::plain(text) {
        line if line.is_empty() => first.to_owned(),
        line => format!("{first}{line}{last}"),
    }
}

/// All lines, for a spreadsheet as French ones are set.
pub(crate) fn csv(view: &View, asked: &Asked, values: &Values) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    let broken = |_| Trouble::Broken;
    let dialect = Dialect { separator: b';', bom: true };
    let mut rows = ConcordanceTable::new(dialect, &mut bytes).map_err(broken)?;
    for occurrence in occurrences(&view.index, &wanted(asked, values))?.take(MOST) {
        rows.row(&occurrence?).map_err(broken)?;
    }
    rows.end().map_err(broken)?;
    Ok(bytes)
}

/// All lines as text, under what was asked.
pub(crate) fn txt(view: &View, asked: &Asked, values: &Values) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    let broken = |_| Trouble::Broken;
    let style = Style { width: COLUMNS, ..Style::default() };
    let found = occurrences(&view.index, &wanted(asked, values))?;
    let notes = found.notes().to_vec();
    let mut failed = None;
    let lines = found.take(MOST).map_while(|own| own.map_err(|error| failed = Some(error)).ok());
    heading(asked, &notes, &mut bytes).map_err(broken)?;
    let layout = match order(values).2 {
        [] => text::Layout::BySection,
        _ => text::Layout::Listed,
    };
    text::concordance(lines, layout, &style, &mut bytes).map_err(broken)?;
    failed.map_or(Ok(bytes), |error| Err(error.into()))
}

fn heading(asked: &Asked, notes: &[String], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}{}{}", typeset("Concordance : « "), asked.q, typeset(" »"))?;
    for (label, value, _) in facets::applied(asked) {
        writeln!(out, "{}{value}", typeset(&label))?;
    }
    notes.iter().try_for_each(|note| writeln!(out, "{}", typeset(note)))?;
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn spaces_between_words_and_the_expression_stay() {
        assert_eq!(one_line("au\n  guichet "), "au guichet ");
        assert_eq!(one_line("l'"), "l'");
        assert_eq!(one_line(""), "");
        assert_eq!(one_line("**Un** "), "Un ");
    }
}

//! Tables of people: one a row, and what each does.

use std::borrow::Cow;
use std::ops::Range;

use glane_document::{Function, Rule, Speaker};

use crate::line::Line;
use crate::structure::name::{self, Trust};
use crate::structure::timetable::header::with_header;
use crate::structure::timetable::rows::{self, Row, Table};
use crate::words::fold;

/// People that a table lists.
#[derive(Debug)]
pub(crate) struct Roster {
    /// The lines that it takes.
    pub(crate) lines: Range<usize>,
    pub(crate) people: Vec<Speaker>,
}

/// How many people make a table one of people.
const MANY: usize = 2;

/// What a column of names is called, folded.
const NAMES: [&str; 12] = [
    "nom",
    "noms",
    "nom et prenom",
    "nom, prenom",
    "nom prenom",
    "prenom nom",
    "prenom et nom",
    "prenom, nom",
    "intervenant",
    "intervenants",
    "membre",
    "membres",
];

/// What a column of what people are is called, folded.
const ROLES: [&str; 14] = [
    "role",
    "roles",
    "fonction",
    "fonctions",
    "qualite",
    "poste",
    "statut",
    "mandat",
    "organisme",
    "organisation",
    "structure",
    "institution",
    "affiliation",
    "etablissement",
];

/// What a column is called of a table of who is present, who votes, or when something is, folded.
const OTHERS: [&str; 13] = [
    "present",
    "absent",
    "excuse",
    "emargement",
    "signature",
    "pouvoir",
    "procuration",
    "vote",
    "voix",
    "heure",
    "horaire",
    "date",
    "titre",
];

/// The tables of people of a text, in order.
pub(crate) fn rosters(lines: &[Line<'_>]) -> Vec<Roster> {
    rows::tables(lines).into_iter().map(with_header).filter_map(roster).collect()
}

fn roster(table: Table) -> Option<Roster> {
    let header: Vec<Cow<'_, str>> = table.header.iter().map(|name| fold(name.trim())).collect();
    let of = |names: &[&str]| header.iter().position(|name| names.contains(&&**name));
    if header.iter().any(|name| OTHERS.iter().any(|other| name.starts_with(other))) {
        return None;
    }
    let columns =
        Columns { name: of(&NAMES)?, given: of(&["prenom", "prenoms"]), role: of(&ROLES)? };
    let named = table.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.plain.is_empty()));
    let people: Vec<Option<Speaker>> = named.map(|row| person(row, &columns)).collect();
    let all = people.len();
    let people: Vec<Speaker> = people.into_iter().flatten().collect();
    let mostly = people.len() >= MANY && 2 * people.len() > all;
    mostly.then_some(Roster { lines: table.lines, people })
}

/// Where a table says who people are.
struct Columns {
    name: usize,
    /// The column of first names, where they have one.
    given: Option<usize>,
    role: usize,
}

fn person(row: &Row, columns: &Columns) -> Option<Speaker> {
    let cell =
        |at: usize| row.cells.get(at).map(|cell| cell.plain.trim()).filter(|text| !text.is_empty());
    let family = cell(columns.name)?;
    let written = match columns.given {
        Some(given) => format!("{} {family}", cell(given)?),
        None => family.to_owned(),
    };
    let name = name::parse(&written, Trust::Announced).filter(|name| name.len == written.len())?;
    let person = Speaker::new(&name.display(), &written, Function::Speaker);
    Some(Speaker { role: cell(columns.role).map(str::to_owned), rule: Some(Rule::Table), ..person })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(table: &str, expect: &[&str]) {
        let found = rosters(&lines(table));
        let people = found.iter().flat_map(|roster| &roster.people);
        let shown = people
            .map(|person| format!("{}, {}", person.name, person.role.as_deref().unwrap_or("-")));
        assert_eq!(shown.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_table_may_list_people_and_what_they_do() {
        check(
            "|Nom|Rôle|\n|---|---|\n|Zoé Lanteri|Présidente|\n|PERROT Luc|Trésorier|\n|à pourvoir|Secrétaire|\n",
            &["Zoé Lanteri, Présidente", "Luc Perrot, Trésorier"],
        );
        check(
            "| Fonction | NOM | Prénom |\n|---|---|---|\n| Maire | LANTERI | Ysoria |\n| | Perrot | Luc |\n",
            &["Ysoria Lanteri, Maire", "Luc Perrot, -"],
        );
    }

    #[test]
    fn other_tables_list_nobody() {
        check(
            "|Nom|Rôle|Présent|\n|---|---|---|\n|Zoé Lanteri|Maire|oui|\n|Luc Perrot||non|\n",
            &[],
        );
        check("|Nom|Prix|\n|---|---|\n|Zoé Lanteri|3|\n|Luc Perrot|4|\n", &[]);
        check("|Nom|Statut|\n|---|---|\n|Guichet vert|ouvert|\n|Relais du quai|fermé|\n", &[]);
        check("|Nom|Rôle|\n|---|---|\n|Zoé Lanteri|Maire|\n", &[]);
    }
}

//! What each column of a table holds, told by its header or by what stands in it.

use std::collections::HashSet;

use glane_document::Function;

use crate::structure::date;
use crate::structure::name::{self, Trust};
use crate::structure::time::leading_slot;
use crate::structure::timetable::rows::{Cell, Row};
use crate::structure::timetable::talk;
use crate::words::{Text, canonical};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Date,
    Time,
    Title,
    /// What gathers sessions, beside the column of their titles: a theme, a track.
    Theme,
    People(Function),
    /// Who speaks, then the title of what is said: `Zoé Lanteri - Se loger`.
    Talk(Function),
    /// What kind of session it is: `Communication`, `Pause`.
    Kind,
    Keywords,
    /// What goes on in one room or on one day, beside what goes on in the others.
    Room,
    Other,
}

/// How many columns are looked at: what is wider is data.
const MAX_COLUMNS: usize = 40;

/// What the columns of a table hold.
pub(super) fn columns(header: &[String], rows: &[Row]) -> Vec<Column> {
    let header = &header[..header.len().min(MAX_COLUMNS)];
    let mut columns: Vec<Column> = match header.iter().any(|header| !header.is_empty()) {
        true => header.iter().map(|header| column(header)).collect(),
        false => by_content(rows, header.len().max(width(rows))),
    };
    for (at, column) in columns.iter_mut().enumerate().skip(1) {
        if *column == Column::Other && holds_people(rows, at) {
            *column = Column::People(Function::Speaker);
        }
    }
    give_day_to_times(&mut columns, header, rows);
    for (at, column) in columns.iter_mut().enumerate() {
        if header.get(at).is_some_and(|header| bounds_time(header)) && timed(rows, at) {
            *column = Column::Time;
        }
    }
    // Above the times, a header may say nothing.
    let when = columns.iter().any(|column| matches!(column, Column::Date | Column::Time));
    let nameless = |at: &usize| header.get(*at).is_some_and(String::is_empty) && timed(rows, *at);
    if let Some(at) = (0..columns.len()).find(nameless).filter(|_| !when) {
        columns[at] = Column::Time;
    }
    let bare = |at: &usize| columns[*at] == Column::Other && is_bare_title(&header[*at]);
    if !columns.contains(&Column::Title)
        && let Some(at) = (0..columns.len().min(header.len())).find(bare)
    {
        columns[at] = Column::Title;
    }
    if !columns.contains(&Column::Title) {
        for (at, column) in columns.iter_mut().enumerate() {
            if let Column::People(function) = *column
                && talk::are_talks(rows, at)
            {
                *column = Column::Talk(function);
            }
        }
    }
    title_beside_people(&mut columns, header, rows);
    set_themes_apart(&mut columns, header, rows);
    columns
}

/// How many full cells tell whether the values of a column return.
const MANY_CELLS: usize = 4;

/// Of several columns that may hold titles, those that gather sessions hold themes: what is headed
/// `Thème` beside `Titre`, and few values that return beside others that do not.
fn set_themes_apart(columns: &mut [Column], header: &[String], rows: &[Row]) {
    const GATHERS: [&str; 5] = ["theme", "session", "seance", "sequence", "parcours"];
    const NAMES: [&str; 6] =
        ["titre", "title", "intitule", "sujet", "intervention", "communication"];
    let titles: Vec<usize> =
        (0..columns.len()).filter(|at| columns[*at] == Column::Title).collect();
    if titles.len() < 2 {
        return;
    }
    let headed = |at: usize, words: &[&str]| {
        let header = header.get(at).map(|header| canonical(header)).unwrap_or_default();
        words.iter().any(|word| header.contains(word))
    };
    let names = |at: usize| headed(at, &NAMES);
    let named = titles.iter().any(|at| names(*at));
    let values: Vec<(usize, usize)> = titles.iter().map(|at| values(rows, *at)).collect();
    let varied = values.iter().any(|(all, own)| *all >= MANY_CELLS && own * 5 >= all * 4);
    for (at, (all, own)) in titles.into_iter().zip(values) {
        let returns = varied && all >= MANY_CELLS && own * 2 <= all;
        let gathers = headed(at, &GATHERS) && (named || own < all);
        if !names(at) && (gathers || returns) {
            columns[at] = Column::Theme;
        }
    }
}

/// How many full cells a column has that say something, and how many say something else than all
/// others.
fn values(rows: &[Row], at: usize) -> (usize, usize) {
    let said = |cell: &&Cell| cell.plain.contains(char::is_alphanumeric);
    let cells: Vec<&str> = full(rows, at).filter(said).map(|cell| cell.plain.as_str()).collect();
    let own: HashSet<&str> = cells.iter().copied().collect();
    (cells.len(), own.len())
}

/// Whether a header may say that its column holds when sessions start or end: `Début`, `Fin`, `De`, `À`,
/// `Quand`.
fn bounds_time(header: &str) -> bool {
    let header = canonical(header);
    let bounds = ["debut", "fin", "de", "a", "quand", "start", "end", "from", "to"];
    let last = header.rsplit(' ').next();
    last.is_some_and(|last| matches!(last, "debut" | "fin")) || bounds.contains(&header.as_str())
}

/// Between times and people, the first column of words whose header says nothing known holds titles:
/// `De | À | Quoi | Qui`.
fn title_beside_people(columns: &mut [Column], header: &[String], rows: &[Row]) {
    const ASIDE: [&str; 13] = [
        "duree",
        "lieu",
        "place",
        "adresse",
        "inscription",
        "tarif",
        "contact",
        "public",
        "niveau",
        "ville",
        "materiel",
        "observation",
        "lien",
    ];
    let has = |wanted: fn(&Column) -> bool| columns.iter().any(wanted);
    let titled = has(|column| matches!(column, Column::Title | Column::Talk(_)));
    // A day stands for a missing title.
    let known = has(|column| *column == Column::Time)
        && !has(|column| *column == Column::Date)
        && has(|column| matches!(column, Column::People(_) | Column::Kind));
    if titled || !known {
        return;
    }
    let aside = |at: usize| {
        let header = canonical(&header[at]);
        header.is_empty() || ASIDE.iter().any(|word| header.starts_with(word))
    };
    let worded = |at: usize| {
        let words = full(rows, at).filter(|cell| cell.plain.contains(' ')).count();
        words > 0 && words * 2 >= full(rows, at).count()
    };
    let open = |at: &usize| columns[*at] == Column::Other && !aside(*at) && worded(*at);
    if let Some(at) = (0..columns.len().min(header.len())).find(open) {
        columns[at] = Column::Title;
    }
}

/// Under a day that heads several columns, times and what they are of stand side by side.
fn give_day_to_times(columns: &mut [Column], header: &[String], rows: &[Row]) {
    let day = |at: &usize| columns[*at] == Column::Room;
    let Some(first) = (0..header.len()).find(|at| day(at) && timed(rows, *at)) else { return };
    let same = (first..header.len()).take_while(|&at| header[at] == header[first]).count();
    for at in (first..first + same).filter(|_| same > 1) {
        columns[at] = if timed(rows, at) { Column::Time } else { Column::Title };
    }
}

/// Whether a row announces what the columns hold, though nothing marks it as a header.
pub(super) fn announces(row: &Row) -> bool {
    let found: Vec<Column> = row.cells.iter().map(|cell| column(&cell.plain)).collect();
    let has = |wanted: fn(&Column) -> bool| found.iter().any(wanted);
    !row.is_whole()
        && has(|column| matches!(column, Column::Date | Column::Time))
        && has(|column| matches!(column, Column::Title | Column::People(_)))
        && row.cells.iter().all(|cell| cell.plain.len() < 40 && leading_slot(&cell.plain).is_none())
}

/// Whether a table lists talks and who holds each, at no stated time: `Intervention` beside
/// `Intervenant·e`, most of whose cells name people.
pub(super) fn lists_talks(header: &[String], columns: &[Column], rows: &[Row]) -> bool {
    const HOLDERS: [&str; 5] = ["intervenant", "orat", "conferencier", "speaker", "animat"];
    const TALKS: [&str; 6] =
        ["intervention", "titre", "sujet", "theme", "intitule", "communication"];
    let header: Vec<String> = header.iter().take(MAX_COLUMNS).map(|name| canonical(name)).collect();
    let opens = |at: usize, words: &[&str]| words.iter().any(|word| header[at].starts_with(word));
    let held = |at: usize| matches!(columns[at], Column::People(_)) && opens(at, &HOLDERS);
    let titled = (0..header.len()).any(|at| columns[at] == Column::Title && opens(at, &TALKS));
    let Some(at) = (0..header.len()).find(|&at| held(at)).filter(|_| titled) else { return false };
    let named = |cell: &&Cell| {
        name::parse(&cell.plain, Trust::Announced).is_some_and(|name| {
            let after = cell.plain[name.len..].trim_start();
            after.is_empty()
                || after.starts_with([',', '(', '&', '/', ';'])
                || after.starts_with("et ")
        })
    };
    let people = full(rows, at).filter(named).count();
    people >= 2 && people * 2 >= full(rows, at).count()
}

/// How many cells the first rows have.
fn width(rows: &[Row]) -> usize {
    rows.iter().take(3).map(|row| row.cells.len()).max().unwrap_or(0).min(MAX_COLUMNS)
}

/// The full cells of a column, each once.
pub(super) fn full(rows: &[Row], at: usize) -> impl Iterator<Item = &Cell> {
    let cells = rows.iter().filter(|row| !row.is_whole()).filter_map(move |row| row.cells.get(at));
    cells.filter(|cell| cell.is_own())
}

/// Whether most cells of a column start with times.
fn timed(rows: &[Row], at: usize) -> bool {
    let times = rows.iter().filter_map(|row| leading_slot(&row.cells.get(at)?.plain)).count();
    // Rows may hold nothing but what reaches into them.
    let rows = rows.iter().filter(|row| row.cells.iter().any(Cell::is_own)).count();
    times * 2 > rows
}

/// What the columns of a table without a header hold: times, and what is left.
fn by_content(rows: &[Row], width: usize) -> Vec<Column> {
    let of = |at: usize| match () {
        () if timed(rows, at) => Column::Time,
        () if at > 0 && holds_people(rows, at) => Column::Other,
        () => Column::Title,
    };
    (0..width).map(of).collect()
}

/// Whether most full cells of a column are names, whatever its header says: `Référent`.
fn holds_people(rows: &[Row], at: usize) -> bool {
    let full = || full(rows, at).filter(|cell| cell.plain.contains(char::is_alphabetic));
    let named = full().filter(|cell| {
        let cell = cell.plain.as_str();
        name::parse(cell, Trust::Text).is_some_and(|name| {
            let after = cell[name.len..].trim_start();
            name.form <= name::Form::Known
                && (after.is_empty()
                    || after.starts_with([',', '(', '&', '/'])
                    || after.starts_with("et "))
        })
    });
    let named = named.count();
    named >= 2 && named * 5 >= full().count() * 3
}

/// Whether a header says what kind of thing goes on and no more, which no other column titles.
fn is_bare_title(header: &str) -> bool {
    const NOUNS: [&str; 7] =
        ["atelier", "conference", "cour", "expose", "module", "presentation", "quoi"];
    NOUNS.contains(&canonical(header).trim_end_matches('s'))
}

/// What a header announces.
fn column(header: &str) -> Column {
    let day = Text::new(header.to_owned());
    let day = date::leading(day.both(), Some(date::ANY_YEAR));
    let header = canonical(header);
    let names = |words: &[&str]| words.iter().any(|word| header.contains(word));
    let opens = |words: &[&str]| words.iter().any(|word| header.split(' ').next() == Some(word));
    // « Intitulé & intervenants »: the cells hold both, the title first.
    let both = names(&["intitule", "titre", "sujet"]) && names(&["intervenant", "orat"]);
    match () {
        () if header == "quoi" => Column::Title,
        () if header == "quand" => Column::Date,
        () if matches!(header.as_str(), "qui" | "avec") => Column::People(Function::Speaker),
        // « Animé par », « Présenté par »
        () if header == "par" || header.ends_with(" par") => {
            let leads = header.starts_with("anime") || header.starts_with("modere");
            Column::People(if leads { Function::Moderator } else { Function::Speaker })
        }
        () if both => Column::Title,
        () if names(&["horaire", "heure", "creneau"]) || opens(&["time", "hour"]) => Column::Time,
        () if names(&["date", "jour"]) && !names(&["journee"]) => Column::Date,
        () if opens(&["type", "nature"]) => Column::Kind,
        () if names(&["mot cle", "mots cle", "keyword", "thematique"]) => Column::Keywords,
        () if names(&["salle", "amphi", "parcours", "piste", "groupe ", "track ", "room "]) => {
            Column::Room
        }
        () if day.is_some() || date::is_weekday(&header) => Column::Room,
        () if names(&["moderat", "discutant", "animat", "presiden"]) => {
            Column::People(Function::Moderator)
        }
        () if names(&[
            "intervenant",
            "orat",
            "conferencier",
            "speaker",
            "invite",
            "animateur",
            "presentateur",
            "presentatrice",
            "formateur",
            "formatrice",
            "artiste",
            "auteur",
            "autrice",
            "enseignant",
            "responsable",
            "nom",
        ]) =>
        {
            Column::People(Function::Speaker)
        }
        () if names(&[
            "intervention",
            "titre",
            "title",
            "sujet",
            "theme",
            "intitule",
            "seance",
            "sequence",
            "session",
            "activite",
            "contenu",
            "programme",
            "communication",
            "description",
            "evenement",
        ]) =>
        {
            Column::Title
        }
        () => Column::Other,
    }
}

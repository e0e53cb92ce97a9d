//! Where an excerpt comes from, in a line.

use glane_document::{Function, Speaker};
use glane_dossier::{Excerpt, Origin};

use crate::french_dates;
use crate::text::event_beside;

/// More people than this are named by the first of them.
const MOST_PEOPLE: usize = 3;

/// Who says it, where, when, and on which page: what stands under an excerpt whose title stands
/// above it.
pub fn reference(excerpt: &Excerpt) -> String {
    let Origin { title, event, place, dates, .. } = &excerpt.origin;
    let date = excerpt.date.map(|date| vec![date]);
    let parts = [
        people(&excerpt.speakers),
        Some(title.clone()),
        event_beside(title, event.as_deref()).map(str::to_owned),
        french_dates(date.as_ref().unwrap_or(dates)),
        beside(title, place.as_deref()),
        pages(&excerpt.pages()),
    ];
    format!("{}.", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// What follows a document's title in a list of sources, a comma first: `, actes, Rencontres de
/// Kerval, 4 et 5 mars 2025, Kerval.`
pub fn source(origin: &Origin) -> String {
    let Origin { title, event, place, dates, kind, .. } = origin;
    let kind = kind.label().to_lowercase();
    let known = !title.to_lowercase().contains(&kind) && kind != "document";
    let parts = [
        known.then_some(kind),
        event_beside(title, event.as_deref()).map(str::to_owned),
        french_dates(dates),
        beside(title, place.as_deref()),
    ];
    let parts = parts.into_iter().flatten().map(|part| format!(", {part}"));
    format!("{}.", parts.collect::<String>())
}

/// The years of the documents: `de 2019 à 2023`, `2019`; `None` where none is dated.
pub(super) fn span(excerpts: &[Excerpt]) -> Option<String> {
    let years = excerpts.iter().filter_map(|excerpt| excerpt.origin.dates.first());
    let years: Vec<i16> = years.map(|date| date.year).collect();
    let (first, last) = (years.iter().min()?, years.iter().max()?);
    Some(if first == last { first.to_string() } else { format!("de {first} à {last}") })
}

fn beside(title: &str, place: Option<&str>) -> Option<String> {
    place.filter(|place| !title.contains(place)).map(str::to_owned)
}

fn people(speakers: &[Speaker]) -> Option<String> {
    let heard = |speaker: &&Speaker| {
        matches!(speaker.function, Function::Speaker | Function::Moderator | Function::Author)
    };
    let heard: Vec<&Speaker> = speakers.iter().filter(heard).collect();
    match &heard[..] {
        [] => None,
        [first, ..] if heard.len() > MOST_PEOPLE => Some(format!("{} et al.", first.name)),
        people => {
            Some(people.iter().map(|person| introduced(person)).collect::<Vec<_>>().join(", "))
        }
    }
}

/// A name with what the person is said to be.
fn introduced(person: &Speaker) -> String {
    let said: Vec<&str> =
        [&person.role, &person.organisation].into_iter().flatten().map(String::as_str).collect();
    match said.is_empty() {
        true => person.name.clone(),
        false => format!("{} ({})", person.name, said.join(", ")),
    }
}

fn pages(pages: &[u32]) -> Option<String> {
    let (last, before) = pages.split_last()?;
    let before: Vec<String> = before.iter().map(u32::to_string).collect();
    Some(match before.is_empty() {
        true => format!("p.\u{a0}{last}"),
        false => format!("p.\u{a0}{} et {last}", before.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use glane_dossier::Piece;

    use super::*;

    fn excerpt() -> Excerpt {
        let mut speaker = Speaker::new("Nadège Bourcelot", "N. BOURCELOT", Function::Speaker);
        speaker.role = Some("agente d’accueil".to_owned());
        let mut excerpt = Excerpt { speakers: vec![speaker], ..Excerpt::default() };
        excerpt.pieces =
            [43, 43, 45].map(|page| Piece { page: Some(page), ..Piece::default() }).into();
        excerpt.origin.title = "Rencontres de Valbrune".to_owned();
        excerpt.origin.place = Some("Valbrune".to_owned());
        excerpt.origin.dates =
            ["2019-03-14", "2019-03-15"].map(|date| date.parse().unwrap()).into();
        excerpt
    }

    #[test]
    fn a_reference_says_who_where_when_and_the_pages() {
        assert_eq!(
            reference(&excerpt()),
            "Nadège Bourcelot (agente d’accueil), Rencontres de Valbrune, 14 et 15 mars 2019, \
             p.\u{a0}43 et 45."
        );
    }

    #[test]
    fn what_is_unknown_is_left_out() {
        let mut excerpt = Excerpt::default();
        excerpt.origin.title = "notes".to_owned();
        assert_eq!(reference(&excerpt), "notes.");
        assert_eq!(source(&excerpt.origin), ".");
        assert_eq!(span(&[excerpt]), None);
    }

    #[test]
    fn a_source_says_its_genre_once() {
        let mut origin = excerpt().origin;
        origin.kind = glane_document::DocumentKind::Proceedings;
        assert_eq!(source(&origin), ", actes, 14 et 15 mars 2019.");
        origin.title = "Actes de Valbrune".to_owned();
        assert_eq!(source(&origin), ", 14 et 15 mars 2019.");
    }

    #[test]
    fn many_people_are_named_by_the_first_and_contacts_not_at_all() {
        let mut excerpt = excerpt();
        excerpt.speakers.push(Speaker::new("Luc Roux", "", Function::Contact));
        assert!(!reference(&excerpt).contains("Luc"));
        for name in ["Ana Brel", "Zoé Caron", "Paul Brun"] {
            excerpt.speakers.push(Speaker::new(name, "", Function::Moderator));
        }
        assert!(reference(&excerpt).starts_with("Nadège Bourcelot et al., Rencontres"));
    }
}

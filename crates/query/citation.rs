//! A reference as one line of French text, to copy into a paper.

use crate::dates;
use crate::reference::{CitedPerson, PageSpan, Reference};

/// More people than this are cited by the first of them.
const MOST_PEOPLE: usize = 3;

impl Reference {
    /// The reference after ISO 690, as French social sciences print it: `Prénom NOM, « Atelier 10 —
    /// Titre », in Document, Événement, Lieu, 4-5 mars 2025, p. 27.`
    ///
    /// What is unknown is left out; without speakers the line starts with the section. Where a PDF
    /// prints another number than it counts, the page to ask a viewer for is told as well; where it
    /// prints none, that page alone.
    pub fn iso690(&self) -> String {
        let quoted = self.part.as_ref().map(|part| format!("« {} »", with_inner_marks(part)));
        let source = match &quoted {
            Some(_) => format!("in {}", self.title),
            None => self.title.clone(),
        };
        let known = |part: &Option<String>| {
            // A title that names the event or the place already says it.
            part.clone().filter(|part| !self.title.contains(part.as_str()))
        };
        let parts = [
            people(&self.authors()),
            quoted,
            Some(source),
            known(&self.event),
            known(&self.place),
            dates::phrase(&self.dates),
            self.pages.map(|pages| self.pages_phrase(&pages)),
        ];
        let line: Vec<String> = parts.into_iter().flatten().collect();
        let line = line.join(", ");
        if line.ends_with('.') { line } else { format!("{line}.") }
    }

    /// `p. 12`, `p. 12-13 (pages 14-15 du PDF)`, `p. [14 du PDF]`.
    fn pages_phrase(&self, pages: &PageSpan) -> String {
        let noun = if pages.first == pages.last { "page" } else { "pages" };
        match pages.sheets().filter(|_| self.is_pdf) {
            Some(sheets) if pages.first.counted => format!("p. [{sheets} du PDF]"),
            Some(sheets) => format!("p. {} ({noun} {sheets} du PDF)", pages.numbers()),
            None => format!("p. {}", pages.numbers()),
        }
    }
}

/// Inside a quotation French prints the other quotation marks.
fn with_inner_marks(label: &str) -> String {
    let pieces = label.split('«').map(str::trim_start).collect::<Vec<_>>().join("“");
    pieces.split('»').map(str::trim_end).collect::<Vec<_>>().join("”")
}

fn people(people: &[&CitedPerson]) -> Option<String> {
    let names: Vec<String> = people.iter().map(|person| with_surname_in_capitals(person)).collect();
    match &names[..] {
        [] => None,
        [first, ..] if names.len() > MOST_PEOPLE => Some(format!("{first} et al.")),
        names => Some(names.join(", ")),
    }
}

/// `Nadia FERROUK`, `Luc de LA TOUR`, as French references print names; a lone name as it stands.
fn with_surname_in_capitals(person: &CitedPerson) -> String {
    let Some(given) = &person.given else { return person.full_name() };
    let upper = |part: &str| match part {
        "du" | "des" => part.to_owned(),
        _ => part.to_uppercase(),
    };
    let family: Vec<String> = person.family.split(' ').map(upper).collect();
    let particle = person.particle.iter().cloned();
    let parts: Vec<String> = [given.clone()].into_iter().chain(particle).chain(family).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests;

//! People whom a heading names, before, after or instead of its title.

mod after;
mod alone;
mod before;
mod bracketed;
mod layout;
mod marked;
mod sure;
mod whole;

use crate::structure::heading::Heading;
pub(crate) use after::people_last;
use after::{announced_last, people_after_quotation};
pub(crate) use alone::{
    is_introduced, people_alone, people_among_names, people_in_square_brackets, people_only,
    people_with_title, person_introduced, person_of_words, person_with_civility, person_with_role,
};
pub(crate) use before::is_body;
use before::{
    people_after_kind, people_before_bracket, people_before_dash, people_first, people_met,
    people_of_body, people_with_bodies,
};
pub(crate) use bracketed::ends_with_bracket;
use bracketed::{Witness, people_in_brackets};
pub(crate) use sure::{is_participle, is_work};
pub(crate) use whole::{people_labelled_last, people_of_title, who_speaks};

impl Heading {
    /// Sets apart the people that stand with the title: `Titre, par Zoé Lanteri`, `Zoé LANTERI (Ville) : Titre`.
    pub(crate) fn split_people(&mut self) {
        if !self.people.is_empty() {
            return;
        }
        let Some(title) = self.title.take() else { return };
        let (title, people) = people_before_bracket(&title)
            .or_else(|| announced_last(&title))
            .or_else(|| people_met(&title))
            .or_else(|| people_after_kind(&title))
            .or_else(|| people_first(&title))
            .or_else(|| people_with_bodies(&title))
            .or_else(|| people_of_body(&title))
            .or_else(|| people_before_dash(&title))
            .or_else(|| people_after_quotation(&title))
            .or_else(|| self.start.and_then(|_| people_in_brackets(&title, Witness::Own)))
            .or_else(|| people_last(&title))
            .unwrap_or_else(|| {
                // « Communication 5 : Zoé Lanteri »
                let people = if self.number.is_some() { people_only(&title) } else { Vec::new() };
                (title, people)
            });
        // « Conférence 2, présentée par Zoé Lanteri » has no title.
        let participle = !people.is_empty() && is_participle(&title);
        self.title = (!title.is_empty() && !participle).then_some(title);
        self.people.extend(people);
    }
}

#[cfg(test)]
mod tests;

//! Who signs an article: by a link to the page of its author, `[Zoé Lanteri](/author/zoe-lanteri)`, or
//! beside the day it came out, `Zoé Lanteri • 3 mai 2019`.

use glane_document::{Function, Speaker};

use crate::line::Line;
use crate::structure::date;
use crate::structure::name::{self, Form, Trust};
use crate::words::Text;

/// What the addresses of authors' pages hold.
const PAGES: [&str; 4] = ["/author/", "/authors/", "/auteur/", "/auteurs/"];

/// The longest role after the link, in bytes.
const MAX_ROLE: usize = 60;

/// The longest line that signs beside a day, in bytes.
const MAX_SIGNED: usize = 120;

/// The author whom a line names, and nothing else but a role or a day.
pub(super) fn byline(line: &Line<'_>) -> Option<Speaker> {
    linked(line).or_else(|| dated(line))
}

/// The person whom a bullet or a bar parts from the day that ends the line.
fn dated(line: &Line<'_>) -> Option<Speaker> {
    let text = line.words().printed;
    if text.len() > MAX_SIGNED || line.item || !text.contains(['•', '·', '|']) {
        return None;
    }
    let name = line.name().filter(|name| name.form <= Form::Known && !name.given.is_empty())?;
    let (written, rest) = text.split_at(name.len);
    let day = rest.trim_start().strip_prefix(['•', '·', '|'])?.trim_start();
    let day = Text::new(day);
    date::leading(day.both(), None)?;
    Some(Speaker::new(&name.display(), written, Function::Author))
}

/// The author whose page a line is a link to.
fn linked(line: &Line<'_>) -> Option<Speaker> {
    let (label, rest) = line.raw.trim().strip_prefix('[')?.split_once("](")?;
    let (address, role) = rest.split_once(')')?;
    // What the author does may follow: « Rédactrice en chef ».
    let role = role.trim();
    let whole = line.level.is_none() && role.len() <= MAX_ROLE && !role.contains(['[', '.']);
    if !whole || !PAGES.iter().any(|page| address.contains(page)) {
        return None;
    }
    let name = name::parse(label, Trust::Announced)
        .filter(|name| !name.given.is_empty() && name.len == label.len())?;
    let role = Some(role.to_owned()).filter(|role| !role.is_empty());
    Some(Speaker { role, ..Speaker::new(&name.display(), label, Function::Author) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn a_name_beside_a_day_signs() {
        let author = |text: &str| byline(&lines(text)[0]).map(|person| person.name);
        let signed = author("Zoé Lanteri  • 3 mai 2019 réservé aux abonnés");
        assert_eq!(signed.as_deref(), Some("Zoé Lanteri"));
        assert!(author("Zoé Lanteri | 12/06/2020").is_some());
        assert_eq!(author("Zoé Lanteri • Orn"), None);
        assert_eq!(author("Habiter la ville • 3 mai 2019"), None);
    }

    #[test]
    fn a_link_to_the_page_of_an_author_signs() {
        let author = |text: &str| byline(&lines(text)[0]).map(|person| person.name);
        let signed = "[Zoé Lanteri](https://exemple.fr/auteur/zoe-lanteri/)";
        assert_eq!(author(signed).as_deref(), Some("Zoé Lanteri"));
        assert!(author(&format!("{signed} Rédactrice en chef")).is_some());
        assert_eq!(author(&format!("{signed} a écrit ce texte. Elle vit à Orn.")), None);
        assert_eq!(author("[Zoé Lanteri](https://exemple.fr/lieux/)"), None);
        assert_eq!(author("[Tous nos articles](https://exemple.fr/auteur/)"), None);
    }
}

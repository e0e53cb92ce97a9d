//! Who signs an article by a link to the page of its author: `[Zoé Lanteri](/author/zoe-lanteri)`.

use glane_document::{Function, Speaker};

use crate::line::Line;
use crate::structure::name::{self, Trust};

/// What the addresses of authors' pages hold.
const PAGES: [&str; 4] = ["/author/", "/authors/", "/auteur/", "/auteurs/"];

/// The longest role after the link, in bytes.
const MAX_ROLE: usize = 60;

/// The author whose page a line is a link to, and nothing else but a role.
pub(super) fn byline(line: &Line<'_>) -> Option<Speaker> {
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

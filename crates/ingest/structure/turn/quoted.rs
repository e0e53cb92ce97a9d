//! Who said a quotation, alone after it: `« Le gué se passe à pied. » Zoé Lanteri`.

use glane_document::Speaker;

use super::speaker_at;
use crate::line::Line;
use crate::structure::name::{self, Form, Trust};

/// How many words of a quotation tell it from a title.
const MANY_WORDS: usize = 6;

/// The longest end of a line that holds a name and the mark before it, in bytes.
const MAX_NAME: usize = 60;

/// The marks that open and close a quotation: those of some blogs among them, `{{Le gué}}`.
const MARKS: [(&str, &str); 4] = [("«", "»"), ("“", "”"), ("{{", "}}"), ("''", "''")];

/// The person of known first name who stands alone after the quotation that a line ends with.
pub(crate) fn after_quotation(line: &Line<'_>) -> Option<Speaker> {
    let text = line.plain.trim_end();
    if line.item || line.level.is_some() || !text.ends_with(|c: char| c.is_alphabetic()) {
        return None;
    }
    let end = text.floor_char_boundary(text.len().saturating_sub(MAX_NAME));
    let (said, named) = MARKS.iter().find_map(|(open, close)| {
        let closes = end + text[end..].rfind(close)?;
        let (_, said) = text[..closes].rsplit_once(open)?;
        Some((said.trim(), text[closes + close.len()..].trim_start()))
    })?;
    if said.split_whitespace().take(MANY_WORDS).count() < MANY_WORDS {
        return None;
    }
    let name = name::parse(named, Trust::Text).filter(|name| {
        name.len == named.len() && name.form <= Form::Known && !name.given.is_empty()
    })?;
    Some(speaker_at(&name, named))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        let found = after_quotation(&lines(text)[0]).map(|person| person.name);
        assert_eq!(found.as_deref(), expect);
    }

    #[test]
    fn a_name_alone_after_a_quotation_said_it() {
        let said = "Le gué se passe à pied, et depuis longtemps.";
        check(&format!("« {said} » Zoé Lanteri"), Some("Zoé Lanteri"));
        check(&format!("À propos du pont : “{said}” Paul Roc"), Some("Paul Roc"));
        check(&format!("{{{{{said}}}}} Zoé Lanteri"), Some("Zoé Lanteri"));
        check(&format!("« {said} » dit-on au bourg"), None);
        check("« Le gué » Zoé Lanteri", None);
        check(&format!("- « {said} » Zoé Lanteri"), None);
    }
}

//! What follows a name in a list of people: a role, an organisation.

use glane_document::Speaker;

use crate::words::fold;

/// What follows a name: the role, and the organisation in brackets or after `du`.
pub(super) fn role(after: &str) -> (Option<String>, Option<String>) {
    const JOINTS: [&str; 6] = [" et", " &", " et de", " et d'", " et d’", " ainsi que"];
    let after = after.trim_end();
    let joined = JOINTS.iter().find_map(|joint| after.strip_suffix(joint));
    let after = joined.unwrap_or(after);
    let text = after.trim().trim_matches(|c: char| {
        matches!(c, ',' | ';' | ':' | '/' | '&' | '–' | '—' | '-' | '|') || c.is_whitespace()
    });
    let text = text.trim_end_matches(" et").trim_end_matches([',', '.']).trim();
    // « Titre, Zoé Lanteri, CNRS) »: a bracket that nothing opens was opened before the name.
    let text = if text.contains('(') { text } else { text.trim_end_matches([')', ' ']) };
    if text.is_empty() {
        return (None, None);
    }
    if let Some(inside) = text.strip_prefix('(').and_then(|rest| rest.split(')').next()) {
        let inside = inside.trim().to_owned();
        let is_role = inside.chars().next().is_some_and(char::is_lowercase);
        return if is_role { (Some(inside), None) } else { (None, Some(inside)) };
    }
    for article in ["du ", "de la ", "de l'", "de l’", "des "] {
        if let Some(body) = text.strip_prefix(article) {
            return (None, Some(body.to_owned()));
        }
    }
    (Some(text.to_owned()), employer(text))
}

/// The last part of a role when it starts with a capital: `directrice, Ville d'Orn`.
fn employer(role: &str) -> Option<String> {
    let (_, last) = role.rsplit_once(", ")?;
    let proper = last.chars().next().is_some_and(char::is_uppercase);
    (proper && !fold(last).starts_with("co")).then(|| last.trim().to_owned())
}

/// `A. Nom et B. Nom du collectif X`: both belong to it.
pub(super) fn share_organisation(speakers: &mut [Speaker]) {
    for at in (1..speakers.len()).rev() {
        let bare = speakers[at - 1].role.is_none() && speakers[at - 1].organisation.is_none();
        if bare && speakers[at].role.is_none() {
            speakers[at - 1].organisation = speakers[at].organisation.clone();
        }
    }
}

//! People whom the body introduces: turns of speech here, and names that a paragraph sets apart.

mod bold;
mod bracket;
mod officer;
mod quoted;
mod report;

use std::sync::LazyLock;

use glane_document::{Function, Speaker};

use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::cue;
use crate::structure::name::{self, Form, Name, Trust};

pub(crate) use bold::{
    bold_last, bold_names, bold_with_role, in_bold, in_bold_with_role, met_in_emphasis,
};
pub(crate) use bracket::{in_brackets, in_label, listed_in_brackets, told_with_bodies};
pub(crate) use officer::officers;
pub(crate) use quoted::after_quotation;
pub(crate) use report::{expected, opens_speech, reported, says_of_present};

/// The person who takes the floor on a line: `M. Carvin – …`, `Zoé Lanteri : …`.
pub(crate) fn turn(line: &Line<'_>) -> Option<Speaker> {
    let text = line.words().printed;
    let name = match &line.bold_start {
        Some(_) => name::parse(text, Trust::Announced)?,
        None => line.name()?.clone(),
    };
    let after = text[name.len..].trim_start();
    let (brackets, after) = match after.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((inside, rest)) => (Some(inside), rest.trim_start()),
        None => (None, after),
    };
    let dash = |after: &str| after.starts_with(['–', '—']) || after.starts_with("- ");
    let after = after_office(after).filter(|_| name::opens_with_civility(text)).unwrap_or(after);
    // « M. Carvin. – »
    let dash = dash(after) || after.strip_prefix('.').is_some_and(|rest| dash(rest.trim_start()));
    let speaks = match name.form {
        Form::Civility => dash || after.starts_with(':'),
        Form::Known | Form::Capitals if dash => name::opens_with_civility(text),
        Form::Plain => false,
        // « M. Paul Carvin (Orn-Nord) : », above what he says.
        _ if after == ":" && name::opens_with_civility(text) => true,
        _ => after.starts_with(':') && after.chars().count() > 30,
    };
    (speaks && name.form != Form::Initial && !line.is_quoted_past(name.len)).then(|| Speaker {
        organisation: brackets.map(|inside| inside.trim().to_owned()),
        ..speaker_at(&name, &text[..name.len])
    })
}

/// What stands after the office of a name, from the dash on: `, ministre de la culture – Monsieur …`.
fn after_office(after: &str) -> Option<&str> {
    let body = after.strip_prefix(", ")?;
    let at = [" – ", " — ", " - "].iter().filter_map(|mark| body.find(mark)).min()?;
    let office = &body[..at];
    let whole = at <= MAX_OFFICE && !office.contains(['.', ':']);
    (whole && (is_office(office) || office.ends_with("ministre"))).then(|| body[at..].trim_start())
}

/// The person who takes the floor on a line of an assembly's record: `M. Carvin. La séance …`.
pub(crate) fn of_assembly(line: &Line<'_>) -> Option<Speaker> {
    let text = line.words().printed;
    let name = if name::opens_with_civility(text) { line.name()? } else { return None };
    let after = &text[name.len..];
    // « Mme Tarn, ministre de la culture. Monsieur le député … »
    let role = after.strip_prefix(", ").and_then(|role| role.split_once(". "));
    let said = match role.filter(|(role, _)| role.len() <= MAX_OFFICE && is_office(role)) {
        Some((role, said)) if role.starts_with(char::is_lowercase) => said,
        _ => after.strip_prefix(". ")?,
    };
    said.starts_with(|c: char| c.is_uppercase() || c == '«')
        .then(|| speaker_at(name, &text[..name.len]))
}

/// Whether a text after a name says what its bearer is: `ministre de la santé`, `rapporteure`.
fn is_office(text: &str) -> bool {
    text.starts_with("ministre") || text.starts_with("secrétaire d") || cue::names_role(text)
}

/// The longest office between a name and what its bearer says, in bytes.
const MAX_OFFICE: usize = 120;

/// Whether whoever presides over an assembly speaks on a line: `M. le président. La parole est à …`.
pub(crate) fn presides(line: &Line<'_>) -> bool {
    static PRESIDES: LazyLock<Pattern> =
        LazyLock::new(|| folded_pattern(r"^(?:m\.|mme|monsieur|madame) l[ea] presidente?\. "));
    PRESIDES.is_match(line.plain.folded())
}

/// The person whom the time of a recording announces: `00:02:26 Zoé Lanteri`.
pub(crate) fn stamped(line: &Line) -> Option<Speaker> {
    static STAMP: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(r"^[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?[ :-]+")
    });
    if line.plain.len() > 80 || !line.plain.starts_with(|c: char| c.is_ascii_digit() || c == '[') {
        return None;
    }
    let stamp = STAMP.find(&line.plain)?;
    let rest = line.plain[stamp.end()..].trim_end_matches([':', ' ']);
    let name = name::parse(rest, Trust::Announced).filter(|name| name.len == rest.len())?;
    Some(speaker_at(&name, rest))
}

/// People whom a line that is no turn introduces: with their bodies, or as who will take the floor.
pub(crate) fn in_sentence(line: &Line) -> Vec<Speaker> {
    let listed = in_brackets(line);
    if listed.is_empty() { expected(line) } else { listed }
}

fn speaker_at(name: &Name, written: &str) -> Speaker {
    Speaker::new(&name.display(), written, Function::Speaker)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(line: &str, expect: Option<&str>) {
        let found = turn(&lines(line)[0]);
        assert_eq!(found.as_ref().map(|speaker| speaker.name.as_str()), expect);
    }

    #[test]
    fn a_record_parts_the_speaker_by_a_full_stop() {
        let turn = |text: &str| of_assembly(&lines(text)[0]).map(|speaker| speaker.name);
        let minister = "Mme Zoé Lanteri, ministre du logement. Monsieur le député, c'est dit.";
        assert_eq!(turn(minister).as_deref(), Some("Zoé Lanteri"));
        assert!(presides(&lines("M. le président. La parole est à Mme Tarn.")[0]));
        assert_eq!(turn("M. Carvin. La séance est levée.").as_deref(), Some("Carvin"));
        assert_eq!(turn("Mme Zoé Lanteri. Merci.").as_deref(), Some("Zoé Lanteri"));
        assert_eq!(turn("Zoé Lanteri. Merci."), None);
        assert_eq!(turn("M. Carvin est venu."), None);
    }

    #[test]
    fn a_turn_opens_with_a_civility_or_a_full_name() {
        check("M. Carvin – Je voudrais revenir sur ce point.", Some("Carvin"));
        check("**Mme Aubertin** : nous avons essayé.", Some("Aubertin"));
        check("M. Paul Carvin. - Nous voterons contre.", Some("Paul Carvin"));
        check("**M. Paul Carvin, Premier ministre -** Je vous remercie.", Some("Paul Carvin"));
        check("Mme Zoé Aubertin, ministre du logement – Merci.", Some("Zoé Aubertin"));
        check("M. Paul Carvin, absent - voir plus bas.", None);
        check("L'honorable Paul Carvin (chef de l'opposition) :", Some("Paul Carvin"));
        check("Paul Carvin :", None);
        check("**\"Paul Carvin : un peintre des gués et de leurs rives\"**", None);
        check(
            "**Line Castagnol :** merci à toutes et tous, je passe la parole.",
            Some("Line Castagnol"),
        );
    }

    #[test]
    fn the_time_of_a_recording_announces_a_turn() {
        let found = |line: &str| stamped(&lines(line)[0]).map(|speaker| speaker.name);
        assert_eq!(found("00:02:26 Zoé Lanteri").as_deref(), Some("Zoé Lanteri"));
        assert_eq!(found("[02:26] Ysoria Belkant :").as_deref(), Some("Ysoria Belkant"));
        assert_eq!(found("10:30 Zoé Lanteri présente le bilan"), None);
    }

    #[test]
    fn prose_about_a_person_is_no_turn() {
        check("M. Carvin demande si le budget suffit.", None);
        check("Nadia Ferrouk rappelle que l'accueil reste premier.", None);
        check("Bilan : trente agents formés dans l'année.", None);
        check("Paul Carvin – Habiter la ville autrement", None);
    }
}

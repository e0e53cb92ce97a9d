//! People whose names stand in bold in a paragraph.

use std::sync::LazyLock;

use glane_document::{Function, Speaker};

use super::report::MAX_BODY;
use super::speaker_at;
use crate::line::Line;
use crate::markup;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::name::{self, Form, Trust};
use crate::structure::{cue, speaker};

/// People whose names stand in bold in a paragraph that introduces them.
pub(crate) fn in_bold(line: &Line<'_>) -> Vec<Speaker> {
    static INTRODUCES: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:intervenant|invite|orat(?:eur|rice)|participant|temoin|conferenci|autour de|avec|en presence|discussion entre)",
        )
    });
    if !line.in_bold {
        return Vec::new();
    }
    let runs = markup::bold_runs(&line.raw);
    let opens = line.bold_start.is_some() && line.bold_start.as_ref() == runs.first();
    if runs.len() < 2 || !(opens || INTRODUCES.is_match(line.plain.folded())) {
        return Vec::new();
    }
    let names = bold_names(line);
    if names.len() < 2 { Vec::new() } else { names }
}

/// People in bold after the title of what they say, a civility before each: `Se loger : **M. Perrot -
/// Ville d'Orn**`.
pub(crate) fn bold_last(line: &Line<'_>) -> Vec<Speaker> {
    let ends = || line.raw.trim_end().ends_with("**");
    if !line.in_bold || line.bold || !ends() {
        return Vec::new();
    }
    let Some(last) = markup::bold_runs(&line.raw).pop() else { return Vec::new() };
    let title = line.plain.strip_suffix(last.trim()).map(str::trim_end);
    let titled = title.is_some_and(|title| title.ends_with([':', '–', '—']));
    let civil = name::opens_with_civility(&last) || last.starts_with("M.");
    let parts = if titled && civil { last.split(" & ").collect() } else { Vec::new() };
    let person = |part: &str| {
        let found = speaker::people(part, Trust::Announced, Function::Speaker);
        found.into_iter().next()
    };
    parts.into_iter().filter_map(person).collect()
}

/// People in emphasis with whom something is held, in a sentence: `un débat avec *Zoé Lanteri*`.
pub(crate) fn met_in_emphasis(line: &Line<'_>) -> Vec<Speaker> {
    const WITH: &str = "avec ";
    static EVENT: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:debat|conference|rencontre|discussion|echange|table ronde|atelier|projection|entretien|dialogue|soiree|seance)",
        )
    });
    // One may as well read « avec *Zoé Lanteri* » of a book.
    if !line.raw.contains("avec *") && !line.raw.contains("avec _")
        || !EVENT.is_match(line.plain.folded())
    {
        return Vec::new();
    }
    let marked = |(at, _): (usize, &str)| {
        let after = &line.raw[at + WITH.len()..];
        let name = after.trim_start_matches(['*', '_']);
        (name.len() < after.len()).then_some(name)
    };
    let person = |text: &str| {
        let (inside, _) = text.split_once(['*', '_'])?;
        let name = name::parse(inside, Trust::Text)
            .filter(|name| name.len == inside.len() && name.form <= Form::Known)?;
        Some(speaker_at(&name, inside))
    };
    line.raw.match_indices(WITH).filter_map(marked).filter_map(person).collect()
}

/// The person in bold whose role stands in brackets before what they do: `**Zoé Lanteri** (membre du
/// bureau) revient sur …`.
pub(crate) fn in_bold_with_role(line: &Line<'_>) -> Option<Speaker> {
    let bold = line.bold_start.as_deref()?;
    let name = name::parse(bold, Trust::Text)
        .filter(|name| name.len == bold.len() && name.form <= Form::Known)?;
    let body = line.plain.strip_prefix(bold)?.strip_prefix(" (")?;
    let (role, said) = body.split_once(") ").filter(|(role, _)| role.len() <= MAX_BODY)?;
    let role = role.starts_with(char::is_lowercase).then(|| cue::names_role(role))?;
    let verb = said.split(' ').next().is_some_and(|word| {
        word.len() > 3 && word.ends_with(['e', 't', 'd']) && word.chars().all(char::is_lowercase)
    });
    (role && verb).then(|| speaker_at(&name, bold))
}

/// People whose full names stand in bold, alone inside the marks.
pub(crate) fn bold_names(line: &Line<'_>) -> Vec<Speaker> {
    if !line.in_bold {
        return Vec::new();
    }
    let whole = |run: String| {
        let run = run.trim_matches(|c: char| !c.is_alphanumeric());
        let name = name::parse(run, Trust::Text)
            .filter(|name| name.len == run.len() && name.form <= Form::Known)?;
        Some(speaker_at(&name, run))
    };
    markup::bold_runs(&line.raw).into_iter().filter_map(whole).collect()
}

/// People whose names stand in bold before what they are, their first names known or not: `**Ysoria
/// Belkant**, juriste`, in a text that sets people in bold.
pub(crate) fn bold_with_role(line: &Line<'_>) -> Vec<Speaker> {
    if !line.in_bold {
        return Vec::new();
    }
    let introduced = |run: String| {
        let run = run.trim_matches(|c: char| !c.is_alphanumeric());
        let name = name::parse(run, Trust::Announced)
            .filter(|name| name.len == run.len() && !name.given.is_empty())?;
        let (_, after) = line.plain.split_once(run)?;
        let what = after.strip_prefix([',', ' '])?.trim_start_matches([' ', '(']);
        let set_apart = after.starts_with(',') || after.starts_with(" (");
        let role = what.split([',', ' ']).next().is_some_and(cue::is_role);
        (set_apart && role).then(|| speaker_at(&name, run))
    };
    markup::bold_runs(&line.raw).into_iter().filter_map(introduced).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn who_says_it_may_stand_in_bold_after_a_title() {
        let names = |text: &str| {
            let found = bold_last(&lines(text)[0]);
            found.into_iter().map(|one| one.name).collect::<Vec<_>>()
        };
        assert_eq!(names("-Se loger au bourg : **M.Luc Perrot - ORNE**  "), ["Luc Perrot"]);
        assert_eq!(
            names("- Se loger : **Mme Zoé Lanteri - CNRS & M. Ysor Belkant - INED**"),
            ["Zoé Lanteri", "Ysor Belkant"]
        );
        assert_eq!(names("- Se loger : **le bail**"), Vec::<String>::new());
        assert_eq!(names("Voir avec **Mme Zoé Lanteri**"), Vec::<String>::new());
    }

    #[test]
    fn who_is_met_may_stand_in_emphasis() {
        let names = |text: &str| {
            let found = met_in_emphasis(&lines(text)[0]);
            found.into_iter().map(|one| one.name).collect::<Vec<_>>()
        };
        assert_eq!(
            names("Un débat avec *Zoé Lanteri* de l'Arche clôt la soirée."),
            ["Zoé Lanteri"]
        );
        assert_eq!(names("Un atelier avec **Luc Perrot**, au gué."), ["Luc Perrot"]);
        assert_eq!(names("On relit *Zoé Lanteri*, avec Luc Perrot."), Vec::<String>::new());
        assert_eq!(names("On voyage avec *Zoé Lanteri* dans ce livre."), Vec::<String>::new());
        assert_eq!(names("Lire avec *Zoé Lanteri au bal*."), Vec::<String>::new());
    }

    #[test]
    fn a_role_in_brackets_follows_a_name_in_bold() {
        let bold = |text: &str| in_bold_with_role(&lines(text)[0]).map(|one| one.name);
        let role = "**Zoé Lanteri** (membre du bureau) revient sur l'année écoulée.";
        assert_eq!(bold(role).as_deref(), Some("Zoé Lanteri"));
        assert_eq!(bold("**Zoé Lanteri** (1802-1885) revient sur l'année."), None);
    }

    #[test]
    fn a_role_follows_names_in_bold_of_a_list() {
        let names = |text: &str| {
            let found = bold_with_role(&lines(text)[0]);
            found.into_iter().map(|one| one.name).collect::<Vec<_>>()
        };
        let talk = "- Se loger (**Zoé Lanteri**, juriste, CNRS et **Ysoria Belkant**, avocate)";
        assert_eq!(names(talk), ["Zoé Lanteri", "Ysoria Belkant"]);
        assert_eq!(names("- Lire **Grand Large**, Nantes"), Vec::<String>::new());
    }

    #[test]
    fn a_paragraph_may_introduce_people_in_bold() {
        let text =
            "Trois intervenants : **Zoé Lanteri** , juriste, **Luc Perrot,** agent, et d'autres.";
        let names: Vec<String> =
            in_bold(&lines(text)[0]).into_iter().map(|speaker| speaker.name).collect();
        assert_eq!(names, ["Zoé Lanteri", "Luc Perrot"]);
        let text = "**Zoé Lanteri** est juriste à Orn. **Luc Perrot** est agent.";
        assert_eq!(in_bold(&lines(text)[0]).len(), 2);
        assert!(in_bold(&lines("Lire **Zoé Lanteri** et **Luc Perrot**.")[0]).is_empty());
    }
}

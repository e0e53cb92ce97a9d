//! People whom the body introduces: turns of speech, and names in bold in a paragraph.

use std::sync::LazyLock;

use glane_document::{Function, Speaker};
use regex::Regex;

use crate::folded_pattern;
use crate::line::Line;
use crate::markup;
use crate::structure::name::{self, Form, Name, Trust};

/// The person who takes the floor on a line: `M. Carvin – …`, `Zoé Lanteri : …`.
pub(crate) fn turn(line: &Line) -> Option<Speaker> {
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
    let dash = after.starts_with(['–', '—']) || after.starts_with("- ");
    let speaks = match name.form {
        Form::Civility => dash || after.starts_with(':'),
        Form::Plain => false,
        _ => after.starts_with(':') && after.chars().count() > 30,
    };
    (speaks && name.form != Form::Initial).then(|| Speaker {
        name: name.display(),
        as_written: text[..name.len].to_owned(),
        role: None,
        organisation: brackets.map(|inside| inside.trim().to_owned()),
        function: Function::Speaker,
    })
}

/// People whose names stand in bold in a paragraph that introduces them.
pub(crate) fn in_bold(line: &Line) -> Vec<Speaker> {
    static INTRODUCES: LazyLock<Regex> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:intervenant|invite|orat(?:eur|rice)|participant|temoin|conferenci|autour de|avec|en presence|discussion entre)",
        )
    });
    if !line.raw.contains("**") {
        return Vec::new();
    }
    let runs = markup::bold_runs(&line.raw);
    let opens = line.bold_start.is_some() && line.bold_start.as_ref() == runs.first();
    if runs.len() < 2 || !(opens || INTRODUCES.is_match(line.plain.folded())) {
        return Vec::new();
    }
    let whole = |run: &String| {
        let run = run.trim_matches(|c: char| !c.is_alphanumeric());
        name::parse(run, Trust::Text)
            .filter(|name| name.len == run.len() && name.form <= Form::Known)
    };
    let names: Vec<Name> = runs.iter().filter_map(whole).collect();
    if names.len() < 2 {
        return Vec::new();
    }
    let speaker = |name: Name| Speaker {
        name: name.display(),
        as_written: format!("{} {}", name.given, name.family),
        role: None,
        organisation: None,
        function: Function::Speaker,
    };
    names.into_iter().map(speaker).collect()
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
    fn a_turn_opens_with_a_civility_or_a_full_name() {
        check("M. Carvin – Je voudrais revenir sur ce point.", Some("Carvin"));
        check("**Mme Aubertin** : nous avons essayé.", Some("Aubertin"));
        check(
            "**Line Castagnol :** merci à toutes et tous, je passe la parole.",
            Some("Line Castagnol"),
        );
    }

    #[test]
    fn prose_about_a_person_is_no_turn() {
        check("M. Carvin demande si le budget suffit.", None);
        check("Nadia Ferrouk rappelle que l'accueil reste premier.", None);
        check("Bilan : trente agents formés dans l'année.", None);
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

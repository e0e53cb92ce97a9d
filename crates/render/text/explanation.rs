//! What a query searches, part by part.

use std::io::{self, Write};

use glane_query::{ExplainedUnit, Explanation, Role, Spelling};

use crate::Style;

/// Writes the query as it was understood, then each part with the spellings found in the index.
///
/// # Errors
///
/// What `out` reports.
pub fn explanation(
    explanation: &Explanation,
    style: &Style,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "Requête : {}", style.strong(&explanation.query))?;
    for unit in &explanation.units {
        part(unit, style, out)?;
    }
    if !explanation.ignored.is_empty() {
        writeln!(out, "\nMots laissés de côté : {}", explanation.ignored.join(", "))?;
    }
    for note in &explanation.notes {
        writeln!(out, "\n{note}")?;
    }
    Ok(())
}

fn part(unit: &ExplainedUnit, style: &Style, out: &mut impl Write) -> io::Result<()> {
    let role = match unit.role {
        Role::Ranks => "classe les sections",
        Role::Asks => "demandé",
        Role::Restricts => "restreint ou écarte",
    };
    writeln!(out, "\n{} — {role}", style.strong(&unit.label))?;
    if !unit.people.is_empty() {
        writeln!(out, "  personnes : {}", unit.people.join(", "))?;
    }
    list("formes", &unit.spellings, out)?;
    list("même famille", &unit.akin, out)?;
    if unit.role != Role::Restricts && unit.spellings.is_empty() && unit.akin.is_empty() {
        writeln!(out, "  absent de l'index")?;
    }
    Ok(())
}

/// `non-recours (412), non recours (37)`
fn list(name: &str, spellings: &[Spelling], out: &mut impl Write) -> io::Result<()> {
    if spellings.is_empty() {
        return Ok(());
    }
    let shown = spellings.iter().map(|of| format!("{} ({})", of.text, of.passages));
    writeln!(out, "  {name} : {}", shown.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn each_part_tells_its_spellings() {
        let spelling = |text: &str, passages| Spelling { text: text.to_owned(), passages };
        let unit = |label: &str, role, spellings| ExplainedUnit {
            label: label.to_owned(),
            role,
            spellings,
            akin: Vec::new(),
            people: Vec::new(),
        };
        let shown = Explanation {
            query: "non-recours SAUF budget zzz".to_owned(),
            units: vec![
                unit(
                    "non-recours",
                    Role::Ranks,
                    vec![spelling("non-recours", 12), spelling("non recours", 3)],
                ),
                unit("budget", Role::Restricts, vec![spelling("budget", 4)]),
                unit("zzz", Role::Ranks, Vec::new()),
            ],
            ignored: vec!["les".to_owned()],
            notes: vec!["Sections avec « budget » écartées.".to_owned()],
        };
        let mut out = Vec::new();
        explanation(&shown, &Style::default(), &mut out).unwrap();
        expect![[r#"
            Requête : non-recours SAUF budget zzz

            non-recours — classe les sections
              formes : non-recours (12), non recours (3)

            budget — restreint ou écarte
              formes : budget (4)

            zzz — classe les sections
              absent de l'index

            Mots laissés de côté : les

            Sections avec « budget » écartées.
        "#]]
        .assert_eq(&String::from_utf8(out).unwrap());
    }
}

//! The structure found in a document, as a tree.

use std::collections::{BTreeSet, HashSet};
use std::io::{self, Write};

use glane_document::{Document, Passage, Section, Speaker, Zone};

use super::document::{head, origin};
use super::phrase::{DOT, heading, slot};
use crate::wrap::wrapped;
use crate::{Style, french_dates};

/// Writes the tree of sections: kind, number, title, page and time, people, keywords, and the rule
/// that found each section and each person, what `passages` it has beside its text; then what the
/// reader found odd.
///
/// # Errors
///
/// What `out` reports.
pub fn tree(
    document: &Document,
    passages: &[Passage],
    style: &Style,
    out: &mut impl Write,
) -> io::Result<()> {
    head(document, style, out)?;
    writeln!(out)?;
    for (at, section) in document.sections.iter().enumerate() {
        node(document, section, style, out)?;
        let own = passages.iter().filter(|passage| passage.section == at);
        let zones: BTreeSet<Zone> = own.map(|passage| passage.zone).collect();
        let beside = zones.into_iter().filter(|zone| !zone.is_body());
        let labels: Vec<String> = beside.map(|zone| zone.label().to_lowercase()).collect();
        if !labels.is_empty() {
            let indent = "  ".repeat(depth(document, section));
            writeln!(out, "{indent}    à part {}", labels.join(", "))?;
        }
    }
    for warning in &document.warnings {
        let line = warning.line.map(|line| format!("ligne {line} : ")).unwrap_or_default();
        wrapped("! ", &format!("{line}{}", warning.message), style.width, out)?;
    }
    Ok(())
}

/// How many sections contain this one. A cycle of parents, which an imported file may hold, ends
/// where it closes.
fn depth(document: &Document, section: &Section) -> usize {
    let mut seen = HashSet::from([section.id.as_str()]);
    let mut parent = section.parent.as_deref();
    let mut depth = 0;
    while let Some(container) = parent.and_then(|id| document.section(id)) {
        if !seen.insert(&container.id) {
            break;
        }
        depth += 1;
        parent = container.parent.as_deref();
    }
    depth
}

fn node(
    document: &Document,
    section: &Section,
    style: &Style,
    out: &mut impl Write,
) -> io::Result<()> {
    let indent = "  ".repeat(depth(document, section));
    let title = format!("{} {}", style.strong(&heading(section)), style.faint(&facts(section)));
    wrapped(&format!("{indent}- "), title.trim_end(), style.width, out)?;
    for speaker in &section.speakers {
        wrapped(&format!("{indent}    · "), &appearance(speaker, style), style.width, out)?;
    }
    if !section.keywords.is_empty() {
        let words: Vec<&str> = section.keywords.iter().map(|word| word.0.as_str()).collect();
        let words = format!("{}{}", words.join(", "), origin(document, "keywords", style));
        wrapped(&format!("{indent}    mots-clés "), &words, style.width, out)?;
    }
    Ok(())
}

/// Who it is, what the person does here, and the rule that says so.
fn appearance(speaker: &Speaker, style: &Style) -> String {
    let printed = Some(&speaker.as_written).filter(|printed| **printed != speaker.name);
    let printed = printed.map(|printed| format!(" « {printed} »")).unwrap_or_default();
    let role = speaker.role.as_ref().or(speaker.organisation.as_ref());
    let role = role.map(|role| format!(", {role}")).unwrap_or_default();
    let mut facts = vec![speaker.function.label().to_owned()];
    facts.extend(speaker.rule.map(|rule| rule.label().to_owned()));
    let facts = style.faint(&format!("[{}]", facts.join(DOT)));
    format!("{}{printed}{role} {facts}", speaker.name)
}

/// Kind, day and time, page, lines of the source, and the rule that found the heading.
fn facts(section: &Section) -> String {
    let mut facts = vec![section.kind.as_str().to_owned()];
    facts.extend(section.date.and_then(|date| french_dates(&[date])));
    facts.extend(slot(section.start, section.end));
    facts.extend(section.page.map(|page| format!("p. {page}")));
    facts.push(format!("l. {}–{}", section.first_line, section.last_line));
    facts.extend(section.rule.map(|rule| rule.label().to_owned()));
    format!("[{}]", facts.join(DOT))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use glane_document::{Function, Keyword, Rule, SectionKind, TimeOfDay, Warning};

    use super::*;

    fn part(id: &str, parent: Option<&str>) -> Section {
        let mut section = Section::new(SectionKind::Section);
        section.id = id.to_owned();
        section.parent = parent.map(str::to_owned);
        section.title = Some(id.to_uppercase());
        section
    }

    #[test]
    fn sections_stand_under_their_parents_with_what_was_found() {
        let mut document = Document::new("p.txt", "p.txt");
        document.sections.push(part("a", None));
        let mut inner = part("b", Some("a"));
        inner.start = TimeOfDay::new(9, 30);
        inner.keywords.push(Keyword("accueil".to_owned()));
        inner.rule = Some(Rule::Slot);
        inner.speakers.push(Speaker {
            role: Some("directrice".to_owned()),
            rule: Some(Rule::Listed),
            ..Speaker::new("Zoé Lanteri", "Zoé LANTERI", Function::Speaker)
        });
        document.sections.push(inner);
        document.warnings.push(Warning { line: Some(3), message: "heure illisible".to_owned() });

        let mut out = Vec::new();
        let passage = Passage {
            section: 1,
            ordinal: 1,
            offset: 0,
            text: String::new(),
            head: 0,
            page: None,
            sheet: None,
            zone: Zone::Table,
        };
        let note = Passage { zone: Zone::Note, ..passage.clone() };
        tree(&document, &[passage, note], &Style::default(), &mut out).unwrap();
        expect![[r#"
            p
            Document
            2 sections · 0 personne · p.txt

            - A [section · l. 0–0]
              - B [section · 09:30 · l. 0–0 · horaire en tête]
                  · Zoé Lanteri « Zoé LANTERI », directrice [intervention · nom en tête de ligne]
                  mots-clés accueil
                  à part note, tableau
            ! ligne 3 : heure illisible
        "#]]
        .assert_eq(&String::from_utf8(out).unwrap());
    }

    #[test]
    fn parents_in_a_circle_do_not_hang() {
        let mut document = Document::new("p.txt", "p.txt");
        document.sections.push(part("a", Some("b")));
        document.sections.push(part("b", Some("a")));
        assert_eq!(depth(&document, &document.sections[0]), 1);
    }
}

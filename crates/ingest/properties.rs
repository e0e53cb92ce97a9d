//! What a file says of itself fills what its text leaves open, and is marked as such.

use std::sync::LazyLock;

use crate::extract::Properties;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::name::{self, Form, Trust};
use crate::words::{canonical, fold};
use glane_document::{Document, DocumentKind, Function, Keyword, Person, Rule, Speaker};

/// The names of what may come from the properties, as in the JSON of a document.
const TITLE: &str = "title";
const DATES: &str = "dates";
const PEOPLE: &str = "people";
const KEYWORDS: &str = "keywords";

/// The longest title that is believed, in letters: some software puts the first paragraph there.
const MAX_TITLE: usize = 250;

/// Fills the title, the date, the authors and the keywords that the text of `document` states not.
pub(crate) fn fill(document: &mut Document, properties: &Properties) {
    let mut filled = Vec::new();
    if document.title.is_none()
        && let Some(title) = properties.title.as_deref().filter(|title| is_title(title, document))
    {
        document.title = Some(title.to_owned());
        filled.push(TITLE);
    }
    if document.dates.is_empty()
        && let Some(date) = properties.date
    {
        document.dates.push(date);
        filled.push(DATES);
    }
    if add_authors(document, &properties.authors) {
        filled.push(PEOPLE);
    }
    if add_keywords(document, &properties.keywords) {
        filled.push(KEYWORDS);
    }
    document.from_properties = filled.into_iter().map(str::to_owned).collect();
}

/// Takes the marks off what a correction changed since `before`.
pub(crate) fn unmark_changed(document: &mut Document, before: &Document) {
    let changed = [
        (TITLE, document.title != before.title),
        (DATES, document.dates != before.dates),
        (PEOPLE, document.people != before.people),
    ];
    document.from_properties.retain(|name| !changed.contains(&(name.as_str(), true)));
}

/// Whether a title was meant as one: not a file's name, nor what software writes of its own.
fn is_title(title: &str, document: &Document) -> bool {
    static JUNK: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:microsoft (?:word|powerpoint|excel)\b.*|(?:document|presentation|classeur|diapositive|page) ?\d*|presentation powerpoint|powerpoint presentation|diapositive .*|(?:document |texte )?(?:sans (?:titre|nom)|untitled)(?: \d+)?(?: document)?|titre(?: du document)?|title|modele|template|accueil|home|index|.*\.(?:docx?|odt|pdf|html?|rtf|pptx?|xlsx?|indd|qxd|tmp|txt))$",
        )
    });
    let folded = fold(title);
    let letters = title.chars().filter(|c| c.is_alphabetic()).count();
    let file_name = !title.contains(' ') && title.contains('_')
        || canonical(title) == canonical(document.stem());
    (4..=MAX_TITLE).contains(&letters) && !file_name && !JUNK.is_match(folded.trim())
}

/// Adds the authors to those who appear in the first section, as a text that names them on its
/// cover does, where the text names nobody; whether there are any.
///
/// Whoever typed minutes, proceedings or a programme is no author: these speak for others.
fn add_authors(document: &mut Document, authors: &[String]) -> bool {
    use DocumentKind::{Minutes, Proceedings, Programme};
    let typed = matches!(document.kind, Minutes | Proceedings | Programme);
    if typed || !document.people.is_empty() || document.sections.is_empty() {
        return false;
    }
    let mut added = false;
    for author in authors.iter().filter_map(|author| person(author)) {
        let variants = Some(author.as_written.clone()).filter(|written| *written != author.name);
        document.people.push(Person {
            name: author.name.clone(),
            variants: variants.into_iter().collect(),
            functions: vec![Function::Author],
        });
        document.sections[0].speakers.push(author);
        added = true;
    }
    added
}

/// The person that an author is, whole; bodies, accounts and software have no known first name.
fn person(author: &str) -> Option<Speaker> {
    let author = author.trim();
    let name = name::parse(author, Trust::Announced)?;
    let whole = name.form <= Form::Known && name.len == author.len() && !name.given.is_empty();
    let person = Speaker::new(&name.display(), author, Function::Author);
    whole.then_some(Speaker { rule: Some(Rule::Properties), ..person })
}

/// Gives the document its keywords, where neither it nor a section states any; whether there are any.
fn add_keywords(document: &mut Document, keywords: &[String]) -> bool {
    let stated = document.sections.iter().any(|section| !section.keywords.is_empty());
    if stated || !document.keywords.is_empty() || keywords.is_empty() {
        return false;
    }
    document.keywords = keywords.iter().map(|word| Keyword(word.clone())).collect();
    true
}

#[cfg(test)]
mod tests {
    use glane_document::{Section, SectionKind};

    use super::*;

    fn document() -> Document {
        let mut document = Document::new("2021/guide_v2.docx", "guide_v2.docx");
        document.sections.push(Section::new(SectionKind::Other));
        document
    }

    fn filled(properties: &Properties) -> Document {
        let mut document = document();
        fill(&mut document, properties);
        document
    }

    fn titled(title: &str) -> Option<String> {
        filled(&Properties { title: Some(title.to_owned()), ..Properties::default() }).title
    }

    fn authored(author: &str) -> Vec<String> {
        let authors = vec![author.to_owned()];
        let document = filled(&Properties { authors, ..Properties::default() });
        document.people.into_iter().map(|person| person.name).collect()
    }

    #[test]
    fn what_the_text_leaves_open_is_filled_and_marked() {
        let document = filled(&Properties {
            title: Some("Guide de l'accueil".to_owned()),
            authors: vec!["LANTERI Zoé".to_owned()],
            date: "2021-05-03".parse().ok(),
            keywords: vec!["accueil".to_owned()],
        });
        assert_eq!(document.title.as_deref(), Some("Guide de l'accueil"));
        assert_eq!(document.people[0].name, "Zoé Lanteri");
        assert_eq!(document.sections[0].speakers[0].rule, Some(Rule::Properties));
        assert_eq!(document.keywords.len(), 1);
        assert_eq!(document.from_properties, [TITLE, DATES, PEOPLE, KEYWORDS]);
    }

    #[test]
    fn what_the_text_states_stays() {
        let mut document = document();
        document.title = Some("Actes".to_owned());
        document.dates.push("2019-11-15".parse().unwrap());
        let before = document.clone();
        let title = Some("Guide de l'accueil".to_owned());
        let date = "2021-05-03".parse().ok();
        fill(&mut document, &Properties { title, date, ..Properties::default() });
        assert_eq!(document, before);
    }

    #[test]
    fn titles_that_software_wrote_are_dropped() {
        for junk in [
            "Document1",
            "Microsoft Word - note.doc",
            "Présentation PowerPoint",
            "Sans titre",
            "note_de_service_v3",
            "compte rendu.docx",
            "Guide V2",
            "n° 4",
        ] {
            assert_eq!(titled(junk), None, "{junk}");
        }
        assert!(titled("Documenter l'accueil").is_some());
    }

    #[test]
    fn authors_that_are_no_persons_are_dropped() {
        for junk in
            ["Utilisateur", "admin", "Mairie de Kerval", "LibreOffice 7", "zlanteri", "x@y.fr"]
        {
            assert!(authored(junk).is_empty(), "{junk}");
        }
        assert_eq!(authored("Luc Perrot"), ["Luc Perrot"]);
    }

    #[test]
    fn who_typed_what_others_said_is_no_author() {
        let mut document = document();
        document.kind = DocumentKind::Minutes;
        let authors = vec!["Luc Perrot".to_owned()];
        fill(&mut document, &Properties { authors, ..Properties::default() });
        assert!(document.people.is_empty());
    }

    #[test]
    fn a_corrected_title_is_no_more_the_file_s() {
        let mut document = document();
        let title = Some("Guide de l'accueil".to_owned());
        let date = "2021-05-03".parse().ok();
        fill(&mut document, &Properties { title, date, ..Properties::default() });
        let before = document.clone();
        document.title = Some("Guide".to_owned());
        unmark_changed(&mut document, &before);
        assert_eq!(document.from_properties, [DATES]);
    }
}

//! The rule by which a section or a person was found: what someone who disagrees wants to know.

use serde::{Deserialize, Serialize};

/// A rule of the structure finder, by what it looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// A heading in Markdown or HTML.
    Markup,
    /// A numbered part: `3/ Budget`, `II – Écoles`.
    Number,
    /// A noun with a number or a mark: `Atelier 4`, `Table ronde : …`.
    Label,
    /// A time at the start of the line, or alone above the title.
    Slot,
    /// A time in brackets at the end of the line.
    SlotLast,
    /// A date, then a time, a title or both.
    Date,
    /// A list item with a bold title and people.
    Item,
    /// An item of a list of which most name people.
    List,
    /// An entry of the table of contents.
    Contents,
    /// A short block set apart by its words, capitals, bold, or by the people under it.
    Layout,
    /// A line in capitals above or under text.
    Capitals,
    /// A row or a cell of a table.
    Table,
    /// A line that announces people: `Animé par …`, `Intervenants : …`.
    Announced,
    /// A line that starts with a name.
    Listed,
    /// A label, then names.
    LabelledNames,
    /// A name inside the title.
    Title,
    /// A turn of speech: `M. X – …`, `Zoé : …`.
    Turn,
    /// Names in bold in a paragraph.
    Bold,
    /// Names with their bodies in brackets, one after another.
    Brackets,
    /// A sentence that says who will take the floor.
    Expected,
    /// Minutes that report who took the floor.
    Reported,
    /// A field of the front matter.
    FrontMatter,
    /// The file's own properties.
    Properties,
    /// A correction beside the source.
    Sidecar,
    /// A rule that this version does not know.
    #[serde(other)]
    Unknown,
}

impl Rule {
    /// What readers see, in French.
    pub fn label(self) -> &'static str {
        match self {
            Rule::Markup => "titre balisé",
            Rule::Number => "partie numérotée",
            Rule::Label => "intitulé numéroté ou suivi d'un signe",
            Rule::Slot => "horaire en tête",
            Rule::SlotLast => "horaire entre parenthèses",
            Rule::Date => "date en tête",
            Rule::Item => "puce : titre en gras et noms",
            Rule::List => "liste dont les puces nomment des personnes",
            Rule::Contents => "entrée de la table des matières",
            Rule::Layout => "ligne isolée par sa mise en page",
            Rule::Capitals => "ligne en capitales",
            Rule::Table => "tableau",
            Rule::Announced => "annonce (« animé par », « intervenants »…)",
            Rule::Listed => "nom en tête de ligne",
            Rule::LabelledNames => "noms après un intitulé",
            Rule::Title => "nom dans le titre",
            Rule::Turn => "tour de parole",
            Rule::Bold => "noms en gras",
            Rule::Brackets => "noms suivis de leur organisme",
            Rule::Expected => "prise de parole annoncée",
            Rule::Reported => "prise de parole rapportée",
            Rule::FrontMatter => "en-tête du fichier",
            Rule::Properties => "propriétés du fichier",
            Rule::Sidecar => "fichier de corrections",
            Rule::Unknown => "règle inconnue",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_rule_is_read() {
        let rule: Rule = serde_json::from_str("\"d'une version à venir\"").unwrap();
        assert_eq!(rule, Rule::Unknown);
        assert_eq!(serde_json::to_string(&Rule::SlotLast).unwrap(), "\"slot-last\"");
    }
}

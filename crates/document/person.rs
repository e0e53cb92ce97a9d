//! People: who they are, and how they appear in a section.

use serde::{Deserialize, Serialize};

use crate::Rule;

/// A person in a section: the appearance, with the name as printed and the name it resolves to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The person's name, the same in every section: `Prénom Nom`.
    pub name: String,
    /// The name as printed here: `Prénom NOM`, `P. Nom`.
    pub as_written: String,
    /// What the person is said to be: `directrice du CCAS`.
    pub role: Option<String>,
    /// The body the person is said to belong to, where it stands apart from the role.
    pub organisation: Option<String>,
    /// What the person does in the section.
    #[serde(default)]
    pub function: Function,
    /// The rule that found the appearance; `None` in a document that was not read by this program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
}

impl Speaker {
    /// An appearance of `name`, printed as `written`, of whom nothing else is said.
    pub fn new(name: &str, written: &str, function: Function) -> Speaker {
        Speaker {
            name: name.to_owned(),
            as_written: written.to_owned(),
            role: None,
            organisation: None,
            function,
            rule: None,
        }
    }
}

/// A person in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The fullest form of the name: `Prénom Nom`.
    pub name: String,
    /// Other printed forms, in order of appearance.
    #[serde(default)]
    pub variants: Vec<String>,
    /// What the person does in the document, without repetition.
    #[serde(default)]
    pub functions: Vec<Function>,
}

/// What a person does in a section.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "lowercase")]
pub enum Function {
    /// Takes the floor.
    #[default]
    Speaker,
    /// Moderates, chairs, animates.
    Moderator,
    /// Organises.
    Organiser,
    /// Is to be written to.
    Contact,
    /// Wrote the text.
    Author,
}

impl Function {
    /// Every function, in the order of the contract.
    pub const ALL: [Function; 5] = [
        Function::Speaker,
        Function::Moderator,
        Function::Organiser,
        Function::Contact,
        Function::Author,
    ];

    /// The name used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Function::Speaker => "speaker",
            Function::Moderator => "moderator",
            Function::Organiser => "organiser",
            Function::Contact => "contact",
            Function::Author => "author",
        }
    }

    /// The French name that readers see.
    pub fn label(self) -> &'static str {
        match self {
            Function::Speaker => "intervention",
            Function::Moderator => "animation",
            Function::Organiser => "organisation",
            Function::Contact => "contact",
            Function::Author => "auteur",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_serialise_as_their_names() {
        for function in Function::ALL {
            assert_eq!(serde_json::to_value(function).unwrap(), function.as_str());
        }
    }
}

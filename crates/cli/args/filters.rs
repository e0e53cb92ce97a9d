//! What narrows a search, a concordance, a count.

use std::ops::RangeInclusive;

use clap::Args;
use glane_query::Filters;

use crate::{help, years};

/// What narrows a search; an option that is repeated asks for one of its values.
#[derive(Debug, Args)]
#[command(next_help_heading = help::OPTIONS)]
pub(crate) struct FilterArgs {
    /// Sections où cette personne intervient ou anime
    #[arg(long, value_name = "NOM")]
    pub(crate) speaker: Vec<String>,
    /// Sections de ce thème
    #[arg(long, value_name = "THÈME")]
    pub(crate) theme: Vec<String>,
    /// Sections qui déclarent ce mot-clé
    #[arg(long, value_name = "MOT-CLÉ")]
    pub(crate) keyword: Vec<String>,
    /// Sorte de section : atelier, plénière, table ronde, session… (ou workshop, plenary…)
    #[arg(long, value_name = "SORTE")]
    pub(crate) kind: Vec<String>,
    /// Zone du texte où sont les mots : texte, note, bibliographie, légende, tableau
    #[arg(long, value_name = "ZONE")]
    pub(crate) zone: Vec<String>,
    /// Sections dans cette langue : fr, en, es, de, it, pt (ou français, anglais…)
    #[arg(long, value_name = "LANGUE")]
    pub(crate) language: Vec<String>,
    /// Sections de ce document : chemin, nom de fichier ou nom sans extension
    #[arg(long, value_name = "DOCUMENT")]
    pub(crate) document: Vec<String>,
    /// Sections de cet événement : son nom, ou des mots de son nom
    #[arg(long, value_name = "ÉVÉNEMENT")]
    pub(crate) event: Vec<String>,
    /// Sections d'un événement de ce lieu
    #[arg(long, value_name = "LIEU")]
    pub(crate) place: Vec<String>,
    /// Année du document, ou intervalle : 2019, 2015..2019, 2015.., ..2019
    #[arg(long, value_name = "ANNÉES", value_parser = years::parse)]
    pub(crate) year: Vec<RangeInclusive<i16>>,
}

impl FilterArgs {
    /// As the query crate takes them.
    pub(crate) fn read(&self) -> Filters {
        Filters {
            speaker: self.speaker.clone(),
            theme: self.theme.clone(),
            keyword: self.keyword.clone(),
            kind: self.kind.clone(),
            zone: self.zone.clone(),
            language: self.language.clone(),
            document: self.document.clone(),
            event: self.event.clone(),
            place: self.place.clone(),
            years: self.year.clone(),
        }
    }
}

//! What the commands on the dossier and on packs take.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use clap::{Args, Subcommand, ValueEnum};
use glane_dossier::{Store, Timing};
use glane_render::{HandoutFormat, Parts};

use super::{FilterArgs, Format, Output};
use crate::{durations, help};

/// Arguments of `glane pack`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct PackArgs {
    /// Ce qui est cherché, comme pour search ; vide si une option restreint la recherche
    #[arg(value_name = "REQUÊTE", help_heading = help::ARGUMENTS)]
    pub(crate) query: Vec<String>,
    /// Nombre d'extraits au plus (12 à défaut)
    #[arg(long, value_name = "N", default_value_t = 12, hide_default_value = true)]
    pub(crate) max: usize,
    /// Durée de la séance : 2h, 90m ; à défaut, seul le nombre d'extraits compte
    #[arg(long, value_name = "DURÉE", value_parser = durations::parse)]
    pub(crate) duration: Option<Duration>,
    /// Discussion prévue après chaque extrait (8m à défaut)
    #[arg(long, value_name = "DURÉE", value_parser = durations::parse)]
    pub(crate) discussion: Option<Duration>,
    /// Mots lus à voix haute en une minute (180 à défaut)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    #[arg(default_value_t = Timing::WORDS_PER_MINUTE, hide_default_value = true)]
    pub(crate) speed: u32,
    /// Titre du document (à défaut, la requête)
    #[arg(long, value_name = "TITRE")]
    pub(crate) title: Option<String>,
    /// Refait le document de ce fichier .dossier.json, à la place de REQUÊTE
    #[arg(long, value_name = "FICHIER")]
    pub(crate) from: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) file: HandoutArgs,
    #[command(flatten)]
    pub(crate) filters: FilterArgs,
}

/// Where a handout is written, and what it shows.
#[derive(Debug, Args)]
#[command(next_help_heading = help::OPTIONS)]
pub(crate) struct HandoutArgs {
    /// Fichier à écrire ; « - » écrit sur la sortie standard
    #[arg(short, long, value_name = "FICHIER")]
    pub(crate) output: PathBuf,
    /// docx (Word), odt (LibreOffice), html ou md ; à défaut, celui du nom du fichier, sinon docx
    #[arg(long, value_name = "FORMAT", value_enum, hide_possible_values = true)]
    pub(crate) format: Option<HandoutKind>,
    /// Remplace le fichier s'il existe
    #[arg(long)]
    pub(crate) force: bool,
    /// Sans sommaire
    #[arg(long)]
    pub(crate) no_contents: bool,
    /// Sans les notes
    #[arg(long)]
    pub(crate) no_notes: bool,
    /// Sans les cadres « À discuter »
    #[arg(long)]
    pub(crate) no_boxes: bool,
}

impl HandoutArgs {
    /// The format asked for, else that of the file's name, else Word's.
    pub(crate) fn kind(&self) -> HandoutFormat {
        let named = || {
            let extension = self.output.extension()?.to_str()?.to_lowercase();
            HandoutFormat::from_extension(&extension)
        };
        self.format.map(HandoutKind::read).or_else(named).unwrap_or(HandoutFormat::Docx)
    }

    /// What is shown besides the excerpts.
    pub(crate) fn parts(&self) -> Parts {
        Parts { contents: !self.no_contents, notes: !self.no_notes, boxes: !self.no_boxes }
    }
}

/// The formats of a handout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum HandoutKind {
    /// Word.
    Docx,
    /// LibreOffice.
    Odt,
    /// A page.
    Html,
    /// Markdown.
    Md,
}

impl HandoutKind {
    fn read(self) -> HandoutFormat {
        match self {
            HandoutKind::Docx => HandoutFormat::Docx,
            HandoutKind::Odt => HandoutFormat::Odt,
            HandoutKind::Html => HandoutFormat::Html,
            HandoutKind::Md => HandoutFormat::Markdown,
        }
    }
}

/// Where the dossier is kept.
#[derive(Debug, Args)]
#[command(next_help_heading = help::OPTIONS)]
#[expect(
    clippy::doc_markdown,
    reason = "these docs are the help, which shows backticks as they are"
)]
pub(crate) struct DossierFile {
    /// Fichier du dossier (à défaut : GLANE_DOSSIER, sinon glane/dossier.json dans les données de
    /// l'utilisateur)
    #[arg(long, global = true, value_name = "FICHIER", env = "GLANE_DOSSIER", hide_env = true)]
    pub(crate) dossier: Option<PathBuf>,
}

impl DossierFile {
    /// The store.
    ///
    /// # Errors
    ///
    /// For a user without a home who names no file.
    pub(crate) fn store(&self) -> anyhow::Result<Store> {
        let named = self.dossier.as_ref().filter(|path| !path.as_os_str().is_empty());
        named.map(Store::at).or_else(Store::usual).context(
            "aucun dossier personnel où garder les extraits : indiquer un fichier avec --dossier",
        )
    }
}

/// Arguments of `glane dossier`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
#[command(subcommand_help_heading = help::COMMANDS, subcommand_value_name = "ACTION")]
#[command(disable_help_subcommand = true)]
pub(crate) struct DossierArgs {
    #[command(subcommand)]
    pub(crate) action: Option<DossierAction>,
    #[command(flatten)]
    pub(crate) file: DossierFile,
    #[command(flatten)]
    pub(crate) output: Output,
}

impl DossierArgs {
    /// How what is kept is shown.
    pub(crate) fn format(&self) -> Format {
        self.output.format
    }
}

/// What is done to the dossier.
#[derive(Debug, Subcommand)]
pub(crate) enum DossierAction {
    /// Liste les extraits gardés (à défaut)
    #[command(help_template = help::TEMPLATE)]
    List,
    /// Ajoute des sections ou des passages, comme search les nomme
    #[command(help_template = help::TEMPLATE)]
    Add {
        /// Identifiants : document#section, document#section@passage
        #[arg(value_name = "ID", required = true, help_heading = help::ARGUMENTS)]
        ids: Vec<String>,
    },
    /// Affiche un extrait en entier
    #[command(help_template = help::TEMPLATE)]
    Show {
        /// Numéro de l'extrait, celui de la liste
        #[arg(value_name = "N", help_heading = help::ARGUMENTS)]
        number: usize,
    },
    /// Écrit le dossier dans un document à distribuer
    #[command(help_template = help::TEMPLATE)]
    Export(HandoutArgs),
    /// Retire tous les extraits, avec leurs notes
    #[command(help_template = help::TEMPLATE)]
    Clear {
        /// Confirme
        #[arg(long)]
        force: bool,
    },
}

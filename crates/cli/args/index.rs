//! What is read, and how a run of the indexing goes.

use std::path::PathBuf;
use std::time::Duration;

use clap::{ArgAction, Args, ValueEnum};
use glane_ingest::Reading;

use super::Output;
use crate::{durations, help, sizes};

/// Arguments of the process that reads files apart.
#[derive(Debug, Args)]
pub(crate) struct ExtractArgs {
    /// Durée accordée à un fichier, en secondes
    #[arg(long, value_name = "N")]
    pub(crate) seconds: u64,
    /// Mémoire accordée, en octets
    #[arg(long, value_name = "N")]
    pub(crate) memory: u64,
}

/// Arguments of `glane index`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct IndexArgs {
    /// Dossier des documents, à la place de --corpus
    #[arg(value_name = "DOSSIER", help_heading = help::ARGUMENTS)]
    pub(crate) folder: Option<PathBuf>,
    /// Relit tout, à côté de l'index en place, qui sert jusqu'à la fin
    #[arg(long)]
    pub(crate) rebuild: bool,
    /// Dit ce qui serait fait, sans rien écrire
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Retire jusqu'à N documents de l'index ; à défaut, beaucoup de retraits sont refusés
    #[arg(long, value_name = "N")]
    pub(crate) accept_deletions: Option<usize>,
    /// Attend aussi longtemps la fin d'une autre indexation : 30s, 10m, 2h
    #[arg(long, value_name = "DURÉE", value_parser = durations::parse)]
    #[arg(default_value = "0s", hide_default_value = true)]
    pub(crate) wait: Duration,
    /// Laisse à la fois suivante les fichiers écrits depuis moins longtemps : 30s, 5m
    #[arg(long, value_name = "DURÉE", value_parser = durations::parse)]
    #[arg(default_value = "0s", hide_default_value = true)]
    pub(crate) settle: Duration,
    /// Relit les fichiers en échec, même s'ils n'ont pas changé
    #[arg(long)]
    pub(crate) retry: bool,
    /// Compare le contenu de tous les fichiers, sans se fier à leur taille et à leur date
    #[arg(long)]
    pub(crate) verify: bool,
    /// Dit ce que devient chaque fichier
    #[arg(short, long, action = ArgAction::Count)]
    pub(crate) verbose: u8,
    /// Messages : text (pour une personne) ou json (un objet par ligne)
    #[arg(long, value_name = "FORMAT", value_enum)]
    #[arg(default_value = "text", hide_default_value = true, hide_possible_values = true)]
    pub(crate) log_format: LogFormat,
    /// Écrit le bilan dans ce fichier, pour Prometheus (dossier textfile)
    #[arg(long, value_name = "FICHIER")]
    pub(crate) prom: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) files: FileArgs,
}

/// Which files are read.
#[derive(Debug, Args)]
#[command(next_help_heading = help::OPTIONS)]
pub(crate) struct FileArgs {
    /// Ne lit que ces fichiers, quelle que soit leur extension (*.pdf, 2019/**)
    #[arg(long, value_name = "MOTIF")]
    pub(crate) include: Vec<String>,
    /// Laisse de côté ces fichiers ou dossiers (*-brouillon.*, archives)
    #[arg(long, value_name = "MOTIF")]
    pub(crate) exclude: Vec<String>,
    /// Taille au-delà de laquelle un fichier est refusé : 256M à défaut, 2G…
    #[arg(long, value_name = "TAILLE", value_parser = sizes::parse)]
    #[arg(default_value_t = Reading::MAX_BYTES, hide_default_value = true)]
    pub(crate) max_size: u64,
}

impl Default for FileArgs {
    fn default() -> FileArgs {
        FileArgs { include: Vec::new(), exclude: Vec::new(), max_size: Reading::MAX_BYTES }
    }
}

/// The formats of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// For a person.
    Text,
    /// For a program.
    Json,
}

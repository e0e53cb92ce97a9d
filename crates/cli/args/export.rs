//! What `glane export` takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{CsvArgs, FilterArgs, RecipeArgs};
use crate::help;

/// Arguments of `glane export`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct ExportArgs {
    /// N'exporte que les sections qui répondent ; sans requête ni restriction, tout
    #[arg(value_name = "REQUÊTE", help_heading = help::ARGUMENTS)]
    pub(crate) query: Vec<String>,
    #[command(flatten)]
    pub(crate) filters: FilterArgs,
    /// Format : tei, txm (un dossier), iramuteq, csv (un passage par ligne) ou jsonl
    #[arg(long, value_name = "FORMAT", value_enum, hide_possible_values = true)]
    pub(crate) format: ExportFormat,
    /// Fichier, ou dossier pour txm ; à défaut, la sortie standard
    #[arg(short, long, value_name = "CHEMIN")]
    pub(crate) output: Option<PathBuf>,
    /// Remplace ce qui a déjà ce nom
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) recipe: RecipeArgs,
    #[command(flatten)]
    pub(crate) csv: CsvArgs,
}

/// The formats of exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// TEI P5.
    Tei,
    /// A folder for TXM.
    Txm,
    /// A corpus for IRaMuTeQ.
    Iramuteq,
    /// A passage a row.
    Csv,
    /// A document a line, as `inspect` prints it.
    Jsonl,
}

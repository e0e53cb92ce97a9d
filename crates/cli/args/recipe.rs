//! What makes figures again.

use std::path::PathBuf;

use clap::Args;

use super::Output;
use crate::help;

/// Where figures are recorded with what they were made from.
#[derive(Debug, Args)]
#[command(next_help_heading = help::OPTIONS)]
pub(crate) struct RecipeArgs {
    /// Écrit dans ce fichier de quoi refaire les nombres : requête, restrictions, état du corpus
    #[arg(long, value_name = "FICHIER")]
    pub(crate) recipe: Option<PathBuf>,
}

/// Arguments of `glane replay`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct ReplayArgs {
    /// Fichier écrit par --recipe
    #[arg(value_name = "FICHIER", help_heading = help::ARGUMENTS)]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) output: Output,
}

//! What the commands that list take.

use clap::Args;

use super::{FilterArgs, TableArgs};
use crate::help;

/// Arguments of the commands that list what the documents hold.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct BrowseArgs {
    /// N'affiche que ce qui porte ces mots ; tout à défaut
    #[arg(value_name = "MOTIF", help_heading = help::ARGUMENTS)]
    pub(crate) pattern: Vec<String>,
    #[command(flatten)]
    pub(crate) filters: FilterArgs,
    /// Nombre de lignes affichées (toutes à défaut)
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
    #[command(flatten)]
    pub(crate) table: TableArgs,
}

/// Arguments of `glane keywords`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct KeywordsArgs {
    #[command(flatten)]
    pub(crate) browse: BrowseArgs,
    /// Mots-clés déclarés avec celui-ci, du plus au moins typique
    #[arg(long, value_name = "MOT-CLÉ")]
    pub(crate) with: Option<String>,
}

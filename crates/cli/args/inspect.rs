//! What the machine makes of a file, of a text, of a query.

use std::path::PathBuf;

use clap::Args;
use glane_analysis::Language;

use super::{FileArgs, Output};
use crate::help;

/// Arguments of `glane inspect`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct InspectArgs {
    /// Fichiers ou dossiers à lire
    #[arg(value_name = "FICHIER", required = true, help_heading = help::ARGUMENTS)]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) files: FileArgs,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// Arguments of `glane analyze`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct AnalyzeArgs {
    /// Langue du texte : fr (à défaut), en, es, de, it ou pt
    #[arg(long, value_name = "LANGUE", value_parser = language)]
    #[arg(default_value = "fr", hide_default_value = true)]
    pub(crate) language: Language,
    /// Texte à analyser
    #[arg(value_name = "TEXTE", required = true, help_heading = help::ARGUMENTS)]
    pub(crate) text: Vec<String>,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// Arguments of `glane explain`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct ExplainArgs {
    /// Requête à expliquer
    #[arg(value_name = "REQUÊTE", required = true, help_heading = help::ARGUMENTS)]
    pub(crate) query: Vec<String>,
    #[command(flatten)]
    pub(crate) output: Output,
}

fn language(code: &str) -> Result<Language, String> {
    let codes = Language::ALL.map(Language::code).join(", ");
    Language::from_code(code).ok_or_else(|| format!("choisir parmi {codes}"))
}

//! What is shown and cited by its identifier.

use clap::Args;
use glane_render::CitationFormat;

use super::Output;
use crate::help;

/// Arguments of `glane show`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct ShowArgs {
    /// Identifiant d'une section (document#section) ou d'un document
    #[arg(value_name = "ID", help_heading = help::ARGUMENTS)]
    pub(crate) id: String,
    /// Style de la citation : iso690 (à défaut), apa, chicago, bibtex, ris, csl-json…
    #[arg(long, value_name = "FORMAT", value_parser = citation_format)]
    #[arg(default_value = "iso690", hide_default_value = true)]
    pub(crate) cite: CitationFormat,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// Arguments of `glane cite`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct CiteArgs {
    /// Identifiants de passages, de sections ou de documents, comme « glane search » les donne
    #[arg(value_name = "ID", required = true, help_heading = help::ARGUMENTS)]
    pub(crate) ids: Vec<String>,
    /// Format : iso690 (à défaut), bibtex, ris, csl-json, apa, chicago, harvard, mla, vancouver, ou un
    /// style de zotero.org/styles
    #[arg(long, value_name = "FORMAT", value_parser = citation_format)]
    #[arg(default_value = "iso690", hide_default_value = true)]
    pub(crate) cite: CitationFormat,
}

/// A format of references by its name, or a style of text.
pub(super) fn citation_format(name: &str) -> Result<CitationFormat, String> {
    CitationFormat::parse(name).ok_or_else(|| {
        let names = CitationFormat::NAMES.join(", ");
        format!("choisir parmi {names}, ou un style de zotero.org/styles")
    })
}

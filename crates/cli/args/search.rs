//! What a search is asked by.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use glane_render::CitationFormat;

use super::cite::citation_format;
use super::{CsvArgs, FilterArgs, RecipeArgs};
use crate::help;

/// Arguments of `glane search`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct SearchArgs {
    /// Mots cherchés, expressions entre "…" ou «…» ; vide si une option restreint la recherche
    #[arg(value_name = "REQUÊTE", help_heading = help::ARGUMENTS)]
    pub(crate) query: Vec<String>,
    #[command(flatten)]
    pub(crate) filters: FilterArgs,
    /// Ce qu'est un résultat : passage, section (à défaut) ou document
    #[arg(long, value_name = "QUOI", value_enum)]
    #[arg(default_value = "section", hide_default_value = true, hide_possible_values = true)]
    pub(crate) group: Grouping,
    /// Ordre : relevance (le plus pertinent d'abord, à défaut), date (le plus récent d'abord), oldest
    /// (le plus ancien d'abord) ou document (par chemin, puis dans l'ordre de lecture)
    #[arg(long, value_name = "ORDRE", value_enum)]
    #[arg(default_value = "relevance", hide_default_value = true, hide_possible_values = true)]
    pub(crate) sort: Order,
    /// Nombre de résultats affichés (10 à défaut)
    #[arg(long, value_name = "N", default_value_t = 10, hide_default_value = true)]
    pub(crate) limit: usize,
    /// Nombre de résultats passés avant le premier affiché
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) offset: usize,
    /// Dire ce qui fait le score de chaque résultat : mots, texte, titres, part de la requête
    #[arg(long)]
    pub(crate) explain: bool,
    /// N'écrit que les références des résultats : iso690, bibtex, ris, csl-json, apa, chicago,
    /// harvard, mla, vancouver, ou un style de zotero.org/styles ; avec --format json ou csv, la
    /// citation de chaque résultat
    #[arg(long, value_name = "FORMAT", value_parser = citation_format)]
    pub(crate) cite: Option<CitationFormat>,
    /// Fichier de requêtes à la place de REQUÊTE, une par ligne : {"id": "1", "query": "…"}
    #[arg(long, value_name = "FICHIER")]
    pub(crate) topics: Option<PathBuf>,
    /// Sortie : text (pour une personne), json ou jsonl (une réponse par ligne), csv (un résultat
    /// par ligne, pour un tableur) ou, avec --topics, trec (pour une évaluation) ; text à défaut,
    /// jsonl avec --topics
    #[arg(long, value_name = "FORMAT", value_enum, hide_possible_values = true)]
    pub(crate) format: Option<SearchFormat>,
    #[command(flatten)]
    pub(crate) csv: CsvArgs,
    #[command(flatten)]
    pub(crate) recipe: RecipeArgs,
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Grouping {
    /// A passage.
    Passage,
    /// A section.
    Section,
    /// A document.
    Document,
}

/// The order of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Order {
    /// Best first.
    Relevance,
    /// Latest first.
    Date,
    /// Earliest first.
    Oldest,
    /// As documents are read.
    Document,
}

/// The formats of what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SearchFormat {
    /// For a person.
    Text,
    /// For a program: one object.
    Json,
    /// One object a line.
    Jsonl,
    /// One hit a line.
    Csv,
    /// One hit a line, for evaluators.
    Trec,
}

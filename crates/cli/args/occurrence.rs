//! What the commands on occurrences take.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use glane_query::{ConcordanceKey, Dimension};

use super::{CsvArgs, FilterArgs, RecipeArgs};
use crate::help;

/// Arguments of `glane kwic`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct KwicArgs {
    /// Ce qui est cherché, comme pour search : mots, expressions entre "…", OU, SAUF, mot*
    #[arg(value_name = "REQUÊTE", required = true, help_heading = help::ARGUMENTS)]
    pub(crate) query: Vec<String>,
    #[command(flatten)]
    pub(crate) filters: FilterArgs,
    #[command(flatten)]
    pub(crate) reach: ReachArgs,
    /// Nombre de mots de chaque côté (8 à défaut), sans sortir de la section
    #[arg(long, value_name = "N", default_value_t = 8, hide_default_value = true)]
    pub(crate) context: usize,
    /// Ordre : L1…L5, R1…R5, pivot, date, speaker, document ; plusieurs séparés par des virgules
    #[arg(long, value_name = "CLÉS", value_delimiter = ',', value_parser = key)]
    pub(crate) sort: Vec<ConcordanceKey>,
    /// Nombre d'occurrences données (toutes à défaut)
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
    #[command(flatten)]
    pub(crate) recipe: RecipeArgs,
    #[command(flatten)]
    pub(crate) table: TableArgs,
}

/// Arguments of `glane count`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct CountArgs {
    /// Ce qui est compté ; plusieurs requêtes, chacune entre guillemets du shell, sont comptées côte à
    /// côte
    #[arg(value_name = "REQUÊTE", required = true, help_heading = help::ARGUMENTS)]
    pub(crate) queries: Vec<String>,
    /// Groupes : year, event, document, section, kind, speaker, theme ou place ; deux séparés par une
    /// virgule sont croisés
    #[arg(long, value_name = "QUOI", value_delimiter = ',', value_parser = dimension)]
    pub(crate) by: Vec<Dimension>,
    /// Montre aussi les groupes sans occurrence (les années y sont toujours)
    #[arg(long)]
    pub(crate) zeros: bool,
    /// Dessine les fréquences pour 10 000 mots dans ce fichier SVG
    #[arg(long, value_name = "FICHIER")]
    pub(crate) chart: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) recipe: RecipeArgs,
    #[command(flatten)]
    pub(crate) filters: FilterArgs,
    #[command(flatten)]
    pub(crate) reach: ReachArgs,
    #[command(flatten)]
    pub(crate) table: TableArgs,
}

/// Arguments of `glane cooc`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct CoocArgs {
    /// Ce autour de quoi les mots sont regardés
    #[arg(value_name = "REQUÊTE", required = true, help_heading = help::ARGUMENTS)]
    pub(crate) query: Vec<String>,
    /// Nombre de mots de chaque côté (5 à défaut), sans sortir de la section
    #[arg(long, value_name = "N", default_value_t = 5, hide_default_value = true)]
    pub(crate) window: usize,
    /// Nombre de mots à gauche, à la place de --window
    #[arg(long, value_name = "N")]
    pub(crate) left: Option<usize>,
    /// Nombre de mots à droite, à la place de --window
    #[arg(long, value_name = "N")]
    pub(crate) right: Option<usize>,
    /// Au lieu d'une fenêtre : tout le passage ou toute la section (passage, section)
    #[arg(long = "in", value_name = "QUOI", value_enum, hide_possible_values = true)]
    #[arg(conflicts_with_all = ["window", "left", "right"])]
    pub(crate) within: Option<Within>,
    /// Laisse de côté les mots moins fréquents que cela autour de la requête (2 à défaut)
    #[arg(long, value_name = "N", default_value_t = 2, hide_default_value = true)]
    pub(crate) min: u64,
    /// Nombre de mots donnés, les plus spécifiques d'abord (50 à défaut)
    #[arg(long, value_name = "N", default_value_t = 50, hide_default_value = true)]
    pub(crate) limit: usize,
    #[command(flatten)]
    pub(crate) words: WordArgs,
    #[command(flatten)]
    pub(crate) filters: FilterArgs,
    #[command(flatten)]
    pub(crate) reach: ReachArgs,
    #[command(flatten)]
    pub(crate) table: TableArgs,
}

/// Arguments of `glane specific`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct SpecificArgs {
    /// Parties comparées à l'ensemble : year, event, document, section, kind, speaker, theme ou place
    #[arg(long, value_name = "QUOI", value_parser = dimension)]
    pub(crate) by: Dimension,
    /// Ne montre que les parties dont le nom contient ces mots
    #[arg(long, value_name = "NOM")]
    pub(crate) part: Option<String>,
    /// Laisse de côté les mots moins fréquents que cela dans l'ensemble (5 à défaut)
    #[arg(long, value_name = "N", default_value_t = 5, hide_default_value = true)]
    pub(crate) min: u64,
    /// Nombre de mots donnés par partie, en plus et en moins (10 à défaut)
    #[arg(long, value_name = "N", default_value_t = 10, hide_default_value = true)]
    pub(crate) limit: usize,
    #[command(flatten)]
    pub(crate) words: WordArgs,
    #[command(flatten)]
    pub(crate) filters: FilterArgs,
    #[command(flatten)]
    pub(crate) table: TableArgs,
}

/// Which words are listed.
#[derive(Debug, Args)]
#[command(next_help_heading = help::OPTIONS)]
pub(crate) struct WordArgs {
    /// Ce qui est un mot : key (singulier et pluriel, masculin et féminin réunis, à défaut) ou form
    /// (chaque forme)
    #[arg(long, value_name = "NIVEAU", value_enum)]
    #[arg(default_value = "key", hide_default_value = true, hide_possible_values = true)]
    pub(crate) words: Level,
    /// Ne liste pas les mots grammaticaux (ils restent comptés)
    #[arg(long)]
    pub(crate) no_stop_words: bool,
}

/// What counts as one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    /// Each form by itself.
    Form,
    /// Any number and gender.
    Key,
}

/// What is around an occurrence, other than a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Within {
    /// Its passage.
    Passage,
    /// Its section.
    Section,
}

/// Which words are occurrences.
#[derive(Debug, Args)]
#[command(next_help_heading = help::OPTIONS)]
pub(crate) struct ReachArgs {
    /// Écarte les occurrences qui sont dans celles de cette requête : recours --except non-recours
    #[arg(long, value_name = "REQUÊTE")]
    pub(crate) except: Option<String>,
    /// Compte aussi les mots de la même famille (participer pour participation)
    #[arg(long)]
    pub(crate) family: bool,
}

/// How a table is written.
#[derive(Debug, Args)]
#[command(next_help_heading = help::OPTIONS)]
pub(crate) struct TableArgs {
    /// Sortie : text (pour une personne), json ou jsonl (un objet par ligne, pour un programme) ou csv
    /// (pour un tableur)
    #[arg(long, value_name = "FORMAT", value_enum)]
    #[arg(default_value = "text", hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: TableFormat,
    #[command(flatten)]
    pub(crate) csv: CsvArgs,
}

/// The formats of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// For a person.
    Text,
    /// One object a line.
    Json,
    /// The same, under its other name.
    Jsonl,
    /// For a spreadsheet.
    Csv,
}

/// A key of a concordance.
fn key(text: &str) -> Result<ConcordanceKey, String> {
    let expected = || "choisir parmi L1 à L5, R1 à R5, pivot, date, speaker, document".to_owned();
    let rank = |digits: &str| {
        let rank: Option<u8> = digits.parse().ok();
        rank.filter(|rank| (1..=ConcordanceKey::FARTHEST).contains(rank)).ok_or_else(expected)
    };
    match text.trim().to_lowercase().as_str() {
        "pivot" => Ok(ConcordanceKey::Pivot),
        "date" => Ok(ConcordanceKey::Date),
        "speaker" => Ok(ConcordanceKey::Speaker),
        "document" => Ok(ConcordanceKey::Document),
        word => match word.split_at_checked(1) {
            Some(("l", digits)) => rank(digits).map(ConcordanceKey::Left),
            Some(("r", digits)) => rank(digits).map(ConcordanceKey::Right),
            _ => Err(expected()),
        },
    }
}

/// What parts a corpus.
fn dimension(text: &str) -> Result<Dimension, String> {
    let names = Dimension::ALL.map(Dimension::as_str).join(", ");
    text.trim().parse().map_err(|()| format!("choisir parmi {names}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_whatever_their_case() {
        assert_eq!(key("R1"), Ok(ConcordanceKey::Right(1)));
        assert_eq!(key(" l5"), Ok(ConcordanceKey::Left(5)));
        assert_eq!(key("Pivot"), Ok(ConcordanceKey::Pivot));
        for wrong in ["L0", "L6", "R", "left", "", "é1"] {
            assert!(key(wrong).is_err(), "{wrong}");
        }
    }
}

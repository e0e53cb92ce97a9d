//! What can be asked on the command line.

mod browse;
mod cite;
mod csv;
mod export;
mod filters;
mod handout;
mod index;
mod inspect;
mod occurrence;
mod recipe;
mod search;

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::time::Duration;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::{durations, help};
pub(crate) use browse::{BrowseArgs, KeywordsArgs};
pub(crate) use cite::{CiteArgs, ShowArgs};
pub(crate) use csv::CsvArgs;
pub(crate) use export::{ExportArgs, ExportFormat};
pub(crate) use filters::FilterArgs;
pub(crate) use handout::{DossierAction, DossierArgs, DossierFile, HandoutArgs, PackArgs};
pub(crate) use index::{ExtractArgs, FileArgs, IndexArgs, LogFormat};
pub(crate) use inspect::{AnalyzeArgs, ExplainArgs, InspectArgs};
pub(crate) use occurrence::{
    CoocArgs, CountArgs, KwicArgs, Level, ReachArgs, SpecificArgs, TableArgs, TableFormat, Within,
    WordArgs,
};
pub(crate) use recipe::{RecipeArgs, ReplayArgs};
pub(crate) use search::{Grouping, Order, SearchArgs, SearchFormat};

/// Recherche plein texte dans les documents du service public local.
#[derive(Debug, Parser)]
#[command(name = "glane", version, help_template = help::TEMPLATE, after_help = help::GLANE)]
#[command(subcommand_help_heading = help::COMMANDS, subcommand_value_name = "COMMANDE")]
#[command(disable_help_subcommand = true, disable_help_flag = true, disable_version_flag = true)]
#[command(infer_subcommands = false)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) global: Global,
    /// Affiche la version
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = help::GLOBAL)]
    version: Option<bool>,
}

/// What every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = help::GLOBAL)]
#[expect(
    clippy::doc_markdown,
    reason = "these docs are the help, which shows backticks as they are"
)]
pub(crate) struct Global {
    /// Dossier des documents (à défaut : GLANE_CORPUS, sinon ./corpus)
    #[arg(long, global = true, value_name = "DOSSIER", env = "GLANE_CORPUS")]
    #[arg(default_value = "corpus", hide_env = true, hide_default_value = true)]
    pub(crate) corpus: PathBuf,
    /// Dossier de l'index (à défaut : GLANE_INDEX, sinon ./index)
    #[arg(long, global = true, value_name = "DOSSIER", env = "GLANE_INDEX")]
    #[arg(default_value = "index", hide_env = true, hide_default_value = true)]
    pub(crate) index: PathBuf,
    /// Couleur : auto (sur un terminal), always (toujours) ou never (jamais)
    #[arg(long, global = true, value_name = "QUAND", value_enum)]
    #[arg(default_value = "auto", hide_default_value = true, hide_possible_values = true)]
    pub(crate) color: ColorChoice,
    /// Tait l'avancement et les bilans ; les échecs sont toujours dits
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    /// Affiche cette aide
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

/// What is asked.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Indexe un dossier de documents
    #[command(after_help = help::INDEX)]
    Index(IndexArgs),
    /// Cherche des sections : ateliers, plénières, tables rondes…
    #[command(after_help = help::SEARCH)]
    Search(SearchArgs),
    /// Concordance : chaque occurrence d'une requête, dans son contexte
    #[command(after_help = help::KWIC)]
    Kwic(KwicArgs),
    /// Compte les occurrences de requêtes, par année, événement, intervenant…
    #[command(after_help = help::COUNT)]
    Count(CountArgs),
    /// Cherche les mots qui entourent une requête plus qu'ailleurs
    #[command(after_help = help::COOC)]
    Cooc(CoocArgs),
    /// Cherche les mots propres à chaque partie du corpus : année, événement, intervenant…
    #[command(after_help = help::SPECIFIC)]
    Specific(SpecificArgs),
    /// Affiche une section ou un document de l'index
    #[command(after_help = help::SHOW)]
    Show(ShowArgs),
    /// Prépare une séance : des extraits variés sur un sujet, dans un document à distribuer
    #[command(after_help = help::PACK)]
    Pack(PackArgs),
    /// Les extraits gardés, à distribuer
    #[command(after_help = help::DOSSIER)]
    Dossier(DossierArgs),
    /// Donne la référence d'un document, d'une section ou d'un passage
    #[command(after_help = help::CITE)]
    Cite(CiteArgs),
    /// Liste les intervenants, sous toutes les graphies de leur nom
    #[command(after_help = help::SPEAKERS)]
    Speakers(BrowseArgs),
    /// Liste les ateliers, ou les sections d'une autre sorte
    #[command(after_help = help::WORKSHOPS)]
    Workshops(BrowseArgs),
    /// Liste les mots-clés déclarés, ou ceux qui vont avec l'un d'eux
    #[command(after_help = help::KEYWORDS)]
    Keywords(KeywordsArgs),
    /// Liste les thèmes
    #[command(after_help = help::THEMES)]
    Themes(BrowseArgs),
    /// Liste les sigles que les documents développent
    #[command(after_help = help::ACRONYMS)]
    Acronyms(BrowseArgs),
    /// Exporte des documents, ou ce qui répond, pour d'autres outils
    #[command(after_help = help::EXPORT)]
    Export(ExportArgs),
    /// Refait les nombres d'une recette, et dit ce qui a changé depuis
    #[command(after_help = help::REPLAY)]
    Replay(ReplayArgs),
    /// Montre la structure trouvée dans des fichiers, sans les indexer
    #[command(after_help = help::INSPECT)]
    Inspect(InspectArgs),
    /// Montre comment un texte est analysé : mots, clés, racines
    #[command(after_help = help::ANALYZE)]
    Analyze(AnalyzeArgs),
    /// Dit ce qu'une requête cherche : formes présentes dans l'index, nombre de passages
    #[command(after_help = help::EXPLAIN)]
    Explain(ExplainArgs),
    /// Ouvre une page web locale pour chercher et lire dans un navigateur
    #[command(after_help = help::SERVE)]
    Serve(ServeArgs),
    /// Dit ce que contient l'index
    #[command(after_help = help::STATUS)]
    Status(StatusArgs),
    /// Lit des fichiers pour « glane index », dans un processus à part
    #[command(hide = true)]
    Extract(ExtractArgs),
}

/// Arguments of `glane status`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct StatusArgs {
    /// Échoue (code 2) si la dernière indexation réussie est plus ancienne : 36h, 2j
    #[arg(long, value_name = "DURÉE", value_parser = durations::parse)]
    pub(crate) max_age: Option<Duration>,
    /// Liste les documents qui n'ont pas pu être lus, avec la raison
    #[arg(short, long, action = ArgAction::Count)]
    pub(crate) verbose: u8,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// Arguments of `glane serve`.
#[derive(Debug, Args)]
#[command(help_template = help::TEMPLATE, next_help_heading = help::OPTIONS)]
pub(crate) struct ServeArgs {
    /// Port (7878 à défaut ; 0 : un port libre)
    #[arg(long, value_name = "PORT", default_value_t = 7878, hide_default_value = true)]
    pub(crate) port: u16,
    /// Adresse écoutée : 127.0.0.1 à défaut, que cette machine seule atteint
    #[arg(long, value_name = "ADRESSE")]
    #[arg(default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), hide_default_value = true)]
    pub(crate) bind: IpAddr,
    /// Ouvre la page dans le navigateur
    #[arg(long)]
    pub(crate) open: bool,
    #[command(flatten)]
    pub(crate) dossier: DossierFile,
}

/// How an answer is written.
#[derive(Debug, Args)]
#[command(next_help_heading = help::OPTIONS)]
pub(crate) struct Output {
    /// Sortie : text (pour une personne) ou json (un objet par ligne, pour un programme)
    #[arg(long, value_name = "FORMAT", value_enum)]
    #[arg(default_value = "text", hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: Format,
}

/// The formats of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a person.
    Text,
    /// For a program.
    Json,
}

/// When answers are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal that accepts it.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}

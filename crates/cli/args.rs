//! What can be asked on the command line.

mod browse;
mod csv;
mod export;
mod filters;
mod handout;
mod occurrence;
mod recipe;

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::time::Duration;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use glane_analysis::Language;
use glane_ingest::Reading;
use glane_render::CitationFormat;

use crate::{durations, help, sizes};
pub(crate) use browse::{BrowseArgs, KeywordsArgs};
pub(crate) use csv::CsvArgs;
pub(crate) use export::{ExportArgs, ExportFormat};
pub(crate) use filters::FilterArgs;
pub(crate) use handout::{DossierAction, DossierArgs, DossierFile, HandoutArgs, PackArgs};
pub(crate) use occurrence::{
    CoocArgs, CountArgs, KwicArgs, Level, ReachArgs, SpecificArgs, TableArgs, TableFormat, Within,
    WordArgs,
};
pub(crate) use recipe::{RecipeArgs, ReplayArgs};

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

/// The formats of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// For a person.
    Text,
    /// For a program.
    Json,
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

fn citation_format(name: &str) -> Result<CitationFormat, String> {
    CitationFormat::parse(name).ok_or_else(|| {
        let names = CitationFormat::NAMES.join(", ");
        format!("choisir parmi {names}, ou un style de zotero.org/styles")
    })
}

fn language(code: &str) -> Result<Language, String> {
    let codes = Language::ALL.map(Language::code).join(", ");
    Language::from_code(code).ok_or_else(|| format!("choisir parmi {codes}"))
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

//! A command line that cannot be understood, explained in French.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Error, Parser};

use crate::args::{Cli, Command};
use crate::exit::Exit;
use crate::streams;

/// The command line, or how the program ends without one: help and version are asked for, the rest
/// is a mistake.
pub(crate) fn parse() -> Result<Cli, Exit> {
    let words: Vec<OsString> = std::env::args_os().collect();
    read(&words).map_err(|error| {
        if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
            // A closed stdout is a reader that has read enough.
            let _ = error.print();
            return Exit::Done;
        }
        let words = words.iter().skip(1).map(|word| word.to_string_lossy());
        let command = command_among(words);
        streams::say(&format!("glane : {}\nVoir « {command} --help ».", explain(&error)));
        Exit::Failed
    })
}

/// Stands for the hyphen of a word of a query while options are read: a character for private use.
const HYPHEN: char = '\u{f8ff}';

/// Reads the words of a command line, the program's name first.
///
/// In a query `-gracieux` is a word that is left out, not eight options; `--gracieux` is an option
/// that does not exist.
fn read(words: &[OsString]) -> Result<Cli, Error> {
    with_words_left_out(words).map_or_else(|| Cli::try_parse_from(words), Ok)
}

/// Reads a command line in which words of the query start with a hyphen.
fn with_words_left_out(words: &[OsString]) -> Option<Cli> {
    let mut hidden = 0;
    let hide = |word: &OsString| match word.to_str().and_then(|word| word.strip_prefix('-')) {
        Some(rest) if !rest.starts_with('-') && rest.trim_start_matches(SHORT).len() > 1 => {
            hidden += 1;
            OsString::from(format!("{HYPHEN}{rest}"))
        }
        _ => word.clone(),
    };
    let mut read = Cli::try_parse_from(words.iter().map(hide)).ok().filter(|_| hidden > 0)?;
    let query = match &mut read.command {
        Command::Search(args) => &mut args.query,
        Command::Pack(args) => &mut args.query,
        Command::Kwic(args) => &mut args.query,
        Command::Count(args) => &mut args.queries,
        Command::Cooc(args) => &mut args.query,
        Command::Explain(args) => &mut args.query,
        Command::Export(args) => &mut args.query,
        _ => return None,
    };
    let starts = query.iter_mut().filter(|word| word.starts_with(HYPHEN));
    let shown = starts.map(|word| word.replace_range(..HYPHEN.len_utf8(), "-")).count();
    (shown == hidden).then_some(read)
}

/// The letters of options.
const SHORT: [char; 3] = ['h', 'q', 'V'];

/// The command whose help is worth reading.
fn command_among<S: AsRef<str>>(mut words: impl Iterator<Item = S>) -> String {
    let known = Cli::command();
    match words.find(|word| known.find_subcommand(word.as_ref()).is_some()) {
        Some(command) => format!("glane {}", command.as_ref()),
        None => "glane".to_owned(),
    }
}

/// What is wrong, in one French sentence.
fn explain(error: &Error) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("il manque une valeur à {argument}"),
        ErrorKind::InvalidValue => {
            let valid = context(error, ContextKind::ValidValue);
            format!("« {value} » ne convient pas à {argument} ; choisir parmi : {valid}")
        }
        ErrorKind::ValueValidation => {
            format!("« {value} » ne convient pas à {argument} : {}", reason(error))
        }
        ErrorKind::UnknownArgument => unknown_argument(error, &argument),
        ErrorKind::InvalidSubcommand => unknown_command(error),
        ErrorKind::MissingRequiredArgument => format!("il manque {argument}"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "il manque une commande, par exemple : glane search \"non-recours\"".to_owned()
        }
        ErrorKind::ArgumentConflict => format!("{argument} est donné deux fois, ou de trop"),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} n'a pas le bon nombre de valeurs")
        }
        ErrorKind::InvalidUtf8 => "un argument n'est pas en UTF-8".to_owned(),
        _ => format!("arguments incompris ({})", error.kind()),
    }
}

fn unknown_argument(error: &Error, argument: &str) -> String {
    let suggested = context(error, ContextKind::SuggestedArg);
    if !suggested.is_empty() {
        return format!("l'option {argument} n'existe pas ; peut-être {suggested} ?");
    }
    if argument.starts_with('-') {
        return format!(
            "l'option {argument} n'existe pas ; pour un texte qui commence par un tiret, \
             l'écrire après « -- »"
        );
    }
    format!("« {argument} » est de trop")
}

fn unknown_command(error: &Error) -> String {
    let command = context(error, ContextKind::InvalidSubcommand);
    let suggested = context(error, ContextKind::SuggestedSubcommand);
    let cli = Cli::command();
    let is_shown =
        |name: &&str| cli.find_subcommand(name).is_some_and(|found| !found.is_hide_set());
    let letters = |name: &&str| glane_analysis::edit::distance(&command, name, command.len());
    let nearest = suggested
        .split(", ")
        .filter(is_shown)
        .min_by_key(|name| letters(name).unwrap_or(usize::MAX));
    match nearest {
        Some(nearest) => {
            format!("« {command} » n'est pas une commande ; peut-être « {nearest} » ?")
        }
        None => {
            format!("« {command} » n'est pas une commande ; pour chercher : glane search {command}")
        }
    }
}

/// Why a value was refused: by our own parsers in French, by the standard library otherwise.
fn reason(error: &Error) -> String {
    match std::error::Error::source(error) {
        Some(source) if source.is::<std::num::ParseIntError>() => "attendu un nombre".to_owned(),
        Some(source) => source.to_string(),
        None => "valeur refusée".to_owned(),
    }
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    #[track_caller]
    fn check(given: &[&str], expect: &str) {
        let error = read(&words(given)).unwrap_err();
        assert_eq!(explain(&error), expect);
    }

    #[test]
    fn a_word_of_a_query_may_start_with_a_hyphen() {
        for (given, expect) in [
            (&["search", "recours", "-gracieux"][..], &["recours", "-gracieux"][..]),
            (&["search", "-gracieux", "--limit", "3", "recours"], &["-gracieux", "recours"]),
            (&["search", "-q", "-habitat", "-(a"], &["-habitat", "-(a"]),
            (&["search", "--", "--recours", "-1"], &["--recours", "-1"]),
        ] {
            let read = read(&words(&[&["glane"], given].concat())).unwrap();
            let Command::Search(args) = read.command else { unreachable!() };
            assert_eq!(args.query, expect);
        }
    }

    #[test]
    fn an_unknown_option_is_told_among_words_with_hyphens() {
        let told = "l'option -g n'existe pas ; pour un texte qui commence par un tiret, l'écrire \
                    après « -- »";
        check(&["glane", "search", "-gracieux", "--spaeker", "Ferrouk"], told);
        check(&["glane", "status", "-gracieux"], told);
    }

    #[test]
    fn an_unknown_command_is_named_with_the_nearest() {
        check(&["glane", "serch"], "« serch » n'est pas une commande ; peut-être « search » ?");
        check(&["glane", "serach"], "« serach » n'est pas une commande ; peut-être « search » ?");
        // A hidden command is for no reader.
        check(
            &["glane", "extrac"],
            "« extrac » n'est pas une commande ; pour chercher : glane search extrac",
        );
    }

    #[test]
    fn a_missing_command_gives_an_example() {
        check(&["glane"], "il manque une commande, par exemple : glane search \"non-recours\"");
    }

    #[test]
    fn a_missing_argument_is_named() {
        check(&["glane", "show"], "il manque <ID>");
        check(&["glane", "inspect"], "il manque <FICHIER>...");
    }

    #[test]
    fn an_unknown_option_is_named_with_what_to_do() {
        check(
            &["glane", "search", "--yeer", "2019"],
            "l'option --yeer n'existe pas ; peut-être --year ?",
        );
        check(
            &["glane", "status", "-recours"],
            "l'option -r n'existe pas ; pour un texte qui commence par un tiret, l'écrire après \
             « -- »",
        );
    }

    #[test]
    fn a_refused_value_says_what_is_expected() {
        check(
            &["glane", "status", "--format", "xml"],
            "« xml » ne convient pas à --format <FORMAT> ; choisir parmi : text, json",
        );
        check(
            &["glane", "search", "droit", "--limit", "dix"],
            "« dix » ne convient pas à --limit <N> : attendu un nombre",
        );
        check(
            &["glane", "search", "droit", "--year", "hier"],
            "« hier » ne convient pas à --year <ANNÉES> : attendu une année ou un intervalle : \
             2019, 2015..2019, 2015.., ..2019",
        );
        check(&["glane", "status", "--format"], "il manque une valeur à --format <FORMAT>");
    }

    #[test]
    fn help_is_that_of_the_command_asked_for() {
        let words = ["--quiet", "show"].map(str::to_owned);
        assert_eq!(command_among(words.into_iter()), "glane show");
        assert_eq!(command_among(std::iter::empty::<&str>()), "glane");
    }
}

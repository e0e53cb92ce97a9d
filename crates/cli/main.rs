//! The command line of Glane: the library crates, exposed as commands.
//!
//! A command parses nothing and formats nothing: [`args`] says what was asked, the libraries
//! answer, `glane-render` writes. Only [`streams`] knows the terminal, only [`exit`] the codes.

mod analyze;
mod args;
mod browse;
mod cite;
mod cooc;
mod count;
mod disk;
mod dossier;
mod durations;
mod exit;
mod explain;
mod export;
mod extraction;
mod handout;
mod help;
mod index;
mod inspect;
mod kwic;
mod log;
mod open;
mod output;
mod pack;
mod progress;
mod prom;
mod recipe;
mod search;
mod serve;
mod show;
mod sizes;
mod specific;
mod status;
mod streams;
mod topics;
mod update;
mod usage;
mod years;

use std::process::ExitCode;

use args::Command;
use streams::Streams;

fn main() -> ExitCode {
    let cli = match usage::parse() {
        Ok(cli) => cli,
        Err(exit) => return exit.into(),
    };
    let streams = Streams::new(&cli.global);
    let done = match &cli.command {
        Command::Index(args) => index::run(&cli.global, args, &streams),
        Command::Search(args) => search::run(&cli.global, args, &streams),
        Command::Kwic(args) => kwic::run(&cli.global, args, &streams),
        Command::Count(args) => count::run(&cli.global, args, &streams),
        Command::Cooc(args) => cooc::run(&cli.global, args, &streams),
        Command::Specific(args) => specific::run(&cli.global, args, &streams),
        Command::Show(args) => show::run(&cli.global, args, &streams),
        Command::Pack(args) => pack::run(&cli.global, args, &streams),
        Command::Dossier(args) => dossier::run(&cli.global, args, &streams),
        Command::Cite(args) => cite::run(&cli.global, args, &streams),
        Command::Speakers(args) => browse::speakers(&cli.global, args, &streams),
        Command::Workshops(args) => browse::workshops(&cli.global, args, &streams),
        Command::Keywords(args) => browse::keywords(&cli.global, args, &streams),
        Command::Themes(args) => browse::themes(&cli.global, args, &streams),
        Command::Acronyms(args) => browse::acronyms(&cli.global, args, &streams),
        Command::Export(args) => export::run(&cli.global, args, &streams),
        Command::Replay(args) => recipe::replay(&cli.global, args, &streams),
        Command::Inspect(args) => inspect::run(args, &streams),
        Command::Analyze(args) => analyze::run(args, &streams),
        Command::Explain(args) => explain::run(&cli.global, args, &streams),
        Command::Serve(args) => serve::run(&cli.global, args, &streams),
        Command::Status(args) => status::run(&cli.global, args, &streams),
        Command::Extract(args) => extraction::run(args, &streams),
    };
    done.unwrap_or_else(|error| exit::report(&error, &streams)).into()
}

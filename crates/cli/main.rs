//! The command line of Glane: the library crates, exposed as commands.
//!
//! A command parses nothing and formats nothing: [`args`] says what was asked, the libraries
//! answer, `glane-render` writes. Only [`streams`] knows the terminal, only [`exit`] the codes.

mod analyze;
mod args;
mod count;
mod disk;
mod durations;
mod exit;
mod explain;
mod extraction;
mod help;
mod index;
mod inspect;
mod kwic;
mod log;
mod open;
mod progress;
mod prom;
mod search;
mod serve;
mod show;
mod sizes;
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
        Command::Show(args) => show::run(&cli.global, args, &streams),
        Command::Inspect(args) => inspect::run(args, &streams),
        Command::Analyze(args) => analyze::run(args, &streams),
        Command::Explain(args) => explain::run(&cli.global, args, &streams),
        Command::Serve(args) => serve::run(&cli.global, args, &streams),
        Command::Status(args) => status::run(&cli.global, args, &streams),
        Command::Extract(args) => extraction::run(args, &streams),
    };
    done.unwrap_or_else(|error| exit::report(&error, &streams)).into()
}

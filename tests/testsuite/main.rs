//! Runs the binary as its users do: in a folder of its own, from the commands of the README.

mod architecture;
mod bad_input;
mod batch;
mod browse;
mod citations;
mod concordance;
mod cooccurrents;
mod counting;
mod export;
mod first_command;
mod formats;
mod grouping;
mod handouts;
mod indexing;
mod inspect;
mod languages;
mod output;
mod phenomena;
mod readme;
mod recipes;
mod sandbox;
mod search;
mod seeds;
mod service;
mod sidecar;
mod updating;

//! Runs the binary as its users do: in a folder of its own, from the commands of the README.

mod architecture;
mod bad_input;
mod batch;
mod browser;
mod concordance;
mod counting;
mod first_command;
mod formats;
mod grouping;
mod indexing;
mod inspect;
mod languages;
mod output;
mod phenomena;
mod readme;
mod sandbox;
mod search;
mod seeds;
mod serve;
mod service;
mod sidecar;
mod updating;

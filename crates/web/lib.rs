//! The trainer's desk: the answers of the query crate as pages in a browser on the same machine.
//!
//! # Overview
//!
//! - [`Config`] says which index is served and under which addresses; [`router`] makes of it a
//!   service that needs no socket, [`Server`] listens and stops gracefully.
//! - A `Desk` holds the live generation of the index. Each page is made whole on a
//!   blocking thread, from one generation: what is published meanwhile is seen by the next page.
//! - `guard` refuses what another site could ask in the reader's name; `asked` reads addresses,
//!   which hold the whole state of a page; `page` writes HTML that escapes whatever documents say.
//!
//! # Example
//!
//! ```
//! use glane_web::{Config, Server};
//!
//! # async fn wait() {}
//! # async fn example() -> std::io::Result<()> {
//! let config = Config::local("index", glane_dossier::Store::at("dossier.json"));
//! let server = Server::bind(&config, "127.0.0.1:0".parse().unwrap()).await?;
//! println!("http://{}/", server.address());
//! server.run(wait()).await
//! # }
//! ```

mod api;
mod asked;
mod assets;
mod choice;
mod desk;
mod folder;
mod guard;
mod page;
mod routes;
mod server;
mod trouble;
mod typography;
mod values;

pub use routes::router;
pub use server::{Config, Server};

//! Listening on an address, until told to stop.

use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use glane_dossier::Store;
use tokio::net::TcpListener;

use crate::routes::router;

/// How long pages that are being made when the server stops are waited for.
const FAREWELL: Duration = Duration::from_secs(5);

/// What is served, and to whom.
#[derive(Debug, Clone)]
pub struct Config {
    /// The folder of the index.
    pub index: PathBuf,
    /// Where the excerpts that the reader keeps are.
    pub dossier: Store,
    /// The address that is listened on: requests that name a host other than this machine's
    /// loopback or this address are refused. Unspecified (`0.0.0.0`), any address will do, but no
    /// name.
    pub bound: IpAddr,
    /// How many pages are made at once.
    pub threads: usize,
    /// How long a page may take, and as long again to wait for its turn.
    pub patience: Duration,
}

impl Config {
    /// On the loopback, with a thread more than there are processors.
    pub fn local(index: impl Into<PathBuf>, dossier: Store) -> Config {
        let processors = std::thread::available_parallelism().map_or(2, usize::from);
        Config {
            index: index.into(),
            dossier,
            bound: IpAddr::from([127, 0, 0, 1]),
            threads: processors + 1,
            patience: Duration::from_secs(10),
        }
    }
}

/// A socket that listens, and what it serves.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    router: axum::Router,
}

impl Server {
    /// Listens on `address`.
    ///
    /// # Errors
    ///
    /// What the system reports: the port is taken, or the address is not this machine's.
    pub async fn bind(config: &Config, address: SocketAddr) -> io::Result<Server> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let config = Config { bound: address.ip(), ..config.clone() };
        Ok(Server { listener, address, router: router(&config) })
    }

    /// Where it listens, its port included.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until `stop` is ready; pages that are being made then are finished, within seconds.
    ///
    /// # Errors
    ///
    /// What the system reports.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
        let (told, mut heard) = tokio::sync::watch::channel(false);
        let stop = async move {
            stop.await;
            // Nobody hears it when the server has ended by itself.
            let _ = told.send(true);
        };
        let serving = axum::serve(self.listener, self.router).with_graceful_shutdown(stop);
        let farewell = async move {
            let _ = heard.wait_for(|told| *told).await;
            tokio::time::sleep(FAREWELL).await;
        };
        tokio::select! {
            ended = async { serving.await } => ended,
            () = farewell => Ok(()),
        }
    }
}

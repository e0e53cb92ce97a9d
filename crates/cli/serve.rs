//! `glane serve`: the pages of the web crate, until the process is told to stop.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::process::{Command, Stdio};

use anyhow::Context;
use glane_web::{Config, Server};
use tokio::runtime::Builder;

use crate::args::{Global, ServeArgs};
use crate::exit::Exit;
use crate::streams::Streams;

/// Threads that read requests: pages are made on others.
const LISTENERS: usize = 2;

/// Serves until SIGINT or SIGTERM, which are no failure.
pub(crate) fn run(global: &Global, args: &ServeArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let dossier = args.dossier.store()?;
    let config = Config::local(&global.index, dossier);
    let runtime = Builder::new_multi_thread()
        .worker_threads(LISTENERS)
        .max_blocking_threads(config.threads)
        .enable_all()
        .build()
        .context("le système refuse de nouveaux fils d'exécution")?;
    runtime.block_on(serve(&config, args, streams))?;
    // A page that is still being made is of no use to anybody.
    runtime.shutdown_background();
    Ok(Exit::Done)
}

async fn serve(config: &Config, args: &ServeArgs, streams: &Streams) -> anyhow::Result<()> {
    // Before anyone is told that it listens, lest a signal find nobody.
    let stop = stop()?;
    let address = SocketAddr::new(args.bind, args.port);
    let server = Server::bind(config, address).await.with_context(|| {
        format!("l'adresse {address} ne peut pas être écoutée : choisir un autre --port")
    })?;
    if !args.bind.is_loopback() {
        streams.say(&format!(
            "glane : attention, d'autres machines peuvent lire tout l'index par {address}, sans mot \
             de passe ni chiffrement"
        ));
    }
    let page = page_of(server.address());
    streams.answer(|out| {
        use std::io::Write;
        writeln!(out, "{page}")
    })?;
    streams.say("glane : à l'écoute ; Ctrl + C pour arrêter.");
    if args.open && !open(&page) {
        streams.say(&format!("glane : aucun navigateur n'a pu être lancé ; ouvrir {page}"));
    }
    server.run(stop).await?;
    Ok(())
}

/// The address to type: one that is listened on whatever the interface is reached by this machine.
fn page_of(address: SocketAddr) -> String {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    format!("http://{}/", SocketAddr::new(ip, address.port()))
}

/// Ready once the process is asked to end.
#[cfg(unix)]
fn stop() -> anyhow::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn stop() -> anyhow::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async {
        // Without a handler, the system ends the process by itself.
        let _ = tokio::signal::ctrl_c().await;
    })
}

/// Opens a page in the reader's browser; whether one could be asked to.
fn open(page: &str) -> bool {
    let launcher = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let launched = Command::new(launcher)
        .arg(page)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    launched.is_ok()
}

//! `glane serve`, on a real port.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use crate::sandbox::Sandbox;

/// A server over the samples, stopped when dropped.
pub(crate) struct Served {
    sandbox: Sandbox,
    child: Child,
    /// `127.0.0.1:41234`.
    pub(crate) host: String,
}

impl Served {
    /// Over the sample corpus, on a free port.
    pub(crate) fn samples() -> Served {
        let sandbox = Sandbox::of_samples();
        assert_eq!(sandbox.glane(&["index", "--quiet"]).code, 0);
        Served::over(sandbox, &[])
    }

    fn over(sandbox: Sandbox, options: &[&str]) -> Served {
        let mut command = sandbox.command(&[&["serve", "--port", "0"], options].concat());
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
        let mut line = String::new();
        let stdout = child.stdout.as_mut().expect("a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("an address");
        let host = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        Served { sandbox, child, host }
    }

    /// The status line and the body of an answer.
    fn get(&self, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.host).expect("it listens");
        let host = &self.host;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
            .expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        (head.lines().next().unwrap_or_default().to_owned(), body.to_owned())
    }

    /// Asks it to end; its exit code and what it said.
    fn stop(mut self, signal: Signal) -> (Option<i32>, String) {
        kill_process(Pid::from_child(&self.child), signal).expect("it runs");
        let mut said = String::new();
        self.child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("UTF-8");
        (self.child.wait().expect("it ends").code(), said)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn programs_are_answered_as_on_the_command_line() {
    let served = Served::samples();
    for (path, arguments) in [
        ("/api/search?q=non-recours", &["search", "non-recours"][..]),
        (
            "/api/search?q=accueil&kind=atelier&sort=date&limit=3",
            &["search", "accueil", "--kind", "atelier", "--sort", "date", "--limit", "3"],
        ),
        (
            "/api/search?place=Valmorin&group=passage",
            &["search", "--place", "Valmorin", "--group", "passage"],
        ),
        (
            "/api/search?q=accueil&year=2019&year=2021..2023&event=Valmorin&event=Kerlavan&sort=oldest",
            &[
                "search",
                "accueil",
                "--year",
                "2019",
                "--year",
                "2021..2023",
                "--event",
                "Valmorin",
                "--event",
                "Kerlavan",
                "--sort",
                "oldest",
            ],
        ),
        (
            "/api/show?id=actes-valmorin-2023.txt%23atelier-4",
            &["show", "actes-valmorin-2023.txt#atelier-4"],
        ),
        ("/api/explain?q=pr%C3%A9ca*", &["explain", "préca*"]),
    ] {
        let (status, body) = served.get(path);
        assert_eq!(status, "HTTP/1.1 200 OK", "{path}");
        let told = served.sandbox.glane(&[arguments, &["--format", "json"]].concat()).stdout;
        assert!(body.contains(told.trim_end()), "{path} is answered otherwise");
    }
}

#[test]
fn it_stops_when_told_and_that_is_no_failure() {
    for signal in [Signal::TERM, Signal::INT] {
        let served = Served::samples();
        assert!(served.get("/").1.contains("Retrouver"));
        let (code, said) = served.stop(signal);
        assert_eq!(code, Some(0), "{said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn a_corpus_indexed_meanwhile_is_searched_at_once() {
    let served = Served::samples();
    assert!(served.get("/recherche?q=zibeline").1.contains("Aucun résultat"));
    let text = "Atelier 1 : La zibeline\n\nLa zibeline entre à la mairie.\n";
    served.sandbox.write("corpus/nouveau.txt", text.as_bytes());
    assert_eq!(served.sandbox.glane(&["index", "--quiet"]).code, 0);
    assert!(served.get("/recherche?q=zibeline").1.contains("<mark>zibeline</mark>"));
}

#[test]
fn a_port_that_is_taken_is_a_usage_error() {
    let served = Served::samples();
    let port = served.host.rsplit(':').next().expect("a port").to_owned();
    served.sandbox.glane(&["serve", "--port", &port]).refuses(2, &["--port", &port]);
}

#[test]
fn another_address_is_served_with_a_warning() {
    let sandbox = Sandbox::of_samples();
    assert_eq!(sandbox.glane(&["index", "--quiet"]).code, 0);
    let served = Served::over(sandbox, &["--bind", "0.0.0.0"]);
    assert_eq!(served.get("/aide").0, "HTTP/1.1 200 OK");
    let (_, said) = served.stop(Signal::TERM);
    assert!(said.contains("attention") && said.contains("sans mot de passe"), "{said}");
}

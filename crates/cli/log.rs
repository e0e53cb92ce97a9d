//! What a run says of itself on stderr: sentences for people, or an object a line for programs.

use std::io::{self, Write};
use std::time::{Duration, SystemTime};

use glane_index::Failure;
use glane_ingest::nanoseconds;
use serde::Serialize;

use crate::args::LogFormat;
use crate::streams::Streams;
use crate::update::plan::Plan;

/// How much is said, and how.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Log<'a> {
    streams: &'a Streams,
    format: LogFormat,
    /// 0 where only failures are said, 1 for notices and the outcome, 2 for each source.
    level: u8,
    /// Whether the journal reads priorities before lines: `sd-daemon(3)`.
    journal: bool,
}

/// How grave something is, as `syslog(3)` counts.
#[derive(Debug, Clone, Copy)]
enum Gravity {
    Error = 3,
    Warning = 4,
    Info = 6,
}

/// One line for a program.
#[derive(Serialize)]
struct Event<'a> {
    /// Seconds since 1970.
    ts: f64,
    level: &'a str,
    event: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    doc: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ms: Option<u128>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
}

impl<'a> Log<'a> {
    /// For people; says as much as `verbose` asks for, unless `quiet`.
    pub(crate) fn new(
        streams: &'a Streams,
        format: LogFormat,
        quiet: bool,
        verbose: u8,
    ) -> Log<'a> {
        let level = if quiet { 0 } else { 1 + verbose.min(1) };
        Log { streams, format, level, journal: streams.is_journal() }
    }

    /// Where it is said.
    pub(crate) fn streams(&self) -> &'a Streams {
        self.streams
    }

    /// Says what became of a source.
    pub(crate) fn source(&self, event: &str, id: &str, took: Option<Duration>) {
        if self.level < 2 {
            return;
        }
        let done = match event {
            "added" => "ajouté",
            "updated" => "relu",
            "removed" => "retiré",
            "deferred" => "remis à plus tard",
            _ => "en échec",
        };
        let ms = took.map(|took| took.as_millis());
        let message = match ms {
            Some(ms) => format!("{done} : {id} ({ms} ms)"),
            None => format!("{done} : {id}"),
        };
        let event = Event { doc: Some(id), ms, ..Event::new(event) };
        self.say(Gravity::Info, &message, &event);
    }

    /// Says what is odd but harms nothing.
    pub(crate) fn notice(&self, message: &str) {
        if self.level > 0 {
            let event = Event { message: Some(message), ..Event::new("notice") };
            self.say(Gravity::Warning, &format!("glane : {message}"), &event);
        }
    }

    /// Says each of several oddities.
    pub(crate) fn notices(&self, messages: &[String]) {
        messages.iter().for_each(|message| self.notice(message));
    }

    /// Says which sources failed, whatever is asked.
    pub(crate) fn failures(&self, failures: &[(String, Failure)]) {
        for (id, Failure { code, message, .. }) in failures {
            let event = Event {
                doc: Some(id),
                error_code: Some(code),
                message: Some(message),
                ..Event::new("failed")
            };
            self.say(Gravity::Error, &format!("glane : {message}"), &event);
        }
    }

    /// Says why the run stopped, whatever is asked.
    pub(crate) fn error(&self, message: &str) {
        let event = Event { message: Some(message), ..Event::new("stopped") };
        self.say(Gravity::Error, &format!("glane : {message}"), &event);
    }

    /// Says how the run ended.
    pub(crate) fn outcome(&self, message: &str, is_failure: bool) {
        if self.level > 0 || is_failure {
            let event = Event { message: Some(message), ..Event::new("ended") };
            let gravity = if is_failure { Gravity::Warning } else { Gravity::Info };
            self.say(gravity, message, &event);
        }
    }

    /// Answers what a plan would do, a source a line.
    pub(crate) fn plan(&self, plan: &Plan) -> io::Result<()> {
        if self.format == LogFormat::Json {
            return Ok(());
        }
        self.streams.answer(|out| {
            for (from, to) in &plan.moved {
                writeln!(out, "> {from} → {to}")?;
            }
            let is_moved = |id: &str| plan.moved.iter().any(|(_, to)| to == id);
            for read in plan.reads.iter().filter(|read| !is_moved(&read.source.id)) {
                let mark = if read.is_known { '~' } else { '+' };
                writeln!(out, "{mark} {}", read.source.id)?;
            }
            plan.lost().try_for_each(|id| writeln!(out, "- {id}"))?;
            plan.deferred.iter().try_for_each(|id| writeln!(out, "… {id}"))
        })
    }

    fn say(&self, gravity: Gravity, message: &str, event: &Event<'_>) {
        let level = match gravity {
            Gravity::Error => "error",
            Gravity::Warning => "warning",
            Gravity::Info => "info",
        };
        match self.format {
            LogFormat::Json => {
                let ts = nanoseconds(SystemTime::now()) / 1_000_000;
                let event = Event { ts: ts as f64 / 1000.0, level, ..*event };
                // Plain data always serialises.
                let line = serde_json::to_string(&event).unwrap_or_default();
                self.streams.say(&line);
            }
            LogFormat::Text if self.journal => {
                let lines = message.lines().map(|line| format!("<{}>{line}", gravity as u8));
                self.streams.say(&lines.collect::<Vec<_>>().join("\n"));
            }
            LogFormat::Text => self.streams.say(message),
        }
    }
}

impl<'a> Event<'a> {
    fn new(event: &'a str) -> Event<'a> {
        Event { ts: 0.0, level: "", event, doc: None, ms: None, error_code: None, message: None }
    }
}

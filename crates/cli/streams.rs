//! stdout, stderr and the terminal: the only place of Glane that knows them.

use std::io::{self, BufWriter, IsTerminal, Write};

use glane_render::{Marks, Style};

use crate::args::{ColorChoice, Global};

/// Lines wider than this are hard to read, however wide the terminal.
const MAX_WIDTH: usize = 100;
/// Narrower, a terminal gets its lines cut rather than one word a line.
const MIN_WIDTH: usize = 40;

/// Where answers and messages go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Streams {
    style: Style,
    watched: bool,
}

impl Streams {
    /// Looks at the terminal once.
    pub(crate) fn new(global: &Global) -> Streams {
        let terminal = stdout().is_terminal();
        let colored = match global.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => terminal && accepts_color(),
        };
        Streams {
            style: Style {
                width: if terminal { terminal_width() } else { MAX_WIDTH },
                marks: if colored { Marks::Ansi } else { Marks::Brackets },
            },
            watched: stderr().is_terminal() && !global.quiet,
        }
    }

    /// How answers are laid out.
    pub(crate) fn style(&self) -> &Style {
        &self.style
    }

    /// Whether a person watches stderr, and wants to.
    pub(crate) fn watched(&self) -> bool {
        self.watched
    }

    /// Whether stderr is read by systemd's journal: `systemd.exec(5)`, `$JOURNAL_STREAM`.
    pub(crate) fn is_journal(&self) -> bool {
        !self.watched && std::env::var_os("JOURNAL_STREAM").is_some_and(|name| !name.is_empty())
    }

    /// Lets `write` write an answer on stdout, at once.
    pub(crate) fn answer(
        &self,
        write: impl FnOnce(&mut BufWriter<io::StdoutLock<'static>>) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut out = BufWriter::new(stdout().lock());
        write(&mut out)?;
        out.flush()
    }

    /// Says `message` on stderr.
    pub(crate) fn say(&self, message: &str) {
        say(message);
    }

    /// Shows `message` on stderr in place of the one before; empty, clears it.
    pub(crate) fn flash(&self, message: &str) {
        // A message that wraps would leave its first line behind.
        let message: String = message.chars().take(terminal_width() - 1).collect();
        let mut stderr = stderr();
        // Progress that cannot be shown is no reason to stop.
        let _ = write!(stderr, "\r\u{1b}[K{message}").and_then(|()| stderr.flush());
    }
}

/// Says `message` on stderr, before there is anything else to know of the terminal.
pub(crate) fn say(message: &str) {
    // Where stderr itself is closed there is no one left to tell; the exit code stays.
    let _ = writeln!(stderr(), "{message}");
}

#[expect(clippy::disallowed_methods, reason = "the command line owns stdout")]
fn stdout() -> io::Stdout {
    io::stdout()
}

#[expect(clippy::disallowed_methods, reason = "the command line owns stderr")]
fn stderr() -> io::Stderr {
    io::stderr()
}

/// <https://no-color.org>: set and not empty refuses colour, whatever the value.
fn accepts_color() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    !refused && !dumb
}

fn terminal_width() -> usize {
    let width = terminal_size::terminal_size().map_or(MAX_WIDTH, |(width, _)| width.0.into());
    width.clamp(MIN_WIDTH, MAX_WIDTH)
}

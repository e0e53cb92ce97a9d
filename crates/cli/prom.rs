//! How a run ended, as a text file that Prometheus' node exporter collects.
//!
//! The format: <https://prometheus.io/docs/instrumenting/exposition_formats/>. The file is replaced
//! at once, as the exporter asks, lest it reads half of it.

use std::fmt::Write;
use std::io;
use std::path::Path;

use crate::update::report::Report;

/// Writes the file.
///
/// # Errors
///
/// What the system reports; the file is as it was.
#[expect(clippy::disallowed_methods, reason = "the file is an argument, asked for by its path")]
pub(crate) fn write(path: &Path, report: &Report) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::IsADirectory)?.to_string_lossy();
    // The exporter reads names that end with .prom only.
    let temporary = path.with_file_name(format!(".{name}.tmp"));
    let written =
        std::fs::write(&temporary, text(report)).and_then(|()| std::fs::rename(&temporary, path));
    written.inspect_err(|_| drop(std::fs::remove_file(&temporary)))
}

fn text(report: &Report) -> String {
    let mut text = String::new();
    let mut gauge = |name: &str, help: &str, value: f64| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "# HELP glane_{name} {help}\n# TYPE glane_{name} gauge");
        let _ = writeln!(text, "glane_{name} {value}");
    };
    if let Some(at) = report.last_success_at {
        let help = "When a run last left the index up to date.";
        gauge("last_success_timestamp_seconds", help, at as f64);
    }
    gauge("last_run_timestamp_seconds", "When the last run ended.", report.ended_at as f64);
    gauge("last_exit_code", "The exit code of the last run.", f64::from(report.exit_code));
    gauge("documents", "Documents in the index.", report.documents as f64);
    gauge("passages", "Passages in the index.", report.passages as f64);
    gauge("failed_documents", "Sources that could not be read.", report.failed.len() as f64);
    gauge("index_bytes", "Size of the live generation.", report.bytes as f64);
    gauge("duration_seconds", "How long the last run took.", report.duration_s);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_has_its_help_and_type() {
        let report = Report { documents: 12, last_success_at: Some(5), ..Report::default() };
        let text = text(&report);
        assert!(text.contains("# TYPE glane_documents gauge\nglane_documents 12\n"), "{text}");
        assert!(text.contains("glane_last_success_timestamp_seconds 5\n"), "{text}");
        assert_eq!(text.lines().count() % 3, 0, "{text}");
    }
}

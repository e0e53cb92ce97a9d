//! The examples for cron and systemd: they run, and mean what they say.
#![expect(clippy::disallowed_methods, reason = "these tests read and copy the examples")]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::sandbox::{Sandbox, root};

fn example(name: &str) -> String {
    fs::read_to_string(root().join("crates/cli/service").join(name)).expect("an example")
}

/// The values of a setting of a unit.
fn settings<'a>(unit: &'a str, name: &str) -> Vec<&'a str> {
    unit.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix('=')).collect()
}

#[test]
fn the_commands_of_the_examples_index_what_they_are_given() {
    let (service, crontab) = (example("glane-index.service"), example("glane.crontab"));
    let start = settings(&service, "ExecStart")[0].strip_prefix("/usr/local/bin/").expect("a path");
    let lines = crontab.lines().map(|line| line.trim_start_matches("# "));
    let jobs: Vec<&str> =
        lines.filter_map(|line| line.strip_prefix("30 2 * * *  glane  ")).collect();
    assert_eq!(jobs.len(), 2, "{crontab}");
    for job in jobs.into_iter().chain([start]) {
        let sandbox = Sandbox::of_fixtures(&["atelier.txt"]);
        let job = job.replace("/srv/documents", "corpus").replace("/var/lib/glane", "index");
        let job = job.replace("--settle 30s", "--settle 0s").replace("curl ", "echo ");
        let glane = PathBuf::from(env!("CARGO_BIN_EXE_glane"));
        let folder = glane.parent().expect("it stands in a folder").to_string_lossy().into_owned();
        let output = Command::new("sh")
            .args(["-c", &job])
            .current_dir(sandbox.path("."))
            .env("PATH", format!("{folder}:/usr/bin:/bin"))
            .output()
            .expect("a shell");
        assert!(output.status.success(), "{job}: {output:?}");
        assert!(output.stdout.is_empty() || output.stdout.ends_with(b"/ID/0\n"), "{output:?}");
        assert_eq!(sandbox.glane(&["search", "guichet"]).code, 0, "{job}");
    }
}

#[test]
fn a_night_that_meets_another_run_is_no_failure() {
    let sandbox = Sandbox::of_fixtures(&["atelier.txt"]);
    sandbox.glane(&["index", "--quiet"]);
    let lock = fs::File::options().write(true).open(sandbox.path("index/.lock")).expect("a lock");
    lock.lock().expect("nobody else holds it");
    assert_eq!(sandbox.glane(&["index", "--quiet"]).code, 75);
    assert!(example("glane.crontab").contains("|| [ $? -eq 75 ]"));
    assert_eq!(settings(&example("glane-index.service"), "SuccessExitStatus"), ["75"]);
}

#[test]
fn systemd_reads_the_units() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for name in ["glane-index.service", "glane-index.timer"] {
        // The program need not be installed for the unit to be right.
        let unit = example(name).replace("/usr/local/bin/glane", env!("CARGO_BIN_EXE_glane"));
        fs::write(folder.path().join(name), unit).expect("written");
    }
    for name in ["glane-index.service", "glane-index.timer"] {
        let run = Command::new("systemd-analyze")
            .args(["verify", "--man=no", "--recursive-errors=no"])
            .arg(folder.path().join(name))
            .env("SYSTEMD_UNIT_PATH", format!("{}:", folder.path().display()))
            .output();
        let Ok(output) = run else {
            println!("SKIPPED: there is no systemd-analyze here");
            return;
        };
        let said = String::from_utf8_lossy(&output.stderr);
        let about_us: Vec<&str> = said.lines().filter(|line| line.contains("glane")).collect();
        assert!(about_us.is_empty(), "{about_us:?}");
    }
}

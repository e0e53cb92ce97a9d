//! A folder of its own for each test, and the binary run in it.
#![expect(clippy::disallowed_methods, reason = "tests put files in their own folders")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A temporary folder with a `corpus/`, removed when dropped.
pub(crate) struct Sandbox {
    folder: TempDir,
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// The exit code.
    pub(crate) code: i32,
    /// What it answered.
    pub(crate) stdout: String,
    /// What it said besides.
    pub(crate) stderr: String,
}

/// The root of the project.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Files of `tests/fixtures`, one trait each.
pub(crate) fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures").join(name)
}

impl Sandbox {
    /// A sandbox whose corpus is empty.
    pub(crate) fn new() -> Sandbox {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        std::fs::create_dir_all(folder.path().join("corpus")).expect("it can hold a folder");
        Sandbox { folder }
    }

    /// A sandbox whose corpus holds these fixtures.
    pub(crate) fn of_fixtures(names: &[&str]) -> Sandbox {
        let sandbox = Sandbox::new();
        for name in names {
            let bytes = std::fs::read(fixture(name)).expect("the fixture exists");
            sandbox.write(&format!("corpus/{name}"), &bytes);
        }
        sandbox
    }

    /// A sandbox with a copy of the project's sample corpus.
    pub(crate) fn of_samples() -> Sandbox {
        let sandbox = Sandbox::new();
        for entry in std::fs::read_dir(root().join("corpus")).expect("the samples exist") {
            let path = entry.expect("the folder can be read").path();
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            sandbox
                .write(&format!("corpus/{name}"), &std::fs::read(&path).expect("it can be read"));
        }
        sandbox
    }

    /// Where a file of the sandbox stands.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, its folder made as needed.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }

    /// The generations of the index, in order.
    pub(crate) fn generations(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.path("index/generations")).expect("an index");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> =
            names.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Runs glane here.
    pub(crate) fn glane(&self, arguments: &[&str]) -> Ended {
        Sandbox::end(self.command(arguments))
    }

    /// Runs glane here as a user whom permissions hold back: this one, or nobody where this one is
    /// root. What the sandbox holds is open to everybody from then on.
    #[cfg(unix)]
    pub(crate) fn glane_as_user(&self, arguments: &[&str]) -> Ended {
        use std::os::unix::fs::MetadataExt;
        use std::os::unix::process::CommandExt;

        const NOBODY: u32 = 65_534;
        let mut command = self.command(arguments);
        if self.folder.path().metadata().is_ok_and(|own| own.uid() == 0) {
            command.uid(NOBODY).gid(NOBODY);
        }
        Sandbox::end(command)
    }

    /// Opens what the sandbox holds to everybody.
    #[cfg(unix)]
    pub(crate) fn open_to_all(&self) {
        use std::os::unix::fs::PermissionsExt;

        let entries = walkdir::WalkDir::new(self.folder.path()).into_iter();
        for path in entries.map(|entry| entry.expect("it can be read").into_path()) {
            let mode = if path.is_dir() { 0o777 } else { 0o666 };
            let permissions = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(path, permissions).expect("it is ours");
        }
    }

    /// A run of glane here.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_glane"));
        command.current_dir(self.folder.path()).args(arguments);
        for variable in
            ["GLANE_CORPUS", "GLANE_INDEX", "GLANE_DOSSIER", "NO_COLOR", "JOURNAL_STREAM"]
        {
            command.env_remove(variable);
        }
        // What a run keeps for its user is kept here.
        command.env("XDG_DATA_HOME", self.path("data"));
        command
    }

    fn end(mut command: Command) -> Ended {
        let Output { status, stdout, stderr } = command.output().expect("the binary runs");
        Ended {
            code: status.code().unwrap_or(-1),
            stdout: String::from_utf8(stdout).expect("answers are UTF-8"),
            stderr: String::from_utf8(stderr).expect("messages are UTF-8"),
        }
    }

    /// Runs glane here and reads the one JSON object it answers.
    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let ended = self.glane(&[arguments, &["--format", "json"]].concat());
        let answer = serde_json::from_str(&ended.stdout);
        assert!(answer.is_ok(), "no JSON in {ended:?}");
        answer.unwrap_or_default()
    }
}

impl Ended {
    /// Checks that it failed with `code`, silently on stdout, saying each of `words`.
    #[track_caller]
    pub(crate) fn refuses(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, code, "{self:?}");
        assert_eq!(self.stdout, "", "a refusal answers nothing");
        for word in words {
            assert!(self.stderr.contains(word), "no « {word} » in {self:?}");
        }
        assert!(!self.stderr.contains("panicked"), "{self:?}");
    }
}

//! What the README and the help say is there.
#![expect(clippy::disallowed_methods, reason = "this test reads the README")]

use std::collections::BTreeSet;

use crate::sandbox::{Sandbox, root};

/// The words after `glane` in the README's commands.
fn commands_shown() -> BTreeSet<String> {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("a README");
    let lines = readme.lines().map(str::trim_start);
    let shown = lines.filter_map(|line| {
        let line = line.strip_prefix("$ ").unwrap_or(line);
        line.strip_prefix("glane ").or_else(|| line.strip_prefix("cargo run --release -- "))
    });
    let names = shown.filter_map(|rest| rest.split_whitespace().next());
    names.filter(|name| name.chars().all(|c| c.is_ascii_lowercase())).map(str::to_owned).collect()
}

#[test]
fn each_command_of_the_readme_has_a_french_help_with_examples() {
    let commands = commands_shown();
    assert!(commands.len() >= 6, "{commands:?}");
    for command in commands {
        let help = Sandbox::new().glane(&[&command, "--help"]);
        assert_eq!(help.code, 0, "{command}: {help:?}");
        for word in ["Utilisation", "Options", "Exemples"] {
            assert!(help.stdout.contains(word), "no « {word} » in the help of {command}");
        }
        for word in ["Usage", "Print", "default"] {
            assert!(!help.stdout.contains(word), "« {word} » in the help of {command}");
        }
    }
}

#[test]
fn each_command_of_the_help_is_in_the_readme() {
    let help = Sandbox::new().glane(&["--help"]).stdout;
    let list = help.split("Commandes :").nth(1).expect("a list").split("\n\n").next();
    let listed = list.expect("commands").lines().filter_map(|line| line.split_whitespace().next());
    let readme = commands_shown();
    for command in listed {
        assert!(readme.contains(command), "{command} is not in the README");
    }
}

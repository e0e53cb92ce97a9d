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

#[test]
fn links_inward_lead_somewhere() {
    for name in ["README.md", "crates/README.md"] {
        let page = root().join(name);
        let text = std::fs::read_to_string(&page).expect("a README");
        let folder = page.parent().expect("it stands in a folder");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = link.split('#').next().unwrap_or_default();
            let outward = path.is_empty() || path.contains("://");
            assert!(outward || folder.join(path).exists(), "{name} links to {link}");
        }
    }
}

#[test]
fn the_tests_that_the_code_map_names_exist() {
    let map = std::fs::read_to_string(root().join("crates/README.md")).expect("a code map");
    let sources = sources(["crates", "tests"]);
    // A claim is a long name: shorter ones between backticks are types, crates and files.
    let claims = map.split('`').skip(1).step_by(2).filter(|name| name.matches('_').count() > 2);
    for claim in claims {
        assert!(sources.contains(&format!("fn {claim}(")), "no test is named {claim}");
    }
}

/// Every Rust file under these folders, one after the other.
fn sources(folders: [&str; 2]) -> String {
    let mut text = String::new();
    let mut left = folders.map(|folder| root().join(folder)).to_vec();
    while let Some(path) = left.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).expect("a folder");
            left.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&std::fs::read_to_string(path).expect("a source"));
        }
    }
    text
}

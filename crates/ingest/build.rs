//! Gives the code that reads sources a name of its own, so that an index knows when to read again.
#![expect(clippy::disallowed_methods, reason = "a build script reads the sources it is about")]

use std::path::{Path, PathBuf};
use std::{fs, io};

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for folder in [".", "../analysis", "../document"] {
        println!("cargo::rerun-if-changed={folder}");
        add(Path::new(folder), &mut files)?;
    }
    files.sort();
    let mut hasher = blake3::Hasher::new();
    for file in &files {
        hasher.update(file.to_string_lossy().as_bytes()).update(&fs::read(file)?);
    }
    println!("cargo::rustc-env=GLANE_READER={}", &hasher.finalize().to_hex()[..16]);
    Ok(())
}

/// Adds the sources of a folder, tests and examples left out.
fn add(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        let is_source = path.extension().is_some_and(|extension| extension == "rs");
        if path.is_dir() && name != "tests" && name != "examples" && name != "target" {
            add(&path, files)?;
        } else if is_source && name != "tests.rs" && name != "build.rs" {
            files.push(path);
        }
    }
    Ok(())
}

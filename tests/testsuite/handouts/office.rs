//! Handouts as LibreOffice lays them out, where it is there.

use std::process::Command;

use crate::sandbox::Sandbox;

/// The pages of an office file, as text; `None` where the tools are not there.
fn pages(sandbox: &Sandbox, name: &str) -> Option<Vec<String>> {
    let (profile, folder) = (sandbox.path("profile"), sandbox.path("pdf"));
    let converted = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&folder)
        .arg(sandbox.path(name))
        .output()
        .ok()?;
    assert!(converted.status.success(), "{converted:?}");
    let stem = name.split('.').next().unwrap_or(name);
    let pdf = folder.join(format!("{stem}.pdf"));
    let read = Command::new("pdftotext").args(["-layout"]).arg(&pdf).arg("-").output().ok()?;
    assert!(read.status.success(), "{read:?}");
    let text = String::from_utf8(read.stdout).expect("UTF-8");
    Some(text.split_terminator('\u{c}').map(str::to_owned).collect())
}

#[test]
fn libreoffice_lays_out_the_title_the_contents_and_each_excerpt_on_its_page() {
    let sandbox = Sandbox::of_samples();
    sandbox.glane(&["index", "--quiet"]);
    for name in ["s.docx", "t.odt"] {
        let ended = sandbox.glane(&["pack", "accueil", "--max", "4", "-o", name]);
        assert_eq!(ended.code, 0, "{ended:?}");
        let Some(pages) = pages(&sandbox, name) else {
            println!("SKIPPED: soffice and pdftotext are not both installed");
            return;
        };
        assert!(pages.len() >= 4, "{name}: {} pages", pages.len());
        assert!(pages[0].contains("Accueil") && pages[0].contains("Extraits"), "{}", pages[0]);
        let footer = format!("1/{}", pages.len());
        assert!(pages[0].replace([' ', '\u{a0}'], "").contains(&footer), "{}", pages[0]);
        assert!(pages[1].contains("Sommaire"), "{}", pages[1]);
        for rank in 1..=4 {
            let entry = pages[1]
                .lines()
                .find(|line| line.starts_with(&format!("{rank}.")))
                .expect("an entry");
            let page: usize = entry
                .rsplit('.')
                .next()
                .and_then(|page| page.trim().parse().ok())
                .unwrap_or_default();
            let there = pages.get(page.wrapping_sub(1)).expect("a page of the document");
            let heading = there.lines().any(|line| line.starts_with(&format!("{rank}. ")));
            assert!(heading, "{name}: excerpt {rank} is not on page {page}: {entry}");
        }
        let boxes = pages.iter().map(|page| page.matches("À discuter").count()).sum::<usize>();
        assert_eq!(boxes, 4);
        assert!(pages.iter().any(|page| page.lines().any(|line| line.trim() == "Sources")));
    }
}

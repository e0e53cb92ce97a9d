//! Documents that nobody here wrote, where they stand beside the checkout.

use std::path::PathBuf;

use crate::sandbox::{Sandbox, root};

/// The folder of the seeds; says so where there is none.
#[expect(clippy::print_stdout, reason = "who runs the tests is told what was not tested")]
pub(crate) fn seeds() -> Option<PathBuf> {
    let beside = || root().join("../shared");
    let seeds = std::env::var_os("GLANE_SHARED").map_or_else(beside, PathBuf::from).join("seeds");
    if seeds.is_dir() {
        return Some(seeds);
    }
    println!("SKIPPED: {} does not exist", seeds.display());
    None
}

#[test]
fn the_workshop_on_non_recours_comes_first_with_page_people_and_keywords() {
    let Some(seeds) = seeds() else { return };
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.glane(&["index", &seeds.to_string_lossy(), "--quiet"]).code, 0);
    let answer = sandbox.json(&["search", "non-recours"]);
    let hit = &answer["hits"][0];
    assert_eq!(hit["section"]["kind"], "workshop");
    assert_eq!(hit["section"]["number"], "10");
    assert_eq!(hit["page"], 27);
    assert_eq!(hit["speakers"].as_array().map(Vec::len), Some(7));
    assert!(hit["keywords"].as_array().is_some_and(|keywords| !keywords.is_empty()), "{hit}");
}

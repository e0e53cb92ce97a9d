//! Documents that `glane inspect` wrote, one JSON object per line.

use glane_document::Document;

/// The documents of a `.jsonl` text; those without an identifier take the source's and their rank.
///
/// # Errors
///
/// A French reason with the number of the first line that is not a document.
pub(super) fn documents(id: &str, text: &str) -> Result<Vec<Document>, String> {
    let mut documents = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let mut document: Document = serde_json::from_str(line)
            .map_err(|error| format!("ligne {} : ce n'est pas un document ({error})", at + 1))?;
        if document.id.is_empty() {
            document.id = format!("{id}:{}", at + 1);
        }
        if document.source.is_empty() {
            document.source = id.to_owned();
        }
        repair(&mut document);
        documents.push(document);
    }
    Ok(documents)
}

/// Makes what others wrote safe to index: a head inside its text, sections with identifiers.
fn repair(document: &mut Document) {
    // Pages of a PDF are cited by their ranks in the file as well.
    if document.format != "pdf" {
        document.format = "jsonl".to_owned();
    }
    for (at, section) in document.sections.iter_mut().enumerate() {
        if section.id.is_empty() {
            section.id = format!("section-{}", at + 1);
        }
        if !section.text.is_char_boundary(section.head) {
            section.head = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_document() {
        let text = "{\"title\": \"Un\"}\n\n{\"id\": \"b\", \"sections\": [{\"title\": \"S\"}]}\n";
        let documents = documents("lot.jsonl", text).unwrap();
        let ids: Vec<&str> = documents.iter().map(|document| document.id.as_str()).collect();
        assert_eq!(ids, ["lot.jsonl:1", "b"]);
        assert_eq!(documents[1].sections[0].id, "section-1");
    }

    #[test]
    fn a_line_that_is_no_document_is_named() {
        let reason = documents("lot.jsonl", "{}\n{\"title\": 3}\n").unwrap_err();
        assert!(reason.starts_with("ligne 2"), "{reason}");
    }
}

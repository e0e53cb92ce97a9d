//! Markdown (`CommonMark`), to be taken further in another tool.

use super::leaflet::{Entry, Leaflet, Source};

/// The handout as Markdown.
pub(super) fn write(leaflet: &Leaflet) -> String {
    let mut blocks = vec![format!("# {}", escaped(&leaflet.title))];
    blocks.extend(leaflet.presentation.iter().map(|line| format!("*{}*", escaped(line))));
    let facts = leaflet.facts.iter().map(|(label, fact)| format!("- {label} : {}", escaped(fact)));
    blocks.push(facts.collect::<Vec<_>>().join("\n"));
    if leaflet.contents {
        blocks.push("## Sommaire".to_owned());
        let titles = leaflet.entries.iter().map(|entry| numbered(&entry.heading));
        blocks.push(titles.collect::<Vec<_>>().join("\n"));
    }
    leaflet.entries.iter().for_each(|entry| excerpt(entry, &mut blocks));
    blocks.push("## Sources".to_owned());
    let sources = leaflet.sources.iter();
    let lines =
        sources.map(|Source { title, rest }| format!("- *{}*{}", escaped(title), escaped(rest)));
    blocks.push(lines.collect::<Vec<_>>().join("\n"));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

fn excerpt(entry: &Entry, blocks: &mut Vec<String>) {
    blocks.push(format!("## {}", numbered(&entry.heading)));
    let pieces = entry.pieces.iter().map(|piece| {
        piece.iter().map(|line| format!("> {}", escaped(line))).collect::<Vec<_>>().join("\n>\n")
    });
    blocks.push(pieces.collect::<Vec<_>>().join("\n>\n> […]\n>\n"));
    blocks.push(escaped(&entry.reference));
    if !entry.keywords.is_empty() {
        blocks.push(format!("Mots-clés : {}", escaped(&entry.keywords)));
    }
    if let Some((first, rest)) = entry.note.split_first() {
        blocks.push(format!("**Note** : {}", escaped(first)));
        blocks.extend(rest.iter().map(|line| escaped(line)));
    }
    if entry.boxed {
        blocks.push("**À discuter**".to_owned());
        // Room to write, on paper.
        blocks.push("<br>\n\n<br>\n\n<br>".to_owned());
    }
}

/// `2. Titre`, whose number is that of a list.
fn numbered(heading: &str) -> String {
    match heading.split_once(". ") {
        Some((number, title)) => format!("{number}. {}", escaped(title)),
        None => escaped(heading),
    }
}

/// Text as text: what Markdown would read as markup is escaped with a backslash.
///
/// Marks that count at the start of a line only (`#`, `-`, `+`, `>`, `1.`, `~~~`) are escaped there.
fn escaped(text: &str) -> String {
    let text = text.replace(['\n', '\t'], " ");
    let mut escaped = String::with_capacity(text.len() + 8);
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text.len() - digits.len();
    for (at, letter) in text.char_indices() {
        let anywhere =
            matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~');
        let first = at == 0 && matches!(letter, '#' | '-' | '+' | '=');
        let after_number = at == number && (1..=9).contains(&number) && matches!(letter, '.' | ')');
        if anywhere || first || after_number {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(escaped(text), expect);
    }

    #[test]
    fn nothing_of_a_text_is_markup() {
        check(
            "a *b* _c_ `d` <script> [e](f) &amp;",
            r"a \*b\* \_c\_ \`d\` \<script\> \[e\](f) \&amp;",
        );
        check("# titre", r"\# titre");
        check("12. juillet", r"12\. juillet");
        check("- item + reste", r"\- item + reste");
        check("l’année 2019. Puis", "l’année 2019. Puis");
    }
}

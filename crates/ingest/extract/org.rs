//! Org mode as light Markdown, line for line: <https://orgmode.org/worg/org-syntax.html>.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::pattern::{Pattern, pattern};

/// Whether a text is in Org mode: it opens with a keyword such as `#+title: …`.
pub(super) fn is_org(text: &str) -> bool {
    let keyword = |line: &str| {
        let name = line.strip_prefix("#+").and_then(|rest| rest.split_once(':'));
        name.is_some_and(|(name, _)| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_')
        })
    };
    text.lines().filter(|line| !line.trim().is_empty()).take(3).any(keyword)
}

/// The text with headings, links, bold and italics as Markdown writes them; drawers of properties
/// are left blank.
pub(super) fn markdown(text: &str) -> String {
    static LINK: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"\[\[([^\[\]\n]{1,500})\]\[([^\[\]]{1,500})\]\]"));
    static BARE_LINK: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\[\[([^\[\]\n]{1,500})\]\]"));
    let text = LINK.replace_all(text, "[$2]($1)");
    let text = BARE_LINK.replace_all(&text, "$1");
    let mut out = String::with_capacity(text.len());
    let mut drawer = false;
    for line in text.split_inclusive('\n') {
        let (content, end) = line.split_at(line.trim_end_matches(['\n', '\r']).len());
        let word = content.trim();
        drawer |=
            word.len() > 2 && word.starts_with(':') && word.ends_with(':') && !word.contains(' ');
        if !drawer {
            out.push_str(&of_line(content));
        }
        drawer &= !word.eq_ignore_ascii_case(":end:");
        out.push_str(end);
    }
    out
}

/// A line whose words between single stars are in bold as Markdown writes it.
pub(super) fn in_bold(line: &str) -> Cow<'_, str> {
    static BOLD: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"(^|[\s(«])\*([^\s*](?:[^*]*[^\s*])?)\*($|[\s.,;:!?)»])"));
    BOLD.replace_all(line, "$1**$2**$3")
}

fn of_line(line: &str) -> Cow<'_, str> {
    static ITALIC: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"(^|[\s(«])/([^\s/](?:[^/]*[^\s/])?)/($|[\s.,;:!?)»])"));
    if let Some(title) = line.strip_prefix("#+title:").or_else(|| line.strip_prefix("#+TITLE:")) {
        return Cow::Owned(format!("# {}", title.trim()));
    }
    let stars = line.bytes().take_while(|&byte| byte == b'*').count();
    if stars > 0 && line[stars..].starts_with(' ') {
        let title = line[stars..].trim();
        let title =
            ["TODO ", "DONE "].iter().find_map(|state| title.strip_prefix(state)).unwrap_or(title);
        return Cow::Owned(format!("{} {title}", "#".repeat((stars + 1).min(6))));
    }
    if !line.contains(['*', '/']) {
        return Cow::Borrowed(line);
    }
    Cow::Owned(ITALIC.replace_all(&in_bold(line), "$1*$2*$3").into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keyword_at_the_start_tells_org_mode() {
        assert!(is_org("#+title: Journée\n\nTexte."));
        assert!(!is_org("# Titre\n\nUn.\n\nDeux.\n\n#+title: cité\n"));
    }

    #[test]
    fn markup_becomes_that_of_markdown_line_for_line() {
        let text = "#+title: Journée\n** TODO Matin\n   :PROPERTIES:\n   :ID: 4ee2\n   :END:\n- *9h-9h30* : /Café/ avec [[https://exemple.fr][la ville\nd'Orn]]\n* Fin\n";
        assert_eq!(
            markdown(text),
            "# Journée\n### Matin\n\n\n\n- **9h-9h30** : *Café* avec [la ville\nd'Orn](https://exemple.fr)\n## Fin\n"
        );
    }

    #[test]
    fn slashes_and_stars_of_prose_stay() {
        assert_eq!(of_line("2 * 3 / 4 et/ou 5"), "2 * 3 / 4 et/ou 5");
    }
}

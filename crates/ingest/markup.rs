//! Reads through light markup: Markdown emphasis, links, headings, lists, and the odd HTML tag.

mod emphasis;
mod heading;
mod icon;
mod marks;
mod tags;

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::pattern::{Pattern, pattern};
pub(crate) use emphasis::{Run, before_emphasis, emphasised_tail, runs};
pub(crate) use heading::heading;
use icon::without_icons;
use marks::{is_plain, is_rule};
pub(crate) use tags::with_marks;

static IMAGE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"!\[[^\]]*\]\([^)]*\)"));
static LINK: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\[((?:[^\[\]\\]|\\.)*)\]\([^)]*\)"));
/// `[Zoé](…)et`: no word ends so.
static GLUED_LINK: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(\]\([^)\s]*\))(et |ou )"));
/// `[[Page|Texte]]`, `[[Page]]`.
static WIKI_LINK: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,300})\]\]"));
/// What Pandoc styles inside a line: `[Lanteri]{.smallcaps}`.
static SPAN: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\[([^\[\]]*)\]\{[.#:a-zA-Z][^{}]{0,200}\}"));
static TAG: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"</?[a-zA-Z][^<>]{0,200}>|<!--[^<>]{0,400}-->"));
/// What kramdown and pandoc write after a text to style it: `{: .centre }`, `{ #bilan .partie }`.
static ATTRIBUTES: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\{:[^{}]{0,200}\}|\s\{ ?[.#]\p{L}[^{},;]{0,200}\}"));
static FOOTNOTE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"<sup>\s*\d+\s*</sup>|\[\^\w+\]"));
static ITEM: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^\s*(?:\\?[-*+•◦▪‣➢›–·]\s+(?:[›»]\s+)?|\d{1,2}[.)]\s+|#\.\s+|\u{f0b7}\s*)")
});
static BOLD_START: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^\s*(?:\*\*|__)(.+?)(?:\*\*|__)"));

/// A line of a quotation or of a definition without its marks: `> texte`, `:   texte`.
pub(crate) fn unquoted(raw: &str) -> &str {
    match raw.strip_prefix(": ") {
        Some(defined) => defined.trim_start(),
        None if raw.starts_with('>') => raw.trim_start_matches(['>', ' ']),
        None => raw,
    }
}

/// Whether a line is a list item, and what stands after its mark.
pub(crate) fn item(text: &str) -> (bool, &str) {
    let first = text.trim_start().chars().next();
    if first.is_none_or(char::is_alphabetic) {
        return (false, text);
    }
    ITEM.find(text).map_or((false, text), |mark| (true, &text[mark.end()..]))
}

/// Text without markup, white space collapsed; borrowed where it stands so in the text.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if is_directive(text) {
        return Cow::Borrowed("");
    }
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut text = without_icons(text);
    if text.contains('{') {
        text = Cow::Owned(ATTRIBUTES.replace_all(&text, "").into_owned());
    }
    if text.contains(['[', '<']) {
        // Each with what its matches hold: most lines have but a link.
        let steps = [
            (&*FOOTNOTE, ["<sup>", "[^"], ""),
            (&*IMAGE, ["![", "!["], ""),
            (&*GLUED_LINK, [")et ", ")ou "], "$1 $2"),
            (&*WIKI_LINK, ["[[", "[["], "$1"),
            (&*SPAN, ["]{", "]{"], "$1"),
            (&*LINK, ["](", "]("], "$1"),
            (&*TAG, ["<", "<"], " "),
        ];
        for (regex, marks, with) in steps {
            if marks.iter().any(|mark| text.contains(mark))
                && let Cow::Owned(replaced) = regex.replace_all(&text, with)
            {
                text = Cow::Owned(replaced);
            }
        }
    }
    if text.bytes().any(is_emphasis) {
        text = Cow::Owned(unemphasise(&text));
    }
    if let Cow::Owned(replaced) = unescaped(&text) {
        text = Cow::Owned(replaced);
    }
    // Bars around a text are what is left of a table's cell.
    let text = without_substitution(&text).trim_matches(|c: char| c == '|' || c.is_whitespace());
    if is_plain(text) {
        return Cow::Owned(text.to_owned());
    }
    let mut plain = String::with_capacity(text.len());
    let mut dash = false;
    for word in text.split_whitespace() {
        if is_rule(word) {
            // « Titre -- Zoé Lanteri »: two hyphens stand for a dash.
            dash = matches!(word, "--" | "---") && !plain.is_empty();
            continue;
        }
        if dash {
            plain.push_str(" –");
        }
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
        dash = false;
    }
    Cow::Owned(plain)
}

/// The longest name of a substitution, in bytes.
const MAX_SUBSTITUTION: usize = 12;

/// A text without what reStructuredText puts something else for at its end: `Lieu : mairie |br|`.
fn without_substitution(text: &str) -> &str {
    let cut = || {
        let (before, name) = text.trim_end().strip_suffix('|')?.rsplit_once('|')?;
        let named = name.len() <= MAX_SUBSTITUTION
            && name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (named && !before.contains('|')).then_some(before)
    };
    cut().unwrap_or(text)
}

/// Whether a line opens or closes a block of a site's generator: `:::note`, `::bouton`, `:::`.
fn is_directive(text: &str) -> bool {
    let Some(name) = text.strip_prefix("::") else { return false };
    let name = name.trim_start_matches(':').trim_start();
    name.is_empty()
        || name.starts_with(|c: char| c.is_ascii_lowercase() || c == '{') && !name.contains(". ")
}

/// Drops backslashes, and `*`, `_` and backquotes used as emphasis; an underscore inside a word
/// stays, and so does what a backslash takes the meaning from.
fn unemphasise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text;
    while let Some(at) = rest.bytes().position(is_emphasis) {
        let (run, marked) = rest.split_at(at);
        let (mark, after) = marked.split_at(1);
        out.push_str(run);
        before = run.chars().next_back().unwrap_or(before);
        rest = after;
        let next = rest.chars().next().unwrap_or(' ');
        let escaped = before == '\\';
        let emphasis = match mark {
            "*" | "`" => !escaped,
            "_" => !(escaped || before.is_alphanumeric() && next.is_alphanumeric()),
            _ => true,
        };
        if !emphasis {
            out.push_str(mark);
        }
        // A backslash behind another means nothing more.
        before = match mark {
            "\\" if escaped => ' ',
            _ => mark.chars().next().unwrap_or(' '),
        };
    }
    out + rest
}

/// Whether a byte may be of emphasis, or take its meaning from one.
fn is_emphasis(byte: u8) -> bool {
    matches!(byte, b'*' | b'_' | b'`' | b'\\')
}

/// The characters that Markdown names as HTML does where a keyboard lacks them.
const ENTITIES: [(&str, &str); 14] = [
    ("&nbsp;", " "),
    ("&#160;", " "),
    ("&#xa0;", " "),
    ("&thinsp;", " "),
    ("&amp;", "&"),
    ("&laquo;", "«"),
    ("&raquo;", "»"),
    ("&rsquo;", "’"),
    ("&#39;", "'"),
    ("&quot;", "\""),
    ("&ndash;", "–"),
    ("&mdash;", "—"),
    ("&hellip;", "…"),
    ("&oelig;", "œ"),
];

/// A text with its named characters as such, read once: `&amp;nbsp;` is `&nbsp;`.
pub(crate) fn unescaped(text: &str) -> Cow<'_, str> {
    if text.contains('&') { Cow::Owned(without_entities(text)) } else { Cow::Borrowed(text) }
}

fn without_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let named = ENTITIES.iter().find(|(name, _)| rest.starts_with(name));
        let (name, means) = named.copied().unwrap_or(("&", "&"));
        out.push_str(means);
        rest = &rest[name.len()..];
    }
    out + rest
}

/// Whether all the letters of a text stand in bold.
pub(crate) fn is_bold(text: &str) -> bool {
    if !text.contains("**") && !text.contains("__") {
        return false;
    }
    let text = TAG.replace_all(text, "");
    let text = without_pictograms(&text).trim_end();
    if !(text.starts_with("**") || text.starts_with("__")) || text.len() < 5 {
        return false;
    }
    let mark = if text.starts_with("**") { "**" } else { "__" };
    let mut outside = text.split(mark).step_by(2);
    !outside.any(|outside| outside.contains(char::is_alphanumeric))
}

/// A text without the small pictures before its first word: `🔧 **Se loger**`.
fn without_pictograms(text: &str) -> &str {
    let picture = |c: char| matches!(c, '\u{2300}'..='\u{2bff}' | '\u{fe0f}' | '\u{200d}' | '\u{1f000}'..='\u{1faff}');
    text.trim_start_matches(|c: char| c.is_whitespace() || picture(c))
}

/// A text without the tags of the element that it fills: `<p>**Se loger**</p>`.
fn without_opening_tags(mut text: &str) -> &str {
    while let Some(inner) = text.strip_prefix('<')
        && inner.starts_with(|c: char| c.is_ascii_alphabetic())
        && let Some(end) = inner.find('>')
    {
        text = inner[end + 1..].trim_start();
    }
    text
}

/// What a text starts with in bold, without markup.
pub(crate) fn bold_start(text: &str) -> Option<String> {
    let text = without_pictograms(without_opening_tags(text.trim_start()));
    if !text.starts_with(['*', '_']) {
        return None;
    }
    BOLD_START
        .captures(text)
        .map(|found| plain(&found[1]).into_owned())
        .filter(|bold| !bold.is_empty())
}

/// The first words in bold of a text and what stands after them, both without markup.
pub(crate) fn bold_then(text: &str) -> Option<(String, String)> {
    let (_, from) = text.split_once("**")?;
    let (bold, after) = from.split_once("**")?;
    let after = plain(after);
    Some((
        plain(bold).into_owned(),
        after.trim_start_matches([',', ' ', ':', '–', '-', '—']).to_owned(),
    ))
}

/// Each run of words in bold, without markup.
pub(crate) fn bold_runs(text: &str) -> Vec<String> {
    let runs = text.split("**").skip(1).step_by(2).map(|run| plain(run).into_owned());
    runs.filter(|run| !run.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(plain(text), expect);
    }

    #[test]
    fn emphasis_inside_a_name_is_dropped() {
        check("Camille **DURIEUX**, *juriste*", "Camille DURIEUX, juriste");
        check("**Cami****lle R**", "Camille R");
        check("un_nom_de_fichier", "un_nom_de_fichier");
        check(r"mot \*\* de passe \_ici\_", "mot ** de passe _ici_");
        check("Bilan {: .exclu }", "Bilan");
        check("Lieu : mairie d'Orn |br|", "Lieu : mairie d'Orn");
        check("| Orn |2019|", "Orn |2019");
        check("Bilan { #bilan .partie }", "Bilan");
        check("Bilan {.partie}", "Bilan");
        check("les fichiers {.rs, .toml} et {#1}", "les fichiers {.rs, .toml} et {#1}");
        check("Bilan -- *Zoé Lanteri*", "Bilan – Zoé Lanteri");
    }

    #[test]
    fn links_leave_their_text_and_images_nothing() {
        check("[Zoé](#z)et [Luc](#l), des [mot](#m)s", "Zoé et Luc, des mots");
        check("voir [la note](https://exemple.fr) ![logo](a.png)", "voir la note");
        check("[employé\\(e\\)s](#)", "employé(e)s");
        check("[[Note - Habiter|Habiter la ville]] et [[Manger]]", "Habiter la ville et Manger");
    }

    #[test]
    fn styled_words_and_icons_leave_their_text() {
        check("Zoé [Lanteri]{.smallcaps}, [Luc *Perrot*]{#luc .nom}", "Zoé Lanteri, Luc Perrot");
        check("voir [annexe] {1}", "voir [annexe] {1}");
        check("**:material-calendar: Séance**", "Séance");
        check("[:octicons-megaphone:](note.md)", "");
    }

    #[test]
    fn named_characters_are_read() {
        check("Ce qui reste&nbsp;:", "Ce qui reste :");
        check("«&nbsp;Se loger&nbsp;» &amp; manger", "« Se loger » & manger");
        check("R&D, &amp;nbsp; et &inconnu;", "R&D, &nbsp; et &inconnu;");
    }

    #[test]
    fn directives_of_generators_say_nothing() {
        check("::: {.callout-note}", "");
        check("::bouton-inscription", "");
        check(":::", "");
        check(":: Programme", "Programme");
    }

    #[test]
    fn footnote_calls_and_tags_are_dropped() {
        check("à Montfleury <sup>1</sup><br/>le soir", "à Montfleury le soir");
    }

    #[test]
    fn bold_lines_are_told_from_lines_with_bold() {
        assert!(is_bold("**Animateurs**"));
        assert!(is_bold("**Animateurs** :<br/>"));
        assert!(is_bold("__Animateurs__"));
        assert!(is_bold("🔧 **Animateurs**"));
        assert_eq!(bold_start(" 🖥️ **Se loger** — au bourg").as_deref(), Some("Se loger"));
        assert_eq!(bold_start("→ **Se loger**"), None);
        assert_eq!(bold_start("<p class='a'>**Se loger** ici</p>").as_deref(), Some("Se loger"));
        assert!(!is_bold("**Animateurs** du jour"));
    }

    #[test]
    fn list_marks_are_set_apart() {
        assert_eq!(item("- un"), (true, "un"));
        assert_eq!(item("  • un"), (true, "un"));
        assert_eq!(item("12. un"), (true, "un"));
        assert_eq!(item("#. un"), (true, "un"));
        assert_eq!(item("-un"), (false, "-un"));
        assert_eq!(item("\\- un"), (true, "un"));
    }

    #[test]
    fn headings_give_their_level() {
        assert_eq!(heading("## Clôture ##"), (Some(2), " Clôture "));
        assert_eq!(heading("#PAGE"), (None, "#PAGE"));
        assert_eq!(heading("<h3>Bilan</h3>").0, Some(3));
        assert_eq!(heading("<caption><h4 class='a'>Matinée</h4></caption>").0, Some(4));
        assert_eq!(heading("<td><h4>Matin</h4></td><td><h4>Soir</h4></td>").0, None);
        assert_eq!(heading("###Bilan"), (Some(3), "Bilan"));
        assert_eq!(heading("##accueil"), (None, "##accueil"));
    }
}

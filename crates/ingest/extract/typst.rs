//! Typst as light Markdown, line for line: <https://typst.app/docs/reference/syntax/>.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::org::in_bold;
use crate::pattern::{Pattern, pattern};

/// What opens a line that only sets how pages look, or what later ones call.
const SETTINGS: [&str; 5] = ["#import \"", "#set ", "#show", "#let ", "#include \""];

/// The longest arguments of a call that are read on one line, in bytes.
const MAX_ARGUMENTS: usize = 500;

/// Whether a text is in Typst: it opens with a setting, after comments.
pub(super) fn is_typst(text: &str) -> bool {
    let mut own = text.lines().map(str::trim).filter(|line| !is_comment(line) && !line.is_empty());
    own.next().is_some_and(|first| SETTINGS.iter().any(|setting| first.starts_with(setting)))
}

fn is_comment(line: &str) -> bool {
    line.starts_with("//")
}

/// The text with headings, bold and links as Markdown writes them, and of calls the words that they
/// show; settings and comments are left blank.
pub(super) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut reader = Reader::default();
    for line in text.split_inclusive('\n') {
        let (content, end) = line.split_at(line.trim_end_matches(['\n', '\r']).len());
        out.push_str(&reader.line(content));
        out.push_str(end);
    }
    out
}

/// What the lines above leave open.
#[derive(Default)]
struct Reader {
    /// How many brackets of a setting are.
    setting: usize,
    /// Whether the arguments of a call are.
    call: bool,
    /// Whether the title of the whole was met.
    titled: bool,
    /// Whether a block of code is.
    code: bool,
}

impl Reader {
    fn line<'t>(&mut self, line: &'t str) -> Cow<'t, str> {
        let text = line.trim();
        let fence = text.starts_with("```");
        self.code ^= fence;
        if fence || self.code {
            return Cow::Borrowed(line);
        }
        if is_comment(text) {
            return Cow::Borrowed("");
        }
        if self.setting > 0 || SETTINGS.iter().any(|setting| text.starts_with(setting)) {
            let count = |marks: [char; 3]| text.matches(marks).count();
            self.setting =
                (self.setting + count(['(', '[', '{'])).saturating_sub(count([')', ']', '}']));
            return Cow::Borrowed("");
        }
        if std::mem::take(&mut self.call) {
            self.call = !text.starts_with(')');
            return Cow::Owned(self.argument(text));
        }
        let marks = text.bytes().take_while(|&byte| byte == b'=').count();
        if let Some(title) = text[marks..].strip_prefix(' ').filter(|_| marks > 0) {
            self.titled = true;
            return Cow::Owned(format!("{} {}", "#".repeat(marks.min(6)), shown(title.trim())));
        }
        // « #diapositive[ » holds what stands below, up to « ] ».
        let opens = |mark| text.strip_suffix(mark).is_some_and(is_name);
        self.call = opens('(');
        if self.call || opens('[') || text == "]" {
            return Cow::Borrowed("");
        }
        shown(line)
    }

    /// What an argument of a call shows: the first title is that of the whole.
    fn argument(&mut self, text: &str) -> String {
        let words = words(text);
        let title = text.starts_with("title:") && !words.is_empty() && !self.titled;
        self.titled |= title;
        if title { format!("# {words}") } else { words }
    }
}

/// Whether a text is the name of a function that is called, and nothing else.
fn is_name(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    })
}

/// A line with its bold, its links and the words of its calls.
fn shown(line: &str) -> Cow<'_, str> {
    static LINK: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"#link\(\x22([^\x22\n]{1,500})\x22\)\[([^\[\]\n]{1,500})\]"));
    if !line.contains('#') {
        return in_bold(line);
    }
    let linked = LINK.replace_all(line, "[$2]($1)");
    let mut out = String::with_capacity(linked.len());
    let mut rest = &*linked;
    while let Some(at) = rest.find('#') {
        out.push_str(&rest[..at]);
        let (words, taken) = call(&rest[at..]).unwrap_or_else(|| ("#".to_owned(), 1));
        out.push_str(&words);
        rest = &rest[at + taken..];
    }
    out.push_str(rest);
    Cow::Owned(in_bold(&out).into_owned())
}

/// What the call shows that a text opens with, and how many bytes it takes: the words among its
/// arguments, in bold before those of its body.
fn call(text: &str) -> Option<(String, usize)> {
    static CALL: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(r"^#[a-z][A-Za-z0-9_.-]*(?:\(([^()\n]*)\))?(?:\[([^\[\]\n]*)\])?")
    });
    let found = CALL.captures(text)?;
    let part = |rank: usize| found.get(rank).map(|part| part.as_str());
    let (arguments, body) = (part(1).map(words), part(2));
    if arguments.is_none() && body.is_none() {
        return None;
    }
    let arguments = arguments.unwrap_or_default();
    let shown = match body.map(str::trim) {
        Some(body) if !arguments.is_empty() => format!("**{arguments}** {body}"),
        Some(body) => body.to_owned(),
        None => arguments,
    };
    Some((shown, found.get(0)?.len()))
}

/// The words among arguments: what stands in quotation marks or in square brackets.
fn words(arguments: &str) -> String {
    static WORDS: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"\x22[^\x22\n]*\x22|\[[^\[\]\n]*\]"));
    if arguments.len() > MAX_ARGUMENTS {
        return String::new();
    }
    let inside = |found: &str| found[1..found.len() - 1].trim().to_owned();
    let words: Vec<String> = WORDS
        .find_iter(arguments)
        .map(|found| inside(found.as_str()))
        .filter(|words| words.contains(' ') || words.chars().count() > 3 && !words.contains('#'))
        .collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_at_the_start_tells_typst() {
        assert!(is_typst("// Cours\n\n#import \"@preview/pages:1.0.0\": *\n\n= Se loger\n"));
        assert!(is_typst("#set page(paper: \"a4\")\n"));
        assert!(!is_typst("# Se loger\n\n#set page()\n"));
        assert!(!is_typst("#import numpy\n"));
    }

    #[test]
    fn markup_becomes_that_of_markdown_line_for_line() {
        let text = "#show: pages.with(\n  font: \"Fira Sans\",\n)\n// Page de titre\n#couverture(\n  title: \"Se loger\",\n  authors: \"Intervenants : Zoé Lanteri, Luc Perrot\",\n)\n#page[\n  == Matin\n  - *9h-9h30* : Café avec #link(\"https://exemple.fr\")[la ville]\n]\n";
        assert_eq!(
            markdown(text),
            "\n\n\n\n\n# Se loger\nIntervenants : Zoé Lanteri, Luc Perrot\n\n\n## Matin\n  - **9h-9h30** : Café avec [la ville](https://exemple.fr)\n\n"
        );
    }

    #[test]
    fn calls_leave_the_words_that_they_show() {
        let shown = |text: &str| shown(text).into_owned();
        assert_eq!(shown("#cadre(title: \"Zoé Lanteri\")[Juriste]"), "**Zoé Lanteri** Juriste");
        assert_eq!(shown("#rouge(\"Se loger\"), #emph[au bourg]"), "Se loger, au bourg");
        assert_eq!(shown("#v(1em)Le n° #1 de l'année"), "Le n° #1 de l'année");
    }
}

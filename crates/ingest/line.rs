//! The lines of a text, with what the layout says of each.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use memchr::{memchr2, memchr2_iter};

use crate::markup;
use crate::structure::name::{self, Name, Trust};
use crate::words::{Folded, Text, prefix};

/// One line of a text.
///
/// The spans of all lines, in order, tile the text: each holds its line terminator.
#[derive(Debug, Clone)]
pub(crate) struct Line<'t> {
    /// Byte range in the text, terminator included.
    pub(crate) span: Range<usize>,
    /// The line as it stands, without its terminator; the start of an endless one.
    pub(crate) raw: Cow<'t, str>,
    /// The line without markup, white space collapsed, trimmed.
    pub(crate) plain: Text<'t>,
    /// The level of a Markdown heading, 1 to 6.
    pub(crate) level: Option<u8>,
    /// Whether it is a list item.
    pub(crate) item: bool,
    /// Whether all of it is bold.
    pub(crate) bold: bool,
    /// Whether words of it may be in bold.
    pub(crate) in_bold: bool,
    /// What it starts with in bold, without markup.
    pub(crate) bold_start: Option<String>,
    /// Whether it stands in a block of code, where nothing is a heading and nobody is named.
    pub(crate) code: bool,
    /// 0-based page by form feeds.
    pub(crate) sheet: u32,
    /// The name that it starts with, looked for once.
    name: OnceCell<Option<Box<Name>>>,
}

impl Line<'_> {
    /// What it says, without the marks before the first letter or digit.
    pub(crate) fn words(&self) -> Folded<'_> {
        self.plain.both().without_marks()
    }

    /// The name of a person that its [`words`](Line::words) start with, where nothing announces one.
    pub(crate) fn name(&self) -> Option<&Name> {
        let parse = || {
            if self.code {
                return None;
            }
            let text = self.words().printed;
            let name = name::parse(text, Trust::Text)?;
            let own = self.is_whole(&text[..name.len]) && !self.is_quoted_past(name.len);
            own.then(|| Box::new(name))
        };
        self.name.get_or_init(parse).as_deref()
    }

    /// Whether the quotation that it opens with goes on past so many bytes of its
    /// [`words`](Line::words): « Luc Carvin : une vie » is a title.
    pub(crate) fn is_quoted_past(&self, length: usize) -> bool {
        const CLOSES: [char; 3] = ['"', '»', '”'];
        self.plain.starts_with(['"', '«', '“'])
            && !self.words().printed[length..].trim_start().starts_with(CLOSES)
    }

    /// Whether words stand together on the line, in no two columns: `Zoé          CCAS, Orn`.
    pub(crate) fn is_whole(&self, words: &str) -> bool {
        self.raw.contains(words) || !self.raw.trim().contains("   ")
    }

    /// How many characters it takes.
    pub(crate) fn width(&self) -> usize {
        self.raw.trim_end().chars().count()
    }

    /// Whether it may be a line of a paragraph: no heading, item, cell or quotation.
    pub(crate) fn goes_on(&self) -> bool {
        let marked = self.raw.trim_start().starts_with(['|', '<', '>', '#', ':', '+']);
        !(self.is_blank() || self.item || self.level.is_some() || marked)
    }

    /// Whether it holds nothing to read.
    pub(crate) fn is_blank(&self) -> bool {
        self.plain.is_empty()
    }
}

/// Cuts a text into lines. A form feed ends a line and starts a page.
pub(crate) fn lines(text: &str) -> Vec<Line<'_>> {
    let breaks = memchr2_iter(b'\n', b'\x0c', text.as_bytes()).count();
    let mut lines = Vec::with_capacity(breaks.min(MAX_LINES) + 1);
    let (mut start, mut sheet) = (0, 0);
    while start < text.len() {
        let rest = &text[start..];
        // A text of millions of lines is no document: what is beyond is cut coarsely.
        let from = if lines.len() < MAX_LINES { 0 } else { rest.floor_char_boundary(MAX_READ) };
        let end = memchr2(b'\n', b'\x0c', &rest.as_bytes()[from..]);
        let length = end.map_or(rest.len(), |at| from + at + 1);
        let span = start..start + length;
        let raw = rest[..length].trim_end_matches(['\n', '\r', '\x0c']);
        lines.push(line(raw, span, sheet));
        sheet += u32::from(rest[..length].ends_with('\x0c'));
        start += length;
    }
    part_marks(&mut lines);
    underline(&mut lines);
    set_code_apart(&mut lines);
    lines
}

/// The longest heading that its bold letters alone tell, in characters.
const MAX_IN_BOLD: usize = 180;

/// Whether a line in bold may be a heading by what it says: no sentence, no label, no item.
pub(crate) fn may_head(text: &str) -> bool {
    // Pictures stand before titles.
    let words = text.trim_start_matches(|c: char| c > '\u{2190}' || c == ' ');
    words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '(')
        && !text.ends_with(['.', ',', ';'])
        && (!text.ends_with(':') || opens_with_number(words))
        && text.chars().count() <= MAX_IN_BOLD
}

/// Whether a text opens with the number of a part: `3/ Voirie`, `12. Voirie`.
fn opens_with_number(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(text.len() - rest.len()))
        && rest.starts_with(['/', '.', ')', '-'])
        && rest[1..].trim_start().starts_with(char::is_alphabetic)
}

/// How many lines are told apart: some hundred pages of ten thousand lines.
const MAX_LINES: usize = 1 << 20;

/// How much of a line the detectors read, in bytes: what is longer is prose, or no text at all.
const MAX_READ: usize = 16 << 10;

fn line(raw: &str, span: Range<usize>, sheet: u32) -> Line<'_> {
    let raw = prefix(raw, MAX_READ);
    match markup::with_marks(raw) {
        Some(marked) => owned(read(&marked, span, sheet)),
        None => read(raw, span, sheet),
    }
}

/// A line that borrows nothing.
fn owned(line: Line<'_>) -> Line<'static> {
    Line {
        raw: Cow::Owned(line.raw.into_owned()),
        plain: Text::new(line.plain.to_string()),
        ..line
    }
}

fn read(raw: &str, span: Range<usize>, sheet: u32) -> Line<'_> {
    let (level, content) = markup::heading(markup::unquoted(raw));
    let (item, content) = markup::item(without_break(content));
    // A heading may stand in a list: « - #### Titre ».
    let (level, content) = match markup::heading(content) {
        (inner @ Some(_), content) if level.is_none() => (inner, content),
        _ => (level, content),
    };
    let item = item && level.is_none();
    let plain = markup::plain(content);
    // What is plain as it stands has no marks.
    let marked = matches!(plain, Cow::Owned(_));
    Line {
        span,
        raw: Cow::Borrowed(raw),
        plain: Text::new(plain),
        level,
        item,
        bold: marked && markup::is_bold(content),
        in_bold: marked && raw.contains("**"),
        bold_start: if marked { markup::bold_start(content) } else { None },
        code: false,
        sheet,
        name: OnceCell::new(),
    }
}

/// A line without the HTML line break that opens it: `<br>- Se loger`.
fn without_break(raw: &str) -> &str {
    let text = raw.trim_start();
    let found = ["<br>", "<br/>", "<br />", "</br>"].iter().find_map(|tag| text.strip_prefix(tag));
    found.unwrap_or(raw)
}

/// Several lines as one, as they stood before they were wrapped.
pub(crate) fn joined(lines: &[Line<'_>]) -> Line<'static> {
    let raw: Vec<&str> = lines.iter().map(|line| line.raw.trim()).collect();
    let raw = raw.join(" ");
    let span = lines.first().map_or(0, |line| line.span.start)
        ..lines.last().map_or(0, |line| line.span.end);
    owned(line(&raw, span, lines.first().map_or(0, |line| line.sheet)))
}

/// How many headings with several marks glued to their words tell that one mark may be as well.
const MANY_GLUED: usize = 2;

/// Parts the mark of headings from their words, `#Bilan du gué`, where others have theirs glued: one
/// mark alone opens an account's label elsewhere.
fn part_marks(lines: &mut [Line<'_>]) {
    let glued = |line: &&Line<'_>| {
        line.level.is_some()
            && !line.raw.trim_start_matches('#').starts_with([' ', '\t'])
            && line.raw.starts_with("##")
            && !line.is_blank()
    };
    if lines.iter().filter(glued).take(MANY_GLUED).count() < MANY_GLUED {
        return;
    }
    for at in 0..lines.len() {
        let Some(words) = lines[at].raw.strip_prefix('#') else { continue };
        let blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(Line::is_blank);
        let titled = words.starts_with(char::is_uppercase) && words.contains(' ');
        if titled && blank(at.checked_sub(1)) && blank(Some(at + 1)) {
            let parted = format!("# {words}");
            lines[at] = owned(line(&parted, lines[at].span.clone(), lines[at].sheet));
        }
    }
}

/// Recognises headings underlined with `===` or `---` (Setext).
fn underline(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        let rule = lines[at].raw.trim_end();
        let level = match rule.chars().next() {
            Some('=') if rule.len() >= 3 && rule.chars().all(|c| c == '=') => 1,
            Some('-') if rule.len() >= 3 && rule.chars().all(|c| c == '-') => 2,
            _ => continue,
        };
        // Hyphens below several lines part them from the next rather than make them a title.
        let most = if level == 1 { MAX_UNDERLINED } else { 1 };
        let Some(first) = underlined(lines, at, most) else { continue };
        if at - first > 1 {
            let title: Vec<&str> = lines[first..at].iter().map(|line| &*line.plain).collect();
            lines[first].plain = Text::new(title.join(" "));
        }
        lines[first].level = Some(level);
        lines[first + 1..=at].iter_mut().for_each(|line| line.plain.clear());
    }
}

/// How many lines a title takes that is underlined, where it was cut.
const MAX_UNDERLINED: usize = 3;

/// The longest line of such a title, in bytes.
const MAX_TITLE_LINE: usize = 120;

/// The first of the lines, `most` of them, that stand alone above the rule at a line.
fn underlined(lines: &[Line<'_>], rule: usize, most: usize) -> Option<usize> {
    let of_title = |line: &Line<'_>| {
        let marked = line.level.is_some() || line.item || line.raw.trim_start().starts_with('|');
        !(line.is_blank() || marked) && line.plain.len() < MAX_TITLE_LINE
    };
    let above = lines[..rule].iter().rev().take(most + 1);
    let taken = above.take_while(|line| !line.is_blank()).count();
    let first = rule - taken;
    let fits = (1..=most).contains(&taken) && lines[first..rule].iter().all(of_title);
    fits.then_some(first)
}

/// Tells the lines of the blocks of code in a named language, ```` ```rust ````: without a name, what
/// stands between two fences may be a text that was copied.
fn set_code_apart(lines: &mut [Line<'_>]) {
    const TEXTS: [&str; 6] = ["", "text", "txt", "plain", "md", "markdown"];
    let mut opened: Option<usize> = None;
    for at in 0..lines.len() {
        let Some(after) = lines[at].raw.trim_start().strip_prefix("```") else { continue };
        let language = after.trim_matches(['`', ' ']);
        match opened.take() {
            Some(start) if language.is_empty() => {
                for line in &mut lines[start..=at] {
                    line.code = true;
                    line.level = None;
                    line.item = false;
                    (line.bold, line.in_bold, line.bold_start) = (false, false, None);
                }
            }
            // « ```{=html} » is a page that is passed on.
            _ => opened = (!TEXTS.contains(&language) && !language.starts_with('{')).then_some(at),
        }
    }
}

/// The runs of lines that are neither blank nor `skipped`, as index ranges.
pub(crate) fn blocks(lines: &[Line<'_>], skipped: &[bool]) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() || skipped[at] {
            continue;
        }
        match blocks.last_mut() {
            Some(block)
                if block.end == at && line.level.is_none() && lines[at - 1].level.is_none() =>
            {
                block.end = at + 1;
            }
            _ => blocks.push(at..at + 1),
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_break_in_html_may_open_an_item() {
        let lines = lines("</br>- Se loger\n<br>Se nourrir\n");
        assert_eq!((lines[0].item, &*lines[0].plain), (true, "Se loger"));
        assert_eq!((lines[1].item, &*lines[1].plain), (false, "Se nourrir"));
    }

    #[test]
    fn one_mark_glued_to_a_title_heads_where_several_are() {
        let level = |text: &str| lines(text)[0].level;
        let others = "\n\n##Le quai\n\nTexte.\n\n##La rue\n";
        assert_eq!(level(&format!("#Bilan du gué{others}")), Some(1));
        assert_eq!(level(&format!("#Bilan{others}")), None);
        assert_eq!(level(&format!("#Bilan du gué{}", others.replace("##", "## "))), None);
    }

    #[test]
    fn a_title_in_quotation_marks_is_no_name() {
        let named = |text: &str| super::lines(text)[0].name().is_some();
        assert!(!named("« Luc Carvin : la vie d'un peintre d'Orn »"));
        assert!(!named("**\"Luc Carvin (1790-1851) et les gués\"**"));
        assert!(named("« Luc Carvin », peintre"));
    }

    #[test]
    fn a_form_feed_starts_a_page() {
        let lines = lines("un\n\x0cdeux\x0ctrois");
        let sheets: Vec<(&str, u32)> = lines.iter().map(|l| (&*l.plain, l.sheet)).collect();
        assert_eq!(sheets, [("un", 0), ("", 0), ("deux", 1), ("trois", 2)]);
    }

    #[test]
    fn an_underlined_line_is_a_heading() {
        let lines = lines("Matinée\n-------\n\nTexte.");
        assert_eq!(lines[0].level, Some(2));
        assert!(lines[1].is_blank());
    }

    #[test]
    fn a_title_cut_into_lines_may_be_underlined() {
        let cut = lines("Habiter la ville et ses\nalentours\n=====\n\nTexte.");
        assert_eq!((cut[0].level, &*cut[0].plain), (Some(1), "Habiter la ville et ses alentours"));
        assert!(cut[1].is_blank() && cut[2].is_blank());
        let parted = lines("Une phrase qui\nva à la ligne.\n-----\n\nTexte.");
        assert!(parted.iter().all(|line| line.level.is_none()));
        let long = lines("un\ndeux\ntrois\nquatre\n=====\n");
        assert!(long.iter().all(|line| line.level.is_none()));
    }

    #[test]
    fn code_heads_nothing_and_names_nobody() {
        let text = "# Atelier\n\n```sh\n# Zoé Lanteri\nZoé Lanteri, juriste\n```\n\n# Suite\n";
        let lines = lines(text);
        let code: Vec<bool> = lines.iter().map(|line| line.code).collect();
        assert_eq!(code, [false, false, true, true, true, true, false, false]);
        assert_eq!((lines[3].level, lines[4].name()), (None, None));
        assert_eq!(lines[7].level, Some(1));
        // A text that was copied, and a block that does not end.
        let open = super::lines("```\n# Atelier\n```\n\n```sh\n# Suite\n");
        assert!(open.iter().all(|line| !line.code));
    }

    #[test]
    fn a_line_in_bold_heads_nothing_where_it_announces_or_ends() {
        for text in ["Voirie", "3/ Voirie :", "🚲 Vélos", "Comment se loger ?", "(débat)"] {
            assert!(may_head(text), "{text}");
        }
        for text in ["Présents :", "9h30 :", "On vote.", "et voirie", "- Voirie", "3/ :"] {
            assert!(!may_head(text), "{text}");
        }
    }

    #[test]
    fn a_rule_after_a_blank_line_is_no_underline() {
        assert_eq!(lines("Texte.\n\n---\n")[0].level, None);
    }

    proptest! {
        #[test]
        fn lines_tile_the_text(text in "(?s).{0,200}") {
            let lines = lines(&text);
            let joined: String = lines.iter().map(|line| &text[line.span.clone()]).collect();
            prop_assert_eq!(joined, text);
        }
    }
}

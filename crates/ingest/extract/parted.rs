//! HTML whose blocks run together on a line → a block a line, as pages that people write have it.
//!
//! Site generators keep such lines in Markdown; tables and code are left as they stand.

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 14] = [
    "p",
    "li",
    "ul",
    "ol",
    "div",
    "section",
    "blockquote",
    "center",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];

/// How many blocks must end right before another for a line to be parted.
const MANY_JOINTS: usize = 2;

/// Elements that make a line one that is read otherwise.
const KEPT: [&str; 7] = ["table", "tr", "td", "pre", "script", "style", "svg"];

/// The text with such lines parted, where it has some; the items of lists get the mark that Markdown
/// gives them.
pub(super) fn parted(text: &str) -> Option<String> {
    if !text.lines().any(runs_together) {
        return None;
    }
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut code = false;
    for line in text.split_inclusive('\n') {
        let fence = line.trim_start().starts_with("```");
        code ^= fence;
        match !code && !fence && runs_together(line) {
            true => part(line, &mut out),
            false => out.push_str(line),
        }
    }
    Some(out)
}

/// Whether blocks run together on a line, and nothing that is read otherwise stands there.
fn runs_together(line: &str) -> bool {
    if !line.trim_start().starts_with('<') || tags(line).any(|tag| tag.is_of(&KEPT)) {
        return false;
    }
    let joint = |tag: &Tag<'_>| {
        let next = Tag::at(line[tag.end..].trim_start());
        tag.closes && next.is_some_and(|next| !next.closes && next.is_of(&BLOCKS))
    };
    let joints = tags(line).filter(|tag| tag.is_of(&BLOCKS)).filter(joint);
    joints.take(MANY_JOINTS).count() == MANY_JOINTS
}

/// Elements that stay on one line, breaks and all.
const WHOLE: [&str; 7] = ["li", "h1", "h2", "h3", "h4", "h5", "h6"];

/// Writes the blocks of a line, each on its own; all but items stand apart. Paragraphs have the lines
/// that breaks make.
fn part(line: &str, out: &mut String) {
    let (mut at, mut open) = (0, false);
    let mut whole = false;
    for tag in tags(line).filter(|tag| tag.is_of(&BLOCKS) || tag.is_of(&["br"])) {
        let before = &line[at..tag.start];
        out.push_str(before);
        open |= !before.trim().is_empty();
        if tag.is_of(&["br"]) {
            out.push_str(if whole { &line[tag.start..tag.end] } else { "\n" });
            at = tag.end;
            continue;
        }
        whole = !tag.closes && tag.is_of(&WHOLE);
        let (item, list) = (tag.is_of(&["li"]), tag.is_of(&["ul", "ol"]));
        let end = if item { "\n" } else { "\n\n" };
        // What stands in the block around ends where another opens in it.
        if open && !tag.closes {
            out.push_str(end);
        }
        match (item && !tag.closes, list) {
            (true, _) => out.push_str("- "),
            (_, true) => {}
            (_, false) => out.push_str(&line[tag.start..tag.end]),
        }
        if tag.closes && (open || list) {
            out.push_str(end);
        }
        open = false;
        at = tag.end;
    }
    out.push_str(&line[at..]);
}

/// A tag of a line.
#[derive(Debug, Clone, Copy)]
struct Tag<'t> {
    name: &'t str,
    closes: bool,
    /// The bytes of the text that it takes.
    start: usize,
    end: usize,
}

impl<'t> Tag<'t> {
    /// The tag that a text opens with.
    fn at(text: &'t str) -> Option<Tag<'t>> {
        let inside = text.strip_prefix('<')?;
        let end = 1 + memchr::memchr2(b'>', b'<', inside.as_bytes())?;
        let closes = inside.starts_with('/');
        let name = inside.trim_start_matches('/');
        let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let whole = text[end..].starts_with('>') && length > 0;
        whole.then(|| Tag { name: &name[..length], closes, start: 0, end: end + 1 })
    }

    fn is_of(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }
}

/// The tags of a line, in order.
fn tags(line: &str) -> impl Iterator<Item = Tag<'_>> {
    memchr::memchr_iter(b'<', line.as_bytes()).filter_map(|at| {
        let tag = Tag::at(&line[at..])?;
        Some(Tag { start: at, end: at + tag.end, ..tag })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_that_run_together_are_parted() {
        assert_eq!(
            parted(
                "<h2>Le gué</h2><ul><li><b>9h</b> : Accueil</li><li>10h : Bilan</li></ul><p>Midi</p>\n"
            )
            .as_deref(),
            Some(
                "<h2>Le gué</h2>\n\n- <b>9h</b> : Accueil</li>\n- 10h : Bilan</li>\n\n\n<p>Midi</p>\n\n\n"
            )
        );
    }

    #[test]
    fn breaks_part_the_lines_of_paragraphs() {
        assert_eq!(
            parted(
                "<h2>Le gué<br>d'Orn</h2><p>Table ronde 2 : Le bail <br> Contexte<br/>La loi</p><ul><li>9h<br>Bilan</li></ul><p>Midi</p>"
            )
            .as_deref(),
            Some(
                "<h2>Le gué<br>d'Orn</h2>\n\n<p>Table ronde 2 : Le bail \n Contexte\nLa loi</p>\n\n- 9h<br>Bilan</li>\n\n\n<p>Midi</p>\n\n"
            )
        );
    }

    #[test]
    fn other_lines_stay_as_they_are() {
        for text in [
            "<p>Un seul paragraphe, <b>en gras</b>.</p>\n",
            "Texte <p>un</p><p>deux</p><p>trois</p>\n",
            "<table><tr><td><p>un</p><p>deux</p><p>trois</p></td></tr></table>\n",
            "```\n<p>un</p><p>deux</p><p>trois</p>\n```\n",
            "Si a < b et c > d, alors </p>.\n",
        ] {
            assert!(parted(text).is_none_or(|parted| parted == text), "{text}");
        }
    }
}

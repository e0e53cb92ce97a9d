//! HTML in a file of Markdown, front matter above or none: what site generators and people who know
//! no Markdown write.

/// How many blocks make a text one of HTML.
const MANY_BLOCKS: usize = 6;

/// How the tags end of elements that stand on lines of their own.
const CLOSES: [&[u8]; 9] =
    [b"</p", b"</div", b"</li", b"</ul", b"</h", b"</td", b"</tr", b"</table", b"</section"];

/// What only Markdown or what fills templates writes in a text.
const INSIDE: [&[u8]; 4] = [b"**", b"](", b"{{", b"{%"];

/// What opens lines of Markdown.
const OPENS: [&[u8]; 8] = [b"# ", b"## ", b"### ", b"- ", b"* ", b"+ ", b"|", b"```"];

/// Whether all that stands below the front matter of a text is HTML, no mark of Markdown in it.
pub(super) fn is_html(bytes: &[u8]) -> bool {
    let body = bytes[front_matter(bytes)..].trim_ascii_start();
    if !body.starts_with(b"<") {
        return false;
    }
    let closing = |at: &usize| CLOSES.iter().any(|tag| body[*at..].starts_with(tag));
    let blocks = memchr::memchr_iter(b'<', body).filter(closing);
    let marked = |line: &[u8]| {
        let line = line.trim_ascii_start();
        let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
        OPENS.iter().any(|mark| line.starts_with(mark))
            || (1..=2).contains(&digits) && line[digits..].starts_with(b". ")
    };
    blocks.take(MANY_BLOCKS).count() == MANY_BLOCKS
        && !INSIDE.iter().any(|mark| memchr::memmem::find(body, mark).is_some())
        && !body.split(|&byte| byte == b'\n').any(marked)
}

/// How many bytes the front matter takes that opens a text, its rules included.
pub(super) fn front_matter(text: &[u8]) -> usize {
    let mut lines = text.split_inclusive(|&byte| byte == b'\n');
    let rule = lines.next().unwrap_or_default();
    if rule.trim_ascii_end() != b"---" {
        return 0;
    }
    let mut taken = rule.len();
    for line in lines {
        taken += line.len();
        if line.trim_ascii_end() == b"---" {
            return taken;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "<div>\n<h2>Se loger</h2>\n<p>Le bail</p>\n<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n</div>\n";

    #[test]
    fn html_throughout_is_a_page() {
        assert!(is_html(BODY.as_bytes()));
        assert!(is_html(format!("---\ntitle: Se loger\n---\n\n{BODY}").as_bytes()));
    }

    #[test]
    fn marks_of_markdown_make_it_markdown() {
        for line in ["## Se soigner", "**Zoé**", "[note](a.md)", "- un", "2. deux", "{{ suite }}"]
        {
            assert!(!is_html(format!("{BODY}\n{line}\n").as_bytes()), "{line}");
        }
        assert!(!is_html(b"<p>Se loger</p>\n"));
        assert!(!is_html(format!("Texte\n{BODY}").as_bytes()));
    }

    #[test]
    fn front_matter_stands_between_rules() {
        assert_eq!(front_matter(b"---\na: b\n---\n<p>"), 13);
        assert_eq!(front_matter(b"---\na: b\n<p>"), 0);
        assert_eq!(front_matter(b"a\n---\n"), 0);
    }
}

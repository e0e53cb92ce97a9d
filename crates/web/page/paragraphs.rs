//! The text of a section → what is set as a paragraph, an item or a heading of its own.

use std::ops::Range;

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A paragraph: its lines run on.
    Paragraph,
    /// An item of a list.
    Item,
    /// A heading, in light Markdown.
    Heading,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// What it is.
    pub(crate) form: Form,
    /// Its bytes, without the white space around it.
    pub(crate) range: Range<usize>,
}

/// The blocks of `text` from the byte `from` on, in order: nothing but white space, and the signs
/// that open headings, is left out.
pub(crate) fn blocks(text: &str, from: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut runs_on = false;
    let mut start = from;
    for line in text[from..].split_inclusive('\n') {
        let at = start + (line.len() - line.trim_start().len());
        let end = start + line.trim_end().len();
        start += line.len();
        if at >= end {
            runs_on = false;
            continue;
        }
        let form = form(&text[at..end]);
        match blocks.last_mut().filter(|_| runs_on && form == Form::Paragraph) {
            Some(block) => block.range.end = end,
            None => {
                let signs = text[at..end].len() - text[at..end].trim_start_matches('#').len();
                let hidden = if form == Form::Heading { signs + 1 } else { 0 };
                blocks.push(Block { form, range: at + hidden..end });
            }
        }
        runs_on = form != Form::Heading;
    }
    blocks
}

fn form(line: &str) -> Form {
    let rest = line.trim_start_matches('#');
    if rest.len() < line.len() && rest.len() > 1 && rest.starts_with(' ') {
        return Form::Heading;
    }
    let opens =
        |sign| line.strip_prefix(sign).is_some_and(|rest| rest.starts_with([' ', '\t', '\u{a0}']));
    let numbered = || {
        let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let digits = line.len() - rest.len();
        (1..4).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "))
    };
    // A table keeps its rows.
    let is_item = ["-", "*", "+", "•", "–", "—", "▪", "◦", "o", "➢", "→"].into_iter().any(opens)
        || line.starts_with('|')
        || numbered();
    if is_item { Form::Item } else { Form::Paragraph }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[(Form, &str)]) {
        let blocks = blocks(text, 0);
        let told: Vec<(Form, &str)> =
            blocks.iter().map(|block| (block.form, &text[block.range.clone()])).collect();
        assert_eq!(told, expect);
    }

    #[test]
    fn lines_run_on_until_an_empty_one() {
        check(
            "Un guichet\nouvre.\n\n  Un autre\nferme.\n",
            &[(Form::Paragraph, "Un guichet\nouvre."), (Form::Paragraph, "Un autre\nferme.")],
        );
    }

    #[test]
    fn items_and_headings_stand_apart() {
        check(
            "À faire :\n- ouvrir\n  tôt\n- fermer\n## Bilan\nOn verra.\n1. Le samedi\n1930 non.",
            &[
                (Form::Paragraph, "À faire :"),
                (Form::Item, "- ouvrir\n  tôt"),
                (Form::Item, "- fermer"),
                (Form::Heading, "Bilan"),
                (Form::Paragraph, "On verra."),
                (Form::Item, "1. Le samedi\n1930 non."),
            ],
        );
    }

    #[test]
    fn signs_alone_are_text() {
        check("###\n#\n-", &[(Form::Paragraph, "###\n#\n-")]);
        check("", &[]);
    }
}

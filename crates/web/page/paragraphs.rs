//! The text of a section → what is set as a paragraph, an item or a heading of its own.

use std::ops::Range;

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A paragraph: its lines run on.
    Paragraph,
    /// An item of a list, or a row.
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

/// The blocks of `text` from the byte `from` on, in order: the paragraphs of the dossier, so that
/// what is read is what is kept.
pub(crate) fn blocks(text: &str, from: usize) -> Vec<Block> {
    let found = glane_dossier::paragraphs(&text[from..]).into_iter();
    let block = |range: Range<usize>| {
        let range = from + range.start..from + range.end;
        Block { form: form(&text[range.clone()]), range }
    };
    found.map(block).collect()
}

fn form(words: &str) -> Form {
    let rest = words.trim_start_matches('#');
    if rest.len() < words.len() && rest.len() > 1 && rest.starts_with(' ') {
        return Form::Heading;
    }
    let opens = |sign| {
        let rest = words.strip_prefix(sign);
        rest.is_some_and(|rest: &str| rest.starts_with([' ', '\t', '\u{a0}']))
    };
    let numbered = || {
        let rest = words.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let digits = words.len() - rest.len();
        (1..4).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "))
    };
    let is_item = ["-", "*", "+", "•", "–", "—", "▪", "◦", "➢", "→"].into_iter().any(opens)
        || words.starts_with('|')
        || numbered();
    if is_item { Form::Item } else { Form::Paragraph }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_and_headings_are_told_from_paragraphs() {
        let text = "À faire :\n\n- ouvrir\n  tôt\n- fermer\n\n## Bilan\n\n1. Le samedi\n\n###";
        let told: Vec<(Form, &str)> =
            blocks(text, 0).into_iter().map(|block| (block.form, &text[block.range])).collect();
        assert_eq!(
            told,
            [
                (Form::Paragraph, "À faire :"),
                (Form::Item, "- ouvrir\n  tôt"),
                (Form::Item, "- fermer"),
                (Form::Heading, "## Bilan"),
                (Form::Item, "1. Le samedi"),
                (Form::Paragraph, "###"),
            ]
        );
    }

    #[test]
    fn blocks_are_counted_in_the_whole_text() {
        let text = "Tête.\n\nCorps.";
        assert_eq!(blocks(text, 7), [Block { form: Form::Paragraph, range: 8..14 }]);
    }
}

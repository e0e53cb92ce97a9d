//! Where marks of emphasis stand in a text, and what they part.

use super::plain;

/// Words between marks of bold or emphasis.
#[derive(Debug)]
pub(crate) struct Run<'t> {
    /// Where its first mark stands, in bytes.
    pub(crate) start: usize,
    /// What stands between its marks.
    pub(crate) inside: &'t str,
    /// Where what follows its last mark starts.
    pub(crate) end: usize,
}

/// The runs of a text, in order; one that nothing closes ends them.
pub(crate) fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = opening(text, at)?;
        let (marks, inside) = marks(&text[start..])?;
        let close = inside.find(marks)?;
        at = start + 2 * marks.len() + close;
        Some(Run { start, inside: &inside[..close], end: at })
    })
}

/// The marks that a text opens with, all alike, and what stands after them.
fn marks(text: &str) -> Option<(&str, &str)> {
    let mark = text.chars().next()?;
    let inside = text.trim_start_matches(mark);
    Some((&text[..text.len() - inside.len()], inside))
}

/// Where the first marks stand from a byte on that open something: before a word, and in none.
fn opening(text: &str, from: usize) -> Option<usize> {
    let mut before = None;
    let found = text[from..].char_indices().find(|&(at, c)| {
        let glued = before.replace(c).is_some_and(|last| last.is_alphanumeric() || last == c);
        let opens = matches!(c, '*' | '_') && !glued;
        opens
            && marks(&text[from + at..])
                .is_some_and(|(_, inside)| inside.starts_with(|c: char| !c.is_whitespace()))
    });
    found.map(|(at, _)| from + at)
}

/// What stands before the first words in emphasis of a text, and these words, both without markup.
pub(crate) fn before_emphasis(text: &str) -> Option<(String, String)> {
    let mark = |c: char| matches!(c, '*' | '_');
    let open = text.find(mark).filter(|&at| at == 0 || text[..at].ends_with(' '))?;
    let inside = text[open..].trim_start_matches(mark);
    let marks = &text[open..text.len() - inside.len()];
    let (title, _) = inside.split_once(marks)?;
    Some((plain(&text[..open]).into_owned(), plain(title).into_owned()))
}

/// The words in emphasis that end a text and what stands before them, both without markup.
pub(crate) fn emphasised_tail(text: &str) -> Option<(String, String)> {
    let text = text.trim_end();
    let mark = ["**", "__", "*", "_"].into_iter().find(|mark| text.ends_with(mark))?;
    let inside = text[..text.len() - mark.len()].trim_end_matches(['*', '_']);
    let open = inside.rfind(mark)?;
    let (before, tail) = (plain(&inside[..open]).into_owned(), plain(&inside[open..]).into_owned());
    (!tail.is_empty()).then_some((before, tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_stand_between_the_same_marks() {
        let inside = |text: &'static str| runs(text).map(|run| run.inside).collect::<Vec<_>>();
        assert_eq!(inside("**Zoé** et Luc, _Le gué_ (2)"), ["Zoé", "Le gué"]);
        assert_eq!(inside("*Le gué*, un_nom_de_fichier"), ["Le gué"]);
        assert_eq!(inside("2 * 3 * 4, **ouvert"), Vec::<&str>::new());
    }
}

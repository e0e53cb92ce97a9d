//! Spaces that hold French signs to their words.

/// `text` as it is laid out: the spaces before `:`, `;`, `!`, `?`, `»` and after `«` do not break,
/// so that no line starts or ends with a sign alone. Nothing else of its author's spelling changes.
pub fn unbroken(text: &str) -> String {
    set(text, |before, letter, after| match (before, letter, after) {
        (_, ' ', Some(':' | ';' | '!' | '?' | '»')) | ('«', ' ', _) => '\u{a0}',
        _ => letter,
    })
}

/// `text` with each letter as `set` says, given the one before, a space at the start, and the one
/// after.
pub fn set(text: &str, set: impl Fn(char, char, Option<char>) -> char) -> String {
    let mut letters = text.chars().peekable();
    let mut done = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        done.push(set(before, letter, letters.peek().copied()));
        before = letter;
    }
    done
}

#[cfg(test)]
mod tests {
    use super::unbroken;

    #[test]
    fn signs_stay_with_their_words() {
        assert_eq!(
            unbroken("« Oui » : non ; a-t-on ?"),
            "«\u{a0}Oui\u{a0}»\u{a0}: non\u{a0}; a-t-on\u{a0}?"
        );
        assert_eq!(unbroken("l'accès, 8h30 - 9h"), "l'accès, 8h30 - 9h");
    }
}

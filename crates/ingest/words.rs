//! Text compared without case, accents and typography.

/// Lower case, without accents, one kind of apostrophe, hyphen and space; ligatures opened.
pub(crate) fn fold(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' | '\x0b' | '\x0c' => lower.push(' '),
            c if c.is_ascii() => lower.push(c.to_ascii_lowercase()),
            '’' | '‘' | 'ʼ' | '′' => lower.push('\''),
            '‐' | '‑' | '–' | '—' | '−' => lower.push('-'),
            c if c.is_whitespace() => lower.push(' '),
            c => lower.extend(c.to_lowercase()),
        }
    }
    glane_analysis::fold(&lower)
}

/// The words of a text, folded: runs of letters and digits.
pub(crate) fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Words joined by spaces, for comparison of whole phrases.
pub(crate) fn canonical(text: &str) -> String {
    words(text).join(" ")
}

/// Whether all letters of a text are capitals, and it has at least two of them.
pub(crate) fn is_upper(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 2 && letters.clone().all(|c| !c.is_lowercase())
}

/// Whether the first letter is a capital.
pub(crate) fn starts_upper(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
}

/// At most `bytes` bytes of a text, cut between characters.
pub(crate) fn prefix(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

/// What stands after the first `chars` characters.
pub(crate) fn skip_chars(text: &str, chars: usize) -> &str {
    text.char_indices().nth(chars).map_or("", |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_levels_typography() {
        assert_eq!(fold("L’ŒUVRE – É"), "l'oeuvre - e");
        assert_eq!(canonical("Mots-clés :"), "mots cles");
    }
}

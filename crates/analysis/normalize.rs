//! Normalisation: one spelling of apostrophes, hyphens, spaces, ligatures and accents.
//!
//! Scanned and typeset texts write the same word in many ways that a reader does not see. Text
//! is rewritten once, and a map leads every byte back to the text as given: what is displayed is
//! never changed. Compatibility forms are not decomposed wholesale (NFKC), which would change
//! `m²`, `½` and `n°`.

mod line_end;

use std::cell::Cell;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use line_end::break_after;

/// Text rewritten, with the way back to the text as given.
#[derive(Debug)]
pub(crate) struct Normalized {
    text: String,
    edits: Vec<Edit>,
    /// How many edits came before the byte that was asked for last.
    recent: Cell<usize>,
}

/// A stretch that was rewritten, in bytes of either text; the text between edits is unchanged.
#[derive(Debug)]
struct Edit {
    normal: Range<usize>,
    given: Range<usize>,
}

impl Normalized {
    /// Rewrites `given`.
    pub(crate) fn of(given: &str) -> Normalized {
        let text = String::with_capacity(given.len());
        let normalized = Normalized { text, edits: Vec::new(), recent: Cell::default() };
        let mut rewriting = Rewriting { given, done: 0, normalized };
        let mut at = 0;
        while let Some(odd) = next_odd(given, at) {
            at = rewriting.rewrite(odd);
        }
        rewriting.copy_until(given.len());
        rewriting.normalized
    }

    /// The text rewritten.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the text as given that `normal`, a range of the text rewritten, stands for.
    pub(crate) fn given(&self, normal: &Range<usize>) -> Range<usize> {
        self.given_start(normal.start)..self.given_end(normal.end)
    }

    fn given_start(&self, at: usize) -> usize {
        match self.last_edit(|edit| edit.normal.start <= at) {
            Some(edit) if at < edit.normal.end => edit.given.start,
            Some(edit) => at - edit.normal.end + edit.given.end,
            None => at,
        }
    }

    fn given_end(&self, at: usize) -> usize {
        match self.last_edit(|edit| edit.normal.start < at) {
            Some(edit) if at <= edit.normal.end => edit.given.end,
            Some(edit) => at - edit.normal.end + edit.given.end,
            None => at,
        }
    }

    /// The last of the edits that are `before` a byte: those that are come first. Bytes are asked
    /// for in order, more or less, and the answer is mostly that of the time before or the next.
    fn last_edit(&self, before: impl Fn(&Edit) -> bool) -> Option<&Edit> {
        let is_count = |count: usize| {
            count.checked_sub(1).is_none_or(|last| self.edits.get(last).is_some_and(&before))
                && !self.edits.get(count).is_some_and(&before)
        };
        let recent = self.recent.get();
        let near = [recent, recent + 1].into_iter().find(|count| is_count(*count));
        let count = near.unwrap_or_else(|| self.edits.partition_point(&before));
        self.recent.set(count);
        self.edits[..count].last()
    }
}

/// Where the next character that may need rewriting starts.
fn next_odd(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    loop {
        match *bytes.get(at)? {
            b'-' | b'`' => return Some(at),
            0..=0x7f => at += 1,
            // Two bytes each: the accented letters of French, which need nothing. The stretch
            // between them (U+0080 to U+00BF) holds the soft hyphen and the no-break space.
            0xc3..=0xc9 => at += 2,
            _ => return Some(at),
        }
    }
}

/// A text on its way to be normalised.
struct Rewriting<'a> {
    given: &'a str,
    /// Bytes of the given text already dealt with.
    done: usize,
    normalized: Normalized,
}

impl Rewriting<'_> {
    /// Rewrites the character at `at` if need be, and says where to go on.
    fn rewrite(&mut self, at: usize) -> usize {
        let given = self.given;
        let Some(character) = given[at..].chars().next() else { return given.len() };
        let end = at + character.len_utf8();
        let is_between_letters = || {
            given[..at].ends_with(is_letter_or_mark)
                && given[end..].starts_with(char::is_alphanumeric)
        };
        match character {
            '\u{ad}' => self.replace(at..break_after(given, end).unwrap_or(end), ""),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => self.replace(at..end, ""),
            '-' | '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => {
                self.rewrite_hyphen(at..end)
            }
            '–' if is_between_letters() => self.replace(at..end, "-"),
            '’' | '‘' | '‛' | 'ʼ' | '′' | '＇' | '`' | '´' if is_between_letters() => {
                self.replace(at..end, "'")
            }
            '‧' | '⋅' | '•' | '∙' | '・' | '･' | '\u{387}' | '᛫' if is_between_letters() => {
                self.replace(at..end, "·")
            }
            // The number rule takes a no-break space for the sign that digits belong together.
            '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => self.replace(at..end, "\u{a0}"),
            _ if is_combining_mark(character) => self.compose(at),
            _ => match replacement(character) {
                Some(letters) => self.replace(at..end, letters),
                None => end,
            },
        }
    }

    fn rewrite_hyphen(&mut self, hyphen: Range<usize>) -> usize {
        let follows_a_letter = self.given[..hyphen.start].ends_with(is_letter_or_mark);
        let break_end = break_after(self.given, hyphen.end).filter(|_| follows_a_letter);
        match break_end {
            Some(end) => self.replace(hyphen.start..end, "-"),
            None if hyphen.len() > 1 => self.replace(hyphen, "-"),
            None => hyphen.end,
        }
    }

    /// Composes the letter before the combining mark at `at` with all the marks that follow it.
    fn compose(&mut self, at: usize) -> usize {
        let marks = self.given[at..].find(|mark| !is_combining_mark(mark));
        let end = marks.map_or(self.given.len(), |length| at + length);
        // The letter before may have been rewritten already; then the marks stay on their own.
        let base = self.given[self.done..at].chars().next_back();
        let start = base.map_or(at, |base| at - base.len_utf8());
        let composed: String = self.given[start..end].nfc().collect();
        self.replace(start..end, &composed)
    }

    fn replace(&mut self, given: Range<usize>, replacement: &str) -> usize {
        self.copy_until(given.start);
        let text = &mut self.normalized.text;
        let start = text.len();
        text.push_str(replacement);
        let normal = start..text.len();
        self.done = given.end;
        self.normalized.edits.push(Edit { normal, given });
        self.done
    }

    fn copy_until(&mut self, end: usize) {
        self.normalized.text.push_str(&self.given[self.done..end]);
        self.done = end;
    }
}

/// Whether a word may end with the character; in decomposed text, `é` ends with a mark.
fn is_letter_or_mark(character: char) -> bool {
    character.is_alphabetic() || is_combining_mark(character)
}

/// The letters of a ligature of typeset text, which nobody types.
pub fn ligature(character: char) -> Option<&'static str> {
    Some(match character {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// Ligatures of typeset text and superscript letters of ordinals (`1ᵉʳ`).
fn replacement(character: char) -> Option<&'static str> {
    if let Some(letters) = ligature(character) {
        return Some(letters);
    }
    Some(match character {
        'ᵈ' => "d",
        'ᵉ' => "e",
        'ᵐ' => "m",
        'ⁿ' => "n",
        'ʳ' => "r",
        'ˢ' => "s",
        // The masculine ordinal sign counts as a letter; in `nº 3` it stands for the degree sign.
        'º' => "°",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(given: &str, text: &str) {
        assert_eq!(Normalized::of(given).text(), text, "{given:?}");
    }

    #[test]
    fn plain_text_is_unchanged() {
        check("L'accès à l'œuvre – n° 3, m², ½", "L'accès à l'œuvre – n° 3, m², ½");
    }

    #[test]
    fn decomposed_accents_are_composed() {
        check("e\u{301}tat, c\u{327}a", "état, ça");
    }

    #[test]
    fn typeset_ligatures_are_spelt_out() {
        check("ﬁnancement eﬀectif, conﬂit, eﬃcace", "financement effectif, conflit, efficace");
    }

    #[test]
    fn soft_hyphens_vanish_with_the_line_end_after_them() {
        check("recon\u{ad}naissance", "reconnaissance");
        check("recon\u{ad}\n  naissance", "reconnaissance");
    }

    #[test]
    fn invisible_characters_vanish() {
        check("droit\u{200b}s\u{feff}", "droits");
    }

    #[test]
    fn apostrophes_between_letters_become_one() {
        check("l’un, l‘un, lʼun, l′un, l`un, l´un", "l'un, l'un, l'un, l'un, l'un, l'un");
    }

    #[test]
    fn a_quote_that_closes_is_no_apostrophe() {
        check("‘mot’ 5′", "‘mot’ 5′");
    }

    #[test]
    fn hyphens_become_one() {
        check("non‐recours, non‑recours, non−recours", "non-recours, non-recours, non-recours");
    }

    #[test]
    fn a_dash_is_a_hyphen_between_letters_only() {
        check("Paris–Lyon – le trajet, 2015–2019", "Paris-Lyon – le trajet, 2015–2019");
    }

    #[test]
    fn a_hyphen_at_a_line_end_takes_the_break_with_it() {
        check("démobi-\nlisation", "démobi-lisation");
        check("démobi-\r\n   lisation", "démobi-lisation");
    }

    #[test]
    fn a_hyphen_before_an_empty_line_or_a_space_stays() {
        check("avant-\n\naprès", "avant-\n\naprès");
        check("avant- et après", "avant- et après");
    }

    #[test]
    fn look_alikes_of_the_middle_dot_become_one() {
        check("agent•e⋅s, agent‧e", "agent·e·s, agent·e");
        check("• agent", "• agent");
    }

    #[test]
    fn narrow_spaces_become_no_break_spaces() {
        check("1\u{202f}400\u{2009}000", "1\u{a0}400\u{a0}000");
    }

    #[track_caller]
    fn check_given(given: &str, part: &str, expect: &str) {
        let normalized = Normalized::of(given);
        let start = normalized.text().find(part).unwrap_or_default();
        let range = normalized.given(&(start..start + part.len()));
        assert_eq!(&given[range], expect);
    }

    #[test]
    fn a_rewritten_word_leads_back_to_the_word_as_given() {
        check_given("un e\u{301}tat\u{ad} neuf", "état", "e\u{301}tat");
        check_given("l’ﬁn de", "fin", "ﬁn");
        check_given("la démobi-\nlisation des", "démobi-lisation", "démobi-\nlisation");
        check_given("\u{feff}droit", "droit", "droit");
    }

    #[test]
    fn half_a_ligature_leads_back_to_all_of_it() {
        check_given("conﬁer", "conf", "conﬁ");
        check_given("conﬁer", "ier", "ﬁer");
    }

    proptest! {
        #[test]
        fn every_character_leads_back_to_whole_characters(given in any::<String>()) {
            let normalized = Normalized::of(&given);
            let mut last = 0;
            for (start, character) in normalized.text().char_indices() {
                let range = normalized.given(&(start..start + character.len_utf8()));
                prop_assert!(given.get(range.clone()).is_some());
                prop_assert!(last <= range.start);
                last = range.start;
            }
        }
    }
}

//! Feminine endings and their masculine counterparts; the first line that matches decides.

/// One line: a word of at least `letters` letters in `feminine` takes `masculine` instead.
/// Equal endings stop the search and leave the word unchanged.
pub(crate) struct Ending {
    /// The ending looked for.
    pub(crate) feminine: &'static str,
    /// What replaces it.
    pub(crate) masculine: &'static str,
    /// The shortest word concerned, in letters.
    pub(crate) letters: usize,
}

const fn ending(feminine: &'static str, masculine: &'static str, letters: usize) -> Ending {
    Ending { feminine, masculine, letters }
}

/// The lines, in the order in which they are tried.
pub(crate) const ENDINGS: &[Ending] = &[
    // Masculines in -eur and -eux lose their last letter too, and meet -euse and -trice there.
    ending("trice", "teu", 7),
    ending("euse", "eu", 6),
    ending("eure", "eu", 7),
    ending("ure", "ur", 4),
    ending("eur", "eu", 5),
    ending("iere", "ier", 5),
    ending("gere", "ger", 5),
    ending("chere", "cher", 5),
    ending("yere", "yer", 6),
    ending("llere", "ller", 7),
    ending("elle", "el", 6),
    ending("enne", "en", 6),
    ending("gnonne", "gnon", 7),
    ending("tresse", "tre", 7),
    ending("ale", "al", 5),
    ending("eule", "eul", 6),
    ending("ile", "il", 6),
    ending("ate", "at", 7),
    ending("ive", "if", 4),
    ending("euve", "euf", 5),
    // Without this stop, commenté would meet comment, and documenté document.
    ending("mente", "mente", 6),
    ending("ante", "ant", 6),
    ending("ente", "ent", 6),
    ending("ainte", "aint", 6),
    ending("einte", "eint", 6),
    ending("jointe", "joint", 6),
    ending("erte", "ert", 5),
    ending("ecte", "ect", 6),
    ending("crete", "cret", 6),
    ending("plete", "plet", 6),
    ending("quiete", "quiet", 6),
    ending("faite", "fait", 6),
    ending("crite", "crit", 6),
    ending("uite", "uit", 7),
    ending("dite", "dit", 7),
    ending("ande", "and", 6),
    ending("aude", "aud", 6),
    ending("arde", "ard", 7),
    ending("onde", "ond", 5),
    ending("ourde", "ourd", 6),
    ending("aine", "ain", 5),
    // No rule for -ine: médecine, machine and routine are no feminines.
    ending("vine", "vin", 6),
    ending("line", "lin", 6),
    ending("nine", "nin", 6),
    ending("quine", "quin", 6),
    ending("stine", "stin", 6),
    ending("gine", "gin", 6),
    ending("uine", "uin", 6),
    ending("dine", "din", 6),
    ending("drine", "drin", 6),
    ending("sine", "sin", 6),
    ending("bine", "bin", 6),
    ending("ntine", "ntin", 6),
    ending("sane", "san", 6),
    ending("lane", "lan", 7),
    ending("mane", "man", 7),
    ending("aise", "ai", 7),
    ending("oise", "oi", 7),
    ending("cise", "ci", 6),
    ending("cluse", "clu", 6),
    ending("mise", "mi", 5),
    ending("prise", "pri", 5),
    ending("quise", "qui", 6),
    // These stops keep foie from foi and banque from banc; -igue is the one true feminine in -gue.
    ending("oie", "oie", 3),
    ending("que", "que", 3),
    ending("oue", "oue", 3),
    ending("igue", "igu", 4),
    ending("gue", "gue", 3),
    ending("ie", "i", 4),
    ending("ue", "u", 4),
];

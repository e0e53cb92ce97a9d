//! What the words of a text say of its language, without looking beyond them.
//!
//! Function words are looked up in one table, and letters that few languages have are noticed on
//! the way; nothing is allocated. A text that was shouted or read by a machine has its function
//! words still.

use std::ops::AddAssign;
use std::sync::LazyLock;

use glane_analysis::Language;

use super::words;

/// How many languages are told apart: those of [`Language`], in order, and all others as one.
pub(super) const COLUMNS: usize = Language::ALL.len() + 1;

/// A set of columns, one bit each.
type Mask = u8;

const FR: Mask = 1;
const ES: Mask = 1 << 2;
const DE: Mask = 1 << 3;
const IT: Mask = 1 << 4;
const PT: Mask = 1 << 5;

/// What a function word counts; a word with a letter that few languages have counts one.
const FUNCTION_WORD: u32 = 2;

/// What was found in a stretch of text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    /// Words that prose is made of: function words, and words in small letters. Names are left out.
    pub(super) words: u32,
    /// Words with a capital that are no function words.
    pub(super) capitals: u32,
    /// Words, of either sort, that have a small letter.
    pub(super) small: u32,
    /// Words in a script that is not ours.
    pub(super) strange: u32,
    /// What speaks for each column.
    pub(super) scores: [u32; COLUMNS],
}

/// What the best of the columns is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lead {
    /// The language; `None` for those without a stemmer.
    pub(super) language: Option<Language>,
    /// Its score.
    pub(super) score: u32,
    /// How far the next one follows.
    pub(super) margin: u32,
}

impl Evidence {
    /// How many words there are to judge by. A text all in capitals has no names to leave out.
    pub(super) fn size(&self) -> u32 {
        let all = self.words + self.capitals;
        if self.small * 4 < all { all } else { self.words }
    }

    /// What speaks for the column that comes second.
    pub(super) fn second(&self) -> u32 {
        let mut scores = self.scores;
        scores.sort_unstable();
        scores[COLUMNS - 2]
    }

    /// Whether more than one word speaks for `language`, and for no other by much more.
    pub(super) fn suggests(&self, language: Language) -> bool {
        self.most() > FUNCTION_WORD && self.scores[language as usize] * 4 >= self.most() * 3
    }

    /// Whether the words may be of `language`: they suggest it, or nothing.
    pub(super) fn allows(&self, language: Language) -> bool {
        self.most() <= FUNCTION_WORD || self.suggests(language)
    }

    fn most(&self) -> u32 {
        self.scores.iter().max().copied().unwrap_or_default()
    }

    /// The column that most speaks for; `None` when nothing speaks for any, or two are equal.
    pub(super) fn lead(&self) -> Option<Lead> {
        let (best, score) = (0..).zip(self.scores).max_by_key(|(_, score)| *score)?;
        let margin = score - self.second();
        let language = Language::ALL.get(best).copied();
        (margin > 0).then_some(Lead { language, score, margin })
    }

    fn add(&mut self, mask: Mask, worth: u32) {
        for (column, score) in self.scores.iter_mut().enumerate() {
            *score += u32::from(mask >> column & 1) * worth;
        }
    }
}

impl AddAssign for Evidence {
    fn add_assign(&mut self, other: Evidence) {
        self.words += other.words;
        self.capitals += other.capitals;
        self.small += other.small;
        self.strange += other.strange;
        for (score, more) in self.scores.iter_mut().zip(other.scores) {
            *score += more;
        }
    }
}

/// What `text` says outside quotations, and within.
pub(super) fn read(text: &str) -> [Evidence; 2] {
    let mut reader = Reader { table: &TABLE, found: Default::default(), quoted: false };
    let mut word = Word::default();
    let mut start_of_line = true;
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        match letter {
            // An address is in no language.
            ':' if rest.as_str().starts_with("//") => {
                word = Word::default();
                rest.find(|letter| letter.is_whitespace());
            }
            'a'..='z' => {
                word.small = true;
                word.push(letter as u8, 0);
            }
            'A'..='Z' => {
                word.capital |= word.length == 0;
                word.push(letter.to_ascii_lowercase() as u8, 0);
            }
            '\'' | '’' | 'ʼ' if word.length > 0 => {
                word.push(b'\'', 0);
                // What an elided word stands before is a word of its own.
                if TABLE.get(word.packed) != 0 || word.length == 2 {
                    reader.end(&mut word);
                }
            }
            _ if letter.is_ascii() => {
                reader.end(&mut word);
                match letter {
                    '"' => reader.quoted = !reader.quoted,
                    '>' if start_of_line => reader.quoted = true,
                    '\n' if start_of_line => reader.quoted = false,
                    _ => {}
                }
            }
            _ => reader.read_other(letter, &mut word),
        }
        start_of_line = letter == '\n' || (start_of_line && letter.is_ascii_whitespace());
    }
    reader.end(&mut word);
    reader.found
}

/// A word being read: what of it fits the table.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    /// Its letters, folded, eight bits each; nonsense when there are more than eight.
    packed: u64,
    length: u32,
    capital: bool,
    small: bool,
    strange: bool,
    /// The languages that have its letters.
    letters: Mask,
}

impl Word {
    fn push(&mut self, letter: u8, letters: Mask) {
        self.packed = self.packed << 8 | u64::from(letter);
        self.length += 1;
        self.letters |= letters;
    }
}

struct Reader<'a> {
    table: &'a Table,
    /// Outside quotations, and within.
    found: [Evidence; 2],
    quoted: bool,
}

impl Reader<'_> {
    /// Counts a word, and makes room for the next.
    fn end(&mut self, word: &mut Word) {
        let Word { packed, length, capital, small, strange, letters } = std::mem::take(word);
        let found = &mut self.found[usize::from(self.quoted)];
        if length == 0 {
            return;
        }
        if strange {
            found.strange += 1;
            return;
        }
        found.small += u32::from(small);
        let known = if length <= 8 { self.table.get(packed) } else { 0 };
        if known != 0 {
            found.words += 1;
            found.add(known, FUNCTION_WORD);
        } else if capital {
            found.capitals += 1;
        } else {
            found.words += 1;
            found.add(letters, 1);
        }
    }

    /// A letter or a mark that is not ASCII.
    fn read_other(&mut self, letter: char, word: &mut Word) {
        let lower = match letter {
            // Latin-1: the small letter stands 32 places after the capital.
            'À'..='Þ' => {
                word.capital |= word.length == 0;
                char::from_u32(letter as u32 + 32).unwrap_or(letter)
            }
            other => {
                word.small = true;
                other
            }
        };
        if let Some((plain, letters)) = folded(lower) {
            for byte in plain.bytes() {
                word.push(byte, letters);
            }
        } else if letter.is_alphabetic() {
            word.strange |= !is_latin(letter);
            word.push(b'?', 0);
        } else {
            self.end(word);
            match letter {
                '«' | '“' | '„' => self.quoted = true,
                '»' | '”' => self.close(),
                '¿' | '¡' => self.found[usize::from(self.quoted)].add(ES, FUNCTION_WORD),
                _ => {}
            }
        }
    }

    /// Ends a quotation; one that was open before the text began held all that was read so far.
    fn close(&mut self) {
        if !self.quoted {
            let outside = std::mem::take(&mut self.found[0]);
            self.found[1] += outside;
        }
        self.quoted = false;
    }
}

/// A small letter without its accent, and the languages that write it.
fn folded(letter: char) -> Option<(&'static str, Mask)> {
    Some(match letter {
        'à' => ("a", FR | IT | PT),
        'â' => ("a", FR | PT),
        'á' => ("a", ES | PT),
        'ã' => ("a", PT),
        'ä' => ("a", DE),
        'ç' => ("c", FR | PT),
        'é' => ("e", FR | ES | IT | PT),
        'è' => ("e", FR | IT),
        'ê' => ("e", FR | PT),
        'ë' => ("e", FR),
        'î' | 'ï' => ("i", FR),
        'í' => ("i", ES | PT),
        'ì' => ("i", IT),
        'ñ' => ("n", ES),
        'ô' => ("o", FR | PT),
        'ó' => ("o", ES | PT),
        'ò' => ("o", IT),
        'õ' => ("o", PT),
        'ö' => ("o", DE),
        'ù' => ("u", FR | IT),
        'û' => ("u", FR),
        'ú' => ("u", ES | PT),
        'ü' => ("u", DE),
        'œ' => ("oe", FR),
        'æ' => ("ae", 0),
        'ß' => ("ss", DE),
        _ => return None,
    })
}

/// Whether a letter is of the Latin script, whichever its accents.
fn is_latin(letter: char) -> bool {
    matches!(letter, '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | 'ﬀ'..='ﬆ')
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

/// The function words: open addressing, by their letters packed into a number.
struct Table {
    slots: Vec<(u64, Mask)>,
}

/// Four times the words at least, so that most are where they are looked for.
const SLOTS: usize = 1 << 12;

impl Table {
    fn new() -> Table {
        let lists = [
            words::FRENCH,
            words::ENGLISH,
            words::SPANISH,
            words::GERMAN,
            words::ITALIAN,
            words::PORTUGUESE,
            words::UNCOVERED,
        ];
        let mut table = Table { slots: vec![(0, 0); SLOTS] };
        for (column, list) in lists.iter().enumerate() {
            for word in list.split_whitespace() {
                let slot = table.slot(pack(word));
                table.slots[slot].0 = pack(word);
                table.slots[slot].1 |= 1 << column;
            }
        }
        table
    }

    /// The columns that have a word; none for what is no function word.
    fn get(&self, packed: u64) -> Mask {
        self.slots[self.slot(packed)].1
    }

    /// Where a word is, or would be.
    fn slot(&self, packed: u64) -> usize {
        // Knuth's multiplier (MMIX); the high bits are the mixed ones.
        let mixed = packed.wrapping_mul(6_364_136_223_846_793_005) >> 52;
        let mut slot = usize::try_from(mixed).unwrap_or_default() % SLOTS;
        while self.slots[slot].0 != packed && self.slots[slot].0 != 0 {
            slot = (slot + 1) % SLOTS;
        }
        slot
    }
}

fn pack(word: &str) -> u64 {
    word.bytes().fold(0, |packed, byte| packed << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, language: Language) {
        let [outside, _] = read(text);
        let lead = outside.lead();
        assert_eq!(lead.and_then(|lead| lead.language), Some(language), "{text}: {outside:?}");
    }

    #[test]
    fn the_lists_are_folded_and_their_words_fit() {
        let lists =
            [words::FRENCH, words::ENGLISH, words::GERMAN, words::ITALIAN, words::UNCOVERED];
        for word in lists
            .iter()
            .chain(&[words::SPANISH, words::PORTUGUESE])
            .flat_map(|l| l.split_whitespace())
        {
            let fits =
                word.len() <= 8 && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'');
            assert!(fits, "{word}");
        }
    }

    #[test]
    fn function_words_lead() {
        check("le droit des gens de la ville", Language::French);
        check("the right to the city", Language::English);
        check("el derecho a la ciudad y los vecinos", Language::Spanish);
        check("das Recht auf die Stadt", Language::German);
        check("il diritto alla città e gli abitanti", Language::Italian);
        check("o direito à cidade e os moradores", Language::Portuguese);
    }

    #[test]
    fn capitals_and_lost_accents_do_not_matter() {
        check("LE DROIT A LA VILLE ET AUX SERVICES", Language::French);
        check("DAS RECHT FÜR DIE STADT", Language::German);
    }

    #[test]
    fn an_elided_word_counts_on_its_own() {
        let [outside, _] = read("l'accès qu’elle d'abord");
        assert_eq!(outside.words, 6);
    }

    #[test]
    fn names_are_left_out() {
        let [outside, _] = read("Jean Dupont, CCAS de Lyon");
        assert_eq!((outside.words, outside.capitals), (1, 4));
    }

    #[test]
    fn a_quotation_is_counted_apart() {
        for quoted in
            ["Il dit « the end of the world » ici.", "Il dit \"the end of the world\" ici."]
        {
            let [outside, within] = read(quoted);
            assert_eq!(within.lead().unwrap().language, Some(Language::English));
            assert_eq!(outside.scores[Language::English as usize], 0, "{quoted}");
        }
    }

    #[test]
    fn a_quotation_that_began_before_is_recognised_by_its_end() {
        let [outside, within] = read("of the world », dit-il ensuite dans la salle");
        assert_eq!(outside.scores[Language::English as usize], 0);
        assert!(within.scores[Language::English as usize] > 0);
    }

    #[test]
    fn an_address_has_no_words() {
        let [outside, _] = read("voir https://the.state.of/the/art ici");
        assert_eq!(outside.words, 2);
    }

    #[test]
    fn another_script_is_strange() {
        let [outside, _] = read("الحق في المدينة");
        assert_eq!((outside.words, outside.strange), (0, 3));
    }
}

//! The language of each section and of the document: cheap evidence first, lingua where it does
//! not settle, else what surrounds.
//!
//! Three steps, from the cheapest on. The function words of a bounded sample settle prose. What has
//! too few words to judge by (titles, breaks, names, figures) is in the language of the section
//! above it, or of the document. What has enough words but no clear lead is shown to lingua, a few
//! times a document at most: lingua reads some 0.3 MB a second, where a sample is read at 200.

mod evidence;
mod words;

use std::collections::HashMap;
use std::sync::LazyLock;

use glane_analysis::Language;
use glane_document::{Document, Section};
use lingua::{IsoCode639_1, LanguageDetector, LanguageDetectorBuilder};

use crate::words::prefix;
use evidence::Evidence;

/// Whether languages are detected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detection {
    /// Each section has a language where one can be told.
    #[default]
    On,
    /// No section has.
    Off,
}

/// What the words of a section tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// It is in this language.
    Settled(Language),
    /// It is in none that has a stemmer.
    Uncovered,
    /// Too few words to judge by.
    Short,
    /// Enough words, and no clear lead.
    Open,
}

/// Bytes that are looked at in one place of a section.
const WINDOW: usize = 512;
/// A section up to this long is read whole; of a longer one, windows at its start, middle and end.
const WHOLE: usize = 3 * WINDOW;

/// Fewer words than this tell nothing: a title in another language is a title.
const LEAST_WORDS: u32 = 8;
/// The least score that settles: three function words, of two points each.
const LEAST_SCORE: u32 = 6;
/// The least score in a hundred words, and the least part of it by which it must lead, in
/// hundredths. Prose of the six languages scores 80 to 140 and leads by 25 at least, its cousins
/// apart; a list scores less, and must lead by more.
const CLEAR: [[u32; 2]; 2] = [[70, 25], [40, 50]];

/// So many words without a clear lead are worth lingua's time.
const OPEN_WORDS: u32 = 12;
/// So many words without a clear lead are of none of the languages, unless they are a list.
const MANY_WORDS: u32 = 25;
/// The most that may speak for other languages in a list, in a hundred words.
const LIST_SHARE: u32 = 20;
/// Bytes that lingua reads at a time, which takes it half a millisecond.
const QUESTION: usize = 200;
/// One question to lingua for so many bytes of a document, and one more.
const BYTES_A_QUESTION: usize = 128 << 10;
/// What lingua must be sure of, from 0 to 1.
const CONFIDENCE: f64 = 0.9;

/// Gives each section of a finished document its language, and the document the one that most of
/// its text is in.
pub(crate) fn settle(document: &mut Document, detection: Detection) {
    if detection == Detection::Off {
        return;
    }
    let found: Vec<Evidence> =
        document.sections.iter().map(|section| evidence(body(section))).collect();
    let mut verdicts: Vec<Verdict> = found.iter().map(judge).collect();
    let main = main_language(document, &verdicts);
    ask_lingua(document, &found, &mut verdicts, main);
    let languages = inherit(document, &verdicts, main);
    for (section, language) in document.sections.iter_mut().zip(languages) {
        section.language = language.map(|own| own.code().to_owned());
    }
    document.language = main.map(|own| own.code().to_owned());
}

/// What a section says besides its heading, keywords and people.
fn body(section: &Section) -> &str {
    section.text.get(section.head..).unwrap_or_default()
}

/// The evidence of a sample of `text`: without its quotations, where enough is left.
fn evidence(text: &str) -> Evidence {
    let mut parts = [Evidence::default(); 2];
    for window in windows(text) {
        for (part, more) in parts.iter_mut().zip(evidence::read(window)) {
            *part += more;
        }
    }
    let [mut outside, within] = parts;
    if outside.size() < LEAST_WORDS {
        outside += within;
    }
    outside
}

/// The start, the middle and the end of a text, between words; all of a short one.
fn windows(text: &str) -> impl Iterator<Item = &str> {
    let starts = match text.len() {
        0..=WHOLE => [Some(0), None, None],
        length => [Some(0), Some((length - WINDOW) / 2), Some(length - WINDOW)],
    };
    let room = if text.len() <= WHOLE { WHOLE } else { WINDOW };
    starts.into_iter().flatten().map(move |start| {
        let window = prefix(&text[text.floor_char_boundary(start)..], room);
        let first = if start == 0 { 0 } else { window.find(' ').unwrap_or(0) };
        &window[first..]
    })
}

fn judge(found: &Evidence) -> Verdict {
    if found.strange > found.size() {
        return Verdict::Uncovered;
    }
    let size = found.size();
    if size < LEAST_WORDS {
        return Verdict::Short;
    }
    let clear = found.lead().filter(|lead| {
        let meets = |[share, margin]: &[u32; 2]| {
            lead.score * 100 >= size * share && lead.margin * 100 >= lead.score * margin
        };
        lead.score >= LEAST_SCORE && CLEAR.iter().any(meets)
    });
    match clear {
        Some(lead) => lead.language.map_or(Verdict::Uncovered, Verdict::Settled),
        None if size < OPEN_WORDS => Verdict::Short,
        None => Verdict::Open,
    }
}

/// The language that most of the text is in: what is settled, and the rest taken together with its
/// headings. `None` for too short a text, and for a language without a stemmer.
fn main_language(document: &Document, verdicts: &[Verdict]) -> Option<Language> {
    let is_open = |verdict: &Verdict| matches!(verdict, Verdict::Short | Verdict::Open);
    let judged = || document.sections.iter().zip(verdicts);
    let rest: Vec<&Section> =
        judged().filter(|(_, verdict)| is_open(verdict)).map(|(section, _)| section).collect();
    let mut together = Evidence::default();
    for section in &rest {
        together += evidence(&section.text);
    }
    let mut verdict = judge(&together);
    if verdict == Verdict::Open && rest.len() == document.sections.len() {
        let longest =
            rest.iter().map(|section| section.text.as_str()).max_by_key(|text| text.len());
        verdict = detected(longest.unwrap_or_default(), &together);
    }
    let length = rest.iter().map(|section| section.text.len()).sum();
    let mut bytes = [0; evidence::COLUMNS];
    for (verdict, length) in
        judged().map(|(section, verdict)| (*verdict, section.text.len())).chain([(verdict, length)])
    {
        match verdict {
            Verdict::Settled(language) => bytes[language as usize] += length,
            Verdict::Uncovered => bytes[evidence::COLUMNS - 1] += length,
            Verdict::Short | Verdict::Open => {}
        }
    }
    let (most, length) = (0..).zip(bytes).max_by_key(|(_, length)| *length)?;
    Language::ALL.get::<usize>(most).copied().filter(|_| length > 0)
}

/// Shows lingua the sections that are open and whose words do not speak for the language of the
/// document as much as for any other, the longest first.
fn ask_lingua(
    document: &Document,
    found: &[Evidence],
    verdicts: &mut [Verdict],
    main: Option<Language>,
) {
    let agrees = |at: usize| main.is_some_and(|main| found[at].suggests(main));
    let mut open: Vec<usize> =
        (0..verdicts.len()).filter(|&at| verdicts[at] == Verdict::Open && !agrees(at)).collect();
    open.sort_by_key(|&at| std::cmp::Reverse(document.sections[at].text.len()));
    let length: usize = document.sections.iter().map(|section| section.text.len()).sum();
    for at in open.into_iter().take(1 + length / BYTES_A_QUESTION) {
        verdicts[at] = detected(body(&document.sections[at]), &found[at]);
    }
}

/// What lingua says of the middle of a text, where it is sure and the words do not deny it.
///
/// It always names one of the languages that it knows: prose without a lead is of another.
fn detected(text: &str, found: &Evidence) -> Verdict {
    let many = found.size() >= MANY_WORDS;
    let refused = if many { Verdict::Uncovered } else { Verdict::Open };
    if many && found.second() * 100 > found.size() * LIST_SHARE {
        return refused;
    }
    let middle = text.floor_char_boundary(text.len().saturating_sub(QUESTION) / 2);
    let sample = prefix(&text[middle..], QUESTION);
    let confidences = detector().compute_language_confidence_values(sample);
    let Some((likely, confidence)) = confidences.first() else { return refused };
    match known(likely.iso_code_639_1()) {
        Some(language) if *confidence >= CONFIDENCE && found.allows(language) => {
            Verdict::Settled(language)
        }
        _ => refused,
    }
}

/// The language of each section: its own, else that of the section above it, else `main`.
fn inherit(
    document: &Document,
    verdicts: &[Verdict],
    main: Option<Language>,
) -> Vec<Option<Language>> {
    // A section stands after the one that contains it.
    let mut above: HashMap<&str, Option<Language>> = HashMap::new();
    let mut languages = Vec::with_capacity(verdicts.len());
    for (section, verdict) in document.sections.iter().zip(verdicts) {
        let language = match verdict {
            Verdict::Settled(language) => Some(*language),
            Verdict::Uncovered => None,
            Verdict::Short | Verdict::Open => {
                let parent = section.parent.as_deref().and_then(|parent| above.get(parent));
                parent.copied().unwrap_or(main)
            }
        };
        above.insert(&section.id, language);
        languages.push(language);
    }
    languages
}

/// lingua with the models of the languages, which are read when it is first asked.
fn detector() -> &'static LanguageDetector {
    static DETECTOR: LazyLock<LanguageDetector> = LazyLock::new(|| {
        let mut languages = lingua::Language::all();
        languages.retain(|own| known(own.iso_code_639_1()).is_some());
        let languages: Vec<lingua::Language> = languages.into_iter().collect();
        // Low accuracy is right on 99.75 % of French passages and loads a fifth of the models.
        LanguageDetectorBuilder::from_languages(&languages).with_low_accuracy_mode().build()
    });
    &DETECTOR
}

fn known(code: IsoCode639_1) -> Option<Language> {
    Language::from_code(&code.to_string())
}

#[cfg(test)]
mod tests;

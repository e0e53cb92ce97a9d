//! Texts of one shape, as long as asked: each may trip a scan that goes back or looks far ahead.

use crate::support;

/// A shape of text.
pub(crate) struct Shape {
    /// What it is made of.
    pub(crate) name: &'static str,
    /// A text of this shape of so many bytes, or a few less.
    pub(crate) text: fn(usize) -> String,
}

/// A shape that repeats a piece of text; the piece is given its rank.
macro_rules! repeated {
    ($name:literal, $piece:expr) => {
        repeated!($name, "", $piece)
    };
    ($name:literal, $opening:expr, $piece:expr) => {
        Shape { name: $name, text: |bytes| repeat($opening, $piece, bytes) }
    };
}

/// The shapes: the mix of the other benches, then one difficulty each.
pub(crate) const SHAPES: &[Shape] = &[
    Shape { name: "mix of the samples", text: mix },
    repeated!("one line of prose", |_| "Les agents de la ville accueillent les habitants. ".into()),
    repeated!("one line without a space", |_| "é".into()),
    repeated!("one line of names", |rank| format!("{}, ", person(rank))),
    repeated!("short lines", |_| "mot\n".into()),
    repeated!("short paragraphs", |_| "Un mot.\n\n".into()),
    repeated!("blank lines", |_| "\n".into()),
    repeated!("pages", |rank| format!("Actes\n\nIl pleut.\nIl vente.\nSuite.\n\n{rank}\n\x0c")),
    repeated!("empty pages", |_| "\x0c".into()),
    repeated!("lone numbers", |rank| format!("{}\n\n", rank % 10_000)),
    repeated!("people", |rank| format!("{}, directrice du CCAS d'Orn\n\n", person(rank))),
    repeated!("people under a heading", "Atelier 1 : Habiter\n\n", |rank| format!(
        "{}, directrice du CCAS d'Orn\n",
        person(rank)
    )),
    repeated!("people of one surname", |rank| format!("{} MARTIN, juriste\n\n", name(rank))),
    repeated!("people of one first name", |rank| format!("Zoé {}, juriste\n\n", capitals(rank))),
    repeated!("people a letter apart", |rank| format!("Zoé {}, juriste\n\n", syllables(rank))),
    repeated!("a person spelt many ways", |rank| format!("Zoé {}, juriste\n\n", spelling(rank))),
    repeated!("captions of people", "# Actes\n\n## Habiter\n\nIl pleut.\n\n", |rank| format!(
        "{}, agente\n\n{0}\n\n",
        person(rank)
    )),
    repeated!("turns of speech", |rank| {
        let (name, initials) = initialled(rank);
        format!("{name} ({initials}), Ville d'Orn\n\n{initials} : il pleut.\n\n")
    }),
    repeated!("a role that does not end", "Zoé LANTERI, directrice\n", |_| "de la ville\n".into()),
    repeated!("headings", |rank| format!("## Titre {}\n\nTexte.\n\n", name(rank))),
    repeated!("one heading again", |_| "## Clôture\n\nTexte.\n\n".into()),
    repeated!("headings under headings", |rank| format!(
        "# Thème {rank}\n\n## {}\n\nTexte.\n\n",
        name(rank)
    )),
    repeated!("headings in capitals", |rank| format!(
        "{} DES HABITANTS\n\nIl.\n\n",
        capitals(rank)
    )),
    repeated!("Atelier N", |rank| format!("Atelier {rank}\n")),
    repeated!("Atelier N, titles", |rank| format!(
        "Atelier {}\n\nHabiter {}\n\nTexte.\n\n",
        rank % 1_000,
        name(rank)
    )),
    repeated!("a title that does not end", "Atelier 4\n\nAccueillir\n", |_| "sans trier\n".into()),
    repeated!("a title in capitals", "Atelier 4\n\nACCUEILLIR\n", |_| "SANS TRIER\n".into()),
    repeated!("an entry that does not end", ENTRIES, |_| "mot\n".into()),
    repeated!("contents", "Sommaire\n", |rank| format!("Titre {}\t{}\n", name(rank), rank % 9_999)),
    repeated!("contents everywhere", |rank| format!("Titre {}\t12\n\n\n\n\n\n\n\n\n", name(rank))),
    repeated!("Sommaire", |_| "Sommaire\n".into()),
    repeated!("dates and times", |rank| format!(
        "{}, 14h-16h : Habiter {}\n\n",
        day(rank),
        name(rank)
    )),
    repeated!("times", |rank| format!("9h15-10h30 Habiter {}\n\n", name(rank))),
    repeated!("times alone", |_| "9h15\n".into()),
    repeated!("rows of a table", ROWS, |rank| format!("| 9h | Habiter | {} |\n", person(rank))),
    repeated!("tables", |rank| format!(
        "## T {rank}\n\n| Heure | Titre |\n|---|---|\n| 9h | Habiter |\n\n"
    )),
    repeated!("cells of a long list", ROWS, |_| format!("| 9h | T | {} |\n", "A/".repeat(8_000))),
    repeated!("cells of a timetable", "\tLundi 5\n\tMardi 6\n\tMercredi 7\n", |rank| format!(
        "\t9h\n\tHabiter {}\n\tRepas\n\tSuite\n",
        name(rank)
    )),
    repeated!("keywords", |rank| format!("Mots clés : accueil, {}\n", name(rank))),
    repeated!("items with people", |rank| format!(
        "- **Habiter la ville {}**, {}, juriste\n",
        name(rank),
        person(rank)
    )),
    repeated!("acronyms", |rank| format!("Un {0} lié ({1}) là.\n\n", name(rank), capitals(rank))),
    repeated!("brackets", |_| "(".into()),
    repeated!("lines of brackets", |_| "([{« \"“(**__`<!--\n".into()),
    repeated!("lines of comments", |_| "<!-- <a> ".repeat(1_000) + "\n"),
    repeated!("comments that do not end", |_| "<!-- <a> ".into()),
    repeated!("links that do not end", |_| "[a](b ![c](".into()),
    repeated!("front matter", "---\n", |rank| format!("title: {}\n  suite\n", name(rank))),
];

/// A table of contents, and the start of the first of its entries.
const ENTRIES: &str = "Sommaire\nClôture des travaux\t5\nAnnexes\t9\nIndex\t12\n\nIl pleut sur la ville et il pleut sur la mer, sur les toits, sur les quais, dans les cours, à travers les vitres et sur les parapluies de tous les passants qui vont à la gare, à la mairie, à la poste, au marché, à la plage, et qui rentrent le soir dans leurs maisons où il pleut aussi, un peu, dans des seaux posés là.\n\nClôture\ndes\n";

const ROWS: &str = "| Horaire | Titre | Intervenants |\n|---|---|---|\n";

/// The piece again and again, cut at `bytes`.
fn repeat(opening: &str, piece: impl Fn(usize) -> String, bytes: usize) -> String {
    let mut text = opening.to_owned();
    for rank in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&piece(rank));
    }
    text.truncate(text.floor_char_boundary(bytes));
    text
}

fn mix(bytes: usize) -> String {
    support::sources(bytes).into_iter().map(|source| source.text).collect()
}

fn person(rank: usize) -> String {
    const FIRST_NAMES: [&str; 5] = ["Zoé", "Luc", "Amina", "Jean-Paul", "Claire"];
    format!("{} {}", FIRST_NAMES[rank % FIRST_NAMES.len()], capitals(rank))
}

/// A name and its initials, which come back after some 400,000 others.
fn initialled(rank: usize) -> (String, String) {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let [a, b, c, d] = [1, 26, 26 * 26, 26 * 26 * 26].map(|by| LETTERS[rank / by % 26]);
    let initials = [a, b, c, d].map(char::from);
    let [a, b, c, d] = initials;
    (format!("{a}oé {b}ant-{c}ont-{d}ont"), initials.iter().collect())
}

/// A word that no other rank has.
fn name(rank: usize) -> String {
    let capitals = capitals(rank);
    capitals[..1].to_owned() + &capitals[1..].to_lowercase()
}

/// A surname at least two letters away from that of any other rank.
fn capitals(rank: usize) -> String {
    syllables(rank).repeat(2)
}

/// The rank in syllables: those of its neighbours are a letter away.
fn syllables(rank: usize) -> String {
    let (consonants, vowels) = (b"BCDFGLMNPRSTV", b"AEIOU");
    let mut rest = rank;
    let mut draw = |letters: &[u8]| {
        let letter = letters[rest % letters.len()];
        rest /= letters.len();
        char::from(letter)
    };
    (0..4).flat_map(|_| [draw(consonants), draw(vowels)]).collect()
}

/// One surname, each letter of it large or small.
fn spelling(rank: usize) -> String {
    let letters = "lanteriberthelotmarchand".char_indices();
    letters.map(|(at, c)| if rank >> at & 1 == 1 { c } else { c.to_ascii_uppercase() }).collect()
}

/// A day that comes back after some forty years.
fn day(rank: usize) -> String {
    const MONTHS: [&str; 4] = ["janvier", "juin", "août", "novembre"];
    let (day, month) = (rank % 28 + 1, MONTHS[rank / 28 % 4]);
    format!("Mardi {day} {month} {}", 1980 + rank / 112 % 60)
}

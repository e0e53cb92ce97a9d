//! What a document's lines have in common: their size, how far apart they are, where they end.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use super::line::Line;
use super::object::whole;
use super::tags::Role;
use crate::extract::emphasis::Emphasis;

/// How far a line that wraps ends from the edge, in heights of the font, when others are asked.
const NEAR: f64 = 1.0;
/// Beyond as many lines, those of a page are compared with the first ones only.
const MOST_LINES: usize = 2_000;

/// How many headings that tags tell make all headings of a document told: else letters tell others.
const MANY_HEADINGS: usize = 3;

/// What the lines of a document have in common.
#[derive(Debug)]
pub(super) struct Measures {
    body: f64,
    /// From one line to the next, in heights of the font.
    pitch: f64,
    emphasis: Emphasis,
    /// For each line of each page, where it could end.
    edges: Vec<Vec<f64>>,
    /// Whether tags tell the paragraphs.
    tells_parts: bool,
    /// Whether tags tell the headings, and the title of the document above them.
    tells_headings: bool,
    tells_title: bool,
}

impl Measures {
    pub(super) fn of(pages: &[Vec<Line>]) -> Measures {
        let lines = || pages.iter().flatten();
        let body = most(lines().map(|line| (whole(line.size * 4.0), line.length())));
        let body = body.map_or(10.0, |quarters| quarters as f64 / 4.0);
        let edges = edges(pages, body);
        let roles = lines().filter_map(|line| line.mark).map(|mark| (mark.part, mark.role));
        let headings = roles.clone().filter(|(_, role)| matches!(role, Role::Heading(_)));
        let headings: BTreeSet<u32> = headings.map(|(part, _)| part).collect();
        Measures {
            body,
            pitch: pitch(pages, body),
            emphasis: Emphasis::of_most(lines().map(|line| (line.emphasis(), line.length()))),
            tells_parts: tells_parts(pages, &edges),
            edges,
            tells_headings: headings.len() >= MANY_HEADINGS,
            tells_title: roles.clone().any(|(_, role)| role == Role::Title),
        }
    }

    /// Whether tags tell where paragraphs start and end.
    pub(super) fn tells_parts(&self) -> bool {
        self.tells_parts
    }

    /// Whether tags tell all the lines that are headings.
    pub(super) fn tells_headings(&self) -> bool {
        self.tells_headings
    }

    /// How many levels headings stand below the title of the document that tags tell.
    pub(super) fn below_title(&self) -> u8 {
        u8::from(self.tells_title)
    }

    /// The size that most of the text is in.
    pub(super) fn body(&self) -> f64 {
        self.body
    }

    /// How much most of the text stands out.
    pub(super) fn emphasis(&self) -> Emphasis {
        self.emphasis
    }

    /// Whether most of the text is in bold.
    pub(super) fn is_bold(&self) -> bool {
        self.emphasis == Emphasis::Bold
    }

    /// How far apart the lines of a paragraph in letters of `size` are at most.
    pub(super) fn pitch(&self, size: f64) -> f64 {
        1.05 * self.pitch * size
    }

    /// How far down a line of `size` may be from the line before it.
    pub(super) fn blank(&self, size: f64) -> f64 {
        1.3 * self.pitch * size
    }

    /// Where a line could end.
    pub(super) fn edge(&self, page: usize, line: usize) -> f64 {
        self.edges[page][line]
    }
}

/// Whether the paragraphs that tags tell are those of the text: some software makes one of each line.
fn tells_parts(pages: &[Vec<Line>], edges: &[Vec<f64>]) -> bool {
    let (mut whole, mut wrapped, mut told) = (0, 0, false);
    for (page, edges) in pages.iter().zip(edges) {
        for (pair, edge) in page.windows(2).zip(edges) {
            let [line, next] = pair else { continue };
            let (Some(mark), Some(below)) = (line.mark, next.mark) else { continue };
            told = true;
            let down = line.base - next.base;
            let near = (0.5 * line.size..2.0 * line.size).contains(&down);
            let text = mark.role == Role::Text && below.role == Role::Text;
            if text && near && line.right + 0.25 * line.size + next.first_width() > *edge {
                wrapped += 1;
                whole += usize::from(mark.part == below.part);
            }
        }
    }
    told && 2 * whole >= wrapped
}

/// The key with the greatest sum of weights.
fn most<K: Hash + Eq + Ord + Copy>(weighted: impl Iterator<Item = (K, usize)>) -> Option<K> {
    let mut sums: HashMap<K, usize> = HashMap::new();
    for (key, weight) in weighted {
        *sums.entry(key).or_default() += weight;
    }
    sums.into_iter().max_by_key(|&(key, sum)| (sum, key)).map(|(key, _)| key)
}

/// Lines of one paragraph are seldom further apart, in twentieths of the height of the font.
const CLOSE: i64 = 29;

/// A line of text and the one below it.
struct Pair {
    /// How far apart they are, in twentieths of the height of the font.
    down: i64,
    /// The length of the shorter one.
    weight: usize,
    /// Whether the first word of the second had little room left on the first.
    wraps: bool,
}

/// How far apart the lines of paragraphs are, in heights of the font.
fn pitch(pages: &[Vec<Line>], body: f64) -> f64 {
    let pairs: Vec<Pair> = pages.iter().flat_map(|page| text_pairs(page, body)).collect();
    let within = |limit: i64| {
        let near = pairs.iter().filter(move |pair| pair.down <= limit);
        most(near.map(|pair| (pair.down, pair.weight)))
    };
    let Some(common) = within(i64::MAX) else { return 1.2 };
    // Where few lines wrap, it is paragraphs of one line that are so far apart.
    let (wrapping, others): (Vec<&Pair>, Vec<&Pair>) =
        pairs.iter().filter(|pair| pair.down == common).partition(|pair| pair.wraps);
    let apart = common > CLOSE && 2 * wrapping.len() < others.len();
    let lines = if apart { within(CLOSE).unwrap_or(24) } else { common };
    lines as f64 / 20.0
}

/// The lines of a page that are text, each with the one below it.
fn text_pairs(page: &[Line], body: f64) -> impl Iterator<Item = Pair> + '_ {
    let is_text = move |line: &Line| (line.size - body).abs() < 0.1 * body;
    let edge = page.iter().filter(|line| is_text(line)).map(|line| line.right).fold(0.0, f64::max);
    page.windows(2).filter(move |pair| is_text(&pair[0]) && is_text(&pair[1])).filter_map(
        move |pair| {
            let down = (pair[0].base - pair[1].base) / body;
            (0.8..2.5).contains(&down).then(|| Pair {
                down: whole(down * 20.0),
                weight: pair[0].length().min(pair[1].length()),
                wraps: pair[0].right + pair[1].first_width() + 2.0 * body > edge,
            })
        },
    )
}

/// Where each line could end: where the lines of its column do.
fn edges(pages: &[Vec<Line>], body: f64) -> Vec<Vec<f64>> {
    let own: Vec<Vec<Edge>> = pages.iter().map(|page| own_edges(page)).collect();
    let column = |line: &Line| whole(line.left / (2.0 * body));
    let mut votes: BTreeMap<i64, Vec<(i64, usize)>> = BTreeMap::new();
    for (line, edge) in pages.iter().flatten().zip(own.iter().flatten()) {
        let at = whole(edge.at / body);
        votes.entry(column(line)).or_default().push((at, edge.support));
    }
    // A column that starts further to the right ends no earlier.
    let mut furthest = i64::MIN;
    let common: BTreeMap<i64, f64> = votes
        .into_iter()
        .filter_map(|(column, votes)| {
            furthest = furthest.max(most(votes.into_iter())?);
            Some((column, furthest as f64 * body))
        })
        .collect();
    let edge = |line: &Line, own: &Edge| match common.get(&column(line)) {
        Some(&common) if !own.sure => own.at.max(common - 0.5 * body),
        _ => own.at,
    };
    let pages = pages.iter().zip(&own);
    pages.map(|(page, own)| page.iter().zip(own).map(|(l, own)| edge(l, own)).collect()).collect()
}

/// Where a line could end, by the lines of its page.
#[derive(Debug)]
struct Edge {
    at: f64,
    /// How many lines end there.
    support: usize,
    /// Whether they are enough to differ from the other pages.
    sure: bool,
}

fn own_edges(page: &[Line]) -> Vec<Edge> {
    let others = &page[..page.len().min(MOST_LINES)];
    page.iter().map(|line| own_edge(line, others)).collect()
}

fn own_edge(line: &Line, others: &[Line]) -> Edge {
    // The lines of its column start before it, or little after, and pass over it.
    let beside = |other: &&Line| {
        other.angle == line.angle
            && other.left < line.left + 4.0 * line.size
            && other.right > line.left
    };
    let mut ends: Vec<f64> = others.iter().filter(beside).map(|other| other.right).collect();
    ends.sort_unstable_by(|a, b| b.total_cmp(a));
    let least = (ends.len() / 10).max(2);
    let near = |end: f64| {
        let from = end - NEAR * line.size;
        ends.iter().filter(|&&other| other <= end && other >= from).count()
    };
    let found = ends.iter().map(|&end| (end, near(end))).find(|&(_, support)| support >= least);
    let (at, support) = found.unwrap_or((ends.first().copied().unwrap_or(line.right), 1));
    Edge { at, support, sure: support >= 8 && 4 * support >= ends.len() }
}

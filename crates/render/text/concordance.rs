//! Occurrences under each other, aligned on what was searched.

use std::io::{self, Write};

use glane_query::{Occurrence, Place};

use super::grid::cut;
use super::phrase::{DOT, dotted};
use crate::table::one_line;
use crate::wrap::{columns, wrapped};
use crate::{Style, counted};

/// How occurrences are told where they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Under their section, for those that follow the documents.
    BySection,
    /// Each on its line, for those in another order.
    Listed,
}

/// Columns of a line that say where an occurrence stands.
const REFERENCE: usize = 24;

/// Writes occurrences as they come, then how many there were.
///
/// # Errors
///
/// What `out` reports.
pub fn concordance(
    occurrences: impl Iterator<Item = Occurrence>,
    layout: Layout,
    style: &Style,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut before: Option<Occurrence> = None;
    let (mut count, mut sections) = (0, 0);
    for occurrence in occurrences {
        let is_new = before.as_ref().is_none_or(|before| !is_same(before, &occurrence));
        if layout == Layout::BySection && is_new {
            sections += 1;
            if before.is_some() {
                writeln!(out)?;
            }
            heading(&occurrence.place, style, out)?;
        }
        line(&occurrence, layout, style, out)?;
        count += 1;
        before = Some(occurrence);
    }
    match (count, layout) {
        (0, _) => writeln!(out, "Aucune occurrence."),
        (_, Layout::Listed) => writeln!(out, "\n{}", counted(count, "occurrence", "occurrences")),
        (_, Layout::BySection) => writeln!(
            out,
            "\n{} dans {}",
            counted(count, "occurrence", "occurrences"),
            counted(sections, "section", "sections")
        ),
    }
}

fn is_same(one: &Occurrence, other: &Occurrence) -> bool {
    let name = |of: &Occurrence| (of.place.source.clone(), of.place.section.clone());
    name(one) == name(other)
}

fn heading(place: &Place, style: &Style, out: &mut impl Write) -> io::Result<()> {
    let label = match place.label.is_empty() {
        true => format!("({})", place.kind.label().to_lowercase()),
        false => place.label.clone(),
    };
    wrapped("", &style.strong(&label), style.width, out)?;
    let year = place.year.map(|year| year.to_string());
    let event = place.event.as_deref().filter(|event| !place.title.contains(event));
    let facts = dotted([Some(place.title.as_str()), event, year.as_deref()]);
    wrapped("", &facts, style.width, out)?;
    writeln!(out, "{}", style.code(&format!("{}#{}", place.source, place.section)))
}

fn line(
    occurrence: &Occurrence,
    layout: Layout,
    style: &Style,
    out: &mut impl Write,
) -> io::Result<()> {
    let reference = match layout {
        Layout::BySection => page(occurrence),
        Layout::Listed => listed(occurrence),
    };
    let reserved = match layout {
        Layout::BySection => 9,
        Layout::Listed => REFERENCE + 2,
    };
    let pivot = one_line(&occurrence.pivot);
    // The pivot starts in the middle of what is left, the brackets included.
    let room = style.width.saturating_sub(reserved).max(20);
    let side = room / 2 - 2;
    let left = last_columns(&one_line(&occurrence.left), side);
    let right = one_line(&occurrence.right);
    let is_glued = !right.is_empty() && !occurrence.right.starts_with(char::is_whitespace);
    let joint = if is_glued || right.is_empty() { "" } else { " " };
    let is_after = occurrence.left.ends_with(|c: char| !c.is_whitespace());
    let (side, gap) = if is_after { (side + 1, "") } else { (side, " ") };
    let taken = side + gap.len() + columns(&pivot) + joint.len() + 2;
    let right = cut(&right, room.saturating_sub(taken));
    let shown = format!("{left:>side$}{gap}{}{joint}{right}", style.matched(&pivot));
    let width = side + gap.len() + 2 + columns(&pivot) + joint.len() + columns(&right);
    let fill = if reference.is_empty() { 0 } else { room.saturating_sub(width) };
    let reference = style.faint(&reference);
    writeln!(out, "{}", format!("{shown}{:fill$}  {reference}", "").trim_end())
}

/// `p. 16`; nothing where the page is not known.
fn page(occurrence: &Occurrence) -> String {
    occurrence.page.map(|page| format!("p. {page}")).unwrap_or_default()
}

/// `2023 · p. 16 · actes-valm…`, as far as there is room.
fn listed(occurrence: &Occurrence) -> String {
    let place = &occurrence.place;
    let year = place.year.map(|year| year.to_string());
    let known: Vec<String> = [year, Some(page(occurrence)), Some(stem(&place.source).to_owned())]
        .into_iter()
        .flatten()
        .filter(|fact| !fact.is_empty())
        .collect();
    cut(&known.join(DOT), REFERENCE)
}

fn stem(source: &str) -> &str {
    let name = source.rsplit('/').next().unwrap_or(source);
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}

/// The end of a text, cut with an ellipsis where it is longer.
fn last_columns(text: &str, most: usize) -> String {
    let extra = columns(text).saturating_sub(most);
    if extra == 0 {
        return text.to_owned();
    }
    let kept: String = text.chars().skip(extra + 1).collect();
    format!("…{}", kept.trim_start())
}

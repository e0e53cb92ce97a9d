//! What Glane knows, as bytes: French text for a person; JSON, tables and runs for programs.
//!
//! Renderers decide nothing: they take plain data and an [`io::Write`](std::io::Write), and touch
//! neither the terminal nor the disk.
//!
//! # Overview
//!
//! - [`text`]: one function per thing shown, from a whole [`Answer`](glane_query::Answer) to the
//!   [`TokenRow`]s of an analysis; a [`Style`] says how wide, and how matches are marked.
//! - [`counted`] and [`french_dates`]: the turns of phrase that every renderer shares.
//! - [`json_line`]: any of the same values as one JSON object on one line.
//! - [`handout()`]: a dossier to print, as DOCX, ODT, HTML or Markdown.
//! - [`ConcordanceTable`], [`count_csv`]: occurrences and counts for a spreadsheet.
//! - [`citations`]: references in a [`CitationFormat`], from BibTeX to the styles of journals.
//! - [`TeiCorpus`], [`TxmMetadata`], [`IramuteqCorpus`], [`PassageTable`]: documents for the tools that
//!   researchers use.
//! - [`csv_rows`] and [`trec_run`]: the hits of an answer for a spreadsheet, for an evaluation.
//!
//! # Example
//!
//! ```
//! use glane_document::{Document, Section, SectionKind};
//! use glane_render::{Style, text};
//!
//! let mut document = Document::new("actes.txt", "actes.txt");
//! let mut section = Section::new(SectionKind::Workshop);
//! section.number = Some("4".to_owned());
//! document.sections.push(section);
//!
//! let mut out = Vec::new();
//! text::tree(&document, &[], &Style::default(), &mut out)?;
//! assert!(String::from_utf8_lossy(&out).contains("Atelier 4"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod browse;
mod chart;
mod cite;
mod concordance;
mod cooccurrents;
mod count;
mod counts;
mod csv;
mod date;
mod export;
mod handout;
mod json;
mod number;
mod rows;
mod specific;
mod style;
mod table;
pub mod text;
mod trec;
mod unbroken;
mod wrap;
mod xml;

pub use browse::{TableRows, list_table};
pub use chart::count_chart;
pub use cite::{CitationFormat, CitationStyle, citation, citations};
pub use concordance::ConcordanceTable;
pub use cooccurrents::cooccurrents_csv;
pub use count::counted;
pub use counts::{count_csv, count_lines};
pub use csv::{csv_head, csv_rows};
pub use date::french_dates;
pub use export::{IramuteqCorpus, PassageTable, TeiCorpus, TxmMetadata, txm_name, txm_text};
pub use handout::{Handout, HandoutFormat, Parts, handout, handout_body, reference, source};
pub use json::json_line;
pub use rows::{LastRun, Replayed, StatusReport, TokenRow, TopicAnswer, UnreadSource};
pub use specific::{specific_csv, specific_lines};
pub use style::{Marks, Style};
pub use table::Dialect;
pub use text::count::part_label as part_name;
pub use trec::trec_run;
pub use unbroken::{set, unbroken};

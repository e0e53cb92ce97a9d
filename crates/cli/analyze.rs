//! `glane analyze`: what the analyzer makes of a text.

use glane_analysis::{Analyzer, Token};
use glane_render::{TokenRow, json_line, text};

use crate::args::{AnalyzeArgs, Format};
use crate::exit::Exit;
use crate::streams::Streams;

/// Shows each token; in JSON, one per line.
pub(crate) fn run(args: &AnalyzeArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let analyzed = args.text.join(" ");
    let tokens = Analyzer::new().tokens_in(args.language, &analyzed);
    let rows: Vec<TokenRow> = tokens.into_iter().map(|token| row(&analyzed, token)).collect();
    streams.answer(|out| match args.output.format {
        Format::Text => text::tokens(&rows, streams.style(), out),
        Format::Json => rows.iter().try_for_each(|row| json_line(row, out)),
    })?;
    Ok(Exit::Done)
}

fn row(analyzed: &str, token: Token) -> TokenRow {
    TokenRow {
        position: token.position,
        span: token.span,
        written: analyzed.get(token.offset.clone()).unwrap_or_default().to_owned(),
        offset: token.offset,
        form: token.word.form.clone(),
        key: token.word.key.clone(),
        stem: token.word.stem.clone(),
        rule: token.rule.label().to_owned(),
    }
}

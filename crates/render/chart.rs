//! Counts as bars, in SVG.
//!
//! Drawn by plotters, whose SVG backend needs neither fonts nor images.

use glane_query::CountTable;
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::number::decimal;
use crate::text::count::{dimension_label, part_label};
use crate::text::grid::{cut, cut_name};

/// More parts than this make no chart that can be read.
const MOST_PARTS: usize = 40;
/// A name is cut to so many letters.
const LONGEST_NAME: usize = 40;
/// Pixels: the width of the drawing, the height of a bar, what stands above and below them.
const WIDTH: u32 = 900;
const BAR: usize = 18;
const FRAME: usize = 110;

/// Colours that remain apart for those who see few of them (Okabe & Ito), and in print.
const COLORS: [RGBColor; 6] = [
    RGBColor(0, 114, 178),
    RGBColor(230, 159, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(86, 180, 233),
    RGBColor(213, 94, 0),
];

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Drawn<'a> = Result<(), DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

/// Occurrences in ten thousand words, by part and query, as an SVG document.
///
/// The first parts only, where there are many; the title says so.
pub fn count_chart(table: &CountTable) -> String {
    let parts = table.rows.len().min(MOST_PARTS);
    let lines = parts * (table.queries.len() + 1);
    let height = u32::try_from(FRAME + lines.max(2) * BAR).unwrap_or(u32::MAX);
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (WIDTH, height)).into_drawing_area();
        let drawn = draw(table, &area);
        // A drawing into memory has nothing to fail on.
        debug_assert!(drawn.is_ok(), "{drawn:?}");
    }
    svg
}

fn draw<'a>(table: &CountTable, area: &Area<'a>) -> Drawn<'a> {
    area.fill(&WHITE)?;
    let shown = &table.rows[..table.rows.len().min(MOST_PARTS)];
    let names = names(table, shown.len());
    let longest = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    let rates = shown.iter().flat_map(|row| &row.cells).map(|cell| cell.per_10_000);
    let most = rates.fold(0.0, f64::max);
    // Room for the key, which must hide no bar.
    let room = if table.queries.len() > 1 { 1.4 } else { 1.05 };
    let mut chart = ChartBuilder::on(area)
        .margin(10)
        .caption(title(table, shown.len()), ("sans-serif", 18))
        .x_label_area_size(46)
        .y_label_area_size(u32::try_from(longest * 7 + 16).unwrap_or(WIDTH / 3))
        // The first part is at the top.
        .build_cartesian_2d(
            0.0..if most > 0.0 { most * room } else { 1.0 },
            shown.len().max(1) as f64..0.0,
        )?;
    chart
        .configure_mesh()
        .disable_y_mesh()
        .disable_y_axis()
        .max_light_lines(0)
        .x_label_formatter(&|rate| decimal(*rate, usize::from(most < 20.0)))
        .x_desc("occurrences pour 10 000 mots")
        .label_style(("sans-serif", 13))
        .draw()?;
    let beside = ("sans-serif", 13).into_text_style(area).pos(Pos::new(HPos::Right, VPos::Center));
    chart.draw_series(names.iter().enumerate().map(|(at, name)| {
        EmptyElement::at((0.0, at as f64 + 0.5)) + Text::new(name.clone(), (-6, 0), beside.clone())
    }))?;
    // A gap of half a bar on either side of each part.
    let bar = 1.0 / (table.queries.len() + 1) as f64;
    for (query, label) in table.queries.iter().enumerate() {
        let color = COLORS[query % COLORS.len()];
        let bars = shown.iter().enumerate().filter_map(|(at, row)| {
            let top = at as f64 + bar * (query as f64 + 0.5);
            let rate = row.cells.get(query)?.per_10_000;
            Some(Rectangle::new([(0.0, top), (rate, top + bar)], color.filled()))
        });
        let series = chart.draw_series(bars)?;
        let key = move |(x, y)| Rectangle::new([(x, y - 5), (x + 12, y + 5)], color.filled());
        series.label(cut(label, LONGEST_NAME)).legend(key);
    }
    if table.queries.len() > 1 {
        chart
            .configure_series_labels()
            .position(SeriesLabelPosition::LowerRight)
            .label_font(("sans-serif", 13))
            .background_style(WHITE.mix(0.9))
            .border_style(BLACK.mix(0.3))
            .draw()?;
    }
    area.present()
}

/// The names of the first parts, their values of several dimensions joined.
fn names(table: &CountTable, shown: usize) -> Vec<String> {
    let name = |part: &[Option<String>]| {
        let values = table.by.iter().zip(part);
        let labels = values.map(|(dimension, name)| part_label(*dimension, name.as_deref()));
        cut_name(&labels.collect::<Vec<_>>().join(" · "), LONGEST_NAME)
    };
    table.rows[..shown].iter().map(|row| name(&row.part)).collect()
}

/// `« non-recours » par année (40 premiers groupes sur 63)`
fn title(table: &CountTable, shown: usize) -> String {
    let by: Vec<&str> = table.by.iter().map(|dimension| dimension_label(*dimension)).collect();
    let of = match &table.queries[..] {
        [query] => format!("« {} » par {}", cut(query, LONGEST_NAME), by.join(" et ")),
        _ => format!("Fréquences par {}", by.join(" et ")),
    };
    match table.rows.len() {
        all if all > shown => format!("{of} ({shown} premiers groupes sur {all})"),
        _ => of,
    }
}

#[cfg(test)]
mod tests {
    use glane_query::{CountCell, CountRow, Dimension};

    use super::*;

    fn table(parts: usize, queries: &[&str]) -> CountTable {
        let cell = |rate: usize| CountCell { per_10_000: rate as f64, ..CountCell::default() };
        let row = |part: usize| CountRow {
            part: vec![Some(format!("Rencontre <{part}>"))],
            cells: queries.iter().map(|_| cell(part)).collect(),
        };
        CountTable {
            by: vec![Dimension::Event],
            queries: queries.iter().map(|query| (*query).to_owned()).collect(),
            rows: (0..parts).map(row).collect(),
            total: CountRow { part: Vec::new(), cells: Vec::new() },
            left_out: 0,
            notes: Vec::new(),
        }
    }

    /// The widths of the bars of a colour, in pixels.
    fn bars(svg: &str, color: &str) -> Vec<i64> {
        let bars = svg.split("<rect ").filter(|rect| rect.contains(color));
        let width = |rect: &str| rect.split("width=\"").nth(1)?.split('"').next()?.parse().ok();
        bars.filter_map(width).collect()
    }

    #[test]
    fn each_part_has_its_name_and_a_bar_as_long_as_its_rate() {
        let svg = count_chart(&table(4, &["accueil"]));
        assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"));
        for part in 0..4 {
            assert!(svg.contains(&format!("Rencontre &lt;{part}&gt;")), "{svg}");
        }
        let bars = bars(&svg, "#0072B2");
        assert_eq!(bars.len(), 4);
        assert!((bars[3] - 3 * bars[1]).abs() <= 2, "{bars:?}");
        assert!(svg.contains("« accueil » par événement"));
    }

    #[test]
    fn several_queries_have_a_key_and_many_parts_are_cut() {
        let svg = count_chart(&table(60, &["accueil", "guichet"]));
        assert!(
            svg.contains("40 premiers groupes sur 60") && !svg.contains("Rencontre &lt;40&gt;")
        );
        assert!(svg.contains("accueil") && svg.contains("guichet"));
        assert!(count_chart(&table(0, &["accueil"])).starts_with("<svg "));
    }
}

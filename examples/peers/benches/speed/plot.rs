//! The plot of the README's section on speed: cost beside the peers, and by the number of providers.

use crate::figures::Figures;
use crate::{mixed, several};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::error::Error;
use std::fs;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/speed.svg");

const BACKGROUND: RGBColor = RGBColor(0xff, 0xff, 0xff);
const TEXT: RGBColor = RGBColor(0x1f, 0x23, 0x28);
const GRID: RGBColor = RGBColor(0xd1, 0xd9, 0xe0);
const PEER: RGBColor = RGBColor(0x9a, 0xa4, 0xaf);
const HERE: RGBColor = RGBColor(0x1f, 0x77, 0xd0);

/// A colour for each line, legible on light and dark.
const LINES: [RGBColor; 3] = [HERE, RGBColor(0xc7, 0x65, 0x1a), RGBColor(0x2e, 0x8b, 0x57)];

/// What the colours become where the reader prefers dark ones.
const DARK: [(RGBColor, &str); 3] = [
    (BACKGROUND, "#0d1117"),
    (TEXT, "#e6edf3"),
    (GRID, "#3d444d"),
];

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

pub fn draw(figures: &mut Figures) -> Result<(), String> {
    let peers = peers(figures)?;
    let lines = lines(figures)?;
    let svg = svg(&peers, &lines).map_err(|error| format!("the plot: {error}"))?;
    fs::write(PATH, svg).map_err(|error| format!("{PATH}: {error}"))
}

/// A bar: who reads, the instructions, and how many kinds are right.
struct Bar {
    name: String,
    count: f64,
    percent: f64,
}

fn peers(figures: &mut Figures) -> Result<Vec<Bar>, String> {
    let bars = mixed::ways().into_iter().map(|way| {
        Ok(Bar {
            count: figures.of(mixed::TITLE, &way.name)?,
            percent: way.reader.score(&(way.responses)()).kinds.percent(),
            name: way.name,
        })
    });
    bars.collect()
}

/// A line: what is read, and the instructions by the number of providers.
type Line = (&'static str, Vec<(f64, f64)>);

fn lines(figures: &mut Figures) -> Result<Vec<Line>, String> {
    let lines = several::TITLES.into_iter().map(|title| {
        let points = several::NUMBERS
            .into_iter()
            .map(|(name, number)| Ok((number as f64, figures.of(title, name)?)));
        let name = title.split(',').next().unwrap_or(title);
        Ok((name, points.collect::<Result<_, String>>()?))
    });
    lines.collect()
}

fn svg(bars: &[Bar], lines: &[Line]) -> Result<String, Box<dyn Error>> {
    let mut svg = String::new();
    let area = SVGBackend::with_string(&mut svg, (860, 300)).into_drawing_area();
    area.fill(&BACKGROUND)?;
    let (left, right) = area.split_horizontally(470);
    draw_bars(&left, bars)?;
    draw_lines(&right, lines)?;
    area.present()?;
    drop((area, left, right));
    let end = svg.find('>').map_or(0, |end| end + 1);
    svg.insert_str(end, &style());
    Ok(svg)
}

fn style() -> String {
    let rules = DARK.map(|(RGBColor(red, green, blue), dark)| {
        let light = format!("#{red:02X}{green:02X}{blue:02X}");
        format!(r#"[fill="{light}"]{{fill:{dark}}}[stroke="{light}"]{{stroke:{dark}}}"#)
    });
    format!(
        "\n<style>@media(prefers-color-scheme:dark){{{}}}</style>",
        rules.concat()
    )
}

fn text(size: u32) -> TextStyle<'static> {
    ("sans-serif", size).into_font().color(&TEXT)
}

fn draw_bars(area: &Area<'_>, bars: &[Bar]) -> Result<(), Box<dyn Error>> {
    const LEFT: i32 = 190;
    const WIDTH: f64 = 190.0;
    const TOP: i32 = 50;
    const STEP: i32 = 40;
    let title = "Instructions for a real response, and kinds right";
    area.draw(&Text::new(title, (16, 14), text(15)))?;
    let most = bars.iter().map(|bar| bar.count).fold(1.0, f64::max);
    for (bar, top) in bars.iter().zip((TOP..).step_by(STEP as usize)) {
        let middle = top + STEP / 2;
        let end = LEFT + (bar.count / most * WIDTH).round() as i32;
        let color = if bar.name.starts_with("error-codes") {
            HERE
        } else {
            PEER
        };
        let corners = [(LEFT, top + 9), (end.max(LEFT + 1), top + STEP - 9)];
        area.draw(&Rectangle::new(corners, color.filled()))?;
        let name = text(13).pos(Pos::new(HPos::Right, VPos::Center));
        area.draw(&Text::new(bar.name.as_str(), (LEFT - 8, middle), name))?;
        let words = format!("{:.1}k, {:.0} %", bar.count / 1e3, bar.percent);
        let words_style = text(13).pos(Pos::new(HPos::Left, VPos::Center));
        area.draw(&Text::new(words, (end + 8, middle), words_style))?;
    }
    Ok(())
}

fn draw_lines(area: &Area<'_>, lines: &[Line]) -> Result<(), Box<dyn Error>> {
    let points = || lines.iter().flat_map(|(_, points)| points);
    let providers = points().map(|point| point.0).fold(1.0, f64::max);
    let most = points().map(|point| point.1).fold(1.0, f64::max);
    let title = "Instructions by number of providers";
    area.draw(&Text::new(title, (16, 14), text(15)))?;
    let mut chart = ChartBuilder::on(area)
        .margin_top(60)
        .margin_right(16)
        .x_label_area_size(42)
        .y_label_area_size(46)
        .build_cartesian_2d(0.0..providers * 1.03, 0.0..most * 1.2)?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(GRID)
        .axis_style(GRID)
        .label_style(text(13))
        .x_desc("providers")
        .axis_desc_style(text(13))
        .y_labels(6)
        .x_label_formatter(&|number| format!("{number:.0}"))
        .y_label_formatter(&|number| format!("{:.0}k", number / 1e3))
        .draw()?;
    for ((name, points), (color, left)) in lines.iter().zip(LINES.iter().zip((46..).step_by(90))) {
        let points = points.iter().copied();
        chart.draw_series(LineSeries::new(points, color.stroke_width(2)).point_size(3))?;
        area.draw(&Text::new(*name, (left, 36), text(13).color(color)))?;
    }
    Ok(())
}

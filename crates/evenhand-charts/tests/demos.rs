//! Four demo charts from seeded data, wide and narrow, against committed SVG snapshots.

mod support;

use evenhand_charts::{
    Anchor, Axis, Band, BandScale, Bar, Caption, Cell, Crowding, Dash, DataTable, Datum, Dot, EndLabel,
    Frame, Layout, Line, LinearScale, NumberStyle, Palette, Point, PointScale, Role, Rule, Scene, Side,
    SmallMultiples, Text, TextKind, format_signed, text_width,
};
use support::{Seeded, check};

fn caption(title: &str, subtitle: &str, how_to_read: &str) -> Caption {
    Caption {
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
        how_to_read: how_to_read.to_owned(),
        description: format!("{title}. {subtitle}."),
        ..Caption::default()
    }
}

fn caterpillar(width: f64) -> Scene {
    let mut seeded = Seeded::new(11);
    let mut rows: Vec<(String, f64, f64)> = (1..=18)
        .map(|k| (format!("E{:03}", k * 7 % 101), 0.45 * seeded.normal(), 0.12 + 0.3 * seeded.next()))
        .collect();
    rows.sort_by(|a, b| b.1.total_cmp(&a.1));
    let ends = rows.iter().flat_map(|(_, at, half)| [at - half, at + half]);
    let x = Axis::linear(LinearScale::fit(ends).symmetric_about(0.0).nice())
        .style(NumberStyle::Signed)
        .title("Severity in points: lenient on the left, harsh on the right");
    let y = Axis::points(PointScale::new(rows.iter().map(|row| row.0.clone()))).title("Evaluator");
    let mut plot = Layout::new(Frame::new(width), x, y).plot();
    plot.add(plot.rule_x(0.0));
    let mut table = DataTable::new().text_column("Evaluator").number_column("Severity");
    for (k, (name, at, half)) in rows.into_iter().enumerate() {
        let row = k as f64;
        let role = match (at - half > 0.0, at + half < 0.0) {
            (true, _) => Role::Harsher,
            (_, true) => Role::Lenient,
            _ => Role::Uncertain,
        };
        let datum = Datum::at(plot.at(at, row), name.as_str()).line(format_signed(at, 2));
        let datum = plot.datum(datum.link(format!("evaluator:{name}")).hit_rect(plot.row(row)));
        plot.add(
            Rule::between(plot.at(at - half, row), plot.at(at + half, row))
                .width(2.0)
                .role(role)
                .datum(datum),
        );
        plot.add(
            Dot::at(plot.at(at, row)).radius(4.5).hollow(role == Role::Uncertain).role(role).datum(datum),
        );
        table.push([name.into(), evenhand_charts::TableCell::number(at, 2)]);
    }
    let words = caption(
        "Nine of 18 evaluators differ from the panel",
        "Severity with 95% intervals, rounds 2019 to 2024, all providers",
        "Dot: severity. Line: 95% interval. Filled and coloured where the interval leaves out zero.",
    );
    plot.finish(words, table)
}

fn drift(width: f64) -> Scene {
    let mut seeded = Seeded::new(5);
    let names = ["Hillside Audit", "North Quality", "Meridian", "Care Review Co-operative", "Li & Partners"];
    let rounds: Vec<String> = (2015..=2024).map(|year| format!("Round {year}")).collect();
    let series: Vec<Vec<(f64, f64)>> = names
        .iter()
        .map(|_| {
            let mut level = 0.3 * seeded.normal();
            let walk = rounds.iter().map(|_| {
                level += 0.16 * seeded.normal();
                (level, 0.12 + 0.08 * seeded.next())
            });
            walk.collect()
        })
        .collect();
    let ends = series.iter().flatten().flat_map(|(at, half)| [at - half, at + half]);
    let y = Axis::linear(LinearScale::fit(ends).including(0.0).nice())
        .style(NumberStyle::Signed)
        .title("Severity (points)");
    let x = Axis::points(PointScale::new(rounds.clone()).padding(0.15));
    let mut plot = Layout::new(Frame::new(width), x, y).right_labels(&names).plot();
    plot.add(plot.rule_y(0.0));
    let mut labels = Vec::new();
    for (s, points) in series.iter().enumerate() {
        let role = Role::Series(s as u8);
        // The third series misses a round, which must show as a gap.
        let value = |k: usize| if s == 2 && k == 4 { f64::NAN } else { points[k].0 };
        let edge = |k: usize, sign: f64| plot.at(k as f64, value(k) + sign * points[k].1);
        let band = Band::between((0..points.len()).map(|k| (edge(k, -1.0), edge(k, 1.0)))).role(role);
        let line = Line::through((0..points.len()).map(|k| plot.at(k as f64, value(k)))).role(role);
        plot.add(if s == 0 { band } else { band.opacity(0.08) });
        plot.add(if s == 4 { line.dash(Dash::Dashed) } else { line });
        for (k, round) in rounds.iter().enumerate() {
            plot.datum(Datum::at(plot.at(k as f64, value(k)), format!("{}, {round}", names[s])).series(s));
        }
        let last = points.len() - 1;
        labels.push(EndLabel::at(plot.at(last as f64, value(last)), names[s]).role(role));
    }
    plot.end_labels(Side::Right, &labels);
    let words = caption(
        "Hillside Audit has become more lenient since 2015",
        "Mean severity by affiliation with 95% bands",
        "A line above zero is harsher than the mean of all evaluators in that round.",
    );
    plot.finish(words, DataTable::new())
}

fn slope(width: f64) -> Scene {
    let mut seeded = Seeded::new(3);
    let rows: Vec<(String, f64, f64)> = (0..12)
        .map(|k| {
            let raw = 70.0 + 9.0 * seeded.normal();
            (format!("Provider {}", char::from(b'A' + k)), raw, raw + 3.0 * seeded.normal())
        })
        .collect();
    let y = Axis::linear(LinearScale::fit(rows.iter().flat_map(|r| [r.1, r.2]))).unlabelled().grid(false);
    let x = Axis::points(PointScale::new(["Raw mean", "Fair average"]).padding(0.0)).on_top();
    let name = |text: &str, value: f64| format!("{text} {value:.1}");
    let left: Vec<String> = rows.iter().map(|r| name(&r.0, r.1)).collect();
    let right: Vec<String> = rows.iter().map(|r| name(&r.0, r.2)).collect();
    let frame = Frame::new(width).with_height(380.0);
    let mut plot = Layout::new(frame, x, y).left_labels(&left).right_labels(&right).plot();
    plot.add(plot.rule_x(0.0).width(1.0).role(Role::Grid));
    plot.add(plot.rule_x(1.0).width(1.0).role(Role::Grid));
    let (mut lefts, mut rights) = (Vec::new(), Vec::new());
    for (provider, raw, fair) in &rows {
        let change = fair - raw;
        let role = if change > 3.0 {
            Role::Better
        } else if change < -3.0 {
            Role::Worse
        } else {
            Role::Neutral
        };
        let datum =
            plot.datum(Datum::at(plot.at(1.0, *fair), provider.as_str()).line(format_signed(change, 1)));
        let (from, to) = (plot.at(0.0, *raw), plot.at(1.0, *fair));
        plot.add(
            Line::through([from, to])
                .width(if role == Role::Neutral { 1.25 } else { 2.5 })
                .role(role)
                .datum(datum),
        );
        plot.add(Dot::at(from).radius(3.5).role(role).datum(datum));
        plot.add(Dot::at(to).radius(3.5).role(role).datum(datum));
        lefts.push(EndLabel::at(from, provider.as_str()).value(format!("{raw:.1}")).role(role).datum(datum));
        rights.push(EndLabel::at(to, provider.as_str()).value(format!("{fair:.1}")).role(role).datum(datum));
    }
    plot.end_labels(Side::Left, &lefts);
    plot.end_labels(Side::Right, &rights);
    let words = caption(
        "Fair averages lift two providers by more than three points",
        "Round 2024, composite of 100 points",
        "Green rises and purple falls by more than three points once severity is taken into account.",
    );
    plot.finish(words, DataTable::new())
}

fn heat_map(width: f64) -> Scene {
    let mut seeded = Seeded::new(8);
    let names = [
        "Safety",
        "Staff training",
        "Complaints handling",
        "Records",
        "Outreach",
        "Food",
        "User involvement in planning",
        "Budget",
    ];
    let n = names.len();
    let gap = || BandScale::new(names).gap(0.04);
    let frame = Frame::new(width);
    let row_height = if frame.compact { 26.0 } else { 34.0 };
    let x = Axis::bands(gap()).crowding(Crowding::Slant);
    let mut plot = Layout::new(frame, x, Axis::bands(gap()).row_height(row_height)).plot();
    let (cell_width, cell_height) = (plot.x_scale().bandwidth(), plot.y_scale().bandwidth());
    // One pair has too few providers: its two cells stay empty.
    let correlation = |row: usize, column: usize, noise: f64| match (row, column) {
        (5, 2) => f64::NAN,
        _ if row == column => 1.0,
        _ => (0.35 + 0.4 * noise).clamp(-0.9, 0.95),
    };
    let mut correlations = Vec::new();
    for row in 0..n {
        correlations
            .push((0..=row).map(|column| correlation(row, column, seeded.normal())).collect::<Vec<_>>());
    }
    for row in 0..n {
        for column in 0..n {
            let value = correlations[row.max(column)][row.min(column)];
            let centre = plot.at(column as f64, row as f64);
            let fill = Role::diverge(value, 1.0);
            let cell = Cell::around(centre, cell_width, cell_height).role(fill);
            let datum = Datum::at(centre, format!("{} and {}", names[row], names[column])).series(row);
            let datum = plot.datum(datum.hit_rect(cell.rect));
            if value.is_nan() {
                continue;
            }
            plot.add(cell.datum(datum));
            let words = evenhand_charts::format_number(value, 2);
            if text_width(&words, TextKind::Tick.size()) < cell_width {
                plot.add(Text::at(centre, words).anchor(Anchor::Middle).kind(TextKind::Tick).over(fill));
            }
        }
    }
    let words = caption(
        "Food and staff training move in opposite directions",
        "Correlation of indicators over providers, round 2024",
        "Orange: rise together. Blue: one rises as the other falls. Empty: too few providers.",
    );
    plot.finish(words, DataTable::new())
}

/// Distributions of scores by round: small multiples of bars, in Chinese.
fn histograms(width: f64) -> Scene {
    let mut seeded = Seeded::new(21);
    let frame = Frame::new(width);
    let grid = SmallMultiples::new(frame, 5, 140.0, 150.0);
    let caption = caption(
        "各轮评分分布：平均分逐轮略有上升",
        "各轮评分的分布，全部机构与指标",
        "每个小图为一轮；柱高为该分值所占的百分比，竖线为平均分。",
    );
    let mut scene = Scene { width, height: grid.height, caption, ..Scene::default() };
    for (round, cell) in grid.cells.iter().enumerate() {
        let shares: Vec<f64> = (0..7).map(|k| 0.02 + 0.1 * seeded.next() + 0.02 * f64::from(k)).collect();
        let x = Axis::linear(LinearScale::new(0.5, 7.5).whole_numbers()).grid(false);
        let y = Axis::linear(LinearScale::new(0.0, 0.25))
            .style(NumberStyle::Percent)
            .title(format!("第 {} 轮", round + 1));
        let mut plot = Layout::new(SmallMultiples::frame(*cell), x, y).plot();
        for (k, share) in shares.iter().enumerate() {
            let score = k as f64 + 1.0;
            let datum = plot.datum(Datum::at(plot.at(score, *share), format!("{score} 分")).series(round));
            let thickness = plot.area().width / 7.0 * 0.8;
            plot.add(
                Bar::vertical(plot.at(score, 0.0), plot.at(score, *share), thickness)
                    .role(Role::Series(0))
                    .datum(datum),
            );
        }
        plot.add(plot.rule_y(0.0).width(1.0));
        plot.add(plot.rule_x(4.0 + round as f64 * 0.12).dash(Dash::Dashed));
        scene.absorb(plot.finish(Caption::default(), DataTable::new()), cell.x, cell.y);
    }
    scene
}

/// A league table of many rows with long names: ticks repeat above, names are cut when narrow.
fn league(width: f64) -> Scene {
    let mut seeded = Seeded::new(2);
    let mut rows: Vec<(String, f64)> = (0..46)
        .map(|k| (format!("Hillside Community Care Co-operative {k}"), 60_000.0 + 9000.0 * seeded.normal()))
        .collect();
    rows.sort_by(|a, b| b.1.total_cmp(&a.1));
    let x =
        Axis::linear(LinearScale::fit(rows.iter().map(|r| r.1)).including(0.0).nice()).title("Scores given");
    let y = Axis::bands(BandScale::new(rows.iter().map(|r| r.0.clone())).gap(0.3));
    let mut plot = Layout::new(Frame::new(width), x, y).plot();
    for (k, (_, value)) in rows.iter().enumerate() {
        let (from, to) = (plot.at(0.0, k as f64), plot.at(*value, k as f64));
        plot.add(Bar::horizontal(from, to, plot.y_scale().bandwidth()).role(if k == 4 {
            Role::Accent
        } else {
            Role::Faint
        }));
    }
    plot.finish(caption("Scores given to 46 providers", "All rounds", ""), DataTable::new())
}

#[test]
fn histograms_wide_and_narrow() {
    check("histograms-wide", &histograms(668.0), Palette::light());
    check("histograms-narrow", &histograms(308.0), Palette::light());
}

#[test]
fn league_wide_and_narrow() {
    check("league-wide", &league(668.0), Palette::light());
    check("league-narrow", &league(308.0), Palette::light());
}

#[test]
fn caterpillar_wide_and_narrow() {
    check("caterpillar-wide", &caterpillar(668.0), Palette::light());
    check("caterpillar-narrow", &caterpillar(308.0), Palette::light());
    check("caterpillar-dark", &caterpillar(668.0), Palette::dark());
}

#[test]
fn drift_wide_and_narrow() {
    check("drift-wide", &drift(668.0), Palette::light());
    check("drift-narrow", &drift(308.0), Palette::light());
}

#[test]
fn slope_wide_and_narrow() {
    check("slope-wide", &slope(668.0), Palette::light());
    check("slope-narrow", &slope(308.0), Palette::print());
}

#[test]
fn heat_map_wide_and_narrow() {
    check("heat-map-wide", &heat_map(668.0), Palette::light());
    check("heat-map-narrow", &heat_map(308.0), Palette::light());
    check("heat-map-dark", &heat_map(668.0), Palette::dark());
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "</text><script>alert('&\"')</script>\u{0}";
    let y = Axis::points(PointScale::new([hostile])).title(hostile);
    let mut plot = Layout::new(Frame::new(700.0), Axis::linear(LinearScale::new(0.0, 1.0)), y).plot();
    plot.add(Text::at(Point::new(5.0, 5.0), hostile).halo().bold());
    let scene = plot.finish(caption(hostile, hostile, hostile), DataTable::new());
    let svg = evenhand_charts::to_svg(&scene, &evenhand_charts::SvgOptions::page(Palette::light(), "\"><x"));
    support::assert_well_formed(&svg);
    assert!(!svg.contains("<script") && !svg.contains('\u{0}'));
}

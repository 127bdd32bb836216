//! One column of the ruler: the names of a few elements, or how many of many there are at every height.

use evenhand_protocol::{EntityKind, entity_link};
use evenhand_words::{count, number};

use crate::datum::Datum;
use crate::geometry::{Point, Rect};
use crate::label_placement::{Placement, spread};
use crate::mark::{Bar, Rule, Text, VerticalAlign};
use crate::plot::Plot;
use crate::role::Role;
use crate::text_width::text_width;
use crate::truncate::truncate_distinct;

/// The height of a bin in pixels, in which the elements of a bar are.
pub(super) const BIN: f64 = 14.0;
/// The decimals of logits.
pub(super) const DECIMALS: usize = 2;
/// The most elements of a column that are named.
const MOST_NAMED: usize = 12;
/// The most names that a bin tells to who points at it.
const MOST_TOLD: usize = 6;
/// The height that a name fills.
const NAME: f64 = 15.0;
/// The font size of names.
const SIZE: f64 = 13.0;
/// Where, from the left edge of the column, the tick of an element starts and ends, and where its name starts.
const TICK: (f64, f64) = (4.0, 11.0);
const NAME_AT: f64 = 20.0;

/// One column of the ruler.
pub(super) struct Column<'a> {
    pub(super) title: &'a str,
    pub(super) kind: Option<EntityKind>,
    pub(super) places: Vec<Place>,
    pub(super) role: Role,
}

/// Where one element is.
pub(super) struct Place {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) measure: f64,
}

impl Column<'_> {
    /// Draws the column as the one at place `k` of `n`.
    pub(super) fn draw(&self, plot: &mut Plot, k: usize, n: usize) {
        let area = plot.area();
        let width = area.width / n as f64;
        let room = Rect { x: area.x + k as f64 * width, y: area.y, width, height: area.height };
        let zero = Rule { from: Point::new(room.x, plot.at(0.0, 0.0).y), ..plot.rule_y(0.0) };
        let zero = Rule { to: Point::new(room.right(), zero.from.y), ..zero };
        // A few elements have their names beside the ruler instead of bars that count them.
        if self.places.len() <= MOST_NAMED {
            self.draw_names(plot, k, room, zero);
        } else {
            plot.add(zero);
            self.draw_bars(plot, k, room);
        }
    }

    /// A tick at the measure of every element, and its name as near to it as the others leave room. The line at zero
    /// leaves out a name that stands on it.
    fn draw_names(&self, plot: &mut Plot, k: usize, room: Rect, zero: Rule) {
        let heights: Vec<f64> = self.places.iter().map(|place| plot.at(0.0, place.measure).y).collect();
        let wanted: Vec<Placement> = heights.iter().map(|y| Placement { wanted: *y, height: NAME }).collect();
        let names: Vec<(&str, f64)> =
            self.places.iter().map(|place| (place.name.as_str(), room.width - NAME_AT - 2.0)).collect();
        let names = truncate_distinct(&names, SIZE);
        let placed = spread(&wanted, room.y - NAME / 2.0, room.bottom() + NAME / 2.0);
        let on_zero = placed.iter().flatten().zip(&names);
        let on_zero = on_zero.filter(|(at, _)| (**at - zero.from.y).abs() < NAME / 2.0);
        let end = on_zero.map(|(_, name)| NAME_AT + text_width(name, SIZE)).fold(0.0, f64::max);
        if end > 0.0 {
            plot.add(Rule { to: zero.from.shifted(TICK.1, 0.0), ..zero.clone() });
            let after = zero.from.shifted(end + 4.0, 0.0);
            if after.x < zero.to.x {
                plot.add(Rule { from: after, ..zero });
            }
        } else {
            plot.add(zero);
        }
        for (((place, y), name), at) in self.places.iter().zip(heights).zip(names).zip(placed) {
            let Some(at) = at else { continue };
            let tick = [TICK.0, TICK.1].map(|x| Point::new(room.x + x, y));
            let hit = Rect { x: room.x, y: at - NAME / 2.0, width: room.width, height: NAME };
            let datum = self.linked(Datum::at(tick[0], place.name.clone()), place);
            let datum = datum.line(logits(place.measure)).series(k).hit_rect(hit);
            let datum = plot.datum(datum);
            plot.add(Rule::between(tick[0], tick[1]).width(2.0).role(self.role).datum(datum));
            let label = Point::new(room.x + NAME_AT, at);
            if (at - y).abs() > 1.0 {
                let leader = Rule::between(tick[1], label.shifted(-3.0, 0.0));
                plot.add(leader.width(1.0).role(Role::Muted));
            }
            let text = Text::at(label, name).vertical(VerticalAlign::Middle);
            plot.add(text.role(Role::Ink).halo().datum(datum));
        }
    }

    /// Bars that count the elements of every bin.
    fn draw_bars(&self, plot: &mut Plot, k: usize, room: Rect) {
        let n_bins = (room.height / BIN) as usize + 1;
        let mut bins: Vec<Vec<&Place>> = vec![Vec::new(); n_bins];
        for place in &self.places {
            let bin = ((plot.at(0.0, place.measure).y - room.y) / BIN).floor().max(0.0) as usize;
            bins[bin.min(n_bins - 1)].push(place);
        }
        let fullest = bins.iter().map(Vec::len).max().unwrap_or(1).max(1) as f64;
        for (bin, places) in bins.iter().enumerate().filter(|(_, places)| !places.is_empty()) {
            let from = Point::new(room.x + TICK.0, room.y + (bin as f64 + 0.5) * BIN);
            let names: Vec<&str> = places.iter().take(MOST_TOLD).map(|place| place.name.as_str()).collect();
            let more = places.len().saturating_sub(names.len());
            let label = if more > 0 { format!("{} … +{more}", names.join(", ")) } else { names.join(", ") };
            let mean = places.iter().map(|place| place.measure).sum::<f64>() / places.len() as f64;
            let mut datum = Datum::at(from, label)
                .line(logits(mean))
                .line(format!("{} {}", count(places.len() as u64), self.title))
                .series(k)
                .hit_rect(Rect { x: room.x, y: from.y - BIN / 2.0, width: room.width, height: BIN });
            if let [only] = places.as_slice() {
                datum = self.linked(datum, only);
            }
            let datum = plot.datum(datum);
            let length = (room.width - 12.0) * places.len() as f64 / fullest;
            let bar = Bar::horizontal(from, from.shifted(length.max(2.0), 0.0), BIN - 3.0);
            plot.add(bar.role(self.role).datum(datum));
        }
    }

    /// A datum that leads to the element, where it has a sheet.
    fn linked(&self, datum: Datum, place: &Place) -> Datum {
        match self.kind {
            Some(kind) => datum.link(entity_link(kind, &place.id)),
            None => datum,
        }
    }
}

fn logits(measure: f64) -> String {
    format!("{} logits", number(measure, DECIMALS))
}

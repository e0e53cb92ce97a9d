//! Marks of lists that are drawn rather than written, as browsers print them: a disc, a ring or a square
//! beside the text of an item.

use super::matrix::Matrix;
use super::token::Operand;
use super::word::Placed;

/// What a mark stands for, once it is beside a text.
const BULLET: &str = "•";

/// The least and the most that a mark is wide and high, in heights of the font.
const SIZES: std::ops::RangeInclusive<f64> = 0.15..=0.7;

/// How far from its text a mark may stand, in heights of the font.
const MAX_GAP: f64 = 2.5;

/// How far above the baseline the middle of a mark is, in heights of the font.
const MIDDLE: std::ops::RangeInclusive<f64> = 0.1..=0.6;

/// How many points a mark is drawn with at most.
const MAX_POINTS: usize = 64;

/// Follows what is drawn.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    /// The points of the path that is being made, as on the page.
    points: Vec<(f64, f64)>,
    /// Whether it has more than a mark has.
    large: bool,
    /// The last path that was drawn, where it has no more points than a mark has.
    drawn: Vec<(f64, f64)>,
}

impl Drawing {
    /// Follows an operator that makes paths or draws them; others change nothing.
    pub(super) fn follow(&mut self, operator: &[u8], operands: &[Operand], page: Matrix) {
        match operator {
            b"m" | b"l" | b"c" | b"v" | b"y" => self.pass(operands, page),
            b"re" => self.rectangle(operands, page),
            b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"S" | b"s" => {
                self.drawn.clear();
                if !self.large {
                    self.drawn.append(&mut self.points);
                }
                self.end();
            }
            b"n" => self.end(),
            _ => {}
        }
    }

    fn pass(&mut self, operands: &[Operand], page: Matrix) {
        for point in operands.chunks_exact(2) {
            if let [Operand::Number(x), Operand::Number(y)] = point {
                self.add(page.apply(*x, *y));
            }
        }
    }

    fn rectangle(&mut self, operands: &[Operand], page: Matrix) {
        let [x, y, width, height] = operands else { return };
        if let [Operand::Number(x), Operand::Number(y), Operand::Number(w), Operand::Number(h)] =
            [x, y, width, height]
        {
            self.add(page.apply(*x, *y));
            self.add(page.apply(x + w, y + h));
        }
    }

    fn add(&mut self, point: (f64, f64)) {
        if self.points.len() < MAX_POINTS {
            self.points.push(point);
        } else {
            self.large = true;
        }
    }

    fn end(&mut self) {
        self.points.clear();
        self.large = false;
    }

    /// The mark that was drawn last, as a glyph, if it is one for a text of this size that starts at
    /// `left` on the line `base`, which runs at `angle` degrees.
    pub(super) fn before(
        &mut self,
        left: f64,
        base: f64,
        size: f64,
        angle: i16,
    ) -> Option<Placed<'static>> {
        if self.drawn.is_empty() {
            return None;
        }
        let drawn = std::mem::take(&mut self.drawn);
        let (sine, cosine) = f64::from(angle).to_radians().sin_cos();
        let along = || drawn.iter().map(|(x, y)| x * cosine + y * sine);
        let across = || drawn.iter().map(|(x, y)| y * cosine - x * sine);
        let (from, to) = (least(along()), most(along()));
        let (bottom, top) = (least(across()), most(across()));
        let (width, height) = (to - from, top - bottom);
        let square = width < 1.5 * height && height < 1.5 * width;
        let sized = SIZES.contains(&(width / size)) && SIZES.contains(&(height / size));
        let level = MIDDLE.contains(&((0.5 * (bottom + top) - base) / size));
        let beside = (0.0..MAX_GAP * size).contains(&(left - to));
        (square && sized && level && beside).then_some(Placed {
            text: BULLET,
            left: from,
            right: to,
            next: to,
            base,
            size,
            bold: false,
            angle,
        })
    }
}

fn least(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.fold(f64::INFINITY, f64::min)
}

fn most(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.fold(f64::NEG_INFINITY, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rectangle: [f64; 4], expect: bool) {
        let mut drawing = Drawing::default();
        let operands = rectangle.map(Operand::Number);
        drawing.follow(b"re", &operands, Matrix::IDENTITY);
        drawing.follow(b"f", &[], Matrix::IDENTITY);
        let found = drawing.before(100.0, 700.0, 10.0, 0);
        assert_eq!(found.is_some(), expect);
        assert!(drawing.before(100.0, 700.0, 10.0, 0).is_none());
    }

    #[test]
    fn small_shapes_beside_a_text_are_marks_of_items() {
        check([90.0, 702.0, 4.0, 4.0], true);
        // A rule, a frame, a dot of a chart above, a shape after the text.
        check([60.0, 702.0, 40.0, 1.0], false);
        check([70.0, 690.0, 29.0, 29.0], false);
        check([90.0, 712.0, 4.0, 4.0], false);
        check([110.0, 702.0, 4.0, 4.0], false);
    }

    #[test]
    fn what_is_only_clipped_is_not_drawn() {
        let mut drawing = Drawing::default();
        let operands = [90.0, 702.0, 4.0, 4.0].map(Operand::Number);
        drawing.follow(b"re", &operands, Matrix::IDENTITY);
        drawing.follow(b"n", &[], Matrix::IDENTITY);
        assert!(drawing.before(100.0, 700.0, 10.0, 0).is_none());
    }
}

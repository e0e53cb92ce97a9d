//! What a page draws: the marks of lists that browsers print as shapes, and the rules of tables.

use super::matrix::Matrix;
use super::token::Operand;
use super::word::Placed;
use crate::extract::emphasis::Emphasis;

/// What a mark stands for, once it is beside a text.
const BULLET: &str = "•";

/// The least and the most that a mark is wide and high, in heights of the font.
const SIZES: std::ops::RangeInclusive<f64> = 0.15..=0.7;

/// How far from its text a mark may stand, in heights of the font.
const MAX_GAP: f64 = 2.5;

/// How far above the baseline the middle of a mark is, in heights of the font.
const MIDDLE: std::ops::RangeInclusive<f64> = 0.1..=0.6;

/// How thick a rule is at most, in points.
const MAX_THICKNESS: f64 = 2.5;

/// How long a rule is at least, in points.
const MIN_RULE: f64 = 6.0;

/// How many rules a page has at most that are of tables: drawings have more.
const MAX_RULES: usize = 4_000;

/// What a part of a path takes of the page, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Extent {
    pub(super) left: f64,
    pub(super) bottom: f64,
    pub(super) right: f64,
    pub(super) top: f64,
}

/// A rule of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Rule {
    /// At this height, from left to right.
    Across { at: f64, from: f64, to: f64 },
    /// At this distance from the left, from bottom to top.
    Down { at: f64, from: f64, to: f64 },
}

/// Follows what is drawn.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    /// The parts of the path that is being made, rectangles told.
    parts: Vec<(Extent, bool)>,
    /// What was drawn last that is as wide as high.
    last: Option<Extent>,
    rules: Vec<Rule>,
}

impl Drawing {
    /// Follows an operator that makes paths or draws them; others change nothing.
    pub(super) fn follow(&mut self, operator: &[u8], operands: &[Operand], page: Matrix) {
        match operator {
            b"m" => {
                if let Some(point) = points(operands).next() {
                    self.start(Extent::at(page.apply(point.0, point.1)), false);
                }
            }
            b"l" | b"c" | b"v" | b"y" => {
                let Some((part, _)) = self.parts.last_mut() else { return };
                points(operands).for_each(|(x, y)| part.take(page.apply(x, y)));
            }
            b"re" => {
                let mut points = points(operands);
                let (Some((x, y)), Some((width, height))) = (points.next(), points.next()) else {
                    return;
                };
                let mut part = Extent::at(page.apply(x, y));
                part.take(page.apply(x + width, y + height));
                self.start(part, true);
            }
            b"f" | b"F" | b"f*" => self.draw(false),
            b"B" | b"B*" | b"b" | b"b*" | b"S" | b"s" => self.draw(true),
            b"n" => self.parts.clear(),
            _ => {}
        }
    }

    fn start(&mut self, part: Extent, rectangle: bool) {
        if self.parts.len() < MAX_RULES {
            self.parts.push((part, rectangle));
        }
    }

    /// Draws the path: its lines are rules where it is stroked, what is thin is one anyway.
    fn draw(&mut self, stroked: bool) {
        let whole = self.parts.iter().map(|(part, _)| *part).reduce(Extent::or);
        // The rule under a text may be drawn between its mark and itself.
        self.last = whole.filter(|whole| whole.is_square()).or(self.last);
        for (part, rectangle) in std::mem::take(&mut self.parts) {
            if self.rules.len() >= MAX_RULES {
                continue;
            }
            match part.rule() {
                Some(rule) => self.rules.push(rule),
                None if stroked && rectangle && part.is_frame() => self.rules.extend(part.edges()),
                None => {}
            }
        }
    }

    /// The rules of the page; none where it has more than tables do.
    pub(super) fn rules(&mut self) -> Vec<Rule> {
        (self.last, self.parts) = (None, Vec::new());
        let rules = std::mem::take(&mut self.rules);
        if rules.len() < MAX_RULES { rules } else { Vec::new() }
    }

    /// The mark that was drawn last, as a glyph, if it is one for a text of this size that starts at
    /// `left` on the line `base`, which runs at `angle` degrees.
    pub(super) fn mark_before(
        &mut self,
        left: f64,
        base: f64,
        size: f64,
        angle: i16,
    ) -> Option<Placed<'static>> {
        let drawn = self.last.take()?.turned(angle);
        let (width, height) = (drawn.right - drawn.left, drawn.top - drawn.bottom);
        let sized = SIZES.contains(&(width / size)) && SIZES.contains(&(height / size));
        let level = MIDDLE.contains(&((0.5 * (drawn.bottom + drawn.top) - base) / size));
        let beside = (0.0..MAX_GAP * size).contains(&(left - drawn.right));
        (sized && level && beside).then_some(Placed {
            text: BULLET,
            left: drawn.left,
            right: drawn.right,
            next: drawn.right,
            base,
            size,
            emphasis: Emphasis::None,
            angle,
        })
    }
}

/// The pairs of numbers among operands.
fn points(operands: &[Operand]) -> impl Iterator<Item = (f64, f64)> {
    operands.chunks_exact(2).filter_map(|pair| match pair {
        [Operand::Number(x), Operand::Number(y)] => Some((*x, *y)),
        _ => None,
    })
}

impl Extent {
    pub(super) fn at((x, y): (f64, f64)) -> Extent {
        Extent { left: x, bottom: y, right: x, top: y }
    }

    fn take(&mut self, point: (f64, f64)) {
        *self = self.or(Extent::at(point));
    }

    pub(super) fn or(self, other: Extent) -> Extent {
        Extent {
            left: self.left.min(other.left),
            bottom: self.bottom.min(other.bottom),
            right: self.right.max(other.right),
            top: self.top.max(other.top),
        }
    }

    /// As text that runs at `angle` degrees sees it.
    fn turned(self, angle: i16) -> Extent {
        let (sine, cosine) = f64::from(angle).to_radians().sin_cos();
        let turn = |x: f64, y: f64| (x * cosine + y * sine, y * cosine - x * sine);
        let mut turned = Extent::at(turn(self.left, self.bottom));
        turned.take(turn(self.right, self.top));
        turned
    }

    fn rule(self) -> Option<Rule> {
        let Extent { left, bottom, right, top } = self;
        let (width, height) = (right - left, top - bottom);
        match () {
            () if height <= MAX_THICKNESS && width >= MIN_RULE => {
                Some(Rule::Across { at: 0.5 * (bottom + top), from: left, to: right })
            }
            () if width <= MAX_THICKNESS && height >= MIN_RULE => {
                Some(Rule::Down { at: 0.5 * (left + right), from: bottom, to: top })
            }
            () => None,
        }
    }

    fn is_square(self) -> bool {
        let (width, height) = (self.right - self.left, self.top - self.bottom);
        width < 1.5 * height && height < 1.5 * width
    }

    fn is_frame(self) -> bool {
        self.right - self.left >= MIN_RULE && self.top - self.bottom >= MIN_RULE
    }

    fn edges(self) -> [Rule; 4] {
        let Extent { left, bottom, right, top } = self;
        [
            Rule::Across { at: bottom, from: left, to: right },
            Rule::Across { at: top, from: left, to: right },
            Rule::Down { at: left, from: bottom, to: top },
            Rule::Down { at: right, from: bottom, to: top },
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(rectangle: [f64; 4], operator: &[u8]) -> Drawing {
        let mut drawing = Drawing::default();
        drawing.follow(b"re", &rectangle.map(Operand::Number), Matrix::IDENTITY);
        drawing.follow(operator, &[], Matrix::IDENTITY);
        drawing
    }

    #[track_caller]
    fn check(rectangle: [f64; 4], expect: bool) {
        let mut drawing = drawn(rectangle, b"f");
        let found = drawing.mark_before(100.0, 700.0, 10.0, 0);
        assert_eq!(found.is_some(), expect);
        assert!(drawing.mark_before(100.0, 700.0, 10.0, 0).is_none());
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
    fn a_rule_under_a_text_hides_no_mark() {
        let mut drawing = drawn([90.0, 702.0, 4.0, 4.0], b"S");
        drawing.follow(b"re", &[100.0, 698.0, 80.0, 1.0].map(Operand::Number), Matrix::IDENTITY);
        drawing.follow(b"f", &[], Matrix::IDENTITY);
        assert!(drawing.mark_before(100.0, 700.0, 10.0, 0).is_some());
    }

    #[test]
    fn what_is_only_clipped_is_not_drawn() {
        let mut drawing = drawn([90.0, 702.0, 4.0, 4.0], b"n");
        assert!(drawing.mark_before(100.0, 700.0, 10.0, 0).is_none());
        assert!(drawn([90.0, 702.0, 40.0, 1.0], b"n").rules().is_empty());
    }

    #[test]
    fn thin_shapes_are_rules_and_so_are_the_edges_of_frames() {
        let across = Rule::Across { at: 702.5, from: 90.0, to: 130.0 };
        assert_eq!(drawn([90.0, 702.0, 40.0, 1.0], b"f").rules(), [across]);
        assert_eq!(drawn([90.0, 702.0, 40.0, 40.0], b"S").rules().len(), 4);
        // A background.
        assert!(drawn([90.0, 702.0, 40.0, 40.0], b"f").rules().is_empty());
    }
}

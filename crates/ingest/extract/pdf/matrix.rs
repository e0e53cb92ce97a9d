//! Affine transformations of the plane, as content streams write them.

/// `[a b c d e f]`: `(x, y)` becomes `(ax + cy + e, bx + dy + f)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves what it is applied to.
    pub(super) fn translation(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Turns a page as it is shown, `degrees` clockwise, a multiple of 90.
    pub(super) fn turn(degrees: i64) -> Matrix {
        let [a, b, c, d] = match degrees.rem_euclid(360) {
            90 => [0.0, -1.0, 1.0, 0.0],
            180 => [-1.0, 0.0, 0.0, -1.0],
            270 => [0.0, 1.0, -1.0, 0.0],
            _ => [1.0, 0.0, 0.0, 1.0],
        };
        Matrix([a, b, c, d, 0.0, 0.0])
    }

    /// This, then `next`.
    pub(super) fn then(self, next: Matrix) -> Matrix {
        let ([a, b, c, d, e, f], [k, l, m, n, o, p]) = (self.0, next.0);
        Matrix([
            a * k + b * m,
            a * l + b * n,
            c * k + d * m,
            c * l + d * n,
            e * k + f * m + o,
            e * l + f * n + p,
        ])
    }

    /// Where a point goes.
    pub(super) fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How long a horizontal and a vertical unit become.
    pub(super) fn scales(self) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a.hypot(b), c.hypot(d))
    }

    /// The direction that a horizontal line takes, in whole degrees.
    pub(super) fn angle(self) -> i16 {
        let [a, b, ..] = self.0;
        let degrees = b.atan2(a).to_degrees().round();
        #[expect(clippy::cast_possible_truncation, reason = "it is within ±180")]
        let degrees = degrees as i16;
        if degrees == -180 { 180 } else { degrees }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_page_is_read_upright() {
        // Text that climbs a page which is shown turned by a quarter.
        let text = Matrix([0.0, 1.0, -1.0, 0.0, 100.0, 50.0]).then(Matrix::turn(90));
        assert_eq!(text.angle(), 0);
        assert_eq!(text.apply(0.0, 0.0), (50.0, -100.0));
    }

    #[test]
    fn what_comes_first_is_applied_first() {
        let scale = Matrix([2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
        let (x, y) = Matrix::translation(1.0, 0.0).then(scale).apply(0.0, 0.0);
        assert_eq!((x, y), (2.0, 0.0));
        assert_eq!(scale.then(scale).scales(), (4.0, 4.0));
    }
}

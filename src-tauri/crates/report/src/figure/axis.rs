//! Scales: from a value to its place, and the round values that are written beside them.

use entaku_domain::measure::plain_number;

/// A scale from the smallest to the largest value shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    least: f64,
    most: f64,
    log: bool,
}

/// About so many steps.
const STEPS: f64 = 5.0;
/// A linear scale that would press small values together gives way to a logarithmic one.
const WIDE: f64 = 20.0;

impl Axis {
    /// A linear scale between two values; a scale of no extent is given one.
    #[must_use]
    pub fn linear(least: f64, most: f64) -> Self {
        let (least, most) = (least.min(most), most.max(least));
        let most = if most > least { most } else { least + 1.0 };
        Self { least, most, log: false }
    }

    /// A linear scale that begins at nought (or below, for negative values) and ends at a round value.
    #[must_use]
    pub fn around(values: &[f64]) -> Self {
        let most = values.iter().copied().fold(0.0, f64::max);
        let least = values.iter().copied().fold(0.0, f64::min);
        let step = step(least, most);
        Self::linear((least / step).floor() * step, (most / step).ceil() * step)
    }

    /// As [`Axis::around`]; logarithmic where positive values differ by more than a linear scale shows.
    #[must_use]
    pub fn spanning(values: &[f64]) -> Self {
        let most = values.iter().copied().fold(f64::MIN, f64::max);
        let least = values.iter().copied().fold(f64::MAX, f64::min);
        if least > 0.0 && most / least > WIDE {
            return Self {
                least: 10f64.powf(least.log10().floor()),
                most: 10f64.powf(most.log10().ceil()),
                log: true,
            };
        }
        Self::around(values)
    }

    /// Whether equal steps multiply.
    #[must_use]
    pub fn is_log(self) -> bool {
        self.log
    }

    /// The place of a value from 0 to 1; values beyond the ends stand at the ends.
    #[must_use]
    pub fn at(self, value: f64) -> f32 {
        let share = if self.log {
            let (least, most) = (self.least.log10(), self.most.log10());
            (value.max(self.least).log10() - least) / (most - least)
        } else {
            (value - self.least) / (self.most - self.least)
        };
        let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
        #[expect(clippy::cast_possible_truncation, reason = "a share of a drawing's width")]
        let place = share as f32;
        place
    }

    /// Round values to write beside the scale.
    #[must_use]
    pub fn ticks(self) -> Vec<f64> {
        if self.log {
            let decades = (self.most / self.least).log10().round().clamp(1.0, 300.0);
            let every = (decades / STEPS).ceil();
            return counted((decades / every).floor())
                .map(|step| self.least * 10f64.powf(step * every))
                .collect();
        }
        let step = step(self.least, self.most);
        let first = (self.least / step).ceil();
        let count = ((self.most / step + 1e-9).floor() - first).clamp(0.0, 20.0);
        counted(count).map(|number| (first + number) * step).collect()
    }
}

/// 0, 1, … up to a whole number that is not large.
fn counted(last: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(0.0), |one| Some(one + 1.0)).take_while(move |one| *one <= last)
}

/// A round step that parts the extent into about [`STEPS`].
fn step(least: f64, most: f64) -> f64 {
    let extent = most - least;
    if !extent.is_finite() || extent <= 0.0 {
        return 1.0;
    }
    let rough = extent / STEPS;
    let decade = 10f64.powf(rough.log10().floor());
    let round = [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| factor * decade >= rough * 0.999);
    let step = round.unwrap_or(10.0) * decade;
    if step > 0.0 && step.is_finite() { step } else { 1.0 }
}

/// A number as figures write it: never longer than a few characters.
#[must_use]
pub fn number(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(0.001..1e6).contains(&size) { format!("{value:.1e}") } else { plain_number(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_values_stand_on_the_scale() {
        assert_eq!(Axis::linear(0.0, 100.0).ticks(), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(Axis::around(&[8.4]).ticks(), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(Axis::around(&[-1.5, 0.6]).ticks(), [-1.5, -1.0, -0.5, 0.0, 0.5, 1.0]);
        let log = Axis::spanning(&[2.0, 90.0]);
        assert!(log.is_log());
        assert_eq!(log.ticks(), [1.0, 10.0, 100.0]);
    }

    #[test]
    fn no_value_leaves_the_scale_and_none_is_nowhere() {
        for values in [
            vec![],
            vec![0.0],
            vec![-3.0, -3.0],
            vec![1e300, 1e-300],
            vec![f64::MAX, f64::MIN],
            vec![f64::NAN],
            vec![f64::INFINITY, 1.0],
            vec![5e-324],
        ] {
            for axis in [Axis::around(&values), Axis::spanning(&values)] {
                assert!(axis.ticks().len() <= 21, "{values:?}: {} ticks", axis.ticks().len());
                for value in values.iter().chain(&axis.ticks()) {
                    let place = axis.at(*value);
                    assert!((0.0..=1.0).contains(&place), "{values:?}: {value} at {place}");
                }
            }
        }
    }

    #[test]
    fn numbers_stay_short() {
        for (value, words) in [(8.4, "8.4"), (-1.5, "-1.5"), (0.0, "0"), (1e300, "1.0e300"), (2e-9, "2.0e-9")]
        {
            assert_eq!(number(value), words);
        }
    }
}

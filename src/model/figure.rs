//! Figures as the file writes them.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A figure that is shown as it was written, but for zeros at its end. A number that cannot be held
/// like this, as an integer of twenty digits, is no figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure(f64);

impl Figure {
    /// All whole numbers below it are numbers of their own; from here on some are rounded to others: 2 to the
    /// power of 53.
    pub const EXACT: f64 = 9_007_199_254_740_992.0;

    /// The nearest number to calculate with.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }

    /// Reads a number; `None` if it cannot be held exactly.
    #[must_use]
    pub fn parse(text: &str) -> Option<Figure> {
        let value: f64 = text.parse().ok()?;
        let exact = value.is_finite() && digits(text) == digits(&value.to_string());
        exact.then_some(Figure(value))
    }
}

impl From<f64> for Figure {
    fn from(value: f64) -> Figure {
        Figure(value)
    }
}

/// Writes the shortest digits that stand for this figure alone.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// By how much a figure is larger than another, of both as they are written: 0.3 less 0.1 is 0.2. Of two
/// that have too many digits between them, the first fifteen.
#[must_use]
pub fn difference(larger: f64, smaller: f64) -> f64 {
    exact_difference(&larger.to_string(), &smaller.to_string()).unwrap_or_else(|| {
        let rounded = format!("{:.14e}", larger - smaller);
        rounded.parse().unwrap_or_default()
    })
}

/// The same of decimals; none where whole numbers of their smallest digit become too large.
fn exact_difference(larger: &str, smaller: &str) -> Option<f64> {
    let parts = |text: &str| {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        (whole.to_owned(), fraction.to_owned())
    };
    let (larger, smaller) = (parts(larger), parts(smaller));
    let places = larger.1.len().max(smaller.1.len());
    let whole = |(whole, fraction): (String, String)| {
        format!("{whole}{fraction:0<places$}").parse::<i128>().ok()
    };
    let difference = whole(larger)?.checked_sub(whole(smaller)?)?;
    format!("{difference}e-{places}").parse().ok()
}

/// The digits of a number from the first to the last that is not zero, and the power of ten by which
/// `0.DIGITS` is multiplied.
fn digits(text: &str) -> (String, i64) {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let mantissa = mantissa.trim_start_matches('-');
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_start_matches('0');
    let leading = all.len() - digits.len();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return (String::new(), 0);
    }
    let point = i64::try_from(whole.len()).unwrap_or(i64::MAX);
    let leading = i64::try_from(leading).unwrap_or(i64::MAX);
    let exponent = exponent.parse().unwrap_or(i64::MAX);
    let power = (point - leading).saturating_add(exponent);
    (digits.to_owned(), power)
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Figure, D::Error> {
        // The text of the number: as an `f64` it would be rounded already.
        let written = Box::<RawValue>::deserialize(json)?;
        let figure = Figure::parse(written.get());
        figure.ok_or_else(|| D::Error::custom("a number that cannot be held"))
    }
}

/// Whole figures are written without a point.
impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_minus_zero = self.0 == 0.0 && self.0.is_sign_negative();
        if self.0.fract() == 0.0 && self.0.abs() <= Figure::EXACT && !is_minus_zero {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "it is whole and within bounds"
            )]
            return serializer.serialize_i64(self.0 as i64);
        }
        serializer.serialize_f64(self.0)
    }
}

impl JsonSchema for Figure {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Figure".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        f64::json_schema(generator)
    }
}

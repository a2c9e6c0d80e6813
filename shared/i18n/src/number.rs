//! Numbers and file sizes as each language writes them.

use fluent_bundle::FluentValue;

use crate::{Language, Tr};

/// A whole number in groups of three; anything else is left to Fluent.
#[expect(clippy::cast_possible_truncation, reason = "the fraction is checked to be nought")]
pub fn grouped(value: &FluentValue<'_>, separator: &str) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    (number.value.fract() == 0.0).then(|| group(number.value as i64, separator))
}

fn group(number: i64, separator: &str) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "−" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

impl Tr {
    /// A file's size: `845 kB`, `1.4 MB`. Decimal units, as the systems people compare it with show it.
    #[must_use]
    pub fn size(self, bytes: u64) -> String {
        // To the nearest.
        self.rounded(bytes, |bytes, unit| bytes.saturating_add(unit / 2) / unit)
    }

    /// The most bytes that something may have, written like a size and never as more than it is.
    #[must_use]
    pub fn size_limit(self, bytes: u64) -> String {
        self.rounded(bytes, |bytes, unit| bytes / unit)
    }

    /// A size, in the units that this says how many there are of.
    fn rounded(self, bytes: u64, units: impl Fn(u64, u64) -> u64) -> String {
        const UNITS: [&str; 3] = ["size-kilo", "size-mega", "size-giga"];
        if bytes < 1000 {
            return self.t_with("size-bytes", &[("n", bytes.into())]);
        }
        // Whole numbers throughout: no float decides what is shown.
        let round = |unit: u64, parts: u64| units(bytes.saturating_mul(parts), unit);
        let (mut key, mut unit) = (0, 1000);
        while key + 1 < UNITS.len() && round(unit, 1) >= 1000 {
            (key, unit) = (key + 1, unit * 1000);
        }
        let tenths = round(unit, 10);
        let text = if tenths >= 100 || tenths % 10 == 0 {
            round(unit, 1).to_string()
        } else {
            let comma = if self.language() == Language::En { '.' } else { ',' };
            format!("{}{comma}{}", tenths / 10, tenths % 10)
        };
        self.t_with(UNITS[key], &[("n", text.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_as_people_write_them() {
        let en = Tr::new(Language::En);
        let sizes = [1, 999, 1000, 1449, 10_000, 999_499, 999_500, 1_000_000, 64 << 20, 5 << 30];
        let texts = sizes.map(|size| en.size(size));
        let expected =
            ["1 byte", "999 bytes", "1 kB", "1.4 kB", "10 kB", "999 kB", "1 MB", "1 MB", "67 MB", "5.4 GB"];
        assert_eq!(texts, expected);
        assert_eq!(Tr::new(Language::Nl).size(1_440_000), "1,4 MB");
        assert_eq!(Tr::new(Language::Fr).size(1_440_000), "1,4\u{A0}Mo");
    }

    /// E50: who sends a file of the size that is said is not refused.
    #[test]
    fn e50_a_limit_is_not_said_as_more_than_it_is() {
        let limits = [1 << 30, 5 << 30, 100 << 30, 64 << 20, 999_999];
        assert_eq!(
            limits.map(|limit| Tr::new(Language::En).size_limit(limit)),
            ["1 GB", "5.3 GB", "107 GB", "67 MB", "999 kB"]
        );
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(group(20_000, "."), "20.000");
        assert_eq!(group(-1_234_567, ","), "−1,234,567");
        assert_eq!(group(0, ","), "0");
    }
}

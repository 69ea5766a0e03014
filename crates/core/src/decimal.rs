//! Decimal numbers, read and written without the tables that `std` needs for every last digit: 15 kB of the site.

/// Decimals that are looked at; ten to their number is exact.
const DECIMALS: usize = 22;

/// Decimals that are written at most.
const WRITTEN: usize = 12;

fn power(decimals: usize) -> f64 {
    (0..decimals).fold(1.0, |power, _| power * 10.0)
}

/// The number that digits spell, with a full stop before decimals; nothing when they spell none.
///
/// The nearest there is as long as the digits together are below 2⁵³.
pub(crate) fn read(text: &str) -> Option<f64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = || whole.bytes().chain(decimals.bytes().take(DECIMALS));
    if digits().next().is_none() || !digits().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let number = digits().fold(0.0, |number, digit| number * 10.0 + f64::from(digit - b'0'));
    Some(number / power(decimals.len().min(DECIMALS)))
}

/// A number with that many decimals, rounded.
pub fn fixed(number: f64, decimals: usize) -> String {
    let scaled = (number.abs() * power(decimals)).round();
    if !scaled.is_finite() {
        return "inf".to_owned();
    }
    let (mut digits, mut rest) = (Vec::new(), scaled);
    while digits.len() <= decimals || rest >= 1.0 {
        if digits.len() == decimals && decimals > 0 {
            digits.push(b'.');
        }
        let left = (rest / 10.0).floor();
        let digit = (rest - left * 10.0).clamp(0.0, 9.0) as i32;
        digits.push(b'0' + digit.cast_unsigned() as u8);
        rest = left;
    }
    digits.extend((number < 0.0 && scaled > 0.0).then_some(b'-'));
    digits.iter().rev().map(|&digit| char::from(digit)).collect()
}

/// A number with as many decimals as it has, less what arithmetic has blurred.
pub fn plain(number: f64) -> String {
    let blur = number.abs() * 4e-16;
    let is_told = |decimals: usize| ((number * power(decimals)).round() / power(decimals) - number).abs() <= blur;
    fixed(number, (0..WRITTEN).find(|&decimals| is_told(decimals)).unwrap_or(WRITTEN))
}

#[cfg(test)]
mod tests {
    use super::{fixed, plain, read};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_std_reads_and_writes(whole in 0..1_000_000_000_u32, decimals in "[0-9]{0,5}") {
            let text = if decimals.is_empty() { whole.to_string() } else { format!("{whole}.{decimals}") };
            let number: f64 = text.parse().unwrap_or(f64::NAN);
            prop_assert_eq!(read(&text).map(f64::to_bits), Some(number.to_bits()));
            prop_assert_eq!(plain(-number), (0.0 - number).to_string());
            prop_assert_eq!(fixed(number, decimals.len()), text);
        }
    }

    #[test]
    fn odd_numbers() {
        assert_eq!(["", ".", "1.2.3", "1,5", "-1", "∞"].map(read), [None; 6]);
        assert_eq!([".5", "7.", "0.5"].map(read), [Some(0.5), Some(7.0), Some(0.5)]);
        assert!(read(&"9".repeat(400)).is_some_and(f64::is_infinite));
        assert_eq!(read(&format!("1.{}", "0".repeat(400))), Some(1.0));
        let written = [0.0, 0.05, 1e20, 0.1 + 0.2, f64::INFINITY].map(plain);
        assert_eq!(written, ["0", "0.05", "100000000000000000000", "0.3", "inf"]);
    }
}

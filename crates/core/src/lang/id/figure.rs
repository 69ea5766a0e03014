//! Indonesian for the figure layer.

use crate::figure::Grammar;
use crate::figure::number::{Numeral, Numerals};
use crate::lang::id::rows;

/// What the figure layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    Grammar::default()
}

/// The number words of Indonesian.
pub(crate) fn numerals() -> Numerals {
    Numerals::new(rows(include_str!("../../../data/id/numbers.tsv")).filter_map(|row| Some((row[0], numeral(&row)?))))
}

fn numeral(row: &[&str]) -> Option<Numeral> {
    let value = |column: usize| row.get(column).and_then(|text| text.parse::<f64>().ok());
    Some(match *row.get(1)? {
        "digit" => Numeral::Digit(value(2)?),
        "whole" => Numeral::Whole(value(2)?),
        "teen" => Numeral::Teen,
        "ten" => Numeral::Ten,
        "hundred" => Numeral::Hundred,
        "power" => Numeral::Power(value(2)?),
        "vague" => Numeral::Vague(value(2)?, value(3)?),
        "few" => Numeral::Few(value(2)?, value(3)?),
        "half" => Numeral::Half,
        "ordinal" => Numeral::Ordinal(value(2)?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::numerals;
    use crate::Document;
    use crate::figure::number::Numbers;
    use crate::text::document::Grammar;

    fn read(text: &str) -> Vec<f64> {
        let document = Document::new(&Grammar::default(), text);
        let numbers = Numbers::new(&numerals(), &document);
        let mut at = 0;
        let mut found = Vec::new();
        while at < document.tokens().len() {
            let number = numbers.at(at);
            at = number.map_or(at + 1, |number| number.end);
            found.extend(number.map(|number| number.value));
        }
        found
    }

    #[test]
    fn words_and_digits_give_the_number_they_mean() {
        for (text, value) in [
            ("dua puluh lima", 25.0),
            ("tiga belas", 13.0),
            ("seratus dua puluh", 120.0),
            ("dua ribu tujuh belas", 2017.0),
            ("tiga ratus lima puluh ribu", 350_000.0),
            ("175.000", 175_000.0),
            ("2,5 juta", 2_500_000.0),
            ("5.2", 5.2),
            ("sebelas", 11.0),
            ("seribu lima ratus", 1500.0),
        ] {
            assert_eq!(read(text), [value], "{text}");
        }
    }

    #[test]
    fn words_of_two_numbers_stay_apart() {
        assert_eq!(read("satu dua"), [1.0, 2.0]);
        assert_eq!(read("lima, sepuluh"), [5.0, 10.0]);
    }
}

//! Indonesian for the figure layer.

use crate::decimal;
use crate::figure::number::{Numeral, Numerals};
use crate::figure::phrase::Phrases;
use crate::figure::{Grammar, Precision, Role};
use crate::lang::id::{rows, statement};

/// What the figure layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    let words: Vec<_> = rows(include_str!("../../../data/id/figure-words.tsv")).collect();
    let own = words.iter().filter_map(|row| Some((row[0], role(row)?)));
    let nouns = statement::nouns().filter(|noun| statement::is_verb(noun)).map(|noun| (noun, Role::Noun));
    let suffixes = words.iter().filter(|row| row.get(1) == Some(&"suffix"));
    Grammar {
        words: Phrases::new(own.chain(nouns)),
        numerals: numerals(),
        suffixes: suffixes.map(|row| row[0]).collect(),
        is_verb: Some(statement::is_verb),
    }
}

fn role(row: &[&'static str]) -> Option<Role> {
    let unit = row.get(2).copied().unwrap_or_default();
    Some(match *row.get(1)? {
        "about" => Role::Cue(Precision::About),
        "at-least" => Role::Cue(Precision::AtLeast),
        "at-most" => Role::Cue(Precision::AtMost),
        "more" => Role::More,
        "before" => Role::Before(unit),
        "unit" => Role::Unit(unit),
        "letter" => Role::Letter(unit.parse().ok()?, row.get(3)?),
        "sort" => Role::Sort,
        "stop" => Role::Stop,
        "label" => Role::Label,
        "noun" => Role::Noun,
        "to" => Role::To,
        "round-ending" => Role::RoundEnding,
        _ => return None,
    })
}

/// The number words of Indonesian.
pub(crate) fn numerals() -> Numerals {
    Numerals::new(rows(include_str!("../../../data/id/numbers.tsv")).filter_map(|row| Some((row[0], numeral(&row)?))))
}

fn numeral(row: &[&str]) -> Option<Numeral> {
    let value = |column: usize| row.get(column).and_then(|text| decimal::read(text));
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
    use super::{grammar, numerals, role};
    use crate::Document;
    use crate::figure::number::Numbers;
    use crate::lang::id::rows;
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

    #[test]
    fn every_row_of_the_word_list_has_a_known_class() {
        for row in rows(include_str!("../../../data/id/figure-words.tsv")) {
            assert!(role(&row).is_some() || row.get(1) == Some(&"suffix"), "{row:?}");
        }
    }

    /// Each figure as "text = value[..high] unit".
    fn figures(text: &str) -> Vec<String> {
        let document = Document::new(&Grammar::default(), &format!("Judul\n\n{text}"));
        let found = crate::figure::find(&grammar(), &document, &[]);
        let high = |high: Option<f64>| high.map_or_else(String::new, |high| format!("..{high}"));
        let line = |f: &crate::figure::Figure| {
            format!("{} = {}{} {} {:?}", document.slice(f.span), f.value, high(f.high), f.unit, f.precision)
        };
        found.iter().map(line).collect()
    }

    #[test]
    fn figures_have_number_unit_and_precision() {
        for (text, figure) in [
            ("mengerahkan 175.000 tentara ke sana", "175.000 tentara = 175000 tentara Exact"),
            ("senilai Rp 2,5 miliar itu", "Rp 2,5 miliar = 2500000000 rp Exact"),
            ("naik 20 persen", "20 persen = 20 persen Exact"),
            ("turun 1,5% lagi", "1,5% = 1.5 persen Exact"),
            ("belasan rumah rusak", "belasan rumah = 11..19 rumah About"),
            ("ratusan ribu warga", "ratusan ribu warga = 100000..999000 warga About"),
            ("sedikitnya 15 rumah rusak", "15 rumah = 15 rumah AtLeast"),
            ("gempa magnitudo 5,2 terjadi", "magnitudo 5,2 = 5.2 magnitudo Exact"),
            ("cair Rp 30 T", "Rp 30 T = 30000000000000 rp Exact"),
            ("tuntut Rp16,6 M saja", "Rp16,6 M = 16600000000 rp Exact"),
            ("tuntut US$ 2 M", "US$ 2 = 2 usd Exact"),
            ("sekitar dua puluh orang", "dua puluh orang = 20 orang About"),
            ("12 unit rumah terbakar", "12 unit rumah = 12 rumah Exact"),
            ("10-15 rumah rusak", "10-15 rumah = 10..15 rumah Exact"),
            ("banyak tentaranya, 40 tentaranya gugur", "40 tentaranya = 40 tentara Exact"),
            ("ia punya satu cara, ± 2.000 m", "2.000 m = 2000 meter About"),
            ("2-3 juta orang", "2-3 juta orang = 2000000..3000000 orang Exact"),
            ("tidak lebih dari 30 siswa", "30 siswa = 30 siswa AtMost"),
            ("100 lebih warga mengungsi", "100 lebih warga = 100 warga AtLeast"),
            ("mulai dari Rp 60 juta saja", "Rp 60 juta = 60000000 rp AtLeast"),
            ("sembilan eks pegawai dituntut", "sembilan eks pegawai = 9 pegawai Exact"),
            ("naik tiga kali lipat", "tiga kali lipat = 3 kali lipat Exact"),
            ("empat golnya indah", "empat golnya = 4 gol Exact"),
            ("tiga menteri mundur", "tiga menteri = 3 menteri Exact"),
            ("dua tersangka ditahan", "dua tersangka = 2 tersangka Exact"),
        ] {
            assert_eq!(figures(text), [figure], "{text}");
        }
    }

    #[test]
    fn codes_scores_and_places_in_a_row_are_no_figures() {
        for text in [
            "penerbangan QZ 8501 hilang",
            "menang 2-1 atas lawan",
            "Pasal 27 undang-undang",
            "peringkat ke-23 dunia",
            "kata dia, Android 16 segera hadir",
            "ajang 2026 zona itu",
            "ajudannya 8 gitu",
            "dari 12 memilih pulang",
            "peringkat 301–400 dunia",
        ] {
            assert!(figures(text).is_empty(), "{text}: {:?}", figures(text));
        }
    }
}

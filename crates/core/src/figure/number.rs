//! Numbers as they are written: digits with their separators, number words, and both together.

use crate::decimal;
use crate::text::document::Document;
use crate::text::token::TokenKind;
use crate::text::word_map::WordMap;

/// What a number word does to the number around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Numeral {
    /// One to nine.
    Digit(f64),
    /// A number that stands for itself (ten, eleven, one hundred).
    Whole(f64),
    /// Adds ten to the digit before it.
    Teen,
    /// Multiplies the digit before it by ten.
    Ten,
    /// Multiplies what stands before it, below one thousand, by one hundred.
    Hundred,
    /// Multiplies the whole group before it.
    Power(f64),
    /// A number somewhere between two ends.
    Vague(f64, f64),
    /// A few: between two ends, and never multiplied by a digit.
    Few(f64, f64),
    /// One half.
    Half,
    /// A place in a row.
    Ordinal(f64),
}

/// Number words by their folded form.
#[derive(Clone, Debug, Default)]
pub struct Numerals {
    words: WordMap<Numeral>,
}

impl Numerals {
    /// Number words and what they do.
    pub fn new(words: impl IntoIterator<Item = (&'static str, Numeral)>) -> Self {
        Self { words: words.into_iter().collect() }
    }

    /// All number words.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Numeral)> {
        self.words.iter().map(|(word, numeral)| (word, *numeral))
    }

    /// What a folded word does, if it is a number word.
    pub fn get(&self, word: &str) -> Option<Numeral> {
        self.words.get(word).copied()
    }
}

/// A number read from a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The number, or its lower end.
    pub value: f64,
    /// The upper end of a vague number.
    pub high: Option<f64>,
    /// Whether it is written in digits.
    pub digits: bool,
    /// How many of them stand behind the decimal comma.
    pub decimals: usize,
    /// One past its last token.
    pub end: usize,
}

/// The numbers of one document.
pub struct Numbers<'a> {
    document: &'a Document,
    words: Vec<Option<Numeral>>,
}

impl<'a> Numbers<'a> {
    /// Looks every distinct word of `document` up once.
    pub fn new(numerals: &Numerals, document: &'a Document) -> Self {
        Self::of_words(document, document.words().values(&numerals.words).map(Option::<&Numeral>::copied).collect())
    }

    /// The numbers of a document whose distinct words do so, in the order of its vocabulary.
    pub(crate) fn of_words(document: &'a Document, words: Vec<Option<Numeral>>) -> Self {
        Self { document, words }
    }

    /// What token `at` does, if it is a number word.
    pub fn numeral(&self, at: usize) -> Option<Numeral> {
        let token = self.document.tokens().get(at)?;
        self.words.get(token.word.index()).copied().flatten()
    }

    /// The number that begins with token `at`.
    pub fn at(&self, at: usize) -> Option<Number> {
        let token = self.document.tokens().get(at)?;
        match token.kind {
            TokenKind::Number => self.digits(at).map(|number| self.powers(number)),
            TokenKind::Word => self.spelled(at),
            TokenKind::Punctuation => None,
        }
    }

    /// A number in digits, with full stops between groups of three and a comma before decimals.
    pub fn digits(&self, at: usize) -> Option<Number> {
        let first = self.digits_of(at)?;
        let mut end = at + 1;
        if first.len() <= 15 && !self.is_joined_sign(end, ".") && !self.is_joined_sign(end, ",") {
            let value = first.parse::<u64>().ok()? as f64;
            return Some(Number { value, high: None, digits: true, decimals: 0, end });
        }
        let mut text = first.to_owned();
        while text.len() <= 15 && self.is_joined_sign(end, ".") {
            match self.digits_of(end + 1) {
                Some(group) if group.len() == 3 && self.is_joined(end + 1) => text.push_str(group),
                _ => break,
            }
            end += 2;
        }
        let mut decimals = 0;
        let decimal = |sign| self.is_joined_sign(end, sign) && self.is_joined(end + 1);
        if let Some(part) = self.digits_of(end + 1).filter(|_| decimal(",") || (end == at + 1 && decimal("."))) {
            text.push('.');
            text.push_str(part);
            decimals = part.len();
            end += 2;
        }
        decimal::read(&text).map(|value| Number { value, high: None, digits: true, decimals, end })
    }

    fn digits_of(&self, at: usize) -> Option<&'a str> {
        let token = self.document.tokens().get(at).filter(|token| token.kind == TokenKind::Number)?;
        Some(self.document.slice(token.span))
    }

    fn is_joined(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|token| token.joined)
    }

    fn is_joined_sign(&self, at: usize, sign: &str) -> bool {
        self.document.tokens().get(at).is_some_and(|token| token.joined && self.document.slice(token.span) == sign)
    }

    /// Multiplies by the powers that follow ("2,5 juta").
    fn powers(&self, number: Number) -> Number {
        let mut number = number;
        while let Some(Numeral::Power(power)) = self.numeral(number.end) {
            number.value = times(number.value, power);
            number.high = number.high.map(|high| times(high, power));
            number.end += 1;
        }
        number
    }

    /// A number in words; each word must be of a lower order than the one before it.
    fn spelled(&self, at: usize) -> Option<Number> {
        let first = self.numeral(at)?;
        match first {
            Numeral::Vague(low, high) | Numeral::Few(low, high) => {
                return Some(self.powers(Number {
                    value: low,
                    high: Some(high),
                    digits: false,
                    decimals: 0,
                    end: at + 1,
                }));
            }
            Numeral::Half => return Some(Number { value: 0.5, high: None, digits: false, decimals: 0, end: at + 1 }),
            Numeral::Digit(_) | Numeral::Whole(_) => {}
            _ => return None,
        }
        let mut sum = Sum::default();
        let mut end = at;
        while let Some(next) = self.numeral(end).and_then(|numeral| sum.with(numeral)) {
            sum = next;
            end += 1;
        }
        let value = sum.total + sum.group + sum.digit;
        Some(Number { value, high: None, digits: false, decimals: 0, end })
    }
}

/// A number in words, as far as it has been read.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sum {
    /// Groups closed by a power.
    total: f64,
    /// The open group, below one thousand.
    group: f64,
    /// A digit that waits for its order.
    digit: f64,
    /// Orders from here on are taken.
    order: f64,
    /// Powers from here on are taken.
    power: f64,
}

impl Default for Sum {
    fn default() -> Self {
        Self { total: 0.0, group: 0.0, digit: 0.0, order: 1000.0, power: f64::INFINITY }
    }
}

impl Sum {
    /// This number with one more word, unless that word begins another number.
    fn with(self, numeral: Numeral) -> Option<Self> {
        let waiting = self.digit > 0.0;
        match numeral {
            Numeral::Digit(digit) if !waiting && self.order > 1.0 => Some(Self { digit, ..self }),
            Numeral::Teen if waiting && self.order > 10.0 => Some(self.close(self.digit + 10.0, 1.0)),
            Numeral::Ten if waiting && self.order > 10.0 => Some(self.close(self.digit * 10.0, 10.0)),
            Numeral::Hundred if waiting && self.order > 100.0 => Some(self.close(self.digit * 100.0, 100.0)),
            Numeral::Whole(whole) if !waiting && whole >= 1000.0 && self == Self::default() => {
                Some(Self { total: whole, power: whole, ..self })
            }
            Numeral::Whole(whole) if !waiting && whole >= 100.0 && self.order > 100.0 => Some(self.close(whole, 100.0)),
            Numeral::Whole(whole) if !waiting && whole < 100.0 && self.order > 10.0 => Some(self.close(whole, 1.0)),
            Numeral::Power(power) if self.group + self.digit > 0.0 && power < self.power => {
                let total = self.total + (self.group + self.digit) * power;
                Some(Self { total, power, ..Self::default() })
            }
            _ => None,
        }
    }

    fn close(self, value: f64, order: f64) -> Self {
        Self { group: self.group + value, digit: 0.0, order, ..self }
    }
}
/// A product that is whole where the decimals told make it so: 4,15 milliards are 4,150,000,000.
pub(super) fn times(number: f64, power: f64) -> f64 {
    const NOISE: f64 = 1e-12;
    let product = number * power;
    let whole = product.round();
    if (product - whole).abs() <= NOISE * product.abs() { whole } else { product }
}

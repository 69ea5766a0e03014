//! What a figure looks like: cue, unit before, number or range, unit behind.

use crate::figure::number::{self, Number, Numbers, Numeral};
use crate::figure::phrase::PhrasesIn;
use crate::figure::{Figure, Grammar, Precision, Role};
use crate::text::document::Document;
use crate::text::token::{Token, TokenKind, is_dash};

/// Letters of a short form that names what is counted.
const SHORT: std::ops::RangeInclusive<usize> = 3..=5;

/// A document with all that figures are read by.
pub(super) struct Reader<'a> {
    pub document: &'a Document,
    pub numbers: Numbers<'a>,
    pub words: PhrasesIn<'a, Role>,
    pub grammar: &'a Grammar,
}

/// A number or a range of numbers.
struct Quantity {
    value: f64,
    high: Option<f64>,
    about: bool,
    digits: bool,
    end: usize,
}

impl Reader<'_> {
    /// The figure that begins with token `at`, and one past its last token.
    pub fn figure(&self, at: usize) -> Option<(Figure, usize)> {
        let before = self.words.read(at, |role| if let Role::Before(unit) = role { Some(*unit) } else { None });
        let start = before.map_or(at, |(_, end)| end);
        let quantity = self.quantity(start)?;
        let quantity = before.and_then(|(unit, _)| self.lettered(&quantity, unit)).unwrap_or(quantity);
        if self.is_code(at, start, before.is_some()) || self.has_role(at, |role| *role == Role::Label) {
            return None;
        }
        if before.is_none() && (self.is_year(start, &quantity) || self.is_named(at, &quantity)) {
            return None;
        }
        let one_of_many = !quantity.digits && quantity.value <= 1.0 && self.known_unit(quantity.end).is_none();
        if one_of_many {
            return None;
        }
        let more = self.words.read(quantity.end, |role| (*role == Role::More).then_some(()));
        let after_more = more.map_or(quantity.end, |((), end)| end);
        let (unit, end) = match before {
            Some((unit, _)) => (unit.to_owned(), quantity.end),
            None => self.unit(after_more).or_else(|| self.bare(&quantity, at))?,
        };
        let cue = self.role_before(at, |role| if let Role::Cue(precision) = role { Some(*precision) } else { None });
        let own = if quantity.about { Precision::About } else { Precision::Exact };
        let told = cue.map_or(own, |(precision, _)| precision);
        let precision = if more.is_some() { Precision::AtLeast } else { told };
        let end = end.max(quantity.end);
        let span = self.document.span_of(at..end);
        let hedged = self.document.span_of(cue.map_or(at, |(_, from)| from)..end);
        Some((Figure { span, hedged, value: quantity.value, high: quantity.high, precision, unit }, end))
    }

    fn quantity(&self, at: usize) -> Option<Quantity> {
        let first = self.numbers.at(at).filter(|_| !matches!(self.numbers.numeral(at), Some(Numeral::Few(..))))?;
        if let Some(last) = self.range_end(first) {
            let power = if last.value > first.value { power_of(self, last.end) } else { 1.0 };
            let high = Some(last.value).filter(|&high| high > first.value * power)?;
            return Some(Quantity {
                value: first.value * power,
                high: Some(high),
                about: false,
                digits: first.digits,
                end: last.end,
            });
        }
        let (value, high, end) = match self.numbers.numeral(first.end) {
            Some(Numeral::Vague(low, _)) if first.digits => (first.value * low, None, first.end + 1),
            _ => (first.value, first.high, first.end),
        };
        let round = self.is_sign(end, "-")
            && self.words.read(end + 1, |role| (*role == Role::RoundEnding).then_some(())).is_some();
        let about = high.is_some() || round || end > first.end;
        Some(Quantity { value, high, about, digits: first.digits, end: if round { end + 2 } else { end } })
    }

    /// A sum of money in digits with the capital behind that multiplies it ("Rp 30 T").
    fn lettered(&self, quantity: &Quantity, money: &str) -> Option<Quantity> {
        let power = |role: &Role| match role {
            Role::Letter(power, unit) if *unit == money => Some(*power as f64),
            _ => None,
        };
        let (power, end) = self.words.read(quantity.end, power)?;
        let capital = self.text(quantity.end).chars().all(char::is_uppercase);
        let joins = |token: &Token| token.joined && token.kind != TokenKind::Punctuation;
        let alone = quantity.digits && capital && !self.document.tokens().get(end).is_some_and(joins);
        let raised = |value: f64| number::times(value, power);
        alone.then(|| Quantity { value: raised(quantity.value), high: quantity.high.map(raised), end, ..*quantity })
    }

    /// The number that ends a range begun by `first`.
    fn range_end(&self, first: Number) -> Option<Number> {
        let dash = if is_dash(self.text(first.end)) { Some(first.end + 1) } else { None };
        let to = self.words.read(first.end, |role| (*role == Role::To).then_some(()));
        let last = self.numbers.at(dash.or(to.map(|((), end)| end))?)?;
        (first.high.is_none() && last.high.is_none() && last.digits == first.digits).then_some(last)
    }

    fn text(&self, at: usize) -> &str {
        self.document.tokens().get(at).map_or("", |token| self.document.slice(token.span))
    }

    fn is_sign(&self, at: usize, sign: &str) -> bool {
        self.text(at) == sign
    }

    fn is_joined(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|token| token.joined)
    }

    /// Whether the number is part of a code, a score, a fraction or a longer number.
    fn is_code(&self, at: usize, start: usize, unit_before: bool) -> bool {
        let glued = |sign: usize| {
            self.is_joined(sign) && ["-", "/", ".", ":", "_", "+", "–"].iter().any(|s| self.is_sign(sign, s))
        };
        let word = at > 0
            && self.is_joined(at)
            && self.document.tokens().get(at - 1).is_some_and(|token| token.kind != TokenKind::Punctuation);
        let ends_range = || at > 1 && self.document.tokens()[at - 2].kind == TokenKind::Number;
        let before = at > 0 && self.is_joined(at) && glued(at - 1) && (!self.is_sign(at - 1, "–") || ends_range());
        let end = self.numbers.at(start).map_or(start, |number| number.end);
        let number_behind = self.document.tokens().get(end + 1).is_some_and(|token| token.kind == TokenKind::Number);
        let behind = glued(end) && self.is_joined(end + 1) && number_behind && self.range_is_score(start);
        word || before || (behind && !unit_before)
    }

    /// Four digits in one piece that look like a year.
    fn is_year(&self, at: usize, quantity: &Quantity) -> bool {
        let token = self.document.tokens().get(at);
        let four = token.is_some_and(|token| token.span.len() == 4) && quantity.end == at + 1;
        quantity.digits && four && (1900.0..2100.0).contains(&quantity.value)
    }

    /// A number behind a name ("Android 16"), unless a well-known unit follows, or the capital is that of a cue or of the first word.
    fn is_named(&self, at: usize, quantity: &Quantity) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.document.tokens().get(before)) else {
            return false;
        };
        let name = self.document.slice(before.span).chars().next().is_some_and(char::is_uppercase);
        let title = self.document.paragraphs().first().is_some_and(|line| line.tokens.contains(&at));
        let first = || self.begins(at - 1) && !self.is_short_form(quantity.end);
        let plain = || first() || self.has_role(at, |role| matches!(role, Role::Cue(_)));
        quantity.digits && name && !title && !plain() && self.known_unit(quantity.end).is_none()
    }

    /// Whether a word is one of the first two of its sentence, or the first behind a date line ("JAKARTA - Sebanyak") or a quotation mark.
    fn begins(&self, at: usize) -> bool {
        let sentence = self.document.sentences().get(self.document.sentence_of(at));
        let first = sentence.is_some_and(|sentence| sentence.tokens.start + 1 >= at);
        let sign = |sign: &&str| at > 0 && self.is_sign(at - 1, sign);
        first || ["-", "–", "—", "\"", "“"].iter().any(sign)
    }

    /// Whether "2-1" at `at` has no unit behind it.
    fn range_is_score(&self, at: usize) -> bool {
        self.quantity(at).is_none_or(|quantity| quantity.high.is_none() || self.unit(quantity.end).is_none())
    }

    /// The unit behind a number: a known one, or the word that names what is counted.
    fn unit(&self, at: usize) -> Option<(String, usize)> {
        if let Some(known) = self.known_unit(at) {
            return Some(known);
        }
        let sort = self.words.read(at, |role| (*role == Role::Sort).then_some(()));
        if let Some(((), end)) = sort {
            let noun = if self.is_short_form(end) { None } else { self.noun(end) };
            return Some(noun.unwrap_or_else(|| (self.folded(at), end)));
        }
        self.noun(at)
    }

    fn known_unit(&self, at: usize) -> Option<(String, usize)> {
        let known = self.words.read(at, |role| if let Role::Unit(unit) = role { Some(*unit) } else { None });
        known.map(|(unit, end)| (unit.to_owned(), end))
    }

    /// `word` less an ending that does not belong to it, if a word is left.
    fn without_suffix(&self, word: &str) -> String {
        let stem =
            self.grammar.suffixes.iter().find_map(|suffix| word.strip_suffix(suffix)).filter(|stem| stem.len() > 2);
        stem.unwrap_or(word).to_owned()
    }

    /// Whether a word has the form of a verb and is no noun that is told.
    fn is_verb(&self, at: usize) -> bool {
        let formed = self.grammar.is_verb.is_some_and(|is_verb| is_verb(&self.folded(at)));
        formed && self.words.read(at, |role| matches!(role, Role::Noun | Role::Unit(_)).then_some(())).is_none()
    }

    fn folded(&self, at: usize) -> String {
        self.document.tokens().get(at).map_or_else(String::new, |token| self.document.folded(token).to_owned())
    }

    /// A common noun: a small word that can name what is counted, or a short form in capitals ("5 KPM"); in a headline a great word too.
    fn noun(&self, at: usize) -> Option<(String, usize)> {
        let token = self.document.tokens().get(at).filter(|token| token.kind == TokenKind::Word)?;
        let text = self.document.slice(token.span);
        let small = text.chars().all(|c| c.is_lowercase() || c == '\'');
        let title = self.document.paragraphs().first().is_some_and(|line| line.tokens.contains(&at));
        let stop = |role: &Role| matches!(role, Role::Stop | Role::Cue(_) | Role::Label);
        let known = self.words.read(at, |role| stop(role).then_some(())).is_some();
        (!known
            && (small || self.is_short_form(at) || title)
            && text.chars().count() > 1
            && self.numbers.numeral(at).is_none()
            && !self.is_verb(at))
        .then(|| (self.without_suffix(&self.folded(at)), at + 1))
    }

    /// Whether a short form in capitals stands at `at`, apart from the number before it but in its line.
    fn is_short_form(&self, at: usize) -> bool {
        let Some(token) = self.document.tokens().get(at).filter(|token| token.kind == TokenKind::Word) else {
            return false;
        };
        let text = self.document.slice(token.span);
        let gap = self.document.slice(self.document.span_of(at.saturating_sub(1)..at + 1));
        let capitals = SHORT.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase());
        capitals && !token.joined && !gap.contains('\n')
    }

    /// A large number in digits, or one that a cue marks, may stand without a unit.
    fn bare(&self, quantity: &Quantity, at: usize) -> Option<(String, usize)> {
        let marked = self.has_role(at, |role| matches!(role, Role::Cue(_)));
        (quantity.digits && (marked || quantity.value >= 10_000.0)).then(|| (String::new(), quantity.end))
    }

    /// Whether a phrase that ends before token `at` has a role that `fits`.
    fn has_role(&self, at: usize, fits: impl Fn(&Role) -> bool) -> bool {
        self.role_before(at, |role| fits(role).then_some(())).is_some()
    }

    /// What is picked of the role of a phrase that ends before token `at`, and where the phrase begins.
    fn role_before<T>(&self, at: usize, pick: impl Fn(&Role) -> Option<T>) -> Option<(T, usize)> {
        (1..=4).rev().find_map(|back| {
            let from = at.checked_sub(back)?;
            self.words.read(from, &pick).filter(|&(_, end)| end == at).map(|(found, _)| (found, from))
        })
    }
}

/// The power word before token `end`, which both ends of "2-3 million" share.
fn power_of(reader: &Reader, end: usize) -> f64 {
    match end.checked_sub(1).and_then(|last| reader.numbers.numeral(last)) {
        Some(Numeral::Power(power)) => power,
        _ => 1.0,
    }
}

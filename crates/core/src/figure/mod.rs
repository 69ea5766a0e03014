//! Numbers with their unit: counts, sums of money, percentages, measures.

pub mod number;
pub mod phrase;
mod rule;

use serde::{Deserialize, Serialize};

use crate::figure::number::{Numbers, Numerals};
use crate::figure::phrase::Phrases;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::time::expression::Timex;

/// How exactly a figure is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// Just this number.
    #[default]
    Exact,
    /// About this number, or a vague one ("belasan", "ratusan").
    About,
    /// This number or more.
    AtLeast,
    /// This number or less.
    AtMost,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Number and unit together.
    pub span: Span,
    /// The same with the words in front that tell how exactly it is meant ("sekitar 20 rumah").
    pub hedged: Span,
    /// The number, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range or of a vague number.
    pub high: Option<f64>,
    /// How exactly it is meant.
    pub precision: Precision,
    /// The unit as a folded word or sign ("tentara", "persen", "rp"); empty when there is none.
    pub unit: String,
}

/// What a word near a number does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Tells how exactly the number behind it is meant.
    Cue(Precision),
    /// Tells, behind the number, that it is more.
    More,
    /// A unit that stands before its number, by its canonical name.
    Before(&'static str),
    /// A capital that multiplies a sum of that money.
    Letter(u64, &'static str),
    /// A unit that has a canonical name.
    Unit(&'static str),
    /// Counts things of the sort named next.
    Sort,
    /// Never a unit.
    Stop,
    /// The number behind it counts nothing.
    Label,
    /// A noun that begins as verbs do.
    Noun,
    /// Between the two ends of a range.
    To,
    /// Ending of a round number.
    RoundEnding,
}

/// What the figure layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// The words around numbers.
    pub words: Phrases<Role>,
    /// The number words.
    pub numerals: Numerals,
    /// Endings of a noun that do not belong to the unit ("-nya").
    pub suffixes: Vec<&'static str>,
    /// Whether a folded word has the form of a verb, which counts nothing unless it is told to be a noun.
    pub is_verb: Option<fn(&str) -> bool>,
}

/// Finds the figures of a document, outside of its times and furniture, in order and without overlap.
pub fn find(grammar: &Grammar, document: &Document, times: &[Timex]) -> Vec<Figure> {
    let reader = rule::Reader {
        document,
        numbers: Numbers::new(&grammar.numerals, document),
        words: grammar.words.over(document),
        grammar,
    };
    let mut figures = Vec::new();
    let mut times = times.iter().peekable();
    let mut at = 0;
    while let Some(token) = document.tokens().get(at) {
        while times.next_if(|time| time.span.end() <= token.span.start()).is_some() {}
        let next_time = times.peek().map_or(usize::MAX, |time| time.span.start());
        let found = (next_time > token.span.start()).then(|| reader.figure(at)).flatten();
        match found.filter(|(figure, _)| figure.span.end() <= next_time && !document.in_furniture(figure.span.start()))
        {
            Some((figure, end)) => {
                figures.push(figure);
                at = end;
            }
            None => at = reader.numbers.at(at).map_or(at + 1, |number| number.end),
        }
    }
    figures
}

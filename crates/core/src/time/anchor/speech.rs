//! On which day something was said: "yesterday" inside a quotation is counted from that day.

use chrono::NaiveDate;

use crate::time::calendar::Stretch;
use crate::time::expression::Timex;
use crate::time::lexeme::Lexeme;
use crate::time::meaning::{Meaning, Moment, Place};
use crate::time::reading::Reading;
use crate::time::rule::Found;
use crate::time::value::day_of;

/// The days on which something was said, and what is quoted.
#[derive(Clone)]
pub(super) struct Speech {
    /// For each token whether it stands inside quotation marks.
    quoted: Vec<bool>,
    /// The first tokens of the paragraphs.
    paragraphs: Vec<usize>,
    /// Which of the expressions found tell such a day, by their first token.
    said: Vec<usize>,
    /// Which tell a day at the end of a sentence, of saying or of happening.
    closing: Vec<usize>,
    /// The days, with the paragraph they stand in.
    days: Vec<(usize, NaiveDate)>,
}

impl Speech {
    /// Looks for the days; they are not worked out yet.
    pub fn new(reading: &Reading, found: &[Found]) -> Self {
        let document = reading.document;
        let paragraphs = document.paragraphs().iter().map(|line| line.tokens.start).collect();
        let closing: Vec<&Found> = found.iter().filter(|found| closes_sentence(reading, found)).collect();
        let starts = |found: &[&Found]| found.iter().map(|found| found.tokens.start).collect();
        let said: Vec<&Found> = closing.iter().copied().filter(|found| is_said(reading, found)).collect();
        Self { quoted: quoted(reading), paragraphs, said: starts(&said), closing: starts(&closing), days: Vec::new() }
    }

    /// The same with the days worked out; days more than a week from publication are left out.
    pub fn with_days(&self, found: &[Found], times: &[Timex], published: Option<NaiveDate>) -> Self {
        let near = |day: &NaiveDate| published.is_none_or(|published| (0..=7).contains(&(published - *day).num_days()));
        let said = found.iter().zip(times).filter(|(found, _)| self.closing.binary_search(&found.tokens.start).is_ok());
        let days = said
            .filter_map(|(found, time)| {
                let day = day_of(&time.value).filter(near)?;
                Some((self.paragraph(found.tokens.start), day))
            })
            .collect();
        Self { days, ..self.clone() }
    }

    /// Whether an expression tells when something was said.
    pub fn is_said(&self, found: &Found) -> bool {
        self.said.binary_search(&found.tokens.start).is_ok()
    }

    /// The day on which the words at token `at` were said, if they are quoted.
    pub fn day_of(&self, at: usize) -> Option<Stretch> {
        self.is_quoted(at).then_some(())?;
        let here = self.paragraph(at);
        let next = self.days.partition_point(|(paragraph, _)| *paragraph < here);
        let after = self.days.get(next).filter(|(paragraph, _)| *paragraph <= here + 2);
        let before = next.checked_sub(1).and_then(|index| self.days.get(index));
        after.or(before).map(|(_, day)| Stretch::day(*day))
    }

    /// Whether token `at` stands inside quotation marks.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or(false)
    }

    fn paragraph(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|start| *start <= at)
    }
}

/// Tokens that may follow the day of a saying in its sentence: where it was read, or in what rite.
const TAIL: usize = 10;

/// "… in Jakarta, Tuesday (10/6)": a day at the end of its sentence, behind a comma; behind what is
/// quoted a few more words may follow ("as the agency told").
fn closes_sentence(reading: &Reading, found: &Found) -> bool {
    let Meaning::At(Moment { place: Place::Day { .. } | Place::Weekday(_), .. }) = found.meaning else { return false };
    let document = reading.document;
    let Some(sentence) = document.sentences().get(document.sentence_of(found.tokens.start)) else { return false };
    let comma = found.tokens.start > 0 && reading.is_sign(found.tokens.start - 1, ",");
    let is_last = found.tokens.end + 2 >= sentence.tokens.end;
    let quote = |at: usize| is_quote(reading.text(at));
    let behind_quote = || {
        let tail = found.tokens.end..sentence.tokens.end;
        tail.len() <= TAIL && !tail.into_iter().any(quote) && (sentence.tokens.start..found.tokens.start).any(quote)
    };
    comma && (is_last || behind_quote())
}

/// Whether it tells when something was said: it closes its sentence, and a quotation mark or a word
/// for saying stands before it.
pub(crate) fn is_said(reading: &Reading, found: &Found) -> bool {
    let document = reading.document;
    let Some(sentence) = document.sentences().get(document.sentence_of(found.tokens.start)) else { return false };
    let from = sentence.tokens.start.max(found.tokens.start.saturating_sub(40));
    let said = |at: usize| is_quote(reading.text(at)) || reading.is(at, Lexeme::Said).is_some();
    closes_sentence(reading, found) && (from..found.tokens.start).any(said)
}

fn is_quote(sign: &str) -> bool {
    matches!(sign, "\"" | "“" | "”" | "″")
}

/// Whether each token stands inside quotation marks; a paragraph begins outside of them.
fn quoted(reading: &Reading) -> Vec<bool> {
    let mut quoted = vec![false; reading.document.tokens().len()];
    for paragraph in reading.document.paragraphs() {
        let mut inside = false;
        for at in paragraph.tokens.clone() {
            match if reading.is_word(at) { "" } else { reading.text(at) } {
                "“" => inside = true,
                "”" => inside = false,
                "\"" | "″" => inside = !inside,
                _ => {}
            }
            if let Some(slot) = quoted.get_mut(at) {
                *slot = inside;
            }
        }
    }
    quoted
}

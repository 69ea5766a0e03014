//! Units of reporting: sentences without their dateline, joined where a quotation runs over their boundary.

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::quotation::Quotation;
use crate::statement::reader::Reader;

/// A sentence, or several that one quotation holds together.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub tokens: Range<usize>,
    /// Its quotations, as indices.
    pub quotations: Range<usize>,
    /// The paragraph it ends in.
    pub paragraph: usize,
    /// Whether it is the article's headline.
    pub headline: bool,
}

/// The units of the article's own body, in order.
pub(crate) fn split(reader: &Reader, quotations: &[Quotation]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut next = 0;
    let mut holds_until = 0;
    for (tokens, paragraph) in sentences(reader) {
        let first = next;
        let glued = tokens.start < holds_until;
        while let Some(quotation) = quotations.get(next).filter(|q| q.outer.start < tokens.end) {
            holds_until = quotation.outer.end;
            next += 1;
        }
        if let Some(unit) = units.last_mut().filter(|_| glued) {
            unit.tokens.end = tokens.end;
            unit.quotations.end = next;
            unit.paragraph = paragraph;
        } else {
            let headline = is_headline(reader, &tokens, paragraph);
            units.push(Unit { tokens, quotations: first..next, paragraph, headline });
        }
    }
    units
}

/// Whether these tokens are the first line, a title with no full stop.
fn is_headline(reader: &Reader, tokens: &Range<usize>, paragraph: usize) -> bool {
    let last = tokens.end.saturating_sub(1);
    paragraph == 0 && reader.document.paragraphs().len() > 1 && !reader.is(last, ".")
}

/// The sentences outside furniture, cut also where no space follows a full stop, each with its paragraph.
fn sentences(reader: &Reader) -> Vec<(Range<usize>, usize)> {
    let mut sentences = Vec::new();
    let mut paragraph = usize::MAX;
    for sentence in reader.document.sentences() {
        if reader.in_furniture(sentence.tokens.start) {
            continue;
        }
        let opens = sentence.paragraph != paragraph;
        paragraph = sentence.paragraph;
        let mut start = sentence.tokens.start;
        if opens {
            start = past_dateline(reader, &sentence.tokens);
        }
        for at in start + 1..sentence.tokens.end {
            if is_glued(reader, at, sentence.tokens.end) {
                sentences.push((start..at, paragraph));
                start = at;
            }
        }
        sentences.push((start..sentence.tokens.end, paragraph));
    }
    sentences
}

/// Whether a sentence begins at `at` although no space stands before it ("… Mei 2025.Direktur Bank …").
fn is_glued(reader: &Reader, at: usize, end: usize) -> bool {
    let stop = at - 1;
    if !(reader.joined(at) && reader.is(stop, ".") && reader.joined(stop)) {
        return false;
    }
    let long = |at: usize| reader.text(at).chars().nth(2).is_some();
    let lower = |at: usize| reader.text(at).chars().skip(1).any(char::is_lowercase);
    let before = stop.checked_sub(1).is_some_and(|before| {
        !reader.is_sign(before) && (!reader.is_word(before) || long(before) && lower(before)) || reader.is(before, ")")
    });
    let next = reader.is_capital(at) && long(at) && lower(at) && at + 1 < end && !reader.is(at + 1, ".");
    before && next
}

/// The first token after "Jakarta, Outlet -" at the head of a paragraph.
fn past_dateline(reader: &Reader, tokens: &Range<usize>) -> usize {
    const LONGEST: usize = 16;
    let head = tokens.start..tokens.end.min(tokens.start + LONGEST);
    let lowered =
        |at: usize| reader.is_word(at) && !reader.is_capital(at) && !reader.joined(at) && reader.time_end(at).is_none();
    for at in head.start + 1..head.end {
        if lowered(at) {
            break;
        }
        if is_dash(reader, at) && ends_dateline(reader, head.start, at) {
            return if is_dash(reader, at + 1) { at + 2 } else { at + 1 };
        }
    }
    past_names(reader, tokens)
}

fn is_dash(reader: &Reader, at: usize) -> bool {
    reader.is_sign(at) && matches!(reader.text(at), "-" | "–" | "—" | "|")
}

/// Whether the dash at `at` closes a dateline: a space beside it, or an outlet's name before it.
fn ends_dateline(reader: &Reader, start: usize, at: usize) -> bool {
    let spaced = !reader.joined(at) || !reader.joined(at + 1);
    let outlet = reader.name(at - 1).is_some_and(|name| name.kind == EntityKind::Organization);
    let domain = at >= start + 2 && reader.is(at - 2, ".");
    spaced || domain || outlet && reader.is_capital(at + 1)
}

/// Past an outlet and a place with no dash after them ("Liputan6.com, Jakarta Dosen …").
fn past_names(reader: &Reader, tokens: &Range<usize>) -> usize {
    let Some(outlet) = reader.name(tokens.start).filter(|name| name.kind == EntityKind::Organization) else {
        return tokens.start;
    };
    let place = outlet.tokens.end + 1;
    let kinds =
        reader.is_comma(outlet.tokens.end) && reader.name(place).is_some_and(|name| name.kind == EntityKind::Location);
    let end = reader.name(place).map_or(place, |name| name.tokens.end);
    if kinds && reader.is_capital(end) && end < tokens.end { end } else { tokens.start }
}

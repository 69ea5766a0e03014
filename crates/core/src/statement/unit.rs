//! Units of reporting: sentences, joined where a quotation runs over their boundary.

use std::ops::Range;

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
}

/// The units of the article's own body, in order.
pub(crate) fn split(reader: &Reader, quotations: &[Quotation]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut next = 0;
    let mut holds_until = 0;
    for sentence in reader.document.sentences() {
        if reader.in_furniture(sentence.tokens.start) {
            continue;
        }
        let first = next;
        let glued = sentence.tokens.start < holds_until;
        while let Some(quotation) = quotations.get(next).filter(|q| q.outer.start < sentence.tokens.end) {
            holds_until = quotation.outer.end;
            next += 1;
        }
        match units.last_mut().filter(|_| glued) {
            Some(unit) => {
                unit.tokens.end = sentence.tokens.end;
                unit.quotations.end = next;
                unit.paragraph = sentence.paragraph;
            }
            None => units.push(Unit {
                tokens: sentence.tokens.clone(),
                quotations: first..next,
                paragraph: sentence.paragraph,
            }),
        }
    }
    units
}

//! Pairing quotation marks, by paragraph and by what stands next to each mark; the glyph has only a second vote.

use std::ops::Range;

use crate::statement::grammar::Forms;
use crate::statement::reader::Reader;
use crate::text::paragraph::Paragraph;

/// An outermost pair of quotation marks, or half a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The tokens between the marks.
    pub inner: Range<usize>,
    /// The tokens with the marks.
    pub outer: Range<usize>,
    /// Whether both marks are there.
    pub paired: bool,
    /// Whether the marks are single ones.
    pub single: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    first: usize,
    end: usize,
    single: bool,
    side: Side,
}

/// The outermost quotations of a document in order, furniture left out.
pub(crate) fn pair(reader: &Reader) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut open: Option<usize> = None;
    for paragraph in reader.document.paragraphs() {
        if reader.in_furniture(paragraph.tokens.start) {
            continue;
        }
        let marks = marks(reader, paragraph);
        let mut pairing = Pairing::new(reader, paragraph);
        for (at, &mark) in marks.iter().enumerate() {
            pairing.take(mark, marks.get(at + 1..).unwrap_or_default());
        }
        pairing.finish();
        if let (Some(begun), Some(end)) = (open, pairing.orphan) {
            bridge(&mut quotations, begun, end);
        }
        open = match (open, marks.is_empty()) {
            (Some(begun), true) if quotations.len() == begun + 1 => Some(begun),
            _ if pairing.runs_on => (quotations.len() + pairing.found.len()).checked_sub(1),
            _ => None,
        };
        quotations.append(&mut pairing.found);
    }
    quotations
}

/// Ends the quotation that an earlier paragraph left open at the mark in `end`.
fn bridge(quotations: &mut [Quotation], begun: usize, end: Mark) {
    const LONGEST: usize = 600;
    let Some(quotation) = quotations.get_mut(begun) else { return };
    if end.first.saturating_sub(quotation.inner.start) < LONGEST {
        quotation.inner.end = end.first;
        quotation.outer.end = end.end;
        quotation.paired = true;
    }
}

/// Whether a sign is a double quotation mark.
pub(crate) fn is_double(sign: &str) -> bool {
    matches!(sign, "\"" | "“" | "”" | "„" | "‟" | "″" | "«" | "»" | "＂")
}

fn is_single(sign: &str) -> bool {
    matches!(sign, "'" | "‘" | "’" | "`" | "‹" | "›")
}

/// The quotation marks of a paragraph; two single marks that touch are a double one.
fn marks(reader: &Reader, paragraph: &Paragraph) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = paragraph.tokens.start;
    while at < paragraph.tokens.end {
        let sign = if reader.is_sign(at) { reader.text(at) } else { "" };
        let twice = is_single(sign) && reader.joined(at + 1) && reader.text(at + 1) == sign;
        let end = at + 1 + usize::from(twice);
        if is_double(sign) || is_single(sign) {
            let single = is_single(sign) && !twice;
            let side = side(reader, paragraph, at..end);
            if !is_inch(reader, at, side) {
                marks.push(Mark { first: at, end, single, side });
            }
        }
        at = end;
    }
    marks
}

/// A mark right after a number that may as well be a unit (7″).
fn is_inch(reader: &Reader, at: usize, side: Side) -> bool {
    let number = at > 0 && reader.joined(at) && reader.text(at - 1).ends_with(|c: char| c.is_ascii_digit());
    number && side != Side::Open && matches!(reader.text(at), "″" | "'" | "’")
}

fn side(reader: &Reader, paragraph: &Paragraph, mark: Range<usize>) -> Side {
    let opens_bracket = |at: usize| matches!(reader.text(at), "(" | "[" | "-" | "–" | "—" | ":");
    let free_before =
        mark.start == paragraph.tokens.start || !reader.joined(mark.start) || opens_bracket(mark.start - 1);
    let touches_after = mark.end < paragraph.tokens.end && reader.joined(mark.end);
    let post = Forms::BARE.with(Forms::CLITIC);
    let after_sign =
        mark.start > paragraph.tokens.start && matches!(reader.text(mark.start - 1), "," | "." | "?" | "!");
    if mark.start == paragraph.tokens.start {
        return Side::Open;
    }
    if after_sign && !reader.is_capital(mark.end) && reader.cue(mark.end, post).is_some() {
        return Side::Close;
    }
    let sign_after =
        touches_after && matches!(reader.text(mark.end), "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "…");
    match (free_before, touches_after) {
        (true, true) if !sign_after || reader.text(mark.end) == "…" => Side::Open,
        (false, false) => Side::Close,
        (false, true) if sign_after => Side::Close,
        _ => match reader.text(mark.start) {
            "“" | "„" | "«" | "‘" | "‹" => Side::Open,
            "”" | "»" | "’" | "›" => Side::Close,
            _ => Side::Either,
        },
    }
}

/// The state of pairing inside one paragraph.
struct Pairing<'a> {
    reader: &'a Reader<'a>,
    limits: Range<usize>,
    found: Vec<Quotation>,
    outer: Option<Mark>,
    depth: usize,
    last_close: Option<Mark>,
    skip: usize,
    /// The first mark, when it closes what this paragraph never opened.
    orphan: Option<Mark>,
    /// Whether the last quotation is left open at the paragraph's end.
    runs_on: bool,
}

impl<'a> Pairing<'a> {
    fn new(reader: &'a Reader<'a>, paragraph: &Paragraph) -> Self {
        let limits = paragraph.tokens.clone();
        let found = Vec::new();
        Self { reader, limits, found, outer: None, depth: 0, last_close: None, skip: 0, orphan: None, runs_on: false }
    }

    fn take(&mut self, mark: Mark, next: &[Mark]) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        match (self.outer, mark.single) {
            (Some(outer), true) if outer.single => self.take_single(outer, mark),
            (None, true) if mark.side == Side::Open => self.outer = Some(mark),
            (_, true) => {}
            (Some(outer), false) if !outer.single => self.take_double(outer, mark, next),
            (_, false) => self.begin(mark),
        }
    }

    fn take_single(&mut self, outer: Mark, mark: Mark) {
        match mark.side {
            Side::Open => self.outer = Some(mark),
            Side::Close => self.push(outer, mark),
            Side::Either => {}
        }
    }

    fn begin(&mut self, mark: Mark) {
        if mark.side != Side::Close {
            (self.outer, self.depth, self.last_close) = (Some(mark), 0, None);
        } else if self.found.is_empty() && self.orphan.is_none() {
            self.orphan = Some(mark);
            self.outer = None;
        }
    }

    fn take_double(&mut self, outer: Mark, mark: Mark, next: &[Mark]) {
        let starts_sentence = mark.first > 0 && self.reader.is_stop(mark.first - 1);
        match mark.side {
            Side::Open if starts_sentence && self.depth == 0 => {
                self.abandon(outer, mark.first);
                self.begin(mark);
            }
            Side::Open => self.depth += 1,
            _ if self.depth > 0 => {
                self.depth -= 1;
                self.last_close = Some(mark);
            }
            _ if self.turned_inside_out(mark, next) => self.skip = 1,
            _ => self.push(outer, mark),
        }
    }

    /// Inner marks whose spaces stand on the wrong side: `“tim" Merah Putih "menang,”`.
    fn turned_inside_out(&self, mark: Mark, next: &[Mark]) -> bool {
        let [second, third, ..] = next else { return false };
        let ends_plainly = |mark: &Mark| mark.first > 0 && !self.reader.is_sign(mark.first - 1);
        let between = mark.end..second.first;
        ends_plainly(&mark)
            && between.len() <= 8
            && !between.is_empty()
            && ends_plainly(second)
            && second.side == Side::Open
            && third.side == Side::Close
            && !ends_plainly(third)
            && self.reader.cue(mark.end, Forms::BARE.with(Forms::CLITIC)).is_none()
            && !self.reader.is_sign(mark.end)
    }

    fn push(&mut self, open: Mark, close: Mark) {
        self.add(open, open.end..close.first, close.end, true);
        self.outer = None;
    }

    fn add(&mut self, open: Mark, inner: Range<usize>, end: usize, paired: bool) {
        if inner.start < inner.end {
            self.found.push(Quotation { inner, outer: open.first..end, paired, single: open.single });
        }
    }

    /// Gives up on a mark that nothing closes before `end`: its words go as far as a cue, or to `end`.
    fn abandon(&mut self, open: Mark, end: usize) {
        let post = Forms::BARE.with(Forms::CLITIC);
        let cut = (open.end + 1..end).find(|&at| self.reader.is_sign(at - 1) && self.reader.cue(at, post).is_some());
        let stands_free = open.first == self.limits.start
            || self.reader.is_stop(open.first - 1)
            || matches!(self.reader.text(open.first - 1), "," | ":" | "\"" | "”");
        if cut.is_some() || stands_free {
            let inner_end = cut.unwrap_or(end);
            self.add(open, open.end..inner_end, inner_end, false);
            self.runs_on = cut.is_none() && end == self.limits.end;
        }
        self.outer = None;
    }

    fn finish(&mut self) {
        let Some(outer) = self.outer.filter(|outer| !outer.single) else { return };
        match self.last_close {
            Some(close) => self.push(outer, close),
            None => self.abandon(outer, self.limits.end),
        }
    }
}

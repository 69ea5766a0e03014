//! An article cut into blocks and nested marks, ready to be shown.

use std::ops::Range;

use silang_core::facts::Facts;
use silang_core::text::furniture::FurnitureKind;

use crate::order;

/// One mark: which list of the facts, and which of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkRef {
    /// Part of a paragraph that is not the article's own.
    Furniture(usize),
    /// A statement.
    Statement(usize),
    /// A time.
    Time(usize),
    /// A name.
    Mention(usize),
}

impl MarkRef {
    /// A short key, for instance `m12`.
    pub fn key(self) -> String {
        match self {
            Self::Furniture(index) => format!("f{index}"),
            Self::Statement(index) => format!("s{index}"),
            Self::Time(index) => format!("t{index}"),
            Self::Mention(index) => format!("m{index}"),
        }
    }

    /// The mark of a key.
    pub fn parse(key: &str) -> Option<Self> {
        let index = key.get(1..)?.parse().ok()?;
        match key.as_bytes().first()? {
            b's' => Some(Self::Statement(index)),
            b't' => Some(Self::Time(index)),
            b'm' => Some(Self::Mention(index)),
            _ => None,
        }
    }

    /// All marks of the same thing, in order of the text.
    pub fn siblings(self, facts: &Facts) -> Vec<Self> {
        let all = |count: usize, same: &dyn Fn(usize) -> bool, make: fn(usize) -> Self| -> Vec<Self> {
            (0..count).filter(|&index| same(index)).map(make).collect()
        };
        match self {
            Self::Mention(own) => {
                let key = |index: usize| facts.mentions.get(index).map(|fact| (&fact.entity, fact.kind));
                all(facts.mentions.len(), &|index| key(index) == key(own), Self::Mention)
            }
            Self::Time(_) => all(facts.times.len(), &|_| true, Self::Time),
            Self::Statement(_) => all(facts.statements.len(), &|_| true, Self::Statement),
            Self::Furniture(_) => Vec::new(),
        }
    }

    /// Where it stands.
    pub fn range(self, facts: &Facts) -> Option<Range<usize>> {
        let at = match self {
            Self::Furniture(index) => facts.furniture.get(index)?.at,
            Self::Statement(index) => facts.statements.get(index)?.at,
            Self::Time(index) => facts.times.get(index)?.at,
            Self::Mention(index) => facts.mentions.get(index)?.at,
        };
        Some(at.start..at.end)
    }
}

/// Text, or a mark around more.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Characters.
    Text(Range<usize>),
    /// A mark.
    Mark(MarkRef, Vec<Node>),
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Where it stands, without the line's end.
    pub range: Range<usize>,
    /// The white space up to the next one.
    pub gap: Range<usize>,
    /// What it holds.
    pub nodes: Vec<Node>,
    /// What it is, when it is not the article's own.
    pub furniture: Option<FurnitureKind>,
    /// Whether it is the headline.
    pub headline: bool,
    /// The statements in it.
    pub statements: Vec<usize>,
}

/// All marks of an article in order of the text.
pub fn in_order(facts: &Facts) -> Vec<MarkRef> {
    marks(facts).into_iter().map(|(_, mark)| mark).filter(|mark| !matches!(mark, MarkRef::Furniture(_))).collect()
}

type Piece = (Range<usize>, MarkRef);

/// Cuts an article into blocks.
pub fn blocks(text: &str, facts: &Facts) -> Vec<Block> {
    let mut blocks = lines(text);
    let furniture = |block: &Block| {
        let whole = |f: &&silang_core::facts::FurnitureFact| {
            let body = text.get(block.range.clone()).unwrap_or_default();
            let start = block.range.start + (body.len() - body.trim_start().len());
            f.at.start <= start && f.at.end >= start + body.trim().len()
        };
        facts.furniture.iter().find(whole).map(|f| f.kind)
    };
    for block in &mut blocks {
        block.furniture = furniture(block);
    }
    for (range, mark) in marks(facts) {
        let first = blocks.partition_point(|block| block.range.end <= range.start);
        for block in blocks.iter_mut().skip(first).take_while(|block| block.range.start < range.end) {
            let clipped = range.start.max(block.range.start)..range.end.min(block.range.end);
            if !(matches!(mark, MarkRef::Furniture(_)) && block.furniture.is_some()) {
                block.nodes.push(Node::Mark(mark, vec![Node::Text(clipped)]));
            }
        }
    }
    for block in &mut blocks {
        finish(block);
    }
    if let Some(first) = blocks.first_mut() {
        let body = text.get(first.range.clone()).unwrap_or_default().trim();
        first.headline = first.furniture.is_none() && is_headline(body);
    }
    blocks
}

fn lines(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = at..at + line.trim_end_matches(['\n', '\r']).len();
        let end = at + line.len();
        match blocks.last_mut() {
            Some(last) if line.trim().is_empty() => last.gap.end = end,
            _ => blocks.push(Block {
                gap: body.end..end,
                range: body,
                nodes: Vec::new(),
                furniture: None,
                headline: false,
                statements: Vec::new(),
            }),
        }
        at = end;
    }
    blocks
}

fn marks(facts: &Facts) -> Vec<Piece> {
    let mut marks: Vec<Piece> = Vec::new();
    let mut add = |count: usize, mark: fn(usize) -> MarkRef| {
        marks.extend((0..count).filter_map(|index| Some((mark(index).range(facts)?, mark(index)))));
    };
    add(facts.furniture.len(), MarkRef::Furniture);
    add(facts.statements.len(), MarkRef::Statement);
    add(facts.times.len(), MarkRef::Time);
    add(facts.mentions.len(), MarkRef::Mention);
    marks.retain(|(range, _)| !range.is_empty());
    order::sort_by_key(&mut marks, |(range, mark)| (range.start, std::cmp::Reverse(range.end), *mark));
    marks
}

/// Turns the flat marks of a block into nested ones.
fn finish(block: &mut Block) {
    let pieces: Vec<Piece> = std::mem::take(&mut block.nodes).into_iter().filter_map(piece).collect();
    let said =
        pieces.iter().filter_map(|(_, mark)| if let MarkRef::Statement(index) = mark { Some(*index) } else { None });
    block.statements = said.collect();
    block.nodes = nest(block.range.clone(), &pieces);
}

fn piece(node: Node) -> Option<Piece> {
    let Node::Mark(mark, inside) = node else { return None };
    let Some(Node::Text(range)) = inside.into_iter().next() else { return None };
    Some((range, mark))
}

/// An open mark, with what it holds so far.
struct Open {
    end: usize,
    mark: MarkRef,
    nodes: Vec<Node>,
}

/// Nests marks; one that crosses another's end is closed there and opened again.
pub fn nest(within: Range<usize>, pieces: &[Piece]) -> Vec<Node> {
    let mut cuts: Vec<usize> =
        pieces.iter().flat_map(|(range, _)| [range.start, range.end]).chain([within.end]).collect();
    order::sort_by_key(&mut cuts, |&cut| cut);
    cuts.dedup();
    let (mut root, mut stack, mut at, mut next) = (Vec::new(), Vec::<Open>::new(), within.start, 0);
    for cut in cuts {
        if at < cut {
            top(&mut stack, &mut root).push(Node::Text(at..cut));
            at = cut;
        }
        for (end, mark) in close(&mut stack, &mut root, cut) {
            stack.push(Open { end, mark, nodes: Vec::new() });
        }
        while let Some((range, mark)) = pieces.get(next).filter(|(range, _)| range.start <= cut) {
            stack.push(Open { end: range.end, mark: *mark, nodes: Vec::new() });
            next += 1;
        }
    }
    root
}

fn top<'a>(stack: &'a mut [Open], root: &'a mut Vec<Node>) -> &'a mut Vec<Node> {
    stack.last_mut().map_or(root, |open| &mut open.nodes)
}

/// Closes what ends at `cut`, and what lies inside of that; gives back what goes on after it.
fn close(stack: &mut Vec<Open>, root: &mut Vec<Node>, cut: usize) -> Vec<(usize, MarkRef)> {
    let keep = stack.iter().position(|open| open.end <= cut).unwrap_or(stack.len());
    let mut again = Vec::new();
    while stack.len() > keep {
        let Some(open) = stack.pop() else { break };
        if open.end > cut {
            again.push((open.end, open.mark));
        }
        if !open.nodes.is_empty() {
            top(stack, root).push(Node::Mark(open.mark, open.nodes));
        }
    }
    again.reverse();
    again
}

/// Whether the first line of a text is set as a headline.
pub fn is_headline(line: &str) -> bool {
    line.len() < 250 && !line.ends_with(['.', '”', '"'])
}

#[cfg(test)]
mod tests {
    use silang_core::facts::Facts;

    use super::{MarkRef, Node, Piece, blocks, nest};

    fn show(text: &str, nodes: &[Node]) -> String {
        let one = |node: &Node| match node {
            Node::Text(range) => text[range.clone()].to_owned(),
            Node::Mark(mark, inside) => format!("[{}:{}]", mark.key(), show(text, inside)),
        };
        nodes.iter().map(one).collect()
    }

    fn marked(text: &str, pieces: &[(&str, MarkRef)]) -> String {
        let place = |&(part, mark): &(&str, MarkRef)| -> Piece {
            let start = text.find(part).unwrap();
            (start..start + part.len(), mark)
        };
        show(text, &nest(0..text.len(), &pieces.iter().map(place).collect::<Vec<_>>()))
    }

    #[test]
    fn marks_lie_inside_each_other() {
        let pieces =
            [("Budi pergi Senin", MarkRef::Statement(0)), ("Budi", MarkRef::Mention(0)), ("Senin", MarkRef::Time(0))];
        assert_eq!(marked("“Budi pergi Senin,” kata Ani", &pieces), "“[s0:[m0:Budi] pergi [t0:Senin]],” kata Ani");
    }

    #[test]
    fn crossing_marks_are_opened_again() {
        let pieces = [("satu dua", MarkRef::Statement(0)), ("dua tiga", MarkRef::Time(1))];
        assert_eq!(marked("satu dua tiga.", &pieces), "[s0:satu [t1:dua]][t1: tiga].");
    }

    #[test]
    fn blocks_and_gaps_give_the_text_back() {
        for text in ["", "\n\nJudul\r\n\r\n  Isi “é”\u{a0}.\n\n", "satu baris", "a\n\tb\n \n"] {
            let all = blocks(text, &Facts::default());
            let back: String =
                all.iter().flat_map(|block| [&text[block.range.clone()], &text[block.gap.clone()]]).collect();
            assert_eq!(back, text);
            assert!(all.iter().all(|block| show(text, &block.nodes) == text[block.range.clone()]));
        }
    }
}

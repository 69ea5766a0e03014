//! The same thing in other words: how sure it is, how far along, what exactly was done.

use std::collections::HashSet;

use crate::analysis::Analysis;
use crate::compare::differ::gap::{Gap, Item, gaps, items};
use crate::compare::differ::{Finding, absorb};
use crate::compare::pairing::{self, Pair};
use crate::compare::scene::{Passage, Scene};
use crate::compare::term::{Modal, SmallWords};
use crate::compare::utterance::{Link, is_same};
use crate::compare::{DifferenceKind, Place, Telling, Verdict};
use crate::statement::StatementKind;
use crate::text::span::{Span, within};

/// How much two clauses must share for their words to be laid side by side.
const CLAUSES_ALIKE: f32 = 0.5;
/// How much two tellings in indirect speech must share for that.
const RETOLD_ALIKE: f32 = 0.72;
/// Words of one side of a gap beyond which the passages no longer run alike.
const LONGEST: usize = 4;
/// Shared words that must stand close to a gap.
const ANCHORS: usize = 3;

/// The reason given for a difference of plain wording.
pub const PLAIN: &str = "wording";
/// Words on each side of a gap that frame it.
const FRAME: usize = 3;

/// All pairs of passages of which one may be laid beside the other.
fn side_by_side<'s>(scene: &'s Scene, pairs: &[Pair]) -> Vec<(&'s Passage, &'s Passage)> {
    let mut found: Vec<(&Passage, &Passage)> = Vec::new();
    for pair in pairs {
        found.push((&scene.sentences[pair.left], &scene.sentences[pair.right]));
    }
    let clauses = pairing::pairs(&pairing::bags(&scene.clauses));
    for pair in clauses.iter().filter(|p| p.overlap.alike >= CLAUSES_ALIKE && p.overlap.terms > 2) {
        found.push((&scene.clauses[pair.left], &scene.clauses[pair.right]));
    }
    found.retain(|(left, right)| left.reading != right.reading);
    found
}

/// The differences of wording between the articles of a scene: in what is told of the doings, and
/// in what people are said to have said.
pub fn wordings(scene: &Scene, words: &SmallWords, links: &[Link], pairs: &[Pair]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (left, right) in side_by_side(scene, pairs) {
        let sides = (items(scene, words, left), items(scene, words, right));
        for gap in gaps(&sides.0, &sides.1) {
            let view = View { scene, left, right, gap: &gap };
            found.extend(view.stage());
        }
    }
    for link in links.iter().filter(|link| is_same(scene, link) && is_comparable(scene, link)) {
        found.extend(quoted(scene, words, &scene.statements[link.left], &scene.statements[link.right]));
    }
    found
}

/// Whether the wording of two tellings may be compared: both quote, or they are nearly the same.
/// Indirect speech is in the words of whoever writes it.
fn is_comparable(scene: &Scene, link: &Link) -> bool {
    let quotes = |i: usize| {
        let passage = &scene.statements[i];
        scene.analysis(passage).statements[passage.index].kind == StatementKind::Direct
    };
    link.overlap.alike >= if quotes(link.left) && quotes(link.right) { CLAUSES_ALIKE } else { RETOLD_ALIKE }
}

/// Other words that two articles put into the mouth of one speaker.
fn quoted(scene: &Scene, words: &SmallWords, left: &Passage, right: &Passage) -> Option<Finding> {
    let sides = (items(scene, words, left), items(scene, words, right));
    let found = gaps(&sides.0, &sides.1);
    let views = found.iter().map(|gap| View { scene, left, right, gap });
    let changed = views.filter(|view| view.stage().is_none()).filter_map(|view| view.substitution(&sides));
    changed.reduce(|mut known, finding| {
        absorb(&mut known, finding);
        known
    })
}

struct View<'a> {
    scene: &'a Scene<'a>,
    left: &'a Passage,
    right: &'a Passage,
    gap: &'a Gap,
}

fn modals(items: &[Item]) -> HashSet<Modal> {
    items.iter().filter_map(|item| item.modal).collect()
}

impl View<'_> {
    fn analyses(&self) -> (&Analysis, &Analysis) {
        (self.scene.analysis(self.left), self.scene.analysis(self.right))
    }

    /// From the first to the last item of one side, with the shared word behind it.
    fn span(analysis: &Analysis, items: &[Item], before: Option<usize>, after: Option<usize>) -> Span {
        let tokens = items.iter().map(|item| item.token).chain(before).chain(after);
        let (first, last) = (tokens.clone().min(), tokens.max());
        first.zip(last).map_or_else(Span::default, |(first, last)| analysis.document.span_of(first..last + 1))
    }

    /// The tellings of both sides: the words of the gap, shown with the shared words around them.
    fn tellings(&self, before: bool, after: bool) -> Vec<Telling> {
        let (a, b) = self.analyses();
        let (l0, r0) = self.gap.before.filter(|_| before).unzip();
        let (l1, r1) = self.gap.after.filter(|_| after).unzip();
        let side = |passage: &Passage, analysis: &Analysis, items: &[Item], from, to| {
            let span = Self::span(analysis, items, from, to);
            let own = Self::span(analysis, items, None, None);
            let value = analysis.document.slice(if items.is_empty() { span } else { own }).to_owned();
            Telling { place: Place { article: passage.place.article, span }, value }
        };
        vec![side(self.left, a, &self.gap.left, l0, l1), side(self.right, b, &self.gap.right, r0, r1)]
    }

    /// The shared words around the gap: what the difference is about.
    fn what(&self) -> String {
        let (a, _) = self.analyses();
        let word = |token: usize| a.document.slice(a.document.span_of(token..token + 1)).to_owned();
        let parts = [self.gap.before.map(|(l, _)| word(l)), self.gap.after.map(|(l, _)| word(l))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" … ")
    }

    /// What one tells as done, the other tells as going on or being tried.
    fn stage(&self) -> Option<Finding> {
        let after = self.gap.after?;
        let own = (modals(&self.gap.left), modals(&self.gap.right));
        let done = |side: &HashSet<Modal>| side.contains(&Modal::Done);
        let open = |side: &HashSet<Modal>| side.contains(&Modal::Tried) || side.contains(&Modal::Ongoing);
        let differs = done(&own.0) && open(&own.1) || open(&own.0) && done(&own.1);
        let only = |items: &[Item], next: usize| items.iter().all(|i| i.modal.is_some() && i.token + 4 > next);
        let tight = only(&self.gap.left, after.0) && only(&self.gap.right, after.1);
        (differs && tight && self.gap.near >= 2).then(|| {
            let kind = (DifferenceKind::Wording, Verdict::Conflict, "stage");
            Finding::new(kind, self.what(), self.tellings(true, true), 2.0)
        })
    }

    /// Other words in the same place of the same clause.
    fn substitution(&self, sides: &(Vec<Item>, Vec<Item>)) -> Option<Finding> {
        let (left, right) = (&self.gap.left, &self.gap.right);
        let framed = self.gap.before.is_some() && self.gap.after.is_some();
        let short = (1..=LONGEST).contains(&left.len()) && (1..=LONGEST).contains(&right.len());
        if !framed
            || !short
            || self.is_broken()
            || self.is_common()
            || self.gap.near < ANCHORS
            || self.only_names()
            || self.misspelt()
        {
            return None;
        }
        let weight = 3.0 * self.framing(sides) / (left.len() + right.len()) as f32;
        let kind = (DifferenceKind::Wording, Verdict::Compatible, PLAIN);
        Some(Finding::new(kind, self.what(), self.tellings(false, false), weight))
    }

    /// The share of the words around the gap, by weight, that both sides have.
    fn framing(&self, sides: &(Vec<Item>, Vec<Item>)) -> f32 {
        let part = |items: &[Item], gap: &[Item], other: &[Item]| {
            let start = items.iter().position(|item| Some(item) == gap.first()).unwrap_or(0);
            let around = start.saturating_sub(FRAME)..(start + gap.len() + FRAME).min(items.len());
            let frame = items[around].iter().filter(|item| !gap.contains(item));
            let (all, shared) = frame.fold((0.0, 0.0), |(all, shared), item| {
                let has = other.iter().any(|o| o.term == item.term);
                (all + item.weight, shared + if has { item.weight } else { 0.0 })
            });
            if all > 0.0 { shared / all } else { 0.0 }
        };
        part(&sides.0, &self.gap.left, &sides.1).min(part(&sides.1, &self.gap.right, &sides.0))
    }

    /// Whether one side is nothing but names or figures, which other finders look at.
    fn only_names(&self) -> bool {
        let (a, b) = self.analyses();
        let covered = |analysis: &Analysis, item: &Item| {
            let span = analysis.document.span_of(item.token..item.token + 1);
            !analysis.entities.within(span).is_empty()
                || !within(&analysis.figures, span, |figure| figure.span).is_empty()
                || !within(&analysis.times.expressions, span, |time| time.span).is_empty()
        };
        self.gap.left.iter().all(|item| covered(a, item)) || self.gap.right.iter().all(|item| covered(b, item))
    }

    /// Whether both articles use the words of both sides somewhere, so that none was chosen over the other.
    fn is_common(&self) -> bool {
        let uses = |passage: &Passage, item: &Item| {
            item.modal.is_some() || self.scene.readings[passage.reading].terms.contains(&Some(item.term))
        };
        self.gap.left.iter().all(|item| uses(self.right, item))
            && self.gap.right.iter().all(|item| uses(self.left, item))
    }

    /// Whether a side runs over brackets or quotation marks, so that two clauses are mixed in it.
    fn is_broken(&self) -> bool {
        let (a, b) = self.analyses();
        let broken = |analysis: &Analysis, items: &[Item]| {
            let text = analysis.document.slice(Self::span(analysis, items, None, None));
            text.chars().all(|c| !c.is_alphabetic()) || text.contains(['(', ')', '"', '“', '”', '.', '?', ','])
        };
        broken(a, &self.gap.left) || broken(b, &self.gap.right)
    }

    /// Whether the two sides are one word, written differently, or words of one modal sense.
    fn misspelt(&self) -> bool {
        let (a, b) = self.analyses();
        let text = |analysis: &Analysis, items: &[Item]| {
            let words = items.iter().map(|i| analysis.document.slice(analysis.document.span_of(i.token..i.token + 1)));
            words.collect::<String>().to_lowercase()
        };
        let (one, other) = (text(a, &self.gap.left), text(b, &self.gap.right));
        let modal = |items: &[Item]| items.iter().map(|item| item.modal).collect::<Option<Vec<_>>>();
        if one.contains(&other)
            || other.contains(&one)
            || modal(&self.gap.left).is_some_and(|m| modal(&self.gap.right) == Some(m))
        {
            return true;
        }
        crate::compare::differ::name::distance(&one, &other) * 3 <= one.chars().count().max(other.chars().count())
    }
}

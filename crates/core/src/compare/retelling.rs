//! How likely two statements are tellings of one utterance: a logistic regression on what they share.
//!
//! `cargo run --release -p silang-cli --example retelling -- GOLD...` fits the weights to hand-marked sets;
//! `docs/compare.md` tells on which they were, and how well they hold on articles they have not seen.

use crate::compare::scene::{Overlap, Passage, Scene};
use crate::compare::speaker::Kinship;
use crate::order::Order;
use crate::statement::StatementKind;

/// Letters in a run of letters that is looked for in both statements.
const GRAM: usize = 4;

/// What speaks for and against two statements being one utterance, each by a number.
pub type Evidence = [f32; 10];

/// What the numbers of an [`Evidence`] are.
pub const EVIDENCE: [&str; 10] = [
    "weight of stems in common",
    "runs of letters in common",
    "the same times the log of words of the shorter",
    "one speaker",
    "perhaps one speaker",
    "other speakers",
    "both in their speaker's words",
    "neighbours alike",
    "how far apart in their articles",
    "log of words of the shorter",
];

/// What each number of an [`Evidence`] counts.
const WEIGHTS: Evidence = [4.23, 3.58, 1.20, 0.82, -1.07, -2.53, -1.33, 1.39, -0.53, -0.34];

/// What is added to that.
const INTERCEPT: f32 = -4.55;

/// How likely two statements are one utterance, from 0 to 1.
pub fn likelihood(evidence: &Evidence) -> f32 {
    let score = INTERCEPT + WEIGHTS.iter().zip(evidence).map(|(weight, number)| weight * number).sum::<f32>();
    1.0 / (1.0 + (-score).exp())
}

/// What a statement brings to the comparison besides its bag of terms.
#[derive(Clone, Debug)]
struct Traits {
    /// Hashes of its runs of [`GRAM`] letters, in order.
    grams: Vec<u32>,
    /// Its words.
    words: f32,
    /// Whether it is told in its speaker's own words.
    direct: bool,
    /// Where it stands among the statements of its article, from 0 to 1.
    rank: f32,
}

/// The statements of a scene, ready for comparing.
#[derive(Debug)]
pub struct Retellings<'a> {
    scene: &'a Scene<'a>,
    traits: Vec<Traits>,
}

impl<'a> Retellings<'a> {
    /// Looks at every statement once.
    pub fn new(scene: &'a Scene) -> Self {
        let passages = scene.statements.chunk_by(|one, next| one.reading == next.reading);
        let of_article = |statements: &'a [Passage]| {
            let last = statements.len().saturating_sub(1).max(1) as f32;
            statements.iter().enumerate().map(move |(at, statement)| traits(scene, statement, at as f32 / last))
        };
        Self { scene, traits: passages.flat_map(of_article).collect() }
    }

    /// What speaks for and against two statements, by their numbers, being one utterance; none when there is no such number.
    pub fn evidence(&self, left: usize, right: usize, kinship: Kinship, overlap: Overlap) -> Option<Evidence> {
        let (one, other) = (self.traits.get(left)?, self.traits.get(right)?);
        let shared = shared_grams(&one.grams, &other.grams);
        let length = one.words.min(other.words).ln();
        let yes = |holds: bool| f32::from(u8::from(holds));
        Some([
            overlap.alike,
            shared,
            shared * length,
            yes(kinship == Kinship::Same),
            yes(kinship == Kinship::Possible),
            yes(kinship == Kinship::Other),
            yes(one.direct && other.direct),
            self.neighbours(left, right),
            (one.rank - other.rank).abs(),
            length,
        ])
    }

    /// How alike the statements before both, or those after both, are: what was said is mostly told in one order.
    fn neighbours(&self, left: usize, right: usize) -> f32 {
        let statements = &self.scene.statements;
        let alike = |one: Option<usize>, other: Option<usize>| {
            let (one, other) = (statements.get(one?)?, statements.get(other?)?);
            let own = one.reading == statements[left].reading && other.reading == statements[right].reading;
            own.then(|| one.bag.overlap(&other.bag).alike)
        };
        let before = alike(left.checked_sub(1), right.checked_sub(1));
        before.unwrap_or(0.0).max(alike(Some(left + 1), Some(right + 1)).unwrap_or(0.0))
    }
}

fn traits(scene: &Scene, passage: &Passage, rank: f32) -> Traits {
    let analysis = scene.analysis(passage);
    let text = analysis.document.slice(passage.place.span);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let direct = analysis.statements[passage.index].kind == StatementKind::Direct;
    Traits { grams: grams(text), words: words.max(1) as f32, direct, rank }
}

/// The runs of letters of a text, hashed (FNV-1a), signs left out.
fn grams(text: &str) -> Vec<u32> {
    let lower = text.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric() || *c == ' ');
    let letters: Vec<char> = std::iter::once(' ').chain(lower).chain([' ']).collect();
    let hash =
        |gram: &[char]| gram.iter().fold(0x811c_9dc5_u32, |hash, &c| (hash ^ u32::from(c)).wrapping_mul(0x0100_0193));
    let mut grams: Vec<u32> = letters.windows(GRAM).map(hash).collect();
    grams.order();
    grams
}

/// The share of the shorter statement's runs that stand in the other one too, from 0 to 1.
fn shared_grams(one: &[u32], other: &[u32]) -> f32 {
    let (mut left, mut right, mut shared) = (0, 0, 0_usize);
    while let (Some(a), Some(b)) = (one.get(left), other.get(right)) {
        shared += usize::from(a == b);
        left += usize::from(a <= b);
        right += usize::from(b <= a);
    }
    shared as f32 / one.len().min(other.len()).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::{grams, shared_grams};

    #[test]
    fn letters_in_common_outlast_affixes_and_lost_spaces() {
        let shared = |one, other| shared_grams(&grams(one), &grams(other));
        assert!((shared("Jalan rusak", "jalan rusak.") - 1.0).abs() < f32::EPSILON);
        assert!(shared("kerusakan jalan", "jalan yang rusak") > 0.4);
        assert!(shared("cadangan devisa", "cadangandevisa naik") > 0.7);
        assert!(shared("cadangan devisa", "hujan turun") < 0.1);
    }
}

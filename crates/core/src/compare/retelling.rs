//! How likely two statements are tellings of one utterance: a logistic regression on what they share.
//!
//! The weights were fitted on the pairs of statements of `gold/seeds` and of a set that cannot be passed on (110 of 1,475
//! pairs are one utterance), with a ridge of 2; `docs/compare.md` tells how well they hold on articles they have not seen.

use crate::compare::scene::{Overlap, Passage, Scene};
use crate::compare::speaker::{Kinship, name_words};
use crate::order::Order;

/// Letters in a run of letters that is looked for in both statements.
const GRAM: usize = 4;

/// Shared names that count.
const NAMES: usize = 3;

/// What a statement brings to the comparison besides its bag of terms.
#[derive(Clone, Debug)]
struct Traits {
    /// Hashes of its runs of [`GRAM`] letters, in order.
    grams: Vec<u32>,
    /// The words of each name in it, the names in order.
    names: Vec<Vec<String>>,
    /// Its words.
    words: f32,
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

    /// How likely two statements, by their numbers, are one utterance, from 0 to 1.
    pub fn likelihood(&self, left: usize, right: usize, kinship: Kinship, overlap: Overlap) -> f32 {
        let (Some(one), Some(other)) = (self.traits.get(left), self.traits.get(right)) else { return 0.0 };
        let names = one.names.iter().filter(|name| other.names.iter().any(|known| is_one(name, known))).count();
        let spoken = match kinship {
            Kinship::Same => 1.12,
            Kinship::Other => -4.05,
            Kinship::Unknown | Kinship::Possible | Kinship::Office => 0.0,
        };
        let score = -3.44
            + 4.84 * overlap.alike
            + 7.14 * shared_grams(&one.grams, &other.grams)
            + spoken
            + 2.34 * self.neighbours(left, right)
            + 0.71 * names.min(NAMES) as f32
            - 2.44 * (one.rank - other.rank).abs()
            - 0.80 * (one.words / other.words).ln().abs()
            - 1.16 * one.words.min(other.words).ln();
        1.0 / (1.0 + (-score).exp())
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
    let inside = analysis.entities.mentions.iter().filter(|mention| passage.place.span.contains(mention.span));
    let entities = inside.filter_map(|mention| analysis.entities.entities.get(mention.entity.index()));
    let mut names: Vec<Vec<String>> = entities.map(|entity| name_words(&entity.name)).collect();
    names.order();
    names.dedup();
    let text = analysis.document.slice(passage.place.span);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    Traits { grams: grams(text), names, words: words.max(1) as f32, rank }
}

/// Whether all words of the shorter name are in the longer one.
fn is_one(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.iter().all(|word| long.contains(word))
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

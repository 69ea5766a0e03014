//! What to train on, how, and what to measure on, as told on the command line.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use silang_core::Document;
use silang_core::Language;
use silang_core::Span;
use silang_core::entity;
use silang_core::entity::memory::WordMemory;
use silang_core::entity::mention::{EntityKind, Mention};
use silang_core::entity::model::Model;
use silang_core::entity::recognise;

use crate::adagrad;
use crate::crf;
use crate::glued;
use crate::inline;
use crate::marked::{self, Mark, Marked};
use crate::owlqn::{self, Settings};
use crate::quantise;
use crate::score::Score;
use crate::sequence::{Alphabet, Parameters, Sequence, sequences};

/// A set of labelled texts and how much it counts.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its texts.
    pub texts: Vec<Marked>,
    /// How much each counts.
    pub weight: f32,
}

/// Reads `gold:FOLDER:WEIGHT[:FIRST-LAST]` (names of articles), `columns:FILE:WEIGHT:DOMAIN`,
/// `marks:FILE:WEIGHT:CORPUS` or `lines:FILE:WEIGHT[:MANIFEST]`.
pub fn source(told: &str) -> io::Result<Source> {
    let wrong = || io::Error::new(io::ErrorKind::InvalidInput, format!("not a source: {told}"));
    let fields: Vec<&str> = told.split(':').collect();
    let [kind, path, weight, rest @ ..] = fields.as_slice() else { return Err(wrong()) };
    let weight = weight.parse().map_err(|_| wrong())?;
    let texts = match (*kind, rest) {
        ("gold", []) => marked::gold(Path::new(path))?,
        ("gold", [range]) => {
            let (first, last) = range.split_once('-').ok_or_else(wrong)?;
            let all = marked::gold(Path::new(path))?;
            all.into_iter().filter(|text| (first..=last).contains(&text.name.as_str())).collect()
        }
        ("columns", [domain]) => marked::columns(Path::new(path), domain.parse().map_err(|_| wrong())?)?,
        ("self", [manifest, count]) => {
            self_marked(Path::new(path), Path::new(manifest), count.parse().map_err(|_| wrong())?)?
        }
        ("inline", []) => inline::read(Path::new(path))?,
        ("marks", [corpus]) => marked::standoff(Path::new(path), Path::new(corpus))?,
        ("lines", rest) => marked::plain(Path::new(path), rest.first().map(Path::new))?,
        _ => return Err(wrong()),
    };
    Ok(Source { texts, weight })
}

/// Plain texts marked by the embedded model, `count` of them, spread evenly.
fn self_marked(file: &Path, manifest: &Path, count: usize) -> io::Result<Vec<Marked>> {
    let language = Language::indonesian();
    let texts = marked::plain(file, Some(manifest))?;
    let step = texts.len().div_ceil(count.max(1));
    let mark = |mut text: Marked| {
        let document = Document::new(&language.text, &text.text);
        let found = entity::find(&language.entity, &document).mentions;
        let mark = |m: &Mention| Mark { span: m.span, kind: m.kind, entity: String::new() };
        text.marks = found.iter().map(mark).collect();
        text
    };
    Ok(texts.into_iter().step_by(step.max(1)).map(mark).collect())
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Training {
    /// Penalties and when to stop.
    pub settings: Settings,
    /// Features seen less often get no weight.
    pub least: u32,
    /// How much a second copy counts in which names are unknown words.
    pub forget: f32,
    /// Features seen this often get a weight for every label.
    pub often: u32,
}

impl Default for Training {
    fn default() -> Self {
        let settings = Settings { l1: 0.6, l2: 0.02, steps: 25, passes: 12, gain: 1e-3 };
        Self { settings, least: 2, often: 12, forget: 0.5 }
    }
}

/// Trains a model and gives it packed.
pub fn train(language: &Language, sources: &[Source], training: Training) -> Vec<u8> {
    let mut alphabet = Alphabet::default();
    let mut all: Vec<Sequence> = Vec::new();
    for source in sources {
        for text in &source.texts {
            let mut read = |text: &Marked, weight: f32, forget| {
                sequences(&language.entity, &language.text, text, weight * source.weight, forget, &mut alphabet)
            };
            all.extend(read(text, 1.0, false));
            if training.forget > 0.0 {
                all.extend(read(&glued::glued(text), training.forget, true));
            }
        }
    }
    let parameters = Parameters::new(&alphabet, training.least, training.often);
    eprintln!("{} sentences, {} features, {} weights", all.len(), alphabet.keys.len(), parameters.len());
    mix(&mut all);
    let batch = all.len().div_ceil(BATCHES).max(1);
    let batches: Vec<&[Sequence]> = all.chunks(batch).collect();
    let near = adagrad::descend(
        crf::parameters(&parameters),
        training.settings,
        batches.len(),
        |batch, weights, gradient| crf::loss(batches[batch], &parameters, weights, gradient),
        |pass, value| eprintln!("pass {} value {value:.0} without penalty", pass + 1),
    );
    let weights = owlqn::minimise(
        near,
        training.settings,
        |weights, gradient| crf::loss(&all, &parameters, weights, gradient),
        |step, value| {
            if step % 5 == 4 {
                eprintln!("step {} value {value:.0}", step + 1);
            }
        },
    );
    quantise::model(&alphabet, &parameters, &weights)
}

/// Batches in a pass.
const BATCHES: usize = 24;

/// Puts sequences in an order that has nothing to do with where they come from (Weyl's: steps of the golden ratio).
fn mix(sequences: &mut [Sequence]) {
    let mut turn = 0u32;
    sequences.sort_by_cached_key(|_| {
        turn = turn.wrapping_add(0x9e37_79b9);
        turn
    });
}

/// The language with another model.
pub fn with_model(language: &Language, packed: &[u8]) -> Language {
    let mut language = language.clone();
    language.entity.model = Model::unpack(packed);
    language
}

/// The names of a text: by the model alone, or with all passes over the document.
pub fn found(language: &Language, text: &Marked, passes: bool) -> BTreeSet<(EntityKind, Span)> {
    let document = Document::new(&language.text, &text.text);
    let grammar = &language.entity;
    let found = if passes {
        recognise::recognise(grammar, &document, &mut WordMemory::default())
    } else {
        recognise::by_model(grammar, &document)
    };
    found.into_iter().map(|(name, span)| (name.kind, span)).collect()
}

/// Scores a language's recognising on texts.
pub fn measure(language: &Language, texts: &[Marked], passes: bool) -> Score {
    let mut score = Score::default();
    texts.iter().for_each(|text| score.count(text, &found(language, text, passes)));
    score
}

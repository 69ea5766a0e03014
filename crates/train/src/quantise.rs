//! From trained weights to the bytes that the core embeds.

use silang_core::entity::label::{LABELS, Label};
use silang_core::entity::model::{Row, pack};

use crate::sequence::{Alphabet, Parameters, slot_of};

/// One unit of a stored weight.
const UNIT: f32 = 1.0 / 16.0;

fn byte(weight: f32) -> i8 {
    (weight / UNIT).round().clamp(-127.0, 127.0) as i8
}

/// The packed model.
pub fn model(alphabet: &Alphabet, parameters: &Parameters, weights: &[f32]) -> Vec<u8> {
    let mut rows: Vec<Row> = Vec::new();
    for (number, &key) in alphabet.keys.iter().enumerate().filter(|(number, _)| alphabet.lasting[*number]) {
        let range = parameters.first[number] as usize..parameters.first[number + 1] as usize;
        let mut row = [0; LABELS];
        for (label, &weight) in parameters.labels[range.clone()].iter().zip(&weights[range]) {
            row[usize::from(*label)] = byte(weight);
        }
        if row != [0; LABELS] {
            rows.push((slot_of(key), row));
        }
    }
    rows.sort_unstable();
    let allowed = Label::all().flat_map(|from| Label::all().map(move |to| from.allows(to)));
    let last = &weights[weights.len() - LABELS * LABELS..];
    let transitions: Vec<i8> =
        last.iter().zip(allowed).map(|(&w, allowed)| if allowed { byte(w) } else { 0 }).collect();
    pack(&transitions, &rows)
}

//! Descent in small batches with a rate for each weight and an L1 penalty (Duchi, Hazan & Singer 2011, composite
//! mirror descent): in some ten passes nearer to the least than `owlqn` gets in fifty, so a start for it.

use crate::owlqn::Settings;

/// How far the first steps go.
const RATE: f32 = 0.1;

/// Walks `settings.passes` times over `batches` batches; `loss` adds the gradient of one batch and gives its value.
pub fn descend(
    count: usize,
    settings: Settings,
    batches: usize,
    mut loss: impl FnMut(usize, &[f32], &mut [f32]) -> f64,
    mut tell: impl FnMut(usize, f64),
) -> Vec<f32> {
    let (l1, l2) = (settings.l1 as f32 / batches as f32, settings.l2 as f32 / batches as f32);
    let (mut weights, mut squares, mut gradient) = (vec![0.0f32; count], vec![0.0f32; count], vec![0.0f32; count]);
    for pass in 0..settings.passes {
        let mut value = 0.0;
        for batch in 0..batches {
            gradient.fill(0.0);
            value += loss(batch, &weights, &mut gradient);
            for ((weight, square), slope) in weights.iter_mut().zip(&mut squares).zip(&gradient) {
                let slope = slope + l2 * *weight;
                *square += slope * slope;
                let rate = RATE / (1.0 + square.sqrt());
                let moved = *weight - rate * slope;
                *weight = moved.signum() * (moved.abs() - rate * l1).max(0.0);
            }
        }
        tell(pass, value);
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::descend;
    use crate::owlqn::Settings;

    #[test]
    fn batches_together_lead_to_the_shrunken_centre() {
        let centres = [[4.0f32, -0.5], [2.0, -0.1]];
        let loss = |batch: usize, weights: &[f32], gradient: &mut [f32]| {
            let pull = weights.iter().zip(&centres[batch]).map(|(w, c)| w - c);
            gradient.iter_mut().zip(pull).for_each(|(slope, pull)| *slope += pull);
            0.0
        };
        let settings = Settings { l1: 1.0, l2: 0.0, steps: 0, passes: 4000, gain: 0.0 };
        let found = descend(2, settings, 2, loss, |_, _| ());
        assert!((found[0] - 2.5).abs() < 0.2 && found[1].abs() < 0.01, "{found:?}");
    }
}

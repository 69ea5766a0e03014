//! Orthant-wise limited-memory quasi-Newton: the least of a smooth loss with an L1 penalty (Andrew & Gao 2007).

use std::collections::VecDeque;

/// How far back the curvature is remembered.
const MEMORY: usize = 6;

/// Strengths of the penalties and when to stop.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Weight of the sum of absolute values.
    pub l1: f64,
    /// Weight of half the sum of squares.
    pub l2: f64,
    /// At most so many steps.
    pub steps: usize,
    /// So many passes in small batches before.
    pub passes: usize,
    /// Stop when ten steps gain less than this share.
    pub gain: f64,
}

fn dot(a: &[f32], b: &[f32]) -> f64 {
    a.chunks(4096).zip(b.chunks(4096)).map(|(a, b)| f64::from(a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>())).sum()
}

/// The slope of loss and penalty together, the least steep where the penalty has a corner.
fn pseudo_gradient(weights: &[f32], gradient: &[f32], l1: f32) -> Vec<f32> {
    let slope = |(&weight, &slope): (&f32, &f32)| {
        if weight != 0.0 {
            slope + l1 * weight.signum()
        } else if slope > l1 {
            slope - l1
        } else if slope < -l1 {
            slope + l1
        } else {
            0.0
        }
    };
    weights.iter().zip(gradient).map(slope).collect()
}

/// One remembered step: change of weights, change of slope, and the inverse of their product.
type Pair = (Vec<f32>, Vec<f32>, f64);

fn direction(memory: &VecDeque<Pair>, slope: &[f32]) -> Vec<f32> {
    let mut way: Vec<f32> = slope.iter().map(|s| -s).collect();
    let mut shares = Vec::new();
    for (moved, turned, inverse) in memory.iter().rev() {
        let share = inverse * dot(moved, &way);
        way.iter_mut().zip(turned).for_each(|(w, t)| *w -= share as f32 * t);
        shares.push(share);
    }
    if let Some((_, turned, inverse)) = memory.back() {
        let scale = (1.0 / (inverse * dot(turned, turned))) as f32;
        way.iter_mut().for_each(|w| *w *= scale);
    }
    for ((moved, turned, inverse), share) in memory.iter().zip(shares.iter().rev()) {
        let back = (share - inverse * dot(turned, &way)) as f32;
        way.iter_mut().zip(moved).for_each(|(w, m)| *w += back * m);
    }
    way.iter_mut().zip(slope).for_each(|(w, &s)| *w = if *w * s >= 0.0 { 0.0 } else { *w });
    way
}

/// Minimises `loss` (value and gradient at given weights) plus penalties, from `start`; tells each step's value.
pub fn minimise(
    start: Vec<f32>,
    settings: Settings,
    mut loss: impl FnMut(&[f32], &mut [f32]) -> f64,
    mut tell: impl FnMut(usize, f64),
) -> Vec<f32> {
    let count = start.len();
    let mut evaluate = |weights: &[f32], gradient: &mut Vec<f32>| {
        gradient.clear();
        gradient.resize(count, 0.0);
        let value = loss(weights, gradient);
        gradient.iter_mut().zip(weights).for_each(|(g, w)| *g += settings.l2 as f32 * w);
        let absolute: f64 = weights.iter().map(|w| f64::from(w.abs())).sum();
        value + settings.l1 * absolute + settings.l2 / 2.0 * dot(weights, weights)
    };
    let mut weights = start;
    let mut gradient = Vec::new();
    let mut value = evaluate(&weights, &mut gradient);
    let mut memory: VecDeque<Pair> = VecDeque::new();
    let mut values = vec![value];
    for step in 0..settings.steps {
        let slope = pseudo_gradient(&weights, &gradient, settings.l1 as f32);
        let way = direction(&memory, &slope);
        let descent = dot(&way, &slope);
        if descent >= 0.0 {
            break;
        }
        let mut length = if step == 0 { 1.0 / dot(&slope, &slope).sqrt() } else { 1.0 };
        let mut next_gradient = Vec::new();
        let (next, next_value) = loop {
            let orthant = |w: f32, s: f32| if w == 0.0 { -s.signum() } else { w.signum() };
            let moved = |((&w, &d), &s): ((&f32, &f32), &f32)| {
                let to = w + length as f32 * d;
                if to * orthant(w, s) > 0.0 { to } else { 0.0 }
            };
            let next: Vec<f32> = weights.iter().zip(&way).zip(&slope).map(moved).collect();
            let next_value = evaluate(&next, &mut next_gradient);
            if next_value <= value + 1e-4 * length * descent || length < 1e-6 {
                break (next, next_value);
            }
            length *= 0.5;
        };
        let moved: Vec<f32> = next.iter().zip(&weights).map(|(a, b)| a - b).collect();
        let turned: Vec<f32> = next_gradient.iter().zip(&gradient).map(|(a, b)| a - b).collect();
        let product = dot(&moved, &turned);
        if product > 1e-10 {
            memory.push_back((moved, turned, 1.0 / product));
            if memory.len() > MEMORY {
                memory.pop_front();
            }
        }
        (weights, gradient, value) = (next, next_gradient, next_value);
        tell(step, value);
        values.push(value);
        if step >= 10 && values[step - 9] - value < settings.gain * value {
            break;
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::{Settings, minimise};

    #[test]
    fn a_bowl_with_a_penalty_has_its_least_at_the_shrunken_centre() {
        let centre = [3.0f32, -0.5, 0.0, -4.0];
        let loss = |weights: &[f32], gradient: &mut [f32]| {
            let mut value = 0.0;
            for ((w, g), c) in weights.iter().zip(gradient).zip(&centre) {
                *g += w - c;
                value += f64::from((w - c) * (w - c)) / 2.0;
            }
            value
        };
        let settings = Settings { l1: 1.0, l2: 0.0, steps: 50, passes: 0, gain: 1e-9 };
        let found = minimise(vec![0.0; 4], settings, loss, |_, _| ());
        let near = |a: f32, b: f32| (a - b).abs() < 1e-2;
        assert!(near(found[0], 2.0) && near(found[3], -3.0), "{found:?}");
        assert_eq!((found[1], found[2]), (0.0, 0.0));
    }
}

//! Which finding stands for which mark.

use silang_core::facts::At;

/// Number of bytes that two stretches share.
pub fn overlap(a: At, b: At) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Shared bytes over covered bytes, from 0 to 1.
pub fn intersection_over_union(a: At, b: At) -> f64 {
    let shared = overlap(a, b);
    if shared == 0 { 0.0 } else { shared as f64 / (a.end.max(b.end) - a.start.min(b.start)) as f64 }
}

/// The stretch without space, quotation marks and punctuation at its ends.
pub fn trim(text: &str, at: At) -> At {
    let outer = |c: char| " \t\n\u{a0}\"“”'‘’,.;:-–—".contains(c);
    let part = text.get(at.start..at.end).unwrap_or_default();
    let start = at.start + part.len() - part.trim_start_matches(outer).len();
    At { start, end: start + part.trim_matches(outer).len() }
}

/// Pairs marks with findings one to one, closest first, as (mark, finding) indices.
///
/// Pairs whose intersection over union is below `least` (above 0) stay apart.
pub fn pair_up(marked: &[At], found: &[At], least: f64) -> Vec<(usize, usize)> {
    let mut candidates: Vec<(f64, usize, usize)> = Vec::new();
    for (i, &mark) in marked.iter().enumerate() {
        let scored = found.iter().enumerate().map(|(j, &finding)| (intersection_over_union(mark, finding), i, j));
        candidates.extend(scored.filter(|candidate| candidate.0 >= least && candidate.0 > 0.0));
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut taken = (vec![false; marked.len()], vec![false; found.len()]);
    candidates.retain(|&(_, i, j)| {
        let free = !taken.0[i] && !taken.1[j];
        if free {
            (taken.0[i], taken.1[j]) = (true, true);
        }
        free
    });
    candidates.into_iter().map(|(_, i, j)| (i, j)).collect()
}

#[cfg(test)]
mod tests {
    use super::{At, pair_up, trim};

    fn at(start: usize, end: usize) -> At {
        At { start, end }
    }

    #[test]
    fn trims_quotation_marks_but_not_inner_points() {
        let text = "“Kami siap. Ayo,” ";
        let inner = trim(text, at(0, text.len()));
        assert_eq!(&text[inner.start..inner.end], "Kami siap. Ayo");
        assert_eq!(trim("...", at(0, 3)), at(3, 3));
    }

    #[test]
    fn the_closest_pair_is_made_first() {
        let pairs = pair_up(&[at(0, 10), at(10, 20)], &[at(8, 20), at(0, 9)], 0.1);
        assert_eq!(pairs, [(0, 1), (1, 0)]);
        assert!(pair_up(&[at(0, 10)], &[at(9, 30)], 0.8).is_empty());
    }
}

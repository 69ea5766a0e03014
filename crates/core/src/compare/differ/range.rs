//! Stretches of time that begin together and end apart, or the other way round ("2019–2022", "2019–2023").

use crate::compare::differ::Finding;
use crate::compare::differ::time::Dated;
use crate::compare::scene::Scene;
use crate::compare::{DifferenceKind, Verdict};

/// Words around both stretches that must be shared.
const SHARED: usize = 3;

/// Stretches told from one time to another, of which two articles tell one end alike and the other one otherwise.
pub fn ranges(scene: &Scene, times: &[Dated]) -> Vec<Finding> {
    let ranges: Vec<&Dated> = times.iter().filter(|time| time.is_numbered() && ends(time).is_some()).collect();
    let mut found = Vec::new();
    for (at, one) in ranges.iter().enumerate() {
        for other in ranges.iter().skip(at + 1).filter(|other| is_other_end(&ranges, one, other)) {
            let weight = 1.5 + one.frame.overlap(&other.frame).alike;
            let kind = (DifferenceKind::Time, Verdict::Conflict, "time");
            let values = [one, other].map(|time| time.frame.telling(time.value.clone())).to_vec();
            found.push(Finding::new(kind, one.frame.what(scene, &other.frame), values, weight));
        }
    }
    found
}

/// The two ends of a stretch that is told by both.
fn ends(time: &Dated) -> Option<(&str, &str)> {
    time.value.split_once('/').filter(|(from, to)| ![from, to].iter().any(|end| end.is_empty() || **end == ".."))
}

/// Whether two articles tell one end of a stretch alike and the other not, and neither tells the other's stretch.
fn is_other_end(ranges: &[&Dated], one: &Dated, other: &Dated) -> bool {
    let tells = |reading: usize, value: &str| ranges.iter().any(|r| r.frame.reading == reading && r.value == value);
    let (reading, there) = (one.frame.reading, other.frame.reading);
    let one_end = ends(one).zip(ends(other)).is_some_and(|(a, b)| (a.0 == b.0) != (a.1 == b.1));
    reading != there
        && one_end
        && !tells(reading, &other.value)
        && !tells(there, &one.value)
        && one.frame.overlap(&other.frame).terms >= SHARED
}

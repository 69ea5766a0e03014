//! Furniture: bytes, white space aside.

use silang_core::facts::At;

use crate::eval::{Case, Row, Score};

pub(super) fn rows(cases: &[Case]) -> Vec<Row> {
    let (mut hits, mut found, mut marked) = (0, 0, 0);
    for case in cases {
        let text = case.gold.article.text.as_bytes();
        let mark = cover(text.len(), case.gold.furniture.iter().copied());
        let find = cover(text.len(), case.facts.furniture.iter().map(|part| part.at));
        for i in (0..text.len()).filter(|&i| !b" \n\t\r".contains(&text[i])) {
            hits += usize::from(mark[i] && find[i]);
            found += usize::from(find[i]);
            marked += usize::from(mark[i]);
        }
    }
    vec![("furniture", Score::new(hits, found, marked))]
}

/// For each byte whether one of the stretches covers it.
fn cover(length: usize, stretches: impl Iterator<Item = At>) -> Vec<bool> {
    let mut covered = vec![false; length];
    for at in stretches {
        if let Some(part) = covered.get_mut(at.start..at.end) {
            part.fill(true);
        }
    }
    covered
}

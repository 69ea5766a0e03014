//! Two wordings, word by word.

use serde::{Deserialize, Serialize};
use similar::DiffTag;

use crate::compare::diff;
use crate::text::span::Span;
use crate::text::token;
use crate::text::vocabulary::Vocabulary;

/// What became of a stretch of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WordChange {
    /// In both wordings, but for capitals.
    Same,
    /// Only in the first.
    Left,
    /// Only in the second.
    Right,
    /// Other words in the first than in the second.
    Changed,
    /// In both, but at another point of the wording.
    Moved,
}

/// A stretch of words that have fared alike; one of the spans is empty for words of one side only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordDiff {
    /// What became of them.
    pub change: WordChange,
    /// In the first wording.
    pub left: Span,
    /// In the second wording.
    pub right: Span,
}

/// Words that must stand together to count as moved, not as left out here and put in there.
const MOVED: usize = 3;

struct Words {
    spans: Vec<Span>,
    /// Their numbers: the same for the same word, but for capitals.
    ids: Vec<u32>,
}

impl Words {
    fn of(text: &str, words: &mut Vocabulary) -> Self {
        let tokens: Vec<_> = token::tokenize(text, words)
            .into_iter()
            .filter(|t| t.span.of(text).chars().any(char::is_alphanumeric))
            .collect();
        let ids = tokens.iter().map(|t| t.word.index() as u32).collect();
        Self { spans: tokens.iter().map(|t| t.span).collect(), ids }
    }

    fn span(&self, at: usize, len: usize) -> Span {
        match self.spans.get(at..at + len).unwrap_or_default() {
            [] => {
                let point = self.spans.get(at).map_or_else(|| self.spans.last().map_or(0, |s| s.end()), |s| s.start());
                Span::new(point, point)
            }
            [first, .., last] => first.cover(*last),
            [only] => *only,
        }
    }
}

/// Compares two wordings of one utterance word by word; signs and capitals do not count.
///
/// ```
/// use silang_core::compare::words::{WordChange, word_diff};
/// let (left, right) = ("siap untuk bertemu dengan Budi", "siap untuk melibatkan Budi");
/// let changed = word_diff(left, right).into_iter().find(|part| part.change == WordChange::Changed).unwrap();
/// assert_eq!((changed.left.of(left), changed.right.of(right)), ("bertemu dengan", "melibatkan"));
/// ```
pub fn word_diff(a: &str, b: &str) -> Vec<WordDiff> {
    let mut words = Vocabulary::default();
    let (left, right) = (Words::of(a, &mut words), Words::of(b, &mut words));
    let mut parts = Vec::new();
    let mut gaps = Vec::new();
    for op in diff::patience(&left.ids, &right.ids) {
        let (tag, old, new) = op.as_tag_tuple();
        let change = match tag {
            DiffTag::Equal => WordChange::Same,
            DiffTag::Delete => WordChange::Left,
            DiffTag::Insert => WordChange::Right,
            DiffTag::Replace => WordChange::Changed,
        };
        gaps.push((parts.len(), old.clone(), new.clone()));
        let (left, right) = (left.span(old.start, old.len()), right.span(new.start, new.len()));
        parts.push(WordDiff { change, left, right });
    }
    mark_moved(&mut parts, &gaps, &left.ids, &right.ids);
    parts
}

type Gap = (usize, std::ops::Range<usize>, std::ops::Range<usize>);

/// Words left out at one point that come at another as they were have only moved.
fn mark_moved(parts: &mut [WordDiff], gaps: &[Gap], left: &[u32], right: &[u32]) {
    for (from, old, _) in gaps {
        if parts[*from].change != WordChange::Left || old.len() < MOVED {
            continue;
        }
        let words = left.get(old.clone()).unwrap_or_default();
        let arrived = gaps.iter().find(|(to, _, new)| {
            parts[*to].change == WordChange::Right && right.get(new.clone()).is_some_and(|there| there == words)
        });
        if let Some((to, _, _)) = arrived {
            parts[*from].change = WordChange::Moved;
            parts[*to].change = WordChange::Moved;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{WordChange, word_diff};

    fn told(a: &str, b: &str) -> Vec<(WordChange, String, String)> {
        word_diff(a, b).iter().map(|p| (p.change, p.left.of(a).to_owned(), p.right.of(b).to_owned())).collect()
    }

    #[test]
    fn words_left_out_and_put_in() {
        let parts = told("Kami selalu siap.", "Kami siap \"berunding\".");
        assert_eq!(parts[1], (WordChange::Left, "selalu".into(), String::new()));
        assert_eq!(parts[3], (WordChange::Right, String::new(), "berunding".into()));
    }

    #[test]
    fn a_clause_that_moved_is_not_left_out() {
        let parts = told("jika hujan reda kami akan berangkat", "kami akan berangkat jika hujan reda");
        assert!(parts.iter().filter(|p| p.0 == WordChange::Moved).count() == 2, "{parts:?}");
    }

    #[test]
    fn nothing_against_something() {
        assert_eq!(word_diff("", ""), []);
        assert_eq!(told("", "ya")[0].0, WordChange::Right);
    }
}

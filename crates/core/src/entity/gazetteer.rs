//! Lists of known names, matched over whole tokens.

use crate::entity::hash::Hash;
use crate::entity::label::{Label, of_name};
use crate::entity::mention::EntityKind;
use crate::entity::table::Lookup;
use crate::text::document::Document;
use crate::text::token::TokenKind;
use crate::text::vocabulary::fold;

/// Longest name looked for, in words.
const LONGEST: usize = 6;

/// Known names by a hash of their folded words.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    names: Lookup<EntityKind>,
    /// First words of names.
    openings: Lookup<()>,
}

fn step(hash: Hash, word: Hash) -> Hash {
    hash.number(word.0)
}

impl Gazetteer {
    /// A gazetteer of names; of a name that comes twice the first kind counts.
    pub fn new<'a>(rows: impl Iterator<Item = (&'a str, EntityKind)>) -> Self {
        let (mut known, mut openings) = (Vec::new(), Vec::new());
        for (name, kind) in rows {
            let words = name.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty());
            let mut hash = Hash::default();
            for (at, word) in words.enumerate() {
                hash = step(hash, Hash::default().text(&fold(word)));
                if at == 0 {
                    openings.push((hash, ()));
                }
            }
            known.push((hash, kind));
        }
        Self { names: Lookup::new(known, |_, _| ()), openings: Lookup::new(openings, |(), ()| ()) }
    }

    /// The label each token gets from the longest known name over it; names begin with a capital.
    pub fn labels(&self, document: &Document, word_hash: &[Hash]) -> Vec<Label> {
        let mut labels = vec![Label::OUTSIDE; document.tokens().len()];
        let opens: Vec<bool> =
            word_hash.iter().map(|&word| self.openings.get(step(Hash::default(), word)).is_some()).collect();
        for sentence in document.sentences() {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let opens = opens[document.tokens()[at].word.index()];
                match opens.then(|| self.longest_at(document, word_hash, at, sentence.tokens.end)).flatten() {
                    Some((end, kind)) => {
                        labels[at..end].iter_mut().zip(of_name(kind, end - at)).for_each(|(to, label)| *to = label);
                        at = end;
                    }
                    None => at += 1,
                }
            }
        }
        labels
    }

    fn longest_at(&self, document: &Document, hashes: &[Hash], at: usize, limit: usize) -> Option<(usize, EntityKind)> {
        let tokens = document.tokens();
        let first = tokens.get(at)?;
        if !document.slice(first.span).chars().next().is_some_and(char::is_uppercase) {
            return None;
        }
        let mut hash = step(Hash::default(), hashes[first.word.index()]);
        let mut best = self.names.get(hash).map(|&kind| (at + 1, kind));
        let mut words = 1;
        for (index, token) in tokens.iter().enumerate().take(limit).skip(at + 1) {
            let sign = token.kind == TokenKind::Punctuation;
            if words == LONGEST || sign && !matches!(document.slice(token.span), "-" | "." | "&" | "/") {
                break;
            }
            if sign {
                continue;
            }
            hash = step(hash, hashes[token.word.index()]);
            words += 1;
            best = self.names.get(hash).map(|&kind| (index + 1, kind)).or(best);
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::Gazetteer;
    use crate::entity::hash::Hash;
    use crate::entity::mention::EntityKind::{Location, Organization};
    use crate::text::document::{Document, Grammar};

    #[test]
    fn the_longest_name_over_whole_tokens_counts() {
        let names = [("Jawa", Location), ("Jawa Barat", Location), ("Perserikatan Bangsa-Bangsa", Organization)];
        let gazetteer = Gazetteer::new(names.into_iter());
        let document = Document::new(&Grammar::default(), "Perserikatan Bangsa-Bangsa di Jawa Barat, jawa");
        let hashes = document.words().table(|word| Hash::default().text(word));
        let seen: Vec<_> = gazetteer.labels(&document, &hashes).iter().map(|l| l.kind()).collect();
        let (o, l) = (Some(Organization), Some(Location));
        assert_eq!(seen, [o, o, o, o, None, l, l, None, None]);
    }
}

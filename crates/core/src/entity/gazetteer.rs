//! Lists of known names, matched over whole tokens.

use crate::entity::hash::Hash;
use crate::entity::known;
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
}

fn step(hash: Hash, word: Hash) -> Hash {
    hash.number(word.0)
}

/// The hash of a name's folded words.
pub fn hash_of(name: &str) -> Hash {
    let words = name.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty());
    words.fold(Hash::default(), |hash, word| step(hash, Hash::default().text(&fold(word))))
}

impl Gazetteer {
    /// A gazetteer of names and of `packed` keys (see [`known`]); of a name that comes twice the first kind counts.
    pub fn new<'a>(
        rows: impl Iterator<Item = (&'a str, EntityKind)>,
        packed: impl Iterator<Item = (Hash, EntityKind)>,
    ) -> Self {
        let named = rows.map(|(name, kind)| (known::short(hash_of(name)), kind));
        Self { names: Lookup::new(named.chain(packed).collect(), |_, _| ()) }
    }

    /// The label each token gets from the longest known name over it; names begin with a capital.
    pub fn labels(&self, document: &Document, word_hash: &[Hash]) -> Vec<Label> {
        let mut labels = vec![Label::OUTSIDE; document.tokens().len()];
        for sentence in document.sentences() {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                match self.longest_at(document, word_hash, at, sentence.tokens.end) {
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
        let mut best = self.names.get(known::short(hash)).map(|&kind| (at + 1, kind));
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
            best = self.names.get(known::short(hash)).map(|&kind| (index + 1, kind)).or(best);
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
        let gazetteer = Gazetteer::new(names.into_iter(), [].into_iter());
        let document = Document::new(&Grammar::default(), "Perserikatan Bangsa-Bangsa di Jawa Barat, jawa");
        let hashes = document.words().table(|word| Hash::default().text(word));
        let seen: Vec<_> = gazetteer.labels(&document, &hashes).iter().map(|l| l.kind()).collect();
        let (o, l) = (Some(Organization), Some(Location));
        assert_eq!(seen, [o, o, o, o, None, l, l, None, None]);
    }
}

//! The words of an article that tell what it is about, as numbers that are the same in all articles.

use std::collections::{HashMap, HashSet};

use crate::compare::stem::Stemmer;
use crate::text::document::Document;
use crate::text::token::TokenKind;

/// A stem or a number, hashed: the same in every article without a table shared by all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(pub u32);

impl Term {
    /// The term of a stem (FNV-1a).
    pub fn new(stem: &str) -> Self {
        Self(stem.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
    }
}

/// How sure a word makes what is told, or how far along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modal {
    /// It is not, or not yet.
    Negated,
    /// Perhaps.
    Tentative,
    /// In principle only.
    Reserved,
    /// It was proven.
    Proven,
    /// It is going to be.
    Planned,
    /// It is being tried.
    Tried,
    /// It is going on.
    Ongoing,
    /// It is done.
    Done,
}

impl Modal {
    /// The term that stands for all words of this kind.
    pub fn term(self) -> Term {
        Term(self as u32)
    }
}

/// Small words that matter when two tellings of one thing are laid side by side.
#[derive(Clone, Debug, Default)]
pub struct SmallWords {
    /// Words that say how sure something is, or how far along.
    pub modals: HashMap<&'static str, Modal>,
    /// The word in front of those that say so only behind it ("in principle").
    pub modals_behind: HashMap<&'static str, &'static str>,
    /// Those of two words, by the first.
    pub modals_of_two: HashMap<&'static str, (&'static str, Modal)>,
    /// Words that open a clause.
    pub clauses: HashSet<&'static str>,
    /// Words that say that another happening of the same sort is meant.
    pub others: HashSet<&'static str>,
    /// Words beside a length of time that lies between two happenings ("three minutes later").
    pub gaps: HashSet<&'static str>,
    /// Words between one thing and the next ("and").
    pub joins: HashSet<&'static str>,
    /// Words that announce a list ("the following").
    pub lists: HashSet<&'static str>,
    /// Nouns by which it is counted how often something was done ("times").
    pub times: HashSet<&'static str>,
    /// Words that tell of whose clock a time is.
    pub zones: HashSet<&'static str>,
    /// Names of the days of the week, Monday = 1.
    pub weekdays: HashMap<&'static str, u32>,
    /// Words behind which a place is told.
    pub places: HashSet<&'static str>,
    /// Words behind which it is told where something goes.
    pub towards: HashSet<&'static str>,
    /// Words that only say what sort of place a name is ("stadium").
    pub sites: HashSet<&'static str>,
    /// Nouns of an area in which a place is ("district").
    pub areas: HashSet<&'static str>,
    /// Nouns of what is found on the net, no places ("account").
    pub online: HashSet<&'static str>,
    /// Words before a time at which something was quoted, not said.
    pub quoted: HashSet<&'static str>,
    /// Phrases that tell a day of the recent past, but not which ("lately").
    pub vague: Vec<&'static str>,
    /// Words by which a sentence goes on from the one before ("but").
    pub openers: HashSet<&'static str>,
    /// Words that point to what was said before ("this").
    pub pointing: HashSet<&'static str>,
    /// Words that count without a number ("several").
    pub several: HashSet<&'static str>,
    /// Nouns of offices and professions.
    pub offices: HashSet<&'static str>,
    /// Nouns of what somebody is to another ("mother").
    pub relations: HashSet<&'static str>,
    /// Words before the day or place of a birth.
    pub born: HashSet<&'static str>,
    /// Words between a name and the office of that person ("as").
    pub offices_follow: HashSet<&'static str>,
    /// Small words that stand in no title ("with", "when").
    pub outside: HashSet<&'static str>,
    /// Words that say that somebody is no longer what follows ("former").
    pub former: HashSet<&'static str>,
    /// Words before a whole of which a part is counted ("of").
    pub of: HashSet<&'static str>,
    /// Words before what something is for ("for").
    pub aims: HashSet<&'static str>,
    /// Nouns by which people are counted.
    pub people: HashSet<&'static str>,
    /// The plainest noun by which people are counted.
    pub person: &'static str,
    /// Words of what became of those or that which a happening met, each with the plainest word for it.
    pub outcomes: HashMap<&'static str, &'static str>,
    /// Words between a passive verb and who did it.
    pub by: HashSet<&'static str>,
    /// Openings of verbs behind which stands who did it.
    pub passive: Vec<&'static str>,
    /// Openings of verbs in front of which stands who did it.
    pub active: Vec<&'static str>,
}

impl SmallWords {
    /// What a unit counts: people by one word, anything else by its own.
    pub fn counted_as<'a>(&'a self, unit: &'a str) -> &'a str {
        if self.people.contains(unit) { self.person } else { unit }
    }

    /// Whether a token says that something is not so.
    pub fn is_negation(&self, document: &Document, token: usize) -> bool {
        self.modal(document, token) == Some(Modal::Negated)
    }

    /// How sure, or how far along, a token makes what is told.
    pub fn modal(&self, document: &Document, token: usize) -> Option<Modal> {
        let word = |token: usize| document.tokens().get(token).map(|token| document.folded(token));
        let of_two = |first: &str| {
            let (second, modal) = self.modals_of_two.get(first)?;
            (word(token + 1) == Some(*second)).then_some(*modal)
        };
        let first = word(token)?;
        let before = token.checked_sub(1).and_then(word);
        let is_one = self.modals_behind.get(first).is_none_or(|wanted| before == Some(*wanted));
        self.modals.get(first).copied().filter(|_| is_one).or_else(|| of_two(first))
    }
}

/// How words become terms.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Brings the forms of a word together.
    pub stemmer: Stemmer,
    /// Folded words that tell nothing about what a text is about.
    pub stopwords: HashSet<&'static str>,
}

impl Lexicon {
    fn term(&self, word: &str) -> Option<Term> {
        let content = word.chars().count() > 1 && word.chars().all(|c| c.is_alphabetic() || c == '\'');
        (content && !self.stopwords.contains(word)).then(|| Term::new(&self.stemmer.stem(word)))
    }

    /// For each token of `document` its term, if it has one. Groups of digits count as one number,
    /// at their first token.
    pub fn terms(&self, document: &Document) -> Vec<Option<Term>> {
        let words = document.words().table(|word| self.term(word));
        let mut terms: Vec<Option<Term>> =
            document.tokens().iter().map(|token| words.get(token.word.index()).copied().flatten()).collect();
        let mut at = 0;
        while at < terms.len() {
            let end = number_end(document, at);
            if end > at {
                let digits = document.slice(document.span_of(at..end));
                terms[at] = Some(Term::new(&digits.replace(':', ".")));
            }
            at = end.max(at + 1);
        }
        terms
    }
}

/// One past the last token of the number that begins at token `at`; `at` when none does.
fn number_end(document: &Document, at: usize) -> usize {
    let tokens = document.tokens();
    let is_number = |i: usize| tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
    let joins = |i: usize| {
        tokens.get(i).is_some_and(|t| t.joined && matches!(document.slice(t.span), "." | "," | ":"))
            && tokens.get(i + 1).is_some_and(|t| t.joined)
    };
    if !is_number(at) {
        return at;
    }
    let mut end = at + 1;
    while joins(end) && is_number(end + 1) {
        end += 2;
    }
    end
}

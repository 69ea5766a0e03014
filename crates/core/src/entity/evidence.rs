//! What all places of an article together tell of a word.

use crate::entity::case::Case;
use crate::entity::lexicon::Cues;
use crate::text::document::Document;

/// What the article tells of a word, as a set; one set for each distinct word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence(pub u32);

impl Evidence {
    /// Written small somewhere.
    pub const SMALL: u32 = 1;
    /// With a capital inside a sentence.
    pub const CAPITAL: u32 = 1 << 1;
    /// In a run of capitals after a title.
    pub const TITLED: u32 = 1 << 2;
    /// In a run after the head of an institution.
    pub const ORGANIZATION: u32 = 1 << 3;
    /// In a run after the head of a place.
    pub const PLACE: u32 = 1 << 4;
    /// In a run after a preposition of place.
    pub const LOCATED: u32 = 1 << 5;
    /// At the end of a run that is followed by an age.
    pub const AGED: u32 = 1 << 6;
    /// In a run beside a verb of saying.
    pub const SPEAKING: u32 = 1 << 7;
    /// In a run with an abbreviation in parentheses after it.
    pub const ABBREVIATED: u32 = 1 << 8;
    /// Alone in parentheses after a run.
    pub const ABBREVIATION: u32 = 1 << 9;
    /// In a run of several words.
    pub const LONG: u32 = 1 << 10;
    /// In a run with a given or family name.
    pub const NAMED: u32 = 1 << 11;
    /// Number of pieces of evidence.
    pub const COUNT: u32 = 12;
}

/// What the collector needs to know of a token.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Index of its word.
    pub word: usize,
    /// How it is written.
    pub case: Case,
    /// What its word tells.
    pub cues: Cues,
}

/// Collects the evidence of a document for each of its words.
pub fn collect(document: &Document, seen: &[Seen]) -> Vec<Evidence> {
    let mut evidence = vec![Evidence::default(); document.words().len()];
    // What is no part of the article tells nothing of it: lists of tags have names in small letters.
    for sentence in document.sentences().iter().filter(|sentence| !document.in_furniture(sentence.span.start())) {
        let tokens = sentence.tokens.clone();
        let mut at = tokens.start;
        while at < tokens.end {
            let case = seen[at].case;
            if !is_run(seen[at]) {
                evidence[seen[at].word].0 |= if case == Case::Small { Evidence::SMALL } else { 0 };
                at += 1;
                continue;
            }
            let end = (at..tokens.end).find(|&i| !is_run(seen[i])).unwrap_or(tokens.end);
            let run = Run { document, seen, first: at, end, limits: (tokens.start, tokens.end) };
            run.tell(&mut evidence);
            at = end;
        }
    }
    evidence
}

fn is_run(token: Seen) -> bool {
    token.case.is_capital() && !token.cues.has(Cues::CALENDAR)
}

/// A run of capitals in a sentence.
struct Run<'a> {
    document: &'a Document,
    seen: &'a [Seen],
    first: usize,
    end: usize,
    limits: (usize, usize),
}

impl Run<'_> {
    fn cues(&self, token: Option<usize>) -> Cues {
        let inside = token.filter(|&at| at >= self.limits.0 && at < self.limits.1);
        inside.and_then(|at| self.seen.get(at)).map_or(Cues::default(), |seen| seen.cues)
    }

    fn text(&self, token: usize) -> &str {
        let inside = self.document.tokens().get(token).filter(|_| token < self.limits.1);
        inside.map_or("", |t| self.document.slice(t.span))
    }

    fn tell(&self, evidence: &mut [Evidence]) {
        let shared = self.around();
        let mut running = self.before();
        for at in self.first..self.end {
            let seen = self.seen[at];
            let opening = if at > self.limits.0 { Evidence::CAPITAL } else { 0 };
            evidence[seen.word].0 |= shared | running | opening;
            running |= told_by(seen.cues);
        }
        if self.text(self.end) == "(" && self.seen.get(self.end + 1).is_some_and(|s| s.case == Case::Number) {
            evidence[self.seen[self.end - 1].word].0 |= Evidence::AGED;
        }
    }

    fn before(&self) -> u32 {
        let cues = self.cues(self.first.checked_sub(1));
        told_by(cues) | if cues.has(Cues::LOCATIVE) { Evidence::LOCATED } else { 0 }
    }

    fn around(&self) -> u32 {
        let speaks = |at| self.cues(at).has(Cues::SPEECH);
        let named = |seen: &Seen| seen.cues.0 & (Cues::GIVEN.0 | Cues::FAMILY.0 | Cues::FOREIGN_GIVEN.0) != 0;
        let parenthesis = self.text(self.end) == "(";
        let short = self.seen.get(self.end + 1).is_some_and(|s| s.case.is_capital());
        let closed = self.first.checked_sub(1).is_some_and(|at| self.text(at) == "(") && self.text(self.end) == ")";
        let flag = |yes: bool, bit: u32| if yes { bit } else { 0 };
        flag(speaks(self.first.checked_sub(1)) || speaks(Some(self.end)), Evidence::SPEAKING)
            | flag(parenthesis && short && self.text(self.end + 2) == ")", Evidence::ABBREVIATED)
            | flag(closed && self.end == self.first + 1, Evidence::ABBREVIATION)
            | flag(self.end > self.first + 1, Evidence::LONG)
            | flag(self.seen[self.first..self.end].iter().any(named), Evidence::NAMED)
    }
}

fn told_by(cues: Cues) -> u32 {
    let flag = |cue: Cues, bit: u32| if cues.has(cue) { bit } else { 0 };
    flag(Cues::TITLE, Evidence::TITLED)
        | flag(Cues::ORGANIZATION_HEAD, Evidence::ORGANIZATION)
        | flag(Cues::PLACE_HEAD, Evidence::PLACE)
}
